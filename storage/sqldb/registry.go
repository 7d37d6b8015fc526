package sqldb

import (
	"strings"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
)

var units = &table[registry.Unit, office.All]{
	name: "unit", columns: []string{"id", "rev", "ukey", "versions", "fold", "title"},
	fields: func(u *registry.Unit) []any {
		var names []string
		title := ""
		for _, v := range u.Versions {
			names = append(names, v.Name, v.Official, v.Short, v.Code)
			names = append(names, v.Aliases...)
			title = v.Name
		}
		return []any{&u.ID, &u.Rev, &u.Key, asJSON{&u.Versions}, made{searchable(names...)}, made{title}}
	},
	order: "id", missing: "store.no-unit",
}

var events = &table[registry.Event, office.All]{
	name: "event", columns: []string{"id", "rev", "day", "kind", "from_unit", "to_unit", "part", "legal", "note"},
	fields: func(e *registry.Event) []any {
		return []any{&e.ID, &e.Rev, day{&e.Date}, &e.Kind, ref{&e.From}, ref{&e.To}, &e.Part, &e.Legal, &e.Note}
	},
	order: "day, id", missing: "store.no-event",
}

var nominees = &table[registry.Nominee, office.NomineeFilter]{
	name: "nominee",
	columns: []string{"id", "rev", "kind", "name", "gender", "birth", "ethnicity", "id_number", "position", "unit",
		"unit_text", "address", "class", "managed", "note", "name_key", "sort_key", "fold", "title"},
	fields: func(n *registry.Nominee) []any {
		sort := viet.TextKey(n.Name)
		if n.Kind == registry.Individual {
			sort = viet.SortKey(n.Name)
		}
		return []any{&n.ID, &n.Rev, &n.Kind, &n.Name, &n.Gender, day{&n.Birth}, &n.Ethnicity, &n.IDNumber, &n.Position, ref{&n.Unit},
			&n.UnitText, &n.Address, &n.Class, &n.Managed, &n.Note, made{viet.Key(n.Name)}, made{sort}, made{searchable(n.Name, n.IDNumber)}, made{n.Name}}
	},
	where: func(f office.NomineeFilter, c *clause) {
		in(c, "id", f.IDs)
		in(c, "id_number", f.IDNumbers)
		in(c, "name_key", f.Names)
		if f.Kind != "" {
			c.add("kind = ?", string(f.Kind))
		}
		if f.Unit != 0 {
			c.add("unit = ?", f.Unit)
		}
	},
	page: func(f office.NomineeFilter) (int, int) { return f.Limit, 0 },
	// Those asked for by id are looked up by it again; nobody reads them as a list.
	orderOf: func(f office.NomineeFilter) string {
		if f.IDs != nil && f.Limit == 0 {
			return "id"
		}
		return "sort_key, id"
	},
	order: "sort_key, id", missing: "store.no-nominee",
}

var notSame = &table[registry.NotSame, office.All]{
	name: "not_same", columns: []string{"id", "rev", "a", "b"},
	fields: func(n *registry.NotSame) []any { return []any{&n.ID, &n.Rev, &n.A, &n.B} },
	order:  "id", missing: "store.no-record",
}

// searchable is the text a record is found by: without tones first, then as it is.
func searchable(parts ...string) string {
	text := strings.Join(parts, " ")
	return viet.Fold(text) + " " + strings.ToLower(viet.NFC(text))
}

// Units is the shelf of units.
func (t *Tx) Units() office.Set[registry.Unit, office.All] {
	return shelf[registry.Unit, office.All]{t, units}
}

// Events is the shelf of what befell units.
func (t *Tx) Events() office.Set[registry.Event, office.All] {
	return shelf[registry.Event, office.All]{t, events}
}

// Nominees is the shelf of people, collectives and households.
func (t *Tx) Nominees() office.Set[registry.Nominee, office.NomineeFilter] {
	return shelf[registry.Nominee, office.NomineeFilter]{t, nominees}
}

// NotSame is the shelf of pairs a person has told apart.
func (t *Tx) NotSame() office.Set[registry.NotSame, office.All] {
	return shelf[registry.NotSame, office.All]{t, notSame}
}
