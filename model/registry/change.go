package registry

import (
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/when"
)

// Way is how units go over into others, as a resolution words it. A new name or
// another superior body is no such change: it is a version of the same unit.
type Way string

// The ways units go over into others.
const (
	Merging    Way = "merge"    // each goes over whole into one
	Dividing   Way = "divide"   // it ends, and a part goes to each
	Parting    Way = "part"     // it stands on, only a part of it goes over
	Dissolving Way = "dissolve" // it ends; somebody may take over from it
)

// WayNames are the ways in words.
var WayNames = []Name{
	{string(Merging), "Sáp nhập, hợp nhất"},
	{string(Dividing), "Chia"},
	{string(Parting), "Tách một phần"},
	{string(Dissolving), "Giải thể"},
}

// Change is what befalls units on a day, under one document.
type Change struct {
	Way   Way
	Date  when.Date // the first day it holds
	Legal string    // the document it rests on
	From  []UnitID  // those that end, or give a part
	To    []UnitID  // those that take over
}

// Changed is what a change makes of the registry.
type Changed struct {
	Units  []Unit   // as they are to be saved: those that end, and Below
	Events []Event  // who took over from whom
	Below  []UnitID // stood under one that ends, and stand under its heir now
}

// Change works out what a change makes of the registry, which it leaves alone. It
// gives every fault at once, at the field it belongs to.
func (b *Book) Change(c Change) (out Changed, err error) {
	var l fault.List
	c.check(&l)
	for i, id := range c.From {
		b.checkGiver(c, i, id, &l)
	}
	for i, id := range c.To {
		if u, ok := b.Unit(id); !ok {
			l.Add(fault.New(fault.NotFound, "store.no-unit", id).At("to"))
		} else if _, stands := u.At(c.Date); !stands && c.Date != 0 {
			l.Add(fault.New(fault.Invalid, "registry.change-receiver", u.Near(c.Date).Name, c.Date.Slash()).At("to"))
		} else if slices.Contains(c.To[:i], id) {
			l.Add(fault.New(fault.Invalid, "registry.change-twice", u.Near(c.Date).Name).At("to"))
		} else if slices.Contains(c.From, id) {
			l.Add(fault.New(fault.Invalid, "registry.change-self", u.Near(c.Date).Name).At("to"))
		}
	}
	if err := l.OrNil(); err != nil {
		return out, err
	}
	if c.Way != Parting {
		if out.Units, out.Below, err = b.ending(c); err != nil {
			return Changed{}, err
		}
	}
	kind := map[Way]EventKind{Merging: Merge, Dividing: Split, Parting: Split, Dissolving: Dissolve}[c.Way]
	to := c.To
	if len(to) == 0 {
		to = []UnitID{0}
	}
	for _, from := range c.From {
		for _, heir := range to {
			out.Events = append(out.Events, Event{Date: c.Date, Kind: kind, From: from, To: heir, Part: c.Way == Parting || len(to) > 1, Legal: c.Legal})
		}
	}
	return out, nil
}

// check finds what a change lacks whichever units it names. Several that give and
// several that receive are several changes: who took over from whom would be lost.
func (c Change) check(l *fault.List) {
	if !slices.ContainsFunc(WayNames, func(n Name) bool { return n.Code == string(c.Way) }) {
		l.Add(fault.New(fault.Invalid, "registry.change-way").At("way"))
	}
	if c.Date == 0 || !c.Date.Exact() {
		l.Add(fault.New(fault.Invalid, "registry.change-day").At("date"))
	}
	if strings.TrimSpace(c.Legal) == "" {
		l.Add(fault.New(fault.Invalid, "registry.change-legal").At("legal"))
	}
	if len(c.From) == 0 {
		l.Add(fault.New(fault.Invalid, "registry.change-from").At("from"))
	}
	switch n := len(c.To); {
	case c.Way == Merging && n != 1:
		l.Add(fault.New(fault.Invalid, "registry.change-one").At("to"))
	case c.Way == Dividing && n < 2:
		l.Add(fault.New(fault.Invalid, "registry.change-two").At("to"))
	case c.Way == Parting && n == 0:
		l.Add(fault.New(fault.Invalid, "registry.change-to").At("to"))
	case n > 1 && len(c.From) > 1:
		l.Add(fault.New(fault.Invalid, "registry.change-many").At("from"))
	}
}

// checkGiver finds why a unit cannot end, or give a part, on the day.
func (b *Book) checkGiver(c Change, i int, id UnitID, l *fault.List) {
	u, ok := b.Unit(id)
	if !ok || len(u.Versions) == 0 {
		l.Add(fault.New(fault.NotFound, "store.no-unit", id).At("from"))
		return
	}
	name, life, last := u.Near(c.Date).Name, u.Period(), u.Versions[len(u.Versions)-1]
	switch {
	case slices.Contains(c.From[:i], id):
		l.Add(fault.New(fault.Invalid, "registry.change-twice", name).At("from"))
	case c.Date == 0: // said already
	case life.From >= c.Date:
		l.Add(fault.New(fault.Invalid, "registry.change-not-yet", name, life.From.Slash()).At("from"))
	case life.To != 0 && (c.Way != Parting || life.To <= c.Date):
		l.Add(fault.New(fault.Invalid, "registry.change-ended", name, life.LastDay().Slash()).At("from"))
	case c.Way != Parting && last.From >= c.Date:
		l.Add(fault.New(fault.Invalid, "registry.change-later", name, last.From.Slash()).At("from"))
	}
}

// ending closes the last version of those that end and puts what stands below them
// under their only heir. Without one, or when the heir itself stands below, a person
// must say first where each belongs.
func (b *Book) ending(c Change) (units []Unit, below []UnitID, err error) {
	var left []string
	for _, u := range b.units {
		if slices.Contains(c.From, u.ID) {
			u.Versions = slices.Clone(u.Versions)
			u.Versions[len(u.Versions)-1].To = c.Date
			units = append(units, u)
			continue
		}
		if !slices.ContainsFunc(u.Versions, func(v Version) bool { return orphaned(v, c) }) {
			continue
		}
		if len(c.To) != 1 || c.To[0] == u.ID {
			left = append(left, u.Near(c.Date).Name)
			continue
		}
		units, below = append(units, goOver(u, c)), append(below, u.ID)
	}
	if len(left) > 0 {
		return nil, nil, fault.New(fault.Invalid, "registry.change-below", strings.Join(left, ", ")).At("from")
	}
	return units, below, nil
}

// orphaned tells that on the day or later a version stands under a unit that ends.
func orphaned(v Version, c Change) bool {
	return slices.Contains(c.From, v.Parent) && (v.To == 0 || v.To > c.Date)
}

// goOver puts a unit under the heir from the day on: the version in force that day
// ends there and goes on under the heir, later ones begin under it.
func goOver(u Unit, c Change) Unit {
	var vs []Version
	for _, v := range u.Versions {
		if orphaned(v, c) {
			if v.From < c.Date {
				before := v
				before.To = c.Date
				v.From, v.Legal = c.Date, c.Legal
				vs = append(vs, before)
			}
			v.Parent = c.To[0]
		}
		vs = append(vs, v)
	}
	u.Versions = vs
	return u
}
