package press

import (
	"slices"
	"strings"
)

// phrases are words that belong together: a title is not broken inside one where
// another place is nearly as good ("Ủy ban / nhân dân" reads badly).
var phrases = strings.Split(strings.TrimSpace(`
ủy ban nhân dân
hội đồng nhân dân
hội đồng thi đua
ủy ban thường vụ quốc hội
ủy ban mặt trận tổ quốc
đoàn đại biểu quốc hội
quốc hội việt nam
tổng tuyển cử đầu tiên
thủ tướng chính phủ
thi đua
khen thưởng
bằng khen
giấy khen
chủ tịch
phó chủ tịch
giám đốc
phó giám đốc
thủ trưởng
trưởng phòng
chánh văn phòng
văn phòng
cơ quan
đơn vị
địa phương
thành tích
xuất sắc
phong trào
thực hiện
triển khai
tập thể
cá nhân
hộ gia đình
đề nghị
quyết định
tờ trình
danh sách
biên bản
báo cáo
tổng kết
hồ sơ
kỷ niệm
tổng tuyển cử
về việc
kèm theo
khánh hòa
ninh thuận
phan rang - tháp chàm
phan rang
nha trang
việt nam
nội vụ
xác nhận
người đứng đầu
`), "\n")

// clinging are words that belong to what follows: no line of a title ends in one.
var clinging = strings.Fields("của cho và về tại với do vì trong số năm ngày niệm")

// phraseBreak is what breaking inside a phrase costs a balanced text, beside the
// square of each line's emptiness (0…1).
const phraseBreak = 0.2

var phrasesByFirst = func() map[string][][]string {
	m := map[string][][]string{}
	for _, p := range phrases {
		ws := strings.Fields(p)
		m[ws[0]] = append(m[ws[0]], ws)
	}
	return m
}()

// figures tells that a word is a number.
func figures(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// inPhrase tells for each word whether a break after it falls inside a phrase.
func inPhrase(ws []word) []bool {
	texts := make([]string, len(ws))
	for i := range ws {
		t := ""
		for _, q := range ws[i].pieces {
			t += q.text
		}
		texts[i] = strings.ToLower(strings.Trim(t, `"“”(),.;:`))
	}
	out := make([]bool, len(ws))
	for i, t := range texts {
		end := t
		if k := strings.LastIndex(t, "\u00a0"); k >= 0 {
			end = t[k+len("\u00a0"):]
		}
		out[i] = out[i] || slices.Contains(clinging, end)
		if i+1 < len(texts) { // "ngày 26 tháng 12 năm 2025", "80 năm"
			next := texts[i+1]
			out[i] = out[i] || figures(t) && (next == "tháng" || next == "năm") || figures(next) && (t == "ngày" || t == "tháng")
		}
	next:
		for _, p := range phrasesByFirst[t] {
			if i+len(p) > len(texts) {
				continue
			}
			for k, w := range p {
				if texts[i+k] != w {
					continue next
				}
			}
			for k := range len(p) - 1 {
				out[i+k] = true
			}
		}
	}
	return out
}
