package form

import (
	"cmp"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Appraisal is the facts of `phieu-tham-dinh`: everything found in one dossier,
// rule by rule with its basis, and what the officer concludes. It goes into the
// dossier.
type Appraisal struct {
	Frame
	Movement      Movement
	Subject       Subject
	Proposer      string // the unit that proposed
	Submission    Reference
	Received      when.Date // for appraisal: fixes the rules
	Rules         string    // "Nghị định số 152/2025/NĐ-CP"
	Papers        []Seen
	Findings      []Finding
	Confirmations []Confirmed
	// Verdict is the officer's: "du" (meets the conditions), "khong" (does not),
	// "bo-sung" (to be completed); empty leaves the boxes to the pen.
	Verdict string
	Opinion []string
	Officer string
	Chief   string // head of the division
}

// Seen is a paper of the dossier as the officer found it.
type Seen struct {
	Name  string
	State string // "Đủ", "Còn thiếu", "Không đúng loại", "Chưa xem"
	Note  string
}

// Finding is what one rule said.
type Finding struct {
	Rule   string // what was checked
	Basis  string // "Luật 06/2022/QH15, Điều 74.1.a"
	Seen   string
	Wanted string
	Result string // "Đạt", "Không đạt", "Cần xem xét"
	// Overruled tells who decided otherwise and why.
	Overruled string
}

// Confirmed is what another body answered.
type Confirmed struct {
	Body   string
	Asked  when.Date
	Answer when.Date
	Result string
}

// Document is the sheet.
func (a Appraisal) Document() *paper.Document {
	const code = "phieu-tham-dinh"
	f := a.facts(code)
	f.about(a.Movement)
	f.subject(a.Subject)
	x := a.Subject
	rules := a.Rules
	if rules == "" {
		rules, _ = f.texts.Get("nghi-dinh-tdkt-ngan", cmp.Or(a.Received, f.day))
	}
	labels := code + ".thong-tin"
	switch x.Kind {
	case Collective:
		labels += "-tap-the"
	case Household:
		labels += "-ho"
	}
	fields := f.labelled(labels, x.called(), x.place(f), x.Kind.String(), x.Award, capitalWord(groundOf(x.Ground)), a.Proposer, "", a.Received.Office(), rules)
	fields.put(6, a.Submission.cited())
	blocks := []paper.Block{
		a.bareHead(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		paper.Heading{Level: paper.LevelRoman, Number: 1, Title: f.words(code + ".muc-1")},
		fields.Fields,
		paper.Heading{Level: paper.LevelRoman, Number: 2, Title: f.words(code + ".muc-2")},
		a.papers(f),
		paper.Heading{Level: paper.LevelRoman, Number: 3, Title: f.words(code + ".muc-3")},
		a.findings(f),
		paper.Heading{Level: paper.LevelRoman, Number: 4, Title: f.words(code + ".muc-4")},
		a.confirmations(f),
		paper.Heading{Level: paper.LevelRoman, Number: 5, Title: f.words(code + ".muc-5")},
	}
	for _, v := range []string{"du", "khong", "bo-sung"} {
		blocks = append(blocks, paper.Paragraph{Text: paper.Join(paper.Check(a.Verdict == v), paper.Plain(" "), f.text(code+".y-kien-"+v)), KeepNext: true})
	}
	blocks = append(blocks, narrative(a.Opinion, 3)...)
	blocks = append(blocks, datedAbove(a.dated(f)), paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", a.Chief), f.signer(code+".ky", a.Officer)}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: a.author(f, code), Parts: []paper.Part{{Name: x.Name, Blocks: blocks}}}
}

func (a Appraisal) papers(f *facts) paper.Block {
	t := &paper.Table{Columns: []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 48}, {Share: 20, Align: paper.Centre}, {Share: 24}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.giay-to", "cot.tinh-trang", "cot.ghi-chu")}}
	for _, p := range a.Papers {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(p.Name)}, {Text: filled(p.State)}, {Text: paper.Plain(p.Note)}}})
	}
	return numberedOrEmpty(t)
}

func (a Appraisal) findings(f *facts) paper.Block {
	t := &paper.Table{Columns: []paper.Column{{Share: 5, Align: paper.Centre}, {Share: 19}, {Share: 19}, {Share: 21}, {Share: 25}, {Share: 11}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.noi-dung-kiem-tra", "cot.can-cu", "cot.thuc-te", "cot.yeu-cau", "cot.ket-qua")}, Fine: true}
	for _, x := range a.Findings {
		result := filled(x.Result)
		if o := viet.Clean(x.Overruled); o != "" {
			result = paper.Lines(result, paper.Italic(o))
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(x.Rule)}, {Text: paper.Plain(groundOf(x.Basis))}, {Text: paper.Plain(groundOf(x.Seen))}, {Text: paper.Plain(groundOf(x.Wanted))}, {Text: result}}})
	}
	return numberedOrEmpty(t)
}

func (a Appraisal) confirmations(f *facts) paper.Block {
	t := &paper.Table{Columns: []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 36}, {Share: 16, Align: paper.Centre}, {Share: 16, Align: paper.Centre}, {Share: 24}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.co-quan-xac-nhan", "cot.ngay-hoi", "cot.ngay-tra-loi", "cot.ket-qua")}}
	for _, c := range a.Confirmations {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(c.Body)}, {Text: paper.Plain(c.Asked.Office())}, {Text: paper.Plain(c.Answer.Office())}, {Text: filled(c.Result)}}})
	}
	if len(t.Rows) == 0 {
		return paper.Paragraph{Text: f.text("phieu-tham-dinh.khong-xac-nhan")}
	}
	return numberedOrEmpty(t)
}

// numberedOrEmpty numbers the rows of a table, or gives it one to write on.
func numberedOrEmpty(t *paper.Table) *paper.Table {
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, emptyRow(len(t.Columns)))
	}
	t.Count()
	return t
}
