package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/model/words"
)

// The registers a year leaves behind: exemplars, petitions, inspections.

func (c *console) exemplars(args []string) (int, error) {
	fs := c.flags("exemplars")
	var f yearFlags
	f.on(fs)
	publish := fs.Bool("publish", false, "")
	unpublish := fs.Bool("unpublish", false, "")
	drop := fs.Bool("drop", false, "")
	ids, err := c.several(fs, args)
	if err != nil {
		return 0, err
	}
	asked := 0
	for _, on := range []bool{*publish, *unpublish, *drop} {
		if on {
			asked++
		}
	}
	if asked > 1 || (asked == 1) != (len(ids) > 0) {
		return 0, usage{words.Text("console.exemplars")}
	}
	switch {
	case *drop:
		_, err = c.office.RemoveExemplars(c.ctx, ids)
	case asked == 1:
		_, err = c.office.Publish(c.ctx, ids, *publish)
	}
	if err != nil {
		return 0, err
	}
	list, err := c.office.Exemplars(c.ctx, f.movement, f.year)
	return kept(c, "exemplars", list, err, func(x report.Exemplar) (registry.UnitID, when.Date, object) {
		return x.Unit, c.office.Today(), object{"id": x.ID, "year": x.Year, "kind": x.Kind, "name": x.Name, "what": x.What, "scope": x.Scope, "publish": x.Publish, "used": x.Used}
	}, func(x report.Exemplar, _ string) string {
		return fmt.Sprintf("%4d  %d  %s: %s", x.ID, x.Year, x.Name, x.What)
	})
}

// kept answers with a register of the year: each record as an object, with the unit
// it is of as that stood on a day (its name where the record has none), and as a line.
func kept[T any](c *console, key string, list []T, err error, record func(T) (registry.UnitID, when.Date, object), line func(x T, unit string) string) (int, error) {
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	var lines []string
	for _, x := range list {
		unit, day, o := record(x)
		v, _ := book.Near(unit, day)
		o["unit"] = v.Code
		if o["name"] == nil {
			o["name"] = v.Name
		}
		out, lines = append(out, o), append(lines, line(x, v.Name))
	}
	return done, c.answer(object{key: out}, func(w io.Writer) {
		for _, l := range lines {
			fmt.Fprintln(w, l)
		}
	})
}

func (c *console) petitions(args []string) (int, error) {
	fs := c.flags("petitions")
	var f yearFlags
	f.on(fs)
	t := textFlags(fs, "pass", "answer", "number")
	var day when.Date
	dayFlag(fs, "date", &day)
	drop := fs.Bool("drop", false, "")
	told := fs.Bool("told", false, "")
	ids, err := c.several(fs, args)
	if err != nil {
		return 0, err
	}
	change := *t["pass"] != "" || *t["answer"] != "" || *told
	if *drop && change || (*drop || change) != (len(ids) == 1) || len(ids) > 1 {
		return 0, usage{words.Text("console.petitions")}
	}
	if day == 0 {
		day = c.office.Today()
	}
	for _, id := range ids {
		if *drop {
			if _, err := c.office.RemovePetition(c.ctx, id); err != nil {
				return 0, err
			}
			continue
		}
		p, err := c.office.Petition(c.ctx, id)
		if err != nil {
			return 0, err
		}
		if *t["pass"] != "" {
			p.PassedTo, p.Passed, p.PassedNumber = *t["pass"], day, *t["number"]
		}
		if *t["answer"] != "" {
			p.Answer, p.Answered, p.AnswerNumber = *t["answer"], day, *t["number"]
		}
		if *told {
			p.Told = day
		}
		if _, err := c.office.SavePetition(c.ctx, &p, nil, nil); err != nil {
			return 0, err
		}
	}
	list, err := c.office.Petitions(c.ctx, f.movement, f.year)
	return kept(c, "petitions", list, err, func(p report.Petition) (registry.UnitID, when.Date, object) {
		return p.Unit, p.Received, object{"id": p.ID, "text": p.Text, "received": p.Received, "stage": p.Stage(), "passed_to": p.PassedTo, "answer": p.Answer}
	}, func(p report.Petition, unit string) string {
		return fmt.Sprintf("%4d  %-14s %s: %s", p.ID, p.Stage(), unit, p.Text)
	})
}

// visits lists the inspections by members of the council, records one, notes what
// was asked for as done, or takes one out.
func (c *console) visits(args []string) (int, error) {
	fs := c.flags("visits")
	var f yearFlags
	f.on(fs)
	t := textFlags(fs, "unit", "member", "mark", "finding", "ask", "file", "note")
	var on, until, mended when.Date
	dayFlag(fs, "date", &on)
	dayFlag(fs, "until", &until)
	dayFlag(fs, "done", &mended)
	drop := fs.Bool("drop", false, "")
	ids, err := c.several(fs, args)
	if err != nil {
		return 0, err
	}
	if (*drop || mended != 0) != (len(ids) == 1) || len(ids) > 1 || *drop && mended != 0 || *t["unit"] != "" && len(ids) > 0 {
		return 0, usage{words.Text("console.visits")}
	}
	if *t["unit"] != "" {
		err = c.visit(f.movement, t, on, until)
	}
	list, lerr := c.office.Visits(c.ctx, f.movement, 0)
	if err = cmp.Or(err, lerr); err != nil {
		return 0, err
	}
	for _, id := range ids {
		i := slices.IndexFunc(list, func(v movement.Visit) bool { return v.ID == id })
		if i < 0 {
			return 0, fault.New(fault.NotFound, "console.no-visit", id)
		}
		v := list[i]
		if *drop {
			if _, err := c.office.DeleteVisit(c.ctx, v); err != nil {
				return 0, err
			}
			continue
		}
		v.Findings = slices.Clone(v.Findings)
		for k, x := range v.Findings {
			if x.Ask != "" && x.Done == 0 {
				v.Findings[k].Done = mended
			}
		}
		if _, err := c.office.SaveVisit(c.ctx, &v, nil); err != nil {
			return 0, err
		}
	}
	list, err = c.office.Visits(c.ctx, f.movement, f.year)
	return kept(c, "visits", list, err, func(v movement.Visit) (registry.UnitID, when.Date, object) {
		return v.Unit, v.Day, object{"id": v.ID, "member": v.Member, "date": v.Day, "mark": v.Mark, "findings": v.Findings, "open": len(v.Open())}
	}, func(v movement.Visit, unit string) string {
		return fmt.Sprintf("%4d  %s  %s  %s: %s", v.ID, v.Day.Slash(), v.Member, unit, v.MarkName())
	})
}

// visit records one inspection with what it found; the member is one who watches
// the unit unless another is named.
func (c *console) visit(code string, t map[string]*string, day, until when.Date) error {
	m, err := c.office.Movement(c.ctx, code)
	if err != nil {
		return err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return err
	}
	if day == 0 {
		day = c.office.Today()
	}
	found := book.WithCode(*t["unit"], day)
	if len(found) == 0 {
		return fault.New(fault.NotFound, "office.no-unit", *t["unit"])
	}
	v := movement.Visit{Movement: m.ID, Member: *t["member"], Unit: found[0].ID, Day: day, Mark: *t["mark"], Note: *t["note"]}
	watches, err := c.office.WatchersOf(c.ctx, m.Code, v.Unit)
	if err != nil {
		return err
	}
	for _, w := range watches {
		if v.Member == "" || v.Member == w.Member {
			v.Member, v.Watch = w.Member, w.ID
		}
	}
	if *t["finding"] != "" {
		v.Findings = []movement.Finding{{Text: *t["finding"], Ask: *t["ask"], Due: until}}
	}
	var minutes *office.Attachment
	if *t["file"] != "" {
		if minutes, err = attachment(*t["file"]); err != nil {
			return err
		}
	}
	_, err = c.office.SaveVisit(c.ctx, &v, minutes)
	return err
}
