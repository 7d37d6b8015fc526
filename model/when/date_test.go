package when

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua/model/fault"
)

func TestParseAndWrite(t *testing.T) {
	for _, c := range []struct{ iso, slash, office string }{
		{"", "", ""},
		{"1980", "1980", "1980"},
		{"1980-03", "03/1980", "3/1980"},
		{"1980-01", "01/1980", "01/1980"},
		// Days below 10 and the months 1 and 2 get a 0, no other month (NĐ 30/2020, Phụ lục I).
		{"2024-01-05", "05/01/2024", "05/01/2024"},
		{"2024-04-17", "17/04/2024", "17/4/2024"},
		{"2022-08-09", "09/08/2022", "09/8/2022"},
	} {
		d, err := Parse(c.iso)
		if err != nil {
			t.Errorf("%q: %v", c.iso, err)
		}
		if d.String() != c.iso || d.Slash() != c.slash || d.Office() != c.office {
			t.Errorf("%q: %q %q %q", c.iso, d.String(), d.Slash(), d.Office())
		}
	}
	for _, bad := range []string{"24-01-05", "2024-1-5", "2024-13", "2024-02-30", "2023-02-29", "2024-00-01", "2024-01-05-01", "5/1/2024", "1700", "abcd", "2024-"} {
		if d, err := Parse(bad); fault.CodeOf(err) != "when.bad-date" || d != 0 {
			t.Errorf("%q: %v %v", bad, d, err)
		}
	}
}

func TestValid(t *testing.T) {
	for d, want := range map[Date]bool{
		Of(2024, 2, 29): true, Of(2023, 2, 29): false, Of(1980, 0, 0): true, Of(1980, 0, 5): false, Of(1980, 13, 0): false,
		Of(1799, 12, 31): false, Of(2201, 1, 1): false, Of(2024, 4, 31): false,
	} {
		if d.Valid() != want {
			t.Errorf("%d: %v", d, !want)
		}
	}
	if Of(1980, 3, 0).Exact() || !Of(1980, 3, 1).Exact() {
		t.Error("a month is no day")
	}
}

func TestMonthsAreHeldBack(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-01-31", 1, "2024-02-29"}, {"2023-01-31", 1, "2023-02-28"}, {"2024-12-15", 1, "2025-01-15"},
		{"2024-03-31", -1, "2024-02-29"}, {"2024-01-15", -1, "2023-12-15"}, {"2024-01-15", -13, "2022-12-15"}, {"2024-04-17", 20, "2025-12-17"},
	} {
		if got := MustParse(c.from).AddMonths(c.n); got != MustParse(c.want) {
			t.Errorf("%s %+d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestPeriodsAreHalfOpen(t *testing.T) {
	p := Period{From: MustParse("2024-04-17"), To: MustParse("2026-01-07")}
	for d, want := range map[string]bool{"2024-04-16": false, "2024-04-17": true, "2026-01-06": true, "2026-01-07": false} {
		if p.Holds(MustParse(d)) != want {
			t.Errorf("%s: %v", d, !want)
		}
	}
	if p.Holds(0) {
		t.Error("no date lies in a period that has a beginning")
	}
	if !(Period{}).Holds(MustParse("1900")) {
		t.Error("the period without ends holds every day")
	}
	next := Period{From: p.To}
	if p.Overlaps(next) || next.Overlaps(p) {
		t.Error("one ends the day the other begins: they share no day")
	}
	if !p.Overlaps(Period{From: p.To.AddDays(-1)}) || !p.Overlaps(Period{}) {
		t.Error("a shared day is not seen")
	}
}

func TestDaysThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Of(1900, 1, 1).AddDays(rapid.IntRange(0, 100_000).Draw(t, "d"))
		n := rapid.IntRange(-5000, 5000).Draw(t, "n")
		e := d.AddDays(n)
		if !e.Valid() || d.DaysTo(e) != n || e.AddDays(-n) != d || (n > 0) != (e > d) {
			t.Fatalf("%s %+d days is %s, %d days on", d, n, e, d.DaysTo(e))
		}
	})
}

func TestJSON(t *testing.T) {
	type holder struct {
		Birth Date `json:"birth"`
		Period
	}
	in := holder{Birth: Of(1980, 3, 0), Period: Period{From: Of(2024, 4, 17)}}
	b, err := json.Marshal(in)
	if err != nil || string(b) != `{"birth":"1980-03","from":"2024-04-17"}` {
		t.Errorf("%s %v", b, err)
	}
	var out holder
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("%+v %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"birth":"1980-3"}`), &out); err == nil {
		t.Error("a broken date was read")
	}
}

func TestFixedClock(t *testing.T) {
	c := Fixed(Of(2025, 12, 8))
	if c.Today() != Of(2025, 12, 8) || OfTime(c.Now()) != c.Today() || c.Now().Location() != time.UTC {
		t.Errorf("%s %s", c.Today(), c.Now())
	}
}

func TestAPeriodKnowsItsLastDay(t *testing.T) {
	from, last := MustParse("2024-04-17"), MustParse("2024-12-31")
	p := Through(from, last)
	if p != (Period{From: from, To: MustParse("2025-01-01")}) || p.LastDay() != last || !p.Holds(last) || p.Holds(p.To) {
		t.Errorf("%+v ends on %s", p, p.LastDay())
	}
	if p = Through(from, 0); p.To != 0 || p.LastDay() != 0 || !p.Holds(last) {
		t.Errorf("%+v ends on %s", p, p.LastDay())
	}
}
