package dossier

import (
	"regexp"
	"strings"
	"unicode"

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

// Compare finds where a text writes the nominee otherwise than the dossier. units
// are all names the nominee's unit goes by; listed tells that the text has to name
// the nominee, so that a name that is not found is told as well.
func (d Dossier) Compare(paper, text string, units []string, listed bool) []Difference {
	var out []Difference
	add := func(field, here, wanted string) {
		out = append(out, Difference{d.ID, paper, field, here, wanted})
	}
	name := plainWords(d.Name)
	if len(name) == 0 {
		return nil
	}
	said := map[string]string{}
	var exact, near, around string
	for _, line := range strings.Split(text, "\n") {
		line = viet.Clean(line)
		for _, l := range labels {
			if m := l.words.FindStringSubmatch(line); m != nil && said[l.field] == "" {
				said[l.field] = trimmed(m[1])
			}
		}
		if exact == "" {
			if at, rest, ok := within(line, name, viet.Key); ok {
				exact, around = at, rest
			}
		}
		if near == "" && exact == "" {
			if at, rest, ok := within(line, name, viet.Fold); ok {
				near, around = at, rest
			}
		}
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
	if post != "" && d.Position != "" && !alike(post, d.Position) {
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
	hasPost := d.Position == "" || holds(around, d.Position)
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

// within finds words in a line, compared by a key, and gives them as they are
// written there with what follows.
func within(line string, words []string, key func(string) string) (at, rest string, ok bool) {
	line = viet.NFC(line)
	type span struct{ from, to int }
	var spans []span
	from := -1
	for i, r := range line + " " {
		in := i < len(line) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			spans = append(spans, span{from, i})
			from = -1
		}
	}
	want := make([]string, len(words))
	for i, w := range words {
		want[i] = key(w)
	}
	for i := 0; i+len(want) <= len(spans); i++ {
		same := true
		for k := range want {
			if key(line[spans[i+k].from:spans[i+k].to]) != want[k] {
				same = false
				break
			}
		}
		if same {
			end := spans[i+len(want)-1].to
			return line[spans[i].from:end], line[end:], true
		}
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
