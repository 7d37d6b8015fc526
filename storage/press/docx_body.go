package press

import (
	"strings"

	"thidua/model/paper"
)

// part writes one part as a section. Every section but the last ends in a
// paragraph of its own that takes no room.
func (d *docxWriter) part(p paper.Part, sh sheet, last bool) {
	newPage := false
	for i, b := range p.Blocks {
		if _, ok := b.(paper.PageBreak); ok {
			newPage = true
			continue
		}
		if newPage {
			if _, ok := b.(paper.Paragraph); !ok {
				d.thin(docxPara{newPage: true, keepNext: true})
				newPage = false
			}
		}
		d.block(b, tied(p.Blocks, i) && !d.long(b), newPage, beforeTable(p.Blocks, i))
		newPage = false
	}
	section := docxSection(sh, p.Landscape)
	if last {
		d.thin(docxPara{})
		d.raw(section)
		return
	}
	d.thin(docxPara{section: section})
}

// tied tells that a block goes with the next: two lines of text with a sign block.
func tied(bs []paper.Block, i int) bool {
	for k, next := range bs[i+1:] {
		if k > 1 {
			break
		}
		switch next.(type) {
		case paper.Sign:
			return k == 0 || oneLiner(bs[i+1])
		case paper.Rule:
			return k == 0
		}
	}
	return false
}

// oneLiner tells that a block before a sign block is too short to go with it alone.
func oneLiner(b paper.Block) bool {
	const letters = 70 // fewer than a line of body text holds
	switch b := b.(type) {
	case paper.Paragraph:
		return len([]rune(b.Text.String())) < letters
	case paper.Clause:
		return len([]rune(b.Set().String())) < letters
	case paper.Bullet:
		return len([]rune(b.Set().String())) < letters
	case paper.Point:
		return len([]rune(b.Set().String())) < letters
	case paper.Rule:
		return true
	}
	return false
}

// manyLines is how many lines a paragraph may have to be kept with the next: a word
// processor does not part what is kept, and a long text would leave half a page empty.
const manyLines = 12

func (d *docxWriter) long(b paper.Block) bool {
	var t paper.Text
	switch b := b.(type) {
	case paper.Paragraph:
		t = b.Text
	case paper.Clause:
		t = b.Set()
	case paper.Bullet:
		t = b.Set()
	case paper.Point:
		t = b.Set()
	}
	return len(greedy(nil, d.setter.words(t, bodySize, 0), d.setter.width, 0)) > manyLines
}

func beforeTable(bs []paper.Block, i int) bool {
	if i+1 < len(bs) {
		_, ok := bs[i+1].(*paper.Table)
		return ok
	}
	return false
}

// block writes one block. tied keeps it with the next; newPage begins a page.
func (d *docxWriter) block(b paper.Block, tied, newPage, table bool) {
	o := docxPara{style: "NoiDung", keepNext: tied, newPage: newPage, width: d.setter.width}
	if table {
		o.after = tableGap
	}
	switch b := b.(type) {
	case paper.Head:
		d.head(b)
	case paper.Columns:
		d.columns(b)
	case paper.Title:
		d.para(docxPara{style: "TenLoai"}, paper.Plain(b.Name))
		if !b.About.Empty() {
			d.brief(b.About, "TrichYeu")
		}
		if table {
			d.para(docxPara{exact: tableGap, keepNext: true}, nil)
		}
	case paper.AnnexHead:
		d.annexHead(b, table)
	case paper.Banner:
		d.para(docxPara{style: "ThamQuyen"}, paper.Plain(strings.Join(b.Lines, "\n")))
	case paper.Recitals:
		for i, t := range b.Closed() {
			c := docxPara{style: "CanCu", width: d.setter.width}
			if i == 0 {
				c.before, c.setBefore = sectionGap, true
			}
			for k := range t {
				t[k].Italic = false // the style's
			}
			d.para(c, t)
		}
	case paper.Addressees:
		d.addressees(b)
	case paper.Paragraph:
		o.keepNext = tied || b.KeepNext || announces(b.Text)
		if b.Align != paper.Auto {
			o.align = b.Align
		}
		if b.NoIndent || b.Align == paper.Centre || b.Align == paper.Right {
			o.first, o.setFirst = 0, true
		}
		d.para(o, b.Text)
	case paper.Heading:
		d.heading(b, o.after)
	case paper.Article:
		o.style = "Dieu"
		o.keepNext = tied || b.Text.Empty() || announces(b.Text)
		d.para(o, b.Set())
	case paper.Clause:
		o.keepNext = tied || b.Text.Empty() || announces(b.Text)
		d.para(o, b.Set())
	case paper.Point:
		o.keepNext = tied || announces(b.Text)
		d.para(o, b.Set())
	case paper.Bullet:
		d.para(o, b.Set())
	case paper.Fields:
		for i, f := range b.Items {
			q := o
			q.align = paper.Left
			q.keepNext = tied && i >= len(b.Items)-2
			if i < len(b.Items)-1 {
				q.after = 0
			}
			d.para(q, f.Set())
		}
	case *paper.Table:
		d.table(b, tied)
	case paper.Sign:
		d.sign(b, tied)
	case paper.Rule:
		d.para(docxPara{exact: ruleGap + paragraphGap, left: (d.setter.width - shortRuleMM*mm) / 2, right: (d.setter.width - shortRuleMM*mm) / 2, rule: true, keepNext: tied}, nil)
	case paper.Space:
		for range max(b.Lines, 1) {
			d.para(docxPara{}, nil)
		}
	}
}

// widest is the natural width of the widest line of a centred text.
func (d *docxWriter) widest(t paper.Text, width, size float64, st style) float64 {
	return d.setter.setBlock(t, width, size, st, paper.Centre, titled).widest
}

// brief writes a centred text narrower than the body, with a rule below. The lines
// are broken where the PDF breaks them, so that they are of like length.
func (d *docxWriter) brief(t paper.Text, id string) {
	s := styleByID[id]
	room := d.setter.briefRoom(t, s.size, s.st)
	side := (d.setter.width - room) / 2
	d.para(docxPara{broken: true, style: id, left: side, right: side, keepLines: true}, d.setter.balance(t, room, s))
	d.ruleUnder(ruleShare*d.widest(t, room, s.size, s.st), d.setter.width, titleRuleGap, true)
}

func (d *docxWriter) annexHead(b paper.AnnexHead, table bool) {
	before := 0.0
	put := func(id string, t paper.Text, width float64) {
		s := styleByID[id]
		side := (d.setter.width - width) / 2
		d.para(docxPara{broken: true, style: id, before: before, setBefore: true, left: side, right: side, keepLines: true}, d.setter.balance(t, width, s))
		before = titleGap
	}
	widest := 0.0
	narrow := d.setter.briefRoom(b.About, annexTitleSize, bold)
	if b.Label != "" {
		put("PhuLuc", paper.Plain(b.Label), d.setter.width)
		widest = d.widest(paper.Plain(b.Label), d.setter.width, annexLabelSize, bold)
	}
	if b.Title != "" {
		put("PhuLuc", paper.Plain(b.Title), d.setter.width)
		widest = d.widest(paper.Plain(b.Title), d.setter.width, annexTitleSize, bold)
	}
	if !b.About.Empty() {
		put("PhuLuc", b.About, narrow)
		widest = d.widest(b.About, narrow, annexTitleSize, bold)
	}
	if !b.Attached.Empty() {
		put("KemTheo", b.Attached, d.setter.width)
		widest = d.widest(b.Attached, d.setter.width, annexAttachedSize, italic)
	}
	d.ruleUnder(ruleShare*widest, d.setter.width, titleRuleGap, true)
	if table {
		d.para(docxPara{exact: tableGap, keepNext: true}, nil)
	}
}

func (d *docxWriter) heading(b paper.Heading, after float64) {
	switch b.Level {
	case paper.LevelPart, paper.LevelChapter, paper.LevelSection:
		before := float64(sectionGap)
		if l := b.Label(); l != "" {
			d.para(docxPara{style: "Chuong"}, paper.Plain(l))
			before = titleGap
		}
		d.para(docxPara{style: "Chuong", before: before, setBefore: true, after: after}, paper.Plain(b.Title))
		return
	}
	id := map[paper.Level]string{paper.LevelRoman: "DeMucLaMa", paper.LevelArabic: "DeMucSo", paper.LevelLetter: "DeMucChu"}[b.Level]
	d.para(docxPara{style: id, keepLines: true, after: after, width: d.setter.width}, paper.Plain(b.Set().String()))
}

func (d *docxWriter) addressees(b paper.Addressees) {
	p := d.setter
	ls := b.Set()
	if len(ls) == 1 {
		d.para(docxPara{style: "KinhGui", align: paper.Centre, before: sectionGap, setBefore: true, keepLines: true}, ls[0])
		return
	}
	left, colon, dash := p.addresseeColumns(ls)
	d.para(docxPara{style: "KinhGui", left: left, before: sectionGap, setBefore: true, keepNext: true}, ls[0])
	for i, t := range ls[1:] {
		d.para(docxPara{style: "KinhGui", left: left + colon + dash, first: -dash, setFirst: true, keepLines: true, keepNext: i < len(ls)-2}, t)
	}
}
