package form

import (
	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Subject is everything the papers about one nominee may ask for. Only what the
// dossier holds is filled; the rest is left to the pen.
type Subject struct {
	Line
	// Of an individual.
	OtherNames string // bí danh, tên gọi khác
	Home       string // quê quán
	Residence  string // nơi thường trú
	PartyPost  string // chức vụ Đảng, đoàn thể
	Education  string // trình độ chuyên môn, nghiệp vụ
	Degrees    string // học hàm, học vị, danh hiệu, giải thưởng
	Career     []Stage
	// Of a collective.
	Seat      string // trụ sở chính
	Web       string
	Founded   string // quá trình thành lập và phát triển
	Structure string // cơ cấu tổ chức
	Staff     int    // tổng số cán bộ, công chức, viên chức, người lao động
	// Of a household.
	Members int
	// Of all.
	Phone  string
	Duties string // chức năng, nhiệm vụ được giao; nghề nghiệp
	// Deeds is the narrative of the achievements, a paragraph each; Methods and
	// Effects what was done to reach them and what they brought.
	Deeds, Methods, Effects []string
	Held                    []Honour
}

// Stage is a stretch of somebody's working life.
type Stage struct {
	When string // "Từ 3/2018 đến nay"
	What string // post and unit
}

// Honour is a title or a commendation held.
type Honour struct {
	Year   int
	Name   string // "Chiến sĩ thi đua cơ sở"
	Title  bool   // danh hiệu thi đua; false: hình thức khen thưởng
	Number string // of the decision
	Date   when.Date
	Body   string // who issued it
}

// decided is "Quyết định số 12/QĐ-UBND ngày 05/01/2025 của …".
func (h Honour) decided() paper.Text {
	if h.Number == "" && h.Date.IsZero() {
		return paper.Join(paper.DotsFor(0))
	}
	t := "Quyết định"
	if h.Number != "" {
		t += " số " + viet.Clean(h.Number)
	}
	if !h.Date.IsZero() {
		t += " ngày " + h.Date.Office()
	}
	if h.Body != "" {
		t += " của " + viet.Clean(h.Body)
	}
	return paper.Plain(t)
}

// said is the honour in one line, for narrow columns: "2024: CSTĐCS (12/QĐ-SNV)".
func (h Honour) said() string {
	s := h.Name
	if h.Year > 0 {
		s = itoa(h.Year) + ": " + s
	}
	if h.Number != "" {
		s += " (" + h.Number + ")"
	}
	return s
}

// subject puts a nominee into the facts: {ten}, {goi}, {noi}.
func (f *facts) subject(s Subject) {
	f.set("ten", s.Name)
	f.set("goi", s.called())
	f.set("noi", s.place(f))
	f.set("loai", s.Kind.String())
	f.award(Award{Name: s.Award})
}

// bornWords is "05/3/1975", as exact as it is known.
func (l Line) bornWords() string { return l.Birth.Office() }

func sexWord(gender string) string {
	switch gender {
	case "male":
		return "Nam"
	case "female":
		return "Nữ"
	}
	return ""
}

// field is a line of a form; empty facts leave dots.
func field(label, value string) paper.Field {
	f := paper.Field{Label: label}
	if v := viet.Clean(value); v != "" {
		f.Value = paper.Plain(v)
	}
	return f
}

// labelled makes fields out of a text of labels, one a line, and their values in
// the same order; an office may reword a label but not reorder them.
func (f *facts) labelled(key string, values ...string) sheet {
	labels := f.strings(key)
	var out sheet
	for i, v := range values {
		if i < len(labels) {
			out.Items = append(out.Items, field(labels[i], v))
		}
	}
	return out
}

// sheet is the labelled lines of a form.
type sheet struct{ paper.Fields }

// put gives a line a value that has marks of its own, such as blanks.
func (s sheet) put(line int, t paper.Text) {
	if line < len(s.Items) {
		s.Items[line].Value = t
	}
}

// narrative is paragraphs of facts, a line break beginning a new one, or some dotted lines to write them on.
func narrative(paragraphs []string, dotted int) []paper.Block {
	var out []paper.Block
	for _, p := range paragraphs {
		for _, l := range split(p) {
			out = append(out, paper.Paragraph{Text: paper.Plain(l)})
		}
	}
	if len(out) == 0 {
		out = append(out, dottedLines(dotted))
	}
	return out
}

func dottedLines(n int) paper.Fields {
	return paper.Fields{Items: make([]paper.Field, n)}
}

// honours are the two tables of a báo cáo thành tích: titles, then commendations.
func (f *facts) honours(held []Honour) []paper.Block {
	var out []paper.Block
	for i, title := range []bool{true, false} {
		key := []string{"danh-hieu", "hinh-thuc"}[i]
		t := &paper.Table{Columns: []paper.Column{{Share: 14, Align: paper.Centre}, {Share: 36}, {Share: 50}},
			Head: []paper.Row{f.headRow("cot.nam", "cot."+key+"-da-tang", "cot.quyet-dinh-"+key)}}
		for _, h := range held {
			if h.Title != title {
				continue
			}
			year := paper.DotsFor(0)
			if h.Year > 0 {
				year = paper.Plain(itoa(h.Year))
			}
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{Text: year}, {Text: filled(h.Name)}, {Text: h.decided()}}})
		}
		if len(t.Rows) == 0 {
			t.Rows = append(t.Rows, emptyRow(3))
		}
		out = append(out, paper.Heading{Level: paper.LevelArabic, Number: i + 1, Title: f.words("muc." + key + "-da-tang")}, t)
	}
	return out
}

// nameOf is the name below a post: the one told, none for Nothing, else that of the
// texts. A body of its own has none there: theirs are those of the province.
func (f *facts) nameOf(key, told string) string {
	switch {
	case told == Nothing || told == "" && f.said != nil:
		return ""
	case told != "":
		return told
	}
	return f.words(key + "-ho-ten")
}

// signer is one who signs, with the texts named by their part.
func (f *facts) signer(key, name string) paper.Signer {
	s := paper.Signer{Post: f.strings(key), Name: f.nameOf(key, name)}
	if f.has(key + "-ghi-chu") {
		s.Note = f.words(key + "-ghi-chu")
	}
	return s
}
