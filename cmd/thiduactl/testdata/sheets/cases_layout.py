"""Troubles of layout: where the list stands and how its rows are arranged."""
import openpyxl

from people import AWARDS, dmy, people, pick, sex, teams
from writers import book, sheet

CASES = []


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def letterhead(width=6):
    return [["UBND TỈNH NINH THUẬN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["SỞ TƯ PHÁP", None, None, "Độc lập - Tự do - Hạnh phúc"], [],
            ["DANH SÁCH"], ["Đề nghị khen thưởng phong trào thi đua"],
            ["(Kèm theo Tờ trình số 12/TTr-STP ngày 09 tháng 12 năm 2025 của Sở Tư pháp)"], []]


def signatures(col=5):
    return [[], [None] * (col - 1) + ["Ninh Thuận, ngày 09 tháng 12 năm 2025"], [None, "NGƯỜI LẬP"] + [None] * (col - 3) + ["GIÁM ĐỐC"],
            [None] * (col - 1) + ["(Ký, ghi rõ họ tên)"], [], [], [None, "Lê Thị Bảy"] + [None] * (col - 3) + ["Nguyễn Văn Tám"]]


@case("tieu-de-hai-dong-nam-nu.xlsx")
def two_rows(path):
    ps = people(14, 1)
    rows = letterhead() + [
        ["Số\nTT", "Họ và tên\n(viết chữ in thường)", "Ngày, tháng, năm sinh", None, "Dân tộc", "Chức vụ,\nđơn vị công tác", "Tóm tắt thành tích\n(không quá 02 dòng)", "Hình thức\nđề nghị"],
        [None, None, "Nam", "Nữ"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]]
    top = len(letterhead()) + 1
    for i, p in enumerate(ps, 1):
        d = dmy(p["birth_date"])
        rows.append([i, p["name"], d if sex(p) == "Nam" else ("x" if i % 3 == 0 else None), d if sex(p) == "Nữ" else " ", p["ethnicity"],
                     p["position"] + (", " if i % 2 else " - ") + p["unit"], p["achievement"], AWARDS[p["award"]]])
    rows += [[None, "Tổng cộng: 14 người"]] + signatures()
    m = [f"{c}{top}:{c}{top + 1}" for c in "ABEFGH"] + [f"C{top}:D{top}", "A4:H4", "A5:H5", "A6:H6"]
    book(rows, path, merges=m)
    return [pick(p, "name", "gender", "birth_date", "ethnicity", "position", "unit", "achievement", "award") for p in ps], []


@case("tieu-de-ba-dong.xlsx")
def three_rows(path):
    ps = people(8, 2)
    rows = [["BIỂU TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"], [],
            ["TT", "THÔNG TIN CÁ NHÂN", None, None, None, "CÔNG TÁC", None, "ĐỀ NGHỊ KHEN THƯỞNG", None, None, "Ghi chú"],
            [None, "Họ và tên", "Giới tính", "Sinh", None, "Chức vụ", "Đơn vị", "Hình thức", None, "Thành tích"],
            [None, None, None, "Ngày sinh", "Số CCCD", None, None, "BK Thủ tướng", "BK UBND tỉnh"]]
    for i, p in enumerate(ps, 1):
        p["award"] = "bang_khen_thu_tuong" if i % 3 == 0 else "bang_khen_chu_tich_tinh"
        rows.append([i, p["name"], sex(p), dmy(p["birth_date"], "."), p["id_number"], p["position"], p["unit"], "x" if i % 3 == 0 else None,
                     None if i % 3 == 0 else "X", p["achievement"], "Có hồ sơ"])
    book(rows, path, merges=["A1:K1", "A3:A5", "B3:E3", "F3:G3", "H3:J3", "K3:K5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "G4:G5", "H4:I4", "J4:J5"])
    return [{k: v for k, v in p.items() if k != "ethnicity"} for p in ps], []


@case("cot-danh-dau-x.xlsx")
def marks(path):
    ps = people(9, 3)
    rows = [["DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG"], ["STT", "Họ tên", "Năm sinh", None, "Đơn vị", "Hình thức khen thưởng", None, None, None],
            [None, None, "Nam", "Nữ", None, "BK TTg", "BK UBTVQH", "BK tỉnh", "Giấy khen"]]
    codes = ["bang_khen_thu_tuong", "bang_khen_ubtvqh", "bang_khen_chu_tich_tinh", "giay_khen"]
    out = []
    for i, p in enumerate(ps, 1):
        p["award"] = codes[i % 4]
        year = int(p["birth_date"][:4])
        p["birth_date"] = str(year)
        r = [i, p["name"], year if sex(p) == "Nam" else None, year if sex(p) == "Nữ" else None, p["unit"], None, None, None, None]
        r[5 + codes.index(p["award"])] = "x"
        rows.append(r)
        out.append(pick(p, "name", "gender", "birth_date", "unit", "award"))
    two = people(10, 3)[9]
    rows.append([10, two["name"], int(two["birth_date"][:4]), None, two["unit"], "x", "x", None, None])
    two["birth_date"], two["gender"] = two["birth_date"][:4], "male"
    out.append(pick(two, "name", "gender", "birth_date", "unit"))
    book(rows, path, merges=["A1:I1", "C2:D2", "F2:I2", "A2:A3", "B2:B3", "E2:E3"])
    return out, [{"row": 13, "field": "award", "code": "intake.award-several", "severity": "error"}]


@case("ten-hai-cot.xlsx")
def split_name(path):
    ps = people(12, 4)
    rows = [["STT", "Họ và tên", None, "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng"]]
    for i, p in enumerate(ps, 1):
        family, given = p["name"].rsplit(" ", 1)
        rows.append([i, family + " ", given, sex(p), dmy(p["birth_date"]), p["position"], p["unit"], AWARDS[p["award"]]])
    book(rows, path, merges=["B1:C1"])
    return [pick(p, "name", "gender", "birth_date", "position", "unit", "award") for p in ps], []


@case("ho-dem-va-ten.xlsx")
def family_given(path):
    ps = people(7, 5)
    rows = [["TT", "Họ đệm", "Tên", "Nam/Nữ", "Sinh ngày", "Chức danh", "Nơi công tác", "Đề nghị khen thưởng"]]
    for i, p in enumerate(ps, 1):
        family, given = p["name"].rsplit(" ", 1)
        rows.append([f"{i:02d}", family, given, sex(p), dmy(p["birth_date"], "-"), p["position"], p["unit"], AWARDS[p["award"]]])
    book(rows, path)
    return [pick(p, "name", "gender", "birth_date", "position", "unit", "award") for p in ps], []


@case("muc-la-ma-tap-the-ca-nhan.xlsx")
def roman_kinds(path):
    ts, ps = teams(4, 6, units=False), people(6, 6)
    rows = letterhead() + [["TT", "Tập thể, cá nhân đề nghị xét khen thưởng", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng"], ["I", "Tập thể: 04"]]
    for i, t in enumerate(ts, 1):
        rows.append([i, t["name"], None, None, AWARDS[t["award"]]])
    rows += [[None, "Cộng I: 04 tập thể"], ["II", "CÁ NHÂN (06 người)"]]
    for i, p in enumerate(ps, 1):
        rows.append([i, ("Bà " if p["gender"] == "female" else "Ông ") + p["name"], p["position"], p["unit"], AWARDS[p["award"]]])
    rows += [[None, "Tổng cộng (I + II): 10"]] + signatures()
    book(rows, path, merges=["A4:E4", "A5:E5", "A6:E6"])
    return [pick(t, "name", "award") for t in ts] + [pick(p, "name", "gender", "position", "unit", "award") for p in ps], []


@case("muc-don-vi-roi-loai.xlsx")
def unit_then_kind(path):
    ts, ps = teams(3, 7, units=False), people(5, 7)
    rows = [["STT", "Họ và tên/Tên tập thể", "Chức danh", "Thành tích", "Đề nghị tặng"], ["A", "SỞ Y TẾ"], ["I", "Tập thể"]]
    out = []
    for i, t in enumerate(ts[:2], 1):
        rows.append([i, t["name"], None, t["achievement"], AWARDS[t["award"]]])
        out.append(dict(t, unit="Sở Y tế"))
    rows.append(["II", "Cá nhân"])
    for i, p in enumerate(ps[:2], 1):
        rows.append([i, p["name"], p["position"], p["achievement"], AWARDS[p["award"]]])
        out.append(dict(pick(p, "name", "position", "achievement", "award"), unit="Sở Y tế"))
    rows += [["B", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["I", "Tập thể"], [1, ts[2]["name"], None, ts[2]["achievement"], AWARDS[ts[2]["award"]]], ["II", "Cá nhân"]]
    out.append(dict(ts[2], unit="Sở Giáo dục và Đào tạo"))
    for i, p in enumerate(ps[2:], 1):
        rows.append([i, p["name"], p["position"], p["achievement"], AWARDS[p["award"]]])
        out.append(dict(pick(p, "name", "position", "achievement", "award"), unit="Sở Giáo dục và Đào tạo"))
    book(rows, path)
    return out, []


@case("muc-theo-hinh-thuc.xlsx")
def by_award(path):
    ps = people(8, 8)
    rows = [["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], [], ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"]]
    out = []
    for n, (code, name) in enumerate([("bang_khen_thu_tuong", "Bằng khen của Thủ tướng Chính phủ"), ("bang_khen_ubtvqh", "Bằng khen của UBTVQH"),
                                      ("bang_khen_chu_tich_tinh", "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh (03 cá nhân)")]):
        rows.append([["I", "II", "III"][n] + ". " + name])
        for i, p in enumerate(ps[n * 3:n * 3 + 3], 1):
            rows.append([i, p["name"], p["position"], p["unit"], p["achievement"]])
            out.append(dict(pick(p, "name", "position", "unit", "achievement"), award=code))
    book(rows, path, merges=["A1:E1"])
    return out, []


@case("hai-bang-mot-trang.xlsx")
def two_tables(path):
    ts, ps = teams(4, 9), people(6, 9)
    rows = letterhead() + [["I. TẬP THỂ"], ["STT", "Tên tập thể", "Thuộc đơn vị", "Thành tích", "Hình thức"]]
    for i, t in enumerate(ts, 1):
        rows.append([i, t["name"], t["unit"], t["achievement"], AWARDS[t["award"]]])
    rows += [[], ["II. CÁ NHÂN"], ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Cơ quan công tác", "Thành tích", "Hình thức"]]
    for i, p in enumerate(ps, 1):
        rows.append([i, p["name"], sex(p), p["birth_date"][:4], p["position"], p["unit"], p["achievement"], AWARDS[p["award"]]])
    rows += signatures()
    book(rows, path)
    return ts + [dict(pick(p, "name", "gender", "position", "unit", "achievement", "award"), birth_date=p["birth_date"][:4]) for p in ps], []


@case("nhieu-trang-huong-dan-truoc.xlsx")
def many_sheets(path):
    ts, ps, old = teams(3, 10), people(5, 10), people(4, 99)
    wb = openpyxl.Workbook()
    sheet(wb.active, [["HƯỚNG DẪN GHI BIỂU"], ["1. Cột Họ và tên: ghi chữ in thường."], ["2. Cột Hình thức: ghi đầy đủ."], ["Ví dụ:"],
                      ["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"], [1, "Nguyễn Văn A", "Sở B", "Bằng khen tỉnh"]], title="Hướng dẫn")
    sheet(wb.create_sheet("Tap the"), [["STT", "Tên đơn vị/tập thể", "Cơ quan chủ quản", "Hình thức khen thưởng"]] +
          [[i, t["name"], t["unit"], AWARDS[t["award"]]] for i, t in enumerate(ts, 1)])
    sheet(wb.create_sheet("Ca nhan"), [["STT", "Họ và tên", "Đơn vị công tác", "Hình thức khen thưởng"]] +
          [[i, p["name"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)])
    ws = wb.create_sheet("Nam 2023")
    sheet(ws, [["STT", "Họ và tên", "Đơn vị công tác", "Hình thức khen thưởng"]] + [[i, p["name"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(old, 1)])
    ws.sheet_state = "hidden"
    wb.save(path)
    return [pick(t, "name", "unit", "award") for t in ts] + [pick(p, "name", "unit", "award") for p in ps], []


@case("dong-an-va-gach-bo.xlsx")
def hidden_rows(path):
    ps = people(8, 11)
    rows = [["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"]] + [[i, p["name"], p["position"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)]
    book(rows, path, hidden=(4,), struck=(7,))
    return [pick(p, "name", "position", "unit", "award") for i, p in enumerate(ps, 1) if i not in (3, 6)], []


@case("tieu-de-lap-moi-trang.xlsx")
def repeated_head(path):
    ps = people(12, 12)
    head = ["STT", "Họ và tên", "Năm sinh", "Đơn vị công tác", "Hình thức khen thưởng"]
    rows = [["DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN"], head]
    for i, p in enumerate(ps, 1):
        rows.append([i, p["name"], int(p["birth_date"][:4]), p["unit"], AWARDS[p["award"]]])
        if i in (4, 8):
            rows += [[None, f"Cộng trang {i // 4}: 4 người"], head, [1, 2, 3, 4, 5]] if i == 4 else [head]
    book(rows, path, merges=["A1:E1"])
    return [dict(pick(p, "name", "unit", "award"), birth_date=p["birth_date"][:4]) for p in ps], []


@case("cot-don-vi-gop-o.xlsx")
def merged_unit(path):
    ps = people(9, 13)
    rows = [["STT", "Đơn vị", "Họ và tên", "Chức vụ", "Thành tích", "Hình thức khen thưởng"]]
    merges = []
    out = []
    for i, p in enumerate(ps, 1):
        unit = ["Sở Y tế", "Sở Tài chính", "Công an tỉnh"][(i - 1) // 3]
        rows.append([i, unit if i % 3 == 1 else None, p["name"], p["position"], p["achievement"] if i % 3 == 1 else None, AWARDS[p["award"]]])
        if i % 3 == 1:
            merges += [f"B{i + 1}:B{i + 3}", f"E{i + 1}:E{i + 3}"]
            deed = p["achievement"]
        out.append(dict(pick(p, "name", "position", "award"), unit=unit, achievement=deed))
    book(rows, path, merges=merges)
    return out, []


@case("khong-co-so-thu-tu.xlsx")
def no_ordinals(path):
    ts = teams(6, 14)
    rows = [["STT", "Tên gọi", "Tên tập thể/cá nhân/hộ gia đình", "Chức vụ", "Đơn vị công tác", "Phân loại khen thưởng", "Danh hiệu/Hình thức", "Phân loại đối tượng"]]
    for t in ts:
        rows.append([None, None, t["name"] + "  ", None, "  " + t["unit"].replace(" ", "  ", 1), "Khen thưởng theo phong trào", AWARDS[t["award"]], "Đơn vị sự nghiệp"])
    book(rows, path)
    return [pick(t, "name", "unit", "award") for t in ts], []


@case("danh-sach-hai-cot.xlsx")
def two_columns(path):
    ts, ps = teams(3, 15, units=False), people(5, 15)
    rows = [["ĐƠN VỊ: SỞ TƯ PHÁP"], ["DANH SÁCH"], ["Tập thể, cá nhân đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh"], ["(Kèm theo Tờ trình số 2753/TTr-STP ngày 28/9/2025 của Sở Tư pháp)"],
            ["TT", "Tập thể, cá nhân đề nghị xét khen thưởng"], ["I", "Tập thể"]]
    out = []
    for i, t in enumerate(ts, 1):
        rows.append([i, t["name"] + ";"[:0]])
        out.append(dict(pick(t, "name"), award="bang_khen_chu_tich_tinh"))
    rows.append(["II", "Cá nhân"])
    for i, p in enumerate(ps, 1):
        form = "Bà" if p["gender"] == "female" else "Ông"
        if i == 2:
            rows.append([i, f"Đại tá {p['name']} - Chính ủy Bộ Chỉ huy Quân sự tỉnh"])
            out.append({"kind": "individual", "name": p["name"], "honorific": "Đại tá", "position": "Chính ủy", "unit": "Bộ Chỉ huy Quân sự tỉnh", "award": "bang_khen_chu_tich_tinh"})
            continue
        rows.append([i, f"{form} {p['name']}, {p['position']} {p['unit']}"])
        out.append(dict(pick(p, "name", "gender", "position", "unit"), award="bang_khen_chu_tich_tinh"))
    book(rows, path, merges=["A2:B2", "A3:B3", "A4:B4"])
    return out, [{"row": 0, "code": "intake.award-from-title", "severity": "warning"}]


@case("hai-cot-cung-mot-truong.xlsx")
def clash(path):
    ps = people(5, 16)
    rows = [["STT", "Họ và tên", "Đơn vị", "Đơn vị công tác", "Hình thức khen thưởng"]]
    for i, p in enumerate(ps, 1):
        rows.append([i, p["name"], "Sở Nội vụ", p["unit"] if p["unit"] != "Sở Nội vụ" else "Sở Y tế", AWARDS[p["award"]]])
    book(rows, path)
    return [pick(p, "name", "award") for p in ps], [{"row": 0, "field": "unit", "code": "intake.columns-clash", "severity": "error"}]
