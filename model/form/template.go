package form

import (
	"strconv"

	"thidua/model/paper"
	"thidua/model/when"
)

// ReportTemplate is the facts of `mau-bao-cao`: the spreadsheet a unit fills in and
// sends back. Every row to fill begins with a code by which it is found again,
// whatever the unit does to the sheet around it.
type ReportTemplate struct {
	Frame
	Movement  Movement
	Key       string // says whose report it is
	Unit      string
	Year      int
	Closing   bool // of the whole movement, not of the year
	Due       when.Date
	Items     []TemplateItem
	Narrative []TemplateAsk
	Kinds     []string // of exemplars, in words
}

// How many empty lines the lists get; a unit that needs more adds rows with the
// next number.
const (
	awardLines    = 5
	exemplarLines = 6
	moreLines     = 4 // initiatives, petitions
)

// TemplateItem is one criterion to answer.
type TemplateItem struct {
	Key, Text, Guide, Worth string
	Asks                    []TemplateAsk
}

// TemplateAsk is one thing to fill in.
type TemplateAsk struct{ Key, Label string }

// Document is the template: one sheet for figures, one for lists, one for words.
func (r ReportTemplate) Document() *paper.Document {
	const code = "mau-bao-cao"
	f := r.facts(code)
	f.about(r.Movement)
	f.set("nam-bao-cao", "")
	if r.Year > 0 {
		f.set("nam-bao-cao", itoa(r.Year))
	}
	f.set("don-vi-bao-cao", r.Unit)
	f.dayOf("han", r.Due)
	about := code + ".trich-yeu"
	if r.Closing {
		about = code + ".trich-yeu-tong-ket"
	}
	intro := []paper.Block{
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(about)},
		paper.Paragraph{Text: f.text(code + ".don-vi"), NoIndent: true},
	}
	intro = append(intro, f.paragraphs(code+".cach-ghi")...)
	intro = append(intro, r.identity(f), r.figures(f))
	part := func(key, name string, blocks ...paper.Block) paper.Part {
		head := []paper.Block{paper.Title{Name: f.words(code + "." + key)}}
		return paper.Part{Name: f.words(code + "." + name), Landscape: true, Blocks: append(head, blocks...)}
	}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: f.words("so-noi-vu"), Parts: []paper.Part{
		{Name: f.words(code + ".so-lieu-ten"), Landscape: true, Blocks: intro},
		part("khen-thuong", "khen-thuong-ten", r.given(f)),
		part("dien-hinh", "dien-hinh-ten", r.named(f, "dh", exemplarLines, "cot.loai-dien-hinh", "cot.dien-hinh-ten", "cot.thanh-tich-cach-lam"),
			r.named(f, "sk", moreLines, "cot.de-trong", "cot.sang-kien-ten", "cot.sang-kien-so")),
		part("loi", "loi-ten", r.words(f)),
	}}
}

// figureColumns are the columns of the first sheet: both tables on it share them,
// so that no cell of the spreadsheet is merged.
func figureColumns() []paper.Column {
	return []paper.Column{{Share: 8}, {Share: 42}, {Share: 20, Align: paper.Centre}, {Share: 14}, {Share: 16}}
}

// identity is the rows that say whose report it is.
func (r ReportTemplate) identity(f *facts) *paper.Table {
	t := &paper.Table{Columns: figureColumns(), Head: []paper.Row{f.headRow("cot.ma", "cot.noi-dung", "cot.don-vi-ghi", "cot.de-trong", "cot.de-trong")}}
	t.Rows = []paper.Row{
		{Cells: paper.CellsOf("tt:khoa", f.words("mau-bao-cao.khoa"), r.Key, "", "")},
		{Cells: paper.CellsOf("tt:so", f.words("mau-bao-cao.so-bao-cao"), "", "", "")},
		{Cells: paper.CellsOf("tt:ngay", f.words("mau-bao-cao.ngay-bao-cao"), "", "", "")},
	}
	return t
}

func (r ReportTemplate) figures(f *facts) *paper.Table {
	t := &paper.Table{Columns: figureColumns(),
		Head: []paper.Row{f.headRow("cot.ma", "cot.tieu-chi-so-lieu", "cot.don-vi-ghi", "cot.khong-ap-dung", "cot.minh-chung")}}
	for _, it := range r.Items {
		text := paper.Bold(it.Text)
		if it.Worth != "" {
			f.set("diem-chuan", it.Worth)
			text = paper.Join(text, paper.Plain(" "), f.text("mau-bao-cao.diem-chuan"))
		}
		if it.Guide != "" {
			text = paper.Lines(text, paper.Italic(it.Guide))
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{paper.CellOf(it.Key), {Text: text}, {}, {}, {}}})
		for _, a := range it.Asks {
			t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf(a.Key, a.Label, "", "", "")})
		}
	}
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, emptyRow(len(t.Columns)))
	}
	return t
}

func (r ReportTemplate) given(f *facts) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 10}, {Share: 30}, {Share: 18, Align: paper.Centre}, {Share: 14, Align: paper.Centre}, {Share: 14, Align: paper.Centre}, {Share: 14, Align: paper.Centre}},
		Head: []paper.Row{f.headRow("cot.ma", "cot.quyet-dinh-so", "cot.ngay", "cot.tap-the", "cot.ho", "cot.ca-nhan")}}
	for i := range awardLines {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("gk:"+strconv.Itoa(i+1), "", "", "", "", "")})
	}
	return t
}

// named is a list of things with a kind, a name and what they are.
func (r ReportTemplate) named(f *facts, prefix string, lines int, heads ...string) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 10}, {Share: 15}, {Share: 35}, {Share: 40}}, Head: []paper.Row{f.headRow(append([]string{"cot.ma"}, heads...)...)}}
	for i := range lines {
		kind := ""
		if prefix == "dh" && i < len(r.Kinds) {
			kind = r.Kinds[i]
		}
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf(prefix+":"+strconv.Itoa(i+1), kind, "", "")})
	}
	return t
}

func (r ReportTemplate) words(f *facts) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 16}, {Share: 26}, {Share: 58}}, Head: []paper.Row{f.headRow("cot.ma", "cot.noi-dung", "cot.don-vi-ghi")}}
	for _, n := range r.Narrative {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf(n.Key, n.Label, "")})
	}
	for i := range moreLines {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("kn:"+strconv.Itoa(i+1), f.words("mau-bao-cao.kien-nghi"), "")})
	}
	return t
}
