package form

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"thidua/assets"
	"thidua/model/when"
)

// Wording is one text of the papers, for the days it holds. A new decree or a new
// name of a body is a new Wording with a later From, not a change of the old one:
// a paper of last year is printed again with last year's words.
type Wording struct {
	Key   string `json:"key"`   // "to-trinh.mo-dau"; without a dot: shared by all papers
	Label string `json:"label"` // what an officer calls it
	// Text may hold several lines, each an item of its own; {name} is filled in
	// from the facts or from the text with that key, {NAME} in capitals, {Name} with
	// a capital first letter; a passage in [ ] is left out when a fact in it is
	// missing; **bold** and __italic__.
	Text string `json:"-"`
	when.Period
	Source string `json:"source,omitempty"` // the law or the usage it follows
	// Doubt says why the office must look at it before it is used; empty for none.
	Doubt string `json:"doubt,omitempty"`
}

// Nothing is the text of a Wording that deliberately prints nothing.
const Nothing = "-"

// Texts are the wordings a paper is printed with.
type Texts struct {
	byKey map[string][]Wording
	keys  []string
}

// NewTexts merges lists of wordings; what comes later wins on the days it holds,
// so the office's own texts are given after Defaults.
func NewTexts(lists ...[]Wording) *Texts {
	t := &Texts{byKey: map[string][]Wording{}}
	for _, l := range lists {
		for _, w := range l {
			if len(t.byKey[w.Key]) == 0 {
				t.keys = append(t.keys, w.Key)
			}
			t.byKey[w.Key] = append(t.byKey[w.Key], w)
		}
	}
	return t
}

// Get gives the text of a key on a day; the zero day takes the newest. ok is
// false when the key has no text on that day.
func (t *Texts) Get(key string, day when.Date) (text string, ok bool) {
	w, ok := t.find(key, day)
	return w.Text, ok
}

// Provinces are the names the office's province has had, as papers write them:
// "tỉnh Ninh Thuận", "tỉnh Khánh Hòa".
func (t *Texts) Provinces() (names []string) {
	for _, w := range t.byKey["dia-danh"] {
		for _, day := range []when.Date{w.From, w.To} {
			day = max(day, when.Of(1990, 1, 1)) // an open beginning
			place, ok := t.Get("dia-danh", day)
			rank, _ := t.Get("tinh", day)
			if name := strings.ReplaceAll(rank, "{dia-danh}", place); ok && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Keys lists all keys, in the order the wordings were given.
func (t *Texts) Keys() []string { return slices.Clone(t.keys) }

// At lists the wordings that hold on a day, those of one form (its code) or all
// (""), in the order of Keys.
func (t *Texts) At(code string, day when.Date) []Wording {
	var out []Wording
	for _, k := range t.keys {
		if w, ok := t.find(k, day); ok && (code == "" || strings.HasPrefix(k, code+".")) {
			out = append(out, w)
		}
	}
	return out
}

// Doubts lists the wordings holding on a day that the office must look at before
// it relies on them.
func (t *Texts) Doubts(day when.Date) []Wording {
	return slices.DeleteFunc(t.At("", day), func(w Wording) bool { return w.Doubt == "" })
}

func (t *Texts) find(key string, day when.Date) (Wording, bool) {
	ws := t.byKey[key]
	for i := len(ws) - 1; i >= 0; i-- {
		if w := ws[i]; w.Holds(day) || day.IsZero() && w.To.IsZero() {
			return w, true
		}
	}
	return Wording{}, false
}

// Defaults are the texts the program brings with it.
func Defaults() []Wording { return slices.Clone(defaults()) }

// DefaultTexts are the default texts alone.
func DefaultTexts() *Texts { return standard() }

var standard = sync.OnceValue(func() *Texts { return NewTexts(defaults()) })

// defaults are read once; the files are the program's own and are checked by a
// test, so a bad one panics like any other broken constant.
var defaults = sync.OnceValue(func() []Wording {
	var all []Wording
	for _, f := range assets.Match("forms/*.json") {
		ws, err := readWordings(f.Data)
		if err != nil {
			panic("form: " + f.Name + ": " + err.Error())
		}
		all = append(all, ws...)
	}
	return all
})

// readWordings reads a file of wordings, whose texts are lists of lines.
func readWordings(data []byte) ([]Wording, error) {
	var raw []struct {
		Wording
		Text []string `json:"text"`
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&raw); err != nil {
		return nil, err
	}
	ws := make([]Wording, len(raw))
	for i, r := range raw {
		ws[i] = r.Wording
		ws[i].Text = strings.Join(r.Text, "\n")
		if ws[i].Key == "" || ws[i].Text == "" || ws[i].Label == "" {
			return nil, fmt.Errorf("entry %d (%s) lacks key, label or text", i+1, ws[i].Key)
		}
	}
	return ws, nil
}
