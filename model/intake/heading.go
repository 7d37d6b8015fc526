package intake

import (
	"math/bits"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/viet"
)

// HeadingKey is the key under which the answer "this heading means that field"
// is remembered for a sender.
func HeadingKey(header string) string { return viet.Fold(phraseKey(header)) }

// How a heading was recognised, worst first.
const (
	unknown = iota
	likely  // by a slip of the key: to be shown to a person
	byWords // by the words in a long heading
	whole   // the whole heading stands in the table
)

// longestHeading is the most letters a column heading has; longer texts are
// titles or data.
const longestHeading = 160

var (
	bracketed  = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|\([^()]*$`)
	numbered   = regexp.MustCompile(`^\s*(?:\(?\d{1,2}\)?[.)]?|[IVX]{1,4}\.|[a-zđ]\))\s+`)
	withAnswer = regexp.MustCompile(`:\s*\S`)
)

// headings recognises the headings of one file; it remembers what it was asked.
type headings struct {
	lx      *lexicon
	mapping map[string]Field
	known   map[string]headingGuess
}

type headingGuess struct {
	field Field
	how   int
}

func newHeadings(lx *lexicon, mapping map[string]Field) *headings {
	return &headings{lx, mapping, map[string]headingGuess{}}
}

// field tells what one heading text means.
func (h *headings) field(text string) headingGuess {
	if text == "" || len(text) > 4*longestHeading {
		return headingGuess{}
	}
	if g, ok := h.known[text]; ok {
		return g
	}
	g := h.guess(text)
	if len(h.known) < memoryLimit {
		h.known[text] = g
	}
	return g
}

func (h *headings) guess(text string) headingGuess {
	if utf8.RuneCountInString(text) > longestHeading || !hasLetter(text) {
		return headingGuess{}
	}
	if f, ok := h.mapping[HeadingKey(text)]; ok {
		return headingGuess{f, whole}
	}
	// The brackets hold an explanation more often than a part of the name, but
	// "Ông (bà)" stands whole in the table, so whole goes first.
	bare := text
	tries := []string{text}
	for range 4 {
		all := bracketed.FindAllStringIndex(bare, -1)
		if len(all) == 0 {
			break
		}
		last := all[len(all)-1]
		bare = strings.TrimSpace(bare[:last[0]] + " " + bare[last[1]:])
		tries = append(tries, bare)
	}
	tries = append(tries, numbered.ReplaceAllString(bare, ""))
	for i, t := range tries {
		if t == "" || i > 0 && t == tries[i-1] {
			continue
		}
		if f, ok := h.exact(t); ok {
			return headingGuess{f, whole}
		}
	}
	if f, ok := h.parts(bare); ok {
		return headingGuess{f, byWords}
	}
	if withAnswer.MatchString(text) {
		return headingGuess{} // "Họ và tên: Nguyễn Văn A" is a line of a form
	}
	key := " " + phraseKey(text) + " "
	if len(strings.Fields(key)) <= 25 {
		for _, r := range h.lx.headRules {
			if r.fits(key) {
				return headingGuess{r.field, byWords}
			}
		}
	}
	return h.slip(phraseKey(bare))
}

// parts knows a heading that names two things of which one is a fact of the
// nominee: "Đơn vị, số điện thoại", "Dân tộc, tôn giáo".
func (h *headings) parts(text string) (fact Field, ok bool) {
	list := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '/' })
	if len(list) < 2 || len(list) > 4 {
		return FieldNone, false
	}
	for _, part := range list {
		f, known := h.exact(strings.TrimSpace(part))
		if !known || fact != FieldNone && f != FieldOther || f == FieldAward || f == FieldTitle {
			return FieldNone, false // "Danh hiệu, số quyết định" are those held already
		}
		if f != FieldOther {
			fact = f
		}
	}
	return fact, fact != FieldNone
}

func (h *headings) exact(text string) (Field, bool) {
	key := phraseKey(text)
	if f, ok := h.lx.headings[key]; ok {
		return f, true
	}
	fold := viet.Fold(key)
	if fold == key || strings.Count(key, " ") > 0 {
		// Without tones only where the tones were left out altogether, or where
		// several words leave no doubt which heading it is ("Hộ" is not "Họ").
		f, ok := h.lx.folded[fold]
		return f, ok
	}
	return FieldNone, false
}

func (r headRule) fits(key string) bool {
	for _, group := range r.need {
		if !holdsAny(key, group) {
			return false
		}
	}
	return !holdsAny(key, r.never)
}

func holdsAny(key string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(key, " "+p+" ") {
			return true
		}
	}
	return false
}

// slip finds a heading one or two letters away.
func (h *headings) slip(key string) headingGuess {
	want := []rune(key)
	if len(want) < 6 || len(want) > 60 {
		return headingGuess{}
	}
	best, found := 3, headingGuess{}
	letters := letterSet(want)
	for i := range h.lx.headList {
		e := &h.lx.headList[i]
		most := 1
		if len(e.key) >= 10 {
			most = 2
		}
		if most >= best {
			most = best - 1
		}
		// One slip takes at most one letter away and brings one in.
		if bits.OnesCount64(letters^e.letters) > 2*most {
			continue
		}
		if d := viet.Distance(e.key, want, most); d <= most {
			best, found = d, headingGuess{e.field, likely}
		}
	}
	return found
}

// letterSet is which letters a text has, folded into 64 places: what differs in
// many of them cannot be a slip away.
func letterSet(key []rune) (set uint64) {
	for _, r := range key {
		set |= 1 << (uint32(r) * 2654435761 >> 26)
	}
	return set
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
