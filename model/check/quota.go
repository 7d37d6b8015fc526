package check

import (
	"cmp"
	"slices"

	"thidua/model/dossier"
	"thidua/model/registry"
)

// quota: the unit proposes more than the movement lets it. The dossiers the unit
// put last are the ones marked; which of them go on is for a person to say.
var quota = Rule{
	Number: "KT-25", Folder: "quota", Title: "Vượt số lượng được đề nghị",
	Basis: "Kế hoạch, hướng dẫn khen thưởng của phong trào", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		for _, l := range x.linesOf(at) {
			if l.place[at] < l.most {
				continue
			}
			what := x.awardName(d.Award)
			if l.kind != "" {
				what += " cho " + l.kind.String()
			}
			r.add(Warning, "check.quota", "check.quota-wanted", x.proposerName(d), itoa(len(l.at)), what, itoa(l.most))
		}
	},
}

type lineKey struct {
	award, proposer string
	round           int
	kind            registry.Kind // "" for all kinds together
}

// line is the dossiers of one proposer that one limit counts, in the order they were
// put by hand, then in the order they came.
type line struct {
	kind  registry.Kind
	most  int
	at    []int
	place map[int]int
	men   bool // there is a man among them
}

// linesOf lists the lines a dossier stands in, one for each limit on it.
func (x *index) linesOf(at int) []*line {
	if x.lines == nil {
		x.drawUp()
	}
	d := &x.Dossiers[at]
	if !x.grants[d.Award].Limited() {
		return nil
	}
	var out []*line
	for _, kind := range []registry.Kind{"", d.Kind} {
		if l := x.lines[x.lineKey(d, kind)]; l != nil {
			out = append(out, l)
		}
	}
	return out
}

func (x *index) lineKey(d *dossier.Dossier, kind registry.Kind) lineKey {
	return lineKey{d.Award, x.proposer(d), x.round(d), kind}
}

// drawUp makes the lines of all limits.
func (x *index) drawUp() {
	x.lines = map[lineKey]*line{}
	for i := range x.Dossiers {
		d := &x.Dossiers[i]
		g := x.grants[d.Award]
		if d.Stage.Out() || !g.Limited() {
			continue
		}
		for _, m := range g.LimitsOf(x.limitedUnit(d)) {
			if m.Kind != "" && m.Kind != d.Kind {
				continue
			}
			k := x.lineKey(d, m.Kind)
			l := x.lines[k]
			if l == nil {
				l = &line{kind: m.Kind, most: m.Most, place: map[int]int{}}
				x.lines[k] = l
			}
			l.at = append(l.at, i)
			l.men = l.men || d.Gender == "male"
		}
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
			l.place[i] = place
		}
	}
}

// limitedUnit is the proposer and its group as they stood on the day of the paper.
func (x *index) limitedUnit(d *dossier.Dossier) (registry.UnitID, string) {
	s := x.Submissions[d.Submission]
	day := s.Date
	if day == 0 {
		day = x.Day
	}
	v, ok := x.Registry.Near(s.Unit, day)
	if s.Unit == 0 || !ok {
		return s.Unit, ""
	}
	return s.Unit, v.Group
}
