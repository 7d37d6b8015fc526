// Package dossier knows what an agency proposes and how far it has come.
//
// A Submission (tờ trình của đơn vị và hồ sơ kèm theo) is what a unit handed in
// on a day; it holds Dossiers (hồ sơ đề nghị khen thưởng), one nominee and one
// award each. A dossier keeps the name, post and unit as the papers gave them,
// beside the identity they were matched to. The Road of an award is data: its
// steps, who holds each, which paper goes out, how many working days.
//
// Start at Dossier and Road. This room does no I/O; whether a dossier is worthy
// is for model/check to say and for people to decide.
//
// Glossary: Submission — tờ trình kèm hồ sơ; Dossier — hồ sơ; Stage — giai đoạn;
// Road — quy trình; Finding is in model/check.
package dossier

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Stage is where a dossier stands.
type Stage string

// The stages, in the order of the road; the last three are ways out.
const (
	Received   Stage = "received"   // tiếp nhận
	Appraising Stage = "appraising" // đang thẩm định
	Supplement Stage = "supplement" // chờ đơn vị bổ sung
	Appraised  Stage = "appraised"  // đã thẩm định, chờ Hội đồng
	Passed     Stage = "passed"     // Hội đồng thông qua
	Submitted  Stage = "submitted"  // đã trình người có thẩm quyền
	Decided    Stage = "decided"    // đã có quyết định
	Returned   Stage = "returned"   // trả lại đơn vị
	Withdrawn  Stage = "withdrawn"  // đơn vị rút
	Rejected   Stage = "rejected"   // không được khen
)

// StageNames are the stages with their words, in order.
var StageNames = []registry.Name{
	{Code: string(Received), Name: "Tiếp nhận"},
	{Code: string(Appraising), Name: "Đang thẩm định"},
	{Code: string(Supplement), Name: "Chờ bổ sung"},
	{Code: string(Appraised), Name: "Đã thẩm định"},
	{Code: string(Passed), Name: "Hội đồng thông qua"},
	{Code: string(Submitted), Name: "Đã trình"},
	{Code: string(Decided), Name: "Đã khen thưởng"},
	{Code: string(Returned), Name: "Trả lại"},
	{Code: string(Withdrawn), Name: "Đã rút"},
	{Code: string(Rejected), Name: "Không xét"},
}

// String is the stage in words.
func (s Stage) String() string { return registry.NameOf(StageNames, string(s)) }

// Out tells that the dossier has left the road without an award.
func (s Stage) Out() bool { return s == Returned || s == Withdrawn || s == Rejected }

// next is which stages may follow which.
var next = map[Stage][]Stage{
	Received:   {Appraising, Supplement, Returned, Withdrawn},
	Appraising: {Appraised, Supplement, Returned, Withdrawn, Rejected},
	Supplement: {Appraising, Returned, Withdrawn},
	Appraised:  {Passed, Rejected, Supplement, Returned, Withdrawn},
	Passed:     {Submitted, Decided, Returned, Withdrawn, Rejected},
	Submitted:  {Decided, Supplement, Returned, Withdrawn, Rejected},
	Returned:   {Received},
	Withdrawn:  {Received},
	Rejected:   {Appraising},
}

// Next lists the stages a dossier may go to.
func (s Stage) Next() []Stage { return next[s] }

// NeedsReason tells that a move to the stage must say why.
func (s Stage) NeedsReason() bool { return s.Out() || s == Supplement }

// Submission is what a unit handed in.
type Submission struct {
	ID       int64
	Rev      int64
	Movement int64
	Unit     registry.UnitID // the unit that submits, 0 when the file did not say
	UnitText string          // as the file names it
	Number   string          // số tờ trình
	Date     when.Date
	Received when.Date
	Batch    int64  // the import it came with, 0 when typed in
	File     string // name of the file it came in
	Note     string
}

// Dossier is one nominee proposed for one award.
type Dossier struct {
	ID         int64
	Rev        int64
	Submission int64
	Movement   int64
	Award      string
	Stage      Stage
	Nominee    int64
	Kind       registry.Kind
	// As the papers give them on the day.
	Name        string
	Honorific   string // "Đại tá", "TS." – stands before the name in place of Ông/Bà
	Gender      string
	Birth       when.Date
	Ethnicity   string
	IDNumber    string
	Position    string
	Unit        registry.UnitID // matched unit, 0 when not found
	UnitText    string          // the unit as the papers name it
	Address     string
	Achievement string
	// Class is the statistics class at the time (registry.ClassNames).
	Class string
	// Ground is the standard claimed: "Điều 74.1.a"; Way its loại hình.
	Ground, Way string
	Year        int // of the achievements, as written in; 0: see YearOf
	Received    when.Date
	StageSince  when.Date // the day it entered its stage
	// Appraised from this day on: fixes the rule set (NĐ in force that day).
	AppraisalFrom when.Date
	// Place is the order set by hand in printed lists (protocol); 0 for none yet.
	Place int
	// Reason is why it was returned, withdrawn, refused or sent back for more.
	Reason string
	Batch  int64 // the import it came with
	Row    int   // the row of the file it came from
	Note   string
}

// RuleDay is the day whose rules the dossier is under: that of its receipt for
// appraisal, until then that of its receipt.
func (d Dossier) RuleDay() when.Date {
	if d.AppraisalFrom != 0 {
		return d.AppraisalFrom
	}
	return d.Received
}

// YearOf is the year the achievements are of: the one written in, else that of the
// receipt. What comes in January or February of a year closes the one before.
func (d Dossier) YearOf() int {
	switch {
	case d.Year != 0 || d.Received == 0:
		return d.Year
	case d.Received.Exact() && d.Received.Month() <= 2:
		return d.Received.Year() - 1
	}
	return d.Received.Year()
}

// Since is the day the dossier entered its stage.
func (d Dossier) Since() when.Date {
	if d.StageSince != 0 {
		return d.StageSince
	}
	return d.Received
}

// Listed tells that lists and drafts of the movement carry the dossier: it is
// neither withdrawn nor returned.
func (d Dossier) Listed() bool { return d.Stage != Withdrawn && d.Stage != Returned }

// Move takes the dossier to another stage. It answers "dossier.no-way" when the
// road does not lead there and "dossier.reason" when a reason is asked for.
func (d Dossier) Move(to Stage, reason string, day when.Date) (Dossier, error) {
	ok := false
	for _, s := range d.Stage.Next() {
		ok = ok || s == to
	}
	if !ok {
		return d, fault.New(fault.Conflict, "dossier.no-way", d.Name, d.Stage.String(), to.String())
	}
	if to.NeedsReason() && reason == "" {
		return d, fault.New(fault.Invalid, "dossier.reason", to.String()).At("reason")
	}
	if to == Appraising && d.AppraisalFrom == 0 {
		d.AppraisalFrom = day
	}
	d.Stage, d.StageSince, d.Reason = to, day, reason
	return d, nil
}

// back is the hand-over a recall undoes: what was handed on is taken back by the
// one who handed it on.
var back = map[Stage]Stage{
	Appraised: Appraising,
	Passed:    Appraised,
	Submitted: Passed,
}

// Recallable tells that a dossier at the stage was handed on and can be taken back.
func (s Stage) Recallable() bool { return back[s] != "" }

// Recall takes back the last hand-over: from the council's table, from the council's
// result, from the one who decides. It answers "dossier.no-recall" where there is
// none to take back and "dossier.reason" without a reason.
func (d Dossier) Recall(reason string, day when.Date) (Dossier, error) {
	to, ok := back[d.Stage]
	if !ok {
		return d, fault.New(fault.Conflict, "dossier.no-recall", d.Name, d.Stage.String())
	}
	if reason == "" {
		return d, fault.New(fault.Invalid, "dossier.reason", to.String()).At("reason")
	}
	d.Stage, d.StageSince, d.Reason = to, day, reason
	return d, nil
}

// Check gives every fault of a dossier typed in.
func (d Dossier) Check() error {
	var l fault.List
	if d.Name == "" {
		l.Add(fault.New(fault.Invalid, "dossier.name").At("name"))
	}
	if d.Award == "" {
		l.Add(fault.New(fault.Invalid, "dossier.award").At("award"))
	}
	if d.Kind != registry.Individual && d.Kind != registry.Collective && d.Kind != registry.Household {
		l.Add(fault.New(fault.Invalid, "dossier.kind").At("kind"))
	}
	if d.Year != 0 && (d.Year < 1945 || d.Received != 0 && d.Year > d.Received.Year()) {
		l.Add(fault.New(fault.Invalid, "dossier.year", d.Year).At("year"))
	}
	return l.OrNil()
}
