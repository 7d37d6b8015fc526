package registry

import "strings"

// chiefs are the posts of the heads of bodies, by how the official name begins; the
// longest beginning counts.
var chiefs = []Name{
	{"Sở ", "Giám đốc"}, {"Ủy ban nhân dân ", "Chủ tịch"}, {"Ủy ban Mặt trận ", "Chủ tịch"}, {"Ủy ban Kiểm tra ", "Chủ nhiệm"},
	{"Văn phòng ", "Chánh Văn phòng"}, {"Thanh tra ", "Chánh Thanh tra"}, {"Ban Quản lý ", "Trưởng ban"}, {"Ban ", "Trưởng ban"},
	{"Liên đoàn ", "Chủ tịch"}, {"Hội ", "Chủ tịch"}, {"Liên hiệp ", "Chủ tịch"}, {"Liên minh ", "Chủ tịch"}, {"Đoàn Thanh niên ", "Bí thư"},
	{"Đoàn đại biểu Quốc hội ", "Trưởng đoàn"}, {"Đảng ủy ", "Bí thư"}, {"Tòa án ", "Chánh án"}, {"Viện kiểm sát ", "Viện trưởng"},
	{"Cục Thi hành án ", "Cục trưởng"}, {"Cục ", "Cục trưởng"}, {"Chi cục ", "Chi cục trưởng"}, {"Bảo hiểm xã hội ", "Giám đốc"}, {"Kho bạc ", "Giám đốc"},
	{"Ngân hàng ", "Giám đốc"}, {"Công an tỉnh", "Giám đốc"}, {"Công an xã ", "Trưởng Công an"}, {"Công an phường ", "Trưởng Công an"},
	{"Bộ Chỉ huy ", "Chỉ huy trưởng"}, {"Trường ", "Hiệu trưởng"}, {"Bệnh viện ", "Giám đốc"}, {"Trung tâm ", "Giám đốc"}, {"Đài ", "Giám đốc"},
	{"Báo ", "Tổng Biên tập"}, {"Công ty ", "Giám đốc"}, {"Phòng ", "Trưởng phòng"},
}

// Chief is the post of whoever heads the body: "Giám đốc" of a sở, "Chủ tịch" of an
// Ủy ban; "Thủ trưởng" where the name does not tell.
func (v Version) Chief() string {
	post, long := "Thủ trưởng", 0
	for _, c := range chiefs {
		if len(c.Code) > long && strings.HasPrefix(v.Official, c.Code) {
			post, long = c.Name, len(c.Code)
		}
	}
	return post
}

// Sign is the body's own sign in the symbols of papers (NĐ 30/2020/NĐ-CP, Phụ lục
// VI): its code where that is letters, UBND for an Ủy ban nhân dân, else "".
func (v Version) Sign() string {
	if strings.HasPrefix(v.Official, "Ủy ban nhân dân ") {
		return "UBND"
	}
	for _, r := range v.Code {
		if r < 'A' || r > 'Z' {
			return ""
		}
	}
	return v.Code
}
