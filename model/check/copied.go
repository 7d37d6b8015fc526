package check

// copied: the report says what another says in the same words.
var copied = Rule{
	Number: "KT-32", Folder: "copied", Title: "Báo cáo thành tích giống báo cáo khác",
	Basis: "Luật 06/2022/QH15, Điều 5.2.a, Điều 15", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		id := x.Dossiers[at].ID
		for _, c := range x.Copied[id] {
			other := c.A
			if other == id {
				other = c.B
			}
			r.add(Warning, "check.copied", "check.copied-wanted", itoa(c.Percent), "hồ sơ số "+itoa(int(other)), c.Passage)
		}
	},
}
