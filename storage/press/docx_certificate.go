package press

import (
	"fmt"
	"strings"

	"thidua/model/paper"
)

// certificates writes each certificate as a section of its own sheet; every text
// stands in a frame placed from the sheet's edge, so that it can be moved by hand.
func (d *docxWriter) certificates(cs []paper.Certificate, by Offset, last bool) {
	for i, c := range cs {
		sh := sheetOfCertificate(c)
		for _, f := range c.Fields {
			d.frame(f, by)
		}
		section := fmt.Sprintf(`<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/><w:pgMar w:top="284" w:right="284" w:bottom="284" w:left="284" w:header="0" w:footer="0" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>`,
			twips(sh.width), twips(sh.height))
		if last && i == len(cs)-1 {
			d.thin(docxPara{})
			d.raw(section)
			return
		}
		d.thin(docxPara{section: section})
	}
}

func (d *docxWriter) frame(f paper.Slot, by Offset) {
	t := d.setter.slot(f)
	height := float64(len(t.lines)) * lineHeight(t.size)
	y := (f.Y + by.Y) * mm
	if f.H > 0 {
		y += (f.H*mm - height) / 2
	}
	align := f.Align
	if align == paper.Auto {
		align = paper.Centre
	}
	d.rawf(`<w:p><w:pPr><w:framePr w:w="%d" w:h="%d" w:hRule="atLeast" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="%d" w:y="%d"/><w:jc w:val="%s"/></w:pPr>`,
		twips(f.W*mm), twips(height), twips((f.X+by.X)*mm), twips(y), justification(align))
	for i, l := range t.lines {
		if i > 0 {
			d.raw("<w:r><w:br/></w:r>")
		}
		for k, w := range t.words[l.from:l.to] {
			for n, q := range w.pieces {
				words := q.text
				switch q.mark {
				case paper.Gap:
					words = strings.Repeat("\u00a0", int(q.width/d.setter.measure(" ", q.st, t.size)+0.5))
				case paper.Dots:
					words = d.dots(q.width, q.st, t.size)
				}
				if n == len(w.pieces)-1 && l.from+k < l.to-1 {
					words += " "
				}
				props := runProps(q.st, 0)
				if f.Red {
					props += `<w:color w:val="C8101E"/>`
				}
				d.raw("<w:r>" + wrapProps(props+fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, int(2*t.size), int(2*t.size))) +
					`<w:t xml:space="preserve">` + escape(words) + "</w:t></w:r>")
			}
		}
	}
	d.raw("</w:p>")
}
