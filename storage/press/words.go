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
	pieces  []piece
	width   float64
	space   float64 // natural width of the space after it
	letters int32   // of all pieces
	fills   int16   // how many of its pieces run to the end of the line
	gap     style   // style of the space after it
	brk     bool    // a forced line break after it
	tied    bool    // it ends in a hyphen: the next word follows without a space
	glued   bool    // no line ends after it: a dash follows
}

// piece is part of a word in one style, or a mark.
type piece struct {
	text  string
	width float64
	st    style
	mark  paper.Mark
	fill  bool // dots to the end of the line
}

// setter measures and sets the blocks of one part.
type setter struct {
	family *family
	width  float64 // of the text, between the margins
	height float64 // of a page, between the margins
	alone  bool    // no other part is set meanwhile: long tables may use all processors
	fault  error   // the first letter no face has
	strips []strip

	// What a part is made of lies in a few large blocks that the next part uses
	// again: see reset.
	wordStore  store[word]
	pieceStore store[piece]
	opStore    store[op] // lines of text
	laid       store[op] // what a strip is composed of
	breaker    breaker
	hands      []*setter // of long tables
}

// reset makes room for the next part. Nothing set before may be used after it.
func (p *setter) reset(width, height float64) {
	p.width, p.height = width, height
	p.strips = p.strips[:0]
	p.wordStore.reset()
	p.pieceStore.reset()
	p.opStore.reset()
	p.laid.reset()
	for _, h := range p.hands {
		h.reset(width, height)
	}
}

// oneOp is a slice of one op.
func (p *setter) oneOp(o op) []op {
	p.opStore.add(o)
	return p.opStore.take()
}

func newSetter(f *family, width float64) *setter {
	return &setter{family: f, width: width}
}

// store keeps many small slices in a few large blocks: a slice is gathered by add
// and handed out by take.
type store[T any] struct {
	block []T // being filled
	from  int // where the slice being gathered begins
	full  [][]T
	spare [][]T // of parts before
}

// blockSize is how many values a block holds.
const blockSize = 1024

func (s *store[T]) add(v T) {
	if len(s.block) == cap(s.block) {
		s.next()
	}
	s.block = append(s.block, v)
}

// next goes to another block; what is being gathered goes along.
func (s *store[T]) next() {
	open := s.block[s.from:]
	if s.block != nil {
		s.full = append(s.full, s.block)
	}
	var b []T
	if n := len(s.spare) - 1; n >= 0 && cap(s.spare[n]) > len(open) {
		b, s.spare = s.spare[n][:0], s.spare[:n]
	} else {
		b = make([]T, 0, max(blockSize, 2*len(open)))
	}
	s.block, s.from = append(b, open...), 0
}

// open is what is gathered so far.
func (s *store[T]) open() []T { return s.block[s.from:] }

// take hands out what was gathered.
func (s *store[T]) take() []T {
	n := len(s.block)
	out := s.block[s.from:n:n]
	s.from = n
	return out
}

func (s *store[T]) reset() {
	s.spare = append(s.spare, s.full...)
	s.block, s.full, s.from = s.block[:0], s.full[:0], 0
}

// measure is the width of s in points. The first letter no face has is kept as
// the part's fault.
func (p *setter) measure(s string, st style, size float64) float64 {
	units, missing := p.family.faces[st].measure(s)
	if missing != 0 && p.fault == nil {
		p.fault = noGlyph(missing, s)
	}
	return float64(units) * size / 1000
}

func noGlyph(missing rune, s string) error {
	return fault.New(fault.Invalid, "press.no-glyph", string(missing), s)
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
		if r >= rune(len(plain)) || !plain[r] {
			return false
		}
	}
	return true
}

// plain are the letters isClean knows.
var plain = func() (t [0x1f00]bool) {
	for r := range t {
		t[r] = r >= ' ' && r < 0x7f || r == '\n' || r >= 0xc0 && r < 0x180 || r == 0x1a0 || r == 0x1a1 || r == 0x1af || r == 0x1b0 || r >= 0x1ea0 && r <= 0x1ef9
	}
	return t
}()

// words cuts a text into words of a size. base is added to the style of every run.
func (p *setter) words(t paper.Text, size float64, base style) []word {
	c := wordCutter{p: p}
	for _, r := range t {
		st := base | styleOf(r.Bold, r.Italic)
		switch r.Mark {
		case paper.None:
			c.run(clean(r.Words), st, size)
		case paper.Break:
			c.breakLine()
		case paper.Dots:
			if r.Chars <= 0 {
				c.add(piece{mark: paper.Dots, st: st, fill: true, width: minFill}, 0)
			} else {
				c.add(piece{mark: paper.Dots, st: st, width: float64(r.Chars) * p.measure("0", base, size)}, 0)
			}
		case paper.Gap:
			c.add(piece{mark: paper.Gap, st: st, width: float64(r.Chars) * p.measure("0", base, size)}, 0)
		case paper.Box, paper.Ticked:
			c.add(piece{mark: r.Mark, st: st, width: boxShare * size}, 0)
		}
	}
	if c.open() {
		c.flush(0, base)
	}
	return p.wordStore.take()
}

// dashed tells that a text begins with a dash standing by itself: "Phan Rang -
// Tháp Chàm" may be parted after its dash, never before it.
func dashed(s string) bool {
	if s == "" || s[0] != '-' && s[0] < 0x80 {
		return false
	}
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "— ")
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
			w.letters += head.letters
			w.fills += head.fills
			out[n] = w
			continue
		}
		out = append(out, w)
	}
	return out
}

// wordCutter gathers pieces into words, in the stores of a setter.
type wordCutter struct {
	p       *setter
	width   float64
	letters int32
	fills   int16
}

// run cuts clean words of one style, measuring each on the way. A line may end behind
// a hyphen or a dash with a letter or a figure after it, as word processors part
// "QĐ-UBND".
func (c *wordCutter) run(s string, st style, size float64) {
	face := c.p.family.faces[st]
	space := c.p.measure(" ", st, size)
	if last := c.last(); last != nil && !c.open() && dashed(s) {
		last.glued = true
	}
	var (
		start   int    // of the piece
		units   int    // its width
		n       int32  // its letters
		left    uint16 // the glyph before
		missing rune
		dash    bool // the letter before was a dash
	)
	end := func(at int) {
		if at == start {
			return
		}
		c.add(piece{text: s[start:at], st: st, width: float64(units) * size / 1000}, n)
		if missing != 0 && c.p.fault == nil {
			c.p.fault = noGlyph(missing, s[start:at])
		}
		start, units, n, left, missing = at, 0, 0, 0, 0
	}
	for i, r := range s {
		if r == ' ' || r == '\n' {
			end(i)
			start, dash = i+1, false
			if r == '\n' {
				c.breakLine()
			} else if c.open() {
				c.flush(space, st)
				c.last().glued = dashed(s[i+1:])
			}
			continue
		}
		if dash && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			end(i)
			c.flush(0, st)
			c.last().tied = true
		}
		dash = i > start && (r == '-' || r == '–' || r == '—')
		l := face.letter(r)
		if l.glyph == 0 && missing == 0 {
			missing = r
		}
		units += int(l.width) + face.pair(left, l.glyph)
		left = l.glyph
		n++
	}
	end(len(s))
}

func (c *wordCutter) open() bool { return len(c.p.pieceStore.block) > c.p.pieceStore.from }

// last is the word flushed last of this text.
func (c *wordCutter) last() *word {
	ws := c.p.wordStore.open()
	if len(ws) == 0 {
		return nil
	}
	return &ws[len(ws)-1]
}

func (c *wordCutter) add(x piece, letters int32) {
	c.p.pieceStore.add(x)
	c.width += x.width
	c.letters += letters
	if x.fill {
		c.fills++
	}
}

func (c *wordCutter) flush(space float64, gap style) {
	c.p.wordStore.add(word{pieces: c.p.pieceStore.take(), width: c.width, space: space, gap: gap, letters: c.letters, fills: c.fills})
	c.width, c.letters, c.fills = 0, 0, 0
}

func (c *wordCutter) breakLine() {
	if last := c.last(); last != nil && !c.open() && !last.brk {
		last.brk = true
		return
	}
	c.flush(0, 0)
	c.last().brk = true
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
		for _, y := range head.pieces {
			head.letters += int32(utf8.RuneCountInString(y.text))
		}
		rest.letters = w.letters - head.letters
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
