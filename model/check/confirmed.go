package check

import (
	"thidua/model/dossier"
	"thidua/model/registry"
)

// confirmed: what the bodies that were asked have answered.
var confirmed = Rule{
	Number: "KT-24", Folder: "confirmed", Title: "Xác nhận của cơ quan liên quan",
	Basis: "Luật 06/2022/QH15, Điều 84.2.d, Điều 84.3", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		for _, c := range x.Confirmations[x.Dossiers[at].ID] {
			body := registry.NameOf(dossier.BodyNames, c.Body)
			switch {
			case c.Result == dossier.Objected:
				r.add(Warning, "check.objected", "check.objected-wanted", body, c.Answer, c.Note)
			case c.Answered == 0 && c.Asked != 0:
				r.add(Info, "check.unanswered", "check.unanswered-wanted", body, c.Asked.Slash())
			case c.ValidUntil != 0 && c.ValidUntil < x.Day:
				r.add(Warning, "check.confirmation-old", "check.confirmation-old-wanted", body, c.ValidUntil.Slash())
			}
		}
	},
}
