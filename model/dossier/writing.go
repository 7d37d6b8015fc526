package dossier

import (
	"regexp"
	"slices"
	"strings"

	"thidua/model/viet"
)

// Writing is what a paper says, read once and then held against every dossier it is
// about.
type Writing struct {
	lines  []line
	byKey  map[string][]spot // by the word's key: marks count, case and tone place do not
	byFold map[string][]spot // by the word without marks
	said   map[string]string // what the lines of a form name
	head   map[string]int    // the cell of a list's heading that names a field
	broken bool              // lines end where the page does, not where a paragraph does
}

// line is a line of a paper, or a row of a list with its cells.
type line struct {
	text  string
	words []span
	cells []span // one for a line that is no row
}

type span struct{ from, to int }

type spot struct{ line, word int32 }

// Read takes a text apart. A form feed in it tells of pages that were printed.
func Read(text string) *Writing {
	w := &Writing{byKey: map[string][]spot{}, byFold: map[string][]spot{}, said: map[string]string{}, head: map[string]int{}, broken: strings.Contains(text, "\f")}
	raws := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\f' })
	for at, raw := range raws {
		var l line
		if bare := strings.Trim(raw, "\t"); !strings.Contains(bare, "\t") {
			raw = bare // indented, no row of cells
		}
		for _, cell := range strings.Split(raw, "\t") {
			if cell = viet.Clean(cell); l.text != "" {
				l.text += " "
			}
			l.cells = append(l.cells, span{len(l.text), len(l.text) + len(cell)})
			l.text += cell
			if w.broken && at+1 < len(raws) && fullLine(raw) && !strings.ContainsAny(raws[at+1], ":\t") {
				cell += " " + viet.Clean(raws[at+1]) // what it names goes on below
			}
			w.name(cell)
		}
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		l.words = spansOf(l.text)
		w.heading(l)
		n := int32(len(w.lines))
		w.lines = append(w.lines, l)
		for i, sp := range l.words {
			at, word := spot{n, int32(i)}, l.text[sp.from:sp.to]
			w.byKey[viet.Key(word)] = append(w.byKey[viet.Key(word)], at)
			w.byFold[viet.Fold(word)] = append(w.byFold[viet.Fold(word)], at)
		}
	}
	return w
}

// fullLine tells that a printed line is filled to its end, so that what it says goes on.
func fullLine(raw string) bool {
	return len([]rune(raw)) >= 60 && !strings.Contains(raw, "\t") && !strings.HasSuffix(strings.TrimSpace(raw), ".")
}

// name notes what a line of a form names.
func (w *Writing) name(text string) {
	if !strings.Contains(text, ":") {
		return
	}
	for _, l := range labels {
		if m := l.words.FindStringSubmatch(text); m != nil && w.said[l.field] == "" {
			w.said[l.field] = trimmed(m[1])
		}
	}
}

// headings are the words by which the columns of a list are known.
var headings = []struct{ field, words string }{
	{"name", "họ và tên"}, {"name", "họ tên"}, {"name", "tên tập thể"}, {"name", "tập thể, cá nhân"},
	{"position", "chức vụ"}, {"position", "chức danh"}, {"position", "nghề nghiệp"},
	{"unit", "đơn vị"}, {"unit", "nơi công tác"}, {"unit", "cơ quan"}, {"unit", "địa chỉ"},
}

// heading notes which cell of a list's heading names what; a row is one when it has a
// cell for names.
func (w *Writing) heading(l line) {
	if len(l.cells) < 2 || len(w.head) > 0 {
		return
	}
	head := map[string]int{}
	for i, c := range l.cells {
		cell := viet.Key(l.text[c.from:c.to])
		for _, h := range headings {
			if _, known := head[h.field]; !known && len(plainWords(cell)) <= 12 && strings.Contains(cell, viet.Key(h.words)) {
				head[h.field] = i
			}
		}
	}
	if _, ok := head["name"]; ok {
		w.head = head
	}
}

// found is where a name stands in a paper.
type found struct {
	at    string // as it is written there
	after string // what follows on its line
	line  int
}

// find gives the first place where words stand in a row: on a line, or going on at the
// beginning of a cell of the next lines where the page breaks them.
func (w *Writing) find(words []string, index map[string][]spot, key func(string) string) (f found, ok bool) {
	want := make([]string, len(words))
	for i, x := range words {
		want[i] = key(x)
	}
	for _, s := range index[want[0]] {
		if end, at, ok := w.follow(s, want, key); ok {
			l := w.lines[end.line]
			return found{at, l.text[l.words[end.word].to:], int(s.line)}, true
		}
	}
	return found{}, false
}

// follow reads words from a place on and gives that of the last.
func (w *Writing) follow(s spot, want []string, key func(string) string) (end spot, at string, ok bool) {
	l := w.lines[s.line]
	from := l.words[s.word].from
	n := 0
	for n < len(want) && int(s.word)+n < len(l.words) {
		sp := l.words[int(s.word)+n]
		if key(l.text[sp.from:sp.to]) != want[n] || n > 0 && !l.together(l.words[int(s.word)+n-1], sp) {
			break
		}
		n++
	}
	if n == 0 {
		return end, "", false
	}
	last := int(s.word) + n - 1
	at = l.text[from:l.words[last].to]
	if n == len(want) {
		return spot{s.line, int32(last)}, at, true
	}
	if !w.broken || last+1 < len(l.words) && l.together(l.words[last], l.words[last+1]) {
		return end, "", false
	}
	for next := s.line + 1; next <= s.line+2 && int(next) < len(w.lines); next++ {
		below := w.lines[next]
		for i, sp := range below.words {
			if i > 0 && below.together(below.words[i-1], sp) {
				continue // not the beginning of a cell
			}
			if end, rest, ok := w.follow(spot{next, int32(i)}, want[n:], key); ok {
				return end, at + " " + rest, true
			}
		}
	}
	return end, "", false
}

// together tells that two words stand in one cell.
func (l line) together(a, b span) bool {
	for _, c := range l.cells {
		if c.from <= a.from && a.to <= c.to {
			return b.to <= c.to
		}
	}
	return false
}

// surrounding is what stands about a name: the rest of its line, or the other cells of
// its row; where the page breaks lines, those up to the next number as well.
type surrounding struct {
	w        *Writing
	text     string
	from, to int // lines
}

func (w *Writing) around(f found) surrounding {
	if !w.broken {
		text := f.after
		if len(w.lines[f.line].cells) > 1 {
			text = w.lines[f.line].text
		}
		return surrounding{w, text, f.line, f.line}
	}
	// A number may stand at the head of its row or half-way down.
	from, to := f.line, f.line
	numbered := func(i int) bool { return leading.MatchString(w.lines[i].text) }
	for from > 0 && f.line-from < rowLines && !numbered(from-1) {
		from--
	}
	for seen := numbered(f.line); to+1 < len(w.lines) && to-f.line < rowLines; to++ {
		if numbered(to + 1) {
			if seen {
				break
			}
			seen = true
		}
	}
	var text []string
	for _, l := range w.lines[from : to+1] {
		text = append(text, l.text)
	}
	return surrounding{w, strings.Join(text, " "), from, to}
}

// holds tells that a phrase stands there, also where the page breaks it within a cell.
func (s surrounding) holds(phrase string) bool {
	if holds(s.text, phrase) {
		return true
	}
	words := plainWords(phrase)
	if !s.w.broken || len(words) == 0 {
		return false
	}
	want := make([]string, len(words))
	for i, x := range words {
		want[i] = viet.Key(x)
	}
	for _, at := range s.w.byKey[want[0]] {
		if int(at.line) < s.from || int(at.line) > s.to {
			continue
		}
		if end, _, ok := s.w.follow(at, want, viet.Key); ok && int(end.line) <= s.to {
			return true
		}
	}
	return false
}

// post tells that a post stands there, and none that is longer.
func (s surrounding) post(post string) bool {
	return post == "" || s.holds(post) && !goesOn(s.text, post)
}

// unit tells that one of a unit's names stands there.
func (s surrounding) unit(names []string) bool {
	return len(names) == 0 || slices.ContainsFunc(names, s.holds)
}

// rowLines is how many lines a row of a printed list goes on above and below a name.
const rowLines = 4

// leading is the number a row of a list begins with.
var leading = regexp.MustCompile(`^\d{1,4}[.)]?(\s|$)`)
