package check

import (
	"slices"

	"thidua/model/award"
	"thidua/model/registry"
)

// groundWay: the kind of commendation (loại hình) entered is not the one of the
// ground; the statistics count by it.
var groundWay = Rule{
	Number: "KT-13", Folder: "ground_way", Title: "Loại hình không khớp tiêu chuẩn",
	Basis: "Luật 06/2022/QH15, Điều 8", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		all := x.claimed(d)
		if d.Way == "" || len(all) == 0 || slices.ContainsFunc(all, func(s award.Standard) bool { return s.Way == d.Way }) {
			return
		}
		r.add(Warning, "check.ground-way", "check.ground-way-wanted",
			registry.NameOf(award.WayNames, d.Way), d.Ground, registry.NameOf(award.WayNames, all[0].Way))
	},
}
