package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HasLostCase tells a name whose capitals cannot be as its bearer writes them:
// all capitals, all small letters, a toned vowel left small among capitals
// ("NGUYễN", as TCVN3 leaves it), a small toned vowel beginning a word among
// words that begin with capitals ("Trượng Minh ứng"), a small "thị" or "văn"
// in a name, or any small word behind a family name that is no other word
// ("Nguyễn văn an"). It is meant for names; text of other kinds is no question
// for it, though "Phòng Tổng hợp" and "Sở Giáo dục và Đào tạo" are left alone.
func HasLostCase(s string) bool {
	if t, ok := Titled(s); ok {
		return t != s
	}
	return lostCase(s)
}

// lostCase is HasLostCase word by word.
func lostCase(s string) bool {
	var n, title, shout, small, strange int
	slip := false
	nameWords(s, func(w string, part int) {
		if abbreviated(w) {
			return
		}
		up, low, toned, first := shape(w)
		if part > 0 && up < 2 {
			return // "Cơ-ho", "Y-Bih": the first half speaks for both
		}
		n++
		switch {
		case up == 0:
			small++
			m := markOf(firstRune(w))
			switch {
			case m != 0 && isVowel[m.base()] && m.tone() != ngang:
			case n > 1 && (w == "thị" || w == "văn"):
			default:
				strange++
			}
		case up > 1 && low == 0:
			shout++
		case up == 1 && low == 0:
			// one letter: it may be a name as it stands
		case low == toned && (up > 1 || !first), !first && low == 1, up > 1 && up > low:
			slip = true // "NGUYễN", "áNH", "nGUYỄN", "VăN"
		default:
			title++
		}
	})
	switch {
	case n == 0:
		return false
	case small == n, slip:
		return true
	case shout > 0 && title == 0 && small == 0:
		return true
	}
	if small == 0 || title+shout == 0 {
		return false
	}
	return strange == 0 || n <= 5 && surnamed(s)
}

// Titled gives a text of words that each begin with a capital and go on in small
// letters, as nearly all names come: as it stands, or with the capital that TCVN3
// cannot write where a word begins with a small vowel that carries a tone
// ("Trượng Minh ứng"). ok is false where its capitals leave more to ask.
func Titled(s string) (titled string, ok bool) {
	begins, lost, title := true, false, false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r == ' ' {
			begins = true
			i++
			continue
		}
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		m := markOf(r)
		if m == 0 || m.upper() != begins {
			if m == 0 || !begins || m.tone() == ngang {
				return s, false
			}
			lost = true
		}
		title = title || begins && m.upper() && i+n < len(s) && s[i+n] != ' '
		begins = false
		i += n
	}
	if !lost || !title {
		return s, !lost && s != ""
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		if degree(w) != "" {
			return s, false // TitleName knows how it is written
		}
		words[i] = FirstCapital(w)
	}
	return strings.Join(words, " "), true
}

// surnames are family names that are hardly any other word, so that what
// follows them is a name.
var surnames = map[string]bool{"nguyễn": true, "trần": true, "phạm": true, "huỳnh": true, "hoàng": true, "đặng": true, "bùi": true, "đỗ": true, "ngô": true, "lê": true,
	"phan": true, "trịnh": true, "đinh": true, "đào": true, "trượng": true, "thập": true, "đàng": true, "mấu": true, "katơr": true, "chamaléa": true, "pupur": true, "châu": true, "dương": true}

// Surname tells a word that is a family name and hardly anything else.
func Surname(word string) bool { return surnames[lowerText(word)] }

// surnamed tells a text that is a person's name and nothing else.
func surnamed(s string) bool {
	first, other := "", false
	nameWords(s, func(w string, part int) {
		if first == "" {
			first = lowerText(w)
		} else if part == 0 && joiners[w] {
			other = true
		}
	})
	return surnames[first] && !other && !strings.ContainsAny(s, "0123456789,;:()[]/")
}

// BeginsSmall tells that some word begins with a small letter beyond ASCII, but
// for đ: there TCVN3 may have lost a capital.
func BeginsSmall(s string) bool {
	inside := false // before is a letter
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			inside = asciiLetter(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		m := markOf(r)
		if !inside && r != 'đ' && (m != 0 && !m.upper() || m == 0 && unicode.IsLower(r)) {
			return true
		}
		inside = m != 0 || unicode.IsLetter(r)
		i += n
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// shape counts capitals, small letters, and small letters with a tone.
func shape(w string) (up, low, toned int, first bool) {
	i := 0
	for _, r := range w {
		m := markOf(r)
		switch {
		case m == 0 && !unicode.IsLetter(r):
		case isUpperRune(r):
			up++
			first = first || i == 0
		default:
			low++
			if m != 0 && m.tone() != ngang {
				toned++
			}
		}
		i++
	}
	return up, low, toned, first
}

// nameWords calls f for every run of letters. part is 1 for a run that follows
// a hyphen or an apostrophe: it belongs to the word before.
func nameWords(s string, f func(w string, part int)) {
	nameSpans(s, func(from, to, part int) { f(s[from:to], part) })
}

func nameSpans(s string, f func(from, to, part int)) {
	part := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !nameLetter(r) {
			part = 0
			if (isDash(r) || isApostrophe(r)) && i > 0 {
				part = 1
			}
			i += n
			continue
		}
		j := i
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if !nameLetter(r) {
				break
			}
			j += n
		}
		f(i, j, part)
		part = 0
		i = j
	}
}

func nameLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

// degrees are titles before a name that are written in their own way.
var degrees = map[string]string{
	"ts": "TS", "ths": "ThS", "pgs": "PGS", "gs": "GS", "bs": "BS", "bsck": "BSCK", "bscki": "BSCKI", "bsckii": "BSCKII", "cki": "CKI", "ckii": "CKII",
	"cn": "CN", "ks": "KS", "ds": "DS", "dsck": "DSCK", "nsưt": "NSƯT", "nsnd": "NSND", "ngưt": "NGƯT", "ngnd": "NGND", "ttưt": "TTƯT", "ttnd": "TTND",
	"ls": "LS", "đc": "Đ/c", "ii": "II", "iii": "III", "iv": "IV",
}

// joiners stay small inside a name.
var joiners = map[string]bool{"tức": true, "và": true, "hay": true, "bí": true, "danh": true}

// abbreviated tells a degree or an abbreviation without a vowel.
func abbreviated(w string) bool {
	if len(w) < 2 {
		return false
	}
	runes, upper, bare := 0, 0, true
	for _, r := range w {
		m := markOf(r)
		if isUpperRune(r) {
			upper++
		}
		bare = bare && m != 0 && !isVowel[m.base()] && m.upper()
		runes++
	}
	if runes < 2 || upper == 0 {
		return false
	}
	return bare || degree(w) != ""
}

// degree gives the right writing of a degree, "" for any other word.
func degree(w string) string {
	const longest = 10 // bytes
	if len(w) > longest {
		return ""
	}
	var buf [4 * longest]byte
	b := buf[:0]
	for _, r := range w {
		b = utf8.AppendRune(b, lowerRune(r))
	}
	return degrees[string(b)]
}

// peoples are names of ethnic groups written small behind the hyphen.
var peoples = map[string]bool{"cơ-ho": true, "ra-glai": true, "gia-rai": true, "ê-đê": true, "xơ-đăng": true, "chu-ru": true, "cơ-tu": true, "tà-ôi": true, "ba-na": true,
	"rơ-măm": true, "pà-thẻn": true, "hà-nhì": true, "la-hủ": true, "si-la": true, "chơ-ro": true, "cơ-lao": true}

// TitleName writes a name with a capital at each word, whatever capitals it
// came with: words that already mix capitals and small letters sensibly stay
// ("Chamaléa", "McDonald"), words in capitals or in small letters change.
// Behind a hyphen or an apostrophe the letter is a capital too when the word
// was all in capitals ("K'BRẾP" → "K'Brếp", but "CHAMALÉ'A" → "Chamalé'a");
// else it stays as typed. Degrees and "tức" keep their own way.
func TitleName(s string) string {
	s = NFC(s)
	shouted := false // some word is all in capitals, so a single letter may be too
	nameSpans(s, func(from, to, _ int) {
		up, low, _, _ := shape(s[from:to])
		shouted = shouted || up > 1 && low == 0
	})
	var buf [128]byte
	b := buf[:0]
	done, nth, before := 0, 0, 0
	wordShout := false
	nameSpans(s, func(from, to, part int) {
		w := s[from:to]
		b = append(b, s[done:from]...)
		done = to
		up, low, toned, first := shape(w)
		allUp := low == 0 || up > 1 && (low == toned || up > low) // a slip of the caps key too: "VăN"
		if part > 0 {
			// The second half follows the first: "A-LƯỚI", "CƠ-HO", "Y-Bih".
			switch {
			case !allUp || up == 1 && !wordShout:
				b = append(b, w...)
			case peoples[lowerText(s[before:to])], behindApostrophe(s, before, from):
				b = append(b, lowerText(w)...)
			default:
				b = appendTitle(b, w)
			}
			return
		}
		nth++
		before = from
		wordShout = allUp && (up > 1 || up == 1 && shouted)
		switch {
		case abbreviated(w):
			if d := degree(w); d != "" {
				w = d
			}
			b = append(b, w...)
		case nth > 1 && (up == 0 || nth > 2 && joined(s, from)) && joiners[lowerText(w)]:
			b = append(b, lowerText(w)...)
		case up == 0, allUp, !first: // "nGUYỄN", "hOA"
			b = appendTitle(b, w)
		default:
			b = append(b, w...)
		}
	})
	b = append(b, s[done:]...)
	if string(b) == s {
		return s
	}
	return string(b)
}

// behindApostrophe tells the end of a long word that the apostrophe only
// breaks ("CHAMALÉ'A"), not the second half of "K'BRẾP" or "H'NUÔN".
func behindApostrophe(s string, before, from int) bool {
	sign, n := utf8.DecodeLastRuneInString(s[:from])
	return isApostrophe(sign) && utf8.RuneCountInString(s[before:from-n]) >= 4
}

// joined tells a joiner in capitals that stands behind a bracket or a comma, or
// is "tức": then it is no name.
func joined(s string, from int) bool {
	before := strings.TrimRight(s[:from], " ")
	if before == "" {
		return false
	}
	switch before[len(before)-1] {
	case '(', '[', ',', ';':
		return true
	}
	rest := s[from:]
	return len(rest) >= len("TỨC") && strings.EqualFold(rest[:len("TỨC")], "tức")
}

// appendTitle writes a word with a capital first and small letters behind.
func appendTitle(b []byte, w string) []byte {
	for i, r := range w {
		if i == 0 {
			r = upperRune(r)
		} else {
			r = lowerRune(r)
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

func lowerText(s string) string {
	for _, r := range s {
		if lowerRune(r) != r {
			return strings.Map(lowerRune, s)
		}
	}
	return s
}

// FirstSmall makes the first letter of a text small, for use within a sentence;
// an abbreviation ("HĐND tỉnh") keeps it.
func FirstSmall(s string) string {
	r := []rune(s)
	if len(r) > 1 && lowerRune(r[1]) == r[1] {
		r[0] = lowerRune(r[0])
	}
	return string(r)
}

// FirstCapital makes the first letter of a text a capital and leaves the rest.
func FirstCapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if u := upperRune(r); u != r && n > 0 && r != utf8.RuneError {
		return string(u) + s[n:]
	}
	return s
}
