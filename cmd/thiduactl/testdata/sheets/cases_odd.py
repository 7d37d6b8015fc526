"""Odd lists, each written out by hand: what was met once and must not be met twice."""
import datetime

from people import AWARDS, people, pick
from writers import book, delimited, tcvn3

CASES = []
A, K, G = "bang_khen_chu_tich_tinh", "bang_khen_thu_tuong", "giay_khen"


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def ind(name, **more):
    return dict({"kind": "individual", "name": name}, **more)


def col(name, **more):
    return dict({"kind": "collective", "name": name}, **more)


def hou(name, **more):
    return dict({"kind": "household", "name": name}, **more)


@case("chuc-vu-xuong-dong-duoi-ten.xlsx")
def post_below_name(path):
    book([["TT", "Họ và tên, chức vụ, đơn vị", "Hình thức khen thưởng"], [1, "Nguyễn Văn Hùng\nPhó Giám đốc Sở Y tế", "BK TTg"],
          [2, "Ông Lê Hữu Hưng – Chuyên viên, Sở Tài chính;", "BK tỉnh"], [3, "Bà Trần Thị Én (Kế toán, Sở Nội vụ)", "GK"], [4, "Khoa Nhi, Bệnh viện tỉnh", "GK"]], path)
    return [ind("Nguyễn Văn Hùng", position="Phó Giám đốc", unit="Sở Y tế", award=K), ind("Lê Hữu Hưng", gender="male", position="Chuyên viên", unit="Sở Tài chính", award=A),
            ind("Trần Thị Én", gender="female", position="Kế toán", unit="Sở Nội vụ", award=G), col("Khoa Nhi", unit="Bệnh viện tỉnh", award=G)], [{"row": 5, "field": "name", "code": "intake.split-body", "severity": "warning"}]


@case("tieu-de-la.xlsx")
def strange_headings(path):
    book([["STT", "Người được xét", "Đề xuất của Hội đồng", "CQ"], [1, "Nguyễn Văn Hùng", "Bằng khen của UBND tỉnh", "Sở Y tế"], [2, "Lê Thị Én", "Giấy khen", "Sở Tài chính"],
          [3, "Đỗ Ý", "BK TTg", "Công an tỉnh"]], path)
    return [ind("Nguyễn Văn Hùng", unit="Sở Y tế", award=A), ind("Lê Thị Én", unit="Sở Tài chính", award=G), ind("Đỗ Ý", unit="Công an tỉnh", award=K)], \
        [{"row": 0, "field": "name", "code": "intake.column-unsure", "severity": "warning"}]


@case("khong-co-dong-tieu-de.csv")
def headless(path):
    delimited([["1", "Nguyễn Văn Hùng", "Sở Y tế", "Giấy khen"], ["2", "Lê Thị Én", "Sở Tài chính", "Bằng khen UBND tỉnh"], ["3", "Đỗ Ý", "Công an tỉnh", "BK TTg"]], path, sep=";")
    return [ind("Nguyễn Văn Hùng", unit="Sở Y tế", award=G), ind("Lê Thị Én", unit="Sở Tài chính", award=A), ind("Đỗ Ý", unit="Công an tỉnh", award=K)], \
        [{"row": 0, "code": "intake.headless", "severity": "warning"}]


@case("muc-chu-thuong-don-vi.xlsx")
def small_letters(path):
    book([["TT", "Họ và tên", "Chức vụ", "Hình thức"], ["I", "CÁC SỞ, BAN, NGÀNH"], ["a)", "Sở Y tế"], ["1)", "Nguyễn Văn Hùng", "Bác sĩ", "GK"], ["2)", "Lê Thị Én", "Y sĩ", "GK"],
          ["b)", "Sở Tài chính"], ["1)", "Đỗ Ý", "Kế toán", "GK"], ["II", "CÁC XÃ, PHƯỜNG"], ["a)", "UBND phường Đô Vinh"], ["1)", "Võ Úy", "Công chức Văn phòng - Thống kê", "GK"]], path)
    return [ind("Nguyễn Văn Hùng", position="Bác sĩ", unit="Sở Y tế", award=G), ind("Lê Thị Én", position="Y sĩ", unit="Sở Y tế", award=G),
            ind("Đỗ Ý", position="Kế toán", unit="Sở Tài chính", award=G), ind("Võ Úy", position="Công chức Văn phòng - Thống kê", unit="UBND phường Đô Vinh", award=G)], []


@case("dong-don-vi-gop-ngang.xlsx")
def wide_units(path):
    book([["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Hình thức khen thưởng"], ["SỞ Y TẾ"], [1, "Nguyễn Văn Hùng", "05/03/1980", "Bác sĩ", "GK"], [2, "Lê Thị Én", "06/03/1980", "Y sĩ", "GK"],
          ["CÔNG AN TỈNH"], [1, "Đỗ Ý", 1980, "Kế toán", "GK"]], path, merges=["A2:E2", "A5:E5"])
    return [ind("Nguyễn Văn Hùng", birth_date="1980-03-05", position="Bác sĩ", unit="Sở Y tế", award=G), ind("Lê Thị Én", birth_date="1980-03-06", position="Y sĩ", unit="Sở Y tế", award=G),
            ind("Đỗ Ý", birth_date="1980", position="Kế toán", unit="Công an tỉnh", award=G)], []


@case("thanh-tich-nhieu-dong.xlsx")
def long_deeds(path):
    book([["STT", "Họ và tên", "Đơn vị", "Thành tích", "Hình thức"], [1, "Nguyễn Văn Hùng", "Sở Y tế", "- Có 2 sáng kiến;", "GK"], [None, None, None, "- Hoàn thành tốt.", None],
          [2, "Lê Thị Én", "Sở Y tế", "Tốt", "GK"]], path, merges=["A2:A3", "B2:B3", "C2:C3", "E2:E3"])
    return [ind("Nguyễn Văn Hùng", unit="Sở Y tế", achievement="- Có 2 sáng kiến; - Hoàn thành tốt.", award=G), ind("Lê Thị Én", unit="Sở Y tế", achievement="Tốt", award=G)], \
        [{"row": 2, "field": "achievement", "code": "intake.row-joined", "severity": "warning"}]


@case("bang-lech-phai.xlsx")
def shifted(path):
    book([[], [None, None, "DANH SÁCH"], [None, None, "STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"], [None, None, 1, "Nguyễn Văn Hùng", "Sở Y tế", "GK"],
          [None, None, 2, "Lê Thị Én", "Sở Y tế", "GK"]], path)
    return [ind("Nguyễn Văn Hùng", unit="Sở Y tế", award=G), ind("Lê Thị Én", unit="Sở Y tế", award=G)], []


@case("tcvn3-phong-hoa.xlsx")
def capital_fonts(path):
    """Names typed small under an H font show as capitals."""
    ps = people(6, 70)
    rows = [["stt", "họ và tên", "chức vụ", "đơn vị công tác", "hình thức khen thưởng"]] + [[i, p["name"].lower(), p["position"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)]
    fonts = {"all": ".VnTime"}
    fonts.update({(1, c): ".VnTimeH" for c in range(1, 6)})
    fonts.update({(r, 2): ".VnTimeH" for r in range(2, 8)})
    book([[tcvn3(v) for v in r] for r in rows], path, fonts=fonts)
    return [pick(p, "name", "position", "unit", "award") for p in ps], []


@case("tcvn3-mat-chu-u.xlsx")
def lost_letter(path):
    """Programs drop U+00AD, which is TCVN3's ư."""
    rows = [["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng"], [1, "Trượng Minh Ứng", "Trưởng phòng", "Sở Y tế", "Bằng khen của Thủ tướng Chính phủ"],
            [2, "Lê Thị Ánh", "Phó Trưởng phòng", "Sở Tư pháp", "Giấy khen"]]
    book([[tcvn3(v).replace("\u00ad", "") if isinstance(v, str) else v for v in r] for r in rows], path, fonts={"all": ".VnTime"})
    return [ind("Trượng Minh Ứng", position="Trưởng phòng", unit="Sở Y tế", award=K), ind("Lê Thị Ánh", position="Phó Trưởng phòng", unit="Sở Tư pháp", award=G)], []


@case("ho-gia-dinh-ghi-ten-ong.xlsx")
def heads_of_house(path):
    book([["STT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ, đơn vị công tác hoặc địa chỉ", "Hình thức"], ["A", "HỘ GIA ĐÌNH"], [1, "Ông Katơr Ba", "Thôn 2, xã Bác Ái", "BK tỉnh"],
          [2, "Hộ gia đình bà Chamaléa Thị Én", "Thôn 3, xã Bác Ái", "BK tỉnh"], ["B", "CÁ NHÂN"], [1, "Ông Pi Năng Ứng", "Trưởng thôn, UBND xã Bác Ái", "GK"]], path)
    return [hou("Katơr Ba", award=A), hou("Hộ gia đình bà Chamaléa Thị Én", award=A), ind("Pi Năng Ứng", gender="male", position="Trưởng thôn", unit="UBND xã Bác Ái", award=G)], []


@case("loai-doi-tuong-theo-chu.xlsx")
def kinds_by_words(path):
    rows = [["STT", "Tên đối tượng", "Thành tích", "Hình thức"]]
    out = []
    for i, r in enumerate([col("Nhân dân và cán bộ xã Bác Ái"), hou("Gia đình ông Katơr Ba"), col("Trường THPT Nguyễn Trãi"), ind("Đoàn Văn Hậu"), col("Chi bộ thôn Ma Oai"),
                           col("Công ty TNHH Thuận Phát"), col("Đoàn TNCS Hồ Chí Minh xã Bác Ái")], 1):
        rows.append([i, r["name"], "Tốt", "GK"])
        out.append(dict(r, achievement="Tốt", award=G))
    rows.append([8, "Thượng tá Ngô Đức Khánh", "Tốt", "GK"])
    out.append(ind("Ngô Đức Khánh", honorific="Thượng tá", achievement="Tốt", award=G))
    book(rows, path)
    return out, []


@case("ghi-chu-da-rut.xlsx")
def withdrawn(path):
    book([["STT", "Họ và tên", "Đơn vị", "Hình thức", "Ghi chú"], [1, "Nguyễn Văn Hùng", "Sở Y tế", "GK", "Đã rút"], [2, "Lê Thị Én", "Sở Y tế", "GK", "Hồ sơ gửi sau"]], path)
    return [ind("Lê Thị Én", unit="Sở Y tế", award=G)], [{"row": 0, "code": "intake.row-withdrawn", "severity": "warning"}]


@case("ngay-that-va-chu-lan-lon.xlsx")
def real_and_text(path):
    book([["STT", "Họ và tên", "Sinh ngày", "Đơn vị", "Hình thức"], [1, "Nguyễn Văn Hùng", datetime.datetime(1980, 3, 25), "Sở Y tế", "GK"], [2, "Lê Thị Én", "05/03/1981", "Sở Y tế", "GK"],
          [3, "Đỗ Ý", datetime.datetime(1982, 12, 11), "Sở Y tế", "GK"]], path, formats={3: "dd/mm/yyyy"})
    return [ind("Nguyễn Văn Hùng", birth_date="1980-03-25", unit="Sở Y tế", award=G), ind("Lê Thị Én", birth_date="1981-03-05", unit="Sở Y tế", award=G),
            ind("Đỗ Ý", birth_date="1982-12-11", unit="Sở Y tế", award=G)], []


@case("danh-hieu-va-hinh-thuc.xlsx")
def title_and_award(path):
    book([["Stt", "Ông (bà)", "Họ và tên", "Chức vụ, đơn vị", "Đăng ký", None], [None, None, None, None, "Thi đua", "Khen thưởng"],
          [1, "Ông", "Nguyễn Văn Hùng", "Bác sĩ, Sở Y tế", "CSTĐ cơ sở", None], [2, "Bà", "Lê Thị Én", "Phó Giám đốc Sở Y tế", None, "Bằng khen UBND tỉnh"],
          [3, "Bà", "Đỗ Ý", "Kế toán, Sở Y tế", "LĐTT", "Giấy khen"]], path, merges=["E1:F1", "A1:A2", "B1:B2", "C1:C2", "D1:D2"])
    return [ind("Nguyễn Văn Hùng", gender="male", position="Bác sĩ", unit="Sở Y tế", award="cstd_co_so"), ind("Lê Thị Én", gender="female", position="Phó Giám đốc", unit="Sở Y tế", award=A),
            ind("Đỗ Ý", gender="female", position="Kế toán", unit="Sở Y tế")], [{"row": 5, "field": "award", "code": "intake.award-several", "severity": "error"}]


@case("cccd-trai-gioi-tinh.xlsx")
def contrary(path):
    book([["STT", "Họ và tên", "Giới tính", "Năm sinh", "Số CCCD", "Đơn vị", "Hình thức"], [1, "Nguyễn Văn Hùng", "Nam", 1980, "058180001234", "Sở Y tế", "GK"],
          [2, "Lê Thị Én", "Nữ", 1981, "058191001234", "Sở Y tế", "GK"], [3, "Bà Đỗ Ý", "Nam", 1982, "058082001234", "Sở Y tế", "GK"]], path)
    return [ind("Nguyễn Văn Hùng", gender="male", birth_date="1980", id_number="058180001234", unit="Sở Y tế", award=G),
            ind("Lê Thị Én", gender="female", birth_date="1981", id_number="058191001234", unit="Sở Y tế", award=G),
            ind("Đỗ Ý", gender="male", birth_date="1982", id_number="058082001234", unit="Sở Y tế", award=G)], \
        [{"row": 2, "field": "id_number", "code": "intake.id-gender", "severity": "warning"}, {"row": 3, "field": "id_number", "code": "intake.id-birth", "severity": "warning"},
         {"row": 4, "field": "gender", "code": "intake.gender-contrary", "severity": "warning"}]
