package check

import "strings"

// alreadyRewarded: the nominee already holds an honour for this movement. The
// yearly commendation and the one at the close stand for different achievements
// (the plan foresees both), so they are not held against each other.
var alreadyRewarded = Rule{
	Number: "KT-18", Folder: "already_rewarded", Title: "Đã được khen trong phong trào này",
	Basis: "Luật 06/2022/QH15, Điều 5.2.c", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		phase := x.grants[d.Award].Phase
		round := x.round(d)
		same := false
		var names []string
		for _, h := range x.Records[d.Nominee] {
			if h.Movement != x.Movement.Code || h.Movement == "" || !h.Held(x.Day) || x.grants[h.Award].Phase != phase || round != 0 && yearOf(h) != round {
				continue
			}
			same = same || h.Award == d.Award
			names = append(names, recordText(x, h))
		}
		switch {
		case len(names) == 0:
		case same:
			r.add(Error, "check.already-rewarded", "check.already-rewarded-wanted", d.Name, strings.Join(names, "; "))
		default:
			r.add(Warning, "check.already-other", "check.already-other-wanted", d.Name, strings.Join(names, "; "))
		}
	},
}
