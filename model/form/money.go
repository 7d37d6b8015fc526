package form

import (
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
)

// MoneyList is the facts of `tien-thuong`: who is paid how much. The sums of the
// groups and the total are made from the lines; a line without a sum is left to
// the pen and the total then says so by being left to the pen as well.
type MoneyList struct {
	Frame
	Movement Movement
	Awards   []Award
	Lines    []Line
	Decision Reference
	Salary   int64 // lương cơ sở the sums rest on, in đồng; 0 not told
	Fund     string
	// Preparer, Accountant sign beside the head of the office.
	Preparer, Accountant string
}

// Document is the list.
func (m MoneyList) Document() *paper.Document {
	const code = "tien-thuong"
	f := m.facts(code)
	f.about(m.Movement)
	f.counts(m.Lines)
	if !m.Decision.Empty() && m.Decision.Body == "" {
		m.Decision.Body = f.words("chu-tich")
	}
	if f.attach(m.Decision); m.Decision.Empty() {
		f.attach(Reference{Kind: "Quyết định", Symbol: f.words("quyet-dinh.ky-hieu"), Year: m.year(), Body: f.words("chu-tich")})
	}
	f.set("quy", m.Fund)
	if m.Fund == "" {
		f.put("quy", f.text("quy-khen-thuong"))
	}
	if m.Salary > 0 {
		f.set("luong-co-so", viet.Thousands(m.Salary))
	}
	sum, all := moneyOf(m.Lines)
	if all && len(m.Lines) > 0 {
		f.set("tong-tien", viet.Thousands(sum))
		f.set("tong-tien-chu", viet.MoneyWords(sum))
	}
	blocks := []paper.Block{
		m.bareHead(f, code),
		paper.Space{Lines: 1},
		paper.AnnexHead{Title: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		m.table(f),
	}
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	right := f.signer(code+".ky", m.Sign.Name)
	if len(m.Sign.Authority) > 0 {
		right.Post = m.Sign.Authority
	}
	blocks = append(blocks, datedAbove(m.dated(f)))
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", m.Preparer), f.signer(code+".ky-giua", m.Accountant), right}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: m.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}

// moneyOf adds up; all tells that every line has a sum.
func moneyOf(lines []Line) (sum int64, all bool) {
	all = true
	for _, l := range lines {
		sum += l.Money
		all = all && l.Money > 0
	}
	return sum, all
}

func sumCell(sum int64, known bool) paper.Cell {
	if !known {
		return paper.Cell{Text: paper.DotsFor(0)}
	}
	return paper.Cell{Text: paper.Plain(viet.Thousands(sum))}
}

func (m MoneyList) table(f *facts) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 28}, {Share: 31}, {Share: 18, Align: paper.Right, Number: true}, {Share: 17}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.ten", "cot.chuc-vu-don-vi", "cot.muc-thuong", "cot.ky-nhan")}, Numbered: true}
	groups := byAward(m.Awards, m.Lines)
	for i, g := range groups {
		if len(groups) > 1 {
			t.Rows = append(t.Rows, groupRow(strings.ToUpper(paper.Letter(i+1)), strings.ToUpper(g.award), 4))
		}
		for j, k := range byKind(g.lines) {
			sum, all := moneyOf(k.lines)
			t.Rows = append(t.Rows, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{{Text: paper.Plain(paper.Roman(j + 1))},
				{Text: paper.Plain(capitalWord(k.kind.String())), Cols: 2, Align: paper.Left}, sumCell(sum, all), {}}})
			for _, l := range k.lines {
				t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(l.called())}, {Text: l.placeCell(f)}, sumCell(l.Money, l.Money > 0), {}}})
			}
		}
	}
	numberedOrEmpty(t)
	sum, all := moneyOf(m.Lines)
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{}, {Text: f.text("cot.tong-cong"), Cols: 2, Align: paper.Left}, sumCell(sum, all && len(m.Lines) > 0), {}}})
	return t
}
