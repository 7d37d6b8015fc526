// Package audit knows who did what: every change of the data is one Entry, with
// what stood before and after, chained by hash to the one before it, so that a
// line taken out or altered shows.
//
// Start at Entry. This room does no I/O; the store writes entries in the same
// transaction as the change itself.
//
// Glossary: Entry — dòng nhật ký; Change — thay đổi của một bản ghi; Role — vai trò.
package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"
)

// Entry is one act of one person.
type Entry struct {
	ID      int64
	At      time.Time
	Officer string
	Act     string // code of the act, for words and for undo: "batch.accept"
	Detail  string // in Vietnamese, for the list of what was done
	// Undoes is the entry this one took back, 0 otherwise; UndoneBy the one that
	// took this one back.
	Undoes, UndoneBy int64
	Prev, Hash       string
}

// Change is what an entry did to one record; Before or After is empty when the
// record was made or removed. Both are JSON objects of the columns.
type Change struct {
	Entry         int64
	Table         string
	Row           int64
	Before, After string
}

// Ref names what changed, for those who show it.
type Ref struct {
	Noun string
	ID   int64
}

// Seal computes the entry's hash over the previous hash, the entry and the digest
// of its changes.
func (e Entry) Seal(prev, changes string) string {
	b, _ := json.Marshal([]any{prev, e.ID, e.At.UTC().Format(time.RFC3339Nano), e.Officer, e.Act, e.Detail, e.Undoes, changes})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
