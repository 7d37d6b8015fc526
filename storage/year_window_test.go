package storage_test

import (
	"slices"
	"testing"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
)

// What the pages of plans and of scores do beyond what the console does.

func TestAnEndedUnitsPlanGoesToItsHeirs(t *testing.T) {
	o := onDay(t, "2025-07-15")
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	book, err := o.Registry(ctx)
	if err != nil {
		t.Fatal(err)
	}
	district := movement.UnitPlan{Movement: m.ID, Unit: book.WithCode("589", when.Of(2025, 6, 2))[0].ID, Asked: when.Of(2025, 6, 2), AskedBy: "9/SNV", Due: when.Of(2025, 6, 20)}
	if _, err := o.SavePlan(ctx, &district, nil); err != nil {
		t.Fatal(err)
	}
	lines, err := o.Plans(ctx, "TTC80")
	if err != nil || len(lines) != 1 || lines[0].Status != movement.Ended {
		t.Fatalf("%+v, %v", lines, err)
	}
	e, err := o.HandOverPlans(ctx, []int64{district.ID}, movement.Handover{Way: movement.ToHeirs})
	if err != nil {
		t.Fatal(err)
	}
	after, err := o.Plans(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	var heirs []registry.UnitID
	for _, l := range after {
		if l.Plan.ID == district.ID {
			heirs = l.Plan.Handover.To
			if l.Status != movement.Passed || l.Plan.Handover.Officer == "" {
				t.Errorf("%+v", l)
			}
		}
	}
	if len(heirs) == 0 || len(after) != len(lines)+len(heirs) {
		t.Fatalf("%d heirs, %d lines after %d", len(heirs), len(after), len(lines))
	}
	for _, l := range after {
		if slices.Contains(heirs, l.Plan.Unit) && (l.Plan.Due <= o.Today() || l.Plan.AskedBy != "9/SNV") {
			t.Errorf("an heir owes %+v", l.Plan)
		}
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if again, err := o.Plans(ctx, "TTC80"); err != nil || len(again) != len(lines) {
		t.Errorf("after undo %d lines, %v", len(again), err)
	}
}

func TestAPlanThatIsInStays(t *testing.T) {
	o := onDay(t, "2024-06-10")
	if _, _, err := o.AskPlans(ctx, "TTC80", when.MustParse("2024-06-20"), ""); err != nil {
		t.Fatal(err)
	}
	p, _, err := o.ReceivePlan(ctx, "TTC80", "SYT", "1/KH", 0, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.DropPlans(ctx, []int64{p.ID}); fault.CodeOf(err) != "office.plan-is-in" {
		t.Errorf("dropped: %v", err)
	}
	if _, err := o.HandOverPlans(ctx, []int64{p.ID}, movement.Handover{Way: movement.ToOfficer}); fault.CodeOf(err) != "office.plan-is-in" {
		t.Errorf("handed over: %v", err)
	}
	lines, err := o.Plans(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	e, err := o.DropPlans(ctx, []int64{lines[0].Plan.ID})
	if err != nil {
		t.Fatal(err)
	}
	if now, err := o.Plans(ctx, "TTC80"); err != nil || len(now) != len(lines)-1 {
		t.Errorf("%d of %d lines, %v", len(now), len(lines), err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Error(err)
	}
}

func TestSetsOfAYearDoNotOverlap(t *testing.T) {
	o := onDay(t, "2024-11-01")
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil {
		t.Fatal(err)
	}
	sets, err := o.CriteriaSets(ctx, "TTC80", 2024)
	if err != nil {
		t.Fatal(err)
	}
	grouped := sets[slices.IndexFunc(sets, func(s criteria.Set) bool { return len(s.Groups) > 0 })]
	all := sets[slices.IndexFunc(sets, func(s criteria.Set) bool { return len(s.Groups) == 0 })]
	for _, c := range []struct {
		from criteria.Set
		code string
		want string
	}{{grouped, grouped.Code, "criteria.code-twice"}, {grouped, "khac", "criteria.group-twice"}, {all, "khac", "criteria.all-twice"}} {
		next := c.from
		next.ID, next.Rev, next.Code = 0, 0, c.code
		if _, err := o.SaveCriteriaSet(ctx, &next); fault.CodeOf(err) != c.want {
			t.Errorf("%q: %v", c.want, err)
		}
	}
	e, err := o.DeleteCriteriaSet(ctx, grouped)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Error(err)
	}
}

func TestAnAssignmentLeavesItsVisits(t *testing.T) {
	o := onDay(t, "2024-09-02")
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	w := movement.Watch{Movement: m.ID, Member: "Nguyễn Thị Mẫu", Sector: "Y tế", Units: []registry.UnitID{unitID(t, o, "SYT")}}
	if _, err := o.SaveWatch(ctx, &w); err != nil {
		t.Fatal(err)
	}
	v := movement.Visit{Movement: m.ID, Watch: w.ID, Member: w.Member, Unit: w.Units[0], Day: o.Today(), Mark: "tot"}
	if _, err := o.SaveVisit(ctx, &v, nil); err != nil {
		t.Fatal(err)
	}
	e, err := o.DeleteWatch(ctx, w)
	if err != nil {
		t.Fatal(err)
	}
	list, err := o.Visits(ctx, "TTC80", 2024)
	if err != nil || len(list) != 1 || list[0].Watch != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if list, err = o.Visits(ctx, "TTC80", 2024); err != nil || len(list) != 1 || list[0].Watch != w.ID {
		t.Errorf("after undo %+v, %v", list, err)
	}
	if _, err := o.DeleteVisit(ctx, list[0]); err != nil {
		t.Error(err)
	}
}

func TestAMovementsCodeIsItsOwn(t *testing.T) {
	o := onDay(t, "2025-06-02")
	m, _, err := o.CloneMovement(ctx, "TTC80", "TTC81", "", when.Period{From: when.Of(2026, 2, 1)})
	if err != nil {
		t.Fatal(err)
	}
	m.Code = "TTC80"
	if _, err := o.SaveMovement(ctx, &m); fault.CodeOf(err) != "movement.code-twice" {
		t.Errorf("a code twice: %v", err)
	}
	m.Code, m.Parent = "TTC81", m.ID
	if _, err := o.SaveMovement(ctx, &m); fault.CodeOf(err) != "movement.parent" {
		t.Errorf("its own parent: %v", err)
	}
}

func TestASheetIsRenewedFromItsSet(t *testing.T) {
	o := onDay(t, "2024-11-01")
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil {
		t.Fatal(err)
	}
	syt, stc := unitID(t, o, "SYT"), unitID(t, o, "STC")
	fill := func(unit int64) office.SheetLine {
		l, err := o.Sheet(ctx, "TTC80", 2024, unit)
		if err != nil {
			t.Fatal(err)
		}
		l.Sheet.SetLine(criteria.Line{Key: "a1", Self: &criteria.Entry{A: 10, B: 9}})
		l.Sheet.SetLine(criteria.Line{Key: "c2", Self: &criteria.Entry{B: 4}})
		if _, err := o.SaveSheet(ctx, &l.Sheet); err != nil {
			t.Fatal(err)
		}
		return l
	}
	before := fill(syt)
	fill(stc)
	if list, err := o.Renewals(ctx, "TTC80", 2024); err != nil || len(list) != 0 {
		t.Fatalf("%d to be renewed though nothing was corrected: %v", len(list), err)
	}
	sets, err := o.CriteriaSets(ctx, "TTC80", 2024)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		set.Items = slices.DeleteFunc(set.Items, func(it criteria.Item) bool { return it.Key == "c2" })
		set.Breaks = slices.DeleteFunc(set.Breaks, func(b criteria.Break) bool { return b.Key == "c2" })
		for i, it := range set.Items {
			if it.Key == "a1" {
				set.Items[i].Max = 2000
			}
		}
		if _, err := o.SaveCriteriaSet(ctx, &set); err != nil {
			t.Fatal(err)
		}
	}
	list, err := o.Renewals(ctx, "TTC80", 2024)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d to be renewed, want both: %v", len(list), err)
	}
	if c := list[0].Changes; len(c) != 2 || c[0].Key != "a1" || c[0].Lost || c[1].Key != "c2" || !c[1].Gone() || !c[1].Lost {
		t.Errorf("changes %+v", c)
	}
	n, e, err := o.RenewSheets(ctx, "TTC80", 2024, syt)
	if err != nil || n != 1 {
		t.Fatalf("%d renewed, %v", n, err)
	}
	l, err := o.Sheet(ctx, "TTC80", 2024, syt)
	if err != nil || l.Sheet.Line("c2").Self != nil || l.Sheet.Line("a1").Self == nil || l.Result.Total != list[0].Now.Total && l.Result.Total != list[1].Now.Total {
		t.Errorf("renewed: %s, %+v, %v", l.Result.Total, l.Sheet.Lines, err)
	}
	if left, err := o.Renewals(ctx, "TTC80", 2024); err != nil || len(left) != 1 || left[0].Sheet.Unit != stc {
		t.Errorf("left to be renewed: %+v, %v", left, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if l, err = o.Sheet(ctx, "TTC80", 2024, syt); err != nil || len(l.Sheet.Items) != len(before.Sheet.Items) || l.Sheet.Line("c2").Self == nil {
		t.Errorf("undo did not bring it back: %v", err)
	}
}

func TestAClonedMovementBeginsWithItsModelsCriteria(t *testing.T) {
	o := onDay(t, "2026-03-02")
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2025); err != nil {
		t.Fatal(err)
	}
	sets, err := o.CriteriaSets(ctx, "TTC80", 2025)
	if err != nil {
		t.Fatal(err)
	}
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	next := m.Clone("PT2", when.Period{From: when.MustParse("2026-02-01"), To: when.MustParse("2029-01-01")})
	next.Name = "Phong trào tiếp theo"
	if _, err := o.SaveMovement(ctx, &next); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.DraftCriteria(ctx, "PT2", 2026); err != nil {
		t.Fatal(err)
	}
	drafted, err := o.CriteriaSets(ctx, "PT2", 2026)
	if err != nil || len(drafted) != len(sets) || len(drafted[0].Items) != len(sets[0].Items) || drafted[0].Movement != next.ID {
		t.Errorf("%d sets drafted from %d, %v", len(drafted), len(sets), err)
	}
}
