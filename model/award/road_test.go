package award

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/model/fault"
	"thidua/model/when"
)

func TestPayableOfSeveralTitles(t *testing.T) {
	d := day("2025-12-25")
	list := []Prize{
		{Nominee: 1, Award: "lao_dong_tien_tien", Class: Title, Year: 2025, Day: d, Sum: 710_000},
		{Nominee: 1, Award: "cstd_co_so", Class: Title, Year: 2025, Day: d, Sum: 2_340_000},
		{Nominee: 1, Award: "giay_khen", Class: Commendation, Year: 2025, Day: d, Sum: 710_000},               // a form beside a title: both
		{Nominee: 1, Award: "cstd_tinh", Class: Title, Year: 2023, Day: d, Sum: 7_020_000},                    // for another year: each
		{Nominee: 2, Award: "lao_dong_tien_tien", Class: Title, Year: 2025, Day: d, Sum: 710_000},             // somebody else
		{Nominee: 1, Award: "lao_dong_tien_tien", Class: Title, Year: 2025, Day: d.AddDays(30), Sum: 710_000}, // not at one time
	}
	want := []int{1, -1, -1, -1, -1, -1}
	for i, c := range Payable(list) {
		if c != want[i] {
			t.Errorf("%d %s: covered by %d, want %d", i, list[i].Award, c, want[i])
		}
	}
}

// Of the titles of one person, year and day exactly one is paid, and none is higher.
func TestPayableProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		list := make([]Prize, n)
		for i := range list {
			list[i] = Prize{Nominee: int64(rapid.IntRange(1, 3).Draw(t, "who")), Year: rapid.IntRange(2024, 2025).Draw(t, "year"), Day: when.Of(2025, 12, rapid.IntRange(1, 2).Draw(t, "day")),
				Class: rapid.SampledFrom([]Class{Title, Commendation}).Draw(t, "class"), Sum: Dong(rapid.IntRange(0, 5).Draw(t, "sum"))}
		}
		covered := Payable(list)
		for i, p := range list {
			c := covered[i]
			if p.Class != Title {
				if c != -1 {
					t.Fatalf("a form of commendation is covered: %+v", p)
				}
				continue
			}
			if c == -1 {
				continue
			}
			b := list[c]
			if covered[c] != -1 || b.Sum < p.Sum || b.Nominee != p.Nominee || b.Year != p.Year || b.Day != p.Day || b.Class != Title {
				t.Fatalf("%+v is covered by %+v (%d)", p, b, covered[c])
			}
		}
	})
}

func TestWhoPaysAndWhatIsHigher(t *testing.T) {
	c := Load()
	for code, want := range map[string]Fund{"bang_khen_thu_tuong": FundProvince, "bang_khen_ubtvqh": FundCentral, "bang_khen_chu_tich_tinh": FundProvince, "giay_khen": FundUnit} {
		if a, _ := c.Award(code); a.PaidBy() != want {
			t.Errorf("%s is paid by %s, want %s", code, a.PaidBy(), want)
		}
	}
	order := []string{"bang_khen_thu_tuong", "bang_khen_ubtvqh", "bang_khen_chu_tich_tinh", "giay_khen"}
	for i, x := range order {
		for j, y := range order {
			a, _ := c.Award(x)
			b, _ := c.Award(y)
			if a.Above(b) != (i < j) {
				t.Errorf("%s above %s: %v", x, y, a.Above(b))
			}
		}
	}
	ldtt, _ := c.Award("lao_dong_tien_tien")
	gk, _ := c.Award("giay_khen")
	if ldtt.Above(gk) || gk.Above(ldtt) {
		t.Error("a title and a form of one level are compared")
	}
}

func TestBookAddsUpInTheOrderOfDays(t *testing.T) {
	lines := Book([]Booking{{ID: 3, Day: day("2025-12-29"), Out: 10}, {ID: 1, Day: day("2025-01-15"), In: 50}, {ID: 2, Day: day("2025-06-01"), Out: 20}})
	for i, want := range []Dong{50, 30, 20} {
		if lines[i].Balance != want {
			t.Errorf("line %d: %d, want %d", i, lines[i].Balance, want)
		}
	}
	// A line put in late must not leave a later day without money.
	for from, want := range map[string]Dong{"2025-01-01": 20, "2025-07-01": 20, "2025-12-30": 20, "2024-01-01": 20} {
		if got := Lowest(lines, day(from)); got != want {
			t.Errorf("lowest from %s: %d, want %d", from, got, want)
		}
	}
	if got := Lowest(Book([]Booking{{Day: day("2025-02-01"), Out: 5}, {Day: day("2025-03-01"), In: 50}}), day("2025-02-01")); got != -5 {
		t.Errorf("the day without money was not seen: %d", got)
	}
}

func TestBookingFaults(t *testing.T) {
	good := Booking{Fund: FundProvince, Day: day("2025-12-29"), Source: "ngan_sach", In: 1}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []func(*Booking){
		func(b *Booking) { b.Out = 1 }, func(b *Booking) { b.In = 0 }, func(b *Booking) { b.In = -1 }, func(b *Booking) { b.Day = 0 },
		func(b *Booking) { b.Source = "khác" }, func(b *Booking) { b.Fund = "" },
	} {
		b := good
		if bad(&b); b.Check() == nil {
			t.Errorf("%+v passes", b)
		}
	}
}

func TestWhatMayHappenToACertificate(t *testing.T) {
	out := Handing{What: HandedOut, Day: day("2026-01-06")}
	again := Handing{What: Reissued, Day: day("2026-02-06"), Reason: "Mất"}
	back := Handing{What: TakenBack, Day: day("2026-03-06"), Reason: "Hủy bỏ"}
	for _, c := range []struct {
		before []Handing
		h      Handing
		code   string
	}{
		{nil, out, ""}, {nil, again, "award.handing-not-out"}, {nil, back, "award.handing-not-out"},
		{[]Handing{out}, out, "award.handing-twice"}, {[]Handing{out}, again, ""}, {[]Handing{out, again}, again, ""}, {[]Handing{out}, back, ""},
		{[]Handing{out, back}, Handing{What: Exchanged, Day: day("2026-04-06"), Reason: "x"}, "award.handing-gone"},
		{[]Handing{out, again}, Handing{What: Exchanged, Day: day("2026-01-10"), Reason: "x"}, "award.handing-before"},
		{[]Handing{out}, Handing{What: Reissued, Day: day("2026-02-06")}, "award.handing-reason"},
		{nil, Handing{What: HandedOut}, "award.handing-day"}, {nil, Handing{What: "khác", Day: day("2026-01-06")}, "award.handing-what"},
	} {
		if got := fault.CodeOf(c.h.May(c.before)); got != c.code {
			t.Errorf("%s after %d: %q, want %q", c.h.What, len(c.before), got, c.code)
		}
	}
}
