package check

import (
	"slices"

	"thidua/model/registry"
)

// planKind: the movement's plan does not name the award, or not for this kind of
// nominee. The plan of the election movement, for one, names households only in
// the yearly commendation.
var planKind = Rule{
	Number: "KT-11", Folder: "plan_kind", Title: "Kế hoạch không nêu",
	Basis: "Kế hoạch của phong trào", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Award == "" || len(x.Movement.Awards) == 0 {
			return
		}
		g, ok := x.grants[d.Award]
		switch {
		case !ok:
			r.add(Warning, "check.plan-award", "check.plan-award-wanted", x.awardName(d.Award))
		case len(g.Kinds) > 0 && !slices.Contains(g.Kinds, d.Kind):
			var kinds []string
			for _, k := range registry.Kinds {
				if slices.Contains(g.Kinds, k) {
					kinds = append(kinds, k.String())
				}
			}
			r.add(Warning, "check.plan-kind", "check.plan-kind-wanted", x.awardName(d.Award), few(kinds), d.Kind.String())
		}
	},
}
