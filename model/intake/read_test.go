package intake

import (
	"context"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/viet"
	"thidua/model/when"
)

func TestTitleGroupsTotalsSignatures(t *testing.T) {
	tb := one(t,
		"UBND TỈNH NINH THUẬN||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"SỞ TÀI CHÍNH||Độc lập - Tự do - Hạnh phúc",
		"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
		"Phong trào thi đua “Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên”",
		"(Kèm theo Tờ trình số 45/TTr-STC ngày 05 tháng 12 năm 2025)",
		"~",
		"STT|Tên tập thể, cá nhân|Chức vụ|Thành tích|Hình thức khen",
		"(1)|(2)|(3)|(4)|(5)",
		"A|TẬP THỂ",
		"#1|Phòng Tổng hợp||Hoàn thành 100% chỉ tiêu.|BK UBND tỉnh",
		"B|CÁ NHÂN",
		"I|Công an tỉnh",
		"#1|Ông Trượng Công Tuấn|Chuyên viên|Tốt.|Bằng khen của Thủ tướng Chính phủ",
		"|",
		"II|SỞ Y TẾ",
		"#1|Bà Cao Thị Én|Kế toán||Giấy khen",
		"|Tổng cộng: 01 tập thể, 02 cá nhân",
		"||||Ninh Thuận, ngày 05 tháng 12 năm 2025",
		"|NGƯỜI LẬP|||GIÁM ĐỐC",
		"||||(Đã ký)",
		"|Trần Thị Năm|||Lê Văn Sáu",
	)
	wantRows(t, tb,
		"10 col Phòng Tổng hợp a=bang_khen_chu_tich_tinh t=Hoàn thành 100% chỉ tiêu.",
		"13 ind Trượng Công Tuấn g=male p=Chuyên viên u=Công an tỉnh uc=CA a=bang_khen_thu_tuong t=Tốt.",
		"16 ind Cao Thị Én g=female p=Kế toán u=Sở Y tế uc=SYT a=giay_khen",
	)
	if got, want := skipped(tb), "1:title 2:title 3:title 4:title 5:title 6:blank 7:heading 8:column-numbers 9:group 11:group 12:group 14:blank 15:group 17:total 18:signature 19:signature 20:signature 21:signature"; got != want {
		t.Errorf("skipped\n got %s\nwant %s", got, want)
	}
	if tb.PaperNumber != "45/TTr-STC" || tb.PaperDate != when.Of(2025, 12, 5) || tb.Sender != "Sở Tài chính" || tb.MovementHint != "Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên" {
		t.Errorf("paper %q %s sender %q movement %q", tb.PaperNumber, tb.PaperDate, tb.Sender, tb.MovementHint)
	}
}

// Tống Công is a surname and a middle name; folded it is "tong cong".
func TestTotalIsNoPerson(t *testing.T) {
	tb := one(t, "STT|Họ và tên|Đơn vị|Hình thức", "#1|Tống Công Hiếu|Sở Y tế|GK", "#2|Cống Văn Tổng|Sở Y tế|GK", "|Cộng|#2", "|Tong cong: 2")
	wantRows(t, tb, "2 ind Tống Công Hiếu u=Sở Y tế uc=SYT a=giay_khen", "3 ind Cống Văn Tổng u=Sở Y tế uc=SYT a=giay_khen")
}

func TestUnitOutsideLevelKindInside(t *testing.T) {
	tb := one(t, "TT|Họ tên/tên tập thể|Chức vụ|Hình thức đề nghị",
		"A|Sở Y tế", "I|Tập thể", "#1|Khoa Nhi||GK", "II|Cá nhân", "#1|Lê Thị Én|Bác sĩ|GK",
		"B|Sở Nội vụ", "I|Tập thể", "#1|Phòng Tổng hợp||GK", "II|Cá nhân", "#1|Lê Văn Ẩn|Chuyên viên|GK")
	wantRows(t, tb,
		"4 col Khoa Nhi u=Sở Y tế uc=SYT a=giay_khen", "6 ind Lê Thị Én p=Bác sĩ u=Sở Y tế uc=SYT a=giay_khen",
		"9 col Phòng Tổng hợp u=Sở Nội vụ uc=SNV a=giay_khen", "11 ind Lê Văn Ẩn p=Chuyên viên u=Sở Nội vụ uc=SNV a=giay_khen")
}

func TestKindOutsideUnitInside(t *testing.T) {
	// The new kind closes the unit that stood under the old one.
	tb := one(t, "TT|Tên đối tượng|Chức vụ|Hình thức", "A|CÁ NHÂN", "I|Sở Y tế", "#1|Lê Thị Én|Bác sĩ|GK", "B|HỘ GIA ĐÌNH", "#1|Hộ ông Katơr Ba||GK")
	wantRows(t, tb, "4 ind Lê Thị Én p=Bác sĩ u=Sở Y tế uc=SYT a=giay_khen", "6 hou Hộ ông Katơr Ba a=giay_khen")
}

func TestNumberedUnits(t *testing.T) {
	tb := one(t, "TT|Họ và tên|Chức vụ|Hình thức khen thưởng", "#1|Sở Y tế", "1.1|Lê Thị Én|Bác sĩ|GK", "1.2|Lê Văn Ẩn|Y sĩ|GK", "#2|Sở Nội vụ", "2.1|Đỗ Ý|Văn thư|GK")
	wantRows(t, tb, "3 ind Lê Thị Én p=Bác sĩ u=Sở Y tế uc=SYT a=giay_khen", "4 ind Lê Văn Ẩn p=Y sĩ u=Sở Y tế uc=SYT a=giay_khen",
		"6 ind Đỗ Ý p=Văn thư u=Sở Nội vụ uc=SNV a=giay_khen")
}

func TestTwoListsOneSheet(t *testing.T) {
	tables := read(t, options(), grid("Trang 1",
		"I. TẬP THỂ", "STT|Tên tập thể|Hình thức", "#1|Sở Y tế|BK tỉnh", "~", "II. CÁ NHÂN", "STT|Họ và tên|Đơn vị công tác|Hình thức", "#1|Lê Thị Én|Sở Y tế|GK"))
	if len(tables) != 2 {
		t.Fatalf("got %d tables", len(tables))
	}
	wantRows(t, tables[0], "3 col Sở Y tế a=bang_khen_chu_tich_tinh")
	wantRows(t, tables[1], "7 ind Lê Thị Én u=Sở Y tế uc=SYT a=giay_khen")
	if tables[0].Rows[0].Self != "SYT" {
		t.Error("the collective is a unit of the registry")
	}
	if got := skipped(tables[1]); got != "5:title 6:heading" {
		t.Error(got)
	}
}

func TestHiddenSheetsAndInstructions(t *testing.T) {
	old := grid("Cũ", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Người Cũ|Sở Y tế|GK")
	old.Hidden = true
	tables := read(t, options(), grid("Hướng dẫn", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Nguyễn Văn A|Sở B|GK"), old,
		grid("Danh sách", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Lê Thị Én|Sở Y tế|GK"))
	if len(tables) != 1 || tables[0].Sheet != "Danh sách" {
		t.Fatalf("%+v", tables)
	}
	// An example in instructions counts when there is nothing else.
	if tables = read(t, options(), grid("Hướng dẫn", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Lê Thị Én|Sở Y tế|GK")); len(tables) != 1 {
		t.Fatal("the only list must be read")
	}
}

func TestNotAList(t *testing.T) {
	for _, g := range []Grid{grid("a"), grid("b", "Kính gửi: Sở Nội vụ", "Nội dung công văn"), grid("c", "STT|Đơn vị|Tập thể|Cá nhân|Cộng", "#1|Sở Y tế|#3|#5|#8", "#2|Sở Nội vụ|#1|#5|#6")} {
		_, err := Read(context.Background(), bookOf(g), options(), nil)
		if fault.CodeOf(err) != "intake.not-a-list" || fault.KindOf(err) != fault.Refused {
			t.Errorf("sheet %s: %v", g.Name, err)
		}
	}
}

func TestHiddenStruckWithdrawnPhantom(t *testing.T) {
	tb := one(t, "STT|Họ và tên|Đơn vị|Hình thức|Ghi chú", "#1|Lê Thị Én|Sở Y tế|GK", "!#2|Lê Văn Ẩn|Sở Y tế|GK", "~~3|~~Đỗ Ý|~~Sở Y tế|~~GK",
		"#4|Võ Úy|Sở Y tế|GK|đã rút", "#5", "||#N/A|#N/A", "#0|=|=")
	wantRows(t, tb, "2 ind Lê Thị Én u=Sở Y tế uc=SYT a=giay_khen")
	if got := skipped(tb); got != "1:heading 3:hidden 4:hidden 5:hidden 6:blank 7:blank 8:blank" {
		t.Error(got)
	}
	if issueCodes(tb.Issues) != "row-withdrawn rows-hidden" {
		t.Error(issueCodes(tb.Issues))
	}
}

func TestEncodingsPerCell(t *testing.T) {
	enc := func(e viet.Encoding, s string) string { out, _ := viet.Encode(e, s); return out }
	g := grid("Trang 1", "STT|Họ và tên|Chức vụ|Đơn vị|Hình thức", "#1|Nguyễn Thị Ánh|Ủy viên|Sở Y tế|Giấy khen")
	for i, e := range []viet.Encoding{viet.TCVN3, viet.VNI} {
		var cells []string
		for _, s := range []string{"Trượng Minh Ứng", "Ủy viên Thường trực", "Sở Tài chính", "Bằng khen của Chủ tịch UBND tỉnh"} {
			cells = append(cells, enc(e, s))
		}
		row := grid("", "#2|"+strings.Join(cells, "|")).Rows[0]
		row.Number = 3 + i
		for k := range row.Cells {
			row.Cells[k].Font = 1 + i
		}
		g.Rows = append(g.Rows, row)
	}
	tables := read(t, options(), g)
	wantRows(t, tables[0],
		"2 ind Nguyễn Thị Ánh p=Ủy viên u=Sở Y tế uc=SYT a=giay_khen",
		"3 ind Trượng Minh Ứng p=Ủy viên Thường trực u=Sở Tài chính uc=STC a=bang_khen_chu_tich_tinh",
		"4 ind Trượng Minh Ứng p=Ủy viên Thường trực u=Sở Tài chính uc=STC a=bang_khen_chu_tich_tinh !duplicate")
	if tables[0].Encoding != viet.Mixed {
		t.Error(tables[0].Encoding)
	}
	if raw := tables[0].Rows[1].Raw[1]; raw.Text != enc(viet.TCVN3, "Trượng Minh Ứng") || raw.Font != ".VnTime" {
		t.Errorf("the cell as it came is lost: %+v", raw)
	}
}

func TestRegionalTemplates(t *testing.T) {
	lists := grid("DM", "Mã hình thức|Tên hình thức", "BK01|Bằng khen của Chủ tịch UBND tỉnh", "GK02|Giấy khen")
	lists.Hidden = true
	tables := read(t, options(), grid("CANHAN", "DANH SÁCH ĐỐI TƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", "~",
		"STT|Họ và tên|Giới tính|Ngày sinh|Chức vụ|Tên phòng ban/khối, tổ công tác|Tên đơn vị/tập thể công tác|Địa chỉ/Nơi ở|Mã phân loại cán bộ|Mã hình thức khen thưởng|Mã danh hiệu",
		"#1|Lê Thị Én|Nữ|05/03/1980|Chuyên viên|Phòng Tổng hợp|Sở Y tế|||BK01|",
		"#2|Lê Văn Ẩn|Nam|1981|Chuyên viên|Phòng Tổng hợp|Sở Y tế|||ZZ99|"), lists)
	wantRows(t, tables[0],
		"4 ind Lê Thị Én g=female b=1980-03-05 p=Chuyên viên s=Phòng Tổng hợp u=Sở Y tế uc=SYT a=bang_khen_chu_tich_tinh",
		"5 ind Lê Văn Ẩn g=male b=1981 p=Chuyên viên s=Phòng Tổng hợp u=Sở Y tế uc=SYT !award-unknown")
	tables = read(t, options(), grid("TAPTHE", "STT|Tên đơn vị/tập thể|Mã phân loại tập thể|Mã hình thức|Mã danh hiệu", "#1|Khoa Nhi||GK02|"), lists)
	wantRows(t, tables[0], "2 col Khoa Nhi a=giay_khen")
}

func TestMergedCellsDown(t *testing.T) {
	g := grid("Trang 1", "STT|Đơn vị|Họ và tên|Hình thức", "#1|Sở Y tế|Lê Thị Én|GK", "#2||Lê Văn Ẩn|", "#3|Sở Nội vụ|Đỗ Ý|GK")
	g.Merges = []Merge{{2, 1, 3, 1}, {2, 3, 3, 3}}
	wantRows(t, read(t, options(), g)[0], "2 ind Lê Thị Én u=Sở Y tế uc=SYT a=giay_khen", "3 ind Lê Văn Ẩn u=Sở Y tế uc=SYT a=giay_khen", "4 ind Đỗ Ý u=Sở Nội vụ uc=SNV a=giay_khen")
}

func TestAnswersMendTheFile(t *testing.T) {
	lines := []string{"STT|Họ và tên|Ngày sinh|Đơn vị|Đơn vị công tác|Hình thức", "#1|Lê Thị Én|03/25/1980|kho|Sở Y tê|Bằng khen", "#2|Lê Văn Ẩn|04/05/1981|kho|Sở Y tế|Giấy khen", "#3|Đỗ Ý||kho|Sở Y tế|Giấy khen", "#4|Đỗ Ý||kho|Sở Y tế|Giấy khen", "#5|Sai||kho|Sở Y tế|GK"}
	before := one(t, lines...)
	if got := issueCodes(before.Issues); got != "columns-clash date-order-column" {
		t.Error(got)
	}
	wantRows(t, before,
		"2 ind Lê Thị Én b=1980-03-25 !award-unclear !column-first",
		"3 ind Lê Văn Ẩn b=1981-04-05 a=giay_khen !date-order !column-first",
		"4 ind Đỗ Ý a=giay_khen !column-first",
		"5 ind Đỗ Ý a=giay_khen !column-first !duplicate",
		"6 ind Sai a=giay_khen !kind-unsure !column-first")
	opt := options()
	const s = "Trang 1"
	opt.Answers = Answers{
		Columns:    map[string]Field{ColumnRef(s, 0, 4): FieldUnit, ColumnRef(s, 0, 3): FieldOther},
		MonthFirst: map[string]bool{ColumnRef(s, 0, 2): true},
		Units:      map[string]string{viet.Key("Sở Y tê"): "SYT"},
		Awards:     map[string]string{viet.Key("Bằng khen"): "bang_khen_ubtvqh"},
		Distinct:   map[string]bool{Pair(RowRef(s, 5), RowRef(s, 4)): true},
		Left:       map[string]bool{RowRef(s, 6): true},
		Cells:      map[string]string{CellRef(s, 3, FieldName): "Lê Văn Ân", CellRef(s, 4, FieldBirth): "7/8/1990"},
	}
	after := read(t, opt, grid(s, lines...))[0]
	if len(after.Issues) != 0 {
		t.Error(issueCodes(after.Issues))
	}
	wantRows(t, after,
		"2 ind Lê Thị Én b=1980-03-25 u=Sở Y tê uc=SYT a=bang_khen_ubtvqh",
		"3 ind Lê Văn Ân b=1981-04-05 u=Sở Y tế uc=SYT a=giay_khen",
		"4 ind Đỗ Ý b=1990-08-07 u=Sở Y tế uc=SYT a=giay_khen",
		"5 ind Đỗ Ý u=Sở Y tế uc=SYT a=giay_khen")
}

func TestRememberedHeading(t *testing.T) {
	lines := []string{"STT|Người được xướng danh|Chốn làm việc|Phần thưởng", "#1|Lê Thị Én|Phường Hội|Giấy khen"}
	opt := options()
	opt.Mapping = map[string]Field{HeadingKey("NGƯỜI ĐƯỢC XƯỚNG DANH"): FieldName, HeadingKey("chốn làm việc"): FieldUnit, HeadingKey("Phần thưởng"): FieldAward}
	wantRows(t, read(t, opt, grid("Trang 1", lines...))[0], "2 ind Lê Thị Én u=Phường Hội a=giay_khen !unit-unknown")
}
