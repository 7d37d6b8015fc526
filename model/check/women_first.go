package check

import "thidua/model/registry"

// womenFirst: when several are equal, a woman (or a collective with 70 % women) is
// chosen. The rule only speaks where there is something to choose.
var womenFirst = Rule{
	Number: "KT-26", Folder: "women_first", Title: "Ưu tiên nữ khi thành tích ngang nhau",
	Basis: "Nghị định 152/2025/NĐ-CP, Điều 4.6", Basis98: "Nghị định 98/2023/NĐ-CP, Điều 4", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Kind != registry.Individual || d.Gender != "female" {
			return
		}
		for _, l := range x.linesOf(at) {
			if len(l.at) > l.most && l.men {
				r.add(Info, "check.women-first", "check.women-first-wanted", x.proposerName(d), itoa(len(l.at)), itoa(l.most), d.Name)
				return
			}
		}
	},
}
