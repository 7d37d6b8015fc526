package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/viet"
	"thidua/ui/words"
)

// Option is one line of a picker.
type Option struct {
	Key, Label, Note string
	Tone             Tone
}

// Pick lets a person choose one of many: a dialog with a search box over a list;
// tones and case may be left out. The first lines are the best guesses of whoever
// made the list.
func Pick(c fyne.Canvas, title, hint string, options []Option, pick func(Option)) *Modal {
	var m *Modal
	shown := options
	g := NewGrid("pick",
		Column[Option]{Key: "label", Title: words.PickName, Width: 330, Grow: true, Text: func(o Option) string { return o.Label }, Tone: func(o Option) Tone { return o.Tone }},
		Column[Option]{Key: "note", Title: words.PickNote, Width: 240, Text: func(o Option) string { return o.Note }, Tone: func(Option) Tone { return Soft }},
	)
	take := func(o Option) {
		m.Hide()
		pick(o)
	}
	g.OnOpen = take
	choose := NewButton(words.PickTake, nil, func() {
		if o, ok := g.Current(); ok {
			take(o)
		}
	}).Primary()
	choose.Disable()
	g.OnSelect = func() { _, ok := g.Current(); choose.SetEnabled(ok) }
	s := NewSearch(hint, func(t string) {
		shown = Matching(options, t)
		g.SetEmpty(Empty(nil, words.PickNone, words.Fill(words.SearchNone, t)))
		g.SetRows(shown)
		if len(shown) > 0 {
			g.Select(0)
		}
	})
	s.OnEnter = func(string) {
		if o, ok := g.Current(); ok {
			take(o)
		}
	}
	s.OnDown = func() { c.Focus(g) }
	cancel := NewButton(words.Cancel, nil, func() { m.Hide() })
	g.SetRows(options)
	m = ShowModal(c, title, container.NewBorder(s, nil, nil, nil, g), fyne.NewSize(640, 460), cancel, choose)
	m.OnCancel = cancel.OnTapped
	s.Entry.OnEscape = m.Cancel
	c.Focus(s.Entry)
	return m
}

// Matching gives the options whose label or note carries every word sought.
func Matching(options []Option, text string) []Option {
	words := strings.Fields(viet.Fold(text))
	if len(words) == 0 {
		return options
	}
	var out []Option
	for _, o := range options {
		hay := viet.Fold(o.Label + " " + o.Note)
		ok := true
		for _, w := range words {
			ok = ok && strings.Contains(hay, w)
		}
		if ok {
			out = append(out, o)
		}
	}
	return out
}

// PickButton looks like a Select and opens a picker: for lists too long to drop
// down.
type PickButton struct {
	Select
	title, hint, none string
	options           []Option
	key               string
	OnPick            func(key string)
}

// NewPickButton makes one; none is its text while nothing is chosen, and the line
// that chooses nothing.
func NewPickButton(title, hint, none string, onPick func(string)) *PickButton {
	p := &PickButton{title: title, hint: hint, none: none, OnPick: onPick}
	p.PlaceHolder = prompted(none)
	p.ExtendBaseWidget(p)
	return p
}

// Tapped opens the picker.
func (p *PickButton) Tapped(*fyne.PointEvent) {
	if p.Disabled() {
		return
	}
	all := append([]Option{{Key: "", Label: p.none, Tone: Soft}}, p.options...)
	Pick(canvasOf(p), p.title, p.hint, all, func(o Option) {
		p.SetKey(o.Key)
		if p.OnPick != nil {
			p.OnPick(o.Key)
		}
	})
}

// TypedKey opens the picker too, and passes the window's keys on.
func (p *PickButton) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case slices.Contains([]fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown}, ev.Name):
		p.Tapped(nil)
	case forWindow(ev.Name):
		passKey(p, ev)
	default:
		p.Select.TypedKey(ev)
	}
}

// SetOptions gives the lines to choose from.
func (p *PickButton) SetOptions(list []Option) {
	p.options = list
	p.SetKey(p.key)
}

// Key is what is chosen, "" for nothing.
func (p *PickButton) Key() string { return p.key }

// SetKey chooses without telling OnPick.
func (p *PickButton) SetKey(key string) {
	p.key = key
	p.Selected = ""
	for _, o := range p.options {
		if o.Key == key && key != "" {
			p.Selected = o.Label
		}
	}
	p.Refresh()
}
