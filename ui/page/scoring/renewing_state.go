package scoring

import (
	"slices"
	"strings"

	"thidua/model/criteria"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/words"
)

// Renewal is what renewing the sheet of a unit would change, if anything.
func (s *State) Renewal(unit registry.UnitID) (office.Renewal, bool) {
	i := slices.IndexFunc(s.Renewals, func(r office.Renewal) bool { return r.Sheet.Unit == unit })
	if i < 0 {
		return office.Renewal{}, false
	}
	return s.Renewals[i], true
}

// Loses tells that something entered must be answered anew.
func Loses(r office.Renewal) bool {
	return slices.ContainsFunc(r.Changes, func(c criteria.Changed) bool { return c.Lost })
}

// ChangesText says what differs between a sheet and its set, item by item.
func ChangesText(r office.Renewal) string {
	if len(r.Changes) == 0 {
		return words.RenewShare
	}
	out := make([]string, len(r.Changes))
	for i, c := range r.Changes {
		text := words.RenewChanged
		switch {
		case c.Came():
			text = words.RenewCame
		case c.Gone():
			text = words.RenewGone
		case c.Lost:
			text = words.RenewLost
		}
		out[i] = words.Fill(text, c.Key)
	}
	return strings.Join(out, "; ")
}
