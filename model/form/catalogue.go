package form

import "slices"

// What a paper is printed from, as the console lists it.
const (
	needMovement = "phong trào"
	needDossier  = "hồ sơ"
	needDecision = "quyết định"
	needUnit     = "đơn vị"
	needYear     = "năm"
)

const (
	decree30 = "NĐ 30/2020/NĐ-CP"
	custom   = "Mẫu thường dùng; pháp luật không quy định mẫu"
)

// all are the official papers, in the order of the work.
var all = []Form{
	{"huong-dan", "Hướng dẫn khen thưởng", []string{needMovement}, false, decree30 + " (thể thức); nội dung theo kế hoạch phong trào"},
	{"phieu-tiep-nhan", "Phiếu tiếp nhận hồ sơ", []string{needDossier}, false, custom},
	{"cong-van-bo-sung", "Công văn yêu cầu bổ sung hồ sơ", []string{needDossier}, false, decree30 + " (thể thức)"},
	{"cong-van-xac-minh", "Công văn đề nghị xác nhận", []string{needMovement}, false, decree30 + " (thể thức)"},
	{"cong-van-don-doc", "Công văn đôn đốc", []string{needMovement, needUnit, needYear}, false, decree30 + " (thể thức)"},
	{"bao-cao-thanh-tich", "Báo cáo thành tích", []string{needDossier}, false, "Theo bố cục mẫu báo cáo của các nghị định; số mẫu trong NĐ 152/2025/NĐ-CP cần đối chiếu"},
	{"tom-tat", "Tóm tắt thành tích", []string{needDossier}, false, custom},
	{"trich-ngang", "Danh sách trích ngang", []string{needMovement}, false, custom},
	{"phieu-tham-dinh", "Phiếu thẩm định", []string{needDossier}, false, custom},
	{"bang-tien-do", "Bảng tiến độ hồ sơ", []string{needMovement}, false, custom},
	{"danh-sach", "Danh sách đề nghị khen thưởng", []string{needMovement}, false, decree30 + " (phụ lục)"},
	{"phieu-bau", "Phiếu bầu", []string{needMovement}, false, custom},
	{"bien-ban-kiem-phieu", "Biên bản kiểm phiếu", []string{needMovement}, false, custom},
	{"bien-ban-hop", "Biên bản họp Hội đồng", []string{needMovement}, false, decree30 + ", Phụ lục III, Mẫu 1.9 (thể thức)"},
	{"to-trinh", "Tờ trình Chủ tịch Ủy ban nhân dân tỉnh", []string{needMovement}, true, decree30 + ", Phụ lục III, Mẫu 1.4"},
	{"to-trinh-thu-tuong", "Tờ trình Thủ tướng Chính phủ", []string{needMovement}, true, decree30 + "; Luật 06/2022/QH15, Điều 83"},
	{"to-trinh-ubtvqh", "Tờ trình Ủy ban Thường vụ Quốc hội", []string{needMovement}, false, decree30 + " (thể thức); theo kế hoạch phong trào"},
	{"quyet-dinh", "Quyết định khen thưởng", []string{needDecision}, true, decree30 + ", Phụ lục III, Mẫu 1.2"},
	{"quyet-dinh-dieu-chinh", "Quyết định điều chỉnh quyết định khen thưởng", []string{needDecision}, false, decree30 + ", Phụ lục III, Mẫu 1.2 (thể thức)"},
	{"quyet-dinh-huy-bo", "Quyết định hủy bỏ khen thưởng", []string{needDecision}, false, decree30 + ", Phụ lục III, Mẫu 1.2 (thể thức); Luật 06/2022/QH15, Điều 93"},
	{"bang-khen", "Bằng khen, giấy khen (in lên phôi)", []string{needDecision}, true, "NĐ 98/2023/NĐ-CP, Điều 104 (nội dung); vị trí theo phôi của cơ quan"},
	{"tien-thuong", "Danh sách chi tiền thưởng", []string{needDecision}, false, custom},
	{"so-quy", "Sổ quỹ thi đua, khen thưởng", []string{needYear}, false, custom},
	{"so-khen-thuong", "Sổ khen thưởng", []string{needYear}, false, custom},
	{"danh-sach-dien-hinh", "Danh sách điển hình tiên tiến, sáng kiến", []string{needMovement, needYear}, false, custom},
	{"bang-xep-hang", "Bảng xếp hạng thi đua của cụm, khối", []string{needMovement, needYear}, false, custom},
	{"mau-bao-cao", "Mẫu báo cáo gửi đơn vị điền", []string{needMovement, needUnit, needYear}, false, custom},
	{"bao-cao-hang-nam", "Báo cáo kết quả phong trào hằng năm", []string{needMovement, needYear}, false, decree30 + " (thể thức)"},
	{"bao-cao-tong-ket", "Báo cáo tổng kết phong trào", []string{needMovement}, false, decree30 + " (thể thức)"},
	{"bieu-0601", "Biểu 0601.N: Số phong trào thi đua", []string{needYear}, true, "TT 02/2023/TT-BNV"},
	{"bieu-0602", "Biểu 0602.N: Khen thưởng cấp Nhà nước", []string{needYear}, true, "TT 02/2023/TT-BNV"},
	{"bieu-0603", "Biểu 0603.N: Khen thưởng cấp bộ, cấp tỉnh", []string{needYear}, true, "TT 02/2023/TT-BNV"},
	{"bieu-0604", "Biểu 0604.N: Tổ chức làm công tác thi đua, khen thưởng", []string{needYear}, true, "TT 02/2023/TT-BNV"},
	{"bieu-0605", "Biểu 0605.N: Công chức làm công tác thi đua, khen thưởng", []string{needYear}, true, "TT 02/2023/TT-BNV"},
	{"bieu-0701", "Biểu 0701.N: Số phong trào thi đua (trước 2023)", []string{needYear}, true, "TT 03/2018/TT-BNV"},
	{"bieu-0702", "Biểu 0702.N: Khen thưởng cấp Nhà nước (trước 2023)", []string{needYear}, true, "TT 03/2018/TT-BNV"},
	{"bieu-0703", "Biểu 0703.N: Khen thưởng cấp bộ, cấp tỉnh (trước 2023)", []string{needYear}, true, "TT 03/2018/TT-BNV"},
}

// All lists the official papers, in the order of the work.
func All() []Form { return slices.Clone(all) }

// NamesNominees tells that the paper is about nominees and their dossiers. What is
// printed of a year comes from plans, reports, scores and the register instead.
func (f Form) NamesNominees() bool {
	switch f.Code {
	case "huong-dan", "bang-tien-do", "bao-cao-tong-ket":
		return false
	}
	return !slices.Contains(f.Needs, needYear)
}

// ByCode finds one paper.
func ByCode(code string) (Form, bool) {
	i := slices.IndexFunc(all, func(f Form) bool { return f.Code == code })
	if i < 0 {
		return Form{}, false
	}
	return all[i], true
}
