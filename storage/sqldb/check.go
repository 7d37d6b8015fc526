package sqldb

import (
	"thidua/model/check"
	"thidua/model/office"
)

var overrules = &table[check.Overrule, office.DossiersFilter]{
	name: "overrule", columns: []string{"id", "rev", "dossier", "rule", "seen", "reason", "officer", "day"},
	fields: func(o *check.Overrule) []any {
		return []any{&o.ID, &o.Rev, ref{&o.Dossier}, &o.Rule, &o.Seen, &o.Reason, &o.Officer, day{&o.Day}}
	},
	where: func(f office.DossiersFilter, c *clause) { in(c, "dossier", f.Dossiers) },
	order: "dossier, id", missing: "store.no-record",
}

// Overrules is the shelf of findings an officer has set aside, with the reason.
func (t *Tx) Overrules() office.Set[check.Overrule, office.DossiersFilter] {
	return shelf[check.Overrule, office.DossiersFilter]{t, overrules}
}
