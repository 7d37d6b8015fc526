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

// HeadOf is the name of the one a household is named after: "Hộ gia đình bà Kiều Thị
// Sương" is hers.
func HeadOf(household string) string { return addressed.ReplaceAllString(viet.Clean(household), "") }

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
	at, ok := w.find(name, w.byKey, viet.Key)
	exact, near := at.at, ""
	if !ok {
		at, ok = w.find(name, w.byFold, viet.Fold)
		near = at.at
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
	if ok || len(said) > 0 {
		d.place(said, w, at, units, add)
	}
	return out
}

// place compares post and unit: those a form names, else what stands about the name. A
// list is asked only for what its heading names.
func (d Dossier) place(said map[string]string, w *Writing, at found, units []string, add func(field, here, wanted string)) {
	post := said["position"]
	if post != "" && d.Position != "" && !samePost(post, d.Position, units) {
		add("position", post, d.Position)
	}
	unit := said["unit"]
	if unit != "" && len(units) > 0 && !anyAlike(unit, units) {
		add("unit", unit, units[0])
	}
	if post != "" || unit != "" || at.at == "" {
		return
	}
	if len(w.lines[at.line].cells) > 1 {
		d.placeInList(w, at, units, add)
		return
	}
	around, after := w.around(at), trimmed(at.after)
	if len(plainWords(after)) < 2 {
		return
	}
	hasPost, hasUnit := around.post(d.Position), around.unit(units)
	switch {
	case hasPost && hasUnit:
	case hasPost:
		if rest := trimmed(behind(after, d.Position)); rest != "" {
			add("unit", rest, units[0])
		}
	case hasUnit:
		add("position", after, d.Position)
	default:
		add("position", after, strings.TrimSuffix(d.Position+", "+first(units), ", "))
	}
}

// placeInList compares post and unit in a row of a list.
func (d Dossier) placeInList(w *Writing, at found, units []string, add func(field, here, wanted string)) {
	around := w.around(at)
	if _, named := w.head["position"]; named && !around.post(d.Position) {
		add("position", w.cell(at, "position"), d.Position)
	}
	if _, named := w.head["unit"]; named && !around.unit(units) {
		add("unit", w.cell(at, "unit"), units[0])
	}
}

// cell is what the row of a name has in the column of a field, else behind the name.
func (w *Writing) cell(at found, field string) string {
	l := w.lines[at.line]
	if i := w.head[field]; i < len(l.cells) {
		if c := trimmed(l.text[l.cells[i].from:l.cells[i].to]); c != "" && !strings.Contains(c, at.at) {
			return c
		}
	}
	return trimmed(at.after)
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

// behind is what stands behind a phrase in a text.
func behind(text, phrase string) string {
	if phrase == "" {
		return text
	}
	if _, rest, ok := within(text, plainWords(phrase), viet.Key); ok {
		return rest
	}
	return ""
}
