package sqldb

import (
	"thidua/model/criteria"
	"thidua/model/office"
)

var criteriaSets = &table[criteria.Set, office.YearFilter]{
	name: "criteria_set", columns: []string{"id", "rev", "movement", "year", "code", "name", "unit_groups", "unit", "items", "breaks", "by_share", "source"},
	fields: func(s *criteria.Set) []any {
		return []any{&s.ID, &s.Rev, ref{&s.Movement}, &s.Year, &s.Code, &s.Name, asJSON{&s.Groups}, ref{&s.Unit}, asJSON{&s.Items}, asJSON{&s.Breaks}, &s.ByShare, &s.Source}
	},
	where: yearly,
	order: "year DESC, unit, id", missing: "store.no-record",
}

var scoreSheets = &table[criteria.Sheet, office.YearFilter]{
	name: "score_sheet", columns: []string{"id", "rev", "movement", "year", "unit", "items", "by_share", "lines", "state", "total", "top", "closed", "note"},
	fields: func(s *criteria.Sheet) []any {
		return []any{&s.ID, &s.Rev, ref{&s.Movement}, &s.Year, ref{&s.Unit}, asJSON{&s.Items}, &s.ByShare, asJSON{&s.Lines}, &s.State, &s.Total, &s.Max, day{&s.Closed}, &s.Note}
	},
	where: yearly,
	order: "year DESC, unit", missing: "store.no-record",
}

var rankings = &table[criteria.Ranking, office.YearFilter]{
	name: "ranking", columns: []string{"id", "rev", "movement", "year", "cluster", "votes", "places", "closed", "source", "note"},
	fields: func(r *criteria.Ranking) []any {
		return []any{&r.ID, &r.Rev, ref{&r.Movement}, &r.Year, &r.Cluster, asJSON{&r.Votes}, asJSON{&r.Places}, day{&r.Closed}, &r.Source, &r.Note}
	},
	where: func(f office.YearFilter, c *clause) { f.Units = nil; yearly(f, c) },
	order: "year DESC, cluster", missing: "store.no-record",
}

// CriteriaSets is the shelf of criteria by group and year.
func (t *Tx) CriteriaSets() office.Set[criteria.Set, office.YearFilter] {
	return shelf[criteria.Set, office.YearFilter]{t, criteriaSets}
}

// ScoreSheets is the shelf of score sheets.
func (t *Tx) ScoreSheets() office.Set[criteria.Sheet, office.YearFilter] {
	return shelf[criteria.Sheet, office.YearFilter]{t, scoreSheets}
}

// Rankings is the shelf of the clusters' places.
func (t *Tx) Rankings() office.Set[criteria.Ranking, office.YearFilter] {
	return shelf[criteria.Ranking, office.YearFilter]{t, rankings}
}
