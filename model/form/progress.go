package form

import (
	"thidua/model/paper"
	"thidua/model/viet"
)

// Progress is the facts of `bang-tien-do`: how far every unit's dossiers of a
// movement have come, whose turn it is and how long the step still has.
type Progress struct {
	Frame
	Movement Movement
	Award    Award // zero for every award
	Rows     []ProgressRow
}

// ProgressRow is one unit.
type ProgressRow struct {
	Unit   string
	Counts [7]int // received, appraising, waiting for more, before the council, passed, submitted, commended
	Short  int    // with papers missing or wrong
	Holder string // of the most urgent step
	Timed  bool
	Left   int // working days of that step; negative when late
}

// Document is the table, landscape.
func (p Progress) Document() *paper.Document {
	const code = "bang-tien-do"
	f := p.facts(code)
	f.about(p.Movement)
	if p.Award.Name != "" {
		f.award(p.Award)
	}
	columns := []paper.Column{{Share: 5, Align: paper.Centre}, {Share: 21}}
	for range len(ProgressRow{}.Counts) {
		columns = append(columns, paper.Column{Share: 6, Align: paper.Centre, Number: true})
	}
	columns = append(columns, paper.Column{Share: 6, Align: paper.Centre, Number: true}, paper.Column{Share: 15}, paper.Column{Share: 11, Align: paper.Centre})
	t := &paper.Table{Columns: columns, Numbered: true, Fine: true,
		Head: []paper.Row{f.headRow("cot.tt", "cot.don-vi", "cot.tiep-nhan", "cot.tham-dinh", "cot.bo-sung", "cot.cho-hoi-dong", "cot.thong-qua", "cot.da-trinh", "cot.da-duoc-khen", "cot.thieu-giay-to", "cot.dang-giu", "cot.con-lai")}}
	var sum ProgressRow
	for _, r := range p.Rows {
		cells := []paper.Cell{{}, {Text: filled(r.Unit)}}
		for i, n := range r.Counts {
			sum.Counts[i] += n
			cells = append(cells, number(n))
		}
		sum.Short += r.Short
		left := ""
		switch {
		case r.Timed && r.Left < 0:
			f.set("so-ngay", viet.Thousands(int64(-r.Left)))
			left = f.words(code + ".qua-han")
		case r.Timed:
			f.set("so-ngay", viet.Thousands(int64(r.Left)))
			left = f.words(code + ".con")
		}
		cells = append(cells, number(r.Short), paper.Cell{Text: paper.Plain(r.Holder)}, paper.Cell{Text: paper.Plain(left)})
		t.Rows = append(t.Rows, paper.Row{Cells: cells})
	}
	if len(p.Rows) == 0 {
		t.Rows = append(t.Rows, emptyRow(len(columns)))
	}
	t.Count()
	total := []paper.Cell{{}, {Text: f.text("cot.tong-cong"), Align: paper.Left}}
	for _, n := range sum.Counts {
		total = append(total, number(n))
	}
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: append(total, number(sum.Short), paper.Cell{}, paper.Cell{})})
	blocks := []paper.Block{p.bareHead(f, code), paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")}, t,
		datedAbove(p.dated(f)), paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", ""), f.signer(code+".ky", p.Sign.Name)}}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: p.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Landscape: true, Blocks: blocks}}}
}

// number is how many, nothing for none.
func number(n int) paper.Cell {
	if n == 0 {
		return paper.Cell{}
	}
	return paper.Cell{Text: paper.Plain(viet.Thousands(int64(n)))}
}
