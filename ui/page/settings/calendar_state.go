package settings

import (
	"cmp"
	"encoding/json"
	"slices"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/ui/words"
)

// CalendarDay is a day that is not what its weekday says.
type CalendarDay struct {
	Date   when.Date
	Name   string
	Source string
	Kind   DayKind
}

// DayKind tells the law's days from the office's own.
type DayKind uint8

// The kinds of days.
const (
	ByLaw DayKind = iota
	OffToo
	WorkedToo
)

// String is the kind in words.
func (k DayKind) String() string {
	return []string{words.CalendarLaw, words.CalendarOff, words.CalendarWork}[k]
}

// SpecialDays reads the office's own days out of its settings.
func SpecialDays(list []office.Setting) ([]when.SpecialDay, error) {
	var out []when.SpecialDay
	for _, s := range list {
		days, err := when.ParseSpecialDays([]byte(s.Value))
		if err != nil {
			return nil, err
		}
		out = append(out, days...)
	}
	return out, nil
}

// DaysOf lists a year's holidays and special days, in order.
func DaysOf(special []when.SpecialDay, year int) []CalendarDay {
	own := map[when.Date]bool{}
	var out []CalendarDay
	for _, s := range special {
		own[s.Date] = true
		if s.Date.Year() != year {
			continue
		}
		k := WorkedToo
		if s.Off {
			k = OffToo
		}
		out = append(out, CalendarDay{s.Date, s.Name, s.Source, k})
	}
	for _, h := range when.NewCalendar(special).Holidays(year) {
		if !own[h.Date] {
			out = append(out, CalendarDay{Date: h.Date, Name: h.Name})
		}
	}
	slices.SortStableFunc(out, func(a, b CalendarDay) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

// WorkingDays counts the working days of a year.
func WorkingDays(special []when.SpecialDay, year int) int {
	return when.NewCalendar(special).WorkingDaysBetween(when.Of(year-1, 12, 31), when.Of(year, 12, 31))
}

// Weekday is a date's day of the week in words.
func Weekday(d when.Date) string { return words.LongWeekdays[int(d.Time().Weekday())] }

// PutDay adds a special day, or puts it in the place of the one on old.
func PutDay(list []when.SpecialDay, old when.Date, d when.SpecialDay) ([]when.SpecialDay, error) {
	var l fault.List
	if !d.Date.Exact() {
		l.Add(fault.New(fault.Invalid, "ui.bad-date").At("date"))
	}
	if d.Name == "" {
		l.Add(fault.New(fault.Invalid, "ui.empty").At("name"))
	}
	out := DropDay(list, old)
	if slices.ContainsFunc(out, func(x when.SpecialDay) bool { return x.Date == d.Date }) {
		l.Add(fault.New(fault.Conflict, "page.day-twice", d.Date.Slash()).At("date"))
	}
	out = append(out, d)
	slices.SortStableFunc(out, func(a, b when.SpecialDay) int { return cmp.Compare(a.Date, b.Date) })
	return out, l.OrNil()
}

// DropDay takes a special day out.
func DropDay(list []when.SpecialDay, day when.Date) []when.SpecialDay {
	return slices.DeleteFunc(slices.Clone(list), func(x when.SpecialDay) bool { return x.Date == day })
}

// DaysSetting is the setting that keeps special days, written over the one they
// were read from.
func DaysSetting(days []when.SpecialDay, list []office.Setting) (office.Setting, error) {
	s := office.Setting{Key: office.CalendarKey}
	if len(list) > 0 {
		s.Period, s.Source = list[0].Period, list[0].Source
	}
	if days == nil {
		days = []when.SpecialDay{}
	}
	b, err := json.MarshalIndent(days, "", " ")
	s.Value = string(b)
	return s, err
}
