package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/criteria"
	"thidua/model/when"
)

var items = []criteria.Item{
	{Key: "kh", Kind: criteria.Gate, Source: criteria.FromPlan},
	{Key: "a1", Kind: criteria.Ratio, Max: 3000, A: "Tổng số", B: "Đúng hạn", More: []string{"Chậm", "Trả lại"}},
	{Key: "b1", Kind: criteria.Ratio, Max: 3000, A: "Tổng số", B: "Xong"},
	{Key: "c2", Kind: criteria.Stepped, Max: 1000, B: "Văn bản"},
	{Key: "y1", Kind: criteria.YesNo, Max: 500},
	{Key: "d1", Kind: criteria.Judged, Max: 500},
}

// rows makes rows of a sheet out of lines divided by "|"; the first cell is its first column.
func rows(sheet string, lines ...string) (out []Row) {
	for i, l := range lines {
		out = append(out, Row{Sheet: sheet, Row: i + 1, Cells: strings.Split(l, "|")})
	}
	return out
}

func filled() []Row {
	rs := append(rows("Số liệu", "BÁO CÁO", "Mã|Nội dung|Đơn vị ghi", "tt:so|Số|15/BC-SYT||", "tt:ngay|Ngày|2/12/2024||",
		"a1|Nội dung trình kỳ họp|||Danh mục số 3; Công văn số 5", "a1:a|Tổng số|1.024||", "a1:b|Đúng hạn|1 000", "a1:m1|Chậm| 24", "a1:m2|Trả lại|",
		"b1|Kết luận||Không phát sinh|", "b1:a|Tổng số|", "c2:b|Văn bản|6.0", "", "|c2|đây là chữ", "y1:c|Có / không|X", "d1:d|Điểm|3,5"),
		rows("Khen thưởng", "Mã|Quyết định", "gk:1|5/QĐ-SYT|2024-11-20|3||9", "gk:2|||||")...)
	rs = append(rs, rows("Điển hình", "dh:1|Cá nhân|Trần Văn Thử|Trả lời  30 kiến nghị", "dh:2|Hộ gia đình||", "dh:3||Tổ lưu động|", "sk:1||Số hóa tài liệu|QĐ 7")...)
	return append(rs, rows("Phần lời", "loi:han_che|Hạn chế|Còn chậm.", "kn:1|Kiến nghị|Gửi sớm lịch", "kn:2|Kiến nghị|")...)
}

func TestReadTemplate(t *testing.T) {
	key := Row{Sheet: "Số liệu", Row: 20, Cells: []string{"tt:khoa", "Mã nhận biết", TemplateKey("TTC80", Yearly, 2024, 26)}}
	f, ok := ReadKey(append(filled(), key))
	if !ok || f.Movement != "TTC80" || f.Kind != Yearly || f.Year != 2024 || f.Unit != 26 {
		t.Fatalf("%+v, %v", f, ok)
	}
	f = ReadTemplate(f, filled(), items)
	if len(f.Faults) != 0 {
		t.Fatalf("%v", f.Faults)
	}
	if f.Number != "15/BC-SYT" || f.Date != when.Of(2024, 12, 2) {
		t.Errorf("%s, %s", f.Number, f.Date)
	}
	want := Content{
		Answers: []criteria.Line{
			{Key: "a1", Self: &criteria.Entry{A: 1024, B: 1000, More: []int64{24}}, Evidence: []criteria.Evidence{{Text: "Danh mục số 3"}, {Text: "Công văn số 5"}}},
			{Key: "b1", NA: true, NAReason: "Không phát sinh"},
			{Key: "c2", Self: &criteria.Entry{B: 6}},
			{Key: "y1", Self: &criteria.Entry{Yes: true}},
			{Key: "d1", Self: &criteria.Entry{Points: 350}},
		},
		Narrative:   map[string]string{"han_che": "Còn chậm."},
		Exemplars:   []Named{{Kind: "individual", Name: "Trần Văn Thử", What: "Trả lời 30 kiến nghị"}, {Kind: "mo_hinh", Name: "Tổ lưu động"}},
		Initiatives: []Named{{Name: "Số hóa tài liệu", What: "QĐ 7"}},
		Awards:      []Given{{Number: "5/QĐ-SYT", Date: when.Of(2024, 11, 20), Collectives: 3, Individuals: 9}},
		Petitions:   []string{"Gửi sớm lịch"},
	}
	if d := cmp.Diff(want, f.Content); d != "" {
		t.Error(d)
	}
}

// Rows moved, a column put in before the codes, rows added: what was typed is found.
func TestTemplateMovedAbout(t *testing.T) {
	moved := filled()
	for i, j := 0, len(moved)-1; i < j; i, j = i+1, j-1 {
		moved[i], moved[j] = moved[j], moved[i]
	}
	for i := range moved {
		if len(moved[i].Cells) > 0 {
			moved[i].Cells = append([]string{""}, moved[i].Cells...)
		}
	}
	moved = append(moved, Row{Sheet: "Khen thưởng", Row: 99, Cells: []string{"", "gk:3", "6/QĐ", "", "1", "", ""}})
	a, b := ReadTemplate(Filled{}, filled(), items), ReadTemplate(Filled{}, moved, items)
	a.Content.Awards = append(a.Content.Awards, Given{Number: "6/QĐ", Collectives: 1})
	if d := cmp.Diff(a.Content, b.Content); d != "" {
		t.Error(d)
	}
}

func TestTemplateFaultsNameTheirCells(t *testing.T) {
	f := ReadTemplate(Filled{}, rows("Số liệu", "tt:ngay|Ngày|hôm qua", "a1:a|Tổng số|mười hai", "a1:b|b|-3", "d1:d|Điểm|nhiều", "c2:b|Văn bản|(=B3)", "b1:a|x|12.5", "b1:b|x|1.02"), items)
	var got []string
	for _, e := range f.Faults {
		got = append(got, e.Code+" "+e.Field)
	}
	want := []string{"report.cell-day Số liệu!1", "report.cell-number Số liệu!2", "report.cell-number Số liệu!3", "report.cell-number Số liệu!6", "report.cell-number Số liệu!7", "report.cell-number Số liệu!5", "report.cell-points Số liệu!4"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, ok := ReadKey(rows("x", "BC|TTC80|nam|2024|SYT", "một bảng khác")); ok {
		t.Error("another table was taken for a template")
	}
}

// The template asks about exactly what the reader looks for.
func TestQuestionsAreRead(t *testing.T) {
	var sheet []Row
	n := 0
	for _, it := range items {
		if it.Source != "" {
			continue
		}
		for _, q := range Questions(it) {
			n++
			sheet = append(sheet, Row{Row: n, Cells: []string{q.Key, q.Label, "1"}})
			if q.Label == "" {
				t.Errorf("%s asks nothing", q.Key)
			}
		}
	}
	f := ReadTemplate(Filled{}, sheet, items)
	if len(f.Content.Answers) != 5 || len(f.Faults) != 0 {
		t.Fatalf("%+v, %v", f.Content.Answers, f.Faults)
	}
	for _, l := range f.Content.Answers {
		e := *l.Self
		if l.Key == "a1" && (e.A != 1 || e.B != 1 || len(e.More) != 2) || l.Key == "d1" && e.Points != 100 {
			t.Errorf("%s: %+v", l.Key, e)
		}
	}
}

func FuzzReadTemplate(f *testing.F) {
	f.Add("a1:a|x|12", "gk:1|5|x|1|2|3")
	f.Add("a1:m9|x|1", "loi:han_che|x|y")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := ReadTemplate(Filled{}, rows("s", a, b), items)
		for _, l := range got.Content.Answers {
			if _, ok := (criteria.Set{Items: items}).Item(l.Key); !ok || l.Self != nil && (l.Self.A < 0 || l.Self.B < 0) {
				t.Errorf("%+v", l)
			}
		}
	})
}
