package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/paper"
	"thidua/model/viet"
)

// How a nominee is written on official paper: the rank or the degree stands in
// place of Ông or Bà, the post before the unit, nothing twice.

// title is what stands before a name: the rank or degree, else Ông or Bà; when the
// sex is not known, both, for the hand to strike out one.
func (l Line) title() string {
	if h := viet.Clean(l.Honorific); h != "" {
		return h
	}
	switch l.Gender {
	case "male":
		return "Ông"
	case "female":
		return "Bà"
	}
	return "Ông (Bà)"
}

// called is the name with what stands before it: "Ông Nguyễn Văn A", "Hộ ông Lê
// Văn B", a collective's own name.
func (l Line) called() string {
	name := viet.Clean(l.Name)
	if name == "" {
		return ""
	}
	switch l.kindOr() {
	case Individual:
		return l.title() + " " + name
	case Household:
		if low := strings.ToLower(name); strings.HasPrefix(low, "hộ ") || strings.HasPrefix(low, "gia đình ") {
			return capitalWord(name)
		}
		t := l.title()
		if l.Honorific == "" {
			t = strings.ToLower(t)
		}
		return "Hộ " + t + " " + name
	}
	return capitalWord(name)
}

// place is post and unit, or the address: what stands after the name.
func (l Line) place(f *facts) string {
	switch l.kindOr() {
	case Individual:
		if p := f.postAndUnit(l.Post, l.Unit); p != "" {
			return p
		}
		return viet.Clean(l.Address)
	case Household:
		// The unit of a household is who proposed it; only a commune tells where it
		// lives.
		if a := viet.Clean(l.Address); a != "" {
			return a
		}
		commune, ok := strings.CutPrefix(viet.Clean(l.Unit), "Ủy ban nhân dân ")
		if !ok {
			return ""
		}
		return commune
	}
	if holds(l.Name, l.Unit) {
		return ""
	}
	return viet.Clean(l.Unit)
}

// entry is the nominee in one phrase: "Ông Nguyễn Văn A, Phó Giám đốc Sở Nội vụ".
func (l Line) entry(f *facts) paper.Text {
	name, place := l.called(), l.place(f)
	switch {
	case name == "":
		return paper.DotsFor(blank * 2)
	case place == "" && l.Kind != Collective:
		return paper.Join(paper.Plain(name+", "), paper.DotsFor(blank))
	case place == "":
		return paper.Plain(name)
	}
	return paper.Plain(name + ", " + place)
}

// known is entry without dots for a place nobody has told: on a ballot or in minutes
// there is nobody to fill them in.
func (l Line) known(f *facts) paper.Text {
	if l.place(f) == "" && l.called() != "" {
		return paper.Plain(l.called())
	}
	return l.entry(f)
}

// postAndUnit joins a post to its unit: "Giám đốc Sở Nội vụ", but "Chuyên viên,
// Sở Nội vụ" and "Trưởng phòng Hành chính, Sở Nội vụ". Which posts go straight
// into the name of their unit is a text the office may add to.
func (f *facts) postAndUnit(post, unit string) string {
	post, unit = viet.Clean(post), viet.Clean(unit)
	switch {
	case post == "" || unit == "":
		return post + unit
	case holds(post, unit):
		return post
	}
	if joint, ok := overlap(post, unit); ok {
		return joint
	}
	for _, head := range f.listed("chuc-vu-lien-don-vi") {
		if strings.EqualFold(post, head) {
			return post + " " + unit
		}
	}
	return post + ", " + unit
}

// listed is strings for a text that stays the same for every line of a list, read
// once.
func (f *facts) listed(key string) []string {
	if s, ok := f.read[key]; ok {
		return s
	}
	s := f.strings(key)
	if f.read == nil {
		f.read = map[string][]string{}
	}
	f.read[key] = s
	return s
}

// overlap joins a post that ends in the words its unit begins with: "Chánh Văn
// phòng" and "Văn phòng Ủy ban nhân dân tỉnh".
func overlap(post, unit string) (string, bool) {
	p, u := strings.Fields(post), strings.Fields(unit)
	for n := min(len(p)-1, len(u)-1); n > 0; n-- {
		if strings.EqualFold(strings.Join(p[len(p)-n:], " "), strings.Join(u[:n], " ")) {
			return strings.Join(append(p, u[n:]...), " "), true
		}
	}
	return "", false
}

// replaceWords puts long in place of short where short stands as whole words.
func replaceWords(s, short, long string) string {
	if short == "" || !strings.Contains(s, short) {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, short)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		end := i + len(short)
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[end:])
		b.WriteString(s[:i])
		if wordRune(before) || wordRune(after) {
			b.WriteString(short)
		} else {
			b.WriteString(long)
		}
		s = s[end:]
	}
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// holds tells that words already stand in a longer text as whole words.
func holds(text, words string) bool {
	text, words = strings.ToLower(viet.Clean(text)), strings.ToLower(viet.Clean(words))
	if words == "" {
		return true
	}
	return strings.Contains(" "+text+" ", " "+words+" ") || strings.Contains(" "+text+",", " "+words+",")
}

// joinWords joins what is not empty and not already said.
func joinWords(between string, parts ...string) string {
	out := ""
	for _, p := range parts {
		p = viet.Clean(p)
		switch {
		case p == "" || out != "" && holds(out, p):
		case out == "":
			out = p
		default:
			out += between + p
		}
	}
	return out
}

// filled is a cell's text, dots when the fact is missing.
func filled(s string) paper.Text {
	if s = viet.Clean(s); s == "" {
		return paper.DotsFor(0)
	}
	return paper.Plain(s)
}
