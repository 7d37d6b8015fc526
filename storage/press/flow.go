package press

import (
	"strings"

	"thidua/model/paper"
)

// paraStyle is how one paragraph is set.
type paraStyle struct {
	size     float64
	base     style
	align    paper.Align
	first    float64 // first-line indent
	left     float64 // indent of every line
	right    float64
	before   float64
	keep     bool // with the next strip
	together bool // its lines are not parted
	mode     breakMode
}

// body is the style of the text itself.
func body() paraStyle {
	return paraStyle{size: bodySize, align: paper.Justify, first: indentMM * mm, before: paragraphGap, mode: filled}
}

// lined is the style of lines that are not prose: headings, the facts of a form, the
// entries of a list. They are justified nowhere, as there is nothing to fill.
func lined() paraStyle {
	o := body()
	o.align, o.mode = paper.Left, loose
	return o
}

// centred is the style of titles.
func centred(size float64, base style, before float64) paraStyle {
	return paraStyle{size: size, base: base, align: paper.Centre, before: before, keep: true, together: true, mode: titled}
}

// para sets a text as one strip a line.
func (p *setter) para(t paper.Text, o paraStyle) {
	width := p.width - o.left - o.right
	ws := p.words(t, o.size, o.base)
	if o.mode == titled {
		ws = rejoin(ws)
	}
	ws = p.fit(ws, width-o.first, o.size)
	if len(ws) == 0 {
		return
	}
	ls := p.breaker.breakLines(ws, width, o.first, o.mode)
	for i, l := range ls {
		x, w := o.left, width
		if i == 0 {
			x, w = x+o.first, w-o.first
		}
		s := strip{height: lineHeight(o.size)}
		s.ops = p.oneOp(setLine(ws[l.from:l.to], x, baseline(o.size), w, o.size, o.align, l.last))
		if i == 0 {
			s.before = o.before
		}
		// No single line of a paragraph alone at the foot or at the top of a page.
		s.keep = o.together || i == 0 || i == len(ls)-2
		if i == len(ls)-1 {
			s.keep = o.keep
		}
		p.strips = append(p.strips, s)
	}
}

// set lays out one block.
func (p *setter) set(b paper.Block) {
	switch b := b.(type) {
	case paper.Head:
		p.head(b)
	case paper.Columns:
		p.columns(b)
	case paper.Title:
		p.title(b)
	case paper.AnnexHead:
		p.annexHead(b)
	case paper.Banner:
		p.para(paper.Plain(strings.Join(b.Lines, "\n")), centred(bannerSize, bold, sectionGap))
	case paper.Recitals:
		for i, t := range b.Closed() {
			o := body()
			if i == 0 {
				o.before = sectionGap
			}
			p.para(t, o)
		}
	case paper.Addressees:
		p.addressees(b)
	case paper.Paragraph:
		o := body()
		if b.Align != paper.Auto && b.Align != paper.Justify {
			o.align, o.mode = b.Align, ragged
			if b.Align == paper.Centre {
				o.mode = balanced
			}
			if b.Align != paper.Left {
				o.first = 0
			}
		}
		if b.NoIndent {
			o.first = 0
		}
		o.keep = b.KeepNext || announces(b.Text)
		p.para(b.Text, o)
	case paper.Heading:
		p.heading(b)
	case paper.Article:
		o := body()
		o.keep = b.Text.Empty() || announces(b.Text)
		p.para(b.Set(), o)
	case paper.Clause:
		o := body()
		o.keep = b.Text.Empty() || announces(b.Text)
		p.para(b.Set(), o)
	case paper.Point:
		o := body()
		o.keep = announces(b.Text)
		p.para(b.Set(), o)
	case paper.Bullet:
		p.para(b.Set(), body())
	case paper.Fields:
		for _, f := range b.Items {
			p.para(f.Set(), lined())
		}
	case *paper.Table:
		p.table(b)
	case paper.Sign:
		p.sign(b)
	case paper.Rule:
		s := strip{before: paragraphGap, height: ruleGap + ruleWidth}
		s.ops = []op{rule(p.width/2, ruleGap, shortRuleMM*mm)}
		p.keepLast(1)
		p.strips = append(p.strips, s)
	case paper.Space:
		p.strips = append(p.strips, strip{height: float64(max(b.Lines, 1)) * lineHeight(bodySize)})
	case paper.PageBreak:
		p.strips = append(p.strips, strip{newPage: true})
	}
}

// announces tells that a text leads to what comes after it ("…, cụ thể như sau:"),
// so that it is not the last thing on a page.
func announces(t paper.Text) bool {
	return strings.HasSuffix(strings.TrimSpace(t.String()), ":")
}

// keepLast ties the last n strips to what comes.
func (p *setter) keepLast(n int) {
	for i := len(p.strips) - 1; i >= 0 && n > 0; i-- {
		if p.strips[i].newPage {
			return
		}
		p.strips[i].keep = true
		if p.strips[i].height > 0 {
			n--
		}
	}
}

// title sets the name of the kind and what it is about, ruled below.
func (p *setter) title(b paper.Title) {
	p.para(paper.Plain(b.Name), centred(titleSize, bold, headGap))
	if b.About.Empty() {
		return
	}
	p.brief(b.About, briefSize, bold, titleGap)
	p.ruleUnder()
}

// brief sets a centred text a little narrower than the body.
func (p *setter) brief(t paper.Text, size float64, base style, before float64) {
	o := centred(size, base, before)
	o.left = (p.width - p.briefRoom(t, size, base)) / 2
	o.right = o.left
	p.para(t, o)
}

// briefRoom is the room of a brief: a little narrower than the body, wider where
// that keeps a phrase whole.
func (p *setter) briefRoom(t paper.Text, size float64, base style) float64 {
	ws := rejoin(p.words(t, size, base))
	room := p.width * briefWidth
	if len(ws) == 0 {
		return room
	}
	whole := inPhrase(ws)
	parted := func(width float64) (n int) {
		for _, l := range p.breaker.breakLines(ws, width, 0, titled) {
			if l.to < len(ws) && whole[l.to-1] && !ws[l.to-1].brk {
				n++
			}
		}
		return n
	}
	least := parted(room)
	for width := room + p.width*briefStep; least > 0 && width < p.width; width += p.width * briefStep {
		if n := parted(width); n < least {
			least, room = n, width
		}
	}
	return room
}

// ruleUnder draws the rule of a title below the strip set last, by the widest of
// the centred lines above it that belong together.
func (p *setter) ruleUnder() {
	widest := 0.0
	for i := len(p.strips) - 1; i >= 0; i-- {
		for _, o := range p.strips[i].ops {
			widest = max(widest, o.width())
		}
		if p.strips[i].before > 0 {
			break
		}
	}
	p.strips = append(p.strips, strip{height: titleRuleGap + ruleWidth, ops: []op{rule(p.width/2, titleRuleGap, widest*ruleShare)}, keep: true})
}

func (p *setter) annexHead(b paper.AnnexHead) {
	before := 0.0
	if b.Label != "" {
		p.para(paper.Plain(b.Label), centred(annexLabelSize, bold, before))
		before = titleGap
	}
	if b.Title != "" {
		p.para(paper.Plain(b.Title), centred(annexTitleSize, bold, before))
		before = titleGap
	}
	if !b.About.Empty() {
		p.brief(b.About, annexTitleSize, bold, before)
		before = titleGap
	}
	if !b.Attached.Empty() {
		p.para(b.Attached, centred(annexAttachedSize, italic, before))
	}
	p.ruleUnder()
}

func (p *setter) heading(b paper.Heading) {
	if b.Level <= paper.LevelSection {
		before := float64(sectionGap)
		if l := b.Label(); l != "" {
			p.para(paper.Plain(l), centred(bodySize, bold, before))
			before = titleGap
		}
		p.para(paper.Plain(b.Title), centred(bodySize, bold, before))
		return
	}
	o := lined()
	if b.Level == paper.LevelLetter { // as long as the text it stands in
		o = body()
	}
	o.keep, o.together = true, true
	p.para(b.Set(), o)
}

// addressees sets "Kính gửi:". One name stands on its line, centred as a whole;
// the dashes of several stand under the colon.
func (p *setter) addressees(b paper.Addressees) {
	ls := b.Set()
	if len(ls) == 1 {
		p.para(ls[0], paraStyle{size: addresseeSize, align: paper.Centre, before: sectionGap, together: true, mode: balanced})
		return
	}
	left, colon, dash := p.addresseeColumns(ls)
	p.para(ls[0], paraStyle{size: addresseeSize, align: paper.Left, left: left, before: sectionGap, keep: true})
	for i, t := range ls[1:] {
		p.para(t, paraStyle{size: addresseeSize, align: paper.Left, left: left + colon + dash, first: -dash, keep: i < len(ls)-2, together: true})
	}
}

// addresseeColumns places several addressees: where "Kính gửi:" begins, how far its
// colon is from there, how wide a dash is. The whole stands in the middle.
func (p *setter) addresseeColumns(ls []paper.Text) (left, colon, dash float64) {
	colon = p.measure(ls[0].String(), 0, addresseeSize) - p.measure(":", 0, addresseeSize)
	widest := 0.0
	for _, t := range ls[1:] {
		widest = max(widest, naturalWidth(p.words(t, addresseeSize, 0)))
	}
	return max((p.width-colon-widest)/2, indentMM*mm), colon, p.measure("- ", 0, addresseeSize)
}
