package intake

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"thidua/model/viet"
	"thidua/model/when"
)

// sheet is a grid with what is needed to read its cells as Unicode text: the
// encoding of each column, what its fonts tell, its merges.
type sheet struct {
	book   *Book
	grid   *Grid
	cols   []viet.Encoding // by column, "" where nothing was told
	fonts  []fontClue      // by Cell.Font
	hidden map[int]bool    // hidden columns
	below  map[int][]Merge // merges that reach down, by their left column, by top
	across map[int][]Merge // merges wider than one column, by their top row
	seen   map[viet.Encoding]int
	memory map[place]map[string]repaired
	kept   int  // how many repairs are remembered
	horns  bool // its TCVN3 cells lost their ư on the way
	sorted bool // every row's cells stand in the order of their columns, as readers give them
}

type fontClue struct{ legacy, upper bool }

// place is what the reading of a text depends on besides its letters.
type place struct{ col, font int32 }

// repaired is a cell's text ready to be judged.
type repaired struct {
	text  string
	doubt viet.Doubt
	other string
	enc   viet.Encoding // "" for plain ASCII and for cells that are no text
	old   bool          // came from an old encoding that loses capitals
}

// sampleCells is how many cells of a column are looked at to tell its encoding:
// enough for one-syllable look-alikes to be outvoted, few enough to cost nothing.
const sampleCells = 200

// memoryLimit bounds the remembered repairs of one sheet: units, posts and
// awards repeat, names and achievements mostly do not.
const memoryLimit = 20000

func newSheet(book *Book, grid *Grid) *sheet {
	s := &sheet{book: book, grid: grid, hidden: map[int]bool{}, below: map[int][]Merge{}, across: map[int][]Merge{},
		seen: map[viet.Encoding]int{}, memory: map[place]map[string]repaired{}}
	for _, c := range grid.HiddenCols {
		s.hidden[c] = true
	}
	for _, m := range grid.Merges {
		if m.Bottom > m.Top {
			s.below[m.Left] = append(s.below[m.Left], m)
		}
		if m.Right > m.Left && len(s.across[m.Top]) < manyMerges {
			s.across[m.Top] = append(s.across[m.Top], m)
		}
	}
	for _, l := range s.below {
		slices.SortFunc(l, func(a, b Merge) int { return a.Top - b.Top })
	}
	s.fonts = make([]fontClue, len(book.Fonts))
	for i, f := range book.Fonts {
		enc, upper, ok := viet.FontEncoding(f)
		s.fonts[i] = fontClue{ok && enc != viet.Unicode, upper}
	}
	s.sorted = true
	for i := range grid.Rows {
		cells := grid.Rows[i].Cells
		for j := 1; j < len(cells) && s.sorted; j++ {
			s.sorted = cells[j-1].Col < cells[j].Col
		}
	}
	s.detect()
	return s
}

// cell finds the cell of a row in a column; nil when there is none.
func (s *sheet) cell(row *Row, col int) *Cell {
	if s.sorted {
		lo, hi := 0, len(row.Cells)
		for lo < hi {
			if mid := (lo + hi) / 2; row.Cells[mid].Col < col {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if lo < len(row.Cells) && row.Cells[lo].Col == col {
			return &row.Cells[lo]
		}
		return nil
	}
	for j := range row.Cells {
		if row.Cells[j].Col == col {
			return &row.Cells[j]
		}
	}
	return nil
}

// detect tells each column's encoding from a sample of its cells.
func (s *sheet) detect() {
	type sample struct{ texts, fonts []string }
	var samples []sample
	full := 0
	for i := range s.grid.Rows {
		for j := range s.grid.Rows[i].Cells {
			c := &s.grid.Rows[i].Cells[j]
			if c.Kind != Text || c.Col < 0 || c.Col > maxColumns || isASCII(c.Text) {
				continue
			}
			for len(samples) <= c.Col {
				samples = append(samples, sample{})
			}
			m := &samples[c.Col]
			if len(m.texts) >= sampleCells {
				continue
			}
			m.texts = append(m.texts, c.Text)
			m.fonts = append(m.fonts, s.font(c))
			if len(m.texts) == sampleCells {
				full++
			}
		}
		if i > 5*sampleCells && full >= len(samples)/2 {
			break
		}
	}
	s.cols = make([]viet.Encoding, len(samples))
	for c, m := range samples {
		if len(m.texts) > 0 {
			s.cols[c] = viet.DetectColumn(m.texts, m.fonts)
		}
	}
	lost := false
	for c, m := range samples {
		if s.cols[c] != viet.TCVN3 && s.cols[c] != viet.Mixed {
			continue
		}
		for i, text := range m.texts {
			if strings.ContainsRune(text, '\u00ad') {
				return
			}
			lost = lost || viet.Repair(text, m.fonts[i], s.cols[c]).Doubt == viet.LostLetter
		}
	}
	s.horns = lost
}

// manyMerges is the most merges of one row that are looked at; no list has more.
const manyMerges = 512

// maxColumns is how far to the right a list may reach. Sheets that claim more
// hold formats, not data.
const maxColumns = 255

func (s *sheet) font(c *Cell) string {
	if c.Font > 0 && c.Font < len(s.book.Fonts) {
		return s.book.Fonts[c.Font]
	}
	return ""
}

func (s *sheet) column(col int) viet.Encoding {
	if col >= 0 && col < len(s.cols) {
		return s.cols[col]
	}
	return ""
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// read gives a cell as one line of repaired text. Numbers come without
// exponent, dates as dd/mm/yyyy, errors and unsaved formulas as nothing.
func (s *sheet) read(c *Cell) repaired {
	switch c.Kind {
	case Number:
		if c.Formula && c.Num == 0 {
			return repaired{} // a formula that looks up an empty cell shows 0
		}
		return repaired{text: numberText(c)}
	case DateNum:
		if d := serialDate(c.Num); d != 0 {
			return repaired{text: shownDate(d, c.Shown).Slash()}
		}
		return repaired{text: numberText(c)}
	case Bool:
		if c.Text == "1" || strings.EqualFold(c.Text, "true") {
			return repaired{text: "x"}
		}
		return repaired{}
	case Failure, Unsaved:
		return repaired{}
	}
	if c.Text == "" {
		return repaired{}
	}
	if c.Text[0] == '=' || c.Text[0] == '\'' {
		if t := unquoted(c.Text); t != c.Text {
			plain := *c
			plain.Text = t
			return s.read(&plain)
		}
	}
	clue := fontClue{}
	if c.Font > 0 && c.Font < len(s.fonts) {
		clue = s.fonts[c.Font]
	}
	if enc := s.column(c.Col); (enc == "" || enc == viet.Unicode) && !clue.legacy && isASCII(c.Text) && strings.IndexByte(c.Text, 0x1f) < 0 {
		return repaired{text: cleanASCII(c.Text)}
	}
	if !clue.upper && viet.SameEverywhere(c.Text) {
		return repaired{text: cleanASCII(c.Text)}
	}
	at := place{int32(c.Col), int32(c.Font)}
	memory := s.memory[at]
	if r, ok := memory[c.Text]; ok {
		return r
	}
	r := s.repair(c, s.column(c.Col), clue.upper)
	if r.enc != "" {
		s.seen[r.enc]++
	}
	if s.kept < memoryLimit {
		if memory == nil {
			memory = map[string]repaired{}
			s.memory[at] = memory
		}
		memory[c.Text] = r
		s.kept++
	}
	return r
}

// repair reads a text cell with a clue about its encoding.
func (s *sheet) repair(c *Cell, clue viet.Encoding, upper bool) repaired {
	v := viet.Repair(c.Text, s.font(c), clue)
	r := repaired{text: viet.Clean(v.Text), doubt: v.Doubt, other: viet.Clean(v.Other), enc: v.Encoding, old: v.Encoding == viet.TCVN3 && !upper}
	if isASCII(c.Text) {
		r.enc = ""
	}
	if failureText(r.text) {
		r.text = ""
	}
	return r
}

// unquoted takes away what people write so that a program keeps a number as
// text: ="058…" in a CSV, an apostrophe in front.
func unquoted(s string) string {
	if n := len(s); n > 3 && s[0] == '=' && s[1] == '"' && s[n-1] == '"' {
		return s[2 : n-1]
	}
	if len(s) > 1 && s[0] == '\'' && s[1] != '\'' {
		return s[1:]
	}
	return s
}

// cleanASCII trims and brings white space to single spaces, without copying
// when there is nothing to do. Error values that a text format keeps as words
// count as nothing.
func cleanASCII(s string) string {
	s = spaced(s)
	if failureText(s) {
		return ""
	}
	return s
}

func failureText(s string) bool {
	if len(s) < 4 || s[0] != '#' {
		return false
	}
	switch s {
	case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#N/A N/A":
		return true
	}
	return false
}

func numberText(c *Cell) string {
	if math.Abs(c.Num) < 1e15 && c.Num == math.Trunc(c.Num) {
		return strconv.FormatInt(int64(c.Num), 10)
	}
	if c.Text != "" {
		return viet.Clean(c.Text)
	}
	return strconv.FormatFloat(c.Num, 'f', -1, 64)
}

// serialDate is the day of a DateNum cell, 0 when it is no day of 1800…2200.
func serialDate(num float64) when.Date {
	if math.IsNaN(num) || num < -62000 || num > 84000 {
		return 0
	}
	return when.Of(1970, 1, 1).AddDays(int(math.Floor(num)))
}

// shownDate is a day as far as its cell shows it.
func shownDate(d when.Date, shown Shown) when.Date {
	switch shown {
	case ShownYear:
		return when.Of(d.Year(), 0, 0)
	case ShownMonth:
		return when.Of(d.Year(), d.Month(), 0)
	}
	return d
}

// encoding is the one word for a whole sheet.
func (s *sheet) encoding() viet.Encoding {
	all, best, top := 0, viet.Unicode, 0
	for e, n := range s.seen {
		all += n
		if n > top || n == top && e < best {
			best, top = e, n
		}
	}
	if s.book.Charset == "windows-1258" {
		return viet.CP1258
	}
	if all == 0 {
		return viet.Unicode
	}
	if top*20 < all*19 {
		return viet.Mixed
	}
	return best
}

// blank tells that a cell shows nothing.
func (s *sheet) blank(c *Cell) bool {
	if c.Kind == Text {
		return strings.TrimSpace(c.Text) == "" || s.read(c).text == ""
	}
	return s.read(c).text == ""
}

// covering gives the merge reaching down over a row at its left column, if any.
func (s *sheet) covering(col, row int) (Merge, bool) {
	l := s.below[col]
	i, _ := slices.BinarySearchFunc(l, row, func(m Merge, r int) int { return m.Top - r })
	if i < len(l) && l[i].Top == row {
		return l[i], true
	}
	if i > 0 && l[i-1].Bottom >= row {
		return l[i-1], true
	}
	return Merge{}, false
}

// span gives the merge that begins at a cell and reaches to the right, if any.
func (s *sheet) span(col, row int) (Merge, bool) {
	for _, m := range s.across[row] {
		if m.Left == col {
			return m, true
		}
	}
	return Merge{}, false
}
