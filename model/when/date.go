// Package when keeps time: dates as exact as they are known, periods, the
// clock, and the working days of a Vietnamese office.
//
// A Date may be a year, a month or a day ("1980", "1980-03", "1980-03-05"):
// agencies often know only the year somebody was born in, and the program never
// invents the rest. A Period is half-open, [From, To): the day it ends on is the
// first day it no longer holds. Nothing in model asks the machine for the time;
// it is handed a Clock.
package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"thidua/model/fault"
)

// Date is a day, a month or a year of the Gregorian calendar, kept as
// yyyymmdd with 00 for what is not known. The zero Date means "none".
type Date int32

// Of makes a Date; month and day may be 0 when they are not known. It does not check.
func Of(y, m, d int) Date { return Date(y*10000 + m*100 + d) }

// OfTime is the day a time falls on, in the time's own zone.
func OfTime(t time.Time) Date { return Of(t.Year(), int(t.Month()), t.Day()) }

// Year, Month and Day are the date's parts; 0 when not known.
func (d Date) Year() int { return int(d) / 10000 }

// Month is 1…12, 0 when only the year is known.
func (d Date) Month() int { return int(d) / 100 % 100 }

// Day is 1…31, 0 when only the month is known.
func (d Date) Day() int { return int(d) % 100 }

// IsZero tells that there is no date at all.
func (d Date) IsZero() bool { return d == 0 }

// Exact tells that the day itself is known.
func (d Date) Exact() bool { return d.Day() != 0 }

// Valid tells that the known parts name a real year (1800…2200), month or day.
func (d Date) Valid() bool {
	y, m, dd := d.Year(), d.Month(), d.Day()
	if y < 1800 || y > 2200 || m > 12 || (m == 0 && dd != 0) {
		return false
	}
	if dd == 0 {
		return true
	}
	t := time.Date(y, time.Month(m), dd, 0, 0, 0, 0, time.UTC)
	return t.Day() == dd
}

// String is the ISO form, as exact as the date: "1980", "1980-03", "1980-03-05"; "" for none.
func (d Date) String() string {
	switch {
	case d == 0:
		return ""
	case d.Month() == 0:
		return fmt.Sprintf("%04d", d.Year())
	case d.Day() == 0:
		return fmt.Sprintf("%04d-%02d", d.Year(), d.Month())
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// Parse reads the ISO form that String writes. "" is no date.
// It answers fault "when.bad-date" for anything else.
func Parse(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	parts := strings.Split(s, "-")
	n := [3]int{}
	widths := [3]int{4, 2, 2}
	if len(parts) > 3 {
		return 0, fault.New(fault.Invalid, "when.bad-date", s)
	}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(p) != widths[i] || v == 0 {
			return 0, fault.New(fault.Invalid, "when.bad-date", s)
		}
		n[i] = v
	}
	d := Of(n[0], n[1], n[2])
	if !d.Valid() {
		return 0, fault.New(fault.Invalid, "when.bad-date", s)
	}
	return d, nil
}

// MustParse is Parse for dates written in the program's own tables; it panics on a bad one.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Slash is the screen's form dd/mm/yyyy, always two digits, or mm/yyyy, or yyyy.
func (d Date) Slash() string {
	switch {
	case d == 0:
		return ""
	case d.Month() == 0:
		return fmt.Sprintf("%d", d.Year())
	case d.Day() == 0:
		return fmt.Sprintf("%02d/%d", d.Month(), d.Year())
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day(), d.Month(), d.Year())
}

// Office is the short form of official papers: days below 10 and the months 1
// and 2 get a leading 0, the months 3 to 9 do not: "09/8/2022", "05/01/2024"
// (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).
func (d Date) Office() string {
	switch {
	case d == 0:
		return ""
	case d.Month() == 0:
		return fmt.Sprintf("%d", d.Year())
	case d.Day() == 0:
		return fmt.Sprintf("%s/%d", officeMonth(d.Month()), d.Year())
	}
	return fmt.Sprintf("%02d/%s/%d", d.Day(), officeMonth(d.Month()), d.Year())
}

func officeMonth(m int) string {
	if m <= 2 {
		return fmt.Sprintf("%02d", m)
	}
	return strconv.Itoa(m)
}

// Time is midnight UTC of the date's first possible day.
func (d Date) Time() time.Time {
	m, dd := max(d.Month(), 1), max(d.Day(), 1)
	return time.Date(d.Year(), time.Month(m), dd, 0, 0, 0, 0, time.UTC)
}

// AddDays moves an exact date by n calendar days.
func (d Date) AddDays(n int) Date { return OfTime(d.Time().AddDate(0, 0, n)) }

// AddMonths moves by n months; the day is held back to the month's last.
func (d Date) AddMonths(n int) Date {
	y, m := d.Year(), d.Month()-1+n
	y, m = y+floorDiv(m, 12), m-floorDiv(m, 12)*12
	last := time.Date(y, time.Month(m+2), 0, 0, 0, 0, 0, time.UTC).Day()
	return Of(y, m+1, min(d.Day(), last))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// DaysTo counts calendar days from d to e, negative when e is earlier.
func (d Date) DaysTo(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// MarshalText and UnmarshalText use the ISO form, so JSON shows "1980-03".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := Parse(string(b))
	*d = v
	return err
}

// Period is a stretch of days [From, To). A zero From has no beginning, a zero To no end.
type Period struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// Holds tells that the day lies in the period. The zero Date lies in no period that has a beginning.
func (p Period) Holds(d Date) bool { return d >= p.From && (p.To == 0 || d < p.To) }

// LastDay is the last day the period holds; 0 when it goes on.
func (p Period) LastDay() Date {
	if p.To == 0 {
		return 0
	}
	return p.To.AddDays(-1)
}

// Through is the period from one day to another, both in it; with no last day it goes on.
func Through(from, last Date) Period {
	p := Period{From: from}
	if last != 0 {
		p.To = last.AddDays(1)
	}
	return p
}

// Overlaps tells that the two periods share a day.
func (p Period) Overlaps(q Period) bool {
	return (p.To == 0 || q.From < p.To) && (q.To == 0 || p.From < q.To)
}

// Clock tells what day and what moment it is. The program gets the machine's; a
// repeatable run and every test get a fixed one.
type Clock interface {
	Today() Date
	Now() time.Time
}

// Fixed is a clock that stands at nine in the morning of one day, UTC.
type Fixed Date

// Today is the fixed day.
func (f Fixed) Today() Date { return Date(f) }

// Now is nine in the morning of that day.
func (f Fixed) Now() time.Time { return Date(f).Time().Add(9 * time.Hour) }
