package press

import (
	"math"
	"strconv"
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
			placed[pl.Row+k] = append(placed[pl.Row+k], cell.covered())
		}
	}
	for i := range rows {
		s.row(0, placed[i]...)
	}
	s.keep(top)
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
		first := len(s.rows)
		s.row(0, cells...)
		if r.Kind == paper.RowGroup {
			s.keep(first)
		}
	}
	if len(rows) > 0 {
		s.tables = append(s.tables, sheetTable{top: top + 1, head: top + len(rows), end: len(s.rows)})
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
// runs otherwise. Dots to the end of a line fill what its words leave of the room.
func (s *sheetWriter) rich(t paper.Text, look cellStyle, room float64) any {
	plain := true
	var runs []excelize.RichTextRun
	var all strings.Builder
	used := 0.0
	for _, r := range t {
		st := look.st | styleOf(r.Bold, r.Italic)
		words := s.words(r)
		if r.Mark == paper.Dots {
			dot := s.setter.measure(".", st, look.size)
			width := float64(r.Chars) * s.setter.measure("0", st, look.size)
			if r.Chars == 0 {
				width = math.Max(room-used-dot, minFill)
			}
			words = strings.Repeat(".", int(width/dot))
		}
		if used += s.setter.measure(strings.ReplaceAll(words, "\n", ""), st, look.size); r.Mark == paper.Break || used > room {
			used = 0
		}
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

func (s *sheetWriter) words(r paper.Run) string {
	switch r.Mark {
	case paper.Break:
		return "\n"
	case paper.Gap:
		return strings.Repeat(" ", 2*r.Chars)
	case paper.Box:
		return "☐"
	case paper.Ticked:
		return "☑"
	}
	return clean(r.Words)
}

// number reads a figure as Vietnamese papers write it: "1.234.567", "12,5", "80%".
// A number written with a leading 0, or longer than any count, is a code.
func number(words string) (value any, format string, ok bool) {
	w := strings.TrimSpace(words)
	percent := strings.HasSuffix(w, "%")
	w = strings.TrimSuffix(w, "%")
	whole, decimals, broken := strings.Cut(w, ",")
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if g == "" || i > 0 && len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return nil, "", false
		}
	}
	digits := strings.Join(groups, "")
	if len(digits) > 1 && digits[0] == '0' || len(digits) > 15 || broken && (decimals == "" || strings.Trim(decimals, "0123456789") != "") {
		return nil, "", false
	}
	format = "0"
	if len(groups) > 1 {
		format = "#,##0"
	}
	if broken {
		format += "." + strings.Repeat("0", len(decimals))
		digits += "." + decimals
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return nil, "", false
	}
	if percent {
		return v / 100, format + "%", true
	}
	return v, format, true
}
