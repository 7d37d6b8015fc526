package board

import (
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is what the board shows: which movement, group of units and award, and
// what the office drew of it.
type State struct {
	Code  string // of the movement; "" the newest, everyMove all
	Group string
	Award string
	Open  string // the row whose turns are shown, by Row.ID

	Movements []movement.Movement
	Catalogue *award.Catalogue
	Boards    []office.Board // one for each movement shown
	Rows      []Row
}

// everyMove stands for all movements, in routes too.
const everyMove = "tat-ca"

// outside is the choice of proposers that are none of the registry.
const outside = "ngoai"

// Row is one unit of one movement.
type Row struct {
	office.BoardUnit
	Movement movement.Movement
}

// ID tells rows apart when the board is drawn anew.
func (r Row) ID() string { return r.Movement.Code + "/" + r.Name }

// Codes are the movements to be drawn.
func (s *State) Codes() []string {
	if s.Code != everyMove {
		for _, m := range s.Movements {
			if m.Code == s.Code {
				return []string{s.Code}
			}
		}
		if len(s.Movements) == 0 {
			return nil
		}
		return []string{s.Movements[0].Code}
	}
	out := make([]string, len(s.Movements))
	for i, m := range s.Movements {
		out[i] = m.Code
	}
	return out
}

// Key is the movement chosen, as the choices name it.
func (s *State) Key() string {
	if c := s.Codes(); s.Code != everyMove && len(c) > 0 {
		return c[0]
	}
	return s.Code
}

// Narrow draws the rows of the group and the award chosen.
func (s *State) Narrow() {
	s.Rows = nil
	for _, b := range s.Narrowed() {
		for _, u := range b.Units {
			s.Rows = append(s.Rows, Row{u, b.Movement})
		}
	}
	if len(s.Boards) > 1 { // the most urgent of all movements first
		slices.SortStableFunc(s.Rows, func(a, b Row) int { return ByLeft(a, b) })
	}
}

// Narrowed are the boards of the group and the award chosen.
func (s *State) Narrowed() []office.Board {
	out := make([]office.Board, len(s.Boards))
	for i, b := range s.Boards {
		if s.Group == outside {
			b.Units = slices.DeleteFunc(slices.Clone(b.Units), func(u office.BoardUnit) bool { return u.Group != "" })
			out[i] = b.Narrow("", s.Award)
			continue
		}
		out[i] = b.Narrow(s.Group, s.Award)
	}
	return out
}

// Which lists the dossiers of the rows shown whose marks answer a question.
func (s *State) Which(is func(office.Mark) bool) (ids []int64) {
	for _, r := range s.Rows {
		ids = append(ids, r.Which(is)...)
	}
	return ids
}

// Row is the one opened.
func (s *State) Row() (Row, bool) {
	i := slices.IndexFunc(s.Rows, func(r Row) bool { return r.ID() == s.Open })
	if i < 0 {
		return Row{}, false
	}
	return s.Rows[i], true
}

// Figure is a number of the board with the list behind it.
type Figure struct {
	Label, Note string
	Tone        kit.Tone
	IDs         []int64
}

// Figures are the numbers over the board.
func (s *State) Figures() []Figure {
	units := 0
	for _, r := range s.Rows {
		if len(r.Turns) > 0 {
			units++
		}
	}
	return []Figure{
		{words.BoardAll, words.Fill(words.BoardAllNote, units), kit.Info, s.Which(office.Mark.Open)},
		{words.BoardLate, words.BoardLateTx, kit.Bad, s.Which(office.Mark.Late)},
		{words.BoardSoon, words.Fill(words.BoardSoonTx, office.DueSoon), kit.Warn, s.Which(office.Mark.DueSoon)},
		{words.BoardShort, words.BoardShortTx, kit.Warn, s.Which(short)},
		{words.BoardUnseen, words.BoardSeeTx, kit.Info, s.Which(unseen)},
		{words.BoardAsked, words.BoardAskedTx, kit.Away, s.Which(func(m office.Mark) bool { return m.Open() && len(m.Asked) > 0 })},
	}
}

func short(m office.Mark) bool  { return len(m.Short) > 0 }
func unseen(m office.Mark) bool { return len(m.Unseen) > 0 }

// at asks for the dossiers of a stage.
func at(s dossier.Stage) func(office.Mark) bool {
	return func(m office.Mark) bool { return m.Stage == s }
}

// over asks for those that left the road without an award.
func over(m office.Mark) bool { return m.Stage.Out() }

// Count writes how many; none is left blank, so that the numbers stand out.
func Count(n int) string {
	if n == 0 {
		return ""
	}
	return words.Count(n)
}

// Name is the unit, with the movement where several are drawn.
func (s *State) Name(r Row) string {
	if len(s.Boards) > 1 {
		return words.Fill(words.BoardOf, r.Name, r.Movement.Name)
	}
	return r.Name
}

// Who tells whose turn a unit's most urgent step is.
func Who(r Row) string {
	if len(r.Turns) == 0 {
		return ""
	}
	return r.Turns[0].Step.Holder
}

// Left tells how many working days it still has.
func Left(timed bool, left int) string {
	switch {
	case !timed:
		return ""
	case left < 0:
		return words.Fill(words.BoardPast, -left)
	}
	return words.Fill(words.BoardDays, left)
}

// RowLeft is Left of the most urgent turn.
func RowLeft(r Row) string {
	if len(r.Turns) == 0 {
		return ""
	}
	return Left(r.Turns[0].Timed, r.Turns[0].Left)
}

// LeftTone paints what is left: late in red.
func LeftTone(timed bool, left int) kit.Tone {
	switch {
	case !timed:
		return kit.Plain
	case left < 0:
		return kit.Bad
	case left <= office.DueSoon:
		return kit.Warn
	}
	return kit.Good
}

// RowTone is LeftTone of the most urgent turn.
func RowTone(r Row) kit.Tone {
	if len(r.Turns) == 0 {
		return kit.Plain
	}
	return LeftTone(r.Turns[0].Timed, r.Turns[0].Left)
}

// ByLeft orders rows by urgency: the least left first, what has no clock behind,
// what waits for nothing last.
func ByLeft(a, b Row) int { return urgency(a) - urgency(b) }

func urgency(r Row) int {
	switch {
	case len(r.Turns) == 0:
		return 1 << 21
	case !r.Turns[0].Timed:
		return 1 << 20
	}
	return r.Turns[0].Left
}

// Quotas are a unit's proposals against what it may, where there is a limit.
func (s *State) Quotas(r Row) (out []string, over bool) {
	for _, q := range r.Quotas {
		if q.Most > 0 {
			what := s.Catalogue.Short(q.Award)
			if q.Kind != "" {
				what += " (" + q.Kind.String() + ")"
			}
			out = append(out, words.Fill(words.BoardQuota, what, q.Proposed, q.Most))
			over = over || q.Proposed > q.Most
		}
	}
	return out, over
}

// MovementChoices, GroupChoices and AwardChoices are what can be chosen: of groups
// and awards only those there is something of.
func (s *State) MovementChoices() []kit.Choice {
	return append(noun.Movements(s.Movements, ""), kit.Choice{Key: everyMove, Label: words.BoardAllMoves})
}

// GroupChoices are the groups of units with dossiers.
func (s *State) GroupChoices() []kit.Choice {
	have := map[string]bool{}
	for _, b := range s.Boards {
		for _, u := range b.Units {
			have[u.Group] = true
		}
	}
	out := []kit.Choice{{Key: "", Label: words.BoardAllGroups}}
	for _, n := range registry.GroupNames {
		if have[n.Code] {
			out = append(out, kit.Choice{Key: n.Code, Label: n.Name})
		}
	}
	if have[""] {
		out = append(out, kit.Choice{Key: outside, Label: words.BoardOutside})
	}
	return out
}

// AwardChoices are the awards somebody is proposed for.
func (s *State) AwardChoices() []kit.Choice {
	have := map[string]bool{}
	for _, b := range s.Boards {
		for _, u := range b.Units {
			for _, m := range u.Marks {
				have[m.Award] = true
			}
		}
	}
	if s.Catalogue == nil {
		return noun.Awards(nil, words.BoardAllAwards)
	}
	return noun.Awards(s.Catalogue.Where(func(a award.Award) bool { return have[a.Code] }), words.BoardAllAwards)
}

// Route is the place that shows what is shown now.
func (s *State) Route() kit.Route {
	return kit.To(words.RouteBoard, "phong-trao", s.Key(), "nhom", s.Group, "hinh-thuc", s.Award, "dong", s.Open)
}

// lackParts are the parts of a dossier's file where what is missing is dealt with.
var lackParts = map[office.LackKind]string{office.LackShort: "giay-to", office.LackUnseen: "giay-to", office.LackAnswer: "xac-nhan"}

// ListRoute opens dossiers in their list, part "" or the part of their file to show.
func (s *State) ListRoute(ids []int64, part string) kit.Route {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = strconv.FormatInt(id, 10)
	}
	return kit.To(words.RouteDossiers, "phong-trao", s.Key(), "chon", strings.Join(list, ","), "muc", part)
}
