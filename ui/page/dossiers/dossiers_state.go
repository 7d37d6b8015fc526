package dossiers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is what the page shows: which dossiers, and what is known to name them.
type State struct {
	Movement int64
	Unit     registry.UnitID
	Award    string
	Stage    string
	Kind     string
	Text     string
	Only     []int64 // nothing but these, when a figure was opened

	Movements []movement.Movement
	Catalogue *award.Catalogue
	Book      *registry.Book
	Today     when.Date
	Rows      []Row
	Findings  map[int64][]check.Finding
}

// Row is one line of the list.
type Row struct {
	Dossier dossier.Dossier
	Unit    string // as the registry knows it, else as the papers name it
	Award   string
	Sort    string // key of the name: given name first
}

// Filter is what the office is asked for.
func (s *State) Filter() office.DossierFilter {
	f := office.DossierFilter{Movement: s.Movement, Unit: s.Unit, Award: s.Award, Kind: registry.Kind(s.Kind), Text: viet.Clean(s.Text), IDs: s.Only}
	if s.Stage != "" {
		for _, st := range strings.Split(s.Stage, ",") {
			f.Stages = append(f.Stages, dossier.Stage(st))
		}
	}
	return f
}

// MovementCode is the code of the movement chosen, "" for all.
func (s *State) MovementCode() string {
	for _, m := range s.Movements {
		if m.ID == s.Movement {
			return m.Code
		}
	}
	return ""
}

// MovementByCode finds a movement's id, 0 for none.
func (s *State) MovementByCode(code string) int64 {
	for _, m := range s.Movements {
		if m.Code == code {
			return m.ID
		}
	}
	return 0
}

// SetDossiers makes the rows of what the office answered.
func (s *State) SetDossiers(list []dossier.Dossier) {
	s.Rows = make([]Row, len(list))
	for i, d := range list {
		s.Rows[i] = Row{Dossier: d, Unit: s.UnitName(d), Award: s.Catalogue.Short(d.Award), Sort: viet.SortKey(d.Name)}
	}
}

// UnitName names a dossier's unit as it stands on the dossier's own day.
func (s *State) UnitName(d dossier.Dossier) string {
	if s.Book != nil && d.Unit != 0 {
		day := d.Received
		if day == 0 {
			day = s.Today
		}
		if v, ok := s.Book.Near(d.Unit, day); ok {
			return v.Name
		}
	}
	return d.UnitText
}

// SetFindings sorts what the rules found by dossier.
func (s *State) SetFindings(list []check.Finding) {
	s.Findings = map[int64][]check.Finding{}
	for _, f := range list {
		s.Findings[f.Dossier] = append(s.Findings[f.Dossier], f)
	}
}

// Verdict says in a word what the rules found in a dossier, and how grave it is.
func (s *State) Verdict(id int64) (text string, worst check.Severity) {
	if s.Findings == nil {
		return "", ""
	}
	fs := s.Findings[id]
	worst = check.Worst(fs)
	if worst == "" {
		return "", ""
	}
	n := 0
	for _, f := range fs {
		if f.Stands() && f.Severity == worst {
			n++
		}
	}
	text = words.Severities[string(worst)]
	if n > 1 {
		text += " (" + words.Count(n) + ")"
	}
	return text, worst
}

// grave orders severities, the gravest first.
func grave(w check.Severity) int {
	return slices.Index([]check.Severity{check.Error, check.Warning, check.Info, ""}, w)
}

// Sorted puts what stands before what was set aside, the gravest first.
func Sorted(list []check.Finding) []check.Finding {
	out := slices.Clone(list)
	place := func(f check.Finding) int {
		if !f.Stands() {
			return 10
		}
		return grave(f.Severity)
	}
	slices.SortStableFunc(out, func(a, b check.Finding) int { return place(a) - place(b) })
	return out
}

// ByVerdict orders rows by what the rules found.
func (s *State) ByVerdict(a, b Row) int {
	_, x := s.Verdict(a.Dossier.ID)
	_, y := s.Verdict(b.Dossier.ID)
	return cmp.Compare(grave(x), grave(y))
}

// Moves lists the stages all of the chosen dossiers can go to. A dossier is
// "decided" only by issuing its decision, never by hand.
func Moves(chosen []Row) []dossier.Stage {
	var out []dossier.Stage
	for i, r := range chosen {
		next := r.Dossier.Stage.Next()
		if i == 0 {
			out = slices.Clone(next)
			continue
		}
		out = slices.DeleteFunc(out, func(s dossier.Stage) bool { return !slices.Contains(next, s) })
	}
	return slices.DeleteFunc(out, func(s dossier.Stage) bool { return s == dossier.Decided })
}

// Recallable tells that the last hand-over of all of the chosen dossiers can be taken
// back: from the council's table, from its result, from the one who decides.
func Recallable(chosen []Row) bool {
	return len(chosen) > 0 && !slices.ContainsFunc(chosen, func(r Row) bool { return !r.Dossier.Stage.Recallable() })
}

// Higher are the awards above those the chosen dossiers are proposed for.
func (s *State) Higher(chosen []Row) []kit.Choice {
	return noun.Awards(s.Catalogue.Where(func(a award.Award) bool {
		return !slices.ContainsFunc(chosen, func(r Row) bool {
			was, _ := s.Catalogue.Award(r.Dossier.Award)
			return !a.Above(was) || !a.May(r.Dossier.Kind)
		})
	}), "")
}

// Part is one part of a dossier's file, as routes name it.
type Part int

// The parts, in the order shown.
const (
	PartFacts Part = iota
	PartPapers
	PartCheck
	PartConfirm
	PartRecords
	PartRoad
	PartHistory
)

var partCodes = []string{"thong-tin", "giay-to", "kiem-tra", "xac-nhan", "da-khen", "quy-trinh", "lich-su"}

// PartOf finds a part by its code in a route; ok is false for none.
func PartOf(code string) (Part, bool) {
	i := slices.Index(partCodes, code)
	return Part(i), i >= 0
}

// order is the place of a stage on the road; those off the road come last.
func order(s dossier.Stage) int {
	return slices.Index([]dossier.Stage{dossier.Received, dossier.Appraising, dossier.Supplement, dossier.Appraised, dossier.Passed, dossier.Submitted, dossier.Decided}, s)
}

// Station is one step of the road as the strip shows it.
type Station struct {
	Name, Note string
	Past, Here bool
	Late       bool
	Off        bool // the dossier left the road before it
}

// Stations lays a dossier on its road. Steps that share a stage are passed
// together; the first of those at the dossier's own stage carries the clock.
func Stations(d dossier.Dossier, road dossier.Road, left int, clock bool) []Station {
	var out []Station
	at := order(d.Stage)
	stage := d.Stage
	if stage == dossier.Supplement { // stands still where it was being appraised
		if _, ok := road.Step(dossier.Supplement); !ok {
			stage = dossier.Appraising
			at = order(stage)
		}
	}
	marked := false
	for _, st := range road.Steps {
		s := Station{Name: st.Name, Note: st.Holder}
		switch {
		case d.Stage.Out():
			s.Off = true
		case d.Stage == dossier.Decided:
			s.Past = true
		case st.Stage == stage && !marked:
			s.Here, marked = true, true
			if clock {
				s.Late = left < 0
				if s.Late {
					s.Note = words.Fill(words.DossierLate, -left)
				} else {
					s.Note = words.Fill(words.DossierLeft, left)
				}
			}
		case order(st.Stage) < at:
			s.Past = true
		}
		out = append(out, s)
	}
	return out
}

// YearText writes a year, "" for none.
func YearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// YearTyped reads a year as typed; what is no number is -1, so that saving tells of it.
func YearTyped(text string) int {
	if text = strings.TrimSpace(text); text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
