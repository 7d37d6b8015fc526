package movements

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// advance takes the movement to another station of its life.
func (p *Page) advance(m movement.Movement) {
	status, day := noun.OneOf(movement.StatusNames, NextStatus(m.Status)), kit.NewDateEntry(p.run.Office.Today(), false)
	day.SetDate(p.run.Office.Today())
	form := kit.NewForm(
		&kit.Field{Key: "status", Label: words.MovementStatus, Required: true, Hint: words.AdvanceIs, Control: status},
		&kit.Field{Key: "day", Label: words.PhaseDate, Required: true, Control: container.NewHBox(day)},
	)
	kit.FormDialog(p.host.Canvas(), words.MovementAdvance, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		d := day.Value()
		task.Do(p.run, task.Job{Title: words.MovementAdvance, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			_, e, err := p.run.Office.Advance(ctx, m.Code, status.Key(), d)
			return e, err
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.MovementAdvanced, m.Code, registry.NameOf(movement.StatusNames, status.Key())), e.ID)
		})
	})
}

// phasesPart shows the stations in time: what was held and what is planned.
func (p *Page) phasesPart(m movement.Movement) fyne.CanvasObject {
	g := kit.NewGrid("movement-phases",
		kit.Column[movement.Phase]{Key: "name", Title: words.PhaseName, Width: 180, Text: func(x movement.Phase) string { return x.Name }},
		kit.Column[movement.Phase]{Key: "date", Title: words.PhaseDate, Width: 100, Text: func(x movement.Phase) string { return x.Date.Slash() }},
		kit.Column[movement.Phase]{Key: "note", Title: words.MovementNote, Width: 240, Grow: true, Text: func(x movement.Phase) string { return x.Note }},
	)
	g.SetEmpty(kit.Empty(nil, words.PhasesNone, words.PhasesNoneText))
	g.SetRows(m.Phases)
	return p.editable(g, words.PhaseAdd, len(m.Phases),
		func() { p.phase(m, -1) }, func(at int) { p.phase(m, at) },
		func(at int) { p.save(m, func(n *movement.Movement) { n.Phases = without(n.Phases, at) }) })
}

func (p *Page) phase(m movement.Movement, at int) {
	x, heading := movement.Phase{Code: "so_ket"}, words.PhaseAdd
	if at >= 0 {
		x, heading = m.Phases[at], words.PhaseEdit
	}
	code, name, note := noun.OneOf(movement.StatusNames[1:], x.Code), kit.EntryOf(x.Name, 1), kit.EntryOf(x.Note, 2)
	date := kit.NewDateEntry(p.run.Office.Today(), false)
	date.SetDate(x.Date)
	p.dialog(heading, kit.NewForm(
		&kit.Field{Key: "code", Label: words.PhaseKind, Control: code},
		&kit.Field{Key: "name", Label: words.PhaseName, Hint: words.PhaseNameIs, Control: name},
		&kit.Field{Key: "date", Label: words.PhaseDate, Required: true, Control: container.NewHBox(date)},
		&kit.Field{Key: "note", Label: words.MovementNote, Control: note},
	), m, func(n *movement.Movement) error {
		d := date.Value()
		x.Code, x.Name, x.Date, x.Note = code.Key(), strings.TrimSpace(name.Text), d, strings.TrimSpace(note.Text)
		if x.Name == "" {
			x.Name = registry.NameOf(movement.StatusNames, x.Code)
		}
		n.Phases = InTime(put(n.Phases, at, x))
		return nil
	})
}

// duty changes who reports what to whom, and by when.
func (p *Page) duty(m movement.Movement) {
	d := m.Duty
	every := noun.OneOf(dutyEverys, d.Every)
	number := func(n int) *kit.Entry {
		if n == 0 {
			return kit.EntryOf("", 1)
		}
		return kit.EntryOf(strconv.Itoa(n), 1)
	}
	to, day, month, before, closing, text := kit.EntryOf(d.To, 1), number(d.Day), number(d.Month), number(d.Before), number(d.Closing), kit.EntryOf(d.Text, 4)
	groups := groupChecks(d.Groups)
	p.dialog(words.DutyEdit, kit.NewForm(
		&kit.Field{Key: "every", Label: words.DutyEvery, Control: every},
		&kit.Field{Key: "to", Label: words.DutyTo, Control: to},
		&kit.Field{Key: "day", Label: words.DutyDay, Hint: words.DutyDayIs, Control: kit.Wide(80, day)},
		&kit.Field{Key: "month", Label: words.DutyMonth, Control: kit.Wide(80, month)},
		&kit.Field{Key: "before", Label: words.DutyBefore, Hint: words.DutyBeforeIs, Control: kit.Wide(80, before)},
		&kit.Field{Key: "closing", Label: words.DutyClosing, Hint: words.DutyClosingIs, Control: kit.Wide(80, closing)},
		&kit.Field{Key: "text", Label: words.GrantText, Control: text},
		&kit.Field{Key: "groups", Label: words.CriterionGroups, Hint: words.CriterionAll, Control: groups},
	), m, func(n *movement.Movement) error {
		next := movement.Duty{Every: every.Key(), To: strings.TrimSpace(to.Text), Text: strings.TrimSpace(text.Text), Groups: groupsChecked(groups)}
		var faults fault.List
		for _, f := range []struct {
			e     *kit.Entry
			into  *int
			most  int
			field string
		}{{day, &next.Day, 31, "day"}, {month, &next.Month, 12, "month"}, {before, &next.Before, 250, "before"}, {closing, &next.Closing, 250, "closing"}} {
			v, ok := whole(f.e.Text, f.most)
			if !ok {
				faults.Add(fault.New(fault.Invalid, "ui.whole-upto", f.most).At(f.field))
			}
			*f.into = v
		}
		if err := faults.OrNil(); err != nil {
			return err
		}
		n.Duty = next
		return nil
	})
}

// whole reads a whole number up to a bound; an empty field is 0.
func whole(text string, most int) (int, bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, true
	}
	v, err := strconv.Atoi(text)
	return v, err == nil && v >= 0 && v <= most
}

// work changes one item of who does what.
func (p *Page) work(m movement.Movement, at int) {
	t, heading := movement.Task{}, words.TaskAdd
	if at >= 0 {
		t, heading = m.Tasks[at], words.TaskEdit
	}
	who, what := kit.EntryOf(t.Who, 1), kit.EntryOf(t.What, 5)
	p.dialog(heading, kit.NewForm(
		&kit.Field{Key: "who", Label: words.TaskWho, Required: true, Control: who},
		&kit.Field{Key: "tasks", Label: words.TaskWhat, Required: true, Control: what},
	), m, func(n *movement.Movement) error {
		t := movement.Task{Who: strings.TrimSpace(who.Text), What: strings.TrimSpace(what.Text)}
		var faults fault.List
		if t.Who == "" {
			faults.Add(fault.New(fault.Invalid, "ui.empty").At("who"))
		}
		if t.What == "" {
			faults.Add(fault.New(fault.Invalid, "ui.empty").At("tasks"))
		}
		if err := faults.OrNil(); err != nil {
			return err
		}
		n.Tasks = put(n.Tasks, at, t)
		return nil
	})
}

func (p *Page) dutyPart(m movement.Movement) fyne.CanvasObject {
	due := ""
	if m.Duty.Month != 0 {
		due = words.Fill("{0}/{1}", m.Duty.Day, m.Duty.Month)
	}
	days := func(n int) string {
		if n == 0 {
			return ""
		}
		return words.Fill(words.DutyDays, n)
	}
	parts := []fyne.CanvasObject{kit.NewFacts(
		kit.Fact{Label: words.DutyEvery, Value: words.DutyEverys[m.Duty.Every]},
		kit.Fact{Label: words.DutyTo, Value: m.Duty.To},
		kit.Fact{Label: words.DutyBy, Value: due},
		kit.Fact{Label: words.DutyBefore, Value: days(m.Duty.Before)},
		kit.Fact{Label: words.DutyClosing, Value: days(m.Duty.Closing)},
		kit.Fact{Label: words.CriterionGroups, Value: GroupsText(m.Duty.Groups)},
	)}
	if m.Duty.Text != "" {
		parts = append(parts, kit.Para(m.Duty.Text, kit.Plain))
	}
	parts = append(parts, container.NewHBox(kit.NewButton(words.DutyEdit, fynetheme.DocumentCreateIcon(), func() { p.duty(m) })))
	g := kit.NewGrid("movement-tasks",
		kit.Column[movement.Task]{Key: "who", Title: words.TaskWho, Width: 220, Text: func(t movement.Task) string { return t.Who }},
		kit.Column[movement.Task]{Key: "what", Title: words.TaskWhat, Width: 300, Grow: true, Text: func(t movement.Task) string { return t.What }},
	)
	g.SetRows(m.Tasks)
	g.OnOpen = func(movement.Task) {
		if i := g.SelectedIndexes(); len(i) > 0 {
			p.work(m, i[0])
		}
	}
	tasks := p.editable(g, words.TaskAdd, len(m.Tasks), func() { p.work(m, -1) }, func(at int) { p.work(m, at) },
		func(at int) { p.save(m, func(n *movement.Movement) { n.Tasks = without(n.Tasks, at) }) })
	return kit.NewVSplit("movement-duty", 0.5, container.NewVScroll(kit.Stacked(parts...)), tasks)
}

// reference changes a document the movement rests on; the document itself may be kept.
func (p *Page) reference(m movement.Movement, at int) {
	r, heading := movement.Reference{Kind: "Kế hoạch"}, words.MovementRefAdd
	if at >= 0 {
		r, heading = m.Basis[at], words.MovementRefEdit
	}
	kind, number, body, about := kit.EntryOf(r.Kind, 1), kit.EntryOf(r.Number, 1), kit.EntryOf(r.Body, 1), kit.EntryOf(r.About, 3)
	date := kit.NewDateEntry(p.run.Office.Today(), false)
	date.SetDate(r.Date)
	kept := r.FileName
	if kept == "" && r.File != "" {
		kept = words.RefFile
	}
	file := kit.NewFilePick(p.host, words.PickFile, kept, []kit.FileKind{{Name: words.KindPapers, Patterns: []string{"*.pdf", "*.docx", "*.doc", "*.jpg", "*.png", "*.tif"}}})
	form := kit.NewForm(
		&kit.Field{Key: "kind", Label: words.RefKind, Required: true, Control: kind},
		&kit.Field{Key: "number", Label: words.RefNumber, Control: number},
		&kit.Field{Key: "date", Label: words.RefDate, Control: container.NewHBox(date)},
		&kit.Field{Key: "body", Label: words.RefBody, Control: body},
		&kit.Field{Key: "about", Label: words.RefAbout, Control: about},
		&kit.Field{Key: "file", Label: words.RefFile, Control: file},
	)
	kit.FormDialog(p.host.Canvas(), heading, form, 680, words.Save, modelwords.Say, func(done func(error)) {
		d := date.Value()
		next := r
		next.Kind, next.Number, next.Date, next.Body, next.About = strings.TrimSpace(kind.Text), strings.TrimSpace(number.Text), d, strings.TrimSpace(body.Text), strings.TrimSpace(about.Text)
		path := file.Path
		task.Do(p.run, task.Job{Title: heading, Fault: done}, func(ctx context.Context, _ office.Progress) (e audit.Entry, err error) {
			var a *office.Attachment
			if path != "" {
				data, err := p.host.ReadFile(path)
				if err != nil {
					return e, err
				}
				a = &office.Attachment{Name: filepath.Base(path), Data: data}
			}
			_, e, err = p.run.Office.SaveReference(ctx, m.Code, at, next, a)
			return e, err
		}, func(e audit.Entry) {
			done(nil)
			p.saved(m, e)
		})
	})
}
