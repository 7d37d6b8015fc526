package settings

import (
	"thidua/model/when"
	"thidua/ui/words"
)

// LastDay is the last day a period holds; 0 when it goes on.
func LastDay(p when.Period) when.Date {
	if p.To == 0 {
		return 0
	}
	return p.To.AddDays(-1)
}

// Standing says where a period lies from a day: in force, over, to come.
func Standing(p when.Period, day when.Date) string {
	switch {
	case p.Holds(day):
		return words.FactNow
	case day < p.From:
		return words.FactAhead
	}
	return words.FactBefore
}
