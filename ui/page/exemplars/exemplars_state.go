package exemplars

import (
	"slices"
	"strings"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// Use narrows the list by what rests on an exemplar.
type Use string

// The narrowings.
const (
	Every  Use = ""
	Free   Use = "chua-dung"
	Spent  Use = "da-dung"
	Listed Use = "tuyen-truyen"
)

// State is what the page shows of both registers.
type State struct {
	noun.Chosen
	Year  int // 0: every year
	Kind  string
	Use   Use
	Text  string
	List  []report.Exemplar // of the movement and year
	Book  *registry.Book
	Today when.Date

	Ideas office.InitiativeBook
	Idea  string // what initiatives are searched for
}

// Years are the years of the movement, newest first, after "every year".
func (s *State) Years() []kit.Choice {
	m, _ := s.Movement()
	ys := m.Years(s.Today.Year())
	if len(ys) == 0 {
		return noun.Years(0, 0)
	}
	return noun.Years(ys[len(ys)-1], ys[0])
}

// UnitOf is the unit of an exemplar as it was called at the end of its year.
func (s *State) UnitOf(x report.Exemplar) string {
	if x.Unit == 0 || s.Book == nil {
		return x.UnitText
	}
	v, _ := s.Book.Near(x.Unit, min(when.Of(x.Year, 12, 31), max(s.Today, when.Of(x.Year, 1, 1))))
	return v.Name
}

// Shown are the exemplars the narrowings leave.
func (s *State) Shown() []report.Exemplar {
	text := viet.Fold(s.Text)
	return slices.DeleteFunc(slices.Clone(s.List), func(x report.Exemplar) bool {
		switch {
		case s.Kind != "" && x.Kind != s.Kind,
			s.Use == Free && x.Used != "", s.Use == Spent && x.Used == "", s.Use == Listed && !x.Publish:
			return true
		}
		return text != "" && !strings.Contains(viet.Fold(x.Name+" "+x.What+" "+s.UnitOf(x)), text)
	})
}

// Find gives one exemplar of the list.
func (s *State) Find(id int64) (report.Exemplar, bool) {
	i := slices.IndexFunc(s.List, func(x report.Exemplar) bool { return x.ID == id })
	if i < 0 {
		return report.Exemplar{}, false
	}
	return s.List[i], true
}

// Decision writes a number with its day.
func Decision(number string, day when.Date) string {
	switch {
	case number == "":
		return day.Slash()
	case day == 0:
		return number
	}
	return number + ", " + day.Slash()
}

// DossierOptions are the dossiers an award may be asked for by, those on their road.
func DossierOptions(list []dossier.Dossier) []kit.Option {
	var out []kit.Option
	for _, d := range list {
		if !d.Stage.Out() {
			out = append(out, kit.Option{Key: kit.IDText(d.ID), Label: d.Name, Note: strings.Trim(d.UnitText+" · "+d.Stage.String(), " ·")})
		}
	}
	return out
}

// Authors are the names of an initiative's authors.
func Authors(l office.InitiativeLine) string {
	names := make([]string, len(l.Authors))
	for i, n := range l.Authors {
		names[i] = n.Name
	}
	return strings.Join(names, ", ")
}

// UsedFor says what rests on an initiative.
func UsedFor(l office.InitiativeLine) string {
	if len(l.Initiative.Records) > 0 {
		return words.IdeaGiven
	}
	var parts []string
	for _, d := range l.Dossiers {
		if d.Stage.Out() {
			parts = append(parts, words.Fill(words.IdeaLeft, d.Name))
			continue
		}
		return d.Name
	}
	if len(parts) > 0 {
		return strings.Join(parts, ", ")
	}
	return words.IdeaFree
}

// Initiatives are those the search leaves.
func (s *State) Initiatives() []office.InitiativeLine {
	text := viet.Fold(s.Idea)
	if text == "" {
		return s.Ideas.Lines
	}
	return slices.DeleteFunc(slices.Clone(s.Ideas.Lines), func(l office.InitiativeLine) bool {
		return !strings.Contains(viet.Fold(l.Initiative.Name+" "+Authors(l)), text)
	})
}

// AuthorOptions are those who may be authors: people first.
func (s *State) AuthorOptions() []kit.Option {
	var people, others []kit.Option
	for _, n := range s.Ideas.Known {
		unit := n.UnitText
		if s.Book != nil {
			if v, ok := s.Book.Near(n.Unit, s.Today); ok {
				unit = v.Name
			}
		}
		o := kit.Option{Key: kit.IDText(n.ID), Label: n.Name, Note: strings.Trim(n.Position+", "+unit, ", ")}
		if n.Kind == registry.Individual {
			people = append(people, o)
		} else {
			others = append(others, o)
		}
	}
	return append(people, others...)
}

// Reported names a unit that told of an initiative, as it was called that year.
func (s *State) Reported(r office.ReportedInitiative) string {
	return s.UnitOf(report.Exemplar{Unit: r.Unit, Year: r.Year})
}
