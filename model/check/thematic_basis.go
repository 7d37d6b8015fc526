package check

// thematicBasis: honours for a theme or a sudden achievement are no ground for
// proposing công trạng to a higher level.
var thematicBasis = Rule{
	Number: "KT-17", Folder: "thematic_basis", Title: "Dùng khen chuyên đề, đột xuất làm căn cứ khen công trạng",
	Basis: "Nghị định 152/2025/NĐ-CP, Điều 4.3", Basis98: "Nghị định 98/2023/NĐ-CP, Điều 4", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		e, ok := x.evidence(&x.Dossiers[at])
		if ok && e.standard.Way == "cong_trang" && e.all.met && !e.notThematic.met {
			r.add(Warning, "check.thematic-basis", "check.thematic-basis-wanted", e.standard.Ground, few(e.thematicNames))
		}
	},
}
