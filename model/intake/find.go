package intake

import (
	"slices"
	"strings"
)

// finder looks for the headings of lists in a sheet.
type finder struct {
	*sheet
	lx    *lexicon
	heads *headings
	award func(string) (code string, sure bool) // the catalogue's names
}

// headCell is a cell of a row that may be a heading.
type headCell struct {
	col, right int // right: last column of its merge
	down       int // last row of its merge
	text       string
	number     bool // holds a number or a date: no heading
}

// head is a heading block: rows i…i+h-1 of the grid.
type head struct {
	at, height  int
	top, bottom int // row numbers
	score       int
	cols        []Column
	how         []int
	names       bool // some column holds names
	stacked     int  // columns that hold two facts, one below the other
}

const (
	// headRows is how many rows from the top are searched for the first heading.
	headRows = 2000
	// highestHead is the most rows a heading has.
	highestHead = 3
)

// cells reads a row as a possible part of a heading.
func (f *finder) cells(i int) []headCell {
	row := &f.grid.Rows[i]
	var out []headCell
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col < 0 || c.Col > maxColumns || len(c.Text) > 4*longestHeading {
			continue
		}
		t := f.read(c).text
		if t == "" {
			continue
		}
		h := headCell{col: c.Col, right: c.Col, down: row.Number, text: t, number: c.Kind == Number || c.Kind == DateNum}
		if m, ok := f.span(c.Col, row.Number); ok {
			h.right, h.down = min(m.Right, maxColumns), m.Bottom
		} else if m, ok := f.covering(c.Col, row.Number); ok {
			h.down = m.Bottom
		}
		if isNumeral(t) {
			h.number = true
		}
		out = append(out, h)
	}
	return out
}

func isNumeral(s string) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// next finds the first heading block at or after row i, before row end.
func (f *finder) next(i, end int) (head, bool) {
	for ; i < end; i++ {
		if f.grid.Rows[i].Hidden {
			continue
		}
		best, ok := f.blockAt(i)
		if !ok {
			continue
		}
		// A wider look: the true heading may begin a row or two further down,
		// under a line that only looks like one.
		for k := i + 1; k <= i+2 && k < end; k++ {
			if b, ok := f.blockAt(k); ok && b.score > best.score {
				best = b
			}
		}
		return best, true
	}
	return head{}, false
}

// blockAt gives the best heading block that begins at row i.
func (f *finder) blockAt(i int) (best head, ok bool) {
	first := f.cells(i)
	if len(first) == 0 || !f.promising(first) {
		return head{}, false
	}
	rows := [][]headCell{first}
	for h := 1; h <= highestHead; h++ {
		if h > 1 {
			k := i + h - 1
			if k >= len(f.grid.Rows) || f.grid.Rows[k].Hidden || f.grid.Rows[k].Number > f.grid.Rows[k-1].Number+1 {
				break
			}
			next := f.cells(k)
			if !f.joins(rows, next, f.grid.Rows[k].Number) {
				break
			}
			rows = append(rows, next)
		}
		b := f.build(i, rows)
		// Cells merged down over the row make it part of the heading, whatever it says.
		covered := ok && best.bottom >= f.grid.Rows[i+h-1].Number
		if f.acceptable(b) && (!ok || b.score >= best.score || covered) {
			best, ok = b, true
		}
	}
	if ok && i+1 < len(f.grid.Rows) && f.grid.Rows[i+1].Number <= best.bottom {
		best.stacked = f.stacks(first, f.cells(i+1))
	}
	return best, ok
}

// promising is the cheap question first: at least two texts, none of them data
// by its kind, and one heading among them (or among those below a group).
func (f *finder) promising(cells []headCell) bool {
	texts, data, known := 0, 0, 0
	for _, c := range cells {
		if c.number {
			data++
			continue
		}
		texts++
		if g := f.heads.field(c.text); g.how > unknown {
			known++
		} else if _, ok := f.award(c.text); ok {
			known++
		}
	}
	if texts == 1 {
		// One group heading over some columns, the others typed in the row below.
		c := cells[0]
		return data == 0 && c.right > c.col && c.col > 0 && known == 1
	}
	return texts >= 2 && data*2 <= texts && known > 0
}

// joins tells whether a row goes on with the heading above it: each of its
// cells stands under a group or an empty place, or finishes the words above.
func (f *finder) joins(above [][]headCell, cells []headCell, number int) bool {
	if len(cells) == 0 {
		return false
	}
	last := above[len(above)-1]
	if c := cells[0]; len(cells) == 1 && c.right > c.col {
		left, right := maxColumns, 0
		for _, row := range above {
			for _, a := range row {
				left, right = min(left, a.col), max(right, a.right)
			}
		}
		if c.col <= left && (c.right-c.col)*2 > right-left {
			return false // "I. Cá nhân" over the whole width: the first group
		}
	}
	fits := 0
	for _, c := range cells {
		if c.number && !(len(c.text) == 4 && (strings.HasPrefix(c.text, "19") || strings.HasPrefix(c.text, "20"))) {
			return false
		}
		if len([]rune(c.text)) > longestHeading/2 {
			return false
		}
		over, merged := overOf(last, c.col, number)
		switch {
		case merged: // covered from above: the file says the same cell twice
			return false
		case over != nil && (over.right > over.col || f.leads(last, cells, over)):
			fits++
		case over == nil && (f.heads.field(c.text).how >= byWords || f.isAward(c.text) || subHeading(c.text) || f.awardUnder(last, c)):
			fits++
		case over != nil && bracketed.ReplaceAllString(c.text, "") == "":
			fits++
		case over != nil && f.continues(over.text, c.text):
			fits++
		default:
			return false
		}
	}
	return fits > 0
}

func (f *finder) isAward(text string) bool { _, ok := f.award(text); return ok }

// leads tells a group heading typed in one cell without a merge: the next
// column is empty beside it but filled below it.
func (f *finder) leads(above, below []headCell, over *headCell) bool {
	if o, _ := overOf(above, over.col+1, -1); o != nil {
		return false
	}
	mine, next := false, false
	for _, c := range below {
		mine = mine || c.col == over.col && (subHeading(c.text) || f.heads.field(c.text).how >= byWords || f.isAward(c.text) || f.isAward(over.text+" "+c.text))
		next = next || c.col == over.col+1
	}
	return mine && next
}

// awardUnder tells the second half of an award's name below an unmerged group
// to the left: "BK" over "TTg", "UBTVQH", "UBND tỉnh".
func (f *finder) awardUnder(above []headCell, c headCell) bool {
	for i := len(above) - 1; i >= 0; i-- {
		if above[i].col < c.col {
			return f.isAward(above[i].text + " " + c.text)
		}
	}
	return false
}

// continues tells a heading broken over two rows by hand: "Hình thức" / "khen thưởng".
func (f *finder) continues(over, text string) bool {
	if len([]rune(text)) > 40 {
		return false
	}
	f1, ok1 := f.heads.exact(over)
	f2, ok2 := f.heads.exact(over + " " + text)
	return ok2 && f2 != FieldNone && (!ok1 || f1 == f2 || f2 == FieldPositionUnit) && !f.isName(over)
}

func (f *finder) isName(text string) bool {
	g := f.heads.field(text)
	return nameField(g.field)
}

// overOf finds the cell of a row that stands over a column. merged tells that
// it reaches down to the row with that number.
func overOf(row []headCell, col, number int) (cell *headCell, merged bool) {
	for i := range row {
		c := &row[i]
		if col >= c.col && col <= c.right {
			return c, c.down >= number && number >= 0
		}
	}
	return nil, false
}

// subHeading names the short words that stand below a group.
func subHeading(text string) bool {
	switch phraseKey(text) {
	case "nam", "nữ", "ngày", "tháng", "năm", "họ", "tên", "đảng", "chính quyền", "đoàn thể", "chuyên môn", "số", "ngày cấp", "nơi cấp", "thi đua", "khen thưởng", "tập thể", "cá nhân", "hộ gia đình", "có", "không", "loại", "cấp":
		return true
	}
	return false
}

// build makes the columns of a block.
func (f *finder) build(i int, rows [][]headCell) head {
	b := head{at: i, height: len(rows), top: f.grid.Rows[i].Number, bottom: f.grid.Rows[i+len(rows)-1].Number}
	left, right := maxColumns, 0
	for _, row := range rows {
		for _, c := range row {
			left, right = min(left, c.col), max(right, c.right)
			if c.down <= b.top+highestHead {
				b.bottom = max(b.bottom, c.down)
			}
		}
	}
	for col := left; col <= right; col++ {
		path := f.path(rows, col)
		if len(path) == 0 {
			continue
		}
		c, how := f.resolve(path)
		c.Index, c.Hidden = col, f.hidden[col]
		c.Header = strings.Join(path, " / ")
		c.Encoding = f.column(col)
		c.Sure = how >= byWords
		b.cols = append(b.cols, c)
		b.how = append(b.how, how)
		switch {
		case how == whole:
			b.score += 3
		case how == byWords:
			b.score += 2
		case how == likely:
			b.score++
		case len([]rune(path[len(path)-1])) > longestHeading:
			b.score -= 4
		default:
			b.score--
		}
		if nameField(c.Field) && how > unknown {
			if !b.names {
				b.score += 3
			}
			b.names = true
		}
	}
	return b
}

// stacks counts the columns headed by two facts, one below the other and none of
// them a group: each person stands on two rows.
func (f *finder) stacks(above, below []headCell) int {
	n := 0
	for _, c := range below {
		over, merged := overOf(above, c.col, -1)
		if over == nil || merged || over.right > over.col {
			continue
		}
		one, ok1 := f.heads.exact(over.text)
		two, ok2 := f.heads.exact(c.text)
		if ok1 && ok2 && one != two && one != FieldOther && two != FieldOther && one != FieldOrdinal {
			n++
		}
	}
	return n
}

// path lists the heading texts over a column, from the group down.
func (f *finder) path(rows [][]headCell, col int) []string {
	var path []string
	for k, row := range rows {
		over, _ := overOf(row, col, -1)
		if over == nil && k+1 < len(rows) {
			// A group typed without a merge reaches over the empty cells to its
			// right as long as something stands below them.
			below, _ := overOf(rows[k+1], col, -1)
			if below != nil && below.col == col && col > 0 && !f.stands(below.text) {
				for left := col - 1; left >= 0; left-- {
					if b, _ := overOf(rows[k+1], left, -1); b == nil {
						break
					}
					if o, _ := overOf(row, left, -1); o != nil {
						if o.right == o.col {
							over = o
						}
						break
					}
				}
			}
		}
		if over != nil && over.text != "" && !slices.Contains(path, over.text) {
			path = append(path, over.text)
		}
	}
	return path
}

// stands tells a heading that needs no group above it.
func (f *finder) stands(text string) bool {
	return f.heads.field(text).how == whole && !subHeading(text)
}

func nameField(f Field) bool {
	switch f {
	case FieldName, FieldFamily, FieldGiven, FieldCollective, FieldHousehold:
		return true
	}
	return false
}

// proposes tells the column of the body that sends the list, which in a list of
// collectives is the one to be commended.
func proposes(c Column) bool {
	if c.Field != FieldOther {
		return false
	}
	switch phraseKey(bracketed.ReplaceAllString(lastPart(c.Header), " ")) {
	case "đơn vị đề nghị", "đơn vị trình", "đơn vị gửi", "cơ quan trình", "cơ quan đề nghị":
		return true
	}
	return false
}

// acceptable tells whether a block is the heading of a list of nominees.
func (f *finder) acceptable(b head) bool {
	known, facts, strange := 0, 0, 0
	award, work, proposer, reason := false, false, false, false
	for i, c := range b.cols {
		if b.how[i] == unknown {
			strange++
			continue
		}
		known++
		if c.Field != FieldOrdinal && c.Field != FieldOther && b.how[i] >= byWords {
			facts++
		}
		award = award || c.Field == FieldAward || c.Field == FieldAwardMark || c.Field == FieldTitle || c.Field == FieldAwardCode || c.Field == FieldTitleCode
		proposer, reason = proposer || proposes(c), reason || c.Field == FieldAchievement
		work = work || c.Field == FieldUnit || c.Field == FieldPosition || c.Field == FieldPositionUnit
	}
	if strange > 2*known {
		return false
	}
	if b.names || proposer && !work && (award || reason) {
		return known >= 2 && facts >= 1
	}
	return work && award && facts >= 2 || facts >= 4
}
