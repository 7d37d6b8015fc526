package check

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// unitEnded: the unit did not exist on the day of the paper. Its successors are
// named; which of them stands for it is for a person to say, for a district or a
// split ward has several (NQ 1667/NQ-UBTVQH15).
var unitEnded = Rule{
	Number: "KT-06", Folder: "unit_ended", Title: "Đơn vị không còn hoặc chưa có",
	Basis: "Luật 06/2022/QH15, Điều 83.1", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		day := x.paperDay(at)
		e := x.end(d.Unit, day)
		switch {
		case !e.known:
		case day < e.life.From:
			r.add(Warning, "check.unit-not-yet", "check.unit-not-yet-wanted", e.name, e.life.From.Slash(), day.Slash())
		case e.life.To != 0 && e.life.To <= day:
			r.add(Warning, "check.unit-ended", "check.unit-ended-wanted", e.name, e.life.To.Slash(), day.Slash(), e.heirs).Basis = e.basis
		case e.life.To != 0 && e.life.To <= x.Day:
			// Whole when it was handed in; what is printed today must know better.
			r.add(Info, "check.unit-ended-since", "check.unit-ended-since-wanted", e.name, e.life.To.Slash(), e.heirs).Basis = e.basis
		}
	},
}

// end is what is to be said of a unit on the day of a paper: its life, and who
// stands in its place when it has ended by then or by the day of the check.
type end struct {
	known              bool
	life               when.Period
	name, heirs, basis string
}

type endKey struct {
	unit registry.UnitID
	day  when.Date
}

func (x *index) end(unit registry.UnitID, day when.Date) end {
	k := endKey{unit, day}
	e, ok := x.ends[k]
	if ok {
		return e
	}
	if u, found := x.Registry.Unit(unit); found {
		e = end{known: true, life: u.Period(), name: x.unitName(unit, day)}
		if e.life.To != 0 && e.life.To <= max(day, x.Day) {
			on := day
			if e.life.To > day {
				on = x.Day
			}
			names, legal := x.heirs(unit, on)
			e.heirs, e.basis = names, withLegal("Luật 06/2022/QH15, Điều 83.1", legal)
		}
	}
	x.ends[k] = e
	return e
}

// paperDay is the day the unit wrote its paper, else the day it came in.
func (x *index) paperDay(at int) when.Date {
	d := &x.Dossiers[at]
	if s := x.Submissions[d.Submission]; s.Date.Exact() {
		return s.Date
	}
	if d.Received != 0 {
		return d.Received
	}
	return x.Day
}

// heirs names the units that stand in the place of one on a day, and the document
// that ended it. For a body of which no successor is known, as those of a district
// are, it names who has the area now.
func (x *index) heirs(id registry.UnitID, day when.Date) (names, legal string) {
	named := func(id registry.UnitID) (string, string) {
		ids, _ := x.Registry.Heirs(id, day)
		var all []string
		for _, h := range ids {
			all = append(all, x.unitName(h, day))
		}
		for _, l := range x.Registry.Successors(id) {
			if l.Event.Legal != "" {
				return few(all), l.Event.Legal
			}
		}
		return few(all), ""
	}
	if names, legal = named(id); names != "" {
		return names, legal
	}
	v, _ := x.Registry.Near(id, day)
	if u, ok := x.Registry.Unit(v.Parent); ok && u.Period().To != 0 && u.Period().To <= day {
		if area, law := named(v.Parent); area != "" {
			return "chưa rõ; địa bàn nay thuộc " + area, law
		}
	}
	return "chưa rõ", legal
}

func withLegal(basis, legal string) string {
	if legal == "" {
		return basis
	}
	return basis + "; " + legal
}
