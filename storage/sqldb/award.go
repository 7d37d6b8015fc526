package sqldb

import (
	"thidua/model/award"
	"thidua/model/office"
)

var awards = &table[award.Award, office.All]{
	name: "award",
	columns: []string{"id", "rev", "code", "name", "short", "class", "level", "kinds", "decider", "basis",
		"aliases", "place", "valid_from", "valid_to"},
	fields: func(a *award.Award) []any {
		return []any{&a.ID, &a.Rev, &a.Code, &a.Name, &a.Short, &a.Class, &a.Level, asJSON{&a.Kinds}, &a.Decider, &a.Basis,
			asJSON{&a.Aliases}, &a.Order, day{&a.From}, day{&a.To}}
	},
	order: "place, id", missing: "store.no-award",
}

var standards = &table[award.Standard, office.All]{
	name: "standard",
	columns: []string{"id", "rev", "award", "kind", "subject", "ground", "text", "way", "min_years", "launchers",
		"needs", "valid_from", "valid_to", "source"},
	fields: func(s *award.Standard) []any {
		return []any{&s.ID, &s.Rev, &s.Award, &s.Kind, &s.Subject, &s.Ground, &s.Text, &s.Way, &s.MinYears, asJSON{&s.Launchers},
			asJSON{&s.Needs}, day{&s.From}, day{&s.To}, &s.Source}
	},
	order: "id", missing: "store.no-record",
}

var ruleSets = &table[award.RuleSet, office.All]{
	name: "rule_set", columns: []string{"id", "rev", "code", "name", "valid_from", "valid_to", "source", "confirmed"},
	fields: func(r *award.RuleSet) []any {
		return []any{&r.ID, &r.Rev, &r.Code, &r.Name, day{&r.From}, day{&r.To}, &r.Source, &r.Confirmed}
	},
	order: "valid_from", missing: "store.no-record",
}

var coefficients = &table[award.Coefficient, office.All]{
	name: "coefficient", columns: []string{"id", "rev", "award", "kind", "hundredths", "valid_from", "valid_to", "source"},
	fields: func(c *award.Coefficient) []any {
		return []any{&c.ID, &c.Rev, &c.Award, &c.Kind, &c.Hundredths, day{&c.From}, day{&c.To}, &c.Source}
	},
	order: "id", missing: "store.no-record",
}

var salaries = &table[award.Salary, office.All]{
	name: "salary", columns: []string{"id", "rev", "amount", "valid_from", "valid_to", "source"},
	fields: func(s *award.Salary) []any {
		return []any{&s.ID, &s.Rev, &s.Amount, day{&s.From}, day{&s.To}, &s.Source}
	},
	order: "valid_from", missing: "store.no-record",
}

var records = &table[award.Record, office.RecordFilter]{
	name: "record",
	columns: []string{"id", "rev", "nominee", "unit", "award", "way", "year", "decision", "number", "day", "decider",
		"movement", "reason", "name", "post", "unit_text", "address", "golden_book", "revoked", "revoked_by", "note"},
	fields: func(r *award.Record) []any {
		return []any{&r.ID, &r.Rev, ref{&r.Nominee}, ref{&r.Unit}, &r.Award, &r.Way, &r.Year, ref{&r.Decision}, &r.Number, day{&r.Date}, &r.Decider,
			&r.Movement, &r.Reason, &r.Name, &r.Post, &r.UnitText, &r.Address, &r.GoldenBook, day{&r.Revoked}, &r.RevokedBy, &r.Note}
	},
	where: func(f office.RecordFilter, c *clause) {
		in(c, "nominee", f.Nominees)
		if f.Unit != 0 {
			c.add("unit = ?", f.Unit)
		}
		if f.Award != "" {
			c.add("award = ?", f.Award)
		}
		if f.Movement != "" {
			c.add("movement = ?", f.Movement)
		}
		if f.Decision != 0 {
			c.add("decision = ?", f.Decision)
		}
		if f.Year != 0 {
			c.add("year = ?", f.Year)
		}
	},
	order: "day, decision, id", missing: "store.no-record",
}

// Awards is the shelf of the catalogue.
func (t *Tx) Awards() office.Set[award.Award, office.All] {
	return shelf[award.Award, office.All]{t, awards}
}

// Standards is the shelf of grounds.
func (t *Tx) Standards() office.Set[award.Standard, office.All] {
	return shelf[award.Standard, office.All]{t, standards}
}

// RuleSets is the shelf of decrees in force.
func (t *Tx) RuleSets() office.Set[award.RuleSet, office.All] {
	return shelf[award.RuleSet, office.All]{t, ruleSets}
}

// Coefficients is the shelf of what awards are worth.
func (t *Tx) Coefficients() office.Set[award.Coefficient, office.All] {
	return shelf[award.Coefficient, office.All]{t, coefficients}
}

// Salaries is the shelf of base salaries.
func (t *Tx) Salaries() office.Set[award.Salary, office.All] {
	return shelf[award.Salary, office.All]{t, salaries}
}

// Records is the shelf of honours held.
func (t *Tx) Records() office.Set[award.Record, office.RecordFilter] {
	return shelf[award.Record, office.RecordFilter]{t, records}
}
