package intake

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// mendView is one row: the cells as they came, what was made of them, and the
// acts that mend it, here or in every row that asks the same.
type mendView struct {
	p       *Page
	content *fyne.Container
	row     Row
	entries map[intake.Field]*kit.Entry
	sent    map[intake.Field]string // of the row at hand: what is being written
	first   *kit.Entry
	save    *kit.Button
}

func newMendView(p *Page) *mendView {
	v := &mendView{p: p, content: container.NewStack()}
	v.show(nil)
	return v
}

func (v *mendView) focus() {
	if v.first != nil {
		kit.Focus(v.first)
	}
}

// field is one field of a row.
type field struct {
	field intake.Field
	label string
	of    func(Row) string
}

// editable are the fields a row is mended in, in the order of the form.
var editable = []field{
	{intake.FieldName, words.RowName, func(r Row) string { return r.Name }},
	{intake.FieldBirth, words.RowBirth, func(r Row) string { return r.Birth.Slash() }},
	{intake.FieldGender, words.RowGender, func(r Row) string { return words.Genders[r.Gender] }},
	{intake.FieldIDNumber, words.RowID, func(r Row) string { return r.IDNumber }},
	{intake.FieldPosition, words.RowPost, func(r Row) string { return r.Position }},
	{intake.FieldUnit, words.RowUnit, func(r Row) string { return r.Unit }},
	{intake.FieldAward, words.RowAward, func(r Row) string { return r.AwardText }},
	{intake.FieldEthnicity, words.RowEthnic, func(r Row) string { return r.Ethnicity }},
	{intake.FieldAchievement, words.RowReason, func(r Row) string { return r.Achievement }},
}

// show takes rows in hand; what was typed in the one before is written first.
func (v *mendView) show(rows []Row) {
	if len(rows) != 1 || rows[0].ID() != v.row.ID() {
		v.saveCells()
	}
	v.sent = nil
	if len(rows) != 1 {
		v.row, v.entries, v.first = Row{}, nil, nil
		text := words.MendNoRow
		var acts []*kit.Button
		if len(rows) > 1 {
			text = words.Fill(words.Chosen, len(rows))
			acts = append(acts, kit.NewButton(words.MendLeave, nil, func() { v.leaveOut(rows, true) }), kit.NewButton(words.MendTake, nil, func() { v.leaveOut(rows, false) }))
			if n := warnings(rows); n > 0 && v.open() {
				acts = append(acts, kit.NewButton(words.Fill(words.MendSeenAll, len(rows)), nil, func() { v.seen(rows) }))
			}
		}
		v.content.Objects = []fyne.CanvasObject{kit.Panel(kit.Empty(nil, text, "", acts...))}
		v.content.Refresh()
		return
	}
	v.row = rows[0]
	r := v.row
	on := ""
	if len(v.p.state.Batch.Tables) > 1 || r.Sheet != "" {
		on = words.Fill(words.MendOn, r.Sheet)
	}
	left := container.NewBorder(kit.Lead(words.Fill(words.MendRaw, fmt.Sprint(r.Record.Row), on)), nil, nil, nil, container.NewVScroll(v.raw()))
	right := container.NewBorder(v.head(), nil, nil, nil, container.NewVScroll(v.form()))
	split := kit.NewHSplit("intake-mend", 0.36, left, right)
	v.content.Objects = []fyne.CanvasObject{kit.Panel(split)}
	v.content.Refresh()
}

// open tells that answers can still be given.
func (v *mendView) open() bool { return v.p.state.Batch.State == intake.Staged }

func (v *mendView) head() fyne.CanvasObject {
	r := v.row
	bar := container.NewHBox(kit.Lead(words.MendRead), kit.NewChip(r.Result(), resultTone(r)), kit.Spring())
	v.save = kit.NewButton(words.MendSave, fynetheme.DocumentSaveIcon(), v.saveCells).Primary()
	v.save.Disable()
	if v.open() {
		if n := warnings([]Row{r}); n > 0 {
			bar.Add(kit.NewButton(words.MendSeen, nil, func() { v.seen([]Row{r}) }))
		}
		if r.Left {
			bar.Add(kit.NewButton(words.MendTake, nil, func() { v.leaveOut([]Row{r}, false) }))
		} else {
			bar.Add(kit.NewButton(words.MendLeave, nil, func() { v.leaveOut([]Row{r}, true) }))
		}
		bar.Add(v.save)
	}
	return bar
}

func warnings(rows []Row) int {
	n := 0
	for _, r := range rows {
		for _, i := range r.Issues {
			if i.Severity == intake.Warning && i.Field != "" {
				n++
			}
		}
	}
	return n
}

// raw is the row as it came, heading by heading.
func (v *mendView) raw() fyne.CanvasObject {
	var facts []kit.Fact
	for _, c := range v.p.state.Raw(v.row) {
		text := c.Text
		if enc, _, ok := viet.FontEncoding(c.Font); ok && enc != viet.Unicode { // the clue to how it was read
			text += "  [" + words.Fill(words.MendFont, c.Font) + "]"
		}
		facts = append(facts, kit.Fact{Label: kit.Cut(c.Header, 150, 13, false), Value: text})
	}
	return kit.NewFacts(facts...)
}

// form is what was made of the row, each doubt under its field, and the acts.
func (v *mendView) form() fyne.CanvasObject {
	r := v.row
	v.entries, v.first = map[intake.Field]*kit.Entry{}, nil
	var fields []*kit.Field
	says := map[string]string{}
	grave := map[string]bool{}
	for _, i := range r.Issues {
		t := modelwords.Text(i.Code, i.Args...)
		if says[i.Field] != "" {
			t = says[i.Field] + "\n" + t
		}
		says[i.Field] = t
		grave[i.Field] = grave[i.Field] || i.Severity == intake.Error
	}
	order := slices.Clone(editable)
	slices.SortStableFunc(order, func(a, b field) int { // what is doubtful comes first
		return rank(says[string(a.field)]) - rank(says[string(b.field)])
	})
	for _, f := range order {
		if f.field == intake.FieldGender || f.field == intake.FieldBirth || f.field == intake.FieldIDNumber || f.field == intake.FieldEthnicity {
			if r.Kind != intake.Individual && f.of(r) == "" && says[string(f.field)] == "" {
				continue
			}
		}
		e := kit.NewEntry()
		e.SetText(f.of(r))
		e.OnChanged = func(string) { v.save.SetEnabled(len(v.changed()) > 0) }
		e.OnSubmitted = func(string) { v.saveCells() }
		if !v.open() {
			e.Disable()
		}
		v.entries[f.field] = e
		if v.first == nil || says[string(f.field)] != "" && v.first.Text == "" {
			v.first = e
		}
		fields = append(fields, &kit.Field{Key: string(f.field), Label: f.label, Control: e})
	}
	form := kit.NewForm(fields...)
	known := map[string]bool{}
	for _, f := range fields {
		known[f.Key] = true
		if s := says[f.Key]; s != "" {
			if grave[f.Key] {
				f.SetFault(s)
			} else {
				f.SetRemark(s, kit.Warn)
			}
		}
	}
	rest := kit.Stacked()
	for field, s := range says {
		if !known[field] {
			rest.Add(kit.Para(s, kit.Warn))
		}
	}
	return kit.Stacked(v.acts(), v.existing(), rest, form)
}

// existing shows what the row would change in the dossier that stands already,
// old beside new; a click on a line turns it over.
func (v *mendView) existing() fyne.CanvasObject {
	r := v.row
	if r.Existing == 0 {
		return kit.Stacked()
	}
	head := container.NewHBox(kit.Lead(words.MendExists), kit.NewButton(words.MendOpenOld, nil, func() {
		v.p.host.Go(kit.To(words.RouteDossiers, "ho-so", strconv.FormatInt(r.Existing, 10)))
	}).Flat())
	if v.open() {
		head.Add(kit.NewButton(words.MendIsNew, nil, func() {
			v.answer(words.Fill(words.ActApart, fmt.Sprint(r.Record.Row)), func(a *intake.Answers) { put(&a.Becomes, r.Ref(), 0) })
		}).Flat())
	}
	diffs := v.p.state.Differences(r)
	g := kit.NewGrid("intake-differences",
		kit.Column[Difference]{Key: "field", Title: words.MendField, Width: 110, Text: func(d Difference) string { return d.Label }},
		kit.Column[Difference]{Key: "old", Title: words.MendOld, Width: 150, Text: func(d Difference) string { return d.Old }},
		kit.Column[Difference]{Key: "new", Title: words.MendNew, Width: 150, Grow: true, Text: func(d Difference) string { return d.New }},
		kit.Column[Difference]{Key: "applied", Title: words.MendApplied, Width: 110, Chip: true, Text: func(d Difference) string {
			if d.Applied {
				return words.MendApplies
			}
			return words.MendKeeps
		}, Tone: func(d Difference) kit.Tone {
			if d.Applied {
				return kit.Warn
			}
			return kit.Quiet
		}},
	)
	g.OnOpen = func(d Difference) {
		if !v.open() {
			return
		}
		what := words.ActWrite
		if d.Applied {
			what = words.ActKeep
		}
		v.answer(words.Fill(what, fmt.Sprint(r.Record.Row), d.Label), func(a *intake.Answers) {
			put(&a.Overs, intake.CellRef(r.Sheet, r.Record.Row, intake.Field(d.Field)), !d.Applied)
		})
	}
	g.SetRows(diffs)
	if len(diffs) == 0 {
		return kit.Stacked(head)
	}
	return kit.Stacked(head, kit.High(g, len(diffs)))
}

func rank(doubt string) int {
	if doubt != "" {
		return 0
	}
	return 1
}

// acts are the answers that mend more than a cell.
func (v *mendView) acts() fyne.CanvasObject {
	box := container.NewVBox()
	if !v.open() {
		return box
	}
	r := v.row
	s := &v.p.state
	bar := container.NewHBox()
	groups := map[string]bool{}
	for _, i := range r.Issues {
		groups[i.Group] = true
	}
	if groups[intake.GroupUnit] || r.UnitID == 0 && r.Unit != "" {
		bar.Add(kit.NewButton(words.Fill(words.MendUnit, s.SameUnit(r.Unit)), nil, v.pickUnit))
	}
	if groups[intake.GroupAward] {
		bar.Add(kit.NewButton(words.Fill(words.MendAward, max(s.SameAward(r.AwardText), 1)), nil, v.pickAward))
	}
	if groups[intake.GroupKind] {
		for _, k := range registry.Kinds {
			bar.Add(kit.NewButton(words.Fill(words.MendKind, k.String()), nil, func() {
				v.answer(words.Fill(words.ActKind, fmt.Sprint(r.Record.Row), k.String()), func(a *intake.Answers) { put(&a.Kinds, r.Ref(), string(k)) })
			}))
		}
	}
	for _, i := range r.Issues {
		switch i.Code {
		case "intake.duplicate":
			if other, ok := pairOf(r, i); ok {
				bar.Add(kit.NewButton(words.MendNotSame, nil, func() {
					v.answer(words.Fill(words.ActNotSame, fmt.Sprint(r.Record.Row), fmt.Sprint(i.Args[1])), func(a *intake.Answers) {
						put(&a.Distinct, intake.Pair(r.Ref(), other), true)
					})
				}))
			}
		case "intake.date-either", "intake.date-order":
			v.addOrder(bar)
		case "office.record-maybe", "office.proposed-already":
			v.addDossier(bar, i)
		}
	}
	if len(bar.Objects) > 0 {
		box.Add(bar)
	}
	if groups[intake.GroupPerson] && len(r.People) > 0 {
		people := container.NewHBox()
		for _, c := range r.People[:min(len(r.People), 3)] {
			label := c.Name
			if c.Birth != 0 {
				label += ", " + c.Birth.Slash()
			}
			if c.Unit != "" {
				label += ", " + c.Unit
			}
			people.Add(kit.NewButton(kit.Cut(words.Fill(words.MendPerson, label), 330, 13, true), nil, func() {
				v.answer(words.Fill(words.ActPerson, fmt.Sprint(r.Record.Row), c.Name), func(a *intake.Answers) { put(&a.Persons, r.Ref(), c.ID) })
			}))
		}
		people.Add(kit.NewButton(words.MendNewPerson, nil, func() {
			v.answer(words.Fill(words.ActNew, fmt.Sprint(r.Record.Row)), func(a *intake.Answers) { put(&a.Persons, r.Ref(), 0) })
		}))
		box.Add(container.NewHScroll(people))
	}
	return box
}

// pairOf finds the row an "it is there twice" speaks of.
func pairOf(r Row, i intake.Issue) (ref string, ok bool) {
	if len(i.Args) < 3 {
		return "", false
	}
	n, sheet := int(numberIn(i.Args[1])), fmt.Sprint(i.Args[2])
	return intake.RowRef(sheet, n), n != 0 && (sheet != r.Sheet || n != r.Record.Row)
}

// numberIn is a number among what an issue tells, 0 when it is none.
func numberIn(arg any) int64 {
	switch x := arg.(type) {
	case int:
		return int64(x)
	case int64:
		return x
	case float64: // as it comes back from the store
		return int64(x)
	}
	return 0
}

// addDossier offers to say whether a row is about the dossier that may be the same.
func (v *mendView) addDossier(bar *fyne.Container, i intake.Issue) {
	if len(i.Args) == 0 {
		return
	}
	id, row := numberIn(i.Args[0]), fmt.Sprint(v.row.Record.Row)
	become := func(said string, id int64) func() {
		return func() {
			v.answer(said, func(a *intake.Answers) { put(&a.Becomes, v.row.Ref(), id) })
		}
	}
	bar.Add(kit.NewButton(words.Fill(words.MendIsOld, id), nil, become(words.Fill(words.ActSame, row, id), id)))
	bar.Add(kit.NewButton(words.MendApart, nil, become(words.Fill(words.ActApart, row), 0)))
	bar.Add(kit.NewButton(words.MendOpenOld, nil, func() { v.p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(id))) }).Flat())
}

// addOrder offers to say what comes first in the column of dates.
func (v *mendView) addOrder(bar *fyne.Container) {
	r := v.row
	for _, c := range v.p.state.Batch.Tables[r.Part].Columns {
		if c.Field != intake.FieldBirth && c.Field != intake.FieldBirthMale && c.Field != intake.FieldBirthFemale {
			continue
		}
		ref := intake.ColumnRef(r.Sheet, v.p.state.Batch.Tables[r.Part].Part, c.Index)
		for _, o := range []struct {
			label string
			month bool
		}{{words.MendDayFirst, false}, {words.MendMonFirst, true}} {
			bar.Add(kit.NewButton(o.label, nil, func() {
				v.answer(words.Fill(words.ActOrder, intake.ColumnName(c.Index)), func(a *intake.Answers) { put(&a.MonthFirst, ref, o.month) })
			}))
		}
		return
	}
}

func put[K comparable, V any](m *map[K]V, k K, val V) {
	next := make(map[K]V, len(*m)+1)
	for a, b := range *m { // the answers shown are not changed under the page's feet
		next[a] = b
	}
	next[k] = val
	*m = next
}

// changed gives the fields whose text the person altered.
func (v *mendView) changed() map[intake.Field]string {
	out := map[intake.Field]string{}
	for _, f := range editable {
		e := v.entries[f.field]
		if e == nil {
			continue
		}
		text := viet.Clean(e.Text)
		if on, ok := v.sent[f.field]; text != viet.Clean(f.of(v.row)) && !(ok && on == text) {
			out[f.field] = text
		}
	}
	return out
}

func (v *mendView) saveCells() {
	if len(v.changed()) == 0 || !v.open() {
		return
	}
	v.answer(words.Fill(words.ActCell, fmt.Sprint(v.row.Record.Row)), func(*intake.Answers) {})
}

// leaveOut takes rows out of the file, or back in.
func (v *mendView) leaveOut(rows []Row, out bool) {
	if len(rows) == 0 || !v.open() {
		return
	}
	act := words.ActTake
	if out {
		act = words.ActLeave
	}
	what := fmt.Sprint(rows[0].Record.Row)
	if len(rows) > 1 {
		what += " …"
	}
	v.answer(words.Fill(act, what), func(a *intake.Answers) {
		for _, r := range rows {
			put(&a.Left, r.Ref(), out)
		}
	})
}

// seen says of every doubtful cell of the rows that it is right.
func (v *mendView) seen(rows []Row) {
	v.answer(words.Fill(words.ActSeen, warnings(rows)), func(a *intake.Answers) {
		for _, r := range rows {
			for _, i := range r.Issues {
				if i.Severity == intake.Warning && i.Field != "" {
					put(&a.Seen, intake.CellRef(r.Sheet, r.Record.Row, intake.Field(i.Field))+"/"+i.Code, true)
				}
			}
		}
	})
}

// pickUnit asks which unit a text means, for every row that says the same.
func (v *mendView) pickUnit() {
	r := v.row
	s := &v.p.state
	var options []kit.Option
	guessed := map[string]bool{}
	for _, c := range r.Units {
		note := words.Fill(words.MendScore, c.Score)
		tone := kit.Info
		if c.Ended != 0 {
			note, tone = words.Fill(words.MendEnded, c.Ended.AddDays(-1).Slash()), kit.Quiet
		}
		options = append(options, kit.Option{Key: c.Code, Label: c.Name, Note: note, Tone: tone})
		guessed[c.Code] = true
	}
	if s.Book != nil {
		day := s.Batch.Day
		if day == 0 {
			day = s.Today
		}
		for _, u := range s.Book.On(day) {
			if u.Code != "" && !guessed[u.Code] {
				options = append(options, kit.Option{Key: u.Code, Label: u.Name, Note: registry.NameOf(registry.GroupNames, u.Group)})
			}
		}
	}
	options = append(options, kit.Option{Key: "", Label: words.MendUnitNone, Tone: kit.Quiet})
	kit.Pick(v.p.host.Canvas(), words.Fill(words.MendUnitTitle, r.Unit), words.DossiersUnitHint, options, func(o kit.Option) {
		what := words.Fill(words.ActUnit, r.Unit, o.Label)
		if o.Key == "" {
			what = words.Fill(words.ActNoUnit, r.Unit)
		}
		v.answer(what, func(a *intake.Answers) { put(&a.Units, viet.Key(r.Unit), o.Key) })
	})
}

// pickAward asks which award a text means, for every row that says the same.
func (v *mendView) pickAward() {
	r := v.row
	var options, others []kit.Option
	m := v.p.state.Movement()
	for _, a := range v.p.state.Catalogue.Awards {
		o := kit.Option{Key: a.Code, Label: a.Name, Note: a.Short}
		if !a.May(registry.Kind(r.Kind)) {
			o.Tone = kit.Quiet
		}
		if _, planned := m.Grant(a.Code); planned {
			options = append(options, o)
		} else {
			others = append(others, o)
		}
	}
	options = append(options, others...) // those of the movement's plan stand first
	kit.Pick(v.p.host.Canvas(), words.Fill(words.MendAwdTitle, r.AwardText), "", options, func(o kit.Option) {
		v.answer(words.Fill(words.ActAward, r.AwardText, o.Label), func(a *intake.Answers) {
			if r.AwardText == "" {
				put(&a.Cells, intake.CellRef(r.Sheet, r.Record.Row, intake.FieldAward), o.Label)
				return
			}
			put(&a.Awards, viet.Key(r.AwardText), o.Key)
		})
	})
}

// answer changes the answers of the file, and with them the cells typed in the row
// in hand: no answer takes away what was typed before it.
func (v *mendView) answer(what string, change func(*intake.Answers)) {
	r, cells := v.row, v.changed()
	v.sent = cells
	v.p.answer(what, func(a *intake.Answers) {
		for f, text := range cells {
			put(&a.Cells, intake.CellRef(r.Sheet, r.Record.Row, f), text)
		}
		change(a)
	})
}

func (p *Page) answer(what string, change func(*intake.Answers)) {
	id := p.state.Batch.ID
	task.Do(p.run, task.Job{Title: words.ReviewAgain}, func(ctx context.Context, done office.Progress) (e audit.Entry, err error) {
		_, e, err = p.run.Office.Answer(ctx, id, what, change, done)
		return e, err
	}, func(e audit.Entry) { p.host.Done(words.Fill(words.MendDone, what), e.ID) })
}
