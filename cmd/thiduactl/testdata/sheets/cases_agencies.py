"""Lists as one kind of agency or another writes them, each with the trouble that its manner brings."""
import datetime
import os
import tempfile

from cases_odd import A, G, K, col, hou, ind
from writers import book, convert, delimited, half, nfd, tcvn3, through, vni

CASES = []
XLS, ODS, DOCX = "xls:MS Excel 97", "ods:calc8", "docx:MS Word 2007 XML"


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def written(path, text, encoding="utf-8"):
    with open(path, "wb") as f:
        f.write(text.encode(encoding))


def word(path, page):
    """LibreOffice Writer makes the paper of a web page."""
    with tempfile.TemporaryDirectory() as tmp:
        src = os.path.join(tmp, "nguon.html")
        written(src, '<html><head><meta charset="utf-8"></head><body>' + page + "</body></html>")
        convert(src, path, DOCX)


@case("cong-an-tcvn3.xls")
def police(path):
    rows = [("Thượng tá", "Đỗ Ngọc Ẩn", 1975, "Trưởng phòng", "Phòng Cảnh sát giao thông", A), ("Đại úy", "Trượng Thị Mỹ Ước", 1989, "Cán bộ", "Phòng Tham mưu", K),
            ("Thiếu tá", "Ức Văn Đường", 1984, "Phó Đội trưởng", "Công an phường Đô Vinh", A)]
    named = {A: "Bằng khen của Chủ tịch UBND tỉnh", K: "Bằng khen của Thủ tướng Chính phủ"}
    table = [["Công an tỉnh"], ["DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN"], [], ["TT", "Cấp bậc", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác", "Hình thức đề nghị"]]
    table += [[n, r[0], r[1], r[2], r[3] + ", " + r[4], named[r[5]]] for n, r in enumerate(rows, 1)]
    through([[tcvn3(v) for v in r] for r in table], path, XLS, fonts={c: ".VnTime" for c in range(1, 7)})
    return [ind(r[1], honorific=r[0], birth_date=str(r[2]), position=r[3], unit=r[4], award=r[5]) for r in rows], []


@case("muc-gop-ngang-duoi-tieu-de.docx")
def commune(path):
    word(path, """<p>UBND XÃ PHƯỚC DINH</p><table border=1><tr><td rowspan=2>TT</td><td rowspan=2>Họ và tên</td><td colspan=2>Giới tính</td><td rowspan=2>Chức vụ, nơi công tác</td>
    <td rowspan=2>HTKT</td></tr><tr><td>Nam</td><td>Nữ</td></tr><tr><td colspan=6>I. Cá nhân (02)</td></tr>
    <tr><td>(1)</td><td>Châu Văn Liêm</td><td>x</td><td></td><td>Công chức Văn hóa - Xã hội, UBND xã Phước Dinh</td><td>Giấy khen</td></tr>
    <tr><td>(2)</td><td>Châu Thị Tế</td><td></td><td>x</td><td>Kế toán, UBND xã Phước Dinh</td><td>Giấy khen</td></tr><tr><td colspan=6>II. Tập thể (01)</td></tr>
    <tr><td>(3)</td><td>Ban Quản lý thôn Từ Thiện</td><td></td><td></td><td></td><td>BK tỉnh</td></tr></table>""")
    return [ind("Châu Văn Liêm", gender="male", position="Công chức Văn hóa - Xã hội", unit="UBND xã Phước Dinh", award=G),
            ind("Châu Thị Tế", gender="female", position="Kế toán", unit="UBND xã Phước Dinh", award=G), col("Ban Quản lý thôn Từ Thiện", award=A)], []


@case("chi-cuc-o-gop-doc.docx")
def rangers(path):
    word(path, """<table><tr><td>SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG<br>CHI CỤC KIỂM LÂM</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table><p>DANH SÁCH</p>
    <table border=1><tr><th>STT</th><th>Họ và tên</th><th>Chức vụ</th><th>Đơn vị</th><th>Nội dung thành tích</th><th>Khen thưởng</th></tr>
    <tr><td>1</td><td>Ông Nguyễn Hữu Tạo</td><td>Hạt trưởng</td><td rowspan=2>Hạt Kiểm lâm huyện Bác Ái</td><td>Phát hiện, xử lý 45 vụ vi phạm.</td><td>BK UBND tỉnh</td></tr>
    <tr><td>2</td><td>Bà Katơr Thị Bước</td><td>Kiểm lâm viên</td><td>Tuyên truyền 30 buổi.</td><td>Giấy khen</td></tr></table>
    <p>Ấn định danh sách này có 02 người.</p><table><tr><td>NGƯỜI LẬP</td><td>CHI CỤC TRƯỞNG</td></tr><tr><td>Trần A</td><td>Lê B</td></tr></table>""")
    unit = "Hạt Kiểm lâm huyện Bác Ái"
    return [ind("Nguyễn Hữu Tạo", gender="male", position="Hạt trưởng", unit=unit, achievement="Phát hiện, xử lý 45 vụ vi phạm.", award=A),
            ind("Katơr Thị Bước", gender="female", position="Kiểm lâm viên", unit=unit, achievement="Tuyên truyền 30 buổi.", award=G)], []


@case("ho-va-ten-tach-cot-dong-an.ods")
def school(path):
    table = [["TRƯỜNG THPT NGUYỄN TRÃI"], [], ["STT", "Họ và chữ lót", "Tên", "Ngày sinh", "Phái", "Chức vụ", "Hình thức khen thưởng"],
             [1, "Nguyễn Thị Thanh", "Hằng", datetime.date(1983, 4, 9), "Nữ", "Tổ trưởng", "Giấy khen"], [2, "Đàng Năng", "Quế", datetime.date(1979, 12, 1), "Nam", "Giáo viên", "Giấy khen"],
             [3, "Trần Ẩn", "Danh", datetime.date(1990, 1, 30), "Nam", "Giáo viên", "Giấy khen"]]
    through(table, path, ODS, formats={4: "dd/mm/yyyy"}, hidden=[6])
    return [ind("Nguyễn Thị Thanh Hằng", gender="female", birth_date="1983-04-09", position="Tổ trưởng", award=G),
            ind("Đàng Năng Quế", gender="male", birth_date="1979-12-01", position="Giáo viên", award=G)], []


@case("tcvn3-tung-byte.csv")
def bytes_tcvn3(path):
    rows = [["STT", "Họ và tên", "Ngày sinh", "Dân tộc", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"], ["1", "Đạo Văn Thượng", "02/05/1981", "Chăm", "Phó Chủ tịch", "UBND xã Phước Hậu", "Giấy khen"],
            ["2", "Kiều Thị Ngữ", "17/08/1986", "Chăm", "Công chức Tư pháp - Hộ tịch", "UBND xã Phước Hậu", "Bằng khen của Chủ tịch UBND tỉnh"]]
    delimited([[tcvn3(v) for v in r] for r in rows], path, sep=";", encoding="latin-1")
    return [ind(r[1], birth_date="-".join(r[2].split("/")[::-1]), ethnicity=r[3], position=r[4], unit=r[5], award=w) for r, w in zip(rows[1:], (G, A))], []


@case("vni-tung-byte.txt")
def bytes_vni(path):
    rows = [["STT", "HỌ VÀ TÊN", "NĂM SINH", "CHỨC VỤ", "ĐƠN VỊ", "HÌNH THỨC"], ["1", "Nguyễn Hữu Nghị", "1981", "Bí thư", "Đảng ủy xã Ninh Hải", "Giấy khen"],
            ["2", "Đặng Thị Lụa", "1986", "Chủ tịch", "Hội Liên hiệp Phụ nữ xã Ninh Hải", "Bằng khen của UBND tỉnh"]]
    delimited([[vni(v) for v in r] for r in rows], path, sep="\t", encoding="cp1252")
    return [ind(r[1], birth_date=r[2], position=r[3], unit=r[4], award=w) for r, w in zip(rows[1:], (G, A))], []


@case("word-luu-thanh-web-1258.xls")
def saved_by_word(path):
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1258"></head><body>
    <p class=MsoNormal><b><span>DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG</span></b></p><table class=MsoTableGrid border=1>
    <tr><td><p><b>TT</b></p></td><td><p><b>Họ và <span>tên</span></b></p></td><td><p><b>Số CCCD</b></p></td><td><p><b>Đơn vị</b></p></td><td><b>Hình thức<br>khen thưởng</b></td></tr>
    <tr><td><p>1</p></td><td><p><span lang=VI>Nguyễn <span>Thị</span> Út</span><o:p></o:p></p></td><td>058180001234</td><td><p>Sở Y tế</p></td><td><p>Giấy khen</p></td></tr>
    <tr><td><p>2</p></td><td><p>Võ&nbsp;Ứng&nbsp;Cử</p></td><td>058075004321</td><td><p>Sở Y tế</p></td><td><p>Bằng khen của Thủ tướng</p></td></tr></table></body></html>"""
    written(path, half(page), "cp1258")
    return [ind("Nguyễn Thị Út", id_number="058180001234", unit="Sở Y tế", award=G), ind("Võ Ứng Cử", id_number="058075004321", unit="Sở Y tế", award=K)], []


@case("o-bao-loi.xlsx")
def failures(path):
    book([["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức"], [1, "Bùi Ngọc An", "#REF!", "Sở Y tế", "GK"], [2, "Bùi Ngọc Ban", "Kế toán", "#NAME?", "GK"], [3, "Bùi Ngọc Cân", "Kế toán", "Sở Y tế", "#N/A"]], path)
    return [ind("Bùi Ngọc An", unit="Sở Y tế", award=G), ind("Bùi Ngọc Ban", position="Kế toán", award=G), ind("Bùi Ngọc Cân", position="Kế toán", unit="Sở Y tế")], \
        [{"row": 2, "field": "position", "code": "intake.formula-failed", "severity": "warning"}, {"row": 3, "field": "unit", "code": "intake.unit-missing", "severity": "warning"},
         {"row": 4, "field": "award", "code": "intake.award-missing", "severity": "error"}]


@case("dau-phay-trong-noi-dung.csv")
def shifted(path):
    written(path, "\ufeffSTT,Họ và tên,Hình thức,Đơn vị,Thành tích\n1,Lê Quang Vịnh,Giấy khen,Sở Y tế,Tốt\n2,Vũ Thị Thường,Giấy khen,Sở Y tế,Hoàn thành tốt, có 2 sáng kiến\n")
    return [ind("Lê Quang Vịnh", unit="Sở Y tế", award=G, achievement="Tốt"), ind("Vũ Thị Thường", unit="Sở Y tế", award=G, achievement="Hoàn thành tốt")], \
        [{"row": 3, "field": "", "code": "intake.row-longer", "severity": "error"}]


@case("doanh-nghiep-va-nguoi-dai-dien.xlsx")
def firms(path):
    book([["STT", "Tên doanh nghiệp", "Mã số thuế", "Người đại diện pháp luật", "Địa chỉ", "Thành tích", "Hình thức đề nghị"],
          [1, "Công ty CP Đầu tư Trung Sơn", "4500112233", "Nguyễn Tâm Tiến", "Thuận Bắc", "Nộp ngân sách 300 tỷ đồng.", "BK TTg"],
          [2, "DNTN Hồng Hà", "4500998877", "Lê Thị Hà", "Phan Rang", "Ủng hộ quỹ vì người nghèo.", "BK tỉnh"]], path)
    return [col("Công ty CP Đầu tư Trung Sơn", achievement="Nộp ngân sách 300 tỷ đồng.", award=K), col("DNTN Hồng Hà", achievement="Ủng hộ quỹ vì người nghèo.", award=A)], []


@case("ngay-sinh-va-nam-sinh.xlsx")
def born_twice(path):
    book([["STT", "Họ và tên", "Ngày sinh", "Năm sinh", "Ðơn vị", "Hình thức"], [1, "Ðặng Văn Ðức", "12/3/1980", 1980, "Sở Công Thương", "GK"], [2, "Ðàng Thị Ðê", "5/11/1977", 1977, "Sở Công Thương", "GK"]], path)
    return [ind("Đặng Văn Đức", birth_date="1980-03-12", unit="Sở Công Thương", award=G), ind("Đàng Thị Đê", birth_date="1977-11-05", unit="Sở Công Thương", award=G)], []


@case("ngay-sinh-kem-noi-sinh.xlsx")
def birthplace(path):
    book([["STT", "Họ và tên", "Ngày sinh, nơi sinh", "Đơn vị", "Hình thức"], [1, "Bùi Thị Xuân", "12/3/1980, Bình Định", "Sở Tài chính", "GK"], [2, "Trần Quang Diệu", "25/04/1979 - Quảng Ngãi", "Sở Tài chính", "GK"]], path)
    return [ind("Bùi Thị Xuân", birth_date="1980-03-12", unit="Sở Tài chính", award=G), ind("Trần Quang Diệu", birth_date="1979-04-25", unit="Sở Tài chính", award=G)], \
        [{"row": 2, "field": "birth_date", "code": "intake.date-beside", "severity": "warning"}]


@case("bang-khen-cua.xlsx")
def given_by(path):
    who = [("Thủ tướng Chính phủ", K), ("UBND tỉnh", A), ("UBTVQH", "bang_khen_ubtvqh"), ("Chủ tịch UBND tỉnh", A)]
    names = ["Lê An", "Lê Bình", "Lê Chi", "Lê Danh"]
    book([["STT", "Họ và tên", "Đơn vị", "Bằng khen của"]] + [[n + 1, names[n], "Sở Y tế", w[0]] for n, w in enumerate(who)], path)
    return [ind(n, unit="Sở Y tế", award=w[1]) for n, w in zip(names, who)], []


@case("noi-dung-la-ten.xlsx")
def names_under_contents(path):
    book([["STT", "Nội dung", "Chức vụ", "Đơn vị", "Hình thức khen"], ["a)", "Đối với tập thể (01):"], [1, "Đội thanh niên xung kích", None, "Hội Nông dân tỉnh", "BK tỉnh"], ["b)", "Đối với cá nhân (02):"],
          [1, "Lý Tự Trung", "Kế toán", "Sở Y tế", "GK"], [2, "Võ Thị Sang", "Chuyên viên", "Sở Y tế", "GK"]], path)
    return [col("Đội thanh niên xung kích", unit="Hội Nông dân tỉnh", award=A), ind("Lý Tự Trung", position="Kế toán", unit="Sở Y tế", award=G), ind("Võ Thị Sang", position="Chuyên viên", unit="Sở Y tế", award=G)], \
        [{"row": 0, "field": "name", "code": "intake.column-unsure", "severity": "warning"}]


@case("mang-sang-va-cham-cham.xlsx")
def carried_over(path):
    head = ["STT", "Họ và tên", "Đơn vị", "Hình thức"]
    book([head, [1, "Hồ Hoàn Kiên", "Sở Y tế", "GK"], [None, "Cộng chuyển trang sau"], head, [None, "Mang sang"], ["...", "...", "...", "..."], [2, "Hồ Trúc Bạch", "Sở Y tế", "GK"], ["…", "…"], [3],
          [None, "Tổng cộng: 02 người"]], path)
    return [ind("Hồ Hoàn Kiên", unit="Sở Y tế", award=G), ind("Hồ Trúc Bạch", unit="Sở Y tế", award=G)], []


@case("so-truoc-ten-va-chuc-vu-trong-ngoac.xlsx")
def number_before_name(path):
    book([["STT", "Họ và tên", "Đơn vị (chức vụ)", "Hình thức"], [None, "1 Nguyễn Huệ Chi", "Sở Nội vụ (Phó Giám đốc)", "GK"], [None, "2 Lê Hoàn Vũ", "Sở Nội vụ (Chuyên viên)", "GK"]], path)
    return [ind("Nguyễn Huệ Chi", position="Phó Giám đốc", unit="Sở Nội vụ", award=G), ind("Lê Hoàn Vũ", position="Chuyên viên", unit="Sở Nội vụ", award=G)], []


@case("hai-cot-hinh-thuc.xlsx")
def two_award_columns(path):
    book([["STT", "Họ và tên", "Đơn vị", "Hình thức đơn vị đề nghị", "Hình thức Thường trực Hội đồng thống nhất"], [1, "Huỳnh Anh Dũng", "Sở Nội vụ", "BK TTg", "BK UBND tỉnh"],
          [2, "Nguyễn Thị Oanh", "Sở Nội vụ", "BK UBND tỉnh", "Giấy khen"]], path)
    return [ind("Huỳnh Anh Dũng", unit="Sở Nội vụ"), ind("Nguyễn Thị Oanh", unit="Sở Nội vụ")], \
        [{"row": 0, "field": "award", "code": "intake.columns-clash", "severity": "error"}, {"row": 2, "field": "award", "code": "intake.column-first", "severity": "error"}]


@case("ho-hien-dat.xlsx")
def gave_land(path):
    book([["DANH SÁCH HỘ GIA ĐÌNH HIẾN ĐẤT LÀM ĐƯỜNG"], ["Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen"], ["STT", "Hộ gia đình", "Địa chỉ", "Diện tích hiến (m2)", "Thành tích"],
          [1, "Hộ ông Katơr Há", "thôn Ma Nới, xã Anh Dũng", 250, "Hiến 250 m2 đất."], [2, "Gia đình ông Nguyễn Văn Tỵ", "thôn Suối Đá", 90, "Hiến 90 m2 đất."]], path, merges=["A1:E1", "A2:E2"])
    return [hou("Hộ ông Katơr Há", achievement="Hiến 250 m2 đất.", award=A), hou("Gia đình ông Nguyễn Văn Tỵ", achievement="Hiến 90 m2 đất.", award=A)], []


@case("ba-ma-mot-trang-khong-phong.xls")
def three_codes(path):
    rows = [("Hồ Quý Lâm", "Chuyên viên", "Sở Giáo dục và Đào tạo", "Giấy khen", G, tcvn3), ("Đoàn Thị Điểm", "Giáo viên", "Sở Giáo dục và Đào tạo", "Bằng khen của UBND tỉnh", A, vni),
            ("Ngô Thì Nhẫn", "Thanh tra viên", "Sở Giáo dục và Đào tạo", "Giấy khen", G, str), ("Phùng Khắc Khoan", "Phó Trưởng phòng", "Sở Tư pháp", "Giấy khen", G, nfd)]
    through([["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức"]] + [[n, *[r[5](v) for v in r[:4]]] for n, r in enumerate(rows, 1)], path, XLS)
    return [ind(r[0], position=r[1], unit=r[2], award=r[4]) for r in rows], []


@case("tieu-de-ba-tang-tcvn3.xls")
def three_storeys(path):
    rows = [["TT", "Họ và tên", "Thông tin cá nhân", None, None, None, "Đơn vị", "Đề nghị khen thưởng"], [None, None, "Năm sinh", None, "Chức vụ"], [None, None, "Nam", "Nữ", "Đảng", "Chính quyền", None, "BK của TTg", "BK của UBND tỉnh"],
            list(range(1, 10)), [1, "Nguyễn Thị Ước", None, 1979, "Chi ủy viên", "Trưởng phòng", "Sở Tư pháp", None, "x"], [2, "Đặng Đức Hưởng", 1968, None, "Bí thư Chi bộ", "Giám đốc", "Sở Tư pháp", "x"]]
    through([[tcvn3(v) for v in r] for r in rows], path, XLS, fonts={"all": ".VnTime"}, merges=["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2", "G1:G3", "H1:I2"])
    return [ind("Nguyễn Thị Ước", gender="female", birth_date="1979", position="Trưởng phòng", unit="Sở Tư pháp", award=A),
            ind("Đặng Đức Hưởng", gender="male", birth_date="1968", position="Giám đốc", unit="Sở Tư pháp", award=K)], []


@case("hai-dau-mot-dong.xlsx")
def two_marks(path):
    book([["STT", "Họ và tên", "Đơn vị", "BK TTg", "BK tỉnh"], [1, "Đặng Trần Công", "Sở Y tế", "x", "x"], [2, "Nguyễn Gia Thiệu", "Sở Y tế", None, "x"]], path)
    return [ind("Đặng Trần Công", unit="Sở Y tế"), ind("Nguyễn Gia Thiệu", unit="Sở Y tế", award=A)], [{"row": 2, "field": "award", "code": "intake.award-several", "severity": "error"}]


@case("don-vi-trong-khong-gop.xlsx")
def unit_left_out(path):
    book([["STT", "Đơn vị", "Họ và tên", "Chức vụ", "Hình thức"], [1, "Sở Ngoại vụ", "Hoàng Minh Thạo", "Chuyên viên", "GK"], [2, None, "Đặng Kim Giác", "Chuyên viên", "GK"], [3, "Sở Tài chính", "Nguyễn Sơn Hải", "Chuyên viên", "GK"]], path)
    return [ind("Hoàng Minh Thạo", position="Chuyên viên", unit="Sở Ngoại vụ", award=G), ind("Đặng Kim Giác", position="Chuyên viên", award=G), ind("Nguyễn Sơn Hải", position="Chuyên viên", unit="Sở Tài chính", award=G)], \
        [{"row": 3, "field": "unit", "code": "intake.unit-missing", "severity": "warning"}]


@case("muc-loai-va-hinh-thuc.xlsx")
def kind_and_award(path):
    book([["TT", "Họ và tên", "Chức vụ", "Đơn vị"], [None, "I. Tập thể đề nghị tặng Bằng khen của Thủ tướng Chính phủ (01 tập thể)"], [1, "Thanh tra tỉnh"],
          [None, "II. Cá nhân đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh (01 cá nhân)"], [1, "Lê Hồng Hài", "Thanh tra viên", "Thanh tra tỉnh"]], path)
    return [col("Thanh tra tỉnh", award=K), ind("Lê Hồng Hài", position="Thanh tra viên", unit="Thanh tra tỉnh", award=A)], []


@case("cot-don-nam-sinh-cap-khen.xlsx")
def stuffed_columns(path):
    book([["TT", "Họ và tên - Năm sinh", "Chức vụ - Đơn vị", "Hình thức, cấp khen"], [1, "Bùi Hữu Thạnh - 1979", "Chuyên viên - Sở Tư pháp", "Bằng khen, Thủ tướng Chính phủ"],
          [2, "Tô Thị Mài – 1985", "Phó Trưởng phòng – Sở Tư pháp", "Bằng khen, UBND tỉnh"]], path)
    return [ind("Bùi Hữu Thạnh", birth_date="1979", position="Chuyên viên", unit="Sở Tư pháp", award=K), ind("Tô Thị Mài", birth_date="1985", position="Phó Trưởng phòng", unit="Sở Tư pháp", award=A)], []
