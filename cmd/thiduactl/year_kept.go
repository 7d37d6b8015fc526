package main

import (
	"fmt"
	"io"

	"thidua/model/when"
	"thidua/model/words"
)

// The registers a year leaves behind: exemplars, petitions.

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
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, x := range list {
		v, _ := book.Near(x.Unit, c.office.Today())
		out = append(out, object{"id": x.ID, "year": x.Year, "kind": x.Kind, "name": x.Name, "what": x.What, "unit": v.Code, "scope": x.Scope, "publish": x.Publish, "used": x.Used})
	}
	return done, c.answer(object{"exemplars": out}, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "%4d  %d  %s: %s\n", x.ID, x.Year, x.Name, x.What)
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
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, p := range list {
		v, _ := book.Near(p.Unit, p.Received)
		out = append(out, object{"id": p.ID, "unit": v.Code, "name": v.Name, "text": p.Text, "received": p.Received, "stage": p.Stage(), "passed_to": p.PassedTo, "answer": p.Answer})
	}
	return done, c.answer(object{"petitions": out}, func(w io.Writer) {
		for i, p := range list {
			fmt.Fprintf(w, "%4d  %-14s %s: %s\n", p.ID, p.Stage(), out[i]["name"], p.Text)
		}
	})
}
