package viet

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the key of the search box: small letters without tones and marks, đ
// as d, punctuation and dashes as one space, ends trimmed. "dinh" finds Đinh,
// Dinh and Định. It finds candidates and never says that two are the same.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var buf [128]byte
	b := buf[:0]
	space := false
	for _, r := range s {
		if m := markOf(r); m != 0 {
			if space && len(b) > 0 {
				b = append(b, ' ')
			}
			space = false
			b = append(b, plainOf[m.base()])
			continue
		}
		if r < utf8.RuneSelf {
			if r >= '0' && r <= '9' {
				if space && len(b) > 0 {
					b = append(b, ' ')
				}
				space = false
				b = append(b, byte(r))
			} else {
				space = true
			}
			continue
		}
		if r == 0xad || zeroWidth(r) || unicode.Is(unicode.Mn, r) {
			continue
		}
		switch {
		case r == 'ð' || r == 'Ð' || r == 'Ɖ':
			r = 'd'
		case unicode.IsLetter(r):
			r = unicode.ToLower(firstOf(r))
		case !unicode.IsDigit(r):
			space = true
			continue
		}
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

// folded tells a text that is its own key.
func folded(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == ' ' && prev != ' ':
		default:
			return false
		}
		prev = c
	}
	return prev != ' ' || s == ""
}

// firstOf strips the accents of a letter of another language.
func firstOf(r rune) rune {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}

// Key is what two writings of the same thing have in common, tones kept: NFC,
// small letters, the tone mark of oa, oe, uy moved to the first vowel ("hoà" =
// "hòa", "thuỷ" = "thủy"; "quý" and "gi" are left alone, "qúy" is put right),
// dashes of all kinds as "-" without spaces around, one space elsewhere.
func Key(s string) string { return key(s, false) }

// LooseKey is Key with i and y evened where people write both: Mỹ/Mĩ, sĩ/sỹ,
// Lý/Lí, quý/quí. For candidates in a search, never for identity: Thy and Thi
// are two people.
func LooseKey(s string) string { return key(s, true) }

func key(s string, loose bool) string {
	if !isASCII(s) {
		s = NFC(s)
	}
	var buf [160]byte
	b := buf[:0]
	var w wordMarks
	space, dash := false, false
	gap := func() {
		switch {
		case dash:
			b = append(b, '-')
		case space && len(b) > 0:
			b = append(b, ' ')
		}
		space, dash = false, false
	}
	flush := func() {
		if w.n == 0 {
			return
		}
		w.even(loose)
		b = w.word(b)
		w.reset()
	}
	for _, r := range s {
		if r == 'Ð' || r == 'ð' || r == 'Ɖ' {
			r = 'đ'
		}
		if m := markOf(r); m != 0 {
			if w.n == 0 {
				gap()
			}
			if w.n == maxLetters {
				b = w.word(b)
				w.reset()
			}
			w.push(m)
			continue
		}
		switch {
		case r == 0xad || zeroWidth(r):
			continue
		case blank(r):
			flush()
			space = true
			continue
		case isDash(r):
			flush()
			dash = true
			continue
		}
		flush()
		gap()
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	flush()
	if dash {
		b = append(b, '-')
	}
	return string(b)
}

func isDash(r rune) bool {
	return r == '-' || r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0xfe58 || r == 0xfe63 || r == 0xff0d
}

// even moves the tone mark of open oa, oe, uy to the first vowel, and evens i
// and y when loose.
func (w *wordMarks) even(loose bool) {
	n := w.n
	if n >= 2 {
		a, b := w.m[n-2], w.m[n-1]
		glide := a.base() == bO && (b.base() == bA || b.base() == bE) || a.base() == bU && b.base() == bY
		q := a.base() == bU && n >= 3 && w.m[n-3].base() == bQ
		open := n == 2 || !isVowel[w.m[n-3].base()]
		switch {
		case glide && !q && open && b.tone() != ngang && a.tone() == ngang:
			w.m[n-2], w.m[n-1] = a.with(b.tone()), b.with(ngang)
		}
	}
	// "qúy", "qùa", "qúi": the mark slipped onto the u of qu.
	if n >= 3 && w.m[0].base() == bQ && w.m[1].base() == bU && w.m[1].tone() != ngang && isVowel[w.m[2].base()] && w.tones == 1 {
		w.m[2] = w.m[2].with(w.m[1].tone())
		w.m[1] = w.m[1].with(ngang)
	}
	if !loose || n == 0 || w.m[n-1].base() != bY {
		return
	}
	if i := w.onset(); i >= 0 && i == n-1 {
		w.m[n-1] = w.m[n-1] - mark(bY) + mark(bI)
	}
}
