// Package statistics is the page of the figures the ministry asks for (TT
// 02/2023/TT-BNV, before it TT 03/2018/TT-BNV), for any period: every figure opens
// the list it was counted from.
//
// Start at New. statistics_state.go holds what is shown, without the toolkit;
// statistics_act.go types figures and files a biểu. The page promises that a filed
// biểu stays as it was sent and that what is counted otherwise since is shown
// beside it.
//
// Glossary: Statistic — biểu thống kê; Period — kỳ báo cáo; Filing — biểu đã chốt.
package statistics

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/office"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of statistics.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State

	slot, lines task.Slot

	all      fyne.CanvasObject
	form     *kit.Select
	length   *kit.Select
	part     *kit.Select
	year     *kit.Select
	from, to *kit.DateEntry
	partBox  fyne.CanvasObject
	yearBox  fyne.CanvasObject
	freeBox  *fyne.Container
	top      *fyne.Container
	head     *fyne.Container
	table    *fyne.Container
	behind   *fyne.Container
	grid     *kit.Grid[Line]
	edit     *kit.Button
	file     *kit.Button
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.state.Forms = run.Office.StatisticForms()
	p.state.Form = "bieu-0603"
	p.state.Period = PeriodOf("", run.Office.Today())
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.lines},
		"filing", "record", "movement", "nominee", "decision")
	return p
}

func (p *Page) build() {
	today := p.run.Office.Today()
	p.form = kit.NewSelect("", func(key string) {
		p.state.Form, p.state.Row, p.state.Column = key, "", ""
		p.load()
	})
	p.form.SetChoices(p.state.FormChoices())
	p.length = kit.NewSelect("", func(key string) {
		p.state.Period = p.state.Period.Change(Length(key), today)
		p.period()
	})
	p.length.SetChoices(Lengths())
	p.part = kit.NewSelect("", func(key string) { p.state.Period.Part = number(key); p.period() })
	p.year = kit.NewSelect("", func(key string) { p.state.Period.Year = number(key); p.period() })
	p.from, p.to = kit.NewDateEntry(today, false), kit.NewDateEntry(today, false)
	p.from.OnChange = func(d when.Date) { p.state.Period.From = d; p.period() }
	p.to.OnChange = func(d when.Date) { p.state.Period.To = d; p.period() }
	p.partBox, p.yearBox = kit.Wide(140, p.part), kit.Wide(120, p.year)
	p.freeBox = container.NewHBox(p.from, container.NewCenter(kit.Text(words.StatTo, kit.Soft)), p.to)
	p.edit = kit.NewButton(words.StatEdit, nil, p.editRow)
	p.file = kit.NewButton(words.StatFile, nil, p.fileForm)
	p.top = kit.Bar(kit.Wide(232, p.form), kit.Wide(96, p.length), p.partBox, p.yearBox, p.freeBox, kit.Spring(), p.edit, p.file,
		kit.NewButton(words.StatPrint, fynetheme.DocumentPrintIcon(), p.print).Primary())
	p.head, p.table, p.behind = container.NewStack(), container.NewStack(), container.NewStack()
	p.all = container.NewBorder(container.NewVBox(p.top, p.head), nil, nil, nil, kit.NewHSplit("statistics", 0.62, p.table, p.behind))
}

func number(key string) int {
	n, err := strconv.Atoi(key)
	if err != nil {
		return 0
	}
	return n
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "bieu" is the form (bieu-0603), "ky" the period as the
// console writes it (2025, 2025-Q3, 2023..2025), "dong" and "cot" the cell whose
// list is shown.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	s := &p.state
	if v := r.Get("bieu"); v != "" {
		s.Form = v
	}
	if v := r.Get("ky"); v != "" {
		s.Period = PeriodOf(v, p.run.Office.Today())
	}
	s.Row, s.Column = r.Get("dong"), r.Get("cot")
	p.period()
}

func (p *Page) route() kit.Route {
	s := &p.state
	return kit.To(words.RouteStatistics, "bieu", s.Form, "ky", s.Period.Key(), "dong", s.Row, "cot", s.Column)
}

// Find implements kit.Page: the keyboard goes to the figures.
func (p *Page) Find() {
	if p.grid != nil {
		p.host.Canvas().Focus(p.grid)
	}
}

// Walk opens a figure and shows another form and period in a smoke run.
func (p *Page) Walk() []task.Step {
	to := func(kv ...string) func() error {
		return func() error { p.host.Go(kit.To(words.RouteStatistics, kv...)); return nil }
	}
	return []task.Step{
		{Name: "mot-so", Do: to("bieu", "bieu-0603", "ky", "2023..2025", "dong", "01", "cot", "tong")},
		{Name: "cap-nha-nuoc", Do: to("bieu", "bieu-0602", "ky", "2025-Q4")},
		{Name: "tu-chon", Do: to("bieu", "bieu-0601", "ky", "2024-01-15..2025-03-31", "dong", "01", "cot", "tong")},
	}
}

// period shows the choices of the length chosen and counts anew.
func (p *Page) period() {
	s := &p.state
	p.form.SetKey(s.Form)
	p.length.SetKey(string(s.Period.Length))
	parts, years := s.Period.Parts(), s.Period.Years(p.run.Office.Today())
	p.part.SetChoices(parts)
	p.part.SetKey(strconv.Itoa(s.Period.Part))
	p.year.SetChoices(years)
	p.year.SetKey(strconv.Itoa(s.Period.Year))
	see := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	see(p.partBox, parts != nil)
	see(p.yearBox, years != nil)
	see(p.freeBox, s.Period.Length == Free)
	if s.Period.Length == Free {
		if d, _ := p.from.Date(); d != s.Period.From {
			p.from.SetDate(s.Period.From)
		}
		if d, _ := p.to.Date(); d != s.Period.To {
			p.to.SetDate(s.Period.To)
		}
	}
	kit.Relay(p.top)
	p.load()
}

func (p *Page) load() {
	s := &p.state
	span, ok := s.Period.Span()
	if !ok {
		p.noPeriod()
		return
	}
	code := s.Form
	task.Load(p.run, &p.slot, func(ctx context.Context) (office.Statistic, error) { return p.run.Office.Statistic(ctx, code, span) }, func(got office.Statistic) {
		p.state.Got = got
		p.show()
	})
}

// noPeriod says that the days chosen are no period; the figures stay.
func (p *Page) noPeriod() {
	p.head.Objects = []fyne.CanvasObject{kit.Para(words.Fill(words.StatWrong, p.state.Got.Span.Name), kit.Bad)}
	p.head.Refresh()
}

func (p *Page) show() {
	s := &p.state
	p.host.Here(p.route())
	text, tone := words.StatDraft, kit.Soft
	if f := s.Got.Filing; f.Filed != 0 {
		text, tone = words.Fill(words.StatFiled, f.Filed.Slash(), f.Number), kit.Info
	}
	head := kit.Stacked(kit.NewFacts(
		kit.Fact{Label: words.StatPeriod, Value: s.Got.Span.Name},
		kit.Fact{Label: words.StatBasis, Value: s.Got.Form.Basis + ", " + s.Got.Form.BasisDay},
		kit.Fact{Label: words.StatState, Value: text, Tone: tone},
	))
	if len(s.Got.Filing.Typed) > 0 {
		head.Add(kit.Para(words.StatTyped, kit.Warn))
	}
	if changes := s.Changes(); len(changes) > 0 {
		parts := kit.Stacked(kit.Para(words.Fill(words.StatChanges, len(changes)), kit.Bad))
		for _, c := range changes {
			parts.Add(kit.Para(c, kit.Plain))
		}
		head.Add(kit.High(container.NewVScroll(parts), min(len(changes)+1, 4)))
	}
	p.head.Objects = []fyne.CanvasObject{kit.Panel(head)}
	p.head.Refresh()
	p.file.SetEnabled(s.Got.Filing.Filed == 0)
	p.draw()
	p.list()
}

// draw makes the table: its columns are those of the form.
func (p *Page) draw() {
	s := &p.state
	figures := float32(112)
	if len(s.Got.Form.Columns) > 6 {
		figures = 86
	}
	cols := []kit.Column[Line]{
		{Key: "row", Title: words.StatRow, Width: 250, Grow: true, Text: func(l Line) string { return l.Label }},
		{Key: "code", Title: words.StatCode, Width: 36, Text: func(l Line) string { return l.Code }, Tone: func(Line) kit.Tone { return kit.Soft }},
	}
	for i, c := range s.Got.Form.Columns {
		cols = append(cols, kit.Column[Line]{Key: c.Key, Title: words.Fill(words.StatN, i+1, Head(c)), Width: figures, Align: fyne.TextAlignTrailing,
			Text: func(l Line) string { return s.Cell(l, c.Key) }, Tone: func(l Line) kit.Tone { return s.CellTone(l, c.Key) },
			OnTap: func(l Line) { p.open(l.Code, c.Key) }})
	}
	g := kit.NewGrid("statistics-"+s.Form, cols...)
	g.ID = func(l Line) string { return l.Code + l.Label }
	g.OnSelect = func() {
		l, ok := g.Current()
		p.edit.SetEnabled(ok && l.Code != "" && s.Got.Filing.Filed == 0)
	}
	g.OnOpen = func(l Line) {
		if l.Code != "" {
			p.open(l.Code, s.Got.Form.Columns[0].Key)
		}
	}
	g.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	g.SetRows(s.Lines())
	for _, l := range s.Lines() {
		if l.Code == s.Row && s.Row != "" {
			g.SelectID(g.ID(l))
		}
	}
	p.grid = g
	g.OnSelect()
	p.table.Objects = []fyne.CanvasObject{g}
	p.table.Refresh()
}

// open shows the list behind a cell.
func (p *Page) open(row, column string) {
	p.state.Row, p.state.Column = row, column
	p.host.Here(p.route())
	p.list()
}

func (p *Page) list() {
	s := &p.state
	if s.Row == "" || s.Column == "" {
		p.lines.Stop()
		p.put(kit.Empty(nil, words.StatNothing, words.StatNothingText))
		return
	}
	code, span, row, column := s.Form, s.Got.Span, s.Row, s.Column
	task.Load(p.run, &p.lines, func(ctx context.Context) ([]office.StatisticLine, error) {
		return p.run.Office.StatisticList(ctx, code, span, row, column)
	}, func(list []office.StatisticLine) {
		p.state.List = list
		p.put(p.drawn())
	})
}

func (p *Page) put(o fyne.CanvasObject) {
	p.behind.Objects = []fyne.CanvasObject{o}
	p.behind.Refresh()
}

// drawn is the list behind the cell chosen.
func (p *Page) drawn() fyne.CanvasObject {
	s := &p.state
	movements := len(s.Got.Movements) > 0
	var cols []kit.Column[office.StatisticLine]
	if movements {
		cols = []kit.Column[office.StatisticLine]{
			{Key: "name", Title: words.StatWho, Width: 200, Grow: true, Bold: true, Text: func(l office.StatisticLine) string { return l.Name }},
			{Key: "unit", Title: words.StatLauncher, Width: 150, Text: func(l office.StatisticLine) string { return l.Unit }},
			{Key: "date", Title: words.StatFrom, Width: 84, Text: func(l office.StatisticLine) string { return l.Date.Slash() }},
		}
	} else {
		cols = []kit.Column[office.StatisticLine]{
			{Key: "name", Title: words.StatWho, Width: 140, Grow: true, Bold: true, Text: func(l office.StatisticLine) string { return l.Name }},
			{Key: "number", Title: words.StatNumber, Width: 110, Text: func(l office.StatisticLine) string { return l.Number }},
			{Key: "date", Title: words.StatDate, Width: 84, Text: func(l office.StatisticLine) string { return l.Date.Slash() }},
			{Key: "unit", Title: words.StatUnit, Width: 150, Text: func(l office.StatisticLine) string { return l.Unit }},
			{Key: "award", Title: words.StatAward, Width: 150, Text: func(l office.StatisticLine) string { return l.Award }},
			{Key: "kind", Title: words.StatKind, Width: 84, Text: func(l office.StatisticLine) string { return l.Kind.String() }},
		}
	}
	g := kit.NewGrid("statistics-list", cols...)
	g.Multi = true
	g.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	g.OnOpen = func(l office.StatisticLine) {
		if movements {
			p.host.Go(kit.To(words.RouteMovements, "ma", l.Movement))
			return
		}
		p.host.Go(kit.To(words.RouteRegister, "dong", strconv.FormatInt(l.ID, 10)))
	}
	g.SetEmpty(kit.Para(words.StatNoList, kit.Soft))
	g.SetRows(s.List)
	head := kit.Stacked(kit.Para(s.RowName(s.Row)+" · "+s.ColumnName(s.Column)+": "+words.Fill(words.Rows, len(s.List)), kit.Plain))
	if l := s.lineOf(s.Row); s.Cell(l, s.Column) != words.Count(s.Counted(s.Row, s.Column)) {
		head.Add(kit.Para(words.Fill(words.StatCounted, s.Counted(s.Row, s.Column)), kit.Warn))
	}
	return container.NewBorder(head, nil, nil, nil, g)
}
