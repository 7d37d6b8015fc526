package settings

import (
	"thidua/model/award"
	"thidua/model/when"
)

// StandardsOf lists the standards that hold while a rule set does.
func StandardsOf(c *award.Catalogue, r award.RuleSet) []award.Standard {
	var out []award.Standard
	for _, s := range c.Standards {
		if s.Overlaps(r.Period) {
			out = append(out, s)
		}
	}
	return out
}

// RuleAt is where the set in force on a day stands in the list; the last one when
// none is.
func RuleAt(list []award.RuleSet, day when.Date) int {
	for i, r := range list {
		if r.Holds(day) {
			return i
		}
	}
	return len(list) - 1
}
