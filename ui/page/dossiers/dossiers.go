// Package dossiers is the page of dossiers: a list one can narrow, and beside it
// one dossier with what is known, what the rules say, what was done.
//
// Start at New. dossiers_state.go holds what is shown, without the toolkit;
// dossiers_detail.go is the right side, dossiers_move.go what changes a dossier's
// stage, dossiers_edit.go the form. The page promises that everything done to
// several dossiers at once is one act that can be taken back; it never makes a
// dossier "đã khen thưởng": only the decision does.
package dossiers

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of dossiers.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	open  int64 // the dossier to select once the list is there

	slot, rules, file task.Slot

	all      fyne.CanvasObject
	movement *kit.Select
	award    *kit.Select
	stage    *kit.Select
	kind     *kit.Select
	unit     *kit.PickButton
	search   *kit.Search
	count    func(string)
	filters  *fyne.Container
	grid     *kit.Grid[Row]
	actions  *fyne.Container
	detail   *kit.Detail
	papers   *papers
	part     Part
	mend     string // the field of the opened dossier to put the keyboard on
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.state.Today = run.Office.Today()
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.rules, &p.file},
		"dossier", "nominee", "submission", "overrule", "movement", "unit", "paper", "confirmation", "matter")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect(words.DossiersAllMoves, func(k string) { p.state.Movement = kit.ParseID(k); p.changed() })
	p.award = kit.NewSelect(words.DossiersAllAwards, func(k string) { p.state.Award = k; p.changed() })
	p.stage = kit.NewSelect(words.DossiersAllStages, func(k string) { p.state.Stage = k; p.changed() })
	p.kind = kit.NewSelect(words.DossiersAllKinds, func(k string) { p.state.Kind = k; p.changed() })
	p.unit = kit.NewPickButton(words.DossiersUnitPick, words.DossiersUnitHint, words.DossiersAllUnits, func(k string) { p.state.Unit = kit.ParseID(k); p.changed() })
	stages := append([]kit.Choice{{Key: "", Label: words.DossiersAllStages}}, noun.Names(dossier.StageNames)...)
	p.stage.SetChoices(stages)
	kinds := []kit.Choice{{Key: "", Label: words.DossiersAllKinds}}
	for _, k := range registry.Kinds {
		kinds = append(kinds, kit.Choice{Key: string(k), Label: viet.FirstCapital(k.String())})
	}
	p.kind.SetChoices(kinds)
	p.search = kit.NewSearch(words.DossiersSearch, func(t string) { p.state.Text = t; p.changed() })
	p.search.OnDown = func() { p.host.Canvas().Focus(p.grid); p.grid.Select(0) }
	count := kit.Text("", kit.Soft)
	p.count = func(s string) {
		count.Text = s
		kit.Relay(p.filters)
	}

	p.grid = kit.NewGrid("dossiers",
		kit.Column[Row]{Key: "name", Title: words.DossierName, Width: 172, Text: func(r Row) string { return r.Dossier.Name },
			Order: func(a, b Row) int { return cmp.Compare(a.Sort, b.Sort) }},
		kit.Column[Row]{Key: "unit", Title: words.DossierUnit, Width: 150, Text: func(r Row) string { return r.Unit },
			Order: func(a, b Row) int { return strings.Compare(a.Unit, b.Unit) }},
		kit.Column[Row]{Key: "award", Title: words.DossierAward, Width: 88, Text: func(r Row) string { return r.Award },
			Order: func(a, b Row) int { return strings.Compare(a.Award, b.Award) }},
		kit.Column[Row]{Key: "stage", Title: words.DossierStage, Width: 126, Chip: true, Text: func(r Row) string { return r.Dossier.Stage.String() },
			Tone: func(r Row) kit.Tone { return StageTone(r.Dossier.Stage) }, Order: func(a, b Row) int { return stageOrder(a) - stageOrder(b) }},
		kit.Column[Row]{Key: "check", Title: words.DossierCheck, Width: 104, Text: func(r Row) string { t, _ := p.state.Verdict(r.Dossier.ID); return t },
			Tone: func(r Row) kit.Tone { _, w := p.state.Verdict(r.Dossier.ID); return Tone(w) }, Order: p.state.ByVerdict},
		kit.Column[Row]{Key: "kind", Title: words.DossierKind, Width: 84, Text: func(r Row) string { return viet.FirstCapital(r.Dossier.Kind.String()) },
			Order: func(a, b Row) int { return cmp.Compare(a.Dossier.Kind, b.Dossier.Kind) }},
		kit.Column[Row]{Key: "post", Title: words.DossierPost, Width: 160, Text: func(r Row) string { return r.Dossier.Position },
			Order: func(a, b Row) int { return strings.Compare(a.Dossier.Position, b.Dossier.Position) }},
		kit.Column[Row]{Key: "birth", Title: words.DossierBirth, Width: 88, Text: func(r Row) string { return r.Dossier.Birth.Slash() },
			Order: func(a, b Row) int { return cmp.Compare(a.Dossier.Birth, b.Dossier.Birth) }},
		kit.Column[Row]{Key: "id", Title: words.DossierID, Width: 112, Text: func(r Row) string { return r.Dossier.IDNumber },
			Order: func(a, b Row) int { return strings.Compare(a.Dossier.IDNumber, b.Dossier.IDNumber) }},
	)
	p.grid.Multi = true
	p.grid.ID = func(r Row) string { return strconv.FormatInt(r.Dossier.ID, 10) }
	p.grid.RowTone = func(r Row) kit.Tone {
		if r.Dossier.Stage.Out() {
			return kit.Quiet
		}
		return kit.Plain
	}
	p.grid.OnSelect = p.selected
	p.grid.OnOpen = func(r Row) { p.edit(r.Dossier, "") }
	p.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	p.grid.SetEmpty(kit.Empty(nil, words.DossiersNone, words.DossiersNoneText,
		kit.NewButton(words.Clear, nil, p.clear), kit.NewButton(words.DossiersImport, nil, func() { p.host.Go(kit.To(words.RouteIntake)) }).Primary()))

	add := kit.NewButton(words.DossierAdd, fynetheme.ContentAddIcon(), p.add)
	p.filters = container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(kit.Wide(170, p.award), kit.Wide(150, p.stage), kit.Wide(130, p.kind)), p.movement),
		container.NewBorder(nil, nil, kit.Wide(230, p.unit), container.NewHBox(container.NewCenter(count), kit.NewButton(words.Clear, nil, p.clear).Flat(), add), p.search),
	)
	p.actions = container.NewHBox()
	p.detail = kit.NewDetail(p.actions)
	p.papers = newPapers(p)
	p.all = container.NewBorder(p.filters, nil, nil, nil, kit.NewHSplit("dossiers", 0.5, p.grid, p.detail))
	p.nothing()
}

func stageOrder(r Row) int {
	if o := order(r.Dossier.Stage); o >= 0 {
		return o
	}
	return 99
}

// StageTone is the colour of a stage.
func StageTone(s dossier.Stage) kit.Tone {
	switch s {
	case dossier.Received, dossier.Appraising:
		return kit.Info
	case dossier.Supplement:
		return kit.Warn
	case dossier.Submitted:
		return kit.Away
	case dossier.Appraised, dossier.Passed, dossier.Decided:
		return kit.Good
	}
	return kit.Quiet
}

// Tone is the colour of a severity.
func Tone(s check.Severity) kit.Tone {
	switch s {
	case check.Error:
		return kit.Bad
	case check.Warning:
		return kit.Warn
	case check.Info:
		return kit.Info
	}
	return kit.Plain
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page. The route may carry phong-trao (code), don-vi (id),
// hinh-thuc, giai-doan, loai, tim, chon (ids of the only dossiers to list), and
// ho-so, the dossier to open: muc names the part of it to show, sua the field to
// mend, which opens its form with the keyboard on it.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	p.state.Award, p.state.Stage, p.state.Kind, p.state.Text = r.Get("hinh-thuc"), r.Get("giai-doan"), r.Get("loai"), r.Get("tim")
	p.state.Unit = kit.ParseID(r.Get("don-vi"))
	p.open, p.mend = kit.ParseID(r.Get("ho-so")), r.Get("sua")
	if part, ok := PartOf(r.Get("muc")); ok {
		p.part = part
	}
	p.state.Only = nil
	for _, id := range strings.Split(r.Get("chon"), ",") {
		if n := kit.ParseID(id); n != 0 {
			p.state.Only = append(p.state.Only, n)
		}
	}
	p.loadNames(r)
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.Live.Leave()
	p.papers.clear()
}

// Find implements kit.Page.
func (p *Page) Find() { kit.Focus(p.search.Entry) }

func (p *Page) clear() {
	p.host.Go(kit.To(words.RouteDossiers))
}

// changed is called when a filter was set by hand.
func (p *Page) changed() {
	p.state.Only = nil
	p.host.Here(p.route())
	p.load()
}

func (p *Page) route() kit.Route {
	s := &p.state
	move := s.MovementCode()
	if move == "" {
		move = everyMove
	}
	return kit.To(words.RouteDossiers, "phong-trao", move, "don-vi", kit.IDText(s.Unit), "hinh-thuc", s.Award, "giai-doan", s.Stage, "loai", s.Kind, "tim", s.Text, "ho-so", kit.IDText(p.open), "chon", idsText(s.Only))
}

func idsText(list []int64) string {
	s := make([]string, len(list))
	for i, id := range list {
		s[i] = kit.IDText(id)
	}
	return strings.Join(s, ",")
}

// names is what the filters and the rows need to name things.
type names struct {
	movements []movement.Movement
	catalogue *award.Catalogue
	book      *registry.Book
}

// everyMove stands in a route for all movements; without a word the newest one is
// meant, which is what the officer works on.
const everyMove = "tat-ca"

func (p *Page) loadNames(r kit.Route) {
	task.Load(p.run, &p.slot, func(ctx context.Context) (n names, err error) {
		o := p.run.Office
		if n.movements, err = o.Movements(ctx); err != nil {
			return n, err
		}
		if n.catalogue, err = o.Catalogue(ctx); err != nil {
			return n, err
		}
		n.book, err = o.Registry(ctx)
		return n, err
	}, func(n names) {
		s := &p.state
		s.Movements, s.Catalogue, s.Book = n.movements, n.catalogue, n.book
		s.Movement = s.MovementByCode(r.Get("phong-trao"))
		narrowed := r.Get("phong-trao") != "" || r.Get("ho-so") != "" || r.Get("don-vi") != "" || r.Get("tim") != "" || len(s.Only) > 0
		if !narrowed && len(s.Movements) > 0 {
			s.Movement = s.Movements[0].ID
		}
		p.fillFilters()
		p.load()
	})
}

func (p *Page) fillFilters() {
	s := &p.state
	moves := []kit.Choice{{Key: "", Label: words.DossiersAllMoves}}
	for _, m := range s.Movements {
		moves = append(moves, kit.Choice{Key: kit.IDText(m.ID), Label: m.Name})
	}
	p.movement.SetChoices(moves)
	p.movement.SetKey(kit.IDText(s.Movement))
	p.award.SetChoices(noun.Awards(s.Catalogue.Awards, words.DossiersAllAwards))
	p.award.SetKey(s.Award)
	p.stage.SetKey(s.Stage)
	p.kind.SetKey(s.Kind)
	p.unit.SetOptions(noun.Units(s.Book, s.Today))
	p.unit.SetKey(kit.IDText(s.Unit))
	if p.search.Text() != s.Text {
		tell := p.search.OnSearch
		p.search.OnSearch = nil
		p.search.SetText(s.Text)
		p.search.OnSearch = tell
	}
}

func (p *Page) load() {
	if p.state.Catalogue == nil {
		return
	}
	f := p.state.Filter()
	task.Load(p.run, &p.slot, func(ctx context.Context) ([]dossier.Dossier, error) { return p.run.Office.Dossiers(ctx, f) },
		func(list []dossier.Dossier) {
			p.state.SetDossiers(list)
			p.grid.SetRows(p.state.Rows)
			switch {
			case p.open != 0:
				p.grid.SelectID(kit.IDText(p.open))
			case len(list) == 1 && len(p.grid.Selected()) == 0:
				p.grid.Select(0)
			}
			p.selected()
			p.loadFindings()
			if rows := p.grid.Selected(); p.mend != "" && len(rows) == 1 && rows[0].Dossier.ID == p.open {
				field := p.mend
				p.mend = ""
				p.host.Here(p.route()) // coming back does not open the form again
				p.edit(rows[0].Dossier, field)
			}
		})
}

// loadFindings lets the rules look at the movements on the list; it takes longer
// than the list itself, which is shown meanwhile.
func (p *Page) loadFindings() {
	codes := map[string]bool{}
	for _, m := range p.state.Movements {
		if p.state.Movement == 0 || m.ID == p.state.Movement {
			codes[m.Code] = true
		}
	}
	task.Load(p.run, &p.rules, func(ctx context.Context) ([]check.Finding, error) {
		var all []check.Finding
		for c := range codes {
			fs, err := p.run.Office.Check(ctx, c)
			if err != nil {
				return nil, err
			}
			all = append(all, fs...)
		}
		return all, nil
	}, func(fs []check.Finding) {
		p.state.SetFindings(fs)
		p.grid.Refresh()
		p.showOne()
	})
}

func (p *Page) selected() {
	rows := p.grid.Selected()
	switch len(rows) {
	case 0:
		p.count(words.Fill(words.DossiersCount, len(p.state.Rows)))
	default:
		p.count(words.Fill(words.DossiersChosen, len(p.state.Rows), len(rows)))
	}
	p.fillActions(rows)
	switch len(rows) {
	case 0:
		p.nothing()
	case 1:
		if p.open != rows[0].Dossier.ID {
			p.open = rows[0].Dossier.ID
			p.host.Here(p.route())
		}
		p.showOne()
	default:
		p.open = 0
		p.file.Stop()
		p.detail.Put(kit.Empty(nil, words.Fill(words.DossiersMany, len(rows)), words.DossiersManyText))
	}
}

func (p *Page) nothing() {
	p.file.Stop()
	p.detail.Wait(words.DossiersPick, words.DossiersPickText)
}

// Walk shows what a smoke run should see besides the list: one dossier with each
// of its parts.
func (p *Page) Walk() []task.Step {
	steps := []task.Step{{Name: "mot-ho-so", Do: func() error {
		for i, r := range p.state.Rows { // one that is under way and has something found
			if _, worst := p.state.Verdict(r.Dossier.ID); worst != "" && r.Dossier.Stage == dossier.Appraising {
				p.grid.Select(i)
				return nil
			}
		}
		p.grid.Select(0)
		return nil
	}}}
	for i, name := range partCodes[1:] {
		steps = append(steps, task.Step{Name: name, Do: func() error { p.part = Part(i + 1); p.showOne(); return nil }})
	}
	return append(steps, task.Step{Name: "nhieu", Do: func() error { p.part = PartFacts; p.grid.SelectAll(); return nil }})
}
