package dossier

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func TestMove(t *testing.T) {
	day := when.MustParse("2025-12-08")
	for _, c := range []struct {
		name     string
		from, to Stage
		reason   string
		code     string
	}{
		{"onward", Received, Appraising, "", ""},
		{"a step is not skipped", Received, Passed, "", "dossier.no-way"},
		{"a decided dossier stays", Decided, Returned, "sai tên", "dossier.no-way"},
		{"returned without a reason", Received, Returned, "", "dossier.reason"},
		{"returned with a reason", Received, Returned, "thiếu biên bản", ""},
		{"asked for more without a reason", Appraising, Supplement, "", "dossier.reason"},
		{"the unit may hand in again", Returned, Received, "", ""},
		{"the office's own award needs no submission", Passed, Decided, "", ""},
	} {
		got, err := Dossier{Name: "Đàng Thị Mẫu", Stage: c.from}.Move(c.to, c.reason, day)
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %q", c.name, err, c.code)
		}
		want := c.to
		if c.code != "" {
			want = c.from
		}
		if got.Stage != want {
			t.Errorf("%s: stands at %s", c.name, got.Stage)
		}
	}
}

// The rules a dossier is under are fixed when appraisal first begins, whatever
// way it goes afterwards.
func TestRuleDayStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Dossier{Name: "x", Stage: Received, Received: when.MustParse("2025-06-20")}
		day := when.MustParse("2025-06-25")
		fixed := when.Date(0)
		for range rapid.IntRange(1, 12).Draw(t, "moves") {
			next := d.Stage.Next()
			if len(next) == 0 {
				break
			}
			to := rapid.SampledFrom(next).Draw(t, "to")
			var err error
			if d, err = d.Move(to, "lý do", day); err != nil {
				t.Fatal(err)
			}
			if fixed == 0 && to == Appraising {
				fixed = day
			}
			day = day.AddDays(rapid.IntRange(1, 40).Draw(t, "days"))
			if want := max(fixed, 0); want != 0 && d.RuleDay() != want {
				t.Fatalf("rule day %s, appraisal began %s", d.RuleDay(), want)
			}
			if fixed == 0 && d.RuleDay() != d.Received {
				t.Fatalf("rule day %s before appraisal, received %s", d.RuleDay(), d.Received)
			}
		}
	})
}

func TestStagesAreNamedAndLeadSomewhere(t *testing.T) {
	for _, n := range StageNames {
		s := Stage(n.Code)
		if s != Decided && len(s.Next()) == 0 {
			t.Errorf("%s is a dead end", s)
		}
		for _, to := range s.Next() {
			if registry.NameOf(StageNames, string(to)) == string(to) {
				t.Errorf("%s leads to a stage without a name: %q", s, string(to))
			}
		}
	}
}

func TestCheckGivesAllFaultsAtOnce(t *testing.T) {
	l, ok := Dossier{}.Check().(fault.List)
	if !ok || len(l) != 3 {
		t.Fatalf("%v", l)
	}
	for i, field := range []string{"name", "award", "kind"} {
		if l[i].Field != field {
			t.Errorf("fault %d stands at %q, want %q", i, l[i].Field, field)
		}
	}
	if err := (Dossier{Name: "a", Award: "giay_khen", Kind: registry.Household}).Check(); err != nil {
		t.Errorf("a whole dossier: %v", err)
	}
}

func TestTheYearOfAchievements(t *testing.T) {
	for received, want := range map[string]int{"2025-12-05": 2025, "2026-01-31": 2025, "2026-02-28": 2025, "2026-03-01": 2026, "2026": 2026} {
		d := Dossier{Name: "Kiều Thị Sương", Award: "giay_khen", Kind: registry.Individual, Received: when.MustParse(received)}
		if got := d.YearOf(); got != want {
			t.Errorf("received %s: %d, want %d", received, got, want)
		}
		if d.Year = 2024; d.YearOf() != 2024 || d.Check() != nil {
			t.Errorf("received %s, written in: %d, %v", received, d.YearOf(), d.Check())
		}
		for _, bad := range []int{-1, 24, 2027} {
			if d.Year = bad; d.Check() == nil {
				t.Errorf("received %s, of the year %d", received, bad)
			}
		}
	}
	if got := (Dossier{}).YearOf(); got != 0 {
		t.Errorf("of no day: %d", got)
	}
}
