package press

import (
	"math"

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
	kind    opKind
	red     bool
	x, y    float64 // text: start of its base line; line: one end
	x2, y2  float64 // line: the other end
	size    float64 // text: its size; line: its width
	words   []word  // text: a line of words
	stretch float64 // text: each space grows by this many times itself
	track   float64 // text: room after each letter and space
	fill    float64 // text: what each dotted line to the end is wider than its least
}

type opKind uint8

const (
	opText opKind = iota
	opLine
)

// width is how wide a text stands from its first letter to its last.
func (o op) width() float64 {
	w := naturalWidth(o.words)
	if o.track != 0 {
		s := spanOf(o.words)
		w += o.track * float64(s.letters-1)
	}
	for i := range o.words {
		w += o.fill * float64(o.words[i].fills)
		if i < len(o.words)-1 {
			w += o.words[i].space * o.stretch
		}
	}
	return w
}

// baseline is how far under a line's top its letters stand.
func baseline(size float64) float64 { return size * (ascent + leading/2) * lineSpacing }

// setLine sets words on one line between x and x+width, letters standing on y.
func setLine(ws []word, x, y, width, size float64, align paper.Align, last bool) op {
	o := op{kind: opText, x: x, y: y, size: size, words: ws}
	s := spanOf(ws)
	slack := width - s.natural
	switch {
	case s.fills > 0:
		o.fill = math.Max(slack/float64(s.fills), -minFill)
	case align == paper.Justify && !last && len(ws) > 1 && slack > 0:
		switch {
		case s.tooLoose(slack):
		case slack > easyStretch*s.spaces:
			n := float64(s.letters - 1)
			o.track = math.Floor(math.Min((slack-easyStretch*s.spaces)/n, s.mostTrack())*100) / 100 // as the file writes it
			o.stretch = (slack - n*o.track) / s.spaces
		default:
			o.stretch = slack / s.spaces
		}
	case align == paper.Centre:
		o.x += slack / 2
	case align == paper.Right:
		o.x += slack
	}
	return o
}

// block is text set in lines within a width: what cells and columns are made of.
type block struct {
	lines  []op // from the block's left top
	height float64
	step   float64 // of one line
	widest float64 // natural width of the widest line
}

// setBlock sets a text as lines of a width.
func (p *setter) setBlock(t paper.Text, width, size float64, base style, align paper.Align, mode breakMode) block {
	ws := p.words(t, size, base)
	if mode == titled {
		ws = rejoin(ws)
	}
	ws = p.fit(ws, width, size)
	b := block{step: lineHeight(size)}
	if len(ws) == 0 {
		return b
	}
	for i, l := range p.breaker.breakLines(ws, width, 0, mode) {
		part := ws[l.from:l.to]
		b.widest = math.Max(b.widest, math.Min(naturalWidth(part), width))
		p.opStore.add(setLine(part, 0, float64(i)*b.step+baseline(size), width, size, align, l.last))
	}
	b.lines = p.opStore.take()
	b.height = b.step * float64(len(b.lines))
	return b
}

// lay adds a block's lines to the strip being composed, at x, y.
func (p *setter) lay(b block, x, y float64) {
	for _, o := range b.lines {
		o.x, o.y = o.x+x, o.y+y
		p.laid.add(o)
	}
}

// rule is a horizontal line centred on x.
func rule(x, y, length float64) op {
	return op{kind: opLine, x: x - length/2, y: y, x2: x + length/2, y2: y, size: ruleWidth}
}
