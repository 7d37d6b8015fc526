package plans

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is a movement, the plans its units owe or sent, and what of them is shown.
type State struct {
	noun.Chosen
	Status    movement.Status // "" shows all
	Group     string          // "" shows all
	Lines     []office.PlanLine
	Reminders []report.Reminder
	Open      int64 // the plan shown
}

// Missing is the choice of every plan that is still owed, early or late.
const Missing movement.Status = "con-thieu"

// Shown are the lines of the status and group chosen, in the office's order: what
// must be done first stands first.
func (s *State) Shown() []office.PlanLine {
	return slices.DeleteFunc(slices.Clone(s.Lines), func(l office.PlanLine) bool {
		return !s.takes(l.Status) || s.Group != "" && l.Unit.Group != s.Group
	})
}

// takes tells that a status is among those chosen.
func (s *State) takes(status movement.Status) bool {
	return s.Status == "" || s.Status == status || s.Status == Missing && status.Owed()
}

// Line is the plan shown.
func (s *State) Line() (office.PlanLine, bool) {
	i := slices.IndexFunc(s.Lines, func(l office.PlanLine) bool { return l.Plan.ID == s.Open })
	if i < 0 {
		return office.PlanLine{}, false
	}
	return s.Lines[i], true
}

// Statuses are those there are, each with its count.
func (s *State) Statuses() []kit.Choice {
	n := map[movement.Status]int{}
	for _, l := range s.Lines {
		n[l.Status]++
		if l.Status.Owed() {
			n[Missing]++
		}
	}
	out := []kit.Choice{{Key: "", Label: fmt.Sprintf("%s (%d)", words.All, len(s.Lines))},
		{Key: string(Missing), Label: fmt.Sprintf("%s (%d)", words.PlansMissing, n[Missing])}}
	for _, d := range movement.DutyNames {
		if c := n[movement.Status(d.Code)]; c > 0 {
			out = append(out, kit.Choice{Key: d.Code, Label: fmt.Sprintf("%s (%d)", d.Name, c)})
		}
	}
	return out
}

// Groups are the groups of units there are.
func (s *State) Groups() []kit.Choice {
	out := []kit.Choice{{Key: "", Label: words.PlansAllOf}}
	for _, g := range registry.GroupNames {
		if slices.ContainsFunc(s.Lines, func(l office.PlanLine) bool { return l.Unit.Group == g.Code }) {
			out = append(out, kit.Choice{Key: g.Code, Label: g.Name})
		}
	}
	return out
}

// Sent are the reminders about plans that named a unit, newest first.
func (s *State) Sent(unit registry.UnitID) []report.Reminder {
	var out []report.Reminder
	for _, r := range s.Reminders {
		if r.What == report.ForPlan && slices.ContainsFunc(r.Units, func(u report.Reminded) bool { return u.Unit == unit }) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b report.Reminder) int { return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(b.ID, a.ID)) })
	return out
}

// Chased are the units a reminder would name: of the lines chosen those that owe,
// else everybody who is late. A duty handed over is nobody's to be written to.
func (s *State) Chased(chosen []office.PlanLine) []string {
	var out []string
	for _, l := range chosen {
		if l.Status.Owed() && !l.Plan.Handover.Chosen() {
			out = append(out, l.Unit.Code)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, l := range s.Lines {
		if l.Status == movement.Late && !l.Plan.Handover.Chosen() {
			out = append(out, l.Unit.Code)
		}
	}
	return out
}

// Tone is how a status is painted.
func Tone(s movement.Status) kit.Tone {
	switch s {
	case movement.Late, movement.Ended:
		return kit.Bad
	case movement.DueSoon:
		return kit.Warn
	case movement.Received:
		return kit.Good
	}
	return kit.Quiet
}

// OwnText puts criteria into one field, a line each; Own takes them back. A line
// without a letter keeps its text, so that the office says what is missing.
func OwnText(cs []movement.Criterion) string {
	lines := make([]string, len(cs))
	for i, c := range cs {
		lines[i] = c.Letter + ") " + c.Text
	}
	return strings.Join(lines, "\n")
}

// Own reads the criteria of a field. Groups of a criterion that stood there before
// under the same letter stay.
func Own(text string, before []movement.Criterion) []movement.Criterion {
	var out []movement.Criterion
	for _, line := range strings.Split(text, "\n") {
		if line = viet.Clean(line); line == "" {
			continue
		}
		c := movement.Criterion{Text: line}
		if letter, rest, ok := strings.Cut(line, ")"); ok && letter != "" && len([]rune(letter)) <= 3 {
			c.Letter, c.Text = strings.TrimSpace(letter), strings.TrimSpace(rest)
		}
		for _, b := range before {
			if b.Letter == c.Letter {
				c.Groups = b.Groups
			}
		}
		out = append(out, c)
	}
	return out
}
