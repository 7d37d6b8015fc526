package check

// rulesUnconfirmed: nobody in the office has checked the rule set against the
// published text, so that every answer of these rules is given with that reserve.
// Said once for all dossiers under the set.
var rulesUnconfirmed = Rule{
	Number: "KT-29", Folder: "rules_unconfirmed", Title: "Bộ quy định chưa được cán bộ xác nhận",
	Basis: "Luật 06/2022/QH15, Điều 94; Luật 06/2026/QH16", Period: sinceLaw,
	whole: func(x *index, r *report) {
		under := map[string]int{}
		none := 0
		for i := range x.Dossiers {
			d := &x.Dossiers[i]
			if !open(d) {
				continue
			}
			if set, ok := x.Catalogue.RuleSet(x.ruleDay(d)); ok {
				under[set.Code]++
			} else {
				none++
			}
		}
		for _, set := range x.Catalogue.Rules {
			if n := under[set.Code]; n > 0 && !set.Confirmed {
				r.add(Info, "check.rules-unconfirmed", "check.rules-unconfirmed-wanted", set.Name, itoa(n)).Basis = set.Source
			}
		}
		if none > 0 {
			r.add(Warning, "check.rules-none", "check.rules-none-wanted", itoa(none))
		}
	},
}
