package press

import (
	"math"

	"thidua/model/paper"
)

// sign sets the end of a paper as one strip, never alone on a page: the two strips
// above it go with it.
func (p *setter) sign(b paper.Sign) {
	s := strip{before: signGap}
	switch len(b.Signers) {
	case 0:
		return
	case 1:
		leftWidth := p.width * signLeftShare / (signLeftShare + signRightShare)
		x, w := leftWidth, p.width-leftWidth
		if b.Middle {
			x, w = p.width/4, p.width/2
		}
		// "Nơi nhận:" stands level with the post, below a date above the post.
		g := b.Signers[0]
		top := 0.0
		if !g.Dated.Empty() {
			d := p.setBlock(g.Dated, w, datedSize, italic, paper.Centre, ragged)
			top = d.height
		}
		left := p.recipients(b, 0, top, leftWidth-2*cellPadX)
		s.height = math.Max(left, p.signers([]paper.Signer{g}, x, w))
	default:
		n := len(b.Signers)
		s.height = p.signers(b.Signers, 0, p.width/float64(n))
		if len(b.Recipients) > 0 {
			s.height = p.recipients(b, 0, s.height+signGap, p.width/2)
		}
	}
	p.keepLast(2)
	s.ops = p.laid.take()
	p.strips = append(p.strips, s)
}

// signerBlocks are one signer's texts, set in a width. Between post and held is the
// room for hand and seal.
type signerBlocks struct{ dated, post, held, name []block }

func (p *setter) signerBlocks(g paper.Signer, width float64) signerBlocks {
	set := func(size float64, base style, ts ...paper.Text) []block {
		var out []block
		for _, t := range ts {
			if !t.Empty() {
				out = append(out, p.setBlock(t, width-cellPadX, size, base, paper.Centre, titled))
			}
		}
		return out
	}
	plain := func(ls []string) (ts []paper.Text) {
		for _, l := range ls {
			ts = append(ts, paper.Plain(l))
		}
		return ts
	}
	name := set(nameSize, bold, paper.Plain(g.Name))
	if g.Name == "" {
		name = []block{{height: lineHeight(nameSize)}} // a name to be written by hand needs its line
	}
	return signerBlocks{
		dated: set(datedSize, italic, g.Dated),
		post:  append(set(postSize, bold, plain(g.Post)...), set(signNoteSize, italic, paper.Plain(g.Note))...),
		held:  set(postSize, bold, plain(g.Held)...),
		name:  name,
	}
}

func tall(bs []block) (h float64) {
	for _, b := range bs {
		h += b.height
	}
	return h
}

// signerHeights are how high the date, the post and the post held in the agency
// stand.
func (p *setter) signerHeights(g paper.Signer, width float64) (dated, post, held float64) {
	b := p.signerBlocks(g, width)
	return tall(b.dated), tall(b.post), tall(b.held)
}

// signers draws those who sign side by side, each width wide, and tells where the
// lowest ends. Posts begin on one line, names stand on one line.
func (p *setter) signers(gs []paper.Signer, x, width float64) float64 {
	cs := make([]signerBlocks, len(gs))
	datedHeight, postHeight, heldHeight := 0.0, 0.0, 0.0
	for i, g := range gs {
		cs[i] = p.signerBlocks(g, width)
		datedHeight, postHeight, heldHeight = math.Max(datedHeight, tall(cs[i].dated)), math.Max(postHeight, tall(cs[i].post)), math.Max(heldHeight, tall(cs[i].held))
	}
	bottom := 0.0
	for i, c := range cs {
		y := datedHeight - tall(c.dated)
		put := func(bs []block) {
			for _, b := range bs {
				p.lay(b, x+float64(i)*width+cellPadX/2, y)
				y += b.height
			}
		}
		put(c.dated)
		put(c.post)
		y = datedHeight + postHeight + signRoomLines*lineHeight(bodySize) + heldHeight - tall(c.held)
		put(c.held)
		put(c.name)
		bottom = math.Max(bottom, y)
	}
	return bottom
}

// recipients draws Nơi nhận from y down and tells where it ends.
func (p *setter) recipients(b paper.Sign, x, y, width float64) float64 {
	ls := b.RecipientLines()
	if len(ls) == 0 {
		return y
	}
	// The title is set lower by the difference of the base lines, so that it stands
	// on one line with the post.
	y += baseline(postSize) - baseline(recipientTitleSize)
	title := p.setBlock(paper.Plain(ls[0]), width, recipientTitleSize, bold|italic, paper.Left, ragged)
	p.lay(title, x, y)
	y += title.height
	dash := p.measure("- ", 0, recipientSize)
	for _, l := range ls[1:] {
		blk := p.setBlock(paper.Plain(l), width-dash, recipientSize, 0, paper.Left, loose)
		for i := range blk.lines {
			if i > 0 {
				blk.lines[i].x += dash // later lines hang under the first word
			}
		}
		p.lay(blk, x, y)
		y += blk.height
	}
	return y
}
