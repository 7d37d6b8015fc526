package scoring

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/ui/words"
)

// Figure is one thing a line asks for: a count, points, or yes.
type Figure struct {
	Label string
	Kind  figureKind
	More  int // its place among the further figures
}

type figureKind uint8

const (
	figureA figureKind = iota
	figureB
	figureMore
	figureYes
	figurePoints
)

// Figures are what an item asks for, by how it is scored.
func Figures(it criteria.Item) []Figure {
	label := func(own, usual string) string {
		if own != "" {
			return own
		}
		return usual
	}
	var out []Figure
	switch it.Kind {
	case criteria.Ratio:
		out = []Figure{{Label: it.A, Kind: figureA}, {Label: it.B, Kind: figureB}}
	case criteria.Sampled:
		out = []Figure{{Label: label(it.A, words.LineSample), Kind: figureA}, {Label: label(it.B, words.LineFit), Kind: figureB}}
	case criteria.Stepped, criteria.Minus:
		out = []Figure{{Label: label(it.B, words.LineCases), Kind: figureB}}
	case criteria.YesNo, criteria.Gate:
		out = []Figure{{Label: words.LineMet, Kind: figureYes}}
	case criteria.Judged:
		out = []Figure{{Label: words.LineGiven, Kind: figurePoints}}
	}
	for i, m := range it.More {
		out = append(out, Figure{Label: m, Kind: figureMore, More: i})
	}
	return out
}

// of writes the figure of an answer.
func (f Figure) of(e criteria.Entry) string {
	switch f.Kind {
	case figureA:
		return strconv.FormatInt(e.A, 10)
	case figureB:
		return strconv.FormatInt(e.B, 10)
	case figureYes:
		if e.Yes {
			return words.Yes
		}
		return words.No
	case figurePoints:
		return e.Points.String()
	}
	if f.More < len(e.More) {
		return strconv.FormatInt(e.More[f.More], 10)
	}
	return ""
}

// Texts are the figures of an answer as they stand in a form; all empty for none.
func Texts(it criteria.Item, e *criteria.Entry) []string {
	fs := Figures(it)
	out := make([]string, len(fs))
	for i, f := range fs {
		if e != nil {
			out[i] = f.of(*e)
		}
	}
	return out
}

// Typed reads the figures of a form back; nothing typed at all is no answer.
func Typed(it criteria.Item, texts []string) (*criteria.Entry, error) {
	empty := func(s string) bool { return strings.TrimSpace(s) == "" }
	if !slices.ContainsFunc(texts, func(s string) bool { return !empty(s) }) {
		return nil, nil
	}
	var e criteria.Entry
	for i, f := range Figures(it) {
		text := strings.TrimSpace(texts[i])
		if f.Kind == figureYes {
			e.Yes = text == words.Yes
			continue
		}
		if f.Kind == figurePoints {
			p, err := criteria.ParsePoints(text)
			if err != nil {
				return nil, at(err, "figures")
			}
			e.Points = p
			continue
		}
		if f.Kind == figureMore && empty(text) {
			text = "0"
		}
		n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
		if err != nil {
			return nil, fault.New(fault.Invalid, "ui.figure", f.Label).At("figures")
		}
		switch f.Kind {
		case figureA:
			e.A = n
		case figureB:
			e.B = n
		case figureMore:
			e.More = append(e.More, n)
		}
	}
	return &e, nil
}

// at puts a fault at a field.
func at(err error, field string) error {
	var one *fault.Error
	if errors.As(err, &one) {
		return one.At(field)
	}
	return err
}

// placed moves the faults of a change to the fields of the form it was typed in:
// by code, since the office names the line or the list and not the entry. own tells
// which faults are this form's; the others stay at the top.
func placed(err error, own string, fields map[string]string) error {
	var list fault.List
	var one *fault.Error
	switch {
	case errors.As(err, &list):
	case errors.As(err, &one):
		list = fault.List{one}
	default:
		return err
	}
	var out fault.List
	for _, f := range list {
		g := *f
		if to, ok := fields[f.Code]; ok && (f.Field == own || own == "") {
			g.Field = to
		} else if f.Field == own {
			g.Field = ""
		}
		out.Add(&g)
	}
	return out.OrNil()
}

// lineFields are the entries of a line's form in which its faults stand.
var lineFields = map[string]string{"criteria.na-reason": "na_reason", "criteria.reason": "reason", "criteria.evidence": "evidence",
	"criteria.negative": "figures", "criteria.more-than-all": "figures", "criteria.sample-size": "figures", "criteria.over-max": "figures"}
