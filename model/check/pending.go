package check

import (
	"thidua/model/dossier"
	"thidua/model/registry"
	"thidua/model/when"
)

// pending: nobody is commended while a discipline, an investigation, an inspection
// with signs of violation or a complaint is open; after a discipline the counted
// achievements begin on the day it ends; after a clearing conclusion it goes on.
var pending = Rule{
	Number: "KT-22", Folder: "pending", Title: "Kỷ luật, khiếu nại, vụ việc chưa kết luận",
	Basis: "Nghị định 152/2025/NĐ-CP, Điều 4.4", Basis98: "Nghị định 98/2023/NĐ-CP, Điều 4", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		for _, m := range x.Matters[d.Nominee] {
			what := registry.NameOf(dossier.MatterNames, m.Kind)
			switch {
			case m.Pending(x.Day):
				r.add(Error, "check.pending", "check.pending-wanted", what, m.Opened.Slash(), m.Source)
			case m.Closed == 0 || m.Closed > x.Day || m.Cleared:
			case m.Until == 0:
				r.add(Warning, "check.matter-upheld", "check.matter-upheld-wanted", m.Closed.Slash(), m.Source)
			case m.Until > x.counted(d):
				r.add(Warning, "check.discipline-ended", "check.discipline-ended-wanted", m.Until.Slash(), m.Source, x.counted(d).Slash())
			}
		}
	},
}

// counted is the day from which a dossier's achievements are counted: the movement's
// first day, or where its ground counts years running, that of the first of them.
func (x *index) counted(d *dossier.Dossier) when.Date {
	from := x.Movement.From
	for _, s := range x.claimed(d) {
		for _, n := range s.Needs {
			if n.Consecutive || n.Rating != "" {
				from = min(from, when.Of(x.ruleDay(d).Year()-n.Times, 1, 1))
			}
		}
	}
	return from
}
