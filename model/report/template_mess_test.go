package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/criteria"
	"thidua/model/when"
)

// sent is the template as a unit sends it back, headings and all.
func sent() []Row {
	rs := append(rows("Số liệu", "Mã|Nội dung|Đơn vị ghi|(để trống)|(để trống)", "tt:so|Số|15/BC-SYT||", "tt:ngay|Ngày|02/12/2024||",
		"Mã|Tiêu chí, số liệu|Đơn vị ghi|Không áp dụng\n(ghi lý do)|Minh chứng\n(số, ngày văn bản)",
		"a1|Nội dung trình|||Danh mục số 3", "a1:a|Tổng số|24||", "a1:b|Đúng hạn|20||", "a1:m1|Chậm|4||", "a1:m2|Trả lại|||",
		"b1|Kết luận||Không phát sinh|", "b1:a|Tổng số|||", "b1:b|Xong|||", "c2|Góp ý|||", "c2:b|Văn bản|6||", "y1|Có hay không|||", "y1:c|Có / không|Có||", "d1|Chấm|||", "d1:d|Điểm|3,5||"),
		rows("Khen thưởng", "GIẤY KHEN", "Mã|Quyết định số|Ngày|Tập thể|Hộ gia đình|Cá nhân", "gk:1|5/QĐ|20/11/2024|3||9", "gk:2|6/QĐ|21/11/2024|1|2|3", "gk:3|||||")...)
	rs = append(rs, rows("Điển hình", "Mã|Loại|Tên cá nhân, tập thể, mô hình|Thành tích, cách làm", "dh:1|Cá nhân|Trần Văn Thử|Làm tốt", "dh:2|Mô hình||",
		"Mã|(để trống)|Tên sáng kiến, tác giả|Quyết định công nhận, hiệu quả", "sk:1||Số hóa|QĐ 7")...)
	return append(rs, rows("Phần lời", "Mã|Nội dung|Đơn vị ghi", "loi:ket_qua|Kết quả nổi bật|- Ý một.\n- Ý hai.", "loi:han_che|Hạn chế|Còn chậm.", "kn:1|Kiến nghị|Gửi sớm lịch")...)
}

// of picks the rows of a sheet.
func of(rs []Row, sheet string, change func([]string) []string) []Row {
	for i := range rs {
		if rs[i].Sheet == sheet {
			rs[i].Cells = change(rs[i].Cells)
		}
	}
	return rs
}

func without(n int) func([]string) []string {
	return func(c []string) []string {
		if n >= len(c) {
			return c
		}
		return slices.Delete(slices.Clone(c), n, n+1)
	}
}

// after puts rows in below the one of a code.
func after(rs []Row, code string, lines ...string) []Row {
	at := slices.IndexFunc(rs, func(r Row) bool { return r.Cells[0] == code })
	sheet, n := rs[at].Sheet, rs[at].Row
	for i := at + 1; i < len(rs) && rs[i].Sheet == sheet; i++ {
		rs[i].Row += len(lines)
	}
	more := rows(sheet, lines...)
	for i := range more {
		more[i].Row += n
	}
	return slices.Insert(rs, at+1, more...)
}

// Whatever a unit does to columns and rows, what it typed is read the same.
func TestTemplateIsReadWhateverWasDoneToIt(t *testing.T) {
	want := ReadTemplate(Filled{}, sent(), items)
	if len(want.Faults) != 0 || len(want.Content.Answers) != 5 || len(want.Content.Awards) != 2 || want.Content.Narrative["ket_qua"] != "- Ý một.\n- Ý hai." {
		t.Fatalf("%+v %v", want, want.Faults)
	}
	for name, rs := range map[string][]Row{
		"a column put in before the values": of(sent(), "Số liệu", func(c []string) []string { return slices.Insert(slices.Clone(c), min(2, len(c)), "") }),
		"a column of numbers put in first": of(sent(), "Số liệu", func(c []string) []string {
			if c[0] == "Mã" {
				return append([]string{"STT"}, c...)
			}
			return append([]string{"1"}, c...)
		}),
		"the column of contents taken away":      of(sent(), "Số liệu", without(1)),
		"a column put in behind":                 of(sent(), "Khen thưởng", func(c []string) []string { return append(c, "ghi thêm") }),
		"codes in capitals, with a space":        of(sent(), "Số liệu", func(c []string) []string { return append([]string{strings.ToUpper(" " + c[0])}, c[1:]...) }),
		"the office's own words over the values": of(sent(), "Số liệu", func(c []string) []string { return replaced(c, "Đơn vị ghi", "Số liệu của đơn vị") }),
		"a total below":                          after(sent(), "gk:3", "|Tổng cộng||4|2|12"),
		"the headings deleted":                   slices.DeleteFunc(sent(), func(r Row) bool { return r.Cells[0] == "Mã" }),
	} {
		got := ReadTemplate(Filled{}, rs, items)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func replaced(cells []string, was, now string) []string {
	cells = slices.Clone(cells)
	for i := range cells {
		if cells[i] == was {
			cells[i] = now
		}
	}
	return cells
}

// Lines a unit adds to a list count, with a code copied or without one; a line
// deleted takes no other with it.
func TestTemplateLinesOfTheUnitsOwn(t *testing.T) {
	rs := after(sent(), "gk:1", "|7/QĐ|22/11/2024|||1", "gk:1|8/QĐ|23/11/2024||1|")
	rs = after(rs, "sk:1", "||Sáng kiến không mã|")
	rs = after(rs, "loi:han_che", "||Thêm một đoạn.")
	rs = after(rs, "kn:1", "||Kiến nghị thứ hai")
	rs = slices.DeleteFunc(rs, func(r Row) bool { return r.Cells[0] == "dh:1" })
	f := ReadTemplate(Filled{}, after(rs, "dh:2", "|Tập thể|Tổ một|Hay"), items)
	c := f.Content
	day := func(d int) when.Date { return when.Of(2024, 11, d) }
	if d := cmp.Diff([]Given{{"5/QĐ", day(20), 3, 0, 9}, {"7/QĐ", day(22), 0, 0, 1}, {"8/QĐ", day(23), 0, 1, 0}, {"6/QĐ", day(21), 1, 2, 3}}, c.Awards); d != "" {
		t.Error(d)
	}
	if len(c.Initiatives) != 2 || len(c.Petitions) != 2 || len(c.Exemplars) != 1 || c.Exemplars[0].Kind != "collective" || c.Narrative["han_che"] != "Còn chậm.\nThêm một đoạn." {
		t.Errorf("%+v", c)
	}
	if len(f.Faults)+len(c.Unread) != 0 {
		t.Errorf("%v %v", f.Faults, c.Unread)
	}
}

// What no figure holds is told with its place.
func TestTemplateTellsWhatItDidNotRead(t *testing.T) {
	rs := after(sent(), "a1:b", "|Trong đó: nghị quyết|7||")
	rs = after(rs, "gk:3", "", "|9/QĐ|25/11/2024|1||")
	rs = after(rs, "dh:1", "dh:9|Phụ nữ giỏi|Lê Thị Mẫu|")
	got := ReadTemplate(Filled{}, rs, items)
	want := []Unread{{"Số liệu!8", "Trong đó: nghị quyết; 7"}, {"Khen thưởng!7", "9/QĐ; 25/11/2024; 1"}, {"Điển hình!3", "Phụ nữ giỏi"}}
	if d := cmp.Diff(want, got.Content.Unread); d != "" || len(got.Faults) != 0 || len(got.Content.Answers) != 5 {
		t.Error(d, got.Faults)
	}
}

// Cells as people fill them: what is plain is read, what is not is refused.
func TestTemplateCells(t *testing.T) {
	set := func(code string, n int, text string) []Row {
		rs := sent()
		at := slices.IndexFunc(rs, func(r Row) bool { return r.Cells[0] == code })
		rs[at].Cells = slices.Clone(rs[at].Cells)
		rs[at].Cells[n] = text
		return rs
	}
	for text, want := range map[string]int64{"không có": 0, "Không": 0, "-": 0, "–": 0, "không phát sinh": 0, "4 nội dung": 4, "04": 4, "1.004 lượt": 1004, "4,0": 4} {
		f := ReadTemplate(Filled{}, set("a1:m1", 2, text), items)
		if len(f.Faults) != 0 || f.Content.Answers[0].Self.More[0] != want {
			t.Errorf("%q: %v %+v", text, f.Faults, f.Content.Answers[0])
		}
	}
	for _, c := range []struct {
		code string
		n    int
		text string
		want string
	}{
		{"a1:m1", 2, "4 nghìn", "report.cell-number"}, {"a1:m1", 2, "4/20", "report.cell-number"}, {"a1:m1", 2, "bốn", "report.cell-number"}, {"a1:m1", 2, "4%", "report.cell-number"},
		{"a1", 3, "Không phát sinh", "report.cell-both"}, {"a1", 3, "x", "report.cell-both"}, {"b1", 3, "x", "report.cell-reason"},
		{"y1:c", 2, "theo quy định", "report.cell-yes"}, {"y1:c", 2, "Chưa ban hành", ""}, {"y1:c", 2, "Đã ban hành", ""},
		{"tt:ngay", 2, "ngày 02 tháng 12 năm 2024", ""}, {"tt:ngay", 2, "2024", "report.cell-day"}, {"tt:ngay", 2, "tháng 12/2024", "report.cell-day"},
		{"a1", 3, "không", ""}, {"a1:a", 3, "", ""}, {"c2", 2, "5", ""},
	} {
		f := ReadTemplate(Filled{}, set(c.code, c.n, c.text), items)
		got := ""
		if len(f.Faults) > 0 {
			got = f.Faults[0].Code
		}
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.code, c.text, got, c.want)
		}
	}
}

// Answers in a criterion's own row: of one question they are plain, of several not;
// a reason beside a figure's row is the criterion's.
func TestTemplateAnswersInTheCriterionsRow(t *testing.T) {
	f := ReadTemplate(Filled{}, rows("Số liệu", "c2|Góp ý|6||VB 1", "b1|Kết luận|||", "b1:a|Tổng|không có|Không có kết luận|", "b1:b|Xong|0||", "a1|Trình|20/24||"), items)
	want := []criteria.Line{{Key: "b1", NA: true, NAReason: "Không có kết luận"}, {Key: "c2", Self: &criteria.Entry{B: 6}, Evidence: []criteria.Evidence{{Text: "VB 1"}}}}
	if d := cmp.Diff(want, f.Content.Answers); d != "" {
		t.Error(d)
	}
	if len(f.Faults) != 1 || f.Faults[0].Code != "report.cell-place" || f.Faults[0].Field != "Số liệu!5" {
		t.Error(f.Faults)
	}
}

// A template whose codes or values are gone is refused, never read as empty.
func TestTemplateWithoutItsCodesIsRefused(t *testing.T) {
	for want, rs := range map[string][]Row{
		"report.codes-gone":  of(sent(), "Số liệu", without(0)),
		"report.column-gone": of(sent(), "Số liệu", without(2)),
		"report.code-twice":  after(sent(), "a1:a", "a1:a|Tổng số|25||"),
	} {
		f := ReadTemplate(Filled{}, rs, items)
		if len(f.Faults) == 0 || f.Faults[0].Code != want {
			t.Errorf("%s: %v", want, f.Faults)
		}
	}
}
