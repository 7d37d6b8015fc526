package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"thidua/model/council"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/model/words"
	"thidua/storage"
)

// councilJSON is a council as a file gives it.
type councilJSON struct {
	ID      int64            `json:"id"`
	Name    string           `json:"name"`
	Founded string           `json:"founded"`
	On      when.Date        `json:"on"`
	By      string           `json:"by"`
	From    when.Date        `json:"from"`
	To      when.Date        `json:"to"`
	Unit    string           `json:"unit"` // code of the body whose own council it is
	Members []council.Member `json:"members"`
}

// sessionJSON is what is entered of a session.
type sessionJSON struct {
	Day        when.Date            `json:"day"`
	Begun      string               `json:"begun"`
	Ended      string               `json:"ended"`
	Place      string               `json:"place"`
	Standing   bool                 `json:"standing"`
	ByLetter   bool                 `json:"by_letter"`
	Presider   int64                `json:"presider"`
	Clerk      int64                `json:"clerk"`
	Attendance []council.Attendance `json:"attendance"`
	Agenda     []council.Item       `json:"agenda"`
	Rounds     []council.Round      `json:"rounds"`
	Opinions   []string             `json:"opinions"`
	Dissent    []string             `json:"dissent"`
	Chosen     []int64              `json:"chosen"`
	Places     map[string]int       `json:"places"`
	Number     string               `json:"number"`
	Note       string               `json:"note"`
}

// readJSON reads a file over what stands in the value already.
func readJSON(path string, into any) error {
	data, err := storage.ReadFile(path)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fault.New(fault.Refused, "console.bad-json", filepath.Base(path), err.Error()).Because(err)
	}
	return nil
}

func (c *console) council(args []string) (int, error) {
	fs := c.flags("council")
	save := fs.String("save", "", "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	list, err := c.office.Councils(c.ctx)
	if err != nil {
		return 0, err
	}
	if *save != "" {
		var in councilJSON
		if err := readJSON(*save, &in); err != nil {
			return 0, err
		}
		x := council.Council{ID: in.ID, Name: in.Name, Founded: in.Founded, On: in.On, By: in.By, Period: when.Period{From: in.From, To: in.To}, Members: in.Members}
		if in.Unit != "" {
			book, err := c.office.Registry(c.ctx)
			if err != nil {
				return 0, err
			}
			found := book.WithCode(in.Unit, c.office.Today())
			if len(found) == 0 {
				return 0, fault.New(fault.NotFound, "office.no-unit", in.Unit)
			}
			x.Unit = found[0].ID
		}
		for _, l := range list {
			if l.ID == x.ID {
				x.Rev = l.Rev
			}
		}
		if x.From == 0 {
			x.From = x.On
		}
		if _, err := c.office.SaveCouncil(c.ctx, &x); err != nil {
			return 0, err
		}
		if list, err = c.office.Councils(c.ctx); err != nil {
			return 0, err
		}
	}
	out := []councilJSON{}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	for _, x := range list {
		unit, _ := book.Near(x.Unit, x.From)
		out = append(out, councilJSON{Unit: unit.Code, ID: x.ID, Name: x.Name, Founded: x.Founded, On: x.On, By: x.By, From: x.From, To: x.To, Members: x.Members})
	}
	return done, c.answer(object{"council": out}, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "%5d  %s  (%s ngày %s)\n", x.ID, x.Name, x.Founded, x.On.Slash())
			for _, m := range x.Members {
				fmt.Fprintf(w, "       %3d  %-24s %s, %s\n", m.ID, m.Role, m.Name, m.Post)
			}
		}
	})
}

func (c *console) voteRules(args []string) (int, error) {
	if err := c.bare(c.flags("vote-rules"), args); err != nil {
		return 0, err
	}
	list, err := c.office.VoteRules(c.ctx)
	if err != nil {
		return 0, err
	}
	cat, err := c.office.Catalogue(c.ctx)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"vote-rules": list}, func(w io.Writer) {
		for _, r := range list {
			fmt.Fprintf(w, "%-10s %s %s; dự họp %s; %s\n", cat.Short(r.Award), r.Pass, r.Of, r.Attend, r.Source)
		}
	})
}

func (c *console) sessions(args []string) (int, error) {
	fs := c.flags("sessions")
	movement := fs.String("movement", "", "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	list, err := c.office.Sessions(c.ctx, *movement)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, s := range list {
		out = append(out, object{"id": s.ID, "day": s.Day, "council": s.Council, "standing": s.Standing, "by_letter": s.ByLetter, "cases": len(s.Agenda), "rounds": len(s.Rounds), "closed": s.Closed, "number": s.Number})
	}
	return done, c.answer(object{"sessions": out}, func(w io.Writer) {
		for _, s := range list {
			fmt.Fprintf(w, "%5d  %s  %d trường hợp  %s\n", s.ID, s.Day.Slash(), len(s.Agenda), s.Number)
		}
	})
}

func (c *console) session(args []string) (int, error) {
	fs := c.flags("session")
	t := textFlags(fs, "movement", "award", "save", "begun", "place")
	var day when.Date
	dayFlag(fs, "date", &day)
	id := fs.Int64("council", 0, "")
	standing := fs.Bool("standing", false, "")
	letter := fs.Bool("by-letter", false, "")
	unanimous := fs.Bool("unanimous", false, "")
	ballot := fs.Bool("ballot", false, "")
	closing := fs.Bool("close", false, "")
	drop := fs.Bool("drop", false, "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) == 0 {
		return 0, usage{words.Text("console.number")}
	}
	if rest[0] == "open" {
		ids, err := numbers(rest[1:])
		if err != nil {
			return 0, err
		}
		a := office.Agenda{Movement: *t["movement"], Dossiers: ids, Council: *id, Day: day, Standing: *standing, ByLetter: *letter, Begun: *t["begun"], Place: *t["place"]}
		if *t["award"] != "" {
			a.Awards = []string{*t["award"]}
		}
		if err := c.open(); err != nil {
			return 0, err
		}
		s, _, err := c.office.OpenSession(c.ctx, a)
		if err != nil {
			return 0, err
		}
		return c.showSession(s.ID)
	}
	n, err := number(rest)
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	f, err := c.office.Session(c.ctx, n)
	if err != nil {
		return 0, err
	}
	switch {
	case *drop:
		_, err := c.office.DropSession(c.ctx, n)
		return done, err
	case *unanimous:
		s := f.Unanimous(*ballot)
		_, err = c.office.SaveSession(c.ctx, &s)
	case *t["save"] != "":
		s := f.Session
		in := sessionJSON{Day: s.Day, Begun: s.Begun, Ended: s.Ended, Place: s.Place, Standing: s.Standing, ByLetter: s.ByLetter, Presider: s.Presider, Clerk: s.Clerk, Attendance: s.Attendance,
			Agenda: s.Agenda, Rounds: s.Rounds, Opinions: s.Opinions, Dissent: s.Dissent, Chosen: s.Chosen, Places: s.Places, Number: s.Number, Note: s.Note}
		if err := readJSON(*t["save"], &in); err != nil {
			return 0, err
		}
		s.Day, s.Begun, s.Ended, s.Place, s.Standing, s.ByLetter, s.Presider, s.Clerk = in.Day, in.Begun, in.Ended, in.Place, in.Standing, in.ByLetter, in.Presider, in.Clerk
		s.Attendance, s.Agenda, s.Rounds, s.Opinions, s.Dissent = in.Attendance, in.Agenda, in.Rounds, in.Opinions, in.Dissent
		s.Chosen, s.Places, s.Number, s.Note = in.Chosen, in.Places, in.Number, in.Note
		_, err = c.office.SaveSession(c.ctx, &s)
	}
	if err != nil {
		return 0, err
	}
	if *closing {
		if _, _, err := c.office.CloseSession(c.ctx, n); err != nil {
			return 0, err
		}
	}
	return c.showSession(n)
}

func (c *console) showSession(id int64) (int, error) {
	f, err := c.office.Session(c.ctx, id)
	if err != nil {
		return 0, err
	}
	s := f.Session
	outcomes := []object{}
	for _, o := range f.Outcomes {
		x := object{"dossier": o.Dossier, "name": o.Name, "award": o.Award, "for": o.For, "against": o.Against, "blank": o.Blank, "of": o.Of, "percent": o.Percent(), "passed": o.Passed, "tied": o.Tied}
		if why := o.Why(); why != nil {
			x["why"] = words.Text(why.Code, why.Args...)
		}
		outcomes = append(outcomes, x)
	}
	seats := []object{}
	for _, m := range f.Seats {
		seats = append(seats, object{"member": m.ID, "name": m.Name, "role": m.Role})
	}
	faults := ""
	if f.Faults != nil {
		faults = words.Say(f.Faults)
	}
	return done, c.answer(object{"session": object{"id": s.ID, "day": s.Day, "council": s.Council, "standing": s.Standing, "by_letter": s.ByLetter, "seats": seats, "members": f.Numbers.Members,
		"present": f.Numbers.Present, "written": f.Numbers.Written, "outcomes": outcomes, "closed": s.Closed, "faults": faults}}, func(w io.Writer) {
		fmt.Fprintf(w, "%d  %s  %s: %d/%d\n", s.ID, s.Day.Slash(), f.Council.Name, f.Numbers.Present, f.Numbers.Members)
		for _, o := range f.Outcomes {
			mark := "–"
			if o.Passed {
				mark = "✓"
			}
			fmt.Fprintf(w, "  %s %5d  %-28s %d/%d %s\n", mark, o.Dossier, o.Name, o.For, o.Of, o.Percent())
		}
		if faults != "" {
			fmt.Fprintln(w, faults)
		}
	})
}
