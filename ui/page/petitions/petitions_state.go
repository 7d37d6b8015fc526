package petitions

import (
	"slices"
	"strings"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// Show narrows the list by what is still to be done.
type Show string

// The narrowings.
const (
	All        Show = ""
	Unanswered Show = "chua-tra-loi"
	Untold     Show = "chua-thong-bao"
)

// State is what the page shows.
type State struct {
	noun.Chosen
	Year  int // they came in; 0: every year
	Show  Show
	Text  string
	List  []office.PetitionLine
	Open  int64
	Book  *registry.Book
	Today when.Date
}

// Years are the years petitions can have come in, newest first, after "every
// year": those of the movement and the one after it, when closing reports arrive.
func (s *State) Years() []kit.Choice {
	m, _ := s.Movement()
	return noun.Years(s.Today.Year(), m.From.Year())
}

// takes tells that a narrowing leaves a petition in.
func (v Show) takes(p report.Petition) bool {
	switch v {
	case Unanswered:
		return p.Answered == 0
	case Untold:
		return p.Answered != 0 && p.Told == 0
	}
	return true
}

// Filters are the narrowings, each with its count.
func (s *State) Filters() []kit.Choice {
	var out []kit.Choice
	for _, f := range []struct {
		show  Show
		label string
	}{{Unanswered, words.PetitionsOpen}, {Untold, words.PetitionsTell}, {All, words.PetitionsAll}} {
		n := 0
		for _, l := range s.List {
			if f.show.takes(l.Petition) {
				n++
			}
		}
		out = append(out, kit.Choice{Key: string(f.show), Label: words.Fill(f.label, n)})
	}
	return out
}

// Shown are the petitions the narrowings leave.
func (s *State) Shown() []office.PetitionLine {
	text := viet.Fold(s.Text)
	return slices.DeleteFunc(slices.Clone(s.List), func(l office.PetitionLine) bool {
		return !s.Show.takes(l.Petition) || text != "" && !strings.Contains(viet.Fold(l.Unit.Name+" "+l.Petition.Text+" "+l.Petition.PassedTo), text)
	})
}

// Find gives one petition of the list.
func (s *State) Find(id int64) (office.PetitionLine, bool) {
	i := slices.IndexFunc(s.List, func(l office.PetitionLine) bool { return l.Petition.ID == id })
	if i < 0 {
		return office.PetitionLine{}, false
	}
	return s.List[i], true
}

// longWait is how many working days without an answer stand out. The plan lays no
// day down ("xem xét, giải quyết theo quy định"); three weeks is when a unit asks again.
const longWait = 15

// WaitTone is how the waiting is painted.
func WaitTone(l office.PetitionLine) kit.Tone {
	switch {
	case !l.Open():
		return kit.Quiet
	case l.Waited > longWait:
		return kit.Bad
	}
	return kit.Warn
}

// StageTone is how a stage is painted.
func StageTone(p report.Petition) kit.Tone {
	switch p.Stage() {
	case report.New:
		return kit.Warn
	case report.Passed:
		return kit.Away
	case report.Answered:
		return kit.Info
	}
	return kit.Good
}

// Steps are the petition's way, done and to come.
func Steps(p report.Petition) []kit.Step {
	days := []when.Date{p.Received, p.Passed, p.Answered, p.Told}
	var out []kit.Step
	last := -1
	for i, d := range days {
		if d != 0 {
			last = i
		}
	}
	for i, name := range words.PetitionSteps {
		st := kit.Step{Label: name, Note: days[i].Slash()}
		switch {
		case days[i] != 0:
			st.State = kit.Passed
		case i < last: // Sở Nội vụ answered itself
			st.State = kit.Skipped
		case i == last+1:
			st.State = kit.Now
		}
		out = append(out, st)
	}
	return out
}
