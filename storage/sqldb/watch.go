package sqldb

import (
	"thidua/model/movement"
	"thidua/model/office"
)

var watches = &table[movement.Watch, office.YearFilter]{
	name:    "watch",
	columns: []string{"id", "rev", "movement", "member", "post", "sector", "unit_groups", "clusters", "units", "valid_from", "valid_to", "source"},
	fields: func(w *movement.Watch) []any {
		return []any{&w.ID, &w.Rev, ref{&w.Movement}, &w.Member, &w.Post, &w.Sector, asJSON{&w.Groups}, asJSON{&w.Clusters}, asJSON{&w.Units}, day{&w.From}, day{&w.To}, &w.Source}
	},
	where: func(f office.YearFilter, c *clause) { f.Year, f.Units = 0, nil; yearly(f, c) },
	order: "id", missing: "store.no-record",
}

var visits = &table[movement.Visit, office.YearFilter]{
	name: "visit", columns: []string{"id", "rev", "movement", "watch", "member", "unit", "day", "mark", "findings", "file", "file_name", "note"},
	fields: func(v *movement.Visit) []any {
		return []any{&v.ID, &v.Rev, ref{&v.Movement}, ref{&v.Watch}, &v.Member, ref{&v.Unit}, day{&v.Day}, &v.Mark, asJSON{&v.Findings}, &v.File, &v.FileName, &v.Note}
	},
	where: func(f office.YearFilter, c *clause) {
		if f.Year != 0 {
			c.add("substr(day, 1, 4) = cast(? AS TEXT)", f.Year)
		}
		f.Year = 0
		yearly(f, c)
	},
	order: "day DESC, id DESC", missing: "store.no-record",
}

// Watches is the shelf of who of the council watches what.
func (t *Tx) Watches() office.Set[movement.Watch, office.YearFilter] {
	return shelf[movement.Watch, office.YearFilter]{t, watches}
}

// Visits is the shelf of inspections, newest first.
func (t *Tx) Visits() office.Set[movement.Visit, office.YearFilter] {
	return shelf[movement.Visit, office.YearFilter]{t, visits}
}
