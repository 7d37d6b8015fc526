// Package petitions is the page of what units raise through Sở Nội vụ: received,
// passed on, answered, the unit told, with days and papers, and how long the
// unanswered have waited.
//
// Start at New. petitions_state.go holds what is shown, without the toolkit;
// petitions_act.go holds the forms of each step. The page keeps what each step was
// and never answers anybody by itself.
//
// Glossary: Petition — kiến nghị, vướng mắc; Waited — số ngày làm việc đã chờ.
package petitions

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of petitions.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State

	slot, kept task.Slot

	gate     *noun.Gate
	movement *kit.Select
	year     *kit.Select
	filter   *kit.Select
	search   *kit.Search
	list     *kit.Grid[office.PetitionLine]
	acts     map[string]*kit.Button
	detail   *kit.Detail
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, acts: map[string]*kit.Button{}}
	p.state.Today = run.Office.Today()
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.kept},
		"petition", "movement", "unit")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Year = key, 0
		p.load()
	})
	p.year = kit.NewSelect("", func(key string) {
		p.state.Year = int(kit.ParseID(key))
		p.load()
	})
	p.filter = kit.NewSelect("", func(key string) { p.state.Show = Show(key); p.show() })
	p.search = kit.NewSearch(words.PetitionsSearch, func(t string) { p.state.Text = t; p.show() })
	p.search.OnDown = func() { p.host.Canvas().Focus(p.list); p.list.Select(0) }
	stage := func(l office.PetitionLine) string {
		return registry.NameOf(report.StageNames, string(l.Petition.Stage()))
	}
	p.list = kit.NewGrid("petitions",
		kit.Column[office.PetitionLine]{Key: "waited", Title: words.PetitionWaited, Width: 84, Chip: true, Text: func(l office.PetitionLine) string {
			if !l.Open() {
				return ""
			}
			return words.Fill(words.PetitionDays, l.Waited)
		}, Tone: WaitTone, Order: func(a, b office.PetitionLine) int { return flag(a.Open())*(a.Waited+1) - flag(b.Open())*(b.Waited+1) }},
		kit.Column[office.PetitionLine]{Key: "unit", Title: words.PetitionUnit, Width: 168, Bold: true, Text: func(l office.PetitionLine) string { return l.Unit.Name },
			Order: kit.ByText(func(l office.PetitionLine) string { return l.Unit.Name })},
		kit.Column[office.PetitionLine]{Key: "text", Title: words.PetitionText, Width: 150, Grow: true, Text: func(l office.PetitionLine) string { return l.Petition.Text }},
		kit.Column[office.PetitionLine]{Key: "stage", Title: words.PetitionStage, Width: 150, Chip: true, Text: stage, Tone: func(l office.PetitionLine) kit.Tone { return StageTone(l.Petition) }, Order: kit.ByText(stage)},
		kit.Column[office.PetitionLine]{Key: "received", Title: words.PetitionReceived, Width: 104, Text: func(l office.PetitionLine) string { return l.Petition.Received.Slash() },
			Order: func(a, b office.PetitionLine) int { return int(a.Petition.Received - b.Petition.Received) }},
	)
	p.list.ID = func(l office.PetitionLine) string { return kit.IDText(l.Petition.ID) }
	p.list.OnSelect = p.selected
	p.list.OnOpen = func(office.PetitionLine) { p.edit() }
	p.list.OnDelete = p.drop
	p.list.SetEmpty(kit.Empty(nil, words.PetitionsNone, words.PetitionsNoneText))
	p.detail = kit.NewDetail(nil)
	top := container.NewBorder(nil, nil, container.NewHBox(kit.Wide(220, p.movement), kit.Wide(110, p.year), kit.Wide(200, p.filter)),
		kit.NewButton(words.PetitionAdd, fynetheme.ContentAddIcon(), p.add).Primary(), p.search)
	bar := container.NewHBox()
	for _, a := range []struct {
		key, label string
		do         func()
	}{{"pass", words.PetitionPass, p.pass}, {"reply", words.PetitionReply, p.reply}, {"tell", words.PetitionTell, p.tell}, {"edit", words.PetitionEdit, p.edit}, {"drop", words.PetitionDrop, p.drop}} {
		p.acts[a.key] = kit.NewButton(a.label, nil, a.do)
		bar.Add(p.acts[a.key])
	}
	p.gate = noun.NewGate(p.host, container.NewBorder(top, nil, nil, nil, kit.NewHSplit("petitions", 0.6, container.NewBorder(nil, bar, nil, nil, p.list), p.detail)))
	p.selected()
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.gate.Content() }

// Show implements kit.Page: "phong-trao", "nam" and "loc" narrow the list, "ma"
// opens one by its id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	s := &p.state
	if v := r.Get("phong-trao"); v != "" {
		s.Code = v
	}
	s.Year, s.Show, s.Open = int(kit.ParseID(r.Get("nam"))), Show(r.Get("loc")), kit.ParseID(r.Get("ma"))
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { kit.Focus(p.search) }

// Walk shows one petition in a smoke run.
func (p *Page) Walk() []task.Step {
	return []task.Step{{Name: "mot-kien-nghi", Do: func() error { p.list.Select(0); return nil }}}
}

func (p *Page) load() {
	s := p.state
	task.Load(p.run, &p.slot, func(ctx context.Context) (State, error) {
		o := p.run.Office
		var err error
		if s.Movements, err = o.Movements(ctx); err != nil {
			return s, err
		}
		if s.Book, err = o.Registry(ctx); err != nil {
			return s, err
		}
		s.List = nil
		if m, ok := s.Movement(); ok {
			s.Code = m.Code
			s.List, err = o.PetitionLines(ctx, m.Code, s.Year)
		}
		return s, err
	}, func(r State) {
		s := &p.state
		s.Movements, s.Book, s.List, s.Code = r.Movements, r.Book, r.List, r.Code
		p.gate.Open(len(s.Movements) > 0)
		p.movement.SetChoices(noun.Movements(s.Movements, ""))
		p.movement.SetKey(s.Code)
		p.year.SetChoices(s.Years())
		p.year.SetKey(kit.IDText(int64(s.Year)))
		p.show()
	})
}

func (p *Page) show() {
	s := &p.state
	p.filter.SetChoices(s.Filters())
	p.filter.SetKey(string(s.Show))
	p.list.SetRows(s.Shown())
	if s.Open != 0 {
		p.list.SelectID(kit.IDText(s.Open))
	}
	p.host.Here(kit.To(words.RoutePetitions, "phong-trao", s.Code, "nam", kit.IDText(int64(s.Year)), "loc", string(s.Show), "ma", kit.IDText(s.Open)))
	p.selected()
}

// selected shows the petition chosen and what comes next for it.
func (p *Page) selected() {
	l, ok := p.list.Current()
	t := l.Petition
	p.acts["pass"].SetEnabled(ok && t.Answered == 0)
	p.acts["reply"].SetEnabled(ok && t.Told == 0)
	p.acts["tell"].SetEnabled(ok && t.Answered != 0 && t.Told == 0)
	p.acts["edit"].SetEnabled(ok)
	p.acts["drop"].SetEnabled(ok)
	if !ok {
		p.detail.Wait(words.PetitionsPick, words.PetitionsPickText)
		return
	}
	p.state.Open = t.ID
	p.detail.Put(p.file(l))
}

// file is what is known of one petition.
func (p *Page) file(l office.PetitionLine) fyne.CanvasObject {
	t := l.Petition
	title := widget.NewLabelWithStyle(l.Unit.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	waited, tone := words.Fill(words.PetitionTook, l.Waited), kit.Soft
	if l.Open() {
		waited, tone = words.Fill(words.PetitionWaits, l.Waited), WaitTone(l)
	}
	facts := []kit.Fact{
		{Label: words.PetitionReceived, Value: t.Received.Slash()},
		{Label: words.PetitionNumber, Value: t.Number},
		{Label: words.PetitionDate, Value: t.Date.Slash()},
		{Label: words.PetitionTo, Value: t.PassedTo},
		{Label: words.PetitionPassedNo, Value: t.PassedNumber},
		{Label: words.PetitionPassed, Value: t.Passed.Slash()},
		{Label: words.PetitionAnswerNo, Value: t.AnswerNumber},
		{Label: words.PetitionAnswered, Value: t.Answered.Slash()},
		{Label: words.PetitionTold, Value: t.Told.Slash()},
		{Label: words.PetitionNote, Value: t.Note},
	}
	scan := func(label, hash string) {
		if hash != "" {
			facts = append(facts, kit.Fact{Label: label, Value: words.PetitionSee, OnTap: func() { p.see(hash) }})
		}
	}
	scan(words.PetitionLetter, t.File)
	scan(words.PetitionAnsFile, t.AnswerFile)
	if t.Report != 0 {
		m, _ := p.state.Movement()
		facts = append(facts, kit.Fact{Label: words.PetitionReport, Value: words.ExemplarOpenRep, OnTap: func() {
			year := report.RoundOn(m, t.Received).Year
			p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", strconv.Itoa(year), "bao-cao", kit.IDText(t.Report)))
		}})
	}
	parts := kit.Stacked(title, kit.NewStrip(Steps(t)...), kit.Para(waited, tone), kit.Lead(words.PetitionText), kit.Para(t.Text, kit.Plain))
	if t.Answer != "" {
		parts.Add(kit.Lead(words.PetitionAnswer))
		parts.Add(kit.Para(t.Answer, kit.Plain))
	}
	parts.Add(kit.Lead(words.PetitionRoad))
	parts.Add(kit.NewFacts(facts...))
	return kit.Panel(container.NewVScroll(parts))
}

// endings are how the kinds of scans are named, so that the system's viewer knows them.
var endings = map[string]string{"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif"}

// see lays a scan aside and hands it to the system's viewer.
func (p *Page) see(hash string) {
	type laid struct{ path string }
	task.Load(p.run, &p.kept, func(ctx context.Context) (l laid, err error) {
		data, err := p.run.Office.Kept(ctx, hash)
		if err != nil {
			return l, err
		}
		l.path = p.host.Scratch("kien-nghi-" + hash[:min(len(hash), 12)] + endings[http.DetectContentType(data)])
		return l, p.host.WriteFile(l.path, func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(data))
			return err
		})
	}, func(l laid) { p.host.OpenFile(l.path) })
}
