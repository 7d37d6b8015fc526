package criteria

// Why is one reason behind a line's points: a sentence's code and its arguments,
// put into words at the edge.
type Why struct {
	Code string
	Args []any
}

func why(code string, args ...any) Why { return Why{code, args} }

// Scored is one line of a computed sheet.
type Scored struct {
	Item Item
	Line Line
	// Self and Appraised are the points of the two answers; nil where none was given.
	Self, Appraised *Points
	Points          Points // what counts: the appraised, else the unit's own
	Max             Points // what the line could bring; 0 when it does not apply
	Why             []Why
}

// Result is a computed sheet.
type Result struct {
	Lines []Scored
	Self  Points // sum of the unit's own score
	Total Points // sum of what counts, never below 0
	Max   Points // what the lines that apply could bring
}

// Share is the total in hundredths of a percent of what could be reached.
func (r Result) Share() int64 { return share(r.Total, r.Max) }

func share(total, top Points) int64 {
	if top <= 0 {
		return 0
	}
	return rounded(int64(total)*10000, int64(top))
}

// rounded divides, half up.
func rounded(a, b int64) int64 { return (2*a + b) / (2 * b) }

// Compute scores a sheet line by line. Lines stand in the order of the items.
func (s Sheet) Compute() Result {
	var r Result
	met := map[string]bool{}
	for _, it := range s.Items {
		if it.Kind != Gate {
			continue
		}
		ln := s.Line(it.Key)
		e := ln.counted()
		met[it.Key] = ln.NA || e != nil && e.Yes
	}
	for _, it := range s.Items {
		sc := s.scored(it, met)
		r.Lines = append(r.Lines, sc)
		r.Total += sc.Points
		r.Max += sc.Max
		if sc.Self != nil {
			r.Self += *sc.Self
		}
	}
	r.Total, r.Self = max(r.Total, 0), max(r.Self, 0)
	return r
}

// counted is the answer that counts: the office's, else the unit's own.
func (l Line) counted() *Entry {
	if l.Appraised != nil {
		return l.Appraised
	}
	return l.Self
}

func (s Sheet) scored(it Item, met map[string]bool) Scored {
	ln := s.Line(it.Key)
	sc := Scored{Item: it, Line: ln, Max: it.Worth()}
	if ln.NA {
		sc.Max = 0
		sc.Why = append(sc.Why, why("criteria.na", ln.NAReason))
		return sc
	}
	open := it.Needs == "" || met[it.Needs]
	points := func(e *Entry) *Points {
		if e == nil {
			return nil
		}
		p := it.points(*e)
		if !open {
			p = min(p, 0)
		}
		return &p
	}
	sc.Self, sc.Appraised = points(ln.Self), points(ln.Appraised)
	e := ln.counted()
	switch {
	case e == nil:
		sc.Why = append(sc.Why, why("criteria.unanswered"))
	case !open:
		sc.Points = min(it.points(*e), 0)
		sc.Why = append(sc.Why, why("criteria.gate-closed", s.called(it.Needs)))
	default:
		sc.Points = it.points(*e)
		sc.Why = append(sc.Why, it.because(*e))
	}
	if sc.Self != nil && sc.Appraised != nil && *sc.Self != *sc.Appraised {
		sc.Why = append(sc.Why, why("criteria.appraised", *sc.Self, *sc.Appraised, ln.Reason))
	}
	if len(it.Evidence) > 0 && len(ln.Evidence) == 0 && sc.Points > 0 {
		sc.Why = append(sc.Why, why("criteria.no-evidence", it.Evidence[0]))
	}
	return sc
}

// called is an item's name, its key where the sheet does not hold it.
func (s Sheet) called(key string) string {
	if it, ok := (Set{Items: s.Items}).Item(key); ok {
		return it.Text
	}
	return key
}

// points is what an answer is worth, gates left aside.
func (it Item) points(e Entry) Points {
	switch it.Kind {
	case Ratio:
		if e.A <= 0 {
			return 0
		}
		return Points(rounded(int64(it.Max)*min(e.B, e.A), e.A))
	case Stepped:
		var p Points
		for _, st := range it.Steps {
			if e.B >= st.From {
				p = st.Points
			}
		}
		return p
	case Sampled:
		return min(it.Each*Points(min(e.B, it.Size)), it.Max)
	case YesNo:
		if e.Yes {
			return it.Max
		}
	case Minus:
		return -min(it.Each*Points(e.B), it.Max)
	case Judged:
		return min(max(e.Points, 0), it.Max)
	}
	return 0
}

// because says how the points of an answer come about.
func (it Item) because(e Entry) Why {
	p := it.points(e)
	switch it.Kind {
	case Ratio:
		if e.A <= 0 {
			return why("criteria.nothing-to-count", it.A)
		}
		return why("criteria.by-ratio", e.B, e.A, it.Max, p)
	case Stepped:
		if p == 0 {
			return why("criteria.below-steps", e.B, it.Steps[0].From)
		}
		from := int64(0)
		for _, st := range it.Steps {
			if e.B >= st.From {
				from = st.From
			}
		}
		return why("criteria.by-step", e.B, from, p)
	case Sampled:
		return why("criteria.by-sample", e.B, e.A, it.Each, it.Max, p)
	case Gate:
		if e.Yes {
			return why("criteria.gate-met")
		}
		return why("criteria.gate-unmet")
	case YesNo:
		if e.Yes {
			return why("criteria.yes", p)
		}
		return why("criteria.no")
	case Minus:
		if e.B == 0 {
			return why("criteria.nothing-off")
		}
		return why("criteria.taken-off", e.B, it.Each, it.Max, p)
	}
	return why("criteria.judged", p, it.Max)
}
