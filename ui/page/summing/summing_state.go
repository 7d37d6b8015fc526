package summing

import (
	"fmt"
	"strconv"
	"strings"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// State is which round of reports is summed up, and what came out.
type State struct {
	Movements []movement.Movement
	Code      string // of the movement; "" the newest
	report.Round
	Sum office.Sum
}

// Movement is the movement chosen, the newest when none was.
func (s *State) Movement() (movement.Movement, bool) {
	for _, m := range s.Movements {
		if m.Code == s.Code {
			return m, true
		}
	}
	if len(s.Movements) > 0 {
		return s.Movements[0], true
	}
	return movement.Movement{}, false
}

// Settle begins with the round to look at first.
func (s *State) Settle(today when.Date) {
	if m, ok := s.Movement(); ok && s.Year == 0 {
		s.Round = report.RoundOn(m, today)
	}
}

// Rounds are the choices, the close first.
func (s *State) Rounds(today when.Date) []kit.Choice {
	m, ok := s.Movement()
	if !ok {
		return nil
	}
	var out []kit.Choice
	for _, r := range report.Rounds(m, today) {
		label := words.ReportsClosing
		if r.Kind == report.Yearly {
			label = words.Fill(words.ReportsYear, strconv.Itoa(r.Year))
		}
		out = append(out, kit.Choice{Key: key(r), Label: label})
	}
	return out
}

// key names a round among the choices: "2025", "close-2026".
func key(r report.Round) string {
	if r.Kind == report.Closing {
		return "close-" + strconv.Itoa(r.Year)
	}
	return strconv.Itoa(r.Year)
}

// Choose takes a round by its key.
func (s *State) Choose(k string) {
	year, closing := strings.CutPrefix(k, "close-")
	y, err := strconv.Atoi(year)
	if err != nil {
		return
	}
	s.Round = report.Round{Kind: report.Yearly, Year: y}
	if closing {
		s.Kind = report.Closing
	}
}

// Figure is one line of the sums.
type Figure struct {
	Criterion, Label, Value, Of, Share string
	Reports                            int
}

// Figures are the sums by criterion, with the share where a figure is part of a whole.
func (s *State) Figures() []Figure {
	var out []Figure
	for _, c := range s.Sum.Criteria {
		for i, f := range c.Figures {
			x := Figure{Label: f.Label, Value: words.Count(int(f.Value)), Reports: len(f.Reports)}
			if i == 0 {
				x.Criterion = c.Letter + ") " + c.Text
			}
			if f.Of > 0 {
				tenths := (2000*f.Value + f.Of) / (2 * f.Of)
				x.Of, x.Share = words.Count(int(f.Of)), fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
			}
			out = append(out, x)
		}
	}
	return out
}

// Unit is one unit's line of the sums, as it stood then or rolled to today.
type Unit struct{ Name, Given, From, Parts string }

// Units writes the lines of one way of counting.
func (s *State) Units(list []report.Rolled) []Unit {
	name := func(id registry.UnitID) string {
		if v, ok := s.Sum.Names[id]; ok {
			return v.Name
		}
		return strconv.FormatInt(id, 10)
	}
	names := func(ids []registry.UnitID) string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = name(id)
		}
		return strings.Join(out, ", ")
	}
	out := make([]Unit, len(list))
	for i, r := range list {
		f := r.Figures
		out[i] = Unit{Name: name(r.Unit), From: names(r.From), Parts: names(r.Parts),
			Given: fmt.Sprintf("%d, %d, %d", f.Collectives, f.Households, f.Individuals)}
	}
	return out
}
