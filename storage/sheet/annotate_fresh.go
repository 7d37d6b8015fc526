package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/model/intake"
)

// fresh makes a new workbook with the cells of the Book and the remarks.
func (a *annotator) fresh() error {
	a.file = excelize.NewFile()
	taken := map[string]bool{}
	for i := range a.book.Sheets {
		g := &a.book.Sheets[i]
		name := freeSheetName(g.Name, taken)
		if i == 0 {
			if err := a.file.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		} else if _, err := a.file.NewSheet(name); err != nil {
			return err
		}
		if err := a.freshSheet(g, name); err != nil {
			return err
		}
	}
	for i := range a.book.Sheets {
		// After all sheets exist: the last visible one cannot be hidden.
		if a.book.Sheets[i].Hidden {
			if err := a.file.SetSheetVisible(a.file.GetSheetName(i), false); err != nil {
				return err
			}
		}
	}
	return nil
}

// freeSheetName makes a name that Excel takes: at most 31 characters, none of
// []:*?/\ and none twice.
func freeSheetName(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, " "))
	name = strings.Trim(name, "' ")
	if name == "" {
		name = "Danh sách"
	}
	cut := func(s string, n int) string {
		if utf8.RuneCountInString(s) > n {
			return string([]rune(s)[:n])
		}
		return s
	}
	out := cut(name, 31)
	for n := 2; taken[strings.ToLower(out)]; n++ {
		tail := " " + strconv.Itoa(n)
		out = cut(name, 31-len(tail)) + tail
	}
	taken[strings.ToLower(out)] = true
	return out
}

func (a *annotator) freshSheet(g *intake.Grid, name string) error {
	if len(g.Rows) == 0 {
		return nil
	}
	notes, p := a.notes[g.Name], a.placeOf(g)
	// Readers that stream believe the dimension written in the file.
	last := g.Rows[len(g.Rows)-1].Number
	if err := a.file.SetSheetDimension(name, "A1:"+cellName(p.col, last)); err != nil {
		return err
	}
	w, err := a.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for _, c := range g.HiddenCols {
		if err := w.SetColVisible(c+1, c+1, false); err != nil {
			return err
		}
	}
	spread := anchors(g)
	widths := columnWidths(g, p, spread)
	for col, width := range widths {
		if err := w.SetColWidth(col+1, col+1, width); err != nil {
			return err
		}
	}
	if len(notes) > 0 && p.col < maxCols {
		if err := w.SetColWidth(p.col+1, p.col+1, noteWidth); err != nil {
			return err
		}
	}
	for i := range g.Rows {
		r := &g.Rows[i]
		if err := a.src.canceled(); err != nil {
			return err
		}
		cells, err := a.freshCells(r, p, notes)
		if err != nil {
			return err
		}
		if err := w.SetRow(cellName(0, r.Number), cells, excelize.RowOpts{Hidden: r.Hidden, Height: freshHeight(r, widths, notes[r.Number], spread)}); err != nil {
			return err
		}
	}
	for _, m := range g.Merges {
		if err := w.MergeCell(cellName(m.Left, m.Top), cellName(m.Right, m.Bottom)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// freshHeight shows the texts of a row whole; 0 leaves a row of one line as it is.
func freshHeight(r *intake.Row, widths []float64, note string, spread map[[2]int]bool) float64 {
	lines := 1
	if note != "" {
		lines = linesOf(note, noteWidth)
	}
	for j := range r.Cells {
		if c := &r.Cells[j]; c.Kind == intake.Text && c.Col < len(widths) && !spread[[2]int{r.Number, c.Col}] {
			lines = max(lines, linesOf(c.Text, widths[c.Col]))
		}
	}
	if lines == 1 {
		return 0
	}
	return heightOf(lines)
}

// freshCells makes the cells of a row, the remark last.
func (a *annotator) freshCells(r *intake.Row, p place, notes map[int]string) ([]any, error) {
	note := notes[r.Number]
	if r.Number == p.heading && len(notes) > 0 {
		note = a.column
	}
	width := r.Cells[len(r.Cells)-1].Col + 1
	if note != "" {
		width = max(width, p.col+1)
	}
	cells := make([]any, width)
	for _, c := range r.Cells {
		if p.earlier && c.Col == p.col && r.Number > p.heading {
			continue
		}
		id, err := a.freshStyle(styleKey{font: a.book.Fonts[c.Font], struck: c.Struck, date: c.Kind == intake.DateNum && c.Num >= 61-days1900, shown: c.Shown})
		if err != nil {
			return nil, err
		}
		cells[c.Col] = excelize.Cell{StyleID: id, Value: freshValue(c)}
	}
	if note != "" {
		id, err := a.freshStyle(styleKey{remark: true})
		if err != nil {
			return nil, err
		}
		cells[p.col] = excelize.Cell{StyleID: id, Value: note}
	}
	return cells, nil
}

// freshValue is the value Excel shows as the agency's file did. Numbers of more
// than fifteen digits stay text: Excel would round them.
func freshValue(c intake.Cell) any {
	switch c.Kind {
	case intake.Number:
		if len(c.Text) <= 15 {
			return c.Num
		}
	case intake.DateNum:
		if c.Num >= 61-days1900 { // from 01/03/1900 on all programs agree
			return c.Num + days1900
		}
	case intake.Bool:
		return c.Text == "1"
	}
	return c.Text
}

func (a *annotator) freshStyle(key styleKey) (int, error) {
	if id, ok := a.styles[key]; ok {
		return id, nil
	}
	font := &excelize.Font{Family: key.font, Strike: key.struck, Size: 12}
	if key.font == "" {
		font.Family = "Times New Roman"
	}
	style := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	if key.date {
		format := map[intake.Shown]string{intake.ShownDay: "dd/mm/yyyy", intake.ShownMonth: "mm/yyyy", intake.ShownYear: "yyyy"}[key.shown]
		style.CustomNumFmt = &format
	}
	if key.remark {
		font.Color = noteColor
	}
	id, err := a.file.NewStyle(style)
	a.styles[key] = id
	return id, err
}
