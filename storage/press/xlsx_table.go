package press

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/model/paper"
)

// table adds a table's rows. A table of fewer columns than the sheet's widest is
// spread over them.
func (s *sheetWriter) table(t *paper.Table) {
	ts := tableSetter{p: s.setter, t: t, lefts: s.setter.tableLines(t)}
	size := tableSizeOf(t)
	at := s.spread(ts.lefts)
	rows := t.Head
	if t.Numbered {
		rows = append(append([]paper.Row(nil), rows...), t.NumberRow())
	}
	top := len(s.rows)
	placed := map[int][]sheetCell{}
	for _, pl := range paper.Grid(len(t.Columns), rows) {
		c := rows[pl.Row].Cells[pl.Cell]
		look := cellStyle{size: size, st: bold, align: paper.Centre, middle: true, ruled: true}
		if pl.Row >= len(t.Head) {
			look.st = italic
		}
		if c.Align != paper.Auto {
			look.align = c.Align
		}
		cell := sheetCell{col: at[pl.Col], cols: at[pl.Col+pl.Cols] - at[pl.Col], rows: pl.Rows, text: c.Text, look: look}
		placed[pl.Row] = append(placed[pl.Row], cell)
		for k := 1; k < pl.Rows; k++ {
			under := cell
			under.rows, under.text = -1, nil // covered, but ruled
			placed[pl.Row+k] = append(placed[pl.Row+k], under)
		}
	}
	for i := range rows {
		s.row(0, placed[i]...)
	}
	if len(rows) > 0 && s.titles[1] == 0 {
		s.titles = [2]int{top + 1, top + len(rows)}
	}
	for _, r := range t.Rows {
		var cells []sheetCell
		for _, pl := range paper.Grid(len(t.Columns), []paper.Row{r}) {
			c := r.Cells[pl.Cell]
			look := cellStyle{size: size, align: ts.align(c, pl.Col, r.Kind), middle: true, ruled: true}
			if r.Kind != paper.RowBody {
				look.st = bold
			}
			cell := sheetCell{col: at[pl.Col], cols: at[pl.Col+pl.Cols] - at[pl.Col], text: c.Text, look: look}
			if v, format, ok := number(c.Text.String()); ok && pl.Cols == 1 && (t.Columns[pl.Col].Number || len(c.Text.String()) <= counts) {
				cell.value, cell.look.format = v, format
			}
			cells = append(cells, cell)
		}
		s.row(0, cells...)
	}
}

// counts is the length up to which a figure outside a column of numbers is a count
// (STT, a year), not a code.
const counts = 4

// spread places the column lines of a table on the sheet's columns.
func (s *sheetWriter) spread(lefts []float64) []int {
	n := len(lefts) - 1
	at := make([]int, n+1)
	for i := 1; i < n; i++ {
		at[i] = s.column(lefts[i]/s.setter.width, at[i-1]+1, n-i)
	}
	at[n] = s.columns()
	return at
}

// rich is a text as a cell's value: a string when it is of the cell's own style,
// runs otherwise.
func (s *sheetWriter) rich(t paper.Text, look cellStyle) any {
	plain := true
	var runs []excelize.RichTextRun
	var all strings.Builder
	for _, r := range t {
		words := s.words(r, look)
		st := look.st | styleOf(r.Bold, r.Italic)
		plain = plain && st == look.st
		all.WriteString(words)
		if n := len(runs) - 1; n >= 0 && runs[n].Font.Bold == (st&bold != 0) && runs[n].Font.Italic == (st&italic != 0) {
			runs[n].Text += words
			continue
		}
		runs = append(runs, excelize.RichTextRun{Text: words, Font: &excelize.Font{Family: sheetFont, Size: look.size, Bold: st&bold != 0, Italic: st&italic != 0}})
	}
	if plain {
		return all.String()
	}
	return runs
}

func (s *sheetWriter) words(r paper.Run, look cellStyle) string {
	switch r.Mark {
	case paper.Break:
		return "\n"
	case paper.Gap:
		return strings.Repeat(" ", 2*r.Chars)
	case paper.Dots:
		if r.Chars > 0 {
			return strings.Repeat(".", 2*r.Chars)
		}
		return strings.Repeat(".", 40)
	case paper.Box:
		return "☐"
	case paper.Ticked:
		return "☑"
	}
	return clean(r.Words)
}
