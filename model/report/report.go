// Package report knows what units tell Sở Nội vụ about a movement and what the
// office makes of it: yearly and closing reports, exemplars, petitions, reminders,
// the summing up, and the statistics filed with the ministry.
//
// A Report is one unit's duty for one year: owed, received, returned with a
// reason, or accepted, which freezes it; what the unit sends afterwards is kept
// beside it and the differences are shown. RollUp adds figures either as then (by
// the unit that reported) or rolled to the units of a later day; a unit that was
// divided is never rolled in silence, it stays a line of its own until somebody
// chooses.
//
// Start at Report and RollUp. This room does no I/O; days and calendars are handed in.
//
// Glossary: Report — báo cáo; Answer — số liệu của một tiêu chí; Exemplar — điển
// hình tiên tiến; Petition — kiến nghị, vướng mắc; Reminder — đôn đốc; Summary —
// báo cáo tổng hợp; Filing — biểu thống kê đã gửi; Roll-up — tổng hợp số liệu.
package report

import (
	"slices"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Kind tells the yearly report from the one that closes a movement.
type Kind string

// The kinds.
const (
	Yearly  Kind = "nam"
	Closing Kind = "tong_ket"
)

// State is what has happened to a report.
type State string

// The states; "" is owed.
const (
	Owed     State = ""
	Received State = "da_nhan"
	Returned State = "tra_lai"
	Accepted State = "da_duyet"
)

// Report is what one unit owes, or has handed in, for one year of a movement.
type Report struct {
	ID, Rev  int64
	Movement int64
	Kind     Kind
	Year     int // of a closing report, the movement's last year
	Unit     registry.UnitID
	Asked    when.Date
	Due      when.Date
	// Extended is the later day this unit was given, with the reason.
	Extended       when.Date
	ExtendedReason string
	First          when.Date // the day it came in for the first time
	Received       when.Date // the day the version at hand came in
	Number         string
	Date           when.Date
	State          State
	Returns        []Return
	Content        Content
	// Frozen is the content as it was accepted; nil before.
	Frozen   *Content
	Accepted when.Date
	Handover movement.Handover
	By       registry.UnitID // who wrote it in the unit's place; 0 for the unit itself
	File     string          // hash in the vault
	FileName string
	Note     string
}

// Return is one time a report was sent back.
type Return struct {
	Day     when.Date `json:"day"`
	Reason  string    `json:"reason"`
	Officer string    `json:"officer,omitempty"`
}

// Content is what a report says.
type Content struct {
	Answers     []criteria.Line   `json:"answers,omitempty"`   // figures and self-score per criterion
	Narrative   map[string]string `json:"narrative,omitempty"` // by code of NarrativeNames
	Exemplars   []Named           `json:"exemplars,omitempty"`
	Initiatives []Named           `json:"initiatives,omitempty"`
	Awards      []Given           `json:"awards,omitempty"` // Giấy khen by the unit's own authority
	Petitions   []string          `json:"petitions,omitempty"`
	// Unread is what the unit wrote beside what it was asked: the officer looks at it,
	// no figure holds it.
	Unread []Unread `json:"unread,omitempty"`
}

// Unread is something in a filled template that was not taken as it stands.
type Unread struct {
	Place string `json:"place"` // "Số liệu!20"
	Text  string `json:"text"`
}

// Named is an exemplar or an initiative as a report names it.
type Named struct {
	Kind string `json:"kind,omitempty"` // code of ExemplarKinds
	Name string `json:"name"`
	What string `json:"what,omitempty"`
}

// Given is one decision of the unit's own: how many got a Giấy khen.
type Given struct {
	Number      string    `json:"number,omitempty"`
	Date        when.Date `json:"date,omitzero"`
	Collectives int       `json:"collectives,omitempty"`
	Households  int       `json:"households,omitempty"`
	Individuals int       `json:"individuals,omitempty"`
}

// NarrativeNames are the narrative parts of a report (TT 01/2024/TT-BNV, Điều 3.3:
// kết quả; tồn tại, hạn chế, nguyên nhân; bài học kinh nghiệm).
var NarrativeNames = []registry.Name{
	{Code: "trien_khai", Name: "Công tác lãnh đạo, chỉ đạo, triển khai"},
	{Code: "ket_qua", Name: "Kết quả nổi bật"},
	{Code: "han_che", Name: "Tồn tại, hạn chế"},
	{Code: "nguyen_nhan", Name: "Nguyên nhân"},
	{Code: "bai_hoc", Name: "Bài học kinh nghiệm"},
	{Code: "phuong_huong", Name: "Phương hướng, nhiệm vụ"},
}

// Deadline is the day the report is due, extension counted in.
func (r Report) Deadline() when.Date { return max(r.Due, r.Extended) }

// In tells that a report is in hand: received or accepted.
func (r Report) In() bool { return r.State == Received || r.State == Accepted }

// WasLate tells that it came after its deadline.
func (r Report) WasLate() bool { return r.First != 0 && r.Deadline() != 0 && r.First > r.Deadline() }

// Counts is the content that counts: as accepted, else none.
func (r Report) Counts() (Content, bool) {
	if r.Frozen == nil {
		return Content{}, false
	}
	return *r.Frozen, true
}

// Status is where the report stands on a day; ended tells that its unit no longer
// exists.
func (r Report) Status(day when.Date, ended bool, cal *when.Calendar) movement.Status {
	switch {
	case r.State == Accepted:
		return movement.Accepted
	case r.State == Received:
		return movement.Received
	case r.Handover.Chosen() && r.Handover.Way != movement.ToOfficer:
		return movement.Passed
	case ended && !r.Handover.Chosen():
		return movement.Ended
	case r.State == Returned:
		return movement.Returned
	}
	return movement.DueStatus(r.Deadline(), day, cal)
}

// LateBy counts the working days a report is, or was, late; 0 when in time.
func (r Report) LateBy(day when.Date, cal *when.Calendar) int {
	end := r.Deadline()
	if r.First != 0 {
		day = r.First
	}
	if end == 0 || day <= end {
		return 0
	}
	return cal.WorkingDaysBetween(end, day)
}

// Receive takes a report in, or a corrected one after it was returned or accepted.
func (r Report) Receive(c Content, number string, date, day when.Date) (Report, error) {
	var l fault.List
	if !day.Exact() {
		l.Add(fault.New(fault.Invalid, "report.received").At("received"))
	}
	if date != 0 && day != 0 && date > day {
		l.Add(fault.New(fault.Invalid, "report.date", date.Slash(), day.Slash()).At("date"))
	}
	if err := l.OrNil(); err != nil {
		return r, err
	}
	r.Content, r.Received = c, day
	if r.First == 0 {
		r.First = day
	}
	if viet.Clean(number) != "" {
		r.Number, r.Date = viet.Clean(number), date
	}
	if r.State != Accepted {
		r.State = Received
	}
	return r, nil
}

// Return sends a received report back.
func (r Report) Return(reason, officer string, day when.Date) (Report, error) {
	if reason = viet.Clean(reason); reason == "" {
		return r, fault.New(fault.Invalid, "report.reason").At("reason")
	}
	if r.State != Received {
		return r, fault.New(fault.Conflict, "report.not-received")
	}
	r.State = Returned
	r.Returns = append(slices.Clone(r.Returns), Return{day, reason, officer})
	return r, nil
}

// Accept freezes a report's content; a corrected one after acceptance is frozen anew.
func (r Report) Accept(day when.Date) (Report, error) {
	if !r.In() {
		return r, fault.New(fault.Conflict, "report.not-received")
	}
	if r.State == Accepted && len(r.Differences()) == 0 {
		return r, fault.New(fault.Conflict, "report.accepted", r.Accepted.Slash())
	}
	c := r.Content
	r.State, r.Frozen, r.Accepted = Accepted, &c, day
	return r, nil
}

// Extend gives the unit a later day.
func (r Report) Extend(until when.Date, reason string) (Report, error) {
	var l fault.List
	if !until.Exact() || until <= r.Due {
		l.Add(fault.New(fault.Invalid, "report.extend", r.Due.Slash()).At("until"))
	}
	if viet.Clean(reason) == "" {
		l.Add(fault.New(fault.Invalid, "report.extend-reason").At("reason"))
	}
	if err := l.OrNil(); err != nil {
		return r, err
	}
	if r.In() {
		return r, fault.New(fault.Conflict, "report.already-in")
	}
	r.Extended, r.ExtendedReason = until, viet.Clean(reason)
	return r, nil
}

// HandOver records who does what an ended unit owed.
func (r Report) HandOver(h movement.Handover) (Report, error) {
	if registry.NameOf(movement.HandoverNames, h.Way) == h.Way {
		return r, fault.New(fault.Invalid, "report.handover-way").At("way")
	}
	if h.Way == movement.ToHeirs && len(h.To) == 0 {
		return r, fault.New(fault.Invalid, "report.handover-to").At("to")
	}
	if h.Way == movement.ToNobody && viet.Clean(h.Note) == "" {
		return r, fault.New(fault.Invalid, "report.handover-note").At("note")
	}
	if r.In() {
		return r, fault.New(fault.Conflict, "report.already-in")
	}
	r.Handover = h
	return r, nil
}
