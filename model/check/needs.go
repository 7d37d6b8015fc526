package check

import "strings"

// needs: the honours the claimed ground asks for are not in the register, which may
// only mean that they were never entered; ratings of work are confirmed on paper.
var needs = Rule{
	Number: "KT-15", Folder: "needs", Title: "Quá trình khen thưởng theo tiêu chuẩn",
	Basis: "Luật 06/2022/QH15, Điều 21, Điều 22, Điều 73.1.b, Điều 73.4.e, Điều 74.1.d, Điều 74.3.d", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		e, ok := x.evidence(&x.Dossiers[at])
		if !ok {
			return
		}
		basis := e.standard.Source + ", " + e.standard.Ground
		if !e.all.met {
			have := strings.Join(e.all.found, "; ")
			if have == "" {
				have = "chưa có lần nào"
			}
			r.add(Warning, "check.needs", "check.needs-wanted", e.standard.Ground, strings.Join(e.all.missing, "; "), have).Basis = basis
		}
		if len(e.all.ask) > 0 {
			r.add(Info, "check.needs-rating", "check.needs-rating-wanted", e.standard.Ground, strings.Join(e.all.ask, "; ")).Basis = basis
		}
	},
}
