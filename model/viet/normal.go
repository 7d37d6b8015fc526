package viet

import "unicode/utf8"

// Clean evens the white space of a cell: NFC; no-break spaces, tabs, line
// breaks, other control characters and runs of spaces become one space; zero
// width characters go; the ends are trimmed. A soft hyphen stays: before
// Repair it may be TCVN3's ư.
func Clean(s string) string {
	if !needsClean(s) {
		return s
	}
	s = NFC(s)
	b := make([]byte, 0, len(s))
	space := false
	var before rune
	for _, r := range s {
		last := before
		before = r
		switch {
		case blank(r) && (r < 0x80 || r > 0x9f || last < utf8.RuneSelf):
			// A C1 byte behind a letter beyond ASCII may be half a letter of
			// UTF-8 read wrongly: Repair must see it.
			space = true
			continue
		case zeroWidth(r):
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
