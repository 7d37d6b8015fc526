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
