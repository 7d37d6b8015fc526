package check

// initiativeTwice: an initiative may be used once only, over all titles and forms.
var initiativeTwice = Rule{
	Number: "KT-21", Folder: "initiative_twice", Title: "Sáng kiến đã dùng",
	Basis: "Công văn 5007/BNV-TĐKT năm 2023", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		for _, i := range x.uses[d.ID] {
			var where []string
			for _, o := range i.Dossiers {
				if o != d.ID && x.counts(o) {
					where = append(where, "hồ sơ số "+itoa(int(o)))
				}
			}
			if n := len(i.Records); n > 0 {
				where = append(where, itoa(n)+" lần khen thưởng đã có")
			}
			if len(where) > 0 {
				r.add(Warning, "check.initiative-twice", "check.initiative-twice-wanted", i.Name, few(where))
			}
		}
	},
}

// counts tells that a dossier is not out of its road; one of another movement counts.
func (x *index) counts(id int64) bool {
	at, ok := x.byID[id]
	return !ok || !x.Dossiers[at].Stage.Out()
}
