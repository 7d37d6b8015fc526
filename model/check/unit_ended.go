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
		u, ok := x.Registry.Unit(d.Unit)
		if !ok {
			return
		}
		day := x.paperDay(at)
		name := x.unitName(d.Unit, day)
		life := u.Period()
		switch {
		case day < life.From:
			r.add(Warning, "check.unit-not-yet", "check.unit-not-yet-wanted", name, life.From.Slash(), day.Slash())
		case life.To != 0 && life.To <= day:
			heirs, legal := x.heirs(d.Unit, day)
			f := r.add(Warning, "check.unit-ended", "check.unit-ended-wanted", name, life.To.Slash(), day.Slash(), heirs)
			f.Basis = withLegal(f.Basis, legal)
		case life.To != 0 && life.To <= x.Day:
			// Whole when it was handed in; what is printed today must know better.
			heirs, legal := x.heirs(d.Unit, x.Day)
			f := r.add(Info, "check.unit-ended-since", "check.unit-ended-since-wanted", name, life.To.Slash(), heirs)
			f.Basis = withLegal(f.Basis, legal)
		}
	},
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
// that ended it.
func (x *index) heirs(id registry.UnitID, day when.Date) (names, legal string) {
	ids, _ := x.Registry.Heirs(id, day)
	var all []string
	for _, h := range ids {
		all = append(all, x.unitName(h, day))
	}
	for _, l := range x.Registry.Successors(id) {
		if l.Event.Legal != "" {
			legal = l.Event.Legal
			break
		}
	}
	if len(all) == 0 {
		return "chưa rõ đơn vị kế thừa", legal
	}
	return few(all), legal
}

func withLegal(basis, legal string) string {
	if legal == "" {
		return basis
	}
	return basis + "; " + legal
}
