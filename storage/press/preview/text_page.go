package preview

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// A page is put together from where its letters stand, not from the order they are
// drawn in: many a program draws all letters of one font first, and the Vietnamese
// ones of another after them.

// glyph is one letter: its foot on the line, how far it reaches, its size in points.
type glyph struct {
	r          rune
	x, y, over float64
	size       float64
}

// pageText is what one page says.
func pageText(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT, page int) (string, error) {
	res, err := inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: page}}})
	if err != nil {
		return "", err
	}
	glyphs, err := glyphsOf(inst, res.TextPage)
	if err != nil {
		return "", err
	}
	if _, err := inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: res.TextPage}); err != nil {
		return "", err
	}
	return setLines(glyphs), nil
}

func glyphsOf(inst pdfium.Pdfium, text references.FPDF_TEXTPAGE) ([]glyph, error) {
	count, err := inst.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return nil, err
	}
	var out []glyph
	for i := range count.Count {
		letter, err := inst.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		r := rune(letter.Unicode)
		if r == 0 || r == '\ufffe' || r == '\uffff' || unicode.IsControl(r) || unicode.IsSpace(r) {
			continue // room is seen from where letters stand
		}
		foot, err := inst.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		box, err := inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		out = append(out, glyph{r: r, x: foot.X, y: foot.Y, over: float64(box.Rect.Right), size: math.Abs(float64(box.Rect.Top - box.Rect.Bottom))})
	}
	return out, nil
}

// Parts of a letter's size: how far feet of one line may differ, and what is room
// between words and between cells.
const (
	sameLine = 0.25
	wordRoom = 0.12
	cellRoom = 0.9
)

// setLines puts letters together into lines, from the top of the page.
func setLines(glyphs []glyph) string {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.y, a.y) })
	var out strings.Builder
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[0].y-glyphs[n].y <= sameLine*max(glyphs[0].size, glyphs[n].size) {
			n++
		}
		line := glyphs[:n]
		glyphs = glyphs[n:]
		slices.SortStableFunc(line, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
		for i, g := range line {
			if i > 0 {
				switch room := g.x - line[i-1].over; {
				case room > cellRoom*g.size:
					out.WriteByte('\t')
				case room > wordRoom*g.size:
					out.WriteByte(' ')
				}
			}
			out.WriteRune(g.r)
		}
		out.WriteByte('\n')
	}
	return out.String()
}
