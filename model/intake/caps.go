package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/viet"
)

// shouting tells a text in capitals: two capitals or more and hardly a small
// letter, so that "UBND" alone does not count but "SỞ Y TẾ" does.
func (lx *lexicon) shouting(s string) bool {
	caps, small, words := 0, 0, 0
	for _, w := range strings.Fields(s) {
		if _, ok := lx.upper[strings.ToLower(strings.Trim(w, ".,;:()-–"))]; ok {
			continue
		}
		c, l := 0, 0
		for _, r := range w {
			if unicode.IsUpper(r) {
				c++
			} else if unicode.IsLower(r) {
				l++
			}
		}
		if l == 0 && c > 1 && c < 9 && vowelless(w) {
			continue // "PR-TC", "KTHT": short for something, not loud
		}
		caps, small = caps+c, small+l
		if c > 0 && l == 0 && c >= 2 {
			words++
		}
	}
	return words > 0 && caps > 4*small
}

// vowelless tells a word no syllable of which can be spoken.
func vowelless(w string) bool { return !strings.ContainsAny(viet.Fold(w), "aeiouy") }

// normal brings a text in capitals to normal administrative writing, by the
// phrases of the table; what stands in no phrase is written as a proper name
// and makes the result doubtful.
func (lx *lexicon) normal(s string) (out string, doubt bool) {
	toks := tokens(s)
	if len(toks) == 0 {
		return s, false
	}
	var b strings.Builder
	b.Grow(len(s))
	done, place := 0, false
	for i := 0; i < len(toks); {
		n, words := lx.phraseAt(toks, i)
		b.WriteString(s[done:toks[i].from])
		if a := lx.areaAt(toks, i); a > 0 && a >= n {
			area := s[toks[i].from:toks[i+a-1].to]
			if up, ok := lx.upper[toks[i].key]; ok && a == 1 {
				area = up // "TP"
			} else {
				area = strings.ToLower(area)
			}
			b.WriteString(area)
			done, place = toks[i+a-1].to, true
			i += a
			continue
		}
		if n == 0 {
			tok := toks[i]
			word := s[tok.from:tok.to]
			written, known := lx.word(tok.key, word)
			if !known && !place && !isPlaceName(toks, i) {
				doubt = true
			}
			b.WriteString(written)
			done = tok.to
			i++
			continue
		}
		for k := range n {
			if k > 0 {
				b.WriteString(s[toks[i+k-1].to:toks[i+k].from])
			}
			b.WriteString(words[k])
		}
		place = place && proper(words) // "xã Bác Ái Tây"
		done = toks[i+n-1].to
		i += n
	}
	b.WriteString(s[done:])
	return capitalFirst(b.String()), doubt
}

// proper tells a phrase of capitals only: a place.
func proper(words []string) bool {
	for _, w := range words {
		if !startsUpper(w) {
			return false
		}
	}
	return true
}

// areaAt tells how many words at a token name a level of administration that a
// place name follows: "huyện", "thị trấn".
func (lx *lexicon) areaAt(toks []token, i int) int {
	if i+1 < len(toks) && lx.areas[toks[i].key+" "+toks[i+1].key] {
		return 2
	}
	if lx.areas[toks[i].key] {
		return 1
	}
	return 0
}

// isPlaceName is a number or a single letter: nothing to be wrong about.
func isPlaceName(toks []token, i int) bool {
	return utf8.RuneCountInString(toks[i].key) == 1 || toks[i].key[0] >= '0' && toks[i].key[0] <= '9'
}

// word writes one word that stands in no phrase.
func (lx *lexicon) word(key, word string) (string, bool) {
	if up, ok := lx.upper[key]; ok {
		return up, true
	}
	if isRoman(strings.ToUpper(key)) {
		return strings.ToUpper(key), true
	}
	return viet.TitleName(word), false
}

func isRoman(s string) bool {
	if s == "" || strings.Trim(s, "IVX") != "" {
		return false
	}
	_, ok := viet.ParseRoman(s)
	return ok
}

// phraseAt finds the longest phrase of the writing table at a token.
func (lx *lexicon) phraseAt(toks []token, i int) (int, []string) {
	most := min(lx.longest, len(toks)-i)
	if most < 1 {
		return 0, nil
	}
	key := toks[i].key
	ends := make([]int, 0, most)
	ends = append(ends, len(key))
	for k := 1; k < most; k++ {
		key += " " + toks[i+k].key
		ends = append(ends, len(key))
	}
	for k := most; k >= 1; k-- {
		if words, ok := lx.writing[key[:ends[k-1]]]; ok && len(words) == k {
			return k, words
		}
	}
	return 0, nil
}

// lostCapitals gives back capitals that TCVN3 cannot write: the first letter of
// the text and of a sentence, words of the phrases, and place names behind
// "huyện", "xã" and the like. Other small vowels with a tone stay small.
func (lx *lexicon) lostCapitals(s string) string {
	if !viet.BeginsSmall(s) {
		return s
	}
	toks := tokens(s)
	var b []byte
	done := 0
	put := func(t token, word string) {
		b = append(b, s[done:t.from]...)
		b = append(b, word...)
		done = t.to
	}
	for i, t := range toks {
		word := s[t.from:t.to]
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLower(r) || viet.Fold(string(r)) == string(r) || r == 'đ' {
			continue
		}
		switch {
		case i == 0, endsSentence(s[toks[i-1].to:t.from]):
			put(t, capitalFirst(word))
		case t.key == "ủy" || t.key == "uỷ":
			// "Huyện ủy", "Tỉnh ủy": small by right, unless a phrase says otherwise.
			if w, ok := lx.properHere(toks, i); ok {
				put(t, w)
			}
		case lx.areas[toks[i-1].key], i > 1 && (lx.areaAt(toks, i-2) == 2 || lx.areas[toks[i-2].key] && startsUpper(s[toks[i-1].from:])):
			put(t, capitalFirst(word))
		default:
			if w, ok := lx.properHere(toks, i); ok {
				put(t, w)
			}
		}
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}

// properHere looks for a phrase of two words or more that covers the word and writes it with a capital.
func (lx *lexicon) properHere(toks []token, i int) (string, bool) {
	for from := max(0, i-lx.longest+1); from <= i; from++ {
		n, words := lx.phraseAt(toks, from)
		if n >= 2 && from+n > i && startsUpper(words[i-from]) {
			return words[i-from], true
		}
	}
	return "", false
}

func endsSentence(between string) bool {
	between = strings.TrimSpace(between)
	return strings.HasPrefix(between, ".") || strings.HasPrefix(between, "!") || strings.HasPrefix(between, "?")
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func capitalFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// token is a word of a text with its key. cut tells that a comma, a bracket or
// the like stands before it: no post reaches over one.
type token struct {
	from, to int
	key      string
	cut      bool
}

// tokens cuts a text into words at spaces and punctuation.
func tokens(s string) []token {
	var out []token
	start, cut := -1, false
	add := func(end int) {
		if start >= 0 {
			out = append(out, token{start, end, viet.Key(s[start:end]), cut})
			start, cut = -1, false
		}
	}
	for i, r := range s {
		if r == ' ' || punctToSpace(r) == ' ' {
			add(i)
			cut = cut || strings.ContainsRune(",;:()[]/", r)
			continue
		}
		if start < 0 {
			start = i
		}
	}
	add(len(s))
	return out
}
