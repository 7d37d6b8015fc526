package check

import (
	"strings"

	"thidua/model/registry"
)

// householdGround: where the law gives households a single ground, a household is
// commended for that and nothing else: công sức, đất đai, tài sản (Điều 73.6, 74.5),
// never for having taken part in a movement.
var householdGround = Rule{
	Number: "KT-10", Folder: "household_ground", Title: "Hộ gia đình: chỉ xét theo đóng góp công sức, đất đai, tài sản",
	Basis: "Luật 06/2022/QH15, Điều 73.6, Điều 74.5", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Kind != registry.Household {
			return
		}
		all := x.standards(d)
		if len(all) != 1 || !strings.Contains(all[0].Text, "đất đai") {
			return
		}
		only := all[0]
		switch {
		case d.Ground == "":
			f := r.add(Warning, "check.household-unsaid", "check.household-unsaid-wanted", x.awardName(d.Award), only.Ground)
			f.Basis = only.Source + ", " + only.Ground
		case groundKeyOf(d.Ground) != groundKeyOf(only.Ground):
			f := r.add(Error, "check.household-ground", "check.household-ground-wanted", x.awardName(d.Award), d.Ground, only.Ground)
			f.Basis = only.Source + ", " + only.Ground
		}
	},
}
