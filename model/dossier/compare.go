package dossier

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/viet"
)

// Difference is a name, post or unit that a paper writes otherwise than the list
// has it: the commonest fault of all, since the certificate is printed from it.
type Difference struct {
	Dossier int64
	Paper   string // name of the paper
	Field   string // "name", "position", "unit"
	Here    string // as the paper writes it; "" when it is not found there
	Wanted  string // as the list has it
}

// labels are the lines of a báo cáo thành tích that name the nominee. What stands
// in brackets after the label is the form's own hint.
var labels = []struct {
	field string
	words *regexp.Regexp
}{
	{"name", regexp.MustCompile(`(?i)^[\s\d.+*)-]*(?:họ và tên|họ tên|họ, tên|họ và tên khai sinh|tên tập thể(?: đề nghị)?|tên đơn vị|tên hộ gia đình|họ và tên chủ hộ|họ tên chủ hộ)\s*(?:\([^)]*\))?\s*:\s*(.+)$`)},
	{"position", regexp.MustCompile(`(?i)^[\s\d.+*)-]*(?:chức vụ|chức danh|chức vụ, chức danh|nghề nghiệp)\s*(?:\([^)]*\))?\s*:\s*(.+)$`)},
	{"unit", regexp.MustCompile(`(?i)^[\s\d.+*)-]*(?:đơn vị công tác|cơ quan, đơn vị(?: công tác)?|nơi công tác|cơ quan công tác)\s*(?:\([^)]*\))?\s*:\s*(.+)$`)},
}

// addressed is the form of address or rank before a name.
var addressed = regexp.MustCompile(`(?i)^(?:ông|bà|đồng chí|đ/c|hộ ông|hộ bà|hộ gia đình ông|hộ gia đình bà)\s+`)

// Writing is what a paper says, read once and then held against every dossier it
// is about.
type Writing struct {
	lines  []string
	spans  [][]span          // words of each line
	byKey  map[string][]spot // by the word's key: marks count, case and tone place do not
	byFold map[string][]spot // by the word without marks
	said   map[string]string // what the lines of a form name
}

type span struct{ from, to int }

type spot struct{ line, word int32 }

// Read takes a text apart.
func Read(text string) *Writing {
	w := &Writing{byKey: map[string][]spot{}, byFold: map[string][]spot{}, said: map[string]string{}}
	for _, line := range strings.Split(text, "\n") {
		if line = viet.Clean(line); line == "" {
			continue
		}
		n := int32(len(w.lines))
		spans := spansOf(line)
		w.lines, w.spans = append(w.lines, line), append(w.spans, spans)
		for i, sp := range spans {
			at := spot{n, int32(i)}
			word := line[sp.from:sp.to]
			w.byKey[viet.Key(word)] = append(w.byKey[viet.Key(word)], at)
			w.byFold[viet.Fold(word)] = append(w.byFold[viet.Fold(word)], at)
		}
		if strings.Contains(line, ":") {
			for _, l := range labels {
				if m := l.words.FindStringSubmatch(line); m != nil && w.said[l.field] == "" {
					w.said[l.field] = trimmed(m[1])
				}
			}
		}
	}
	return w
}

// find gives the first place where words stand in a row on a line, as they are
// written there, with what follows on the line.
func (w *Writing) find(words []string, index map[string][]spot, key func(string) string) (at, rest string, ok bool) {
	want := make([]string, len(words))
	for i, x := range words {
		want[i] = key(x)
	}
next:
	for _, s := range index[want[0]] {
		line, spans := w.lines[s.line], w.spans[s.line]
		from := int(s.word)
		if from+len(want) > len(spans) {
			continue
		}
		for i := 1; i < len(want); i++ {
			if key(line[spans[from+i].from:spans[from+i].to]) != want[i] {
				continue next
			}
		}
		end := spans[from+len(want)-1].to
		return line[spans[from].from:end], line[end:], true
	}
	return "", "", false
}

// Compare finds where a paper writes the nominee otherwise than the dossier. units
// are all names the nominee's unit goes by; listed tells that the paper has to name
// the nominee, so that a name that is not found is told as well; own tells that the
// paper is about this nominee alone, so that what its form names is theirs.
func (d Dossier) Compare(paper string, w *Writing, units []string, listed, own bool) []Difference {
	var out []Difference
	add := func(field, here, wanted string) {
		out = append(out, Difference{d.ID, paper, field, here, wanted})
	}
	name := plainWords(d.Name)
	if len(name) == 0 {
		return nil
	}
	said := map[string]string{}
	if own {
		said = w.said
	}
	exact, around, found := w.find(name, w.byKey, viet.Key)
	near := ""
	if !found {
		near, around, _ = w.find(name, w.byFold, viet.Fold)
	}
	if given := addressed.ReplaceAllString(said["name"], ""); given != "" {
		if _, _, ok := within(given, name, viet.Key); !ok {
			add("name", given, d.Name)
		}
	} else if exact == "" && near != "" {
		add("name", near, d.Name)
	} else if exact == "" && listed {
		add("name", "", d.Name)
	}
	d.place(said, around, units, add)
	return out
}

// place compares post and unit: those a form names, else what follows the name on
// its line.
func (d Dossier) place(said map[string]string, around string, units []string, add func(field, here, wanted string)) {
	post := said["position"]
	if post != "" && d.Position != "" && !samePost(post, d.Position, units) {
		add("position", post, d.Position)
	}
	unit := said["unit"]
	if unit != "" && len(units) > 0 && !anyAlike(unit, units) {
		add("unit", unit, units[0])
	}
	around = trimmed(around)
	if post != "" || unit != "" || len(plainWords(around)) < 2 {
		return
	}
	hasPost := d.Position == "" || holds(around, d.Position) && !goesOn(around, d.Position)
	hasUnit := len(units) == 0 || anyHeld(around, units)
	switch {
	case hasPost && hasUnit:
	case hasPost:
		if rest := trimmed(after(around, d.Position)); rest != "" {
			add("unit", rest, units[0])
		}
	case hasUnit:
		add("position", around, d.Position)
	default:
		add("position", around, strings.TrimSuffix(d.Position+", "+first(units), ", "))
	}
}

// samePost tells that one of the posts a form names is the wanted one; the unit may
// stand behind either of them, a post of the Party or a union beside it.
func samePost(said, wanted string, units []string) bool {
	bare := func(s string) string {
		s = even(s)
		for _, u := range units {
			if rest, ok := strings.CutSuffix(s, even(u)); ok {
				return strings.TrimSpace(rest)
			}
		}
		return s
	}
	for _, part := range append(strings.FieldsFunc(said, func(r rune) bool { return r == ',' || r == ';' }), said) {
		if p := bare(part); p != "" && (p == bare(wanted) || p == even(wanted)) {
			return true
		}
	}
	return false
}

// joining are words that go on after a post without changing it.
var joining = []string{"của", "thuộc", "tại", "và", "kiêm", "đã", "có", "vì", "là", "từ", "đối", "trong"}

// goesOn tells that a text has a longer post where the list has a shorter one:
// "Kế toán trưởng" for "Kế toán", "Chuyên viên chính" for "Chuyên viên".
func goesOn(text, post string) bool {
	_, rest, ok := within(text, plainWords(post), viet.Key)
	if !ok {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	next = strings.TrimRight(next, ",;.")
	r, _ := utf8.DecodeRuneInString(next)
	return strings.HasPrefix(rest, " ") && unicode.IsLower(r) && !slices.Contains(joining, next)
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// trimmed takes away what only joins a phrase to its neighbours.
func trimmed(s string) string { return strings.Trim(viet.Clean(s), " ,;.:–-/()") }

// plainWords divides a text at everything that is no letter and no digit.
func plainWords(s string) []string {
	return strings.FieldsFunc(viet.NFC(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}

// spansOf gives where the words of a line stand.
func spansOf(line string) []span {
	var out []span
	from := -1
	for i, r := range line {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			out = append(out, span{from, i})
			from = -1
		}
	}
	if from >= 0 {
		out = append(out, span{from, len(line)})
	}
	return out
}

// within finds words in a line, compared by a key, and gives them as they are
// written there with what follows.
func within(line string, words []string, key func(string) string) (at, rest string, ok bool) {
	if len(words) == 0 {
		return "", "", false
	}
	line = viet.NFC(line)
	spans := spansOf(line)
next:
	for i := 0; i+len(words) <= len(spans); i++ {
		for k, w := range words {
			if key(line[spans[i+k].from:spans[i+k].to]) != key(w) {
				continue next
			}
		}
		end := spans[i+len(words)-1].to
		return line[spans[i].from:end], line[end:], true
	}
	return "", "", false
}

// short are the abbreviations that say the same and are no difference.
var short = strings.NewReplacer("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "mttq", "mặt trận tổ quốc", "pgđ", "phó giám đốc", "gđ", "giám đốc",
	"ptp", "phó trưởng phòng", "đbqh", "đại biểu quốc hội", "uỷ ban", "ủy ban")

func even(s string) string {
	return strings.Join(plainWords(viet.Key(short.Replace(strings.ToLower(viet.NFC(s))))), " ")
}

// holds tells that a text holds a phrase, word by word.
func holds(text, phrase string) bool {
	p := even(phrase)
	return p != "" && strings.Contains(" "+even(text)+" ", " "+p+" ")
}

// alike tells that one of two phrases holds the other.
func alike(a, b string) bool { return holds(a, b) || holds(b, a) }

func anyAlike(text string, names []string) bool {
	for _, n := range names {
		if alike(text, n) {
			return true
		}
	}
	return false
}

func anyHeld(text string, names []string) bool {
	for _, n := range names {
		if holds(text, n) {
			return true
		}
	}
	return false
}

// after is what stands behind a phrase in a text.
func after(text, phrase string) string {
	if phrase == "" {
		return text
	}
	if _, rest, ok := within(text, plainWords(phrase), viet.Key); ok {
		return rest
	}
	return ""
}
