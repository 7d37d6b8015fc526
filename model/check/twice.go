package check

// twice: a nominee stands more than once for the same award in what one unit handed in.
var twice = Rule{
	Number: "KT-01", Folder: "twice", Title: "Đề nghị trùng trong cùng đơn vị",
	Basis: "Luật 06/2022/QH15, Điều 5.2.c", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		own, _ := x.twins(at)
		if len(own) > 0 {
			r.add(Error, "check.twice", "check.twice-wanted", d.Name, x.awardName(d.Award), few(numbers(x, own)))
		}
	},
}

// twins lists the other dossiers of the same nominee for the same award and
// round: those of the same proposer, and one of each other proposer.
func (x *index) twins(at int) (own, others []int) {
	d := &x.Dossiers[at]
	if d.Nominee == 0 {
		return nil, nil
	}
	g := x.same[sameKey{d.Nominee, d.Award, x.round(d)}]
	if g == nil || len(g.at) < 2 {
		return nil, nil
	}
	me := x.proposer(d)
	for _, p := range g.by[:min(len(g.by), 8)] {
		if p.proposer != me {
			others = append(others, p.at[0])
		}
	}
	for _, p := range g.by {
		if p.proposer != me {
			continue
		}
		for _, o := range p.at[:min(len(p.at), 8)] {
			if o != at {
				own = append(own, o)
			}
		}
		break
	}
	return own, others
}

// numbers writes dossiers as an officer finds them: their numbers.
func numbers(x *index, at []int) []string {
	var out []string
	for _, o := range at {
		out = append(out, "hồ sơ số "+itoa(int(x.Dossiers[o].ID)))
	}
	return out
}
