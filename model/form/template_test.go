package form

import (
	"testing"

	"thidua/model/when"
)

func TestReportTemplate(t *testing.T) {
	golden(t, "mau-bao-cao", ReportTemplate{Frame: frame(), Movement: movement(), Key: "BC|MAU|nam|2025|7", Unit: "Ủy ban nhân dân xã Mẫu", Year: 2025, Due: when.Of(2025, 12, 10),
		Items: []TemplateItem{
			{Key: "a1", Text: "Nội dung trình kỳ họp đúng hạn", Worth: "30", Guide: "Điểm = b/a × điểm chuẩn.", Asks: []TemplateAsk{{"a1:a", "Tổng số nội dung"}, {"a1:b", "Số đúng hạn"}}},
			{Key: "c2", Text: "Góp ý dự án luật", Asks: []TemplateAsk{{"c2:b", "Số văn bản góp ý"}}}},
		Narrative: []TemplateAsk{{"loi:han_che", "Tồn tại, hạn chế"}}, Kinds: []string{"Tập thể", "Cá nhân"}}.Document())
	golden(t, "mau-bao-cao-trong", ReportTemplate{}.Document())
}
