package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/model/words"
)

type unitJSON struct {
	ID       int64    `json:"id"`
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Official string   `json:"official,omitempty"`
	Short    string   `json:"short,omitempty"`
	Type     string   `json:"type"`
	Group    string   `json:"group,omitempty"`
	Parent   string   `json:"parent"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Links    []string `json:"-"`
}

func unitOf(book *registry.Book, id int64, v registry.Version) unitJSON {
	u := unitJSON{ID: id, Code: v.Code, Name: v.Name, Official: v.Official, Short: v.Short, Type: v.Type, Group: v.Group,
		From: v.From.String(), To: v.To.String()}
	if p, ok := book.Near(v.Parent, v.From); ok {
		u.Parent = p.Code
	}
	return u
}

func (c *console) units(args []string) (int, error) {
	fs := c.flags("units")
	var day when.Date
	dayFlag(fs, "on", &day)
	find := fs.String("find", "", "")
	successors := fs.String("successors", "", "")
	var file *office.Attachment
	fileFlag(fs, "import", &file)
	dry := fs.Bool("dry-run", false, "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	if file != nil {
		return c.importUnits(*file, *dry)
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	if *successors != "" {
		return c.succession(book, *successors, day)
	}
	if day == 0 {
		day = c.office.Today()
	}
	list := []unitJSON{}
	want := strings.Fields(viet.Fold(*find))
	for _, s := range book.On(day) {
		text := " " + viet.Fold(strings.Join(append([]string{s.Name, s.Official, s.Short, s.Code}, s.Aliases...), " "))
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(text, " "+w) }) {
			list = append(list, unitOf(book, s.ID, s.Version))
		}
	}
	return done, c.answer(object{"units": list, "on": day}, func(w io.Writer) { printUnits(w, list) })
}

// importUnits enters a province's own list of its bodies.
func (c *console) importUnits(file office.Attachment, dry bool) (int, error) {
	l, err := c.office.ReadUnits(c.ctx, office.Incoming{Name: file.Name, Data: file.Data})
	if err == nil && !dry {
		l, err = c.office.EnterUnits(c.ctx, file.Name, l)
	}
	if err != nil {
		return 0, err
	}
	status, lines := done, []object{}
	for _, x := range l.Lines {
		if len(x.Faults) > 0 {
			status = findings
		}
		lines = append(lines, object{"row": x.Row, "code": x.Version.Code, "name": x.Version.Name, "official": x.Version.Official, "type": x.Version.Type,
			"group": x.Version.Group, "parent": x.Parent, "known": x.Known, "faults": x.Faults})
	}
	return status, c.answer(object{"units": lines, "entered": l.Entered, "known": l.Known, "left": l.Left}, func(w io.Writer) {
		fmt.Fprintln(w, words.Text("console.units-done", l.Entered, l.Known, l.Left))
		for _, x := range l.Lines {
			for _, f := range x.Faults {
				fmt.Fprintf(w, "%5d  %s\n", x.Row, f)
			}
		}
	})
}

func printUnits(w io.Writer, list []unitJSON) {
	for _, u := range list {
		fmt.Fprintf(w, "%5d  %-12s %-10s %s  [%s – %s)\n", u.ID, u.Code, u.Type, u.Name, u.From, u.To)
	}
}

// linkJSON is a unit one step away, with what led there.
type linkJSON struct {
	unitJSON
	Date  string `json:"date"`
	Kind  string `json:"kind"`
	Part  bool   `json:"part"`
	Legal string `json:"legal"`
}

// succession walks from every unit that carried a code (on a day, when one is
// given: codes are used again) to those before and after it.
func (c *console) succession(book *registry.Book, code string, day when.Date) (int, error) {
	found := book.WithCode(code, day)
	if len(found) == 0 {
		return 0, fault.New(fault.NotFound, "office.no-unit", code)
	}
	return done, c.kin(book, found, day)
}

// kin answers with units and what they came from and went over into.
func (c *console) kin(book *registry.Book, found []registry.Unit, day when.Date) error {
	type both struct {
		unitJSON
		Predecessors []linkJSON `json:"predecessors"`
		Successors   []linkJSON `json:"successors"`
	}
	links := func(list []registry.Link) []linkJSON {
		out := []linkJSON{}
		for _, l := range list {
			v, _ := book.Near(l.Unit, l.Event.Date)
			out = append(out, linkJSON{unitOf(book, l.Unit, v), l.Event.Date.String(), string(l.Event.Kind), l.Event.Part, l.Event.Legal})
		}
		return out
	}
	list := []both{}
	for _, u := range found {
		v := u.Near(day)
		if day == 0 {
			v = u.Versions[len(u.Versions)-1]
		}
		list = append(list, both{unitOf(book, u.ID, v), links(book.Predecessors(u.ID)), links(book.Successors(u.ID))})
	}
	return c.answer(object{"units": list}, func(w io.Writer) {
		for _, u := range list {
			printUnits(w, []unitJSON{u.unitJSON})
			for _, l := range u.Predecessors {
				fmt.Fprintf(w, "    từ  %s %-8s %s%s\n", l.Date, l.Code, l.Name, part(l.Part))
			}
			for _, l := range u.Successors {
				fmt.Fprintf(w, "    sang %s %-8s %s%s\n", l.Date, l.Code, l.Name, part(l.Part))
			}
		}
	})
}

func part(p bool) string {
	if p {
		return " (một phần)"
	}
	return ""
}

func (c *console) movements(args []string) (int, error) {
	if err := c.bare(c.flags("movements"), args); err != nil {
		return 0, err
	}
	return c.listMovements()
}

// listMovements answers with the movements as they are now.
func (c *console) listMovements() (int, error) {
	list, err := c.office.Movements(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, m := range list {
		out = append(out, object{"id": m.ID, "code": m.Code, "name": m.Name, "from": m.From.String(), "to": m.LastDay().String(),
			"manner": m.Manner, "status": m.Status, "launcher": m.Launcher})
	}
	return done, c.answer(object{"movements": out}, func(w io.Writer) {
		for _, m := range list {
			fmt.Fprintf(w, "%-10s %s – %s  %s\n", m.Code, m.From.Slash(), m.LastDay().Slash(), m.Name)
		}
	})
}

func (c *console) dossiers(args []string) (int, error) {
	fs := c.flags("dossiers")
	movement := fs.String("movement", "", "")
	unit := fs.String("unit", "", "")
	award := fs.String("award", "", "")
	stage := fs.String("stage", "", "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	if *stage != "" && !slices.ContainsFunc(dossier.StageNames, func(n registry.Name) bool { return n.Code == *stage }) {
		return 0, noStage(*stage)
	}
	f := office.DossierFilter{Award: *award}
	if *movement != "" {
		m, err := c.office.Movement(c.ctx, *movement)
		if err != nil {
			return 0, err
		}
		f.Movement = m.ID
	}
	if *stage != "" {
		f.Stages = []dossier.Stage{dossier.Stage(*stage)}
	}
	list, err := c.office.Dossiers(c.ctx, f)
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	if *unit != "" {
		of := map[int64]bool{}
		for _, u := range book.WithCode(*unit, 0) {
			of[u.ID] = true
		}
		if len(of) == 0 {
			return 0, fault.New(fault.NotFound, "office.no-unit", *unit)
		}
		list = slices.DeleteFunc(list, func(d dossier.Dossier) bool { return !of[d.Unit] })
	}
	out := []object{}
	for _, d := range list {
		out = append(out, dossierJSON(book, d))
	}
	cat, err := c.office.Catalogue(c.ctx)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"dossiers": out}, func(w io.Writer) {
		for _, d := range list {
			fmt.Fprintf(w, "%5d  %-18s %-28s %-10s %s\n", d.ID, d.Stage, d.Name, cat.Short(d.Award), d.UnitText)
		}
	})
}

func dossierJSON(book *registry.Book, d dossier.Dossier) object {
	unit := d.UnitText
	if v, ok := book.Near(d.Unit, d.Received); ok && unit == "" {
		unit = v.Name
	}
	o := object{"id": d.ID, "nominee": d.Name, "kind": d.Kind, "unit": unit, "award": d.Award, "stage": d.Stage}
	if v, ok := book.Near(d.Unit, d.Received); ok {
		o["unit_code"] = v.Code
	}
	return o
}

func (c *console) dossier(args []string) (int, error) {
	id, err := c.one(c.flags("dossier"), args)
	if err != nil {
		return 0, err
	}
	f, err := c.office.Dossier(c.ctx, id)
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	found, err := c.office.Check(c.ctx, f.Movement.Code, id)
	if err != nil {
		return 0, err
	}
	papers, err := c.office.Printings(c.ctx, office.PrintingFilter{Dossier: id})
	if err != nil {
		return 0, err
	}
	d := dossierJSON(book, f.Dossier)
	d["position"], d["achievement"], d["birth_date"], d["reason"] = f.Dossier.Position, f.Dossier.Achievement, f.Dossier.Birth, f.Dossier.Reason
	d["movement"], d["received"], d["submission"] = f.Movement.Code, f.Dossier.Received, f.Submission.Number
	history, printed := []object{}, []object{}
	for _, e := range f.History {
		history = append(history, entryJSON(e))
	}
	for _, p := range papers {
		printed = append(printed, object{"form": p.Form, "file": p.File, "at": p.At.UTC().Format("2006-01-02T15:04:05Z"), "officer": p.Officer})
	}
	return worst(found), c.answer(object{"dossier": d, "findings": found, "papers": printed, "history": history}, func(w io.Writer) {
		fmt.Fprintf(w, "%s · %s · %s\n%s\n%s\n", f.Dossier.Name, f.Dossier.Kind, f.Dossier.Stage, f.Award.Name, f.Dossier.Achievement)
		printFindings(w, found)
		for _, e := range f.History {
			fmt.Fprintf(w, "  %s  %s: %s\n", e.At.Local().Format("02/01/2006 15:04"), e.Officer, e.Detail)
		}
	})
}

func worst(found []check.Finding) int {
	if check.Worst(found) == check.Error {
		return findings
	}
	return done
}

// judged are the dossiers a command looks into: one, or all of a movement's.
func (c *console) judged(fs *flag.FlagSet, args []string) (movement string, ids []int64, err error) {
	fs.StringVar(&movement, "movement", "", "")
	id := fs.Int64("dossier", 0, "")
	if err := c.bare(fs, args); err != nil || *id == 0 {
		return movement, nil, err
	}
	f, err := c.office.Dossier(c.ctx, *id)
	return f.Movement.Code, []int64{*id}, err
}

func (c *console) check(args []string) (int, error) {
	movement, ids, err := c.judged(c.flags("check"), args)
	if err != nil {
		return 0, err
	}
	found, err := c.office.Check(c.ctx, movement, ids...)
	if err != nil {
		return 0, err
	}
	if found == nil {
		found = []check.Finding{}
	}
	return worst(found), c.answer(object{"findings": found}, func(w io.Writer) { printFindings(w, found) })
}

func printFindings(w io.Writer, found []check.Finding) {
	for _, f := range found {
		fmt.Fprintf(w, "%5d  %-8s %s  %s\n         %s\n         %s\n", f.Dossier, f.Severity, f.Rule, f.Seen, f.Wanted, f.Basis)
	}
}

func (c *console) find(args []string) (int, error) {
	rest, err := parseOnly(c.flags("find"), args, 1, len(args), "console.find")
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	hits, err := c.office.Find(c.ctx, strings.Join(rest, " "), 100)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, h := range hits {
		out = append(out, object{"noun": h.Noun, "id": h.ID, "title": h.Title, "note": h.Note})
	}
	return done, c.answer(object{"find": out}, func(w io.Writer) {
		for _, h := range hits {
			fmt.Fprintf(w, "%-9s %5d  %s  %s\n", h.Noun, h.ID, h.Title, h.Note)
		}
	})
}
