package criteria

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Entry is one answer to an item: the figures or the judgement.
type Entry struct {
	A      int64   `json:"a,omitempty"`
	B      int64   `json:"b,omitempty"`
	More   []int64 `json:"more,omitempty"`
	Yes    bool    `json:"yes,omitempty"`
	Points Points  `json:"points,omitempty"` // of a judged item
}

// Evidence is what is shown for a line.
type Evidence struct {
	Text string `json:"text"`           // "Kế hoạch số 15/KH-STC ngày 10/5/2024"
	File string `json:"file,omitempty"` // hash in the vault
	// FileName is the file's own name, so that it opens in the right program.
	FileName string `json:"file_name,omitempty"`
}

// Line is a unit's answer to one item and what the office made of it.
type Line struct {
	Key       string     `json:"key"`
	NA        bool       `json:"na,omitempty"` // không áp dụng
	NAReason  string     `json:"na_reason,omitempty"`
	Self      *Entry     `json:"self,omitempty"`
	Appraised *Entry     `json:"appraised,omitempty"`
	Reason    string     `json:"reason,omitempty"` // why appraised otherwise
	Evidence  []Evidence `json:"evidence,omitempty"`
}

// State is where a sheet stands.
type State string

// The states.
const (
	Open      State = "tu_cham"   // the unit's own score
	Appraised State = "tham_dinh" // the office's
	Closed    State = "chot"      // frozen
)

// StateNames are the states in words.
var StateNames = []registry.Name{{Code: string(Open), Name: "Đơn vị tự chấm"}, {Code: string(Appraised), Name: "Đã thẩm định"}, {Code: string(Closed), Name: "Đã chốt"}}

// Sheet is one unit's score sheet for a year of a movement.
type Sheet struct {
	ID, Rev  int64
	Movement int64
	Year     int
	Unit     registry.UnitID
	// Items are the criteria as they were when the sheet was opened, so that a set
	// changed later does not change what was scored.
	Items   []Item
	ByShare bool
	Lines   []Line
	State   State
	Total   Points // as computed when last saved
	Max     Points // what could be reached by the lines that apply
	Closed  when.Date
	Note    string
}

// Line finds the line of an item; an empty one when nothing was said.
func (s Sheet) Line(key string) Line {
	if i := slices.IndexFunc(s.Lines, func(l Line) bool { return l.Key == key }); i >= 0 {
		return s.Lines[i]
	}
	return Line{Key: key}
}

// SetLine puts a line in its place.
func (s *Sheet) SetLine(l Line) {
	if i := slices.IndexFunc(s.Lines, func(x Line) bool { return x.Key == l.Key }); i >= 0 {
		s.Lines[i] = l
		return
	}
	s.Lines = append(s.Lines, l)
}

// Check gives every fault of what was entered: figures that cannot be, a line set
// aside without a reason, an appraised score that differs without one, points
// without the evidence the item asks for. Fields are "lines.<key>".
func (s Sheet) Check() error {
	var l fault.List
	set := Set{Items: s.Items}
	for _, ln := range s.Lines {
		it, ok := set.Item(ln.Key)
		field := "lines." + ln.Key
		if !ok {
			l.Add(fault.New(fault.Invalid, "criteria.no-item", ln.Key).At(field))
			continue
		}
		if ln.NA {
			if viet.Clean(ln.NAReason) == "" {
				l.Add(fault.New(fault.Invalid, "criteria.na-reason", it.Key).At(field))
			}
			continue
		}
		for _, e := range []*Entry{ln.Self, ln.Appraised} {
			if e == nil {
				continue
			}
			if code := it.impossible(*e); code != "" {
				l.Add(fault.New(fault.Invalid, code, it.Key, it.Max, it.A, it.B).At(field))
			}
		}
		if ln.Appraised == nil {
			continue
		}
		self := Entry{}
		if ln.Self != nil {
			self = *ln.Self
		}
		if !same(self, *ln.Appraised) && viet.Clean(ln.Reason) == "" {
			l.Add(fault.New(fault.Invalid, "criteria.reason", it.Key).At(field))
		}
		if len(it.Evidence) > 0 && len(ln.Evidence) == 0 && it.points(*ln.Appraised) > 0 {
			l.Add(fault.New(fault.Invalid, "criteria.evidence", it.Key).At(field))
		}
	}
	return l.OrNil()
}

// Unanswered lists the items nobody has answered or set aside.
func (s Sheet) Unanswered() []Item {
	var out []Item
	for _, it := range s.Items {
		if ln := s.Line(it.Key); !ln.NA && ln.Self == nil && ln.Appraised == nil {
			out = append(out, it)
		}
	}
	return out
}

// impossible names what is wrong with figures, "" when nothing.
func (it Item) impossible(e Entry) string {
	for _, n := range append([]int64{e.A, e.B}, e.More...) {
		if n < 0 {
			return "criteria.negative"
		}
	}
	switch it.Kind {
	case Ratio:
		if e.B > e.A {
			return "criteria.more-than-all"
		}
	case Sampled:
		if e.B > e.A || e.A > it.Size {
			return "criteria.sample-size"
		}
	case Judged:
		if e.Points < 0 || e.Points > it.Max {
			return "criteria.over-max"
		}
	}
	return ""
}

func same(a, b Entry) bool {
	return a.A == b.A && a.B == b.B && a.Yes == b.Yes && a.Points == b.Points && slices.Equal(a.More, b.More)
}
