package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Repair brings a cell back to Unicode. It believes the font first, unless the
// letters speak plainly against it; then the letters themselves; and where
// they allow two readings, what the column mostly is (see DetectColumn; ""
// when nothing is known). White space stays as it came.
//
// A cell without a letter beyond ASCII comes back as it is, as capitals under
// an H font. Nothing is guessed silently: a cell that allows two readings with
// only its column to decide is Doubtful and carries the other one.
func Repair(s, font string, column Encoding) Repaired {
	t := survey(s)
	if t.plain {
		return Repaired{Text: s, Encoding: Unicode}
	}
	if t.own && judge(Unicode, s).clean() {
		return Repaired{Text: s, Encoding: Unicode}
	}
	fenc, upper := oldFont(font)
	if t.ascii {
		return repairASCII(s, t, fenc, upper, column)
	}
	if t.broken {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if fenc != "" && !t.beyond && !t.utf8 {
		// The common road of an old sheet: the font is right and one look is enough.
		if f := judge(fenc, s); f.clean() {
			return finish(Repaired{Text: Decode(fenc, s, upper), Encoding: fenc}, f, t)
		}
	}
	u := judge(Unicode, s)
	if t.beyond && u.clean() {
		return settle(Repaired{Text: s, Encoding: Unicode}, t)
	}
	if t.beyond {
		return repairMixed(s, t, u, fenc, column)
	}
	if t.utf8 {
		if r, ok := fromUTF8(s, u, column); ok {
			return r
		}
	}
	var r Repaired
	switch {
	case fenc != "":
		r = byFont(s, u, fenc, upper)
	case u.clean():
		r = unicodeUnless(s, t, column)
	default:
		r = byLetters(s, u, column)
	}
	if r.Encoding == TCVN3 {
		return finish(r, judge(TCVN3, s), t)
	}
	return finish(r, u, t)
}

// legacy are the old encodings, the likelier first.
var legacy = [...]Encoding{TCVN3, VNI, CP1258}

// byFont reads the cell as its font says, unless that makes no words where
// another reading does.
func byFont(s string, u tally, font Encoding, upper bool) Repaired {
	f := judge(font, s)
	r := Repaired{Text: Decode(font, s, upper), Encoding: font}
	if f.clean() {
		return r
	}
	if u.clean() && u.known() {
		if u.score() >= f.score()+8 {
			return Repaired{Text: s, Encoding: Unicode}
		}
		return Repaired{Text: s, Encoding: Unicode, Doubt: Doubtful, Other: r.Text}
	}
	for _, e := range legacy {
		if e == font {
			continue
		}
		if o := judge(e, s); o.clean() && o.known() {
			alt := Repaired{Text: Decode(e, s, false), Encoding: e}
			if o.score() < f.score()+8 {
				alt.Doubt, alt.Other = Doubtful, r.Text
			}
			return alt
		}
	}
	if f.score() <= u.score() || f.broken > 0 {
		r.Doubt = Doubtful
		if o := NFC(s); o != r.Text {
			r.Other = o
		}
	}
	return r
}

// fromUTF8 takes a cell that has the look of UTF-8 read as windows-1252. That
// its bytes are UTF-8 again and make words is hardly ever chance, but for "Ã"
// before a no-break space, which is "à" or the end of "XÃ".
func fromUTF8(s string, u tally, column Encoding) (Repaired, bool) {
	d, ok := decodeUTF8(s)
	if !ok {
		return Repaired{}, false
	}
	if j := judge(Unicode, d); !j.clean() || !j.known() {
		if column != UTF8 {
			return Repaired{}, false
		}
		return settle(Repaired{Text: d, Encoding: UTF8, Doubt: Doubtful, Other: NFC(s)}, survey(d)), true
	}
	r := Repaired{Text: d, Encoding: UTF8}
	if column != UTF8 && u.clean() && onlyGrave(s) {
		if column == Unicode || column == "" {
			return Repaired{}, false
		}
		r = Repaired{Text: s, Encoding: Unicode, Doubt: Doubtful, Other: d}
	}
	return settle(r, survey(r.Text)), true
}

// onlyGrave tells that "Ã" with a no-break space is all that looks like UTF-8.
func onlyGrave(s string) bool {
	return isASCII(strings.ReplaceAll(s, "Ã\u00a0", ""))
}

// unicodeUnless takes a cell that reads well as Unicode. In a column of an old
// encoding the cell is doubtful when it reads as well in that encoding: "Hé" is
// Hé, or Hộ in TCVN3. In a mixed or unknown column it is doubtful when another
// reading is usual Vietnamese; elsewhere only when people, besides, hardly write the cell
// as it stands: "Soá" is VNI's Số. Marks that compose well are Unicode; only a
// whole column could make them something else.
func unicodeUnless(s string, t traits, column Encoding) Repaired {
	r := Repaired{Text: s, Encoding: Unicode}
	if isLegacy(column) {
		if text, ok := reads(column, s); ok {
			if peoples[lowerText(text)] {
				return Repaired{Text: text, Encoding: column} // "Cô-ho" names nobody, Cơ-ho does
			}
			if rarer(text, s) {
				r.Doubt, r.Other = Doubtful, text
				return r
			}
			return Repaired{Text: text, Encoding: column, Doubt: Doubtful, Other: NFC(s)}
		}
	}
	known := column != Mixed && column != ""
	if known && usual(s) || column != Mixed && t.comb {
		return r
	}
	for _, e := range legacy {
		if e == column || e == CP1258 && column != Mixed {
			continue // windows-1258 unread is too rare to trouble anybody without a hint
		}
		if text, ok := reads(e, s); ok && usual(text) {
			r.Doubt, r.Other = Doubtful, text
			return r
		}
	}
	return r
}

// reads gives the other text a cell makes in an encoding, when that is all words.
func reads(e Encoding, s string) (string, bool) {
	if j := judge(e, s); !j.clean() || !j.known() {
		return "", false
	}
	text := Decode(e, s, false)
	return text, text != NFC(s)
}

// byLetters reads a cell that makes no words as Unicode and whose font tells nothing.
func byLetters(s string, u tally, column Encoding) Repaired {
	if isLegacy(column) {
		if j := judge(column, s); j.clean() && j.known() {
			r := Repaired{Text: Decode(column, s, false), Encoding: column}
			if usual(r.Text) {
				return r
			}
			for _, e := range legacy {
				if e == column {
					continue
				}
				if text, ok := reads(e, s); ok && text != r.Text && usual(text) {
					r.Doubt, r.Other = Doubtful, text
					return r
				}
			}
			return r
		}
	}
	var best, second reading
	for _, e := range legacy {
		j := judge(e, s)
		if !j.known() || j.score() <= u.score() {
			continue
		}
		c := reading{e, j, Decode(e, s, false), false}
		c.usual = usual(c.text)
		if c.better(best) {
			best, second = c, best
		} else if c.better(second) {
			second = c
		}
	}
	if best.enc == "" {
		r := Repaired{Text: s, Encoding: Unicode}
		if u.broken > 0 || u.odd > 0 && isLegacy(column) {
			r.Doubt = Doubtful
		}
		return r
	}
	r := Repaired{Text: best.text, Encoding: best.enc}
	switch {
	case !best.clean() && best.score() < u.score()+4:
		r.Doubt, r.Other = Doubtful, NFC(s)
	case !best.clean():
		r.Doubt = Doubtful
	case second.enc != "" && second.clean() && second.text != best.text && second.usual == best.usual:
		r.Doubt, r.Other = Doubtful, second.text
	case best.enc == TCVN3 && column != TCVN3 && u.broken == 0 && u.odd == 1 && u.good > 0 && allVietnamese(s):
		// Every letter may be Unicode and all words but one are syllables: that one
		// may be a name of another language ("Ngô Giê") as well as an old encoding.
		r.Doubt, r.Other = Doubtful, NFC(s)
		if column != Mixed {
			r.Text, r.Encoding, r.Other = s, Unicode, r.Text
		}
	case u.broken == 0 && best.good+best.short == 1 && !best.usual:
		// One word of letters only: it may be a word of another language.
		r.Doubt, r.Other = Doubtful, NFC(s)
	}
	return r
}

// allVietnamese tells a text of letters of the Vietnamese alphabet only.
func allVietnamese(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf && markOf(r) == 0 {
			return false
		}
	}
	return true
}

// A reading is what a cell makes in one encoding.
type reading struct {
	enc Encoding
	tally
	text  string
	usual bool
}

func (a reading) better(b reading) bool {
	switch {
	case b.enc == "":
		return true
	case a.clean() != b.clean():
		return a.clean()
	case a.usual != b.usual:
		return a.usual
	}
	return a.score() > b.score()
}

func isLegacy(e Encoding) bool { return e == TCVN3 || e == VNI || e == CP1258 }

// repairMixed takes a cell that holds letters only Unicode has, and words that
// are none: a person typed on in Unicode behind an old text. Word by word.
func repairMixed(s string, t traits, u tally, font, column Encoding) Repaired {
	order := legacy
	for i, e := range order {
		if i > 0 && (e == font || font == "" && e == column) {
			order[0], order[i] = order[i], order[0]
		}
	}
	var b strings.Builder
	done := 0
	words(s, func(from, to int) {
		w := s[from:to]
		if judge(Unicode, w).clean() {
			return
		}
		for _, e := range order {
			if j := judge(e, w); j.clean() && j.known() {
				b.WriteString(s[done:from])
				b.WriteString(Decode(e, w, false))
				done = to
				return
			}
		}
	})
	if done == 0 {
		r := Repaired{Text: s, Encoding: Unicode}
		if u.broken > 0 {
			r.Doubt = Doubtful
		}
		return settle(r, t)
	}
	b.WriteString(s[done:])
	return settle(Repaired{Text: b.String(), Encoding: Mixed, Doubt: Doubtful, Other: NFC(s)}, t)
}

// repairASCII takes a cell of ASCII only: it is the same in every encoding.
func repairASCII(s string, t traits, fenc Encoding, upper bool, column Encoding) Repaired {
	r := Repaired{Text: s, Encoding: Unicode}
	if upper {
		r.Text, r.Encoding = upperText(s), fenc
	}
	if t.broken {
		r.Doubt = Doubtful
	}
	if fenc == TCVN3 || fenc == "" && column == TCVN3 {
		if text, lost := restoreHorn(r.Text, true); lost {
			r.Text, r.Doubt, r.Encoding = text, LostLetter, TCVN3
		}
	}
	return r
}

// finish does what every reading needs at the end; j is how its words looked.
func finish(r Repaired, j tally, t traits) Repaired {
	if r.Encoding == TCVN3 && j.shout > 0 {
		r.Text = evenCapitals(r.Text)
	}
	if r.Encoding == TCVN3 && j.odd+j.bare > 0 {
		if text, lost := restoreHorn(r.Text, false); lost && r.Doubt != Doubtful {
			r.Text, r.Doubt = text, LostLetter
		} else if r.Doubt == NoDoubt && torn(r.Text) {
			r.Doubt = LostLetter
		}
	}
	if r.Other != "" && r.Other == r.Text {
		r.Other = ""
	}
	return settle(r, t)
}

// settle makes the text NFC, puts Đ for its lookalikes, drops soft hyphens
// that are no letters, and doubts a text that came damaged.
func settle(r Repaired, t traits) Repaired {
	if r.Encoding == Unicode || r.Encoding == Mixed || r.Encoding == UTF8 {
		if t.loose {
			r.Text = settleRunes(r.Text)
		}
	}
	r.Text = NFC(r.Text)
	if r.Doubt == NoDoubt && (t.broken || t.comb && r.Encoding == Unicode && looseMark(r.Text)) {
		r.Doubt = Doubtful
	}
	return r
}

// looseMark tells a combining mark that stands behind no letter: what it stood on
// was lost.
func looseMark(s string) bool {
	before := ' '
	for _, r := range s {
		if r >= 0x300 && r <= 0x36f && !nameLetter(before) {
			return true
		}
		before = r
	}
	return false
}

func settleRunes(s string) string {
	b := make([]byte, 0, len(s))
	for i, r := range s {
		switch r {
		case 'Ð', 'Ɖ':
			r = 'Đ'
		case 'ð':
			r = 'đ'
		case 0xad:
			if next, _ := utf8.DecodeRuneInString(s[i+len("\u00ad"):]); !apart(b, next) {
				continue
			}
			r = ' '
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

// apart tells that a sign without width stood for a space: a small letter
// before it and a capital behind.
func apart(before []byte, next rune) bool {
	last, _ := utf8.DecodeLastRune(before)
	return unicode.IsLower(last) && unicode.IsUpper(next)
}

// words calls f for every run of letters and signs that judge takes for one word.
func words(s string, f func(from, to int)) {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r < utf8.RuneSelf && !asciiLetter(byte(r)) || r >= utf8.RuneSelf && wordBreak(r) {
				break
			}
			i += n
		}
		if i > start {
			f(start, i)
		}
		if i < len(s) {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		}
	}
}

// DetectColumn tells what a column is written in. Every cell that is sure by
// itself has a vote, with its font when fonts gives one (fonts may be nil or
// shorter). Where a tenth or more of the votes differ the column is Mixed; so is
// one mostly in Unicode with a single sure cell of an old encoding that no font
// explains, because its look-alikes would pass unseen. Without any sure cell it
// is Unicode. It serves for the cells of one row as well.
func DetectColumn(texts, fonts []string) Encoding {
	encodings := [...]Encoding{Unicode, TCVN3, VNI, CP1258, UTF8}
	var votes [len(encodings)]int
	total, bare := 0, 0 // bare: sure of an old encoding without its font
	for i, s := range texts {
		t := survey(s)
		if t.ascii {
			continue
		}
		if t.plain {
			votes[0]++
			total++
			continue
		}
		font := ""
		if i < len(fonts) {
			font = fonts[i]
		}
		r := Repair(s, font, "")
		if r.Doubt == Doubtful {
			continue
		}
		for k, e := range encodings {
			if r.Encoding == e {
				votes[k]++
				total++
			}
		}
		if enc, _ := oldFont(font); r.Encoding != Unicode && r.Encoding != enc {
			bare++
		}
	}
	if total == 0 {
		return Unicode
	}
	for k, e := range encodings {
		if votes[k]*10 > total*9 && (e != Unicode || bare == 0) {
			return e
		}
	}
	return Mixed
}
