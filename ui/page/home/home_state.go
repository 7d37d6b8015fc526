package home

import (
	"strconv"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/ui/words"
)

// State is the officer's morning as the page shows it.
type State struct {
	Home  office.Home
	Empty bool // nothing has been set up yet
	Today when.Date
}

// Figure is one number of the page with the list it opens.
type Figure struct {
	Number, Label, Note string
	Grave               Gravity
	Area                string // "" opens nothing
	With                []string
}

// Gravity tells how a figure is coloured.
type Gravity uint8

// How grave a figure is.
const (
	Calm Gravity = iota
	Look
	Alarm
)

// Figures are the numbers at the top, each opening the list behind it.
func (s *State) Figures() []Figure {
	h := s.Home
	late := Figure{Number: words.Count(len(h.Late)), Label: words.HomeLate, Note: words.HomeLateNone}
	if len(h.Late) > 0 {
		late.Grave, late.Note = Alarm, words.Fill(words.HomeLateNote, -h.Late[0].Left)
		late.Area, late.With = words.RouteDossiers, s.of(ids(h.Late))
	}
	due := Figure{Number: words.Count(len(h.Due)), Label: words.HomeDue, Note: words.Fill(words.HomeDueNote, office.DueSoon)}
	if len(h.Due) > 0 {
		due.Grave, due.Area, due.With = Look, words.RouteDossiers, s.of(ids(h.Due))
	}
	files := Figure{Number: words.Count(len(h.Waiting)), Label: words.HomeFiles, Note: words.HomeFilesNone, Area: words.RouteIntake}
	if len(h.Waiting) > 0 {
		rows, bad := 0, 0
		for _, b := range h.Waiting {
			rows += b.Rows
			bad += b.Errors
		}
		files.Grave, files.Note = Look, words.Fill(words.HomeFilesNote, rows, bad)
	}
	return []Figure{late, due, files,
		s.stage(words.HomeMore, words.HomeNote, dossier.Supplement),
		s.stage(words.HomeReady, words.HomeReadyNote, dossier.Appraised),
		s.stage(words.HomePassed, words.HomePassedNote, dossier.Passed)}
}

func (s *State) stage(label, note string, st dossier.Stage) Figure {
	return Figure{Number: words.Count(s.Home.Stages[st]), Label: label, Note: note, Area: words.RouteDossiers,
		With: []string{"phong-trao", s.Home.Movement.Code, "giai-doan", string(st)}}
}

// of is the filter that shows exactly these dossiers.
func (s *State) of(list string) []string {
	return []string{"phong-trao", s.Home.Movement.Code, "chon", list}
}

func ids(list []office.Waiting) string {
	out := ""
	for i, w := range list {
		if i > 0 {
			out += ","
		}
		out += strconv.FormatInt(w.Dossier.ID, 10)
	}
	return out
}

// Todo is what waits, the longest overdue first.
func (s *State) Todo() []office.Waiting {
	return append(append([]office.Waiting{}, s.Home.Late...), s.Home.Due...)
}

// Left says how long a step still has.
func Left(w office.Waiting) string {
	switch {
	case w.Left < 0:
		return words.Fill(words.HomeLeftLate, -w.Left)
	case w.Left == 0:
		return words.HomeLeftNow
	}
	return words.Fill(words.HomeLeftDue, w.Left)
}

// Station is a stage with how many dossiers stand there.
type Station struct {
	Stage dossier.Stage
	Name  string
	Count int
}

// Stations are all stages of the movement, in the order of the road; ways out
// only where somebody took them.
func (s *State) Stations() []Station {
	var out []Station
	for _, n := range dossier.StageNames {
		st := dossier.Stage(n.Code)
		c := s.Home.Stages[st]
		if st.Out() && c == 0 {
			continue
		}
		out = append(out, Station{st, n.Name, c})
	}
	return out
}

// Remarks are what the office should look at once.
func (s *State) Remarks() []string {
	var out []string
	if s.Home.Unconfirmed != "" {
		out = append(out, words.Fill(words.HomeRules, s.Home.Unconfirmed))
	}
	if s.Home.Doubts > 0 {
		out = append(out, words.Fill(words.HomeDoubts, s.Home.Doubts))
	}
	return out
}
