"""Troubles of the file: its kind, its encoding, formulas, templates of other software."""
import os
import tempfile

import openpyxl

from people import AWARDS, dmy, people, pick, sex, teams
from writers import book, convert, delimited, docx, half, html_xls, nfd, sheet, spreadsheetml, tcvn3, through, vni

CASES = []
HEAD = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"]


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def full(ps):
    return [HEAD] + [[i, p["name"], sex(p), dmy(p["birth_date"]), p["ethnicity"], p["id_number"], p["position"], p["unit"], p["achievement"], AWARDS[p["award"]]]
                     for i, p in enumerate(ps, 1)]


def each(rows, fn):
    return [[fn(v) if isinstance(v, str) else v for v in r] for r in rows]


@case("to-hop-nua-chung.xlsx")
def half_composed(path):
    ps = people(10, 40)
    book(each(full(ps), half), path)
    return ps, []


@case("to-hop-roi.xlsx")
def decomposed(path):
    ps = people(10, 41)
    book(each(full(ps), nfd), path)
    return ps, []


@case("tcvn3-doi-phong-arial.xlsx")
def tcvn3_arial(path):
    ps = people(12, 42)
    book(each(full(ps), tcvn3), path, fonts={"all": "Arial"})
    return ps, []


@case("tcvn3.xls")
def tcvn3_xls(path):
    ps = people(12, 43)
    through(each(full(ps), tcvn3), path, "xls:MS Excel 97", fonts={"all": ".VnTime"})
    return ps, []


@case("vni.xls")
def vni_xls(path):
    ps = people(12, 44)
    through(each(full(ps), vni), path, "xls:MS Excel 97", fonts={"all": "VNI-Times"})
    return ps, []


@case("ba-bang-ma-mot-trang.xlsx")
def mixed(path):
    ps = people(15, 45)
    rows, fonts = full(ps), {}
    for r in range(2, len(rows) + 1):
        how = r % 3
        if how == 0:
            continue
        rows[r - 1] = each([rows[r - 1]], tcvn3 if how == 1 else vni)[0]
        for c in range(1, len(HEAD) + 1):
            fonts[(r, c)] = ".VnTime" if how == 1 else "VNI-Times"
    book(rows, path, fonts=fonts)
    return ps, []


@case("windows-1258.csv")
def cp1258(path):
    ps = people(8, 46)
    delimited(each(full(ps), half), path, sep=",", encoding="cp1258")
    return ps, []


@case("utf16-tab.txt")
def utf16(path):
    ps = people(8, 47)
    delimited(full(ps), path, sep="\t", encoding="utf-16")
    return ps, []


@case("utf8-khong-bom.csv")
def utf8(path):
    ps = people(8, 48)
    for p in ps[:3]:
        p["achievement"] = p["achievement"].rstrip(".") + ", được khen; đạt \"tốt\"."
    delimited(full(ps), path, sep=",", encoding="utf-8")
    return ps, []


@case("cccd-so-mu.csv")
def exponent(path):
    ps = people(4, 49)
    rows = full(ps)
    rows[2][5] = "5.8076E+10"
    rows[3][5] = "5,80761E+10"
    delimited(rows, path, sep=";")
    ps[1]["id_number"], ps[2]["id_number"] = "5.8076E+10", "5,80761E+10"
    return ps, [{"row": 3, "field": "id_number", "code": "intake.id-lost", "severity": "error"}, {"row": 4, "field": "id_number", "code": "intake.id-lost", "severity": "error"}]


@case("trang-web-duoi-xls.xls")
def html(path):
    ps = people(8, 50)
    html_xls([["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"]] + full(ps), path)
    return ps, []


@case("spreadsheetml-duoi-xls.xls")
def sml(path):
    ps = people(8, 51)
    spreadsheetml([["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], []] + full(ps), path)
    return ps, []


@case("opendocument.ods")
def ods(path):
    ps = people(8, 52)
    through([["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], []] + full(ps), path, "ods", merges=["A1:J1"])
    return ps, []


@case("bang-trong-word.docx")
def word(path):
    ps = people(6, 53)
    docx(["SỞ TƯ PHÁP", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "(Kèm theo Tờ trình số 7/TTr-STP ngày 01 tháng 12 năm 2025)"], full(ps), ["GIÁM ĐỐC", "Nguyễn Văn Tám"], path)
    return ps, []


@case("cong-thuc-da-luu.xlsx")
def cached(path):
    """Formulas saved by a spreadsheet program: the cached result is read."""
    ps = people(6, 54)
    rows = [["STT", "Họ", "Tên", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"]]
    for i, p in enumerate(ps, 1):
        family, given = p["name"].rsplit(" ", 1)
        rows.append([f"=ROW()-1", family, given, f'=B{i + 1}&" "&C{i + 1}', p["unit"], f'=IF(TRUE,"{AWARDS[p["award"]]}","")'])
    for i in range(30):
        n = len(rows) + 1
        rows.append([None, None, None, f'=IF(B{n}="","",B{n}&" "&C{n})', None, f"=VLOOKUP(B{n},H1:I3,2,FALSE)"])
    through(rows, path, "xlsx:Calc MS Excel 2007 XML")
    return [pick(p, "name", "unit", "award") for p in ps], []


@case("cong-thuc-chua-luu.xlsx")
def unsaved(path):
    ps = people(3, 55)
    rows = [["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"]] + [[i, p["name"], p["unit"], AWARDS[p["award"]]] for i, p in enumerate(ps, 1)]
    rows[2][2] = '="Sở "&"Y tế"'
    book(rows, path)
    out = [pick(p, "name", "unit", "award") for p in ps]
    del out[1]["unit"]
    return out, [{"row": 3, "field": "unit", "code": "intake.formula-unsaved", "severity": "error"}]


@case("mau-phan-mem-ca-nhan.xlsx")
def regional_people(path):
    """The regional software's template for people: code columns, code lists in hidden sheets."""
    ps = people(6, 56)
    codes = {"bang_khen_thu_tuong": "BKTTCP01", "bang_khen_ubtvqh": "BKQH02", "bang_khen_chu_tich_tinh": "BKCT03"}
    wb = openpyxl.Workbook()
    rows = [["DANH SÁCH ĐỐI TƯỢNG ĐỀ NGHỊ KHEN THƯỞNG"], [], ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Tên phòng ban/khối, tổ công tác", "Tên đơn vị/tập thể công tác",
            "Địa chỉ/Nơi ở", "Mã phân loại cán bộ", "Mã hình thức khen thưởng", "Mã danh hiệu"]]
    for i, p in enumerate(ps, 1):
        rows.append([i, p["name"], sex(p), dmy(p["birth_date"]), p["position"], "Phòng Tổng hợp", p["unit"], "Phường Đô Vinh", "CN01", codes[p["award"]], None])
    sheet(wb.active, rows, title="CANHAN", merges=["A1:K1"])
    lists = wb.create_sheet("DMHT")
    sheet(lists, [["Mã hình thức", "Tên hình thức"]] + [[codes[c], AWARDS[c]] for c in codes])
    lists.sheet_state = "hidden"
    kinds = wb.create_sheet("DMPL")
    sheet(kinds, [["Mã", "Tên phân loại"], ["CN01", "Người trực tiếp công tác, lao động, sản xuất"]])
    kinds.sheet_state = "hidden"
    wb.save(path)
    return [pick(p, "name", "gender", "birth_date", "position", "unit", "award") for p in ps], []


@case("mau-phan-mem-tap-the.xlsx")
def regional_teams(path):
    ts = teams(4, 57, units=False)
    codes = {"bang_khen_thu_tuong": "BKTTCP01", "bang_khen_ubtvqh": "BKQH02", "bang_khen_chu_tich_tinh": "BKCT03"}
    wb = openpyxl.Workbook()
    rows = [["DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG"], [], ["STT", "Tên đơn vị/tập thể", "Mã phân loại tập thể", "Mã hình thức", "Mã danh hiệu"]]
    rows += [[i, t["name"], "TT02", codes[t["award"]], None] for i, t in enumerate(ts, 1)]
    sheet(wb.active, rows, title="TAPTHE")
    lists = wb.create_sheet("DMHT")
    sheet(lists, [["Mã hình thức", "Tên hình thức"]] + [[codes[c], AWARDS[c]] for c in codes])
    lists.sheet_state = "hidden"
    wb.save(path)
    return [pick(t, "name", "award") for t in ts], []


@case("dong-ma-na.xlsx")
def phantom(path):
    """Formulas dragged far below the data show #N/A: no nominees."""
    ts = teams(5, 58)
    rows = [["STT", "Tên gọi (Ông/Bà/Chức danh)", "Tên tập thể/cá nhân/hộ gia đình", "Chức vụ", "Đơn vị công tác", "Phân loại khen thưởng", "Danh hiệu/Hình thức", "Phân loại đối tượng",
             "Lĩnh vực hoạt động", None, None, None, "Mã HT", "Mã PL"]]
    ts.append({"kind": "individual", "name": "Nguyễn Thị Ánh", "gender": "female", "position": "Chuyên viên", "unit": "Sở Y tế", "award": "giay_khen"})
    for t in ts:
        rows.append([None, "Bà" if t.get("gender") else None, t["name"], t.get("position"), t["unit"], "Theo đợt", AWARDS[t["award"]],
                     "Đơn vị sự nghiệp" if t["kind"] == "collective" else "Người trực tiếp công tác, lao động, sản xuất", "Y tế", None, None, None, f"=VLOOKUP(G{len(rows) + 1},Q1:R9,2,0)", None])
    for i in range(120):
        rows.append([None] * 12 + [f"=VLOOKUP(G{len(rows) + 1},Q1:R9,2,0)", f"=VLOOKUP(H{len(rows) + 1},Q1:R9,2,0)"])
    through(rows, path, "xlsx:Calc MS Excel 2007 XML")
    return [{k: v for k, v in t.items() if k != "achievement"} for t in ts], []


@case("tieu-de-khong-dau.csv")
def toneless(path):
    ps = people(6, 59)
    rows = full(ps)
    rows[0] = ["STT", "Ho va ten", "Gioi tinh", "Ngay sinh", "Dan toc", "So CCCD", "Chuc vu", "Don vi cong tac", "Tom tat thanh tich", "Hinh thuc khen thuong"]
    delimited(rows, path)
    return ps, []


@case("co-macro.xlsm")
def macro(path):
    ps = people(4, 60)
    book(full(ps), path)
    return ps, []


@case("cot-loai-doi-tuong.xlsx")
def kind_marks(path):
    ts, ps = teams(2, 61), people(3, 61)
    rows = [["STT", "Tên đối tượng", "Loại đối tượng", None, None, "Chức vụ", "Đơn vị", "Hình thức khen thưởng"], [None, None, "Tập thể", "Cá nhân", "Hộ gia đình"]]
    out = []
    for i, r in enumerate(ts + ps, 1):
        rows.append([i, r["name"], "x" if r["kind"] == "collective" else None, "x" if r["kind"] == "individual" else None, None, r.get("position"), r["unit"], AWARDS[r["award"]]])
        out.append(pick(r, "name", "position", "unit", "award"))
    rows.append([6, "Katơr Thị Hạnh", None, None, "X", None, None, "Giấy khen"])
    out.append({"kind": "household", "name": "Katơr Thị Hạnh", "award": "giay_khen"})
    book(rows, path, merges=["C1:E1", "A1:A2", "B1:B2", "F1:F2", "G1:G2", "H1:H2"])
    return out, []
