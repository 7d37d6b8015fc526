package form

import (
	"strings"
	"testing"

	"thidua/model/when"
)

// A body's own papers name it and its head, and nothing of the province's.
func TestOwnPapers(t *testing.T) {
	f := frame()
	f.Own = Own{Name: "Sở Y tế tỉnh Khánh Hòa", Parent: "UBND tỉnh Khánh Hòa", Head: "Giám đốc", Sign: "SYT"}
	f.Head.Number, f.Head.Date = "96", when.Of(2025, 12, 25)
	given := Award{Name: "Giấy khen", Decider: "Giám đốc Sở Y tế tỉnh Khánh Hòa"}
	lines := few()
	for i := range lines {
		lines[i].Award = given.Name
	}
	for code, p := range map[string]Paper{
		"quyet-dinh-don-vi": Decision{Frame: f, Movement: movement(), Award: given, Lines: lines},
		"to-trinh-don-vi":   Proposal{Frame: f, Movement: movement(), Awards: []Award{given}, Lines: lines},
		"quyet-dinh-huy-bo-don-vi": Amendment{Frame: f, Movement: movement(), Award: given, Lines: lines[:1], Money: true, Reason: "Đề nghị không qua bình xét.",
			Of: Reference{Kind: "Quyết định", Number: "15/QĐ-SYT", Date: when.Of(2024, 12, 25), Body: given.Decider}},
		"giay-khen": Certificates{Frame: f, Movement: movement(), Award: given, Lines: lines[:1], Plain: true},
	} {
		if text := golden(t, code, p.Document()); strings.Contains(text, "Chủ tịch Ủy ban") || strings.Contains(text, "CHỦ TỊCH") || strings.Contains(text, "BẰNG KHEN") {
			t.Errorf("%s speaks of the province's chairman:\n%s", code, text)
		}
	}
}

func TestAmendments(t *testing.T) {
	of := Reference{Kind: "Quyết định", Number: "812/QĐ-UBND", Date: when.Of(2024, 12, 28), Body: "Chủ tịch Ủy ban nhân dân tỉnh"}
	lines := few()
	golden(t, "quyet-dinh-huy-bo", Amendment{Frame: frame(), Movement: movement(), Award: awardTinh, Of: of, Lines: lines[:1], Money: true,
		Ground: "Có hành vi gian dối trong việc kê khai thành tích", Reason: "Kê khai thành tích của người khác."}.Document())
	golden(t, "quyet-dinh-dieu-chinh", Amendment{Frame: frame(), Movement: movement(), Award: awardTinh, Of: of, Lines: lines[:2], Was: lines[2:4], Corrects: true, Reason: "Ghi sai tên"}.Document())
	golden(t, "bang-tien-do", Progress{Frame: frame(), Movement: movement(), Rows: []ProgressRow{
		{Unit: "Sở Y tế", Counts: [7]int{3, 2, 0, 0, 0, 1, 12}, Short: 1, Holder: "Phòng Thi đua - Khen thưởng, Sở Nội vụ", Timed: true, Left: -2},
		{Unit: "Xã Phước Hậu", Counts: [7]int{0, 0, 1}, Holder: "Đơn vị đề nghị", Timed: true, Left: 4},
		{Unit: "Sở Xây dựng", Counts: [7]int{6: 4}}}}.Document())
	golden(t, "so-quy", FundBook{Frame: frame(), Fund: "Quỹ thi đua, khen thưởng của tỉnh", Period: "năm 2025", Before: 1_000_000, Rows: []Booked{
		{Day: when.Of(2025, 1, 15), Voucher: "T01", About: "Ngân sách cấp", In: 50_000_000, Balance: 51_000_000},
		{Day: when.Of(2025, 12, 29), Voucher: "C01", About: "Chi tiền thưởng", Out: 10_530_000, Balance: 40_470_000}}}.Document())
}
