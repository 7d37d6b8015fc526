package press

import (
	"bufio"
	"fmt"
	"math"
	"slices"
	"strings"

	"thidua/model/paper"
)

// docxWriter writes the body of a .docx.
type docxWriter struct {
	w      *bufio.Writer
	setter *setter // measures: rules as long as their text, dots to the line's end
}

// docxPara is what one paragraph has beside its style.
type docxPara struct {
	style     string
	keepNext  bool
	keepLines bool
	newPage   bool    // begins a page
	before    float64 // points; unset: the style's
	setBefore bool
	after     float64
	exact     float64 // exact line height in points
	left      float64
	right     float64
	first     float64 // first-line indent; negative hangs; unset: the style's
	setFirst  bool
	align     paper.Align // Auto: the style's
	rule      bool        // a line below
	width     float64     // room for its lines, to count dots
	section   string      // the section that ends here
	broken    bool        // its lines are broken by hand already
	base      style       // added to every run: a bold cell
}

// The writer's errors are kept by bufio and met at Flush.
func (d *docxWriter) raw(s string) { _, _ = d.w.WriteString(s) }

func (d *docxWriter) rawf(format string, args ...any) { _, _ = fmt.Fprintf(d.w, format, args...) }

// para writes one paragraph. The order of the properties is ECMA-376's.
func (d *docxWriter) para(o docxPara, t paper.Text) {
	s := styleByID[o.style]
	var b strings.Builder
	b.WriteString("<w:p><w:pPr>")
	if o.style != "" {
		b.WriteString(`<w:pStyle w:val="` + o.style + `"/>`)
	}
	if o.keepNext && !s.keep {
		b.WriteString("<w:keepNext/>")
	}
	if o.keepLines {
		b.WriteString("<w:keepLines/>")
	}
	if o.newPage {
		b.WriteString("<w:pageBreakBefore/>")
	}
	if o.rule {
		fmt.Fprintf(&b, `<w:pBdr><w:bottom w:val="single" w:sz="%d" w:space="0" w:color="000000"/></w:pBdr>`, int(ruleWidth*8))
	}
	if o.align == paper.Auto && s.align == paper.Justify && d.torn(t, s, o) {
		o.align = paper.Left
	}
	fill, boxed := false, false
	for i, r := range t {
		fill = fill || r.Mark == paper.Dots && r.Chars <= 0 && i == len(t)-1
		boxed = boxed || r.Mark == paper.Box || r.Mark == paper.Ticked
	}
	if fill && o.width > 0 {
		fmt.Fprintf(&b, `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, twips(o.width+o.left))
	}
	sp := ""
	if o.setBefore && o.before != s.before {
		sp += fmt.Sprintf(` w:before="%d"`, twips(o.before))
	}
	if o.after != 0 {
		sp += fmt.Sprintf(` w:after="%d"`, twips(o.after))
	}
	if o.exact != 0 {
		sp += fmt.Sprintf(` w:line="%d" w:lineRule="exact"`, twips(o.exact))
	}
	if boxed {
		// The face that has the boxes is taller; the line keeps to the text's own.
		sp += fmt.Sprintf(` w:line="%d" w:lineRule="exact"`, twips(lineHeight(sizeOf(s))))
	}
	if sp != "" {
		b.WriteString("<w:spacing" + sp + "/>")
	}
	ind := ""
	if o.left != 0 {
		ind += fmt.Sprintf(` w:left="%d"`, twips(o.left))
	}
	if o.right != 0 {
		ind += fmt.Sprintf(` w:right="%d"`, twips(o.right))
	}
	if o.setFirst && o.first < 0 {
		ind += fmt.Sprintf(` w:hanging="%d"`, twips(-o.first))
	} else if o.setFirst && o.first != s.first {
		ind += fmt.Sprintf(` w:firstLine="%d"`, twips(o.first))
	}
	if ind != "" {
		b.WriteString("<w:ind" + ind + "/>")
	}
	if o.align != paper.Auto && o.align != s.align {
		b.WriteString(`<w:jc w:val="` + justification(o.align) + `"/>`)
	}
	if o.exact != 0 {
		// The paragraph's own mark must be as small as its line.
		b.WriteString(`<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>`)
	}
	b.WriteString(o.section + "</w:pPr>")
	d.raw(b.String())
	d.runs(d.coupled(t, s, o), s, o)
	d.raw("</w:p>")
}

// coupled ties the last two words of a paragraph where a word processor, which
// fills line after line, would leave the last one alone.
func (d *docxWriter) coupled(t paper.Text, s paperStyle, o docxPara) paper.Text {
	n := len(t) - 1
	if o.broken || o.width == 0 || n < 0 || t[n].Mark != paper.None {
		return t
	}
	first := s.first
	if o.setFirst {
		first = o.first
	}
	ws := d.setter.words(t, sizeOf(s), s.st|o.base)
	ls := greedy(nil, ws, o.width, first)
	k := len(ls) - 1
	if k == 0 || ls[k].to-ls[k].from > 1 {
		return t
	}
	if ls = d.setter.breaker.breakLines(ws, o.width, first, filled); ls[k].to-ls[k].from < 2 {
		return t
	}
	end := strings.TrimRight(t[n].Words, " ")
	at := strings.LastIndex(end, " ")
	if at < 0 {
		return t
	}
	out := slices.Clone(t)
	out[n].Words = end[:at] + "\u00a0" + end[at+1:]
	return out
}

// torn tells that a line of a paragraph with blanks to fill would be stretched past
// what the PDF allows: a word processor knows no such limit.
func (d *docxWriter) torn(t paper.Text, s paperStyle, o docxPara) bool {
	blank := slices.ContainsFunc(t, func(r paper.Run) bool { return r.Mark == paper.Gap || r.Mark == paper.Dots })
	if !blank || o.width == 0 {
		return false
	}
	first := s.first
	if o.setFirst {
		first = o.first
	}
	ws := d.setter.words(t, sizeOf(s), s.st|o.base)
	for i, l := range greedy(nil, ws, o.width, first) {
		room := o.width
		if i == 0 {
			room -= first
		}
		s := spanOf(ws[l.from:l.to])
		if !l.last && s.fills == 0 && s.tooLoose(room-s.natural) {
			return true
		}
	}
	return false
}

// sizeOf is the size a style sets text in.
func sizeOf(s paperStyle) float64 {
	if s.size == 0 {
		return bodySize
	}
	return s.size
}

// runs writes the runs of a text in a paragraph; neighbours of one style are one.
func (d *docxWriter) runs(t paper.Text, s paperStyle, o docxPara) {
	size := sizeOf(s)
	fills := d.fills(t, s, o, size)
	var pending strings.Builder
	pendingProps, k := "", 0
	flush := func() {
		if pending.Len() > 0 {
			d.raw("<w:r>" + wrapProps(pendingProps) + `<w:t xml:space="preserve">` + escape(pending.String()) + "</w:t></w:r>")
			pending.Reset()
		}
	}
	for i, r := range t {
		st := styleOf(r.Bold, r.Italic) | o.base
		props := runProps(st, s.st)
		text := func(words string) {
			if props != pendingProps {
				flush()
				pendingProps = props
			}
			pending.WriteString(words)
		}
		mark := func(xml string) {
			flush()
			d.raw("<w:r>" + wrapProps(props) + xml + "</w:r>")
		}
		wide := func(chars int) float64 { return float64(chars) * d.setter.measure("0", st|s.st, size) }
		switch r.Mark {
		case paper.None:
			for n, l := range strings.Split(r.Words, "\n") {
				if n > 0 {
					mark("<w:br/>")
				}
				if l != "" {
					d.setter.measure(clean(l), st|s.st, size) // finds letters no face has
					text(l)
				}
			}
		case paper.Break:
			mark("<w:br/>")
		case paper.Gap:
			// Spaces one after another, as an officer types them; in a paragraph that the
			// word processor breaks itself they are tied to what they stand by. Slanted
			// no-break spaces are too wide in LibreOffice, so those stay plain.
			blank := "\u00a0"
			if o.broken || (st|s.st)&italic != 0 {
				blank = " "
			}
			text(strings.Repeat(blank, int(math.Round(wide(r.Chars)/d.setter.measure(" ", st|s.st, size)))))
		case paper.Dots:
			switch {
			case r.Chars > 0:
				text(d.dots(wide(r.Chars), st|s.st, size))
			case i == len(t)-1 && o.width > 0:
				mark("<w:tab/>")
			default:
				text(d.dots(fills[k], st|s.st, size))
				k++
			}
		case paper.Box, paper.Ticked:
			sign := "☐"
			if r.Mark == paper.Ticked {
				sign = "☑"
			}
			flush()
			d.raw(`<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/></w:rPr><w:t>` + sign + "</w:t></w:r>")
		}
	}
	flush()
}

// fills are the widths of the dotted lines in the middle of lines, as the PDF has them.
func (d *docxWriter) fills(t paper.Text, s paperStyle, o docxPara, size float64) []float64 {
	var out []float64
	width := o.width
	if width == 0 {
		width = d.setter.width
	}
	ws := d.setter.words(t, size, s.st|o.base)
	first := s.first
	if o.setFirst {
		first = o.first
	}
	for i, l := range d.setter.breaker.breakLines(ws, width, first, ragged) {
		part := ws[l.from:l.to]
		n := 0
		for _, w := range part {
			n += int(w.fills)
		}
		room := width - naturalWidth(part)
		if i == 0 {
			room -= first
		}
		for range n {
			out = append(out, minFill+max(room/float64(n), 0))
		}
	}
	return out
}

func (d *docxWriter) dots(width float64, st style, size float64) string {
	return strings.Repeat(".", int((width+slip)/d.setter.measure(".", st, size)))
}

// runProps are a run's properties beyond those of its paragraph's style.
func runProps(st, base style) string {
	p := ""
	if st&^base&bold != 0 {
		p += "<w:b/><w:bCs/>"
	}
	if st&^base&italic != 0 {
		p += "<w:i/><w:iCs/>"
	}
	return p
}

func wrapProps(p string) string {
	if p == "" {
		return ""
	}
	return "<w:rPr>" + p + "</w:rPr>"
}

// ruleUnder writes a line of a length as the lower border of a thin paragraph.
func (d *docxWriter) ruleUnder(length, width, gap float64, keep bool) {
	side := max((width-length)/2, 0)
	d.para(docxPara{exact: gap, left: side, right: side, rule: true, keepNext: keep}, nil)
}

// thin writes a paragraph that takes no room: after a table, at a section's end.
func (d *docxWriter) thin(o docxPara) {
	o.exact = 1
	d.para(o, nil)
}
