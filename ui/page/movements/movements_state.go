package movements

import (
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// State is what the page shows.
type State struct {
	List      []movement.Movement
	Catalogue *award.Catalogue
	Roads     []dossier.Road
	Book      *registry.Book
	Today     when.Date
	Code      string // of the movement shown
}

// LimitText writes how many a unit may propose, as an officer types it.
func (s *State) LimitText(g movement.Grant) string {
	if len(g.Limits) == 0 || s.Book == nil {
		return ""
	}
	return movement.LimitText(g.Limits, s.Book, s.Today)
}

// Current is the movement shown: the one chosen, else the newest.
func (s *State) Current() (movement.Movement, bool) {
	if i := s.At(); i >= 0 {
		return s.List[i], true
	}
	return movement.Movement{}, false
}

// At is the place of the movement shown in the list, -1 for none.
func (s *State) At() int {
	if i := slices.IndexFunc(s.List, func(m movement.Movement) bool { return m.Code == s.Code }); i >= 0 {
		return i
	}
	if len(s.List) > 0 {
		return 0
	}
	return -1
}

// Grant is an award of the movement in words.
type Grant struct {
	Award  string
	Phase  string
	Kinds  string
	Road   dossier.Road
	HasWay bool
	Text   string
	Quota  string
	// Basis is the award's own legal basis, or why it has none.
	Basis string
}

// quotaText writes all counts of a grant on a line, "" for none.
func (s *State) quotaText(g movement.Grant) string {
	var out []string
	if g.Quota > 0 {
		out = append(out, movement.Limit{Most: g.Quota}.Count())
	}
	if t := s.LimitText(g); t != "" {
		out = append(out, strings.Split(t, "\n")...)
	}
	return strings.Join(out, "; ")
}

// Grants are the awards a movement can end in.
func (s *State) Grants(m movement.Movement) []Grant {
	out := make([]Grant, len(m.Awards))
	for i, g := range m.Awards {
		kinds := make([]string, len(g.Kinds))
		for j, k := range g.Kinds {
			kinds[j] = k.String()
		}
		v := Grant{Award: g.Award, Phase: words.Phases[g.Phase], Kinds: strings.Join(kinds, ", "), Text: g.Text, Quota: s.quotaText(g)}
		if s.Catalogue != nil {
			v.Award = s.Catalogue.Name(g.Award)
			if a, ok := s.Catalogue.Award(g.Award); ok {
				v.Basis = a.Basis
			}
		}
		for _, r := range s.Roads {
			if r.Code == g.Road {
				v.Road, v.HasWay = r, true
			}
		}
		out[i] = v
	}
	return out
}

// RoadsOf are the roads an award may take.
func (s *State) RoadsOf(code string) []dossier.Road {
	var out []dossier.Road
	for _, r := range s.Roads {
		if r.Award == code {
			out = append(out, r)
		}
	}
	return out
}

// GroupsText says to whom a criterion applies.
func GroupsText(groups []string) string {
	if len(groups) == 0 {
		return words.CriterionAll
	}
	names := make([]string, len(groups))
	for i, g := range groups {
		names[i] = registry.NameOf(registry.GroupNames, g)
	}
	return strings.Join(names, ", ")
}

// Paragraphs puts texts into one field, a line each; Lines takes them back.
func Paragraphs(texts []string) string { return strings.Join(texts, "\n") }

// Lines are the texts of a field that holds one a line; empty lines are left out.
func Lines(field string) []string {
	var out []string
	for _, l := range strings.Split(field, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// Name is the name of a movement by its id, "" for none.
func (s *State) Name(id int64) string {
	for _, m := range s.List {
		if m.ID == id {
			return m.Name
		}
	}
	return ""
}

// Parts are the movements that are part of one.
func (s *State) Parts(id int64) []string {
	var out []string
	for _, m := range s.List {
		if m.Parent == id && id != 0 {
			out = append(out, m.Name)
		}
	}
	return out
}

// Above are the movements one can be part of.
func (s *State) Above(m movement.Movement) []registry.Name {
	out := []registry.Name{{Code: "", Name: words.MovementNoParent}}
	for _, o := range s.List {
		if o.ID != m.ID {
			out = append(out, registry.Name{Code: kit.IDText(o.ID), Name: o.Code + " – " + o.Name})
		}
	}
	return out
}

// NextStatus is the station after one; the last one stays.
func NextStatus(status string) string {
	i := slices.IndexFunc(movement.StatusNames, func(n registry.Name) bool { return n.Code == status })
	return movement.StatusNames[min(i+1, len(movement.StatusNames)-1)].Code
}

// InTime orders phases by their day.
func InTime(list []movement.Phase) []movement.Phase {
	slices.SortStableFunc(list, func(a, b movement.Phase) int { return int(a.Date - b.Date) })
	return list
}

// FileText names the file kept with a document.
func FileText(r movement.Reference) string {
	if r.File != "" && r.FileName == "" {
		return words.RefKept
	}
	return r.FileName
}

// dutyEverys are how often units report, as choices.
var dutyEverys = []registry.Name{{Code: "nam", Name: words.DutyEverys["nam"]}, {Code: "6_thang", Name: words.DutyEverys["6_thang"]}, {Code: "", Name: words.DutyEverys[""]}}
