package press

import (
	"math"
	"strings"

	"thidua/model/paper"
)

// sheetWriter lays one part out as rows of cells and then writes them.
type sheetWriter struct {
	*workbook
	setter *setter
	name   string
	lefts  []float64 // x of each column's left side and of the last's right
	rows   []sheetRow
	tables []sheetTable // those with heading rows
}

// sheetTable is where a table stands, its rows counted from 1.
type sheetTable struct{ top, head, end int }

type sheetRow struct {
	height  float64 // points
	cells   []sheetCell
	rules   []sheetRule
	newPage bool
	keep    bool // never the last on a page
	sign    bool // a sign block, never alone on a page
}

type sheetCell struct {
	col, cols int
	rows      int // rows it spans; 0 is 1
	text      paper.Text
	value     any // a number; nil: the text
	look      cellStyle
}

// sheetRule is a line drawn over a row, in points from the sheet's left side and the
// row's top.
type sheetRule struct{ x, y, length float64 }

// What a spreadsheet program sets otherwise than a page is set.
const (
	// sheetPad is the room it leaves at both sides of a cell's text, in points.
	sheetPad = 5
	// sheetSlack is what is left of a cell's width when its letters stand on whole
	// pixels and none is moved under its neighbour: counted on less, a line more is
	// room, a line less would be cut.
	sheetSlack = 0.94
	// sheetLine is the height of a line in sizes of its letters, as Excel has it for
	// Times New Roman: 15,75 points for 12.
	sheetLine = 1.36
	// maxRowHeight is the highest row it shows, in points; a higher one is made of
	// several of partLines lines of body text, between which a page may end.
	maxRowHeight, partLines = 400, 5
	// sheetPage is what is left of a page's height when rows stand on whole pixels.
	sheetPage = 0.98
	// sheetRuleRoom is the height of a row that is there for a rule, in points.
	sheetRuleRoom = 6
)

// lay turns the blocks of a part into rows. Its columns are those of its widest
// table; the text around it stands in cells merged over them.
func (s *sheetWriter) lay(part paper.Part) {
	s.lefts = []float64{0, s.setter.width * headLeftShare / (headLeftShare + headRightShare), s.setter.width}
	columns := 0
	for _, b := range part.Blocks {
		if t, ok := b.(*paper.Table); ok && len(t.Columns) > columns {
			columns = len(t.Columns)
			s.lefts = s.setter.tableLines(t)
		}
	}
	for _, b := range part.Blocks {
		s.cutFor(b)
	}
	var certificates []paper.Certificate
	for i, b := range part.Blocks {
		if c, ok := b.(paper.Certificate); ok {
			certificates = append(certificates, c)
			continue
		}
		first := len(s.rows)
		s.block(b)
		if i > 0 && first < len(s.rows) {
			if _, ok := part.Blocks[i-1].(paper.PageBreak); ok {
				s.rows[first].newPage = true
			}
		}
	}
	if len(certificates) > 0 {
		s.certificates(certificates)
	}
}

func (s *sheetWriter) columns() int { return len(s.lefts) - 1 }

// room is how wide a text may be that stands over some columns.
func (s *sheetWriter) room(col, cols int) float64 {
	return (s.lefts[col+max(cols, 1)]-s.lefts[col])*sheetSlack - sheetPad
}

// text adds a row of one merged cell.
func (s *sheetWriter) text(t paper.Text, look cellStyle, before float64) {
	if t.Empty() {
		return
	}
	look.low = before > 0
	width := s.room(0, s.columns())
	if s.lines(t, width, look) > maxRowHeight { // a page may end between its lines
		for i, part := range s.setter.parted(t, width, paperStyle{size: look.size, st: look.st}, partLines) {
			look.low = i == 0
			s.row(before, sheetCell{cols: s.columns(), text: part, look: look})
			before = 0
		}
		return
	}
	s.row(before, sheetCell{cols: s.columns(), text: t, look: look})
}

// title adds a centred text with lines of like length, and gives the width of the
// widest.
func (s *sheetWriter) title(t paper.Text, size float64, st style, width, before float64) float64 {
	width = math.Min(width, s.room(0, s.columns()))
	s.text(s.setter.balance(t, width, paperStyle{size: size, st: st}), cellStyle{size: size, st: st, align: paper.Centre}, before)
	return s.widest(t, width, size, st)
}

func (s *sheetWriter) widest(t paper.Text, width, size float64, st style) float64 {
	return s.setter.setBlock(t, width, size, st, paper.Centre, titled).widest
}

// gap adds an empty row.
func (s *sheetWriter) gap(height float64) {
	s.rows = append(s.rows, sheetRow{height: height})
}

// keep has the rows from one on go with what follows.
func (s *sheetWriter) keep(first int) {
	for i := first; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
}

// ruled adds a row with a rule in the middle of the sheet.
func (s *sheetWriter) ruled(length float64) {
	s.rows = append(s.rows, sheetRow{height: sheetRuleRoom, rules: []sheetRule{{(s.setter.width - length) / 2, titleRuleGap / 2, length}}})
}

// row adds a row as high as its highest cell. One higher than a sheet can have is
// made of several rows with cells over all of them.
func (s *sheetWriter) row(before float64, cells ...sheetCell) {
	h := 0.0
	for _, c := range cells {
		h = math.Max(h, s.height(c))
	}
	if h += before; h <= maxRowHeight {
		s.rows = append(s.rows, sheetRow{height: h, cells: cells})
		return
	}
	n := int(math.Ceil(h / (partLines * sheetLine * bodySize)))
	for k := range n {
		part := make([]sheetCell, len(cells))
		for i, c := range cells {
			c.look.middle, c.look.low = false, false
			c.rows = n
			if k > 0 {
				c = c.covered()
			}
			part[i] = c
		}
		s.rows = append(s.rows, sheetRow{height: h / float64(n), cells: part})
	}
}

// covered is the cell below that a merged one stands over: empty, but of its look,
// so that the lines around it are whole.
func (c sheetCell) covered() sheetCell {
	c.rows, c.text, c.value = -1, nil, nil
	return c
}

// height is what a cell of one row needs.
func (s *sheetWriter) height(c sheetCell) float64 {
	if c.rows > 1 {
		return 0
	}
	h := s.lines(c.text, s.room(c.col, c.cols), c.look)
	if c.look.ruled {
		h += cellPadY // sheetLine has room of its own
	}
	return h
}

// lines is the height of a text's lines.
func (s *sheetWriter) lines(t paper.Text, width float64, look cellStyle) float64 {
	n := len(s.setter.setBlock(t, width, look.size, look.st, paper.Left, ragged).lines)
	return sheetLine * look.size * float64(max(n, 1))
}

func (s *sheetWriter) block(b paper.Block) {
	prose := cellStyle{size: bodySize, align: paper.Justify}
	switch b := b.(type) {
	case paper.Head:
		s.head(b)
	case paper.Columns:
		s.side(b)
	case paper.Title:
		s.title(paper.Plain(b.Name), titleSize, bold, s.setter.width, headGap)
		if !b.About.Empty() {
			s.ruled(ruleShare * s.title(b.About, briefSize, bold, s.setter.briefRoom(b.About, briefSize, bold), 0))
		}
	case paper.AnnexHead:
		s.annexHead(b)
	case paper.Banner:
		s.text(paper.Plain(strings.Join(b.Lines, "\n")), cellStyle{size: bannerSize, st: bold, align: paper.Centre}, sectionGap)
	case paper.Recitals:
		for i, t := range b.Closed() {
			before := float64(paragraphGap)
			if i == 0 {
				before = sectionGap
			}
			s.text(t, prose, before)
		}
	case paper.Addressees:
		for i, t := range b.Set() {
			look, before := cellStyle{size: addresseeSize, align: paper.Centre}, float64(sectionGap)
			if i > 0 {
				look.align, before = paper.Left, 0
				t = paper.Join(paper.GapFor(24), t)
			}
			s.text(t, look, before)
		}
	case paper.Paragraph:
		look := prose
		if b.Align != paper.Auto {
			look.align = b.Align
		}
		s.text(b.Text, look, paragraphGap)
	case paper.Heading:
		first := len(s.rows)
		if b.Level <= paper.LevelSection {
			s.title(paper.Plain(b.Label()), bodySize, bold, s.setter.width, sectionGap)
			s.title(paper.Plain(b.Title), bodySize, bold, s.setter.width, titleGap)
		} else {
			s.text(b.Set(), prose, paragraphGap)
		}
		s.keep(first)
	case paper.Article:
		s.text(b.Set(), prose, paragraphGap)
	case paper.Clause:
		s.text(b.Set(), prose, paragraphGap)
	case paper.Point:
		s.text(b.Set(), prose, paragraphGap)
	case paper.Bullet:
		s.text(b.Set(), prose, paragraphGap)
	case paper.Fields:
		for _, f := range b.Items {
			s.text(f.Set(), cellStyle{size: bodySize, align: paper.Left}, paragraphGap)
		}
	case *paper.Table:
		s.gap(tableGap)
		s.table(b)
	case paper.Sign:
		s.sign(b)
	case paper.Rule:
		s.ruled(shortRuleMM * mm)
	case paper.Space:
		for range max(b.Lines, 1) {
			s.gap(lineHeight(bodySize))
		}
	}
}

func (s *sheetWriter) annexHead(b paper.AnnexHead) {
	widest, before := 0.0, 0.0
	put := func(t paper.Text, size float64, st style, width float64) {
		if !t.Empty() {
			widest = s.title(t, size, st, width, before)
			before = titleGap
		}
	}
	put(paper.Plain(b.Label), annexLabelSize, bold, s.setter.width)
	put(paper.Plain(b.Title), annexTitleSize, bold, s.setter.width)
	put(b.About, annexTitleSize, bold, s.setter.briefRoom(b.About, annexTitleSize, bold))
	put(b.Attached, annexAttachedSize, italic, s.setter.width)
	s.ruled(ruleShare * widest)
}

// certificates lists what stands on certificates, one to a row: the data of a
// merge, not their picture. A column is as wide as its longest text asks for.
func (s *sheetWriter) certificates(cs []paper.Certificate) {
	const least, most = 50, 300 // points
	t := &paper.Table{}
	var head paper.Row
	for i, f := range cs[0].Fields {
		need := float64(least)
		for _, c := range cs {
			if i < len(c.Fields) {
				need = math.Max(need, naturalWidth(s.setter.words(c.Fields[i].Text, tableSize, bold)))
			}
		}
		t.Columns = append(t.Columns, paper.Column{Share: math.Min(need, most)})
		head.Cells = append(head.Cells, paper.CellOf(f.Name))
	}
	t.Head = []paper.Row{head}
	for _, c := range cs {
		var r paper.Row
		for i := range t.Columns {
			cell := paper.Cell{}
			if i < len(c.Fields) {
				cell.Text = c.Fields[i].Text
			}
			r.Cells = append(r.Cells, cell)
		}
		t.Rows = append(t.Rows, r)
	}
	s.lefts = s.setter.tableLines(t)
	s.table(t)
}
