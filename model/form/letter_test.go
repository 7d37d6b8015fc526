package form

import (
	"testing"

	"thidua/model/paper"
	"thidua/model/when"
)

func TestSupplement(t *testing.T) {
	golden(t, "cong-van-bo-sung", Supplement{Frame: signed("212", when.Of(2026, 1, 20), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), Movement: movement(), To: []string{"Ủy ban nhân dân xã Ninh Phước"},
		Submission: Reference{Kind: "Tờ trình", Number: "05/TTr-UBND", Date: when.Of(2026, 1, 12)}, Received: when.Of(2026, 1, 14), Deadline: when.Of(2026, 2, 2),
		Missing: []Missing{{Line: few()[1], What: []string{"Báo cáo thành tích chưa có xác nhận của cấp trình khen thưởng", "Thiếu biên bản xét khen thưởng"}}, {Line: few()[6]}}}.Document())
	golden(t, "cong-van-bo-sung-trong", Supplement{}.Document())
}

func TestChase(t *testing.T) {
	base := Chase{Frame: frame(), Movement: movement(), What: "báo cáo kết quả thực hiện phong trào thi đua năm 2025",
		Basis: Reference{Kind: "Kế hoạch", Number: "1590/KH-UBND", Date: when.Of(2024, 5, 9), Body: "Ủy ban nhân dân tỉnh"}, Due: when.Of(2025, 12, 15), Deadline: when.Of(2026, 1, 15)}
	one, list, urgent := base, base, base
	one.Units = []Owing{{Name: "Sở Xây dựng"}}
	list.Units = []Owing{{Name: "Sở Xây dựng", Days: 12}, {Name: "Ủy ban nhân dân xã Bác Ái Đông", Days: 12, Note: "Đã nhắc ngày 22/12/2025"}}
	list.Reminder = 2
	golden(t, "cong-van-don-doc", one.Document())
	golden(t, "cong-van-don-doc-danh-sach", list.Document())
	urgent.Units, urgent.Head.Urgency = one.Units, paper.Urgent
	golden(t, "cong-van-don-doc-khan", urgent.Document())
	golden(t, "cong-van-don-doc-trong", Chase{}.Document())
}

func TestInquiry(t *testing.T) {
	q := Inquiry{Frame: frame(), Movement: movement(), To: []string{"Công an tỉnh", "Thuế tỉnh Khánh Hòa"}, Matter: "việc chấp hành chính sách, pháp luật", Lines: few(), Deadline: when.Of(2026, 3, 27)}
	golden(t, "cong-van-xac-minh", q.Document())
	q.ID, q.Lines = true, []Line{{Kind: Individual, Name: "Nguyễn Văn Mẫu", Gender: "male", Birth: when.Of(1975, 3, 5), IDNumber: "058075000123", Post: "Giám đốc", Unit: "Công ty Cổ phần Mẫu"}, few()[6], few()[0]}
	golden(t, "cong-van-xac-minh-can-cuoc", q.Document())
	golden(t, "cong-van-xac-minh-trong", Inquiry{}.Document())
}

func TestReceipt(t *testing.T) {
	golden(t, "phieu-tiep-nhan", Receipt{Frame: signed("31", when.Of(2026, 1, 14)), Movement: movement(), Unit: "Ủy ban nhân dân xã Ninh Phước", Contact: "Trần Thị Nộp", Submission: Reference{Kind: "Tờ trình", Number: "05/TTr-UBND", Date: when.Of(2026, 1, 12)},
		Lines: few(), Papers: []Handed{{Name: "Tờ trình", Originals: 1}, {Name: "Báo cáo thành tích", Originals: 7, Copies: 7, Note: "Thiếu dấu xác nhận ở 01 báo cáo"}},
		Received: when.Of(2026, 1, 14), Due: when.Of(2026, 2, 11), Officer: "Lê Văn Nhận"}.Document())
	golden(t, "phieu-tiep-nhan-trong", Receipt{}.Document())
}

func TestAppraisal(t *testing.T) {
	s := person()
	s.Ground = "Luật 06/2022/QH15, Điều 74 khoản 1 điểm a"
	golden(t, "phieu-tham-dinh", Appraisal{Frame: frame(), Movement: movement(), Subject: s, Proposer: "Sở Nội vụ tỉnh Khánh Hòa", Submission: Reference{Kind: "Tờ trình", Number: "05/TTr-SNV", Date: when.Of(2026, 1, 12)}, Received: when.Of(2026, 1, 14),
		Papers: []Seen{{Name: "Tờ trình", State: "Đủ"}, {Name: "Báo cáo thành tích", State: "Còn thiếu", Note: "Chưa có xác nhận của cấp trình"}},
		Findings: []Finding{{Rule: "Một thành tích khen một lần", Basis: "Luật 06/2022/QH15, Điều 5.2", Seen: "Không trùng", Wanted: "Không khen nhiều lần cho một thành tích", Result: "Đạt"},
			{Rule: "Cơ cấu người trực tiếp", Basis: "Luật 06/2022/QH15, Điều 5.2.d", Seen: "30%", Wanted: "Chú trọng người trực tiếp", Result: "Cần xem xét", Overruled: "Chấp nhận: đơn vị có ít biên chế (Lê Văn Nhận)"}},
		Confirmations: []Confirmed{{Body: "Công an tỉnh", Asked: when.Of(2026, 1, 15), Answer: when.Of(2026, 1, 22), Result: "Không vi phạm"}},
		Verdict:       "du", Opinion: []string{"Thành tích rõ, có số liệu; đề nghị Hội đồng xem xét."}, Officer: "Lê Văn Nhận", Chief: "Nguyễn Thị Trưởng"}.Document())
	golden(t, "phieu-tham-dinh-trong", Appraisal{}.Document())
}
