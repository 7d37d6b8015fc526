package form

import (
	"fmt"
	"strings"
	"sync"

	"thidua/assets"
	"thidua/model/paper"
)

// Statistic is the facts of `bieu-0601` … `bieu-0605` (TT 02/2023/TT-BNV) and of the
// `bieu-0701` … `bieu-0703` before them (TT 03/2018/TT-BNV): a
// number for each row and column of the form. What a row or a column counts is
// told by Rows and Columns of its form.
type Statistic struct {
	Frame
	Form     string // "bieu-0601"
	Period   string // "Năm 2026"
	Reporter string // Đơn vị báo cáo; empty: from the texts
	Receiver string // Đơn vị nhận báo cáo; empty: from the texts
	// Cells are the numbers by row code and column key; a cell that is not there is
	// printed empty (what a row cannot hold, and what is left to the pen).
	Cells    map[string]map[string]int
	Preparer string
}

// StatisticForm is one biểu as the circular lays it down.
type StatisticForm struct {
	Code   string // "bieu-0601"
	Number string // "0601.N/BNV-TĐKT"
	Title  string // capitals; may hold line breaks
	Unit   string // đơn vị tính of the whole form, "" when rows have their own
	// Basis is the circular that lays the form down, and its day.
	Basis, BasisDay string
	Columns         []StatisticColumn
	Rows            []StatisticRow
}

// StatisticColumn is one column of figures.
type StatisticColumn struct {
	Key   string   // "tap_the"
	Heads []string // from the widest heading down: "Chia ra", "Bằng khen"
}

// StatisticRow is one row. A row without a code is a heading.
type StatisticRow struct {
	Code  string // Mã số: "01"
	Unit  string // Đơn vị tính
	Label string
}

// StatisticForms are the forms, those in force first.
func StatisticForms() []StatisticForm { return statisticForms() }

var statisticForms = sync.OnceValue(func() []StatisticForm {
	var out []StatisticForm
	for _, f := range assets.Match("forms/bieu-*.tsv") {
		s, err := readStatistic(strings.TrimSuffix(f.Name, ".tsv"), string(f.Data))
		if err != nil {
			panic("form: " + f.Name + ": " + err.Error())
		}
		out = append(out, s)
	}
	return out
})

// readStatistic reads lines divided by tabs: "so", "ten", "thong-tu", "don-vi-tinh"
// and their words; "cot" key, headings divided by "|"; "dong" code, unit, label; "nhom" label.
func readStatistic(code, text string) (StatisticForm, error) {
	s := StatisticForm{Code: code}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		switch {
		case c[0] == "so" && len(c) == 2:
			s.Number = c[1]
		case c[0] == "ten" && len(c) == 2:
			s.Title = strings.ReplaceAll(c[1], "|", "\n")
		case c[0] == "thong-tu" && len(c) == 2:
			s.Basis, s.BasisDay, _ = strings.Cut(c[1], "|")
		case c[0] == "don-vi-tinh" && len(c) == 2:
			s.Unit = c[1]
		case c[0] == "cot" && len(c) == 3:
			s.Columns = append(s.Columns, StatisticColumn{Key: c[1], Heads: strings.Split(c[2], "|")})
		case c[0] == "dong" && len(c) == 4:
			s.Rows = append(s.Rows, StatisticRow{Code: c[1], Unit: c[2], Label: c[3]})
		case c[0] == "nhom" && len(c) == 2:
			s.Rows = append(s.Rows, StatisticRow{Label: c[1]})
		default:
			return s, fmt.Errorf("line %d is not understood: %q", n+1, line)
		}
	}
	if s.Title == "" || s.Basis == "" || len(s.Columns) == 0 || len(s.Rows) == 0 {
		return s, fmt.Errorf("no title, circular, columns or rows")
	}
	return s, nil
}

// StatisticByCode finds a form; ok is false for a code that is none.
func StatisticByCode(code string) (StatisticForm, bool) {
	for _, s := range statisticForms() {
		if s.Code == code {
			return s, true
		}
	}
	return StatisticForm{}, false
}

// Document is the form. A code that is none gives the first form, empty.
func (s Statistic) Document() *paper.Document {
	form, ok := StatisticByCode(s.Form)
	if !ok {
		form = statisticForms()[0]
	}
	const code = "bieu"
	f := s.facts(code)
	f.set("so-bieu", form.Number)
	f.set("thong-tu", form.Basis)
	f.set("ngay-thong-tu", form.BasisDay)
	f.set("ky-bao-cao", s.Period)
	f.set("don-vi-bao-cao", s.Reporter)
	if s.Reporter == "" {
		f.put("don-vi-bao-cao", f.text(code+".don-vi-bao-cao"))
	}
	f.set("don-vi-nhan", s.Receiver)
	if s.Receiver == "" {
		f.put("don-vi-nhan", f.text(code+".don-vi-nhan"))
	}
	blocks := []paper.Block{
		paper.Columns{Shares: []float64{45, 55}, Cells: []paper.Cell{{Text: f.text(code + ".trai"), Align: paper.Left}, {Text: f.text(code + ".phai"), Align: paper.Left}}},
		paper.Title{Name: form.Title},
		paper.Paragraph{Text: f.text(code + ".ky-bao-cao-dong"), Align: paper.Centre, NoIndent: true, KeepNext: true},
	}
	if form.Unit != "" {
		f.set("don-vi-tinh", form.Unit)
		blocks = append(blocks, paper.Paragraph{Text: f.text(code + ".don-vi-tinh-dong"), Align: paper.Right, NoIndent: true, KeepNext: true})
	}
	blocks = append(blocks, form.table(f, s.Cells))
	right := f.signer(code+".ky", s.Sign.Name)
	if len(s.Sign.Authority) > 0 {
		right.Post = s.Sign.Authority
	}
	if form.wide() {
		right.Dated = s.dated(f)
	} else {
		blocks = append(blocks, datedAbove(s.dated(f)))
	}
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", s.Preparer), right}})
	entry, _ := ByCode(form.Code)
	return &paper.Document{Code: form.Code, Title: entry.Name, Author: f.words("so-noi-vu"),
		Parts: []paper.Part{{Name: "Biểu " + strings.TrimPrefix(form.Code, "bieu-"), Landscape: form.wide(), Blocks: blocks}}}
}

// wide tells that the form has more columns than an upright page holds.
func (s StatisticForm) wide() bool { return len(s.Columns) > 3 }

// hasUnits tells that rows have a đơn vị tính of their own, which then gets a column.
func (s StatisticForm) hasUnits() bool {
	for _, r := range s.Rows {
		if r.Unit != "" {
			return true
		}
	}
	return false
}

func (s StatisticForm) table(f *facts, cells map[string]map[string]int) *paper.Table {
	depth := 1
	for _, c := range s.Columns {
		depth = max(depth, len(c.Heads))
	}
	t := &paper.Table{Fine: true, Head: make([]paper.Row, depth)}
	fixed := 2
	// A form of many columns takes the room from its labels.
	label, narrow, unit, figures := 32.0, 6.0, 11.0, 52/float64(len(s.Columns))
	if len(s.Columns) > 6 {
		label, narrow, unit, figures = 22, 4, 6.5, 5.2
	}
	t.Columns = []paper.Column{{Share: label}, {Share: narrow, Align: paper.Centre}}
	t.Head[0].Cells = []paper.Cell{{Rows: depth}, {Text: f.text("cot.ma-so"), Rows: depth}}
	letters := []string{"A", "B"}
	if s.hasUnits() {
		fixed = 3
		t.Columns = append(t.Columns, paper.Column{Share: unit, Align: paper.Centre})
		t.Head[0].Cells = append(t.Head[0].Cells, paper.Cell{Text: f.text("cot.don-vi-tinh"), Rows: depth})
		letters = append(letters, "C")
	}
	for range s.Columns {
		t.Columns = append(t.Columns, paper.Column{Share: figures, Align: paper.Centre, Number: true})
	}
	s.heads(t, depth)
	keys := paper.Row{}
	for _, l := range letters {
		keys.Cells = append(keys.Cells, paper.CellOf(l))
	}
	for i := range s.Columns {
		keys.Cells = append(keys.Cells, paper.CellOf(itoa(i+1)))
	}
	t.Head = append(t.Head, keys)
	for _, r := range s.Rows {
		row := paper.Row{Cells: []paper.Cell{{Text: paper.Plain(r.Label)}, paper.CellOf(r.Code)}}
		if r.Code == "" {
			t.Rows = append(t.Rows, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{{Text: paper.Plain(r.Label), Align: paper.Left, Cols: len(t.Columns)}}})
			continue
		}
		if r.Code == s.Rows[0].Code {
			row.Kind = paper.RowTotal
		}
		if fixed == 3 {
			row.Cells = append(row.Cells, paper.CellOf(r.Unit))
		}
		for _, c := range s.Columns {
			cell := paper.Cell{}
			if n, ok := cells[r.Code][c.Key]; ok {
				cell = paper.CellOf(figure(n))
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// heads lays the headings of the columns over one another: neighbours with the
// same heading share one cell, a heading with nothing below it runs down.
func (s StatisticForm) heads(t *paper.Table, depth int) {
	for level := range depth {
		for i := 0; i < len(s.Columns); {
			h := s.Columns[i].Heads
			if level >= len(h) {
				i++
				continue
			}
			n := i + 1
			for n < len(s.Columns) && level < len(h)-1 && level < len(s.Columns[n].Heads)-1 && samePath(h, s.Columns[n].Heads, level) {
				n++
			}
			cell := paper.Cell{Text: paper.Plain(h[level]), Cols: n - i}
			if level == len(h)-1 {
				cell.Rows = depth - level
			}
			t.Head[level].Cells = append(t.Head[level].Cells, cell)
			i = n
		}
	}
}

func samePath(a, b []string, level int) bool {
	for i := 0; i <= level; i++ {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
