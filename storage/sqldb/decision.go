package sqldb

import (
	"thidua/model/decision"
	"thidua/model/office"
)

var decisions = &table[decision.Decision, office.DecisionFilter]{
	name: "decision",
	columns: []string{"id", "rev", "movement", "award", "number", "day", "decider", "signer", "issued", "items", "revoked", "note",
		"act", "of_decision", "reason", "ground", "origin", "scan", "notified", "body", "fold", "title"},
	fields: func(d *decision.Decision) []any {
		return []any{&d.ID, &d.Rev, ref{&d.Movement}, &d.Award, &d.Number, day{&d.Date}, &d.Decider, &d.Signer, &d.Issued, asJSON{&d.Items},
			day{&d.Revoked}, &d.Note, &d.Act, ref{&d.Of}, &d.Reason, &d.Ground, &d.Origin, &d.Scan, day{&d.Notified}, ref{&d.Body}, made{searchable(d.Number, d.Note)}, made{d.Number}}
	},
	where: func(f office.DecisionFilter, c *clause) {
		if f.Movement != 0 {
			c.add("movement = ?", f.Movement)
		}
		if f.Award != "" {
			c.add("award = ?", f.Award)
		}
		if f.Of != 0 {
			c.add("of_decision = ?", f.Of)
		}
		if f.Giving {
			c.add("act = ''")
		}
		if f.Issued != nil {
			c.add("issued = ?", *f.Issued)
		}
	},
	order: "day DESC, id DESC", missing: "store.no-decision",
}

// Decisions is the shelf of decisions, newest first.
func (t *Tx) Decisions() office.Set[decision.Decision, office.DecisionFilter] {
	return shelf[decision.Decision, office.DecisionFilter]{t, decisions}
}
