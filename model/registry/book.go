package registry

import (
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/when"
)

// Book is the whole registry, read once and never changed: units by id, what
// befell them both ways, and an index for matching.
type Book struct {
	units  []Unit
	byID   map[UnitID]int
	after  map[UnitID][]Event // events that lead away from a unit
	before map[UnitID][]Event // events that lead to a unit
	index  matchIndex
}

// NewBook makes a Book. The slices are kept, not copied.
func NewBook(units []Unit, events []Event) *Book {
	b := &Book{units: units, byID: make(map[UnitID]int, len(units)),
		after: map[UnitID][]Event{}, before: map[UnitID][]Event{}}
	for i, u := range units {
		b.byID[u.ID] = i
	}
	for _, e := range events {
		if e.From != 0 {
			b.after[e.From] = append(b.after[e.From], e)
		}
		if e.To != 0 {
			b.before[e.To] = append(b.before[e.To], e)
		}
	}
	b.index = newMatchIndex(units)
	return b
}

// Units gives every unit that ever was.
func (b *Book) Units() []Unit { return b.units }

// Unit finds a unit by its identity.
func (b *Book) Unit(id UnitID) (Unit, bool) {
	i, ok := b.byID[id]
	if !ok {
		return Unit{}, false
	}
	return b.units[i], true
}

// Standing is a unit with the version that holds on the day asked for.
type Standing struct {
	ID UnitID
	Version
}

// On lists the units that exist on a day, in the registry's own order.
func (b *Book) On(day when.Date) []Standing {
	var out []Standing
	for _, u := range b.units {
		if v, ok := u.At(day); ok {
			out = append(out, Standing{u.ID, v})
		}
	}
	return out
}

// Near gives the unit as it stood on the day, or as near to it as there is.
func (b *Book) Near(id UnitID, day when.Date) (Version, bool) {
	u, ok := b.Unit(id)
	if !ok || len(u.Versions) == 0 {
		return Version{}, false
	}
	return u.Near(day), true
}

// NamesNear writes out units by their names of a day, or as near to it as there are.
func (b *Book) NamesNear(ids []UnitID, day when.Date) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		v, _ := b.Near(id, day)
		names[i] = v.Name
	}
	return strings.Join(names, ", ")
}

// WithCode lists the units that carried a code on a day; with a zero day, every
// unit that ever carried it: codes are used again.
func (b *Book) WithCode(code string, day when.Date) []Unit {
	var out []Unit
	for _, u := range b.units {
		for _, v := range u.Versions {
			if v.Code == code && (day.IsZero() || v.Holds(day)) {
				out = append(out, u)
				break
			}
		}
	}
	return out
}

// ByCode finds a unit by its code: the one that carries it on a day, else the only
// one that ever did. Codes are used again, so two that fit are a fault.
func (b *Book) ByCode(code string, day when.Date) (UnitID, error) {
	if found := b.WithCode(code, day); len(found) > 0 {
		return found[0].ID, nil
	}
	ever := b.WithCode(code, 0)
	switch len(ever) {
	case 0:
		return 0, fault.New(fault.NotFound, "office.no-unit", code)
	case 1:
		return ever[0].ID, nil
	}
	return 0, fault.New(fault.Invalid, "office.unit-code-twice", code, day.Slash())
}

// Link is a step from one unit to another.
type Link struct {
	Unit  UnitID
	Event Event
}

// Successors are the units that took over directly from one.
func (b *Book) Successors(id UnitID) []Link { return links(b.after[id], false) }

// Predecessors are the units one took over from directly.
func (b *Book) Predecessors(id UnitID) []Link { return links(b.before[id], true) }

// Dissolution is the event that ended a unit from which nobody took over.
func (b *Book) Dissolution(id UnitID) (Event, bool) {
	for _, e := range b.after[id] {
		if e.To == 0 {
			return e, true
		}
	}
	return Event{}, false
}

func links(es []Event, back bool) []Link {
	out := make([]Link, 0, len(es))
	for _, e := range es {
		to := e.To
		if back {
			to = e.From
		}
		if to != 0 && e.From != e.To {
			out = append(out, Link{to, e})
		}
	}
	return out
}

// Heirs walks forward from a unit to those that stand in its place on a day.
// whole is false when a part of it went another way, so that its figures must
// not be rolled over without asking (domain: a district or a split ward).
func (b *Book) Heirs(id UnitID, day when.Date) (heirs []UnitID, whole bool) {
	whole = true
	seen := map[UnitID]bool{}
	var walk func(UnitID)
	walk = func(id UnitID) {
		if seen[id] {
			return
		}
		seen[id] = true
		if u, ok := b.Unit(id); ok {
			if _, ok := u.At(day); ok {
				heirs = append(heirs, id)
				return
			}
		}
		next := b.Successors(id)
		if len(next) > 1 {
			whole = false
		}
		for _, l := range next {
			if l.Event.Part {
				whole = false
			}
			walk(l.Unit)
		}
	}
	walk(id)
	slices.Sort(heirs)
	return heirs, whole
}

// Lineage gives a unit and all units it came from, directly or not: the ones
// whose honours a reader may want to see beside its own.
func (b *Book) Lineage(id UnitID) []UnitID {
	seen := map[UnitID]bool{}
	var out []UnitID
	var walk func(UnitID)
	walk = func(id UnitID) {
		if seen[id] {
			return
		}
		seen[id] = true
		out = append(out, id)
		for _, l := range b.Predecessors(id) {
			walk(l.Unit)
		}
	}
	walk(id)
	return out
}
