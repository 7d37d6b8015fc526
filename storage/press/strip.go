package press

import (
	"math"
	"strings"

	"thidua/model/paper"
)

// strip is a horizontal slice of a page that is never cut: a line of text, a row
// of a table, a head, a sign block.
type strip struct {
	before  float64 // empty room above it; none at the top of a page
	height  float64
	ops     []op
	keep    bool   // never the last on a page: goes with the next strip
	head    *strip // heading rows to repeat when it begins a page
	newPage bool   // begins a new page
}

// op is one thing drawn, placed from the strip's left top corner.
type op struct {
	kind   opKind
	x, y   float64 // text: start of its base line; line: one end; box: left bottom
	x2, y2 float64 // line: the other end
	text   string
	st     style
	size   float64 // text: its size; line: its width; box: its side
	red    bool
}

type opKind uint8

const (
	opText opKind = iota
	opLine
	opBox
	opTick
)

// baseline is how far under a line's top its letters stand.
func baseline(size float64) float64 { return size * (ascent + leading/2) * lineSpacing }

// setLine draws words on one line between x and x+width, letters standing on y.
func (p *setter) setLine(ops []op, ws []word, x, y, width, size float64, align paper.Align, last bool) []op {
	if len(ws) == 0 {
		return ops
	}
	slack := width - naturalWidth(ws)
	fills := 0
	for _, w := range ws {
		fills += w.fills
	}
	fillExtra, stretch := 0.0, 0.0
	switch {
	case fills > 0:
		fillExtra, slack = slack/float64(fills), 0
	case align == paper.Justify && !last && len(ws) > 1 && slack > 0:
		spaces := 0.0
		for _, w := range ws[:len(ws)-1] {
			spaces += w.space
		}
		stretch = math.Min(slack/spaces, maxStretch)
	case align == paper.Centre:
		x += slack / 2
	case align == paper.Right:
		x += slack
	}
	b := opBuilder{ops: ops, y: y, size: size}
	for i, w := range ws {
		for _, q := range w.pieces {
			if q.mark == paper.None {
				b.add(x, q.text, q.st, q.width)
				x += q.width
				continue
			}
			b.flush()
			wide := q.width
			if q.fill {
				wide = math.Max(wide+fillExtra, 0)
			}
			p.mark(&b, q, x, wide)
			x += wide
		}
		if i == len(ws)-1 {
			break
		}
		b.add(x, " ", w.gap, w.space)
		x += w.space
		if stretch > 0 {
			x += w.space * stretch
			b.flush()
		}
	}
	b.flush()
	return b.ops
}

// opBuilder joins neighbouring texts of one style into one op.
type opBuilder struct {
	ops     []op
	y, size float64
	cur     strings.Builder
	x       float64
	st      style
}

func (b *opBuilder) add(x float64, text string, st style, width float64) {
	if b.cur.Len() > 0 && st != b.st {
		b.flush()
	}
	if b.cur.Len() == 0 {
		if text == " " {
			return
		}
		b.x, b.st = x, st
	}
	b.cur.WriteString(text)
}

func (b *opBuilder) flush() {
	if b.cur.Len() > 0 {
		b.ops = append(b.ops, op{kind: opText, x: b.x, y: b.y, text: b.cur.String(), st: b.st, size: b.size})
		b.cur.Reset()
	}
}

// mark draws a mark wide points wide at x.
func (p *setter) mark(b *opBuilder, q piece, x, wide float64) {
	switch q.mark {
	case paper.Dots:
		dot := p.measure(".", q.st, b.size)
		n := int((wide + slip) / dot)
		if n > 0 {
			// From the right, so that dotted lines under one another end together.
			b.ops = append(b.ops, op{kind: opText, x: x + wide - float64(n)*dot, y: b.y, text: strings.Repeat(".", n), st: q.st, size: b.size})
		}
	case paper.Box, paper.Ticked:
		side := boxShare * b.size * 0.9
		k := opBox
		if q.mark == paper.Ticked {
			k = opTick
		}
		b.ops = append(b.ops, op{kind: k, x: x, y: b.y + 0.06*b.size, size: side})
	}
}

// block is text set in lines within a width: what cells and columns are made of.
type block struct {
	lines  [][]op // each line's ops from the line's own left top
	height float64
	step   float64 // of one line
	widest float64 // natural width of the widest line
}

// setBlock sets a text as lines of a width.
func (p *setter) setBlock(t paper.Text, width, size float64, base style, align paper.Align, mode breakMode) block {
	ws := p.fit(p.words(t, size, base), width, size)
	b := block{step: lineHeight(size)}
	if len(ws) == 0 {
		return b
	}
	for _, l := range breakLines(ws, width, 0, mode) {
		part := ws[l.from:l.to]
		b.widest = math.Max(b.widest, math.Min(naturalWidth(part), width))
		b.lines = append(b.lines, p.setLine(nil, part, 0, baseline(size), width, size, align, l.last))
	}
	b.height = b.step * float64(len(b.lines))
	return b
}

// place copies a block's ops to x, y.
func (b block) place(ops []op, x, y float64) []op {
	for i, l := range b.lines {
		ops = shift(ops, l, x, y+float64(i)*b.step)
	}
	return ops
}

func shift(to, from []op, dx, dy float64) []op {
	for _, o := range from {
		o.x, o.y, o.x2, o.y2 = o.x+dx, o.y+dy, o.x2+dx, o.y2+dy
		to = append(to, o)
	}
	return to
}

// rule is a horizontal line centred on x.
func rule(x, y, length float64) op {
	return op{kind: opLine, x: x - length/2, y: y, x2: x + length/2, y2: y, size: ruleWidth}
}
