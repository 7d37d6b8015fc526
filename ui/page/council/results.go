package council

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	sitting "thidua/model/council"
	"thidua/model/fault"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// resultPart is what the votes come to, and the chair's choice where they are equal.
func (v *sessions) resultPart() fyne.CanvasObject {
	g := kit.NewGrid("session-results",
		kit.Column[Result]{Key: "name", Title: words.AgendaName, Width: 170, Bold: true, Text: func(r Result) string { return r.Name }},
		kit.Column[Result]{Key: "state", Title: words.ResultState, Width: 140, Chip: true, Text: Result.State, Tone: resultTone, Order: kit.ByText(Result.State)},
		kit.Column[Result]{Key: "votes", Title: words.ResultVotes, Width: 84, Align: fyne.TextAlignTrailing, Text: func(r Result) string {
			if r.Round == 0 {
				return ""
			}
			return words.Fill(words.ResultNeedOf, r.For, r.Of)
		}, Order: func(a, b Result) int { return a.For - b.For }},
		kit.Column[Result]{Key: "share", Title: words.ResultShare, Width: 66, Align: fyne.TextAlignTrailing, Text: func(r Result) string { return r.Percent() }},
		kit.Column[Result]{Key: "need", Title: words.ResultNeed, Width: 54, Align: fyne.TextAlignTrailing, Text: func(r Result) string {
			if r.Round == 0 {
				return ""
			}
			return fmt.Sprint(r.Need)
		}},
		kit.Column[Result]{Key: "round", Title: words.ResultRound, Width: 48, Align: fyne.TextAlignTrailing, Text: func(r Result) string {
			if r.Round == 0 {
				return ""
			}
			return fmt.Sprint(r.Round)
		}},
		kit.Column[Result]{Key: "why", Title: words.ResultWhy, Width: 220, Grow: true, Text: func(r Result) string {
			if why := r.Why(); why != nil {
				return modelwords.Say(why)
			}
			if r.ByChair {
				return words.ResultChosen
			}
			return ""
		}},
		kit.Column[Result]{Key: "award", Title: words.AgendaAward, Width: 150, Text: func(r Result) string { return r.AwardName }, Order: kit.ByText(func(r Result) string { return r.AwardName })},
		kit.Column[Result]{Key: "unit", Title: words.AgendaUnit, Width: 180, Text: func(r Result) string { return r.Unit }},
	)
	g.ID = func(r Result) string { return kit.IDText(r.Dossier) }
	basis := kit.Note("")
	g.OnOpen = func(r Result) { v.p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(r.Dossier))) }
	sum := kit.Text("", kit.Soft)
	choose := kit.NewButton(words.ResultChoose, nil, func() {
		if r, ok := g.Current(); ok {
			v.state.Choose(r.Dossier)
			v.refresh()
		}
	})
	may := func() {
		r, ok := g.Current()
		told := ""
		if rule, has := v.state.RuleOf(r.Item); ok && has {
			told = words.Fill(words.ResultBasis, r.AwardName, RuleText(rule), rule.Source)
			if why := r.Why(); why != nil && r.Round > 0 {
				told = words.Fill(words.ResultWhyNot, r.Name, modelwords.Say(why)) + "\n" + told
			}
		}
		kit.SetNote(basis, told)
		choose.SetEnabled(ok && (r.Tied || r.Chosen) && !v.state.Closed())
		choose.SetText(words.ResultChoose)
		if ok && r.Chosen {
			choose.SetText(words.ResultUnpick)
		}
	}
	g.OnSelect = may
	v.fresh = append(v.fresh, func() {
		list, passed, failed, tied, open := v.state.Results()
		g.SetRows(list)
		if _, ok := g.Current(); !ok {
			g.Select(0)
		}
		sum.Text = words.Fill(words.ResultSum, passed, failed, tied, open)
		sum.Refresh()
		may()
	})
	foot := kit.Stacked(sum, basis)
	if v.state.Closed() {
		return container.NewBorder(nil, foot, nil, nil, g)
	}
	bar := container.NewHBox(choose, kit.NewButton(words.ResultPlaces, nil, v.places))
	return container.NewBorder(bar, foot, nil, nil, g)
}

func resultTone(r Result) kit.Tone {
	switch r.State() {
	case words.ResultPassed:
		return kit.Good
	case words.ResultTied:
		return kit.Warn
	case words.ResultFailed:
		return kit.Bad
	}
	return kit.Quiet
}

// places limits how many of each award may pass.
func (v *sessions) places() {
	codes, names := v.state.AwardsOn()
	fields := make([]*kit.Field, len(codes))
	boxes := make([]*kit.Entry, len(codes))
	for i, c := range codes {
		text := ""
		if n, ok := v.state.Work.Places[c]; ok {
			text = fmt.Sprint(n)
		}
		boxes[i] = kit.EntryOf(text, 1)
		fields[i] = &kit.Field{Key: c, Label: names[i], Control: boxes[i]}
	}
	if len(fields) > 0 {
		fields[0].Hint = words.ResultPlaceIs
	}
	kit.FormDialog(v.p.host.Canvas(), words.ResultPlaces, kit.NewForm(fields...), 560, words.OK, modelwords.Say, func(done func(error)) {
		next := map[string]int{}
		var l fault.List
		for i, c := range codes {
			if boxes[i].Trimmed() == "" {
				continue
			}
			n := Count(boxes[i].Text)
			if n < 0 {
				l.Add(fault.New(fault.Invalid, "ui.whole-number").At(c))
				continue
			}
			next[c] = n
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		done(nil)
		v.changed(func(x *sitting.Session) { x.Places = next })
	})
}
