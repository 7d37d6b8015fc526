package paper

import "strconv"

// Banner is one or several bold centred lines: the authority that decides
// ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"), "QUYẾT ĐỊNH:". It stays with what follows.
type Banner struct{ Lines []string }

// Recitals are the căn cứ: each on its own line in italics, ending ";", the last
// one "." — whatever closing punctuation the texts bring is replaced.
type Recitals struct{ Items []Text }

// Addressees is "Kính gửi:": one on the same line, several one to a line with "-"
// and ";", the last ".".
type Addressees struct {
	Label string // "Kính gửi" when empty
	Names []string
}

// Paragraph is body text. Auto alignment is justified.
type Paragraph struct {
	Text     Text
	Align    Align
	NoIndent bool // no first-line indent
	KeepNext bool // never the last thing on a page
}

// Level is the rank of a Heading.
type Level uint8

// The levels, from the widest. Part and Chapter are numbered in Roman figures,
// Section in Arabic; the others stand in papers without Điều.
const (
	LevelPart    Level = iota // "Phần I" centred, title in capitals on the next line
	LevelChapter              // "Chương I", the same
	LevelSection              // "Mục 1", the same
	LevelRoman                // "I. TITLE", bold, at the indent
	LevelArabic               // "1. Title", bold, at the indent
	LevelLetter               // "a) Title", italic, at the indent
)

// Heading is a heading of the body; it stays with what follows.
type Heading struct {
	Level  Level
	Number int // 1…; 0 for no number
	Title  string
}

// Label is the number as printed: "Chương II", "I.", "1.", "a)".
func (h Heading) Label() string {
	if h.Number <= 0 {
		return ""
	}
	switch h.Level {
	case LevelPart:
		return "Phần " + Roman(h.Number)
	case LevelChapter:
		return "Chương " + Roman(h.Number)
	case LevelSection:
		return "Mục " + strconv.Itoa(h.Number)
	case LevelRoman:
		return Roman(h.Number) + "."
	case LevelArabic:
		return strconv.Itoa(h.Number) + "."
	}
	return Letter(h.Number) + ")"
}

// Article is a Điều: "Điều 1." and the title in bold, the text after them. With a
// title and no text it stands alone over its khoản and stays with them.
type Article struct {
	Number int
	Title  string
	Text   Text
}

// Label is "Điều 1.".
func (a Article) Label() string { return "Điều " + strconv.Itoa(a.Number) + "." }

// Clause is a khoản: "1." and its text; a title, if any, is bold.
type Clause struct {
	Number int
	Title  string
	Text   Text
}

// Label is "1.".
func (c Clause) Label() string { return strconv.Itoa(c.Number) + "." }

// Point is a điểm: "a)", in the order of the Vietnamese alphabet.
type Point struct {
	Number int // 1 is a
	Text   Text
}

// Label is "a)".
func (p Point) Label() string { return Letter(p.Number) + ")" }

// Bullet is a line that begins with "- ".
type Bullet struct{ Text Text }

// Fields are lines "Label: value", the way a form asks for facts. A Field without
// a value leaves a dotted line to write on.
type Fields struct{ Items []Field }

// Field is one line of Fields.
type Field struct {
	Label string // without the colon; empty continues the dotted lines of the one above
	Value Text
}

// letters are those a điểm counts with: no f, j, w, z, and ă â ê ô ơ ư are not
// used for counting, as the decree's own annexes show.
var letters = []rune("abcdđeghiklmnopqrstuvxy")

// Letter is the nth letter of the Vietnamese order used for điểm: a b c d đ e g h
// i k l m n o p q r s t u v x y, then aa, ab ….
func Letter(n int) string {
	if n <= 0 {
		return ""
	}
	n--
	s := string(letters[n%len(letters)])
	if n >= len(letters) {
		return Letter(n/len(letters)) + s
	}
	return s
}

// Roman is n in Roman figures, 1…3999.
func Roman(n int) string {
	vals := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	figs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	s := ""
	for i, v := range vals {
		for n >= v {
			s += figs[i]
			n -= v
		}
	}
	return s
}
