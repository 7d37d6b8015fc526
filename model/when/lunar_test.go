package when

import (
	"testing"

	"pgregory.net/rapid"
)

// The first day of Tết as the State's calendar had it, and as it stands in printed
// calendars for the years to come. 2007 and 2030 differ from China's by a day, 1985
// by a month: the new moon or the solstice falls between 23:00 and 24:00 in Vietnam.
var tets = map[int]Date{
	1985: Of(1985, 1, 21),
	2000: Of(2000, 2, 5), 2001: Of(2001, 1, 24), 2002: Of(2002, 2, 12), 2003: Of(2003, 2, 1), 2004: Of(2004, 1, 22),
	2005: Of(2005, 2, 9), 2006: Of(2006, 1, 29), 2007: Of(2007, 2, 17), 2008: Of(2008, 2, 7), 2009: Of(2009, 1, 26),
	2010: Of(2010, 2, 14), 2011: Of(2011, 2, 3), 2012: Of(2012, 1, 23), 2013: Of(2013, 2, 10), 2014: Of(2014, 1, 31),
	2015: Of(2015, 2, 19), 2016: Of(2016, 2, 8), 2017: Of(2017, 1, 28), 2018: Of(2018, 2, 16), 2019: Of(2019, 2, 5),
	2020: Of(2020, 1, 25), 2021: Of(2021, 2, 12), 2022: Of(2022, 2, 1), 2023: Of(2023, 1, 22), 2024: Of(2024, 2, 10),
	2025: Of(2025, 1, 29), 2026: Of(2026, 2, 17), 2027: Of(2027, 2, 6), 2028: Of(2028, 1, 26), 2029: Of(2029, 2, 13),
	2030: Of(2030, 2, 2),
}

func TestTet(t *testing.T) {
	for year, want := range tets {
		if got := Tet(year); got != want {
			t.Errorf("Tết %d: %s, want %s", year, got, want)
		}
		if got := want.Lunar(); got != (Lunar{Year: year, Month: 1, Day: 1}) {
			t.Errorf("%s is %+v", want, got)
		}
	}
}

func TestLunarDaysOfPrintedCalendars(t *testing.T) {
	for _, c := range []struct {
		day   Date
		lunar Lunar
	}{
		{Of(2020, 4, 2), Lunar{2020, 3, 10, false}}, // Giỗ Tổ Hùng Vương
		{Of(2021, 4, 21), Lunar{2021, 3, 10, false}},
		{Of(2022, 4, 10), Lunar{2022, 3, 10, false}},
		{Of(2023, 4, 29), Lunar{2023, 3, 10, false}}, // after the leap second month
		{Of(2024, 4, 18), Lunar{2024, 3, 10, false}},
		{Of(2025, 4, 7), Lunar{2025, 3, 10, false}},
		{Of(2026, 4, 26), Lunar{2026, 3, 10, false}},
		{Of(2025, 1, 25), Lunar{2024, 12, 26, false}},
		{Of(2025, 2, 2), Lunar{2025, 1, 5, false}},
		{Of(2026, 2, 14), Lunar{2025, 12, 27, false}},
		{Of(2026, 2, 22), Lunar{2026, 1, 6, false}},
		{Of(2025, 10, 6), Lunar{2025, 8, 15, false}}, // Trung thu
	} {
		if got := c.day.Lunar(); got != c.lunar {
			t.Errorf("%s is %+v, want %+v", c.day, got, c.lunar)
		}
		if got, ok := c.lunar.Date(); !ok || got != c.day {
			t.Errorf("%+v is %s, want %s", c.lunar, got, c.day)
		}
	}
}

func TestLeapMonths(t *testing.T) {
	leap := map[int]int{2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11}
	for y := 2000; y <= 2033; y++ {
		for m := 1; m <= 12; m++ {
			_, ok := Lunar{Year: y, Month: m, Day: 1, Leap: true}.Date()
			if ok != (leap[y] == m) {
				t.Errorf("leap month %d of %d: %v, the calendar has %d", m, y, ok, leap[y])
			}
		}
	}
}

func TestLunarOfWhatIsNoDay(t *testing.T) {
	for _, d := range []Date{0, Of(2024, 0, 0), Of(2024, 5, 0), Of(2024, 2, 30), Of(1967, 12, 31)} {
		if l := d.Lunar(); l != (Lunar{}) {
			t.Errorf("%d is %+v", d, l)
		}
	}
	for _, l := range []Lunar{{}, {2024, 13, 1, false}, {2024, 1, 31, false}, {1900, 1, 1, false}, {2024, 2, 1, true}} {
		if d, ok := l.Date(); ok {
			t.Errorf("%+v is %s", l, d)
		}
	}
}

// Every day has one lunar day and back, and the next day is the next one.
func TestLunarThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Of(1968, 1, 29).AddDays(rapid.IntRange(0, 80_000).Draw(t, "days"))
		l := d.Lunar()
		if back, ok := l.Date(); !ok || back != d {
			t.Fatalf("%s is %+v is %s", d, l, back)
		}
		next := d.AddDays(1).Lunar()
		switch {
		case next.Day == l.Day+1 && next.Month == l.Month && next.Year == l.Year && next.Leap == l.Leap:
		case next.Day == 1 && (l.Day == 29 || l.Day == 30) && (next.Month == l.Month%12+1 || next.Leap && next.Month == l.Month):
		default:
			t.Fatalf("after %s %+v comes %+v", d, l, next)
		}
	})
}
