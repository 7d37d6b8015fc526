package check

import (
	"cmp"
	"slices"
)

// quota: the unit proposes more than the movement lets it. The dossiers the unit
// put last are the ones marked; which of them go on is for a person to say.
var quota = Rule{
	Number: "KT-25", Folder: "quota", Title: "Vượt số lượng được đề nghị",
	Basis: "Kế hoạch, hướng dẫn khen thưởng của phong trào", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		most := x.grants[d.Award].Quota
		if most == 0 {
			return
		}
		l := x.line(at)
		if x.rank[at] < most {
			return
		}
		r.add(Warning, "check.quota", "check.quota-wanted", x.proposerName(d), itoa(len(l.at)), x.awardName(d.Award), itoa(most))
	},
}

type lineKey struct {
	award, proposer string
	round           int
}

// line is the dossiers of one proposer for one award and round, in the order they
// were put by hand, then in the order they came.
type line struct {
	at  []int
	men bool // there is a man among them
}

func (x *index) line(at int) *line {
	if x.lines == nil {
		x.drawUp()
	}
	return x.lines[x.lineKey(at)]
}

func (x *index) lineKey(at int) lineKey {
	d := &x.Dossiers[at]
	return lineKey{d.Award, x.proposer(d), x.round(d)}
}

// drawUp makes all lines of awards that have a quota.
func (x *index) drawUp() {
	x.lines, x.rank = map[lineKey]*line{}, make([]int, len(x.Dossiers))
	for i := range x.Dossiers {
		d := &x.Dossiers[i]
		if d.Stage.Out() || x.grants[d.Award].Quota == 0 {
			continue
		}
		k := x.lineKey(i)
		l := x.lines[k]
		if l == nil {
			l = &line{}
			x.lines[k] = l
		}
		l.at = append(l.at, i)
		l.men = l.men || d.Gender == "male"
	}
	for _, l := range x.lines {
		slices.SortStableFunc(l.at, func(a, b int) int {
			pa, pb := x.Dossiers[a].Place, x.Dossiers[b].Place
			if (pa == 0) != (pb == 0) {
				return cmp.Compare(pb, pa) // those without a place come last
			}
			return cmp.Compare(pa, pb)
		})
		for place, i := range l.at {
			x.rank[i] = place
		}
	}
}
