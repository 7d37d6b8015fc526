package check

// otherUnit: another unit proposes the same nominee for the same award.
var otherUnit = Rule{
	Number: "KT-02", Folder: "other_unit", Title: "Đơn vị khác đã đề nghị",
	Basis: "Luật 06/2022/QH15, Điều 5.2.c, Điều 83.1", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		_, others := x.twins(at)
		if len(others) == 0 {
			return
		}
		var names []string
		for _, o := range others {
			names = append(names, x.proposerName(&x.Dossiers[o])+" (hồ sơ số "+itoa(int(x.Dossiers[o].ID))+")")
		}
		r.add(Error, "check.other-unit", "check.other-unit-wanted", d.Name, x.awardName(d.Award), few(names))
	},
}
