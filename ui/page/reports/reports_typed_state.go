package reports

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/words"
)

// A report that came on paper is typed in a form that asks what the template asks.
// What was typed is laid out as the rows of a filled template and read by the same
// reading, so that both ways in understand the same.

// Keys of the form beside those of the questions.
const (
	keyAwards    = "gk"
	keyExemplars = "dh"
	keyIdeas     = "sk"
	keyPetitions = "kn"
)

// naKey and evidenceKey are the fields of an item that does not apply, and of its proof.
func naKey(item string) string       { return item + "/na" }
func evidenceKey(item string) string { return item + "/mc" }

// Rows lays what was typed out as a filled template.
func Rows(items []criteria.Item, typed map[string]string) []report.Row {
	var out []report.Row
	row := func(field string, cells ...string) { out = append(out, report.Row{Sheet: field, Cells: cells}) }
	for _, it := range items {
		row(naKey(it.Key), it.Key, "", "", typed[naKey(it.Key)], typed[evidenceKey(it.Key)])
		for _, q := range report.Questions(it) {
			row(q.Key, q.Key, "", typed[q.Key])
		}
	}
	for _, n := range report.NarrativeNames {
		key := report.NarrativeKey(n.Code)
		row(key, key, "", typed[key])
	}
	// A line holds as many cells as its list has; the last one keeps its semicolons.
	lines := func(key string, first, columns int) {
		n := 0
		for _, l := range strings.Split(typed[key], "\n") {
			if l = strings.TrimSpace(l); l == "" {
				continue
			}
			n++
			cells := make([]string, first, first+5)
			cells[0] = key + ":" + strconv.Itoa(n)
			for _, c := range strings.SplitN(l, ";", columns) {
				cells = append(cells, strings.TrimSpace(c))
			}
			row(key, cells...)
		}
	}
	lines(keyAwards, 1, 5)
	lines(keyExemplars, 1, 3)
	lines(keyIdeas, 2, 2)
	lines(keyPetitions, 2, 1)
	return out
}

// typedFaults are the sentences for what is typed, by those for the cells of a file.
var typedFaults = map[string]string{"report.cell-number": "page.report-number", "report.cell-points": "page.report-points", "report.cell-day": "page.report-day",
	"report.cell-yes": "page.report-yes", "report.cell-both": "page.report-both", "report.cell-reason": "page.report-reason"}

// Typed reads what was typed; every fault stands at the field it was typed in.
func Typed(items []criteria.Item, typed map[string]string) (report.Content, error) {
	got := report.ReadTemplate(report.Filled{}, Rows(items, typed), items)
	var faults fault.List
	for _, f := range got.Faults {
		field, _, _ := strings.Cut(f.Field, "!")
		faults.Add(fault.New(fault.Invalid, typedFaults[f.Code], f.Args[1]).At(field))
	}
	for _, u := range got.Content.Unread { // here it can be mended at once
		field, _, _ := strings.Cut(u.Place, "!")
		faults.Add(fault.New(fault.Invalid, "page.report-kind", u.Text).At(field))
	}
	return got.Content, faults.OrNil()
}

// AtFields puts the faults of a report's lines at the fields they were typed in: of
// two figures that do not fit, at the part of the whole.
func AtFields(err error, items []criteria.Item) error {
	var l fault.List
	if !errors.As(err, &l) {
		return err
	}
	out := slices.Clone(l)
	for i, f := range out {
		for _, it := range items {
			if asked := report.Questions(it); f.Field == "lines."+it.Key && len(asked) > 0 {
				moved := *f
				moved.Field = asked[min(1, len(asked)-1)].Key
				out[i] = &moved
			}
		}
	}
	return out
}

// Values are what a report says so far, as the form shows it.
func Values(f office.ReportFile) map[string]string {
	out := map[string]string{}
	c := f.Report.Content
	answers := map[string]criteria.Line{}
	for _, l := range c.Answers {
		answers[l.Key] = l
	}
	for _, it := range f.Items {
		l, ok := answers[it.Key]
		if !ok {
			continue
		}
		if l.NA {
			out[naKey(it.Key)] = l.NAReason
		}
		var proofs []string
		for _, e := range l.Evidence {
			proofs = append(proofs, e.Text)
		}
		out[evidenceKey(it.Key)] = strings.Join(proofs, "; ")
		if l.Self == nil {
			continue
		}
		for _, q := range report.Questions(it) {
			part := strings.TrimPrefix(q.Key, it.Key+":")
			switch part {
			case "a":
				out[q.Key] = strconv.FormatInt(l.Self.A, 10)
			case "b":
				out[q.Key] = strconv.FormatInt(l.Self.B, 10)
			case "c":
				out[q.Key] = map[bool]string{true: words.Yes, false: words.No}[l.Self.Yes]
			case "d":
				out[q.Key] = l.Self.Points.String()
			default:
				if i, err := strconv.Atoi(strings.TrimPrefix(part, "m")); err == nil && i <= len(l.Self.More) {
					out[q.Key] = strconv.FormatInt(l.Self.More[i-1], 10)
				}
			}
		}
	}
	for _, n := range report.NarrativeNames {
		out[report.NarrativeKey(n.Code)] = c.Narrative[n.Code]
	}
	var awards, exemplars, ideas []string
	for _, g := range c.Awards {
		awards = append(awards, strings.Join([]string{g.Number, g.Date.Slash(), strconv.Itoa(g.Collectives), strconv.Itoa(g.Households), strconv.Itoa(g.Individuals)}, "; "))
	}
	for _, x := range c.Exemplars {
		exemplars = append(exemplars, strings.Join([]string{registry.NameOf(report.ExemplarKinds, x.Kind), x.Name, x.What}, "; "))
	}
	for _, x := range c.Initiatives {
		ideas = append(ideas, strings.Trim(x.Name+"; "+x.What, "; "))
	}
	out[keyAwards], out[keyExemplars], out[keyIdeas] = strings.Join(awards, "\n"), strings.Join(exemplars, "\n"), strings.Join(ideas, "\n")
	out[keyPetitions] = strings.Join(c.Petitions, "\n")
	return out
}

// Asked are the items a unit answers itself; the office knows the others.
func Asked(items []criteria.Item) []criteria.Item {
	var out []criteria.Item
	for _, it := range items {
		if it.Source == "" {
			out = append(out, it)
		}
	}
	return out
}

// Letter says what one reminder was, for the list of those sent.
type Letter struct {
	report.Reminder
	Names string // of its units, as they were called that day
}

// Letters are the reminders that were sent, newest first, with their units' names.
func Letters(list []report.Reminder, book *registry.Book) []Letter {
	out := make([]Letter, len(list))
	for i, r := range list {
		names := make([]string, 0, len(r.Units))
		for _, u := range r.Units {
			if v, ok := book.Near(u.Unit, r.Day); ok {
				names = append(names, v.Name)
			}
		}
		out[i] = Letter{r, strings.Join(names, ", ")}
	}
	return out
}

// About says what a reminder asked for: "Báo cáo năm 2025".
func (l Letter) About() string {
	switch {
	case l.What == report.ForPlan:
		return registry.NameOf(report.RemindedNames, l.What)
	case l.Kind == report.Closing:
		return words.ReportsClosing
	}
	return words.Fill(words.RemindYear, strconv.Itoa(l.Year))
}
