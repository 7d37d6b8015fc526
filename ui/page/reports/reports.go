// Package reports is the page of the units' reports on a movement: who owes, who
// is late, what came in, what was accepted; chasing, returning, extending and
// handing over.
//
// Start at New. reports_state.go holds what is shown, without the toolkit; the
// forms are in reports_act.go. An accepted report is frozen: what the unit says
// otherwise later is shown beside it and changes nothing by itself.
//
// Glossary: Line — báo cáo của một đơn vị; Status — tình trạng; Handover — bàn giao.
package reports

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of reports.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot
	file  task.Slot

	gate     *noun.Gate
	movement *kit.Select
	period   *kit.Select
	status   *kit.Select
	list     *kit.Grid[office.ReportLine]
	detail   *kit.Detail
	units    *registry.Book
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.file},
		"report", "reminder", "movement", "unit")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Year = key, 0
		p.load()
	})
	p.period = kit.NewSelect("", func(key string) {
		p.state.SetKey(key)
		p.load()
	})
	p.status = kit.NewSelect(words.ReportsAll, func(key string) {
		p.state.Choose(key)
		p.show()
	})
	p.list = kit.NewGrid("reports",
		kit.Column[office.ReportLine]{Key: "unit", Title: words.ReportUnit, Width: 180, Grow: true, Text: func(l office.ReportLine) string { return l.Unit.Name },
			Order: kit.ByText(func(l office.ReportLine) string { return l.Unit.Name })},
		kit.Column[office.ReportLine]{Key: "status", Title: words.ReportStatus, Width: 130, Chip: true, Text: func(l office.ReportLine) string { return noun.ShortStatus(l.Status) },
			Tone: func(l office.ReportLine) kit.Tone { return Tone(l.Status) }},
		kit.Column[office.ReportLine]{Key: "due", Title: words.ReportDue, Width: 92, Text: func(l office.ReportLine) string { return l.Report.Deadline().Slash() },
			Order: func(a, b office.ReportLine) int { return int(a.Report.Deadline() - b.Report.Deadline()) }},
		kit.Column[office.ReportLine]{Key: "late", Title: words.ReportLate, Width: 94, Align: fyne.TextAlignTrailing, Text: func(l office.ReportLine) string {
			if l.Late <= 0 {
				return ""
			}
			return words.Count(l.Late)
		}, Order: func(a, b office.ReportLine) int { return a.Late - b.Late }},
		kit.Column[office.ReportLine]{Key: "received", Title: words.ReportReceived, Width: 92, Text: func(l office.ReportLine) string { return l.Report.First.Slash() }},
		kit.Column[office.ReportLine]{Key: "number", Title: words.ReportNumber, Width: 120, Text: func(l office.ReportLine) string { return l.Report.Number }},
	)
	p.list.Multi = true
	p.list.ID = func(l office.ReportLine) string { return strconv.FormatInt(l.Report.ID, 10) }
	p.list.OnSelect = func() {
		if l, ok := p.list.Current(); ok {
			p.state.Open = l.Report.ID
			p.openFile()
		}
	}
	ask := kit.NewButton(words.ReportsAsk, fynetheme.ContentAddIcon(), p.ask)
	p.list.SetEmpty(kit.Empty(nil, words.ReportsNone, words.ReportsNoneText))
	top := kit.Bar(kit.Wide(176, p.movement), kit.Wide(130, p.period), kit.Wide(180, p.status), kit.Spring(), kit.NewButton(words.RemindLog, nil, p.letters), ask,
		kit.NewButton(words.ReportsTake, fynetheme.DownloadIcon(), p.take).Primary())
	acts := kit.Bar(
		kit.NewButton(words.ReportsSend, nil, p.template),
		kit.NewButton(words.ReportsType, nil, p.typeIn),
		kit.NewButton(words.ReportsRemind, nil, p.remind),
		kit.NewButton(words.ReportsAccept, nil, p.accept),
		kit.NewButton(words.ReportsReturn, nil, p.giveBack),
		kit.NewButton(words.ReportsExtend, nil, p.extend),
		kit.NewButton(words.ReportsPass, nil, p.handOver),
		kit.Spring(),
	)
	p.detail = kit.NewDetail(nil)
	p.detail.Wait(words.ReportsPick, words.ReportsPickText)
	left := container.NewBorder(nil, acts, nil, nil, p.list)
	p.gate = noun.NewGate(p.host, container.NewBorder(top, nil, nil, nil, kit.NewHSplit("reports", 0.6, left, p.detail)))
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.gate.Content() }

// Show implements kit.Page: "phong-trao", "nam" (a year, or "tong-ket") and
// "tinh-trang" choose what is listed, "chon" the very reports (their ids) behind a
// figure, "bao-cao" opens one by its id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if v := r.Get("phong-trao"); v != "" && v != p.state.Code {
		p.state.Code, p.state.Year = v, 0
	}
	if v := r.Get("nam"); v != "" {
		p.state.SetKey(v)
	}
	if v := r.Get("bao-cao"); v != "" {
		if id := kit.ParseID(v); id != 0 {
			p.state.Open = id
		}
	}
	p.state.Status = movement.Status(r.Get("tinh-trang"))
	p.state.SetOnly(r.Get("chon"))
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { p.host.Canvas().Focus(p.list) }

func (p *Page) load() {
	s := p.state
	type read struct {
		state State
		units *registry.Book
	}
	task.Load(p.run, &p.slot, func(ctx context.Context) (r read, err error) {
		if s.Movements, err = p.run.Office.Movements(ctx); err != nil {
			return r, err
		}
		s.Settle(p.run.Office.Today())
		if m, ok := s.Movement(); ok {
			if s.Lines, err = p.run.Office.Reports(ctx, m.Code, s.Kind, s.Year); err != nil {
				return r, err
			}
		}
		r.state = s
		r.units, err = p.run.Office.Registry(ctx)
		return r, err
	}, func(r read) {
		r.state.Status, r.state.Open, r.state.Only = p.state.Status, p.state.Open, p.state.Only
		p.state, p.units = r.state, r.units
		p.gate.Open(len(p.state.Movements) > 0)
		p.movement.SetChoices(noun.Movements(p.state.Movements, ""))
		if m, ok := p.state.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.period.SetChoices(p.state.Rounds(p.run.Office.Today()))
		p.period.SetKey(p.state.Key())
		p.show()
	})
}

func (p *Page) show() {
	p.status.SetChoices(p.state.Filters())
	p.status.SetKey(p.state.Filter())
	p.host.Here(kit.To(words.RouteReports, "phong-trao", p.state.Code, "nam", p.state.Key(), "tinh-trang", string(p.state.Status), "chon", p.state.OnlyKey()))
	p.list.SetRows(p.state.Shown())
	if p.state.Open != 0 {
		p.list.SelectID(strconv.FormatInt(p.state.Open, 10))
		p.openFile()
	}
}

func (p *Page) openFile() {
	id := p.state.Open
	task.Load(p.run, &p.file, func(ctx context.Context) (office.ReportFile, error) { return p.run.Office.Report(ctx, id) }, p.showFile)
}

func (p *Page) showFile(f office.ReportFile) {
	r := f.Report
	title := widget.NewLabelWithStyle(f.Unit.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameHeadingText
	title.Wrapping = fyne.TextWrapWord
	head := []fyne.CanvasObject{title, container.NewHBox(kit.NewChip(StatusName(f.Status), Tone(f.Status)))}
	if len(f.Heirs) > 0 && f.Status == movement.Ended {
		head = append(head, kit.Para(words.Fill(words.ReportHeirs, p.names(f.Heirs)), kit.Warn))
		if !f.Whole {
			head = append(head, kit.Para(words.ReportNotWhole, kit.Warn))
		}
	}
	by := ""
	if r.Handover.Chosen() {
		by = strings.Trim(registry.NameOf(movement.HandoverNames, r.Handover.Way)+": "+p.names(r.Handover.To), ": ")
	}
	head = append(head, kit.NewFacts(
		kit.Fact{Label: words.ReportDue, Value: r.Deadline().Slash()},
		kit.Fact{Label: words.ReportReceived, Value: r.First.Slash()},
		kit.Fact{Label: words.ReportNumber, Value: r.Number},
		kit.Fact{Label: words.ReportAccepted, Value: r.Accepted.Slash()},
		kit.Fact{Label: words.ReportBy, Value: by},
	))
	for _, b := range r.Returns {
		head = append(head, kit.Para(b.Day.Slash()+": "+b.Reason, kit.Warn))
	}
	tabs := kit.NewTabs()
	tabs.Add(words.ReportFigures, figures(f))
	tabs.Add(words.ReportText, narrative(r.Content))
	tabs.Add(words.Fill(words.RemindTab, len(f.Reminders)), p.reminded(f))
	tabs.Add(words.ReportHistory, noun.History(f.History))
	p.detail.Put(kit.Panel(container.NewBorder(kit.Stacked(head...), nil, nil, nil, tabs)))
}

func (p *Page) names(ids []registry.UnitID) string {
	var out []string
	for _, id := range ids {
		if v, ok := p.units.Near(id, p.run.Office.Today()); ok {
			out = append(out, v.Name)
		}
	}
	return strings.Join(out, ", ")
}

func figures(f office.ReportFile) fyne.CanvasObject {
	tone := func(x Figure) kit.Tone {
		switch {
		case x.Missing:
			return kit.Warn
		case x.Under:
			return kit.Plain
		}
		return kit.Info
	}
	g := kit.NewGrid("report-figures",
		kit.Column[Figure]{Key: "item", Title: words.ReportItem, Width: 240, Grow: true, Text: func(x Figure) string { return x.Item }, Tone: tone,
			Indent: func(x Figure) int {
				if x.Under {
					return 1
				}
				return 0
			}},
		kit.Column[Figure]{Key: "value", Title: words.ReportValue, Width: 108, Align: fyne.TextAlignTrailing, Text: func(x Figure) string { return x.Value }, Tone: tone},
	)
	g.SetRows(Figures(f))
	var parts []fyne.CanvasObject
	for _, l := range []struct {
		title string
		lines []string
	}{{words.ReportUnread, Unread(f)}, {words.ReportChanged, Changes(f)}} {
		for i, line := range l.lines {
			if i == 0 {
				parts = append(parts, kit.Lead(l.title))
			}
			parts = append(parts, kit.Para(line, kit.Warn))
		}
	}
	if len(parts) == 0 {
		return g
	}
	return container.NewBorder(nil, kit.Stacked(parts...), nil, nil, g)
}

func narrative(c report.Content) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	for _, n := range report.NarrativeNames {
		if t := c.Narrative[n.Code]; t != "" {
			parts = append(parts, kit.Lead(n.Name), kit.Para(t, kit.Plain))
		}
	}
	for _, g := range []struct {
		title string
		list  []report.Named
	}{{words.ReportExemplars, c.Exemplars}, {words.ReportIdeas, c.Initiatives}} {
		if len(g.list) > 0 {
			parts = append(parts, kit.Lead(g.title))
		}
		for _, x := range g.list {
			parts = append(parts, kit.Para(strings.Trim(x.Name+": "+x.What, ": "), kit.Plain))
		}
	}
	for _, a := range c.Awards {
		parts = append(parts, kit.Para(words.Fill(words.ReportAwards, a.Collectives, a.Households, a.Individuals), kit.Plain))
	}
	if len(c.Petitions) > 0 {
		parts = append(parts, kit.Lead(words.ReportPetitions))
	}
	for _, t := range c.Petitions {
		parts = append(parts, kit.Para(t, kit.Plain))
	}
	if len(parts) == 0 {
		return kit.Empty(nil, words.ReportEmpty, "")
	}
	return container.NewVScroll(kit.Stacked(parts...))
}
