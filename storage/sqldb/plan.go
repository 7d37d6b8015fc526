package sqldb

import (
	"thidua/model/movement"
	"thidua/model/office"
)

var unitPlans = &table[movement.UnitPlan, office.YearFilter]{
	name: "unit_plan",
	columns: []string{"id", "rev", "movement", "unit", "asked", "asked_by", "due", "received", "number", "day", "file", "file_name",
		"criteria", "handover", "note"},
	fields: func(p *movement.UnitPlan) []any {
		return []any{&p.ID, &p.Rev, ref{&p.Movement}, ref{&p.Unit}, day{&p.Asked}, &p.AskedBy, day{&p.Due}, day{&p.Received}, &p.Number, day{&p.Date},
			&p.File, &p.FileName, asJSON{&p.Criteria}, asJSON{&p.Handover}, &p.Note}
	},
	where: func(f office.YearFilter, c *clause) { f.Year = 0; yearly(f, c) },
	order: "unit", missing: "store.no-record",
}

// yearly narrows tables that carry movement, year and unit.
func yearly(f office.YearFilter, c *clause) {
	in(c, "id", f.IDs)
	in(c, "unit", f.Units)
	if f.Movement != 0 {
		c.add("movement = ?", f.Movement)
	}
	if f.Year != 0 {
		c.add("year = ?", f.Year)
	}
}

// UnitPlans is the shelf of the units' own plans.
func (t *Tx) UnitPlans() office.Set[movement.UnitPlan, office.YearFilter] {
	return shelf[movement.UnitPlan, office.YearFilter]{t, unitPlans}
}
