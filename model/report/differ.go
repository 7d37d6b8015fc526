package report

import (
	"fmt"

	"thidua/model/criteria"
)

// Difference is something an accepted report now says otherwise.
type Difference struct {
	Key      string // of a criterion, or the part's code
	Was, Now string
}

// Differences compares what was accepted with what the unit sent since.
func (r Report) Differences() []Difference {
	if r.Frozen == nil {
		return nil
	}
	var out []Difference
	add := func(key, was, now string) {
		if was != now {
			out = append(out, Difference{key, was, now})
		}
	}
	for _, key := range keysOf(r.Frozen.Answers, r.Content.Answers) {
		add(key, answer(r.Frozen.Answers, key), answer(r.Content.Answers, key))
	}
	for _, n := range NarrativeNames {
		add(n.Code, r.Frozen.Narrative[n.Code], r.Content.Narrative[n.Code])
	}
	add("dien_hinh", names(r.Frozen.Exemplars), names(r.Content.Exemplars))
	add("sang_kien", names(r.Frozen.Initiatives), names(r.Content.Initiatives))
	add("giay_khen", given(r.Frozen.Awards), given(r.Content.Awards))
	add("kien_nghi", fmt.Sprint(r.Frozen.Petitions), fmt.Sprint(r.Content.Petitions))
	return out
}

func keysOf(lists ...[]criteria.Line) (out []string) {
	seen := map[string]bool{}
	for _, l := range lists {
		for _, ln := range l {
			if !seen[ln.Key] {
				seen[ln.Key] = true
				out = append(out, ln.Key)
			}
		}
	}
	return out
}

// answer is a line's figures as one word, for comparing and for showing.
func answer(lines []criteria.Line, key string) string {
	for _, ln := range lines {
		if ln.Key != key {
			continue
		}
		if ln.NA {
			return "không áp dụng"
		}
		if ln.Self == nil {
			return ""
		}
		e := *ln.Self
		s := fmt.Sprintf("%d/%d", e.B, e.A)
		if e.Yes {
			s += " có"
		}
		if e.Points != 0 {
			s += " " + e.Points.String() + " điểm"
		}
		for _, m := range e.More {
			s += fmt.Sprintf("; %d", m)
		}
		return s
	}
	return ""
}

func names(list []Named) string {
	s := ""
	for _, n := range list {
		s += n.Name + ": " + n.What + "\n"
	}
	return s
}

func given(list []Given) string {
	s := ""
	for _, g := range list {
		s += fmt.Sprintf("%s %s: %d, %d, %d\n", g.Number, g.Date.Slash(), g.Collectives, g.Households, g.Individuals)
	}
	return s
}
