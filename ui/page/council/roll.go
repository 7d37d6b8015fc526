package council

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// agendaPart lists the cases before the session.
func (v *sessions) agendaPart() fyne.CanvasObject {
	g := kit.NewGrid("session-agenda",
		kit.Column[Case]{Key: "name", Title: words.AgendaName, Width: 190, Bold: true, Text: func(c Case) string { return c.Name }},
		kit.Column[Case]{Key: "kind", Title: words.AgendaKind, Width: 90, Text: func(c Case) string { return viet.FirstCapital(c.Kind) }},
		kit.Column[Case]{Key: "award", Title: words.AgendaAward, Width: 180, Text: func(c Case) string { return c.AwardName }, Order: kit.ByText(func(c Case) string { return c.AwardName })},
		kit.Column[Case]{Key: "unit", Title: words.AgendaUnit, Width: 160, Grow: true, Text: func(c Case) string { return c.Unit }, Order: kit.ByText(func(c Case) string { return c.Unit })},
		kit.Column[Case]{Key: "stage", Title: words.AgendaStage, Width: 130, Text: func(c Case) string { return c.Stage }},
	)
	g.Multi = true
	g.ID = func(c Case) string { return kit.IDText(c.Dossier) }
	g.OnOpen = func(c Case) { v.p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(c.Dossier))) }
	faults := kit.Para("", kit.Bad)
	out := func() {
		var ids []int64
		for _, c := range g.Selected() {
			ids = append(ids, c.Dossier)
		}
		if len(ids) > 0 && !v.state.Closed() {
			v.state.TakeOut(ids)
			v.refresh()
		}
	}
	g.OnDelete = out
	add := kit.NewButton(words.AgendaAdd, fynetheme.ContentAddIcon(), func() { v.addCases() })
	less := kit.NewButton(words.AgendaOut, fynetheme.ContentRemoveIcon(), out)
	note := kit.Note(words.AgendaVotedIs)
	v.fresh = append(v.fresh, func() {
		g.SetRows(v.state.Agenda())
		open := !v.state.Closed() && len(v.state.Work.Rounds) == 0
		add.SetEnabled(open)
		less.SetEnabled(open)
		show(note, !open && !v.state.Closed())
		text := say(FaultsAt(v.state.Faults(), "agenda"))
		faults.SetText(text)
		show(faults, text != "")
	})
	bar := fyne.CanvasObject(container.NewHBox(add, less))
	if v.state.Closed() {
		bar = nil
	}
	return container.NewBorder(bar, kit.Stacked(note, faults), nil, nil, g)
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// rollPart is who came, who wrote, who was away.
func (v *sessions) rollPart() fyne.CanvasObject {
	g := kit.NewGrid("session-roll",
		kit.Column[Seat]{Key: "name", Title: words.RollName, Width: 170, Bold: true, Text: func(s Seat) string { return s.Name }},
		kit.Column[Seat]{Key: "state", Title: words.RollState, Width: 136, Chip: true, Text: Seat.State, Tone: func(s Seat) kit.Tone {
			switch {
			case !s.Marked:
				return kit.Quiet
			case s.Present:
				return kit.Good
			case s.Written:
				return kit.Info
			}
			return kit.Warn
		}},
		kit.Column[Seat]{Key: "role", Title: words.RollRole, Width: 150, Text: func(s Seat) string { return s.Role.String() }},
		kit.Column[Seat]{Key: "post", Title: words.RollPost, Width: 180, Grow: true, Text: func(s Seat) string { return s.Post }},
		kit.Column[Seat]{Key: "reason", Title: words.RollReason, Width: 150, Text: func(s Seat) string { return s.Reason }},
	)
	g.Multi = true
	g.ID = func(s Seat) string { return kit.IDText(s.Member.ID) }
	chosen := func() []int64 {
		var ids []int64
		for _, s := range g.Selected() {
			ids = append(ids, s.Member.ID)
		}
		return ids
	}
	set := func(present, written bool, reason string) {
		if ids := chosen(); len(ids) > 0 && !v.state.Closed() {
			v.state.Mark(ids, present, written, reason)
			v.refresh()
		}
	}
	letter := v.state.Work.ByLetter
	g.OnOpen = func(s Seat) {
		if letter {
			set(false, !s.Written, "")
		} else {
			set(!s.Present, false, "")
		}
	}
	away := func(written bool) func() {
		return func() {
			if len(chosen()) == 0 {
				return
			}
			reason := kit.EntryOf("", 1)
			f := kit.NewForm(&kit.Field{Key: "reason", Label: words.RollReason, Control: reason})
			kit.FormDialog(v.p.host.Canvas(), words.RollAwayTit, f, 480, words.OK, modelwords.Say, func(done func(error)) {
				set(false, written, reason.Trimmed())
				done(nil)
			})
		}
	}
	sum, unasked, faults := kit.Text("", kit.Soft), kit.Para("", kit.Warn), kit.Para("", kit.Bad)
	v.fresh = append(v.fresh, func() {
		g.SetRows(v.state.Seats())
		n := v.state.Work.Count(v.state.File.Council)
		sum.Text = words.Fill(words.RollSum, n.Members, n.Present, n.Written, n.Silent)
		if letter {
			sum.Text = words.Fill(words.RollSumSent, n.Members, n.Written, n.Silent)
		}
		sum.Refresh()
		names := v.state.Unasked()
		if letter { // the line above has counted them
			names = ""
		}
		unasked.SetText(words.Fill(words.RollUnasked, names))
		show(unasked, names != "")
		l := v.state.Faults()
		text := say(append(FaultsAt(l, "attendance"), FaultsAt(l, "presider")...))
		faults.SetText(text)
		show(faults, text != "")
	})
	foot := kit.Stacked(sum, unasked, faults)
	if v.state.Closed() {
		return container.NewBorder(nil, foot, nil, nil, g)
	}
	if letter {
		foot.Add(kit.Note(words.RollIsSent))
		return container.NewBorder(container.NewHBox(
			kit.NewButton(words.RollAllSent, fynetheme.ConfirmIcon(), func() { v.state.MarkAll(); v.refresh() }),
			kit.NewButton(words.RollSent, nil, func() { set(false, true, "") }),
			kit.NewButton(words.RollUnsent, nil, away(false))), foot, nil, nil, g)
	}
	foot.Add(kit.Note(words.RollIs))
	bar := container.NewHBox(
		kit.NewButton(words.RollAll, fynetheme.ConfirmIcon(), func() { v.state.MarkAll(); v.refresh() }),
		kit.NewButton(words.RollHere, nil, func() { set(true, false, "") }),
		kit.NewButton(words.RollAway, nil, away(false)),
		kit.NewButton(words.RollWrote, nil, away(true)))
	return container.NewBorder(bar, foot, nil, nil, g)
}
