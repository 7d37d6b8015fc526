package when

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/fault"
)

func shippedDays(t testing.TB) []SpecialDay {
	t.Helper()
	text, err := os.ReadFile("../../assets/catalogue/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	days, err := ParseSpecialDays(text)
	if err != nil {
		t.Fatal(err)
	}
	return days
}

// The weekdays off and the weekend days worked of three years, as the yearly
// notices to public servants had them.
func TestYearsOfTheNotices(t *testing.T) {
	c := NewCalendar(shippedDays(t))
	for _, y := range []struct {
		year        int
		off, worked []string
	}{
		{2024, []string{"01-01", "02-08", "02-09", "02-12", "02-13", "02-14", "04-18", "04-29", "04-30", "05-01", "09-02", "09-03"}, []string{"05-04"}},
		{2025, []string{"01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01", "09-02"}, []string{"04-26"}},
		{2026, []string{"01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01", "08-31", "09-01", "09-02", "11-24"}, []string{"01-10", "08-22"}},
	} {
		var off, worked []string
		for d := Of(y.year, 1, 1); d.Year() == y.year; d = d.AddDays(1) {
			_, free := c.Off(d)
			switch {
			case free && !weekend(d):
				off = append(off, d.String()[5:])
			case !free && weekend(d):
				worked = append(worked, d.String()[5:])
			}
		}
		if !slices.Equal(off, y.off) {
			t.Errorf("%d off    %v\nwant %v", y.year, off, y.off)
		}
		if !slices.Equal(worked, y.worked) {
			t.Errorf("%d worked %v, want %v", y.year, worked, y.worked)
		}
	}
}

// Without a notice the law alone: years whose holidays are known and were not shifted.
func TestTheLawAlone(t *testing.T) {
	c := NewCalendar(nil)
	for d, want := range map[Date]string{
		Of(2023, 9, 1): "Quốc khánh", Of(2023, 9, 4): "Nghỉ bù Quốc khánh", // 02/9/2023 was a Saturday
		Of(2023, 1, 2): "Nghỉ bù Tết Dương lịch", // 01/01/2023 was a Sunday
		Of(2023, 5, 2): "Nghỉ bù Giỗ Tổ Hùng Vương", Of(2023, 5, 3): "Nghỉ bù Ngày Chiến thắng",
		Of(2026, 4, 27): "Nghỉ bù Giỗ Tổ Hùng Vương", Of(2024, 2, 10): "Tết Âm lịch",
	} {
		name, off := c.Off(d)
		if !off || name != want {
			t.Errorf("%s: %q %v, want %q", d, name, off, want)
		}
	}
	if name, off := c.Off(Of(2024, 6, 1)); !off || name != "" {
		t.Errorf("a plain Saturday: %q %v", name, off)
	}
	if _, off := c.Off(Of(2024, 6, 3)); off {
		t.Error("a plain Monday is off")
	}
}

func TestHolidaysAreListedInOrder(t *testing.T) {
	hs := NewCalendar(shippedDays(t)).Holidays(2025)
	if !slices.IsSortedFunc(hs, func(a, b Holiday) int { return int(a.Date - b.Date) }) {
		t.Errorf("%v", hs)
	}
	has := func(d Date) bool {
		return slices.ContainsFunc(hs, func(h Holiday) bool { return h.Date == d && h.Name != "" })
	}
	if !has(Of(2025, 5, 2)) || has(Of(2025, 2, 3)) || has(Of(2025, 4, 26)) {
		t.Errorf("shifted days are not laid over the law: %v", hs)
	}
}

func TestAddWorkingDays(t *testing.T) {
	c := NewCalendar(shippedDays(t))
	for _, x := range []struct {
		from string
		days int
		want string
	}{
		{"2025-12-08", 0, "2025-12-08"},
		{"2025-12-08", 1, "2025-12-09"},
		{"2025-12-05", 1, "2025-12-08"},  // Friday to Monday
		{"2025-12-08", 20, "2026-01-07"}, // over New Year with 02/01 off
		{"2026-01-09", 1, "2026-01-10"},  // a Saturday that is worked
		{"2026-02-13", 1, "2026-02-23"},  // over Tết
		{"2025-04-25", 1, "2025-04-26"},
		{"2026-02-23", -1, "2026-02-13"},
	} {
		if got := c.AddWorkingDays(MustParse(x.from), x.days); got != MustParse(x.want) {
			t.Errorf("%s and %d working days: %s, want %s", x.from, x.days, got, x.want)
		}
	}
}

// A limit of n working days holds n working days, and ends on one.
func TestLimitsAndCountsAgree(t *testing.T) {
	c := NewCalendar(shippedDays(t))
	rapid.Check(t, func(t *rapid.T) {
		d := Of(2024, 1, 1).AddDays(rapid.IntRange(0, 2000).Draw(t, "day"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		end := c.AddWorkingDays(d, n)
		if got := c.WorkingDaysBetween(d, end); got != n {
			t.Fatalf("%s + %d is %s, which counts %d", d, n, end, got)
		}
		if _, off := c.Off(end); off {
			t.Fatalf("the limit ends on %s, a day off", end)
		}
		if got := c.WorkingDaysBetween(end, d); got != -n {
			t.Fatalf("backward it counts %d", got)
		}
	})
}

func TestParseSpecialDaysRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"not a list": `{"date":"2024-01-01"}`, "no name": `[{"date":"2024-01-01","off":true}]`,
		"only a month": `[{"date":"2024-01","off":true,"name":"x"}]`, "a field nobody knows": `[{"date":"2024-01-01","name":"x","free":true}]`,
		"no such day": `[{"date":"2024-02-30","name":"x"}]`, "cut off": `[{"date":"2024-01-01"`,
	} {
		if _, err := ParseSpecialDays([]byte(text)); fault.CodeOf(err) != "when.bad-days" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
