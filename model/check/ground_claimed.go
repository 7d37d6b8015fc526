package check

import "strings"

// groundClaimed: a dossier must say on which điểm, khoản, Điều it rests, and that
// ground must exist for its award and kind on its day.
var groundClaimed = Rule{
	Number: "KT-12", Folder: "ground_claimed", Title: "Tiêu chuẩn đề nghị",
	Basis: "Luật 06/2022/QH15, Điều 10, Điều 73, Điều 74, Điều 75", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		all := x.standards(d)
		if len(all) == 0 || len(x.claimed(d)) > 0 {
			return
		}
		var fit, unfit []string
		for _, s := range all {
			list := &fit
			if ok, _ := x.lastedEnough(s); !ok {
				list = &unfit
			}
			if n := len(*list); n == 0 || (*list)[n-1] != s.Ground {
				*list = append(*list, s.Ground)
			}
		}
		grounds := strings.Join(fit, "; ")
		switch {
		case d.Ground != "":
			r.add(Error, "check.ground-wrong", "check.ground-wrong-wanted", d.Ground, x.awardName(d.Award), d.Kind.String(), grounds)
		case len(unfit) > 0:
			r.add(Info, "check.ground-unsaid", "check.ground-unfit-wanted", grounds, strings.Join(unfit, "; "))
		default:
			r.add(Info, "check.ground-unsaid", "check.ground-unsaid-wanted", grounds)
		}
	},
}
