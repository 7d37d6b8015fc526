package paper

import (
	"slices"
	"strconv"
	"strings"
)

// The two lines every State paper carries at its right head (NĐ 30/2020/NĐ-CP,
// Phụ lục I, II.1).
const (
	Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	Motto  = "Độc lập - Tự do - Hạnh phúc"
)

// Head is the head of a paper: at the left who issues it and the number, at the
// right Quốc hiệu, Tiêu ngữ, place and date.
//
// The kinds of head are this one with fields left empty: a công văn has About;
// a biên bản has no Dated; a báo cáo thành tích has neither Number nor About and
// its Parent is the unit above.
type Head struct {
	Parent []string // cơ quan chủ quản trực tiếp, capitals, a line each; may be empty
	Issuer []string // cơ quan ban hành, capitals, bold, a line each; ruled below
	Number Text     // see NumberLine; empty for none
	About  Text     // "V/v …" of a công văn, under the number
	Dated  Text     // see DateLine; empty for none
	// Urgency is the mark under the number that has a paper carried faster. There is
	// none of secrecy: secret papers are not made with this program.
	Urgency Urgency
}

// Urgency is the mức độ khẩn of a paper (NĐ 30/2020/NĐ-CP, Phụ lục I, III.2).
type Urgency uint8

// The degrees, from none up.
const (
	NotUrgent Urgency = iota
	Urgent
	VeryUrgent
	MostUrgent
)

// UrgencyOf reads the code of a degree: "khan", "thuong-khan", "hoa-toc", "" for none.
func UrgencyOf(code string) (u Urgency, ok bool) {
	i := slices.Index([]string{"", "khan", "thuong-khan", "hoa-toc"}, code)
	return Urgency(max(i, 0)), i >= 0
}

// String is the word of the mark, in capitals; "" for none.
func (u Urgency) String() string {
	switch u {
	case Urgent:
		return "KHẨN"
	case VeryUrgent:
		return "THƯỢNG KHẨN"
	case MostUrgent:
		return "HOẢ TỐC"
	}
	return ""
}

// Columns stands texts side by side without lines: the head of a statistical form
// (biểu), whose left names the form and whose right names who reports.
type Columns struct {
	Shares []float64 // widths in shares of the whole
	Cells  []Cell    // as many as Shares
}

// Title is the name of the kind of paper and what it is about:
// "TỜ TRÌNH / Về việc …", ruled below. Without About there is no rule.
type Title struct {
	Name  string // capitals: "QUYẾT ĐỊNH"; may hold line breaks
	About Text   // trích yếu; may hold Break
}

// AnnexHead is the head of an annex: "Phụ lục I", the title in capitals, and
// "(Kèm theo … số … ngày … của …)" in italics.
type AnnexHead struct {
	Label    string // "Phụ lục I"; empty for a list, whose title "DANH SÁCH" stands alone
	Title    string // capitals
	About    Text   // what the list is of; bold
	Attached Text   // the line in brackets; italic
}

// NumberOf is " 15/QĐ-UBND", with the space before it, for the middle of a
// sentence: Join(Plain("Tờ trình số"), NumberOf("", "TTr-SNV")).
func NumberOf(no, sign string) Text {
	no = strings.TrimSpace(no)
	if n, err := strconv.Atoi(no); err == nil && n >= 0 && n < 10 {
		no = "0" + strconv.Itoa(n)
	}
	if no == "" {
		return Join(GapFor(7), Plain("/"+sign))
	}
	return Plain(" " + no + "/" + sign)
}

// DateOf is "ngày 05 tháng 01 năm 2026": days below 10 and the months 1 and 2 get
// a leading 0 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4). Zeros leave room for the hand.
func DateOf(year, month, day int) Text { return Join(Plain("ngày"), dateTail(year, month, day)) }

// dateTail keeps a date with blanks on one line: a hand writes on both sides of
// "tháng", so the blanks are tied to it with no-break spaces.
func dateTail(year, month, day int) Text {
	t := Text{}
	gap := func(n int) {
		t = append(t, Run{Mark: Gap, Chars: n}, Run{Words: noBreak})
	}
	if day > 0 {
		t = append(t, Run{Words: " " + zero(day, day < 10) + " "})
	} else {
		gap(4)
	}
	t = append(t, Run{Words: "tháng"})
	if month > 0 {
		t = append(t, Run{Words: " " + zero(month, month < 3) + " "})
	} else {
		gap(4)
	}
	t = append(t, Run{Words: "năm"})
	if year > 0 {
		t = append(t, Run{Words: " " + strconv.Itoa(year)})
	} else {
		t = append(t, Run{Mark: Gap, Chars: 7})
	}
	return t.joined()
}

const noBreak = "\u00a0"

func zero(n int, lead bool) string {
	if lead {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// joined merges neighbouring runs of one style.
func (t Text) joined() Text {
	var out Text
	for _, r := range t {
		if n := len(out) - 1; n >= 0 && r.Mark == None && out[n].Mark == None && out[n].Bold == r.Bold && out[n].Italic == r.Italic {
			out[n].Words += r.Words
			continue
		}
		out = append(out, r)
	}
	return out
}
