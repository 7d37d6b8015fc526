package check

// groundClaimed: a dossier must say on which điểm, khoản, Điều it rests, and that
// ground must exist for its award and kind on its day.
var groundClaimed = Rule{
	Number: "KT-12", Folder: "ground_claimed", Title: "Tiêu chuẩn đề nghị",
	Basis: "Luật 06/2022/QH15, Điều 10, Điều 73, Điều 74, Điều 75", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		s := x.shelf(d)
		switch {
		case len(s.all) == 0 || len(x.claimed(d)) > 0:
		case d.Ground != "":
			r.add(Error, "check.ground-wrong", "check.ground-wrong-wanted", d.Ground, x.awardName(d.Award), d.Kind.String(), s.fit)
		case s.unfit != "":
			r.add(Info, "check.ground-unsaid", "check.ground-unfit-wanted", s.fit, s.unfit)
		default:
			r.add(Info, "check.ground-unsaid", "check.ground-unsaid-wanted", s.fit)
		}
	},
}
