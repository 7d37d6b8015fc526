package sqldb

import "thidua/model/office"

var mappings = &table[office.Mapping, office.MappingFilter]{
	name: "mapping", columns: []string{"id", "rev", "sender", "heading", "field"},
	fields: func(m *office.Mapping) []any { return []any{&m.ID, &m.Rev, &m.Sender, &m.Heading, &m.Field} },
	where: func(f office.MappingFilter, c *clause) {
		c.add("sender IN ('', ?)", f.Sender)
	},
	order: "sender, id", missing: "store.no-record",
}

var settings = &table[office.Setting, office.SettingFilter]{
	name: "setting", columns: []string{"id", "rev", "skey", "valid_from", "valid_to", "value", "source"},
	fields: func(s *office.Setting) []any {
		return []any{&s.ID, &s.Rev, &s.Key, day{&s.From}, day{&s.To}, &s.Value, &s.Source}
	},
	where: func(f office.SettingFilter, c *clause) {
		if f.Prefix != "" {
			c.add("substr(skey, 1, length(?)) = ?", f.Prefix, f.Prefix)
		}
	},
	order: "skey, valid_from, id", missing: "store.no-record",
}

var printings = &table[office.Printing, office.PrintingFilter]{
	name: "printing", columns: []string{"id", "rev", "form", "movement", "dossier", "decision", "file", "hash", "at", "officer"},
	fields: func(p *office.Printing) []any {
		return []any{&p.ID, &p.Rev, &p.Form, ref{&p.Movement}, ref{&p.Dossier}, ref{&p.Decision}, &p.File, &p.Hash, moment{&p.At}, &p.Officer}
	},
	where: func(f office.PrintingFilter, c *clause) {
		if f.Form != "" {
			c.add("form = ?", f.Form)
		}
		if f.Dossier != 0 {
			c.add("dossier = ?", f.Dossier)
		}
	},
	page:  func(f office.PrintingFilter) (int, int) { return f.Limit, 0 },
	order: "id DESC", missing: "store.no-record",
}

// Mappings is the shelf of remembered headings.
func (t *Tx) Mappings() office.Set[office.Mapping, office.MappingFilter] {
	return shelf[office.Mapping, office.MappingFilter]{t, mappings}
}

// Settings is the shelf of the office's own dated texts.
func (t *Tx) Settings() office.Set[office.Setting, office.SettingFilter] {
	return shelf[office.Setting, office.SettingFilter]{t, settings}
}

// Printings is the shelf of what left the program as paper.
func (t *Tx) Printings() office.Set[office.Printing, office.PrintingFilter] {
	return shelf[office.Printing, office.PrintingFilter]{t, printings}
}
