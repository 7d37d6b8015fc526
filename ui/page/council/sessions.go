package council

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	sitting "thidua/model/council"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sessions is the tab of sessions: the list, and the one in hand.
type sessions struct {
	p     *Page
	state State
	slot  task.Slot
	one   task.Slot
	all   fyne.CanvasObject

	movement *kit.Select
	grid     *kit.Grid[sitting.Session]
	actions  *fyne.Container
	detail   *kit.Detail
	parts    *kit.Tabs
	part     int
	// fresh is what shows the session in hand anew after a change of it, part by part.
	fresh []func()
	// inRound is the same for the round of votes shown, which is drawn anew with it.
	inRound []func()
	save    *kit.Button
	drop    *kit.Button // goes back to what is saved
	mark    *kit.Chip
	kept    *kit.Chip
	pause   task.Pause // before what is typed is laid by
	// begins is where the entry of a round begins, votes where that of a case does.
	begins, votes fyne.CanvasObject
}

func newSessions(p *Page) *sessions {
	v := &sessions{p: p, parts: kit.NewTabs()}
	v.movement = kit.NewSelect(words.SessionsAllMoves, func(k string) {
		v.state.Movement = k
		p.host.Here(kit.To(words.RouteCouncil, "phong-trao", k, "phien", kit.IDText(v.state.ID)))
		v.list()
	})
	v.grid = kit.NewGrid("sessions",
		kit.Column[sitting.Session]{Key: "day", Title: words.SessionDay, Width: 86, Bold: true, Text: func(x sitting.Session) string { return x.Day.Slash() }},
		kit.Column[sitting.Session]{Key: "who", Title: words.SessionWhoMet, Width: 92, Grow: true, Text: func(x sitting.Session) string {
			if x.ByLetter {
				return words.SessionLetter
			}
			if x.Standing {
				return words.SessionStand
			}
			return words.VoteFull
		}},
		kit.Column[sitting.Session]{Key: "cases", Title: words.SessionCases, Width: 60, Align: fyne.TextAlignTrailing, Text: func(x sitting.Session) string { return words.Count(len(x.Agenda)) }},
		kit.Column[sitting.Session]{Key: "state", Title: words.SessionState, Width: 104, Chip: true, Text: StateOf, Tone: stateTone},
		kit.Column[sitting.Session]{Key: "council", Title: words.SessionCouncil, Width: 220, Text: func(x sitting.Session) string { return v.state.CouncilName(x.Council) }},
	)
	v.grid.ID = func(x sitting.Session) string { return kit.IDText(x.ID) }
	v.grid.OnSelect = func() {
		if x, ok := v.grid.Current(); ok && x.ID != v.state.ID {
			v.state.ID = x.ID
			p.host.Here(kit.To(words.RouteCouncil, "phong-trao", v.state.Movement, "phien", kit.IDText(x.ID)))
			v.open()
		}
	}
	v.grid.SetEmpty(kit.Empty(nil, words.SessionsNone, words.SessionsNoneText))
	begin := kit.NewButton(words.SessionNew, fynetheme.ContentAddIcon(), func() { v.begin() }).Primary()
	v.actions = container.NewHBox()
	v.detail = kit.NewDetail(v.actions)
	left := container.NewBorder(container.NewVBox(v.movement, container.NewHBox(begin)), nil, nil, nil, v.grid)
	v.all = kit.NewHSplit("sessions", 0.3, left, v.detail)
	v.nothing()
	return v
}

func stateTone(x sitting.Session) kit.Tone {
	switch StateOf(x) {
	case words.SessionClosed:
		return kit.Good
	case words.SessionVoted:
		return kit.Warn
	}
	return kit.Info
}

func (v *sessions) load() {
	task.Load(v.p.run, &v.slot, func(ctx context.Context) (s State, err error) {
		o := v.p.run.Office
		if s.Movements, err = o.Movements(ctx); err != nil {
			return s, err
		}
		if s.Catalogue, err = o.Catalogue(ctx); err != nil {
			return s, err
		}
		if s.Councils, err = o.Councils(ctx); err != nil {
			return s, err
		}
		s.Sessions, err = o.Sessions(ctx, "")
		return s, err
	}, func(r State) {
		s := &v.state
		s.Movements, s.Catalogue, s.Councils, s.Sessions = r.Movements, r.Catalogue, r.Councils, r.Sessions
		v.movement.SetChoices(noun.Movements(s.Movements, words.SessionsAllMoves))
		v.movement.SetKey(s.Movement)
		v.list()
		v.open()
	})
}

func (v *sessions) list() {
	v.grid.SetRows(v.state.Shown())
	if v.state.ID != 0 {
		v.grid.SelectID(kit.IDText(v.state.ID))
	}
}

// lay keeps what was entered and not saved, so that neither another page nor a power
// cut takes it; then goes on.
func (v *sessions) lay(then func()) {
	v.pause.Stop()
	x, done, ok := v.state.Lay()
	if !ok {
		if then != nil {
			then()
		}
		return
	}
	fail := func(err error) { v.p.host.Say(kit.Bad, modelwords.Say(err), nil) } // it stays in hand; the next key tries again
	task.Do(v.p.run, task.Job{Title: words.SessionLay, Fault: fail}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		return struct{}{}, v.p.run.Office.KeepTyped(ctx, x)
	}, func(struct{}) {
		done()
		v.marks()
		if then != nil {
			then()
		}
	})
}

// open reads the session chosen, once what was entered of another is laid by.
func (v *sessions) open() {
	if v.state.Work.ID != v.state.ID {
		v.lay(v.read)
		return
	}
	v.read()
}

func (v *sessions) read() {
	id := v.state.ID
	if id == 0 {
		v.nothing()
		return
	}
	v.one.Fault = func(error) { // it was taken off, or its opening taken back
		v.state.ID = 0
		v.nothing()
	}
	task.Load(v.p.run, &v.one, func(ctx context.Context) (office.SessionFile, error) { return v.p.run.Office.Session(ctx, id) },
		func(f office.SessionFile) {
			back, lost := v.state.Hold(f)
			switch {
			case lost:
				v.p.host.Say(kit.Warn, words.SessionChanged, nil)
				v.untype(nil)
			case back:
				v.p.host.Say(kit.Info, words.Fill(words.SessionBack, f.Typed.Day.Slash(), f.Typed.Officer), nil)
			}
			v.draw()
		})
}

func (v *sessions) nothing() {
	v.one.Stop()
	v.fresh = nil
	v.actions.RemoveAll()
	v.actions.Refresh()
	v.detail.Wait(words.SessionsPick, words.SessionsPickText)
}

// draw shows the session in hand; after it, changes are shown by refresh.
func (v *sessions) draw() {
	x := v.state.Work
	v.part = v.parts.At()
	v.fresh = nil
	v.buttons()
	title := widget.NewLabelWithStyle(v.state.TitleOf(x), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Truncation = fyne.TextTruncateEllipsis
	v.mark, v.kept = kit.NewChip("", kit.Quiet), kit.NewChip("", kit.Quiet)
	v.drop = kit.NewButton(words.SessionForget, fynetheme.ContentUndoIcon(), v.forget)
	saved := v.state.File.Session
	chips := container.NewHBox(kit.NewChip(StateOf(saved), stateTone(saved)), v.mark, v.kept, v.drop)
	v.parts = kit.NewTabs()
	v.parts.Add(words.SessionTabFacts, v.factsPart())
	v.parts.Add(words.SessionTabAgenda, v.agendaPart())
	v.parts.Add(words.SessionTabRoll, v.rollPart())
	v.parts.Add(words.SessionTabRound, v.roundPart())
	v.parts.Add(words.SessionTabResult, v.resultPart())
	v.parts.Add(words.SessionTabHistory, noun.History(v.state.File.History))
	v.parts.Open(v.part)
	v.detail.Put(kit.Panel(container.NewBorder(container.NewBorder(nil, nil, nil, container.NewCenter(chips), title), nil, nil, nil, v.parts)))
	v.refresh()
}

func (v *sessions) buttons() {
	v.actions.RemoveAll()
	if !v.state.Closed() {
		v.save = kit.NewButton(words.SessionSave, fynetheme.DocumentSaveIcon(), func() { v.store(nil) }).Primary()
		v.actions.Add(v.save)
		v.actions.Add(kit.NewButton(words.SessionClose, fynetheme.ConfirmIcon(), v.close))
		v.actions.Add(kit.NewButton(words.SessionDrop, fynetheme.DeleteIcon(), v.takeOff))
	}
	for _, x := range [][2]string{{"phieu-bau", words.PaperBallot}, {"bien-ban-kiem-phieu", words.PaperCount}, {"bien-ban-hop", words.PaperMinutes}} {
		v.actions.Add(kit.NewButton(x[1], fynetheme.DocumentPrintIcon(), func() { v.print(x[0]) }))
	}
	v.actions.Refresh()
}

// marks shows whether what was entered holds, and whether it is saved.
func (v *sessions) marks() {
	s := &v.state
	faults, missing := Typed(s.Faults())
	if v.save != nil {
		v.save.SetEnabled(s.Dirty)
	}
	switch {
	case len(faults) > 0:
		v.mark.Set(words.Fill(words.SessionWrong, len(faults)), kit.Bad)
	case missing > 0:
		v.mark.Set(words.Fill(words.SessionMissing, missing), kit.Warn)
	case s.Dirty:
		v.mark.Set(words.SessionUnsaved, kit.Warn)
	case len(s.Work.Rounds) > 0:
		v.mark.Set(words.SessionRight, kit.Good)
	}
	v.mark.Show()
	if v.mark.Text == "" {
		v.mark.Hide()
	}
	v.kept.Set(words.SessionKept, kit.Quiet)
	show(v.kept, s.Dirty && s.Kept)
	show(v.drop, s.Dirty)
}

// refresh shows what changed of the session in hand: faults at their fields, sums,
// results, and whether it is saved. What was entered is laid by when the hand rests.
func (v *sessions) refresh() {
	s := &v.state
	v.marks()
	if s.Dirty && !s.Kept {
		v.pause.Then(v.p.run, func() { v.lay(nil) })
	}
	faults, _ := Typed(s.Faults())
	rounds, others := OfRounds(faults)
	count := func(at int, name string, n int) {
		if n > 0 {
			name = words.Fill(words.SessionTabFaulty, name, n)
		}
		v.parts.Rename(at, name)
	}
	agenda, roll := FaultsAt(others, "agenda"), append(FaultsAt(others, "attendance"), FaultsAt(others, "presider")...)
	count(0, words.SessionTabFacts, len(others)-len(agenda)-len(roll))
	count(1, words.Fill(words.SessionTabCount, words.SessionTabAgenda, len(s.Work.Agenda)), len(agenda))
	count(2, words.SessionTabRoll, len(roll))
	count(3, words.SessionTabRound, len(rounds))
	for _, f := range v.fresh {
		f()
	}
}

// changed edits the session in hand and shows it.
func (v *sessions) changed(edit func(*sitting.Session)) {
	v.state.Change(edit)
	v.refresh()
}

// store saves the session in hand, if it changed, and goes on with then.
func (v *sessions) store(then func()) {
	if !v.state.Dirty {
		if then != nil {
			then()
		}
		return
	}
	v.pause.Stop()
	x := deep(v.state.Work)
	task.Do(v.p.run, task.Job{Title: words.SessionSave}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return v.p.run.Office.SaveSession(ctx, &x)
	}, func(e audit.Entry) {
		v.state.Dirty = false
		v.p.host.Done(words.Fill(words.SessionSaved, x.Day.Slash()), e.ID)
		if then != nil {
			then()
		}
	})
}

func (v *sessions) close() {
	v.store(func() {
		_, passed, failed, tied, open := v.state.Results()
		x := v.state.Work
		text := words.Fill(words.SessionCloseAsk, x.Day.Slash(), passed, failed+tied+open)
		kit.Confirm(v.p.host.Canvas(), words.SessionClose, text, words.SessionCloseDo, false, func() {
			task.Do(v.p.run, task.Job{Title: words.SessionClose}, func(ctx context.Context, _ office.Progress) (e audit.Entry, err error) {
				_, e, err = v.p.run.Office.CloseSession(ctx, x.ID)
				return e, err
			}, func(e audit.Entry) {
				v.parts.Open(4)
				v.p.host.Done(words.Fill(words.SessionDone, x.Day.Slash()), e.ID)
			})
		})
	})
}

// forget goes back to the session as it is saved.
func (v *sessions) forget() {
	kit.Confirm(v.p.host.Canvas(), words.SessionForget, words.SessionForgetAsk, words.SessionForgetDo, true, func() {
		v.untype(func() {
			v.state.Drop()
			v.draw()
		})
	})
}

// untype forgets what was laid by of the session in hand.
func (v *sessions) untype(then func()) {
	v.pause.Stop()
	id := v.state.File.Session.ID
	task.Do(v.p.run, task.Job{Title: words.SessionForget}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		return struct{}{}, v.p.run.Office.DropTyped(ctx, id)
	}, func(struct{}) {
		if then != nil {
			then()
		}
	})
}

func (v *sessions) takeOff() {
	x := v.state.File.Session
	kit.Confirm(v.p.host.Canvas(), words.SessionDrop, words.Fill(words.SessionDropAsk, x.Day.Slash()), words.SessionDropDo, true, func() {
		task.Do(v.p.run, task.Job{Title: words.SessionDrop}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return v.p.run.Office.DropSession(ctx, x.ID)
		}, func(e audit.Entry) {
			v.state.Dirty = false
			v.p.host.Done(words.Fill(words.SessionDropped, x.Day.Slash()), e.ID)
		})
	})
}

// print goes to a paper of the session, whose pages are seen there before they are
// printed. What was entered is saved first: a paper never prints what is not kept.
func (v *sessions) print(form string) {
	v.store(func() {
		x := v.state.Work
		v.p.host.Go(kit.To(words.RoutePrint, "mau", form, "phong-trao", v.state.MovementCode(x.Movement), "phien", kit.IDText(x.ID)))
	})
}
