package form

import (
	"testing"

	"thidua/model/when"
)

func TestExemplarList(t *testing.T) {
	golden(t, "danh-sach-dien-hinh", ExemplarList{Frame: frame(), Movement: movement(), Period: "năm 2025", Groups: []ExemplarGroup{
		{"Tập thể", []ExemplarRow{{Name: "Tổ tiếp công dân", Unit: "UBND xã Mẫu", What: "Giải quyết 45 kiến nghị ngay tại thôn", Scope: "Toàn tỉnh",
			Decision: Reference{Kind: "Quyết định", Number: "77/QĐ-UBND", Date: when.Of(2025, 11, 20), Body: "Chủ tịch Ủy ban nhân dân tỉnh"}}}},
		{"Cá nhân", []ExemplarRow{{Name: "Trần Văn Thử", Unit: "Sở Y tế", What: "Trả lời 30 kiến nghị cử tri"}, {Name: "Lê Thị Mẫu"}}}}, Ideas: []ExemplarRow{
		{Name: "Số hóa tài liệu kỳ họp", Unit: "Trần Văn Thử, Sở Y tế", What: "Đại biểu đọc tài liệu trên máy tính bảng", Scope: "Cấp tỉnh", Decision: Reference{Kind: "Quyết định", Number: "12/QĐ-HĐSK", Date: when.Of(2025, 10, 1)}}}}.Document())
	golden(t, "danh-sach-sang-kien", ExemplarList{Frame: frame(), Movement: movement(), Ideas: []ExemplarRow{{Name: "Số hóa tài liệu kỳ họp", Unit: "Trần Văn Thử"}}}.Document())
	golden(t, "danh-sach-dien-hinh-trong", ExemplarList{}.Document())
}
