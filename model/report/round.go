package report

import (
	"thidua/model/movement"
	"thidua/model/when"
)

// Round is one time every unit reports: a year of the movement, or its close.
type Round struct {
	Kind Kind
	Year int // of the close, the movement's last year
}

// Rounds are the times a movement is reported on: its close first, then its
// years, the newest first. A movement without an end has the years up to today's.
func Rounds(m movement.Movement, today when.Date) []Round {
	var out []Round
	last := m.LastDay().Year()
	if last == 0 {
		last = max(today.Year(), m.From.Year())
	} else {
		out = append(out, Round{Closing, last})
	}
	for y := last; y >= m.From.Year(); y-- {
		out = append(out, Round{Yearly, y})
	}
	return out
}

// RoundOn is the yearly round to look at first: today's year, held within the
// movement; one that ends in the first days of a year has its last full year before.
func RoundOn(m movement.Movement, today when.Date) Round {
	y := max(today.Year(), m.From.Year())
	if l := m.LastDay(); l != 0 {
		last := l.Year()
		if l.Month() == 1 {
			last--
		}
		y = min(y, max(last, m.From.Year()))
	}
	return Round{Yearly, y}
}
