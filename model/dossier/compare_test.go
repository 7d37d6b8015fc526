package dossier

import (
	"fmt"
	"strings"
	"testing"

	"thidua/model/registry"
)

var proposed = Dossier{ID: 7, Kind: registry.Individual, Name: "Nguyễn Thị Hoà Bình", Position: "Phó Giám đốc", UnitText: "Sở Y tế"}
var itsUnit = []string{"Sở Y tế tỉnh Khánh Hòa", "Sở Y tế", "SYT"}

func fields(ds []Difference) string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Field+"="+d.Here)
	}
	return strings.Join(out, "; ")
}

func TestCompareWritings(t *testing.T) {
	for _, c := range []struct {
		text, want string
		listed     bool
	}{
		// The same person: capitals, tone place, abbreviation, rank are no difference.
		{"1. Bà NGUYỄN THỊ HÒA BÌNH, Phó Giám đốc Sở Y tế;", "", true},
		{"1. Bà Nguyễn Thị Hòa Bình - PGĐ Sở Y tế tỉnh Khánh Hòa", "", true},
		{"Họ và tên (viết in thường): Nguyễn Thị Hoà Bình\nChức vụ: Phó Giám đốc\nĐơn vị công tác: Sở Y tế tỉnh Khánh Hòa", "", true},
		{"Kính gửi Sở Nội vụ, đề nghị khen thưởng 04 cá nhân.", "", false},
		// The name.
		{"1. Bà Nguyễn Thị Hoa Bình, Phó Giám đốc Sở Y tế", "name=Nguyễn Thị Hoa Bình", true},
		{"Họ và tên: Nguyễn Thị Thanh Bình", "name=Nguyễn Thị Thanh Bình", true},
		{"1. Ông Trần Văn Thử, Chuyên viên", "name=", true},
		// Post and unit.
		{"1. Bà Nguyễn Thị Hòa Bình, Giám đốc Sở Y tế", "position=Giám đốc Sở Y tế", true},
		{"1. Bà Nguyễn Thị Hòa Bình, Phó Giám đốc Sở Nội vụ", "unit=Sở Nội vụ", true},
		{"Họ tên: Nguyễn Thị Hòa Bình\nChức vụ, chức danh: Chánh Văn phòng\nĐơn vị công tác: Sở Nội vụ", "position=Chánh Văn phòng; unit=Sở Nội vụ", true},
		{"1. Bà Nguyễn Thị Hòa Bình, Phó Giám đốc phụ trách, Sở Y tế", "position=Phó Giám đốc phụ trách, Sở Y tế", true},
		{"Họ tên: Nguyễn Thị Hòa Bình\nChức vụ (Đảng, chính quyền): Bí thư Chi bộ, Phó Giám đốc Sở Y tế", "", true},
		{"Họ tên: Nguyễn Thị Hòa Bình\nChức vụ: Phó Giám đốc phụ trách Sở Y tế", "position=Phó Giám đốc phụ trách Sở Y tế", true},
		{"1. Bà Nguyễn Thị Hòa Bình, Phó Giám đốc của Sở Y tế đã có thành tích", "", true},
		{"1. Bà Nguyễn Thị Hòa Bình, Chánh Văn phòng Sở Nội vụ", "position=Chánh Văn phòng Sở Nội vụ", true},
	} {
		got := proposed.Compare("Tờ trình", Read(c.text), itsUnit, c.listed, true)
		if fields(got) != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.text, fields(got), c.want)
		}
	}
}

// story is a made-up report of so many sentences that no two people share.
func story(who, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Năm %d%d tôi đã tham mưu văn bản số %d về lĩnh vực thứ %d, giải quyết %d kiến nghị của cử tri tại địa bàn %d. ", who, i, who*97+i*13, who*31+i, who*7+i*5, who*53+i*3)
	}
	return b.String()
}

const printed = "BÁO CÁO THÀNH TÍCH đề nghị tặng Bằng khen. I. Sơ lược lý lịch: họ và tên, ngày sinh, quê quán, trú quán, đơn vị công tác, chức vụ, trình độ chuyên môn nghiệp vụ. II. Thành tích đạt được: quyền hạn, nhiệm vụ được giao; số lượng, chất lượng, hiệu quả công việc. "

func TestCopies(t *testing.T) {
	var rs []Report
	for i := range 14 {
		rs = append(rs, Report{int64(i + 1), printed + story(i+1, 12)})
	}
	if got := Copies(rs); len(got) != 0 {
		t.Fatalf("the form's own words were taken for copying: %+v", got)
	}
	// One took another's report, wrote it in capitals and changed two sentences.
	rs = append(rs, Report{99, printed + strings.ToUpper(story(3, 10)) + story(40, 2)})
	got := Copies(rs)
	if len(got) != 1 || got[0].A != 3 || got[0].B != 99 || got[0].Percent < copiedFrom || !strings.Contains(got[0].Passage, "tham mưu") {
		t.Errorf("%+v", got)
	}
	// Half a report taken over is not told as a copy; a short remark neither.
	half := append(rs[:14:14], Report{99, printed + story(3, 6) + story(41, 9)}, Report{100, "Hoàn thành tốt nhiệm vụ."}, Report{101, "Hoàn thành tốt nhiệm vụ."})
	if got := Copies(half); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func BenchmarkCopies(b *testing.B) {
	var rs []Report
	for i := range 2000 {
		rs = append(rs, Report{int64(i + 1), printed + story(i+1, 30)})
	}
	b.ResetTimer()
	for range b.N {
		if len(Copies(rs)) != 0 {
			b.Fatal("copies")
		}
	}
}
