package viet

import (
	"strings"
	"unicode/utf8"
)

// restoreHorn looks for words that lost TCVN3's ư, which is a soft hyphen and
// dropped by many programs: "Trởng" was Trưởng, "Th viện" Thư viện, "t" tư. A
// word that is no syllable and becomes one by one ư put in at one place gets
// it back; lost tells that the cell must be looked at. A plain hyphen in the
// place of the letter ("Tr-ởng") counts as the same loss.
//
// In a text of ASCII only (plain true) just the shape onset + ng is believed:
// Hng, Lng; the rest are abbreviations.
func restoreHorn(s string, plain bool) (string, bool) {
	var b strings.Builder
	done, lost := 0, false
	words(s, func(from, to int) {
		if from < done {
			return
		}
		if to+1 < len(s) && s[to] == '-' && !plain {
			if end, fixed := hyphenHorn(s, from, to); end > 0 {
				b.WriteString(s[done:from])
				b.WriteString(fixed)
				done, lost = end, true
			}
			return
		}
		if from > 0 && s[from-1] == '-' {
			return // part of a sign such as TTr-STC
		}
		if fixed, ok := hornWord(s[from:to], plain); ok {
			b.WriteString(s[done:from])
			b.WriteString(fixed)
			done, lost = to, true
		}
	})
	if !lost {
		return s, false
	}
	b.WriteString(s[done:])
	return b.String(), true
}

// hyphenHorn joins "Tr-ởng" when Tr + ư + ởng is a syllable and the halves are
// none. end is where the word ends in s, 0 when it is not so.
func hyphenHorn(s string, from, hyphen int) (end int, fixed string) {
	var w wordMarks
	for _, r := range s[from:hyphen] {
		if !w.add(r) {
			return 0, ""
		}
	}
	for _, m := range w.m[:w.n] {
		if isVowel[m.base()] {
			return 0, ""
		}
	}
	shout := w.n > 1 && w.m[w.n-1].upper()
	horn := markOf('ư')
	if shout {
		horn |= upperBit
	}
	w.push(horn)
	end = hyphen + 1
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if markOf(r) == 0 {
			break
		}
		w.push(markOf(r))
		end += n
	}
	if end == hyphen+1 || !w.syllable() || !w.placed() {
		return 0, ""
	}
	out := make([]byte, 0, end-from+2)
	for _, m := range w.m[:w.n] {
		out = utf8.AppendRune(out, m.rune())
	}
	return end, string(out)
}

// torn tells a text whose words fell apart where letters were dropped ("T hông
// t c ủ a"): too many words of one letter that stand free.
func torn(s string) bool {
	single, all := 0, 0
	words(s, func(from, to int) {
		all++
		_, n := utf8.DecodeRuneInString(s[from:to])
		free := (from == 0 || s[from-1] == ' ') && (to == len(s) || s[to] == ' ')
		if n == to-from && free {
			single++
		}
	})
	return single >= 3 && single*3 >= all
}

// lostSurnames are words of names that stand as they are and are commoner with
// the ư that TCVN3 lost: only the sheet around them tells.
var lostSurnames = map[string]string{"lu": "lưu", "cu": "cưu", "bu": "bưu", "hu": "hưu", "mu": "mưu"}

// WithHorn gives the other reading of a name from a sheet that lost its ư:
// "Lu" was Lưu as likely as not. "" when there is none.
func WithHorn(name string) string {
	var b strings.Builder
	done := 0
	words(name, func(from, to int) {
		w := name[from:to]
		full, ok := lostSurnames[lowerText(w)]
		if !ok {
			return
		}
		switch {
		case w == strings.ToUpper(w):
			full = strings.ToUpper(full)
		case w != lowerText(w):
			full = FirstCapital(full)
		}
		b.WriteString(name[done:from])
		b.WriteString(full)
		done = to
	})
	if done == 0 {
		return ""
	}
	b.WriteString(name[done:])
	return b.String()
}

func hornWord(word string, plain bool) (string, bool) {
	var w wordMarks
	for _, r := range word {
		if !w.add(r) {
			return "", false
		}
	}
	if w.n == 0 || w.n > 6 || w.tones > 1 || w.syllable() || w.foreign() || w.caps > 1 && w.caps < w.n {
		return "", false
	}
	vowels, capitals := 0, 0
	for _, m := range w.m[:w.n] {
		if isVowel[m.base()] {
			vowels++
		}
		if m.upper() {
			capitals++
		}
	}
	if vowels == 0 {
		// Without a vowel it is an abbreviation unless it has the shape of
		// Hng, or stands in small letters or with one capital beside TCVN3 text.
		ng := w.n >= 3 && w.m[w.n-1].base() == bG && w.m[w.n-2].base() == bN && capitals <= 1
		if plain && !ng || !plain && (capitals > 1 || capitals == 1 && w.n == 1 || unitWord(word)) {
			return "", false
		}
	} else if plain {
		return "", false
	}
	place, found := 0, 0
	for i := 0; i <= w.n; i++ {
		var v wordMarks
		for k, m := range w.m[:w.n] {
			if k == i {
				v.push(markOf('ư'))
			}
			v.push(m)
		}
		if i == w.n {
			v.push(markOf('ư'))
		}
		if v.syllable() {
			place = i
			found++
		}
	}
	if found != 1 {
		return "", false
	}
	var out []byte
	for k := 0; k <= w.n; k++ {
		if k == place {
			horn := 'ư'
			if capitals == w.n && w.n > 1 {
				horn = 'Ư'
			}
			out = utf8.AppendRune(out, horn)
		}
		if k < w.n {
			out = utf8.AppendRune(out, w.m[k].rune())
		}
	}
	return string(out), true
}

// unitWord names what stands without a vowel by right: measures and the
// letters of points and lists.
func unitWord(w string) bool {
	switch w {
	case "m", "km", "cm", "mm", "dm", "kg", "g", "mg", "t", "tr", "ng", "đ", "b", "c", "d", "h", "k", "n", "p", "s", "v", "x", "th", "kv", "kw", "ml", "l", "nt", "đc", "tt", "ts", "bs", "ths", "gs", "ks", "cn", "hs", "gv", "nv", "sn":
		return true
	}
	return false
}

// evenCapitals mends what TCVN3 cannot write: in a word of capitals the toned
// vowels came as small letters because their H font is gone ("NGUYễN" →
// "NGUYỄN"). A word with one capital only, such as "Tỉ", stays.
func evenCapitals(s string) string {
	changed := false
	var b []byte
	done := 0
	words(s, func(from, to int) {
		w := s[from:to]
		caps, small, toned := 0, 0, 0
		for _, r := range w {
			m := markOf(r)
			switch {
			case m == 0:
				return
			case m.upper():
				caps++
			case m.tone() != ngang:
				toned++
			default:
				small++
			}
		}
		if toned == 0 || small > 0 || caps < 2 {
			return
		}
		b = append(b, s[done:from]...)
		for _, r := range w {
			b = utf8.AppendRune(b, upperRune(r))
		}
		done, changed = to, true
	})
	if !changed {
		return s
	}
	return string(append(b, s[done:]...))
}
