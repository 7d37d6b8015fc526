package main

import (
	"flag"
	"slices"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/model/words"
)

// The movement's own life, and what the office makes of a line of a score sheet.

func (c *console) movement(args []string) (int, error) {
	fs := c.flags("movement")
	t := textFlags(fs, "code", "name")
	var from, on when.Date
	dayFlag(fs, "from", &from)
	dayFlag(fs, "day", &on)
	// --to is the last day of a new movement, or the stage one goes on to.
	to := fs.String("to", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) != 2 {
		return 0, usage{words.Text("console.movement")}
	}
	code := rest[1]
	switch rest[0] {
	case "clone":
		if *t["code"] == "" || from == 0 || *to == "" {
			return 0, usage{words.Text("console.movement")}
		}
		last, err := when.Parse(*to)
		if err != nil || !last.Exact() {
			return 0, usage{words.Text("console.day", *to)}
		}
		if err := c.open(); err != nil {
			return 0, err
		}
		if _, _, err := c.office.CloneMovement(c.ctx, code, *t["code"], *t["name"], when.Period{From: from, To: last.AddDays(1)}); err != nil {
			return 0, err
		}
	case "advance":
		if err := c.open(); err != nil {
			return 0, err
		}
		if _, _, err := c.office.Advance(c.ctx, code, *to, on); err != nil {
			return 0, err
		}
	default:
		return 0, usage{words.Text("console.movement")}
	}
	return c.listMovements()
}

// lineFlags are what the office makes of one line of a score sheet.
type lineFlags struct {
	key, points, na, reason, evidence string
	a, b                              int64
	yes, no                           bool
}

func (l *lineFlags) on(fs *flag.FlagSet) {
	fs.StringVar(&l.key, "line", "", "")
	fs.Int64Var(&l.a, "a", 0, "")
	fs.Int64Var(&l.b, "b", 0, "")
	fs.BoolVar(&l.yes, "yes", false, "")
	fs.BoolVar(&l.no, "no", false, "")
	fs.StringVar(&l.points, "points", "", "")
	fs.StringVar(&l.na, "na", "", "")
	fs.StringVar(&l.reason, "reason", "", "")
	fs.StringVar(&l.evidence, "evidence", "", "")
}

func (l *lineFlags) asked() bool { return l.key != "" }

// given tells that the call says what the line is to be.
func (l *lineFlags) given(fs *flag.FlagSet) (given bool) {
	fs.Visit(func(f *flag.Flag) {
		given = given || slices.Contains([]string{"a", "b", "yes", "no", "points", "na"}, f.Name)
	})
	return given
}

// appraiseLine writes the office's own score beside the unit's.
func (c *console) appraiseLine(f yearFlags, unit string, l lineFlags) error {
	id, err := c.scored(f, unit)
	if err != nil {
		return err
	}
	s, err := c.office.Sheet(c.ctx, f.movement, f.year, id)
	if err != nil {
		return err
	}
	if _, ok := (criteria.Set{Items: s.Sheet.Items}).Item(l.key); !ok {
		return fault.New(fault.NotFound, "criteria.no-item", l.key)
	}
	ln := s.Sheet.Line(l.key)
	if l.na != "" {
		ln.NA, ln.NAReason, ln.Appraised = true, l.na, nil
	} else {
		e := criteria.Entry{A: l.a, B: l.b, Yes: l.yes}
		if ln.Self != nil {
			e.More = ln.Self.More
			if l.a == 0 { // the whole is the unit's own unless another is told
				e.A = ln.Self.A
			}
		}
		if l.points != "" {
			if e.Points, err = criteria.ParsePoints(l.points); err != nil {
				return err
			}
		}
		ln.NA, ln.NAReason, ln.Appraised, ln.Reason = false, "", &e, l.reason
	}
	if l.evidence != "" {
		ln.Evidence = append(slices.Clone(ln.Evidence), criteria.Evidence{Text: l.evidence})
	}
	s.Sheet.Lines = slices.Clone(s.Sheet.Lines)
	s.Sheet.SetLine(ln)
	_, err = c.office.SaveSheet(c.ctx, &s.Sheet)
	return err
}

// scored finds the unit of a code among those that were scored, else in the registry.
func (c *console) scored(f yearFlags, code string) (registry.UnitID, error) {
	list, err := c.office.Sheets(c.ctx, f.movement, f.year)
	if err != nil {
		return 0, err
	}
	// A code may have passed to a new unit in the year: the one scored is meant.
	for _, l := range slices.Backward(list) {
		if l.Unit.Code == code {
			return l.Sheet.Unit, nil
		}
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	if found := book.WithCode(code, c.office.Today()); len(found) > 0 {
		return found[0].ID, nil
	}
	return 0, fault.New(fault.NotFound, "office.no-unit", code)
}

// renew gives open sheets the criteria of their set as it is now, and tells what
// that changed.
func (c *console) renew(f yearFlags, unit string, answer object) error {
	var units []registry.UnitID
	if unit != "" {
		id, err := c.scored(f, unit)
		if err != nil {
			return err
		}
		units = append(units, id)
	}
	list, err := c.office.Renewals(c.ctx, f.movement, f.year)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(r office.Renewal) bool { return len(units) > 0 && !slices.Contains(units, r.Sheet.Unit) })
	n, _, err := c.office.RenewSheets(c.ctx, f.movement, f.year, units...)
	if err != nil {
		return err
	}
	out := []object{}
	for _, r := range list {
		changes := []object{}
		for _, ch := range r.Changes {
			changes = append(changes, object{"key": ch.Key, "came": ch.Came(), "gone": ch.Gone(), "lost": ch.Lost})
		}
		out = append(out, object{"unit": r.Unit.Code, "changes": changes, "was": r.Was.Total.String(), "now": r.Now.Total.String()})
	}
	answer["renewed"] = out
	c.say("console.renewed", n)
	return nil
}
