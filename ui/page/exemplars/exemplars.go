// Package exemplars is the page of the two registers a movement leaves behind:
// exemplars (who did what, made known how far, recognised by which decision, with a
// photo and the list for publishing) and initiatives.
//
// Start at New. exemplars_state.go holds what is shown, without the toolkit;
// exemplars_detail.go is the right side, exemplars_act.go what is done with
// exemplars, initiatives.go the second register. The page promises that nothing is
// used for an award twice and that every change can be taken back; it recognises
// nobody by itself.
//
// Glossary: Exemplar — điển hình tiên tiến; Initiative — sáng kiến; Use — dùng làm
// căn cứ đề nghị; Publish — đưa vào danh sách tuyên truyền.
package exemplars

import (
	"cmp"
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// The two registers, as routes name them.
const (
	tabExemplars = iota
	tabInitiatives
)

// Page is the page of exemplars and initiatives.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	open  int64 // the exemplar to select once the list is there

	slot, photo, kept task.Slot

	tabs     *kit.Tabs
	gate     *noun.Gate
	movement *kit.Select
	year     *kit.Select
	kind     *kit.Select
	use      *kit.Select
	search   *kit.Search
	list     *kit.Grid[report.Exemplar]
	acts     map[string]*kit.Button
	detail   *kit.Detail
	ideas    *ideas
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, acts: map[string]*kit.Button{}}
	p.state.Today = run.Office.Today()
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.photo, &p.kept},
		"exemplar", "initiative", "dossier", "report", "movement", "unit", "nominee")
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
	p.kind = kit.NewSelect("", func(key string) { p.state.Kind = key; p.show() })
	kinds := []kit.Choice{{Key: "", Label: words.ExemplarsAllKind}}
	for _, k := range report.ExemplarKinds {
		kinds = append(kinds, kit.Choice{Key: k.Code, Label: k.Name})
	}
	p.kind.SetChoices(kinds)
	p.kind.SetKey("")
	p.use = kit.NewSelect("", func(key string) { p.state.Use = Use(key); p.show() })
	p.use.SetChoices([]kit.Choice{{Key: string(Every), Label: words.ExemplarsAllUse}, {Key: string(Free), Label: words.ExemplarsFree},
		{Key: string(Spent), Label: words.ExemplarsSpent}, {Key: string(Listed), Label: words.ExemplarsListed}})
	p.use.SetKey("")
	p.search = kit.NewSearch(words.ExemplarsSearch, func(t string) { p.state.Text = t; p.show() })
	p.search.OnDown = func() { p.host.Canvas().Focus(p.list); p.list.Select(0) }
	byName := func(a, b report.Exemplar) int { return cmp.Compare(viet.SortKey(a.Name), viet.SortKey(b.Name)) }
	p.list = kit.NewGrid("exemplars",
		kit.Column[report.Exemplar]{Key: "name", Title: words.ExemplarName, Width: 150, Bold: true, Grow: true, Text: func(x report.Exemplar) string { return x.Name }, Order: byName},
		kit.Column[report.Exemplar]{Key: "kind", Title: words.ExemplarKind, Width: 78, Text: func(x report.Exemplar) string { return registry.NameOf(report.ExemplarKinds, x.Kind) },
			Order: func(a, b report.Exemplar) int { return cmp.Compare(a.Kind, b.Kind) }},
		kit.Column[report.Exemplar]{Key: "unit", Title: words.ExemplarUnit, Width: 146, Text: func(x report.Exemplar) string { return p.state.UnitOf(x) },
			Order: kit.ByText(func(x report.Exemplar) string { return p.state.UnitOf(x) })},
		kit.Column[report.Exemplar]{Key: "year", Title: words.ExemplarYear, Width: 46, Align: fyne.TextAlignTrailing, Text: func(x report.Exemplar) string { return strconv.Itoa(x.Year) },
			Order: func(a, b report.Exemplar) int { return a.Year - b.Year }},
		kit.Column[report.Exemplar]{Key: "publish", Title: words.ExemplarPublish, Width: 98, Text: func(x report.Exemplar) string {
			if x.Publish {
				return words.ExemplarIn
			}
			return ""
		}, Tone: func(report.Exemplar) kit.Tone { return kit.Good }, Order: func(a, b report.Exemplar) int { return flag(b.Publish) - flag(a.Publish) }},
		kit.Column[report.Exemplar]{Key: "used", Title: words.ExemplarUsed, Width: 150, Text: func(x report.Exemplar) string { return x.Used },
			Order: kit.ByText(func(x report.Exemplar) string { return x.Used })},
	)
	p.list.Multi = true
	p.list.ID = func(x report.Exemplar) string { return kit.IDText(x.ID) }
	p.list.OnSelect = p.selected
	p.list.OnOpen = func(report.Exemplar) { p.edit() }
	p.list.OnDelete = p.drop
	p.list.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	p.list.SetEmpty(kit.Empty(nil, words.ExemplarsNone, words.ExemplarsNoneText))
	p.detail = kit.NewDetail(nil)

	filters := container.NewBorder(nil, nil, container.NewHBox(kit.Wide(220, p.movement), kit.Wide(110, p.year), kit.Wide(140, p.kind), kit.Wide(170, p.use)),
		kit.NewButton(words.ExemplarAdd, fynetheme.ContentAddIcon(), p.add).Primary(), p.search)
	bar := container.NewHBox()
	for _, a := range []struct {
		key, label string
		do         func()
	}{{"edit", words.ExemplarEdit, p.edit}, {"list", words.ExemplarList, func() { p.publish(true) }}, {"unlist", words.ExemplarUnlist, func() { p.publish(false) }},
		{"use", words.ExemplarUse, p.useFor}, {"free", words.ExemplarFree, p.free}, {"drop", words.ExemplarDrop, p.drop}} {
		p.acts[a.key] = kit.NewButton(a.label, nil, a.do)
		bar.Add(p.acts[a.key])
	}
	foot := container.NewBorder(nil, nil, bar, kit.NewButton(words.ExemplarPrint, fynetheme.DocumentPrintIcon(), p.print))
	p.ideas = newIdeas(p)
	p.tabs = kit.NewTabs()
	p.gate = noun.NewGate(p.host, container.NewBorder(filters, foot, nil, nil, kit.NewHSplit("exemplars", 0.62, p.list, p.detail)))
	p.tabs.Add(words.ExemplarsTab, p.gate.Content())
	p.tabs.Add(words.IdeasTab, p.ideas.all)
	p.tabs.OnChange = func(int) { p.host.Here(p.route()) }
	p.selected()
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.tabs }

// Show implements kit.Page: "muc" is the register (sang-kien), "phong-trao", "nam",
// "doi-tuong" and "loc" narrow the exemplars, "ma" chooses one by its id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	s := &p.state
	if v := r.Get("phong-trao"); v != "" {
		s.Code = v
	}
	s.Year, s.Kind, s.Use = int(kit.ParseID(r.Get("nam"))), r.Get("doi-tuong"), Use(r.Get("loc"))
	p.open = kit.ParseID(r.Get("ma"))
	if r.Get("muc") == "sang-kien" {
		p.tabs.Open(tabInitiatives)
	} else {
		p.tabs.Open(tabExemplars)
	}
	p.load()
}

func (p *Page) route() kit.Route {
	s := &p.state
	if p.tabs.At() == tabInitiatives {
		return kit.To(words.RouteExemplars, "muc", "sang-kien", "phong-trao", s.Code)
	}
	return kit.To(words.RouteExemplars, "phong-trao", s.Code, "nam", kit.IDText(int64(s.Year)), "doi-tuong", s.Kind, "loc", string(s.Use), "ma", kit.IDText(p.open))
}

// Find implements kit.Page.
func (p *Page) Find() {
	if p.tabs.At() == tabInitiatives {
		kit.Focus(p.ideas.search)
		return
	}
	kit.Focus(p.search)
}

// Walk shows one exemplar and the other register in a smoke run.
func (p *Page) Walk() []task.Step {
	return []task.Step{
		{Name: "mot-dien-hinh", Do: func() error { p.list.Select(0); return nil }},
		{Name: "sang-kien", Do: func() error { p.tabs.Open(tabInitiatives); return nil }},
	}
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
			if s.List, err = o.Exemplars(ctx, m.Code, s.Year); err != nil {
				return s, err
			}
		}
		s.Ideas, err = o.InitiativeBook(ctx)
		return s, err
	}, func(r State) {
		s := &p.state
		s.Movements, s.Book, s.List, s.Ideas, s.Code = r.Movements, r.Book, r.List, r.Ideas, r.Code
		p.gate.Open(len(s.Movements) > 0)
		p.movement.SetChoices(noun.Movements(s.Movements, ""))
		p.movement.SetKey(s.Code)
		p.year.SetChoices(s.Years())
		p.year.SetKey(kit.IDText(int64(s.Year)))
		p.kind.SetKey(s.Kind)
		p.use.SetKey(string(s.Use))
		p.show()
		p.ideas.show()
	})
}

func (p *Page) show() {
	p.list.SetRows(p.state.Shown())
	if p.open != 0 {
		p.list.SelectID(kit.IDText(p.open))
	}
	p.host.Here(p.route())
	p.selected()
}

// selected shows the exemplar with the keyboard's mark, and what can be done with
// the chosen ones.
func (p *Page) selected() {
	chosen := p.list.Selected()
	one, on, off, used := len(chosen) == 1, false, false, false
	for _, x := range chosen {
		on, off, used = on || x.Publish, off || !x.Publish, used || x.Used != ""
	}
	p.acts["edit"].SetEnabled(one)
	p.acts["list"].SetEnabled(off)
	p.acts["unlist"].SetEnabled(on)
	p.acts["use"].SetEnabled(one && !used)
	p.acts["free"].SetEnabled(one && used && chosen[0].Record == 0)
	p.acts["drop"].SetEnabled(len(chosen) > 0 && !used)
	x, ok := p.list.Current()
	if !ok {
		p.photo.Stop()
		p.detail.Wait(words.ExemplarsPick, words.ExemplarsPickText)
		return
	}
	p.open = x.ID
	p.detail.Put(p.file(x))
}
