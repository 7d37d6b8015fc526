package form

import (
	"strings"

	"thidua/model/paper"
)

// Profiles is the facts of `trich-ngang`: one line with everything the council
// wants to know of each nominee.
type Profiles struct {
	Frame
	Movement Movement
	Awards   []Award
	Subjects []Subject
	Preparer string // name of who drew up the list
}

// Document is the list, landscape, signed by who drew it up and by the office.
func (p Profiles) Document() *paper.Document {
	const code = "trich-ngang"
	f := p.facts(code)
	f.about(p.Movement)
	f.tally(tallyOf(p.Subjects))
	sign := p.sign(f, code)
	sign.Recipients = p.Sign.Recipients
	sign.Signers = []paper.Signer{f.signer(code+".ky-trai", p.Preparer), {Dated: p.dated(f), Post: sign.Signers[0].Post, Name: sign.Signers[0].Name}}
	part := paper.Part{Name: f.words(code + ".ten"), Landscape: true, Blocks: []paper.Block{
		p.bareHead(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		p.table(f),
		paper.Paragraph{Text: paper.Ended(f.text(code + ".ket"))},
		sign,
	}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: p.author(f, code), Parts: []paper.Part{part}}
}

func (p Profiles) table(f *facts) *paper.Table {
	two := []paper.Cell{{Text: f.text("cot.nam-gioi")}, {Text: f.text("cot.nu-gioi")}}
	tall := func(key string) paper.Cell { return paper.Cell{Text: f.text(key), Rows: 2} }
	head := []paper.Cell{tall("cot.tt"), tall("cot.ten"), {Text: f.text("cot.ngay-sinh"), Cols: 2}, tall("cot.chuc-vu-don-vi"), tall("cot.thanh-tich"), tall("cot.da-khen")}
	groups := byAward(p.Awards, p.Subjects)
	// Under rows that name the award a column of it would say it again and double
	// the pages.
	grouped := len(groups) > 1
	t := &paper.Table{
		Columns:  []paper.Column{{Share: 4, Align: paper.Centre}, {Share: 17}, {Share: 8, Align: paper.Centre}, {Share: 8, Align: paper.Centre}, {Share: 24}, {Share: 26}, {Share: 13}},
		Numbered: true, Fine: true,
	}
	if !grouped {
		t.Columns = []paper.Column{{Share: 4, Align: paper.Centre}, {Share: 15}, {Share: 8, Align: paper.Centre}, {Share: 8, Align: paper.Centre}, {Share: 20}, {Share: 21}, {Share: 11}, {Share: 13}}
		head = append(head, tall("cot.hinh-thuc"))
	}
	t.Head = []paper.Row{{Cells: head}, {Cells: two}}
	rest := len(t.Columns) - 1
	for i, g := range groups {
		if grouped {
			t.Rows = append(t.Rows, groupRow(strings.ToUpper(paper.Letter(i+1)), strings.ToUpper(g.award), rest))
		}
		for j, k := range byKind(g.lines) {
			t.Rows = append(t.Rows, groupRow(paper.Roman(j+1), capitalWord(k.kind.String()), rest))
			for _, s := range k.lines {
				t.Rows = append(t.Rows, p.row(f, s, grouped))
			}
		}
	}
	return numberedOrEmpty(t)
}

// row writes the birth date under Nam or Nữ; when the sex is not known it stands
// over both columns, and a collective has none.
func (p Profiles) row(f *facts, s Subject, grouped bool) paper.Row {
	cells := []paper.Cell{{}, {Text: filled(s.called())}}
	switch born := filled(s.bornWords()); {
	case s.Kind == Collective:
		cells = append(cells, paper.Cell{}, paper.Cell{})
	case s.Gender == "male":
		cells = append(cells, paper.Cell{Text: born}, paper.Cell{})
	case s.Gender == "female":
		cells = append(cells, paper.Cell{}, paper.Cell{Text: born})
	default:
		cells = append(cells, paper.Cell{Text: born, Cols: 2})
	}
	var held []paper.Text
	for _, h := range s.Held {
		held = append(held, paper.Plain(h.said()))
	}
	cells = append(cells, paper.Cell{Text: s.placeCell(f)}, paper.Cell{Text: filled(s.Achievement)}, paper.Cell{Text: paper.Lines(held...)})
	if !grouped {
		cells = append(cells, paper.Cell{Text: filled(s.Award)})
	}
	return paper.Row{Cells: cells}
}
