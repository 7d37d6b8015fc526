package scoring

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// clusterOf is the code of the cluster a unit belongs to in the year.
func (s *State) clusterOf(unit registry.UnitID) string {
	for _, c := range s.Clusters {
		if c.Has(unit) {
			return c.Code
		}
	}
	return ""
}

// Covered are the units that take part in the year and fall under a watch.
func (s *State) Covered(w movement.Watch) []registry.UnitID {
	var out []registry.UnitID
	for _, d := range s.Owing {
		if !d.Ended && w.Covers(d.ID, d.Group, s.clusterOf(d.ID), s.day()) {
			out = append(out, d.ID)
		}
	}
	return out
}

// Visited counts those of the units that were inspected in the year.
func (s *State) Visited(units []registry.UnitID) int {
	n := 0
	for _, u := range units {
		if slices.ContainsFunc(s.Visits, func(v movement.Visit) bool { return v.Unit == u }) {
			n++
		}
	}
	return n
}

// Unwatched counts the units of the year no member of the council looks after.
func (s *State) Unwatched() int {
	n := 0
	for _, d := range s.Owing {
		cluster := s.clusterOf(d.ID)
		if !d.Ended && !slices.ContainsFunc(s.Watches, func(w movement.Watch) bool { return w.Covers(d.ID, d.Group, cluster, s.day()) }) {
			n++
		}
	}
	return n
}

// OpenText says how many of a visit's findings are not mended, and the one longest overdue.
func (s *State) OpenText(v movement.Visit) (string, kit.Tone) {
	open := v.Open()
	if len(open) == 0 {
		return "", kit.Plain
	}
	text := words.Count(len(open))
	for _, f := range open {
		if f.Due != 0 && f.Due < s.Today {
			return text + ", " + words.Fill(words.VisitLate, f.Due.Slash()), kit.Bad
		}
	}
	return text, kit.Warn
}

// Enters says how the judgement of a visit enters the unit's score of the year.
func (s *State) Enters(v movement.Visit) (string, kit.Tone) {
	var items []criteria.Item
	closed := false
	for _, l := range s.Sheets {
		if l.Sheet.Unit == v.Unit {
			items, closed = l.Sheet.Items, l.Sheet.Closed != 0 && l.Sheet.Closed < v.Day
		}
	}
	if items == nil {
		u, _ := s.Units.Near(v.Unit, v.Day)
		if set, ok := criteria.For(s.Sets, v.Unit, u.Group); ok {
			items = set.Items
		}
	}
	i := slices.IndexFunc(items, func(it criteria.Item) bool { return it.Source == criteria.FromVisit })
	share, marked := v.Percent()
	if i < 0 || !marked {
		return words.VisitNotIn, kit.Warn
	}
	for _, o := range s.Visits {
		if o.Unit == v.Unit && o.Mark != "" && (o.Day > v.Day || o.Day == v.Day && o.ID > v.ID) {
			return words.Fill(words.VisitNewer, v.Day.Slash()), kit.Warn
		}
	}
	if closed {
		return words.VisitClosed, kit.Warn
	}
	it := items[i]
	return words.Fill(words.VisitEnters, fmt.Sprint(s.Year), it.Key, it.Text, it.Max*criteria.Points(share)/100, it.Max), kit.Good
}

// Marks are the judgements a visit can end in.
func Marks() []registry.Name {
	out := []registry.Name{{Code: "", Name: words.VisitMarkNone}}
	for _, m := range movement.VisitMarks {
		out = append(out, m.Name)
	}
	return out
}

// MarkTone is how a judgement is painted.
func MarkTone(v movement.Visit) kit.Tone {
	share, ok := v.Percent()
	switch {
	case !ok:
		return kit.Quiet
	case share >= 100:
		return kit.Good
	case share >= 75:
		return kit.Info
	case share > 0:
		return kit.Warn
	}
	return kit.Bad
}

// Seats are the members of the councils on a day, to be chosen from.
func (s *State) Seats(day when.Date) []kit.Option {
	var out []kit.Option
	for _, c := range s.Councils {
		if c.To != 0 && c.To <= day {
			continue
		}
		for _, m := range c.Seats(day, false) {
			out = append(out, kit.Option{Key: m.Name, Label: m.Name, Note: m.Post})
		}
	}
	return out
}

// Codes reads a field of codes parted by commas.
func Codes(text string) []string {
	var out []string
	for _, c := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if c = strings.TrimSpace(c); c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
