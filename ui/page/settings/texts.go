package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// texts is the part where the office words its papers.
type texts struct {
	p      *Page
	state  Texts
	slot   task.Slot
	all    fyne.CanvasObject
	paper  *kit.Select
	search *kit.Search
	day    *kit.DateEntry
	doubt  *widget.Check
	mine   *widget.Check
	count  func(string)
	grid   *kit.Grid[Line]
	detail *kit.Detail
}

func newTexts(p *Page) *texts {
	t := &texts{p: p, state: Texts{Day: p.run.Office.Today()}}
	t.paper = kit.NewSelect(words.TextsAll, func(k string) { t.state.Paper = k; t.list() })
	t.search = kit.NewSearch(words.TextsSearch, func(s string) { t.state.Text = s; t.list() })
	t.search.OnDown = func() { p.host.Canvas().Focus(t.grid); t.grid.Select(0) }
	t.day = kit.NewDateEntry(p.run.Office.Today(), false)
	t.day.SetDate(t.state.Day)
	t.day.OnChange = func(d when.Date) {
		if d.Exact() {
			t.state.Day = d
			t.list()
		}
	}
	t.doubt = widget.NewCheck(words.TextsDoubtOnly, func(on bool) { t.state.Doubt = on; t.list() })
	t.mine = widget.NewCheck(words.TextsOwnOnly, func(on bool) { t.state.Mine = on; t.list() })
	count := kit.Text("", kit.Soft)
	t.count = func(s string) { count.Text = s; count.Refresh() }
	t.grid = kit.NewGrid("settings-texts",
		kit.Column[Line]{Key: "paper", Title: words.TextsPaper, Width: 128, Text: func(l Line) string { return l.Paper }, Tone: func(Line) kit.Tone { return kit.Soft },
			Order: kit.ByText(func(l Line) string { return l.Paper })},
		kit.Column[Line]{Key: "label", Title: words.TextLabel, Width: 186, Bold: true, Text: func(l Line) string { return l.Label },
			Order: kit.ByText(func(l Line) string { return l.Label })},
		kit.Column[Line]{Key: "text", Title: words.TextText, Width: 150, Grow: true, Text: func(l Line) string { return l.Now.Shown() }},
		kit.Column[Line]{Key: "state", Title: words.TextState, Width: 112, Chip: true, Text: func(l Line) string { return l.Now.State() }, Tone: func(l Line) kit.Tone { return versionTone(l.Now) },
			Order: kit.ByText(func(l Line) string { return l.Now.State() })},
	)
	t.grid.ID = func(l Line) string { return l.Key }
	t.grid.OnSelect = func() {
		if l, ok := t.grid.Current(); ok && l.Key != t.state.Key {
			t.state.Key = l.Key
			t.draw()
		}
	}
	t.grid.OnOpen = func(l Line) { t.edit(l) }
	t.grid.SetEmpty(kit.Empty(nil, words.TextsNone, words.TextsNoneText))
	top := container.NewVBox(
		container.NewBorder(nil, nil, kit.Wide(300, t.paper), container.NewHBox(container.NewCenter(kit.Text(words.TextsDay, kit.Soft)), t.day), t.search),
		kit.Bar(t.doubt, t.mine, kit.Spring(), count))
	t.detail = kit.NewDetail(nil)
	t.all = container.NewBorder(top, nil, nil, nil, kit.NewHSplit("settings-texts", 0.58, t.grid, t.detail))
	return t
}

func versionTone(v Version) kit.Tone {
	switch {
	case v.Doubt != "":
		return kit.Warn
	case v.Mine:
		return kit.Info
	}
	return kit.Plain
}

func (t *texts) content() fyne.CanvasObject { return t.all }
func (t *texts) stop()                      { t.slot.Stop() }
func (t *texts) focus()                     { kit.Focus(t.search.Entry) }

// want opens a wording, or narrows the list to those in doubt, when the page is
// gone to from elsewhere.
func (t *texts) want(key, paper string, doubt bool) {
	t.state.Key = key
	t.state.Paper = GroupOf(paper)
	t.doubt.SetChecked(doubt)
}

func (t *texts) load() {
	type read struct {
		all *form.Texts
		own []office.Setting
	}
	task.Load(t.p.run, &t.slot, func(ctx context.Context) (r read, err error) {
		if r.all, err = t.p.run.Office.Texts(ctx); err != nil {
			return r, err
		}
		r.own, err = t.p.run.Office.OwnTexts(ctx)
		return r, err
	}, func(r read) {
		t.state.All, t.state.Own = r.all, r.own
		codes, names := t.state.Papers()
		cs := []kit.Choice{{Key: "", Label: words.TextsAll}}
		for i, c := range codes {
			cs = append(cs, kit.Choice{Key: c, Label: names[i]})
		}
		t.paper.SetChoices(cs)
		t.paper.SetKey(t.state.Paper)
		t.list()
	})
}

func (t *texts) list() {
	lines := t.state.Lines()
	t.grid.SetRows(lines)
	t.count(words.Fill(words.TextsCount, len(lines)))
	if t.state.Key != "" {
		t.grid.SelectID(t.state.Key)
	}
	t.draw()
}

func (t *texts) draw() {
	l, vs, ok := t.state.Current()
	if !ok {
		t.detail.Wait(words.TextsPick, words.TextsPickText)
		return
	}
	title := widget.NewLabelWithStyle(l.Label, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	head := []fyne.CanvasObject{title, container.NewHBox(kit.NewChip(l.Now.State(), versionTone(l.Now)), kit.NewChip(l.Paper, kit.Quiet))}
	if l.Now.Doubt != "" {
		head = append(head, kit.Para(l.Now.Doubt, kit.Warn))
	}
	buttons := container.NewHBox(kit.NewButton(words.TextEdit, fynetheme.DocumentCreateIcon(), func() { t.edit(l) }).Primary())
	if l.Now.Doubt != "" {
		buttons.Add(kit.NewButton(words.TextKeep, fynetheme.ConfirmIcon(), func() { t.keep(l) }))
	}
	if l.Now.Mine {
		buttons.Add(kit.NewButton(words.TextBack, nil, func() { t.back(l) }))
	}
	text := l.Now.Text
	if text == form.Nothing {
		text = words.TextNothing
	}
	g := kit.NewGrid("settings-versions",
		kit.Column[Version]{Key: "from", Title: words.FactFrom, Width: 88, Text: func(v Version) string { return v.From.Slash() }},
		kit.Column[Version]{Key: "last", Title: words.FactLast, Width: 110, Text: func(v Version) string { return v.Period.LastDay().Slash() }},
		kit.Column[Version]{Key: "state", Title: words.TextState, Width: 100, Text: Version.State, Tone: versionTone},
		kit.Column[Version]{Key: "text", Title: words.TextText, Width: 200, Grow: true, Text: Version.Shown},
	)
	g.SetRows(vs)
	body := kit.Stacked(append(head, buttons, kit.NewFacts(
		kit.Fact{Label: words.TextNow, Value: text},
		kit.Fact{Label: words.FactSource, Value: l.Now.Source},
		kit.Fact{Label: words.TextKey, Value: l.Key},
	), kit.Lead(words.TextVersions), kit.High(g, len(vs)), kit.Lead(words.TextPlaces), kit.Note(words.TextPlacesIs), kit.Note(places(t.state.Places(l.Key))))...)
	t.detail.Put(kit.Panel(container.NewVScroll(body)))
}

func places(list []Place) string {
	var b strings.Builder
	for _, p := range list {
		if b.Len() > 0 {
			b.WriteString("  ·  ")
		}
		name := "{" + p.Name + "}"
		if p.Now != "" {
			name = words.Fill(words.TextNowIs, name, p.Now)
		}
		b.WriteString(name)
	}
	return b.String()
}

// edit writes a new text from a day on.
func (t *texts) edit(l Line) {
	text, source := kit.EntryOf(l.Now.Text, 9), kit.EntryOf("", 1)
	from := kit.NewDateEntry(t.p.run.Office.Today(), false)
	from.SetDate(t.p.run.Office.Today())
	f := kit.NewForm(
		&kit.Field{Key: "text", Label: words.TextText, Required: true, Control: text},
		&kit.Field{Key: "from", Label: words.FactFrom, Required: true, Hint: words.TextFromIs, Control: container.NewHBox(from)},
		&kit.Field{Key: "source", Label: words.FactSource, Hint: words.TextSourceIs, Control: source},
		&kit.Field{Label: words.TextPlaces, Control: kit.Stacked(kit.Note(words.TextPlacesIs), kit.Note(places(t.state.Places(l.Key))))},
	)
	kit.FormDialog(t.p.host.Canvas(), words.Fill(words.TextEditTitle, l.Label), f, 820, words.Save, modelwords.Say, func(done func(error)) {
		day, ok := from.Date()
		if !ok {
			day = 0
		}
		w := form.Wording{Key: l.Key, Text: strings.TrimSpace(text.Text), Source: source.Trimmed(), Period: when.Period{From: day}}
		if err := t.state.Check(w); err != nil {
			done(err)
			return
		}
		t.save(l.Label, w, done)
	})
}

// keep says that somebody has looked at a doubtful text and it may stand.
func (t *texts) keep(l Line) {
	t.save(l.Label, form.Wording{Key: l.Key, Text: l.Now.Text, Source: words.TextKept, Period: when.Period{From: max(l.Now.From, t.p.run.Office.Today())}}, nil)
}

func (t *texts) save(label string, w form.Wording, done func(error)) {
	w.To = t.state.Until(w.Key, w.From)
	task.Do(t.p.run, task.Job{Title: words.TextEdit, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return t.p.run.Office.SaveText(ctx, w)
	}, func(e audit.Entry) {
		if done != nil {
			done(nil)
		}
		t.p.host.Done(words.Fill(words.TextSaved, label, w.From.Slash()), e.ID)
	})
}

func (t *texts) back(l Line) {
	day := t.p.run.Office.Today()
	kit.Confirm(t.p.host.Canvas(), words.TextBack, words.Fill(words.TextBackAsk, day.Slash(), l.Label), words.OK, false, func() {
		task.Do(t.p.run, task.Job{Title: words.TextBack}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return t.p.run.Office.DropText(ctx, l.Key, day)
		}, func(e audit.Entry) { t.p.host.Done(words.Fill(words.TextBackDone, l.Label), e.ID) })
	})
}
