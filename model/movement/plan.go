package movement

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// UnitPlan is a unit's own kế hoạch triển khai: asked for, and received or still owed.
type UnitPlan struct {
	ID, Rev  int64
	Movement int64
	Unit     registry.UnitID
	Asked    when.Date
	AskedBy  string // number of the letter that asked for it
	Due      when.Date
	Received when.Date
	Number   string
	Date     when.Date
	File     string // hash in the vault
	FileName string
	// Criteria are those the unit added to the plan's own.
	Criteria []Criterion
	Handover Handover
	Note     string
}

// Status is where the plan stands on a day; ended tells that the unit no longer exists.
func (p UnitPlan) Status(day when.Date, ended bool, cal *when.Calendar) Status {
	switch {
	case p.Received != 0:
		return Received
	case p.Handover.Chosen() && p.Handover.Way != ToOfficer:
		return Passed
	case ended && !p.Handover.Chosen():
		return Ended
	}
	return DueStatus(p.Due, day, cal)
}

// Check gives every fault of a plan typed in.
func (p UnitPlan) Check() error {
	var l fault.List
	if p.Unit == 0 {
		l.Add(fault.New(fault.Invalid, "movement.plan-unit").At("unit"))
	}
	if p.Received != 0 && !p.Received.Exact() {
		l.Add(fault.New(fault.Invalid, "movement.plan-received").At("received"))
	}
	if p.Received != 0 && viet.Clean(p.Number) == "" {
		l.Add(fault.New(fault.Invalid, "movement.plan-number").At("number"))
	}
	if p.Date != 0 && p.Received != 0 && p.Date > p.Received {
		l.Add(fault.New(fault.Invalid, "movement.plan-date", p.Date.Slash(), p.Received.Slash()).At("date"))
	}
	var letters []string
	for i, c := range p.Criteria {
		if c.Letter == "" || viet.Clean(c.Text) == "" || slices.Contains(letters, c.Letter) {
			l.Add(fault.New(fault.Invalid, "movement.plan-criterion", i+1).At("criteria"))
		}
		letters = append(letters, c.Letter)
	}
	return l.OrNil()
}
