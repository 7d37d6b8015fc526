package decisions

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// chooser is the part both dialogs share: a movement, an award with how many wait,
// and the dossiers, all chosen until somebody leaves one out.
type chooser struct {
	p        *Page
	above    bool
	movement *kit.Select
	award    *kit.Select
	grid     *kit.Grid[dossier.Dossier]
	counted  *canvas.Text
	count    func(string)
	pending  []Pending
	slot     task.Slot
	filled   func() // after the list changed
}

func (p *Page) newChooser(above bool) *chooser {
	c := &chooser{p: p, above: above, filled: func() {}}
	c.movement = kit.NewSelect(words.DecisionMove, func(string) { c.load() })
	c.award = kit.NewSelect(words.DecisionAward, func(string) { c.fill() })
	c.grid = kit.NewGrid("decision-choose",
		kit.Column[dossier.Dossier]{Key: "name", Title: words.ItemName, Width: 230, Bold: true, Text: func(d dossier.Dossier) string { return d.Name }},
		kit.Column[dossier.Dossier]{Key: "kind", Title: words.ItemKind, Width: 90, Text: func(d dossier.Dossier) string { return viet.FirstCapital(d.Kind.String()) }},
		kit.Column[dossier.Dossier]{Key: "unit", Title: words.DossierUnit, Width: 230, Grow: true, Text: func(d dossier.Dossier) string { return d.UnitText }},
		kit.Column[dossier.Dossier]{Key: "stage", Title: words.DossierStage, Width: 140, Text: func(d dossier.Dossier) string { return d.Stage.String() }},
	)
	c.grid.Multi = true
	c.grid.ID = func(d dossier.Dossier) string { return kit.IDText(d.ID) }
	none := words.DraftNone
	if above {
		none = words.ReceiveNone
	}
	c.grid.SetEmpty(kit.Empty(nil, none, words.DraftNoneText))
	c.counted = kit.Text("", kit.Soft)
	c.count = func(s string) { c.counted.Text = s; c.counted.Refresh() }
	c.grid.OnSelect = func() {
		c.count(words.Fill(words.DraftChosen, len(c.grid.SelectedIndexes()), c.grid.Len()))
		c.filled()
	}
	moves := noun.Movements(p.state.Movements, "")
	c.movement.SetChoices(moves)
	switch {
	case p.state.Movement != "":
		c.movement.SetKey(p.state.Movement)
	case len(moves) > 0:
		c.movement.SetKey(moves[0].Key)
	}
	return c
}

// content is the two choices over the list; what stands over and under them is the dialog's.
func (c *chooser) content(over, under fyne.CanvasObject) fyne.CanvasObject {
	head := container.NewVBox(container.NewGridWithColumns(2, c.movement, c.award))
	if over != nil {
		head.Add(over)
	}
	foot := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewCenter(c.counted), kit.Note(words.DraftPickIs)))
	if under != nil {
		foot.Add(under)
	}
	return container.NewBorder(head, foot, nil, nil, c.grid)
}

func (c *chooser) load() {
	code := c.movement.Key()
	var id int64
	for _, m := range c.p.state.Movements {
		if m.Code == code {
			id = m.ID
		}
	}
	stages := []dossier.Stage{dossier.Submitted}
	if !c.above {
		stages = append(stages, dossier.Passed)
	}
	task.Load(c.p.run, &c.slot, func(ctx context.Context) ([]dossier.Dossier, error) {
		return c.p.run.Office.Dossiers(ctx, office.DossierFilter{Movement: id, Stages: stages})
	}, func(list []dossier.Dossier) {
		c.pending = c.p.state.Waiting(list, id, c.above)
		var cs []kit.Choice
		for _, p := range c.pending {
			cs = append(cs, kit.Choice{Key: p.Award.Code, Label: words.Fill(words.DraftAwardN, p.Award.Name, len(p.Dossiers))})
		}
		c.award.SetChoices(cs)
		if c.award.Key() == "" && len(cs) > 0 {
			c.award.SetKey(cs[0].Key)
		}
		c.fill()
	})
}

func (c *chooser) fill() {
	var rows []dossier.Dossier
	for _, p := range c.pending {
		if p.Award.Code == c.award.Key() {
			rows = p.Dossiers
		}
	}
	c.grid.SetRows(rows)
	c.grid.SelectAll()
	c.grid.OnSelect()
}

func (c *chooser) ids() []int64 {
	var out []int64
	for _, d := range c.grid.Selected() {
		out = append(out, d.ID)
	}
	return out
}

// draft draws up a decision from what the council passed.
func (p *Page) draft() {
	if p.state.Catalogue == nil {
		return
	}
	c := p.newChooser(false)
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	make := kit.NewButton(words.DraftMake, nil, nil).Primary()
	make.OnTapped = func() {
		move, award, ids := c.movement.Key(), c.award.Key(), c.ids()
		make.Disable()
		task.Do(p.run, task.Job{Title: words.DraftTitle, Always: func() { make.Enable() }}, func(ctx context.Context, _ office.Progress) (r drawn, err error) {
			r.d, r.e, err = p.run.Office.DraftOf(ctx, move, award, ids)
			return r, err
		}, func(r drawn) {
			m.Hide()
			p.present(r, words.Fill(words.DraftDone, len(r.d.Items)))
		})
	}
	c.filled = func() { make.SetEnabled(len(c.grid.SelectedIndexes()) > 0) }
	m = kit.ShowModal(p.host.Canvas(), words.DraftTitle, c.content(nil, nil), fyne.NewSize(860, 520), cancel, make)
	m.OnCancel = cancel.OnTapped
	c.load()
}

// drawn is a decision that was just made, with its line of the log.
type drawn struct {
	d decision.Decision
	e audit.Entry
}

// present shows the decision that was made, whatever the list is narrowed to.
func (p *Page) present(r drawn, said string) {
	p.host.Done(said, r.e.ID)
	p.state.Text = ""
	p.tab = 0
	p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(r.d.ID)))
}

// receive enters a decision that came from above.
func (p *Page) receive() {
	if p.state.Catalogue == nil {
		return
	}
	c := p.newChooser(true)
	number, signer := kit.NewEntry(), kit.NewEntry()
	date := kit.NewDateEntry(p.run.Office.Today(), false)
	var scan *office.Attachment
	file := kit.Text("", kit.Soft)
	pick := kit.NewButton(words.DecisionAttach, fynetheme.MailAttachmentIcon(), func() {
		p.pickScan(func(a office.Attachment) {
			scan = &a
			file.Text = a.Name
			file.Refresh()
		})
	})
	form := kit.NewForm(
		&kit.Field{Key: "number", Label: words.DecisionNumber, Required: true, Control: number},
		&kit.Field{Key: "date", Label: words.DecisionDate, Required: true, Control: container.NewHBox(date)},
		&kit.Field{Key: "signer", Label: words.DecisionSigner, Control: signer},
		&kit.Field{Key: "scan", Label: words.ReceiveScan, Control: kit.Bar(pick, file)},
	)
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	enter := kit.NewButton(words.ReceiveDo, nil, nil).Primary()
	enter.OnTapped = func() {
		if err := form.Dates(); err != nil {
			form.ShowFaults(err, modelwords.Say)
			return
		}
		a := office.Arrived{Movement: c.movement.Key(), Award: c.award.Key(), Number: number.Text, Date: date.Value(), Signer: signer.Text, Dossiers: c.ids(), Scan: scan}
		task.Do(p.run, task.Job{Title: words.ReceiveTitle, Fault: func(err error) { form.ShowFaults(err, modelwords.Say) }}, func(ctx context.Context, _ office.Progress) (r drawn, err error) {
			r.d, r.e, err = p.run.Office.Receive(ctx, a)
			return r, err
		}, func(r drawn) {
			m.Hide()
			p.present(r, words.Fill(words.ReceiveDone, r.d.Number))
		})
	}
	c.filled = func() { enter.SetEnabled(len(c.grid.SelectedIndexes()) > 0) }
	m = kit.ShowModal(p.host.Canvas(), words.ReceiveTitle, c.content(kit.Note(words.ReceiveIs), form), fyne.NewSize(860, 600), cancel, enter)
	m.OnCancel = cancel.OnTapped
	c.load()
}

// pickScan asks for the scan of a signed paper and reads it.
func (p *Page) pickScan(done func(office.Attachment)) {
	kinds := []kit.FileKind{{Name: words.DecisionKinds, Patterns: []string{"*.pdf", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff"}}}
	p.host.PickFiles(words.DecisionAttach, false, kinds, func(paths []string) {
		path := paths[0]
		task.Aside(p.run, func() ([]byte, error) { return p.host.ReadFile(path) }, func(data []byte, err error) {
			if err != nil {
				p.host.Say(kit.Bad, modelwords.Say(err), nil)
				return
			}
			done(office.Attachment{Name: filepath.Base(path), Data: data})
		})
	})
}
