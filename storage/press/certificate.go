package press

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"thidua/model/fault"
	"thidua/model/paper"
)

// Offset is how far a printer sets a blank off, in millimetres: what is measured on
// the ruler sheet and remembered for the printer. Positive moves right and down.
type Offset struct{ X, Y float64 }

// sheetOfCertificate is a blank: no margins, its slots say where things stand.
func sheetOfCertificate(c paper.Certificate) sheet {
	w, h := c.Sheet.Size()
	return sheet{width: w * mm, height: h * mm}
}

// fitted is a slot's text as it will be set.
type fitted struct {
	size  float64
	lines []line
	words []word
	fits  bool
}

// sizeStep is how much smaller a text is tried next, in points.
const sizeStep = 0.5

// slot sets a text by the rule of certificates: at its size on one line, then on
// more lines as far as the slot allows, then smaller, down to its least size.
func (p *setter) slot(s paper.Slot) fitted {
	least := s.MinSize
	if least <= 0 || least > s.Size {
		least = s.Size
	}
	width := s.W * mm
	for size := s.Size; ; size = math.Max(size-sizeStep, least) {
		ws := rejoin(p.words(s.Text, size, 0))
		if len(ws) == 0 {
			return fitted{size: size, fits: true}
		}
		ls := p.breaker.breakLines(ws, width, 0, titled)
		ok := len(ls) <= max(s.Lines, 1) && (s.H <= 0 || float64(len(ls))*lineHeight(size) <= s.H*mm+slip)
		for _, l := range ls {
			ok = ok && naturalWidth(ws[l.from:l.to]) <= width+slip
		}
		if ok || size <= least {
			return fitted{size: size, lines: slices.Clone(ls), words: ws, fits: ok}
		}
	}
}

// certificate sets one certificate as one strip over the whole sheet.
func (p *setter) certificate(c paper.Certificate, by Offset) strip {
	sh := sheetOfCertificate(c)
	s := strip{height: sh.height, newPage: false}
	for _, f := range c.Fields {
		t := p.slot(f)
		align := f.Align
		if align == paper.Auto {
			align = paper.Centre
		}
		step := lineHeight(t.size)
		y := (f.Y + by.Y) * mm
		if f.H > 0 {
			y += (f.H*mm - step*float64(len(t.lines))) / 2
		}
		for i, l := range t.lines {
			o := setLine(t.words[l.from:l.to], (f.X+by.X)*mm, y+float64(i)*step+baseline(t.size), f.W*mm, t.size, align, l.last)
			o.red = f.Red
			s.ops = append(s.ops, o)
		}
	}
	return s
}

// certificates are those of a part; nil for a part of text.
func certificates(part paper.Part) []paper.Certificate {
	var out []paper.Certificate
	for _, b := range part.Blocks {
		if c, ok := b.(paper.Certificate); ok {
			out = append(out, c)
		}
	}
	return out
}

// Misfit is a text too long for its place on a certificate.
type Misfit struct {
	Part        int    // of the document, from 0
	Certificate int    // in the part, from 0
	Slot        string // its name
	Text        string
	Width       float64 // mm it needs on one line at its least size
	Room        float64 // mm it has on one line
}

// Misfits lists the texts that do not fit their places even by the rule, before
// paper is wasted on them.
func Misfits(doc *paper.Document, opt Options) ([]Misfit, error) {
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return nil, err
	}
	p := newSetter(fam, 0)
	var out []Misfit
	for i, part := range doc.Parts {
		for k, c := range certificates(part) {
			for _, f := range c.Fields {
				if t := p.slot(f); !t.fits {
					out = append(out, Misfit{Part: i, Certificate: k, Slot: f.Name, Text: f.Text.String(),
						Width: naturalWidth(t.words) / mm, Room: f.W})
				}
			}
		}
		if p.fault != nil {
			return nil, at(p.fault, doc, i)
		}
	}
	return out, nil
}

// Ruler writes a sheet of lines every 10 millimetres with their distances from the
// left and the top edge. Printed on plain paper and laid over a blank it shows where
// each text must stand; what it is off by at the edges is the printer's Offset.
func Ruler(w io.Writer, size paper.Sheet, opt Options) error {
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return err
	}
	p := newSetter(fam, 0)
	sh := sheetOfCertificate(paper.Certificate{Sheet: size})
	width, height := size.Size()
	s := strip{height: sh.height}
	const thin, thick, small = 0.15, 0.5, 7
	number := func(n int, x, y float64) {
		ws := p.words(paper.Plain(strconv.Itoa(n)), small, 0)
		s.ops = append(s.ops, op{kind: opText, words: ws, x: (x + opt.Offset.X) * mm, y: (y + opt.Offset.Y) * mm, size: small})
	}
	stroke := func(n int, x1, y1, x2, y2 float64) {
		wide := thin
		if n%50 == 0 {
			wide = thick
		}
		s.ops = append(s.ops, op{kind: opLine, x: (x1 + opt.Offset.X) * mm, y: (y1 + opt.Offset.Y) * mm, x2: (x2 + opt.Offset.X) * mm, y2: (y2 + opt.Offset.Y) * mm, size: wide})
	}
	for x := 10; x < int(width); x += 10 {
		stroke(x, float64(x), 0, float64(x), height)
		for y := 20.0; y < height; y += 50 {
			number(x, float64(x)+0.5, y-0.5)
		}
	}
	for y := 10; y < int(height); y += 10 {
		stroke(y, 0, float64(y), width, float64(y))
		for x := 5.0; x < width; x += 50 {
			number(y, x, float64(y)-0.5)
		}
	}
	title := p.words(paper.Plain(fmt.Sprintf("Thước đo phôi %.0f × %.0f mm: in trên giấy thường, chồng lên phôi; số là khoảng cách (mm) tới mép trái và mép trên", width, height)), 10, bold)
	if p.fault != nil {
		return p.fault
	}
	s.ops = append(s.ops, setLine(title, 0, (height-12)*mm, sh.width, 10, paper.Centre, true))
	pw := newPageWriter(fam)
	packed, err := pw.page(sh, page{number: 1, strips: []placed{{0, &s}}})
	if err != nil {
		return err
	}
	file := newPDFFile(w)
	file.page(sh.width, sh.height, packed, "")
	return pw.used.close(file, fam, &paper.Document{Title: "Thước đo phôi", Author: creator})
}

// checkOffset refuses an offset no printer has: a slip of the hand.
func checkOffset(o Offset) error {
	const most = 50
	if math.Abs(o.X) > most || math.Abs(o.Y) > most || math.IsNaN(o.X) || math.IsNaN(o.Y) {
		return fault.New(fault.Invalid, "press.offset", most).At("offset")
	}
	return nil
}
