package paper

import "strconv"

// Table is a ruled table. On every page it runs over to, its heading rows (and
// the row of column numbers) come again; a row is never split over two pages
// unless it alone is taller than a page.
type Table struct {
	Columns  []Column
	Head     []Row // heading rows; cells may span columns and rows
	Numbered bool  // a row (1) (2) (3) … under the head
	Rows     []Row
	Fine     bool // smaller type, for a table of many columns
}

// Column is one column.
type Column struct {
	Share  float64 // width as a share of the whole
	Align  Align   // of its body cells; Auto is left
	Number bool    // holds numbers: set right in type, real numbers in .xlsx
}

// Row is one row. Cells stand from left to right; places that a heading cell
// above covers with its Rows are skipped.
type Row struct {
	Kind  RowKind
	Cells []Cell
}

// RowKind tells a group's or a total's row from those of the body.
type RowKind uint8

// The kinds of rows.
const (
	RowBody  RowKind = iota
	RowGroup         // "I | TẬP THỂ": bold; never the last row on a page
	RowTotal         // "Tổng cộng": bold; stays with the row above
)

// Cell is one cell.
type Cell struct {
	Text  Text
	Cols  int   // columns it spans; 0 is 1
	Rows  int   // rows it spans, only in Head; 0 is 1
	Align Align // Auto is the column's; centred in Head
}

// CellOf is an ordinary cell of plain text.
func CellOf(s string) Cell { return Cell{Text: Plain(s)} }

// CellsOf are ordinary cells of plain text.
func CellsOf(words ...string) []Cell {
	cs := make([]Cell, len(words))
	for i, w := range words {
		cs[i] = CellOf(w)
	}
	return cs
}

// Width is the number of columns a cell spans.
func (c Cell) Width() int { return max(c.Cols, 1) }

// Height is the number of rows a cell spans.
func (c Cell) Height() int { return max(c.Rows, 1) }

// Count writes 1, 2, 3 … into the first cell of every body row, beginning anew
// after each group row, as lists of tập thể and cá nhân are numbered.
func (t *Table) Count() {
	n := 0
	for i := range t.Rows {
		switch r := &t.Rows[i]; r.Kind {
		case RowGroup:
			n = 0
		case RowBody:
			n++
			if len(r.Cells) > 0 {
				r.Cells[0].Text = Plain(strconv.Itoa(n))
			}
		}
	}
}

// NumberRow is the row of column numbers, "(1) (2) (3) …".
func (t *Table) NumberRow() Row {
	r := Row{}
	for i := range t.Columns {
		r.Cells = append(r.Cells, Cell{Text: Plain("(" + strconv.Itoa(i+1) + ")"), Align: Centre})
	}
	return r
}

// Grid places the cells of rows: for each cell its row and column. Cells covered
// from above are skipped. The presses and Check share it so that they agree.
func Grid(columns int, rows []Row) []Place {
	var out []Place
	busy := make([]int, columns) // rows still covered from above, per column
	for ri, r := range rows {
		col := 0
		for ci, c := range r.Cells {
			for col < columns && busy[col] > 0 {
				col++
			}
			out = append(out, Place{Row: ri, Cell: ci, Col: col, Cols: c.Width(), Rows: c.Height()})
			for k := col; k < col+c.Width() && k < columns; k++ {
				busy[k] = c.Height()
			}
			col += c.Width()
		}
		for k := range busy {
			if busy[k] > 0 {
				busy[k]--
			}
		}
	}
	return out
}

// Place is where a cell stands: cell number Cell of row Row begins in column Col.
type Place struct{ Row, Cell, Col, Cols, Rows int }
