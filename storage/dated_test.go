package storage_test

import (
	"testing"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/registry"
	"thidua/model/when"
)

// What an office changes on its page of settings, as kept on a real data folder.

func TestANewSalaryEndsTheOneBefore(t *testing.T) {
	o := onDay(t, "2026-08-01")
	before, err := o.Catalogue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	day := when.MustParse("2027-07-01")
	e, err := o.SaveSalary(ctx, &award.Salary{Amount: 3_000_000, Period: when.Period{From: day}, Source: "Nghị định thử"})
	if err != nil {
		t.Fatal(err)
	}
	after, err := o.Catalogue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, s := range after.Money.Salaries {
		if s.Holds(day) || s.Holds(day.AddDays(-1)) {
			held++
		}
	}
	if held != 2 || len(after.Money.Salaries) != len(before.Money.Salaries)+1 {
		t.Errorf("%d salaries hold around the day: %+v", held, after.Money.Salaries)
	}
	twice := award.Salary{Amount: 3_100_000, Period: when.Period{From: day}, Source: "Nghị định khác"}
	if _, err := o.SaveSalary(ctx, &twice); fault.CodeOf(err) != "office.salary-twice" {
		t.Errorf("two salaries on one day: %v", err)
	}
	if _, err := o.SaveSalary(ctx, &award.Salary{}); err == nil {
		t.Error("a salary of nothing, from no day, is kept")
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if again, _ := o.Catalogue(ctx); len(again.Money.Salaries) != len(before.Money.Salaries) {
		t.Error("the salary is still there after taking it back")
	}
}

func TestACoefficientStandsForItsAwardAndKindOnly(t *testing.T) {
	o := onDay(t, "2026-08-01")
	day := when.MustParse("2027-01-01")
	sum := func(k registry.Kind, on when.Date) award.Dong {
		c, err := o.Catalogue(ctx)
		if err != nil {
			t.Fatal(err)
		}
		n, _ := c.Money.Sum("bang_khen_thu_tuong", k, on)
		return n
	}
	was, other := sum(registry.Individual, day), sum(registry.Collective, day)
	c := award.Coefficient{Award: "bang_khen_thu_tuong", Kind: registry.Individual, Hundredths: 400, Period: when.Period{From: day}, Source: "Nghị định thử"}
	if _, err := o.SaveCoefficient(ctx, &c); err != nil {
		t.Fatal(err)
	}
	if got := sum(registry.Individual, day); got != 10_120_000 { // 4 × 2.530.000
		t.Errorf("the new sum is %d", got)
	}
	if got := sum(registry.Individual, day.AddDays(-1)); got != was {
		t.Errorf("the day before changed from %d to %d", was, got)
	}
	if got := sum(registry.Collective, day); got != other {
		t.Errorf("collectives changed from %d to %d", other, got)
	}
	if _, err := o.SaveCoefficient(ctx, &award.Coefficient{Award: "x", Kind: "y"}); err == nil {
		t.Error("a coefficient of nothing is kept")
	}
}

func TestBackToTheProgramsText(t *testing.T) {
	o := onDay(t, "2026-01-15")
	const key = "to-trinh.mo-dau"
	own, err := form.DefaultTexts().Get(key, 0)
	if !err {
		t.Fatal("no such text")
	}
	get := func(day string) string {
		all, err := o.Texts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := all.Get(key, when.MustParse(day))
		return s
	}
	for _, from := range []string{"2025-03-01", "2026-01-10", "2026-06-01"} {
		if _, err := o.SaveText(ctx, form.Wording{Key: key, Text: "Từ " + from, Period: when.Period{From: when.MustParse(from)}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.DropText(ctx, key, when.MustParse("2026-01-15")); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{"2025-02-28": own, "2025-03-01": "Từ 2025-03-01", "2026-01-14": "Từ 2026-01-10", "2026-01-15": own, "2026-12-31": own} {
		if got := get(day); got != want {
			t.Errorf("on %s it reads %q", day, got)
		}
	}
	if _, err := o.DropText(ctx, key, when.MustParse("2026-01-15")); fault.CodeOf(err) != "office.text-none" {
		t.Errorf("nothing is left to go back from: %v", err)
	}
}

func TestNobodyLocksThemselvesOut(t *testing.T) {
	o := onDay(t, "2026-01-15")
	if _, err := o.SaveRole(ctx, o.Officer(), audit.Reader); fault.CodeOf(err) != "office.role-self" {
		t.Errorf("made a reader of oneself: %v", err)
	}
	if _, err := o.SaveRole(ctx, " ", "vua"); err == nil {
		t.Error("nobody was given a role that does not exist")
	}
	if _, err := o.SaveRole(ctx, "Lãnh đạo thử", audit.Reader); err != nil {
		t.Fatal(err)
	}
	list, err := o.Colleagues(ctx)
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]audit.Role{}
	for _, c := range list {
		roles[c.Name] = c.Role
	}
	if len(list) != 2 || list[0].Name != o.Officer() || list[0].Last.ID == 0 || roles["Lãnh đạo thử"] != audit.Reader {
		t.Errorf("colleagues %+v", list)
	}
}
