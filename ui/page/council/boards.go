package council

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	sitting "thidua/model/council"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// boards is the tab of councils and their members.
type boards struct {
	p      *Page
	slot   task.Slot
	chosen int64
	member int64 // the member under the mark, so that it stays there after a change
	all    fyne.CanvasObject
	grid   *kit.Grid[sitting.Council]
	detail *kit.Detail
	book   *registry.Book
}

func newBoards(p *Page) *boards {
	v := &boards{p: p, detail: kit.NewDetail(nil)}
	today := p.run.Office.Today()
	v.grid = kit.NewGrid("councils",
		kit.Column[sitting.Council]{Key: "name", Title: words.CouncilName, Width: 200, Grow: true, Bold: true, Text: func(c sitting.Council) string { return c.Name }},
		kit.Column[sitting.Council]{Key: "from", Title: words.CouncilFrom, Width: 88, Text: func(c sitting.Council) string { return c.From.Slash() }},
		kit.Column[sitting.Council]{Key: "last", Title: words.CouncilLast, Width: 108, Text: func(c sitting.Council) string { return c.LastDay().Slash() }},
	)
	v.grid.ID = func(c sitting.Council) string { return kit.IDText(c.ID) }
	v.grid.RowTone = func(c sitting.Council) kit.Tone { return past(!c.Holds(today)) }
	v.grid.OnSelect = func() {
		if c, ok := v.grid.Current(); ok && c.ID != v.chosen {
			v.chosen = c.ID
			v.draw()
		}
	}
	v.grid.OnOpen = v.edit
	v.grid.SetEmpty(kit.Empty(nil, words.CouncilsNone, words.CouncilsNoneText))
	add := kit.NewButton(words.CouncilAdd, fynetheme.ContentAddIcon(), func() {
		v.edit(sitting.Council{Period: when.Period{From: today}})
	})
	v.all = kit.NewHSplit("councils", 0.36, container.NewBorder(container.NewHBox(add), nil, nil, nil, v.grid), v.detail)
	return v
}

func past(yes bool) kit.Tone {
	if yes {
		return kit.Quiet
	}
	return kit.Plain
}

func (v *boards) load() {
	type read struct {
		list []sitting.Council
		book *registry.Book
	}
	task.Load(v.p.run, &v.slot, func(ctx context.Context) (r read, err error) {
		if r.book, err = v.p.run.Office.Registry(ctx); err != nil {
			return r, err
		}
		r.list, err = v.p.run.Office.Councils(ctx)
		return r, err
	}, func(r read) {
		v.book = r.book
		v.grid.SetRows(r.list)
		if v.chosen == 0 && len(r.list) > 0 {
			v.chosen = r.list[0].ID
		}
		v.grid.SelectID(kit.IDText(v.chosen))
		v.draw()
	})
}

func (v *boards) draw() {
	c, ok := v.grid.Current()
	if !ok {
		v.detail.Wait(words.CouncilsPick, words.CouncilsNoneText)
		return
	}
	today := v.p.run.Office.Today()
	title := widget.NewLabelWithStyle(c.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	g := kit.NewGrid("members",
		kit.Column[sitting.Member]{Key: "name", Title: words.MemberName, Width: 170, Bold: true, Text: func(m sitting.Member) string {
			if m.Honorific != "" {
				return m.Honorific + " " + m.Name
			}
			return m.Name
		}},
		kit.Column[sitting.Member]{Key: "role", Title: words.MemberRole, Width: 160, Text: func(m sitting.Member) string { return m.Role.String() }},
		kit.Column[sitting.Member]{Key: "standing", Title: words.MemberStanding, Width: 92, Text: func(m sitting.Member) string {
			if m.Standing {
				return words.Yes
			}
			return ""
		}},
		kit.Column[sitting.Member]{Key: "post", Title: words.MemberPost, Width: 200, Grow: true, Text: func(m sitting.Member) string { return m.Post }},
		kit.Column[sitting.Member]{Key: "from", Title: words.MemberFrom, Width: 88, Text: func(m sitting.Member) string { return m.From.Slash() }},
		kit.Column[sitting.Member]{Key: "last", Title: words.MemberLast, Width: 108, Text: func(m sitting.Member) string { return m.LastDay().Slash() }},
	)
	g.ID = func(m sitting.Member) string { return kit.IDText(m.ID) }
	g.RowTone = func(m sitting.Member) kit.Tone { return past(!m.Holds(today)) }
	g.SetRows(c.Members)
	g.SelectID(kit.IDText(v.member))
	g.OnSelect = func() {
		if m, ok := g.Current(); ok {
			v.member = m.ID
		}
	}
	at := func(do func(int)) func() {
		return func() {
			if i := g.SelectedIndexes(); len(i) > 0 {
				do(i[0])
			}
		}
	}
	g.OnOpen = func(sitting.Member) { at(func(i int) { v.memberForm(c, i) })() }
	bar := container.NewHBox(
		kit.NewButton(words.MemberAdd, fynetheme.ContentAddIcon(), func() { v.memberForm(c, -1) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), at(func(i int) { v.memberForm(c, i) })),
		kit.NewButton(words.MemberUp, fynetheme.MoveUpIcon(), at(func(i int) { v.save(Swapped(c, i, -1), nil) })),
		kit.NewButton(words.MemberDown, fynetheme.MoveDownIcon(), at(func(i int) { v.save(Swapped(c, i, 1), nil) })))
	founded := c.Founded
	if c.On != 0 {
		founded += ", " + c.On.Slash()
	}
	head := kit.Stacked(title, kit.NewFacts(
		kit.Fact{Label: words.CouncilFounded, Value: founded},
		kit.Fact{Label: words.CouncilFoundedBy, Value: c.By},
		kit.Fact{Label: words.CouncilBody, Value: BodyOf(v.book, c)},
	), container.NewHBox(
		kit.NewButton(words.CouncilEdit, fynetheme.DocumentCreateIcon(), func() { v.edit(c) }),
		kit.NewButton(words.CouncilRenew, fynetheme.ContentCopyIcon(), func() { v.renew(c) }),
	), kit.Lead(words.Fill(words.SessionTabCount, words.CouncilSeats, len(c.Seats(today, false)))), bar)
	v.detail.Put(kit.Panel(container.NewBorder(head, nil, nil, nil, g)))
}

func (v *boards) save(c sitting.Council, done func(error)) {
	task.Do(v.p.run, task.Job{Title: words.CouncilEdit, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return v.p.run.Office.SaveCouncil(ctx, &c)
	}, func(e audit.Entry) {
		if done != nil {
			done(nil)
		}
		v.chosen = c.ID
		v.p.host.Done(words.Fill(words.CouncilSaved, c.Name), e.ID)
	})
}

// edit changes a council's head, or adds one without members yet.
func (v *boards) edit(c sitting.Council) {
	today := v.p.run.Office.Today()
	name, founded, by := kit.EntryOf(c.Name, 1), kit.EntryOf(c.Founded, 1), kit.EntryOf(c.By, 1)
	on, d := kit.NewDateEntry(today, false), noun.NewTerm(today, c.Period)
	on.SetDate(c.On)
	body := kit.NewPickButton(words.DossiersUnitPick, words.DossiersUnitHint, words.CouncilProvince, nil)
	body.SetOptions(noun.Standing(v.book, max(c.From, today)))
	body.SetKey(kit.IDText(c.Unit))
	fields := []*kit.Field{
		{Key: "name", Label: words.CouncilName, Required: true, Control: name},
		{Key: "founded", Label: words.CouncilFounded, Control: founded},
		{Key: "on", Label: words.CouncilFoundedOn, Control: container.NewHBox(on)},
		{Key: "by", Label: words.CouncilFoundedBy, Control: by},
		{Key: "unit", Label: words.CouncilBody, Hint: words.CouncilBodyIs, Control: body},
		{Key: "from", Label: words.CouncilFrom, Required: true, Control: container.NewHBox(d.From)},
		{Key: "to", Label: words.CouncilLast, Control: container.NewHBox(d.Last)},
	}
	title := words.CouncilEdit
	var chair *kit.Entry
	if c.ID == 0 && len(c.Members) == 0 { // a council has a chair from the first day
		title = words.CouncilAdd
		chair = kit.EntryOf("", 1)
		fields = append(fields, &kit.Field{Key: "members", Label: sitting.Chair.String(), Required: true, Control: chair})
	}
	kit.FormDialog(v.p.host.Canvas(), title, kit.NewForm(fields...), 620, words.Save, modelwords.Say, func(done func(error)) {
		var l fault.List
		x := c
		x.Period = d.Period()
		day := on.Value()
		if x.From == 0 {
			l.Add(fault.New(fault.Invalid, "office.fact-from").At("from"))
		}
		x.Name, x.Founded, x.By, x.On, x.Unit = name.Trimmed(), founded.Trimmed(), by.Trimmed(), day, kit.ParseID(body.Key())
		if chair != nil && chair.Trimmed() != "" {
			x.Members = []sitting.Member{{Name: chair.Trimmed(), Role: sitting.Chair, Standing: true}}
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		v.save(x, done)
	})
}

// renew makes the council that follows: the old one ends the day before.
func (v *boards) renew(c sitting.Council) {
	today := v.p.run.Office.Today()
	founded, by, from := kit.EntryOf("", 1), kit.EntryOf(c.By, 1), kit.NewDateEntry(today, false)
	from.SetDate(today)
	f := kit.NewForm(
		&kit.Field{Key: "founded", Label: words.CouncilFounded, Hint: words.CouncilRenewIs, Control: founded},
		&kit.Field{Key: "by", Label: words.CouncilFoundedBy, Control: by},
		&kit.Field{Key: "from", Label: words.CouncilFrom, Required: true, Control: container.NewHBox(from)},
	)
	kit.FormDialog(v.p.host.Canvas(), words.CouncilRenewTit, f, 600, words.Save, modelwords.Say, func(done func(error)) {
		day := from.Value()
		n := Renewed(c, day)
		n.Founded, n.By = founded.Trimmed(), by.Trimmed()
		task.Do(v.p.run, task.Job{Title: words.CouncilRenewTit, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return v.p.run.Office.RenewCouncil(ctx, c.ID, &n)
		}, func(e audit.Entry) {
			done(nil)
			v.chosen = n.ID
			v.p.host.Done(words.Fill(words.CouncilSaved, n.Name), e.ID)
		})
	})
}

// memberForm changes the member at a place, or adds one when it is -1.
func (v *boards) memberForm(c sitting.Council, at int) {
	m := sitting.Member{Role: sitting.Ordinary, Period: when.Period{From: max(c.From, v.p.run.Office.Today())}}
	title := words.MemberAdd
	if at >= 0 {
		m, title = c.Members[at], words.MemberEdit
	}
	name, honor, post := kit.EntryOf(m.Name, 1), kit.EntryOf(m.Honorific, 1), kit.EntryOf(m.Post, 1)
	gender, role := kit.NewSelect("", nil), kit.NewSelect(words.ChooseOne, nil)
	gender.SetChoices([]kit.Choice{{Key: "", Label: ""}, {Key: "male", Label: words.Genders["male"]}, {Key: "female", Label: words.Genders["female"]}})
	gender.SetKey(m.Gender)
	role.SetChoices(noun.Names(sitting.RoleNames))
	role.SetKey(string(m.Role))
	standing := widget.NewCheck(words.MemberStandIs, nil)
	standing.Checked = m.Standing
	d := noun.NewTerm(v.p.run.Office.Today(), m.Period)
	f := kit.NewForm(
		&kit.Field{Key: "members", Label: words.MemberName, Required: true, Control: name},
		&kit.Field{Key: "honorific", Label: words.MemberHonor, Control: honor},
		&kit.Field{Key: "gender", Label: words.MemberGender, Control: gender},
		&kit.Field{Key: "post", Label: words.MemberPost, Control: post},
		&kit.Field{Key: "role", Label: words.MemberRole, Required: true, Control: role},
		&kit.Field{Key: "standing", Label: words.MemberStanding, Control: standing},
		&kit.Field{Key: "from", Label: words.MemberFrom, Control: container.NewHBox(d.From)},
		&kit.Field{Key: "to", Label: words.MemberLast, Hint: words.MemberLastIs, Control: container.NewHBox(d.Last)},
	)
	kit.FormDialog(v.p.host.Canvas(), title, f, 620, words.Save, modelwords.Say, func(done func(error)) {
		var l fault.List
		x := m
		x.Period = d.Period()
		x.Name, x.Honorific, x.Gender, x.Post, x.Role, x.Standing = name.Trimmed(), honor.Trimmed(), gender.Key(), post.Trimmed(), sitting.Role(role.Key()), standing.Checked
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		v.save(WithMember(c, at, x), done)
	})
}
