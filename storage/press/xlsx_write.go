package press

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/model/paper"
)

// write puts the rows into the workbook.
func (s *sheetWriter) write(part paper.Part, sh sheet) error {
	last, err := excelize.CoordinatesToCellName(s.columns(), max(len(s.rows), 1))
	if err != nil {
		return err
	}
	if err := s.f.SetSheetDimension(s.name, "A1:"+last); err != nil {
		return err
	}
	titles := s.repeated(sh)
	s.breakPages(titles, sh)
	if err := s.page(part, sh, titles); err != nil {
		return err
	}
	if err := s.draw(); err != nil {
		return err
	}
	w, err := s.f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i := range s.columns() {
		// In whole pixels, so that the sheet is no wider than its page and stays unscaled.
		width := math.Floor((s.lefts[i+1]-s.lefts[i])/pixel) * pixel
		if err := w.SetColWidth(i+1, i+1, width/figureWidth); err != nil {
			return err
		}
	}
	if titles.head > 0 && titles.head < 20 {
		if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: titles.head, TopLeftCell: "A" + strconv.Itoa(titles.head+1), ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	for i, r := range s.rows {
		if err := s.writeRow(w, i+1, r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// repeated is the table whose heading rows every page begins with: the one the sheet
// is about, which fills half a page or goes over its end, with little after it. Where
// text goes on for pages, or another table comes, its heads would stand over what is
// not theirs.
func (s *sheetWriter) repeated(sh sheet) sheetTable {
	if len(s.tables) != 1 {
		return sheetTable{}
	}
	t, page := s.tables[0], sh.textHeight()
	before, long, after := s.high(0, t.top-1), s.high(t.top-1, t.end), s.high(t.end, len(s.rows))
	if after > page/2 || long < page/2 && before+long < page*sheetPage {
		return sheetTable{}
	}
	return t
}

// high is how high rows are together.
func (s *sheetWriter) high(from, to int) (h float64) {
	for _, r := range s.rows[from:to] {
		h += r.height
	}
	return h
}

// breakPages begins a page where rows that go together would be parted: headings and
// group rows stay with what they head, the sign block with the last row of a table
// whose heads are repeated, else with two lines. Other pages end where they end.
func (s *sheetWriter) breakPages(titles sheetTable, sh sheet) {
	heads := 0.0
	if titles.head > 0 {
		heads = s.high(titles.top-1, titles.head)
	}
	room := sh.textHeight() * sheetPage
	y := 0.0
	for i := range s.rows {
		last := s.with(i, titles)
		if i > 0 && (s.rows[i].newPage || y+s.high(i, last+1) > room) {
			s.rows[i].newPage = s.rows[i].newPage || last > i
			if y = 0; i >= titles.head {
				y = heads
			}
		}
		y += s.rows[i].height
	}
}

// with is the last row that stands on one page with a row.
func (s *sheetWriter) with(i int, titles sheetTable) int {
	most := i + 3 // two lines and the gap before the sign block
	if titles.head > 0 && i+1 >= titles.end {
		most = len(s.rows) - 1
	}
	for k := i + 1; k <= min(most, len(s.rows)-1); k++ {
		if s.rows[k].sign {
			return k
		}
	}
	for i < len(s.rows)-1 && s.rows[i].keep {
		i++
	}
	return i
}

// draw puts the rules on the sheet: lines, as the decree asks, not underlined words.
func (s *sheetWriter) draw() error {
	pixels := func(points float64) int { return int(math.Round(points / pixel)) }
	for i, r := range s.rows {
		for _, l := range r.rules {
			if l.length <= 0 {
				continue
			}
			col := 0
			for col+1 < s.columns() && s.lefts[col+1] <= l.x {
				col++
			}
			cell, err := excelize.CoordinatesToCellName(col+1, i+1)
			if err != nil {
				return err
			}
			// A line one pixel high is scaled to none: a shape of no height is a level line.
			if err := s.f.AddShape(s.name, &excelize.Shape{Cell: cell, Type: "line", Width: uint(pixels(l.length)), Height: 1,
				Line:   excelize.LineOptions{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}, Width: ruleWidth},
				Format: excelize.GraphicOptions{Positioning: "oneCell", OffsetX: pixels(l.x - s.lefts[col]), OffsetY: pixels(l.y), ScaleX: 1, ScaleY: 0.5}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// page sets paper, margins, page numbers and the rows repeated on every page.
func (s *sheetWriter) page(part paper.Part, sh sheet, titles sheetTable) error {
	size, wide, high, first := 9, 1, 0, uint(1) // 9 is A4; 0 pages high is as many as needed
	orientation := "portrait"
	if part.Landscape {
		orientation = "landscape"
	}
	if err := s.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high, FirstPageNumber: &first}); err != nil {
		return err
	}
	fit, centre := true, true
	if err := s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	inch := func(points float64) *float64 { v := points / 72; return &v }
	if err := s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: inch(sh.left), Right: inch(sh.right), Top: inch(sh.top), Bottom: inch(sh.bottom),
		Header: inch(pageNumberTopMM * mm), Footer: inch(pageNumberTopMM * mm), Horizontally: &centre}); err != nil {
		return err
	}
	if err := s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{DifferentFirst: true, OddHeader: fmt.Sprintf(`&C&"%s"&%d&P`, sheetFont, pageNumberSize)}); err != nil {
		return err
	}
	if titles.head == 0 {
		return nil
	}
	return s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(s.name, "'", "''"), titles.top, titles.head)})
}

// writeRow writes one row; every place a merged cell covers gets its look, so that
// the lines around it are whole.
func (s *sheetWriter) writeRow(w *excelize.StreamWriter, n int, r sheetRow) error {
	values := make([]any, s.columns())
	for _, c := range r.cells {
		id, err := s.style(c.look)
		if err != nil {
			return err
		}
		for k := c.col; k < c.col+max(c.cols, 1); k++ {
			values[k] = excelize.Cell{StyleID: id}
		}
		cell := excelize.Cell{StyleID: id, Value: c.value}
		if c.value == nil {
			cell.Value = s.rich(c.text, c.look, s.room(c.col, c.cols))
		}
		if c.rows >= 0 {
			values[c.col] = cell
		}
	}
	if r.newPage {
		if err := w.InsertPageBreak("A" + strconv.Itoa(n)); err != nil {
			return err
		}
	}
	if err := w.SetRow("A"+strconv.Itoa(n), values, excelize.RowOpts{Height: r.height}); err != nil {
		return err
	}
	for _, c := range r.cells {
		if c.rows < 0 || max(c.cols, 1) == 1 && max(c.rows, 1) == 1 {
			continue
		}
		from, err := excelize.CoordinatesToCellName(c.col+1, n)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(c.col+max(c.cols, 1), n+max(c.rows, 1)-1)
		if err != nil {
			return err
		}
		if err := w.MergeCell(from, to); err != nil {
			return err
		}
	}
	return nil
}
