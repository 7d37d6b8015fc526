package form

import (
	"testing"

	"thidua/model/when"
)

// person, body and house are made-up nominees with everything a paper can ask for.
func person() Subject {
	l := few()[3]
	return Subject{Line: l, Home: "xã Mẫu Sơn, tỉnh Khánh Hòa", Residence: "phường Phan Rang, tỉnh Khánh Hòa", PartyPost: "Phó Bí thư Đảng bộ Sở",
		Education: "Thạc sĩ Luật", Phone: "0258 000 0000", Duties: "Phụ trách công tác thi đua, khen thưởng của Sở.",
		Career: []Stage{{"Từ 9/2010 đến 12/2018", "Chuyên viên Phòng Tổng hợp, Sở Nội vụ"}, {"Từ 01/2019 đến nay", "Phó Giám đốc Sở Nội vụ"}},
		Deeds:  []string{"Chỉ đạo xây dựng hướng dẫn khen thưởng của phong trào, hoàn thành trước thời hạn 20 ngày.", "Tổ chức 03 hội nghị tập huấn cho 65 xã, phường, đặc khu."},
		Held: []Honour{{Year: 2023, Name: "Chiến sĩ thi đua cơ sở", Title: true, Number: "11/QĐ-SNV", Date: when.Of(2024, 1, 5), Body: "Giám đốc Sở Nội vụ"},
			{Year: 2022, Name: bkTinh, Number: "801/QĐ-UBND", Date: when.Of(2022, 12, 20), Body: "Chủ tịch Ủy ban nhân dân tỉnh"}}}
}

func body() Subject {
	return Subject{Line: few()[0], Seat: "Số 01 đường Mẫu, phường Nha Trang", Phone: "0258 000 0001", Staff: 9, Duties: "Tham mưu Giám đốc Sở Nội vụ về công tác thi đua, khen thưởng.",
		Deeds: []string{"Thẩm định 412 hồ sơ, không có hồ sơ trễ hạn."}}
}

func house() Subject { return Subject{Line: few()[2], Members: 5, Duties: "Làm nông nghiệp"} }

func TestProfiles(t *testing.T) {
	golden(t, "trich-ngang", Profiles{Frame: frame(), Movement: movement(), Subjects: []Subject{person(), body(), house(), {Line: few()[6]}}, Preparer: "Lê Thị Lập Mẫu"}.Document())
	above := person()
	above.Name, above.Award = "Nguyễn Văn Thử", bkTTg
	golden(t, "trich-ngang-nhieu-hinh-thuc", Profiles{Frame: frame(), Movement: movement(), Awards: []Award{awardTTg, awardTinh}, Subjects: []Subject{person(), body(), above}}.Document())
	golden(t, "trich-ngang-trong", Profiles{}.Document())
}

func TestSummary(t *testing.T) {
	unit := Frame{Day: when.Of(2026, 3, 10), Head: Letterhead{Parent: "UBND TỈNH KHÁNH HÒA", Body: "SỞ NỘI VỤ", Place: "Khánh Hòa"}}
	golden(t, "tom-tat-ca-nhan", Summary{Frame: unit, Movement: movement(), Subject: person(), Proposer: "Nguyễn Thị Trưởng"}.Document())
	golden(t, "tom-tat-tap-the", Summary{Frame: unit, Movement: movement(), Subject: body()}.Document())
	golden(t, "tom-tat-ho", Summary{Frame: unit, Movement: movement(), Subject: house()}.Document())
	golden(t, "tom-tat-trong", Summary{}.Document())
}

func TestMerit(t *testing.T) {
	unit := Frame{Day: when.Of(2026, 3, 10), Head: Letterhead{Parent: "UBND TỈNH KHÁNH HÒA", Body: "SỞ NỘI VỤ", Place: "Khánh Hòa"}}
	for name, s := range map[string]Subject{"ca-nhan": person(), "tap-the": body(), "ho": house(), "trong": {}} {
		golden(t, "bao-cao-thanh-tich-chuyen-de-"+name, Merit{Frame: unit, Movement: movement(), Subject: s, Thematic: true}.Document())
		golden(t, "bao-cao-thanh-tich-"+name, Merit{Frame: unit, Movement: movement(), Subject: s, Period: "từ năm 2024 đến năm 2025", UnitHead: "Nguyễn Thị Trưởng"}.Document())
	}
}
