package scoring

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/words"
)

// keyOf names a set in the list; a unit's own keeps its name while it is not saved.
func keyOf(s criteria.Set) string {
	if s.Unit != 0 {
		return ownKey(s.Unit)
	}
	return s.Code
}

func ownKey(unit registry.UnitID) string { return fmt.Sprintf("rieng-%d", unit) }

// SetTotal says what a set adds up to; odd tells that it is not 100.
func SetTotal(s criteria.Set) (text string, odd bool) {
	full, off := s.Full(), criteria.Points(0)
	for _, it := range s.Items {
		if it.Kind == criteria.Minus {
			off += it.Max
		}
	}
	text = words.Fill(words.SetIs100, full)
	if odd = full != 10000 && s.Unit == 0; odd {
		text = words.Fill(words.SetNot100, full)
	}
	if off > 0 {
		text += " " + words.Fill(words.SetMinus, off)
	}
	return text, odd
}

// SetGroups says who is judged by a set.
func SetGroups(s criteria.Set, unit string) string {
	if s.Unit != 0 {
		return words.Fill(words.SetOnly, unit)
	}
	if len(s.Groups) == 0 {
		return words.SetEveryone
	}
	names := make([]string, len(s.Groups))
	for i, g := range s.Groups {
		names[i] = registry.NameOf(registry.GroupNames, g)
	}
	return strings.Join(names, ", ")
}

// put sets the at-th of a list, or appends when at is negative; the list itself
// is left as it was.
func put[T any](list []T, at int, v T) []T {
	out := slices.Clone(list)
	if at < 0 || at >= len(out) {
		return append(out, v)
	}
	out[at] = v
	return out
}

// moved is a list with one of its elements a place up (-1) or down (1); at tells
// where it stands then.
func moved[T any](list []T, from, by int) (out []T, at int) {
	to := from + by
	if to < 0 || to >= len(list) {
		return list, from
	}
	out = slices.Clone(list)
	out[from], out[to] = out[to], out[from]
	return out, to
}

// Gates are the preconditions of a set.
func Gates(s criteria.Set) []criteria.Item {
	return slices.DeleteFunc(slices.Clone(s.Items), func(it criteria.Item) bool { return it.Kind != criteria.Gate })
}

// FreeKey is a key no item of the set has yet, made from the plan's letter.
func FreeKey(s criteria.Set, letter string) string {
	if letter == "" {
		letter = "t"
	}
	for n := 1; ; n++ {
		key := fmt.Sprintf("%s%d", viet.Fold(letter), n)
		if _, taken := s.Item(key); !taken {
			return key
		}
	}
}

// ItemText is an item as it stands in a form: everything as typed.
type ItemText struct {
	Kind                                           criteria.Kind
	Key, Letter, Text, Max, A, B, More, Each, Size string
	Steps, Needs, Evidence, Guide, Source          string
}

// TextOf puts an item into a form.
func TextOf(it criteria.Item) ItemText {
	t := ItemText{Kind: it.Kind, Key: it.Key, Letter: it.Letter, Text: it.Text, A: it.A, B: it.B, More: strings.Join(it.More, "\n"),
		Needs: it.Needs, Evidence: strings.Join(it.Evidence, "\n"), Guide: it.Guide, Source: it.Source, Steps: StepsText(it.Steps)}
	if it.Max != 0 {
		t.Max = it.Max.String()
	}
	if it.Each != 0 {
		t.Each = it.Each.String()
	}
	if it.Size != 0 {
		t.Size = strconv.FormatInt(it.Size, 10)
	}
	return t
}

// Item reads a form back, every fault at its entry. What the kind has no use for
// is left out.
func (t ItemText) Item() (criteria.Item, error) {
	var faults fault.List
	points := func(text, field string) criteria.Points {
		if strings.TrimSpace(text) == "" {
			return 0
		}
		p, err := criteria.ParsePoints(text)
		if err != nil {
			faults.Add(fault.New(fault.Invalid, "criteria.points", text).At(field))
		}
		return p
	}
	it := criteria.Item{Key: viet.Clean(t.Key), Letter: strings.Trim(t.Letter, " )"), Text: viet.Clean(t.Text), Kind: t.Kind, Evidence: lines(t.Evidence), Guide: viet.Clean(t.Guide)}
	if t.Kind != criteria.Gate {
		it.Max, it.More, it.Needs = points(t.Max, "max"), lines(t.More), t.Needs
	}
	switch t.Kind {
	case criteria.Ratio:
		it.A, it.B = viet.Clean(t.A), viet.Clean(t.B)
	case criteria.Sampled:
		it.A, it.B, it.Each = viet.Clean(t.A), viet.Clean(t.B), points(t.Each, "each")
		if n, err := strconv.ParseInt(strings.TrimSpace(t.Size), 10, 64); err == nil {
			it.Size = n
		} else if strings.TrimSpace(t.Size) != "" {
			faults.Add(fault.New(fault.Invalid, "ui.whole-number").At("size"))
		}
	case criteria.Stepped:
		it.B = viet.Clean(t.B)
		var err error
		if it.Steps, err = Steps(t.Steps); err != nil {
			faults.Add(fault.New(fault.Invalid, "ui.steps").At("steps"))
		}
	case criteria.Minus:
		it.B, it.Each = viet.Clean(t.B), points(t.Each, "each")
	}
	for _, s := range Sources(t.Kind) {
		if s.Code == t.Source {
			it.Source = t.Source
		}
	}
	return it, faults.OrNil()
}

// Sources are the registers an item of a kind can be answered from.
func Sources(k criteria.Kind) []registry.Name {
	var codes []string
	switch k {
	case criteria.Gate, criteria.YesNo:
		codes = []string{criteria.FromPlan, criteria.FromReport}
	case criteria.Judged:
		codes = []string{criteria.FromVisit}
	}
	return slices.DeleteFunc(slices.Clone(criteria.SourceNames), func(n registry.Name) bool { return !slices.Contains(codes, n.Code) })
}

// itemFields are the entries of an item's form in which the set's faults stand.
var itemFields = map[string]string{"criteria.key": "key", "criteria.text": "text", "criteria.kind": "kind", "criteria.max": "max",
	"criteria.ratio-labels": "a", "criteria.sample": "size", "criteria.each": "each", "criteria.steps": "steps", "criteria.needs": "needs"}

// StepsText puts steps into one field, a line each; Steps takes them back.
func StepsText(steps []criteria.Step) string {
	out := make([]string, len(steps))
	for i, st := range steps {
		out[i] = fmt.Sprintf("%d: %s", st.From, st.Points)
	}
	return strings.Join(out, "\n")
}

// Steps reads "3: 7,5" a line.
func Steps(text string) ([]criteria.Step, error) {
	var out []criteria.Step
	for _, line := range lines(text) {
		from, points, _ := strings.Cut(line, ":")
		n, err := strconv.ParseInt(strings.TrimSpace(from), 10, 64)
		if err != nil {
			return nil, err
		}
		p, err := criteria.ParsePoints(points)
		if err != nil {
			return nil, err
		}
		out = append(out, criteria.Step{From: n, Points: p})
	}
	return out, nil
}

// lines are the texts of a field that holds one a line.
func lines(field string) []string {
	var out []string
	for _, l := range strings.Split(field, "\n") {
		if l = viet.Clean(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// BreakText says what a tie-break compares.
func BreakText(b criteria.Break) string {
	return strings.TrimSpace(registry.NameOf(criteria.BreakNames, b.By) + " " + b.Key)
}
