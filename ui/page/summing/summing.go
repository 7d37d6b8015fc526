// Package summing is the page of what the reports add up to: who reported, the
// figures by criterion, the awards, as units stood then and rolled to today, and
// the words around them for the report to the Chủ tịch.
//
// Start at New. summing_state.go holds what is shown, without the toolkit;
// summing_words.go edits the words and files the report. Every
// number opens the list behind it; a unit that was divided is never added up
// silently.
//
// Glossary: Sum — tổng hợp; Round — kỳ báo cáo.
package summing

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/office"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of sums.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot

	gate     *noun.Gate
	movement *kit.Select
	round    *kit.Select
	body     *fyne.Container
	file     *kit.Button
	tabs     *kit.Tabs
	save     *kit.Button // of the narrative parts
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, state: State{typed: map[place]map[string]string{}}}
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Year = key, 0
		p.load()
	})
	p.round = kit.NewSelect("", func(key string) {
		p.state.SetKey(key)
		p.load()
	})
	p.file = kit.NewButton(words.SumFile, nil, func() { p.saved(p.fileForm) })
	top := kit.Bar(kit.Wide(320, p.movement), kit.Wide(180, p.round), kit.Spring(),
		p.file, kit.NewButton(words.SumPrint, fynetheme.DocumentIcon(), func() { p.saved(p.print) }).Primary())
	p.body = container.NewStack()
	p.gate = noun.NewGate(p.host, container.NewBorder(top, nil, nil, nil, p.body))
	p.Keep(run, p.load, []*task.Slot{&p.slot},
		"report", "record", "summary", "unit_plan", "movement", "unit", "exemplar", "petition")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.gate.Content() }

// Show implements kit.Page: "phong-trao" and "nam" (a year, or "tong-ket") choose what is summed up.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if v := r.Get("phong-trao"); v != "" && v != p.state.Code {
		p.state.Code, p.state.Year = v, 0
	}
	p.state.SetKey(r.Get("nam"))
	p.load()
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
		p.gate.Open(len(s.Movements) > 0)
		p.movement.SetChoices(noun.Movements(s.Movements, ""))
		if m, ok := s.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.round.SetChoices(s.Rounds(p.run.Office.Today()))
		p.round.SetKey(s.Key())
		p.host.Here(kit.To(words.RouteSumming, "phong-trao", s.Code, "nam", s.Key()))
		p.show()
	})
}

// reports opens the very reports a number counts.
func (p *Page) reports(ids []int64) {
	if len(ids) == 0 {
		return
	}
	// Where no closing report was asked for, the last year's count as it.
	r := p.state.Sum.Lines[ids[0]].Report
	year := noun.RoundKey(report.Round{Kind: r.Kind, Year: r.Year})
	m, _ := p.state.Movement()
	p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", year, "chon", list(ids)))
}

// behind opens reports of any year: the closing sums add up the yearly ones.
func (p *Page) behind(ids []int64) {
	m, _ := p.state.Movement()
	by := p.state.ByYear(ids)
	switch len(by) {
	case 0:
	case 1:
		p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", by[0].Key, "chon", list(by[0].IDs)))
	default:
		options := make([]kit.Option, len(by))
		for i, y := range by {
			options[i] = kit.Option{Key: y.Key, Label: words.Fill(words.ReportsYear, y.Key), Note: words.Fill(words.SumCount, len(y.IDs))}
		}
		kit.Pick(p.host.Canvas(), words.SumWhichYear, "", options, func(o kit.Option) {
			for _, y := range by {
				if y.Key == o.Key {
					p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", y.Key, "chon", list(y.IDs)))
				}
			}
		})
	}
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
	code, year := s.Movement.Code, ""
	if p.state.Kind == report.Yearly {
		year = strconv.Itoa(p.state.Year)
	}
	tiles := container.NewGridWithColumns(7)
	tile := func(n int, label, note string, tone kit.Tone, open func()) {
		if n == 0 {
			tone, open = kit.Quiet, nil
		}
		tiles.Add(kit.NewTile(words.Count(n), label, note, tone, open))
	}
	tile(len(s.Owing), words.SumOwing, words.SumOpen, kit.Info, func() { p.reports(s.Owing) })
	tile(len(s.Reported), words.SumReported, words.Fill(words.SumAccepted, s.Accepted), kit.Good, func() { p.reports(s.Reported) })
	tile(len(s.Late), words.SumLate, words.SumOpen, kit.Warn, func() { p.reports(s.Late) })
	tile(len(s.Missing), words.SumMissing, words.SumMissingIs, kit.Bad, func() { p.reports(s.Missing) })
	tile(len(s.Planned), words.SumPlanned, words.Fill(words.SumUnplanned, len(s.Owing)-len(s.Planned)), kit.Info, func() { p.host.Go(kit.To(words.RoutePlans, "phong-trao", code)) })
	tile(len(s.Exemplars), words.SumModels, words.SumOpen, kit.Info, func() { p.host.Go(kit.To(words.RouteExemplars, "phong-trao", code, "nam", year)) })
	tile(len(s.Petitions), words.SumPetitions, words.SumOpen, kit.Info, func() { p.host.Go(kit.To(words.RoutePetitions, "phong-trao", code, "nam", year)) })
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
	p.file.SetEnabled(s.Summary.Filed == 0 && s.Movement.ID != 0)
	head := []fyne.CanvasObject{tiles}
	if s.Summary.Filed != 0 {
		head = append(head, kit.Para(words.Fill(words.SumFiled, s.Summary.Number, s.Summary.Date.Slash()), kit.Info))
	}
	p.body.Objects = []fyne.CanvasObject{container.NewBorder(kit.Stacked(head...), nil, nil, nil, p.tabs)}
	p.body.Refresh()
}

func (p *Page) figures() fyne.CanvasObject {
	g := kit.NewGrid("sum-figures",
		kit.Column[Figure]{Key: "criterion", Title: words.SumCriterion, Width: 330, Text: func(f Figure) string { return f.Criterion }},
		kit.Column[Figure]{Key: "label", Title: words.SumFigure, Width: 330, Text: func(f Figure) string { return f.Label }},
		kit.Column[Figure]{Key: "value", Title: words.SumValue, Width: 90, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Value }},
		kit.Column[Figure]{Key: "of", Title: words.SumOf, Width: 110, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Of }},
		kit.Column[Figure]{Key: "share", Title: words.SumShare, Width: 80, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return f.Share }},
		kit.Column[Figure]{Key: "reports", Title: words.SumReports, Width: 90, Align: fyne.TextAlignTrailing, Text: func(f Figure) string { return words.Count(len(f.IDs)) }},
	)
	g.OnOpen = func(f Figure) { p.behind(f.IDs) }
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
		if a.Code == "" {
			p.behind(a.Reports)
			return
		}
		m, _ := p.state.Movement()
		year := ""
		if p.state.Kind == report.Yearly {
			year = strconv.Itoa(p.state.Year)
		}
		p.host.Go(kit.To(words.RouteRegister, "phong-trao", m.Code, "hinh-thuc", a.Code, "nam", year, "hieu-luc", "1"))
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
