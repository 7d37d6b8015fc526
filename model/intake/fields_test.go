package intake

import (
	"strings"
	"testing"

	"thidua/model/viet"
	"thidua/model/when"
)

func TestDates(t *testing.T) {
	d := func(s string) when.Date { return when.MustParse(s) }
	for _, c := range []struct {
		text string
		want when.Date
		why  string
	}{
		{"05/03/1980", d("1980-03-05"), ""}, {"5-3-80", d("1980-03-05"), ""}, {"05.03.1980", d("1980-03-05"), ""}, {"5 / 3 / 1980", d("1980-03-05"), ""},
		{"05/03/1980 00:00:00", d("1980-03-05"), ""}, {"1980-03-05", d("1980-03-05"), ""}, {"1980-03-05T00:00:00", d("1980-03-05"), ""},
		{"ngày 05 tháng 3 năm 1980", d("1980-03-05"), ""}, {"Ngày 5 tháng 03 năm 80", d("1980-03-05"), ""}, {"Sinh ngày 05/3/1980", d("1980-03-05"), ""},
		{"tháng 3 năm 1980", d("1980-03"), ""}, {"3/1980", d("1980-03"), ""}, {"03-1980", d("1980-03"), ""}, {"1980", d("1980"), ""}, {"Năm 1980", d("1980"), ""}, {"SN 1980", d("1980"), ""},
		{"00/00/1975", d("1975"), ""}, {"00/03/1975", d("1975-03"), ""}, {"…/…/1975", d("1975"), ""}, {"../../1975", d("1975"), ""}, {"//1975", d("1975"), ""}, {"__/__/1975", d("1975"), ""},
		{"31/12/30", d("1930-12-31"), ""}, {"31/12/15", d("2015-12-31"), ""}, {"31/12/16", 0, dateWindow}, {"01/01/29", 0, dateWindow},
		{"29/02/1980", d("1980-02-29"), ""}, {"29/02/1981", 0, dateBad}, {"31/04/1980", 0, dateBad}, {"32/01/1980", 0, dateBad}, {"13/13/1980", 0, dateBad}, {"05/00/1980", 0, dateBad},
		{"05031980", d("1980-03-05"), datePacked}, {"5031980", d("1980-03-05"), datePacked}, {"99999999", 0, dateBad}, {"", 0, dateBad}, {"không rõ", 0, dateBad}, {"1980?", 0, dateBad}, {"05/03/198", 0, dateBad},
	} {
		got, why := (dates{}).cell(nil, c.text)
		if got != c.want || why != c.why {
			t.Errorf("%q: got %s %q, want %s %q", c.text, got, why, c.want, c.why)
		}
	}
	for _, c := range []struct {
		kind CellKind
		num  float64
		want when.Date
		why  string
	}{
		{Number, 1980, d("1980"), ""}, {Number, 29286, d("1980-03-06"), dateSerial}, {Number, 5031980, d("1980-03-05"), datePacked}, {Number, 12, 0, dateWindow}, {Number, 80, d("1980"), dateShort}, {Number, 3.5, 0, dateBad},
		{DateNum, 3716, d("1980-03-05"), ""}, {DateNum, 3716.5, d("1980-03-05"), ""}, {DateNum, 1980 - unixSerial, d("1980"), dateYear}, {DateNum, 1e9, 0, dateBad},
	} {
		cell := Cell{Kind: c.kind, Num: c.num}
		got, why := (dates{}).cell(&cell, numberText(&cell))
		if got != c.want || why != c.why {
			t.Errorf("kind %d number %v: got %s %q, want %s %q", c.kind, c.num, got, why, c.want, c.why)
		}
	}
}

// The column decides what a cell alone cannot.
func TestDayOrMonthFirst(t *testing.T) {
	for _, c := range []struct{ name, cells, want, issues string }{
		{"all day first", "05/03/1980 25/03/1981 01/02/1982", "1980-03-05 1981-03-25 1982-02-01", ""},
		{"nothing speaks against day first", "05/03/1980 01/02/1982", "1980-03-05 1982-02-01", ""},
		{"month first throughout", "03/05/1980 03/25/1981 02/02/1982", "1980-03-05 1981-03-25 1982-02-02", "date-order-column"},
		{"both ways: the ambiguous is left out", "03/05/1980 03/25/1981 25/03/1982", "- 1981-03-25 1982-03-25", "date-order-column"},
		{"a program swapped what it could", "@1980-05-03 @1981-02-01 @1982-12-11 25/03/1982 26/03/1982 27/03/1982", "1980-05-03 1981-02-01 1982-12-11 1982-03-25 1982-03-26 1982-03-27", "date-order-column"},
	} {
		lines := []string{"STT|Họ và tên|Ngày sinh|Đơn vị|Hình thức"}
		for _, s := range strings.Fields(c.cells) {
			lines = append(lines, "#1|Lê Văn Ẩn|"+s+"|Sở Y tế|GK")
		}
		tb := one(t, lines...)
		var got []string
		for _, r := range tb.Rows {
			s := r.Birth.String()
			if s == "" {
				s = "-"
				if !strings.Contains(show(r.Record), "!date-either") {
					t.Errorf("%s: a date left out without an issue", c.name)
				}
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want || issueCodes(tb.Issues) != c.issues {
			t.Errorf("%s:\n got %s (%s)\nwant %s (%s)", c.name, g, issueCodes(tb.Issues), c.want, c.issues)
		}
	}
}

func TestIdentityNumbers(t *testing.T) {
	for _, c := range []struct {
		kind      CellKind
		num       float64
		text      string
		want, why string
	}{
		{Text, 0, "058080001234", "058080001234", ""}, {Text, 0, "'058080001234", "058080001234", ""}, {Text, 0, "058 080 001 234", "058080001234", ""}, {Text, 0, "058.080.001.234", "058080001234", ""},
		{Text, 0, "58080001234", "058080001234", ""}, {Text, 0, "264123456", "264123456", ""}, {Text, 0, "26412345", "26412345", idLength}, {Text, 0, "0580800012345", "0580800012345", idLength},
		{Text, 0, "99080001234", "99080001234", idLength}, {Text, 0, "5.8076E+10", "5.8076E+10", idLost}, {Text, 0, "5,8076e+10", "5,8076e+10", idLost}, {Text, 0, "chưa có", "chưa có", idOdd},
		{Text, 0, "058080001234 cấp ngày 01/01/2021", "058080001234", ""}, {Text, 0, "CCCD: 058080001234", "058080001234", ""}, {Text, 0, "058080001234 (của vợ)", "058080001234", idMore}, {Text, 0, "999080001234", "999080001234", idPlace},
		{Number, 58080001234, "58080001234", "058080001234", ""}, {Number, 58080001234, "5.8080001234E10", "058080001234", ""}, {Number, 264123456, "", "264123456", ""}, {Number, 26412345, "", "026412345", idZero},
		{Number, 1080001234, "", "001080001234", idZero}, {Number, 58080000000, "", "58080000000", idRounded}, {Number, 5.5, "5.5", "5.5", idOdd}, {Number, -1, "-1", "-1", idOdd},
	} {
		cell := Cell{Kind: c.kind, Num: c.num, Text: c.text}
		got, why := readID(&cell, c.text)
		if got != c.want || why != c.why {
			t.Errorf("%v %q: got %q %q, want %q %q", c.num, c.text, got, why, c.want, c.why)
		}
	}
	if g, b := idAgrees("058180001234", "male", when.Of(1981, 0, 0)); g || b {
		t.Error("a woman of 1980 is no man of 1981")
	}
	if g, b := idAgrees("058202001234", "male", when.Of(2002, 5, 1)); !g || !b {
		t.Error("2 stands for a man of the 2000s")
	}
}

func TestSlipsOfABirthday(t *testing.T) {
	born := when.Of(1990, 2, 1)
	for _, c := range []struct {
		other when.Date
		slip  bool
	}{
		{when.Of(1990, 1, 2), true}, {when.Of(1991, 2, 1), true}, {when.Of(1990, 2, 11), true}, {when.Of(1990, 7, 1), true},
		{born, false}, {when.Of(1991, 1, 2), false}, {when.Of(1990, 3, 5), false}, {when.Of(1990, 2, 0), false}, {0, false},
	} {
		if got := BirthSlip(born, c.other); got != c.slip {
			t.Errorf("%v: %v", c.other, got)
		}
	}
}

func TestNamesAndForms(t *testing.T) {
	for _, c := range []struct{ cell, name, rank, gender string }{
		{"Ông Nguyễn Văn An", "Nguyễn Văn An", "", "male"}, {"BÀ LÊ THỊ ÉN", "Lê Thị Én", "", "female"}, {"Đ/c Đỗ Ý", "Đỗ Ý", "", ""}, {"đồng chí Katơr Ba", "Katơr Ba", "", ""},
		{"Đại tá Trần Úy", "Trần Úy", "Đại tá", ""}, {"Ông Thượng uý Trần Úy", "Trần Úy", "Thượng uý", "male"}, {"TS. Trần Úy", "Trần Úy", "TS.", ""}, {"PGS.TS. Trần Úy", "Trần Úy", "PGS.TS.", ""},
		{"ThS. BS. Trần Úy", "Trần Úy", "ThS. BS.", ""}, {"1. Trần Úy", "Trần Úy", "", ""}, {"- Bà Trần Thị Úy", "Trần Thị Úy", "", "female"}, {"NGUYỄN VĂN AN", "Nguyễn Văn An", "", ""},
		{"nguyễn văn an", "Nguyễn Văn An", "", ""}, {"CHAMALÉA THỊ ÁNH", "Chamaléa Thị Ánh", "", ""}, {"PI NĂNG ỨNG", "Pi Năng Ứng", "", ""}, {"K'BRẾP", "K'Brếp", "", ""}, {"Đoàn Văn Hậu", "Đoàn Văn Hậu", "", ""},
		{"Báo Thị Én", "Báo Thị Én", "", ""}, {"Bà", "Bà", "", ""}, {"Ông Ích Khiêm", "Ích Khiêm", "", "male"}, {"Anh hùng Lao động Trần Úy", "Trần Úy", "Anh hùng Lao động", ""}, {"Nguyễn Văn A (Tám)", "Nguyễn Văn A (Tám)", "", ""},
		{"Bác sĩ Trần Úy", "Trần Úy", "Bác sĩ", ""}, {"Thượng toạ Thích Thiện An", "Thích Thiện An", "Thượng toạ", ""}, {"Cô Thị Én", "Thị Én", "", "female"},
	} {
		p := lex().cutForms(c.cell)
		name, _ := nameCase(p.name, false)
		if name != c.name || p.honorific != c.rank || p.gender != c.gender {
			t.Errorf("%q: got %q %q %q, want %q %q %q", c.cell, name, p.honorific, p.gender, c.name, c.rank, c.gender)
		}
	}
}

func TestPostAndUnitInOneCell(t *testing.T) {
	known := func(s string) bool {
		c := testOffice.FindUnits(s, 0)
		return len(c) > 0 && c[0].Score == 100
	}
	for _, c := range []struct {
		cell, post, unit string
		sure             bool
	}{
		{"Phó Giám đốc Sở Y tế", "Phó Giám đốc", "Sở Y tế", true}, {"Chuyên viên, Sở Tài chính", "Chuyên viên", "Sở Tài chính", true}, {"Chuyên viên - Sở Tài chính", "Chuyên viên", "Sở Tài chính", true},
		{"Phó Giám đốc (Sở Y tế)", "Phó Giám đốc", "Sở Y tế", true}, {"Sở Y tế, Phó Giám đốc", "Phó Giám đốc", "Sở Y tế", true}, {"Phó Chủ tịch UBND huyện Ninh Sơn", "Phó Chủ tịch", "UBND huyện Ninh Sơn", true},
		{"Trưởng phòng Tổ chức cán bộ, Sở Y tế", "Trưởng phòng Tổ chức cán bộ", "Sở Y tế", true}, {"Trưởng ban Ban Pháp chế HĐND tỉnh", "Trưởng ban", "Ban Pháp chế HĐND tỉnh", true},
		{"Trưởng Ban Pháp chế HĐND tỉnh", "Trưởng ban", "Ban Pháp chế HĐND tỉnh", false}, {"Giám đốc", "Giám đốc", "", true}, {"Sở Y tế", "", "Sở Y tế", true},
		{"Công chức Văn phòng - Thống kê, UBND xã Lạ", "Công chức Văn phòng - Thống kê", "UBND xã Lạ", true}, {"Chuyên viên Phòng Tổng hợp, Sở Nội vụ", "Chuyên viên Phòng Tổng hợp", "Sở Nội vụ", false},
		{"Phó Chủ tịch, Hội Người mù", "Phó Chủ tịch", "Hội Người mù", true}, {"Chủ tịch Hội Người mù", "Chủ tịch", "Hội Người mù", true}, {"Kế toán trưởng Công ty Muối", "Kế toán trưởng", "Công ty Muối", true},
		{"Người trông đèn biển, Trạm Hải đăng", "Người trông đèn biển", "Trạm Hải đăng", false}, {"làm rẫy", "làm rẫy", "", false}, {"", "", "", false},
	} {
		got := lex().splitPost(c.cell, known)
		if got.position != c.post || got.unit != c.unit || got.sure != c.sure {
			t.Errorf("%q: got %q | %q sure %v, want %q | %q sure %v", c.cell, got.position, got.unit, got.sure, c.post, c.unit, c.sure)
		}
	}
}

func TestAwardNames(t *testing.T) {
	a := newAwards(lex(), testAwards, []string{"tỉnh Ninh Thuận", "tỉnh Khánh Hòa", "thành phố Cần Thơ"}, nil)
	for text, want := range map[string]string{
		"Bằng khen của Chủ tịch UBND thành phố Cần Thơ": "bang_khen_chu_tich_tinh", "BK UBND TP. Cần Thơ": "bang_khen_chu_tich_tinh", "BK tỉnh Ninh Thuận": "bang_khen_chu_tich_tinh",
		"Bằng khen của Thủ tướng Chính phủ": "bang_khen_thu_tuong", "BK TTg": "bang_khen_thu_tuong", "bkttg": "bang_khen_thu_tuong", "BK. TTg": "bang_khen_thu_tuong", "“BK TTg”": "bang_khen_thu_tuong",
		"ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH": "bang_khen_chu_tich_tinh", "Bang khen cua Chu tich UBND tinh": "bang_khen_chu_tich_tinh", "Bằng khen của UBND tỉnh Khánh Hòa": "bang_khen_chu_tich_tinh",
		"BK CT.UBND tỉnh": "bang_khen_chu_tich_tinh", "Bằng khen UBTVQH": "bang_khen_ubtvqh", "GK": "giay_khen", "Danh hiệu “Lao động tiên tiến”": "lao_dong_tien_tien",
	} {
		if g := a.find(text); g.code != want || !g.sure {
			t.Errorf("%q: %+v, want %s", text, g, want)
		}
	}
	for text, want := range map[string]string{ // to be looked at
		"Bằng khen của Thủ tướg Chính phủ": "bang_khen_thu_tuong", "Bằng khen của UBND tỉnh về thành tích 2025": "bang_khen_chu_tich_tinh", "Bằng khen của UBND tỉnh Lâm Đồng": "bang_khen_chu_tich_tinh",
	} {
		if g := a.find(text); g.code != want || g.sure {
			t.Errorf("%q: %+v, want %s unsure", text, g, want)
		}
	}
	for _, text := range []string{"Bằng khen", "Huy hiệu", "Bằng khen của Tỉnh ủy", "BK TTg, BK tỉnh", "Bằng khen Bộ trưởng", "x"} {
		if g := a.find(text); g.code != "" {
			t.Errorf("%q must not be taken for %s", text, g.code)
		}
	}
	if g := a.find("BK TTg, BK tỉnh"); len(g.several) != 0 && g.unclear {
		t.Errorf("%+v", g)
	}
}

func TestNormalWriting(t *testing.T) {
	for loud, want := range map[string]string{
		"SỞ GIÁO DỤC VÀ ĐÀO TẠO": "Sở Giáo dục và Đào tạo", "ỦY BAN NHÂN DÂN XÃ BÁC ÁI": "Ủy ban nhân dân xã Bác Ái", "UBND PHƯỜNG ĐÔ VINH": "UBND phường Đô Vinh",
		"BAN PHÁP CHẾ HỘI ĐỒNG NHÂN DÂN TỈNH": "Ban Pháp chế Hội đồng nhân dân tỉnh", "PHÒNG TỔ CHỨC - HÀNH CHÍNH": "Phòng Tổ chức - Hành chính", "PHÓ GIÁM ĐỐC": "Phó Giám đốc",
		"TRƯỜNG TIỂU HỌC ĐÔ VINH 1": "Trường Tiểu học Đô Vinh 1", "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH": "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
	} {
		if got, doubt := lex().normal(loud); got != want || doubt {
			t.Errorf("%q: got %q (doubt %v), want %q", loud, got, doubt, want)
		}
	}
	if got, doubt := lex().normal("CÔNG TY LẠ HOẮC"); !doubt {
		t.Errorf("unknown words must be doubtful: %q", got)
	}
	for lost, want := range map[string]string{
		"ủy viên Thường trực": "Ủy viên Thường trực", "UBND huyện Bác ái": "UBND huyện Bác Ái", "ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
		"ổn định tổ chức. ứng dụng tốt": "Ổn định tổ chức. Ứng dụng tốt", "Có ý thức, ở cơ sở": "Có ý thức, ở cơ sở",
	} {
		if got := lex().lostCapitals(lost); got != want {
			t.Errorf("%q: got %q, want %q", lost, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	h := newHeadings(lex(), nil)
	for text, want := range map[string]Field{
		"Họ và tên": FieldName, "HỌ VÀ TÊN\n(viết chữ in thường)": FieldName, "Ho va ten": FieldName, "1. Họ và tên": FieldName, "Họ và tên người được đề nghị khen thưởng đợt này": FieldName,
		"Số\nTT": FieldOrdinal, "S.T.T": FieldOrdinal, "Ngày, tháng,\nnăm sinh": FieldBirth, "Ngày/tháng/năm sinh (dd/mm/yyyy)": FieldBirth, "Số CCCD/ CMND (12 số)": FieldIDNumber, "Ngày cấp CCCD": FieldOther,
		"Chức vụ, đơn vị công tác (ghi rõ)": FieldPositionUnit, "Chức vụ": FieldPosition, "Chức vụ Đảng": FieldOther, "Đơn vị công tác": FieldUnit, "Hình thức khen thưởng (đề nghị)": FieldAward,
		"Hình thức đề nghị khen thưởng cấp tỉnh": FieldAward, "Mã hình thức khen thưởng": FieldAwardCode, "Tóm tắt thành tích (không quá 05 dòng)": FieldAchievement,
		"Các hình thức khen thưởng đã được khen": FieldOther, "Nam": FieldMale, "Năm": FieldOther, "Hộ gia đình": FieldHousehold, "Nghề nghiệp": FieldPosition, "Điện thoại liên hệ": FieldOther,
		"Họ và tê": FieldName, "Hình thức khen thươngr": FieldAward, "Nguyễn Văn An": FieldNone, "Họ và tên: Nguyễn Văn An": FieldNone, "Chuyên viên": FieldNone, "": FieldNone,
	} {
		if g := h.field(text); g.field != want {
			t.Errorf("%q: got %q (%d), want %q", text, g.field, g.how, want)
		}
	}
}

// Every line of the headings table must be found again as it stands.
func TestHeadingTableIsSound(t *testing.T) {
	h := newHeadings(lex(), nil)
	for _, l := range tableLines("headings.tsv", 2) {
		for _, text := range alternatives(l[1]) {
			if g := h.field(text); g.field != Field(l[0]) || g.how != whole {
				t.Errorf("%q stands under %s but is found as %s", text, l[0], g.field)
			}
			if g := h.field(strings.ToUpper(text)); g.field != Field(l[0]) {
				t.Errorf("%q in capitals is found as %s", text, g.field)
			}
			if g := h.field(viet.NFC(strings.ReplaceAll(text, " ", "\n"))); g.field != Field(l[0]) {
				t.Errorf("%q over several lines is found as %s", text, g.field)
			}
		}
	}
}
