package check

import (
	"fmt"

	"thidua/model/registry"
)

// directShare tells how many of the individuals proposed work directly. The law
// fixes no share, it only asks for attention to them (Điều 5.2.d).
var directShare = Rule{
	Number: "KT-27", Folder: "direct_share", Title: "Tỷ lệ người trực tiếp công tác, lao động",
	Basis: "Luật 06/2022/QH15, Điều 5.2.d", Period: sinceLaw,
	whole: func(x *index, r *report) {
		type tally struct{ all, direct, unknown int }
		by := map[string]*tally{}
		var order []string
		for i := range x.Dossiers {
			d := &x.Dossiers[i]
			if d.Stage.Out() || d.Kind != registry.Individual {
				continue
			}
			t := by[d.Award]
			if t == nil {
				t = &tally{}
				by[d.Award] = t
				order = append(order, d.Award)
			}
			t.all++
			switch d.Class {
			case "truc_tiep":
				t.direct++
			case "":
				t.unknown++
			}
		}
		for _, code := range order {
			t := by[code]
			// Tenths of a percent, rounded half up in whole numbers.
			share := (t.direct*2000 + t.all) / (2 * t.all)
			r.add(Info, "check.direct-share", "check.direct-share-wanted", x.awardName(code), itoa(t.direct), itoa(t.all),
				fmt.Sprintf("%d,%d%%", share/10, share%10), itoa(t.unknown))
		}
	},
}
