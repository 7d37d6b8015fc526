package report

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Petition is a kiến nghị or vướng mắc a unit raised, on its way through Sở Nội vụ
// to whoever answers, and back (plan, last paragraph).
type Petition struct {
	ID, Rev  int64
	Movement int64
	Unit     registry.UnitID
	Text     string
	Number   string // of the unit's letter
	Date     when.Date
	Received when.Date
	Report   int64 // the report it stands in, 0 for a letter of its own
	// PassedTo is who is to decide; the office passes it on with a letter of its own.
	PassedTo     string
	Passed       when.Date
	PassedNumber string
	Answered     when.Date
	AnswerNumber string
	Answer       string
	Told         when.Date // the unit was told
	File         string    // the unit's letter, hash in the vault
	AnswerFile   string
	Note         string
}

// Stage is how far a petition has come.
type Stage string

// The stages.
const (
	New      Stage = "tiep_nhan"
	Passed   Stage = "da_chuyen"
	Answered Stage = "da_tra_loi"
	Told     Stage = "da_thong_bao"
)

// StageNames are the stages in words.
var StageNames = []registry.Name{
	{Code: string(New), Name: "Đã tiếp nhận"}, {Code: string(Passed), Name: "Đã chuyển"}, {Code: string(Answered), Name: "Đã có trả lời"}, {Code: string(Told), Name: "Đã thông báo đơn vị"},
}

// Stage is how far the petition has come.
func (p Petition) Stage() Stage {
	switch {
	case p.Told != 0:
		return Told
	case p.Answered != 0:
		return Answered
	case p.Passed != 0:
		return Passed
	}
	return New
}

// Check gives every fault of a petition: days in their order, papers where a day
// says there is one.
func (p Petition) Check() error {
	var l fault.List
	if p.Unit == 0 {
		l.Add(fault.New(fault.Invalid, "report.petition-unit").At("unit"))
	}
	if viet.Clean(p.Text) == "" {
		l.Add(fault.New(fault.Invalid, "report.petition-text").At("text"))
	}
	if !p.Received.Exact() {
		l.Add(fault.New(fault.Invalid, "report.petition-received").At("received"))
	}
	before := p.Received
	for _, s := range []struct {
		day   when.Date
		field string
	}{{p.Passed, "passed"}, {p.Answered, "answered"}, {p.Told, "told"}} {
		if s.day != 0 && s.day < before {
			l.Add(fault.New(fault.Invalid, "report.petition-order", s.day.Slash(), before.Slash()).At(s.field))
		}
		before = max(before, s.day)
	}
	if p.Passed != 0 && viet.Clean(p.PassedTo) == "" {
		l.Add(fault.New(fault.Invalid, "report.petition-to").At("passed_to"))
	}
	if p.Answered != 0 && viet.Clean(p.Answer) == "" {
		l.Add(fault.New(fault.Invalid, "report.petition-answer").At("answer"))
	}
	if p.Told != 0 && p.Answered == 0 {
		l.Add(fault.New(fault.Invalid, "report.petition-unanswered").At("told"))
	}
	return l.OrNil()
}
