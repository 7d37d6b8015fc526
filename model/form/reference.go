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
		t = paper.Join(t, paper.Plain(" số "), paper.DotsFor(blank/2))
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
	return t.Merged()
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

var (
	ground  = regexp.MustCompile(`Điều (\d+)\.(\d+)(?:\.(\p{L}))?`)
	grounds = regexp.MustCompile(ground.String() + `(?:; ` + ground.String() + `)*`)
)

// groundOf writes places of the law as sentences do: "Điều 74.1.a" is "điểm a khoản 1
// Điều 74"; of several, what they share is said once: "điểm a, b khoản 4, khoản 5
// Điều 73". Other words stay.
func groundOf(s string) string {
	return grounds.ReplaceAllStringFunc(viet.Clean(s), func(run string) string {
		var out []string
		var article, clause, clauses, points string
		closeClause := func() {
			if clause == "" {
				return
			}
			c := "khoản " + clause
			if points != "" {
				c = "điểm " + points + " " + c
			}
			clauses = joinWords(", ", clauses, c)
			clause, points = "", ""
		}
		closeArticle := func() {
			closeClause()
			if article != "" {
				out = append(out, clauses+" Điều "+article)
			}
			article, clauses = "", ""
		}
		for _, p := range ground.FindAllStringSubmatch(run, -1) {
			if p[1] != article {
				closeArticle()
			}
			if p[2] != clause || points == "" || p[3] == "" {
				closeClause()
			}
			article, clause = p[1], p[2]
			if points != "" {
				points += ", "
			}
			points += p[3]
		}
		closeArticle()
		return strings.Join(out, "; ")
	})
}
