package exemplars

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// ideas is the register of initiatives, and under it what units told of.
type ideas struct {
	p      *Page
	all    fyne.CanvasObject
	search *kit.Search
	list   *kit.Grid[office.InitiativeLine]
	told   *kit.Grid[office.ReportedInitiative]
	lead   *fyne.Container
	acts   map[string]*kit.Button
	enter  *kit.Button
}

func newIdeas(p *Page) *ideas {
	v := &ideas{p: p, acts: map[string]*kit.Button{}}
	v.search = kit.NewSearch(words.IdeasSearch, func(t string) { p.state.Idea = t; v.show() })
	v.search.OnDown = func() { p.host.Canvas().Focus(v.list); v.list.Select(0) }
	v.list = kit.NewGrid("initiatives",
		kit.Column[office.InitiativeLine]{Key: "name", Title: words.IdeaName, Width: 280, Bold: true, Grow: true, Text: func(l office.InitiativeLine) string { return l.Initiative.Name },
			Order: kit.ByText(func(l office.InitiativeLine) string { return l.Initiative.Name })},
		kit.Column[office.InitiativeLine]{Key: "authors", Title: words.IdeaAuthors, Width: 190, Text: Authors, Order: kit.ByText(Authors)},
		kit.Column[office.InitiativeLine]{Key: "level", Title: words.IdeaLevel, Width: 136, Text: func(l office.InitiativeLine) string { return registry.NameOf(dossier.LevelNames, l.Initiative.Level) }},
		kit.Column[office.InitiativeLine]{Key: "number", Title: words.IdeaNumber, Width: 176, Text: func(l office.InitiativeLine) string { return Decision(l.Initiative.Number, l.Initiative.Date) }},
		kit.Column[office.InitiativeLine]{Key: "publish", Title: words.ExemplarPublish, Width: 98, Text: func(l office.InitiativeLine) string {
			if l.Initiative.Publish {
				return words.ExemplarIn
			}
			return ""
		}, Tone: func(office.InitiativeLine) kit.Tone { return kit.Good }, Order: func(a, b office.InitiativeLine) int { return flag(b.Initiative.Publish) - flag(a.Initiative.Publish) }},
		kit.Column[office.InitiativeLine]{Key: "used", Title: words.IdeaUsed, Width: 170, Text: UsedFor, Tone: func(l office.InitiativeLine) kit.Tone {
			if l.Used() {
				return kit.Good
			}
			return kit.Soft
		}, Order: kit.ByText(UsedFor)},
	)
	v.list.Multi = true
	v.list.ID = func(l office.InitiativeLine) string { return kit.IDText(l.Initiative.ID) }
	v.list.OnSelect = v.selected
	v.list.OnOpen = func(office.InitiativeLine) { v.edit() }
	v.list.OnDelete = v.drop
	v.list.SetEmpty(kit.Empty(nil, words.IdeasNone, words.IdeasText))
	top := container.NewBorder(nil, nil, nil, kit.NewButton(words.ExemplarAdd, fynetheme.ContentAddIcon(), func() { v.form(dossier.Initiative{Level: "co_so"}, "") }).Primary(), v.search)
	bar := container.NewHBox()
	for _, a := range []struct {
		key, label string
		do         func()
	}{{"edit", words.ExemplarEdit, v.edit}, {"list", words.ExemplarList, func() { v.publish(true) }}, {"unlist", words.ExemplarUnlist, func() { v.publish(false) }}, {"use", words.IdeaUse, v.use}, {"drop", words.ExemplarDrop, v.drop}} {
		v.acts[a.key] = kit.NewButton(a.label, nil, a.do)
		bar.Add(v.acts[a.key])
	}
	foot := container.NewVBox(kit.Small(words.IdeaOnce, kit.Soft), container.NewBorder(nil, nil, bar, kit.NewButton(words.ExemplarPrint, fynetheme.DocumentPrintIcon(), p.print)))
	v.told = kit.NewGrid("initiatives-told",
		kit.Column[office.ReportedInitiative]{Key: "name", Title: words.IdeaName, Width: 300, Bold: true, Grow: true, Text: func(r office.ReportedInitiative) string { return r.Name }},
		kit.Column[office.ReportedInitiative]{Key: "what", Title: words.IdeaToldWhat, Width: 260, Text: func(r office.ReportedInitiative) string { return r.What }},
		kit.Column[office.ReportedInitiative]{Key: "unit", Title: words.ExemplarUnit, Width: 220, Text: func(r office.ReportedInitiative) string { return p.state.Reported(r) }},
		kit.Column[office.ReportedInitiative]{Key: "year", Title: words.ExemplarYear, Width: 60, Align: fyne.TextAlignTrailing, Text: func(r office.ReportedInitiative) string { return kit.IDText(int64(r.Year)) }},
	)
	v.enter = kit.NewButton(words.IdeaEnter, nil, v.takeOver)
	v.told.OnSelect = func() { _, ok := v.told.Current(); v.enter.SetEnabled(ok) }
	v.told.OnOpen = func(office.ReportedInitiative) { v.takeOver() }
	v.told.SetEmpty(kit.Para(words.IdeaToldNone, kit.Soft))
	v.lead = container.NewHBox()
	below := container.NewBorder(container.NewBorder(nil, nil, v.lead, v.enter), nil, nil, nil, v.told)
	v.all = container.NewBorder(top, nil, nil, nil, kit.NewVSplit("initiatives", 0.6, container.NewBorder(nil, foot, nil, nil, v.list), below))
	v.selected()
	v.enter.SetEnabled(false)
	return v
}

func (v *ideas) show() {
	s := &v.p.state
	v.list.SetRows(s.Initiatives())
	v.told.SetRows(s.Ideas.Reported)
	v.lead.Objects = []fyne.CanvasObject{container.NewCenter(kit.Lead(words.Fill(words.IdeasTold, len(s.Ideas.Reported))))}
	v.lead.Refresh()
	v.selected()
}

func (v *ideas) selected() {
	chosen := v.list.Selected()
	l, ok := v.list.Current()
	ok = ok && len(chosen) == 1
	on, off := false, false
	for _, x := range chosen {
		on, off = on || x.Initiative.Publish, off || !x.Initiative.Publish
	}
	v.acts["edit"].SetEnabled(ok)
	v.acts["list"].SetEnabled(off)
	v.acts["unlist"].SetEnabled(on)
	v.acts["use"].SetEnabled(ok && !l.Used())
	v.acts["drop"].SetEnabled(ok && !l.Used())
}

func (v *ideas) edit() {
	if l, ok := v.list.Current(); ok {
		v.form(l.Initiative, "")
	}
}

// publish puts the chosen initiatives on the list for publishing, or takes them off.
func (v *ideas) publish(yes bool) {
	var ids []int64
	for _, l := range v.list.Selected() {
		if l.Initiative.Publish != yes {
			ids = append(ids, l.Initiative.ID)
		}
	}
	title, said := words.ExemplarList, words.IdeaPutOn
	if !yes {
		title, said = words.ExemplarUnlist, words.IdeaTookOff
	}
	v.p.do(title, nil, func(ctx context.Context) (audit.Entry, error) {
		return v.p.run.Office.PublishInitiatives(ctx, ids, yes)
	}, says(words.Fill(said, len(ids))))
}

// takeOver enters what a unit told of; its authors and its decision are still asked.
func (v *ideas) takeOver() {
	if r, ok := v.told.Current(); ok {
		v.form(dossier.Initiative{Name: r.Name, What: r.What, Level: "co_so", Body: v.p.state.Reported(r)}, v.p.state.Reported(r))
	}
}

// form is the dialog of one initiative.
func (v *ideas) form(i dossier.Initiative, unit string) {
	p := v.p
	title := words.IdeaAddTitle
	if i.ID != 0 {
		title = i.Name
	}
	what := kit.EntryOf(i.What, 3)
	name, number, body, fresh, freshUnit := kit.EntryOf(i.Name, 2), kit.EntryOf(i.Number, 1), kit.EntryOf(i.Body, 1), kit.EntryOf("", 1), kit.EntryOf(unit, 1)
	level := noun.OneOf(dossier.LevelNames, i.Level)
	day := kit.NewDateEntry(p.state.Today, false)
	day.SetDate(i.Date)
	chosen := append([]int64{}, i.Authors...)
	names := widget.NewLabel("")
	names.Wrapping = fyne.TextWrapWord
	options := p.state.AuthorOptions()
	say := func() {
		var who []string
		for _, id := range chosen {
			for _, o := range options {
				if o.Key == kit.IDText(id) {
					who = append(who, o.Label)
				}
			}
		}
		if len(who) == 0 {
			who = []string{words.IdeaNobody}
		}
		names.SetText(strings.Join(who, ", "))
	}
	pick := kit.NewButton(words.IdeaKnown, nil, func() {
		kit.Pick(p.host.Canvas(), words.IdeaAuthors, words.IdeaKnownTip, options, func(o kit.Option) {
			chosen = append(without(chosen, kit.ParseID(o.Key)), kit.ParseID(o.Key))
			say()
		})
	})
	clear := kit.NewButton(words.IdeaClear, nil, func() { chosen = nil; say() })
	say()
	form := kit.NewForm(
		&kit.Field{Key: "name", Label: words.IdeaName, Required: true, Control: name},
		&kit.Field{Key: "authors", Label: words.IdeaAuthors, Required: true, Control: container.NewBorder(nil, container.NewHBox(pick, clear), nil, nil, names)},
		&kit.Field{Key: "newcomer", Label: words.IdeaNew, Hint: words.IdeaNewTip, Control: fresh},
		&kit.Field{Key: "newcomer_unit", Label: words.IdeaNewUnit, Control: freshUnit},
		&kit.Field{Key: "what", Label: words.IdeaWhat, Control: what},
		&kit.Field{Key: "level", Label: words.IdeaLevel, Control: level},
		&kit.Field{Key: "number", Label: words.IdeaNumber, Control: number},
		&kit.Field{Key: "date", Label: words.IdeaDate, Control: container.NewHBox(day)},
		&kit.Field{Key: "body", Label: words.IdeaBody, Control: body},
	)
	kit.FormDialog(p.host.Canvas(), title, form, 660, words.Save, modelwords.Say, func(done func(error)) {
		d := day.Value()
		x := i
		x.Name, x.What, x.Authors, x.Level, x.Number, x.Date, x.Body = name.Trimmed(), what.Trimmed(), chosen, level.Key(), number.Trimmed(), d, body.Trimmed()
		var newcomers []*registry.Nominee
		if n := fresh.Trimmed(); n != "" {
			newcomers = append(newcomers, &registry.Nominee{Kind: registry.Individual, Name: n, UnitText: freshUnit.Trimmed()})
		}
		p.do(title, done, func(ctx context.Context) (audit.Entry, error) {
			return p.run.Office.SaveInitiative(ctx, &x, newcomers...)
		}, func() string {
			v.list.SelectID(kit.IDText(x.ID))
			return words.Fill(words.IdeaSaved, x.Name)
		})
	})
}

// use rests a dossier of one of the authors on the initiative.
func (v *ideas) use() {
	l, ok := v.list.Current()
	if !ok {
		return
	}
	v.p.pickDossier(office.DossierFilter{Nominees: l.Initiative.Authors}, words.IdeaUse, words.IdeaNoFiles, func(id int64, name string) {
		v.p.do(words.IdeaUse, nil, func(ctx context.Context) (audit.Entry, error) {
			return v.p.run.Office.UseInitiative(ctx, l.Initiative.ID, id)
		},
			says(words.Fill(words.IdeaTaken, name)))
	})
}

func (v *ideas) drop() {
	l, ok := v.list.Current()
	if !ok || l.Used() {
		return
	}
	kit.Confirm(v.p.host.Canvas(), words.ExemplarDrop, words.Fill(words.IdeaDropAsk, l.Initiative.Name), words.ExemplarDrop, true, func() {
		v.p.do(words.ExemplarDrop, nil, func(ctx context.Context) (audit.Entry, error) {
			return v.p.run.Office.RemoveInitiative(ctx, l.Initiative.ID)
		},
			says(words.Fill(words.ExemplarDropped, l.Initiative.Name)))
	})
}
