// Package check tells what stands against a dossier, and why.
//
// Every rule is a file: number, title, legal basis, severity and the period it
// holds for; a dossier is looked at under the rules of the day it was received for
// appraisal (dossier.RuleDay). A Finding says what was seen, what is wanted and on
// which basis; a bare "not eligible" does not exist. What only a person can decide
// is a warning. A finding can be overruled with a reason and a name, and stays
// visible.
//
// Start at Run. The rules are listed in run.go; a new one is a file here, a line
// there, two sentences in assets/words/check.vi.tsv and a folder of cases under
// testdata. This room does no I/O, never changes a dossier and asks no clock. It
// takes one pass over the dossiers: what a rule compares is indexed before.
//
// Glossary: Rule — quy tắc kiểm tra; Finding — điểm cần xem; Severity — mức độ;
// Overrule — cán bộ bỏ qua có lý do; Seen — nội dung thấy; Wanted — yêu cầu.
package check

import (
	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// Severity tells what a finding asks for.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"   // the dossier cannot go on like this
	Warning Severity = "warning" // a person has to decide
	Info    Severity = "info"    // good to know
)

// Finding is one reason.
type Finding struct {
	Dossier  int64    `json:"dossier"` // 0: it is about the whole movement
	Rule     string   `json:"rule"`    // "KT-04"
	Title    string   `json:"title"`
	Severity Severity `json:"severity"`
	Basis    string   `json:"basis"`
	Code     string   `json:"code"` // of the sentence Seen
	Args     []string `json:"args,omitempty"`
	Seen     string   `json:"seen"`
	Wanted   string   `json:"wanted"`
	// Overruled is set when an officer has set the finding aside.
	Overruled *Overrule `json:"overruled,omitempty"`
}

// Stands tells that nobody has set the finding aside.
func (f Finding) Stands() bool { return f.Overruled == nil }

// Overrule is an officer's reason to go on all the same. It holds for the finding
// as it was seen: when the facts change so that another sentence is seen, it lapses
// and the officer is asked again.
type Overrule struct {
	ID      int64     `json:"-"`
	Rev     int64     `json:"-"`
	Dossier int64     `json:"-"`
	Rule    string    `json:"-"`
	Seen    string    `json:"-"`
	Reason  string    `json:"reason"`
	Officer string    `json:"officer"`
	Day     when.Date `json:"day"`
}

// Facts is everything the rules may look at: the movement with all its dossiers,
// and what is known of the nominees. A map that is nil simply holds nothing.
type Facts struct {
	Day         when.Date // the day of the check
	Movement    movement.Movement
	Catalogue   *award.Catalogue
	Registry    *registry.Book
	Roads       []dossier.Road
	Dossiers    []dossier.Dossier // all of the movement
	Submissions map[int64]dossier.Submission
	Nominees    map[int64]registry.Nominee
	// Records are the honours by nominee: those of every nominee here, and of the
	// nominees that are a unit out of which one of these units came.
	Records map[int64][]award.Record
	// Self tells which unit of the registry a collective is itself; a collective
	// that is only a part of a unit is not in it.
	Self          map[int64]registry.UnitID
	Distinct      []registry.NotSame
	Confirmations map[int64][]dossier.Confirmation // by dossier
	Matters       map[int64][]dossier.Matter       // by nominee
	Initiatives   []dossier.Initiative
	Overrules     []Overrule
	// Papers gives a dossier's checklist, nil when nobody has noted any paper; Written
	// is what papers write otherwise than the list, Copied the pairs of reports in the
	// same words, each by dossier.
	Papers  func(dossier.Dossier) []dossier.Checked
	Written map[int64][]dossier.Difference
	Copied  map[int64][]dossier.Copy
	// Say turns the code of a sentence and its arguments into Vietnamese
	// (words.Text); without it findings carry codes only.
	Say func(code string, args ...any) string
}

// Worst gives the gravest severity that still stands, "" when there is none.
func Worst(fs []Finding) Severity {
	worst := Severity("")
	for _, f := range fs {
		switch {
		case !f.Stands():
		case f.Severity == Error:
			return Error
		case f.Severity == Warning || worst == "":
			worst = f.Severity
		}
	}
	return worst
}

// Of picks the findings about one dossier.
func Of(fs []Finding, id int64) []Finding {
	var out []Finding
	for _, f := range fs {
		if f.Dossier == id {
			out = append(out, f)
		}
	}
	return out
}
