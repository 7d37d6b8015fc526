package press

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"thidua/model/fault"
	"thidua/model/paper"
)

// word is what stands between two spaces: pieces of one or several styles that
// are never parted, unless the word alone is wider than its line.
type word struct {
	pieces []piece
	width  float64
	space  float64 // natural width of the space after it
	gap    style   // style of that space
	brk    bool    // a forced line break after it
	fills  int     // how many of its pieces run to the end of the line
}

// piece is part of a word in one style, or a mark.
type piece struct {
	text  string
	st    style
	mark  paper.Mark
	fill  bool // dots to the end of the line
	width float64
}

// setter measures and sets the blocks of one part.
type setter struct {
	family *family
	width  float64 // of the text, between the margins
	height float64 // of a page, between the margins
	fault  error   // the first letter no face has
	strips []strip
}

func newSetter(f *family, width float64) *setter {
	return &setter{family: f, width: width}
}

// measure is the width of s in points. The first letter no face has is kept as
// the part's fault.
func (p *setter) measure(s string, st style, size float64) float64 {
	units, missing := p.family.faces[st].measure(s)
	if missing != 0 && p.fault == nil {
		p.fault = fault.New(fault.Invalid, "press.no-glyph", string(missing), s)
	}
	return float64(units) * size / 1000
}

// clean makes text printable: composed letters, no control or invisible characters.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\n':
			return r
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		case r == '\u2007' || r == '\u202f':
			return '\u00a0'
		case unicode.Is(unicode.Zs, r) && r != '\u00a0':
			return ' '
		}
		return r
	}, s)
}

// isClean tells quickly that a text has only letters clean would leave: printable
// ASCII and composed Vietnamese letters.
func isClean(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f, r == '\n', r >= 0xc0 && r < 0x180, r == 0x1a0 || r == 0x1a1 || r == 0x1af || r == 0x1b0, r >= 0x1ea0 && r <= 0x1ef9:
		default:
			return false
		}
	}
	return true
}

// words cuts a text into words of a size. base is added to the style of every run.
func (p *setter) words(t paper.Text, size float64, base style) []word {
	letters, runs := 0, len(t)
	for _, r := range t {
		letters += len(r.Words)
	}
	// A Vietnamese word and its space take five to six bytes.
	c := wordCutter{out: make([]word, 0, letters/5+runs+1), pieces: make([]piece, 0, letters/5+2*runs+1)}
	figure := p.measure("0", base, size)
	for _, r := range t {
		st := base | styleOf(r.Bold, r.Italic)
		switch r.Mark {
		case paper.Break:
			c.breakLine()
			continue
		case paper.Dots:
			if r.Chars <= 0 {
				c.add(piece{mark: paper.Dots, st: st, fill: true, width: minFill})
			} else {
				c.add(piece{mark: paper.Dots, st: st, width: float64(r.Chars) * figure})
			}
			continue
		case paper.Gap:
			c.add(piece{mark: paper.Gap, st: st, width: float64(r.Chars) * figure})
			continue
		case paper.Box, paper.Ticked:
			c.add(piece{mark: r.Mark, st: st, width: boxShare * size})
			continue
		}
		space := p.measure(" ", st, size)
		s := clean(r.Words)
		for s != "" {
			i := strings.IndexAny(s, " \n")
			if i < 0 {
				c.add(piece{text: s, st: st, width: p.measure(s, st, size)})
				break
			}
			if i > 0 {
				c.add(piece{text: s[:i], st: st, width: p.measure(s[:i], st, size)})
			}
			if s[i] == '\n' {
				c.breakLine()
			} else if c.open() {
				c.flush(space, st)
			}
			s = s[i+1:]
		}
	}
	if c.open() {
		c.flush(0, base)
	}
	return c.out
}

// wordCutter gathers pieces into words; the pieces of all words of a text lie in
// one slice.
type wordCutter struct {
	out    []word
	pieces []piece
	from   int // where the word being gathered begins
	width  float64
	fills  int
}

func (c *wordCutter) open() bool { return len(c.pieces) > c.from }

func (c *wordCutter) add(x piece) {
	c.pieces = append(c.pieces, x)
	c.width += x.width
	if x.fill {
		c.fills++
	}
}

func (c *wordCutter) flush(space float64, gap style) {
	n := len(c.pieces)
	c.out = append(c.out, word{pieces: c.pieces[c.from:n:n], width: c.width, space: space, gap: gap, fills: c.fills})
	c.from, c.width, c.fills = n, 0, 0
}

func (c *wordCutter) breakLine() {
	if !c.open() && len(c.out) > 0 && !c.out[len(c.out)-1].brk {
		c.out[len(c.out)-1].brk = true
		return
	}
	c.flush(0, 0)
	c.out[len(c.out)-1].brk = true
}

// boxShare is the width of a check box as a share of the size.
const boxShare = 0.8

// fit parts the words wider than a whole line, at letters, after a mark such as
// "-" or "/" where there is one: an e-mail address in a narrow column.
func (p *setter) fit(ws []word, width, size float64) []word {
	wide := false
	for _, w := range ws {
		wide = wide || w.width > width && w.fills == 0
	}
	if !wide {
		return ws
	}
	var out []word
	for _, w := range ws {
		for w.width > width && len(w.pieces) > 0 {
			head, rest := p.part(w, width, size)
			if len(rest.pieces) == 0 {
				break
			}
			out = append(out, head)
			w = rest
		}
		out = append(out, w)
	}
	return out
}

// part cuts a word into what fits a width and the rest; at least one letter goes.
func (p *setter) part(w word, width, size float64) (head, rest word) {
	room := width
	for i, x := range w.pieces {
		if x.width <= room || x.mark != paper.None {
			head.pieces = append(head.pieces, x)
			head.width += x.width
			room -= x.width
			continue
		}
		cut, soft := 0, 0
		for k, r := range x.text {
			next := k + len(string(r))
			if p.measure(x.text[:next], x.st, size) > room && (cut > 0 || i > 0) {
				break
			}
			cut = next
			if strings.ContainsRune("-/.@_,;:", r) {
				soft = next
			}
		}
		if soft > 0 {
			cut = soft
		}
		a, b := x, x
		a.text, b.text = x.text[:cut], x.text[cut:]
		a.width, b.width = p.measure(a.text, a.st, size), p.measure(b.text, b.st, size)
		rest = word{space: w.space, gap: w.gap, brk: w.brk}
		if a.text != "" {
			head.pieces = append(head.pieces, a)
			head.width += a.width
		}
		if b.text != "" {
			rest.pieces = append(rest.pieces, b)
		}
		rest.pieces = append(rest.pieces, w.pieces[i+1:]...)
		for _, y := range rest.pieces {
			rest.width += y.width
			if y.fill {
				rest.fills++
			}
		}
		return head, rest
	}
	return head, rest
}
