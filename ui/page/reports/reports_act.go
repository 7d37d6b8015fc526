package reports

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// chosen are the reports selected in the list.
func (p *Page) chosen() (ids []int64, lines []office.ReportLine) {
	lines = p.list.Selected()
	for _, l := range lines {
		ids = append(ids, l.Report.ID)
	}
	if len(ids) == 0 {
		p.host.Say(kit.Warn, words.ReportsPickText, nil)
	}
	return ids, lines
}

// one is the report chosen, when exactly one is.
func (p *Page) one() (office.ReportLine, bool) {
	_, lines := p.chosen()
	switch len(lines) {
	case 0:
	case 1:
		return lines[0], true
	default:
		p.host.Say(kit.Warn, words.ReportsOne, nil)
	}
	return office.ReportLine{}, false
}

type count struct {
	n int
	e audit.Entry
}

func (p *Page) ask() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	kind, year := p.state.Kind, p.state.Year
	task.Do(p.run, task.Job{Title: words.ReportsAsk}, func(ctx context.Context, _ office.Progress) (c count, err error) {
		c.n, c.e, err = p.run.Office.AskReports(ctx, m.Code, kind, year)
		return c, err
	}, func(c count) { p.host.Done(words.Fill(words.ReportsAsked, c.n), c.e.ID) })
}

// take receives filled templates; each file is an act of its own.
func (p *Page) take() {
	p.host.PickFiles(words.ReportsTake, true, []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx"}}}, func(paths []string) {
		for _, path := range paths {
			task.Do(p.run, task.Job{Title: words.ReportsTake}, func(ctx context.Context, _ office.Progress) (r taken, err error) {
				data, err := p.host.ReadFile(path)
				if err != nil {
					return r, err
				}
				r.r, r.e, err = p.run.Office.TakeTemplate(ctx, office.Attachment{Name: filepath.Base(path), Data: data})
				return r, err
			}, func(r taken) {
				p.state.Open = r.r.ID
				p.host.Done(words.Fill(words.ReportsTaken, p.names([]registry.UnitID{r.r.Unit})), r.e.ID)
			})
		}
	})
}

type taken struct {
	r report.Report
	e audit.Entry
}

// template saves the sheet that one unit fills in.
func (p *Page) template() {
	l, ok := p.one()
	if !ok {
		return
	}
	m, _ := p.state.Movement()
	order := office.Print{Form: "mau-bao-cao", Movement: m.Code, Unit: l.Unit.Code, Year: l.Report.Year, Closing: l.Report.Kind == report.Closing}
	name := words.Fill(words.ReportFileName, l.Unit.Short, noun.RoundKey(report.Round{Kind: l.Report.Kind, Year: l.Report.Year}))
	p.host.PickSave(words.ReportSaveAs, name, []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx"}}}, func(path string) {
		task.Do(p.run, task.Job{Title: words.ReportSaveAs}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
			return struct{}{}, p.host.WriteFile(path, func(w io.Writer) error {
				_, err := p.run.Office.PrintTo(ctx, order, filepath.Base(path), "xlsx", w)
				return err
			})
		}, func(struct{}) { p.host.Say(kit.Good, words.Fill(words.PrintSaved, filepath.Base(path)), nil) })
	})
}

func (p *Page) accept() {
	ids, _ := p.chosen()
	if len(ids) == 0 {
		return
	}
	task.Do(p.run, task.Job{Title: words.ReportsAccept}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.AcceptReports(ctx, ids)
	}, func(e audit.Entry) { p.host.Done(words.Fill(words.ReportsAccepts, len(ids)), e.ID) })
}

// form shows a form whose saving is one act of the office.
func (p *Page) form(title string, form *kit.Form, said string, act func(context.Context) (audit.Entry, error)) {
	kit.FormDialog(p.host.Canvas(), title, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) { return act(ctx) },
			func(e audit.Entry) {
				done(nil)
				p.host.Done(said, e.ID)
			})
	})
}

func (p *Page) giveBack() {
	l, ok := p.one()
	if !ok {
		return
	}
	reason := kit.NewTextArea(3)
	p.form(words.ReportsReturn, kit.NewForm(&kit.Field{Key: "reason", Label: words.ReasonLabel, Required: true, Control: reason}), words.ReportsReturned,
		func(ctx context.Context) (audit.Entry, error) {
			return p.run.Office.ReturnReport(ctx, l.Report.ID, strings.TrimSpace(reason.Text))
		})
}

func (p *Page) extend() {
	ids, _ := p.chosen()
	if len(ids) == 0 {
		return
	}
	until, reason := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewTextArea(2)
	p.form(words.ReportsExtend, kit.NewForm(
		&kit.Field{Key: "until", Label: words.UntilLabel, Required: true, Control: container.NewHBox(until)},
		&kit.Field{Key: "reason", Label: words.ReasonLabel, Required: true, Control: reason},
	), words.Fill(words.ReportsExtended, len(ids)), func(ctx context.Context) (audit.Entry, error) {
		d := until.Value()
		return p.run.Office.ExtendReports(ctx, ids, d, strings.TrimSpace(reason.Text))
	})
}

// handOver chooses, in the open, who reports for units that ended.
func (p *Page) handOver() {
	ids, lines := p.chosen()
	if len(ids) == 0 {
		return
	}
	way, note := kit.NewSelect("", nil), kit.NewTextArea(2)
	way.SetChoices(noun.Names(movement.HandoverNames))
	way.SetKey(movement.ToHeirs)
	fields := []*kit.Field{{Key: "way", Label: words.WayLabel, Required: true, Control: way}}
	heirs := func() []registry.UnitID { return nil }
	one := len(lines) == 1 && len(lines[0].Heirs) > 0
	if one {
		var control fyne.CanvasObject
		control, heirs = p.heirChoice(lines[0].Heirs)
		hint := ""
		if !lines[0].Whole {
			hint = words.ReportNotWhole
		}
		fields = append(fields, &kit.Field{Key: "to", Label: words.HeirsLabel, Hint: hint, Control: control})
	}
	fields = append(fields, &kit.Field{Key: "note", Label: words.ReasonLabel, Control: note})
	p.form(words.ReportsPass, kit.NewForm(fields...), words.Fill(words.ReportsPassed, len(ids)), func(ctx context.Context) (audit.Entry, error) {
		h := movement.Handover{Way: way.Key(), Note: strings.TrimSpace(note.Text)}
		if h.Way == movement.ToHeirs && one {
			if h.To = heirs(); len(h.To) == 0 {
				return audit.Entry{}, fault.New(fault.Invalid, "report.handover-to").At("to")
			}
		}
		return p.run.Office.HandOver(ctx, ids, h)
	})
}

// remind records a reminder for exactly the units that owe, and shows its letter.
func (p *Page) remind() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	units, names := Chased(p.list.Selected(), p.state.Lines)
	if len(names) == 0 {
		p.host.Say(kit.Warn, words.RemindNobody, nil)
		return
	}
	number, until, how := kit.NewEntry(), kit.NewDateEntry(p.run.Office.Today(), false), kit.NewSelect("", nil)
	how.SetChoices([]kit.Choice{{Key: "list", Label: words.SingleList}, {Key: "each", Label: words.SingleEach}})
	how.SetKey("list")
	kind, year := p.state.Kind, p.state.Year
	form := kit.NewForm(
		&kit.Field{Key: "units", Label: words.Fill(words.RemindWho, len(names)), Control: kit.High(container.NewVScroll(kit.Para(strings.Join(names, "; "), kit.Plain)), 3)},
		&kit.Field{Key: "deadline", Label: words.UntilLabel, Hint: words.RemindHint, Control: container.NewHBox(until)},
		&kit.Field{Key: "number", Label: words.LetterLabel, Control: number},
		&kit.Field{Key: "single", Label: words.SingleLabel, Control: how},
	)
	type reminded struct {
		r report.Reminder
		e audit.Entry
	}
	kit.FormDialog(p.host.Canvas(), words.ReportsRemind, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		d := until.Value()
		chase := office.Chase{Movement: m.Code, What: report.ForReport, Kind: kind, Year: year, Units: units, Deadline: d,
			Number: strings.TrimSpace(number.Text), Single: how.Key() == "each"}
		task.Do(p.run, task.Job{Title: words.ReportsRemind, Fault: done}, func(ctx context.Context, _ office.Progress) (x reminded, err error) {
			x.r, x.e, err = p.run.Office.Remind(ctx, chase)
			return x, err
		}, func(x reminded) {
			done(nil)
			p.host.Done(words.Fill(words.ReportsReminded, x.r.Round, len(x.r.Units)), x.e.ID)
			p.openLetter(Letter{Reminder: x.r})
		})
	})
}
