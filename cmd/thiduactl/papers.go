package main

import (
	"fmt"
	"io"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/model/words"
)

func (c *console) papers(args []string) (int, error) {
	fs := c.flags("papers")
	t := textFlags(fs, "code", "state", "note", "text")
	var file *office.Attachment
	fileFlag(fs, "file", &file)
	whole := fs.Bool("whole", false, "")
	originals := fs.Int("originals", 0, "")
	copies := fs.Int("copies", 0, "")
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	f, err := c.office.Dossier(c.ctx, id)
	if err != nil {
		return 0, err
	}
	list, err := c.office.Checklist(c.ctx, id)
	if err != nil {
		return 0, err
	}
	if *t["code"] != "" {
		p := dossier.Paper{Dossier: id, Code: *t["code"]}
		if *whole {
			p.Dossier, p.Submission = 0, f.Dossier.Submission
		}
		for _, l := range list {
			if l.Code == p.Code && l.Paper.ID != 0 && (l.Paper.Dossier == 0) == *whole {
				p = l.Paper
			}
		}
		p.State, p.Originals, p.Copies = dossier.PaperState(*t["state"]), *originals, *copies
		p.Note = *t["note"]
		if *t["text"] != "" {
			p.Text = *t["text"]
		}
		if file != nil {
			_, unread, err := c.office.Attach(c.ctx, &p, *file)
			if err != nil {
				return 0, err
			}
			if unread != nil {
				fmt.Fprintln(c.err, words.Say(unread))
			}
		} else if _, err := c.office.SavePaper(c.ctx, &p); err != nil {
			return 0, err
		}
		if list, err = c.office.Checklist(c.ctx, id); err != nil {
			return 0, err
		}
	}
	out := []object{}
	for _, l := range list {
		out = append(out, object{"code": l.Code, "name": l.Name, "whole": l.Whole, "optional": l.Optional, "wanted": l.Originals, "state": l.State(),
			"originals": l.Paper.Originals, "copies": l.Paper.Copies, "note": l.Paper.Note, "file": l.Paper.FileName, "unread": l.Paper.Unread, "short": l.Short(), "source": l.Source})
	}
	return done, c.answer(object{"papers": out}, func(w io.Writer) {
		for _, l := range list {
			fmt.Fprintf(w, "%-15s %d/%d  %s  %s\n", l.State(), l.Paper.Originals, l.Originals, l.Name, l.Paper.Note)
			if l.Paper.Unread != "" {
				fmt.Fprintf(w, "    %s: %s\n", l.Paper.FileName, l.Paper.Unread)
			}
		}
	})
}

func (c *console) compare(args []string) (int, error) {
	movement, ids, err := c.judged(c.flags("compare"), args)
	if err != nil {
		return 0, err
	}
	found, err := c.office.Compare(c.ctx, movement, ids...)
	if err != nil {
		return 0, err
	}
	differences, copies := []object{}, []object{}
	for _, d := range found.Differences {
		differences = append(differences, object{"dossier": d.Dossier, "paper": d.Paper, "field": d.Field, "here": d.Here, "wanted": d.Wanted})
	}
	for _, d := range found.Copies {
		copies = append(copies, object{"dossier": d.A, "other": d.B, "percent": d.Percent, "passage": d.Passage})
	}
	status := done
	if len(differences)+len(copies) > 0 {
		status = findings
	}
	return status, c.answer(object{"compare": object{"differences": differences, "copies": copies}}, func(w io.Writer) {
		for _, d := range found.Differences {
			if d.Here == "" {
				fmt.Fprintln(w, words.Text("console.not-named", d.Dossier, d.Paper, d.Wanted))
			} else {
				fmt.Fprintln(w, words.Text("console.differs", d.Dossier, d.Paper, d.Here, d.Wanted))
			}
		}
		for _, d := range found.Copies {
			fmt.Fprintln(w, words.Text("console.copied", d.A, d.B, d.Percent, d.Passage))
		}
	})
}

func (c *console) confirm(args []string) (int, error) {
	fs := c.flags("confirm")
	t := textFlags(fs, "movement", "body", "number", "result", "note")
	var day, until when.Date
	dayFlag(fs, "date", &day)
	dayFlag(fs, "until", &until)
	var scan *office.Attachment
	fileFlag(fs, "file", &scan)
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	verb := ""
	if len(rest) > 0 {
		verb = rest[0]
		rest = rest[1:]
	}
	ids, err := numbers(rest)
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	movement := *t["movement"]
	switch verb {
	case "":
	case "ask":
		made, _, err := c.office.Ask(c.ctx, *t["body"], ids, *t["number"], day)
		if err != nil {
			return 0, err
		}
		f, err := c.office.Dossier(c.ctx, made[0].Dossier)
		if err != nil {
			return 0, err
		}
		movement = f.Movement.Code
	case "answer":
		if _, err := c.office.Answered(c.ctx, ids, office.Answer{Result: *t["result"], Number: *t["number"], Day: day, ValidUntil: until, Note: *t["note"], Scan: scan}); err != nil {
			return 0, err
		}
	default:
		return 0, usage{words.Text("console.no-arguments")}
	}
	list, err := c.office.Confirmations(c.ctx, movement, *t["body"])
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, x := range list {
		out = append(out, object{"id": x.ID, "dossier": x.Dossier, "body": x.Body, "asked": x.Asked, "number": x.Number, "answered": x.Answered,
			"answer": x.Answer, "result": x.Result, "valid_until": x.ValidUntil, "note": x.Note})
	}
	return done, c.answer(object{"confirm": out}, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "%5d  hồ sơ %d  %s  %s → %s  %s\n", x.ID, x.Dossier, registry.NameOf(dossier.BodyNames, x.Body), x.Asked.Slash(), x.Answered.Slash(), registry.NameOf(dossier.ResultNames, x.Result))
		}
	})
}

func (c *console) matter(args []string) (int, error) {
	fs := c.flags("matter")
	id := fs.Int64("dossier", 0, "")
	t := textFlags(fs, "kind", "source", "note")
	cleared := fs.Bool("cleared", false, "")
	var m dossier.Matter
	dayFlag(fs, "opened", &m.Opened)
	dayFlag(fs, "closed", &m.Closed)
	dayFlag(fs, "until", &m.Until)
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	m.Kind, m.Source, m.Note, m.Cleared = *t["kind"], *t["source"], *t["note"], *cleared
	var of []int64
	if *id != 0 {
		f, err := c.office.Dossier(c.ctx, *id)
		if err != nil {
			return 0, err
		}
		of = []int64{f.Nominee.ID}
		if m.Kind != "" {
			m.Nominee = f.Nominee.ID
			if _, err := c.office.SaveMatter(c.ctx, &m); err != nil {
				return 0, err
			}
		}
	}
	list, err := c.office.Matters(c.ctx, of...)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, x := range list {
		out = append(out, object{"id": x.ID, "nominee": x.Nominee, "kind": x.Kind, "opened": x.Opened, "closed": x.Closed, "cleared": x.Cleared, "until": x.Until, "source": x.Source})
	}
	return done, c.answer(object{"matter": out}, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "%5d  %s  %s – %s  %s\n", x.ID, registry.NameOf(dossier.MatterNames, x.Kind), x.Opened.Slash(), x.Closed.Slash(), x.Source)
		}
	})
}

func (c *console) initiative(args []string) (int, error) {
	fs := c.flags("initiative")
	t := textFlags(fs, "name", "level", "number", "body", "what")
	var day when.Date
	dayFlag(fs, "date", &day)
	drop := fs.Int64("drop", 0, "")
	publish := fs.Int64("publish", 0, "")
	unpublish := fs.Int64("unpublish", 0, "")
	use := fs.Int64("use", 0, "")
	id := fs.Int64("dossier", 0, "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	authors, err := numbers(rest)
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	switch {
	case *use != 0:
		if _, err := c.office.UseInitiative(c.ctx, *use, *id); err != nil {
			return 0, err
		}
	case *drop != 0:
		if _, err := c.office.RemoveInitiative(c.ctx, *drop); err != nil {
			return 0, err
		}
	case *publish != 0:
		if _, err := c.office.PublishInitiatives(c.ctx, []int64{*publish}, true); err != nil {
			return 0, err
		}
	case *unpublish != 0:
		if _, err := c.office.PublishInitiatives(c.ctx, []int64{*unpublish}, false); err != nil {
			return 0, err
		}
	case *t["name"] != "":
		i := dossier.Initiative{What: *t["what"], Name: *t["name"], Level: *t["level"], Number: *t["number"], Date: day, Body: *t["body"]}
		for _, a := range authors {
			f, err := c.office.Dossier(c.ctx, a)
			if err != nil {
				return 0, err
			}
			i.Authors = append(i.Authors, f.Nominee.ID)
		}
		if _, err := c.office.SaveInitiative(c.ctx, &i); err != nil {
			return 0, err
		}
	}
	list, err := c.office.Initiatives(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, x := range list {
		out = append(out, object{"id": x.ID, "name": x.Name, "authors": x.Authors, "level": x.Level, "number": x.Number, "date": x.Date, "what": x.What, "publish": x.Publish, "dossiers": x.Dossiers, "records": x.Records})
	}
	return done, c.answer(object{"initiative": out}, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "%5d  %s  %s\n", x.ID, x.Name, x.Number)
		}
	})
}
