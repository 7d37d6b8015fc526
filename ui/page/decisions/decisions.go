// Package decisions is the page of decisions: drawn up from what the council
// passed, put in order, issued, paid, notified, corrected and revoked.
//
// Start at New. decisions_state.go holds what is shown, without the toolkit;
// decisions_detail.go is the right side, decisions_make.go draws up and receives,
// decisions_act.go does what is done with one decision. The page promises that the
// order of a draft is never lost by going elsewhere, and that an issued list is
// only changed by a later decision; it gives no number by itself.
//
// Glossary: Draft — dự thảo; Item — dòng trong danh sách; Receive — nhập quyết định
// cấp trên; Revoke — hủy bỏ; Correct — điều chỉnh.
package decisions

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of decisions.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State

	slot, one, made task.Slot

	all      fyne.CanvasObject
	movement *kit.Select
	award    *kit.Select
	show     *kit.Select
	search   *kit.Search
	grid     *kit.Grid[Row]
	actions  *fyne.Container
	detail   *kit.Detail
	lines    *kit.Grid[Line]
	drawn    int64 // the decision whose lines are shown
	save     *kit.Button
	tab      int
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.one, &p.made},
		"decision", "record", "handing", "booking", "award", "movement", "coefficient", "salary")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect(words.DecisionsAllMoves, func(k string) { p.state.Movement = k; p.narrowed() })
	p.award = kit.NewSelect(words.DecisionsAllAward, func(k string) { p.state.Award = k; p.narrowed() })
	p.show = kit.NewSelect(words.DecisionsAllState, func(k string) { p.state.Show = Show(k); p.narrowed() })
	p.show.SetChoices([]kit.Choice{{Key: string(ShowAll), Label: words.DecisionsAllState}, {Key: string(ShowDrafts), Label: words.DecisionDraft},
		{Key: string(ShowIssued), Label: words.DecisionIssued}, {Key: string(ShowAmends), Label: decision.Corrects.String() + ", " + decision.Revokes.String()}})
	p.search = kit.NewSearch(words.DecisionsSearch, func(t string) { p.state.Text = t; p.list() })
	p.search.OnDown = func() { p.host.Canvas().Focus(p.grid); p.grid.Select(0) }
	p.grid = kit.NewGrid("decisions",
		kit.Column[Row]{Key: "number", Title: words.DecisionNumber, Width: 122, Bold: true, Text: func(r Row) string {
			if r.Number == "" {
				return words.DecisionNoNum
			}
			return r.Number
		}, Order: func(a, b Row) int { return cmp.Compare(a.Number, b.Number) }},
		kit.Column[Row]{Key: "date", Title: words.DecisionDate, Width: 86, Text: func(r Row) string { return r.Date.Slash() }, Order: func(a, b Row) int { return cmp.Compare(a.Date, b.Date) }},
		kit.Column[Row]{Key: "state", Title: words.DecisionState, Width: 128, Chip: true, Text: StateOf, Tone: stateTone, Order: kit.ByText(StateOf)},
		kit.Column[Row]{Key: "award", Title: words.DecisionAward, Width: 96, Grow: true, Text: func(r Row) string {
			if r.Act != decision.Gives {
				return r.Act.String() + " – " + r.Name
			}
			return r.Name
		}, Order: kit.ByText(func(r Row) string { return r.Name })},
		kit.Column[Row]{Key: "count", Title: words.DecisionCount, Width: 78, Align: fyne.TextAlignTrailing, Text: func(r Row) string { return words.Count(len(r.Items)) }, Order: func(a, b Row) int { return len(a.Items) - len(b.Items) }},
	)
	p.grid.ID = func(r Row) string { return kit.IDText(r.ID) }
	p.grid.OnSelect = func() {
		if r, ok := p.grid.Current(); ok && r.ID != p.state.ID {
			p.choose(r.ID)
		}
	}
	p.grid.OnOpen = func(Row) { p.host.Canvas().Focus(p.lines) }
	p.grid.SetEmpty(kit.Empty(nil, words.DecisionsNone, words.DecisionsNoneText))
	draft := kit.NewButton(words.DraftNew, fynetheme.ContentAddIcon(), p.draft).Primary()
	receive := kit.NewButton(words.ReceiveNew, fynetheme.DownloadIcon(), p.receive)
	top := container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(kit.Wide(230, p.award), kit.Wide(190, p.show)), p.movement),
		container.NewBorder(nil, nil, nil, container.NewHBox(receive, draft), p.search))
	p.actions = container.NewHBox()
	p.detail = kit.NewDetail(p.actions)
	p.all = container.NewBorder(top, nil, nil, nil, kit.NewHSplit("decisions", 0.45, p.grid, p.detail))
	p.nothing()
}

func stateTone(r Row) kit.Tone {
	switch StateOf(r) {
	case words.DecisionDraft:
		return kit.Info
	case words.DecisionRevoked, words.DecisionPartly:
		return kit.Bad
	}
	return kit.Good
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "so" chooses a decision, "muc" a part of it ("tien" its
// money), "phong-trao", "hinh-thuc" and "trang-thai" narrow the list.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	s := &p.state
	s.Movement, s.Award, s.Show = r.Get("phong-trao"), r.Get("hinh-thuc"), Show(r.Get("trang-thai"))
	if id := kit.ParseID(r.Get("so")); id != 0 {
		s.ID = id
	}
	if r.Get("muc") == "tien" {
		p.tab = moneyTab
	}
	p.load()
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.keepOrder()
	p.Live.Leave()
}

// Find implements kit.Page.
func (p *Page) Find() { kit.Focus(p.search.Entry) }

// Walk shows one decision with each of its parts in a smoke run.
func (p *Page) Walk() []task.Step {
	steps := []task.Step{{Name: "mot-quyet-dinh", Do: func() error { p.grid.Select(0); return nil }}}
	for i, name := range []string{"tien-thuong", "dieu-chinh", "thong-tin", "lich-su"} {
		steps = append(steps, task.Step{Name: name, Do: func() error { p.tab = i + 1; p.open(); return nil }})
	}
	return append(steps, task.Step{Name: "danh-sach", Do: func() error { p.tab = 0; p.open(); return nil }})
}

func (p *Page) route() kit.Route {
	s := &p.state
	return kit.To(words.RouteDecisions, "phong-trao", s.Movement, "hinh-thuc", s.Award, "trang-thai", string(s.Show), "so", kit.IDText(s.ID))
}

func (p *Page) narrowed() {
	p.host.Here(p.route())
	p.list()
}

func (p *Page) load() {
	task.Load(p.run, &p.slot, func(ctx context.Context) (s State, err error) {
		o := p.run.Office
		if s.Movements, err = o.Movements(ctx); err != nil {
			return s, err
		}
		if s.Catalogue, err = o.Catalogue(ctx); err != nil {
			return s, err
		}
		s.List, err = o.Decisions(ctx, office.DecisionFilter{})
		return s, err
	}, func(r State) {
		s := &p.state
		s.Movements, s.Catalogue, s.List = r.Movements, r.Catalogue, r.List
		p.movement.SetChoices(noun.Movements(s.Movements, words.DecisionsAllMoves))
		p.movement.SetKey(s.Movement)
		used := map[string]bool{}
		for _, d := range s.List {
			used[d.Award] = true
		}
		p.award.SetChoices(noun.Awards(s.Catalogue.Where(func(a award.Award) bool { return used[a.Code] }), words.DecisionsAllAward))
		p.award.SetKey(s.Award)
		p.show.SetKey(string(s.Show))
		p.list()
		p.open()
	})
}

func (p *Page) list() {
	if p.state.Catalogue == nil {
		return
	}
	p.grid.SetRows(p.state.Rows())
	if p.state.ID != 0 {
		p.grid.SelectID(kit.IDText(p.state.ID))
	}
}

// choose opens another decision; an order that was not saved is saved first.
func (p *Page) choose(id int64) {
	p.keepOrder()
	p.state.ID = id
	p.host.Here(p.route())
	p.open()
}

// open reads the decision chosen.
func (p *Page) open() {
	id := p.state.ID
	if id == 0 {
		p.nothing()
		return
	}
	type read struct {
		file   office.DecisionFile
		prizes office.Prizes
	}
	p.one.Fault = func(error) { // it was dropped, or its making taken back
		p.state.ID = 0
		p.nothing()
	}
	task.Load(p.run, &p.one, func(ctx context.Context) (r read, err error) {
		if r.file, err = p.run.Office.DecisionFile(ctx, id); err != nil {
			return r, err
		}
		if r.file.Decision.Issued && r.file.Decision.Act == decision.Gives {
			r.prizes, err = p.run.Office.Prizes(ctx, id)
		}
		return r, err
	}, func(r read) {
		p.state.Hold(r.file)
		p.state.Prizes = r.prizes
		p.draw()
	})
}

func (p *Page) nothing() {
	p.one.Stop()
	p.actions.RemoveAll()
	p.actions.Refresh()
	p.detail.Wait(words.DecisionsPick, words.DecisionsPickText)
}
