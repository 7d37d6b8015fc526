package plans

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
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

// act is one change, said with the button that takes it back; done is the form it
// came from, nil for none.
func (p *Page) act(title, said string, done func(error), change func(context.Context) (audit.Entry, error)) {
	task.Change(p.run, p.host, title, said, done, change)
}

// chosen are the lines selected; without one the page says so.
func (p *Page) chosen() (ids []int64, lines []office.PlanLine) {
	lines = p.list.Selected()
	for _, l := range lines {
		ids = append(ids, l.Plan.ID)
	}
	if len(ids) == 0 {
		p.host.Say(kit.Warn, words.PlansPickText, nil)
	}
	return ids, lines
}

// ask notes that every body that takes part was asked for its plan.
func (p *Page) ask() {
	code := p.code()
	if code == "" {
		return
	}
	due, letter := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewEntry()
	form := kit.NewForm(
		&kit.Field{Key: "due", Label: words.PlansAskDue, Required: true, Hint: words.PlansAskIs, Control: container.NewHBox(due)},
		&kit.Field{Key: "letter", Label: words.PlansAskHow, Control: letter},
	)
	type asked struct {
		n int
		e audit.Entry
	}
	kit.FormDialog(p.host.Canvas(), words.PlansAsk, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		d := due.Value()
		task.Do(p.run, task.Job{Title: words.PlansAsk, Fault: done}, func(ctx context.Context, _ office.Progress) (a asked, err error) {
			a.n, a.e, err = p.run.Office.AskPlans(ctx, code, d, letter.Text)
			return a, err
		}, func(a asked) {
			done(nil)
			if a.n == 0 {
				p.host.Say(kit.Info, words.PlansNoneLeft, nil)
				return
			}
			p.host.Done(words.Fill(words.PlansAsked, a.n), a.e.ID)
		})
	})
}

// addUnit puts one more unit on the list.
func (p *Page) addUnit() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	have := map[registry.UnitID]bool{}
	for _, l := range p.state.Lines {
		have[l.Plan.Unit] = true
	}
	var options []kit.Option
	for _, s := range p.units.On(p.run.Office.Today()) {
		if !have[s.ID] && s.Type != "tinh" {
			options = append(options, kit.Option{Key: strconv.FormatInt(s.ID, 10), Label: s.Name, Note: registry.NameOf(registry.GroupNames, s.Group)})
		}
	}
	kit.Pick(p.host.Canvas(), words.PlansAddUnit, words.Search, options, func(o kit.Option) {
		id := kit.ParseID(o.Key)
		plan := movement.UnitPlan{Movement: m.ID, Unit: id, Asked: p.run.Office.Today()}
		for _, l := range p.state.Lines { // due when the others' are
			plan.Due, plan.AskedBy = max(plan.Due, l.Plan.Due), l.Plan.AskedBy
		}
		task.Do(p.run, task.Job{Title: words.PlansAddUnit}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SavePlan(ctx, &plan, nil)
		}, func(e audit.Entry) {
			p.state.Open = plan.ID
			p.load()
			p.host.Done(words.Fill(words.PlansAdded, o.Label), e.ID)
		})
	})
}

// receive notes that a unit's plan came in, or corrects what was noted.
func (p *Page) receive() {
	l, ok := p.list.Current()
	if !ok {
		p.host.Say(kit.Warn, words.PlansPickText, nil)
		return
	}
	today := p.run.Office.Today()
	number, own, note := kit.NewEntry(), kit.NewTextArea(3), kit.NewTextArea(2)
	number.SetText(l.Plan.Number)
	own.SetText(OwnText(l.Plan.Criteria))
	note.SetText(l.Plan.Note)
	date, day := kit.NewDateEntry(today, false), kit.NewDateEntry(today, false)
	date.SetDate(l.Plan.Date)
	day.SetDate(l.Plan.Received)
	if l.Plan.Received == 0 {
		day.SetDate(today)
	}
	file := kit.NewFilePick(p.host, words.PickFile, l.Plan.FileName, []kit.FileKind{{Name: words.KindPapers, Patterns: []string{"*.pdf", "*.docx", "*.doc", "*.jpg", "*.png", "*.tif"}}})
	form := kit.NewForm(
		&kit.Field{Key: "number", Label: words.PlanNumber, Required: true, Control: number},
		&kit.Field{Key: "date", Label: words.PlanDate, Control: container.NewHBox(date)},
		&kit.Field{Key: "received", Label: words.PlanReceived, Hint: words.PlanDayIs, Control: container.NewHBox(day)},
		&kit.Field{Key: "file", Label: words.PlanFile, Control: file},
		&kit.Field{Key: "criteria", Label: words.PlanOwn, Hint: words.PlanOwnIs, Control: own},
		&kit.Field{Key: "note", Label: words.PlanNote, Control: note},
	)
	kit.FormDialog(p.host.Canvas(), strings.TrimSuffix(words.PlansReceive, "…")+" – "+l.Unit.Name, form, 620, words.Save, modelwords.Say, func(done func(error)) {
		d, r := date.Value(), day.Value()
		plan := l.Plan
		plan.Number, plan.Date, plan.Received, plan.Note = strings.TrimSpace(number.Text), d, r, strings.TrimSpace(note.Text)
		plan.Criteria = Own(own.Text, l.Plan.Criteria)
		p.act(words.PlansReceive, words.Fill(words.PlansReceived, l.Unit.Name), done, func(ctx context.Context) (audit.Entry, error) {
			a, err := p.attachment(file.Path)
			if err != nil {
				return audit.Entry{}, err
			}
			return p.run.Office.SavePlan(ctx, &plan, a)
		})
	})
}

// attachment reads a file chosen in a form; nil when none was.
func (p *Page) attachment(path string) (*office.Attachment, error) {
	if path == "" {
		return nil, nil
	}
	data, err := p.host.ReadFile(path)
	return &office.Attachment{Name: filepath.Base(path), Data: data}, err
}

// editOwn changes the criteria a unit added.
func (p *Page) editOwn(l office.PlanLine) {
	own := kit.NewTextArea(8)
	own.SetText(OwnText(l.Plan.Criteria))
	form := kit.NewForm(&kit.Field{Key: "criteria", Label: words.PlanOwn, Hint: words.PlanOwnIs, Control: own})
	kit.FormDialog(p.host.Canvas(), words.PlanOwnEdit, form, 680, words.Save, modelwords.Say, func(done func(error)) {
		plan := l.Plan
		plan.Criteria = Own(own.Text, l.Plan.Criteria)
		p.act(words.PlanOwnEdit, words.Fill(words.PlanOwnSaved, len(plan.Criteria), l.Unit.Name), done, func(ctx context.Context) (audit.Entry, error) {
			return p.run.Office.SavePlan(ctx, &plan, nil)
		})
	})
}

// score goes to the criteria by which the unit is scored, its own among them.
func (p *Page) score(l office.PlanLine) {
	p.host.Go(kit.To(words.RouteScoring, "phong-trao", p.code(), "phan", words.ScoringSetsKey, "don-vi", strconv.FormatInt(l.Plan.Unit, 10)))
}

// handOver chooses, in the open, who makes the plans that ended units owed.
func (p *Page) handOver() {
	ids, lines := p.chosen()
	if len(ids) == 0 {
		return
	}
	way, to, note := kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewTextArea(2)
	way.SetChoices(noun.Names(movement.HandoverNames))
	way.SetKey(movement.ToHeirs)
	hint := words.PlansPassIs
	if len(lines) == 1 && len(lines[0].Heirs) > 0 {
		hint += " " + words.Fill(words.PlanHeirIs, p.names(lines[0].Heirs))
	}
	fields := []*kit.Field{{Key: "way", Label: words.PlanWay, Required: true, Hint: hint, Control: way}}
	if len(lines) == 1 && len(lines[0].Heirs) > 1 { // one of several may take it alone
		heirs := []kit.Choice{{Key: "", Label: words.PlanWayAll}}
		for _, h := range lines[0].Heirs {
			heirs = append(heirs, kit.Choice{Key: strconv.FormatInt(h, 10), Label: p.names([]registry.UnitID{h})})
		}
		to.SetChoices(heirs)
		to.SetKey("")
		fields = append(fields, &kit.Field{Key: "to", Label: words.PlanWayTo, Control: to})
		way.OnChoose = func(key string) {
			if key == movement.ToHeirs {
				to.Enable()
			} else {
				to.Disable()
			}
		}
	}
	fields = append(fields, &kit.Field{Key: "note", Label: words.PlanNote, Control: note})
	kit.FormDialog(p.host.Canvas(), words.PlansPass, kit.NewForm(fields...), 600, words.Save, modelwords.Say, func(done func(error)) {
		h := movement.Handover{Way: way.Key(), Note: strings.TrimSpace(note.Text)}
		if id := kit.ParseID(to.Key()); id != 0 && h.Way == movement.ToHeirs {
			h.To = []registry.UnitID{id}
		}
		p.act(words.PlansPass, words.Fill(words.PlansPassed, len(ids)), done, func(ctx context.Context) (audit.Entry, error) {
			return p.run.Office.HandOverPlans(ctx, ids, h)
		})
	})
}

// drop takes units off the list that were asked by mistake.
func (p *Page) drop() {
	ids, _ := p.chosen()
	if len(ids) == 0 {
		return
	}
	kit.Confirm(p.host.Canvas(), words.PlansDrop, words.Fill(words.PlansDropAsk, len(ids)), words.PlansDrop, true, func() {
		p.act(words.PlansDrop, words.Fill(words.PlansDropped, len(ids)), nil, func(ctx context.Context) (audit.Entry, error) {
			return p.run.Office.DropPlans(ctx, ids)
		})
	})
}

// chase notes that exactly those who owe are reminded, and shows the letter.
func (p *Page) chase() {
	code := p.code()
	units := p.state.Chased(p.list.Selected())
	if code == "" {
		return
	}
	number, until, how := kit.NewEntry(), kit.NewDateEntry(p.run.Office.Today(), false), kit.NewSelect("", nil)
	how.SetChoices([]kit.Choice{{Key: "list", Label: words.SingleList}, {Key: "each", Label: words.SingleEach}})
	how.SetKey("list")
	form := kit.NewForm(
		&kit.Field{Key: "deadline", Label: words.PlanUntil, Hint: words.PlanUntilIs, Control: container.NewHBox(until)},
		&kit.Field{Key: "number", Label: words.PlanLetterNo, Control: number},
		&kit.Field{Key: "single", Label: words.SingleLabel, Hint: words.Fill(words.PlansChaseIs, len(units)), Control: how},
	)
	type reminded struct {
		r report.Reminder
		e audit.Entry
	}
	kit.FormDialog(p.host.Canvas(), words.PlansChase, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		d := until.Value()
		c := office.Chase{Movement: code, What: report.ForPlan, Units: units, Deadline: d, Number: strings.TrimSpace(number.Text), Single: how.Key() == "each"}
		task.Do(p.run, task.Job{Title: words.PlansChase, Fault: done}, func(ctx context.Context, _ office.Progress) (x reminded, err error) {
			x.r, x.e, err = p.run.Office.Remind(ctx, c)
			return x, err
		}, func(x reminded) {
			done(nil)
			p.letter(x.r.ID)
			p.host.Done(words.Fill(words.PlansChased, x.r.Round, len(x.r.Units)), x.e.ID)
		})
	})
}
