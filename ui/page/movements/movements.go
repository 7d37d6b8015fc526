// Package movements is the page of emulation movements: the plan as data, its
// criteria, the awards it ends in with the road of each, and who reports what.
//
// Start at New. movements_state.go holds what is shown, without the toolkit; the
// view is here, the forms in movements_edit.go. Where the plan and the law lay
// down different roads the page shows both and says so; it never chooses.
//
// Glossary: Grant — hình thức khen thưởng của phong trào; Road — quy trình.
package movements

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of movements.
type Page struct {
	task.Live
	run    *task.Runner
	host   kit.Host
	state  State
	slot   task.Slot
	file   task.Slot
	all    fyne.CanvasObject
	list   *kit.Grid[movement.Movement]
	tabs   *kit.Tabs
	detail *kit.Detail
	part   int
	want   int64 // the id a route asks for, until the list is read
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.file},
		"movement", "award", "road")
	return p
}

func (p *Page) build() {
	p.list = kit.NewGrid("movements",
		kit.Column[movement.Movement]{Key: "code", Title: words.MovementCode, Width: 72, Text: func(m movement.Movement) string { return m.Code }, Bold: true},
		kit.Column[movement.Movement]{Key: "name", Title: words.MovementName, Width: 200, Grow: true, Text: func(m movement.Movement) string { return m.Name }},
		kit.Column[movement.Movement]{Key: "from", Title: words.MovementFrom, Width: 84, Text: func(m movement.Movement) string { return m.From.Slash() }},
		kit.Column[movement.Movement]{Key: "last", Title: words.MovementLast, Width: 108, Text: func(m movement.Movement) string { return m.LastDay().Slash() }},
	)
	p.list.ID = func(m movement.Movement) string { return m.Code }
	p.list.OnSelect = func() {
		if m, ok := p.list.Current(); ok && m.Code != p.state.Code {
			p.state.Code = m.Code
			p.host.Here(kit.To(words.RouteMovements, "ma", m.Code))
			p.show()
		}
	}
	p.list.SetEmpty(kit.Empty(nil, words.MovementsNone, words.MovementsNoneText))
	add := kit.NewButton(words.MovementAdd, fynetheme.ContentAddIcon(), p.add)
	p.detail = kit.NewDetail(nil)
	p.all = container.NewBorder(kit.Bar(add, kit.Spring()), nil, nil, nil, kit.NewHSplit("movements", 0.4, p.list, p.detail))
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "ma" chooses a movement by its code, "id" by its id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if c := r.Get("ma"); c != "" {
		p.state.Code = c
	}
	p.want = kit.ParseID(r.Get("id"))
	p.load()
}

// Find implements kit.Page: the list is short, the keyboard goes to it.
func (p *Page) Find() { p.host.Canvas().Focus(p.list) }

func (p *Page) load() {
	task.Load(p.run, &p.slot, func(ctx context.Context) (State, error) {
		var s State
		var err error
		if s.List, err = p.run.Office.Movements(ctx); err != nil {
			return s, err
		}
		if s.Catalogue, err = p.run.Office.Catalogue(ctx); err != nil {
			return s, err
		}
		if s.Book, err = p.run.Office.Registry(ctx); err != nil {
			return s, err
		}
		s.Today = p.run.Office.Today()
		s.Roads, err = p.run.Office.Roads(ctx)
		return s, err
	}, func(s State) {
		s.Code = p.state.Code
		for _, m := range s.List {
			if m.ID == p.want {
				s.Code = m.Code
			}
		}
		p.state, p.want = s, 0
		p.list.SetRows(s.List)
		if m, ok := p.state.Current(); ok {
			p.state.Code = m.Code
			p.host.Here(kit.To(words.RouteMovements, "ma", m.Code))
			p.list.Select(p.state.At())
		}
		p.show()
	})
}

func (p *Page) show() {
	m, ok := p.state.Current()
	if !ok {
		p.detail.Wait(words.MovementsPick, words.MovementsPickText)
		return
	}
	title := widget.NewLabelWithStyle(m.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameHeadingText
	title.Wrapping = fyne.TextWrapWord
	chips := container.NewHBox(kit.NewChip(words.Manners[string(m.Manner)], kit.Info),
		kit.NewChip(registry.NameOf(movement.StatusNames, m.Status), kit.Quiet))
	buttons := container.NewHBox(
		kit.NewButton(words.MovementOpen, nil, func() { p.host.Go(kit.To(words.RouteDossiers, "phong-trao", m.Code)) }),
		kit.NewButton(words.MovementPapers, nil, func() { p.host.Go(kit.To(words.RoutePrint, "phong-trao", m.Code)) }),
		kit.NewButton(words.MovementEdit, fynetheme.DocumentCreateIcon(), func() { p.edit(m) }),
		kit.NewButton(words.MovementAdvance, nil, func() { p.advance(m) }),
		kit.NewButton(words.MovementNext, fynetheme.ContentCopyIcon(), func() { p.next(m) }),
	)
	if p.tabs != nil {
		p.part = p.tabs.At()
	}
	p.tabs = kit.NewTabs()
	p.tabs.Add(words.MovementPlan, p.planPart(m))
	p.tabs.Add(words.MovementBasis, p.basisPart(m))
	p.tabs.Add(words.MovementContents, p.contentsPart(m))
	p.tabs.Add(words.MovementCriteria, p.criteriaPart(m))
	p.tabs.Add(words.MovementAwards, p.awardsPart(m))
	p.tabs.Add(words.MovementPhases, p.phasesPart(m))
	p.tabs.Add(words.MovementDuty, p.dutyPart(m))
	p.tabs.Open(p.part)
	p.detail.Put(kit.Panel(container.NewBorder(kit.Stacked(title, chips, buttons), nil, nil, nil, p.tabs)))
}

func (p *Page) planPart(m movement.Movement) fyne.CanvasObject {
	length := ""
	if months, days := m.Lasted(); months+days > 0 {
		length = words.Fill(words.MovementLengthIs, months, days, registry.NameOf(movement.LengthNames, m.LengthClass()))
	}
	return container.NewVScroll(kit.Stacked(kit.NewFacts(
		kit.Fact{Label: words.MovementTitle, Value: m.Title},
		kit.Fact{Label: words.MovementCode, Value: m.Code},
		kit.Fact{Label: words.MovementLauncher, Value: m.Launcher},
		kit.Fact{Label: words.MovementHost, Value: m.Host},
		kit.Fact{Label: words.MovementScope, Value: registry.NameOf(movement.ScopeNames, m.Scope)},
		kit.Fact{Label: words.MovementFrom, Value: m.From.Slash()},
		kit.Fact{Label: words.MovementLast, Value: m.LastDay().Slash()},
		kit.Fact{Label: words.MovementLength, Value: length},
		kit.Fact{Label: words.MovementParent, Value: p.state.Name(m.Parent)},
		kit.Fact{Label: words.MovementParts, Value: strings.Join(p.state.Parts(m.ID), "; ")},
		kit.Fact{Label: words.MovementMerit, Value: m.Achievement},
		kit.Fact{Label: words.MovementNote, Value: m.Note},
	)))
}

func (p *Page) basisPart(m movement.Movement) fyne.CanvasObject {
	g := kit.NewGrid("movement-basis",
		kit.Column[movement.Reference]{Key: "kind", Title: words.RefKind, Width: 100, Text: func(r movement.Reference) string { return r.Kind }},
		kit.Column[movement.Reference]{Key: "number", Title: words.RefNumber, Width: 150, Text: func(r movement.Reference) string { return r.Number }},
		kit.Column[movement.Reference]{Key: "date", Title: words.RefDate, Width: 96, Text: func(r movement.Reference) string { return r.Date.Slash() }},
		kit.Column[movement.Reference]{Key: "body", Title: words.RefBody, Width: 190, Text: func(r movement.Reference) string { return r.Body }},
		kit.Column[movement.Reference]{Key: "about", Title: words.RefAbout, Width: 300, Text: func(r movement.Reference) string { return r.About }},
		kit.Column[movement.Reference]{Key: "file", Title: words.RefFile, Width: 160, Text: FileText},
	)
	g.SetRows(m.Basis)
	open := kit.NewButton(words.FileOpen, nil, func() {
		if r, ok := g.Current(); ok && r.File != "" {
			task.OpenKept(p.run, &p.file, p.host, r.File, r.FileName)
		}
	})
	open.Disable()
	g.OnSelect = func() {
		r, ok := g.Current()
		open.SetEnabled(ok && r.File != "")
	}
	return p.editable(g, words.MovementRefAdd, len(m.Basis),
		func() { p.reference(m, -1) }, func(at int) { p.reference(m, at) },
		func(at int) { p.save(m, func(n *movement.Movement) { n.Basis = without(n.Basis, at) }) }, open)
}

func (p *Page) contentsPart(m movement.Movement) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	for _, b := range []struct {
		title string
		list  []string
	}{{words.MovementPurpose, m.Purpose}, {words.MovementContents, m.Contents}} {
		parts = append(parts, kit.Lead(b.title))
		for _, t := range b.list {
			parts = append(parts, kit.Para(t, kit.Plain))
		}
	}
	edit := kit.NewButton(words.MovementTexts, fynetheme.DocumentCreateIcon(), func() { p.texts(m) })
	return container.NewBorder(nil, container.NewHBox(edit), nil, nil, container.NewVScroll(kit.Stacked(parts...)))
}

func (p *Page) criteriaPart(m movement.Movement) fyne.CanvasObject {
	g := kit.NewGrid("movement-criteria",
		kit.Column[movement.Criterion]{Key: "letter", Title: words.CriterionLetter, Width: 50, Text: func(c movement.Criterion) string { return c.Letter + ")" }},
		kit.Column[movement.Criterion]{Key: "text", Title: words.CriterionText, Width: 470, Text: func(c movement.Criterion) string { return c.Text }},
		kit.Column[movement.Criterion]{Key: "groups", Title: words.CriterionGroups, Width: 260, Text: func(c movement.Criterion) string { return GroupsText(c.Groups) }},
	)
	g.SetRows(m.Criteria)
	return p.editable(g, words.MovementCritAdd, len(m.Criteria),
		func() { p.criterion(m, -1) }, func(at int) { p.criterion(m, at) },
		func(at int) { p.save(m, func(n *movement.Movement) { n.Criteria = without(n.Criteria, at) }) })
}

func (p *Page) awardsPart(m movement.Movement) fyne.CanvasObject {
	grants := p.state.Grants(m)
	g := kit.NewGrid("movement-awards",
		kit.Column[Grant]{Key: "award", Title: words.GrantAward, Width: 260, Text: func(g Grant) string { return g.Award }},
		kit.Column[Grant]{Key: "phase", Title: words.GrantPhase, Width: 130, Text: func(g Grant) string { return g.Phase }},
		kit.Column[Grant]{Key: "kinds", Title: words.GrantKinds, Width: 180, Text: func(g Grant) string { return g.Kinds }},
		kit.Column[Grant]{Key: "road", Title: words.GrantRoad, Width: 300, Text: func(g Grant) string { return g.Road.Name }},
	)
	g.SetRows(grants)
	below := container.NewStack()
	g.OnSelect = func() {
		if x, ok := g.Current(); ok {
			below.Objects = []fyne.CanvasObject{p.road(x)}
			below.Refresh()
		}
	}
	top := p.editable(g, words.GrantAdd, len(grants),
		func() { p.grant(m, -1) }, func(at int) { p.grant(m, at) },
		func(at int) { p.save(m, func(n *movement.Movement) { n.Awards = without(n.Awards, at) }) })
	if len(grants) > 0 {
		g.Select(0)
		below.Objects = []fyne.CanvasObject{p.road(grants[0])}
	}
	return kit.NewVSplit("movement-awards", 0.45, top, below)
}

// road shows the road of an award step by step, and where another source has it otherwise.
func (p *Page) road(g Grant) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	if g.Text != "" {
		parts = append(parts, kit.Para(g.Text, kit.Plain))
	}
	if g.Quota != "" {
		parts = append(parts, kit.Para(words.GrantLimit+": "+g.Quota, kit.Plain))
	}
	if g.Basis != "" {
		parts = append(parts, kit.Para(words.StepBasis+": "+g.Basis, kit.Soft))
	}
	if g.Road.Remark != "" {
		parts = append(parts, kit.Lead(words.GrantDiffer), kit.Para(g.Road.Remark, kit.Warn))
	}
	if g.HasWay {
		steps := kit.NewGrid("movement-steps",
			kit.Column[dossier.Step]{Key: "name", Title: words.StepName, Width: 330, Text: func(s dossier.Step) string { return s.Name }},
			kit.Column[dossier.Step]{Key: "holder", Title: words.StepHolder, Width: 200, Text: func(s dossier.Step) string { return s.Holder }},
			kit.Column[dossier.Step]{Key: "days", Title: words.StepDays, Width: 92, Align: fyne.TextAlignTrailing, Text: func(s dossier.Step) string {
				if s.Days == 0 {
					return ""
				}
				return words.Count(s.Days)
			}},
			kit.Column[dossier.Step]{Key: "paper", Title: words.StepPaper, Width: 130, Text: func(s dossier.Step) string { return s.Paper }},
			kit.Column[dossier.Step]{Key: "basis", Title: words.StepBasis, Width: 260, Text: func(s dossier.Step) string { return s.Basis }},
		)
		steps.SetRows(g.Road.Steps)
		parts = append(parts, kit.Lead(words.GrantSteps), kit.Small(words.GrantSource+": "+g.Road.Source, kit.Soft), kit.High(steps, len(g.Road.Steps)))
	}
	return container.NewVScroll(kit.Stacked(parts...))
}

// editable puts add, edit, delete and what more there is under a grid whose rows are parts of the movement.
func (p *Page) editable(g interface {
	fyne.CanvasObject
	SelectedIndexes() []int
}, addLabel string, rows int, add func(), edit, remove func(at int), more ...fyne.CanvasObject) fyne.CanvasObject {
	at := func(do func(int)) func() {
		return func() {
			if i := g.SelectedIndexes(); len(i) > 0 && i[0] < rows {
				do(i[0])
			}
		}
	}
	return container.NewBorder(nil, container.NewHBox(append([]fyne.CanvasObject{
		kit.NewButton(addLabel, fynetheme.ContentAddIcon(), add),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), at(edit)),
		kit.NewButton(words.Delete, fynetheme.DeleteIcon(), at(remove)),
	}, more...)...), nil, nil, g)
}

func without[T any](list []T, at int) []T {
	out := make([]T, 0, len(list))
	for i, v := range list {
		if i != at {
			out = append(out, v)
		}
	}
	return out
}
