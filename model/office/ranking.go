package office

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

// RankedCluster is a cluster and the places of its members.
type RankedCluster struct {
	Cluster movement.Cluster
	Ranking criteria.Ranking // as saved; Places as closed, else as they stand now
	Units   map[registry.UnitID]registry.Version
	// Without are members that have no score sheet and so no place.
	Without []registry.UnitID
	// Chain is the order of tie-breaks, ByShare how totals are compared: both of the
	// members' criteria set.
	Chain   []criteria.Break
	ByShare bool
	// Self is what units gave themselves.
	Self map[registry.UnitID]criteria.Points
}

// Rankings gives the places of every cluster of a year: frozen where closed, else
// computed now.
func (o *Office) Rankings(ctx context.Context, code string, year int) (out []RankedCluster, err error) {
	err = o.read(ctx, func(tx Tx) error {
		out, err = o.rankings(ctx, tx, code, year)
		return err
	})
	return out, err
}

func (o *Office) rankings(ctx context.Context, tx Tx, code string, of int) ([]RankedCluster, error) {
	y, err := o.year(ctx, tx, code)
	if err != nil {
		return nil, err
	}
	clusters, err := tx.Clusters().Find(ctx, ClusterFilter{Year: of})
	if err != nil {
		return nil, err
	}
	saved, err := tx.Rankings().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of})
	if err != nil {
		return nil, err
	}
	sheets, err := sheetsOf(ctx, tx, y, of)
	if err != nil {
		return nil, err
	}
	byUnit := map[registry.UnitID]criteria.Sheet{}
	for _, s := range sheets {
		byUnit[s.Unit] = s
	}
	reports, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: of}, Kind: report.Yearly})
	if err != nil {
		return nil, err
	}
	received := map[registry.UnitID]when.Date{}
	for _, r := range reports {
		received[r.Unit] = r.First
	}
	sets, err := tx.CriteriaSets().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of})
	if err != nil {
		return nil, err
	}
	out := make([]RankedCluster, 0, len(clusters))
	for _, c := range clusters {
		rc := RankedCluster{Cluster: c, Units: map[registry.UnitID]registry.Version{}, Self: map[registry.UnitID]criteria.Points{}, Ranking: criteria.Ranking{Movement: y.movement.ID, Year: of, Cluster: c.Code}}
		if i := slices.IndexFunc(saved, func(r criteria.Ranking) bool { return r.Cluster == c.Code }); i >= 0 {
			rc.Ranking = saved[i]
		}
		var cs []criteria.Contender
		var used []criteria.Set // by which the members are judged, one for each
		for _, m := range c.Members {
			v, _ := y.units.Near(m, y.movement.ReportDue(of, y.calendar))
			rc.Units[m] = v
			s, ok := byUnit[m]
			if !ok {
				rc.Without = append(rc.Without, m)
				continue
			}
			set, _ := criteria.For(sets, m, v.Group)
			used = append(used, set)
			result := s.Compute()
			rc.Self[m] = result.Self
			cs = append(cs, criteria.Contender{Unit: m, Result: result, Received: received[m], Votes: rc.Ranking.Votes[m]})
		}
		set := commonest(used)
		rc.Chain, rc.ByShare = set.Breaks, set.ByShare
		if rc.Ranking.Closed == 0 {
			rc.Ranking.Places = criteria.Rank(cs, set.Breaks, set.ByShare)
		}
		out = append(out, rc)
	}
	return out, nil
}

// commonest is the set by which most of a cluster's members are judged, of as many
// the one met first: its tie-breaks are the cluster's.
func commonest(used []criteria.Set) (out criteria.Set) {
	most, count := 0, map[int64]int{}
	for _, s := range used {
		count[s.ID]++
	}
	for _, s := range used {
		if n := count[s.ID]; n > most {
			most, out = n, s
		}
	}
	return out
}

// Vote notes how many votes units that share a place got in their cluster.
func (o *Office) Vote(ctx context.Context, code string, year int, cluster string, votes map[registry.UnitID]int, source string) (audit.Entry, error) {
	return o.rankingAct(ctx, code, year, cluster, "ranking.vote", "Ghi phiếu bầu của", func(r *criteria.Ranking) error {
		r.Votes, r.Source = maps.Clone(votes), source
		return nil
	})
}

// CloseRanking freezes the places of a cluster; it answers "criteria.tied" while a
// vote is still needed, and "office.scores-open" while a member's score is.
func (o *Office) CloseRanking(ctx context.Context, code string, year int, cluster string) (audit.Entry, error) {
	sheets, err := o.Sheets(ctx, code, year)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.rankingAct(ctx, code, year, cluster, "ranking.close", "Chốt xếp hạng", func(r *criteria.Ranking) error {
		open := 0
		for _, p := range r.Places {
			if slices.ContainsFunc(sheets, func(l SheetLine) bool { return l.Sheet.Unit == p.Unit && l.Sheet.Closed == 0 }) {
				open++
			}
		}
		if open > 0 {
			return fault.New(fault.Conflict, "office.scores-open", open)
		}
		if len(r.Places) == 0 {
			return fault.New(fault.NotFound, "office.no-scores")
		}
		r.Closed = o.Today()
		return r.Check()
	})
}

func (o *Office) rankingAct(ctx context.Context, code string, year int, cluster, act, detail string, change func(*criteria.Ranking) error) (audit.Entry, error) {
	all, err := o.Rankings(ctx, code, year)
	if err != nil {
		return audit.Entry{}, err
	}
	i := slices.IndexFunc(all, func(c RankedCluster) bool { return c.Cluster.Code == cluster })
	if i < 0 {
		return audit.Entry{}, fault.New(fault.NotFound, "office.no-cluster", cluster, year)
	}
	r := all[i].Ranking
	if r.Closed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "office.ranking-closed", r.Closed.Slash())
	}
	if err := change(&r); err != nil {
		return audit.Entry{}, err
	}
	if r.Closed == 0 {
		r.Places = nil // computed as long as it is open
	}
	return o.act(ctx, act, fmt.Sprintf("%s %s năm %d", detail, all[i].Cluster.Name, year), func(tx Tx) error { return tx.Rankings().Put(ctx, &r) })
}
