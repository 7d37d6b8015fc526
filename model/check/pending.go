package check

import (
	"thidua/model/dossier"
	"thidua/model/registry"
)

// pending: nobody is commended while a discipline, an investigation, an inspection
// with signs of violation or a complaint is open; after a discipline the counted
// achievements begin on the day it ends; after a clearing conclusion it goes on.
var pending = Rule{
	Number: "KT-22", Folder: "pending", Title: "Kỷ luật, khiếu nại, vụ việc chưa kết luận",
	Basis: "Nghị định 152/2025/NĐ-CP, Điều 4.4", Period: since152,
	each: func(x *index, at int, r *report) {
		for _, m := range x.Matters[x.Dossiers[at].Nominee] {
			what := registry.NameOf(dossier.MatterNames, m.Kind)
			switch {
			case m.Pending(x.Day):
				r.add(Error, "check.pending", "check.pending-wanted", what, m.Opened.Slash(), m.Source)
			case m.Closed != 0 && m.Closed <= x.Day && !m.Cleared && m.Until > x.Movement.From:
				r.add(Warning, "check.discipline-ended", "check.discipline-ended-wanted", m.Until.Slash(), m.Source)
			}
		}
	},
}
