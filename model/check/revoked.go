package check

import "strings"

// revoked: an honour of the nominee was taken back. It counts for nothing, and why
// it was taken back bears on what is proposed now.
var revoked = Rule{
	Number: "KT-20", Folder: "revoked", Title: "Có quyết định khen thưởng đã bị hủy bỏ",
	Basis: "Luật 06/2022/QH15, Điều 93.2", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		var names []string
		for _, h := range x.Records[x.Dossiers[at].Nominee] {
			if h.Revoked != 0 && h.Revoked <= x.Day {
				s := recordText(x, h) + ", hủy bỏ ngày " + h.Revoked.Slash()
				if h.RevokedBy != "" {
					s += " theo Quyết định số " + h.RevokedBy
				}
				names = append(names, s)
			}
		}
		if len(names) > 0 {
			r.add(Warning, "check.revoked", "check.revoked-wanted", strings.Join(names, "; "))
		}
	},
}
