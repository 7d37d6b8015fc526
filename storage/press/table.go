package press

import (
	"math"
	"slices"
	"sync"

	"thidua/model/paper"
)

// tableSetter sets one table.
type tableSetter struct {
	p     *setter
	t     *paper.Table
	size  float64
	lefts []float64 // x of each column's left line, and of the right end
}

// table sets a table as one strip for its heading rows and one for each row.
func (p *setter) table(t *paper.Table) {
	ts := tableSetter{p: p, t: t, size: tableSizeOf(t), lefts: p.tableLines(t)}
	rows := t.Head
	if t.Numbered {
		rows = append(append([]paper.Row(nil), rows...), t.NumberRow())
	}
	var head *strip
	gap := float64(tableGap)
	if len(rows) > 0 {
		h := ts.heading(rows, len(t.Head))
		h.height += tableLine // the table's own frame stands outside its rows
		h.before, h.keep = gap, true
		gap = 0
		p.strips = append(p.strips, h)
		head = &h
	}
	first := len(p.strips)
	ts.rows(head)
	if len(p.strips) > first {
		p.strips[first].before = gap
	}
}

// rowsAtOnce is how many rows of a long table one processor sets at a time.
const rowsAtOnce = 32

// rows sets the rows of the body, those of a long table on all processors.
func (ts *tableSetter) rows(head *strip) {
	t, p := ts.t, ts.p
	set := func(p *setter, from, to int) {
		mine := *ts
		mine.p = p
		for i := from; i < to; i++ {
			r := t.Rows[i]
			s := mine.row(r)
			s.head = head
			s.keep = r.Kind == paper.RowGroup || i+1 < len(t.Rows) && t.Rows[i+1].Kind == paper.RowTotal
			mine.split(s, i)
		}
	}
	if n := len(t.Rows); p.alone && n >= few*rowsAtOnce {
		var mu sync.Mutex
		free := slices.Clone(p.hands)
		// take's error is kept as the part's fault.
		_ = inParallel((n+rowsAtOnce-1)/rowsAtOnce, func() func(int) handed {
			mu.Lock()
			defer mu.Unlock()
			var h *setter
			if k := len(free) - 1; k >= 0 {
				h, free = free[k], free[:k]
			} else {
				h = newSetter(p.family, p.width)
				p.hands = append(p.hands, h)
			}
			h.width, h.height = p.width, p.height
			return func(i int) handed {
				first := len(h.strips)
				set(h, i*rowsAtOnce, min((i+1)*rowsAtOnce, n))
				return handed{h.strips[first:len(h.strips):len(h.strips)], h.fault}
			}
		}, func(_ int, d handed) error {
			p.strips = append(p.strips, d.strips...)
			if p.fault == nil {
				p.fault = d.fault
			}
			return p.fault
		})
		return
	}
	set(p, 0, len(t.Rows))
}

// handed are the strips of some rows of a table.
type handed struct {
	strips []strip
	fault  error
}

// columnLines places the lines between columns by their shares of a width.
func columnLines(cs []paper.Column, width float64) []float64 {
	return linesBetween(cs, make([]float64, len(cs)), width)
}

// sampled is how many rows of a table its columns are made wide enough for.
const sampled = 60

// widestWord is the share of a table's width past which a word does not widen its
// column any more but is parted.
const widestWord = 0.3

// tableLines places the lines between a table's columns by their shares, each column
// no narrower than its widest word, so that "STT" or a sum of money is not parted.
func (p *setter) tableLines(t *paper.Table) []float64 {
	least := make([]float64, len(t.Columns))
	size := tableSizeOf(t)
	look := func(rows []paper.Row, base style) {
		for _, pl := range paper.Grid(len(t.Columns), rows) {
			if pl.Cols > 1 {
				continue
			}
			for _, w := range rejoin(p.words(rows[pl.Row].Cells[pl.Cell].Text, size, base)) {
				if need := w.width + 2*cellPadX + 2*slip; w.fills == 0 && need < widestWord*p.width {
					least[pl.Col] = max(least[pl.Col], need)
				}
			}
		}
	}
	look(t.Head, bold)
	look(t.Rows[:min(len(t.Rows), sampled)], 0)
	return linesBetween(t.Columns, least, p.width)
}

func tableSizeOf(t *paper.Table) float64 {
	if t.Fine {
		return tableFine
	}
	return tableSize
}

// linesBetween divides a width by shares, no column narrower than its least width
// when all have room for theirs; the others give way by their shares.
func linesBetween(cs []paper.Column, least []float64, width float64) []float64 {
	held := make([]bool, len(cs))
	for {
		sum, room, need := 0.0, width, 0.0
		for i, c := range cs {
			need += least[i]
			if held[i] {
				room -= least[i]
			} else {
				sum += c.Share
			}
		}
		again := false
		if need < width {
			for i, c := range cs {
				if !held[i] && room*c.Share/sum < least[i] {
					held[i], again = true, true
				}
			}
		}
		if again {
			continue
		}
		out := make([]float64, 0, len(cs)+1)
		x := 0.0
		for i, c := range cs {
			out = append(out, x)
			if held[i] {
				x += least[i]
			} else {
				x += room * c.Share / sum
			}
		}
		return append(out, width)
	}
}

// align is how a cell's text stands.
func (ts *tableSetter) align(c paper.Cell, col int, r paper.RowKind) paper.Align {
	if c.Align != paper.Auto {
		return c.Align
	}
	if a := ts.t.Columns[col].Align; a != paper.Auto && c.Width() == 1 {
		return a
	}
	if ts.t.Columns[col].Number && c.Width() == 1 {
		return paper.Right
	}
	if r == paper.RowTotal && c.Width() > 1 {
		return paper.Centre
	}
	return paper.Left
}

// placedCell is a cell with its text set.
type placedCell struct {
	paper.Place
	blk block
}

func (ts *tableSetter) cell(c paper.Cell, pl paper.Place, base style, align paper.Align) placedCell {
	w := ts.lefts[pl.Col+pl.Cols] - ts.lefts[pl.Col] - 2*cellPadX
	mode := loose
	switch align {
	case paper.Centre:
		mode = balanced
	case paper.Justify:
		mode = filled
	}
	return placedCell{pl, ts.p.setBlock(c.Text, w, ts.size, base, align, mode)}
}

// heading sets all heading rows as one strip. Rows from numbers on are the row of
// column numbers, which is not bold.
func (ts *tableSetter) heading(rows []paper.Row, numbers int) strip {
	places := paper.Grid(len(ts.t.Columns), rows)
	cells := make([]placedCell, 0, len(places))
	heights := make([]float64, len(rows))
	for _, pl := range places {
		c := rows[pl.Row].Cells[pl.Cell]
		base := bold
		if pl.Row >= numbers {
			base = italic
		}
		align := c.Align
		if align == paper.Auto {
			align = paper.Centre
		}
		pc := ts.cell(c, pl, base, align)
		cells = append(cells, pc)
		if pl.Rows == 1 {
			heights[pl.Row] = math.Max(heights[pl.Row], pc.blk.height+cellFrameY)
		}
	}
	// A cell over several rows asks for room from the last of them.
	for _, c := range cells {
		if c.Rows == 1 {
			continue
		}
		sum := 0.0
		for r := c.Row; r < c.Row+c.Rows; r++ {
			sum += heights[r]
		}
		if need := c.blk.height + cellFrameY; need > sum {
			heights[c.Row+c.Rows-1] += need - sum
		}
	}
	tops := make([]float64, len(rows)+1)
	for i, h := range heights {
		tops[i+1] = tops[i] + math.Max(h, lineHeight(ts.size)+cellFrameY)
	}
	s := strip{height: tops[len(rows)]}
	for _, c := range cells {
		x1, x2, y1, y2 := ts.lefts[c.Col], ts.lefts[c.Col+c.Cols], tops[c.Row], tops[c.Row+c.Rows]
		ts.p.lay(c.blk, x1+cellPadX, y1+(y2-y1-c.blk.height)/2)
		ts.p.laid.add(frame(x1, y1, x2, y1))
		ts.p.laid.add(frame(x1, y1, x1, y2))
	}
	return ts.close(s)
}

// close adds the lines on the right and below.
func (ts *tableSetter) close(s strip) strip {
	w := ts.lefts[len(ts.lefts)-1]
	ts.p.laid.add(frame(w, 0, w, s.height))
	ts.p.laid.add(frame(0, s.height, w, s.height))
	s.ops = ts.p.laid.take()
	return s
}

func frame(x1, y1, x2, y2 float64) op {
	return op{kind: opLine, x: x1, y: y1, x2: x2, y2: y2, size: tableLine}
}

func (ts *tableSetter) cells(r paper.Row) []placedCell {
	base := style(0)
	if r.Kind != paper.RowBody {
		base = bold
	}
	places := paper.Grid(len(ts.t.Columns), []paper.Row{r})
	out := make([]placedCell, len(places))
	for i, pl := range places {
		c := r.Cells[pl.Cell]
		out[i] = ts.cell(c, pl, base, ts.align(c, pl.Col, r.Kind))
	}
	return out
}

// row sets a row of the body.
func (ts *tableSetter) row(r paper.Row) strip {
	cells := ts.cells(r)
	h := lineHeight(ts.size)
	for _, c := range cells {
		h = math.Max(h, c.blk.height)
	}
	s := strip{height: h + cellFrameY}
	for _, c := range cells {
		x := ts.lefts[c.Col]
		ts.p.lay(c.blk, x+cellPadX, cellPadY+(h-c.blk.height)/2)
		ts.p.laid.add(frame(x, 0, x, s.height))
	}
	return ts.close(s)
}

// split adds the row at i to the strips. One that is taller than a page under the
// heading rows is parted: as many lines of every cell as fit, then the next; its first
// part leaves room for the group rows that go with it. Any other row stays whole.
func (ts *tableSetter) split(s strip, i int) {
	room := ts.p.height
	if s.head != nil {
		room -= s.head.height
	}
	if s.height <= room {
		ts.p.strips = append(ts.p.strips, s)
		return
	}
	step := lineHeight(ts.size)
	fit := func(room float64) int { return max(int((room-cellFrameY)/step), 1) }
	cells := ts.cells(ts.t.Rows[i])
	lines := fit(room - ts.above(i))
	for from := 0; ; from, lines = from+lines, fit(room) {
		most := 0
		for _, c := range cells {
			most = max(most, min(len(c.blk.lines)-from, lines))
		}
		if most <= 0 {
			return
		}
		q := strip{head: s.head, height: float64(most)*step + cellFrameY}
		for _, c := range cells {
			part := c.blk
			part.lines = part.lines[min(from, len(part.lines)):min(from+lines, len(part.lines))]
			ts.p.lay(part, ts.lefts[c.Col]+cellPadX, cellPadY-float64(from)*step)
			ts.p.laid.add(frame(ts.lefts[c.Col], 0, ts.lefts[c.Col], q.height))
		}
		ts.p.strips = append(ts.p.strips, ts.close(q))
	}
}

// above is how high the group rows stand that head the row at i.
func (ts *tableSetter) above(i int) float64 {
	sum := 0.0
	for k := i - 1; k >= 0 && ts.t.Rows[k].Kind == paper.RowGroup; k-- {
		h := lineHeight(ts.size)
		for _, c := range ts.cells(ts.t.Rows[k]) {
			h = math.Max(h, c.blk.height)
		}
		sum += h + cellFrameY
	}
	return sum
}
