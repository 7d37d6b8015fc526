package sheet

import (
	"cmp"
	"errors"
	"hash/maphash"
	"slices"
	"strings"

	"thidua/model/intake"
)

// builder fills a Book row by row for every reader: it interns fonts, packs
// cells and texts into large blocks, counts what is kept, puts rows and cells
// that a careless program wrote out of order back in order, and refuses a row
// or cell that stands twice.
type builder struct {
	src   *source
	book  *intake.Book
	fonts map[string]int
	texts arena

	grid    intake.Grid
	hidden  []span // hidden columns as the file gives them, perhaps to the last column
	cells   []intake.Cell
	start   int // where the row being built begins in cells
	row     intake.Row
	inOrder bool // cells of this row so far stand in order
	sorted  bool // rows of this sheet so far stand in order
	pieces  bool // cells may come in any order, as some writers of .xls leave them
	lastCol int
	phantom int // rows in a run without anything but error values
}

type span struct{ from, to int }

var (
	errTwice = errors.New("a row or cell stands twice")
	errRange = errors.New("a reference lies outside the sheet")
)

const (
	cellSize = 48 // bytes of an intake.Cell
	rowSize  = 40 // bytes of an intake.Row
	// blockCells is how many cells are allocated at once: rows share blocks, so
	// that 100,000 rows are 1,000 allocations and not 100,000.
	blockCells = 1024
)

func newBuilder(src *source, format string) *builder {
	return &builder{
		src:   src,
		book:  &intake.Book{Name: src.name, Format: format, Fonts: []string{""}},
		fonts: map[string]int{"": 0},
	}
}

// font gives the index of a font name.
func (b *builder) font(name string) int {
	if i, ok := b.fonts[name]; ok {
		return i
	}
	i := len(b.book.Fonts)
	b.book.Fonts = append(b.book.Fonts, name)
	b.fonts[name] = i
	return i
}

// openSheet begins a sheet.
func (b *builder) openSheet(name string, hidden bool) error {
	if len(b.book.Sheets) >= maxSheets {
		return b.src.tooBig()
	}
	b.grid = intake.Grid{Name: name, Hidden: hidden}
	b.hidden, b.sorted, b.pieces, b.lastCol, b.phantom = nil, true, false, -1, 0
	return nil
}

// openRow begins a row; number counts from 1.
func (b *builder) openRow(number int, hidden bool) {
	b.row = intake.Row{Number: number, Hidden: hidden}
	b.start = len(b.cells)
	b.inOrder = true
}

// add puts a cell into the row. c.Text is kept as given.
func (b *builder) add(c intake.Cell) {
	if len(b.cells) == cap(b.cells) {
		block := make([]intake.Cell, 0, max(blockCells, 2*(len(b.cells)-b.start)))
		b.cells = append(block, b.cells[b.start:]...)
		b.start = 0
	}
	if n := len(b.cells); n > b.start && b.cells[n-1].Col >= c.Col {
		b.inOrder = false
	}
	b.cells = append(b.cells, c)
}

// addText puts a cell into the row with a copy of its text.
func (b *builder) addText(c intake.Cell, text []byte) error {
	n := b.texts.used
	c.Text = b.texts.add(text)
	b.add(c)
	return b.src.spend(b.texts.used - n)
}

// closeRow ends the row; a row without cells is left out.
func (b *builder) closeRow() error {
	row := b.cells[b.start:len(b.cells):len(b.cells)]
	if len(row) == 0 {
		return nil
	}
	if n := b.row.Number; n < 1 || n > maxRows {
		return errRange
	}
	if !b.inOrder {
		n := len(row)
		if row = lastOfEach(row); len(row) < n && !b.pieces {
			return errTwice
		}
	}
	if row[0].Col < 0 || row[len(row)-1].Col >= maxCols {
		return errRange
	}
	if b.isPhantom(row) {
		b.cells = b.cells[:b.start]
		return nil
	}
	for i := range row {
		b.src.show -= int64(len(row[i].Text))
	}
	if b.src.show < 0 {
		return b.src.tooBig()
	}
	b.lastCol = max(b.lastCol, row[len(row)-1].Col)
	b.row.Cells = row
	if n := len(b.grid.Rows); n > 0 && b.grid.Rows[n-1].Number >= b.row.Number {
		b.sorted = false
		// A row out of order may have to be joined to another, in a new place.
		if err := b.src.spend(len(row)*cellSize + rowSize); err != nil {
			return err
		}
	}
	b.grid.Rows = append(b.grid.Rows, b.row)
	b.start = len(b.cells)
	if len(b.grid.Rows)%256 == 0 {
		if err := b.src.canceled(); err != nil {
			return err
		}
	}
	return b.src.spend(len(row)*cellSize + rowSize)
}

// isPhantom counts rows of nothing but error values and tells which to drop.
func (b *builder) isPhantom(row []intake.Cell) bool {
	for i := range row {
		if row[i].Kind != intake.Failure {
			b.phantom = 0
			return false
		}
	}
	b.phantom++
	return b.phantom > maxPhantom
}

// merge notes a merged range as the file gives it.
func (b *builder) merge(m intake.Merge) error {
	if m.Top > m.Bottom {
		m.Top, m.Bottom = m.Bottom, m.Top
	}
	if m.Left > m.Right {
		m.Left, m.Right = m.Right, m.Left
	}
	if m.Top < 1 || m.Left < 0 || m.Bottom > maxRows || m.Right >= maxCols {
		return errRange
	}
	if len(b.grid.Merges) >= maxMerges {
		return b.src.tooBig()
	}
	b.grid.Merges = append(b.grid.Merges, m)
	return nil
}

// hideCols notes hidden columns, both ends included.
func (b *builder) hideCols(from, to int) {
	if from >= 0 && from <= to && len(b.hidden) < maxCols {
		b.hidden = append(b.hidden, span{from, to})
	}
}

// closeSheet ends the sheet: rows in order, merges and hidden columns cut to
// what the sheet really uses (programs hide "all the rest" and merge whole rows).
func (b *builder) closeSheet() error {
	rows := b.grid.Rows
	if !b.sorted {
		slices.SortStableFunc(rows, func(x, y intake.Row) int { return cmp.Compare(x.Number, y.Number) })
		var err error
		if rows, err = b.joinRows(rows); err != nil {
			return err
		}
		b.grid.Rows = rows
	}
	lastRow := 0
	if len(rows) > 0 {
		lastRow = rows[len(rows)-1].Number
	}
	merges := b.grid.Merges[:0]
	for _, m := range b.grid.Merges {
		m.Bottom, m.Right = min(m.Bottom, lastRow), min(m.Right, b.lastCol)
		if m.Top <= m.Bottom && m.Left <= m.Right && (m.Top < m.Bottom || m.Left < m.Right) {
			merges = append(merges, m)
		}
	}
	b.grid.Merges = merges
	if len(merges) == 0 {
		b.grid.Merges = nil
	}
	starts := make([]int, b.lastCol+2) // spans that begin less those that ended
	for _, s := range b.hidden {
		if s.from <= b.lastCol {
			starts[s.from]++
			starts[min(s.to, b.lastCol)+1]--
		}
	}
	for c, open := 0, 0; c <= b.lastCol; c++ {
		if open += starts[c]; open > 0 {
			b.grid.HiddenCols = append(b.grid.HiddenCols, c)
		}
	}
	b.book.Sheets = append(b.book.Sheets, b.grid)
	b.grid = intake.Grid{}
	return nil
}

// joinRows puts the pieces of a row together where pieces are allowed, the
// later value of a cell winning as it does in Excel; elsewhere a row that
// stands twice is damage.
func (b *builder) joinRows(rows []intake.Row) ([]intake.Row, error) {
	out := rows[:0]
	for i := 0; i < len(rows); {
		j := i + 1
		for j < len(rows) && rows[j].Number == rows[i].Number {
			j++
		}
		row := rows[i]
		if j > i+1 {
			if !b.pieces {
				return nil, errTwice
			}
			var cells []intake.Cell
			for _, piece := range rows[i:j] {
				cells = append(cells, piece.Cells...)
			}
			row.Cells = lastOfEach(cells)
		}
		out = append(out, row)
		i = j
	}
	return out, nil
}

// lastOfEach orders cells by column and keeps the last one given of each.
func lastOfEach(cells []intake.Cell) []intake.Cell {
	slices.SortStableFunc(cells, func(x, y intake.Cell) int { return cmp.Compare(x.Col, y.Col) })
	out := cells[:0]
	for i, c := range cells {
		if i+1 == len(cells) || cells[i+1].Col != c.Col {
			out = append(out, c)
		}
	}
	return out
}

// done gives the Book, or says that it holds nothing.
func (b *builder) done() (*intake.Book, error) {
	for i := range b.book.Sheets {
		if len(b.book.Sheets[i].Rows) > 0 {
			return b.book, nil
		}
	}
	return nil, b.src.empty()
}

// arena keeps many short texts in few blocks. A strings.Builder never writes
// again over what it has handed out, so parts of its string may be kept. A
// text met lately is handed out again: in a list every third cell says
// "Chuyên viên" or "Sở Y tế".
type arena struct {
	sb     strings.Builder
	lately [4096]string
	used   int // bytes kept so far
}

const (
	arenaBlock = 64 * kib
	// longest text that is looked up again; longer ones seldom repeat.
	lookedUp = 256
)

var textSeed = maphash.MakeSeed()

func (a *arena) add(p []byte) string {
	if len(p) == 0 {
		return ""
	}
	if len(p) > lookedUp {
		return a.store(p)
	}
	slot := &a.lately[maphash.Bytes(textSeed, p)%uint64(len(a.lately))]
	if *slot != string(p) {
		*slot = a.store(p)
	}
	return *slot
}

func (a *arena) store(p []byte) string {
	a.used += len(p)
	if a.sb.Len()+len(p) > a.sb.Cap() {
		if len(p) > arenaBlock/8 {
			return string(p)
		}
		a.sb = strings.Builder{}
		a.sb.Grow(arenaBlock)
	}
	n := a.sb.Len()
	a.sb.Write(p)
	return a.sb.String()[n:]
}
