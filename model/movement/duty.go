package movement

import (
	"slices"

	"thidua/model/registry"
	"thidua/model/when"
)

// Status is where something a unit owes stands on a day.
type Status string

// The statuses, in the order a list shows them: what must be done first stands first.
const (
	Ended    Status = "don_vi_ket_thuc" // the unit ended and nobody has chosen who does it now
	Late     Status = "qua_han"
	Returned Status = "tra_lai"
	DueSoon  Status = "sap_den_han"
	NotDue   Status = "chua_den_han"
	Received Status = "da_nhan"
	Accepted Status = "da_duyet"
	Passed   Status = "ban_giao" // handed over to successors or to the officer
)

// DutyNames are the statuses in words.
var DutyNames = []registry.Name{
	{Code: string(Ended), Name: "Đơn vị đã kết thúc, chưa chọn bàn giao"},
	{Code: string(Late), Name: "Quá hạn"},
	{Code: string(Returned), Name: "Trả lại"},
	{Code: string(DueSoon), Name: "Sắp đến hạn"},
	{Code: string(NotDue), Name: "Chưa đến hạn"},
	{Code: string(Received), Name: "Đã nhận"},
	{Code: string(Accepted), Name: "Đã duyệt"},
	{Code: string(Passed), Name: "Đã bàn giao"},
}

// String is the status in words.
func (s Status) String() string { return registry.NameOf(DutyNames, string(s)) }

// Owed tells that the unit still has to hand something in.
func (s Status) Owed() bool { return s == Late || s == Returned || s == DueSoon || s == NotDue }

// SoonDays is how many working days before its deadline a duty is "sắp đến hạn".
const SoonDays = 5

// DueStatus is where a duty nobody has answered stands.
func DueStatus(due, day when.Date, cal *when.Calendar) Status {
	switch {
	case due == 0:
		return NotDue
	case day > due:
		return Late
	case cal.WorkingDaysBetween(day, due) <= SoonDays:
		return DueSoon
	}
	return NotDue
}

// closingDays is how many working days before the movement's last day its closing
// reports are due when the plan does not say: the shortest time in which eighty
// reports can be read and summed up.
const closingDays = 10

// ReportDue is the last working day on which the report of a year is in time:
// worked back from the day the plan names by the working days the office needs
// before it (Duty.Before). A year without a duty has none.
func (m Movement) ReportDue(year int, cal *when.Calendar) when.Date {
	if m.Duty.Every == "" || m.Duty.Month == 0 || m.Duty.Day == 0 {
		return 0
	}
	return workedBack(when.Of(year, m.Duty.Month, m.Duty.Day), m.Duty.Before, cal)
}

// ClosingDue is the last working day for closing reports, worked back from the
// movement's last day; none while the movement has no end.
func (m Movement) ClosingDue(cal *when.Calendar) when.Date {
	last := m.LastDay()
	if last == 0 {
		return 0
	}
	n := m.Duty.Closing
	if n == 0 {
		n = closingDays
	}
	return workedBack(last, n, cal)
}

// workedBack goes back n working days from a day; for n = 0 it gives the day
// itself, or the working day before it when the day is off.
func workedBack(day when.Date, n int, cal *when.Calendar) when.Date {
	if n == 0 {
		if _, off := cal.Off(day); !off {
			return day
		}
		n = 1
	}
	return cal.AddWorkingDays(day, -n)
}

// Years are the calendar years the movement touches, up to one.
func (m Movement) Years(until int) []int {
	last := until
	if d := m.LastDay(); d != 0 {
		last = min(last, d.Year())
	}
	var out []int
	for y := m.From.Year(); y <= last && m.From != 0; y++ {
		out = append(out, y)
	}
	return out
}

// Debtor is a unit that owes a report, as it stood on the last day it did.
type Debtor struct {
	registry.Standing
	Ended bool // it no longer stands on the last day of the window
}

// Debtors lists who owes the movement something within [from, to], both days
// counted: every body directly under the province, since those below report to
// the one above them. A unit that ended inside the window owes too: its duty must
// be handed over by a visible choice, never dropped (domain: districts in 2025).
func (m Movement) Debtors(book *registry.Book, from, to when.Date) []Debtor {
	from = max(from, m.From)
	window := when.Period{From: from, To: to.AddDays(1)}
	var out []Debtor
	for _, u := range book.Units() {
		var last registry.Version
		for _, v := range u.Versions {
			if v.Overlaps(window) {
				last = v
			}
		}
		if last.Name == "" || last.Type == "tinh" || !m.asks(last.Group) {
			continue
		}
		above, ok := book.Near(last.Parent, lastDay(last.Period, to))
		if !ok || last.Parent == 0 || above.Type != "tinh" {
			continue
		}
		out = append(out, Debtor{registry.Standing{ID: u.ID, Version: last}, !last.Holds(to)})
	}
	return out
}

// lastDay is the last day of a period, no later than a day.
func lastDay(p when.Period, day when.Date) when.Date {
	if p.To != 0 && p.To <= day {
		return p.To.AddDays(-1)
	}
	return day
}

// asks tells that the duty names a group; none named means all.
func (m Movement) asks(group string) bool {
	return len(m.Duty.Groups) == 0 || slices.Contains(m.Duty.Groups, group)
}

// Handover is the choice of who does what an ended unit owed.
type Handover struct {
	Way     string            `json:"way"` // code of HandoverNames, "" while nobody has chosen
	To      []registry.UnitID `json:"to,omitempty"`
	Day     when.Date         `json:"day,omitzero"`
	Officer string            `json:"officer,omitempty"`
	Note    string            `json:"note,omitempty"`
}

// The ways of handing over.
const (
	ToHeirs   = "ke_thua"
	ToOfficer = "can_bo"
	ToNobody  = "mien"
)

// HandoverNames are the ways in words.
var HandoverNames = []registry.Name{
	{Code: ToHeirs, Name: "Đơn vị kế thừa thực hiện"},
	{Code: ToOfficer, Name: "Sở Nội vụ tổng hợp từ hồ sơ lưu"},
	{Code: ToNobody, Name: "Không phải thực hiện"},
}

// Chosen tells that somebody has chosen.
func (h Handover) Chosen() bool { return h.Way != "" }
