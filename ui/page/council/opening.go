package council

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	sitting "thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// picker is the list of appraised dossiers both dialogs choose from.
type picker struct {
	v     *sessions
	award *kit.Select
	grid  *kit.Grid[dossier.Dossier]
	count func(string)
	list  []dossier.Dossier
	slot  task.Slot
	ready func(bool)
}

func (v *sessions) newPicker() *picker {
	c := &picker{v: v, ready: func(bool) {}}
	c.award = kit.NewSelect(words.SessionAllAwards, func(string) { c.fill() })
	c.grid = kit.NewGrid("session-pick",
		kit.Column[dossier.Dossier]{Key: "name", Title: words.AgendaName, Width: 210, Bold: true, Text: func(d dossier.Dossier) string { return d.Name }},
		kit.Column[dossier.Dossier]{Key: "kind", Title: words.AgendaKind, Width: 90, Text: func(d dossier.Dossier) string { return viet.FirstCapital(d.Kind.String()) }},
		kit.Column[dossier.Dossier]{Key: "award", Title: words.AgendaAward, Width: 220, Text: func(d dossier.Dossier) string { return v.state.Catalogue.Name(d.Award) }},
		kit.Column[dossier.Dossier]{Key: "unit", Title: words.AgendaUnit, Width: 200, Grow: true, Text: func(d dossier.Dossier) string { return d.UnitText }},
	)
	c.grid.Multi = true
	c.grid.ID = func(d dossier.Dossier) string { return kit.IDText(d.ID) }
	c.grid.SetEmpty(kit.Empty(nil, words.SessionPickNone, words.SessionPickNoneT))
	c.grid.OnSelect = func() {
		n := len(c.grid.SelectedIndexes())
		c.count(words.Fill(words.SessionChosen, n, c.grid.Len()))
		c.ready(n > 0)
	}
	return c
}

// content is the choice of an award over the list, with how many are chosen under it.
func (c *picker) content(over fyne.CanvasObject) fyne.CanvasObject {
	counted := kit.Text("", kit.Soft)
	c.count = func(s string) { counted.Text = s; counted.Refresh() }
	head := container.NewVBox()
	if over != nil {
		head.Add(over)
	}
	head.Add(c.award)
	return container.NewBorder(head, container.NewBorder(nil, nil, nil, container.NewCenter(counted), kit.Note(words.SessionPickIs)), nil, nil, c.grid)
}

// load reads the appraised dossiers of a movement that are on no open agenda.
func (c *picker) load(movement int64) {
	taken := map[int64]bool{}
	for _, x := range c.v.state.Sessions {
		for _, it := range x.Agenda {
			taken[it.Dossier] = taken[it.Dossier] || x.Closed == 0
		}
	}
	for _, it := range c.v.state.Work.Agenda {
		taken[it.Dossier] = taken[it.Dossier] || c.v.state.Work.Movement == movement && c.v.state.Dirty
	}
	task.Load(c.v.p.run, &c.slot, func(ctx context.Context) ([]dossier.Dossier, error) {
		return c.v.p.run.Office.Dossiers(ctx, office.DossierFilter{Movement: movement, Stages: []dossier.Stage{dossier.Appraised}})
	}, func(list []dossier.Dossier) {
		c.list = nil
		count := map[string]int{}
		for _, d := range list {
			if !taken[d.ID] {
				c.list = append(c.list, d)
				count[d.Award]++
			}
		}
		cs := []kit.Choice{{Key: "", Label: words.SessionAllAwards}}
		for _, a := range c.v.state.Catalogue.Awards {
			if n := count[a.Code]; n > 0 {
				cs = append(cs, kit.Choice{Key: a.Code, Label: words.Fill(words.SessionTabCount, a.Name, n)})
			}
		}
		c.award.SetChoices(cs)
		c.fill()
	})
}

func (c *picker) fill() {
	var rows []dossier.Dossier
	for _, d := range c.list {
		if k := c.award.Key(); k == "" || d.Award == k {
			rows = append(rows, d)
		}
	}
	c.grid.SetRows(rows)
	c.grid.SelectAll()
	c.grid.OnSelect()
}

func (c *picker) ids() []int64 {
	var out []int64
	for _, d := range c.grid.Selected() {
		out = append(out, d.ID)
	}
	return out
}

// begin opens a session.
func (v *sessions) begin() {
	if v.state.Catalogue == nil {
		return
	}
	c := v.newPicker()
	day := kit.NewDateEntry(v.p.run.Office.Today(), false)
	day.SetDate(v.p.run.Office.Today())
	move := kit.NewSelect(words.ChooseOne, nil)
	var ms []kit.Choice
	for _, m := range v.state.Movements {
		ms = append(ms, kit.Choice{Key: kit.IDText(m.ID), Label: m.Name})
	}
	move.SetChoices(ms)
	if len(ms) > 0 {
		move.SetKey(ms[0].Key)
	}
	for _, m := range v.state.Movements {
		if m.Code == v.state.Movement {
			move.SetKey(kit.IDText(m.ID))
		}
	}
	move.OnChoose = func(k string) { c.load(kit.ParseID(k)) }
	board, who := kit.NewSelect("", nil), kit.NewSelect("", nil)
	bs := []kit.Choice{{Key: "", Label: words.SessionWhichIn}}
	for _, b := range v.state.Councils {
		bs = append(bs, kit.Choice{Key: kit.IDText(b.ID), Label: b.Name})
	}
	board.SetChoices(bs)
	board.SetKey("")
	who.SetChoices([]kit.Choice{{Key: "", Label: words.SessionWhole}, {Key: "tt", Label: words.SessionOnlyStand}})
	who.SetKey("")
	way := waySelect(false)
	begun, place := kit.EntryOf("", 1), kit.EntryOf("", 1)
	begun.SetPlaceHolder(words.SessionBegun)
	place.SetPlaceHolder(words.SessionPlace)
	form := kit.NewForm(
		&kit.Field{Key: "movement", Label: words.DecisionMove, Required: true, Control: move},
		&kit.Field{Key: "day", Label: words.SessionDay, Required: true, Control: container.NewBorder(nil, nil, day, nil, container.NewGridWithColumns(2, begun, place))},
		&kit.Field{Key: "council", Label: words.SessionWhich, Control: container.NewGridWithColumns(3, board, who, way)},
	)
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	open := kit.NewButton(words.SessionNewDo, nil, nil).Primary()
	open.OnTapped = func() {
		if err := form.Dates(); err != nil {
			form.ShowFaults(err, modelwords.Say)
			return
		}
		a := office.Agenda{Movement: v.state.MovementCode(kit.ParseID(move.Key())), Dossiers: c.ids(), Council: kit.ParseID(board.Key()), Day: day.Value(),
			Standing: who.Key() == "tt", ByLetter: way.Key() == byLetter, Begun: begun.Trimmed(), Place: place.Trimmed()}
		type opened struct {
			s sitting.Session
			e audit.Entry
		}
		task.Do(v.p.run, task.Job{Title: words.SessionNewTitle, Fault: func(err error) { form.ShowFaults(err, modelwords.Say) }}, func(ctx context.Context, _ office.Progress) (r opened, err error) {
			r.s, r.e, err = v.p.run.Office.OpenSession(ctx, a)
			return r, err
		}, func(r opened) {
			m.Hide()
			v.parts.Open(0)
			v.p.host.Done(words.Fill(words.SessionNewDone, r.s.Day.Slash(), len(r.s.Agenda)), r.e.ID)
			v.p.host.Go(kit.To(words.RouteCouncil, "phien", kit.IDText(r.s.ID)))
		})
	}
	c.ready = open.SetEnabled
	m = kit.ShowModal(v.p.host.Canvas(), words.SessionNewTitle, c.content(form), fyne.NewSize(900, 600), cancel, open)
	m.OnCancel = cancel.OnTapped
	c.load(kit.ParseID(move.Key()))
}

// addCases puts more appraised dossiers on the agenda of the session in hand.
func (v *sessions) addCases() {
	c := v.newPicker()
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	add := kit.NewButton(words.AgendaAddDo, nil, nil).Primary()
	add.OnTapped = func() {
		rows := c.grid.Selected()
		m.Hide()
		v.changed(func(x *sitting.Session) {
			for _, d := range rows {
				x.Agenda = append(x.Agenda, sitting.Item{Dossier: d.ID, Award: d.Award, Name: d.Name, AwardName: v.state.Catalogue.Name(d.Award)})
			}
		})
	}
	c.ready = add.SetEnabled
	m = kit.ShowModal(v.p.host.Canvas(), words.AgendaAdd, c.content(nil), fyne.NewSize(860, 520), cancel, add)
	m.OnCancel = cancel.OnTapped
	c.load(v.state.Work.Movement)
}
