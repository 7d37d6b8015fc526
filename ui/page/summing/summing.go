// Package summing is the page of what the reports add up to: who reported, the
// figures by criterion, the awards, as units stood then and rolled to today, and
// the words around them for the report to the Chủ tịch.
//
// Start at New. summing_state.go holds what is shown, without the toolkit. Every
// number opens the list behind it; a unit that was divided is never added up
// silently.
//
// Glossary: Sum — tổng hợp; Round — kỳ báo cáo.
package summing

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of sums.
type Page struct {
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot
	shown bool

	all      fyne.CanvasObject
	movement *kit.Select
	round    *kit.Select
	body     *fyne.Container
	tabs     *kit.Tabs
	texts    map[string]*kit.Entry
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Year = key, 0
		p.load()
	})
	p.round = kit.NewSelect("", func(key string) {
		p.state.Choose(key)
		p.load()
	})
	top := kit.Bar(kit.Wide(320, p.movement), kit.Wide(180, p.round), kit.Spring(),
		kit.NewButton(words.SumPrint, fynetheme.DocumentIcon(), p.print).Primary())
	p.body = container.NewStack()
	p.all = container.NewBorder(top, nil, nil, nil, p.body)
	run.Watch(func(office.Notice) {
		if p.shown {
			p.load()
		}
	}, "report", "record", "summary", "unit_plan", "movement", "unit")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "phong-trao" and "ky" (2025, close-2026) choose what is summed up.
func (p *Page) Show(r kit.Route) {
	p.shown = true
	if v := r.Get("phong-trao"); v != "" && v != p.state.Code {
		p.state.Code, p.state.Year = v, 0
	}
	p.state.Choose(r.Get("ky"))
	p.load()
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.shown = false
	p.slot.Stop()
}

// Find implements kit.Page: there is nothing to search in.
func (p *Page) Find() {}

func (p *Page) load() {
	s := p.state
	task.Load(p.run, &p.slot, func(ctx context.Context) (State, error) {
		var err error
		if s.Movements, err = p.run.Office.Movements(ctx); err != nil {
			return s, err
		}
		s.Settle(p.run.Office.Today())
		if m, ok := s.Movement(); ok {
			s.Sum, err = p.run.Office.SumUp(ctx, m.Code, s.Kind, s.Year)
		}
		return s, err
	}, func(s State) {
		p.state = s
		cs := make([]kit.Choice, len(s.Movements))
		for i, m := range s.Movements {
			cs[i] = kit.Choice{Key: m.Code, Label: m.Name}
		}
		p.movement.SetChoices(cs)
		if m, ok := s.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.round.SetChoices(s.Rounds(p.run.Office.Today()))
		p.round.SetKey(key(s.Round))
		p.host.Here(kit.To(words.RouteSumming, "phong-trao", s.Code, "ky", key(s.Round)))
		p.show()
	})
}

// reports opens the list of reports behind a number.
func (p *Page) reports(status movement.Status) {
	year := strconv.Itoa(p.state.Year)
	if p.state.Kind == report.Closing {
		year = "tong-ket"
	}
	m, _ := p.state.Movement()
	p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", year, "tinh-trang", string(status)))
}

func (p *Page) print() {
	form := "bao-cao-hang-nam"
	if p.state.Kind == report.Closing {
		form = "bao-cao-tong-ket"
	}
	m, _ := p.state.Movement()
	p.host.Go(kit.To(words.RoutePrint, "mau", form, "phong-trao", m.Code, "nam", strconv.Itoa(p.state.Year)))
}

func (p *Page) show() {
	s := &p.state.Sum
	facts := kit.NewFacts(
		kit.Fact{Label: words.SumOwing, Value: words.Count(len(s.Owing)), OnTap: func() { p.reports("") }},
		kit.Fact{Label: words.SumReported, Value: words.Count(len(s.Reported)), OnTap: func() { p.reports(movement.Accepted) }},
		kit.Fact{Label: words.SumLate, Value: words.Count(len(s.Late)), OnTap: func() { p.reports("") }},
		kit.Fact{Label: words.SumMissing, Value: words.Count(len(s.Missing)), OnTap: func() { p.reports(movement.Late) }},
		kit.Fact{Label: words.SumPlanned, Value: words.Count(len(s.Planned))},
	)
	at := 0
	if p.tabs != nil {
		at = p.tabs.At()
	}
	p.tabs = kit.NewTabs()
	p.tabs.Add(words.SumFigures, p.figures())
	p.tabs.Add(words.SumAwards, p.awards())
	p.tabs.Add(words.SumThen, units("sum-then", p.state.Units(s.Then), false))
	p.tabs.Add(words.SumToday, units("sum-today", p.state.Units(s.Rolled), true))
	p.tabs.Add(words.SumText, p.words())
	p.tabs.Open(at)
	head := []fyne.CanvasObject{facts}
	if s.Summary.Filed != 0 {
		head = append(head, kit.Para(words.Fill(words.SumFiled, s.Summary.Number, s.Summary.Date.Slash()), kit.Info))
	}
	p.body.Objects = []fyne.CanvasObject{container.NewBorder(kit.Panel(kit.Stacked(head...)), nil, nil, nil, p.tabs)}
	p.body.Refresh()
}

func (p *Page) figures() fyne.CanvasObject {
	g := kit.NewGrid("sum-figures",
		kit.Column[Figure]{Key: "criterion", Title: words.SumCriterion, Width: 330, Text: func(f Figure) string { return f.Criterion }},
		kit.Column[Figure]{Key: "label", Title: words.SumFigure, Width: 330, Text: func(f Figure) string { return f.Label }},
		kit.Column[Figure]{Key: "value", Title: words.SumValue, Width: 90, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Value }},
		kit.Column[Figure]{Key: "of", Title: words.SumOf, Width: 110, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Of }},
		kit.Column[Figure]{Key: "share", Title: words.SumShare, Width: 80, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Share }},
		kit.Column[Figure]{Key: "reports", Title: words.SumReports, Width: 90, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return words.Count(f.Reports) }},
	)
	g.OnOpen = func(Figure) { p.reports(movement.Accepted) }
	g.SetRows(p.state.Figures())
	return g
}

func (p *Page) awards() fyne.CanvasObject {
	number := func(get func(office.SumAward) int) func(office.SumAward) string {
		return func(a office.SumAward) string { return words.Count(get(a)) }
	}
	g := kit.NewGrid("sum-awards",
		kit.Column[office.SumAward]{Key: "name", Title: words.SumAward, Width: 420, Text: func(a office.SumAward) string { return a.Name }},
		kit.Column[office.SumAward]{Key: "sets", Title: words.SumSets, Width: 90, Align: fyne.TextAlignTrailing, Text: number(func(a office.SumAward) int { return a.Collectives })},
		kit.Column[office.SumAward]{Key: "homes", Title: words.SumHomes, Width: 100, Align: fyne.TextAlignTrailing, Text: number(func(a office.SumAward) int { return a.Households })},
		kit.Column[office.SumAward]{Key: "people", Title: words.SumPeople, Width: 90, Align: fyne.TextAlignTrailing, Text: number(func(a office.SumAward) int { return a.Individuals })},
		kit.Column[office.SumAward]{Key: "proposed", Title: words.SumProposed, Width: 90, Align: fyne.TextAlignTrailing, Text: number(func(a office.SumAward) int { return a.Proposed })},
	)
	g.OnOpen = func(a office.SumAward) {
		m, _ := p.state.Movement()
		p.host.Go(kit.To(words.RouteDossiers, "phong-trao", m.Code, "hinh-thuc", a.Code))
	}
	g.SetRows(p.state.Sum.Awards)
	return g
}

func units(name string, list []Unit, rolled bool) fyne.CanvasObject {
	cols := []kit.Column[Unit]{
		{Key: "name", Title: words.SumUnit, Width: 300, Text: func(u Unit) string { return u.Name }},
		{Key: "given", Title: words.SumGiven, Width: 220, Text: func(u Unit) string { return u.Given }},
	}
	if rolled {
		cols = append(cols,
			kit.Column[Unit]{Key: "from", Title: words.SumFrom, Width: 300, Text: func(u Unit) string { return u.From }},
			kit.Column[Unit]{Key: "parts", Title: words.SumParts, Width: 300, Text: func(u Unit) string { return u.Parts }, Tone: func(Unit) kit.Tone { return kit.Warn }})
	}
	g := kit.NewGrid(name, cols...)
	g.SetRows(list)
	return g
}

// words edits the narrative parts; a report that was signed is only shown.
func (p *Page) words() fyne.CanvasObject {
	s := p.state.Sum.Summary
	p.texts = map[string]*kit.Entry{}
	var fields []*kit.Field
	for _, n := range report.SummaryNames {
		e := kit.NewTextArea(3)
		e.SetText(strings.Join(s.Narrative[n.Code], "\n"))
		if s.Filed != 0 {
			e.Disable()
		}
		p.texts[n.Code] = e
		fields = append(fields, &kit.Field{Key: n.Code, Label: n.Name, Control: e})
	}
	save := kit.NewButton(words.SumSave, fynetheme.DocumentSaveIcon(), p.save)
	if s.Filed != 0 {
		save.Disable()
	}
	return container.NewBorder(nil, kit.Bar(kit.Small(words.SumOnePer, kit.Soft), kit.Spring(), save), nil, nil, container.NewVScroll(kit.NewForm(fields...)))
}

func (p *Page) save() {
	s := p.state.Sum.Summary
	narrative := map[string][]string{}
	for k, v := range s.Narrative {
		narrative[k] = v
	}
	for code, e := range p.texts {
		narrative[code] = strings.Split(e.Text, "\n")
	}
	s.Narrative = narrative
	task.Do(p.run, task.Job{Title: words.SumSave}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.SaveSummary(ctx, &s)
	}, func(e audit.Entry) { p.host.Done(words.SumSaved, e.ID) })
}
