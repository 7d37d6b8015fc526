// Package scoring is the page of the year's judgement: criteria sets by group of
// units, the units' score sheets with the office's appraisal and the reason of
// every point, the places in each cluster with what set units apart, the clusters
// themselves, and what the council's members watch and found.
//
// Start at New: it holds the movement and the year; each tab is a part of its own
// (sheets.go, sets.go, ranking.go, clusters.go, watch.go) over one State, read at
// once. The *_state.go files know no toolkit. The page never decides: a tie is left
// to a vote, a difference asks for its reason, what is closed is only undone.
//
// Glossary: Row — phiếu chấm điểm của một đơn vị; Figure — số liệu; Part — phần của trang.
package scoring

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of scores and places.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot
	file  task.Slot

	gate     *noun.Gate
	movement *kit.Select
	year     *kit.Select
	tabs     *kit.Tabs
	parts    []part
}

// part is one tab: a view over the page's state.
type part interface {
	content() fyne.CanvasObject
	show()
	// focus puts the keyboard on the part's list.
	focus() fyne.Focusable
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.file},
		"score_sheet", "criteria_set", "ranking", "cluster", "watch", "visit", "movement", "unit", "report", "unit_plan", "council")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Year = key, 0
		p.load()
	})
	p.year = kit.NewSelect("", func(key string) {
		p.state.Year, _ = strconv.Atoi(key)
		p.load()
	})
	p.parts = []part{newSheets(p), newSets(p), newRanking(p), newClusters(p), newWatch(p)}
	p.tabs = kit.NewTabs()
	for i, name := range []string{words.ScoringSheets, words.ScoringSets, words.ScoringRanking, words.ScoringClusters, words.ScoringWatch} {
		p.tabs.Add(name, p.parts[i].content())
	}
	p.tabs.OnChange = func(int) { p.show() }
	p.gate = noun.NewGate(p.host, container.NewBorder(kit.Bar(kit.Wide(220, p.movement), kit.Wide(120, p.year)), nil, nil, nil, p.tabs))
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.gate.Content() }

// Show implements kit.Page: "phong-trao" and "nam" choose the year, "phan" the tab,
// "don-vi" a unit by its id, "cum" a cluster by its code, "kiem-tra" a visit.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if v := r.Get("phong-trao"); v != "" && v != p.state.Code {
		p.state.Code, p.state.Year = v, 0
	}
	if y, err := strconv.Atoi(r.Get("nam")); err == nil {
		p.state.Year = y
	}
	if id := kit.ParseID(r.Get("don-vi")); id != 0 {
		p.state.Unit = id
		if r.Get("phan") == words.ScoringSetsKey {
			p.state.Set = ownKey(id)
		}
	}
	if v := r.Get("cum"); v != "" {
		p.state.Cluster = v
	}
	if id := kit.ParseID(r.Get("kiem-tra")); id != 0 {
		p.state.Visit = id
	}
	if i := slices.Index(Parts, r.Get("phan")); i >= 0 {
		p.tabs.Open(i)
	}
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { p.host.Canvas().Focus(p.parts[p.tabs.At()].focus()) }

// Walk lists what a smoke run looks at.
func (p *Page) Walk() []task.Step {
	var out []task.Step
	for i, key := range Parts {
		out = append(out, task.Step{Name: key, Do: func() error {
			p.tabs.Open(i)
			return nil
		}})
	}
	return out
}

func (p *Page) load() {
	s := p.state
	s.Today = p.run.Office.Today()
	task.Load(p.run, &p.slot, func(ctx context.Context) (State, error) {
		o := p.run.Office
		var err error
		if s.Movements, err = o.Movements(ctx); err != nil {
			return s, err
		}
		if s.Units, err = o.Registry(ctx); err != nil {
			return s, err
		}
		s.Settle()
		m, ok := s.Movement()
		if !ok {
			return s, nil
		}
		s.Owing = m.Debtors(s.Units, when.Of(s.Year, 1, 1), min(when.Of(s.Year, 12, 31), max(s.Today, when.Of(s.Year, 1, 1))))
		if s.Sheets, err = o.Sheets(ctx, m.Code, s.Year); err != nil {
			return s, err
		}
		if s.Renewals, err = o.Renewals(ctx, m.Code, s.Year); err != nil {
			return s, err
		}
		if s.Sets, err = o.CriteriaSets(ctx, m.Code, s.Year); err != nil {
			return s, err
		}
		if s.Ranked, err = o.Rankings(ctx, m.Code, s.Year); err != nil {
			return s, err
		}
		if s.Clusters, err = o.Clusters(ctx, s.Year); err != nil {
			return s, err
		}
		if s.Watches, err = o.Watches(ctx, m.Code); err != nil {
			return s, err
		}
		if s.Visits, err = o.Visits(ctx, m.Code, s.Year); err != nil {
			return s, err
		}
		s.Councils, err = o.Councils(ctx)
		return s, err
	}, func(s State) {
		s.Unit, s.Cluster, s.Set, s.Visit = p.state.Unit, p.state.Cluster, p.state.Set, p.state.Visit
		p.state = s
		p.gate.Open(len(s.Movements) > 0)
		p.movement.SetChoices(noun.Movements(s.Movements, ""))
		if m, ok := p.state.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.year.SetChoices(p.state.Years())
		p.year.SetKey(strconv.Itoa(s.Year))
		p.show()
	})
}

// show draws the tab that is open.
func (p *Page) show() {
	p.here()
	p.parts[p.tabs.At()].show()
}

func (p *Page) here() {
	kv := []string{"phong-trao", p.state.Code, "nam", strconv.Itoa(p.state.Year), "phan", Parts[p.tabs.At()]}
	switch Parts[p.tabs.At()] {
	case words.ScoringSheetsKey:
		kv = append(kv, "don-vi", kit.IDText(p.state.Unit))
	case words.ScoringRankingKey, words.ScoringClustersKey:
		kv = append(kv, "cum", p.state.Cluster)
	case words.ScoringWatchKey:
		kv = append(kv, "kiem-tra", kit.IDText(p.state.Visit))
	}
	p.host.Here(kit.To(words.RouteScoring, kv...))
}

// code is the movement's.
func (p *Page) code() string {
	m, _ := p.state.Movement()
	return m.Code
}

// act is one change, said with the button that takes it back; done is the form it
// came from, nil for none.
func (p *Page) act(title, said string, done func(error), change func(context.Context) (audit.Entry, error)) {
	task.Change(p.run, p.host, title, said, done, change)
}

// form shows a form; save is given what its faults are told to.
func (p *Page) form(title string, width float32, form *kit.Form, save func(done func(error))) *kit.Modal {
	return kit.FormDialog(p.host.Canvas(), title, form, width, words.Save, modelwords.Say, save)
}

// attachment reads a file chosen in a form; nil when none was.
func (p *Page) attachment(path string) (*office.Attachment, error) {
	if path == "" {
		return nil, nil
	}
	data, err := p.host.ReadFile(path)
	return &office.Attachment{Name: filepath.Base(path), Data: data}, err
}

// name is a unit's name as it is today, or last was.
func (p *Page) name(id registry.UnitID) string {
	if p.state.Units == nil {
		return ""
	}
	v, _ := p.state.Units.Near(id, p.state.Today)
	return v.Name
}

func (p *Page) names(ids []registry.UnitID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.name(id)
	}
	return strings.Join(out, ", ")
}

var kindPapers = []kit.FileKind{{Name: words.KindPapers, Patterns: []string{"*.pdf", "*.docx", "*.doc", "*.xlsx", "*.jpg", "*.png", "*.tif"}}}
