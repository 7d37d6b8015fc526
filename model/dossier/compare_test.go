package dossier

import (
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

// A list is asked for the post and the unit only where its heading names them; a page's
// broken lines are read on in their cells.
func TestCompareLists(t *testing.T) {
	const head = "TT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị\n"
	for _, c := range []struct{ text, want string }{
		{head + "1\tNguyễn Thị Hòa Bình\t1980\tPhó Giám đốc\tSở Y tế", ""},
		{head + "1\tNguyễn Thị Hòa Bình\t1980\tGiám đốc\tSở Nội vụ", "position=Giám đốc; unit=Sở Nội vụ"},
		{head + "1\tNguyễn Thị Hòa Bình\t1980\tPhó Giám đốc phụ trách\tSở Y tế", "position=Phó Giám đốc phụ trách"},
		{"TT\tHọ và tên\tThành tích\n1\tNguyễn Thị Hòa Bình\tCó thành tích xuất sắc trong phong trào thi đua", ""},
		{"SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + "1\tNguyễn Thị Hòa Bình\tGiám đốc\tSở Nội vụ", ""},
		// As a page breaks its rows: names and units go on a line below, beside others' cells.
		{head + "1\tNguyễn Thị Hòa\t1980\tPhó Giám\tSở Y tế tỉnh\nBình\tđốc\tKhánh Hòa\n2\tTrần Văn Thử\t1985\tGiám đốc\tSở Nội vụ\n\f", ""},
		{head + "Nguyễn Thị\tPhó Giám\tSở Y\n1\t1980\nHòa Bình\tđốc\ttế\n2\tTrần Văn Thử\t1985\tGiám đốc\tSở Nội vụ\n\f", ""},
		{head + "1\tNguyễn Thị Hòa\t1980\tChuyên\tSở Y tế\nBình\tviên\n2\tTrần Văn Thử\t1985\tPhó Giám đốc\tSở Nội vụ\n\f", "position=Chuyên"},
		{head + "1\tNguyễn Thị Hoa\t1980\tPhó Giám đốc\tSở Y tế\nBình\n\f", "name=Nguyễn Thị Hoa Bình"},
		{"Họ và tên: Nguyễn Thị Hòa Bình\tGiới tính: Nữ\nChức vụ: Phó Giám đốc\nĐơn vị công tác: Sở Y tế\n\f", ""},
		{"\t1. Bà Nguyễn Thị Hòa Bình, Giám đốc Sở Y tế", "position=Giám đốc Sở Y tế"},                                                     // indented
		{"Họ và tên: Nguyễn Thị Hòa Bình\nChức vụ, chức danh (Đảng, chính quyền, đoàn thể): Bí thư Chi bộ, Phó\nGiám đốc Sở Y tế\n\f", ""}, // a full line goes on below
		// Paragraphs are whole: a name is not put together from two of them.
		{"Nguyễn Thị\nHòa Bình, Phó Giám đốc Sở Y tế", "name="},
	} {
		if got := fields(proposed.Compare("Danh sách", Read(c.text), itsUnit, true, strings.HasPrefix(c.text, "Họ"))); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
