package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/model/intake"
)

// Sizes of a sheet: widths in characters, heights in points. A program that
// opens the file does not make rows taller by itself where their height is
// written, and a remark nobody can read whole is none.
const (
	linePoints    = 16 // of a line of letters of 12 points
	tallestRow    = 409
	narrowestCol  = 5
	widestCol     = 40
	widthsSampled = 2000 // rows
)

// linesOf tells on how many lines a text stands in a column.
func linesOf(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		// Words break where they end: a tenth of each line stays empty.
		n += max(1, int(float64(utf8.RuneCountInString(line))*1.1/max(width, 1)+0.95))
	}
	return n
}

func heightOf(lines int) float64 { return float64(min(lines*linePoints+4, tallestRow)) }

// anchors are the cells that a merge spreads: their text has more room than
// their column.
func anchors(g *intake.Grid) map[[2]int]bool {
	out := make(map[[2]int]bool, len(g.Merges))
	for _, m := range g.Merges {
		out[[2]int{m.Top, m.Left}] = true
	}
	return out
}

// columnWidths are widths that show most cells of a sheet below its heading on
// one line, long texts on several.
func columnWidths(g *intake.Grid, p place, spread map[[2]int]bool) []float64 {
	widths := make([]float64, p.col)
	for i := range g.Rows[:min(len(g.Rows), widthsSampled)] {
		r := &g.Rows[i]
		if r.Number < p.heading || len(r.Cells) < 3 { // titles
			continue
		}
		for j := range r.Cells {
			c := &r.Cells[j]
			if c.Col >= p.col || spread[[2]int{r.Number, c.Col}] {
				continue
			}
			n := utf8.RuneCountInString(c.Text)
			if c.Kind == intake.DateNum {
				n = len("dd/mm/yyyy")
			}
			if r.Number == p.heading {
				n = (n + 1) / 2 // a heading may stand on two lines
			}
			widths[c.Col] = max(widths[c.Col], float64(n)+2)
		}
	}
	for i := range widths {
		widths[i] = min(max(widths[i], narrowestCol), widestCol)
	}
	return widths
}

// tall makes a row of the agency's own sheet tall enough for its remark; where
// the sheet leaves the height to the program, for its broken texts as well.
func (a *annotator) tall(g *intake.Grid, row int, note string, spread map[[2]int]bool) error {
	now, err := a.file.GetRowHeight(g.Name, row)
	if err != nil {
		return err
	}
	lines := linesOf(note, noteWidth)
	if lines == 1 || heightOf(lines) <= now {
		return nil
	}
	for _, c := range rowOf(g, row) {
		if c.Kind != intake.Text || spread[[2]int{row, c.Col}] {
			continue
		}
		wraps, err := a.wraps(g.Name, cellName(c.Col, row))
		if err != nil {
			return err
		}
		if !wraps {
			continue
		}
		letters, err := excelize.ColumnNumberToName(c.Col + 1)
		if err != nil {
			return err
		}
		width, err := a.file.GetColWidth(g.Name, letters)
		if err != nil {
			return err
		}
		lines = max(lines, linesOf(c.Text, width))
	}
	return a.file.SetRowHeight(g.Name, row, max(now, heightOf(lines)))
}

// rowOf gives the cells of a row.
func rowOf(g *intake.Grid, number int) []intake.Cell {
	if i, ok := slices.BinarySearchFunc(g.Rows, number, func(r intake.Row, n int) int { return cmp.Compare(r.Number, n) }); ok {
		return g.Rows[i].Cells
	}
	return nil
}

// wraps tells whether a cell breaks its text into lines.
func (a *annotator) wraps(sheet, ref string) (bool, error) {
	id, err := a.file.GetCellStyle(sheet, ref)
	if err != nil {
		return false, err
	}
	if on, ok := a.wrapping[id]; ok {
		return on, nil
	}
	style, err := a.file.GetStyle(id)
	if err != nil {
		return false, err
	}
	on := style.Alignment != nil && style.Alignment.WrapText
	a.wrapping[id] = on
	return on, nil
}
