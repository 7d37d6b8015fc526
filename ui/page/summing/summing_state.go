package summing

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is which round of reports is summed up, and what came out.
type State struct {
	noun.Reported
	Sum office.Sum
	// typed are the narrative parts entered and not saved, by round: they wait while
	// one looks at another round or another page.
	typed map[place]map[string]string
}

// place is a movement's round of reports.
type place struct {
	code string
	report.Round
}

func (s *State) here() place {
	m, _ := s.Movement()
	return place{m.Code, s.Round}
}

// Type keeps what is entered of a part.
func (s *State) Type(p Part, text string) {
	now := s.here()
	if text == p.Own {
		s.Saved(now, map[string]string{p.Code: s.typed[now][p.Code]})
		return
	}
	if s.typed[now] == nil {
		s.typed[now] = map[string]string{}
	}
	s.typed[now][p.Code] = text
}

// Typed gives the parts of the round in hand that are entered and not saved.
func (s *State) Typed() map[string]string { return s.typed[s.here()] }

// Saved forgets parts of a round that are saved as they were entered.
func (s *State) Saved(at place, parts map[string]string) {
	for code, text := range parts {
		if s.typed[at][code] == text {
			delete(s.typed[at], code)
		}
	}
	if len(s.typed[at]) == 0 {
		delete(s.typed, at)
	}
}

// Unsaved says of which reports something is entered and not saved, "" for none.
func (s *State) Unsaved() string {
	var out []string
	for at := range s.typed {
		if at.Kind == report.Closing {
			out = append(out, words.Fill(words.SumUnsavedEnd, at.code))
			continue
		}
		out = append(out, words.Fill(words.SumUnsaved, strconv.Itoa(at.Year), at.code))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// Figure is one line of the sums.
type Figure struct {
	Criterion, Label, Value, Of, Share string
	IDs                                []int64 // the reports that gave it
}

// Figures are the sums by criterion, with the share where a figure is part of a whole.
func (s *State) Figures() []Figure {
	var out []Figure
	for _, c := range s.Sum.Criteria {
		for i, f := range c.Figures {
			x := Figure{Label: f.Label, Value: words.Count(int(f.Value)), IDs: f.Reports}
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

// YearOf is the reports of one year among those a figure counts.
type YearOf struct {
	Key string // the year
	IDs []int64
}

// ByYear sorts reports by their year, the newest first.
func (s *State) ByYear(ids []int64) []YearOf {
	by := map[int][]int64{}
	for _, id := range ids {
		year := s.Year
		if y, ok := s.Sum.YearOf[id]; ok {
			year = y
		}
		by[year] = append(by[year], id)
	}
	var out []YearOf
	for _, y := range slices.Backward(slices.Sorted(maps.Keys(by))) {
		out = append(out, YearOf{strconv.Itoa(y), by[y]})
	}
	return out
}

// list writes ids for a route.
func list(ids []int64) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(out, ",")
}

// Part is one narrative part of the report to the Chủ tịch.
type Part struct {
	Code, Name string
	About      string   // the criterion in the plan's words; "" for other parts
	Own        string   // what the officer wrote and saved, "" for nothing
	Text       string   // the same with what he entered since
	Draft      string   // what is printed while he wrote nothing
	Told       []string // what units wrote themselves, each after its name
}

// toldIn are the parts of the units' reports a part of ours is written from.
var toldIn = map[string][]string{"trien_khai": {"trien_khai"}, "han_che": {"han_che"}, "nguyen_nhan": {"nguyen_nhan"}, "bai_hoc": {"bai_hoc"}, "nhiem_vu": {"phuong_huong"}, "tieu_chi": {"ket_qua"}}

// Parts are the narrative parts, those of the criteria after the first.
func (s *State) Parts() []Part {
	var out []Part
	add := func(code, name, told string) {
		p := Part{Code: code, Name: name, Own: strings.Join(s.Sum.Summary.Narrative[code], "\n"), Draft: strings.Join(s.Sum.Draft[code], " ")}
		p.Text = p.Own
		if t, ok := s.Typed()[code]; ok {
			p.Text = t
		}
		for _, from := range toldIn[told] {
			for _, t := range s.Sum.Told[from] {
				p.Told = append(p.Told, s.Sum.Names[t.Unit].Name+": "+t.Text)
			}
		}
		out = append(out, p)
	}
	for i, n := range report.SummaryNames {
		add(n.Code, n.Name, n.Code)
		if i > 0 {
			continue
		}
		if m, ok := s.Movement(); ok {
			for _, c := range m.Criteria {
				add(report.CriterionPart(c.Letter), words.Fill(words.SumByCriterion, c.Letter), "tieu_chi")
				out[len(out)-1].About = c.Text
			}
		}
	}
	return out
}

// Written puts the parts typed in place of those there were; a part left blank is
// the draft again.
func Written(was map[string][]string, typed map[string]string) map[string][]string {
	out := maps.Clone(was)
	if out == nil {
		out = map[string][]string{}
	}
	for code, text := range typed {
		if strings.TrimSpace(text) == "" {
			delete(out, code)
			continue
		}
		out[code] = strings.Split(text, "\n")
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
