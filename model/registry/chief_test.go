package registry

import "testing"

func TestChiefAndSign(t *testing.T) {
	for _, c := range []struct{ official, code, chief, sign string }{
		{"Sở Nội vụ tỉnh Khánh Hòa", "SNV", "Giám đốc", "SNV"},
		{"Ủy ban nhân dân xã Phước Hữu", "22855", "Chủ tịch", "UBND"},
		{"Văn phòng Ủy ban nhân dân tỉnh Khánh Hòa", "VPUBND", "Chánh Văn phòng", "VPUBND"},
		{"Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Khánh Hòa", "BQLKKT", "Trưởng ban", "BQLKKT"},
		{"Thanh tra tỉnh Khánh Hòa", "TTT", "Chánh Thanh tra", "TTT"},
		{"Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", "DTN", "Bí thư", "DTN"},
		{"Tổ hợp tác Muối", "", "Thủ trưởng", ""},
	} {
		v := Version{Official: c.official, Code: c.code}
		if v.Chief() != c.chief || v.Sign() != c.sign {
			t.Errorf("%s: %q %q, want %q %q", c.official, v.Chief(), v.Sign(), c.chief, c.sign)
		}
	}
}
