"""Made-up people, bodies and awards for the trouble sheets. No real person."""
import random

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Đàng", "Báo", "Katơr", "Chamaléa",
          "Pi Năng", "Tà Yên", "Mấu", "Cao", "Pupur", "Bo Bo", "Não", "Trượng", "Thập", "Quảng", "Đoàn", "Ức", "Ấn"]
MALE = ["Văn Hùng", "Hữu Hưng", "Đức Ứng", "Quốc Hứng", "Minh Ẩn", "Công Úy", "Thanh Ái", "Ngọc Sỹ", "Xuân Quý", "Bá Tuấn", "Khắc Thuỷ", "Hòa", "Thế Ưng"]
FEMALE = ["Thị Ánh", "Thị Mỹ Hạnh", "Ngọc Ý", "Thị Thu Úy", "Thị Bích Thủy", "Kim Yến", "Thị Ái Liên", "Thị Hoà", "Thị Én"]
POSTS = ["Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Chuyên viên chính", "Kế toán", "Ủy viên Thường trực",
         "Chánh Văn phòng", "Phó Chủ tịch", "Giáo viên", "Bác sĩ", "Nhân viên", "Công chức Văn phòng - Thống kê", "Phó Chánh Thanh tra"]
UNITS = ["Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh", "Hội Nông dân tỉnh", "Sở Nội vụ", "Hội Liên hiệp Phụ nữ tỉnh",
         "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Sở Tư pháp", "Ban Pháp chế Hội đồng nhân dân tỉnh", "UBND phường Đô Vinh", "UBND xã Bác Ái"]
ETHNIC = ["Kinh", "Chăm", "Raglai", "Hoa", "Cơ-ho"]
DEEDS = ["Tham mưu tổ chức 12 kỳ họp đúng tiến độ, bảo đảm chất lượng.", "Ứng dụng công nghệ thông tin, rút ngắn 30% thời gian giải quyết hồ sơ.",
         "Có 02 sáng kiến được công nhận cấp cơ sở.", "Thực hiện tốt công tác tiếp xúc cử tri; 98% kiến nghị được giải quyết.",
         "Ổn định tổ chức, hoàn thành 100% chỉ tiêu được giao năm 2025."]
AWARDS = {"bang_khen_thu_tuong": "Bằng khen của Thủ tướng Chính phủ", "bang_khen_ubtvqh": "Bằng khen của Ủy ban Thường vụ Quốc hội",
          "bang_khen_chu_tich_tinh": "Bằng khen của Chủ tịch UBND tỉnh", "giay_khen": "Giấy khen"}
CODES = list(AWARDS)
TEAMS = ["Phòng Tổng hợp", "Phòng Nghiệp vụ", "Văn phòng Sở Nội vụ", "Phòng Tổ chức - Hành chính", "Thanh tra Sở Y tế", "Trường Tiểu học Đô Vinh",
         "Đội Cảnh sát giao thông", "Khoa Nhi", "Tổ công tác số 5", "Công đoàn cơ sở Sở Tài chính"]


def person(rng):
    """One person with every field the console shows, and the parts a sheet may need."""
    female = rng.random() < 0.45
    family = rng.choice(FAMILY)
    rest = rng.choice(FEMALE if female else MALE)
    y, m, d = rng.randint(1962, 1999), rng.randint(1, 12), rng.randint(1, 28)
    code = rng.choice(CODES[:3])
    return {
        "kind": "individual", "name": f"{family} {rest}", "gender": "female" if female else "male",
        "birth_date": f"{y:04d}-{m:02d}-{d:02d}", "ethnicity": rng.choice(ETHNIC),
        "id_number": f"058{1 if female else 0}{y % 100:02d}{rng.randint(100000, 999999)}",
        "position": rng.choice(POSTS), "unit": rng.choice(UNITS), "award": code, "achievement": rng.choice(DEEDS),
    }


def people(n, seed):
    """n people, no two of the same name and none sharing a number."""
    rng = random.Random(seed)
    out, names = [], set()
    while len(out) < n:
        p = person(rng)
        if p["name"] in names:
            continue
        names.add(p["name"])
        out.append(p)
    return out


def teams(n, seed, units=True):
    rng = random.Random(seed)
    out = []
    for name in rng.sample(TEAMS, n):
        t = {"kind": "collective", "name": name, "award": rng.choice(CODES[:3]), "achievement": rng.choice(DEEDS)}
        if units:
            t["unit"] = rng.choice(UNITS)
        out.append(t)
    return out


def pick(record, *fields):
    """The record with these fields only; kind always stays."""
    return {k: v for k, v in record.items() if k == "kind" or k in fields}


def sex(p):
    return "Nữ" if p["gender"] == "female" else "Nam"


def dmy(iso, sep="/"):
    return sep.join(reversed(iso.split("-")))
