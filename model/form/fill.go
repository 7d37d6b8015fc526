package form

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// blank is how many figures wide the dotted place of a missing fact is inside a
// sentence: room for a short name in handwriting.
const blank = 16

// deepest is how many texts may stand one inside another; more is a circle.
const deepest = 8

// facts are what the placeholders of a paper's texts stand for.
type facts struct {
	texts *Texts
	day   when.Date
	one   map[string]paper.Text
	many  map[string][]paper.Text // for a line that is nothing but a placeholder
	read  map[string][]string     // see listed
	said  map[string]string       // shared texts said otherwise by a body of its own; nil for the province
	// byLetter tells that the council was asked in writing and did not meet.
	byLetter bool
}

func newFacts(f Frame) *facts {
	t := f.Texts
	if t == nil {
		t = DefaultTexts()
	}
	out := &facts{texts: t, day: f.Day, one: map[string]paper.Text{}, many: map[string][]paper.Text{}}
	out.ownBody(f.Own)
	return out
}

// set gives a placeholder plain words; no words make it a missing fact.
func (f *facts) set(name, words string) { f.one[name] = paper.Plain(viet.Clean(words)) }

// put gives a placeholder a text with marks.
func (f *facts) put(name string, t paper.Text) { f.one[name] = t }

// list gives a placeholder a list, which fills lines of its own.
func (f *facts) list(name string, items []string) {
	ts := make([]paper.Text, 0, len(items))
	for _, s := range items {
		if strings.TrimSpace(s) != "" {
			ts = append(ts, paper.Plain(viet.Clean(s)))
		}
	}
	f.many[name] = ts
}

// text is the wording of a key as one text, its lines broken.
func (f *facts) text(key string) paper.Text { return paper.Lines(f.lines(key)...) }

// words is the wording of a key as words alone.
func (f *facts) words(key string) string { return f.text(key).String() }

// has tells that a key has a text on the day.
func (f *facts) has(key string) bool { _, ok := f.wording(key); return ok }

// lines is the wording of a key, filled, a text for each line; lines left out by
// their brackets are gone. A key without a text gives none.
func (f *facts) lines(key string) []paper.Text { return f.linesAt(key, 0) }

// strings is lines as words alone.
func (f *facts) strings(key string) []string {
	var out []string
	for _, t := range f.lines(key) {
		out = append(out, t.String())
	}
	return out
}

var (
	placeholder = regexp.MustCompile(`\{([^{}\s]+)\}`)
	passage     = regexp.MustCompile(`\[[^\[\]]*\]`)
)

func (f *facts) linesAt(key string, depth int) []paper.Text {
	raw, ok := f.wording(key)
	if !ok || depth > deepest || raw == Nothing {
		return nil
	}
	var out []paper.Text
	for _, line := range strings.Split(raw, "\n") {
		if m := placeholder.FindStringSubmatch(line); m != nil && m[0] == strings.TrimSpace(line) {
			if many, ok := f.many[m[1]]; ok {
				out = append(out, many...)
				continue
			}
			if _, ok := f.one[m[1]]; !ok && f.has(m[1]) {
				out = append(out, f.linesAt(m[1], depth+1)...)
				continue
			}
		}
		if t := f.fill(line, depth); !t.Empty() {
			out = append(out, t)
		}
	}
	return out
}

// fill puts the facts into one line.
func (f *facts) fill(line string, depth int) paper.Text {
	line = passage.ReplaceAllStringFunc(line, func(p string) string {
		inside := p[1 : len(p)-1]
		names := placeholder.FindAllStringSubmatch(inside, -1)
		if len(names) == 0 {
			return p
		}
		for _, n := range names {
			if f.value(n[1], depth).Empty() {
				return ""
			}
		}
		return inside
	})
	// Facts are put in after the marks are read, so that no star or underscore of
	// a name is taken for one.
	var values []paper.Text
	const first = '\uE000'
	line = placeholder.ReplaceAllStringFunc(line, func(p string) string {
		v := f.value(p[1:len(p)-1], depth)
		if v.Empty() {
			v = paper.DotsFor(blank)
		}
		values = append(values, v)
		return string(first + rune(len(values)-1))
	})
	var out paper.Text
	for _, r := range paper.Markup(line) {
		words := r.Words
		for {
			i := strings.IndexFunc(words, func(c rune) bool { return c >= first && c < first+rune(len(values)) })
			if i < 0 {
				break
			}
			c, size := utf8.DecodeRuneInString(words[i:])
			if i > 0 {
				out = append(out, paper.Run{Words: words[:i], Bold: r.Bold, Italic: r.Italic})
			}
			for _, v := range values[c-first] {
				v.Bold, v.Italic = v.Bold || r.Bold, v.Italic || r.Italic
				out = append(out, v)
			}
			words = words[i+size:]
		}
		if words != "" {
			out = append(out, paper.Run{Words: words, Bold: r.Bold, Italic: r.Italic})
		}
	}
	return out.Merged()
}

// value is what a placeholder stands for; empty for a missing fact.
func (f *facts) value(name string, depth int) paper.Text {
	if v, ok := f.one[name]; ok {
		return v
	}
	if many, ok := f.many[name]; ok {
		return joined(many, "; ")
	}
	low := strings.ToLower(name)
	switch {
	case name == low:
		if depth >= deepest {
			return nil
		}
		return paper.Lines(f.linesAt(name, depth+1)...)
	case name == strings.ToUpper(name):
		return mapWords(f.value(low, depth), strings.ToUpper)
	}
	return capital(f.value(low, depth))
}

func joined(ts []paper.Text, between string) paper.Text {
	var out paper.Text
	for i, t := range ts {
		if i > 0 {
			out = append(out, paper.Run{Words: between})
		}
		out = append(out, t...)
	}
	return out.Merged()
}

func mapWords(t paper.Text, to func(string) string) paper.Text {
	out := append(paper.Text(nil), t...)
	for i := range out {
		out[i].Words = to(out[i].Words)
	}
	return out
}

func italic(t paper.Text) paper.Text {
	out := append(paper.Text(nil), t...)
	for i := range out {
		out[i].Italic = true
	}
	return out
}

// capital gives the text a capital first letter.
func capital(t paper.Text) paper.Text {
	out := append(paper.Text(nil), t...)
	if len(out) > 0 {
		out[0].Words = capitalWord(out[0].Words)
	}
	return out
}

func capitalWord(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
