package register

import (
	"cmp"
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// book is the tab of the register.
type book struct {
	p     *Page
	state State
	slot  task.Slot
	one   task.Slot
	all   fyne.CanvasObject

	year, award, movement, kind *kit.Select
	unit                        *kit.PickButton
	standing                    *widget.Check
	search                      *kit.Search
	count                       *canvas.Text
	hand                        *kit.Button
	grid                        *kit.Grid[office.Registered]
	detail                      *kit.Detail
}

func newBook(p *Page) *book {
	b := &book{p: p, detail: kit.NewDetail(nil), count: kit.Text("", kit.Soft)}
	pick := func(set func(string)) func(string) {
		return func(k string) { set(k); b.narrowed() }
	}
	f := &b.state.Filter
	b.year = kit.NewSelect(words.RegisterAllYears, pick(func(k string) { f.Year = int(kit.ParseID(k)) }))
	b.award = kit.NewSelect(words.RegisterAllAward, pick(func(k string) { f.Award = k }))
	b.movement = kit.NewSelect(words.RegisterAllMoves, pick(func(k string) { f.Movement = k }))
	b.kind = kit.NewSelect(words.RegisterAllKinds, pick(func(k string) { f.Kind = registry.Kind(k) }))
	kinds := []kit.Choice{{Key: "", Label: words.RegisterAllKinds}}
	for _, k := range registry.Kinds {
		kinds = append(kinds, kit.Choice{Key: string(k), Label: viet.FirstCapital(k.String())})
	}
	b.kind.SetChoices(kinds)
	b.unit = kit.NewPickButton(words.RegisterUnitPick, words.RegisterUnitHint, words.RegisterAllUnits, pick(func(k string) { f.Unit = kit.ParseID(k) }))
	b.standing = widget.NewCheck(words.RegisterStanding, func(on bool) { f.Standing = on; b.narrowed() })
	b.search = kit.NewSearch(words.RegisterSearch, func(t string) { b.state.Text = t; b.list() })
	b.search.OnDown = func() { p.host.Canvas().Focus(b.grid); b.grid.Select(0) }

	type row = office.Registered
	text := func(f func(row) string) (func(row) string, func(a, b row) int) { return f, kit.ByText(f) }
	col := func(key, title string, width float32, f func(row) string) kit.Column[row] {
		show, order := text(f)
		return kit.Column[row]{Key: key, Title: title, Width: width, Text: show, Order: order}
	}
	name := col("name", words.HonourName, 170, func(l row) string { return l.Record.Name })
	name.Bold = true
	name.Order = func(a, b row) int { return cmp.Compare(viet.SortKey(a.Record.Name), viet.SortKey(b.Record.Name)) }
	date := col("date", words.HonourDate, 86, func(l row) string { return l.Record.Date.Slash() })
	date.Order = func(a, b row) int { return cmp.Compare(a.Record.Date, b.Record.Date) }
	state := col("state", words.HonourState, 110, StateOf)
	state.Tone = StateTone
	unit := col("unit", words.HonourUnit, 170, func(l row) string { return l.Record.UnitText })
	unit.Grow = true
	golden := col("golden", words.HonourGolden, 90, func(l row) string { return l.Record.GoldenBook })
	golden.Align = fyne.TextAlignTrailing
	money := col("money", words.HonourMoney, 96, func(l row) string {
		if l.Money == 0 {
			return ""
		}
		return words.Count(int(l.Money))
	})
	money.Align, money.Order = fyne.TextAlignTrailing, func(a, b row) int { return cmp.Compare(a.Money, b.Money) }
	b.grid = kit.NewGrid("register",
		col("year", words.HonourYear, 48, func(l row) string { return kit.IDText(int64(l.Record.Year)) }), name,
		col("award", words.HonourAward, 120, func(l row) string { return b.state.Catalogue.Short(l.Record.Award) }), unit,
		col("number", words.HonourNumber, 112, func(l row) string { return l.Record.Number }), date, state, golden, money,
		col("post", words.HonourPost, 150, func(l row) string { return l.Record.Post }),
		col("reason", words.HonourReason, 260, func(l row) string { return l.Record.Reason }))
	b.grid.Multi = true
	b.grid.ID = func(l row) string { return kit.IDText(l.Record.ID) }
	b.grid.RowTone = func(l row) kit.Tone {
		if l.Record.Revoked != 0 {
			return kit.Quiet
		}
		return kit.Plain
	}
	b.grid.OnSelect = b.selected
	b.grid.OnOpen = func(l row) { b.decision(l) }
	b.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	b.grid.SetEmpty(kit.Empty(nil, words.RegisterNone, words.RegisterNoneText))
	b.hand = kit.NewButton(words.HandButton, nil, b.handOut)
	past := kit.NewButton(words.PastButton, fynetheme.DownloadIcon(), b.past)
	print := kit.NewButton(words.RegisterPrint, fynetheme.DocumentPrintIcon(), b.print)
	top := container.NewVBox(
		container.NewBorder(nil, nil, kit.Wide(110, b.year), container.NewHBox(kit.Wide(210, b.award), kit.Wide(130, b.kind), kit.Wide(220, b.unit)), b.movement),
		container.NewBorder(nil, nil, nil, container.NewHBox(b.standing, b.hand, past, print), b.search))
	foot := container.NewHBox(b.count)
	b.all = container.NewBorder(top, foot, nil, nil, kit.NewHSplit("register", 0.7, b.grid, b.detail))
	b.nothing()
	return b
}

// narrow takes the filter of a route.
func (b *book) narrow(r kit.Route) {
	s := &b.state
	s.Filter = office.RegisterFilter{Year: int(kit.ParseID(r.Get("nam"))), Award: r.Get("hinh-thuc"), Movement: r.Get("phong-trao"), Unit: kit.ParseID(r.Get("don-vi")),
		Kind: registry.Kind(r.Get("loai")), Standing: r.Get("hieu-luc") != ""}
	s.ID, s.Text = kit.ParseID(r.Get("dong")), r.Get("tim")
}

func (b *book) route() kit.Route {
	f := b.state.Filter
	standing := ""
	if f.Standing {
		standing = "1"
	}
	return kit.To(words.RouteRegister, "nam", kit.IDText(int64(f.Year)), "hinh-thuc", f.Award, "phong-trao", f.Movement, "don-vi", kit.IDText(f.Unit),
		"loai", string(f.Kind), "hieu-luc", standing, "dong", kit.IDText(b.state.ID), "tim", b.state.Text)
}

// narrowed is called when a filter was set by hand.
func (b *book) narrowed() {
	if !b.p.Shown() {
		return
	}
	b.p.host.Here(b.route())
	b.load()
}

func (b *book) load() {
	f := b.state.Filter
	task.Load(b.p.run, &b.slot, func(ctx context.Context) (s State, err error) {
		o := b.p.run.Office
		if s.Movements, err = o.Movements(ctx); err != nil {
			return s, err
		}
		if s.Catalogue, err = o.Catalogue(ctx); err != nil {
			return s, err
		}
		if s.Book, err = o.Registry(ctx); err != nil {
			return s, err
		}
		s.Lines, err = o.Register(ctx, f)
		return s, err
	}, func(r State) {
		s := &b.state
		s.Movements, s.Catalogue, s.Book = r.Movements, r.Catalogue, r.Book
		s.Take(r.Lines)
		b.fill()
		b.list()
		b.selected()
	})
}

// fill gives the filters their choices.
func (b *book) fill() {
	s := &b.state
	today := b.p.run.Office.Today()
	b.year.SetChoices(s.Years(today.Year()))
	b.year.SetKey(kit.IDText(int64(s.Filter.Year)))
	b.award.SetChoices(noun.Awards(s.Catalogue.Awards, words.RegisterAllAward))
	b.award.SetKey(s.Filter.Award)
	b.movement.SetChoices(noun.Movements(s.Movements, words.RegisterAllMoves))
	b.movement.SetKey(s.Filter.Movement)
	b.kind.SetKey(string(s.Filter.Kind))
	b.unit.SetOptions(noun.Units(s.Book, b.p.run.Office.Today()))
	b.unit.SetKey(kit.IDText(s.Filter.Unit))
	if b.standing.Checked != s.Filter.Standing {
		b.standing.Checked = s.Filter.Standing
		b.standing.Refresh()
	}
	if b.search.Text() != s.Text {
		b.search.SetText(s.Text)
	}
}

func (b *book) list() {
	b.grid.SetRows(b.state.Shown())
	if b.state.ID != 0 {
		b.grid.SelectID(kit.IDText(b.state.ID))
	}
	b.counted()
}

func (b *book) counted() {
	rows := b.state.Shown()
	text := words.Fill(words.RegisterCount, len(rows), Heads(rows))
	if n := len(b.grid.SelectedIndexes()); n > 1 {
		text += ", " + words.Fill(words.RegisterChosen, n)
	}
	b.count.Text = text
	b.count.Refresh()
}

func (b *book) selected() {
	rows := b.grid.Selected()
	b.hand.SetEnabled(len(rows) > 0)
	b.counted()
	if len(rows) != 1 {
		b.nothing()
		return
	}
	if b.state.ID != rows[0].Record.ID {
		b.state.ID = rows[0].Record.ID
		b.p.host.Here(b.route())
	}
	l := rows[0]
	task.Load(b.p.run, &b.one, func(ctx context.Context) ([]office.Registered, error) {
		return b.p.run.Office.Register(ctx, office.RegisterFilter{Nominee: l.Record.Nominee})
	}, func(others []office.Registered) { b.draw(l, others) })
}

func (b *book) nothing() {
	b.one.Stop()
	b.detail.Wait(words.HonourPick, words.HonourPickT)
}

// draw shows one honour: as it was given, its certificate, the nominee's others.
func (b *book) draw(l office.Registered, others []office.Registered) {
	r := l.Record
	title := kit.Heading(r.Name)
	chips := container.NewHBox(kit.NewChip(viet.FirstCapital(l.Nominee.Kind.String()), kit.Quiet), kit.NewChip(StateOf(l), StateTone(l)))
	facts := []kit.Fact{
		{Label: words.HonourAward, Value: l.Award},
		{Label: words.HonourNumber, Value: strings.TrimSuffix(r.Number+", "+r.Date.Slash(), ", "), OnTap: func() { b.decision(l) }},
		{Label: words.HonourBy, Value: r.Decider},
		{Label: words.HonourPost, Value: r.Post},
		{Label: words.HonourUnit, Value: r.UnitText},
		{Label: words.HonourNow, Value: b.state.UnitNow(l, b.p.run.Office.Today())},
		{Label: words.HonourYear, Value: kit.IDText(int64(r.Year))},
		{Label: words.HonourWay, Value: registry.NameOf(award.WayNames, r.Way)},
		{Label: words.HonourMove, Value: b.state.MovementName(r.Movement)},
		{Label: words.HonourReason, Value: r.Reason},
		{Label: words.HonourGolden, Value: r.GoldenBook},
		{Label: words.HonourNote, Value: r.Note},
	}
	if l.Money > 0 {
		facts = append(facts, kit.Fact{Label: words.HonourMoney, Value: words.Count(int(l.Money))})
	}
	parts := []fyne.CanvasObject{title, chips, kit.NewFacts(facts...), kit.Lead(words.HandList)}
	if len(l.Handings) == 0 {
		parts = append(parts, kit.Para(words.HandNever, kit.Soft))
	}
	for _, h := range l.Handings {
		line := registry.NameOf(award.HandingNames, h.What) + " " + h.Day.Slash()
		for _, s := range []string{h.Number, h.To, h.Reason, h.Note} {
			if s != "" {
				line += " · " + s
			}
		}
		parts = append(parts, kit.Para(line, kit.Plain))
	}
	if n := len(others) - 1; n > 0 {
		g := kit.NewGrid("register-others",
			kit.Column[office.Registered]{Key: "year", Title: words.HonourYear, Width: 50, Text: func(x office.Registered) string { return kit.IDText(int64(x.Record.Year)) }},
			kit.Column[office.Registered]{Key: "award", Title: words.HonourAward, Width: 170, Grow: true, Text: func(x office.Registered) string { return x.Award }},
			kit.Column[office.Registered]{Key: "number", Title: words.HonourNumber, Width: 100, Text: func(x office.Registered) string { return x.Record.Number }},
		)
		var rows []office.Registered
		for _, x := range others {
			if x.Record.ID != r.ID {
				rows = append(rows, x)
			}
		}
		g.SetRows(rows)
		g.OnOpen = func(x office.Registered) {
			b.p.host.Go(kit.To(words.RouteRegister, "dong", kit.IDText(x.Record.ID)))
		}
		parts = append(parts, kit.Lead(words.Fill(words.HonourOthers, n)), kit.High(g, n))
	}
	parts = append(parts, container.NewHBox(kit.NewButton(words.PersonOpenFile, nil, func() {
		b.p.host.Go(kit.To(words.RouteRegister, "muc", partPeople, "nguoi", kit.IDText(r.Nominee)))
	})))
	b.detail.Put(kit.Panel(container.NewVScroll(kit.Stacked(parts...))))
}

func (b *book) decision(l office.Registered) {
	if l.Record.Decision != 0 {
		b.p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(l.Record.Decision)))
	}
}

// handOut notes what happened to the certificates of the chosen honours.
func (b *book) handOut() {
	rows := b.grid.Selected()
	if len(rows) == 0 {
		return
	}
	today := b.p.run.Office.Today()
	what := kit.NewSelect("", nil)
	what.SetChoices(noun.Names(award.HandingNames))
	what.SetKey(award.HandedOut)
	if rows[0].Record.Revoked != 0 {
		what.SetKey(award.TakenBack)
	}
	day := kit.NewDateEntry(today, false)
	day.SetDate(today)
	number, to, reason, note := kit.EntryOf("", 1), kit.EntryOf("", 1), kit.EntryOf("", 2), kit.EntryOf("", 1)
	f := kit.NewForm(
		&kit.Field{Key: "what", Label: words.HandWhat, Required: true, Control: what},
		&kit.Field{Key: "day", Label: words.HandDay, Required: true, Control: container.NewHBox(day)},
		&kit.Field{Key: "number", Label: words.HandNumber, Control: number},
		&kit.Field{Key: "to", Label: words.HandTo, Control: to},
		&kit.Field{Key: "reason", Label: words.HandReason, Hint: words.HandReasonIs, Control: reason},
		&kit.Field{Key: "note", Label: words.HandNote, Control: note},
	)
	ids := make([]int64, len(rows))
	for i, l := range rows {
		ids[i] = l.Record.ID
	}
	kit.FormDialog(b.p.host.Canvas(), words.Fill(words.HandTitle, len(rows)), f, 560, words.Save, modelwords.Say, func(done func(error)) {
		on := day.Value()
		h := award.Handing{What: what.Key(), Day: on, Number: number.Trimmed(), To: to.Trimmed(), Reason: reason.Trimmed(), Note: note.Trimmed()}
		task.Do(b.p.run, task.Job{Title: words.HandList, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return b.p.run.Office.Hand(ctx, ids, h)
		}, func(e audit.Entry) {
			done(nil)
			b.p.host.Done(words.Fill(words.HandDone, registry.NameOf(award.HandingNames, h.What), len(ids)), e.ID)
		})
	})
}

// print makes the register of the very lines shown and hands it to the viewer.
func (b *book) print() {
	rows := b.state.Shown()
	if len(rows) == 0 {
		b.p.host.Say(kit.Warn, words.RegisterNoneText, nil)
		return
	}
	ids := make([]int64, len(rows))
	for i, l := range rows {
		ids[i] = l.Record.ID
	}
	name := words.RegisterEvery
	if y := b.state.Filter.Year; y != 0 {
		name = kit.IDText(int64(y))
	}
	b.p.print(office.Print{Form: "so-khen-thuong", Honours: ids}, words.Fill(words.RegisterFile, name), words.RegisterPrinting)
}

// print makes a paper and hands it to the system's viewer.
func (p *Page) print(order office.Print, name, title string) {
	path := p.host.Scratch(name)
	task.Do(p.run, task.Job{Title: title}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		return struct{}{}, p.host.WriteFile(path, func(w io.Writer) error {
			_, err := p.run.Office.PrintTo(ctx, order, name, "pdf", w)
			return err
		})
	}, func(struct{}) { p.host.OpenFile(path) })
}
