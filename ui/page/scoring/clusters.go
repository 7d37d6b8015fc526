package scoring

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// clusters is the tab of the clusters and blocks of the year, their members, head
// and deputy.
type clusters struct {
	p       *Page
	list    *kit.Grid[movement.Cluster]
	members *kit.Grid[Member]
	detail  *kit.Detail
	loose   *fyne.Container
	carry   *kit.Button
	all     fyne.CanvasObject
}

func newClusters(p *Page) *clusters {
	c := &clusters{p: p, detail: kit.NewDetail(nil), loose: kit.Stacked()}
	c.list = kit.NewGrid("clusters",
		kit.Column[movement.Cluster]{Key: "code", Title: words.ClusterCode, Width: 50, Bold: true, Text: func(x movement.Cluster) string { return x.Code }},
		kit.Column[movement.Cluster]{Key: "name", Title: words.ClusterName, Width: 180, Grow: true, Text: func(x movement.Cluster) string { return x.Name }},
		kit.Column[movement.Cluster]{Key: "n", Title: words.ClusterMembers, Width: 90, Align: fyne.TextAlignTrailing, Text: func(x movement.Cluster) string { return words.Count(len(x.Members)) }},
		kit.Column[movement.Cluster]{Key: "head", Title: words.ClusterHead, Width: 130, Text: func(x movement.Cluster) string { return p.name(x.Head) }},
	)
	c.list.ID = func(x movement.Cluster) string { return x.Code }
	c.list.OnSelect = func() {
		if x, ok := c.list.Current(); ok && x.Code != p.state.Cluster {
			p.state.Cluster = x.Code
			p.here()
			c.showCluster()
		}
	}
	c.list.OnOpen = func(x movement.Cluster) { c.edit(x) }
	c.list.OnDelete = c.delete
	c.members = kit.NewGrid("cluster-members",
		kit.Column[Member]{Key: "unit", Title: words.ScoreUnit, Width: 220, Grow: true, Text: func(m Member) string { return m.Name }, Order: kit.ByText(func(m Member) string { return m.Name })},
		kit.Column[Member]{Key: "role", Title: words.ClusterRole, Width: 84, Chip: true, Text: func(m Member) string { return m.Role }, Tone: func(m Member) kit.Tone {
			if m.Role == "" {
				return kit.Plain
			}
			return kit.Info
		}},
		kit.Column[Member]{Key: "group", Title: words.ClusterGroup, Width: 260, Text: func(m Member) string {
			switch {
			case m.Ended && len(m.Heirs) > 0:
				return words.Fill(words.ClusterEnded, p.names(m.Heirs))
			case m.Ended:
				return words.ClusterEndedNone
			}
			return m.Group
		}, Tone: func(m Member) kit.Tone {
			if m.Ended {
				return kit.Warn
			}
			return kit.Plain
		}},
	)
	c.members.Multi = true
	c.members.ID = func(m Member) string { return kit.IDText(m.ID) }
	c.members.OnDelete = c.out
	c.carry = kit.NewButton("", nil, c.carryOver)
	acts := container.NewVBox(
		kit.Bar(kit.NewButton(words.ClusterAdd, fynetheme.ContentAddIcon(), func() { c.edit(movement.Cluster{Kind: movement.ByTrade, Year: p.state.Year}) }), c.carry),
		kit.Bar(kit.NewButton(words.ClusterEdit, fynetheme.DocumentCreateIcon(), func() {
			if x, ok := p.state.theCluster(); ok {
				c.edit(x)
			}
		}), kit.NewButton(words.ClusterDelete, fynetheme.DeleteIcon(), c.delete)))
	c.all = kit.NewHSplit("clusters", 0.4, container.NewBorder(nil, container.NewVBox(c.loose, acts), nil, nil, c.list), c.detail)
	return c
}

func (c *clusters) content() fyne.CanvasObject { return c.all }
func (c *clusters) focus() fyne.Focusable      { return c.list }

func (c *clusters) show() {
	s := &c.p.state
	c.carry.SetText(words.Fill(words.ClusterCarry, strconv.Itoa(s.Year-1)))
	c.list.SetEmpty(kit.Empty(nil, words.Fill(words.ClusterNone, strconv.Itoa(s.Year)), words.ClusterNoneText))
	c.list.SetRows(s.Clusters)
	if x, ok := s.theCluster(); ok {
		s.Cluster = x.Code
		c.list.SelectID(x.Code)
	}
	c.loose.RemoveAll()
	if n := len(s.Loose()); n > 0 {
		c.loose.Add(kit.Para(words.Fill(words.ClusterLoose, n), kit.Warn))
	} else if len(s.Clusters) > 0 {
		c.loose.Add(kit.Para(words.ClusterFull, kit.Good))
	}
	c.loose.Refresh()
	c.showCluster()
}

func (c *clusters) showCluster() {
	x, ok := c.p.state.theCluster()
	if !ok {
		c.detail.Put(kit.Empty(nil, words.ClusterPick, words.ClusterPickText))
		return
	}
	members := c.p.state.Members(x)
	head := kit.Stacked(kit.Heading(x.Name), kit.NewFacts(
		kit.Fact{Label: words.ClusterKind, Value: registry.NameOf(movement.ClusterKinds, x.Kind)},
		kit.Fact{Label: words.ClusterHead, Value: c.p.name(x.Head)},
		kit.Fact{Label: words.ClusterDeputy, Value: c.p.name(x.Deputy)},
		kit.Fact{Label: words.ClusterSource, Value: x.Source},
		kit.Fact{Label: words.ClusterNote, Value: x.Note}))
	c.members.SetRows(members)
	heirs := kit.NewButton(words.ClusterHeirs, nil, c.heirs)
	heirs.SetEnabled(slices.ContainsFunc(members, func(m Member) bool { return m.Ended && len(m.Heirs) > 0 }))
	acts := container.NewVBox(
		kit.Bar(kit.NewButton(words.ClusterAddUnit, fynetheme.ContentAddIcon(), c.addUnit), kit.NewButton(words.ClusterAddGroup, nil, c.addGroup), heirs),
		kit.Bar(kit.NewButton(words.ClusterMakeHead, nil, func() { c.lead(false) }), kit.NewButton(words.ClusterMakeDep, nil, func() { c.lead(true) }),
			kit.NewButton(words.ClusterOut, fynetheme.DeleteIcon(), c.out)))
	c.detail.Put(kit.Panel(container.NewBorder(head, acts, nil, nil, c.members)))
}

func (c *clusters) save(x movement.Cluster, done func(error)) {
	c.p.act(words.ClusterEdit, words.Fill(words.ClusterSaved, x.Name), done, func(ctx context.Context) (audit.Entry, error) {
		return c.p.run.Office.SaveCluster(ctx, &x)
	})
}

// edit changes what a cluster is called, or adds one.
func (c *clusters) edit(x movement.Cluster) {
	code, name, source, note := kit.EntryOf(x.Code, 1), kit.EntryOf(x.Name, 1), kit.EntryOf(x.Source, 1), kit.EntryOf(x.Note, 2)
	kind := noun.OneOf(movement.ClusterKinds, x.Kind)
	title := words.ClusterAdd
	if x.ID != 0 {
		title = words.ClusterEdit
	}
	c.p.form(title, 600, kit.NewForm(
		&kit.Field{Key: "code", Label: words.ClusterCode, Required: true, Control: code},
		&kit.Field{Key: "name", Label: words.ClusterName, Required: true, Control: name},
		&kit.Field{Key: "kind", Label: words.ClusterKind, Control: kind},
		&kit.Field{Key: "source", Label: words.ClusterSource, Control: source},
		&kit.Field{Key: "note", Label: words.ClusterNote, Control: note},
	), func(done func(error)) {
		next := x
		next.Code, next.Name, next.Kind = viet.Clean(code.Text), viet.Clean(name.Text), kind.Key()
		next.Source, next.Note = viet.Clean(source.Text), viet.Clean(note.Text)
		c.p.state.Cluster = next.Code
		c.save(next, done)
	})
}

func (c *clusters) delete() {
	x, ok := c.p.state.theCluster()
	if !ok {
		return
	}
	kit.Confirm(c.p.host.Canvas(), words.ClusterDelete, words.Fill(words.ClusterDeleteAsk, x.Name, strconv.Itoa(x.Year)), words.ClusterDelete, true, func() {
		c.p.act(words.ClusterDelete, words.Fill(words.ClusterDeleted, x.Name), nil, func(ctx context.Context) (audit.Entry, error) {
			return c.p.run.Office.DeleteCluster(ctx, x)
		})
	})
}

// carryOver makes the year's clusters out of those of the year before.
func (c *clusters) carryOver() {
	year := c.p.state.Year
	type carried struct {
		c office.Carried
		e audit.Entry
	}
	task.Do(c.p.run, task.Job{Title: words.ClusterAdd}, func(ctx context.Context, _ office.Progress) (x carried, err error) {
		x.c, x.e, err = c.p.run.Office.CarryClusters(ctx, year)
		return x, err
	}, func(x carried) {
		n, gone := len(x.c.Clusters), 0
		for _, g := range x.c.Gone {
			gone += len(g)
		}
		before := strconv.Itoa(year - 1)
		switch {
		case n == 0:
			c.p.host.Say(kit.Info, words.Fill(words.ClusterCarryNo, before), nil)
		case gone > 0:
			c.p.host.Done(words.Fill(words.ClusterGone, n, before, gone), x.e.ID)
		default:
			c.p.host.Done(words.Fill(words.ClusterCarried, n, before), x.e.ID)
		}
	})
}

func (c *clusters) addUnit() {
	x, ok := c.p.state.theCluster()
	if !ok {
		return
	}
	var options []kit.Option
	for _, d := range c.p.state.Loose() {
		options = append(options, kit.Option{Key: kit.IDText(d.ID), Label: d.Name, Note: registry.NameOf(registry.GroupNames, d.Group) + ", " + words.ClusterFree})
	}
	kit.Pick(c.p.host.Canvas(), words.ClusterAddUnit, words.Search, options, func(o kit.Option) {
		if id := kit.ParseID(o.Key); id != 0 {
			c.save(With(x, id), nil)
		}
	})
}

// addGroup takes in every unit of a group that belongs to no cluster yet.
func (c *clusters) addGroup() {
	x, ok := c.p.state.theCluster()
	if !ok {
		return
	}
	by := map[string][]registry.UnitID{}
	for _, d := range c.p.state.Loose() {
		by[d.Group] = append(by[d.Group], d.ID)
	}
	var options []kit.Option
	for _, g := range registry.GroupNames {
		if n := len(by[g.Code]); n > 0 {
			options = append(options, kit.Option{Key: g.Code, Label: g.Name, Note: words.Fill(words.ClusterGroupNote, n)})
		}
	}
	kit.Pick(c.p.host.Canvas(), words.ClusterAddGroup, words.Search, options, func(o kit.Option) { c.save(With(x, by[o.Key]...), nil) })
}

func (c *clusters) chosen() (ids []registry.UnitID) {
	for _, m := range c.members.Selected() {
		ids = append(ids, m.ID)
	}
	return ids
}

func (c *clusters) out() {
	x, ok := c.p.state.theCluster()
	if ids := c.chosen(); ok && len(ids) > 0 {
		c.save(Without(x, ids), nil)
	}
}

func (c *clusters) lead(deputy bool) {
	x, ok := c.p.state.theCluster()
	if m, is := c.members.Current(); ok && is {
		c.save(Lead(x, m.ID, deputy), nil)
	}
}

// heirs puts in the place of ended members those who stand for them today and
// belong to no cluster.
func (c *clusters) heirs() {
	x, ok := c.p.state.theCluster()
	if !ok {
		return
	}
	free := map[registry.UnitID]bool{}
	for _, d := range c.p.state.Loose() {
		free[d.ID] = true
	}
	var gone, more []registry.UnitID
	for _, m := range c.p.state.Members(x) {
		if !m.Ended || len(m.Heirs) == 0 {
			continue
		}
		gone = append(gone, m.ID)
		for _, h := range m.Heirs {
			if free[h] {
				more = append(more, h)
			}
		}
	}
	c.save(With(Without(x, gone), more...), nil)
}
