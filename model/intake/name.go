package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/viet"
)

// person is what a name cell holds besides the name.
type person struct {
	name, honorific, gender string
	form                    bool   // Ông, Bà, Đ/c stood before it
	rest                    string // what stood behind the name: post and unit
}

// cutForms takes forms of address, ranks and degrees from the front of a name.
func (lx *lexicon) cutForms(s string) person {
	var p person
	if s = cutNumber(s); s != "" && s[0] >= '0' && s[0] <= '9' {
		s = numberLed.ReplaceAllString(s, "")
	}
	joint := ""
	for range 6 {
		f, n := lx.formAt(s)
		if n == 0 {
			break
		}
		rest := strings.TrimLeft(s[n:], " .,:-–")
		if !namesBehind(rest) {
			break
		}
		if f.rank {
			// As the sheet joins them: "PGS.TS.BS", "Thượng tá, ThS."
			p.honorific += joint + lx.writeForm(f, s[:n])
			joint = s[n : len(s)-len(rest)]
		} else {
			p.form = true
			if f.gender != "" && p.gender == "" {
				p.gender = f.gender
			}
		}
		s = rest
	}
	p.name = s
	return p
}

// numberLed is an ordinal before a name without any sign between: no person's
// name begins with digits.
var numberLed = regexp.MustCompile(`^\d{1,3}\s+`)

// writeForm keeps a rank as the sheet writes it unless it shouts.
func (lx *lexicon) writeForm(f form, as string) string {
	if as == strings.ToUpper(as) && utf8.RuneCountInString(as) > 5 && strings.ContainsRune(as, ' ') {
		return f.text
	}
	return strings.TrimRight(as, " ,")
}

// formAt finds the longest form of address at the front of a text, by whole
// words; n is its length in the text.
func (lx *lexicon) formAt(s string) (f form, n int) {
	first, _ := utf8.DecodeRuneInString(s)
	list := lx.formsBy[unicode.ToLower(first)]
	for i := range list {
		n, ok := cutFold(s, list[i].key)
		if !ok || n == len(s) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLetter(r) && !strings.HasSuffix(list[i].key, ".") {
			continue
		}
		return list[i], n
	}
	return form{}, 0
}

// cutFold tells that s begins with a key in small letters, whatever its own
// capitals, and how many bytes of s that takes.
func cutFold(s, key string) (int, bool) {
	n := 0
	for _, k := range key {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || r != k && unicode.ToLower(r) != k {
			return 0, false
		}
		n += size
	}
	return n, true
}

// cutNumber takes "1." or "-" from the front: the ordinal written into the name's cell.
func cutNumber(s string) string {
	if s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z') {
		return s
	}
	t := strings.TrimLeft(s, "-–—+*•· ")
	i := 0
	for i < len(t) && t[i] >= '0' && t[i] <= '9' {
		i++
	}
	if i > 0 && i <= 4 && i < len(t) && (t[i] == '.' || t[i] == ')' || t[i] == '/' || t[i] == '-') {
		t = strings.TrimLeft(t[i+1:], " .)")
	}
	if t == "" {
		return s
	}
	return t
}

func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“”'‘("))
	return unicode.IsLetter(r)
}

// namesBehind tells that what stands behind a form of address can be a name:
// "Bà con tộc họ Mấu" is no Bà. A name all in small letters is one.
func namesBehind(rest string) bool {
	if !startsName(rest) {
		return false
	}
	return !startsLower(rest) || strings.IndexFunc(rest, unicode.IsUpper) < 0
}

// formOnly tells that a text is nothing but a form of address or a rank: a
// cell of the column "Tên gọi".
func (lx *lexicon) formOnly(s string) (form, bool) {
	f, ok := lx.formKeys[strings.ToLower(s)]
	if !ok {
		f, ok = lx.formKeys[strings.ToLower(strings.TrimSuffix(s, "."))]
	}
	return f, ok
}

// nameCase brings a person's name to title case where its capitals are
// missing: all capitals, all small, or lost by TCVN3 (old), in which a shouted
// "SỸ" arrives as "Sỹ". half tells that only a part of the name was written
// small, which a person should look at.
func nameCase(s string, old bool) (name string, half bool) {
	if t, ok := viet.Titled(s); ok {
		return t, false
	}
	if viet.HasLostCase(s) {
		return viet.TitleName(s), false
	}
	words, loud, small := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		upper, lower := 0, 0
		for _, r := range w {
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
		}
		if upper+lower == 0 {
			continue
		}
		words++
		switch {
		case upper >= 2 && lower == 0:
			loud++
		case upper == 0 && startsLower(w):
			small++
		}
	}
	switch {
	case words == 0:
		return s, false
	case small == words:
		return viet.TitleName(s), false
	case loud > 0 && (old || loud*2 >= words):
		return viet.TitleName(s), false
	case loud > 0:
		return viet.TitleName(s), true // "NGUYỄN văn An"
	case small > 0:
		return s, true
	}
	return s, false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// splitName cuts "Ông A, Phó Giám đốc Sở …" behind the name when what follows
// begins with a post or a unit.
func (lx *lexicon) splitName(s string) (name, rest string) {
	cut := -1
	for i, r := range s {
		switch r {
		case ',', ';', '(', '–', '—':
			cut = i
		case '-':
			if i > 0 && s[i-1] == ' ' || i+1 < len(s) && s[i+1] == ' ' {
				cut = i
			}
		case ':':
			cut = i
		}
		if cut >= 0 {
			break
		}
	}
	if cut <= 0 {
		return s, ""
	}
	_, n := utf8.DecodeRuneInString(s[cut:])
	name = strings.TrimSpace(s[:cut])
	rest = strings.Trim(s[cut+n:], " ,;-–—:")
	if s[cut] == '(' {
		rest = strings.TrimSuffix(strings.TrimSpace(rest), ")")
	}
	if rest == "" || !strings.Contains(name, " ") && !startsName(name) {
		return s, ""
	}
	toks := tokens(rest)
	if lx.positions.atTokens(toks) == 0 && !lx.startsUnit(toks) && lx.heads.atTokens(toks) == 0 {
		return s, ""
	}
	return name, rest
}

// bodyOf parts "Phòng Nghiệp vụ, Sở Nội vụ" into the body and the one it belongs
// to. The place behind a name ("…, xã A") belongs to it.
func (lx *lexicon) bodyOf(s string) (name, of string) {
	for _, sep := range []string{", ", " - ", " – ", " thuộc "} {
		i := strings.LastIndex(s, sep)
		if i <= 0 {
			continue
		}
		head, rest := cutEnd(s[:i]), strings.TrimSpace(s[i+len(sep):])
		toks := tokens(rest)
		if len(toks) > 1 && lx.startsUnit(toks) && !lx.areas[toks[0].key] && startsUpper(rest) && lx.startsUnit(tokens(head)) {
			return head, rest
		}
	}
	return s, ""
}

// atTokens tells how many of the words at the front make the longest phrase, 0
// for none. A phrase reaches over a comma only when it has one itself ("Cán
// bộ, chiến sĩ").
func (p *phrases) atTokens(toks []token) int {
	n, _ := p.span(toks)
	return n
}

// span gives the longest and the shortest of the phrases at the front.
func (p *phrases) span(toks []token) (longest, shortest int) {
	if len(toks) == 0 {
		return 0, 0
	}
	for _, ph := range p.byFirst[toks[0].key] {
		if len(ph) > len(toks) {
			continue
		}
		same := true
		for i, w := range ph {
			if toks[i].key != w.key || i > 0 && toks[i].cut && !w.cut {
				same = false
				break
			}
		}
		if same {
			longest = max(longest, len(ph))
			shortest = len(ph)
		}
	}
	return longest, shortest
}

// startsUnit tells that a text begins with a word that begins names of bodies.
func (lx *lexicon) startsUnit(toks []token) bool {
	return lx.unitTypes.atTokens(toks) > 0 && lx.notUnits.atTokens(toks) == 0
}

// oddName tells a name with letters or signs no name has.
func oddName(s string) bool {
	letters, small := 0, false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
			if small && unicode.IsUpper(r) {
				return true // "TrầnThị": a space is lost
			}
		case r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.' || r == '(' || r == ')' || unicode.Is(unicode.Mn, r):
		default:
			return true
		}
		small = unicode.IsLower(r)
	}
	return letters < 2
}

// shortened tells a name with a word cut to its first letters: "Ng. Văn Bình".
// A certificate bears the whole name.
func shortened(s string) bool {
	if !strings.Contains(s, ".") {
		return false
	}
	for _, w := range strings.Fields(s) {
		if n := utf8.RuneCountInString(w); strings.HasSuffix(w, ".") && n > 1 && n <= 4 {
			return true
		}
	}
	return false
}

// bareSurnames are surnames that cannot be right without their marks, so that
// a name written without tones is told from a Chăm or Raglai one.
var bareSurnames = map[string]bool{"nguyen": true, "tran": true, "pham": true, "huynh": true, "vo": true, "dang": true, "bui": true, "do": true,
	"ho": true, "ngo": true, "duong": true, "ly": false, "truong": true, "dinh": true, "doan": true, "lam": false, "trinh": false, "le": true}

// toneless tells a name of plain letters whose surname needs marks.
func toneless(s string) bool {
	if !isASCII(s) {
		return false
	}
	first, _, more := strings.Cut(s, " ")
	return more && bareSurnames[strings.ToLower(first)]
}

// acronym tells a text that begins with the short form of a kind of body and
// goes on in small letters: "DNTN Hồng Hà", "HTX Mỹ Sơn".
func (lx *lexicon) acronym(s string) bool {
	w := firstWord(s)
	return utf8.RuneCountInString(w) >= 2 && w == strings.ToUpper(w) && lx.startsUnit(tokens(s)) && !lx.shouting(s)
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// likeName tells a text of two to six words with capitals, and a surname that people bear.
func (lx *lexicon) likeName(s string) bool {
	p := lx.cutForms(s)
	p.name, _ = nameCase(p.name, false)
	words := strings.Fields(p.name)
	if len(words) < 2 || len(words) > 6 || strings.ContainsAny(s, "0123456789,;:") {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) {
			return false
		}
	}
	toks := tokens(p.name)
	return lx.positions.atTokens(toks) == 0 && !lx.startsUnit(toks) && !lx.areas[toks[0].key] && lx.kindOf(p.name) == ""
}
