package viet

import "unicode/utf8"

// lostPhrases are writings whose capital TCVN3 cannot hold, in small letters.
var lostPhrases = []struct{ small, right string }{
	{"ủy ban nhân dân", "Ủy ban nhân dân"}, {"uỷ ban nhân dân", "Uỷ ban nhân dân"},
	{"ủy ban Nhân dân", "Ủy ban Nhân dân"}, {"uỷ ban Nhân dân", "Uỷ ban Nhân dân"},
	{"ủy ban Mặt trận", "Ủy ban Mặt trận"}, {"uỷ ban Mặt trận", "Uỷ ban Mặt trận"}, {"ủy ban MTTQ", "Ủy ban MTTQ"}, {"uỷ ban MTTQ", "Uỷ ban MTTQ"},
	{"ủy ban Thường vụ", "Ủy ban Thường vụ"}, {"uỷ ban Thường vụ", "Uỷ ban Thường vụ"}, {"ủy ban thường vụ Quốc hội", "Ủy ban thường vụ Quốc hội"},
	{"ủy ban Kiểm tra", "Ủy ban Kiểm tra"}, {"uỷ ban Kiểm tra", "Uỷ ban Kiểm tra"}, {"ủy ban Dân tộc", "Ủy ban Dân tộc"},
	{"Bác ái", "Bác Ái"}, {"Châu á", "Châu Á"}, {"Đông á", "Đông Á"}, {"Nam á", "Nam Á"}, {"ấn Độ", "Ấn Độ"},
}

// RegainCapitals gives a text that came from TCVN3 the capitals this encoding
// cannot write: a small vowel with a tone at the beginning of the text or of a
// sentence, and in names of bodies and places that are always written so ("của
// ủy ban Thường vụ Quốc hội", "huyện Bác ái"). Nothing else changes. For names
// of people use HasLostCase and TitleName.
func RegainCapitals(s string) string {
	if isASCII(s) {
		return s
	}
	var b []byte
	done := 0
	put := func(at, n int, right string) {
		b = append(b, s[done:at]...)
		b = append(b, right...)
		done = at + n
	}
	begin, inWord := true, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		m := markOf(r)
		if m == 0 {
			if r == '.' || r == '!' || r == '?' || r == '\n' || r == ':' && begin {
				begin = true
			}
			inWord = nameLetter(r) || r >= '0' && r <= '9'
			if inWord {
				begin = false
			}
			i += n
			continue
		}
		if !inWord && (m.tone() != ngang || m.upper()) {
			if p := phraseHere(s[i:]); p >= 0 {
				put(i, len(lostPhrases[p].small), lostPhrases[p].right)
				i = done
				begin, inWord = false, true
				continue
			}
		}
		if !inWord && begin && m.tone() != ngang && !m.upper() {
			put(i, n, string(upperRune(r)))
		}
		begin, inWord = false, true
		i += n
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}

// phraseHere finds the phrase a text begins with, -1 for none. A phrase ends
// where a word ends.
func phraseHere(s string) int {
	for i, p := range lostPhrases {
		if len(s) < len(p.small) || s[:len(p.small)] != p.small {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[len(p.small):]); len(s) == len(p.small) || !nameLetter(r) {
			return i
		}
	}
	return -1
}
