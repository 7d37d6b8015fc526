package scoring

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

func (w *watch) add() {
	m, ok := w.p.state.Movement()
	if !ok {
		return
	}
	w.edit(movement.Watch{Movement: m.ID, Period: when.Period{From: w.p.state.Today}})
}

func (w *watch) editCurrent() {
	if x, ok := w.list.Current(); ok {
		w.edit(x)
	}
}

// edit assigns a member of the council sectors, clusters or single units.
func (w *watch) edit(x movement.Watch) {
	s := &w.p.state
	member, post, sector, source := kit.EntryOf(x.Member, 1), kit.EntryOf(x.Post, 1), kit.EntryOf(x.Sector, 2), kit.EntryOf(x.Source, 1)
	choose := kit.NewButton(words.WatchChoose, nil, func() {
		kit.Pick(w.p.host.Canvas(), words.WatchChoose, words.Search, s.Seats(s.Today), func(o kit.Option) {
			member.SetText(o.Label)
			post.SetText(o.Note)
		})
	})
	groups := checks(s.groups(), x.Groups)
	var blocks []registry.Name
	for _, c := range s.Clusters {
		blocks = append(blocks, registry.Name{Code: c.Code, Name: c.Name})
	}
	clusters := checks(blocks, x.Clusters)
	var codes []string
	for _, u := range x.Units {
		v, _ := s.Units.Near(u, s.Today)
		codes = append(codes, v.Code)
	}
	units := kit.EntryOf(strings.Join(codes, ", "), 1)
	from, to := kit.NewDateEntry(s.Today, false), kit.NewDateEntry(s.Today, false)
	from.SetDate(x.From)
	if x.To != 0 {
		to.SetDate(x.To.AddDays(-1))
	}
	title := words.WatchAdd
	if x.ID != 0 {
		title = words.WatchEdit
	}
	w.p.form(title, 700, kit.NewForm(
		&kit.Field{Key: "member", Label: words.WatchMember, Required: true, Control: container.NewBorder(nil, nil, nil, choose, member)},
		&kit.Field{Key: "post", Label: words.WatchPost, Control: post},
		&kit.Field{Key: "sector", Label: words.WatchSector, Control: sector},
		&kit.Field{Key: "clusters", Label: words.RankCluster, Control: clusters},
		&kit.Field{Key: "groups", Label: words.WatchGroups, Control: groups},
		&kit.Field{Key: "units", Label: words.WatchUnits, Hint: words.WatchUnitsIs, Control: units},
		&kit.Field{Key: "from", Label: words.WatchFrom, Control: container.NewHBox(from)},
		&kit.Field{Key: "to", Label: words.WatchTo, Hint: words.WatchToIs, Control: container.NewHBox(to)},
		&kit.Field{Key: "source", Label: words.WatchSource, Control: source},
	), func(done func(error)) {
		next := x
		next.Member, next.Post, next.Sector, next.Source = viet.Clean(member.Text), viet.Clean(post.Text), viet.Clean(sector.Text), viet.Clean(source.Text)
		next.Groups, next.Clusters, next.Units = checked(groups, s.groups()), checked(clusters, blocks), nil
		// Clusters of other years keep their codes in the assignment.
		for _, c := range x.Clusters {
			if !slices.ContainsFunc(blocks, func(b registry.Name) bool { return b.Code == c }) {
				next.Clusters = append(next.Clusters, c)
			}
		}
		var faults fault.List
		for _, code := range Codes(units.Text) {
			found := s.Units.WithCode(code, s.Today)
			if len(found) == 0 {
				faults.Add(fault.New(fault.NotFound, "office.no-unit", code).At("units"))
				continue
			}
			next.Units = append(next.Units, found[0].ID)
		}
		if err := faults.OrNil(); err != nil {
			done(err)
			return
		}
		next.Period = when.Through(from.Value(), to.Value())
		w.p.act(title, words.Fill(words.WatchSaved, next.Member), done, func(ctx context.Context) (audit.Entry, error) {
			return w.p.run.Office.SaveWatch(ctx, &next)
		})
	})
}

// groups are the groups of units that take part in the year.
func (s *State) groups() []registry.Name {
	return slices.DeleteFunc(slices.Clone(registry.GroupNames), func(g registry.Name) bool {
		return !slices.ContainsFunc(s.Owing, func(d movement.Debtor) bool { return d.Group == g.Code })
	})
}

// addVisit notes an inspection by the member chosen, of one of the units it watches.
func (w *watch) addVisit() {
	m, ok := w.p.state.Movement()
	if !ok {
		return
	}
	v := movement.Visit{Movement: m.ID, Day: w.p.state.Today}
	if x, is := w.list.Current(); is {
		v.Watch, v.Member = x.ID, x.Member
	}
	w.editVisit(v)
}

func (w *watch) editVisit(v movement.Visit) {
	s := &w.p.state
	member, note := kit.EntryOf(v.Member, 1), kit.EntryOf(v.Note, 2)
	day, mark := kit.NewDateEntry(s.Today, false), noun.OneOf(Marks(), v.Mark)
	day.SetDate(v.Day)
	unit := kit.NewPickButton(words.VisitUnit, words.DossiersUnitHint, words.DossiersUnitPick, nil)
	var options []kit.Option
	var first []registry.UnitID // those under the watch stand first
	for _, x := range s.Watches {
		if x.ID == v.Watch {
			first = s.Covered(x)
		}
	}
	for _, mine := range []bool{true, false} {
		for _, d := range s.Owing {
			if slices.Contains(first, d.ID) == mine {
				options = append(options, kit.Option{Key: kit.IDText(d.ID), Label: d.Name, Note: registry.NameOf(registry.GroupNames, d.Group)})
			}
		}
	}
	unit.SetOptions(options)
	unit.SetKey(kit.IDText(v.Unit))
	file := kit.NewFilePick(w.p.host, words.PickFile, v.FileName, kindPapers)
	title := words.VisitAdd
	if v.ID != 0 {
		title = words.VisitEdit
	}
	w.p.form(title, 640, kit.NewForm(
		&kit.Field{Key: "unit", Label: words.VisitUnit, Required: true, Control: unit},
		&kit.Field{Key: "day", Label: words.VisitDay, Required: true, Control: container.NewHBox(day)},
		&kit.Field{Key: "member", Label: words.WatchMember, Required: true, Control: member},
		&kit.Field{Key: "mark", Label: words.VisitMark, Hint: words.VisitMarkIs, Control: mark},
		&kit.Field{Key: "file", Label: words.VisitFile, Control: file},
		&kit.Field{Key: "note", Label: words.VisitNote, Control: note},
	), func(done func(error)) {
		d := day.Value()
		next := v
		next.Unit = kit.ParseID(unit.Key())
		next.Day, next.Member, next.Mark, next.Note = d, viet.Clean(member.Text), mark.Key(), viet.Clean(note.Text)
		path := file.Path
		w.p.act(title, words.Fill(words.VisitSaved, w.p.name(next.Unit)), func(err error) {
			if err == nil {
				s.Visit = next.ID
			}
			done(err)
		}, func(ctx context.Context) (audit.Entry, error) {
			a, err := w.p.attachment(path)
			if err != nil {
				return audit.Entry{}, err
			}
			return w.p.run.Office.SaveVisit(ctx, &next, a)
		})
	})
}

// editFinding changes a finding of the visit chosen, or adds one.
func (w *watch) editFinding(add bool) {
	v, ok := w.visit()
	i := chosenAt(w.findings, len(v.Findings))
	if !ok || !add && i < 0 {
		return
	}
	f := movement.Finding{}
	if add {
		i = -1
	} else {
		f = v.Findings[i]
	}
	text, ask := kit.EntryOf(f.Text, 2), kit.EntryOf(f.Ask, 2)
	due, finished := kit.NewDateEntry(w.p.state.Today, false), kit.NewDateEntry(w.p.state.Today, false)
	due.SetDate(f.Due)
	finished.SetDate(f.Done)
	title := words.FindingAdd
	if !add {
		title = words.FindingEdit
	}
	w.p.form(title, 600, kit.NewForm(
		&kit.Field{Key: "findings", Label: words.FindingText, Required: true, Control: text},
		&kit.Field{Key: "ask", Label: words.FindingAsk, Control: ask},
		&kit.Field{Key: "due", Label: words.FindingDue, Control: container.NewHBox(due)},
		&kit.Field{Key: "done", Label: words.FindingDone, Control: container.NewHBox(finished)},
	), func(done func(error)) {
		d, e := due.Value(), finished.Value()
		next := v
		next.Findings = put(v.Findings, i, movement.Finding{Text: viet.Clean(text.Text), Ask: viet.Clean(ask.Text), Due: d, Done: e})
		w.saveVisit(next, words.Fill(words.FindingSaved, w.p.name(v.Unit)), done)
	})
}
