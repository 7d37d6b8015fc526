package viet

import "unicode/utf8"

// traits is what one pass over a text tells without reading its words.
type traits struct {
	ascii  bool
	plain  bool // holds a letter no old encoding can show, and nothing to repair
	own    bool // the same with ă đ ơ ư only, which windows-1258 could have made of other letters
	beyond bool // holds such a letter: ạ … ỹ, ĩ, ũ
	broken bool // invalid UTF-8 or U+FFFD, or question marks where letters were
	utf8   bool // has what UTF-8 looks like when read as windows-1252
	comb   bool // combining marks
	loose  bool // lookalikes of Đ, or soft hyphens
}

// survey reads the runes once; for ASCII and for plain Unicode it is all that
// Repair does.
func survey(s string) (t traits) {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && s[i] != 0x1f && s[i] != '?' {
		i++
	}
	if i == len(s) {
		t.ascii = true
		return t
	}
	t.ascii = true
	odd, own := false, false
	var before rune
	for j := i; j < len(s); {
		if c := s[j]; c < utf8.RuneSelf {
			switch c {
			case 0x1f:
				t.ascii, odd = false, true
			case '?':
				t.broken = t.broken || eaten(s, j)
			}
			before = rune(c)
			j++
			continue
		}
		t.ascii = false
		r, n := utf8.DecodeRuneInString(s[j:])
		j += n
		switch {
		case r >= 0x1ea0 && r <= 0x1ef9, r == 'ĩ', r == 'Ĩ', r == 'ũ', r == 'Ũ':
			t.beyond = true
		case r >= 0x102 && r <= 0x1b0 && markOf(r) != 0:
			own = true
		case r == utf8.RuneError:
			t.broken = true
		case r >= 0x300 && r <= 0x36f:
			t.comb, odd = true, true
		case r == 0xad, r == 'Ð', r == 'ð', r == 'Ɖ':
			t.loose, odd = true, true
		case r >= 0x2000 && r <= 0x206f, r == 0xa0, r == '°', r == '²', r == '³', markOf(r) != 0:
		default:
			odd = true
		}
		if leadByte(before) && (r >= 0x80 && r < 0xc0 || cp1252Byte(r) != 0) && (before != 'á' || r == 'º' || r == '»') {
			t.utf8 = true
		}
		before = r
	}
	t.plain = t.beyond && !odd && !t.broken
	t.own = own && !odd && !t.broken
	return t
}

// SameEverywhere tells a text of ASCII that reads as it stands in every encoding,
// under every font but one of capitals: nothing in it can have been another
// letter, nor be what is left of a word that lost one.
func SameEverywhere(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf, c == 0x1f, c == '?':
			return false
		case c|0x20 == 'g' && i > 0 && s[i-1]|0x20 == 'n':
			return false // "Hng" was Hưng
		}
	}
	return true
}

// leadByte tells the Latin-1 letters that the first bytes of Vietnamese
// letters in UTF-8 become.
func leadByte(r rune) bool { return r == 'Ã' || r == 'Ä' || r == 'Æ' || r == 'Å' || r == 'á' }

// eaten tells a question mark that stands for a letter lost when the text was
// saved in a code page without it: "Nguy?n V?n An", not "Hỏi?" nor an address.
func eaten(s string, i int) bool {
	if i == 0 || i+1 == len(s) {
		return false
	}
	const longest = 40 // bytes to each side; a longer run is no word
	from, to := i, i
	for from > 0 && s[from-1] != ' ' && i-from < longest {
		from--
	}
	for to < len(s) && s[to] != ' ' && to-i < longest {
		to++
	}
	inner := false
	for k := from; k < to; k++ {
		switch c := s[k]; {
		case asciiLetter(c), c >= utf8.RuneSelf:
		case c == '?':
			inner = inner || k > from && k+1 < to
		case (c == ',' || c == '.' || c == ';') && k+1 == to:
		default:
			return false
		}
	}
	return inner
}
