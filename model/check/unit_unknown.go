package check

// unitUnknown: the unit the papers name is none of the registry, so that nobody can
// say whether it exists, who stands above it and how its name is written in full.
var unitUnknown = Rule{
	Number: "KT-05", Folder: "unit_unknown", Title: "Chưa tìm thấy đơn vị",
	Basis: "Luật 06/2022/QH15, Điều 83.1; Nghị định 30/2020/NĐ-CP, Phụ lục II (viết đủ tên đơn vị)", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Unit == 0 {
			if d.UnitText != "" {
				r.add(Warning, "check.unit-unknown", "check.unit-unknown-wanted", d.UnitText)
			}
			return
		}
		if _, ok := x.Registry.Unit(d.Unit); !ok {
			r.add(Warning, "check.unit-unknown", "check.unit-unknown-wanted", d.UnitText)
		}
	},
}
