package home

import (
	"strconv"

	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// State is the officer's morning as the page shows it.
type State struct {
	Home  office.Home
	Year  office.YearBoard
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

// YearFigures are the numbers of the movement's year: reports, plans, petitions and
// the council's next session.
func (s *State) YearFigures() []Figure {
	y := s.Year
	reports := func(label string, st movement.Status, grave Gravity) Figure {
		f := Figure{Number: words.Count(y.Reports[st]), Label: label, Note: words.Fill(words.HomeReportsYear, strconv.Itoa(y.Year)),
			Area: words.RouteReports, With: []string{"phong-trao", y.Movement.Code, "nam", strconv.Itoa(y.Year), "tinh-trang", string(st)}}
		if y.Reports[st] > 0 {
			f.Grave = grave
		}
		return f
	}
	late := reports(words.HomeReportsLate, movement.Late, Alarm)
	if n := y.Reports[movement.Ended]; n > 0 {
		late.Note = words.Fill(words.HomeReportsEnd, n)
	}
	back := reports(words.HomeReportsBack, movement.Returned, Look)
	if n := y.Reports[movement.Received]; n > 0 {
		back.Note = words.Fill(words.HomeReportsIn, n)
	}
	missing := y.Plans[movement.Late] + y.Plans[movement.DueSoon] + y.Plans[movement.NotDue]
	plans := Figure{Number: words.Count(missing), Label: words.HomePlans, Note: words.Fill(words.HomePlansNote, y.Plans[movement.Received]),
		Area: words.RoutePlans, With: []string{"phong-trao", y.Movement.Code, "tinh-trang", "con-thieu"}}
	if y.Plans[movement.Late] > 0 {
		plans.Grave = Look
	}
	open := y.Petitions[report.New] + y.Petitions[report.Passed]
	pets := Figure{Number: words.Count(open), Label: words.HomePetitions, Note: words.HomeNoPetition,
		Area: words.RoutePetitions, With: []string{"phong-trao", y.Movement.Code, "loc", "chua-tra-loi"}}
	if open > 0 {
		pets.Grave, pets.Note = Look, words.Fill(words.HomeWaited, y.Waited)
	}
	return []Figure{late, reports(words.HomeReportsSoon, movement.DueSoon, Look), back, plans, pets, s.meeting()}
}

// meeting is the council's next session, or one that met and was not closed.
func (s *State) meeting() Figure {
	f := Figure{Number: "–", Label: words.HomeMeeting, Note: words.HomeNoMeeting, Area: words.RouteCouncil, With: []string{"phong-trao", s.Year.Movement.Code}}
	if len(s.Year.Sessions) == 0 {
		return f
	}
	x := s.Year.Sessions[0]
	f.Number, f.Note = x.Day.Slash()[:5], words.Fill(words.HomeMeetingNote, len(x.Agenda))
	f.With = append(f.With, "phien", strconv.FormatInt(x.ID, 10))
	if x.Day < s.Today {
		f.Grave, f.Note = Look, words.HomeMeetingOpen
	}
	return f
}

// Opens is the list a day to come belongs to.
func (s *State) Opens(c office.Coming) kit.Route {
	code, year := s.Year.Movement.Code, strconv.Itoa(s.Year.Year)
	switch c.What {
	case office.PlansDue:
		return kit.To(words.RoutePlans, "phong-trao", code)
	case office.ReportsDue:
		return kit.To(words.RouteReports, "phong-trao", code, "nam", year)
	case office.ClosingDue:
		return kit.To(words.RouteReports, "phong-trao", code, "nam", "tong-ket")
	case office.StatsDue:
		return kit.To(words.RouteStatistics, "ky", strconv.Itoa(c.Day.Year()))
	case office.Meeting:
		m := s.meeting()
		return kit.To(m.Area, m.With...)
	}
	return kit.To(words.RouteMovements, "ma", code)
}

// LeftDays says how long a day to come is off.
func LeftDays(left int) string {
	switch {
	case left < 0:
		return words.Fill(words.HomeLeftLate, -left)
	case left == 0:
		return words.HomeLeftNow
	}
	return words.Fill(words.HomeLeftDue, left)
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
