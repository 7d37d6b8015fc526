package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// people is the tab of the identities: who is who, and everything of one.
type people struct {
	p     *Page
	state People
	slot  task.Slot
	one   task.Slot
	all   fyne.CanvasObject

	kind   *kit.Select
	unit   *kit.PickButton
	doubts *widget.Check
	search *kit.Search
	count  *canvas.Text
	grid   *kit.Grid[registry.Nominee]
	detail *kit.Detail

	edit, merge, apart *kit.Button
}

func newPeople(p *Page) *people {
	s := &people{p: p, detail: kit.NewDetail(nil), count: kit.Text("", kit.Soft)}
	s.kind = kit.NewSelect(words.RegisterAllKinds, func(k string) { s.state.Kind = registry.Kind(k); s.narrowed() })
	kinds := []kit.Choice{{Key: "", Label: words.RegisterAllKinds}}
	for _, k := range registry.Kinds {
		kinds = append(kinds, kit.Choice{Key: string(k), Label: viet.FirstCapital(k.String())})
	}
	s.kind.SetChoices(kinds)
	s.unit = kit.NewPickButton(words.RegisterUnitPick, words.DossiersUnitHint, words.RegisterAllUnits, func(k string) { s.state.Unit = kit.ParseID(k); s.narrowed() })
	s.doubts = widget.NewCheck("", func(on bool) { s.state.Doubts = on; s.narrowed() })
	s.search = kit.NewSearch(words.PeopleSearch, func(t string) { s.state.Text = t; s.list() })
	s.search.OnDown = func() { p.host.Canvas().Focus(s.grid); s.grid.Select(0) }

	today := p.run.Office.Today()
	type row = registry.Nominee
	col := func(key, title string, width float32, f func(row) string) kit.Column[row] {
		return kit.Column[row]{Key: key, Title: title, Width: width, Text: f, Order: kit.ByText(f)}
	}
	name := col("name", words.HonourName, 190, func(n row) string { return n.Name })
	name.Bold = true
	// Given name first, as lists of people are; bodies by their first letters.
	order := func(n row) string {
		if n.Kind == registry.Individual {
			return viet.SortKey(n.Name)
		}
		return viet.TextKey(n.Name)
	}
	name.Order = kit.ByText(order)
	birth := col("birth", words.DossierBirth, 88, func(n row) string { return n.Birth.Slash() })
	birth.Order = func(a, b row) int { return int(a.Birth) - int(b.Birth) }
	unit := col("unit", words.DossierUnit, 170, func(n row) string { return s.state.UnitName(n, today) })
	unit.Grow = true
	s.grid = kit.NewGrid("people", name, birth, col("kind", words.PastKind, 86, func(n row) string { return viet.FirstCapital(n.Kind.String()) }), unit,
		col("number", words.PersonNumber, 110, func(n row) string { return n.IDNumber }),
		col("post", words.DossierPost, 130, func(n row) string { return n.Position }))
	s.grid.Multi = true
	s.grid.ID = func(n row) string { return kit.IDText(n.ID) }
	s.grid.OnSelect = s.selected
	s.grid.OnOpen = func(row) { s.editPerson() }
	s.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	s.grid.SetEmpty(kit.Empty(nil, words.PeopleNone, words.PeopleNoneText))
	s.edit = kit.NewButton(words.PersonEdit, fynetheme.DocumentCreateIcon(), s.editPerson)
	s.merge = kit.NewButton(words.MergeButton, nil, func() { s.two(s.mergeTwo) })
	s.apart = kit.NewButton(words.ApartButton, nil, func() { s.two(s.tellApart) })
	top := container.NewVBox(
		container.NewBorder(nil, nil, kit.Wide(150, s.kind), container.NewHBox(kit.Wide(220, s.unit), s.doubts), s.search),
		container.NewHBox(s.edit, s.merge, s.apart))
	s.all = container.NewBorder(top, container.NewHBox(s.count), nil, nil, kit.NewHSplit("people", 0.55, s.grid, s.detail))
	s.nothing(words.PeoplePick, words.PeoplePickText)
	return s
}

// narrow takes what a route asks for.
func (s *people) narrow(r kit.Route) {
	x := &s.state
	x.Kind, x.Unit, x.Doubts, x.Text = registry.Kind(r.Get("loai")), kit.ParseID(r.Get("don-vi")), r.Get("nghi-trung") != "", r.Get("tim")
	if id := kit.ParseID(r.Get("nguoi")); id != 0 {
		x.ID = id
	}
}

func (s *people) route() kit.Route {
	doubts := ""
	if s.state.Doubts {
		doubts = "1"
	}
	return kit.To(words.RouteRegister, "muc", partPeople, "loai", string(s.state.Kind), "don-vi", kit.IDText(s.state.Unit), "nghi-trung", doubts,
		"tim", s.state.Text, "nguoi", kit.IDText(s.state.ID))
}

func (s *people) narrowed() {
	if s.p.Shown() {
		s.p.host.Here(s.route())
		s.list()
	}
}

func (s *people) load() {
	task.Load(s.p.run, &s.slot, func(ctx context.Context) (r People, err error) {
		o := s.p.run.Office
		if r.Book, err = o.Registry(ctx); err != nil {
			return r, err
		}
		if r.Awards, err = o.Catalogue(ctx); err != nil {
			return r, err
		}
		if r.Alikes, err = o.Alikes(ctx); err != nil {
			return r, err
		}
		r.List, err = o.Nominees(ctx, office.NomineeFilter{})
		return r, err
	}, func(r People) {
		x := &s.state
		x.List, x.Alikes, x.Book, x.Awards = r.List, r.Alikes, r.Book, r.Awards
		s.unit.SetOptions(noun.Units(x.Book, s.p.run.Office.Today()))
		s.unit.SetKey(kit.IDText(x.Unit))
		s.kind.SetKey(string(x.Kind))
		s.doubts.Text = words.Fill(words.PeopleDoubts, len((&People{List: x.List, Alikes: x.Alikes, Doubts: true}).Shown(0)))
		s.doubts.Checked = x.Doubts
		s.doubts.Refresh()
		if s.search.Text() != x.Text {
			s.search.SetText(x.Text)
		}
		s.list()
		s.selected()
	})
}

func (s *people) list() {
	rows := s.state.Shown(s.p.run.Office.Today())
	s.grid.SetRows(rows)
	if s.state.ID != 0 {
		s.grid.SelectID(kit.IDText(s.state.ID))
	}
	s.count.Text = words.Fill(words.PeopleCount, len(rows))
	s.count.Refresh()
}

func (s *people) selected() {
	rows := s.grid.Selected()
	s.edit.SetEnabled(len(rows) == 1)
	s.merge.SetEnabled(len(rows) == 2)
	s.apart.SetEnabled(len(rows) == 2)
	switch len(rows) {
	case 1:
		s.state.ID = rows[0].ID
		s.p.host.Here(s.route())
		s.open()
	case 2:
		s.nothing(words.PeopleTwo, words.PeopleTwoText)
	default:
		s.nothing(words.PeoplePick, words.PeoplePickText)
	}
}

// open reads everything of the identity chosen.
func (s *people) open() {
	id := s.state.ID
	s.one.Fault = func(error) { // it was merged into another, or its making taken back
		s.state.ID = 0
		s.nothing(words.PeoplePick, words.PeoplePickText)
	}
	task.Load(s.p.run, &s.one, func(ctx context.Context) (office.NomineeFile, error) { return s.p.run.Office.Nominee(ctx, id) },
		func(f office.NomineeFile) {
			s.state.File = f
			s.draw(f)
		})
}

func (s *people) nothing(title, text string) {
	s.one.Stop()
	s.detail.Wait(title, text)
}

// two hands the two chosen identities on.
func (s *people) two(do func(a, b registry.Nominee)) {
	if rows := s.grid.Selected(); len(rows) == 2 {
		do(rows[0], rows[1])
	}
}

// tellApart remembers that two are two.
func (s *people) tellApart(a, b registry.Nominee) {
	task.Do(s.p.run, task.Job{Title: words.ApartButton}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return s.p.run.Office.TellApart(ctx, a.ID, b.ID)
	}, func(e audit.Entry) { s.p.host.Done(words.Fill(words.ApartDone, a.Name, b.Name), e.ID) })
}
