package registry

import (
	"errors"
	"slices"
	"testing"

	"thidua/model/fault"
	"thidua/model/when"
)

// twoCommunes are two communes under a district, a school under the first, a commune
// set up on 01/9/2025, one that ended before, and one whose name changes in 2026.
func twoCommunes() *Book {
	unit := func(id, parent UnitID, name string, from ...string) Unit {
		u := Unit{ID: id}
		for i, f := range from {
			if f == "to" {
				u.Versions[len(u.Versions)-1].To = day(from[i+1])
				break
			}
			if i > 0 {
				u.Versions[i-1].To = day(f)
			}
			u.Versions = append(u.Versions, Version{Period: when.Period{From: day(f)}, Name: name, Official: name, Parent: parent, Legal: "cũ"})
		}
		return u
	}
	return NewBook([]Unit{
		unit(1, 0, "Huyện", ""), unit(2, 1, "Xã A", ""), unit(3, 1, "Xã B", ""), unit(4, 2, "Trường A", ""),
		unit(5, 1, "Xã mới", "2025-09-01"), unit(6, 1, "Xã cũ", "", "to", "2025-01-01"), unit(7, 1, "Xã đổi tên", "", "2026-01-01"),
		unit(8, 0, "Cơ quan một mình", ""),
	}, nil)
}

func merging() Change {
	return Change{Way: Merging, Date: day("2025-09-01"), Legal: "NQ 1/NQ-HĐND", From: []UnitID{2, 3}, To: []UnitID{5}}
}

func TestMergingEndsTheUnitsAndTakesWhatStandsBelow(t *testing.T) {
	b := twoCommunes()
	got, err := b.Change(merging())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Below, []UnitID{4}) || len(got.Events) != 2 || got.Events[0].Part || got.Events[1] != (Event{Date: day("2025-09-01"), Kind: Merge, From: 3, To: 5, Legal: "NQ 1/NQ-HĐND"}) {
		t.Errorf("%+v", got)
	}
	now := NewBook(got.Units, got.Events)
	for _, id := range []UnitID{2, 3} {
		u, _ := now.Unit(id)
		if _, stands := u.At(day("2025-08-31")); !stands || u.Period().To != day("2025-09-01") {
			t.Errorf("unit %d: %+v", id, u.Period())
		}
	}
	school, _ := now.Unit(4)
	before, _ := school.At(day("2025-08-31"))
	after, _ := school.At(day("2025-09-01"))
	if before.Parent != 2 || before.Legal != "cũ" || after.Parent != 5 || after.Legal != "NQ 1/NQ-HĐND" || school.Check() != nil {
		t.Errorf("school %+v", school.Versions)
	}
	if u, _ := b.Unit(2); u.Period().To != 0 {
		t.Error("the registry itself was changed")
	}
}

func TestDividingPartingDissolving(t *testing.T) {
	b := twoCommunes()
	c := merging()
	c.Way, c.From, c.To = Dividing, []UnitID{3}, []UnitID{2, 5}
	got, err := b.Change(c)
	if err != nil || len(got.Units) != 1 || len(got.Events) != 2 || !got.Events[0].Part || got.Events[0].Kind != Split {
		t.Errorf("divided: %+v %v", got, err)
	}
	// What is parted stands on: no unit is written, and it may be parted with units below it.
	c.Way, c.From, c.To = Parting, []UnitID{2}, []UnitID{5}
	got, err = b.Change(c)
	if err != nil || len(got.Units) != 0 || len(got.Events) != 1 || !got.Events[0].Part {
		t.Errorf("parted: %+v %v", got, err)
	}
	c.Way, c.From, c.To = Dissolving, []UnitID{8}, nil
	got, err = b.Change(c)
	if err != nil || len(got.Units) != 1 || got.Events[0].To != 0 || got.Events[0].Part || got.Events[0].Kind != Dissolve {
		t.Errorf("dissolved: %+v %v", got, err)
	}
}

func TestWhatNoChangeCanBe(t *testing.T) {
	for code, spoil := range map[string]func(*Change){
		"registry.change-way":      func(c *Change) { c.Way = "gop" },
		"registry.change-day":      func(c *Change) { c.Date = 0 },
		"registry.change-legal":    func(c *Change) { c.Legal = " " },
		"registry.change-from":     func(c *Change) { c.From = nil },
		"registry.change-one":      func(c *Change) { c.To = nil },
		"registry.change-two":      func(c *Change) { c.Way, c.From = Dividing, []UnitID{3} },
		"registry.change-to":       func(c *Change) { c.Way, c.To = Parting, nil },
		"registry.change-many":     func(c *Change) { c.Way, c.To = Dissolving, []UnitID{5, 8} },
		"registry.change-twice":    func(c *Change) { c.From = []UnitID{2, 2} },
		"registry.change-self":     func(c *Change) { c.To = []UnitID{3} },
		"registry.change-not-yet":  func(c *Change) { c.From, c.To = []UnitID{5}, []UnitID{8} },
		"registry.change-ended":    func(c *Change) { c.From = []UnitID{6} },
		"registry.change-later":    func(c *Change) { c.From = []UnitID{7} },
		"registry.change-receiver": func(c *Change) { c.To = []UnitID{6} },
		"registry.change-below":    func(c *Change) { c.Way, c.From, c.To = Dissolving, []UnitID{2}, nil },
		"store.no-unit":            func(c *Change) { c.From = []UnitID{99} },
	} {
		c := merging()
		spoil(&c)
		_, err := twoCommunes().Change(c)
		if codes := codesOf(err); !slices.Equal(codes, []string{code}) {
			t.Errorf("%s: refused as %v", code, codes)
		}
	}
	// The heir cannot stand below the unit it takes over from, and then under itself.
	c := merging()
	c.From, c.To = []UnitID{2}, []UnitID{4}
	if _, err := twoCommunes().Change(c); !slices.Equal(codesOf(err), []string{"registry.change-below"}) {
		t.Errorf("an heir from below: %v", err)
	}
}

// codesOf are the codes of the faults an error holds.
func codesOf(err error) (codes []string) {
	var list fault.List
	var one *fault.Error
	switch {
	case errors.As(err, &list):
		for _, e := range list {
			codes = append(codes, e.Code)
		}
	case errors.As(err, &one):
		codes = []string{one.Code}
	}
	return codes
}
