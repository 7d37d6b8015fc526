package office

import (
	"fmt"
	"strings"

	"thidua/model/intake"
)

// A row's key is how a corrected row finds what it became. Keys of a blank
// template begin with blankKey: many units may fill in copies of one template, so
// such a key means a row only together with the nominee's name. Keys of rows that
// came in are made from the file's own hash, so that they mean the same row in
// every copy of the data.
const (
	blankKey = "M"
	rowKey   = "K"
)

// rowKeys gives each row of a batch its key: the one it came with, else one of
// its own. Of rows that came with the same key (a row copied with its hidden cell)
// the first one keeps it.
func rowKeys(b intake.Batch, rows []intake.StagedRow) []string {
	out := make([]string, len(rows))
	taken := map[string]bool{}
	own := ownKeys(b)
	for i := range rows {
		r := &rows[i]
		if r.Key != "" && !taken[r.Key] {
			out[i] = r.Key
			taken[r.Key] = true
			continue
		}
		out[i] = fmt.Sprintf("%s%d.%d", own, r.Part, r.Row)
	}
	return out
}

// ownKeys is how the keys begin that rows of a batch get for want of another.
func ownKeys(b intake.Batch) string {
	return rowKey + strings.ToUpper(b.Hash[:min(10, len(b.Hash))]) + "."
}

// givenKeys are the keys that rows came with.
func givenKeys(rows []intake.StagedRow) (keys []string) {
	for i := range rows {
		if k := rows[i].Key; k != "" {
			keys = append(keys, k)
		}
	}
	return keys
}
