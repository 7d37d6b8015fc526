package main

import (
	"fmt"
	"io"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/model/words"
)

func (c *console) register(args []string) (int, error) {
	fs := c.flags("register")
	t := textFlags(fs, "unit", "kind", "award", "movement")
	f := office.RegisterFilter{}
	yearFlag(fs, &f.Year)
	fs.Int64Var(&f.Nominee, "nominee", 0, "")
	fs.BoolVar(&f.Standing, "standing", false, "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	f.Kind, f.Award, f.Movement = registry.Kind(*t["kind"]), *t["award"], *t["movement"]
	if *t["unit"] != "" {
		book, err := c.office.Registry(c.ctx)
		if err != nil {
			return 0, err
		}
		found := book.WithCode(*t["unit"], c.office.Today())
		if len(found) == 0 {
			found = book.WithCode(*t["unit"], 0)
		}
		if len(found) == 0 {
			return 0, fault.New(fault.NotFound, "office.no-unit", *t["unit"])
		}
		f.Unit = found[0].ID
	}
	list, err := c.office.Register(c.ctx, f)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, l := range list {
		r := l.Record
		out = append(out, object{"id": r.ID, "nominee": r.Nominee, "kind": l.Nominee.Kind, "name": r.Name, "post": r.Post, "unit": r.UnitText, "award": r.Award, "year": r.Year,
			"number": r.Number, "date": r.Date, "decision": r.Decision, "golden": r.GoldenBook, "movement": r.Movement, "revoked": r.Revoked, "revoked_by": r.RevokedBy,
			"money": l.Money, "object": l.Held(), "note": r.Note})
	}
	return done, c.answer(object{"register": out}, func(w io.Writer) {
		for _, l := range list {
			r := l.Record
			mark := ""
			if r.Revoked != 0 {
				mark = " (hủy bỏ: " + r.RevokedBy + ")"
			}
			fmt.Fprintf(w, "%5d  %s  %-16s %s, %s, %s%s\n", r.ID, r.Date.Slash(), r.Number, r.Name, l.Award, r.UnitText, mark)
		}
	})
}

func (c *console) hand(args []string) (int, error) {
	fs := c.flags("hand")
	t := textFlags(fs, "to", "number", "reason")
	var day when.Date
	dayFlag(fs, "date", &day)
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) < 2 {
		return 0, usage{words.Text("console.no-numbers")}
	}
	ids, err := numbers(rest[1:])
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	e, err := c.office.Hand(c.ctx, ids, award.Handing{What: rest[0], Day: day, To: *t["to"], Number: *t["number"], Reason: *t["reason"]})
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"hand": object{"what": rest[0], "records": ids, "entry": e.ID}}, func(w io.Writer) { fmt.Fprintln(w, e.Detail) })
}

func (c *console) fund(args []string) (int, error) {
	fs := c.flags("fund")
	t := textFlags(fs, "fund", "source", "about", "voucher", "note")
	var day when.Date
	dayFlag(fs, "date", &day)
	var year int
	yearFlag(fs, &year)
	in := fs.Int64("in", 0, "")
	out := fs.Int64("out", 0, "")
	pay := fs.Int64("pay", 0, "")
	recover := fs.Int64("recover", 0, "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	fund := award.Fund(*t["fund"])
	if fund == "" {
		fund = award.FundProvince
	}
	switch {
	case *pay != 0:
		b, _, err := c.office.Pay(c.ctx, *pay, *t["voucher"], day)
		if err != nil {
			return 0, err
		}
		fund = b.Fund
	case *recover != 0:
		b, _, err := c.office.Recover(c.ctx, *recover, *t["voucher"], day)
		if err != nil {
			return 0, err
		}
		fund = b.Fund
	case *in != 0 || *out != 0:
		if day == 0 {
			day = c.office.Today()
		}
		b := award.Booking{Fund: fund, Day: day, Voucher: *t["voucher"], Source: *t["source"], About: *t["about"], In: award.Dong(*in), Out: award.Dong(*out), Note: *t["note"]}
		if _, err := c.office.SaveBooking(c.ctx, &b); err != nil {
			return 0, err
		}
	}
	b, err := c.office.FundBook(c.ctx, fund, year)
	if err != nil {
		return 0, err
	}
	lines := []object{}
	for _, l := range b.Lines {
		lines = append(lines, object{"id": l.ID, "day": l.Day, "voucher": l.Voucher, "source": l.Source, "about": l.About, "in": l.In, "out": l.Out, "balance": l.Balance, "decision": l.Decision})
	}
	return done, c.answer(object{"fund": object{"fund": b.Fund, "before": b.Before, "in": b.In, "out": b.Out, "balance": b.Balance, "lines": lines}}, func(w io.Writer) {
		fmt.Fprintln(w, b.Fund)
		for _, l := range b.Lines {
			fmt.Fprintf(w, "%s  %-8s %14s %14s %14s  %s\n", l.Day.Slash(), l.Voucher, viet.Thousands(int64(l.In)), viet.Thousands(int64(l.Out)), viet.Thousands(int64(l.Balance)), l.About)
		}
		fmt.Fprintf(w, "%s\n", viet.Thousands(int64(b.Balance)))
	})
}
