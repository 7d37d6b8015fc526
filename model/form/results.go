package form

import (
	"strings"

	"thidua/model/paper"
)

// Results is what a movement brought, as the yearly and the closing report tell
// it. Figures come from the data; narrative parts may be edited by the office and
// are printed as given.
type Results struct {
	Frame
	Movement Movement
	To       []string // Kính gửi; empty: from the texts
	Launch   []string // what was done to launch and guide it
	Units    Reporting
	Criteria []CriterionResult
	Awards   []AwardCount
	Models   []Model // điển hình tiên tiến
	Limits   []string
	Causes   []string
	Next     []string // tasks to come
	Requests []string // kiến nghị, đề xuất
}

// Reporting is who made plans and who reported.
type Reporting struct {
	Total    int
	Planned  int // made their own plan
	Reported int // reported, late ones among them
	Late     int
	Missing  []string // those that did not report, by name
}

// CriterionResult is what came of one tiêu chí.
type CriterionResult struct {
	Text      string
	Figures   []Figure
	Narrative []string
}

// Figure is a number with its words.
type Figure struct{ Label, Value string }

// AwardCount is how often an award was given.
type AwardCount struct {
	Award                                string
	Collectives, Households, Individuals int
}

// Model is an exemplar.
type Model struct{ Name, What string }

// YearReport is the facts of `bao-cao-hang-nam`.
type YearReport struct {
	Results
	Year int
}

// Document is the report to the Chủ tịch UBND tỉnh.
func (y YearReport) Document() *paper.Document {
	return y.document("bao-cao-hang-nam", y.Year, nil, nil)
}

// ClosingReport is the facts of `bao-cao-tong-ket`.
type ClosingReport struct {
	Results
	Years   []YearLine
	Lessons []string
	// Units are the figures by unit as it stands on the report's day; they get an
	// annex of their own. Apart are those of units that ended and were divided.
	Units, Apart []UnitLine
}

// UnitLine is what was reported under one unit over the years.
type UnitLine struct {
	Name                                          string
	Of                                            []string // the units that reported, where they are others
	Reports, Collectives, Households, Individuals int
}

// YearLine is one year of the movement.
type YearLine struct {
	Year                                           int
	Units, Reported                                int
	Collectives, Households, Individuals, Exemplar int
}

// Document is the report.
func (c ClosingReport) Document() *paper.Document {
	d := c.document("bao-cao-tong-ket", 0, c.Years, c.Lessons)
	if len(c.Units)+len(c.Apart) > 0 {
		d.Parts = append(d.Parts, c.units())
	}
	return d
}

// units is the annex of figures by unit: rolled to the units of today, those that
// could not be rolled apart, and the total, which is the same as it was then.
func (c ClosingReport) units() paper.Part {
	const code = "bao-cao-tong-ket"
	f := c.facts(code)
	no, sign := numberAndSign(c.Head.Number, c.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Báo cáo", Number: no, Symbol: sign, Date: c.Head.Date, Year: c.year(), Body: f.words("so-noi-vu")})
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 31}, {Share: 34}}, Head: []paper.Row{f.headRow("cot.tt", "cot.don-vi", "cot.tu-don-vi", "cot.so-bao-cao", "cot.tap-the", "cot.ho", "cot.ca-nhan")}}
	for range 4 {
		t.Columns = append(t.Columns, paper.Column{Share: 7, Align: paper.Centre, Number: true})
	}
	var sum UnitLine
	add := func(no int, key string, lines []UnitLine) {
		if len(lines) == 0 {
			return
		}
		t.Rows = append(t.Rows, groupRow(paper.Roman(no), f.words(code+"."+key), len(t.Columns)-1))
		for _, l := range lines {
			t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("", l.Name, strings.Join(l.Of, "; "), figure(l.Reports), figure(l.Collectives), figure(l.Households), figure(l.Individuals))})
			sum.Reports += l.Reports
			sum.Collectives += l.Collectives
			sum.Households += l.Households
			sum.Individuals += l.Individuals
		}
	}
	add(1, "don-vi-hien-nay", c.Units)
	add(2, "don-vi-da-chia", c.Apart)
	t.Count()
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{}, {Text: f.text("cot.tong-cong")}, {}, paper.CellOf(figure(sum.Reports)),
		paper.CellOf(figure(sum.Collectives)), paper.CellOf(figure(sum.Households)), paper.CellOf(figure(sum.Individuals))}})
	return paper.Part{Name: f.words(code + ".theo-don-vi"), Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words(code + ".theo-don-vi-tieu-de"), About: f.text(code + ".theo-don-vi-trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		t,
	}}
}

func (r Results) document(code string, year int, years []YearLine, lessons []string) *paper.Document {
	f := r.facts(code)
	f.about(r.Movement)
	f.set("nam-bao-cao", "")
	if year > 0 {
		f.set("nam-bao-cao", itoa(year))
	}
	u := r.Units
	f.set("so-don-vi", positive(u.Total))
	f.set("co-ke-hoach", positive(u.Planned))
	f.set("da-bao-cao", positive(u.Reported))
	if u.Total > 0 && u.Reported == 0 {
		f.set("da-bao-cao", "0") // known, not a blank to be filled
	}
	f.set("dung-han", positive(u.Reported-u.Late))
	f.set("cham", positive(u.Late))
	f.set("chua-bao-cao", positive(len(u.Missing)))
	f.set("ty-le", share(u.Reported, u.Total))
	given := tally{}
	for _, a := range r.Awards {
		given[Collective] += a.Collectives
		given[Household] += a.Households
		given[Individual] += a.Individuals
	}
	f.set("so-khen", given.String())

	to := r.To
	if len(to) == 0 {
		to = f.strings(code + ".kinh-gui")
	}
	b := []paper.Block{
		r.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		paper.Addressees{Names: to},
	}
	add := func(blocks ...paper.Block) { b = append(b, blocks...) }
	roman, arabic := 0, 0
	part := func(key string) {
		roman, arabic = roman+1, 0
		add(paper.Heading{Level: paper.LevelRoman, Number: roman, Title: f.words(code + "." + key)})
	}
	section := func(key string) {
		arabic++
		add(paper.Heading{Level: paper.LevelArabic, Number: arabic, Title: f.words(code + "." + key)})
	}
	add(f.paragraphs(code + ".mo-dau")...)
	part("muc-trien-khai")
	add(narrative(r.Launch, 3)...)
	add(f.paragraphs(code + ".tinh-hinh-bao-cao")...)
	part("muc-ket-qua")
	section("theo-tieu-chi")
	add(f.criteria(r.Criteria)...)
	if len(years) > 0 {
		section("theo-nam")
		add(f.years(years))
	}
	section("khen-thuong")
	add(f.paragraphs(code + ".khen-thuong-loi")...)
	add(f.awardTable(r.Awards, given))
	section("dien-hinh")
	if len(r.Models) == 0 {
		add(dottedLines(2))
	}
	for _, m := range r.Models {
		add(paper.Bullet{Text: closed(paper.Plain(joinWords(": ", m.Name, m.What)), ".")})
	}
	part("muc-han-che")
	section("han-che")
	add(narrative(r.Limits, 2)...)
	section("nguyen-nhan")
	add(narrative(r.Causes, 2)...)
	if code == "bao-cao-tong-ket" {
		section("bai-hoc")
		add(narrative(lessons, 2)...)
	}
	part("muc-phuong-huong")
	section("nhiem-vu")
	add(narrative(r.Next, 2)...)
	section("kien-nghi")
	add(narrative(r.Requests, 2)...)
	add(ended(f.paragraphs(code + ".ket"))...)
	add(r.sign(f, code))
	d := &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: r.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: b}}}
	if len(u.Missing) > 0 {
		d.Parts = append(d.Parts, r.missing(f, code))
	}
	return d
}

// criteria tells what came of each tiêu chí: a) its words, the figures, the rest.
func (f *facts) criteria(cs []CriterionResult) []paper.Block {
	var out []paper.Block
	for i, c := range cs {
		out = append(out, paper.Heading{Level: paper.LevelLetter, Number: i + 1, Title: c.Text})
		if len(c.Figures) == 0 && len(c.Narrative) == 0 {
			out = append(out, dottedLines(2))
			continue
		}
		if len(c.Narrative) > 0 {
			out = append(out, narrative(c.Narrative, 1)...)
		}
		for _, g := range c.Figures {
			v := filled(g.Value)
			if g.Value == "" {
				v = paper.DotsFor(blank / 3)
			}
			out = append(out, paper.Bullet{Text: paper.Join(paper.Plain(g.Label+": "), v, paper.Plain("."))})
		}
	}
	if len(cs) == 0 {
		out = append(out, dottedLines(4))
	}
	return out
}

func (f *facts) years(years []YearLine) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 12, Align: paper.Centre}}, Head: []paper.Row{f.headRow("cot.nam", "cot.so-don-vi", "cot.da-bao-cao", "cot.tap-the", "cot.ho", "cot.ca-nhan", "cot.dien-hinh")}}
	for range 6 {
		t.Columns = append(t.Columns, paper.Column{Share: 14, Align: paper.Centre, Number: true})
	}
	for _, y := range years {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf(itoa(y.Year), figure(y.Units), figure(y.Reported), figure(y.Collectives), figure(y.Households), figure(y.Individuals), figure(y.Exemplar))})
	}
	return t
}

func (f *facts) awardTable(counts []AwardCount, sum tally) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 45}}, Head: []paper.Row{f.headRow("cot.tt", "cot.hinh-thuc-khen", "cot.tap-the", "cot.ho", "cot.ca-nhan", "cot.cong")}}
	for range 4 {
		t.Columns = append(t.Columns, paper.Column{Share: 12, Align: paper.Centre, Number: true})
	}
	for _, a := range counts {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("", a.Award, figure(a.Collectives), figure(a.Households), figure(a.Individuals), figure(a.Collectives+a.Households+a.Individuals))})
	}
	numberedOrEmpty(t)
	if len(counts) > 0 {
		t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{}, {Text: f.text("cot.tong-cong")}, paper.CellOf(figure(sum[Collective])), paper.CellOf(itoa(sum[Household])),
			paper.CellOf(figure(sum[Individual])), paper.CellOf(figure(sum.total()))}})
	}
	return t
}

// missing is the annex of those that did not report.
func (r Results) missing(f *facts, code string) paper.Part {
	no, sign := numberAndSign(r.Head.Number, r.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Báo cáo", Number: no, Symbol: sign, Date: r.Head.Date, Year: r.year(), Body: f.words("so-noi-vu")})
	t := &paper.Table{Columns: []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 62}, {Share: 30}}, Head: []paper.Row{f.headRow("cot.tt", "cot.don-vi", "cot.ghi-chu")}}
	for _, m := range r.Units.Missing {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("", m, "")})
	}
	return paper.Part{Name: f.words("danh-sach.ten"), Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(code + ".danh-sach-trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		numberedOrEmpty(t),
	}}
}
