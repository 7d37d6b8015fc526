package form

import (
	"testing"

	"thidua/model/paper"
	"thidua/model/when"
)

func results() Results {
	return Results{Frame: Frame{Day: when.Of(2025, 12, 25)}, Movement: movement(),
		Launch: []string{"Sở Nội vụ đã tham mưu Chủ tịch Ủy ban nhân dân tỉnh ban hành kế hoạch và hướng dẫn khen thưởng."},
		Units:  Reporting{Total: 65, Planned: 61, Reported: 63, Late: 4, Missing: []string{"Sở Xây dựng", "Ủy ban nhân dân xã Bác Ái Đông"}},
		Criteria: []CriterionResult{
			{Text: "Chất lượng, nội dung, tiến độ các nội dung trình kỳ họp Hội đồng nhân dân tỉnh", Figures: []Figure{{"Số nội dung trình", "112"}, {"Đúng thời hạn", "108 (96,4%)"}, {"Trả lại để hoàn thiện", ""}}},
			{Text: "Thực hiện kết luận, kiến nghị giám sát", Narrative: []string{"Các đơn vị đã thực hiện xong 57 trên 60 kiến nghị."}},
			{Text: "Phối hợp tiếp xúc cử tri, tiếp công dân"}},
		Awards: []AwardCount{{Award: bkTinh, Collectives: 12, Individuals: 31}, {Award: "Giấy khen", Collectives: 40, Households: 7, Individuals: 150}},
		Models: []Model{{"Tổ tiếp công dân lưu động xã Mẫu", "giải quyết 45 kiến nghị ngay tại thôn"}},
		Limits: []string{"Một số đơn vị gửi báo cáo chậm."}, Requests: []string{"Đề nghị phê bình các đơn vị chưa báo cáo."}}
}

func TestReports(t *testing.T) {
	golden(t, "bao-cao-hang-nam", YearReport{Results: results(), Year: 2025}.Document())
	golden(t, "bao-cao-hang-nam-trong", YearReport{}.Document())
	c := ClosingReport{Results: results(), Years: []YearLine{{2024, 62, 58, 10, 2, 30, 4}, {2025, 65, 63, 52, 7, 181, 9}}, Lessons: []string{"Người đứng đầu trực tiếp chỉ đạo thì phong trào có chuyển biến rõ."},
		Units: []UnitLine{{"Sở Tài chính", []string{"Sở Kế hoạch và Đầu tư"}, 3, 4, 0, 1020}, {"Xã Mẫu", nil, 1, 1, 1, 2}}, Apart: []UnitLine{{"Huyện Mẫu", nil, 2, 3, 0, 8}}}
	golden(t, "bao-cao-tong-ket", c.Document())
	golden(t, "bao-cao-tong-ket-trong", ClosingReport{}.Document())
}

func TestGuidance(t *testing.T) {
	golden(t, "huong-dan", Guidance{Frame: frame(), Movement: movement(), Plan: Reference{Kind: "Kế hoạch", Number: "1590/KH-UBND", Date: when.Of(2024, 5, 9), Body: "Ủy ban nhân dân tỉnh"}, Contact: "Phòng Thi đua - Khen thưởng",
		Awards: []GuidedAward{
			{Award: Award{Name: "Giấy khen"}, Phase: "hằng năm", Standards: []Standard{{Kind: Collective, Text: "Có thành tích được bình xét trong phong trào thi đua"}, {Kind: Household, Text: "Có thành tích được bình xét trong phong trào thi đua"}},
				Own: true},
			{Award: awardTinh, Phase: "khi tổng kết phong trào", Standards: []Standard{{Kind: Collective, Text: "Có thành tích xuất sắc được bình xét trong phong trào thi đua", Ground: "khoản 3 Điều 74 Luật Thi đua, khen thưởng"},
				{Kind: Individual, Text: "Có thành tích xuất sắc được bình xét trong phong trào thi đua", Ground: "điểm a khoản 1 Điều 74"}, {Kind: Individual, Text: "Có sáng kiến được áp dụng"}},
				Quota: "mỗi cơ quan, đơn vị không quá 01 tập thể và 02 cá nhân", Papers: []string{"Tờ trình kèm theo danh sách", "Báo cáo thành tích có xác nhận của cấp trình", "Biên bản xét khen thưởng"},
				Road: []string{"Đơn vị bình xét, lập hồ sơ gửi Sở Nội vụ", "Sở Nội vụ thẩm định, trình Chủ tịch Ủy ban nhân dân tỉnh"}, Sets: "01 bộ, bản chính", Deadline: when.Of(2026, 1, 20)}}}.Document())
	golden(t, "huong-dan-trong", Guidance{}.Document())
}

func TestRegister(t *testing.T) {
	rows := []Registered{{Line: few()[3], Number: "468/QĐ-UBND", Date: when.Of(2026, 3, 3), Handed: when.Of(2026, 3, 20)}, {Line: few()[0], Number: "468/QĐ-UBND", Date: when.Of(2026, 3, 3), Revoked: "701/QĐ-UBND"}}
	rows[0].Golden, rows[0].Money = "1", 3_510_000
	golden(t, "so-khen-thuong", Register{Frame: frame(), Period: "năm 2026", Rows: rows}.Document())
	golden(t, "so-khen-thuong-trong", Register{}.Document())
}

func TestMoneyList(t *testing.T) {
	golden(t, "tien-thuong", MoneyList{Frame: signed("", when.Of(2026, 9, 9)), Movement: movement(), Lines: many(12), Salary: 2_530_000,
		Decision: Reference{Kind: "Quyết định", Number: "468/QĐ-UBND", Date: when.Of(2026, 9, 3), Body: "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa"}}.Document())
	some := many(3)
	some[1].Money = 0
	golden(t, "tien-thuong-chua-du", MoneyList{Frame: frame(), Movement: movement(), Lines: some}.Document())
	golden(t, "tien-thuong-trong", MoneyList{}.Document())
}

func TestStatistics(t *testing.T) {
	cells := map[string]map[string]int{}
	for _, f := range StatisticForms() {
		for i, r := range f.Rows {
			if r.Code != "" {
				cells[r.Code] = map[string]int{f.Columns[0].Key: i * 1000, f.Columns[len(f.Columns)-1].Key: 0}
			}
		}
		golden(t, f.Code, Statistic{Frame: frame(), Form: f.Code, Period: "Năm 2026", Cells: cells}.Document())
		codes := map[string]bool{}
		for _, r := range f.Rows {
			if r.Code != "" && codes[r.Code] {
				t.Errorf("%s: row %s stands twice", f.Code, r.Code)
			}
			codes[r.Code] = true
		}
		if _, ok := ByCode(f.Code); !ok {
			t.Errorf("%s is not in the list of papers", f.Code)
		}
	}
	if len(StatisticForms()) != 8 {
		t.Fatal(len(StatisticForms()))
	}
	if err := paper.Verify(Statistic{Form: "bieu-9999"}.Document()); err != nil {
		t.Fatal(err)
	}
}

func TestCertificates(t *testing.T) {
	c := Certificates{Frame: signed("", when.Of(2026, 3, 3), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), Movement: movement(), Award: awardTinh, Lines: few(),
		Decision: Reference{Kind: "Quyết định", Number: "468/QĐ-UBND", Date: when.Of(2026, 3, 3)}}
	golden(t, "bang-khen", c.Document())
	c.Plain, c.Lines, c.OwnReason, c.Layout = true, few()[:1], true, LayoutA3()
	golden(t, "bang-khen-giay-trang-a3", c.Document())
	golden(t, "bang-khen-trong", Certificates{}.Document())
	for _, l := range []Layout{LayoutA4(), LayoutA3()} {
		w, h := l.Sheet.Size()
		for _, s := range l.Slots {
			if s.X < 0 || s.Y < 0 || s.X+s.W > w || s.Y+s.H > h || s.MinSize > s.Size || s.Lines < 1 {
				t.Errorf("%+v does not fit its sheet", s)
			}
			if _, ok := DefaultTexts().Get("bang-khen."+s.Key, 0); !ok {
				t.Errorf("%s has no text", s.Key)
			}
		}
	}
}
