package print

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/council"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is what is to be printed, and what there is to choose from.
type State struct {
	Forms     []form.Form
	Movements []movement.Movement
	Catalogue *award.Catalogue
	Decisions []decision.Decision // of the movement
	Dossiers  []dossier.Dossier   // of the movement, those lists carry
	Sessions  []council.Session   // of the movement, newest first
	Clusters  []movement.Cluster  // of every year
	Printers  []string            // of this PC
	Pack      []office.PackItem   // what a dossier's pack holds, in its order
	Job       office.Print
}

// Form is the paper chosen.
func (s *State) Form() (form.Form, bool) {
	i := slices.IndexFunc(s.Forms, func(f form.Form) bool { return f.Code == s.Job.Form })
	if i < 0 {
		return form.Form{}, false
	}
	return s.Forms[i], true
}

// asks tells what a paper is printed from, by the words its form uses.
func (s *State) asks(what string) bool {
	f, ok := s.Form()
	return ok && slices.Contains(f.Needs, what)
}

// AsksMovement, AsksDossier, AsksDecision, AsksYear and AsksAward tell which
// choices a paper has; those it has not are hidden, never ignored.
func (s *State) AsksMovement() bool { return !s.AsksYear() || s.asks("phong trào") }

// AsksDossier tells that one dossier or all can be chosen.
func (s *State) AsksDossier() bool { return s.asks("hồ sơ") }

// AsksDecision tells that a decision can be chosen.
func (s *State) AsksDecision() bool { return s.asks("quyết định") }

// AsksSession tells that a session of the council can be chosen.
func (s *State) AsksSession() bool {
	return s.Job.Form == "phieu-bau" || s.Job.Form == "bien-ban-kiem-phieu" || s.Job.Form == "bien-ban-hop"
}

// AsksYear tells that a year can be chosen.
func (s *State) AsksYear() bool { return s.asks("năm") }

// AsksCluster tells that one cluster can be chosen.
func (s *State) AsksCluster() bool { return s.Job.Form == "bang-xep-hang" }

// ClusterChoices are the clusters of the year chosen, of any year while none is.
func (s *State) ClusterChoices() []kit.Choice {
	out := []kit.Choice{{Key: "", Label: words.PrintAllGroups}}
	for _, c := range s.Clusters {
		known := slices.ContainsFunc(out, func(x kit.Choice) bool { return x.Key == c.Code })
		if !known && (s.Job.Year == 0 || s.Job.Year == c.Year) {
			out = append(out, kit.Choice{Key: c.Code, Label: c.Name})
		}
	}
	return out
}

// AsksAward tells that the paper can be narrowed to one award.
func (s *State) AsksAward() bool {
	if s.AsksSession() && s.Job.Session != 0 {
		return false
	}
	return s.asks("phong trào") && !s.AsksYear() && s.Job.Form != "huong-dan" || s.Job.Form == "quyet-dinh" && s.Job.Decision == 0
}

// Movement is the movement chosen, the newest when none was.
func (s *State) Movement() (movement.Movement, bool) {
	return noun.MovementOf(s.Movements, s.Job.Movement)
}

// AwardChoices are the awards the movement ends in.
func (s *State) AwardChoices() []kit.Choice {
	m, ok := s.Movement()
	if !ok || s.Catalogue == nil {
		return noun.Awards(nil, words.PrintAll)
	}
	ends := func(a award.Award) bool { _, ok := m.Grant(a.Code); return ok }
	return noun.Awards(s.Catalogue.Where(ends), words.PrintAll)
}

// DecisionChoices are the decisions of the movement; for the decision itself the
// draft of those passed stands first.
func (s *State) DecisionChoices() []kit.Choice {
	first := words.All
	if s.Job.Form == "quyet-dinh" {
		first = words.PrintDraft
	}
	out := []kit.Choice{{Key: "", Label: first}}
	for _, d := range s.Decisions {
		name := d.Number
		if name == "" {
			name = "…"
		}
		if d.Date != 0 {
			name += " – " + d.Date.Slash()
		}
		if s.Catalogue != nil {
			name += " – " + s.Catalogue.Name(d.Award)
		}
		out = append(out, kit.Choice{Key: fmt.Sprint(d.ID), Label: name})
	}
	return out
}

// SessionChoices are the movement's sessions; with none chosen the office takes the
// latest.
func (s *State) SessionChoices() []kit.Choice {
	out := []kit.Choice{{Key: "", Label: words.PrintLatest}}
	for _, x := range s.Sessions {
		form := words.PrintSessionOf
		if x.Standing {
			form = words.PrintSessionTT
		}
		out = append(out, kit.Choice{Key: fmt.Sprint(x.ID), Label: words.Fill(form, x.Day.Slash(), len(x.Agenda))})
	}
	return out
}

// known forgets a session that is gone, or of another movement, and a cluster the
// year does not have.
func (s *State) known() {
	if !slices.ContainsFunc(s.ClusterChoices(), func(x kit.Choice) bool { return x.Key == s.Job.Cluster }) {
		s.Job.Cluster = ""
	}
	if !slices.ContainsFunc(s.Sessions, func(x council.Session) bool { return x.ID == s.Job.Session }) {
		s.Job.Session = 0
	}
}

// DossierOptions are the dossiers of the movement, as a list to pick from.
func (s *State) DossierOptions() []kit.Option {
	out := []kit.Option{{Key: "", Label: words.PrintAllFiles}}
	for _, d := range s.Dossiers {
		note := d.UnitText
		if s.Catalogue != nil {
			note = strings.Trim(d.UnitText+" · "+s.Catalogue.Name(d.Award), " ·")
		}
		out = append(out, kit.Option{Key: fmt.Sprint(d.ID), Label: d.Name, Note: note})
	}
	return out
}

// PrinterChoices are the printers certificates can be measured for; first the one
// chosen in the system's dialog.
func (s *State) PrinterChoices() []kit.Choice {
	out := []kit.Choice{{Key: "", Label: words.PrintAnyOne}}
	for _, name := range s.Printers {
		out = append(out, kit.Choice{Key: name, Label: name})
	}
	return out
}

// PackLines are the papers a dossier's pack can hold: those it does, in their order,
// then the others, of which it holds none.
func (s *State) PackLines() []office.PackItem {
	out := slices.Clone(s.Pack)
	for _, f := range s.Forms {
		of := slices.Contains(f.Needs, "hồ sơ") && f.Code != office.PackForm
		if of && !slices.ContainsFunc(out, func(p office.PackItem) bool { return p.Form == f.Code }) {
			out = append(out, office.PackItem{Form: f.Code})
		}
	}
	return out
}

// name is what a paper is called.
func (s *State) name(code string) string {
	for _, f := range s.Forms {
		if f.Code == code {
			return f.Name
		}
	}
	return code
}

// Years are the years the movements span, newest first.
func (s *State) Years(today int) []kit.Choice {
	first := today
	for _, m := range s.Movements {
		if y := m.From.Year(); y > 0 {
			first = min(first, y)
		}
	}
	out := []kit.Choice{{Key: "", Label: words.PrintEvery}}
	for y := today; y >= first; y-- {
		out = append(out, kit.Choice{Key: fmt.Sprint(y), Label: fmt.Sprint(y)})
	}
	return out
}

// Order is the job without what the paper does not ask for.
func (s *State) Order() office.Print {
	j := s.Job
	if !s.AsksAward() {
		j.Award = ""
	}
	if !s.AsksDossier() {
		j.Dossier = 0
	}
	if !s.AsksDecision() {
		j.Decision = 0
	}
	if !s.AsksYear() {
		j.Year = 0
	}
	if !s.AsksCluster() {
		j.Cluster = ""
	}
	if !s.AsksSession() {
		j.Session = 0
	}
	return j
}

// measure reads millimetres as people type them, with comma or point.
func measure(text string) (float64, bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ",", ".")
	if text == "" {
		return 0, true
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && v > -50 && v < 50
}

// millimetres writes them with a comma, "" for none.
func millimetres(v float64) string {
	if v == 0 {
		return ""
	}
	return strings.ReplaceAll(strconv.FormatFloat(v, 'f', -1, 64), ".", ",")
}

// FileName is the name offered for the paper: code, movement, day.
func (s *State) FileName(kind string) string {
	parts := []string{s.Job.Form}
	if m, ok := s.Movement(); ok && s.AsksMovement() {
		parts = append(parts, m.Code)
	}
	if o := s.Order(); o.Session != 0 {
		for _, x := range s.Sessions {
			if x.ID == o.Session {
				parts = append(parts, x.Day.String())
			}
		}
	} else if o.Cluster != "" {
		parts = append(parts, o.Cluster, fmt.Sprint(o.Year))
	} else if o.Award != "" {
		parts = append(parts, o.Award)
	} else if o.Period != "" {
		parts = append(parts, o.Period)
	} else if o.Year != 0 {
		parts = append(parts, fmt.Sprint(o.Year))
	}
	return strings.Join(parts, "-") + "." + kind
}
