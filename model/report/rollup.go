package report

import (
	"slices"

	"thidua/model/registry"
	"thidua/model/when"
)

// Figures are sums over reports.
type Figures struct {
	Reports int `json:"reports"`
	// By holds, for a criterion's key, the sums of its figures: a, b and the further ones.
	By map[string]Sums `json:"by"`
	// Giấy khen by the units' own authority.
	Collectives int `json:"collectives"`
	Households  int `json:"households"`
	Individuals int `json:"individuals"`
	Exemplars   int `json:"exemplars"`
	Initiatives int `json:"initiatives"`
	Petitions   int `json:"petitions"`
}

// Sums are the figures of one criterion over reports.
type Sums struct {
	Units int     `json:"units"` // how many gave figures
	A     int64   `json:"a"`
	B     int64   `json:"b"`
	More  []int64 `json:"more,omitempty"`
	Yes   int     `json:"yes,omitempty"`
}

// Add puts a report's content in.
func (f *Figures) Add(c Content) {
	if f.By == nil {
		f.By = map[string]Sums{}
	}
	f.Reports++
	for _, ln := range c.Answers {
		if ln.NA || ln.Self == nil {
			continue
		}
		s := f.By[ln.Key]
		s.Units++
		s.A += ln.Self.A
		s.B += ln.Self.B
		if ln.Self.Yes {
			s.Yes++
		}
		s.More = slices.Clone(s.More)
		for i, m := range ln.Self.More {
			if i == len(s.More) {
				s.More = append(s.More, 0)
			}
			s.More[i] += m
		}
		f.By[ln.Key] = s
	}
	for _, g := range c.Awards {
		f.Collectives += g.Collectives
		f.Households += g.Households
		f.Individuals += g.Individuals
	}
	f.Exemplars += len(c.Exemplars)
	f.Initiatives += len(c.Initiatives)
	f.Petitions += len(c.Petitions)
}

// Rolled is one line of a roll-up: a unit and what was reported under it.
type Rolled struct {
	Unit    registry.UnitID
	Figures Figures
	Reports []int64 // the list behind the figures
	// From are the ended units whose figures went in; only when rolled.
	From []registry.UnitID
	// Kept tells that the unit no longer stands and its figures stay under its own
	// name all the same: it was divided among Parts, or the registry knows no heir.
	Kept  bool
	Parts []registry.UnitID
}

// Choice says to which unit the figures of a divided one are rolled after all.
type Choice map[registry.UnitID]registry.UnitID

// RollUp adds accepted reports by unit. With a zero day they stand as then: under
// the unit that reported. With a day each goes to the unit that stands in its
// place on that day, if all of it went to one; else only where chosen says so.
// The sum over all lines is the same either way.
func RollUp(rs []Report, book *registry.Book, day when.Date, chosen Choice) []Rolled {
	at := map[registry.UnitID]int{}
	var out []Rolled
	for _, r := range rs {
		c, ok := r.Counts()
		if !ok {
			continue
		}
		unit, kept, parts := r.Unit, false, []registry.UnitID(nil)
		if day != 0 {
			heirs, whole := book.Heirs(unit, day)
			to, told := chosen[unit]
			switch {
			case whole && len(heirs) == 1:
				unit = heirs[0]
			case told && slices.Contains(heirs, to):
				unit = to
			default:
				kept, parts = true, heirs
			}
		}
		i, ok := at[unit]
		if !ok {
			i = len(out)
			at[unit] = i
			out = append(out, Rolled{Unit: unit})
		}
		out[i].Figures.Add(c)
		out[i].Reports = append(out[i].Reports, r.ID)
		if unit != r.Unit && !slices.Contains(out[i].From, r.Unit) {
			out[i].From = append(out[i].From, r.Unit)
		}
		if kept {
			out[i].Kept, out[i].Parts = true, parts
		}
	}
	return out
}

// Total adds all accepted reports.
func Total(rs []Report) Figures {
	var f Figures
	for _, r := range rs {
		if c, ok := r.Counts(); ok {
			f.Add(c)
		}
	}
	return f
}
