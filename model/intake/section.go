package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"thidua/model/viet"
)

// The styles an ordinal can have. A group row is told by its style; a new
// group closes the last one of its style and all that stood below it.
const (
	styleNone   = ""
	styleNumber = "1"
	stylePart   = "1.1"
	styleRoman  = "I"
	styleLetter = "A"
	styleSmall  = "a"
	styleDash   = "-"
)

// group is one open group row.
type group struct {
	style string
	mark  string // the ordinal itself
	text  string
	kind  string
	unit  string
	doubt bool   // the unit's capitals were put right without certainty
	award string // code
}

var (
	leadOrdinal = regexp.MustCompile(`^\(?((?:[IVX]{1,5})|[A-ZĐ]|[a-hđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)\-–:/]+\s*(\S.*)$`)
	leadBare    = regexp.MustCompile(`^([IVX]{1,5}|[A-HĐ])\s+(\p{Lu}.*)$`)
	countBehind = regexp.MustCompile(`(?i)\s*[:;,\-–(\[]*\s*(?:gồm|có|tổng số)?\s*\d+\s*(?:người|tập thể|cá nhân|hộ gia đình|hộ|đ/c|đồng chí|trường hợp|đơn vị|ông, bà|ông/bà|tt|cn)\s*[)\].:;]*\s*$`)
	unitLabel   = regexp.MustCompile(`(?i)^(?:tên )?(?:cơ quan, đơn vị|cơ quan|đơn vị|địa phương|thuộc)(?:\s*[:\-–]\s*|\s+)(.+)$`)
	countMark   = regexp.MustCompile(`\s*(?:[:(]\s*\d+\s*[).:;]*)\s*$`)
)

// ordinalStyle tells how a row is numbered.
func ordinalStyle(s, lastLetter string) string {
	s = strings.Trim(s, " .,)(:/")
	if s == "" {
		return styleNone
	}
	if strings.Trim(s, "-–+*•") == "" {
		return styleDash
	}
	if digitsOnly(s) {
		return styleNumber
	}
	if s[0] >= '0' && s[0] <= '9' && strings.Trim(s, "0123456789.-") == "" {
		return stylePart
	}
	if isRoman(s) {
		// I after H is a letter; I, V, X else are Roman: lists rarely reach that far.
		if len(s) == 1 && lastLetter != "" && lastLetter[0]+1 == s[0] {
			return styleLetter
		}
		return styleRoman
	}
	if utf8.RuneCountInString(s) == 1 {
		r, _ := utf8.DecodeRuneInString(s)
		switch {
		case r >= 'A' && r <= 'Z' || r == 'Đ':
			return styleLetter
		case r >= 'a' && r <= 'z' || r == 'đ':
			return styleSmall
		}
	}
	return "?"
}

// cutOrdinal parts an ordinal written before the text in one cell.
func cutOrdinal(s string) (mark, text string) {
	if m := leadOrdinal.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	if m := leadBare.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return "", s
}

// groupText leaves out the counts behind a group's name.
func groupText(s string) string {
	s = countBehind.ReplaceAllString(s, "")
	s = countMark.ReplaceAllString(s, "")
	return strings.Trim(s, " .:;,-–")
}

// kindOf tells which kind of nominee a group's text announces.
func (lx *lexicon) kindOf(text string) string {
	key := phraseKey(text)
	if k, ok := lx.kinds[key]; ok {
		return k
	}
	if len(key) > 200 {
		return ""
	}
	found := ""
	for _, p := range []struct{ word, kind string }{{"hộ gia đình", Household}, {"tập thể", Collective}, {"cá nhân", Individual}} {
		if !strings.Contains(" "+key+" ", " "+p.word+" ") {
			continue
		}
		if found != "" {
			return "" // "Tập thể, cá nhân" announces both
		}
		rest, begins := strings.CutPrefix(key+" ", p.word+" ")
		follows := begins && startsAny(rest, "đề nghị", "được", "tặng", "có", "đạt", "khen", "xét", "thuộc", "trong", "tiêu biểu", "điển hình", "xuất sắc")
		leads := strings.HasSuffix(key, " "+p.word) && startsAny(key+" ", "danh sách", "đối với", "về", "phần", "khen", "đề nghị", "các", "khối", "tặng", "bằng khen", "giấy khen", "dành cho", "cho", "tổng hợp")
		middle := startsAny(key+" ", "danh sách", "khen thưởng", "đề nghị", "tặng", "bằng khen", "giấy khen", "các")
		if follows || leads || middle {
			found = p.kind
		}
	}
	return found
}

func startsAny(s string, beginnings ...string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(s, b+" ") {
			return true
		}
	}
	return false
}

// groupOf reads a group row's text.
func (t *reading) groupOf(mark, text string) group {
	g := group{mark: mark, style: ordinalStyle(mark, t.lastLetter())}
	g.text = groupText(text)
	if m := unitLabel.FindStringSubmatch(g.text); m != nil && t.namesUnit(m[1]) {
		g.text = m[1]
	}
	g.kind = t.lx.kindOf(g.text)
	if code, ok := t.awards.exact(g.text); ok {
		g.award = code
	} else if codes := t.awards.within(phraseKey(g.text)); len(codes) == 1 {
		g.award = codes[0]
	}
	switch {
	case g.kind == "" && g.award == "":
		// "Tập thể Sở Y tế", "Cá nhân thuộc Sở Y tế" say both.
		for _, p := range []struct{ word, kind string }{{"hộ gia đình", Household}, {"tập thể", Collective}, {"cá nhân", Individual}} {
			n := len(p.word)
			if len(g.text) > n+1 && strings.ToLower(g.text[:n]) == p.word && g.text[n] == ' ' {
				rest := strings.TrimPrefix(strings.TrimPrefix(g.text[n+1:], "thuộc "), "THUỘC ")
				if t.namesUnit(rest) {
					g.kind = p.kind
					g.unit, g.doubt = t.unitWriting(rest)
				}
			}
		}
		if g.kind == "" && t.namesUnit(g.text) {
			g.unit, g.doubt = t.unitWriting(g.text)
		}
	case g.kind != "" && g.award == "":
		if i := strings.Index(strings.ToLower(g.text), " thuộc "); i > 0 && i+9 < len(g.text) {
			if rest := g.text[i+len(" thuộc "):]; t.namesUnit(rest) {
				g.unit, g.doubt = t.unitWriting(rest)
			}
		}
	}
	if g.style == styleNone {
		// Without a number the groups nest by what they are.
		switch {
		case g.unit != "":
			g.style = "unit"
		case g.kind != "":
			g.style = "kind"
		case g.award != "":
			g.style = "award"
		default:
			g.style = "other"
		}
	}
	return g
}

func (t *reading) lastLetter() string {
	for _, g := range t.groups {
		if g.style == styleLetter {
			return g.mark
		}
	}
	return ""
}

// open puts a group row in its place among the open ones.
func (t *reading) open(g group) {
	for i, o := range t.groups {
		if o.style == g.style {
			t.groups = t.groups[:i]
			break
		}
	}
	t.groups = append(t.groups, g)
	t.section = ""
	for i, o := range t.groups {
		if i > 0 {
			t.section += " / "
		}
		t.section += o.text
	}
}

// under gives what the open groups say, the innermost first.
func (t *reading) under() (kind, unit, award string, doubt bool) {
	for i := len(t.groups) - 1; i >= 0; i-- {
		g := &t.groups[i]
		if kind == "" {
			kind = g.kind
		}
		if unit == "" {
			unit, doubt = g.unit, g.doubt
		}
		if award == "" {
			award = g.award
		}
	}
	return kind, unit, award, doubt
}

// namesUnit tells that a group's text is the name of a unit: the registry knows
// it, or it begins as names of bodies do. Clusters and blocks are no units.
func (t *reading) namesUnit(text string) bool {
	toks := tokens(text)
	if len(toks) == 0 || len(toks) > 25 {
		return false
	}
	if t.units.known(text) {
		return true
	}
	switch toks[0].key {
	case "cụm", "khối", "nhóm", "ngành", "lĩnh":
		return false
	}
	return len(toks) > 1 && t.lx.startsUnit(toks)
}

// unitWriting brings a unit's name to normal writing.
func (t *reading) unitWriting(text string) (string, bool) {
	if t.lx.shouting(text) {
		return t.lx.normal(text)
	}
	return text, false
}

// sameKey tells that two texts are the same but for capitals and spacing.
func sameKey(a, b string) bool { return viet.Key(a) == viet.Key(b) }
