package check

// written: a paper of the dossier writes the name, the post or the unit otherwise
// than the list, from which decision and certificate are printed.
var written = Rule{
	Number: "KT-31", Folder: "written", Title: "Giấy tờ viết khác danh sách",
	Basis: "Luật 06/2022/QH15, Điều 5.2.a", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		for _, d := range x.Written[x.Dossiers[at].ID] {
			if d.Here == "" {
				r.add(Warning, "check.not-named", "check.not-named-wanted", d.Paper, d.Wanted)
				continue
			}
			r.add(Warning, "check.written", "check.written-wanted", d.Paper, d.Here, d.Wanted)
		}
	},
}
