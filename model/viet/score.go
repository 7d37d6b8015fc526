package viet

import "unicode/utf8"

// A tally counts how the words of a text that hold a letter beyond ASCII look
// under one hypothesis. Plain ASCII words look the same under all of them.
type tally struct {
	good   int // words that are syllables, or known names of other peoples
	short  int // abbreviations in capitals (QĐ, HĐND)
	odd    int // made of letters, but no syllable, or a capital behind a small letter
	broken int // a sign stands where a letter should
	bare   int // words of ASCII consonants, not all in capitals
	shout  int // capitals among which toned vowels are small ("NGUYễN")
}

// clean says that the reading leaves nothing to explain. In a long text one
// odd word in eight good ones is a foreign name or a slip of the key.
func (t tally) clean() bool { return (t.odd+2*t.broken)*8 <= t.good }

// known says that the reading rests on at least one real word.
func (t tally) known() bool { return t.good+t.short > 0 }

func (t tally) score() int {
	return 3*t.good + t.short - 2*t.odd - 4*t.broken
}

// judge looks at every word of s that is not plain ASCII. It does not allocate.
func judge(enc Encoding, s string) (t tally) {
	quoted := enc == Unicode && hasQuotes(s)
	for i := 0; i < len(s); {
		start, high, vowel, upper := i, false, false, 0
	word:
		for i < len(s) {
			if c := s[i]; c < utf8.RuneSelf {
				switch {
				case asciiLetter(c):
					vowel = vowel || isVowel[baseOf[c]]
					if c < 'a' {
						upper++
					}
				case c != 0x1f:
					break word
				}
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if wordBreak(r) {
				break
			}
			high = true
			i += n
		}
		if !high && !vowel && i > start && upper <= 1 {
			t.bare++
		}
		if high {
			judgeWord(enc, s[start:i], start > 0 && s[start-1] >= '0' && s[start-1] <= '9', quoted, &t)
		}
		if i < len(s) {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		}
	}
	return t
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// wordBreak names the runes beyond ASCII that end a word in every encoding:
// spaces, general punctuation, and Latin-1 signs that are letters in none.
func wordBreak(r rune) bool {
	switch {
	case r >= 0x2000 && r <= 0x206f, r >= 0x80 && r <= 0xa0, r == 0xfeff, r == 0x3000, r == utf8.RuneError:
		return true
	case r == '°', r == '²', r == '³', r == '±', r == '´', r == 'º', r == '¿', r == '¯':
		return true
	}
	return false
}

// hasQuotes tells whether « and » both stand in the text, so that they may be quotes.
func hasQuotes(s string) bool {
	open, shut := false, false
	for _, r := range s {
		open = open || r == '«'
		shut = shut || open && r == '»'
	}
	return open && shut
}

// judgeWord reads one word under a hypothesis and adds it to the tally.
func judgeWord(enc Encoding, word string, afterDigit, quoted bool, t *tally) {
	var w wordMarks
	switch enc {
	case TCVN3:
		if !w.readTCVN3(word) {
			t.broken++
			return
		}
	case VNI:
		if !w.readVNI(word) {
			t.broken++
			return
		}
	case CP1258:
		if !w.readCP1258(word) {
			t.broken++
			return
		}
	default:
		judgeUnicode(word, afterDigit, quoted, t)
		return
	}
	w.count(t, enc == TCVN3)
}

// count judges a word that is all letters. small says that the encoding leaves
// toned vowels small among capitals.
func (w *wordMarks) count(t *tally, small bool) {
	if small && w.caps > 1 && w.small > 0 {
		t.shout++
	}
	switch {
	case w.n == 0:
	case w.over, !w.evenCase(small):
		// The codes of many old letters are capitals of Latin-1: "hÕt", "MÊu".
		t.odd++
	case w.syllable() && w.placed(), w.foreign():
		t.good++
	case w.abbreviation():
		t.short++
	default:
		t.odd++
	}
}

// evenCase tells a word in small letters, in capitals, or with a capital first;
// with small, also capitals in which the toned vowels are small ("NGUYễN").
func (w *wordMarks) evenCase(small bool) bool {
	return w.caps == 0 || w.caps == w.n || w.caps == 1 && w.m[0].upper() || small && w.caps+w.small == w.n
}

func (w *wordMarks) foreign() bool {
	var buf [4 * maxLetters]byte
	_, ok := foreign[string(w.word(buf[:0]))]
	return ok
}

// abbreviation tells capitals such as QĐ, HĐND, NSƯT: no tone, and no more
// vowels than such words have.
func (w *wordMarks) abbreviation() bool {
	if w.tones > 0 || w.n > 8 || w.caps < w.n {
		return false
	}
	vowels := 0
	for _, m := range w.m[:w.n] {
		if isVowel[m.base()] {
			vowels++
		}
	}
	return w.n <= 2 || vowels*3 <= w.n
}

// judgeUnicode judges a word as it stands. Signs of Latin-1 are told apart from
// letters of an old encoding by where they stand: "m²", "«…»", "1ª", "Word®"
// are fine, "C«ng" and "¸nh" are not.
func judgeUnicode(word string, afterDigit, quoted bool, t *tally) {
	var w wordMarks
	high, part := false, 0 // part: parts cut by soft hyphens that were good
	strange := false
	hyphens := false
	for i, r := range word {
		if r == 0xad {
			hyphens = true
			if w.n > 0 && !w.syllable() {
				t.broken++
				return
			}
			part++
			w.reset()
			continue
		}
		if w.add(r) {
			high = high || r >= utf8.RuneSelf
			continue
		}
		rest := i + utf8.RuneLen(r)
		switch {
		case r == 'Ð' || r == 'ð' || r == 'Ɖ': // lookalikes of Đ, typed or converted wrongly
			m := markOf('đ')
			if r != 'ð' {
				m |= upperBit
			}
			w.push(m)
			high = true
		case r == '«' && quoted && i == 0, r == '»' && quoted && rest == len(word):
		case (r == '®' || r == '©' && i == 0) && (rest == len(word) || i == 0) && len(word) == utf8.RuneLen(r):
			return // a sign alone
		case r == '®' && rest == len(word) && w.n > 2:
		case (r == '·' || r == '§' || r == '×' || r == '÷' || r == '¬' || r == '¶') && len(word) == utf8.RuneLen(r):
			return
		case (r == '½' || r == '¼' || r == '¾' || r == '¹' || r == 'ª' || r == 'µ') && (afterDigit && i == 0 || len(word) == utf8.RuneLen(r)):
			// a fraction, an ordinal, a footnote; "5µm" is a measure
			if afterDigit && rest < len(word) {
				return
			}
		case r == '·' && i == 0: // a bullet stuck to its word
		case isLetterBeyond(r):
			strange = true
		default:
			t.broken++
			return
		}
	}
	switch {
	case strange:
		t.odd++
	case hyphens && (part < 1 || w.n > 0 && !w.syllable() || w.n == 0):
		t.broken++ // no hyphen stands inside a syllable
	case !high && !hyphens && w.n > 0:
		// only a sign around an ASCII word
		if !w.syllable() && w.caps < w.n {
			t.broken++
		}
	default:
		w.count(t, false)
	}
}

// isLetterBeyond tells letters of other languages from signs.
func isLetterBeyond(r rune) bool {
	return r >= 0xc0 && r != '×' && r != '÷' && (r < 0x2000 || r >= 0x2c00)
}

func (w *wordMarks) readTCVN3(word string) bool {
	for _, r := range word {
		if r < utf8.RuneSelf {
			if r == 0x1f {
				w.push(markOf('ư'))
				continue
			}
			w.push(markOf(r))
			continue
		}
		c, ok := byteOf(r)
		if !ok {
			return false
		}
		v := tcvn3ToRune[c]
		if v == 0 {
			return false
		}
		w.push(markOf(v))
	}
	return true
}

func (w *wordMarks) readVNI(word string) bool {
	var base byte
	flush := func() bool {
		if base == 0 {
			return true
		}
		m := markOf(rune(base))
		if v := vniOwnToRune[base]; v != 0 {
			m = markOf(v)
		}
		base = 0
		if m == 0 {
			return false
		}
		w.push(m)
		return true
	}
	for _, r := range word {
		c, ok := byteOf(r)
		if !ok || c == 0x1f {
			return false
		}
		if base != 0 && c >= 0x80 {
			if v, ok := vniPairs[uint16(base)<<8|uint16(c)]; ok {
				w.push(markOf(v))
				base = 0
				continue
			}
		}
		if !flush() {
			return false
		}
		switch {
		case vniBase(c):
			base = c
		case c < 0x80:
			w.push(markOf(rune(c)))
		default:
			v := vniOwnToRune[c]
			if v == 0 {
				return false
			}
			w.push(markOf(v))
		}
	}
	return flush()
}

func (w *wordMarks) readCP1258(word string) bool {
	for _, r := range word {
		if r >= 0x100 {
			return false // it has been read as windows-1258 already
		}
		if !w.add(cp1258ToRune[byte(r)]) {
			return false
		}
	}
	return true
}
