package press

import (
	"math"
	"strings"

	"thidua/model/paper"
)

// head sets the head of a paper: one strip, kept with what follows. The line of
// the number and that of the date stand level (PL I, mục V: ô 3 and ô 4).
func (p *setter) head(b paper.Head) {
	leftWidth := p.headLeft(b)
	rightX, rightWidth := leftWidth, p.width-leftWidth
	s := strip{keep: true}
	centre := func(t paper.Text, x, y, width, size float64, base style) block {
		blk := p.setBlock(t, width-2*headPad, size, base, paper.Centre, titled)
		p.lay(blk, x+headPad, y)
		return blk
	}

	leftY := 0.0
	if len(b.Parent) > 0 {
		leftY += centre(paper.Plain(strings.Join(b.Parent, "\n")), 0, leftY, leftWidth, parentSize, 0).height
	}
	if len(b.Issuer) > 0 {
		blk := centre(paper.Plain(strings.Join(b.Issuer, "\n")), 0, leftY, leftWidth, issuerSize, bold)
		leftY += blk.height + ruleGap
		p.laid.add(rule(leftWidth/2, leftY, blk.widest*ruleShare))
	}

	nation := p.setBlock(paper.Plain(paper.Nation), rightWidth, nationSize, bold, paper.Centre, ragged)
	motto := p.setBlock(paper.Plain(paper.Motto), rightWidth, mottoSize, bold, paper.Centre, ragged)
	p.lay(nation, rightX, 0)
	p.lay(motto, rightX, nation.height)
	rightY := nation.height + motto.height + ruleGap
	p.laid.add(rule(rightX+rightWidth/2, rightY, motto.widest))

	s.height = math.Max(leftY, rightY) + ruleWidth
	row := s.height + headRowGap
	y := row
	if !b.Number.Empty() {
		y += centre(p.squeeze(b.Number, leftWidth-2*headPad, styleByID["SoKyHieu"]), 0, y, leftWidth, numberSize, 0).height
		s.height = y
	}
	if !b.About.Empty() {
		y += aboutGap
		y += centre(b.About, 0, y, leftWidth, aboutSize, 0).height
		s.height = y
	}
	if b.Urgency != paper.NotUrgent {
		y += urgencyGap
		p.urgency(b.Urgency, leftWidth/2, y)
		s.height = y + urgencyHeightMM*mm
	}
	if !b.Dated.Empty() {
		d := centre(p.squeeze(b.Dated, rightWidth-2*headPad, styleByID["DiaDanh"]), rightX, row, rightWidth, datedSize, italic)
		s.height = math.Max(s.height, row+d.height)
	}
	s.ops = p.laid.take()
	p.strips = append(p.strips, s)
}

// urgency draws the red box of a degree of urgency, centred on x, from y down.
func (p *setter) urgency(u paper.Urgency, x, y float64) {
	w, h := urgencyWidthMM[u]*mm, urgencyHeightMM*mm
	blk := p.setBlock(paper.Plain(u.String()), w, urgencySize, bold, paper.Centre, titled)
	first := len(p.laid.open())
	p.lay(blk, x-w/2, y+(h-blk.height)/2)
	for _, l := range [4][4]float64{{0, 0, w, 0}, {0, h, w, h}, {0, 0, 0, h}, {w, 0, w, h}} {
		p.laid.add(op{kind: opLine, x: x - w/2 + l[0], y: y + l[1], x2: x - w/2 + l[2], y2: y + l[3], size: ruleWidth})
	}
	box := p.laid.open()[first:]
	for i := range box {
		box[i].red = true
	}
}

// headLeft is the width of the head's left column: the sample's share, less where a
// long place needs more room to stay on one line with its date.
func (p *setter) headLeft(b paper.Head) float64 {
	left := p.width * headLeftShare / (headLeftShare + headRightShare)
	if b.Dated.Empty() {
		return left
	}
	s := styleByID["DiaDanh"]
	need := naturalWidth(p.words(p.squeeze(b.Dated, p.width-left-2*headPad, s), s.size, s.st)) + 2*headPad + 2*slip
	return min(left, max(p.width-need, headLeftLeastMM*mm))
}

// squeeze narrows the blanks of a line that is to stay one line, a number or a
// date with a long place, down to two thirds;
// a text that is still too long stays as narrow as that.
func (p *setter) squeeze(t paper.Text, width float64, s paperStyle) paper.Text {
	over := naturalWidth(p.words(t, s.size, s.st)) - width
	if over <= 0 {
		return t
	}
	blanks := 0
	for _, r := range t {
		if r.Mark == paper.Gap || r.Mark == paper.Dots {
			blanks += r.Chars
		}
	}
	figure := p.measure("0", s.st, s.size)
	if blanks == 0 {
		return t
	}
	share := max(1-over/(float64(blanks)*figure), 2./3)
	out := append(paper.Text(nil), t...)
	for i := range out {
		out[i].Chars = int(float64(out[i].Chars) * share)
	}
	return out
}

// columns sets texts side by side.
func (p *setter) columns(b paper.Columns) {
	sum := 0.0
	for _, s := range b.Shares {
		sum += s
	}
	s := strip{keep: true}
	x := 0.0
	for i, c := range b.Cells {
		w := p.width * b.Shares[i] / sum
		align, mode := c.Align, loose
		if align == paper.Auto {
			align = paper.Left
		}
		if align == paper.Centre {
			mode = titled
		}
		blk := p.setBlock(c.Text, w-cellPadX, columnsSize, 0, align, mode)
		p.lay(blk, x, 0)
		s.height = math.Max(s.height, blk.height)
		x += w
	}
	s.ops = p.laid.take()
	p.strips = append(p.strips, s)
}
