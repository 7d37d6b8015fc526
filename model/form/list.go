package form

import (
	"strings"

	"thidua/model/paper"
)

// NomineeList is the facts of `danh-sach`: those proposed, by award and kind.
type NomineeList struct {
	Frame
	Movement Movement
	Awards   []Award // their order in the list; awards not named follow as they come
	Lines    []Line
	// Attached is the paper the list goes with; empty for none yet.
	Attached Reference
	// Achievements adds the column of achievements and turns the page.
	Achievements bool
}

// Document is the list as a paper of its own.
func (n NomineeList) Document() *paper.Document {
	f := n.facts("danh-sach")
	return &paper.Document{Code: "danh-sach", Title: f.words("danh-sach.ten"), Author: n.author(f, "danh-sach"),
		Parts: []paper.Part{n.part(f)}}
}

// part is the list as an annex: of its own document or of a tờ trình.
func (n NomineeList) part(f *facts) paper.Part {
	f.about(n.Movement)
	f.counts(n.Lines)
	if f.attach(n.Attached); n.Attached.Empty() {
		f.attach(Reference{Kind: "Tờ trình", Symbol: f.words("to-trinh.ky-hieu"), Year: n.year(), Body: f.words("so-noi-vu")})
	}
	groups := byAward(n.Awards, n.Lines)
	title := "danh-sach.trich-yeu"
	if len(groups) > 1 {
		title = "danh-sach.trich-yeu-nhieu"
	} else if len(groups) == 1 {
		f.award(Award{Name: groups[0].award})
	}
	return paper.Part{Name: f.words("danh-sach.ten"), Landscape: n.Achievements, Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(title), Attached: f.text("danh-sach.kem-theo")},
		n.table(f, groups),
		paper.Paragraph{Text: paper.Ended(f.text("danh-sach.ket"))},
	}}
}

func (n NomineeList) table(f *facts, groups []group[Line]) *paper.Table {
	// The title of a list of one award, and rows over each of several, name it: a
	// column would say it again, and its room goes to post and unit, the longest of a
	// list's facts. An empty list, to be filled in by a unit, asks for it.
	named, grouped := len(groups) > 0, len(groups) > 1
	shares, keys := []float64{6, 25, 38}, []string{"cot.tt", "cot.ten", "cot.chuc-vu-don-vi"}
	switch {
	case n.Achievements && named:
		shares, keys = []float64{5, 22, 33, 40}, append(keys, "cot.thanh-tich")
	case n.Achievements:
		shares, keys = []float64{5, 20, 26, 29}, append(keys, "cot.thanh-tich")
	case named:
		shares = []float64{6, 34, 60}
	}
	if !named {
		shares, keys = append(shares, 100-sum(shares)), append(keys, "cot.hinh-thuc")
	}
	t := &paper.Table{Head: []paper.Row{f.headRow(keys...)}}
	for i, s := range shares {
		c := paper.Column{Share: s}
		if i == 0 {
			c.Align = paper.Centre
		}
		t.Columns = append(t.Columns, c)
	}
	rest := len(t.Columns) - 1
	for i, g := range groups {
		if grouped {
			t.Rows = append(t.Rows, groupRow(strings.ToUpper(paper.Letter(i+1)), strings.ToUpper(g.award), rest))
		}
		for j, k := range byKind(g.lines) {
			t.Rows = append(t.Rows, groupRow(paper.Roman(j+1), capitalWord(k.kind.String()), rest))
			for _, l := range k.lines {
				cells := []paper.Cell{{}, {Text: filled(l.called())}, {Text: l.placeCell(f)}}
				if n.Achievements {
					cells = append(cells, paper.Cell{Text: filled(l.Achievement)})
				}
				t.Rows = append(t.Rows, paper.Row{Cells: cells})
			}
		}
	}
	return numberedOrEmpty(t)
}

func sum(shares []float64) (all float64) {
	for _, s := range shares {
		all += s
	}
	return all
}

// placeCell is post and unit in a cell; a collective that stands under nobody
// keeps the cell empty, others get dots.
func (l Line) placeCell(f *facts) paper.Text {
	if p := l.place(f); p != "" || l.Kind == Collective {
		return paper.Plain(capitalWord(p))
	}
	return paper.DotsFor(0)
}

// headRow is one heading row out of texts.
func (f *facts) headRow(keys ...string) paper.Row {
	r := paper.Row{}
	for _, k := range keys {
		r.Cells = append(r.Cells, paper.Cell{Text: f.text(k)})
	}
	return r
}

// groupRow is "I | Tập thể", the words over all other columns.
func groupRow(no, words string, rest int) paper.Row {
	return paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{{Text: paper.Plain(no)}, {Text: paper.Plain(words), Cols: rest, Align: paper.Left}}}
}

// emptyRow is a row to write on by hand.
func emptyRow(columns int) paper.Row {
	r := paper.Row{}
	for range columns {
		r.Cells = append(r.Cells, paper.Cell{Text: paper.DotsFor(0)})
	}
	return r
}

// counts puts what the lines add up to into the facts: {so-luong}, {doi-tuong},
// {tong-so}, and {so-tap-the}, {so-ho}, {so-ca-nhan}.
func (f *facts) counts(lines []Line) { f.tally(tallyOf(lines)) }

func (f *facts) tally(t tally) {
	f.set("so-luong", t.String())
	f.set("doi-tuong", t.kinds())
	f.set("tong-so", two(t.total()))
	f.set("so-tap-the", two(t[Collective]))
	f.set("so-ho", two(t[Household]))
	f.set("so-ca-nhan", two(t[Individual]))
}

// award puts an award into the facts: {hinh-thuc}, {nguoi-tang}, {qua}.
func (f *facts) award(a Award) {
	f.set("hinh-thuc", a.Name)
	f.set("nguoi-tang", a.Decider)
	f.set("qua", a.Via)
}

// attach puts the paper a list goes with into the facts: {kem-theo-van-ban}.
func (f *facts) attach(r Reference) { f.put("kem-theo-van-ban", r.attached()) }
