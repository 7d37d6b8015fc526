package form

import (
	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Register is the facts of `so-khen-thuong`: everything given in a period, with
// name, post and unit as they stood on that day.
type Register struct {
	Frame
	Period string // "năm 2026", "từ năm 2024 đến năm 2026"
	Rows   []Registered
}

// Registered is one honour of the register. Line.Award is what was given.
type Registered struct {
	Line
	Number  string // of the decision, with its sign
	Date    when.Date
	Revoked string // number of the revoking decision, "" while it holds
	Handed  when.Date
}

// Document is the register, landscape.
func (r Register) Document() *paper.Document {
	const code = "so-khen-thuong"
	f := r.facts(code)
	f.set("thoi-gian", r.Period)
	f.tally(tallyOf(r.Rows))
	t := &paper.Table{Columns: []paper.Column{{Share: 5, Align: paper.Centre}, {Share: 12}, {Share: 6, Align: paper.Centre}, {Share: 18}, {Share: 20}, {Share: 14}, {Share: 10, Align: paper.Right, Number: true}, {Share: 15}},
		Head:     []paper.Row{f.headRow("cot.tt", "cot.quyet-dinh-khen", "cot.so-vang", "cot.ten", "cot.chuc-vu-don-vi", "cot.hinh-thuc-khen", "cot.tien-thuong", "cot.theo-doi")},
		Numbered: true, Fine: true}
	for _, x := range r.Rows {
		decided := Honour{Number: x.Number, Date: x.Date}.decided()
		money := paper.Text(nil)
		if x.Money > 0 {
			money = paper.Plain(viet.Thousands(x.Money))
		}
		var follow []paper.Text
		if !x.Handed.IsZero() {
			f.dayOf("ngay-trao", x.Handed)
			follow = append(follow, f.text(code+".da-trao"))
		}
		if x.Revoked != "" {
			f.set("so-thu-hoi", x.Revoked)
			follow = append(follow, f.text(code+".thu-hoi"))
		}
		if x.Note != "" {
			follow = append(follow, paper.Plain(x.Note))
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: decided}, {Text: paper.Plain(x.Golden)}, {Text: filled(x.called())}, {Text: x.placeCell(f)},
			{Text: filled(x.Award)}, {Text: money}, {Text: paper.Lines(follow...)}}})
	}
	numberedOrEmpty(t)
	sign := r.sign(f, code)
	sign.Recipients = nil
	sign.Signers = []paper.Signer{f.signer(code+".ky-trai", ""), {Dated: r.dated(f), Post: sign.Signers[0].Post, Name: sign.Signers[0].Name}}
	blocks := []paper.Block{
		r.bareHead(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		t,
	}
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: r.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Landscape: true, Blocks: append(blocks, sign)}}}
}
