package form

import (
	"regexp"
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Reference is another paper that this one names.
type Reference struct {
	Kind   string // "Tờ trình"
	Number string // "15" or "15/TTr-SNV"; empty while it is a draft
	Symbol string // "TTr-SNV"
	Date   when.Date
	Year   int    // printed while Date is empty
	Body   string // "Sở Nội vụ"
	About  string // what it is about
}

// Empty tells that there is no such paper.
func (r Reference) Empty() bool { return r.Kind == "" && r.Number == "" && r.Body == "" }

// cited is the reference as a sentence names it: "Tờ trình số 15/TTr-SNV ngày
// 18/10/2025 của Sở Nội vụ". A draft keeps room for number and day.
func (r Reference) cited() paper.Text { return r.text(false) }

// attached is the same with the day in words, as "(Kèm theo …)" has it.
func (r Reference) attached() paper.Text { return r.text(true) }

func (r Reference) text(long bool) paper.Text {
	if r.Empty() {
		return nil
	}
	t := paper.Plain(viet.Clean(r.Kind))
	switch no, sign := numberAndSign(r.Number, r.Symbol); {
	case sign != "":
		t = paper.Join(t, paper.Plain(" số"), paper.NumberOf(no, sign))
	case no != "":
		t = paper.Join(t, paper.Plain(" số "+no))
	case r.Date.IsZero():
		t = paper.Join(t, paper.Plain(" số "), paper.DotsFor(blank / 2))
	}
	switch {
	case r.Date.IsZero() || long:
		t = paper.Join(t, paper.Plain(" "), dateText(r.Date, r.Year))
	default:
		t = paper.Join(t, paper.Plain(" ngày "+r.Date.Office()))
	}
	if r.Body != "" {
		t = paper.Join(t, paper.Plain(" của "+viet.Clean(r.Body)))
	}
	if r.About != "" {
		t = paper.Join(t, paper.Plain(" "+subjectOf(r.About)))
	}
	return merged(t)
}

// openings are the words a trích yếu begins with; its capital goes when the paper
// is cited inside a sentence. A name that begins one keeps its capital.
var openings = []string{"Về", "Thực hiện", "Triển khai", "Tổ chức", "Ban hành", "Phê duyệt", "Quy định", "Hướng dẫn", "Phát động", "Kiện toàn", "Thành lập",
	"Tặng", "Khen thưởng", "Báo cáo", "Đề nghị", "Công bố", "Công nhận", "Sửa đổi", "Tăng cường", "Kết quả"}

func subjectOf(about string) string {
	about = viet.Clean(about)
	for _, o := range openings {
		if strings.HasPrefix(about, o+" ") {
			return strings.ToLower(o) + about[len(o):]
		}
	}
	return about
}

var ground = regexp.MustCompile(`Điều (\d+)\.(\d+)(?:\.(\p{L}))?`)

// groundOf writes a place of the law as sentences do: "Điều 74.1.a" is "điểm a
// khoản 1 Điều 74". Other words stay.
func groundOf(s string) string {
	return ground.ReplaceAllStringFunc(viet.Clean(s), func(m string) string {
		p := ground.FindStringSubmatch(m)
		t := "khoản " + p[2] + " Điều " + p[1]
		if p[3] != "" {
			t = "điểm " + p[3] + " " + t
		}
		return t
	})
}
