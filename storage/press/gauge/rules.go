package gauge

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"thidua/model/paper"
)

// Finding is one place that breaks a rule.
type Finding struct {
	Rule   string // of the table below
	Page   int    // in the file, from 1
	Seen   string
	Wanted string
}

func (f Finding) String() string {
	return fmt.Sprintf("trang %d: %s: %s, cần %s", f.Page, f.Rule, f.Seen, f.Wanted)
}

// span is what a rule allows, ends included.
type span struct{ least, most float64 }

func (s span) holds(v, slip float64) bool { return v >= s.least-slip && v <= s.most+slip }

func (s span) String() string {
	if s.least == s.most {
		return fmt.Sprintf("%.4g", s.least)
	}
	return fmt.Sprintf("%.4g–%.4g", s.least, s.most)
}

// The rules of NĐ 30/2020/NĐ-CP, Phụ lục I, in millimetres and points. They are
// written down here a second time, from the decree and not from the press.
var (
	pageSize     = [2]float64{210, 297} // I.1: A4
	marginTop    = span{20, 25}         // I.4
	marginBottom = span{20, 25}
	marginLeft   = span{30, 35}
	marginRight  = span{15, 20}
	pageNumber   = span{13, 14} // I.7
	nation       = span{12, 13} // II.1
	motto        = span{13, 14}
	bodies       = span{12, 13} // II.2
	numberLine   = span{13, 13} // II.3
	dated        = span{13, 14} // II.4
	brief        = span{13, 14} // II.5.a
	about        = span{12, 13} // II.5.b
	urgency      = span{13, 14} // III.2.b
	text         = span{13, 14} // II.6
	indents      = []float64{10, 12.7}
	paraGap      = 6.0 // points between paragraphs, at least
	lineStep     = span{1, 1.5}
	post         = span{13, 14} // II.7
	recipientsAt = span{12, 12} // II.9.b
	recipients   = span{11, 11}
	partRule     = span{1. / 3, 1. / 2} // of a text's length: II.2, II.5
)

// urgencyBox is the width of the box of each degree of urgency; all are 8 high.
var urgencyBox = map[paper.Urgency]float64{paper.Urgent: 20, paper.VeryUrgent: 40, paper.MostUrgent: 30}

// The names of the rules, as Finding has them.
const (
	ruleText       = "chữ trên trang đúng như văn bản"
	rulePage       = "I.1 khổ giấy A4"
	ruleMargins    = "I.4 lề trang"
	ruleNumber     = "I.7 số trang"
	ruleNation     = "II.1 Quốc hiệu, Tiêu ngữ"
	ruleMotto      = "II.1 đường kẻ dưới Tiêu ngữ"
	ruleBodies     = "II.2 tên cơ quan"
	ruleBodiesRule = "II.2 đường kẻ dưới tên cơ quan"
	ruleSign       = "II.3 số, ký hiệu"
	ruleDated      = "II.4 địa danh, ngày tháng"
	ruleTitle      = "II.5 tên loại, trích yếu"
	ruleBriefRule  = "II.5 đường kẻ dưới trích yếu"
	ruleAbout      = "II.5.b V/v"
	ruleRecitals   = "II.6 căn cứ"
	ruleBody       = "II.6 cỡ chữ, kiểu chữ nội dung"
	ruleIndent     = "II.6 lùi đầu dòng"
	ruleGap        = "II.6 khoảng cách đoạn, dòng"
	ruleJustify    = "II.6 căn đều hai lề"
	ruleWidow      = "dòng lẻ đầu trang, cuối trang"
	rulePost       = "II.7 người ký"
	ruleAlone      = "khối ký không đứng một mình"
	ruleTo         = "II.9.a Kính gửi"
	ruleRecipients = "II.9.b Nơi nhận"
	ruleUrgency    = "III.2 mức độ khẩn"
	ruleAnnex      = "IV phụ lục"
	ruleTorn       = "dòng không giãn quá"
	ruleLone       = "không để lẻ một chữ ở dòng cuối"
	ruleCells      = "chữ nằm trong ô bảng"
)

// Rules are the names of all rules, for reports.
var Rules = []string{ruleText, rulePage, ruleMargins, ruleNumber, ruleNation, ruleMotto, ruleBodies, ruleBodiesRule, ruleSign, ruleDated, ruleTitle,
	ruleBriefRule, ruleAbout, ruleRecitals, ruleBody, ruleIndent, ruleGap, ruleJustify, ruleWidow, rulePost, ruleAlone, ruleTo, ruleRecipients, ruleUrgency, ruleAnnex, ruleTorn, ruleLone, ruleCells}

// Report is what a check found and how often each rule was looked at.
type Report struct {
	Findings []Finding
	Looked   map[string]int
}

func (r *Report) bad(rule string, page int, seen, wanted string) {
	r.Findings = append(r.Findings, Finding{rule, page + 1, seen, wanted})
}

// in checks a value against a span.
func (r *Report) in(rule string, page int, what string, v float64, want span, slip float64) {
	r.Looked[rule]++
	if !want.holds(v, slip) {
		r.bad(rule, page, fmt.Sprintf("%s %.2f", what, v), want.String())
	}
}

func (r *Report) is(rule string, page int, ok bool, seen, wanted string) {
	r.Looked[rule]++
	if !ok {
		r.bad(rule, page, seen, wanted)
	}
}

// styled checks size and style of every word of a row.
func (r *Report) styled(rule string, w row, size span, bold, italic bool) {
	for _, x := range w.words {
		r.Looked[rule]++
		if !size.holds(x.Size, 0.01) {
			r.bad(rule, w.page, fmt.Sprintf("“%s” cỡ %.4g", x.Text, x.Size), "cỡ "+size.String())
			return
		}
		if x.Bold != bold || x.Italic != italic {
			r.bad(rule, w.page, fmt.Sprintf("“%s” %s", x.Text, styleName(x.Bold, x.Italic)), styleName(bold, italic))
			return
		}
	}
}

func styleName(b, i bool) string {
	switch {
	case b && i:
		return "đậm nghiêng"
	case b:
		return "đứng đậm"
	case i:
		return "nghiêng"
	}
	return "đứng"
}

// Check measures the pages of a document. A document of certificates is not
// measured: its blank, not the decree, says where things stand.
func Check(doc *paper.Document, pages []Page) Report {
	r := &Report{Looked: map[string]int{}}
	if len(doc.Parts) > 0 && len(doc.Parts[0].Blocks) > 0 {
		if _, ok := doc.Parts[0].Blocks[0].(paper.Certificate); ok {
			return *r
		}
	}
	m := match(doc, pages)
	r.is(ruleText, 0, m.lost == "", "không thấy “"+m.lost+"”", "mọi chữ của văn bản, theo thứ tự")
	if m.lost != "" {
		return *r
	}
	r.pages(m)
	for i, f := range m.blocks {
		if len(f.rows) > 0 {
			r.block(m, i, f)
		}
	}
	r.gaps(m)
	return *r
}

// pages checks what every page has: size, margins, number.
func (r *Report) pages(m matched) {
	for i, p := range m.pages {
		w, h := pageSize[0], pageSize[1]
		if m.doc.Parts[m.partOf[i]].Landscape {
			w, h = h, w
		}
		r.is(rulePage, i, math.Abs(p.Width-w) < 0.1 && math.Abs(p.Height-h) < 0.1, fmt.Sprintf("%.1f × %.1f mm", p.Width, p.Height), fmt.Sprintf("%.0f × %.0f mm", w, h))
		number := m.numbers[i]
		if m.inPart[i] <= 1 {
			r.is(ruleNumber, i, number == nil, "trang đầu có số trang", "không đánh số trang đầu")
		} else {
			want := strconv.Itoa(m.inPart[i])
			r.is(ruleNumber, i, number != nil && number.Text == want, "không có hoặc sai số", want)
			if number != nil {
				r.in(ruleNumber, i, "cỡ", number.Size, pageNumber, 0.01)
				r.is(ruleNumber, i, !number.Bold && !number.Italic, "không đứng", "đứng")
				middle := (marginLeft.least + p.Width - marginRight.least) / 2
				r.is(ruleNumber, i, math.Abs(number.X+number.W/2-middle) < 2.6, fmt.Sprintf("giữa ở %.1f mm", number.X+number.W/2), fmt.Sprintf("%.1f mm", middle))
				r.is(ruleNumber, i, number.Y < marginTop.least, fmt.Sprintf("chân chữ ở %.1f mm", number.Y), "trong lề trên")
			}
		}
		for k, x := range p.Words {
			if number != nil && k == 0 {
				continue
			}
			ok := x.X >= marginLeft.least-0.1 && x.Right() <= p.Width-marginRight.least+0.3 &&
				x.Y-0.9*x.Size*mm >= marginTop.least-0.3 && x.Y+0.22*x.Size*mm <= p.Height-marginBottom.least+0.3
			r.is(ruleMargins, i, ok, fmt.Sprintf("“%s” ở %.1f–%.1f mm, chân chữ %.1f mm", x.Text, x.X, x.Right(), x.Y), "trong lề")
			if !ok {
				break
			}
		}
		r.cells(i, p)
	}
}

// cells checks that no word of a ruled table runs over a line between its cells.
func (r *Report) cells(i int, p Page) {
	for _, l := range p.Lines {
		if l.X1 != l.X2 {
			continue
		}
		top, bottom := math.Min(l.Y1, l.Y2), math.Max(l.Y1, l.Y2)
		for _, w := range p.Words {
			if w.Y > top && w.Y < bottom {
				r.is(ruleCells, i, w.Right() <= l.X1+0.1 || w.X >= l.X1-0.1, "“"+w.Text+"” đè lên đường kẻ", "nằm trong ô")
			}
		}
	}
}

// under finds the horizontal line nearest below y that is centred on x.
func under(p Page, x, y float64) (Line, bool) {
	best, ok := Line{}, false
	for _, l := range p.Lines {
		if l.Flat() && l.Y1 > y && l.Y1-y < 6 && math.Abs((l.X1+l.X2)/2-x) < 1 && (!ok || l.Y1 < best.Y1) {
			best, ok = l, true
		}
	}
	return best, ok
}

func lengthOf(l Line) float64 { return math.Abs(l.X2 - l.X1) }

// sentence is the text of rows joined.
func sentence(rs []row) string {
	var s []string
	for _, w := range rs {
		s = append(s, w.text())
	}
	return strings.Join(s, " ")
}
