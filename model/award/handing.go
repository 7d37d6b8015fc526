package award

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Handing is what happened to the object of an honour, the bằng, giấy khen or
// huy hiệu: handed out, issued again, exchanged, taken back (trao tặng, cấp lại,
// cấp đổi, thu hồi).
type Handing struct {
	ID, Rev int64
	Record  int64
	What    string // code of HandingNames
	Day     when.Date
	Number  string // of the certificate or of the paper that says so
	To      string // who took it, or gave it back
	Reason  string
	Note    string
}

// What can happen to an object.
const (
	HandedOut = "trao"
	Reissued  = "cap_lai" // lost or spoilt
	Exchanged = "cap_doi" // a fault in it
	TakenBack = "thu_hoi"
)

// HandingNames are the events in words.
var HandingNames = []registry.Name{
	{Code: HandedOut, Name: "Đã trao"},
	{Code: Reissued, Name: "Cấp lại"},
	{Code: Exchanged, Name: "Cấp đổi"},
	{Code: TakenBack, Name: "Thu hồi"},
}

// May tells whether an event may follow those before it on one honour: nothing is
// handed out twice, issued again or taken back before it was handed out, and
// nothing follows the taking back.
func (h Handing) May(before []Handing) error {
	var l fault.List
	if !h.Day.Exact() || !h.Day.Valid() {
		l.Add(fault.New(fault.Invalid, "award.handing-day").At("day"))
	}
	if registry.NameOf(HandingNames, h.What) == h.What {
		l.Add(fault.New(fault.Invalid, "award.handing-what").At("what"))
		return l.OrNil()
	}
	out, back := false, false
	for _, b := range before {
		out = out || b.What == HandedOut
		back = back || b.What == TakenBack
		if b.Day > h.Day {
			l.Add(fault.New(fault.Invalid, "award.handing-before", b.Day.Slash()).At("day"))
			break
		}
	}
	switch {
	case back:
		l.Add(fault.New(fault.Conflict, "award.handing-gone").At("what"))
	case h.What == HandedOut && out:
		l.Add(fault.New(fault.Conflict, "award.handing-twice").At("what"))
	case h.What != HandedOut && !out:
		l.Add(fault.New(fault.Conflict, "award.handing-not-out").At("what"))
	}
	if h.What != HandedOut && h.Reason == "" {
		l.Add(fault.New(fault.Invalid, "award.handing-reason").At("reason"))
	}
	return l.OrNil()
}
