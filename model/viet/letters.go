package viet

import (
	"unicode"
	"unicode/utf8"
)

// A mark is one letter taken apart: the place of its plain letter in the
// alphabet, its tone, and whether it is a capital. 0 is no letter.
type mark uint16

const (
	toneShift       = 8
	upperBit   mark = 1 << 12
	baseMask   mark = 0xff
	maxLetters      = 24 // letters of the longest word looked at; longer ones are no Vietnamese
)

// The tones in the order of CLDR's Vietnamese collation.
const (
	ngang uint8 = iota
	huyen
	hoi
	nga
	sac
	nang
)

// alphabet is the order of the letters, with the four of foreign words between.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// vowelRows holds each vowel with its six tones in CLDR order.
var vowelRows = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

var (
	lowMarks  [0x1b1]mark               // up to ư
	highMarks [0x1ef9 - 0x1ea0 + 1]mark // Ạ to ỹ
	baseOf    [0x80]uint8               // ASCII letter → place in the alphabet
	// composed[base][tone] is the small letter.
	composed [34][6]rune
	// upperOf[base][tone] is the capital.
	upperOf [34][6]rune
	isVowel [34]bool
	// plainOf[base] is the ASCII letter it is searched by.
	plainOf [34]byte

	// Places of letters that rules speak of.
	bA, bAw, bAa, bC, bD, bDd, bE, bEe, bG, bH, bI, bK, bN, bO, bOo, bOw, bP, bQ, bT, bU, bUw, bY uint8
)

func init() {
	place := map[rune]uint8{}
	i := uint8(0)
	for _, r := range alphabet {
		i++
		place[r] = i
		composed[i][0] = r
		setMark(r, i, 0)
	}
	for _, row := range vowelRows {
		rs := []rune(row)
		for t, r := range rs {
			setMark(r, place[rs[0]], uint8(t))
			composed[place[rs[0]]][t] = r
		}
		isVowel[place[rs[0]]] = true
	}
	i = 0
	for range alphabet {
		i++
		plainOf[i] = "aaabcddeefghijklmnooopqrstuuvwxyz"[i-1]
	}
	for r, p := range map[rune]*uint8{'a': &bA, 'ă': &bAw, 'â': &bAa, 'c': &bC, 'd': &bD, 'đ': &bDd, 'e': &bE, 'ê': &bEe, 'g': &bG,
		'h': &bH, 'i': &bI, 'k': &bK, 'n': &bN, 'o': &bO, 'ô': &bOo, 'ơ': &bOw, 'p': &bP, 'q': &bQ, 't': &bT, 'u': &bU, 'ư': &bUw, 'y': &bY} {
		*p = place[r]
	}
	initSyllables(place)
	initTables()
	initWords()
	initCommon()
}

func setMark(r rune, base, tone uint8) {
	m := mark(base) | mark(tone)<<toneShift
	put(r, m)
	u := unicode.ToUpper(r)
	put(u, m|upperBit)
	upperOf[base][tone] = u
	if r < 0x80 {
		baseOf[r], baseOf[u] = base, base
	}
}

func put(r rune, m mark) {
	if r >= 0x1ea0 {
		highMarks[r-0x1ea0] = m
	} else {
		lowMarks[r] = m
	}
}

// markOf takes a letter apart; 0 for anything that is no letter of Vietnamese
// or of the Latin alphabet without accents.
func markOf(r rune) mark {
	switch {
	case r < rune(len(lowMarks)):
		return lowMarks[r]
	case r >= 0x1ea0 && r <= 0x1ef9:
		return highMarks[r-0x1ea0]
	}
	return 0
}

// HasTone tells a vowel with one of the five written tones. Capitals of these
// have no code of their own in TCVN3 and come out small.
func HasTone(r rune) bool { return markOf(r).tone() != ngang }

func (m mark) base() uint8 { return uint8(m & baseMask) }
func (m mark) tone() uint8 { return uint8(m>>toneShift) & 7 }
func (m mark) upper() bool { return m&upperBit != 0 }

// rune puts the letter together again.
func (m mark) rune() rune {
	if m.upper() {
		return upperOf[m.base()][m.tone()]
	}
	return composed[m.base()][m.tone()]
}

// The combining marks Vietnamese text is written with when it is not composed.
const (
	combGrave = 0x300
	combAcute = 0x301
	combCirc  = 0x302
	combTilde = 0x303
	combBreve = 0x306
	combHook  = 0x309
	combHorn  = 0x31b
	combDot   = 0x323
)

// join adds a combining mark to a letter; ok is false where Vietnamese has no
// such letter.
func (m mark) join(comb rune) (mark, bool) {
	if m == 0 {
		return 0, false
	}
	var tone uint8
	switch comb {
	case combGrave:
		tone = huyen
	case combHook:
		tone = hoi
	case combTilde:
		tone = nga
	case combAcute:
		tone = sac
	case combDot:
		tone = nang
	case combCirc:
		// Behind a mark above the letter Unicode keeps the order: no such letter.
		if t := m.tone(); t != ngang && t != nang {
			return m, false
		}
		switch m.base() {
		case bA:
			return m - mark(bA) + mark(bAa), true
		case bE:
			return m - mark(bE) + mark(bEe), true
		case bO:
			return m - mark(bO) + mark(bOo), true
		}
		return m, false
	case combBreve:
		if t := m.tone(); m.base() == bA && (t == ngang || t == nang) {
			return m - mark(bA) + mark(bAw), true
		}
		return m, false
	case combHorn:
		switch m.base() {
		case bO:
			return m - mark(bO) + mark(bOw), true
		case bU:
			return m - mark(bU) + mark(bUw), true
		}
		return m, false
	default:
		return m, false
	}
	if !isVowel[m.base()] || m.tone() != ngang {
		return m, false
	}
	return m | mark(tone)<<toneShift, true
}

func lowerRune(r rune) rune {
	if m := markOf(r); m != 0 {
		return composed[m.base()][m.tone()]
	}
	return unicode.ToLower(r)
}

func upperRune(r rune) rune {
	if m := markOf(r); m != 0 {
		return upperOf[m.base()][m.tone()]
	}
	return unicode.ToUpper(r)
}

func isUpperRune(r rune) bool {
	if m := markOf(r); m != 0 {
		return m.upper()
	}
	return unicode.IsUpper(r)
}

// isASCII tells whether a text is plain ASCII.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
