package settings

import (
	"cmp"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/words"
)

// Texts is what the part of texts shows.
type Texts struct {
	All   *form.Texts      // the texts papers are printed with
	Own   []office.Setting // those the office has written
	Day   when.Date        // whose texts are shown
	Paper string           // only those of a paper; "" for all, Shared for those of none
	Text  string           // what is looked for, tones may be left out
	Doubt bool             // only those in doubt
	Mine  bool             // only those the office has written
	Key   string           // the wording chosen
}

// Shared chooses the texts that belong to no paper.
const Shared = "."

// Line is one wording as the list shows it.
type Line struct {
	Key, Label, Paper string
	Now               Version // in force on the day
}

// Version is one text of a wording, for the days it holds.
type Version struct {
	form.Wording
	Mine bool // written by the office
}

// State says where a version comes from, and whether it must be looked at.
func (v Version) State() string {
	switch {
	case v.Doubt != "":
		return words.TextDoubt
	case v.Mine:
		return words.TextOwn
	}
	return words.TextShipped
}

// Shown is a version's text on one line.
func (v Version) Shown() string {
	if v.Text == form.Nothing {
		return words.TextNothing
	}
	return strings.ReplaceAll(v.Text, "\n", " ¶ ")
}

// PaperOf names the paper a wording belongs to.
func PaperOf(key string) (code, name string) {
	code, _, dotted := strings.Cut(key, ".")
	if !dotted {
		return Shared, words.TextsShared
	}
	if f, ok := form.ByCode(code); ok {
		return code, f.Name
	}
	if g, ok := words.WordingGroups[code]; ok {
		return code, g
	}
	return code, code
}

// GroupOf is under which code the texts of a paper stand: its own, else that of its
// kind ("bieu" of "bieu-0601"); "" when it has none.
func GroupOf(code string) string {
	kind, _, _ := strings.Cut(code, "-")
	for _, c := range []string{code, kind} {
		if c != "" && len(form.DefaultTexts().At(c, 0)) > 0 {
			return c
		}
	}
	return ""
}

// Papers lists the papers that have texts, in the order of the texts.
func (t *Texts) Papers() (codes, names []string) {
	if t.All == nil {
		return nil, nil
	}
	for _, k := range t.All.Keys() {
		c, n := PaperOf(k)
		if !slices.Contains(codes, c) {
			codes, names = append(codes, c), append(names, n)
		}
	}
	return codes, names
}

// Lines lists the wordings that are asked for, those in doubt first.
func (t *Texts) Lines() []Line {
	if t.All == nil {
		return nil
	}
	query := strings.Fields(viet.Fold(t.Text))
	byKey := t.versions()
	var out []Line
	for _, k := range t.All.Keys() {
		code, name := PaperOf(k)
		vs := byKey[k]
		l := Line{Key: k, Label: labelOf(k, vs), Paper: name}
		for _, v := range vs { // the last that holds counts, the office's stand last
			if v.Holds(t.Day) {
				l.Now = v
			}
		}
		switch {
		case t.Paper != "" && t.Paper != code, t.Doubt && l.Now.Doubt == "":
			continue
		case t.Mine && !slices.ContainsFunc(vs, func(v Version) bool { return v.Mine }):
			continue
		}
		hay := viet.Fold(l.Label + " " + l.Now.Text + " " + k)
		if !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(hay, w) }) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Line) int { return cmp.Compare(b2i(b.Now.Doubt != ""), b2i(a.Now.Doubt != "")) })
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// labelOf is what an officer calls a wording: the program's texts carry it.
func labelOf(key string, vs []Version) string {
	for _, v := range vs {
		if v.Label != "" {
			return v.Label
		}
	}
	return key
}

// versions gives every wording's texts: the program's by their first day, then the office's.
func (t *Texts) versions() map[string][]Version {
	out := map[string][]Version{}
	for _, w := range form.Defaults() {
		out[w.Key] = append(out[w.Key], Version{Wording: w})
	}
	for _, s := range t.Own {
		k := s.WordingOf()
		out[k] = append(out[k], Version{form.Wording{Key: k, Label: labelOf(k, out[k]), Text: s.Value, Period: s.Period, Source: s.Source}, true})
	}
	return out
}

// Current is the wording chosen, with all its versions, newest first.
func (t *Texts) Current() (l Line, vs []Version, ok bool) {
	if t.All == nil || t.Key == "" {
		return l, nil, false
	}
	vs = t.versions()[t.Key]
	if len(vs) == 0 {
		return l, nil, false
	}
	_, name := PaperOf(t.Key)
	l = Line{Key: t.Key, Label: labelOf(t.Key, vs), Paper: name}
	for _, v := range vs {
		if v.Holds(t.Day) {
			l.Now = v
		}
	}
	vs = slices.Clone(vs)
	slices.SortStableFunc(vs, func(a, b Version) int { return cmp.Compare(b.From, a.From) })
	for i, v := range vs { // a text of the office ends those before it
		for k := i + 1; k < len(vs) && v.Mine && v.To == 0; k++ {
			if old := &vs[k]; old.From < v.From && (old.To == 0 || old.To > v.From) {
				old.To = v.From
			}
		}
	}
	return l, vs, true
}

// Place is a placeholder one may write, and what it stands for now where that is
// a text and not a fact of the paper.
type Place struct{ Name, Now string }

// Places lists the placeholders of a wording, those of its own paper first.
func (t *Texts) Places(key string) []Place {
	var facts, shared []Place
	for _, n := range t.All.Places(key) {
		text, ok := t.All.Get(n, t.Day)
		switch {
		case !ok:
			facts = append(facts, Place{Name: n})
		case !strings.Contains(text, "\n"):
			shared = append(shared, Place{n, text})
		}
	}
	return append(facts, shared...)
}

// Check tells what is wrong with an edited text before it is saved: that it is
// empty, or names what nothing will fill.
func (t *Texts) Check(w form.Wording) error {
	var l fault.List
	if strings.TrimSpace(w.Text) == "" {
		l.Add(fault.New(fault.Invalid, "page.text-empty").At("text"))
	}
	if bad := t.All.Unknown(w.Key, w.Text); len(bad) > 0 {
		l.Add(fault.New(fault.Invalid, "page.text-unknown", strings.Join(slices.Compact(bad), " ")).At("text"))
	}
	if !w.From.Exact() {
		l.Add(fault.New(fault.Invalid, "ui.bad-date").At("from"))
	}
	return l.OrNil()
}

// Until is the first day of the next text after a day, the office's or the
// program's: one written in before it ends there, so that the name of a law still
// to come is not lost. 0 when there is none.
func (t *Texts) Until(key string, from when.Date) when.Date {
	var to when.Date
	for _, v := range t.versions()[key] {
		if v.From > from && (to == 0 || v.From < to) {
			to = v.From
		}
	}
	return to
}
