package press

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"thidua/model/paper"
)

// PDF writes a document as PDF. The same document gives the same bytes: the file
// carries no date of its own. Parts are set side by side on all processors and
// written in order.
func PDF(w io.Writer, doc *paper.Document, opt Options) error {
	if err := paper.Verify(doc); err != nil {
		return err
	}
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return err
	}
	file := newPDFFile(w)
	var mu sync.Mutex
	var writers []*pageWriter
	err = inParallel(len(doc.Parts), func() func(int) drawnPart {
		pw := newPageWriter(fam)
		mu.Lock()
		writers = append(writers, pw)
		mu.Unlock()
		pw.setter.alone = len(doc.Parts) < few
		return func(i int) drawnPart {
			if err := opt.stopped(); err != nil {
				return drawnPart{err: err}
			}
			return pw.part(doc, i, opt)
		}
	}, func(i int, d drawnPart) error {
		if d.err != nil {
			return at(d.err, doc, i)
		}
		for _, p := range d.pages {
			file.page(p.width, p.height, p.packed, p.mark)
		}
		return file.err
	})
	if err != nil {
		return err
	}
	var used usedGlyphs
	for _, pw := range writers {
		used.merge(&pw.used)
	}
	return used.close(file, fam, doc)
}

// drawnPart is a part ready to be written.
type drawnPart struct {
	pages []drawnPage
	err   error
}

type drawnPage struct {
	width, height float64
	packed        []byte
	mark          string
}

// usedGlyphs are the glyphs a file needs of each style, and the character of each.
type usedGlyphs [4][]rune

// use notes a glyph. Of two characters drawn alike the smaller is kept, whatever
// order they come in.
func (u *usedGlyphs) use(st style, g uint16, r rune, glyphs int) {
	if u[st] == nil {
		u[st] = make([]rune, glyphs)
	}
	if have := u[st][g]; have == 0 || r < have {
		u[st][g] = r
	}
}

func (u *usedGlyphs) merge(v *usedGlyphs) {
	for st := range v {
		for g, r := range v[st] {
			if r != 0 {
				u.use(style(st), uint16(g), r, len(v[st]))
			}
		}
	}
}

// close writes the faces that were used and the end of the file.
func (u *usedGlyphs) close(file *pdfFile, fam *family, doc *paper.Document) error {
	var fonts strings.Builder
	err := inParallel(len(u), func() func(int) cutFace {
		var p packer
		return func(st int) cutFace { return p.face(fam.names[st], fam.faces[st], u[st]) }
	}, func(st int, f cutFace) error {
		if u[st] != nil && f.err == nil {
			fmt.Fprintf(&fonts, "/F%d %d 0 R", st+1, file.font(f, fam.faces[st], u[st]))
		}
		return f.err
	})
	if err != nil {
		return err
	}
	return file.close(fonts.String(), doc.Title, doc.Author)
}

// sheet is a page's size and margins, in points.
type sheet struct {
	width, height            float64
	left, top, right, bottom float64
}

// sheetOf is the sheet of text pages. Margins are the same for a page on its side:
// PL I gives one set for both.
func sheetOf(landscape bool) sheet {
	s := sheet{pageWidthMM * mm, pageHeightMM * mm, marginLeftMM * mm, marginTopMM * mm, marginRightMM * mm, marginBottomMM * mm}
	if landscape {
		s.width, s.height = s.height, s.width
	}
	return s
}

func (s sheet) textWidth() float64 { return s.width - s.left - s.right }

// textHeight is in whole twips, as the heights of lines are.
func (s sheet) textHeight() float64 { return math.Round((s.height-s.top-s.bottom)*20) / 20 }

// layOut sets one part and hands over its pages; by moves certificates only.
func (p *setter) layOut(part paper.Part, by Offset, emit func(sheet, page) error) error {
	p.reset(0, 0)
	for i, c := range certificates(part) {
		s := p.certificate(c, by)
		if p.fault != nil {
			return p.fault
		}
		if err := emit(sheetOfCertificate(c), page{number: i + 1, strips: []placed{{0, &s}}}); err != nil {
			return err
		}
		if i == len(part.Blocks)-1 {
			return nil
		}
	}
	sh := sheetOf(part.Landscape)
	p.reset(sh.textWidth(), sh.textHeight())
	for _, b := range part.Blocks {
		p.set(b)
	}
	if p.fault != nil {
		return p.fault
	}
	return paginate(p.strips, sh.textHeight(), func(pg page) error {
		if pg.number > 1 {
			n := p.words(paper.Plain(strconv.Itoa(pg.number)), pageNumberSize, 0)
			number := strip{ops: []op{setLine(n, 0, baseline(pageNumberSize), sh.textWidth(), pageNumberSize, paper.Centre, true)}}
			pg.strips = append([]placed{{y: pageNumberTopMM*mm - sh.top, s: &number}}, pg.strips...)
		}
		return emit(sh, pg)
	})
}

// creator names the program in a file's properties.
const creator = "Thi đua"

// pageWriter turns pages of strips into packed operators. Each processor has one.
type pageWriter struct {
	fam    *family
	setter *setter
	used   usedGlyphs
	out    []byte
	packer packer
	height float64
	width  float64 // of lines, as set on this page
	red    bool
}

func newPageWriter(fam *family) *pageWriter {
	return &pageWriter{fam: fam, setter: newSetter(fam, 0)}
}

// part lays out, draws and packs one part.
func (pw *pageWriter) part(doc *paper.Document, i int, opt Options) (d drawnPart) {
	part := doc.Parts[i]
	mark := ""
	if len(doc.Parts) > 1 {
		if mark = part.Name; mark == "" {
			mark = doc.Title
		}
	}
	type sheetPage struct {
		sh sheet
		pg page
	}
	var pages []sheetPage
	if d.err = pw.setter.layOut(part, opt.Offset, func(sh sheet, pg page) error {
		pages = append(pages, sheetPage{sh, pg})
		return nil
	}); d.err != nil {
		return d
	}
	// Parts are worked side by side; a long part by itself, page by page.
	if len(doc.Parts) >= few || len(pages) < few {
		for _, p := range pages {
			packed, err := pw.page(p.sh, p.pg)
			if err != nil {
				return drawnPart{err: err}
			}
			d.pages = append(d.pages, drawnPage{p.sh.width, p.sh.height, packed, mark})
			mark = ""
		}
		return d
	}
	var mu sync.Mutex
	var writers []*pageWriter
	d.err = inParallel(len(pages), func() func(int) drawnPart {
		w := newPageWriter(pw.fam)
		mu.Lock()
		writers = append(writers, w)
		mu.Unlock()
		return func(k int) (one drawnPart) {
			p := pages[k]
			packed, err := w.page(p.sh, p.pg)
			return drawnPart{pages: []drawnPage{{p.sh.width, p.sh.height, packed, ""}}, err: err}
		}
	}, func(k int, one drawnPart) error {
		if one.err != nil {
			return one.err
		}
		d.pages = append(d.pages, one.pages...)
		return opt.stopped()
	})
	if d.err == nil {
		d.pages[0].mark = mark
	}
	for _, w := range writers {
		pw.used.merge(&w.used)
	}
	return d
}

// page draws a page and gives it packed.
func (pw *pageWriter) page(sh sheet, pg page) ([]byte, error) {
	pw.out = pw.out[:0]
	pw.height, pw.width, pw.red = sh.height, -1, false
	for _, pl := range pg.strips {
		for i := range pl.s.ops {
			o := &pl.s.ops[i]
			if o.kind == opText {
				pw.text(o, o.x+sh.left, o.y+sh.top+pl.y)
			} else {
				pw.ink(o.red)
				pw.line(o.x+sh.left, o.y+sh.top+pl.y, o.x2+sh.left, o.y2+sh.top+pl.y, o.size)
			}
		}
	}
	packed, err := pw.packer.page(pw.out)
	return append([]byte(nil), packed...), err
}

// ink changes the colour of letters and lines, when it is another.
func (pw *pageWriter) ink(red bool) {
	switch {
	case red == pw.red:
		return
	case red:
		pw.out = append(pw.out, inkRed+" rg\n"+inkRed+" RG\n"...)
	default:
		pw.out = append(pw.out, "0 g\n0 G\n"...)
	}
	pw.red = red
}

// text writes one line of words as one text object: letters with their kerning,
// spaces with their stretch, gaps as moves. Boxes are drawn after it.
func (pw *pageWriter) text(o *op, x, y float64) {
	pw.ink(o.red)
	b := append(pw.out, "BT "...)
	b = appendCoordinate(b, x)
	b = append(b, ' ')
	b = appendCoordinate(b, pw.height-y)
	b = append(b, " Td"...)
	if o.track != 0 {
		b = append(b, ' ')
		b = appendCoordinate(b, o.track)
		b = append(b, " Tc"...)
	}
	t := textRun{pw: pw, b: b, size: o.size, st: 0xff}
	var boxes []boxAt
	at := x
	for i := range o.words {
		w := &o.words[i]
		for k := range w.pieces {
			q := &w.pieces[k]
			wide := q.width
			switch q.mark {
			case paper.None:
				t.show(q.text, q.st)
			case paper.Dots:
				if q.fill {
					wide += o.fill
				}
				dot := float64(pw.fam.faces[q.st].letter('.').width) * o.size / 1000
				n := max(int((wide+slip)/dot), 0)
				// From the right, so that dotted lines under one another end together.
				t.move(wide-float64(n)*dot, q.st)
				t.show(strings.Repeat(".", n), q.st)
			case paper.Gap:
				t.move(wide, q.st)
			default:
				boxes = append(boxes, boxAt{at, q.mark == paper.Ticked})
				t.move(wide, q.st)
			}
			at += wide
		}
		if i < len(o.words)-1 && !w.tied {
			t.show(" ", w.gap)
			t.move(w.space*o.stretch, w.gap)
			at += w.space * (1 + o.stretch)
		}
	}
	b = t.end()
	if o.track != 0 {
		b = append(b, " 0 Tc"...)
	}
	pw.out = append(b, " ET\n"...)
	for _, q := range boxes {
		pw.box(q.x, y+0.06*o.size, boxShare*o.size*0.9, q.ticked)
	}
}

type boxAt struct {
	x      float64
	ticked bool
}

// textRun writes the letters of one line.
type textRun struct {
	pw   *pageWriter
	b    []byte
	size float64
	st   style
	open bool   // inside (…)
	left uint16 // the glyph before, for kerning
	due  float64
}

// font changes to a style, when it is another.
func (t *textRun) font(st style) {
	if t.st == st {
		return
	}
	if t.st != 0xff {
		t.b = t.end()
	}
	t.b = append(t.b, "/F"...)
	t.b = append(t.b, '1'+byte(st), ' ')
	t.b = appendCoordinate(t.b, t.size)
	t.b = append(t.b, " Tf["...)
	t.st, t.left = st, 0
}

// show writes letters as two bytes each in a string. In hexadecimal they would be
// easier to read and twice as long to pack.
func (t *textRun) show(s string, st style) {
	t.font(st)
	face := t.pw.fam.faces[st]
	for _, r := range s {
		g := face.letter(r).glyph
		t.pw.used.use(st, g, r, face.glyphs)
		if t.left != 0 && t.due == 0 {
			t.due = float64(face.pair(t.left, g))
		}
		if t.due != 0 {
			t.adjust()
		}
		if !t.open {
			t.b = append(t.b, '(')
			t.open = true
		}
		t.b = appendStringByte(appendStringByte(t.b, byte(g>>8)), byte(g))
		t.left = g
	}
	t.left = 0 // no kerning over spaces and pieces: their widths are measured apart
}

// appendStringByte appends a byte of a string; what has a meaning there, and the ends
// of lines, get a backslash.
func appendStringByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// move leaves room of some points.
func (t *textRun) move(points float64, st style) {
	if points > -slip && points < slip {
		return
	}
	t.font(st)
	t.due += points * 1000 / t.size
	t.left = 0
}

// adjust writes the room due, in thousandths of the size.
func (t *textRun) adjust() {
	if t.open {
		t.b = append(t.b, ')')
		t.open = false
	}
	t.b = appendCoordinate(t.b, -t.due)
	t.due = 0
}

// end closes the array of letters.
func (t *textRun) end() []byte {
	if t.st == 0xff {
		return t.b
	}
	if t.due != 0 {
		t.adjust()
	}
	if t.open {
		t.b = append(t.b, ')')
		t.open = false
	}
	return append(t.b, "]TJ"...)
}

func (pw *pageWriter) line(x1, y1, x2, y2, width float64) {
	b := pw.stroke(width)
	for i, v := range [4]float64{x1, pw.height - y1, x2, pw.height - y2} {
		b = appendCoordinate(b, v)
		b = append(b, ' ')
		if i == 1 {
			b = append(b, "m "...)
		}
	}
	pw.out = append(b, "l S\n"...)
}

func (pw *pageWriter) stroke(width float64) []byte {
	b := pw.out
	if pw.width != width {
		pw.width = width
		b = appendCoordinate(b, width)
		b = append(b, " w\n"...)
	}
	return b
}

// boxLine is the line of a check box, in points; inkRed the red of the giver's name
// on a certificate.
const (
	boxLine = 0.6
	inkRed  = "0.78 0.06 0.12"
)

// box draws a check box whose left bottom corner is x, y.
func (pw *pageWriter) box(x, y, side float64, ticked bool) {
	b := pw.stroke(boxLine)
	for _, v := range [4]float64{x, pw.height - y, side, side} {
		b = appendCoordinate(b, v)
		b = append(b, ' ')
	}
	pw.out = append(b, "re S\n"...)
	if ticked {
		pw.line(x+0.18*side, y-0.52*side, x+0.42*side, y-0.2*side, 2*boxLine)
		pw.line(x+0.42*side, y-0.2*side, x+0.85*side, y-0.85*side, 2*boxLine)
	}
}
