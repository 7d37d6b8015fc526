// Package board is the officer's map of the work: movement × unit × stage, whose
// turn it is, how many working days are left, what is missing. Every number opens
// the list of the dossiers it counts; the acts themselves (handing on, returning,
// recalling) are the dossiers' own page's.
//
// Start at New. board_state.go holds what is shown, without the toolkit. The page
// changes nothing.
//
// Glossary: Board — bảng tiến độ; Turn — việc của một bước; Lack — còn thiếu.
package board

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the board.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot

	all      fyne.CanvasObject
	movement *kit.Select
	group    *kit.Select
	award    *kit.Select
	figures  *fyne.Container
	stages   *fyne.Container
	grid     *kit.Grid[Row]
	detail   *kit.Detail
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot},
		"dossier", "submission", "paper", "confirmation", "movement", "unit", "road", "setting")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect("", func(k string) { p.state.Code = k; p.load() })
	p.group = kit.NewSelect(words.BoardAllGroups, func(k string) { p.state.Group = k; p.show() })
	p.award = kit.NewSelect(words.BoardAllAwards, func(k string) { p.state.Award = k; p.show() })
	p.figures = container.NewGridWithColumns(6)
	p.stages = container.NewHBox()
	p.grid = kit.NewGrid("board", p.columns()...)
	p.grid.ID = Row.ID
	p.grid.OnSelect = func() {
		if r, ok := p.grid.Current(); ok && r.ID() != p.state.Open {
			p.state.Open = r.ID()
			p.host.Here(p.state.Route())
			p.unit()
		}
	}
	p.grid.OnOpen = func(r Row) { p.open(r.Which(office.Mark.Open)) }
	p.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	p.grid.Multi = true
	p.grid.SetEmpty(kit.Empty(nil, words.BoardNone, words.BoardNoneTx,
		kit.NewButton(words.Clear, nil, p.clear), kit.NewButton(words.DossiersImport, nil, func() { p.host.Go(kit.To(words.RouteIntake)) }).Primary()))
	p.detail = kit.NewDetail(nil)
	bar := container.NewBorder(nil, nil, nil, container.NewHBox(kit.Wide(230, p.group), kit.Wide(190, p.award), kit.NewButton(words.Clear, nil, p.clear).Flat(), kit.NewButton(words.BoardPrint, fynetheme.DocumentPrintIcon(), p.print)), p.movement)
	top := container.NewVBox(bar, p.figures, container.NewHScroll(p.stages))
	p.all = container.NewBorder(top, nil, nil, nil, kit.NewVSplit("board", 0.62, p.grid, p.detail))
}

// onRoad are the stages with a column of their own, in the order of the road.
var onRoad = []dossier.Stage{dossier.Received, dossier.Appraising, dossier.Supplement, dossier.Appraised, dossier.Passed, dossier.Submitted, dossier.Decided}

func (p *Page) columns() []kit.Column[Row] {
	cols := []kit.Column[Row]{
		{Key: "unit", Title: words.BoardUnit, Width: 186, Grow: true, Text: p.state.Name, Order: kit.ByText(func(r Row) string { return r.Name })},
		{Key: "left", Title: words.BoardLeft, Width: 104, Chip: true, Text: RowLeft, Tone: RowTone, Order: ByLeft},
		{Key: "who", Title: words.BoardWho, Width: 144, Text: Who, Order: kit.ByText(Who)},
	}
	number := func(key, title string, width float32, is func(office.Mark) bool, tone kit.Tone) {
		cols = append(cols, kit.Column[Row]{Key: key, Title: title, Width: width, Align: fyne.TextAlignTrailing,
			Text:  func(r Row) string { return Count(len(r.Which(is))) },
			Tone:  func(Row) kit.Tone { return tone },
			Order: func(a, b Row) int { return len(a.Which(is)) - len(b.Which(is)) },
			OnTap: func(r Row) { p.open(r.Which(is)) }})
	}
	for _, s := range onRoad {
		tone := kit.Info
		if s == dossier.Decided {
			tone = kit.Good
		}
		number(string(s), words.BoardStages[string(s)], wide(words.BoardStages[string(s)]), at(s), tone)
	}
	number("over", words.BoardOver, wide(words.BoardOver), over, kit.Quiet)
	number("short", words.BoardLess, wide(words.BoardLess), short, kit.Bad)
	number("unseen", words.BoardNotSeen, wide(words.BoardNotSeen), unseen, kit.Warn)
	return cols
}

// wide gives a column of numbers room for its title and the mark of its sorting.
func wide(title string) float32 { return kit.TextWidth(title, 13, true) + 20 }

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "phong-trao" (a code, or "tat-ca"), "nhom" and
// "hinh-thuc" choose what is drawn, "dong" opens a row.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	p.state.Code, p.state.Group, p.state.Award, p.state.Open = r.Get("phong-trao"), r.Get("nhom"), r.Get("hinh-thuc"), r.Get("dong")
	p.load()
}

// Find implements kit.Page: the keyboard goes to the units.
func (p *Page) Find() { p.host.Canvas().Focus(p.grid) }

func (p *Page) clear() { p.host.Go(kit.To(words.RouteBoard, "phong-trao", p.state.Key())) }

// print shows the board as a paper; of all movements the newest's.
func (p *Page) print() {
	codes := p.state.Codes()
	if len(codes) > 0 {
		p.host.Go(kit.To(words.RoutePrint, "mau", "bang-tien-do", "phong-trao", codes[0], "hinh-thuc", p.state.Award))
	}
}

func (p *Page) open(ids []int64) { p.openAt(ids, "") }

// openAt opens dossiers in their list, each at a part of its file.
func (p *Page) openAt(ids []int64, part string) {
	if len(ids) > 0 {
		p.host.Go(p.state.ListRoute(ids, part))
	}
}

func (p *Page) load() {
	s := p.state
	type read struct {
		movements []movement.Movement
		catalogue *award.Catalogue
		boards    []office.Board
	}
	task.Load(p.run, &p.slot, func(ctx context.Context) (r read, err error) {
		o := p.run.Office
		if r.movements, err = o.Movements(ctx); err != nil {
			return r, err
		}
		if r.catalogue, err = o.Catalogue(ctx); err != nil {
			return r, err
		}
		s.Movements = r.movements
		for _, code := range s.Codes() {
			b, err := o.Board(ctx, code)
			if err != nil {
				return r, err
			}
			r.boards = append(r.boards, b)
		}
		return r, nil
	}, func(r read) {
		p.state.Movements, p.state.Catalogue, p.state.Boards = r.movements, r.catalogue, r.boards
		p.movement.SetChoices(p.state.MovementChoices())
		p.movement.SetKey(p.state.Key())
		p.group.SetChoices(p.state.GroupChoices())
		p.group.SetKey(p.state.Group)
		p.award.SetChoices(p.state.AwardChoices())
		p.award.SetKey(p.state.Award)
		p.show()
	})
}

func (p *Page) show() {
	s := &p.state
	s.Narrow()
	p.host.Here(s.Route())
	p.figures.RemoveAll()
	for _, f := range s.Figures() {
		tone := f.Tone
		var open func()
		if len(f.IDs) == 0 {
			tone = kit.Quiet
		} else {
			open = func() { p.open(f.IDs) }
		}
		p.figures.Add(kit.NewTile(words.Count(len(f.IDs)), f.Label, f.Note, tone, open))
	}
	p.figures.Refresh()
	p.stages.RemoveAll()
	for _, n := range dossier.StageNames {
		ids := s.Which(at(dossier.Stage(n.Code)))
		if len(ids) > 0 {
			name := n.Name
			if short, ok := words.BoardStages[n.Code]; ok {
				name = short
			}
			p.stages.Add(kit.NewButton(words.Fill(words.BoardN, name, len(ids)), nil, func() { p.open(ids) }).Flat())
		}
	}
	kit.Relay(p.stages)
	p.grid.SetRows(s.Rows)
	if _, ok := s.Row(); !ok && len(s.Rows) > 0 {
		s.Open = s.Rows[0].ID()
	}
	p.grid.SelectID(s.Open)
	p.unit()
}

// unit shows, under the board, what is to be done about one unit.
func (p *Page) unit() {
	r, ok := p.state.Row()
	if !ok {
		p.detail.Wait(words.BoardPick, words.BoardPickTx)
		return
	}
	head := container.NewHBox(kit.Lead(p.state.Name(r)))
	if q, over := p.state.Quotas(r); len(q) > 0 {
		tone := kit.Good
		if over {
			tone = kit.Bad
		}
		head.Add(container.NewCenter(kit.NewChip(strings.Join(q, " · "), tone)))
	}
	p.detail.Put(container.NewBorder(head, nil, nil, nil, kit.NewHSplit("board-unit", 0.62, p.turns(r), p.lacks(r))))
}

func (p *Page) turns(r Row) fyne.CanvasObject {
	g := kit.NewGrid("board-turns",
		kit.Column[office.Turn]{Key: "n", Title: words.BoardCount, Width: 56, Align: fyne.TextAlignTrailing, Text: func(t office.Turn) string { return words.Count(len(t.Dossiers)) },
			Tone: func(office.Turn) kit.Tone { return kit.Info }, OnTap: func(t office.Turn) { p.open(t.Dossiers) }},
		kit.Column[office.Turn]{Key: "award", Title: words.DossierAward, Width: 84, Text: func(t office.Turn) string { return p.state.Catalogue.Short(t.Award) }},
		kit.Column[office.Turn]{Key: "left", Title: words.BoardLeft, Width: 104, Chip: true, Text: func(t office.Turn) string { return Left(t.Timed, t.Left) },
			Tone: func(t office.Turn) kit.Tone { return LeftTone(t.Timed, t.Left) }},
		kit.Column[office.Turn]{Key: "holder", Title: words.BoardWho, Width: 190, Text: func(t office.Turn) string { return t.Step.Holder }},
		kit.Column[office.Turn]{Key: "step", Title: words.BoardStep, Width: 180, Grow: true, Text: func(t office.Turn) string { return t.Step.Name }},
	)
	g.OnOpen = func(t office.Turn) { p.open(t.Dossiers) }
	g.SetEmpty(kit.Empty(nil, words.BoardNothing, ""))
	g.SetRows(r.Turns)
	return g
}

func (p *Page) lacks(r Row) fyne.CanvasObject {
	g := kit.NewGrid("board-lacks",
		kit.Column[office.Lack]{Key: "n", Title: words.BoardCount, Width: 56, Align: fyne.TextAlignTrailing, Text: func(l office.Lack) string { return words.Count(len(l.Dossiers)) },
			Tone: func(office.Lack) kit.Tone { return kit.Info }, OnTap: func(l office.Lack) { p.openAt(l.Dossiers, lackParts[l.Kind]) }},
		kit.Column[office.Lack]{Key: "kind", Title: words.BoardKind, Width: 130, Chip: true, Text: func(l office.Lack) string { return words.BoardLackKinds[string(l.Kind)] },
			Tone: func(l office.Lack) kit.Tone {
				return map[office.LackKind]kit.Tone{office.LackShort: kit.Bad, office.LackUnseen: kit.Warn, office.LackAnswer: kit.Away}[l.Kind]
			}},
		kit.Column[office.Lack]{Key: "what", Title: words.BoardWhat, Width: 200, Grow: true, Text: func(l office.Lack) string { return l.What }},
	)
	g.OnOpen = func(l office.Lack) { p.openAt(l.Dossiers, lackParts[l.Kind]) }
	g.SetEmpty(kit.Empty(nil, words.BoardFull, ""))
	g.SetRows(r.Lacks)
	return g
}

// Walk shows what a smoke run should see besides the newest movement.
func (p *Page) Walk() []task.Step {
	return []task.Step{
		{Name: "mot-don-vi", Do: func() error { p.grid.Select(min(3, len(p.state.Rows)-1)); return nil }},
		{Name: "moi-phong-trao", Do: func() error { p.movement.SetKey(everyMove); p.state.Code = everyMove; p.load(); return nil }},
	}
}
