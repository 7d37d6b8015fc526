package settings

import (
	"thidua/model/fault"
	"thidua/model/when"
	"thidua/ui/words"
)

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

// Lacking adds what a dated fact lacks to the faults of its form, in the office's
// own words, so that they show beside those the page finds.
func Lacking(l *fault.List, p when.Period, source string) {
	if !p.From.Exact() {
		l.Add(fault.New(fault.Invalid, "office.fact-from").At("from"))
	}
	if source == "" {
		l.Add(fault.New(fault.Invalid, "office.fact-source").At("source"))
	}
}
