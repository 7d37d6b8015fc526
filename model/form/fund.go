package form

import (
	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// FundBook is the facts of `so-quy`: money in and out of the fund in a period.
type FundBook struct {
	Frame
	Fund   string
	Period string // "năm 2026"
	Before int64  // the balance it began with, in đồng
	Rows   []Booked
}

// Booked is one line of the book; one of In and Out is 0.
type Booked struct {
	Day     when.Date
	Voucher string
	About   string
	In, Out int64
	Balance int64
}

// Document is the book, landscape.
func (b FundBook) Document() *paper.Document {
	const code = "so-quy"
	f := b.facts(code)
	f.set("ten-quy", b.Fund)
	f.set("thoi-gian", b.Period)
	t := &paper.Table{Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 12, Align: paper.Centre}, {Share: 12, Align: paper.Centre}, {Share: 31}, {Share: 13, Align: paper.Right, Number: true}, {Share: 13, Align: paper.Right, Number: true}, {Share: 13, Align: paper.Right, Number: true}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.ngay-ghi", "cot.chung-tu", "cot.noi-dung-thu-chi", "cot.thu", "cot.chi", "cot.ton")}, Numbered: true, Fine: true}
	var in, out int64
	last := b.Before
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{{}, {Text: f.text(code + ".so-du"), Cols: 5, Align: paper.Left}, {Text: paper.Plain(viet.Thousands(b.Before))}}})
	for _, r := range b.Rows {
		in, out, last = in+r.In, out+r.Out, r.Balance
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: paper.Plain(r.Day.Office())}, {Text: paper.Plain(r.Voucher)}, {Text: filled(r.About)},
			money(r.In), money(r.Out), {Text: paper.Plain(viet.Thousands(r.Balance))}}})
	}
	t.Count()
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{}, {Text: f.text("cot.tong-cong"), Cols: 3, Align: paper.Left}, {Text: paper.Plain(viet.Thousands(in))},
		{Text: paper.Plain(viet.Thousands(out))}, {Text: paper.Plain(viet.Thousands(last))}}})
	f.set("ton-quy", viet.Thousands(last))
	f.set("ton-quy-chu", viet.MoneyWords(last))
	right := f.signer(code+".ky", b.Sign.Name)
	blocks := []paper.Block{b.bareHead(f, code), paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")}, t}
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	blocks = append(blocks, datedAbove(b.dated(f)), paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", ""), f.signer(code+".ky-giua", ""), right}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: b.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Landscape: true, Blocks: blocks}}}
}

// money is a sum, nothing for 0.
func money(sum int64) paper.Cell {
	if sum == 0 {
		return paper.Cell{}
	}
	return paper.Cell{Text: paper.Plain(viet.Thousands(sum))}
}
