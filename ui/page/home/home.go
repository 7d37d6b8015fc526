// Package home is the board of work: what is late, what is next, what waits, what
// was done last. Every number opens the list it counts.
//
// Start at New. home_state.go holds what is shown, without the toolkit. The page
// changes nothing but, in an empty data folder, puts in what the program brings.
package home

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the board of work.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot
	tab   int
	all   *fyne.Container
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, all: container.NewStack()}
	p.state.Today = run.Office.Today()
	p.Keep(run, p.load, []*task.Slot{&p.slot},
		"dossier", "batch", "movement", "decision", "setting", "award", "rule", "unit",
		"report", "unit_plan", "petition", "session", "filing")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page.
func (p *Page) Show(kit.Route) {
	p.Enter()
	p.load()
}

// Find implements kit.Page; the board has no list to look through.
func (p *Page) Find() {}

func (p *Page) load() {
	task.Load(p.run, &p.slot, func(ctx context.Context) (s State, err error) {
		s.Today = p.run.Office.Today()
		if s.Empty, err = p.run.Office.Empty(ctx); err != nil || s.Empty {
			return s, err
		}
		if s.Home, err = p.run.Office.Home(ctx); err != nil {
			return s, err
		}
		s.Year, err = p.run.Office.YearBoard(ctx, "", 0)
		return s, err
	}, func(s State) {
		p.state = s
		p.draw()
	})
}

func (p *Page) draw() {
	s := &p.state
	switch {
	case s.Empty:
		p.put(kit.Empty(nil, words.HomeWelcome, words.HomeSetUpTx, kit.NewButton(words.HomeSetUp, nil, p.setUp).Primary(),
			kit.NewButton(words.HomeOther, nil, p.setUpOther)))
		return
	case !s.Home.HasAny:
		p.put(kit.Empty(nil, words.HomeWelcome, words.HomeStart,
			kit.NewButton(words.AreaMovements, nil, func() { p.host.Go(kit.To(words.RouteMovements)) }).Primary()))
		return
	}
	top := kit.Stacked(p.tiles(s.YearFigures()), p.tiles(s.Figures()))
	for _, r := range s.Remarks() {
		top.Add(kit.Para(r, kit.Warn))
	}
	left := container.NewBorder(kit.Lead(words.HomeTodo), nil, nil, nil, p.todo())
	more := kit.NewTabs()
	more.Add(words.HomeByStage, p.stations())
	more.Add(words.HomeLast, noun.History(s.Home.Last))
	more.Open(p.tab)
	more.OnChange = func(at int) { p.tab = at }
	right := kit.NewVSplit("home-right", 0.42, container.NewBorder(kit.Lead(words.HomeNext), nil, nil, nil, p.next()), more)
	p.put(container.NewBorder(top, nil, nil, nil, kit.NewHSplit("home", 0.6, left, right)))
}

// tiles are figures in a row, each a door to its list.
func (p *Page) tiles(list []Figure) fyne.CanvasObject {
	row := container.NewGridWithColumns(len(list))
	for _, f := range list {
		tone := map[Gravity]kit.Tone{Calm: kit.Info, Look: kit.Warn, Alarm: kit.Bad}[f.Grave]
		var open func()
		if f.Area != "" {
			open = func() { p.host.Go(kit.To(f.Area, f.With...)) }
		}
		if f.Number == "0" || f.Number == "–" {
			tone = kit.Quiet
		}
		row.Add(kit.NewTile(f.Number, f.Label, f.Note, tone, open))
	}
	return row
}

// next is the days the office waits for.
func (p *Page) next() fyne.CanvasObject {
	g := kit.NewGrid("home-next",
		kit.Column[office.Coming]{Key: "day", Title: words.HomeNextDay, Width: 84, Text: func(c office.Coming) string { return c.Day.Slash() }},
		kit.Column[office.Coming]{Key: "what", Title: words.HomeNextWhat, Width: 160, Grow: true, Text: func(c office.Coming) string { return office.ComingNames[c.What] }},
		kit.Column[office.Coming]{Key: "left", Title: words.HomeLeft, Width: 108, Chip: true, Text: func(c office.Coming) string { return LeftDays(c.Left) }, Tone: func(c office.Coming) kit.Tone {
			switch {
			case c.Left < 0:
				return kit.Bad
			case c.Left <= office.DueSoon:
				return kit.Warn
			}
			return kit.Info
		}},
		kit.Column[office.Coming]{Key: "count", Title: words.HomeNextCount, Width: 76, Align: fyne.TextAlignTrailing, Text: func(c office.Coming) string {
			if c.Count == 0 {
				return ""
			}
			return words.Count(c.Count)
		}},
	)
	g.OnOpen = func(c office.Coming) { p.host.Go(p.state.Opens(c)) }
	g.SetEmpty(kit.Para(words.HomeNextNone, kit.Soft))
	g.SetRows(p.state.Year.Next)
	return g
}

func (p *Page) put(o fyne.CanvasObject) {
	p.all.Objects = []fyne.CanvasObject{o}
	p.all.Refresh()
}

func (p *Page) todo() fyne.CanvasObject {
	g := kit.NewGrid("home-todo",
		kit.Column[office.Waiting]{Key: "left", Title: words.HomeLeft, Width: 116, Chip: true, Text: func(w office.Waiting) string { return LeftDays(w.Left) }, Tone: func(w office.Waiting) kit.Tone {
			if w.Left < 0 {
				return kit.Bad
			}
			return kit.Warn
		}, Order: func(a, b office.Waiting) int { return a.Left - b.Left }},
		kit.Column[office.Waiting]{Key: "who", Title: words.HomeWho, Width: 150, Text: func(w office.Waiting) string { return w.Dossier.Name }},
		kit.Column[office.Waiting]{Key: "step", Title: words.HomeStep, Width: 180, Grow: true, Text: func(w office.Waiting) string { return w.Step.Name }},
		kit.Column[office.Waiting]{Key: "holder", Title: words.HomeHolder, Width: 130, Text: func(w office.Waiting) string { return w.Step.Holder }},
		kit.Column[office.Waiting]{Key: "since", Title: words.HomeSince, Width: 84, Text: func(w office.Waiting) string { return w.Dossier.Since().Slash() }},
	)
	g.OnOpen = func(w office.Waiting) {
		p.host.Go(kit.To(words.RouteDossiers, "phong-trao", p.state.Home.Movement.Code, "ho-so", strconv.FormatInt(w.Dossier.ID, 10)))
	}
	g.SetEmpty(kit.Empty(nil, words.HomeNothing, words.HomeNothing2))
	g.SetRows(p.state.Todo())
	return g
}

func (p *Page) stations() fyne.CanvasObject {
	g := kit.NewGrid("home-stages",
		kit.Column[Station]{Key: "name", Title: words.DossierStage, Width: 160, Grow: true, Text: func(s Station) string { return s.Name }},
		kit.Column[Station]{Key: "n", Title: words.HomeCount, Width: 90, Align: fyne.TextAlignTrailing, Text: func(s Station) string { return words.Count(s.Count) }},
	)
	g.RowTone = func(s Station) kit.Tone {
		switch {
		case s.Count == 0, s.Stage.Out():
			return kit.Quiet
		case s.Stage == dossier.Decided:
			return kit.Good
		}
		return kit.Plain
	}
	g.OnOpen = func(s Station) {
		p.host.Go(kit.To(words.RouteDossiers, "phong-trao", p.state.Home.Movement.Code, "giai-doan", string(s.Stage)))
	}
	g.SetRows(p.state.Stations())
	return g
}

// setUp puts in what the program brings with it.
func (p *Page) setUp() {
	task.Do(p.run, task.Job{Title: words.HomeSetUp}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.SetUp(ctx)
	}, func(e audit.Entry) { p.host.Done(words.HomeSetDone, e.ID) })
}

// setUpOther does it for another province, whose name stands on every paper.
func (p *Page) setUpOther() {
	name := kit.NewEntry()
	f := kit.NewForm(&kit.Field{Key: "province", Label: words.HomeProvince, Required: true, Hint: words.HomeProvinceIs, Control: name})
	kit.FormDialog(p.host.Canvas(), words.HomeOther, f, 560, words.HomeSetUp, modelwords.Say, func(done func(error)) {
		task.Do(p.run, task.Job{Title: words.HomeSetUp, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SetUpOther(ctx, name.Text)
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.HomeSetDone, e.ID)
		})
	})
}
