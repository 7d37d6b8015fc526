package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/words"
	"thidua/storage"
)

func (c *console) init(args []string) (int, error) {
	fs := c.flags("init")
	sample := fs.Bool("sample", false, "")
	province := fs.String("province", "", "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	other := false // also with an empty name, which is refused
	fs.Visit(func(f *flag.Flag) { other = other || f.Name == "province" })
	if *sample && other {
		return 0, usage{words.Text("console.sample-or-other")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	switch {
	case *sample:
		empty, err := c.office.Empty(c.ctx)
		if err != nil {
			return 0, err
		}
		if !empty {
			return 0, fault.New(fault.Conflict, "office.set-up")
		}
		err = office.Sample(c.ctx, c.storage.Ports, nil)
		if err != nil {
			return 0, err
		}
	case other:
		if _, err := c.office.SetUpOther(c.ctx, *province); err != nil {
			return 0, err
		}
	default:
		if _, err := c.office.SetUp(c.ctx); err != nil {
			return 0, err
		}
	}
	return done, c.answer(object{"data": c.storage.Dir, "sample": *sample}, func(w io.Writer) {
		fmt.Fprintln(w, c.storage.Dir)
	})
}

func (c *console) forms(args []string) (int, error) {
	if _, err := parseOnly(c.flags("forms"), args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	out := []object{}
	list := (&office.Office{}).Forms()
	for _, f := range list {
		out = append(out, object{"code": f.Code, "name": f.Name, "needs": f.Needs, "official": f.Official, "source": f.Source})
	}
	return done, c.answer(object{"forms": out}, func(w io.Writer) {
		for _, f := range list {
			fmt.Fprintf(w, "%-22s %s (%s)\n", f.Code, f.Name, strings.Join(f.Needs, ", "))
		}
	})
}

func (c *console) print(args []string) (int, error) {
	fs := c.flags("print")
	var p office.Print
	fs.StringVar(&p.Movement, "movement", "", "")
	fs.StringVar(&p.Award, "award", "", "")
	fs.Int64Var(&p.Dossier, "dossier", 0, "")
	fs.Int64Var(&p.Decision, "decision", 0, "")
	fs.Int64Var(&p.Session, "session", 0, "")
	fs.StringVar(&p.Unit, "unit", "", "")
	yearFlag(fs, &p.Year)
	fs.BoolVar(&p.Closing, "closing", false, "")
	fs.StringVar(&p.Cluster, "cluster", "", "")
	fs.Int64Var(&p.Reminder, "reminder", 0, "")
	fs.StringVar(&p.Period, "period", "", "")
	fs.StringVar(&p.Certificate.Sheet, "sheet", "", "")
	fs.BoolVar(&p.Certificate.Plain, "plain", false, "")
	fs.Float64Var(&p.Certificate.DX, "dx", 0, "")
	fs.Float64Var(&p.Certificate.DY, "dy", 0, "")
	out := fs.String("out", "", "")
	urgent := fs.String("urgent", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	var known bool
	if p.Urgency, known = paper.UrgencyOf(*urgent); !known {
		return 0, usage{words.Text("console.urgent", *urgent)}
	}
	if s := p.Certificate.Sheet; s != "" && s != "a4" && s != "a3" {
		return 0, usage{words.Text("console.sheet", s)}
	}
	if len(rest) != 1 || *out == "" {
		return 0, usage{words.Text("console.print")}
	}
	p.Form = rest[0]
	kind := strings.TrimPrefix(strings.ToLower(filepath.Ext(*out)), ".")
	if kind != "pdf" && kind != "docx" && kind != "xlsx" {
		return 0, usage{words.Text("console.ending", *out)}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	var printed office.Printed
	err = storage.WriteFile(*out, func(w io.Writer) (err error) {
		printed, err = c.office.PrintTo(c.ctx, p, filepath.Base(*out), kind, w)
		return err
	})
	if err != nil {
		return 0, err
	}
	misfits, err := c.office.Misfits(c.ctx, printed.Document)
	if err != nil {
		return 0, err
	}
	status, tight := done, []object{}
	for _, m := range misfits {
		status = findings
		c.say("console.misfit", m.Page, m.Slot, m.Text)
		tight = append(tight, object{"page": m.Page, "place": m.Slot, "text": m.Text})
	}
	return status, c.answer(object{"form": p.Form, "file": *out, "title": printed.Document.Title, "bytes": len(printed.Data), "again": printed.Again, "misfits": tight},
		func(w io.Writer) { fmt.Fprintln(w, *out) })
}

func (c *console) backup(args []string) (int, error) {
	fs := c.flags("backup")
	out := fs.String("out", "", "")
	if _, err := parseOnly(fs, args, 0, 0, "console.backup"); err != nil {
		return 0, err
	}
	if *out == "" {
		return 0, usage{words.Text("console.backup")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	if err := c.office.Backup(c.ctx, *out); err != nil {
		return 0, err
	}
	return done, c.answer(object{"file": *out}, func(w io.Writer) { fmt.Fprintln(w, *out) })
}

func (c *console) restore(args []string) (int, error) {
	rest, err := parseOnly(c.flags("restore"), args, 1, 1, "console.restore")
	if err != nil {
		return 0, err
	}
	dir, aside, err := storage.Restore(c.ctx, rest[0], c.dir)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"data": dir, "before": aside}, func(w io.Writer) {
		if aside == "" {
			fmt.Fprintln(w, words.Text("console.restored-new", dir))
			return
		}
		fmt.Fprintln(w, words.Text("console.restored", dir, aside))
	})
}

func (c *console) verify(args []string) (int, error) {
	rest, err := parseOnly(c.flags("verify"), args, 0, 1, "console.verify")
	if err != nil {
		return 0, err
	}
	var h office.Health
	if len(rest) == 1 {
		h, err = storage.VerifyCopy(c.ctx, rest[0])
	} else if err = c.open(); err == nil {
		h, err = c.office.Verify(c.ctx)
	}
	if err != nil {
		return 0, err
	}
	status := done
	if !h.OK {
		status = findings
	}
	return status, c.answer(object{"ok": h.OK, "problems": h.Problems, "entries": h.Entries, "schema": h.Version, "sqlite": h.SQLite}, func(w io.Writer) {
		for _, p := range h.Problems {
			fmt.Fprintln(w, p)
		}
		if h.OK {
			fmt.Fprintln(w, words.Text("console.healthy", h.Entries))
		}
	})
}

func entryJSON(e audit.Entry) object {
	return object{"id": e.ID, "at": e.At.UTC().Format("2006-01-02T15:04:05Z"), "officer": e.Officer, "act": e.Act, "detail": e.Detail,
		"undoes": e.Undoes, "undone_by": e.UndoneBy}
}

func (c *console) log(args []string) (int, error) {
	fs := c.flags("log")
	verify := fs.Bool("verify", false, "")
	limit := fs.Int("limit", 0, "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	list, err := c.office.Log(c.ctx, office.EntryFilter{Limit: *limit})
	if err != nil {
		return 0, err
	}
	answer := object{}
	out := []object{}
	for _, e := range list {
		out = append(out, entryJSON(e))
	}
	answer["log"] = out
	status := done
	if *verify {
		h, err := c.office.Verify(c.ctx)
		if err != nil {
			return 0, err
		}
		answer["ok"], answer["problems"] = h.OK, h.Problems
		for _, p := range h.Problems {
			fmt.Fprintln(c.err, p)
		}
		if !h.OK {
			status = findings
		}
	}
	return status, c.answer(answer, func(w io.Writer) {
		for _, e := range list {
			mark := ""
			if e.UndoneBy != 0 {
				mark = " (đã hoàn tác)"
			}
			fmt.Fprintf(w, "%5d  %s  %s: %s%s\n", e.ID, e.At.Local().Format("02/01/2006 15:04"), e.Officer, e.Detail, mark)
		}
	})
}

func (c *console) undo(args []string) (int, error) {
	if err := c.bare(c.flags("undo"), args); err != nil {
		return 0, err
	}
	e, err := c.office.UndoLast(c.ctx)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"undone": e.Undoes, "entry": e.ID, "detail": e.Detail}, func(w io.Writer) { fmt.Fprintln(w, e.Detail) })
}
