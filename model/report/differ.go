package report

import (
	"fmt"
	"strings"

	"thidua/model/criteria"
	"thidua/model/registry"
)

// Difference is something an accepted report now says otherwise.
type Difference struct {
	Key      string // of a criterion, or the part's code
	Was, Now string
}

// The parts of a report that are compared whole, beside its criteria and words.
const (
	partExemplars = "dien_hinh"
	partIdeas     = "sang_kien"
	partAwards    = "giay_khen"
	partPetitions = "kien_nghi"
)

// PartNames are those parts in words.
var PartNames = []registry.Name{
	{Code: partExemplars, Name: "Điển hình tiên tiến"}, {Code: partIdeas, Name: "Sáng kiến"},
	{Code: partAwards, Name: "Giấy khen đã tặng"}, {Code: partPetitions, Name: "Kiến nghị, vướng mắc"},
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
	add(partExemplars, names(r.Frozen.Exemplars), names(r.Content.Exemplars))
	add(partIdeas, names(r.Frozen.Initiatives), names(r.Content.Initiatives))
	add(partAwards, given(r.Frozen.Awards), given(r.Content.Awards))
	add(partPetitions, strings.Join(r.Frozen.Petitions, "\n"), strings.Join(r.Content.Petitions, "\n"))
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
