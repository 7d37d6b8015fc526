package press

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua/model/fault"
	"thidua/model/paper"
)

// word is what stands between two spaces, or up to a hyphen: pieces of one or
// several styles that are never parted, unless the word alone is wider than its
// line.
type word struct {
	pieces []piece
	width  float64
	space  float64 // natural width of the space after it
	gap    style   // style of that space
	brk    bool    // a forced line break after it
	tied   bool    // it ends in a hyphen: the next word follows without a space
	glued  bool    // no line ends after it: a dash follows
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

	// What a part is made of lies in a few large slices that the next part uses
	// again: see reset.
	wordStore  []word
	pieceStore []piece
	opStore    []op
}

// reset makes room for the next part. Nothing set before may be used after it.
func (p *setter) reset(width, height float64) {
	p.width, p.height = width, height
	p.strips, p.wordStore, p.pieceStore, p.opStore = p.strips[:0], p.wordStore[:0], p.pieceStore[:0], p.opStore[:0]
}

// oneOp is a slice of one op.
func (p *setter) oneOp(o op) []op {
	p.opStore = append(p.opStore, o)
	n := len(p.opStore)
	return p.opStore[n-1 : n : n]
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
	c := wordCutter{out: p.wordStore, pieces: p.pieceStore, first: len(p.wordStore), from: len(p.pieceStore)}
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
		if dashed(s) && !c.open() && len(c.out) > c.first {
			c.out[len(c.out)-1].glued = true
		}
		for s != "" {
			i := strings.IndexAny(s, " \n")
			w := s
			if i >= 0 {
				w = s[:i]
			}
			for n := hyphen(w); n > 0; n = hyphen(w) {
				c.add(piece{text: w[:n], st: st, width: p.measure(w[:n], st, size)})
				c.flush(0, st)
				c.out[len(c.out)-1].tied = true
				w = w[n:]
			}
			if w != "" {
				c.add(piece{text: w, st: st, width: p.measure(w, st, size)})
			}
			if i < 0 {
				break
			}
			if s[i] == '\n' {
				c.breakLine()
			} else if c.open() {
				c.flush(space, st)
				c.out[len(c.out)-1].glued = dashed(s[i+1:])
			}
			s = s[i+1:]
		}
	}
	if c.open() {
		c.flush(0, base)
	}
	p.wordStore, p.pieceStore = c.out, c.pieces
	n := len(c.out)
	return c.out[c.first:n:n]
}

// dashed tells that a text begins with a dash standing by itself: "Phan Rang -
// Tháp Chàm" may be parted after its dash, never before it.
func dashed(s string) bool {
	for _, d := range []string{"- ", "– ", "— "} {
		if strings.HasPrefix(s, d) {
			return true
		}
	}
	return false
}

// hyphen tells after how many bytes of a word a line may end: behind a hyphen or a
// dash with a letter or a figure after it, as word processors part "QĐ-UBND". 0 is
// nowhere.
func hyphen(w string) int {
	dash := 0
	for i, r := range w {
		if dash > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return dash
		}
		dash = 0
		if i > 0 && (r == '-' || r == '–' || r == '—') {
			dash = i + utf8.RuneLen(r)
		}
	}
	return 0
}

// rejoin puts words parted at hyphens together again: a title is not broken there.
func rejoin(ws []word) []word {
	if !slices.ContainsFunc(ws, func(w word) bool { return w.tied }) {
		return ws
	}
	var out []word
	for _, w := range ws {
		if n := len(out) - 1; n >= 0 && out[n].tied {
			head := out[n]
			w.pieces = append(slices.Clone(head.pieces), w.pieces...)
			w.width += head.width
			w.fills += head.fills
			out[n] = w
			continue
		}
		out = append(out, w)
	}
	return out
}

// wordCutter gathers pieces into words; the pieces of all words of a text lie in
// one slice.
type wordCutter struct {
	out    []word
	pieces []piece
	first  int // where the text's words begin
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
	if !c.open() && len(c.out) > c.first && !c.out[len(c.out)-1].brk {
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
		rest = word{space: w.space, gap: w.gap, brk: w.brk, tied: w.tied}
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
