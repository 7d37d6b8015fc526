package form

import "thidua/model/paper"

// ExemplarList is the facts of `danh-sach-dien-hinh`: the điển hình tiên tiến to be
// made known, by who or what they are.
type ExemplarList struct {
	Frame
	Movement Movement
	Period   string // "năm 2025"; empty for the whole movement
	Groups   []ExemplarGroup
}

// ExemplarGroup is the exemplars of one kind.
type ExemplarGroup struct {
	Name string // "Tập thể"
	Rows []ExemplarRow
}

// ExemplarRow is one exemplar.
type ExemplarRow struct {
	Name, Unit, What, Scope string
	Decision                Reference
}

// Document is the list.
func (e ExemplarList) Document() *paper.Document {
	const code = "danh-sach-dien-hinh"
	f := e.facts(code)
	f.about(e.Movement)
	f.set("ky", e.Period)
	n := 0
	t := &paper.Table{Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 22}, {Share: 20}, {Share: 34}, {Share: 18}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.dien-hinh-ten", "cot.don-vi", "cot.thanh-tich-cach-lam", "cot.cong-nhan")}}
	for i, g := range e.Groups {
		t.Rows = append(t.Rows, groupRow(paper.Roman(i+1), g.Name, len(t.Columns)-1))
		for _, r := range g.Rows {
			n++
			known := []paper.Text{}
			if r.Scope != "" {
				known = append(known, paper.Plain(r.Scope))
			}
			if c := r.Decision.cited(); r.Decision.Number != "" && !c.Empty() {
				known = append(known, c)
			}
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: filled(r.Name)}, {Text: paper.Plain(r.Unit)}, {Text: paper.Plain(r.What)}, {Text: paper.Lines(known...)}}})
		}
	}
	numberedOrEmpty(t)
	f.set("so-dien-hinh", positive(n))
	blocks := []paper.Block{
		e.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		t,
	}
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: e.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Landscape: true, Blocks: append(blocks, e.sign(f, code))}}}
}
