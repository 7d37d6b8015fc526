// Package units is the page of the registry: which bodies existed on a day, what
// each was called, where it came from and what became of it.
//
// Start at New. units_state.go holds what is shown, without the toolkit; the view
// beside it draws it. The page promises that every name stands as it did on the
// chosen day; it changes units only through the office, never a dossier's papers.
//
// Glossary: Life — thời kỳ của đơn vị; Kin — đơn vị tiền thân, kế thừa.
package units

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of units.
type Page struct {
	task.Live
	run    *task.Runner
	host   kit.Host
	state  State
	slot   task.Slot
	all    fyne.CanvasObject
	day    *kit.DateEntry
	by     *kit.Select
	search *kit.Search
	label  func(string)
	tree   *kit.Tree[Node]
	detail *kit.Detail
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.state.Day = run.Office.Today()
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot}, "unit", "event")
	return p
}

func (p *Page) build() {
	p.day = kit.NewDateEntry(p.run.Office.Today(), false)
	p.day.SetDate(p.state.Day)
	p.day.OnChange = func(d when.Date) {
		if d != 0 {
			p.state.Day = d
			p.show()
		}
	}
	today := kit.NewButton(words.UnitsToday, nil, func() {
		p.state.Day = p.run.Office.Today()
		p.day.SetDate(p.state.Day)
		p.show()
	})
	p.by = kit.NewSelect("", func(k string) {
		p.state.ByBody = k == "body"
		p.show()
	})
	p.by.SetChoices([]kit.Choice{{Key: "group", Label: words.UnitsByGroup}, {Key: "body", Label: words.UnitsByBody}})
	p.by.SetKey("group")
	p.search = kit.NewSearch(words.UnitsSearch, func(t string) {
		p.state.Text = t
		p.show()
	})
	p.search.OnDown = func() { p.host.Canvas().Focus(p.tree.Grid); p.tree.Select(0) }
	soft := func(n Node) kit.Tone {
		if n.Unit == 0 {
			return kit.Info
		}
		return kit.Plain
	}
	p.tree = kit.NewTree("units",
		kit.Column[kit.Twig[Node]]{Key: "name", Title: words.UnitName, Width: 300, Grow: true, Text: func(t kit.Twig[Node]) string {
			if t.Value.Unit == 0 {
				return fmt.Sprintf("%s (%s)", t.Value.Name, words.Count(t.Value.Count))
			}
			return t.Value.Name
		}, Tone: func(t kit.Twig[Node]) kit.Tone { return soft(t.Value) }},
		kit.Column[kit.Twig[Node]]{Key: "code", Title: words.UnitCode, Width: 84, Text: func(t kit.Twig[Node]) string { return t.Value.Code }},
		kit.Column[kit.Twig[Node]]{Key: "type", Title: words.UnitType, Width: 110, Text: func(t kit.Twig[Node]) string { return t.Value.Type }},
	)
	p.tree.OnSelect = func() {
		if t, ok := p.tree.Current(); ok && t.Value.Unit != 0 && t.Value.Unit != p.state.Unit {
			p.state.Unit = t.Value.Unit
			p.here()
			p.showDetail()
		}
	}
	p.tree.SetEmpty(kit.Empty(nil, words.UnitsNone, words.UnitsNoneText))
	count := kit.Text("", kit.Soft)
	p.label = func(s string) { count.Text = s; count.Refresh() }
	openAll := kit.NewButton(words.UnitsOpenAll, nil, func() { p.tree.SetOpen(true) }).Flat()
	shutAll := kit.NewButton(words.UnitsShutAll, nil, func() { p.tree.SetOpen(false) }).Flat()
	sheet := kit.NewButton(words.UnitsSheet, fynetheme.FileIcon(), p.sheet).Flat()
	add := kit.NewButton(words.UnitAdd, fynetheme.ContentAddIcon(), p.add)
	befall := kit.NewButton(words.Befall, nil, p.befall)
	bar := kit.Bar(kit.Text(words.UnitsDay, kit.Plain), p.day, today, kit.Wide(190, p.by), kit.Wide(205, p.search), kit.Spring(), befall, add)
	left := container.NewBorder(nil, container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(count)), container.NewHBox(sheet, openAll, shutAll)), nil, nil, p.tree.Grid)
	p.detail = kit.NewDetail(nil)
	p.all = container.NewBorder(bar, nil, nil, nil, kit.NewHSplit("units", 0.48, left, p.detail))
	p.showDetail()
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "ngay" sets the day, "don-vi" chooses a unit by id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if d, err := when.Parse(r.Get("ngay")); err == nil && d.Exact() {
		p.state.Day = d
		p.day.SetDate(d)
	}
	if id := kit.ParseID(r.Get("don-vi")); id != 0 {
		p.state.Unit = id
	}
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { kit.Focus(p.search.Entry) }

func (p *Page) here() {
	p.host.Here(kit.To(words.RouteUnits, "ngay", p.state.Day.String(), "don-vi", kit.IDText(p.state.Unit)))
}

func (p *Page) load() {
	task.Load(p.run, &p.slot, func(ctx context.Context) (*registry.Book, error) { return p.run.Office.Registry(ctx) },
		func(b *registry.Book) {
			p.state.Book = b
			p.show()
			p.showDetail()
		})
}

func (p *Page) show() {
	nodes := p.state.Tree()
	n := Total(nodes)
	if p.state.Text == "" {
		p.label(words.Fill(words.UnitsCount, n, p.state.Day.Slash()))
	} else {
		p.label(words.Fill(words.UnitsFound, n, p.state.Text, p.state.Day.Slash()))
	}
	// A unit that is not in the new list stays the one shown: the mark must not slip to
	// the line that took its place.
	p.tree.Unselect()
	p.tree.SetRoots(branches(nodes))
	if p.state.Unit != 0 {
		p.tree.Reach(NodeID(p.state.Unit))
	}
	p.showDetail()
}

func branches(nodes []Node) []kit.Branch[Node] {
	out := make([]kit.Branch[Node], len(nodes))
	for i, n := range nodes {
		out[i] = kit.Branch[Node]{ID: n.ID, Value: n, Under: branches(n.Under)}
	}
	return out
}

// visit shows another unit, and puts the one left into the history.
func (p *Page) visit(id registry.UnitID, day when.Date) {
	p.host.Go(kit.To(words.RouteUnits, "don-vi", kit.IDText(id), "ngay", day.String()))
}

func (p *Page) showDetail() {
	d, ok := p.state.Detail()
	if !ok {
		p.detail.Wait(words.UnitsPick, words.UnitsPickText)
		return
	}
	v := d.Version
	chips := container.NewHBox(kit.NewChip(registry.NameOf(registry.TypeNames, v.Type), kit.Info))
	var notes []fyne.CanvasObject
	life := d.Unit.Period()
	switch {
	case d.Exists:
	case life.From > p.state.Day:
		chips.Add(kit.NewChip(words.Fill(words.UnitNotYet, p.state.Day.Slash()), kit.Quiet))
	default:
		chips.Add(kit.NewChip(words.Fill(words.UnitEnded, life.LastDay().Slash()), kit.Warn))
		if len(d.Heirs) > 0 {
			notes = append(notes, kit.Para(words.Fill(words.UnitHeirs, p.state.Day.Slash(), join(d.Heirs)), kit.Plain))
			if !d.Whole {
				notes = append(notes, kit.Para(words.UnitHeirPart, kit.Warn))
			}
		}
	}
	facts := kit.NewFacts(
		kit.Fact{Label: words.UnitOfficial, Value: v.Official},
		kit.Fact{Label: words.UnitShort, Value: v.Short},
		kit.Fact{Label: words.UnitCode, Value: v.Code},
		kit.Fact{Label: words.UnitGroup, Value: registry.NameOf(registry.GroupNames, v.Group)},
		kit.Fact{Label: words.UnitParent, Value: d.Parent, OnTap: func() { p.visit(v.Parent, p.state.Day) }},
		kit.Fact{Label: words.UnitPlace, Value: v.Place},
		kit.Fact{Label: words.UnitAliases, Value: join(v.Aliases)},
		kit.Fact{Label: words.UnitLegal, Value: v.Legal},
	)
	title := kit.Heading(v.Name)
	buttons := container.NewHBox(
		kit.NewButton(words.UnitDossiers, nil, func() {
			p.host.Go(kit.To(words.RouteDossiers, "don-vi", kit.IDText(d.Unit.ID)))
		}),
		kit.NewButton(words.UnitEdit, fynetheme.DocumentCreateIcon(), func() { p.edit(d) }),
		kit.NewButton(words.UnitChange, nil, func() { p.change(d) }),
	)
	parts := []fyne.CanvasObject{title, chips}
	parts = append(parts, notes...)
	parts = append(parts, facts, buttons)
	parts = append(parts, kit.Lead(words.UnitLives), lives(d.Versions))
	if len(d.Before) > 0 {
		parts = append(parts, kit.Lead(words.UnitBefore), p.kin("before", d.Before, true))
	}
	if len(d.After) > 0 {
		parts = append(parts, kit.Lead(words.UnitAfter), p.kin("after", d.After, false))
	}
	p.detail.Put(kit.Panel(container.NewVScroll(kit.Stacked(parts...))))
}

func join(list []string) string {
	s := ""
	for i, x := range list {
		if i > 0 {
			s += "; "
		}
		s += x
	}
	return s
}

func lives(list []Life) fyne.CanvasObject {
	g := kit.NewGrid("unit-lives",
		kit.Column[Life]{Key: "from", Title: words.UnitFrom, Width: 86, Text: func(l Life) string { return l.Version.From.Slash() }},
		kit.Column[Life]{Key: "to", Title: words.UnitTo, Width: 86, Text: func(l Life) string { return l.Version.Period.LastDay().Slash() }},
		kit.Column[Life]{Key: "code", Title: words.UnitCode, Width: 70, Text: func(l Life) string { return l.Version.Code }},
		kit.Column[Life]{Key: "name", Title: words.UnitName, Width: 210, Text: func(l Life) string { return l.Version.Name }},
		kit.Column[Life]{Key: "parent", Title: words.UnitParent, Width: 150, Text: func(l Life) string { return l.Parent }},
		kit.Column[Life]{Key: "legal", Title: words.UnitLegal, Width: 240, Text: func(l Life) string { return l.Version.Legal }},
	)
	g.RowTone = func(l Life) kit.Tone {
		if l.Now {
			return kit.Plain
		}
		return kit.Soft
	}
	g.SetRows(list)
	return kit.High(g, len(list))
}

func (p *Page) kin(name string, list []Kin, before bool) fyne.CanvasObject {
	g := kit.NewGrid("unit-"+name,
		kit.Column[Kin]{Key: "date", Title: words.UnitDate, Width: 86, Text: func(k Kin) string { return k.Date.Slash() }},
		kit.Column[Kin]{Key: "name", Title: words.UnitName, Width: 220, Text: func(k Kin) string { return k.Name }, Tone: func(Kin) kit.Tone { return kit.Info }},
		kit.Column[Kin]{Key: "what", Title: words.UnitWhat, Width: 130, Text: func(k Kin) string { return k.What }},
		kit.Column[Kin]{Key: "part", Title: words.UnitShare, Width: 76, Text: func(k Kin) string {
			switch {
			case k.Unit == 0:
				return ""
			case k.Part:
				return words.UnitPart
			}
			return words.UnitWhole
		}},
		kit.Column[Kin]{Key: "legal", Title: words.UnitLegal, Width: 260, Text: func(k Kin) string {
			if k.Note != "" {
				return k.Legal + " – " + k.Note
			}
			return k.Legal
		}},
	)
	g.OnOpen = func(k Kin) {
		if k.Unit == 0 {
			return
		}
		day := k.Date
		if before {
			day = day.AddDays(-1)
		}
		p.visit(k.Unit, day)
	}
	g.SetRows(list)
	return kit.High(g, len(list))
}

// Walk shows what a smoke run should see besides the tree: a body that has ended,
// seen from the day it still stood.
func (p *Page) Walk() []task.Step {
	return []task.Step{{Name: "mot-don-vi", Do: func() error {
		if p.state.Book == nil {
			return nil
		}
		for _, u := range p.state.Book.Units() {
			if to := u.Period().To; to != 0 && len(p.state.Book.Successors(u.ID)) > 0 {
				p.visit(u.ID, to.AddDays(-1))
				return nil
			}
		}
		return nil
	}}}
}
