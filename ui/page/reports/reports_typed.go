package reports

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// typeIn opens the form of a report that came on paper.
func (p *Page) typeIn() {
	if l, ok := p.one(); ok {
		task.Load(p.run, &p.file, func(ctx context.Context) (office.ReportFile, error) { return p.run.Office.Report(ctx, l.Report.ID) }, p.typedForm)
	}
}

func (p *Page) typedForm(f office.ReportFile) {
	r, items, was := f.Report, Asked(f.Items), Values(f)
	texts := map[string]func() string{}
	entry := func(key string, rows int) fyne.CanvasObject {
		e := kit.EntryOf(was[key], rows)
		texts[key] = func() string { return e.Text }
		return e
	}
	number := kit.NewEntry()
	number.SetText(r.Number)
	day, received := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewDateEntry(p.run.Office.Today(), false)
	day.SetDate(r.Date)
	received.SetDate(p.run.Office.Today())
	paper := kit.NewFilePick(p.host, words.ReportPaper, r.FileName, []kit.FileKind{{Name: words.KindAll, Patterns: []string{"*.pdf", "*.jpg", "*.jpeg", "*.png", "*.docx", "*.doc", "*.xlsx"}}})
	fields := []*kit.Field{
		{Key: "number", Label: words.ReportNumber, Control: number},
		{Key: "date", Label: words.ReportDate, Control: container.NewHBox(day)},
		{Key: "received", Label: words.ReportReceived, Required: true, Control: container.NewHBox(received)},
		{Key: "file", Label: words.ReportPaper, Control: paper},
	}
	for _, it := range items {
		fields = append(fields, &kit.Field{Key: it.Key, Label: words.ReportItem, Control: kit.Para(heading(it), kit.Info)})
		for _, q := range report.Questions(it) {
			var c fyne.CanvasObject
			if it.Kind == criteria.YesNo || it.Kind == criteria.Gate {
				s := kit.NewSelect("", nil)
				s.SetChoices([]kit.Choice{{Key: "", Label: ""}, {Key: words.Yes, Label: words.Yes}, {Key: words.No, Label: words.No}})
				s.SetKey(was[q.Key])
				texts[q.Key] = s.Key
				c = container.NewHBox(s)
			} else {
				c = entry(q.Key, 1)
			}
			fields = append(fields, &kit.Field{Key: q.Key, Label: q.Label, Control: c})
		}
		fields = append(fields, &kit.Field{Key: evidenceKey(it.Key), Label: words.ReportProof, Control: entry(evidenceKey(it.Key), 1)},
			&kit.Field{Key: naKey(it.Key), Label: words.ReportNA, Control: entry(naKey(it.Key), 1)})
	}
	for _, n := range report.NarrativeNames {
		fields = append(fields, &kit.Field{Key: report.NarrativeKey(n.Code), Label: n.Name, Control: entry(report.NarrativeKey(n.Code), 2)})
	}
	fields = append(fields,
		&kit.Field{Key: keyAwards, Label: words.ReportOwnAwards, Hint: words.ReportOwnIs, Control: entry(keyAwards, 2)},
		&kit.Field{Key: keyExemplars, Label: words.ReportExemplars, Hint: words.ReportExemplarIs, Control: entry(keyExemplars, 3)},
		&kit.Field{Key: keyIdeas, Label: words.ReportIdeas, Hint: words.ReportIdeaIs, Control: entry(keyIdeas, 2)},
		&kit.Field{Key: keyPetitions, Label: words.ReportPetitions, Hint: words.ReportPetitionIs, Control: entry(keyPetitions, 2)})
	kit.FormDialog(p.host.Canvas(), words.Fill(words.ReportTypeTitle, f.Unit.Name), kit.NewForm(fields...), 760, words.Save, modelwords.Say, func(done func(error)) {
		typed := map[string]string{}
		for key, text := range texts {
			typed[key] = text()
		}
		content, err := Typed(items, typed)
		a := office.Arrival{Content: content, Number: strings.TrimSpace(number.Text)}
		a.Date, a.Day = day.Value(), received.Value()
		if err != nil {
			done(err)
			return
		}
		path := paper.Path
		task.Do(p.run, task.Job{Title: words.ReportsType, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			if path != "" {
				data, err := p.host.ReadFile(path)
				if err != nil {
					return audit.Entry{}, err
				}
				a.File = &office.Attachment{Name: filepath.Base(path), Data: data}
			}
			_, e, err := p.run.Office.ReceiveReport(ctx, r.ID, a)
			return e, AtFields(err, items)
		}, func(e audit.Entry) {
			done(nil)
			p.state.Open = r.ID
			p.host.Done(words.Fill(words.ReportsTaken, f.Unit.Name), e.ID)
		})
	})
}

func heading(it criteria.Item) string {
	if it.Letter != "" {
		return it.Letter + ") " + it.Text
	}
	return it.Text
}

// letters shows every reminder of the movement: when, which time, to whom; one
// opens the letter as it was sent.
func (p *Page) letters() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	task.Load(p.run, &p.file, func(ctx context.Context) ([]report.Reminder, error) { return p.run.Office.Reminders(ctx, m.Code) }, func(list []report.Reminder) {
		g := letterGrid("report-letters", Letters(list, p.units))
		g.SetEmpty(kit.Empty(nil, words.RemindNone, words.RemindNoneText))
		var d *kit.Modal
		shut := kit.NewButton(words.Close, nil, func() { d.Hide() })
		see := kit.NewButton(words.RemindOpen, nil, func() {
			if l, ok := g.Current(); ok {
				d.Hide()
				p.openLetter(l)
			}
		}).Primary()
		see.SetEnabled(false)
		g.OnSelect = func() { _, ok := g.Current(); see.SetEnabled(ok) }
		g.OnOpen = func(l Letter) { d.Hide(); p.openLetter(l) }
		d = kit.ShowModal(p.host.Canvas(), words.RemindLog, g, fyne.NewSize(860, 460), shut, see)
		d.OnCancel = shut.OnTapped
	})
}

func letterGrid(name string, list []Letter) *kit.Grid[Letter] {
	g := kit.NewGrid(name,
		kit.Column[Letter]{Key: "day", Title: words.RemindDay, Width: 84, Text: func(l Letter) string { return l.Day.Slash() }},
		kit.Column[Letter]{Key: "round", Title: words.RemindRound, Width: 40, Align: fyne.TextAlignTrailing, Text: func(l Letter) string { return words.Count(l.Round) }},
		kit.Column[Letter]{Key: "about", Title: words.RemindAbout, Width: 140, Text: Letter.About},
		kit.Column[Letter]{Key: "number", Title: words.LetterLabel, Width: 110, Text: func(l Letter) string { return l.Number }},
		kit.Column[Letter]{Key: "deadline", Title: words.UntilLabel, Width: 84, Text: func(l Letter) string { return l.Deadline.Slash() }},
		kit.Column[Letter]{Key: "count", Title: words.RemindCount, Width: 62, Align: fyne.TextAlignTrailing, Text: func(l Letter) string { return words.Count(len(l.Units)) }},
		kit.Column[Letter]{Key: "units", Title: words.ReportUnit, Width: 200, Grow: true, Text: func(l Letter) string { return l.Names }},
		kit.Column[Letter]{Key: "who", Title: words.HistoryOfficer, Width: 100, Text: func(l Letter) string { return l.Officer }},
	)
	g.SetRows(list)
	return g
}

// openLetter goes to the paper of a reminder, as it was sent.
func (p *Page) openLetter(l Letter) {
	m, _ := p.state.Movement()
	p.host.Go(kit.To(words.RoutePrint, "mau", "cong-van-don-doc", "phong-trao", m.Code, "nam", kit.IDText(int64(l.Year)), "don-doc", kit.IDText(l.ID)))
}

// reminded is the tab of the reminders one report got.
func (p *Page) reminded(f office.ReportFile) fyne.CanvasObject {
	g := letterGrid("report-reminded", Letters(f.Reminders, p.units))
	g.OnOpen = p.openLetter
	g.SetEmpty(kit.Para(words.RemindNever, kit.Soft))
	return g
}

// heirChoice asks which of a unit's successors take its duty over.
func (p *Page) heirChoice(heirs []registry.UnitID) (control fyne.CanvasObject, chosen func() []registry.UnitID) {
	checks := make([]*widget.Check, len(heirs))
	box := container.NewVBox()
	for i, id := range heirs {
		checks[i] = widget.NewCheck(p.names([]registry.UnitID{id}), nil)
		checks[i].Checked = true
		box.Add(checks[i])
	}
	return box, func() (out []registry.UnitID) {
		for i, c := range checks {
			if c.Checked {
				out = append(out, heirs[i])
			}
		}
		return out
	}
}
