package reports

import (
	"fmt"
	"slices"
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
		if id := kit.ParseID(x); id != 0 {
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

// Figure is one line of a report's figures in words: a criterion, or below it what
// the unit was asked about it.
type Figure struct {
	Item, Value string
	Under       bool // belongs to the criterion above
	Missing     bool // was asked and not answered
}

// Figures puts a report's answers beside what was asked.
func Figures(f office.ReportFile) []Figure {
	said := Values(f)
	answers := map[string]criteria.Line{}
	for _, l := range f.Report.Content.Answers {
		answers[l.Key] = l
	}
	var out []Figure
	for _, it := range f.Items {
		head := Figure{Item: heading(it)}
		l, asked := answers[it.Key], report.Questions(it)
		var under []Figure
		switch {
		case l.NA:
			head.Value = words.ReportNotHere
			under = append(under, Figure{Item: words.Fill(words.LineFigure, words.ReportNA, l.NAReason), Under: true})
		case l.Self == nil && it.Source != "":
			head.Value = words.ReportKnown
		case l.Self == nil:
			head.Value, head.Missing = words.ReportUnsaid, true
		default:
			if it.Kind == criteria.YesNo || it.Kind == criteria.Gate {
				head.Value, asked = said[asked[0].Key], asked[1:]
			}
			for _, q := range asked {
				under = append(under, Figure{Item: q.Label, Value: said[q.Key], Under: true})
			}
		}
		if proof := said[evidenceKey(it.Key)]; proof != "" {
			under = append(under, Figure{Item: words.Fill(words.LineFigure, words.ReportProof, proof), Under: true})
		}
		out = append(append(out, head), under...)
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
