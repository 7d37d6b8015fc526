package viet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC is the text in normal form C and valid UTF-8: half-composed vowels
// (windows-1258 style) and fully decomposed text become single letters.
func NFC(s string) string {
	if isASCII(s) {
		return s
	}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || r >= 0x300 && (r < 0x1ea0 || r > 0x1ef9) && (r < 0x2002 || r > 0x206f) {
			if t, ok := compose(s, i); ok {
				return t
			}
			s = strings.ToValidUTF8(s, "\ufffd")
			if norm.NFC.IsNormalString(s) {
				return s
			}
			return norm.NFC.String(s)
		}
		i += n
	}
	return s
}

// compose joins Vietnamese vowels and their combining marks, from a place in s
// before which nothing needs it. It gives up (ok false) on everything else and
// leaves that to the general rules of Unicode.
func compose(s string, from int) (string, bool) {
	var buf [256]byte
	b := append(buf[:0], s[:from]...)
	_, start := utf8.DecodeLastRune(b)
	start = len(b) - start // where the last letter begins
	for _, r := range s[from:] {
		if r >= 0x300 && r <= 0x36f {
			last, _ := utf8.DecodeRune(b[start:])
			m, ok := markOf(last).join(r)
			if !ok {
				return "", false
			}
			b = utf8.AppendRune(b[:start], m.rune())
			continue
		}
		if r == utf8.RuneError || r > 0x36f && (r < 0x1ea0 || r > 0x1ef9) && (r < 0x2002 || r > 0x206f) {
			return "", false
		}
		start = len(b)
		b = utf8.AppendRune(b, r)
	}
	return string(b), true
}

// Clean evens the white space of a cell: NFC; no-break spaces, tabs, line
// breaks, other control characters and runs of spaces become one space; zero
// width characters go, or become a space between a small letter and a capital;
// the ends are trimmed. A soft hyphen stays: before Repair it may be TCVN3's ư.
func Clean(s string) string {
	if !needsClean(s) {
		return s
	}
	s = NFC(s)
	b := make([]byte, 0, len(s))
	space, gone, nothing := false, false, false // nothing: the rune before had no width
	for _, r := range s {
		if nothing && !space && apart(b, r) {
			space = true
		}
		nothing = zeroWidth(r)
		switch {
		case blank(r) && (r < 0x80 || r > 0x9f || space || len(b) == 0 || b[len(b)-1] < utf8.RuneSelf):
			// A C1 byte behind a letter beyond ASCII may be half a letter of
			// UTF-8 read wrongly: Repair must see it.
			space = true
			continue
		case zeroWidth(r):
			gone = true
			continue
		}
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		b = utf8.AppendRune(b, r)
	}
	if gone {
		return NFC(string(b)) // a mark may stand behind its letter now
	}
	return string(b)
}

// needsClean tells whether Clean would change the text, erring on the side of yes.
func needsClean(s string) bool {
	if s == "" {
		return false
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		return true
	}
	prev := byte(0)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 || c == 0x7f || c == ' ' && prev == ' ' {
				return true
			}
			prev = c
			i++
			continue
		}
		prev = c
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if markOf(r) == 0 && (r == utf8.RuneError || r >= 0x300 && (r < 0x2010 || r > 0x2027) || r < 0xa1) {
			return true
		}
	}
	return false
}

// blank tells what counts as a space, 0x1f excepted: it is Word's optional
// hyphen and may be a letter.
func blank(r rune) bool {
	switch {
	case r <= ' ' && r != 0x1f, r >= 0x7f && r <= 0xa0:
		return true
	case r >= 0x2000 && r <= 0x200a, r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000, r == 0x1680:
		return true
	}
	return false
}

func zeroWidth(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2064 || r == 0xfeff
}
