"""What a hunt with sheets written blind had found: each was read wrong once, or asked what needed no asking."""
import datetime

from cases_odd import A, G, K, col, hou, ind
from writers import book

CASES = []
QUIET = "nothing else is said"


def case(name):
    def keep(fn):
        CASES.append((name, fn))
        return fn
    return keep


def listed(path, names, **how):
    book([["TT", "Họ và tên", "Đơn vị", "Hình thức"]] + [[i, n, "Sở Y tế", "GK"] for i, n in enumerate(names, 1)], path, **how)


def doubt(row, field, code, severity="warning"):
    return {"row": row, "field": field, "code": "intake." + code, "severity": severity}


@case("nguoi-mang-ten-nhu-to-chuc.xlsx")
def called_like_bodies(path):
    names = ["Phòng Thị Na", "Ban Văn Ngọ", "Tổ Hữu Kim", "Đoàn Thị Trạm"]
    listed(path, names + ["Phòng Văn Hóa"])
    return [ind(n, unit="Sở Y tế", award=G) for n in names] + [col("Phòng Văn Hóa", unit="Sở Y tế", award=G)], [doubt(r, "kind", "kind-unsure") for r in (2, 3, 4)]


@case("tap-the-thuoc-co-quan.xlsx")
def bodies_of_bodies(path):
    book([["STT", "Tên đơn vị", "Thuộc", "Đề nghị khen"], [1, "Phòng Kinh tế", "UBND xã Ninh Hải", "BK UBND tỉnh"], [2, "Trạm Y tế", "UBND xã Ninh Hải", "GK"]], path)
    return [col("Phòng Kinh tế", unit="UBND xã Ninh Hải", award=A), col("Trạm Y tế", unit="UBND xã Ninh Hải", award=G)], [], QUIET


@case("tap-the-va-don-vi-mot-o.xlsx")
def body_and_unit(path):
    book([["STT", "Tập thể, cá nhân đề nghị xét khen thưởng", "Hình thức"], [1, "Phòng Nghiệp vụ, Sở Nội vụ", "GK"], [2, "Tổ dân phố 5, phường Đô Vinh", "GK"], [3, "Ông Lê Văn Tám, Giám đốc Sở Y tế", "GK"]], path)
    return [col("Phòng Nghiệp vụ", unit="Sở Nội vụ", award=G), col("Tổ dân phố 5, phường Đô Vinh", award=G), ind("Lê Văn Tám", gender="male", position="Giám đốc", unit="Sở Y tế", award=G)], \
        [doubt(2, "name", "split-body")]


@case("bang-tong-hop-duoi-danh-sach.xlsx")
def sums_below(path):
    book([["TT", "Họ và tên", "Đơn vị", "Hình thức"], [1, "Ông Tô Hiến", "Sở Y tế", "GK"], [], ["TỔNG HỢP"], ["TT", "Nội dung", "Số lượng", "Ghi chú"], [1, "Bằng khen UBND tỉnh", 0], [2, "Giấy khen", 1], [None, "Cộng", 1]], path)
    return [ind("Tô Hiến", gender="male", unit="Sở Y tế", award=G)], [doubt(0, "", "table-unread")]


@case("chuc-vu-o-dong-duoi.xlsx")
def post_in_next_row(path):
    book([["TT", "Họ và tên/Chức vụ", "Đơn vị", "Hình thức"], [1, "Ông Tạ Quang Bích", "Sở Khoa học và Công nghệ", "BK tỉnh"], [None, "Giám đốc"], [2, "Bà Lê Thị Thưởng", "Sở Tài chính", "GK"], [None, "Kế toán trưởng"]],
         path, merges=["A2:A3", "C2:C3", "D2:D3", "A4:A5", "C4:C5", "D4:D5"])
    return [ind("Tạ Quang Bích", gender="male", position="Giám đốc", unit="Sở Khoa học và Công nghệ", award=A), ind("Lê Thị Thưởng", gender="female", position="Kế toán trưởng", unit="Sở Tài chính", award=G)], \
        [doubt(2, "position", "row-joined")]


@case("dong-chi-co-so-khong.xlsx")
def zeros(path):
    book([["TT", "Họ và tên", "Đơn vị", "Hình thức"], [1, "Lê Phụ Trần", "Sở Y tế", "GK"]] + [["#N/A"] * 4] * 3 + [[None, None, "0", 0]] * 3, path)
    return [ind("Lê Phụ Trần", unit="Sở Y tế", award=G)], [], QUIET


@case("don-vi-ghi-tren-tung-bang.xlsx")
def unit_above(path):
    head = ["TT", "Họ và tên", "Chức vụ", "Hình thức"]
    book([["Đơn vị: Sở Tư pháp"], head, [1, "Nguyễn Phi Khanh", "Chuyên viên", "GK"], [], ["Đơn vị: Sở Y tế"], head, [1, "Đỗ Kính Tu", "Y sĩ", "GK"]], path)
    return [ind("Nguyễn Phi Khanh", position="Chuyên viên", unit="Sở Tư pháp", award=G), ind("Đỗ Kính Tu", position="Y sĩ", unit="Sở Y tế", award=G)], [doubt(0, "unit", "unit-from-title")]


@case("dong-bi-loc-an.xlsx")
def filtered(path):
    listed(path, ["Hồ Anh Đài", "Hồ Minh Cảnh", "Hồ Thị Tố"], hidden=[3])
    return [ind("Hồ Anh Đài", unit="Sở Y tế", award=G), ind("Hồ Thị Tố", unit="Sở Y tế", award=G)], [doubt(0, "", "rows-hidden")]


@case("gach-ngang-mot-phan-o.xls")
def struck_in_part(path):
    with open(path, "w", encoding="utf-8") as f:
        f.write('<html><head><meta charset="utf-8"></head><body><table><tr><td>TT</td><td>Họ và tên</td><td>Đơn vị</td><td>Hình thức</td></tr>'
                "<tr><td>1</td><td>Lê Văn <s>Hưng</s> Hùng</td><td>Sở Y tế</td><td>GK</td></tr><tr><td>2</td><td>Lê <b>Thị Én</b></td><td>Sở Y tế</td><td>GK</td></tr></table></body></html>")
    return [ind("Lê Văn Hưng Hùng", unit="Sở Y tế", award=G), ind("Lê Thị Én", unit="Sở Y tế", award=G)], [doubt(2, "name", "text-struck")]


@case("ngay-chi-hien-nam.xlsx")
def year_shown(path):
    book([["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức"], [1, "Hà Thị Én", datetime.datetime(1980, 5, 3), "Sở Y tế", "GK"], [2, "Hà Văn Hến", datetime.datetime(1982, 1, 1), "Sở Y tế", "GK"]], path,
         formats={(2, 3): "mm/dd/yyyy", (3, 3): "yyyy"})
    return [ind("Hà Thị Én", birth_date="1980-05-03", unit="Sở Y tế", award=G), ind("Hà Văn Hến", birth_date="1982", unit="Sở Y tế", award=G)], [], QUIET


@case("cap-bac-hoc-vi-noi-nhau.xlsx")
def ranks_joined(path):
    names = [("Thượng tá, ThS.", "Nguyễn Trọng Tấn"), ("PGS.TS.BS", "Trần Văn Hưởng"), ("Đại uý CN", "Cao Nam"), ("GS.TSKH", "Đặng Hữu Phước"), ("Nữ tu", "Maria Trần Thị Hoa"), ("Hòa thượng", "Thích Hạnh Thể")]
    listed(path, [a + " " + b for a, b in names])
    return [ind(b, honorific=a, unit="Sở Y tế", award=G) for a, b in names], [], QUIET


@case("nam-sinh-va-chu-thich-sau-ten.xlsx")
def born_behind(path):
    names = [("Nguyễn Văn Chín, sinh năm 1970", "Nguyễn Văn Chín", "1970"), ("Trần Thị Mười (1982)", "Trần Thị Mười", "1982"), ("Hồ Văn Sáu (sinh ngày 12/3/1988)", "Hồ Văn Sáu", "1988-03-12"),
             ("Vạn Thanh Sơn (1)", "Vạn Thanh Sơn", None), ("Lê Hạ [2]", "Lê Hạ", None)]
    listed(path, [n[0] for n in names])
    return [ind(n, unit="Sở Y tế", award=G, **({"birth_date": b} if b else {})) for _, n, b in names], [], QUIET


@case("cccd-kem-chu-va-gioi-tinh-mot-chu.xlsx")
def labelled(path):
    book([["TT", "Họ và tên", "GT", "Số CCCD", "Đơn vị", "Hình thức"], [1, "Mai Đức An", "Nam", "CCCD: 058080001240", "Sở Y tế", "GK"], [2, "Mai Đức Ba", "Nam", "058081001242 cấp ngày 12/3/2021", "Sở Y tế", "GK"],
          [3, "Mai Đức Ca", "N", "05808000124", "Sở Y tế", "GK"]], path)
    return [ind("Mai Đức An", gender="male", id_number="058080001240", unit="Sở Y tế", award=G), ind("Mai Đức Ba", gender="male", id_number="058081001242", unit="Sở Y tế", award=G),
            ind("Mai Đức Ca", id_number="05808000124", unit="Sở Y tế", award=G)], [doubt(4, "id_number", "id-length"), doubt(4, "gender", "gender-unknown")]


@case("dau-cach-khong-rong.xlsx")
def no_width(path):
    listed(path, ["Trần\u200bThị\u200b Ngà", "Bùi\u00adVăn Mềm", "LêThị Dính"])
    return [ind("Trần Thị Ngà", unit="Sở Y tế", award=G), ind("Bùi Văn Mềm", unit="Sở Y tế", award=G), ind("LêThị Dính", unit="Sở Y tế", award=G)], [doubt(4, "name", "name-odd")]


@case("ho-ong-va-ba.xlsx")
def couples(path):
    book([["TT", "Tập thể/cá nhân/hộ gia đình", "Địa chỉ", "Hình thức"], [1, "Vợ chồng ông Lê Nai", "Thôn 1", "GK"], [2, "Hộ Nguyễn Văn Cừ", "Thôn 2", "GK"], [3, "Bà con tộc họ Mấu", "Thôn 3", "GK"]], path)
    return [hou("Vợ chồng ông Lê Nai", award=G), hou("Hộ Nguyễn Văn Cừ", award=G), ind("Bà con tộc họ Mấu", award=G)], [doubt(4, "kind", "kind-unsure")]


@case("chuc-vu-truoc-day-va-tinh-uy-vien.xlsx")
def held_before(path):
    book([["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Hình thức"], [1, "Lâm An", "Tỉnh ủy viên, Giám đốc Sở Tài chính", "GK"], [2, "Lâm Bá", "Nguyên Phó Giám đốc Sở Y tế", "GK"]], path)
    return [ind("Lâm An", position="Tỉnh ủy viên, Giám đốc", unit="Sở Tài chính", award=G), ind("Lâm Bá", position="Nguyên Phó Giám đốc", unit="Sở Y tế", award=G)], [], QUIET


@case("tap-the-co-ngay-thanh-lap.xlsx")
def founded(path):
    book([["TT", "Tên tập thể", "Ngày thành lập", "Số lượng CBCC", "Người đứng đầu", "Hình thức"], [1, "Hội Chữ thập đỏ xã Vĩnh Hải", "12/8/1995", 5, "Bà Lê Thị Diễm", "GK"]], path)
    return [col("Hội Chữ thập đỏ xã Vĩnh Hải", award=G)], [], QUIET


@case("don-vi-cu-va-hien-nay.xlsx")
def before_and_now(path):
    book([["TT", "Họ và tên", "Đơn vị cũ (trước 01/7/2025)", "Đơn vị hiện nay", "Hình thức"], [1, "Trần Đình Đàn", "UBND huyện Ninh Phước", "UBND xã Ninh Phước", "GK"]], path)
    return [ind("Trần Đình Đàn", unit="UBND xã Ninh Phước", award=G)], [], QUIET


@case("cot-doi-tuong-va-dau-gioi-tinh.xlsx")
def kinds_and_marks(path):
    book([["TT", "Họ và tên", "Giới tính", None, "Đối tượng", "Đề nghị khen"], [None, None, "Nam", "Nữ"], [1, "Tà Yên Thị Hạnh", None, "✓", "Cá nhân", "GK"], [2, "Chamaléa Lưu", "×", None, "Hộ gia đình", "GK"]],
         path, merges=["C1:D1", "A1:A2", "B1:B2", "E1:E2", "F1:F2"])
    return [ind("Tà Yên Thị Hạnh", gender="female", award=G), hou("Chamaléa Lưu", gender="male", award=G)], [doubt(3, "unit", "unit-missing")]


@case("ho-dem-ten-ba-cot.xlsx")
def three_parts(path):
    book([["TT", "Họ", "Đệm", "Tên", "Đơn vị", "Hình thức"], [1, "Nguyễn", "Thị Kim", "Chi", "Sở Y tế", "GK"], [2, "Lê", None, "Sang", "Sở Y tế", "GK"]], path)
    return [ind("Nguyễn Thị Kim Chi", unit="Sở Y tế", award=G), ind("Lê Sang", unit="Sở Y tế", award=G)], [], QUIET


@case("hai-nguoi-mot-o.xlsx")
def two_in_a_cell(path):
    listed(path, ["Nguyễn Văn Một\nTrần Thị Hai", "Lý Chín - Đinh Mười", "Phan Thị\nHồng Nhung"])
    return [ind("Nguyễn Văn Một Trần Thị Hai", unit="Sở Y tế", award=G), ind("Lý Chín - Đinh Mười", unit="Sở Y tế", award=G),
            ind("Phan Thị Hồng Nhung", unit="Sở Y tế", award=G)], [doubt(2, "name", "name-several"), doubt(3, "name", "name-several")]


@case("can-bo-va-nhan-dan.xlsx")
def staff_and_people(path):
    names = ["Cán bộ, nhân viên Trạm Y tế xã Cà Ná", "Cán bộ và Nhân dân xã Cà Ná", "Cán bộ, chiến sĩ Công an tỉnh"]
    book([["TT", "Tên tập thể, cá nhân", "Đơn vị", "Hình thức"]] + [[i, n, "Xã Cà Ná", "GK"] for i, n in enumerate(names + ["Nguyễn Thị Tổ"], 1)], path)
    return [col(n, unit="Xã Cà Ná", award=G) for n in names] + [ind("Nguyễn Thị Tổ", unit="Xã Cà Ná", award=G)], [], QUIET


@case("tieu-de-tieng-anh.xlsx")
def english(path):
    book([["No.", "Full name", "Date of birth", "Position", "Unit", "Award"], [1, "Đào Duy Từ", "12/03/1980", "Kế toán", "Sở Y tế", "GK"]], path)
    return [ind("Đào Duy Từ", birth_date="1980-03-12", position="Kế toán", unit="Sở Y tế", award=G)], [], QUIET


@case("hai-danh-sach-canh-nhau.xlsx")
def side_by_side(path):
    book([["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], ["TT", "Họ và tên", "Đơn vị", "Hình thức", None, "TT", "Họ và tên", "Đơn vị", "Hình thức"], [1, "Lê Văn An", "Sở Y tế", "GK", None, 4, "Trần Thị Ba", "Sở Tư pháp", "BK tỉnh"],
          [2, "Lê Thị Cúc", "Sở Y tế", "GK", None, 5, "Trần Văn Dần", "Sở Tư pháp", "GK"], [3, "Lê Văn Em", "Sở Nội vụ", "BK tỉnh"], [None, "Tổng cộng: 05 người"]], path)
    return [ind("Lê Văn An", unit="Sở Y tế", award=G), ind("Lê Thị Cúc", unit="Sở Y tế", award=G), ind("Lê Văn Em", unit="Sở Nội vụ", award=A),
            ind("Trần Thị Ba", unit="Sở Tư pháp", award=A), ind("Trần Văn Dần", unit="Sở Tư pháp", award=G)], [], QUIET


@case("ngay-sinh-dao-ngay-thang.xlsx")
def slipped_birthdays(path):
    rows = [("Kiều Thị Lý", "01/02/1990", "Sở Tư pháp"), ("Kiều Thị Lý", "02/01/1990", "Sở Tư pháp"), ("Hứa Văn Hùng", "25/03/1980", "Sở Y tế"), ("Hứa Văn Hùng", "25/03/1981", "Sở Y tế"),
            ("Hứa Văn Hưng", "25/03/1980", "Sở Y tế"), ("Kiều Thị Lý", "13/06/1990", "Sở Tư pháp"), ("Kiều Thị Lý", "13/07/1990", "Sở Y tế")]
    book([["TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức"]] + [[i, n, d, u, "GK"] for i, (n, d, u) in enumerate(rows, 1)], path)
    return [ind(n, birth_date="-".join(reversed(d.split("/"))), unit=u, award=G) for n, d, u in rows], [doubt(3, "name", "duplicate"), doubt(5, "name", "duplicate")]
