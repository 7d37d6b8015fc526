package intake

import (
	"strings"
)

// found is a heading with the rows that belong to it.
type found struct {
	head
	titles  int // first row of the lines above it
	to      int // first row behind the list
	repeats map[int]bool
	strange bool // no heading that is known: the columns are told by their cells
}

// all finds every heading of the sheet.
func (f *finder) all() []found {
	var out []found
	rows := len(f.grid.Rows)
	b, ok := f.next(0, min(rows, headRows))
	if !ok {
		return nil
	}
	titles := 0
	for ok {
		cur := found{head: b, titles: titles, to: rows, repeats: map[int]bool{}}
		next, at, more := f.following(b, b.at+b.height, cur.repeats)
		if more {
			cur.to = f.titleStart(b.at+b.height, at)
			titles = cur.to
		}
		out = append(out, cur)
		b, ok = next, more
		if len(out) > 200 {
			break
		}
	}
	return out
}

// following finds the next heading below one. A heading repeated on each page
// is no new list and goes into repeats.
func (f *finder) following(b head, from int, repeats map[int]bool) (head, int, bool) {
	ordinal, name := -1, -1
	for _, c := range b.cols {
		if c.Field == FieldOrdinal && ordinal < 0 {
			ordinal = c.Index
		}
		if nameField(c.Field) && name < 0 {
			name = c.Index
		}
	}
	for i := from; i < len(f.grid.Rows); i++ {
		row := &f.grid.Rows[i]
		if row.Hidden || !f.mayHead(row, ordinal) {
			continue
		}
		next, ok := f.blockAt(i)
		if !ok || !strongHead(next) {
			continue
		}
		if sameHead(b, next) && !f.announced(i) {
			for k := range next.height {
				repeats[i+k] = true
			}
			i += next.height - 1
			continue
		}
		return next, i, true
	}
	return head{}, 0, false
}

// mayHead is the question cheap enough for every row: no number under "STT",
// and a heading word in one of the first texts.
func (f *finder) mayHead(row *Row, ordinal int) bool {
	texts := 0
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Kind == Number || c.Kind == DateNum {
			if c.Col == ordinal || texts == 0 {
				return false
			}
			continue
		}
		if c.Kind != Text || c.Text == "" {
			continue
		}
		if len(c.Text) > longestHeading {
			return false
		}
		if c.Col == ordinal && c.Text[0] >= '0' && c.Text[0] <= '9' {
			return false
		}
		texts++
		if texts > 4 {
			return false
		}
		if len(c.Text) > 60 {
			continue
		}
		r := f.read(c)
		if field, ok := f.heads.exact(r.text); ok && (field == FieldOrdinal || nameField(field)) {
			return true
		}
	}
	return false
}

// strongHead keeps a row of data that happens to hold two heading words from
// opening a new list: a heading inside the sheet is recognised nearly whole.
func strongHead(b head) bool {
	good := 0
	for _, h := range b.how {
		if h >= byWords {
			good++
		}
	}
	return good >= 2 && good*3 >= len(b.how)*2
}

func sameHead(a, b head) bool {
	if len(a.cols) != len(b.cols) {
		return false
	}
	for i := range a.cols {
		if a.cols[i].Index != b.cols[i].Index || a.cols[i].Field != b.cols[i].Field {
			return false
		}
	}
	return true
}

// announced tells that the lines right above a heading open a new list.
func (f *finder) announced(at int) bool {
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		if text, ok := f.single(i); ok && text != "" {
			_, plain := cutOrdinal(text)
			if titleWord.MatchString(strings.ToLower(text)) || f.lx.kindOf(groupText(plain)) != "" {
				return true
			}
		} else if !ok {
			return false
		}
	}
	return false
}

// single gives the only text of a row; ok is false when it holds several.
func (f *finder) single(i int) (string, bool) {
	text := ""
	row := &f.grid.Rows[i]
	for j := range row.Cells {
		t := f.read(&row.Cells[j]).text
		if t == "" {
			continue
		}
		if text != "" {
			if len(text) <= 4 {
				text += " " + t // an ordinal and its words
				continue
			}
			return "", false
		}
		text = t
	}
	return text, true
}

// titleStart goes back from a heading to the first of the title lines above it.
func (f *finder) titleStart(from, at int) int {
	start := at
	for i := at - 1; i >= from && i >= at-15; i-- {
		row := &f.grid.Rows[i]
		texts := 0
		number := false
		joined := ""
		for j := range row.Cells {
			c := &row.Cells[j]
			t := f.read(c).text
			if t == "" {
				continue
			}
			texts++
			number = number || texts == 1 && isNumeral(t)
			joined += " " + t
		}
		if texts > 3 || number {
			break
		}
		joined = strings.TrimSpace(joined)
		_, plain := cutOrdinal(joined)
		if titleWord.MatchString(strings.ToLower(joined)) || motto.MatchString(joined) || f.lx.kindOf(groupText(plain)) != "" {
			start = i
		}
	}
	return start
}

// strangeRows is how far down a list without a known heading may begin.
const strangeRows = 60

// strange finds a list whose heading says nothing to the table, or that has
// none: several rows alike, filled in the same columns. What the columns hold
// is then told by their cells, and every one of them is put to the person.
func (f *finder) strange() (found, bool) {
	rows := f.grid.Rows
	for i := 0; i < len(rows) && i < strangeRows; i++ {
		if rows[i].Hidden {
			continue
		}
		first := f.cells(i)
		if len(first) < 3 {
			continue
		}
		data := 0
		for k := i + 1; k < len(rows) && k <= i+5; k++ {
			if len(f.cells(k)) >= 3 {
				data++
			}
		}
		if data == 0 {
			continue
		}
		b := head{at: i, height: 1, top: rows[i].Number, bottom: rows[i].Number}
		headless := false
		for _, c := range first {
			headless = headless || c.number || f.isAward(c.text)
			g := f.heads.field(c.text)
			b.cols = append(b.cols, Column{Index: c.col, Header: c.text, Field: g.field, Sure: g.how >= byWords, Hidden: f.hidden[c.col], Encoding: f.column(c.col)})
			b.how = append(b.how, g.how)
		}
		if headless {
			b.height, b.bottom = 0, 0
			for k := range b.cols {
				b.cols[k] = Column{Index: b.cols[k].Index, Hidden: b.cols[k].Hidden, Encoding: b.cols[k].Encoding}
			}
		}
		return found{head: b, to: len(rows), repeats: map[int]bool{}, strange: true}, true
	}
	return found{}, false
}
