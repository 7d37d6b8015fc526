"""Cells and headings that say two things, and what stands where nobody looks: found with sheets written blind."""
import datetime

import openpyxl

from cases_found import QUIET, doubt
from cases_odd import A, G, K, col, hou, ind
from writers import book, sheet, through

CASES = []
QH = "bang_khen_ubtvqh"


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def parts_of_days(path, kind):
    shown = [("Hà Thị Én", "yyyy", "1980"), ("Hà Văn Hến", "mm/yyyy", "1980-05"), ("Mang Thị Trà", "dd/mm/yyyy", "1980-05-23")]
    rows = [["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức"]] + [[i, n, datetime.datetime(1980, 5, 23), "Sở Y tế", "GK"] for i, (n, _, _) in enumerate(shown, 1)]
    through(rows, path, kind, formats={(r, 3): f for r, (_, f, _) in enumerate(shown, 2)})
    return [ind(n, birth_date=d, unit="Sở Y tế", award=G) for n, _, d in shown], [], QUIET


@case("ngay-chi-hien-thang-nam.xls")
def parts_of_days_xls(path):
    return parts_of_days(path, "xls:MS Excel 97")


@case("ngay-chi-hien-thang-nam.ods")
def parts_of_days_ods(path):
    return parts_of_days(path, "ods")


@case("cccd-va-dien-thoai-mot-o.xlsx")
def number_and_telephone(path):
    cells = [("Đàng Thị Yến", "058180123456 - 0912345678"), ("Bá Văn Ý", "ĐT: 0912 345 678, CCCD: 058079234567"), ("Não Thị Đào", "CCCD 058185345678\nSĐT 0987.654.321")]
    book([["STT", "Họ và tên", "CCCD, số điện thoại", "Đơn vị, điện thoại", "Hình thức"]] + [[i, n, c, "Sở Y tế, ĐT: 0911222333", "GK"] for i, (n, c) in enumerate(cells, 1)], path)
    return [ind(n, id_number=i, unit="Sở Y tế", award=G) for (n, _), i in zip(cells, ("058180123456", "058079234567", "058185345678"))], [], QUIET


@case("gioi-tinh-dan-toc-mot-o.xlsx")
def sex_and_people(path):
    book([["STT", "Họ và tên", "Giới tính, dân tộc", "Đơn vị", "Hình thức"], [1, "Katơr Thị Lên", "Nữ/Raglai", "Sở Y tế", "GK"], [2, "Thập Văn Đô", "Nam - Chăm", "Sở Y tế", "GK"]], path)
    return [ind("Katơr Thị Lên", gender="female", ethnicity="Raglai", unit="Sở Y tế", award=G), ind("Thập Văn Đô", gender="male", ethnicity="Chăm", unit="Sở Y tế", award=G)], [], QUIET


@case("dan-toc-ton-giao-mot-o.xlsx")
def people_and_religion(path):
    cells = [("Hán Thị Lộc", "Chăm/Bàni", "Chăm"), ("Võ Văn Ẩn", "Kinh - Không", "Kinh"), ("Pi Năng Thị Út", "Raglai, Tin lành", "Raglai"), ("Đổng Văn Sử", "DT Chăm (Bà-la-môn)", "Chăm")]
    book([["STT", "Họ và tên", "Dân tộc, tôn giáo", "Đơn vị", "Hình thức"]] + [[i, n, c, "Sở Y tế", "GK"] for i, (n, c, _) in enumerate(cells, 1)], path)
    return [ind(n, ethnicity=e, unit="Sở Y tế", award=G) for n, _, e in cells], [], QUIET


@case("o-ten-ghi-ca-ngay-sinh-chuc-vu.xlsx")
def form_in_a_cell(path):
    book([["TT", "Họ và tên, ngày sinh, chức vụ", "Đơn vị", "Hình thức"], [1, "Bà Kiều Thị Oanh\nSinh ngày: 05/3/1980\nChức vụ: Kế toán", "Sở Y tế", "GK"],
          [2, "Ông Lưu Văn Đạt; năm sinh: 1975; chức vụ: Văn thư", "Sở Y tế", "GK"]], path)
    return [ind("Kiều Thị Oanh", gender="female", birth_date="1980-03-05", position="Kế toán", unit="Sở Y tế", award=G),
            ind("Lưu Văn Đạt", gender="male", birth_date="1975", position="Văn thư", unit="Sở Y tế", award=G)], [], QUIET


@case("don-vi-la-ten-trang.xlsx")
def unit_is_the_tab(path):
    wb = openpyxl.Workbook()
    heads = ["STT", "Họ và tên", "Chức vụ", "Hình thức"]
    sheet(wb.active, [heads, [1, "Ức Thị Hạnh", "Kế toán", "GK"]], title="Sở Y tế")
    sheet(wb.create_sheet(), [heads, [1, "Ja Ngọc Lĩnh", "Văn thư", "GK"]], title="Sở Xây dựng (2)")
    wb.save(path)
    return [ind("Ức Thị Hạnh", position="Kế toán", unit="Sở Y tế", award=G), ind("Ja Ngọc Lĩnh", position="Văn thư", unit="Sở Xây dựng", award=G)], [doubt(0, "unit", "unit-from-tab")]


@case("don-vi-trong-ten-danh-sach.xlsx")
def unit_in_the_title(path):
    book([["DANH SÁCH CÁ NHÂN SỞ TƯ PHÁP ĐỀ NGHỊ BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"], ["STT", "Họ và tên", "Chức vụ"], [1, "Quảng Thị Ửng", "Kế toán"]], path)
    return [ind("Quảng Thị Ửng", position="Kế toán", unit="Sở Tư pháp", award=A)], [doubt(0, "unit", "unit-from-title"), doubt(0, "award", "award-from-title")]


@case("tap-the-duoi-don-vi-de-nghi.xlsx")
def proposers_are_nominees(path):
    book([["I. Tập thể"], ["TT", "Đơn vị đề nghị", "Nội dung khen", "Hình thức"], [1, "Phòng Tham mưu", "Giữ vững an ninh ngày bầu cử.", "GK"], [2, "Đội Cảnh sát giao thông", "Giữ vững an ninh ngày bầu cử.", "GK"], [],
          ["II. Cá nhân"], ["TT", "Họ và tên", "Đơn vị", "Hình thức"], [1, "Mang Thị Sen", "Công an tỉnh", "GK"]], path)
    return [col(n, achievement="Giữ vững an ninh ngày bầu cử.", award=G) for n in ("Phòng Tham mưu", "Đội Cảnh sát giao thông")] + [ind("Mang Thị Sen", unit="Công an tỉnh", award=G)], \
        [doubt(0, "collective", "column-unsure")]


@case("bang-la-tren-danh-sach.xlsx")
def unread_above(path):
    book([["TT", "Mô hình", "Nơi thực hiện"], [1, "Hộp thư cử tri", "Xã Lâm Sơn"], [2, "Chợ không rác", "Xã Cà Ná"], [], ["TT", "Họ và tên", "Đơn vị", "Hình thức"], [1, "Hồ Thị Sương", "Sở Y tế", "GK"]], path)
    return [ind("Hồ Thị Sương", unit="Sở Y tế", award=G)], [doubt(0, "", "rows-above")]


@case("dem-duoi-cot-hinh-thuc.xlsx")
def counted_marks(path):
    book([["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", None, None], [None, None, None, "BK TTg", "BK của UBTVQH", "GK"], [1, "Châu Thị Huệ", "Sở Y tế", "01"], [2, "Từ Văn Quý", "Sở Y tế", None, "X"],
          [3, "Vạn Thị Mỹ", "Sở Y tế", None, None, "01"], [None, "Cộng", None, 1, 1, 1]], path, merges=["A1:A2", "B1:B2", "C1:C2", "D1:F1"])
    return [ind("Châu Thị Huệ", unit="Sở Y tế", award=K), ind("Từ Văn Quý", unit="Sở Y tế", award=QH), ind("Vạn Thị Mỹ", unit="Sở Y tế", award=G)], [doubt(3, "award", "award-mark"), doubt(5, "award", "award-mark")]


@case("loai-va-cap-khen-hai-cot.xlsx")
def award_in_halves(path):
    book([["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", None], [None, None, None, "Loại", "Cấp"], [1, "Sử Thị Lệ", "Sở Y tế", "Bằng khen", "Thủ tướng"], [2, "Phú Văn Ước", "Sở Y tế", "Bằng khen", "UBND tỉnh"]], path,
         merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    return [ind("Sử Thị Lệ", unit="Sở Y tế", award=K), ind("Phú Văn Ước", unit="Sở Y tế", award=A)], [], QUIET


@case("ca-bang-khong-dau.xlsx")
def no_tones_at_all(path):
    book([["STT", "Ho va ten", "Ngay sinh", "Hinh thuc"], [1, "Tran Thi Hung", "23/05/1980", "Giay khen"], [2, "Le Van Dat", "13/06/1981", "Giay khen"]], path)
    return [ind("Tran Thi Hung", birth_date="1980-05-23", award=G), ind("Le Van Dat", birth_date="1981-06-13", award=G)], [doubt(0, "name", "names-plain")]


@case("ngay-sinh-kem-tuoi-viet-lien.xlsx")
def ages_and_packed(path):
    cells = [("Đỗ Thị Loan", "23/02/1977 (48 tuổi)", "1977-02-23"), ("Lý Văn Khuê", "10-Thg3-1987", "1987-03-10"), ("Ngô Thị Vy", "19850515", "1985-05-15")]
    book([["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức"]] + [[i, n, c, "Sở Y tế", "GK"] for i, (n, c, _) in enumerate(cells, 1)], path)
    return [ind(n, birth_date=d, unit="Sở Y tế", award=G) for n, _, d in cells], [doubt(4, "birth_date", "date-packed")]


@case("ho-viet-hoa-ten-viet-tat.xlsx")
def loud_households(path):
    book([["STT", "Tên tập thể, hộ gia đình, cá nhân", "Đơn vị", "Hình thức"], [1, "Hộ ÔNG KATƠR ĐÀO", "UBND xã Phước Hà", "1. Giấy khen (2025)"], [2, "Ng. Văn Bình", "UBND xã Phước Hà", "GK"], [None, "----- Hết -----"]], path)
    return [hou("Hộ ông Katơr Đào", unit="UBND xã Phước Hà", award=G), ind("Ng. Văn Bình", unit="UBND xã Phước Hà", award=G)], [doubt(3, "name", "name-short")]


@case("moi-nguoi-hai-dong.xlsx")
def people_on_two_rows(path):
    book([["STT", "Họ và tên", "Chức vụ", "Hình thức"], [None, "Ngày sinh", "Đơn vị"], [1, "Bà Mang Thị Nở", "Kế toán", "GK"], [None, "23/05/1980", "Sở Y tế"]], path, merges=["A1:A2", "D1:D2", "A3:A4", "D3:D4"])
    return [ind("Mang Thị Nở", gender="female", position="Kế toán", award=G), ind("05/1980", position="Sở Y tế", award=G)], [doubt(3, "", "rows-stacked", "error"), doubt(4, "", "rows-stacked", "error")]


@case("tuoi-duoi-nam-nu.xlsx")
def ages_say_the_sex(path):
    book([["STT", "Họ và tên", "Tuổi", None, "Đơn vị", "Hình thức"], [None, None, "Nam", "Nữ"], [1, "Phú Thị Én", None, 45, "Sở Y tế", "GK"], [2, "Quảng Đô", 51, None, "Sở Y tế", "GK"]], path, merges=["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"])
    return [ind("Phú Thị Én", gender="female", unit="Sở Y tế", award=G), ind("Quảng Đô", gender="male", unit="Sở Y tế", award=G)], [], QUIET
