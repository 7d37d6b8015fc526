package report

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// Reminder is one đôn đốc as it was sent: to whom, for what, until when.
type Reminder struct {
	ID, Rev  int64
	Movement int64
	What     string // code of RemindedNames
	Kind     Kind   // of the reports it asks for
	Year     int
	Day      when.Date
	Number   string // of the letter, when it has one
	Due      when.Date
	Deadline when.Date // the new day
	Round    int       // which reminder it is for these units: 1, 2, …
	Single   bool      // one letter for each unit; else one with a list
	Units    []Reminded
	Officer  string
}

// Reminded is one unit of a reminder, as it stood then.
type Reminded struct {
	Unit registry.UnitID `json:"unit"`
	Late int             `json:"late"` // working days
	// Report is the report owed, 0 when a plan is.
	Report int64  `json:"report,omitempty"`
	Note   string `json:"note,omitempty"`
}

// What a reminder can ask for.
const (
	ForPlan   = "ke_hoach"
	ForReport = "bao_cao"
)

// RemindedNames are those in words.
var RemindedNames = []registry.Name{{Code: ForPlan, Name: "Kế hoạch của đơn vị"}, {Code: ForReport, Name: "Báo cáo"}}
