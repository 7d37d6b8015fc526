package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// State is which year is shown, and how every unit's report of it stands.
type State struct {
	noun.Reported
	Status movement.Status // "" shows all
	Lines  []office.ReportLine
	Open   int64 // the report shown
	// Only are the reports a figure elsewhere counted; none shows all.
	Only []int64
}

// onlyKey is the choice of the reports behind a figure among the statuses.
const onlyKey = "chon"

// SetOnly narrows to the reports of a list of ids; "" shows all again.
func (s *State) SetOnly(list string) {
	s.Only = nil
	for _, x := range strings.Split(list, ",") {
		if id, err := strconv.ParseInt(x, 10, 64); err == nil {
			s.Only = append(s.Only, id)
		}
	}
}

// OnlyKey writes what SetOnly reads.
func (s *State) OnlyKey() string {
	out := make([]string, len(s.Only))
	for i, id := range s.Only {
		out[i] = kit.IDText(id)
	}
	return strings.Join(out, ",")
}

// Filter is the key of the narrowing among its choices; Choose takes one.
func (s *State) Filter() string {
	if len(s.Only) > 0 {
		return onlyKey
	}
	return string(s.Status)
}

// Choose narrows by a key of Filters.
func (s *State) Choose(key string) {
	if key != onlyKey {
		s.Only, s.Status = nil, movement.Status(key)
	}
}

// Shown are the lines of the status chosen.
func (s *State) Shown() []office.ReportLine {
	if len(s.Only) > 0 {
		return slices.DeleteFunc(slices.Clone(s.Lines), func(l office.ReportLine) bool { return !slices.Contains(s.Only, l.Report.ID) })
	}
	if s.Status == "" {
		return s.Lines
	}
	return slices.DeleteFunc(slices.Clone(s.Lines), func(l office.ReportLine) bool { return l.Status != s.Status })
}

// Filters are the statuses there are, each with its count.
func (s *State) Filters() []kit.Choice {
	count := office.Boards(s.Lines)
	var out []kit.Choice
	if len(s.Only) > 0 {
		out = append(out, kit.Choice{Key: onlyKey, Label: words.Fill(words.ReportsOnly, len(s.Shown()))})
	}
	out = append(out, kit.Choice{Key: "", Label: fmt.Sprintf("%s (%d)", words.ReportsAll, len(s.Lines))})
	for _, n := range movement.DutyNames {
		if c := count[movement.Status(n.Code)]; c > 0 {
			out = append(out, kit.Choice{Key: n.Code, Label: fmt.Sprintf("%s (%d)", n.Name, c)})
		}
	}
	return out
}

// Chased are those a reminder goes to: of the lines chosen exactly those that owe;
// with nothing chosen everybody late or returned, for whom no code is named. Whose
// duty was handed over is written to under nobody's name.
func Chased(chosen, all []office.ReportLine) (codes, names []string) {
	for _, l := range chosen {
		if l.Status.Owed() && !l.Report.Handover.Chosen() {
			codes, names = append(codes, l.Unit.Code), append(names, l.Unit.Name)
		}
	}
	if len(chosen) > 0 {
		return codes, names
	}
	for _, l := range all {
		if (l.Status == movement.Late || l.Status == movement.Returned) && !l.Report.Handover.Chosen() {
			names = append(names, l.Unit.Name)
		}
	}
	return nil, names
}

// Tone is how a status is painted.
func Tone(s movement.Status) kit.Tone {
	switch s {
	case movement.Late, movement.Ended:
		return kit.Bad
	case movement.Returned, movement.DueSoon:
		return kit.Warn
	case movement.Received:
		return kit.Info
	case movement.Accepted:
		return kit.Good
	}
	return kit.Quiet
}

// StatusName is a status in words.
func StatusName(s movement.Status) string { return registry.NameOf(movement.DutyNames, string(s)) }

// Figure is one line of a report's figures in words.
type Figure struct{ Item, Value string }

// Figures puts a report's answers beside what was asked.
func Figures(f office.ReportFile) []Figure {
	answers := map[string]criteria.Line{}
	for _, l := range f.Report.Content.Answers {
		answers[l.Key] = l
	}
	var out []Figure
	for _, it := range f.Items {
		x := Figure{Item: it.Text}
		if it.Letter != "" {
			x.Item = it.Letter + ") " + it.Text
		}
		l, ok := answers[it.Key]
		switch {
		case !ok:
		case l.NA:
			x.Value = l.NAReason
		case l.Self != nil:
			x.Value = entryText(it, *l.Self)
		}
		out = append(out, x)
	}
	return out
}

// Unread are what the unit wrote beside what it was asked, each with its place.
func Unread(f office.ReportFile) (out []string) {
	for _, u := range f.Report.Content.Unread {
		out = append(out, u.Place+": "+u.Text)
	}
	return out
}

// Changes are what the unit says otherwise since its report was accepted.
func Changes(f office.ReportFile) (out []string) {
	for _, d := range f.Differences {
		name := registry.NameOf(report.PartNames, registry.NameOf(report.NarrativeNames, d.Key))
		for _, it := range f.Items {
			if it.Key == d.Key {
				name = it.Text
			}
		}
		out = append(out, name+": "+orNothing(d.Was)+" → "+orNothing(d.Now))
	}
	return out
}

func orNothing(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return words.ReportNothing
	}
	return text
}

// entryText writes an answer with the names of its figures.
func entryText(it criteria.Item, e criteria.Entry) string {
	text := ""
	add := func(label string, v any) {
		if text != "" {
			text += "; "
		}
		text += words.Fill(words.LineFigure, label, v)
	}
	switch it.Kind {
	case criteria.Ratio, criteria.Sampled:
		add(it.A, int(e.A))
		add(it.B, int(e.B))
	case criteria.Stepped, criteria.Minus:
		add(it.B, int(e.B))
	case criteria.YesNo, criteria.Gate:
		if e.Yes {
			return words.Yes
		}
		return words.No
	default:
		add(words.ReportSelf, e.Points.String())
	}
	for i, m := range it.More {
		if i < len(e.More) {
			add(m, int(e.More[i]))
		}
	}
	return text
}
