package form

import (
	"thidua/model/paper"
	"thidua/model/when"
)

// Receipt is the facts of `phieu-tiep-nhan`: what a unit handed in, on what day,
// and when it can expect an answer.
type Receipt struct {
	Frame
	Movement   Movement
	Unit       string
	Contact    string // who handed it in
	Phone      string
	Submission Reference
	Lines      []Line
	Papers     []Handed
	Received   when.Date
	Due        when.Date // answer expected
	Officer    string    // who received it
	Note       string
}

// Handed is one kind of paper handed in.
type Handed struct {
	Name      string // "Tờ trình", "Báo cáo thành tích"
	Originals int
	Copies    int
	Note      string
}

// Document is the receipt.
func (r Receipt) Document() *paper.Document {
	const code = "phieu-tiep-nhan"
	f := r.facts(code)
	f.about(r.Movement)
	f.counts(r.Lines)
	f.dayOf("han", r.Due)
	fields := f.labelled(code+".thong-tin", r.Unit, r.Contact, r.Phone, "", r.Movement.Name, tallyOf(r.Lines).String(), r.Received.Office(), r.Due.Office())
	fields.put(3, r.Submission.cited())
	t := &paper.Table{Columns: []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 47}, {Share: 12, Align: paper.Centre, Number: true}, {Share: 12, Align: paper.Centre, Number: true}, {Share: 21}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.giay-to", "cot.ban-chinh", "cot.ban-sao", "cot.ghi-chu")}}
	for _, p := range r.Papers {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(p.Name)}, {Text: paper.Plain(positive(p.Originals))}, {Text: paper.Plain(positive(p.Copies))}, {Text: paper.Plain(p.Note)}}})
	}
	if len(r.Papers) == 0 {
		t.Rows = append(t.Rows, emptyRow(5), emptyRow(5))
	}
	numberedOrEmpty(t)
	blocks := []paper.Block{
		r.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		fields.Fields,
		paper.Paragraph{Text: f.text(code + ".giay-to"), KeepNext: true},
		t,
	}
	if r.Note != "" {
		blocks = append(blocks, paper.Paragraph{Text: paper.Plain(r.Note)})
	}
	blocks = append(blocks, f.paragraphs(code+".ket")...)
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", r.Contact), f.signer(code+".ky", r.Officer)}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: r.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}
