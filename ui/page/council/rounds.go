package council

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	sitting "thidua/model/council"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// roundPart is the entry of a round of votes from paper, every sum checked as it is typed.
func (v *sessions) roundPart() fyne.CanvasObject {
	body := container.NewStack()
	shown := -1 // the round drawn, -2 for none
	v.fresh = append(v.fresh, func() {
		want := -2
		if v.state.HasRound() {
			want = v.state.Round*10 + len(v.state.Work.Rounds)
		}
		if want != shown || want == -2 {
			shown, v.inRound = want, nil
			if want == -2 {
				body.Objects = []fyne.CanvasObject{v.noRound()}
			} else {
				body.Objects = []fyne.CanvasObject{v.round()}
			}
			body.Refresh()
		}
		for _, f := range v.inRound {
			f()
		}
	})
	return body
}

// noRound says what comes first.
func (v *sessions) noRound() fyne.CanvasObject {
	if v.state.Closed() {
		return kit.Empty(nil, words.RoundNone, "")
	}
	text := words.RoundNoneT
	first := kit.NewButton(words.RoundFirst, fynetheme.ContentAddIcon(), v.another).Primary()
	if len(v.state.Work.Attendance) == 0 {
		text = words.RoundNoRoll
		first = kit.NewButton(words.SessionTabRoll, nil, func() { v.parts.Open(2) }).Primary()
	}
	return kit.Empty(nil, words.RoundNone, text, first)
}

// another begins a round of votes, with the keyboard on its first number.
func (v *sessions) another() {
	v.state.AddRound()
	v.refresh()
	if v.begins != nil {
		kit.FocusIn(v.p.host.Canvas(), v.begins)
	}
}

// round draws the round shown.
func (v *sessions) round() fyne.CanvasObject {
	closed := v.state.Closed()
	which := kit.NewSelect("", func(k string) {
		v.state.Round = int(kit.ParseID(k)) - 1
		v.refresh()
	})
	var cs []kit.Choice
	for i := range v.state.Work.Rounds {
		cs = append(cs, kit.Choice{Key: fmt.Sprint(i + 1), Label: words.Fill(words.RoundNth, i+1)})
	}
	which.SetChoices(cs)
	which.SetKey(fmt.Sprint(v.state.Round + 1))
	r := v.state.Work.Rounds[v.state.Round]
	how := kit.NewSelect("", nil)
	how.SetChoices([]kit.Choice{{Key: BySecret, Label: words.RoundSecret}, {Key: ByBallot, Label: words.RoundBallot}, {Key: ByHands, Label: words.RoundHands}})
	if v.state.Work.ByLetter { // nobody is there to raise a hand
		how.SetChoices([]kit.Choice{{Key: ByBallot, Label: words.RoundSigned}, {Key: BySecret, Label: words.RoundSealed}})
	}
	how.SetKey(How(r))

	box := func(n int) *kit.Entry { return kit.EntryOf(number(n), 1) }
	issued, returned, valid, void := box(r.Issued), box(r.Returned), box(r.Valid), box(r.Void)
	tellers := kit.EntryOf(strings.Join(r.Tellers, ", "), 1)
	counts := []*kit.Entry{issued, returned, valid, void}
	v.begins = issued
	into := []func(*sitting.Round) *int{func(r *sitting.Round) *int { return &r.Issued }, func(r *sitting.Round) *int { return &r.Returned },
		func(r *sitting.Round) *int { return &r.Valid }, func(r *sitting.Round) *int { return &r.Void }}
	tellers.OnSubmitted = func(string) { kit.Focus(v.votes) }
	after := []*kit.Entry{returned, valid, void, tellers}
	for i, e := range counts {
		whole(e)
		e.OnSubmitted = func(string) { kit.Focus(after[i]) }
		e.OnChanged = func(s string) {
			v.state.InRound(func(r *sitting.Round) { *into[i](r) = Count(s) })
			v.refresh()
		}
	}
	tellers.OnChanged = func(s string) {
		v.state.InRound(func(r *sitting.Round) { r.Tellers = Names(s) })
		v.refresh()
	}
	fields := []*kit.Field{{Key: "issued", Label: words.RoundIssued, Control: issued}, {Key: "returned", Label: words.RoundBack, Control: returned},
		{Key: "valid", Label: words.RoundValid, Control: valid}, {Key: "void", Label: words.RoundVoid, Control: void}}
	left, right := kit.NewForm(fields[0], fields[1]), kit.NewForm(fields[2], fields[3])
	tellers.SetPlaceHolder(words.RoundTellIs)
	ways := kit.NewForm(&kit.Field{Key: "tellers", Label: words.RoundTellers, Control: tellers})
	ballots := container.NewGridWithColumns(2, left, right)
	how.OnChoose = func(k string) {
		v.state.SetHow(k)
		now := v.state.Work.Rounds[v.state.Round]
		for i, e := range counts {
			e.SetText(number(*into[i](&now)))
		}
		v.refresh()
	}
	voices := kit.Text("", kit.Soft)
	other, faults := kit.Para("", kit.Bad), kit.Para("", kit.Bad)
	list := v.tallies()
	at := v.state.Round
	v.inRound = append(v.inRound, func() {
		all, present, written := v.state.Voices()
		voices.Text = words.Fill(words.RoundVoices, all, present, written)
		voices.Refresh()
		show(ballots, v.state.Work.Rounds[at].Ballot)
		show(ways, v.state.Work.Rounds[at].Ballot)
		l := OfRound(v.state.Faults(), at)
		for _, f := range fields {
			if text := say(FaultsAt(l, f.Key)); f.Fault() != text {
				f.SetFault(text)
				left.Refresh()
				right.Refresh()
			}
		}
		way := say(append(append(FaultsAt(l, "ballot"), FaultsAt(l, "secret")...), FaultsAt(l, "rounds")...))
		other.SetText(way)
		show(other, way != "")
		wrong, _ := Typed(FaultsAt(l, "tallies"))
		text := say(wrong)
		faults.SetText(text)
		show(faults, text != "")
	})
	bar := container.NewHBox(kit.Wide(90, which), kit.Wide(170, how))
	var rest fyne.CanvasObject
	if closed {
		how.Disable()
		for _, e := range append(counts, tellers) {
			e.Disable()
		}
	} else {
		rest = kit.NewButton(words.TallyRestFor, fynetheme.ConfirmIcon(), func() { v.state.RestFor(); v.refresh() })
		again := kit.NewButton("", fynetheme.ContentAddIcon(), v.another)
		drop := kit.NewButton(words.RoundDrop, fynetheme.DeleteIcon(), func() { v.state.DropRound(); v.refresh() })
		v.inRound = append(v.inRound, func() {
			n := v.state.Again()
			again.SetText(words.Fill(words.RoundAgain, len(v.state.Work.Rounds)+1, n))
			show(again, n > 0 && len(v.state.Faults()) == 0)
			drop.SetEnabled(v.state.Round == len(v.state.Work.Rounds)-1)
		})
		bar.Add(again)
		bar.Add(drop)
	}
	head := kit.Stacked(bar, ways, ballots, container.NewBorder(nil, nil, container.NewCenter(voices), rest), other)
	foot := container.NewVScroll(kit.Stacked(faults))
	foot.SetMinSize(fyne.NewSize(100, 56))
	all := container.NewBorder(head, foot, nil, nil, list)
	v.inRound = append(v.inRound, func() {
		if foot.Visible() != faults.Visible() {
			show(foot, faults.Visible())
			all.Refresh()
		}
	})
	return all
}

// whole takes all of a number in hand when one comes to it, so that what is typed
// takes the place of what stands there.
func whole(e *kit.Entry) {
	e.OnFocus = func() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }
}

// number writes a count of ballots; what was no number stays empty to be typed again.
func number(n int) string {
	if n < 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// tallies is the list of cases with their votes, and the line in which those of one
// case are typed: three numbers and Enter.
func (v *sessions) tallies() fyne.CanvasObject {
	count := func(n func(Case) int) func(Case) string { return func(c Case) string { return fmt.Sprint(n(c)) } }
	g := kit.NewGrid("session-tallies",
		kit.Column[Case]{Key: "name", Title: words.AgendaName, Width: 180, Bold: true, Text: func(c Case) string { return c.Name }},
		kit.Column[Case]{Key: "award", Title: words.AgendaAward, Width: 130, Grow: true, Text: func(c Case) string { return c.AwardName }},
		kit.Column[Case]{Key: "for", Title: words.TallyFor, Width: 80, Align: fyne.TextAlignTrailing, Text: count(func(c Case) int { return c.Tally.For })},
		kit.Column[Case]{Key: "against", Title: words.TallyAgainst, Width: 128, Align: fyne.TextAlignTrailing, Text: count(func(c Case) int { return c.Tally.Against })},
		kit.Column[Case]{Key: "blank", Title: words.TallyBlank, Width: 104, Align: fyne.TextAlignTrailing, Text: count(func(c Case) int { return c.Tally.Blank })},
		kit.Column[Case]{Key: "sum", Title: words.TallySum, Width: 74, Align: fyne.TextAlignTrailing, Text: func(c Case) string { return words.Fill(words.TallyOf, c.Sum(), c.Whole) }, Tone: func(c Case) kit.Tone {
			switch {
			case c.Missing():
				return kit.Soft
			case c.Wrong():
				return kit.Bad
			}
			return kit.Good
		}},
	)
	g.ID = func(c Case) string { return kit.IDText(c.Dossier) }
	if v.state.Closed() {
		v.inRound = append(v.inRound, func() { g.SetRows(v.state.Cases()) })
		return g
	}
	name := kit.Text("", kit.Plain)
	name.TextStyle.Bold = true
	yes, no, blank := kit.NewEntry(), kit.NewEntry(), kit.NewEntry()
	boxes := []*kit.Entry{yes, no, blank}
	filling := false
	put := func() {
		c, ok := g.Current()
		if !ok || filling {
			return
		}
		v.state.SetTally(c.Dossier, Count(yes.Text), Count(no.Text), Count(blank.Text))
		v.refresh()
	}
	next := func(string) {
		put()
		if i := g.SelectedIndexes(); len(i) > 0 {
			g.Select(i[0] + 1) // stays on the last
		}
		kit.Focus(yes)
	}
	v.votes = yes
	if !v.state.Work.Rounds[v.state.Round].Ballot {
		v.begins = yes
	}
	for _, e := range boxes {
		whole(e)
		e.OnChanged = func(string) { put() }
		e.OnSubmitted = next
		e.OnDown = func() { next("") }
		e.OnUp = func() {
			if i := g.SelectedIndexes(); len(i) > 0 && i[0] > 0 {
				g.Select(i[0] - 1)
			}
		}
	}
	fill := func() { // the boxes show the case in hand, also when it was entered elsewhere
		c, ok := g.Current()
		if !ok {
			return
		}
		filling = true
		name.Text = kit.Cut(c.Name, 186, name.TextSize, true)
		name.Refresh()
		for i, n := range []int{c.Tally.For, c.Tally.Against, c.Tally.Blank} {
			if Count(boxes[i].Text) != n {
				boxes[i].SetText(number(n))
			}
		}
		filling = false
	}
	v.inRound = append(v.inRound, func() {
		g.SetRows(v.state.Cases())
		if _, ok := g.Current(); !ok {
			g.Select(0)
		}
		fill()
	})
	g.OnSelect = fill
	g.OnOpen = func(Case) { kit.Focus(yes) }
	g.OnType = func(r rune) { // a digit typed over the list begins the first number
		if r >= '0' && r <= '9' {
			kit.Focus(yes)
			yes.SetText(string(r))
			yes.CursorColumn = 1
		}
	}
	name.Text = words.TallyPick
	label := func(s string) fyne.CanvasObject { return container.NewCenter(kit.Text(s, kit.Soft)) }
	line := container.NewHBox(kit.Wide(190, name), label(words.TallyFor), kit.Wide(56, yes), label(words.TallyAgainst), kit.Wide(56, no),
		label(words.TallyBlank), kit.Wide(56, blank), kit.NewButton(words.TallyNext, nil, func() { next("") }))
	return container.NewBorder(nil, line, nil, nil, g)
}
