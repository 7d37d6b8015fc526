package office

import (
	"fmt"
	"strings"
)

// The parts made-up people are put together from. Nobody of such a name, birth
// and number is meant; the numbers have no register behind them.
var (
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đàng", "Kiều", "Quảng", "Thập", "Bá",
		"Trượng", "Chamaléa", "Katơr", "Pi Năng", "Mấu", "Tà Yên", "Pupur", "Cao"}
	middleMen   = []string{"Văn", "Hữu", "Đức", "Quốc", "Minh", "Công", "Thanh", "Xuân", "Ngọc"}
	middleWomen = []string{"Thị", "Thị Thu", "Thị Bích", "Thị Kim", "Thị Mỹ", "Ngọc", "Thị Ngọc"}
	givenMen    = []string{"An", "Bình", "Cường", "Dũng", "Đạt", "Hùng", "Hưng", "Khánh", "Lâm", "Mạnh", "Nam", "Phúc", "Quý", "Sơn", "Thuận", "Tuấn", "Vĩnh", "Ý"}
	givenWomen  = []string{"Ánh", "Diễm", "Hà", "Hòa", "Lan", "Liễu", "Loan", "Mai", "Nga", "Oanh", "Phượng", "Quỳnh", "Thúy", "Thủy", "Tuyết", "Uyên", "Yến"}
	ethnicities = []string{"Kinh", "Kinh", "Kinh", "Chăm", "Raglai", "Cơ-ho", "Hoa"}
	posts       = []string{"Chuyên viên", "Chuyên viên chính", "Phó Trưởng phòng", "Trưởng phòng", "Chánh Văn phòng", "Kế toán", "Văn thư", "Thanh tra viên"}
	rooms       = []string{"Văn phòng", "Phòng Tổng hợp", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ", "Phòng Hành chính - Quản trị", "Phòng Tổ chức cán bộ"}
	deeds       = []string{
		"Tham mưu tổ chức các kỳ họp Hội đồng nhân dân đúng tiến độ, bảo đảm chất lượng.",
		"Phối hợp giám sát chuyên đề, theo dõi hoàn thành 100% kết luận sau giám sát.",
		"Thực hiện tốt công tác tiếp xúc cử tri; kiến nghị được giải quyết đúng hạn.",
		"Có sáng kiến về số hóa tài liệu kỳ họp được công nhận cấp cơ sở.",
		"Xây dựng, nhân rộng điển hình tiên tiến trong phong trào thi đua.",
		"Góp ý các dự án luật, nâng cao chất lượng phản biện xã hội.",
	}
)

// madeUp is one person who does not exist.
type madeUp struct{ name, call, gender, birth, ethnicity, number string }

// person makes somebody whose name nobody else in the sample has.
func (s *sampler) person() madeUp {
	for {
		p := madeUp{gender: "Nam", call: "ông", ethnicity: ethnicities[s.rand.IntN(len(ethnicities))]}
		family := families[s.rand.IntN(len(families))]
		sex := 0
		middle, given := middleMen[s.rand.IntN(len(middleMen))], givenMen[s.rand.IntN(len(givenMen))]
		if s.rand.IntN(2) == 1 {
			p.gender, p.call, sex = "Nữ", "bà", 1
			middle, given = middleWomen[s.rand.IntN(len(middleWomen))], givenWomen[s.rand.IntN(len(givenWomen))]
		}
		p.name = strings.Join([]string{family, middle, given}, " ")
		if s.used[p.name] {
			continue
		}
		s.used[p.name] = true
		year := 1966 + s.rand.IntN(33)
		p.birth = fmt.Sprintf("%02d/%02d/%d", 1+s.rand.IntN(28), 1+s.rand.IntN(12), year)
		// The number's shape is that of a CCCD: province, century and sex, year, serial.
		p.number = fmt.Sprintf("058%d%02d%06d", sex, year%100, s.rand.IntN(1_000_000))
		return p
	}
}

func (s *sampler) deed() string { return deeds[s.rand.IntN(len(deeds))] }
