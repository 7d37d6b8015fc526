package office

import (
	"slices"

	"thidua/model/criteria"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/viet"
)

// progressStages are the columns of the printed board, in the order of the road.
var progressStages = [...]dossier.Stage{dossier.Received, dossier.Appraising, dossier.Supplement, dossier.Appraised, dossier.Passed, dossier.Submitted, dossier.Decided}

// progress is the board on paper, of one award when one is asked for.
func (d *desk) progress() (form.Paper, error) {
	b, err := boardOf(d.ctx, d.tx, d.movement.Code, d.office.Today())
	if err != nil {
		return nil, err
	}
	p := form.Progress{Frame: d.frame(), Movement: d.about()}
	if a, ok := d.cat.Award(d.print.Award); ok {
		p.Award = d.award(a)
	}
	for _, u := range b.Narrow("", d.print.Award).Units {
		r := form.ProgressRow{Unit: u.Name, Short: u.Short}
		for i, s := range progressStages {
			r.Counts[i] = u.Stages[s]
		}
		if len(u.Turns) > 0 {
			t := u.Turns[0]
			r.Holder, r.Timed, r.Left = t.Step.Holder, t.Timed, t.Left
		}
		p.Rows = append(p.Rows, r)
	}
	if len(p.Rows) == 0 {
		return nil, d.none()
	}
	return p, nil
}

// ranking is the places of one cluster, else of every cluster that has some, each
// with its own sheet and signers.
func (d *desk) ranking() (form.Paper, error) {
	y, err := d.office.year(d.ctx, d.tx, d.movement.Code)
	if err != nil {
		return nil, err
	}
	of := d.dutyYear(y)
	list, err := d.office.rankings(d.ctx, d.tx, d.movement.Code, of)
	if err != nil {
		return nil, err
	}
	var out together
	for _, c := range list {
		if d.print.Cluster != "" && d.print.Cluster != c.Cluster.Code || len(c.Ranking.Places) == 0 {
			continue
		}
		out = append(out, d.ranked(c))
	}
	switch {
	case len(out) == 1:
		return out[0], nil
	case len(out) > 0:
		return out, nil
	case d.print.Cluster != "" && !slices.ContainsFunc(list, func(c RankedCluster) bool { return c.Cluster.Code == d.print.Cluster }):
		return nil, fault.New(fault.NotFound, "office.no-cluster", d.print.Cluster, of)
	}
	return nil, fault.New(fault.NotFound, "office.no-ranking", of)
}

// ranked is the paper of one cluster; members without a score sheet stand last,
// without a place.
func (d *desk) ranked(c RankedCluster) form.Ranking {
	r := form.Ranking{Frame: d.frame(), Movement: d.about(), Cluster: c.Cluster.Name, Area: c.Cluster.Kind == movement.ByArea, Head: c.Units[c.Cluster.Head].Official,
		Year: c.Cluster.Year, ByShare: c.ByShare, Source: c.Ranking.Source, Closed: c.Ranking.Closed}
	for _, b := range c.Chain {
		r.Chain = append(r.Chain, viet.FirstSmall(b.Name))
	}
	for i, p := range c.Ranking.Places {
		result := criteria.Result{Total: p.Total, Max: p.Max}
		x := form.RankedRow{Place: p.Place, Unit: c.Units[p.Unit].Official, Self: c.Self[p.Unit].String(), Total: p.Total.String(), Max: p.Max.String(),
			Share: criteria.Points(result.Share()).String(), Votes: p.Votes, By: form.RankedByPoints}
		switch by := criteria.Above(c.Ranking.Places, i); {
		case p.Tied:
			x.By = form.RankedEven
		case by == criteria.ByVote:
			x.By = form.RankedByVote
		case by != "":
			x.By, x.Break = form.RankedByBreak, viet.FirstSmall(by)
		}
		r.Rows = append(r.Rows, x)
	}
	for _, u := range c.Without {
		r.Rows = append(r.Rows, form.RankedRow{Unit: c.Units[u].Official, By: form.RankedNot})
	}
	return r
}
