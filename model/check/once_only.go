package check

// onceOnly: some honours are given to a person once in a lifetime.
var onceOnly = Rule{
	Number: "KT-19", Folder: "once_only", Title: "Chỉ tặng một lần",
	Basis: "Nghị quyết 43/2024 của Ủy ban Thường vụ Quốc hội", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Award != "ky_niem_chuong_ubtvqh" {
			return
		}
		for _, h := range x.Records[d.Nominee] {
			if h.Award == d.Award && h.Held(x.Day) {
				r.add(Error, "check.once-only", "check.once-only-wanted", x.awardName(d.Award), recordText(x, h))
				return
			}
		}
	},
}
