package form

import (
	"slices"

	"thidua/model/paper"
)

// ExemplarList is the facts of `danh-sach-dien-hinh`: the điển hình tiên tiến and the
// initiatives to be made known, by who or what they are.
type ExemplarList struct {
	Frame
	Movement Movement
	Period   string // "năm 2025"; empty for the whole movement
	Groups   []ExemplarGroup
	Ideas    []ExemplarRow // initiatives; Unit names the authors
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
	f.put("trong-danh-sach", f.text(code+e.which(f, ".chi-dien-hinh", ".chi-sang-kien", ".ca-hai")))
	about, name, unit := e.which(f, ".trich-yeu", ".trich-yeu-sang-kien", ".trich-yeu-ca-hai"), "cot.dien-hinh-ten", "cot.don-vi"
	if len(e.Ideas) > 0 {
		name, unit = "cot.nen-guong-ten", "cot.don-vi-tac-gia"
	}
	t := &paper.Table{Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 22}, {Share: 20}, {Share: 34}, {Share: 18}},
		Head: []paper.Row{f.headRow("cot.tt", name, unit, "cot.thanh-tich-cach-lam", "cot.cong-nhan")}}
	groups := e.Groups
	if len(e.Ideas) > 0 {
		groups = append(slices.Clone(groups), ExemplarGroup{Name: f.words(code + ".nhom-sang-kien"), Rows: e.Ideas})
	}
	for i, g := range groups {
		t.Rows = append(t.Rows, groupRow(paper.Roman(i+1), g.Name, len(t.Columns)-1))
		for _, r := range g.Rows {
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
	blocks := []paper.Block{
		e.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + about)},
		t,
	}
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: e.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Landscape: true, Blocks: append(blocks, e.sign(f, code))}}}
}

// which chooses by what the list holds: exemplars, initiatives, or both.
func (e ExemplarList) which(f *facts, exemplars, ideas, both string) string {
	n := 0
	for _, g := range e.Groups {
		n += len(g.Rows)
	}
	f.set("so-dien-hinh", positive(n))
	f.set("so-sang-kien", positive(len(e.Ideas)))
	switch {
	case len(e.Ideas) == 0:
		return exemplars
	case n == 0:
		return ideas
	}
	return both
}
