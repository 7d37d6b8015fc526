package report

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Summary is what Sở Nội vụ reports to the Chủ tịch: the narrative an officer wrote
// around figures that come from the data, frozen when it is filed.
type Summary struct {
	ID, Rev   int64
	Movement  int64
	Kind      Kind
	Year      int
	Narrative map[string][]string // by code of SummaryNames, a paragraph each; "tieu_chi.<letter>" for a criterion
	Number    string
	Date      when.Date
	Filed     when.Date
	// Paper is the printed facts as they were filed, kept whole so that a re-print
	// says what was signed; empty before.
	Paper string
	Note  string
}

// SummaryNames are the narrative parts an officer may write.
var SummaryNames = []registry.Name{
	{Code: "trien_khai", Name: "Công tác lãnh đạo, chỉ đạo, triển khai"},
	{Code: "han_che", Name: "Hạn chế"},
	{Code: "nguyen_nhan", Name: "Nguyên nhân"},
	{Code: "bai_hoc", Name: "Bài học kinh nghiệm"},
	{Code: "nhiem_vu", Name: "Nhiệm vụ thời gian tới"},
	{Code: "kien_nghi", Name: "Kiến nghị, đề xuất"},
}

// CriterionPart is the key of the narrative of one criterion.
func CriterionPart(letter string) string { return "tieu_chi." + letter }

// File freezes a summary under its number and date.
func (s Summary) File(number string, date, day when.Date, paper string) (Summary, error) {
	var l fault.List
	if s.Filed != 0 {
		return s, fault.New(fault.Conflict, "report.filed", s.Number, s.Date.Slash())
	}
	if viet.Clean(number) == "" {
		l.Add(fault.New(fault.Invalid, "report.number").At("number"))
	}
	if !date.Exact() {
		l.Add(fault.New(fault.Invalid, "report.paper-date").At("date"))
	}
	if err := l.OrNil(); err != nil {
		return s, err
	}
	s.Number, s.Date, s.Filed, s.Paper = viet.Clean(number), date, day, paper
	return s, nil
}

// Filing is one biểu of the ministry's statistics for a period: computed, or typed
// where the office has no register of it, frozen when filed.
type Filing struct {
	ID, Rev int64
	Form    string // "bieu-0603"
	when.Period
	Name string // of the period: "Năm 2025"
	// Typed are cells an officer wrote over or beside what was counted.
	Typed  map[string]map[string]int
	Cells  map[string]map[string]int // as filed
	Number string
	Filed  when.Date
	Note   string
}

// File freezes a biểu under the number of the paper it was sent with.
func (f Filing) File(cells map[string]map[string]int, number string, day when.Date) (Filing, error) {
	if f.Filed != 0 {
		return f, fault.New(fault.Conflict, "report.filed", f.Number, f.Filed.Slash())
	}
	if viet.Clean(number) == "" {
		return f, fault.New(fault.Invalid, "report.number").At("number")
	}
	f.Cells, f.Number, f.Filed = cells, viet.Clean(number), day
	return f, nil
}

// CellChange is a cell that would now be counted otherwise than it was filed.
type CellChange struct {
	Row, Column string
	Filed, Now  int
}

// Differences compares a filed biểu with a count made now; rows gives their order.
func (f Filing) Differences(now map[string]map[string]int, rows, columns []string) []CellChange {
	var out []CellChange
	for _, r := range rows {
		for _, c := range columns {
			if f.Cells[r][c] != now[r][c] {
				out = append(out, CellChange{r, c, f.Cells[r][c], now[r][c]})
			}
		}
	}
	return out
}
