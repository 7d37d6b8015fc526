package press

import (
	"compress/zlib"
	"io"
	"strconv"

	"github.com/signintech/gopdf"

	"thidua/model/paper"
)

// PDF writes a document as PDF. The same document gives the same bytes: the file
// carries no date of its own.
func PDF(w io.Writer, doc *paper.Document, opt Options) error {
	if err := paper.Verify(doc); err != nil {
		return err
	}
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return err
	}
	pw := newPageWriter(fam, doc)
	for i, part := range doc.Parts {
		if err := layOut(fam, part, func(sheet sheet, pg page) error {
			if pg.number == 1 && len(doc.Parts) > 1 {
				pw.bookmark = part.Name
				if pw.bookmark == "" {
					pw.bookmark = doc.Title
				}
			}
			return pw.page(sheet, pg)
		}); err != nil {
			return at(err, doc, i)
		}
	}
	return pw.close(w)
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

func (s sheet) textWidth() float64  { return s.width - s.left - s.right }
func (s sheet) textHeight() float64 { return s.height - s.top - s.bottom }

// layOut sets one part and hands over its pages.
func layOut(fam *family, part paper.Part, emit func(sheet, page) error) error {
	sh := sheetOf(part.Landscape)
	p := newSetter(fam, sh.textWidth())
	p.height = sh.textHeight()
	for _, b := range part.Blocks {
		p.set(b)
	}
	if p.fault != nil {
		return p.fault
	}
	return paginate(p.strips, sh.textHeight(), func(pg page) error {
		if pg.number > 1 {
			n := strconv.Itoa(pg.number)
			wide := p.measure(n, 0, pageNumberSize)
			pg.strips = append([]placed{{y: pageNumberTopMM*mm - sh.top, s: &strip{ops: []op{{
				kind: opText, x: (sh.textWidth() - wide) / 2, y: baseline(pageNumberSize), text: n, size: pageNumberSize,
			}}}}}, pg.strips...)
		}
		return emit(sh, pg)
	})
}

// pageWriter is the narrow door to gopdf: pages, texts at a place, lines.
type pageWriter struct {
	pdf      gopdf.GoPdf
	fam      *family
	loaded   [4]bool
	st       style
	size     float64
	line     float64
	red      bool
	fresh    bool // nothing set on this page yet
	bookmark string
}

func newPageWriter(fam *family, doc *paper.Document) *pageWriter {
	pw := &pageWriter{fam: fam}
	pw.pdf.Start(gopdf.Config{Unit: gopdf.UnitPT, PageSize: gopdf.Rect{W: pageWidthMM * mm, H: pageHeightMM * mm}})
	pw.pdf.SetCompressLevel(zlib.BestSpeed)
	pw.pdf.SetInfo(gopdf.PdfInfo{Title: doc.Title, Author: doc.Author, Creator: creator, Producer: creator})
	return pw
}

// creator names the program in a file's properties.
const creator = "Thi đua"

func (pw *pageWriter) page(sh sheet, pg page) error {
	pw.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: sh.width, H: sh.height}})
	pw.fresh = true
	if pw.bookmark != "" {
		pw.pdf.SetXY(0, 0)
		pw.pdf.AddOutlineWithPosition(pw.bookmark)
		pw.bookmark = ""
	}
	for _, pl := range pg.strips {
		for _, o := range pl.s.ops {
			if err := pw.draw(o, sh.left, sh.top+pl.y); err != nil {
				return err
			}
		}
	}
	return nil
}

func (pw *pageWriter) draw(o op, dx, dy float64) error {
	x, y := o.x+dx, o.y+dy
	if pw.fresh {
		pw.line, pw.size, pw.fresh = 0, 0, false
	}
	switch o.kind {
	case opText:
		if err := pw.font(o.st, o.size); err != nil {
			return err
		}
		if o.red != pw.red {
			pw.red = o.red
			if o.red {
				pw.pdf.SetTextColor(inkRed[0], inkRed[1], inkRed[2])
			} else {
				pw.pdf.SetTextColor(0, 0, 0)
			}
		}
		pw.pdf.SetXY(x, y)
		return pw.pdf.Text(o.text)
	case opLine:
		pw.stroke(o.size)
		pw.pdf.Line(x, y, o.x2+dx, o.y2+dy)
	case opBox, opTick:
		pw.stroke(boxLine)
		pw.pdf.RectFromUpperLeftWithStyle(x, y-o.size, o.size, o.size, "D")
		if o.kind == opTick {
			pw.stroke(2 * boxLine)
			pw.pdf.Line(x+0.18*o.size, y-0.52*o.size, x+0.42*o.size, y-0.2*o.size)
			pw.pdf.Line(x+0.42*o.size, y-0.2*o.size, x+0.85*o.size, y-0.85*o.size)
		}
	}
	return nil
}

// boxLine is the line of a check box, in points.
const boxLine = 0.6

// inkRed is the red of Quốc hiệu's neighbours on a certificate.
var inkRed = [3]uint8{0xC8, 0x10, 0x1E}

func (pw *pageWriter) stroke(width float64) {
	if pw.line != width {
		pw.pdf.SetLineWidth(width)
		pw.line = width
	}
}

func (pw *pageWriter) font(st style, size float64) error {
	if pw.size != 0 && pw.st == st && pw.size == size {
		return nil
	}
	if !pw.loaded[st] {
		if err := pw.pdf.AddTTFFontFromFontContainer(pw.fam.names[st], pw.fam.container); err != nil {
			return err
		}
		pw.loaded[st] = true
	}
	pw.st, pw.size = st, size
	return pw.pdf.SetFont(pw.fam.names[st], "", size)
}

func (pw *pageWriter) close(w io.Writer) error {
	_, err := pw.pdf.WriteTo(w)
	return err
}
