package movement

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Watch is what one member of the council looks after in a movement: sectors,
// clusters or single units (plan, IV.3).
type Watch struct {
	ID, Rev  int64
	Movement int64
	Member   string // by name, as the council's decision lists them
	Post     string
	Sector   string // lĩnh vực, địa bàn, in words
	Groups   []string
	Clusters []string // codes
	Units    []registry.UnitID
	when.Period
	Source string // the paper that assigned it
}

// Covers tells that a unit of a group and a cluster falls under the watch on a day.
func (w Watch) Covers(unit registry.UnitID, group, cluster string, day when.Date) bool {
	return w.Holds(day) && (slices.Contains(w.Units, unit) || group != "" && slices.Contains(w.Groups, group) ||
		cluster != "" && slices.Contains(w.Clusters, cluster))
}

// Check gives every fault of a watch typed in.
func (w Watch) Check() error {
	var l fault.List
	if viet.Clean(w.Member) == "" {
		l.Add(fault.New(fault.Invalid, "movement.watch-member").At("member"))
	}
	if len(w.Groups)+len(w.Clusters)+len(w.Units) == 0 {
		l.Add(fault.New(fault.Invalid, "movement.watch-area").At("units"))
	}
	if w.To != 0 && w.To <= w.From {
		l.Add(fault.New(fault.Invalid, "movement.to", w.From.Slash()).At("to"))
	}
	return l.OrNil()
}

// Visit is one inspection: who went where, and what they found.
type Visit struct {
	ID, Rev  int64
	Movement int64
	Watch    int64
	Member   string
	Unit     registry.UnitID
	Day      when.Date
	// Mark is the visit's judgement of the unit, code of VisitMarks. It enters the
	// unit's score where its criteria ask for it (Source "kiem_tra").
	Mark     string
	Findings []Finding
	File     string // the minutes, hash in the vault
	FileName string
	Note     string
}

// Finding is one thing a visit found, and what came of it.
type Finding struct {
	Text string    `json:"text"`
	Ask  string    `json:"ask,omitempty"` // what the unit is to do
	Due  when.Date `json:"due,omitzero"`
	Done when.Date `json:"done,omitzero"`
}

// VisitMarks are the judgements a visit ends in, best first, with the share of the
// points it brings.
var VisitMarks = []struct {
	registry.Name
	Percent int64
}{
	{registry.Name{Code: "tot", Name: "Triển khai tốt"}, 100},
	{registry.Name{Code: "kha", Name: "Triển khai khá"}, 75},
	{registry.Name{Code: "dat", Name: "Đạt yêu cầu"}, 50},
	{registry.Name{Code: "chua_dat", Name: "Chưa đạt yêu cầu"}, 0},
}

// MarkName is a visit's judgement in words.
func (v Visit) MarkName() string {
	for _, m := range VisitMarks {
		if m.Code == v.Mark {
			return m.Name.Name
		}
	}
	return v.Mark
}

// Percent is the share of the points a visit's judgement brings.
func (v Visit) Percent() (int64, bool) {
	for _, m := range VisitMarks {
		if m.Code == v.Mark {
			return m.Percent, true
		}
	}
	return 0, false
}

// Open lists the findings that are not done, late ones first.
func (v Visit) Open() []Finding {
	var out []Finding
	for _, f := range v.Findings {
		if f.Ask != "" && f.Done == 0 {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return int(a.Due - b.Due) })
	return out
}

// Check gives every fault of a visit typed in.
func (v Visit) Check() error {
	var l fault.List
	if viet.Clean(v.Member) == "" {
		l.Add(fault.New(fault.Invalid, "movement.watch-member").At("member"))
	}
	if v.Unit == 0 {
		l.Add(fault.New(fault.Invalid, "movement.visit-unit").At("unit"))
	}
	if !v.Day.Exact() {
		l.Add(fault.New(fault.Invalid, "movement.visit-day").At("day"))
	}
	if _, known := v.Percent(); v.Mark != "" && !known {
		l.Add(fault.New(fault.Invalid, "movement.visit-mark").At("mark"))
	}
	for i, f := range v.Findings {
		if viet.Clean(f.Text) == "" {
			l.Add(fault.New(fault.Invalid, "movement.visit-finding", i+1).At("findings"))
		}
	}
	return l.OrNil()
}
