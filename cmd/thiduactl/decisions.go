package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/model/words"
)

func decisionJSON(d decision.Decision) object {
	return object{"id": d.ID, "award": d.Award, "number": d.Number, "date": d.Date, "decider": d.Decider, "signer": d.Signer, "issued": d.Issued,
		"act": d.Act, "of": d.Of, "reason": d.Reason, "origin": d.Origin, "items": len(d.Items), "revoked": d.Revoked, "notified": d.Notified, "scan": d.Scan}
}

func (c *console) decisions(args []string) (int, error) {
	fs := c.flags("decisions")
	movement := fs.String("movement", "", "")
	award := fs.String("award", "", "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	f := office.DecisionFilter{Award: *award}
	if *movement != "" {
		m, err := c.office.Movement(c.ctx, *movement)
		if err != nil {
			return 0, err
		}
		f.Movement = m.ID
	}
	list, err := c.office.Decisions(c.ctx, f)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, d := range list {
		out = append(out, decisionJSON(d))
	}
	cat, err := c.office.Catalogue(c.ctx)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"decisions": out}, func(w io.Writer) {
		for _, d := range list {
			fmt.Fprintf(w, "%5d  %-16s %s  %-10s %3d  %s\n", d.ID, d.Number, d.Date.Slash(), cat.Short(d.Award), len(d.Items), d.Act)
		}
	})
}

func (c *console) decision(args []string) (int, error) {
	fs := c.flags("decision")
	t := textFlags(fs, "order")
	var day when.Date
	dayFlag(fs, "date-notified", &day)
	var scan *office.Attachment
	fileFlag(fs, "scan", &scan)
	drop := fs.Bool("drop", false, "")
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	if *drop {
		_, err := c.office.DropDraft(c.ctx, id)
		return done, err
	}
	if day != 0 {
		if _, err := c.office.Notify(c.ctx, id, day); err != nil {
			return 0, err
		}
	}
	if scan != nil {
		if _, err := c.office.Scan(c.ctx, id, *scan); err != nil {
			return 0, err
		}
	}
	if *t["order"] != "" {
		if err := c.order(id, *t["order"]); err != nil {
			return 0, err
		}
	}
	return c.showDecision(id)
}

// order puts the lines of a draft in the order of the dossiers named.
func (c *console) order(id int64, text string) error {
	ids, err := numbers(strings.Split(text, ","))
	if err != nil {
		return err
	}
	d, err := c.office.Decision(c.ctx, id)
	if err != nil {
		return err
	}
	at := func(it decision.Item) int {
		if i := slices.Index(ids, it.Dossier); i >= 0 {
			return i
		}
		return len(ids)
	}
	slices.SortStableFunc(d.Items, func(a, b decision.Item) int { return at(a) - at(b) })
	_, err = c.office.SaveDraft(c.ctx, &d)
	return err
}

func (c *console) showDecision(id int64) (int, error) {
	f, err := c.office.DecisionFile(c.ctx, id)
	if err != nil {
		return 0, err
	}
	o := decisionJSON(f.Decision)
	lines, records, amendments := []object{}, []object{}, []object{}
	for _, it := range f.Decision.Items {
		lines = append(lines, object{"dossier": it.Dossier, "record": it.Record, "kind": it.Kind, "no": it.No, "name": it.Name, "post": it.Post, "unit": it.UnitText, "golden": it.Golden})
	}
	for _, r := range f.Records {
		records = append(records, object{"id": r.ID, "name": r.Name, "post": r.Post, "unit": r.UnitText, "golden": r.GoldenBook, "revoked": r.Revoked, "revoked_by": r.RevokedBy, "note": r.Note})
	}
	for _, a := range f.Amendments {
		amendments = append(amendments, decisionJSON(a))
	}
	o["lines"], o["records"], o["amendments"] = lines, records, amendments
	return done, c.answer(object{"decision": o}, func(w io.Writer) {
		d := f.Decision
		fmt.Fprintf(w, "%d  %s  %s  %s\n", d.ID, d.Act, d.Number, d.Date.Slash())
		for i, it := range d.Items {
			fmt.Fprintf(w, "%5d. %s, %s %s\n", i+1, it.Name, it.Post, it.UnitText)
		}
		for _, a := range f.Amendments {
			fmt.Fprintf(w, "  %s: %s %s\n", a.Act, a.Number, a.Reason)
		}
	})
}

func (c *console) draft(args []string) (int, error) {
	fs := c.flags("draft")
	movement := fs.String("movement", "", "")
	award := fs.String("award", "", "")
	ids, err := c.several(fs, args)
	if err != nil {
		return 0, err
	}
	if *award == "" {
		return 0, usage{words.Text("console.which-award")}
	}
	d, _, err := c.office.DraftOf(c.ctx, *movement, *award, ids)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"draft": decisionJSON(d)}, func(w io.Writer) { fmt.Fprintf(w, "%d: %d\n", d.ID, len(d.Items)) })
}

func (c *console) issue(args []string) (int, error) {
	fs := c.flags("issue")
	t := textFlags(fs, "number", "signer")
	var day when.Date
	dayFlag(fs, "date", &day)
	var scan *office.Attachment
	fileFlag(fs, "scan", &scan)
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	d, _, err := c.office.Issue(c.ctx, id, *t["number"], day, *t["signer"])
	if err != nil {
		return 0, err
	}
	if scan != nil {
		if _, err := c.office.Scan(c.ctx, id, *scan); err != nil {
			return 0, err
		}
	}
	return done, c.answer(object{"issue": decisionJSON(d)}, func(w io.Writer) { fmt.Fprintf(w, "%s  %s\n", d.Number, d.Date.Slash()) })
}

func (c *console) receive(args []string) (int, error) {
	fs := c.flags("receive")
	t := textFlags(fs, "movement", "award", "number", "decider", "signer")
	var day when.Date
	dayFlag(fs, "date", &day)
	var scan *office.Attachment
	fileFlag(fs, "scan", &scan)
	ids, err := c.some(fs, args)
	if err != nil {
		return 0, err
	}
	if *t["award"] == "" {
		return 0, usage{words.Text("console.which-award")}
	}
	d, _, err := c.office.Receive(c.ctx, office.Arrived{Movement: *t["movement"], Award: *t["award"], Number: *t["number"], Date: day, Decider: *t["decider"],
		Signer: *t["signer"], Dossiers: ids, Scan: scan})
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"receive": decisionJSON(d)}, func(w io.Writer) { fmt.Fprintf(w, "%d  %s  %s\n", d.ID, d.Number, d.Date.Slash()) })
}

func (c *console) revoke(args []string) (int, error) {
	fs := c.flags("revoke")
	t := textFlags(fs, "ground", "reason")
	var records []int64
	fs.Func("record", "", func(s string) error {
		ids, err := numbers(strings.Split(s, ","))
		records = append(records, ids...)
		return err
	})
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	d, _, err := c.office.Revoke(c.ctx, id, records, *t["ground"], *t["reason"])
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"revoke": decisionJSON(d)}, func(w io.Writer) { fmt.Fprintf(w, "%d: %d\n", d.ID, len(d.Items)) })
}

func (c *console) correct(args []string) (int, error) {
	fs := c.flags("correct")
	t := textFlags(fs, "reason", "name", "post", "unit", "text")
	record := fs.Int64("record", 0, "")
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	f, err := c.office.DecisionFile(c.ctx, id)
	if err != nil {
		return 0, err
	}
	i := slices.IndexFunc(f.Records, func(r award.Record) bool { return r.ID == *record })
	if i < 0 {
		return 0, fault.New(fault.NotFound, "office.no-lines", f.Decision.Number)
	}
	r := f.Records[i]
	for name, to := range map[string]*string{"name": &r.Name, "post": &r.Post, "unit": &r.UnitText, "text": &r.Reason} {
		if *t[name] != "" {
			*to = viet.Clean(*t[name])
		}
	}
	d, _, err := c.office.Correct(c.ctx, id, []award.Record{r}, *t["reason"])
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"correct": decisionJSON(d)}, func(w io.Writer) { fmt.Fprintf(w, "%d: %d\n", d.ID, len(d.Items)) })
}

func (c *console) past(args []string) (int, error) {
	fs := c.flags("past")
	dry := fs.Bool("dry-run", false, "")
	t := textFlags(fs, "movement", "from", "name", "kind", "award", "number", "unit", "post", "gender", "birth", "text", "way", "golden", "decider", "signer", "address")
	var day when.Date
	dayFlag(fs, "date", &day)
	var year int
	yearFlag(fs, &year)
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if (len(rest) == 1) == (*t["name"] != "") {
		return 0, usage{words.Text("console.past")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	var p office.Past
	if *t["name"] != "" {
		l := office.PastLine{Record: intake.Record{Kind: *t["kind"], Name: viet.Clean(*t["name"]), Gender: *t["gender"], Position: *t["post"], Unit: *t["unit"],
			Award: *t["award"], Achievement: *t["text"], Address: *t["address"]}, Number: *t["number"], Date: day, Decider: *t["decider"], Signer: *t["signer"],
			Way: *t["way"], Year: year, Golden: *t["golden"]}
		if l.Kind == "" {
			l.Kind = string(registry.Individual)
		}
		if book, err := c.office.Registry(c.ctx); err == nil {
			if found := book.Match(l.Unit, day); len(found) > 0 && found[0].Score >= registry.Certain {
				l.UnitID = found[0].Unit
			}
		}
		if p, err = c.office.EnterOne(c.ctx, l, *t["movement"]); err != nil {
			return 0, err
		}
	} else {
		file, err := attachment(rest[0])
		if err != nil {
			return 0, err
		}
		if p, err = c.office.ReadPast(c.ctx, office.Incoming{Name: file.Name, Data: file.Data, Movement: *t["movement"], From: *t["from"]}); err != nil {
			return 0, err
		}
		if !*dry {
			if p, err = c.office.EnterPast(c.ctx, p.Lines, *t["movement"]); err != nil {
				return 0, err
			}
		}
	}
	lines := []object{}
	status := done
	for _, l := range p.Lines {
		if len(l.Faults) > 0 {
			status = findings
		}
		lines = append(lines, object{"row": l.Row, "name": l.Name, "kind": l.Kind, "award": l.Award, "number": l.Number, "date": l.Date, "signer": l.Signer, "way": l.Way,
			"unit": l.Unit, "unit_code": l.UnitCode, "position": l.Position, "year": l.Year, "known": l.Known, "faults": l.Faults})
	}
	made := []object{}
	for _, d := range p.Decisions {
		made = append(made, decisionJSON(d))
	}
	return status, c.answer(object{"past": object{"entered": p.Entered, "known": p.Known, "left": p.Left, "decisions": made, "lines": lines}}, func(w io.Writer) {
		fmt.Fprintln(w, words.Text("console.past-done", p.Entered, p.Known, p.Left))
		for _, l := range p.Lines {
			if len(l.Faults) > 0 {
				fmt.Fprintf(w, "%5d  %s: %s\n", l.Row, l.Name, strings.Join(l.Faults, " "))
			}
		}
	})
}
