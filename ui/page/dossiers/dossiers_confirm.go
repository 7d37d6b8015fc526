package dossiers

import (
	"context"
	"net/http"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// confirmations shows what other bodies were asked about a dossier and answered,
// and what is pending against the nominee.
func (p *Page) confirmations(s sheet) fyne.CanvasObject {
	d := s.Dossier
	today := p.state.Today
	g := kit.NewGrid("confirmations",
		kit.Column[dossier.Confirmation]{Key: "body", Title: words.ConfirmBody, Width: 130, Grow: true, Text: func(c dossier.Confirmation) string { return registry.NameOf(dossier.BodyNames, c.Body) }},
		kit.Column[dossier.Confirmation]{Key: "result", Title: words.ConfirmResult, Width: 112, Chip: true, Text: func(c dossier.Confirmation) string { return Answer(c, today) },
			Tone: func(c dossier.Confirmation) kit.Tone { return AnswerTone(c, today) }},
		kit.Column[dossier.Confirmation]{Key: "until", Title: words.ConfirmUntil, Width: 100, Text: func(c dossier.Confirmation) string { return c.ValidUntil.Slash() },
			Tone: func(c dossier.Confirmation) kit.Tone { return AnswerTone(c, today) }},
		kit.Column[dossier.Confirmation]{Key: "asked", Title: words.ConfirmAsked, Width: 88, Text: func(c dossier.Confirmation) string { return c.Asked.Slash() }},
		kit.Column[dossier.Confirmation]{Key: "number", Title: words.ConfirmNumber, Width: 110, Text: func(c dossier.Confirmation) string { return c.Number }},
		kit.Column[dossier.Confirmation]{Key: "answered", Title: words.ConfirmAnswered, Width: 88, Text: func(c dossier.Confirmation) string { return c.Answered.Slash() }},
		kit.Column[dossier.Confirmation]{Key: "answer", Title: words.ConfirmAnswer, Width: 120, Text: func(c dossier.Confirmation) string { return c.Answer }},
		kit.Column[dossier.Confirmation]{Key: "note", Title: words.ConfirmNote, Width: 320, Text: func(c dossier.Confirmation) string { return c.Note }},
	)
	g.ID = func(c dossier.Confirmation) string { return kit.IDText(c.ID) }
	g.SetEmpty(kit.Empty(nil, words.ConfirmNone, words.ConfirmNoneTx))
	about := container.NewVBox()
	g.OnSelect = func() {
		about.RemoveAll()
		if c, ok := g.Current(); ok && c.Note != "" {
			about.Add(kit.Para(c.Note, AnswerTone(c, today)))
		}
		about.Refresh()
	}
	g.OnOpen = func(c dossier.Confirmation) { p.answer([]int64{d.ID}, c.Body) }
	g.SetRows(s.Confirmations)
	body := func() string {
		c, _ := g.Current()
		return c.Body
	}
	acts := container.NewHBox(
		kit.NewButton(words.ConfirmAsk, nil, func() { p.ask([]int64{d.ID}) }),
		kit.NewButton(words.ConfirmEnter, nil, func() { p.answer([]int64{d.ID}, body()) }),
		kit.NewMenuButton(words.PaperMore,
			fyne.NewMenuItem(words.ConfirmLetter, func() { p.print("cong-van-xac-minh", 0) }),
			fyne.NewMenuItem(words.ConfirmScan, func() {
				if c, ok := g.Current(); ok && c.File != "" {
					p.openScan(c.File)
					return
				}
				p.host.Say(kit.Warn, words.ConfirmNoScan, nil)
			}),
			fyne.NewMenuItem(words.MatterAdd, func() { p.nominee(d.Nominee) }),
		).Button,
	)
	return container.NewBorder(nil, p.matters(s), nil, nil, container.NewBorder(nil, container.NewVBox(about, acts), nil, nil, g))
}

// nominee opens the nominee's file in the register, where what bars them is written.
func (p *Page) nominee(id int64) {
	p.host.Go(kit.To(words.RouteRegister, "muc", "doi-tuong", "nguoi", kit.IDText(id)))
}

// matters lists what bars or delays commending the nominee.
func (p *Page) matters(s sheet) fyne.CanvasObject {
	box := kit.Stacked()
	for _, m := range s.Matters {
		tone := kit.Quiet
		if m.Pending(p.state.Today) {
			tone = kit.Bad
		}
		box.Add(widget.NewSeparator())
		box.Add(container.NewBorder(nil, nil, container.NewCenter(kit.NewChip(MatterState(m, p.state.Today), tone)),
			kit.NewButton(words.Edit, nil, func() { p.nominee(m.Nominee) }).Flat(), kit.Para(viet.FirstCapital(registry.NameOf(dossier.MatterNames, m.Kind)), kit.Plain)))
		box.Add(kit.NewFacts(kit.Fact{Label: words.MatterOpened, Value: m.Opened.Slash()}, kit.Fact{Label: words.MatterSource, Value: m.Source}))
	}
	return box
}

// ask notes that a body is asked about dossiers: one letter with its list.
func (p *Page) ask(ids []int64) {
	bodies, number, day := bodySelect(""), kit.NewEntry(), kit.NewDateEntry(p.state.Today, false)
	day.SetDate(p.state.Today)
	form := kit.NewForm(
		&kit.Field{Key: "body", Label: words.ConfirmBody, Required: true, Control: bodies},
		&kit.Field{Key: "number", Label: words.ConfirmNumber, Hint: words.ConfirmBlank, Control: number},
		&kit.Field{Key: "day", Label: words.ConfirmAsked, Control: container.NewHBox(day)},
	)
	kit.FormDialog(p.host.Canvas(), words.Fill(words.ConfirmAskN, len(ids)), form, 560, words.OK, modelwords.Say, func(done func(error)) {
		if bodies.Key() == "" {
			done(fault.New(fault.Invalid, "page.pick-body").At("body"))
			return
		}
		d := day.Value()
		type asked struct {
			list []dossier.Confirmation
			e    audit.Entry
		}
		task.Do(p.run, task.Job{Title: words.ConfirmAsk, Fault: done}, func(ctx context.Context, _ office.Progress) (a asked, err error) {
			a.list, a.e, err = p.run.Office.Ask(ctx, bodies.Key(), ids, number.Text, d)
			return a, err
		}, func(a asked) {
			done(nil)
			p.host.Done(words.Fill(words.ConfirmDone, bodies.Selected, len(a.list)), a.e.ID)
		})
	})
}

func bodySelect(key string) *kit.Select {
	s := kit.NewSelect("", nil)
	s.SetChoices(noun.Names(dossier.BodyNames))
	s.SetKey(key)
	return s
}

// answer enters what a body answered in one letter, for all of the dossiers it was
// asked about among those chosen.
func (p *Page) answer(ids []int64, body string) {
	bodies, result, number, note := bodySelect(body), kit.NewSelect("", nil), kit.NewEntry(), kit.NewTextArea(3)
	day, until := kit.NewDateEntry(p.state.Today, false), kit.NewDateEntry(p.state.Today, false)
	day.SetDate(p.state.Today)
	result.SetChoices(noun.Names(dossier.ResultNames))
	result.SetKey(dossier.Agreed)
	var path string
	scan := kit.NewButton(words.ConfirmPick, nil, nil)
	scan.OnTapped = func() {
		p.host.PickFiles(words.ConfirmPick, false, []kit.FileKind{{Name: words.PaperFiles, Patterns: []string{"*.pdf", "*.jpg", "*.jpeg", "*.png"}}}, func(paths []string) {
			path = paths[0]
			scan.SetText(filepath.Base(path))
		})
	}
	form := kit.NewForm(
		&kit.Field{Key: "body", Label: words.ConfirmBody, Required: true, Control: bodies},
		&kit.Field{Key: "result", Label: words.ConfirmResult, Required: true, Control: result},
		&kit.Field{Key: "note", Label: words.ConfirmNote, Hint: words.ConfirmNoteTx, Control: note},
		&kit.Field{Key: "number", Label: words.ConfirmAnswer, Control: number},
		&kit.Field{Key: "day", Label: words.ConfirmAnswered, Control: container.NewHBox(day)},
		&kit.Field{Key: "valid_until", Label: words.ConfirmUntil, Hint: words.ConfirmForever, Control: container.NewHBox(until)},
		&kit.Field{Key: "scan", Label: words.ConfirmScanOf, Control: container.NewHBox(scan)},
	)
	kit.FormDialog(p.host.Canvas(), words.Fill(words.ConfirmEnterN, len(ids)), form, 600, words.Save, modelwords.Say, func(done func(error)) {
		if bodies.Key() == "" {
			done(fault.New(fault.Invalid, "page.pick-body").At("body"))
			return
		}
		d := day.Value()
		last := until.Value()
		a := office.Answer{Result: result.Key(), Number: number.Text, Day: d, ValidUntil: last, Note: note.Text}
		who := bodies.Key()
		type answered struct {
			n int
			e audit.Entry
		}
		task.Do(p.run, task.Job{Title: words.ConfirmEnter, Fault: done}, func(ctx context.Context, _ office.Progress) (x answered, err error) {
			open, err := p.waiting(ctx, ids, who)
			if err != nil {
				return x, err
			}
			if path != "" {
				data, err := p.host.ReadFile(path)
				if err != nil {
					return x, err
				}
				a.Scan = &office.Attachment{Name: filepath.Base(path), Data: data}
			}
			x.n = len(open)
			x.e, err = p.run.Office.Answered(ctx, open, a)
			return x, err
		}, func(x answered) {
			done(nil)
			p.host.Done(words.Fill(words.ConfirmSaved, bodies.Selected, x.n), x.e.ID)
		})
	})
}

// waiting finds what a body was asked about these dossiers: what it still owes an
// answer for, else what it answered last, which is then mended. It answers
// "page.not-asked" when it was not asked.
func (p *Page) waiting(ctx context.Context, ids []int64, body string) ([]int64, error) {
	var open, old []int64
	for _, code := range p.state.CodesOf(ids) {
		list, err := p.run.Office.Confirmations(ctx, code, body)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			switch {
			case !slices.Contains(ids, c.Dossier):
			case c.Answered == 0:
				open = append(open, c.ID)
			default:
				old = append(old, c.ID)
			}
		}
	}
	if len(open) == 0 {
		open = old
	}
	if len(open) == 0 {
		return nil, fault.New(fault.Invalid, "page.not-asked", registry.NameOf(dossier.BodyNames, body)).At("body")
	}
	return open, nil
}

// openScan hands a kept scan to the system's program for it.
func (p *Page) openScan(hash string) {
	task.Do(p.run, task.Job{Title: words.ConfirmScan}, func(ctx context.Context, _ office.Progress) (string, error) {
		data, err := p.run.Office.Kept(ctx, hash)
		kind := http.DetectContentType(data)
		return map[string]string{"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}[kind], err
	}, func(ending string) { p.openKept(hash, words.ConfirmScanFile+ending) })
}
