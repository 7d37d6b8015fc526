package check

import (
	"thidua/model/award"
	"thidua/model/dossier"
)

// managed: a person managed by Ban Thường vụ Tỉnh ủy needs its written opinion when
// the award is decided above the province.
var managed = Rule{
	Number: "KT-23", Folder: "managed", Title: "Ý kiến Ban Thường vụ Tỉnh ủy",
	Basis: "Quy định phân cấp quản lý cán bộ; Luật 06/2022/QH15, Điều 84.3", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if level := x.awards[d.Award].Level; !x.Nominees[d.Nominee].Managed || level != award.State && level != award.Central {
			return
		}
		asked := false
		for _, c := range x.Confirmations[d.ID] {
			if c.Body != dossier.ManagingBody {
				continue
			}
			if c.Stands(x.Day) {
				return
			}
			asked = asked || c.Asked != 0
		}
		if asked {
			r.add(Warning, "check.managed-asked", "check.managed-asked-wanted", d.Name)
			return
		}
		r.add(Warning, "check.managed", "check.managed-wanted", d.Name)
	},
}
