package check

// inherited: the ground is met only by honours of units out of which this one came.
// Whether a merged or split unit counts what its predecessors earned is a person's
// decision.
var inherited = Rule{
	Number: "KT-16", Folder: "inherited", Title: "Thành tích của đơn vị trước khi sắp xếp",
	Basis: "Luật 06/2022/QH15, Điều 5.2.b, Điều 10", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		e, ok := x.evidence(&x.Dossiers[at])
		if ok && e.all.met && (!e.own.met || len(e.own.ask) > len(e.all.ask)) {
			r.add(Warning, "check.inherited", "check.inherited-wanted", e.standard.Ground, few(e.inherited))
		}
	},
}
