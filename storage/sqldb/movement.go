package sqldb

import (
	"thidua/model/movement"
	"thidua/model/office"
)

var movements = &table[movement.Movement, office.MovementFilter]{
	name: "movement",
	columns: []string{"id", "rev", "code", "name", "full_title", "manner", "scope", "status", "launcher", "host", "valid_from", "valid_to",
		"parent", "achievement", "basis", "purpose", "contents", "criteria", "awards", "phases", "duty", "tasks", "note", "fold", "title"},
	fields: func(m *movement.Movement) []any {
		return []any{&m.ID, &m.Rev, &m.Code, &m.Name, &m.Title, &m.Manner, &m.Scope, &m.Status, &m.Launcher, &m.Host, day{&m.From}, day{&m.To},
			ref{&m.Parent}, &m.Achievement, asJSON{&m.Basis}, asJSON{&m.Purpose}, asJSON{&m.Contents}, asJSON{&m.Criteria}, asJSON{&m.Awards},
			asJSON{&m.Phases}, asJSON{&m.Duty}, asJSON{&m.Tasks}, &m.Note, made{searchable(m.Code, m.Name, m.Title)}, made{m.Name}}
	},
	where: func(f office.MovementFilter, c *clause) {
		if f.Code != "" {
			c.add("code = ?", f.Code)
		}
	},
	order: "valid_from DESC, id DESC", missing: "store.no-movement",
}

// Movements is the shelf of movements, newest first.
func (t *Tx) Movements() office.Set[movement.Movement, office.MovementFilter] {
	return shelf[movement.Movement, office.MovementFilter]{t, movements}
}
