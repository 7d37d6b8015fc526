"""Troubles inside cells: dates, numbers, names, capitals, repetition."""
import datetime

import openpyxl

from people import AWARDS, dmy, people, pick, sex, teams
from writers import book, sheet

CASES = []
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng"]


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


@case("ngay-sinh-du-kieu.xlsx")
def dates(path):
    shapes = [("05/03/1980", "1980-03-05"), ("5/3/1980", "1980-03-05"), ("05-03-1980", "1980-03-05"), ("05.03.1980", "1980-03-05"), ("5/3/80", "1980-03-05"),
              ("ngày 05 tháng 3 năm 1980", "1980-03-05"), ("3/1980", "1980-03"), ("03-1980", "1980-03"), ("tháng 3 năm 1980", "1980-03"), ("1980", "1980"),
              (1980, "1980"), ("00/00/1975", "1975"), ("../../1975", "1975"), ("00/03/1975", "1975-03"), ("Sinh năm 1975", "1975"), ("1980-03-05", "1980-03-05"),
              ("31/02/1980", None), ("29/02/1981", None), ("29/02/1980", "1980-02-29"), ("abc", None), ("05/13/1980", "1980-05-13"), (29286, "1980-03-06"),
              ("05/03/20", None), ("05031980", "1980-03-05"), ("  05 / 03 / 1980 ", "1980-03-05"), ("05/03/1880", None), ("25/12/2040", None), ("30/11/05", "2005-11-30")]
    flagged = {"31/02/1980": "intake.date-bad", "29/02/1981": "intake.date-bad", "abc": "intake.date-bad", 29286: "intake.date-serial", "05/13/1980": "intake.date-order",
               "05/03/20": "intake.date-century", "05031980": "intake.date-packed", "05/03/1880": "intake.birth-strange", "25/12/2040": "intake.birth-strange"}
    ps = people(len(shapes) + 3, 20)
    rows, out, issues = [HEAD], [], []
    for i, (p, (text, iso)) in enumerate(zip(ps, shapes), 1):
        rows.append([i, p["name"], text, p["position"], p["unit"], AWARDS[p["award"]]])
        r = pick(p, "name", "position", "unit", "award")
        if text == "05/13/1980":
            iso = "1980-05-13"
        if iso:
            r["birth_date"] = iso
        out.append(r)
        if text in flagged:
            issues.append({"row": i + 1, "field": "birth_date", "code": flagged[text], "severity": "warning"})
    # One cell has the month first, the column otherwise the day: what can be either is left out.
    return write_dates(path, rows, out, issues)


def write_dates(path, rows, out, issues):
    """The column holds 05/13/1980 beside days first, so cells that can be either way wait for an answer."""
    kept = [r for r in rows[1:] if r[2] != "05/13/1980"]
    index = [i for i, r in enumerate(rows[1:]) if r[2] != "05/13/1980"]
    final, fixed = [rows[0]], []
    for n, (i, r) in enumerate(zip(index, kept), 1):
        final.append([n] + r[1:])
    where = {i: n for n, i in enumerate(index, 1)}
    for s in issues:
        if s["row"] - 2 in where:
            fixed.append(dict(s, row=where[s["row"] - 2] + 1))
    book(final, path, formats={3: "@"})
    return [out[i] for i in index], fixed


@case("ngay-sinh-thang-truoc.xlsx")
def months_first(path):
    ps = people(6, 21)
    texts = [("03/25/1980", "1980-03-25"), ("05/04/1979", None), ("12/31/1985", "1985-12-31"), ("25/03/1980", "1980-03-25"), ("07/07/1990", "1990-07-07"), ("1988", "1988")]
    rows, out, issues = [HEAD], [], [{"row": 0, "field": "birth_date", "code": "intake.date-order-column", "severity": "warning"}]
    for i, (p, (t, iso)) in enumerate(zip(ps, texts), 1):
        rows.append([i, p["name"], t, p["position"], p["unit"], AWARDS[p["award"]]])
        r = pick(p, "name", "position", "unit", "award")
        if iso:
            r["birth_date"] = iso
        else:
            issues.append({"row": i + 1, "field": "birth_date", "code": "intake.date-either", "severity": "warning"})
        out.append(r)
    book(rows, path, formats={3: "@"})
    return out, issues


@case("ngay-sinh-kieu-ngay-excel.xlsx")
def serials(path):
    ps = people(6, 22)
    rows = [HEAD] + [[i, p["name"], datetime.date.fromisoformat(p["birth_date"]), p["position"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)]
    rows.append([7, "Trần Văn Năm", datetime.date(1905, 6, 2), "Chuyên viên", "Sở Y tế", "Giấy khen"])
    book(rows, path, formats={3: "dd/mm/yyyy"})
    out = [pick(p, "name", "birth_date", "position", "unit", "award") for p in ps]
    out.append({"kind": "individual", "name": "Trần Văn Năm", "birth_date": "1980", "position": "Chuyên viên", "unit": "Sở Y tế", "award": "giay_khen"})
    return out, [{"row": 8, "field": "birth_date", "code": "intake.date-year", "severity": "warning"}]


@case("ngay-sinh-he-1904.xlsx")
def serials_1904(path):
    ps = people(5, 23)
    wb = openpyxl.Workbook()
    wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet(wb.active, [HEAD] + [[i, p["name"], datetime.date.fromisoformat(p["birth_date"]), p["position"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)],
          formats={3: "dd/mm/yyyy"})
    wb.save(path)
    return [pick(p, "name", "birth_date", "position", "unit", "award") for p in ps], []


@case("ngay-thang-nam-ba-cot.xlsx")
def three_columns(path):
    ps = people(5, 24)
    rows = [["STT", "Họ và tên", "Ngày sinh", None, None, "Đơn vị", "Hình thức khen thưởng"], [None, None, "Ngày", "Tháng", "Năm"]]
    for i, p in enumerate(ps, 1):
        y, m, d = (int(x) for x in p["birth_date"].split("-"))
        rows.append([i, p["name"], d if i != 3 else None, m if i != 3 else None, y, p["unit"], AWARDS[p["award"]]])
    book(rows, path, merges=["C1:E1", "A1:A2", "B1:B2", "F1:F2", "G1:G2"])
    out = [pick(p, "name", "birth_date", "unit", "award") for p in ps]
    out[2]["birth_date"] = out[2]["birth_date"][:4]
    return out, []


@case("cccd-mat-so-khong.xlsx")
def lost_zero(path):
    ps = people(9, 25)
    rows, out, issues = [["STT", "Họ và tên", "Số CCCD", "Đơn vị", "Hình thức khen thưởng"]], [], []
    cells = [lambda s: int(s), lambda s: s[1:], lambda s: s, lambda s: " " + s[:3] + " " + s[3:6] + " " + s[6:], lambda s: "'" + s, lambda s: 264123456,
             lambda s: "26412345", lambda s: s + "9", lambda s: "đang làm lại"]
    want = [None, None, None, None, None, "264123456", "26412345", None, "đang làm lại"]
    codes = [None] * 6 + ["intake.id-length", "intake.id-length", "intake.id-odd"]
    for i, (p, c) in enumerate(zip(ps, cells), 1):
        v = c(p["id_number"])
        rows.append([i, p["name"], v, p["unit"], AWARDS[p["award"]]])
        r = pick(p, "name", "unit", "award")
        r["id_number"] = want[i - 1] or (p["id_number"] + "9" if i == 8 else p["id_number"])
        out.append(r)
        if codes[i - 1]:
            issues.append({"row": i + 1, "field": "id_number", "code": codes[i - 1], "severity": "warning"})
    book(rows, path)
    return out, issues


@case("ten-in-hoa.xlsx")
def capitals(path):
    ts, ps = teams(3, 26, units=False), people(12, 26)
    rows = [["STT", "HỌ VÀ TÊN", "GIỚI TÍNH", "CHỨC VỤ", "ĐƠN VỊ CÔNG TÁC", "HÌNH THỨC KHEN THƯỞNG"], ["A", "TẬP THỂ"]]
    out = []
    for i, name in enumerate(["Phòng Tổ chức - Hành chính", "Ủy ban nhân dân huyện Bác Ái", "Trường Tiểu học Đô Vinh"], 1):
        rows.append([i, name.upper(), None, None, None, "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"])
        out.append({"kind": "collective", "name": name, "award": "bang_khen_chu_tich_tinh"})
    rows.append(["B", "CÁ NHÂN"])
    for i, p in enumerate(ps, 1):
        rows.append([i, p["name"].upper(), sex(p), p["position"].upper(), p["unit"].upper().replace("UBND", "UBND"), AWARDS[p["award"]].upper()])
        out.append(pick(p, "name", "gender", "position", "unit", "award"))
    book(rows, path)
    return out, []


@case("hoc-ham-cap-bac.xlsx")
def ranks(path):
    forms = [("Ông", "", "male"), ("Bà", "", "female"), ("Đ/c", "", None), ("Đồng chí", "", None), ("Đại tá", "Đại tá", None), ("Thượng uý", "Thượng uý", None), ("TS.", "TS.", None),
             ("ThS. BS.", "ThS. BS.", None), ("BSCKII.", "BSCKII.", None), ("NSƯT", "NSƯT", None), ("PGS.TS.", "PGS.TS.", None), ("Ông Thiếu tá", "Thiếu tá", "male"), ("BÀ", "", "female"),
             ("đ/c", "", None), ("Nhà giáo Ưu tú", "Nhà giáo Ưu tú", None)]
    ps = people(len(forms), 27)
    rows, out = [["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"]], []
    for i, (p, (form, rank, g)) in enumerate(zip(ps, forms), 1):
        rows.append([i, form + " " + p["name"], p["position"], p["unit"], AWARDS[p["award"]]])
        r = pick(p, "name", "position", "unit", "award")
        if rank:
            r["honorific"] = rank
        if g:
            r["gender"] = g
        out.append(r)
    book(rows, path)
    return out, []


@case("nhu-tren.xlsx")
def ditto(path):
    ps = people(8, 28)
    marks = [None, "nt", "như trên", '"', "-nt-", "”", "Như trên", "//"]
    rows, out = [["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích", "Hình thức khen thưởng"]], []
    for i, (p, m) in enumerate(zip(ps, marks), 1):
        rows.append([i, p["name"], p["position"], m if m and m != "//" else ps[0]["unit"], m if m and m != "//" else ps[0]["achievement"], m if m and m != "//" else AWARDS[ps[0]["award"]]])
        out.append(dict(pick(p, "name", "position"), unit=ps[0]["unit"], achievement=ps[0]["achievement"], award=ps[0]["award"]))
    book(rows, path)
    return out, []


@case("chuc-vu-don-vi-mot-o.xlsx")
def one_cell(path):
    cells = [("Phó Giám đốc Sở Y tế", "Phó Giám đốc", "Sở Y tế"), ("Chuyên viên, Sở Tài chính", "Chuyên viên", "Sở Tài chính"),
             ("Trưởng phòng Tổ chức cán bộ, Sở Nội vụ", "Trưởng phòng Tổ chức cán bộ", "Sở Nội vụ"), ("Phó Chủ tịch UBND xã Bác Ái", "Phó Chủ tịch", "UBND xã Bác Ái"),
             ("Chánh Văn phòng - Sở Tư pháp", "Chánh Văn phòng", "Sở Tư pháp"), ("Giám đốc\nSở Nội vụ", "Giám đốc", "Sở Nội vụ"),
             ("Sở Tài chính, Kế toán trưởng", "Kế toán trưởng", "Sở Tài chính"), ("Chủ tịch Hội Nông dân tỉnh", "Chủ tịch", "Hội Nông dân tỉnh"),
             ("Công chức Văn phòng - Thống kê, UBND phường Đô Vinh", "Công chức Văn phòng - Thống kê", "UBND phường Đô Vinh"),
             ("Ủy viên Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy viên Thường trực", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
             ("Phó Trưởng phòng (Sở Y tế)", "Phó Trưởng phòng", "Sở Y tế"), ("Bác sĩ; Sở Y tế", "Bác sĩ", "Sở Y tế")]
    ps = people(len(cells), 29)
    rows, out = [["TT", "Họ và tên", "Chức vụ, nơi công tác", "Tóm tắt thành tích", "Hình thức đề nghị"]], []
    for i, (p, (text, post, unit)) in enumerate(zip(ps, cells), 1):
        rows.append([i, p["name"], text, p["achievement"], AWARDS[p["award"]]])
        out.append(dict(pick(p, "name", "achievement", "award"), position=post, unit=unit))
    book(rows, path)
    return out, []


@case("hinh-thuc-viet-tat.xlsx")
def short_awards(path):
    texts = [("BK TTg", "bang_khen_thu_tuong"), ("BKTTg", "bang_khen_thu_tuong"), ("BK UBND tỉnh", "bang_khen_chu_tich_tinh"), ("Bằng khen UBND tỉnh", "bang_khen_chu_tich_tinh"),
             ("bằng khen  của chủ tịch UBND tỉnh", "bang_khen_chu_tich_tinh"), ("Đề nghị tặng Bằng khen của UBTVQH", "bang_khen_ubtvqh"), ("BK CT.UBND tỉnh", "bang_khen_chu_tich_tinh"),
             ("Bằng khen của Thủ tướng CP", "bang_khen_thu_tuong"), ("GK", "giay_khen"), ("Bằng khen của Chủ tịch Uỷ ban nhân dân tỉnh Khánh Hòa", "bang_khen_chu_tich_tinh"),
             ("CSTĐ cơ sở", "cstd_co_so"), ("LĐTT", "lao_dong_tien_tien"), ("Chiến sỹ thi đua cơ sở", "cstd_co_so"), ("Bằng khen", None), ("Huy hiệu", None), (None, None),
             ("BK TTg, BK tỉnh", None), ("Bằng khen của Thủ tướg Chính phủ", "bang_khen_thu_tuong")]
    codes = {"Bằng khen": "intake.award-unclear", "Huy hiệu": "intake.award-unknown", None: "intake.award-missing", "BK TTg, BK tỉnh": "intake.award-several"}
    ps = people(len(texts), 30)
    rows, out, issues = [["STT", "Họ và tên", "Đơn vị", "Hình thức KT"]], [], []
    for i, (p, (text, code)) in enumerate(zip(ps, texts), 1):
        rows.append([i, p["name"], p["unit"], text])
        r = pick(p, "name", "unit")
        if code:
            r["award"] = code
        else:
            issues.append({"row": i + 1, "field": "award", "code": codes[text], "severity": "error"})
        out.append(r)
    issues.append({"row": len(texts) + 1, "field": "award", "code": "intake.award-unsure", "severity": "warning"})
    book(rows, path)
    return out, issues


@case("ten-don-vi-viet-khac-nhau.xlsx")
def unit_spellings(path):
    """The unit stays as the sheet names it, cleaned; the code is the registry's."""
    texts = ["Sở  Tài chính ", "Uỷ ban nhân dân xã Bác Ái", "UBND P. Đô Vinh", "Sở Giáo dục & Đào tạo", "SỞ Y TẾ", "sở tư pháp", "Sở Nội vụ.", "Sở Tài chinh"]
    want = ["Sở Tài chính", "Uỷ ban nhân dân xã Bác Ái", "UBND P. Đô Vinh", "Sở Giáo dục & Đào tạo", "Sở Y tế", "sở tư pháp", "Sở Nội vụ", "Sở Tài chinh"]
    ps = people(len(texts) + 1, 31)
    rows, out = [["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"]], []
    for i, (p, t, w) in enumerate(zip(ps, texts, want), 1):
        rows.append([i, p["name"], t, AWARDS[p["award"]]])
        out.append(dict(pick(p, "name", "award"), unit=w))
    rows.append([9, ps[8]["name"], "Xí nghiệp Muối Cà Ná", AWARDS[ps[8]["award"]]])
    out.append(dict(pick(ps[8], "name", "award"), unit="Xí nghiệp Muối Cà Ná"))
    book(rows, path)
    return out, [{"row": 9, "field": "unit", "code": "intake.unit-unsure", "severity": "warning"}, {"row": 10, "field": "unit", "code": "intake.unit-unknown", "severity": "warning"}]


@case("trung-nguoi.xlsx")
def twice(path):
    ps = people(5, 32)
    rows = [["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Đơn vị", "Hình thức khen thưởng"]]
    names = ["Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "Nguyễn Văn Hứng", "Nguyễn Văn Hùng", "Nguyễn Văn Hùng"]
    births = ["1980-03-05", "1980-03-05", "1980-03-05", "1985-01-01", "1980-03-05"]
    out = []
    for i, (n, b) in enumerate(zip(names, births), 1):
        idn = f"058080{100000 + (i if i != 5 else 1)}" if b != "1985-01-01" else "058085100009"
        rows.append([i, n, dmy(b), idn, "Sở Y tế", "BK UBND tỉnh"])
        out.append({"kind": "individual", "name": n, "birth_date": b, "id_number": idn, "unit": "Sở Y tế", "award": "bang_khen_chu_tich_tinh"})
    book(rows, path)
    return out, [{"row": 6, "field": "name", "code": "intake.duplicate", "severity": "warning"}]


@case("ho-gia-dinh.xlsx")
def households(path):
    names = ["Hộ gia đình ông Katơr Ba", "Hộ bà Nguyễn Thị Sáu", "Gia đình ông Trần Văn Bảy"]
    rows = [["DANH SÁCH HỘ GIA ĐÌNH ĐỀ NGHỊ KHEN THƯỞNG"], ["STT", "Tên hộ gia đình", "Địa chỉ", "Thành tích", "Hình thức khen thưởng"]]
    out = []
    for i, n in enumerate(names, 1):
        rows.append([i, n, f"Thôn {i}, xã Bác Ái", "Hiến 500 m2 đất làm đường.", "Bằng khen của UBND tỉnh"])
        out.append({"kind": "household", "name": n, "achievement": "Hiến 500 m2 đất làm đường.", "award": "bang_khen_chu_tich_tinh"})
    book(rows, path)
    return out, []
