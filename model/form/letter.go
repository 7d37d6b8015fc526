package form

import (
	"thidua/model/paper"
	"thidua/model/when"
)

// letter builds a công văn: head with "V/v", addressees, paragraphs, whatever
// stands between them, a close ending in "./.", and the signature.
func (fr Frame) letter(f *facts, code, opening string, to []string, between ...paper.Block) []paper.Block {
	h := fr.head(f, code)
	h.About = f.text(code + ".trich-yeu")
	if len(to) == 0 {
		to = f.strings(code + ".kinh-gui")
	}
	if len(to) == 0 {
		to = []string{dotsWord}
	}
	blocks := []paper.Block{h, paper.Addressees{Names: to}}
	blocks = append(blocks, f.paragraphs(code+"."+opening)...)
	blocks = append(blocks, between...)
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	return append(blocks, fr.sign(f, code))
}

// dayOf puts a day into the facts in the short form of a sentence, "15/12/2026"; a
// day not given is a missing fact.
func (f *facts) dayOf(name string, d when.Date) { f.set(name, d.Office()) }

// Supplement is the facts of `cong-van-bo-sung`: Sở Nội vụ asks a unit to complete
// what it handed in.
type Supplement struct {
	Frame
	Movement   Movement
	To         []string
	Submission Reference // the unit's tờ trình
	Received   when.Date
	Missing    []Missing
	Deadline   when.Date
}

// Missing is what one dossier lacks.
type Missing struct {
	Line
	What []string // "Báo cáo thành tích chưa có xác nhận của cấp trình"
}

// Document is the letter; the dossiers and what each lacks stand in a table.
func (s Supplement) Document() *paper.Document {
	const code = "cong-van-bo-sung"
	f := s.facts(code)
	f.about(s.Movement)
	f.tally(tallyOf(s.Missing))
	f.put("to-trinh-don-vi", s.Submission.cited())
	f.dayOf("ngay-nhan", s.Received)
	f.dayOf("han", s.Deadline)
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 38}, {Share: 55}}, Head: []paper.Row{f.headRow("cot.tt", "cot.ho-so", "cot.can-bo-sung")}}
	for _, m := range s.Missing {
		var what []paper.Text
		for _, w := range m.What {
			what = append(what, paper.Plain("- "+w))
		}
		cell := paper.Lines(what...)
		if len(what) == 0 {
			cell = paper.DotsFor(0)
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: m.entry(f)}, {Text: cell}}})
	}
	numberedOrEmpty(t)
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: s.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: s.letter(f, code, "mo-dau", s.To, t)}}}
}

// Chase is the facts of `cong-van-don-doc`: a letter to those who owe a paper of
// the movement: one unit, or many with a list.
type Chase struct {
	Frame
	Movement Movement
	// What is owed: "báo cáo kết quả thực hiện phong trào thi đua năm 2025",
	// "kế hoạch triển khai phong trào thi đua".
	What     string
	Basis    Reference // the paper that asks for it
	Due      when.Date // when it was due
	Deadline when.Date // the new day
	Units    []Owing
	Reminder int // which reminder it is; from the second on the letter says so
}

// Owing is a unit that owes.
type Owing struct {
	Name string
	Days int    // working days late; 0 not told
	Note string // "đã nhắc ngày 20/12/2025"
}

// Document is the letter: to the unit itself when there is one, else to all with
// the list as an annex.
func (c Chase) Document() *paper.Document {
	const code = "cong-van-don-doc"
	f := c.facts(code)
	f.about(c.Movement)
	f.set("viec", c.What)
	f.put("van-ban-yeu-cau", c.Basis.cited())
	f.dayOf("han-cu", c.Due)
	f.dayOf("han", c.Deadline)
	f.set("so-don-vi", positive(len(c.Units)))
	if c.Reminder > 1 {
		f.set("lan", itoa(c.Reminder))
	}
	d := &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: c.author(f, code)}
	if len(c.Units) == 1 {
		d.Parts = []paper.Part{{Name: f.words(code + ".ten"), Blocks: c.letter(f, code, "mo-dau", []string{c.Units[0].Name})}}
		return d
	}
	d.Parts = []paper.Part{{Name: f.words(code + ".ten"), Blocks: c.letter(f, code, "mo-dau-nhieu", f.strings(code+".kinh-gui-nhieu"))}, c.list(f)}
	return d
}

func (c Chase) list(f *facts) paper.Part {
	const code = "cong-van-don-doc"
	no, sign := numberAndSign(c.Head.Number, c.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Công văn", Number: no, Symbol: sign, Date: c.Head.Date, Year: c.year(), Body: f.words("so-noi-vu")})
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 41}, {Share: 15, Align: paper.Centre}, {Share: 37}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.don-vi", "cot.cham", "cot.ghi-chu")}}
	for _, u := range c.Units {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(u.Name)}, {Text: paper.Plain(positive(u.Days))}, {Text: paper.Plain(u.Note)}}})
	}
	numberedOrEmpty(t)
	return paper.Part{Name: f.words("danh-sach.ten"), Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(code + ".danh-sach-trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		t,
		paper.Paragraph{Text: paper.Ended(f.text(code + ".danh-sach-ket"))},
	}}
}

// Inquiry is the facts of `cong-van-xac-minh`: another body is asked to confirm
// something of those proposed (hiệp y, xác nhận).
type Inquiry struct {
	Frame
	Movement Movement
	To       []string
	Matter   string // "việc chấp hành chính sách, pháp luật về thuế"
	Lines    []Line
	Deadline when.Date
	// ID prints birth date and number of papers, for bodies that must find the
	// right person; without it the list stays free of them.
	ID bool
}

// Document is the letter with its list.
func (q Inquiry) Document() *paper.Document {
	const code = "cong-van-xac-minh"
	f := q.facts(code)
	f.about(q.Movement)
	f.counts(q.Lines)
	f.set("noi-dung", q.Matter)
	f.dayOf("han", q.Deadline)
	part := paper.Part{Name: f.words(code + ".ten"), Blocks: q.letter(f, code, "mo-dau", q.To)}
	no, sign := numberAndSign(q.Head.Number, q.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Công văn", Number: no, Symbol: sign, Date: q.Head.Date, Year: q.year(), Body: f.words("so-noi-vu")})
	list := paper.Part{Name: f.words("danh-sach.ten"), Landscape: q.ID, Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(code + ".danh-sach-trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		q.table(f),
		paper.Paragraph{Text: paper.Ended(f.text("danh-sach.ket"))},
	}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: q.author(f, code), Parts: []paper.Part{part, list}}
}

func (q Inquiry) table(f *facts) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 30}, {Share: 35}, {Share: 28}}, Head: []paper.Row{f.headRow("cot.tt", "cot.ten", "cot.chuc-vu-don-vi", "cot.ket-qua-xac-nhan")}}
	if q.ID {
		t.Columns = []paper.Column{{Share: 5, Align: paper.Centre}, {Share: 21}, {Share: 11, Align: paper.Centre}, {Share: 14, Align: paper.Centre}, {Share: 28}, {Share: 21}}
		t.Head = []paper.Row{f.headRow("cot.tt", "cot.ten", "cot.ngay-sinh", "cot.so-can-cuoc", "cot.chuc-vu-don-vi", "cot.ket-qua-xac-nhan")}
	}
	for i, g := range byKind(q.Lines) {
		t.Rows = append(t.Rows, groupRow(paper.Roman(i+1), capitalWord(g.kind.String()), len(t.Columns)-1))
		for _, l := range g.lines {
			cells := []paper.Cell{{}, {Text: filled(l.called())}}
			if q.ID {
				born, id := paper.Plain(l.bornWords()), paper.Plain(l.IDNumber)
				if l.Kind != Collective {
					born, id = filled(l.bornWords()), filled(l.IDNumber)
				}
				cells = append(cells, paper.Cell{Text: born}, paper.Cell{Text: id})
			}
			t.Rows = append(t.Rows, paper.Row{Cells: append(cells, paper.Cell{Text: l.placeCell(f)}, paper.Cell{})})
		}
	}
	return numberedOrEmpty(t)
}
