package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/model/words"
)

// The year of a movement: plans, reports, reminders.

// yearFlags are the flags most commands of the year share.
type yearFlags struct {
	movement string
	year     int
	closing  bool
}

func (f *yearFlags) on(fs *flag.FlagSet) {
	fs.StringVar(&f.movement, "movement", "", "")
	yearFlag(fs, &f.year)
	fs.BoolVar(&f.closing, "closing", false, "")
}

func (f *yearFlags) kind() report.Kind {
	if f.closing {
		return report.Closing
	}
	return report.Yearly
}

// settle opens the office and fills in the year when none was given: today's, but
// no later than the movement's last.
func (f *yearFlags) settle(c *console) error {
	if err := c.open(); err != nil {
		return err
	}
	m, err := c.office.Movement(c.ctx, f.movement)
	if err != nil {
		return err
	}
	f.movement = m.Code
	last := c.office.Today().Year()
	if d := m.LastDay(); d != 0 {
		last = min(last, d.Year())
	}
	if f.closing {
		if d := m.LastDay(); d != 0 {
			last = d.Year()
		}
		f.year = last
	}
	if f.year == 0 {
		f.year = last
	}
	return nil
}

func (c *console) plans(args []string) (int, error) {
	fs := c.flags("plans")
	var f yearFlags
	f.on(fs)
	var due when.Date
	dayFlag(fs, "ask", &due)
	letter := fs.String("letter", "", "")
	receive := fs.String("receive", "", "")
	number := fs.String("number", "", "")
	var date when.Date
	dayFlag(fs, "date", &date)
	var file *office.Attachment
	fileFlag(fs, "file", &file)
	handOver := fs.String("hand-over", "", "")
	way := fs.String("way", movement.ToHeirs, "")
	reason := fs.String("reason", "", "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	answer := object{}
	switch {
	case due != 0:
		n, _, err := c.office.AskPlans(c.ctx, f.movement, due, *letter)
		if err != nil {
			return 0, err
		}
		answer["added"] = n
	case *receive != "":
		if _, _, err := c.office.ReceivePlan(c.ctx, f.movement, *receive, *number, date, 0, file); err != nil {
			return 0, err
		}
	}
	list, err := c.office.Plans(c.ctx, f.movement)
	if err != nil {
		return 0, err
	}
	if *handOver != "" {
		var ids []int64
		codes := strings.Split(*handOver, ",")
		if *handOver == "all" { // whose successors the registry knows
			codes = nil
			for _, l := range list {
				if l.Status == movement.Ended && len(l.Heirs) > 0 {
					ids = append(ids, l.Plan.ID)
				}
			}
		}
		for _, code := range codes {
			i := slices.IndexFunc(list, func(l office.PlanLine) bool {
				return l.Unit.Code == code && (l.Status == movement.Ended || l.Plan.Handover.Chosen())
			})
			if i < 0 {
				return 0, usage{words.Text("console.no-plan-to-hand-over", code)}
			}
			ids = append(ids, list[i].Plan.ID)
		}
		if _, err := c.office.HandOverPlans(c.ctx, ids, movement.Handover{Way: *way, Note: *reason}); err != nil {
			return 0, err
		}
		if list, err = c.office.Plans(c.ctx, f.movement); err != nil {
			return 0, err
		}
	}
	out := []object{}
	for _, l := range list {
		out = append(out, object{"id": l.Plan.ID, "unit": l.Unit.Code, "name": l.Unit.Name, "status": l.Status, "asked": l.Plan.Asked, "due": l.Plan.Due,
			"received": l.Plan.Received, "number": l.Plan.Number, "date": l.Plan.Date})
	}
	answer["plans"] = out
	return done, c.answer(answer, func(w io.Writer) {
		for _, l := range list {
			fmt.Fprintf(w, "%-12s %-14s %-14s %s\n", l.Unit.Code, l.Status, l.Plan.Number, l.Unit.Name)
		}
	})
}

func reportJSON(l office.ReportLine) object {
	o := object{"id": l.Report.ID, "unit": l.Unit.Code, "name": l.Unit.Name, "kind": l.Report.Kind, "year": l.Report.Year, "status": l.Status, "due": l.Report.Deadline(),
		"received": l.Report.First, "number": l.Report.Number, "accepted": l.Report.Accepted, "late": l.Late}
	if h := l.Report.Handover; h.Chosen() {
		o["handover"] = h.Way
	}
	return o
}

func printReports(w io.Writer, list []office.ReportLine) {
	for _, l := range list {
		late := ""
		if l.Late > 0 {
			late = fmt.Sprintf(" (%d ngày)", l.Late)
		}
		fmt.Fprintf(w, "%-12s %-16s hạn %s  %s%s\n", l.Unit.Code, l.Status, l.Report.Deadline().Slash(), l.Unit.Name, late)
	}
}

func (c *console) reports(args []string) (int, error) {
	fs := c.flags("reports")
	var f yearFlags
	f.on(fs)
	ask := fs.Bool("ask", false, "")
	status := fs.String("status", "", "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if *status != "" && registry.NameOf(movement.DutyNames, *status) == *status {
		return 0, usage{words.Text("console.report-status", *status)}
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	answer := object{}
	if *ask {
		n, _, err := c.office.AskReports(c.ctx, f.movement, f.kind(), f.year)
		if err != nil {
			return 0, err
		}
		answer["added"] = n
	}
	all, err := c.office.Reports(c.ctx, f.movement, f.kind(), f.year)
	if err != nil {
		return 0, err
	}
	list, out := []office.ReportLine{}, []object{}
	for _, l := range all {
		if *status == "" || string(l.Status) == *status {
			list = append(list, l)
			out = append(out, reportJSON(l))
		}
	}
	answer["reports"], answer["by_status"] = out, office.Boards(all)
	return done, c.answer(answer, func(w io.Writer) { printReports(w, list) })
}

func (c *console) report(args []string) (int, error) {
	fs := c.flags("report")
	var f yearFlags
	f.on(fs)
	reason := fs.String("reason", "", "")
	var last when.Date
	dayFlag(fs, "until", &last)
	way := fs.String("way", movement.ToHeirs, "")
	all := fs.Bool("all", false, "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) == 0 || (len(rest) == 1) != (*all && rest[0] == "hand-over") {
		return 0, usage{words.Text("console.report")}
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	verb, what := rest[0], rest[1:]
	var ids []int64
	if verb == "receive" {
		for _, path := range what {
			a, err := attachment(path)
			if err != nil {
				return 0, err
			}
			r, _, err := c.office.TakeTemplate(c.ctx, *a)
			if err != nil {
				return 0, err
			}
			ids = append(ids, r.ID)
		}
		return done, c.reportsAnswer(ids)
	}
	var ended []office.ReportLine // whose duty is to be handed over
	if verb == "hand-over" {
		list, err := c.office.Reports(c.ctx, f.movement, f.kind(), f.year)
		if err != nil {
			return 0, err
		}
		for _, l := range list {
			if l.Status == movement.Ended || l.Report.Handover.Chosen() {
				ended = append(ended, l)
			}
			if *all && l.Status == movement.Ended && len(l.Heirs) > 0 {
				ids = append(ids, l.Report.ID)
			}
		}
	}
	for _, unit := range what {
		// The code may have passed to a new unit: the one that ended is meant.
		if i := slices.IndexFunc(ended, func(l office.ReportLine) bool { return l.Unit.Code == unit }); i >= 0 {
			ids = append(ids, ended[i].Report.ID)
			continue
		}
		r, err := c.office.ReportOf(c.ctx, f.movement, f.kind(), f.year, unit)
		if err != nil {
			return 0, err
		}
		ids = append(ids, r.ID)
	}
	switch verb {
	case "show":
	case "accept":
		_, err = c.office.AcceptReports(c.ctx, ids)
	case "return":
		for _, id := range ids {
			if _, err = c.office.ReturnReport(c.ctx, id, *reason); err != nil {
				break
			}
		}
	case "extend":
		_, err = c.office.ExtendReports(c.ctx, ids, last, *reason)
	case "hand-over":
		_, err = c.office.HandOver(c.ctx, ids, movement.Handover{Way: *way, Note: *reason})
	default:
		return 0, usage{words.Text("console.report")}
	}
	if err != nil {
		return 0, err
	}
	return done, c.reportsAnswer(ids)
}

// reportsAnswer tells how the reports stand now.
func (c *console) reportsAnswer(ids []int64) error {
	out := []object{}
	var lines []office.ReportLine
	for _, id := range ids {
		r, err := c.office.Report(c.ctx, id)
		if err != nil {
			return err
		}
		o := reportJSON(r.ReportLine)
		differences := []object{}
		for _, d := range r.Differences {
			differences = append(differences, object{"key": d.Key, "was": d.Was, "now": d.Now})
		}
		o["content"], o["differences"] = r.Report.Content, differences
		out, lines = append(out, o), append(lines, r.ReportLine)
	}
	return c.answer(object{"report": out}, func(w io.Writer) { printReports(w, lines) })
}

func (c *console) remind(args []string) (int, error) {
	fs := c.flags("remind")
	var f yearFlags
	f.on(fs)
	plan := fs.Bool("plan", false, "")
	var deadline when.Date
	dayFlag(fs, "until", &deadline)
	number := fs.String("number", "", "")
	single := fs.Bool("single", false, "")
	units, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	chase := office.Chase{Movement: f.movement, What: report.ForReport, Kind: f.kind(), Year: f.year, Units: units, Deadline: deadline, Number: *number, Single: *single}
	if *plan {
		chase.What = report.ForPlan
	}
	r, _, err := c.office.Remind(c.ctx, chase)
	if err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	list := []object{}
	for _, u := range r.Units {
		v, _ := book.Near(u.Unit, r.Day)
		list = append(list, object{"unit": v.Code, "name": v.Name, "late": u.Late, "note": u.Note})
	}
	return done, c.answer(object{"remind": object{"id": r.ID, "round": r.Round, "day": r.Day, "deadline": r.Deadline, "units": list}}, func(w io.Writer) {
		fmt.Fprintf(w, "%d  lần %d, hạn %s\n", r.ID, r.Round, r.Deadline.Slash())
		for _, u := range list {
			fmt.Fprintf(w, "  %-12s %v ngày  %s\n", u["unit"], u["late"], u["name"])
		}
	})
}
