package scoring

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sets is the tab of the criteria sets of the year, by group of units, with what
// single units added.
type sets struct {
	p      *Page
	slot   task.Slot
	list   *kit.Grid[criteria.Set]
	items  *kit.Grid[criteria.Item]
	breaks *kit.Grid[criteria.Break]
	tabs   *kit.Tabs
	detail *kit.Detail
	head   *fyne.Container
	set    criteria.Set // the one shown; ID 0 for a unit's own that is not saved yet
	all    fyne.CanvasObject
}

func newSets(p *Page) *sets {
	s := &sets{p: p, detail: kit.NewDetail(nil), head: kit.Stacked()}
	name := func(x criteria.Set) string { return x.Name }
	s.list = kit.NewGrid("criteria-sets",
		kit.Column[criteria.Set]{Key: "name", Title: words.SetName, Width: 180, Grow: true, Text: name, Order: kit.ByText(name)},
		kit.Column[criteria.Set]{Key: "groups", Title: words.SetGroups, Width: 130, Text: func(x criteria.Set) string { return SetGroups(x, p.name(x.Unit)) }},
		kit.Column[criteria.Set]{Key: "full", Title: words.SetFull, Width: 92, Align: fyne.TextAlignTrailing, Text: func(x criteria.Set) string { return x.Full().String() },
			Tone: func(x criteria.Set) kit.Tone {
				if _, odd := SetTotal(x); odd {
					return kit.Warn
				}
				return kit.Plain
			}},
	)
	s.list.ID = keyOf
	s.list.OnSelect = func() {
		if x, ok := s.list.Current(); ok && keyOf(x) != s.p.state.Set {
			s.p.state.Set = keyOf(x)
			s.open()
		}
	}
	s.list.OnOpen = func(criteria.Set) { s.editSet() }
	s.list.OnDelete = s.deleteSet
	s.list.SetEmpty(kit.Empty(nil, words.SetName, words.ScoreNoSetText))
	s.items = kit.NewGrid("criteria-items",
		kit.Column[criteria.Item]{Key: "key", Title: words.LineKey, Width: 44, Text: func(it criteria.Item) string { return it.Key }},
		kit.Column[criteria.Item]{Key: "text", Title: words.CritText, Width: 200, Grow: true, Text: func(it criteria.Item) string { return it.Text }},
		kit.Column[criteria.Item]{Key: "kind", Title: words.CritKind, Width: 168, Text: func(it criteria.Item) string { return registry.NameOf(criteria.KindNames, string(it.Kind)) }},
		kit.Column[criteria.Item]{Key: "max", Title: words.CritMax, Width: 92, Align: fyne.TextAlignTrailing, Text: func(it criteria.Item) string {
			switch it.Kind {
			case criteria.Gate:
				return ""
			case criteria.Minus:
				return (-it.Max).String()
			}
			return it.Max.String()
		}},
		kit.Column[criteria.Item]{Key: "needs", Title: words.SetNeeds, Width: 84, Text: func(it criteria.Item) string { return it.Needs }},
	)
	s.items.ID = func(it criteria.Item) string { return it.Key }
	s.items.OnOpen = func(criteria.Item) { s.editItem(false) }
	s.items.OnDelete = func() { s.dropItem() }
	s.breaks = kit.NewGrid("criteria-breaks",
		kit.Column[criteria.Break]{Key: "name", Title: words.BreakAs, Width: 240, Grow: true, Text: func(b criteria.Break) string { return b.Name }},
		kit.Column[criteria.Break]{Key: "by", Title: words.BreakBy, Width: 220, Text: BreakText},
	)
	s.breaks.OnOpen = func(criteria.Break) { s.editBreak(false) }
	s.breaks.OnDelete = func() { s.dropBreak() }
	s.breaks.SetEmpty(kit.Empty(nil, words.SetChainNone, words.SetChainText))
	s.tabs = kit.NewTabs()
	s.tabs.Add(words.ScoringSets, container.NewBorder(nil, kit.Bar(
		kit.NewButton(words.CritAdd, fynetheme.ContentAddIcon(), func() { s.editItem(true) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() { s.editItem(false) }),
		kit.NewButton(words.Delete, fynetheme.DeleteIcon(), s.dropItem),
		kit.NewButton(words.CritUp, fynetheme.MoveUpIcon(), func() { s.moveItem(-1) }),
		kit.NewButton(words.CritDown, fynetheme.MoveDownIcon(), func() { s.moveItem(1) }),
	), nil, nil, s.items))
	s.tabs.Add(words.SetChain, container.NewBorder(nil, kit.Bar(
		kit.NewButton(words.BreakAdd, fynetheme.ContentAddIcon(), func() { s.editBreak(true) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() { s.editBreak(false) }),
		kit.NewButton(words.Delete, fynetheme.DeleteIcon(), s.dropBreak),
		kit.NewButton(words.CritUp, fynetheme.MoveUpIcon(), func() { s.moveBreak(-1) }),
		kit.NewButton(words.CritDown, fynetheme.MoveDownIcon(), func() { s.moveBreak(1) }),
	), nil, nil, s.breaks))
	acts := container.NewVBox(
		kit.Bar(kit.NewButton(words.SetDraft, nil, p.draft), kit.NewButton(words.SetAdd, fynetheme.ContentAddIcon(), s.addSet), kit.NewButton(words.SetOwn, nil, s.own)),
		kit.Bar(kit.NewButton(words.SetEdit, fynetheme.DocumentCreateIcon(), s.editSet), kit.NewButton(words.SetDelete, fynetheme.DeleteIcon(), s.deleteSet)))
	s.all = kit.NewHSplit("criteria-sets", 0.38, container.NewBorder(nil, acts, nil, nil, s.list), s.detail)
	return s
}

func (s *sets) content() fyne.CanvasObject { return s.all }
func (s *sets) focus() fyne.Focusable      { return s.list }

func (s *sets) show() {
	list := slices.Clone(s.p.state.Sets)
	slices.SortStableFunc(list, func(a, b criteria.Set) int { return min(int(a.Unit), 1) - min(int(b.Unit), 1) })
	s.list.SetRows(list)
	if s.p.state.Set == "" && len(list) > 0 {
		s.p.state.Set = keyOf(list[0])
	}
	s.list.SelectID(s.p.state.Set)
	s.open()
}

// open shows the set chosen; a unit's own that is not saved is drafted from its plan.
func (s *sets) open() {
	st := &s.p.state
	if i := slices.IndexFunc(st.Sets, func(x criteria.Set) bool { return keyOf(x) == st.Set }); i >= 0 {
		s.showSet(st.Sets[i])
		return
	}
	if st.Unit != 0 && st.Set == ownKey(st.Unit) {
		code, year, unit := s.p.code(), st.Year, st.Unit
		task.Load(s.p.run, &s.slot, func(ctx context.Context) (criteria.Set, error) {
			return s.p.run.Office.OwnCriteria(ctx, code, year, unit)
		}, s.showSet)
		return
	}
	s.set = criteria.Set{}
	s.put(kit.Empty(nil, words.SetPick, words.SetPickText))
}

func (s *sets) put(o fyne.CanvasObject) {
	s.detail.Put(o)
}

func (s *sets) showSet(x criteria.Set) {
	s.set = x
	total, odd := SetTotal(x)
	tone := kit.Plain
	if odd {
		tone = kit.Warn
	}
	compare := words.SetPoints
	if x.ByShare {
		compare = words.SetShare
	}
	facts := []kit.Fact{{Label: words.SetGroups, Value: SetGroups(x, s.p.name(x.Unit))}}
	if x.Unit == 0 {
		facts = append(facts, kit.Fact{Label: words.SetByShare, Value: compare})
	}
	facts = append(facts, kit.Fact{Label: words.SetSource, Value: x.Source})
	s.head.RemoveAll()
	s.head.Add(kit.Heading(x.Name))
	s.head.Add(kit.NewFacts(facts...))
	s.head.Add(kit.Para(total, tone))
	if x.ID == 0 {
		s.head.Add(kit.Para(words.SetUnsaved, kit.Warn))
	}
	s.items.SetRows(x.Items)
	s.breaks.SetRows(x.Breaks)
	s.put(kit.Panel(container.NewBorder(s.head, nil, nil, nil, s.tabs)))
}

// draft makes the sets of a year that has none.
func (p *Page) draft() {
	code, year := p.code(), p.state.Year
	type drafted struct {
		n int
		e audit.Entry
	}
	task.Do(p.run, task.Job{Title: words.SetDraft}, func(ctx context.Context, _ office.Progress) (d drafted, err error) {
		d.n, d.e, err = p.run.Office.DraftCriteria(ctx, code, year)
		return d, err
	}, func(d drafted) {
		if d.n == 0 {
			p.host.Say(kit.Info, words.Fill(words.SetDraftNone, strconv.Itoa(year)), nil)
			return
		}
		p.host.Done(words.Fill(words.SetDrafted, d.n, strconv.Itoa(year)), d.e.ID)
	})
}

// save saves a changed set; done is the form it came from, nil for none.
func (s *sets) save(x criteria.Set, done func(error)) {
	s.p.state.Set = keyOf(x)
	s.p.act(words.SetEdit, words.Fill(words.SetSaved, x.Name), done, func(ctx context.Context) (audit.Entry, error) {
		return s.p.run.Office.SaveCriteriaSet(ctx, &x)
	})
}

func (s *sets) addSet() {
	m, ok := s.p.state.Movement()
	if !ok {
		return
	}
	items := criteria.FromPlanCriteria(m.Criteria, "")
	s.heading(criteria.Set{Movement: m.ID, Year: s.p.state.Year, Items: items, Source: m.Title}, words.SetAdd)
}

func (s *sets) editSet() {
	if s.set.Name != "" {
		s.heading(s.set, words.SetEdit)
	}
}

// heading changes what stands over the items of a set: name, groups, how totals are compared.
func (s *sets) heading(x criteria.Set, title string) {
	code, name, source := kit.EntryOf(x.Code, 1), kit.EntryOf(x.Name, 1), kit.EntryOf(x.Source, 2)
	groups := checks(registry.GroupNames, x.Groups)
	compare := noun.OneOf([]registry.Name{{Code: "", Name: words.SetPoints}, {Code: "share", Name: words.SetShare}}, "")
	if x.ByShare {
		compare.SetKey("share")
	}
	fields := []*kit.Field{
		{Key: "name", Label: words.SetName, Required: true, Control: name},
		{Key: "code", Label: words.SetCode, Hint: words.CritKeyIs, Control: code},
	}
	if x.Unit == 0 {
		fields = append(fields, &kit.Field{Key: "groups", Label: words.SetGroups, Hint: words.SetEveryone, Control: groups},
			&kit.Field{Key: "by_share", Label: words.SetByShare, Control: compare})
	}
	fields = append(fields, &kit.Field{Key: "source", Label: words.SetSource, Control: source})
	s.p.form(title, 680, kit.NewForm(fields...), func(done func(error)) {
		next := x
		next.Name, next.Source = viet.Clean(name.Text), viet.Clean(source.Text)
		if next.Code = viet.Clean(code.Text); next.Code == "" {
			next.Code = viet.Fold(next.Name)
		}
		if x.Unit == 0 {
			next.Groups, next.ByShare = checked(groups, registry.GroupNames), compare.Key() == "share"
		}
		s.save(next, done)
	})
}

func (s *sets) deleteSet() {
	x := s.set
	if x.ID == 0 {
		return
	}
	kit.Confirm(s.p.host.Canvas(), words.SetDelete, words.Fill(words.SetDeleteAsk, x.Name), words.SetDelete, true, func() {
		s.p.state.Set = ""
		s.p.act(words.SetDelete, words.Fill(words.SetDeleted, x.Name), nil, func(ctx context.Context) (audit.Entry, error) {
			return s.p.run.Office.DeleteCriteriaSet(ctx, x)
		})
	})
}

// own chooses a unit whose own criteria are to be shown.
func (s *sets) own() {
	var options []kit.Option
	for _, d := range s.p.state.Owing {
		options = append(options, kit.Option{Key: kit.IDText(d.ID), Label: d.Name, Note: registry.NameOf(registry.GroupNames, d.Group)})
	}
	kit.Pick(s.p.host.Canvas(), words.SetOwn, words.SetOwnHint, options, func(o kit.Option) {
		id := kit.ParseID(o.Key)
		s.p.state.Unit, s.p.state.Set = id, ownKey(id)
		s.list.Unselect()
		s.open()
	})
}

// checks is a box to tick for each name; checked takes the codes back.
func checks(names []registry.Name, codes []string) *widget.CheckGroup {
	labels := make([]string, len(names))
	var ticked []string
	for i, n := range names {
		labels[i] = n.Name
		if slices.Contains(codes, n.Code) {
			ticked = append(ticked, n.Name)
		}
	}
	g := widget.NewCheckGroup(labels, nil)
	g.Selected = ticked
	return g
}

func checked(g *widget.CheckGroup, names []registry.Name) []string {
	var out []string
	for _, n := range names {
		if slices.Contains(g.Selected, n.Name) {
			out = append(out, n.Code)
		}
	}
	return out
}
