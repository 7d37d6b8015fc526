package sheet

import (
	"bytes"
	"strings"

	"thidua/model/intake"
)

// maxNested is how many tables may stand in each other; pages that lay
// themselves out with tables use two or three.
const maxNested = 32

// maxPassed is how many columns may be passed over in all because a cell above
// reaches down into them: 300,000 rows beside a hundred such columns.
const maxPassed = 30_000_000

func (w *webPage) openTable(a webAttrs) error {
	w.seen = true
	if len(w.tables) >= maxNested {
		return errDeep
	}
	if len(w.tables) == 0 {
		if err := w.endPara(); err != nil {
			return err
		}
	}
	depth := len(w.marks)
	w.push("table", w.css.apply(w.look(), "table", a))
	w.tables = append(w.tables, &webTable{depth: depth + 1})
	w.cell = nil
	return nil
}

// table gives the innermost open table.
func (w *webPage) table() *webTable {
	if n := len(w.tables); n > 0 {
		return w.tables[n-1]
	}
	return nil
}

func (w *webPage) openCol(a webAttrs) {
	t := w.table()
	if t == nil || len(w.tables) > 1 {
		return
	}
	n := count(a.span, maxCols)
	l := w.css.apply(cssLook{}, "col", a)
	if (l.none || a.hidden || strings.TrimSpace(a.width) == "0") && t.cols < maxCols {
		w.hideCols(t.cols, t.cols+n-1)
	}
	t.cols += n
}

func (w *webPage) openTR(a webAttrs) error {
	t := w.table()
	if t == nil {
		return nil
	}
	if err := w.closeTR(); err != nil { // its end tag may be left out
		return err
	}
	l := w.css.apply(cssLook{}, "tr", a)
	t.rows++
	t.row = w.spare
	if w.spare = nil; t.row == nil {
		t.row = &webRow{}
	}
	t.row.cells, t.row.merges = t.row.cells[:0], t.row.merges[:0]
	t.row.hidden = l.none || a.hidden || strings.TrimSpace(a.height) == "0"
	w.popTo(t.depth)
	around := w.css.apply(w.look(), "tr", a)
	around.none = false // a hidden row is read all the same
	w.push("tr", around)
	return nil
}

func (w *webPage) openTD(a webAttrs) error {
	t := w.table()
	if t == nil {
		return nil
	}
	w.closeTD()
	if t.row == nil {
		if err := w.openTR(webAttrs{}); err != nil {
			return err
		}
	}
	l := w.css.apply(w.look(), "td", a)
	col := 0
	if n := len(t.row.merges); n > 0 {
		last := t.row.merges[n-1]
		col = last.left + last.across
	}
	for col < len(t.hold) && t.hold[col] >= t.rows {
		col++
		if w.passed++; w.passed > maxPassed {
			return w.src.tooBig()
		}
	}
	across, down := count(a.colspan, maxCols), count(a.rowspan, maxRows)
	if col+across > maxCols {
		return errRange
	}
	t.row.merges = append(t.row.merges, webSpan{col, across, down})
	l.none = false // what a page hides in a cell is read all the same
	t.cell = t.row.newCell()
	t.cell.col, t.cell.look, t.cell.num, t.cell.hasNum = col, l, a.num, a.hasNum
	w.cell = t.cell
	w.push("td", l)
	return nil
}

// newCell opens the next cell of a row, in the room an earlier row left.
func (r *webRow) newCell() *webCell {
	if len(r.cells) < cap(r.cells) {
		r.cells = r.cells[:len(r.cells)+1]
	} else {
		r.cells = append(r.cells, webCell{})
	}
	c := &r.cells[len(r.cells)-1]
	*c = webCell{text: c.text[:0]}
	return c
}

// closeTD ends the open cell.
func (w *webPage) closeTD() {
	t := w.table()
	if t == nil || t.cell == nil {
		return
	}
	t.cell, w.cell = nil, nil
	// What was opened in the cell ends with it.
	w.popTo(t.depth + 1)
}

func (w *webPage) closeTR() error {
	t := w.table()
	if t == nil || t.row == nil {
		return nil
	}
	w.closeTD()
	row := t.row
	t.row = nil
	w.popTo(t.depth)
	for _, m := range row.merges {
		if m.down > 1 {
			for len(t.hold) < m.left+m.across {
				t.hold = append(t.hold, 0)
			}
			for c := m.left; c < m.left+m.across; c++ {
				t.hold[c] = t.rows + m.down - 1
			}
		}
	}
	if len(w.tables) > 1 {
		// A table inside a cell of another: its rows come when that row is done.
		w.waiting = append(w.waiting, *row)
		return w.src.spend(rowSize + len(row.cells)*3*cellSize)
	}
	if err := w.emit(row); err != nil {
		return err
	}
	w.spare = row
	return w.emitWaiting()
}

func (w *webPage) emitWaiting() error {
	rows := w.waiting
	w.waiting = nil
	for i := range rows {
		if err := w.emit(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *webPage) closeTable() error {
	t := w.table()
	if t == nil {
		return nil
	}
	if err := w.closeTR(); err != nil {
		return err
	}
	w.popTo(t.depth - 1)
	w.tables = w.tables[:len(w.tables)-1]
	if outer := w.table(); outer != nil {
		w.cell = outer.cell
		return nil
	}
	w.cell = nil
	return w.emitWaiting()
}

// emit gives a row the next number and keeps it.
func (w *webPage) emit(r *webRow) error {
	if w.number++; w.number > maxRows {
		return w.src.tooBig()
	}
	w.openRow(w.number, r.hidden)
	for i := range r.cells {
		if err := w.emitCell(&r.cells[i]); err != nil {
			return err
		}
	}
	for _, m := range r.merges {
		if m.across > 1 || m.down > 1 {
			bottom := min(w.number+m.down-1, maxRows)
			if err := w.merge(intake.Merge{Top: w.number, Left: m.left, Bottom: bottom, Right: m.left + m.across - 1}); err != nil {
				return err
			}
		}
	}
	return w.closeRow()
}

func (w *webPage) emitCell(c *webCell) error {
	text := bytes.TrimRight(c.text, " \n")
	cell := intake.Cell{Col: c.col, Struck: c.letters && !c.plain, Partly: c.struck && c.plain}
	font := c.look.font
	if c.hasFont {
		font = c.font
	}
	cell.Font = w.font(font)
	// Excel writes x:num when what is shown is not the number itself: a long
	// number shortened to 5.8E+10, an amount with points. A day shown as a day
	// is kept as shown.
	if c.hasNum {
		num := strings.TrimSpace(c.num)
		if num == "" {
			num = string(bytes.TrimSpace(text))
		}
		if f, ok := parseNumber([]byte(num)); ok {
			cell.Kind, cell.Num = intake.Number, f
			if days, ok := serialDays(f, false); ok && c.look.date.ok {
				cell.Kind, cell.Num, cell.Shown = intake.DateNum, days, c.look.date.shown
			}
			return w.addText(cell, []byte(num))
		}
	}
	return w.addNonEmpty(cell, text)
}
