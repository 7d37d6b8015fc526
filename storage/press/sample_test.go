package press

import (
	"fmt"
	"strings"

	"thidua/model/paper"
)

// The papers the tests print: of the shapes domain knowledge describes, about
// people and units that do not exist.

func head(number paper.Text) paper.Head {
	return paper.Head{
		Parent: []string{"UBND TỈNH KHÁNH HÒA"}, Issuer: []string{"SỞ NỘI VỤ"},
		Number: number, Dated: dateLine("Khánh Hòa", 2026, 0, 0),
	}
}

func numberLine(no, sign string) paper.Text {
	return paper.Join(paper.Plain("Số:"), paper.NumberOf(no, sign))
}

func dateLine(place string, year, month, day int) paper.Text {
	return paper.Join(paper.Plain(place+", "), paper.DateOf(year, month, day))
}

var familyNames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đàng", "Kiều", "Katơr", "Vũ", "Đỗ"}
var middleNames = []string{"Thị", "Văn", "Ngọc", "Quốc", "Minh", "Thanh", "Xuân", "Hữu"}
var givenNames = []string{"Ánh", "Bình", "Cường", "Dũng", "Đức", "Giang", "Hạnh", "Khương", "Lượng", "Nghĩa", "Ưởng", "Yến"}
var units = []string{"Ủy ban nhân dân phường Đô Vinh", "Sở Nông nghiệp và Môi trường", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Phước Hậu",
	"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Trường Trung học cơ sở Lý Tự Trọng, xã Ninh Phước", "Công an xã Thuận Nam"}

func personName(i int) string {
	return familyNames[i%10] + " " + middleNames[i/3%8] + " " + givenNames[i*7%12]
}

var deeds = []string{
	"Tham mưu xây dựng 12 nghị quyết trình Hội đồng nhân dân, bảo đảm tiến độ, chất lượng.",
	"Có thành tích xuất sắc trong phong trào thi đua kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam; tổ chức 24 đợt tiếp xúc cử tri, tổng hợp 318 ý kiến, kiến nghị.",
	"Giải quyết dứt điểm 100% kiến nghị sau giám sát.",
}

func nomineeTable(n int) *paper.Table {
	t := &paper.Table{
		Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 24}, {Share: 30}, {Share: 40}},
		Head: []paper.Row{
			{Cells: []paper.Cell{{Text: paper.Plain("STT"), Rows: 2}, {Text: paper.Plain("Người được đề nghị"), Cols: 2}, {Text: paper.Plain("Tóm tắt thành tích"), Rows: 2}}},
			{Cells: paper.CellsOf("Họ và tên", "Chức vụ, đơn vị")},
		},
		Numbered: true,
	}
	collectives := n / 5
	if collectives > 0 {
		t.Rows = append(t.Rows, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{paper.CellOf("I"), {Text: paper.Plain("TẬP THỂ"), Cols: 3}}})
	}
	for i := range n {
		if i == collectives {
			t.Rows = append(t.Rows, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{paper.CellOf("II"), {Text: paper.Plain("CÁ NHÂN"), Cols: 3}}})
		}
		if i < collectives {
			t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("", fmt.Sprintf("Tập thể số %d", i+1), units[i%6], deeds[i%3])})
		} else {
			t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf("", "Ông "+personName(i), "Phó Trưởng phòng, "+units[i%6], deeds[i%3])})
		}
	}
	t.Rows = append(t.Rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{Text: paper.Plain("Tổng cộng"), Cols: 2}, {Text: paper.Plain(fmt.Sprintf("%d trường hợp", n)), Cols: 2}}})
	t.Count()
	return t
}

// submission is a tờ trình with its list on landscape pages.
func submission(n int) *paper.Document {
	return &paper.Document{Code: "to-trinh", Title: "Tờ trình đề nghị tặng Bằng khen", Author: "Sở Nội vụ tỉnh Khánh Hòa", Parts: []paper.Part{
		{Name: "Tờ trình", Blocks: []paper.Block{
			head(numberLine("", "TTr-SNV")),
			paper.Title{Name: "TỜ TRÌNH", About: paper.Plain("Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam")},
			paper.Addressees{Names: []string{"Chủ tịch Ủy ban nhân dân tỉnh", "Hội đồng Thi đua - Khen thưởng tỉnh"}},
			paper.Recitals{Items: []paper.Text{
				paper.Plain("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15"),
				paper.Plain("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng"),
				paper.Plain("Thực hiện Kế hoạch số 789/KH-UBTVQH15 ngày 17 tháng 4 năm 2024 của Ủy ban Thường vụ Quốc hội về phát động phong trào thi đua"),
			}},
			paper.Paragraph{Text: paper.Plain("Trên cơ sở thành tích của các tập thể, cá nhân và kết quả cuộc họp của Hội đồng Thi đua - Khen thưởng tỉnh, Sở Nội vụ đã thẩm định hồ sơ đề nghị khen thưởng của 32 cơ quan, đơn vị, địa phương; đối chiếu tiêu chuẩn theo quy định của pháp luật và kính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, tặng Bằng khen, cụ thể như sau:")},
			paper.Heading{Level: paper.LevelRoman, Number: 1, Title: "KẾT QUẢ THẨM ĐỊNH"},
			paper.Heading{Level: paper.LevelArabic, Number: 1, Title: "Về số lượng hồ sơ"},
			paper.Bullet{Text: paper.Plain(fmt.Sprintf("Tổng số hồ sơ đề nghị: %d trường hợp, trong đó %d tập thể và %d cá nhân;", n, n/5, n-n/5))},
			paper.Bullet{Text: paper.Plain("Hồ sơ đủ điều kiện, tiêu chuẩn theo quy định: tất cả.")},
			paper.Heading{Level: paper.LevelArabic, Number: 2, Title: "Về hồ sơ, thủ tục"},
			paper.Paragraph{Text: paper.Plain("Hồ sơ của các cơ quan, đơn vị, địa phương gửi đúng thời gian, đủ thành phần theo quy định tại khoản 2 Điều 84 Luật Thi đua, khen thưởng; nội dung báo cáo thành tích đúng mẫu, có xác nhận của cấp trình khen thưởng.")},
			paper.Heading{Level: paper.LevelRoman, Number: 2, Title: "ĐỀ NGHỊ"},
			paper.Paragraph{Text: paper.Ended(paper.Plain("Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định tặng Bằng khen cho các tập thể, cá nhân có tên trong danh sách kèm theo."))},
			paper.Sign{Recipients: []string{"Như trên", "Văn phòng Ủy ban nhân dân tỉnh (để phối hợp)", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, TĐKT"},
				Signers: []paper.Signer{{Post: []string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, Name: "Trần Thị Mẫu"}}},
		}},
		{Name: "Danh sách", Landscape: true, Blocks: []paper.Block{
			paper.AnnexHead{Title: "DANH SÁCH", About: paper.Plain("Tập thể, cá nhân đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
				Attached: paper.Join(paper.Plain("(Kèm theo Tờ trình số"), paper.NumberOf("", "TTr-SNV"), paper.Plain(" "), paper.DateOf(2026, 0, 0), paper.Plain(" của Sở Nội vụ)"))},
			nomineeTable(n),
			paper.Sign{Signers: []paper.Signer{{Post: []string{"NGƯỜI LẬP"}, Note: "(Ký, ghi rõ họ tên)", Name: "Lê Văn Thử"}, {Post: []string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, Name: "Trần Thị Mẫu"}}},
		}},
	}}
}

// decision is a quyết định with its list.
func decision(n int) *paper.Document {
	list := []paper.Block{
		paper.AnnexHead{Title: "DANH SÁCH", Attached: paper.Join(paper.Plain("(Kèm theo Quyết định số"), paper.NumberOf("", "QĐ-UBND"), paper.Plain(" "), paper.DateOf(2026, 0, 0), paper.Plain(" của Chủ tịch Ủy ban nhân dân tỉnh)"))},
		paper.Heading{Level: paper.LevelRoman, Number: 1, Title: "TẬP THỂ"},
	}
	for i := range n {
		list = append(list, paper.Clause{Number: i + 1, Text: paper.Plain(units[i%6] + ";")})
	}
	list = append(list, paper.Clause{Number: n + 1, Text: paper.Ended(paper.Plain("Văn phòng Ủy ban nhân dân tỉnh"))}, paper.Rule{})
	return &paper.Document{Code: "quyet-dinh", Title: "Quyết định tặng Bằng khen", Author: "UBND tỉnh Khánh Hòa", Parts: []paper.Part{
		{Name: "Quyết định", Blocks: []paper.Block{
			paper.Head{Issuer: []string{"ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA"}, Number: numberLine("", "QĐ-UBND"), Dated: dateLine("Khánh Hòa", 2026, 0, 0)},
			paper.Title{Name: "QUYẾT ĐỊNH", About: paper.Plain("Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh")},
			paper.Banner{Lines: []string{"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"}},
			paper.Recitals{Items: []paper.Text{
				paper.Plain("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
				paper.Plain("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15"),
				paper.Plain("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 152/TTr-SNV ngày 09 tháng 02 năm 2026"),
			}},
			paper.Banner{Lines: []string{"QUYẾT ĐỊNH:"}},
			paper.Article{Number: 1, Text: paper.Plain("Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể đã có thành tích xuất sắc trong phong trào thi đua kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam (06/01/1946 - 06/01/2026) trên địa bàn tỉnh (có Danh sách kèm theo).")},
			paper.Article{Number: 2, Text: paper.Ended(paper.Plain("Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan, đơn vị liên quan và các tập thể có tên tại Điều 1 căn cứ Quyết định thi hành"))},
			paper.Sign{Recipients: []string{"Như Điều 2", "Lưu: VT, NCVX"}, Signers: []paper.Signer{{Post: []string{"CHỦ TỊCH"}, Name: "Nguyễn Văn Giả"}}},
		}},
		{Name: "Danh sách", Blocks: list},
	}}
}

// officialLetter is a công văn; minutes a biên bản; report a báo cáo thành tích; ballot a
// phiếu bầu with boxes and lines to write on.
func officialLetter() *paper.Document {
	h := head(numberLine("7", "SNV-TĐKT"))
	h.Urgency = paper.MostUrgent
	h.About = paper.Plain("V/v bổ sung hồ sơ đề nghị khen thưởng phong trào thi đua chuyên đề")
	return &paper.Document{Code: "cong-van-bo-sung", Title: "Công văn bổ sung hồ sơ", Author: "Sở Nội vụ", Parts: []paper.Part{{Blocks: []paper.Block{
		h, paper.Addressees{Names: []string{"Ủy ban nhân dân phường Đô Vinh"}},
		paper.Paragraph{Text: paper.Plain("Qua thẩm định hồ sơ đề nghị khen thưởng của quý cơ quan, Sở Nội vụ đề nghị bổ sung các nội dung sau:")},
		paper.Clause{Number: 1, Text: paper.Plain("Báo cáo thành tích của bà Katơr Thị Ưởng: chưa có xác nhận của cấp trình khen thưởng.")},
		paper.Point{Number: 1, Text: paper.Plain("Thiếu chữ ký của thủ trưởng đơn vị;")}, paper.Point{Number: 5, Text: paper.Plain("Thiếu số, ngày của quyết định công nhận danh hiệu.")},
		paper.Paragraph{Text: paper.Ended(paper.Plain("Đề nghị gửi hồ sơ bổ sung về Sở Nội vụ trước ngày 05 tháng 02 năm 2026 để kịp tổng hợp"))},
		paper.Sign{Recipients: []string{"Như trên", "Lưu: VT, TĐKT"}, Signers: []paper.Signer{{Post: []string{"TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG THI ĐUA - KHEN THƯỞNG"}, Name: "Phạm Văn Mẫu"}}},
	}}}}
}

func report() *paper.Document {
	return &paper.Document{Code: "bao-cao-thanh-tich", Title: "Báo cáo thành tích", Author: "Phường Đô Vinh", Parts: []paper.Part{{Blocks: []paper.Block{
		paper.Head{Parent: []string{"UBND TỈNH KHÁNH HÒA"}, Issuer: []string{"ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÔ VINH"}, Dated: dateLine("Đô Vinh", 2026, 1, 5)},
		paper.Title{Name: "BÁO CÁO THÀNH TÍCH", About: paper.Plain("ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")},
		paper.Heading{Level: paper.LevelRoman, Number: 1, Title: "SƠ LƯỢC LÝ LỊCH"},
		paper.Fields{Items: []paper.Field{
			{Label: "- Họ tên", Value: paper.Bold("Katơr Thị Ưởng")},
			{Label: "- Sinh ngày, tháng, năm", Value: paper.Join(paper.Plain("05/02/1980; giới tính: Nam "), paper.Check(false), paper.Plain("  Nữ "), paper.Check(true))},
			{Label: "- Quê quán"}, {Label: "- Trú quán"}, {},
			{Label: "- Điện thoại", Value: paper.Join(paper.DotsFor(20), paper.Plain(" E-mail: "), paper.DotsFor(0))},
		}},
		paper.Heading{Level: paper.LevelRoman, Number: 2, Title: "THÀNH TÍCH ĐẠT ĐƯỢC"},
		paper.Paragraph{Text: paper.Markup("Trong thời gian thực hiện phong trào thi đua, cá nhân đã **chủ động tham mưu** tổ chức 24 đợt tiếp xúc cử tri, tổng hợp 318 ý kiến, kiến nghị của cử tri và Nhân dân; __theo dõi, đôn đốc__ việc giải quyết, trả lời bảo đảm đúng thời hạn luật định.")},
		paper.Heading{Level: paper.LevelRoman, Number: 3, Title: "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"},
		&paper.Table{Columns: []paper.Column{{Share: 12, Align: paper.Centre}, {Share: 30}, {Share: 58}},
			Head: []paper.Row{{Cells: paper.CellsOf("Năm", "Hình thức khen thưởng", "Số, ngày, tháng, năm của quyết định khen thưởng; cơ quan ban hành quyết định")}},
			Rows: []paper.Row{{Cells: paper.CellsOf("2024", "Giấy khen", "Quyết định số 15/QĐ-SNV ngày 20/12/2024 của Giám đốc Sở Nội vụ")}}},
		paper.Sign{Signers: []paper.Signer{{Post: []string{"XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ"}, Note: "(Ký, đóng dấu)"}, {Post: []string{"NGƯỜI BÁO CÁO"}, Note: "(Ký, ghi rõ họ và tên)", Name: "Katơr Thị Ưởng"}}},
		paper.Sign{Middle: true, Signers: []paper.Signer{{Post: []string{"XÁC NHẬN CỦA CƠ QUAN TRÌNH KHEN THƯỞNG"}, Note: "(Ký, đóng dấu)"}}},
	}}}}
}

// urgent is a công văn of another degree of urgency, which has no V/v.
func urgent(u paper.Urgency) *paper.Document {
	d := officialLetter()
	h := d.Parts[0].Blocks[0].(paper.Head)
	h.Urgency, h.About = u, nil
	d.Parts[0].Blocks[0] = h
	return d
}

func minutes() *paper.Document {
	h := head(numberLine("03", "BB-HĐTĐKT"))
	h.Dated = nil
	h.Issuer = []string{"HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"}
	return &paper.Document{Code: "bien-ban-hop", Title: "Biên bản họp Hội đồng", Author: "Hội đồng Thi đua - Khen thưởng tỉnh", Parts: []paper.Part{{Blocks: []paper.Block{
		h, paper.Title{Name: "BIÊN BẢN", About: paper.Plain("Họp xét khen thưởng phong trào thi đua")},
		paper.Paragraph{Text: paper.Plain("Thời gian: 08 giờ 00 ngày 15 tháng 01 năm 2026. Địa điểm: Phòng họp số 2.")},
		paper.Paragraph{Text: paper.Plain("Hội đồng đã thảo luận, biểu quyết; kết quả nhất trí 15/15 thành viên, đạt tỷ lệ 100%.")},
		paper.Sign{Recipients: []string{"Thành viên Hội đồng", "Lưu: VT, hồ sơ"}, Signers: []paper.Signer{
			{Post: []string{"THƯ KÝ"}, Name: "Phạm Văn Mẫu"},
			{Post: []string{"CHỦ TỌA"}, Name: "Nguyễn Văn Giả", Held: []string{"CHỦ TỊCH HỘI ĐỒNG"}}}},
	}}}}
}

// form is a statistical form on its side.
func form() *paper.Document {
	t := &paper.Table{Fine: true, Numbered: true,
		Columns: []paper.Column{{Share: 40}, {Share: 10, Align: paper.Centre}, {Share: 12, Number: true}, {Share: 12, Number: true}, {Share: 12, Number: true}},
		Head: []paper.Row{
			{Cells: []paper.Cell{{Text: paper.Plain("Chỉ tiêu"), Rows: 2}, {Text: paper.Plain("Mã số"), Rows: 2}, {Text: paper.Plain("Tổng số"), Rows: 2}, {Text: paper.Plain("Chia ra"), Cols: 2}}},
			{Cells: paper.CellsOf("Trung ương", "Bộ, ngành, tỉnh")}},
		Rows: []paper.Row{
			{Kind: paper.RowTotal, Cells: paper.CellsOf("Tổng số phong trào thi đua", "01", "1.234", "4", "1.230")},
			{Cells: paper.CellsOf("Dưới 1 năm", "06", "12,5", "0", "12,5")}}}
	return &paper.Document{Code: "bieu-0601", Title: "Biểu 0601", Author: "Sở Nội vụ", Parts: []paper.Part{{Name: "Biểu 0601.N", Landscape: true, Blocks: []paper.Block{
		paper.Columns{Shares: []float64{3, 4, 3}, Cells: []paper.Cell{
			{Text: paper.Lines(paper.Bold("Biểu số 0601.N/BNV-TĐKT"), paper.Plain("Ngày nhận báo cáo: 15 tháng 12"))},
			{Text: paper.Lines(paper.Bold("SỐ PHONG TRÀO THI ĐUA"), paper.Plain("Năm 2025")), Align: paper.Centre},
			{Text: paper.Lines(paper.Plain("Đơn vị báo cáo: Sở Nội vụ"), paper.Plain("Đơn vị nhận báo cáo: Bộ Nội vụ"))}}},
		paper.Paragraph{Text: paper.Italic("Đơn vị tính: phong trào"), Align: paper.Right, KeepNext: true}, t,
		paper.Sign{Signers: []paper.Signer{{Post: []string{"NGƯỜI LẬP BIỂU"}, Name: "Lê Văn Thử"}, {Post: []string{"NGƯỜI KIỂM TRA"}, Name: "Vũ Thị Kiểm"},
			{Dated: dateLine("Khánh Hòa", 2025, 12, 0), Post: []string{"THỦ TRƯỞNG ĐƠN VỊ"}, Name: "Trần Thị Mẫu"}}},
	}}}}
}

// honours are certificates on an A4 blank, one name too long for any rule.
func honours() *paper.Document {
	d := &paper.Document{Code: "bang-khen", Title: "Bằng khen", Author: "UBND tỉnh Khánh Hòa", Parts: []paper.Part{{Name: "Bằng khen"}}}
	for i, name := range []string{"Bà Katơr Thị Ưởng", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Khánh Hòa", strings.Repeat("Ban Quản lý dự án ", 14)} {
		d.Parts[0].Blocks = append(d.Parts[0].Blocks, paper.Certificate{Sheet: paper.SheetA4, Fields: []paper.Slot{
			{Name: "Người tặng", X: 40, Y: 60, W: 217, H: 12, Size: 22, MinSize: 16, Red: true, Text: paper.Bold("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA")},
			{Name: "Họ và tên", X: 40, Y: 100, W: 217, H: 22, Size: 26, MinSize: 16, Lines: 2, Text: paper.Bold(name)},
			{Name: "Thành tích", X: 40, Y: 126, W: 217, H: 16, Size: 15, MinSize: 11, Lines: 2, Text: paper.Plain("Đã có thành tích xuất sắc trong phong trào thi đua kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam")},
			{Name: "Số sổ vàng", X: 30, Y: 180, W: 70, Size: 12, Align: paper.Left, Text: paper.BoldItalic(fmt.Sprintf("Số sổ vàng: %d", i+1))},
			{Name: "Ngày ký", X: 160, Y: 150, W: 110, Size: 13, Text: paper.Italic("Khánh Hòa, ngày 05 tháng 01 năm 2026")},
		}})
	}
	return d
}

// regulation has every block a paper can have: chapters, articles with points,
// breaks, an annex with a label.
func regulation() *paper.Document {
	text := paper.Plain("Phong trào thi đua được tổ chức công khai, minh bạch; khen thưởng chính xác, kịp thời, thành tích đến đâu khen thưởng đến đó.")
	return &paper.Document{Code: "huong-dan", Title: "Hướng dẫn", Author: "Sở Nội vụ", Parts: []paper.Part{
		{Name: "Hướng dẫn", Blocks: []paper.Block{
			head(numberLine("12", "HD-SNV")), paper.Title{Name: "HƯỚNG DẪN", About: paper.Plain("Công tác khen thưởng phong trào thi đua")},
			paper.Heading{Level: paper.LevelPart, Number: 1, Title: "QUY ĐỊNH CHUNG"},
			paper.Heading{Level: paper.LevelChapter, Number: 2, Title: "TIÊU CHUẨN"},
			paper.Heading{Level: paper.LevelSection, Number: 1, Title: "BẰNG KHEN"},
			paper.Article{Number: 1, Title: "Phạm vi điều chỉnh"}, paper.Clause{Number: 1, Title: "Nguyên tắc"}, paper.Clause{Number: 2, Title: "Đối tượng.", Text: text},
			paper.Clause{Number: 3, Text: text}, paper.Point{Number: 1, Text: text}, paper.Point{Number: 6, Text: text},
			paper.Article{Number: 2, Title: "Đối tượng áp dụng.", Text: text},
			paper.Space{Lines: 2}, paper.Paragraph{Text: paper.Italic("(Còn tiếp trang sau)"), Align: paper.Centre}, paper.PageBreak{},
			paper.Heading{Level: paper.LevelLetter, Number: 3, Title: "Cách thức thực hiện"}, paper.Paragraph{Text: text, NoIndent: true}, paper.Paragraph{Text: text, Align: paper.Left},
			paper.Bullet{Text: paper.Lines(paper.Plain("Dòng thứ nhất;"), paper.Plain("dòng thứ hai của cùng một đoạn."))},
			paper.Paragraph{Text: paper.Ended(text)},
			paper.Sign{Recipients: []string{"Các cơ quan, đơn vị, địa phương", "Lưu: VT"}, Signers: []paper.Signer{{Post: []string{"GIÁM ĐỐC"}, Name: "Trần Thị Mẫu"}}},
		}},
		{Name: "Phụ lục I", Blocks: []paper.Block{
			paper.AnnexHead{Label: "Phụ lục I", Title: "MẪU BÁO CÁO THÀNH TÍCH", Attached: paper.Plain("(Kèm theo Hướng dẫn số 12/HD-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)")},
			paper.PageBreak{}, nomineeTable(2),
		}},
	}}
}

// all are the papers every test goes through.
func all() map[string]*paper.Document {
	return map[string]*paper.Document{
		"to-trinh-1": submission(1), "to-trinh-3": submission(3), "to-trinh-40": submission(40),
		"quyet-dinh": decision(5), "quyet-dinh-60": decision(60), "cong-van": officialLetter(), "khan": urgent(paper.Urgent), "thuong-khan": urgent(paper.VeryUrgent), "bao-cao": report(), "bien-ban": minutes(), "bieu": form(), "bang-khen": honours(), "huong-dan": regulation(),
	}
}
