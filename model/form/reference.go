package form

import (
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
	if no, sign := numberAndSign(r.Number, r.Symbol); no != "" || sign != "" {
		t = paper.Join(t, paper.Plain(" số"))
		if sign == "" {
			t = paper.Join(t, paper.Plain(" "+no))
		} else {
			t = paper.Join(t, paper.NumberOf(no, sign))
		}
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
		t = paper.Join(t, paper.Plain(" "+viet.Clean(r.About)))
	}
	return merged(t)
}
