package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SortKey orders lists of people: the given (last) word first, then family and
// middle names from left to right. It compares bytewise, so it can be stored
// beside the name and sorted by the database.
//
// Each word is its letters in the order of the Vietnamese alphabet, then its
// tone in the order of CLDR (ngang, huyền, hỏi, ngã, sắc, nặng), before the
// next word counts: An < Ánh < Ăn < Ân, and Thành Ba < Thảnh An. A nickname in
// brackets counts last.
func SortKey(name string) string {
	name = Clean(name)
	given, from, to := givenPart(name)
	b := make([]byte, 0, 2*len(name)+8)
	b = collate(b, given)
	b = collate(b, name[:from])
	return string(collate(b, name[to:]))
}

// TextKey is the same order from left to right, for names of units and other
// text. Numbers count by their value: Tổ 2 before Tổ 10.
func TextKey(s string) string {
	s = Clean(s)
	return string(collate(make([]byte, 0, 2*len(s)+8), s))
}

// The bytes of a key, in the order they must compare: the end of a word, then
// tones, then numbers, then letters.
const (
	keyEnd    = ' '
	keyTone   = '!' // '!' ngang … '&' nặng
	keyNumber = '0' // '0' and the count of digits, then the digits
	keyLetter = 'A' // + place in the alphabet - 1
	keyOther  = 'h' // letters of other scripts, then their UTF-8
)

func collate(b []byte, s string) []byte {
	var tones [maxLetters]byte
	n, open := 0, false
	end := func() {
		if !open {
			return
		}
		if n == 0 {
			b = append(b, keyTone)
		}
		b = append(b, tones[:n]...)
		b = append(b, keyEnd)
		n, open = 0, false
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= '0' && r <= '9' {
			end()
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			digits := strings.TrimLeft(s[i:j], "0")
			b = append(b, keyNumber, byte('0'+min(len(digits), 60)))
			b = append(b, digits...)
			b = append(b, keyEnd)
			i = j
			continue
		}
		i += size
		m := markOf(r)
		switch {
		case m != 0:
			b = append(b, keyLetter+m.base()-1)
			if m.tone() != ngang && n < len(tones) {
				tones[n] = keyTone + m.tone()
				n++
			}
			open = true
		case unicode.IsLetter(r):
			if p := markOf(firstOf(r)); p != 0 {
				b = append(b, keyLetter+p.base()-1)
			} else {
				b = append(b, keyOther)
				b = utf8.AppendRune(b, unicode.ToLower(r))
			}
			open = true
		case r == 0xad || zeroWidth(r) || unicode.Is(unicode.Mn, r):
		default:
			end()
		}
	}
	end()
	return b
}

// givenPart finds the given name in a cleaned name: the word, where it begins,
// and where what follows it begins.
func givenPart(name string) (given string, from, to int) {
	end := len(name)
	if i := strings.IndexAny(name, "([{“\"/,;"); i > 0 {
		end = i
	}
	for _, mid := range []string{" tức ", " bí danh ", " – ", " - "} {
		if i := indexFold(name[:end], mid); i > 0 {
			end = i
		}
	}
	to = end
	core := strings.TrimRightFunc(name[:end], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
	end = len(core)
	from = strings.LastIndexByte(core, ' ') + 1
	return core[from:end], from, to
}

// indexFold finds a mid written in small letters without regard to capitals.
func indexFold(s, mid string) int {
	for i := range s {
		if len(s)-i < len(mid) {
			break
		}
		if strings.EqualFold(s[i:i+len(mid)], mid) {
			return i
		}
	}
	return -1
}
