package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
)

// replyDays is how many working days a reminder gives when nobody says otherwise.
const replyDays = 5

// Chase says whom to remind of what.
type Chase struct {
	Movement string
	What     string // report.ForPlan or report.ForReport
	Kind     report.Kind
	Year     int
	Units    []string  // codes; none means everybody who is late or whose report was returned
	Deadline when.Date // zero: replyDays working days from today
	Number   string
	// Single prints one letter for each unit; else one letter with a list.
	Single bool
}

func (o *Office) owing(ctx context.Context, tx Tx, y *year, c Chase) ([]report.Reminded, when.Date, error) {
	var named []registry.UnitID
	for _, code := range c.Units {
		id, err := y.units.ByCode(code, y.day)
		if err != nil {
			return nil, 0, err
		}
		named = append(named, id)
	}
	takes := func(unit registry.UnitID, s movement.Status, h movement.Handover) bool {
		if h.Chosen() {
			return false // the office took it over: there is nobody to write to
		}
		if named != nil {
			return slices.Contains(named, unit) && s.Owed()
		}
		return s == movement.Late || s == movement.Returned
	}
	var out []report.Reminded
	var due when.Date
	if c.What == report.ForPlan {
		plans, err := o.plansOf(ctx, tx, y)
		if err != nil {
			return nil, 0, err
		}
		for _, p := range plans {
			if takes(p.Plan.Unit, p.Status, p.Plan.Handover) {
				late := 0
				if p.Plan.Due != 0 && y.day > p.Plan.Due {
					late = y.calendar.WorkingDaysBetween(p.Plan.Due, y.day)
				}
				out = append(out, report.Reminded{Unit: p.Plan.Unit, Late: late})
				due = max(due, p.Plan.Due)
			}
		}
		return out, due, nil
	}
	lines, err := reportsOf(ctx, tx, y, c.Kind, c.Year)
	if err != nil {
		return nil, 0, err
	}
	for _, l := range lines {
		if takes(l.Report.Unit, l.Status, l.Report.Handover) {
			r := report.Reminded{Unit: l.Report.Unit, Late: l.Late, Report: l.Report.ID}
			if l.Status == movement.Returned {
				last := l.Report.Returns[len(l.Report.Returns)-1]
				r.Note = fmt.Sprintf("Trả lại ngày %s: %s", last.Day.Office(), last.Reason)
			}
			out = append(out, r)
			due = max(due, l.Report.Due)
		}
	}
	return out, due, nil
}

// Remind writes down that those who owe are reminded today; the letter is printed
// from what it answers. It answers "office.nobody-owes".
func (o *Office) Remind(ctx context.Context, c Chase) (report.Reminder, audit.Entry, error) {
	var r report.Reminder
	if c.What == "" {
		c.What = report.ForReport
	}
	if c.Kind == "" {
		c.Kind = report.Yearly
	}
	err := o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, c.Movement)
		if err != nil {
			return err
		}
		if c.Year == 0 {
			c.Year = y.day.Year()
		}
		units, due, err := o.owing(ctx, tx, y, c)
		if err != nil {
			return err
		}
		if len(units) == 0 {
			return fault.New(fault.NotFound, "office.nobody-owes", y.movement.Name)
		}
		if c.Deadline == 0 {
			c.Deadline = y.calendar.AddWorkingDays(y.day, replyDays)
		}
		if c.Deadline <= y.day {
			return fault.New(fault.Invalid, "office.remind-until", y.day.Slash()).At("deadline")
		}
		r = report.Reminder{Movement: y.movement.ID, What: c.What, Kind: c.Kind, Year: c.Year, Day: y.day, Number: viet.Clean(c.Number), Due: due,
			Deadline: c.Deadline, Single: c.Single, Units: units, Officer: o.officer, Round: 1}
		before, err := tx.Reminders().Find(ctx, YearFilter{Movement: y.movement.ID, Year: c.Year})
		if err != nil {
			return err
		}
		for _, b := range before {
			for i, u := range r.Units {
				if b.What != r.What || b.Kind != r.Kind || !slices.ContainsFunc(b.Units, func(x report.Reminded) bool { return x.Unit == u.Unit }) {
					continue
				}
				r.Round = max(r.Round, b.Round+1)
				if u.Note == "" {
					r.Units[i].Note = "Đã đôn đốc ngày " + b.Day.Office()
				}
			}
		}
		return nil
	})
	if err != nil {
		return r, audit.Entry{}, err
	}
	e, err := o.act(ctx, "remind", fmt.Sprintf("Đôn đốc %d đơn vị (lần %d)", len(r.Units), r.Round), func(tx Tx) error {
		return tx.Reminders().Put(ctx, &r)
	})
	return r, e, err
}

// Reminders lists what was sent in a movement, newest first.
func (o *Office) Reminders(ctx context.Context, code string) (list []report.Reminder, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.Reminders().Find(ctx, YearFilter{Movement: m.ID})
		return err
	})
	return list, err
}
