package log

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/words"
)

// State is what the page shows of the log.
type State struct {
	Entries   []audit.Entry // newest first, as far back as was read
	Whole     bool          // there are no older ones
	Officer   string        // only what they did
	Text      string        // what is looked for, tones may be left out
	From, To  when.Date     // both days inclusive; 0 for no bound
	ID        int64         // the entry chosen
	Catalogue *award.Catalogue
}

// Shown lists the entries that are asked for.
func (s *State) Shown() []audit.Entry {
	query := strings.Fields(viet.Fold(s.Text))
	var out []audit.Entry
	for _, e := range s.Entries {
		day := when.OfTime(e.At.Local())
		if s.Officer != "" && e.Officer != s.Officer || day < s.From || s.To != 0 && day > s.To {
			continue
		}
		hay := viet.Fold(e.Detail + " " + e.Officer)
		if !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(hay, w) }) {
			out = append(out, e)
		}
	}
	return out
}

// Officers lists who is named in the entries, in the order met.
func (s *State) Officers() []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range s.Entries {
		if !seen[e.Officer] {
			seen[e.Officer] = true
			out = append(out, e.Officer)
		}
	}
	return out
}

// Current is the entry chosen.
func (s *State) Current() (audit.Entry, bool) {
	i := slices.IndexFunc(s.Entries, func(e audit.Entry) bool { return e.ID == s.ID })
	if i < 0 || s.ID == 0 {
		return audit.Entry{}, false
	}
	return s.Entries[i], true
}

// StateOf says in a word whether an entry still stands.
func StateOf(e audit.Entry) string {
	switch {
	case e.UndoneBy != 0:
		return words.LogUndone
	case e.Undoes != 0:
		return words.LogUndoes
	}
	return ""
}

// CanUndo tells that an entry stands and may be taken back.
func CanUndo(e audit.Entry) bool { return e.ID != 0 && e.UndoneBy == 0 && e.Undoes == 0 }

// Line is one field of one record that an entry changed.
type Line struct {
	Record        string
	Field         string
	Before, After string
	Ref           audit.Ref
}

// silent columns count or order and say nothing to a person.
var silent = map[string]bool{"id": true, "rev": true, "fold": true, "name_key": true, "sort_key": true, "hash": true}

// Lines writes out what an entry changed: the fields that differ; of a record that
// was added or taken away, those that say something.
func (s *State) Lines(changes []audit.Change) []Line {
	var out []Line
	for _, c := range changes {
		before, after := columns(c.Before), columns(c.After)
		name := recordName(c, before, after)
		names := make([]string, 0, len(before)+len(after))
		for k := range before {
			names = append(names, k)
		}
		for k := range after {
			if _, ok := before[k]; !ok {
				names = append(names, k)
			}
		}
		slices.SortFunc(names, func(a, b string) int { return strings.Compare(Column(a), Column(b)) })
		for _, k := range names {
			b, a := s.value(k, before[k]), s.value(k, after[k])
			if silent[k] || a == b || idle(a) && idle(b) {
				continue
			}
			out = append(out, Line{Record: name, Field: Column(k), Before: b, After: a, Ref: audit.Ref{Noun: c.Table, ID: c.Row}})
		}
	}
	return out
}

// idle tells that a value is the one a field has while nobody filled it in.
func idle(s string) bool { return s == "" || s == "0" || s == "[]" || s == "{}" || s == "null" }

// Column is a field's name in words.
func Column(name string) string {
	if w, ok := words.LogColumns[name]; ok {
		return w
	}
	return name
}

func columns(text string) map[string]any {
	row := map[string]any{}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if d.Decode(&row) != nil {
		return map[string]any{}
	}
	return row
}

// recordName names a record by what its row says of it, else by its number.
func recordName(c audit.Change, before, after map[string]any) string {
	row := after
	if c.After == "" {
		row = before
	}
	name := words.Fill(words.LogNth, words.Noun(c.Table), fmt.Sprint(c.Row))
	for _, k := range []string{"name", "title", "number", "skey", "file", "code"} {
		if v, ok := row[k].(string); ok && v != "" {
			name = words.Fill(words.LogNamed, words.Noun(c.Table), v)
			break
		}
	}
	switch {
	case c.Before == "":
		return words.Fill(words.LogMade, name)
	case c.After == "":
		return words.Fill(words.LogGone, name)
	}
	return name
}

// value says a column's value as a person would read it.
func (s *State) value(column string, v any) string {
	text := ""
	switch v := v.(type) {
	case nil:
		return ""
	case json.Number:
		text = v.String()
	case string:
		text = v
	default:
		text = fmt.Sprint(v)
	}
	switch column {
	case "stage":
		return dossier.Stage(text).String()
	case "kind":
		if k := registry.Kind(text); slices.Contains(registry.Kinds, k) {
			return k.String()
		}
	case "gender":
		if w, ok := words.Genders[text]; ok {
			return w
		}
	case "way":
		return registry.NameOf(award.WayNames, text)
	case "award":
		if s.Catalogue != nil && text != "" {
			return s.Catalogue.Name(text)
		}
	case "issued", "confirmed", "standing", "ballot", "secret":
		if text == "1" {
			return words.LogYes
		}
		if text == "0" {
			return words.LogNo
		}
	}
	if t, err := time.Parse(time.RFC3339Nano, text); err == nil {
		return t.Local().Format("02/01/2006 15:04")
	}
	if d, err := when.Parse(text); err == nil && d.Exact() && d.Valid() {
		return d.Slash()
	}
	return compact(text)
}

// mostShown is how many letters of a value are shown.
const mostShown = 600

// compact writes a stored list on one line and cuts what is too long to read.
func compact(text string) string {
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		var b bytes.Buffer
		if json.Compact(&b, []byte(text)) == nil {
			text = strings.NewReplacer(`","`, "; ", `["`, "", `"]`, "", `"`, "").Replace(b.String())
		}
	}
	if r := []rune(text); len(r) > mostShown {
		return string(r[:mostShown]) + "…"
	}
	return text
}
