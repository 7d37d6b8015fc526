package intake

import (
	"time"

	"thidua/model/when"
)

// BatchState is how far a staged file has come.
type BatchState string

// The states of a batch.
const (
	Staged   BatchState = "staged"   // read, shown, waiting for a person
	Accepted BatchState = "accepted" // its rows became dossiers
	Undone   BatchState = "undone"   // taken back; kept for the record
)

var stateNames = map[BatchState]string{Staged: "Chờ nhận", Accepted: "Đã nhận", Undone: "Đã rút lại"}

// String is the state in words.
func (s BatchState) String() string { return stateNames[s] }

// Batch is one file that came in, from staging until it is accepted or taken
// back. The file itself is kept by its hash, so that every cell can be shown as
// it came and the same file is known again.
type Batch struct {
	ID       int64
	Rev      int64
	File     string // the file's name
	Hash     string // SHA-256 of its bytes, hex: also its place in the vault
	Format   string
	Encoding string
	Movement int64
	From     int64 // the sending unit, 0 when not known
	FromText string
	State    BatchState
	At       time.Time
	Officer  string
	// Day is the day the registry was asked for: the paper's own date when the file gives one.
	Day        when.Date
	Submission int64 // made on acceptance
	Answers    Answers
	// Tables holds what was recognised, without rows; the rows are kept beside it.
	Tables []Table
	// Rows, Errors and Warnings are counts of rows: all, with an error, with a warning only.
	Rows, Errors, Warnings int
}

// StagedRow is one row of a batch.
type StagedRow struct {
	Part     int // position in Batch.Tables
	Severity string
	Dossier  int64 // what it became; 0 before acceptance or with an error
	// Existing is the dossier that stands already for this nominee and award; the
	// row then updates it. Updates are the cells in which the two differ.
	Existing int64
	Updates  []Update
	Record
}

// Update is one cell of a dossier that exists, beside what a row says of it.
// Values are written as the console shows them: codes, dates as 1980-03-05.
type Update struct {
	Field   string `json:"field"`
	Old     string `json:"old"`
	New     string `json:"new"`
	Applied bool   `json:"applied"` // New is written over Old on acceptance
}

// Worst is the gravest severity among a record's issues; "" for none.
func (r *Record) Worst() string {
	worst := ""
	for _, i := range r.Issues {
		if i.Severity == Error {
			return Error
		}
		worst = i.Severity
	}
	return worst
}

// RowAddress is where a row stands in its file.
type RowAddress struct {
	Sheet string
	Row   int
}

// Ref names the row in Answers.
func (a RowAddress) Ref() string { return RowRef(a.Sheet, a.Row) }

// Cell names one of its fields in Answers.
func (a RowAddress) Cell(f Field) string { return CellRef(a.Sheet, a.Row, f) }
