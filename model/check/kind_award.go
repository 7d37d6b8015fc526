package check

// kindAward: the award cannot be given to that kind of nominee at all.
var kindAward = Rule{
	Number: "KT-09", Folder: "kind_award", Title: "Hình thức không dành cho đối tượng này",
	Basis: "Luật 06/2022/QH15, Điều 5.2.b", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		a, ok := x.awards[d.Award]
		switch {
		case d.Award == "":
		case !ok:
			r.add(Error, "check.award-unknown", "check.award-unknown-wanted", d.Award)
		case !a.Holds(x.ruleDay(d)):
			f := r.add(Error, "check.award-not-then", "check.award-not-then-wanted", a.Name, x.ruleDay(d).Slash())
			f.Basis = a.Basis
		case !a.May(d.Kind):
			f := r.add(Error, "check.kind-award", "check.kind-award-wanted", a.Name, d.Kind.String())
			f.Basis = a.Basis
		}
	},
}
