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
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// watch is the tab of the council's watch: who looks after which units, the
// inspections of the year, what they found and what their judgement brings.
type watch struct {
	p        *Page
	list     *kit.Grid[movement.Watch]
	visits   *kit.Grid[movement.Visit]
	findings *kit.Grid[movement.Finding]
	loose    *fyne.Container
	title    *fyne.Container
	detail   *kit.Detail
	all      fyne.CanvasObject
}

func newWatch(p *Page) *watch {
	w := &watch{p: p, detail: kit.NewDetail(nil), loose: kit.Stacked(), title: container.NewStack()}
	w.list = kit.NewGrid("watches",
		kit.Column[movement.Watch]{Key: "member", Title: words.WatchMember, Width: 150, Text: func(x movement.Watch) string { return x.Member }, Order: kit.ByText(func(x movement.Watch) string { return x.Member })},
		kit.Column[movement.Watch]{Key: "sector", Title: words.WatchSector, Width: 170, Grow: true, Text: func(x movement.Watch) string { return x.Sector }},
		kit.Column[movement.Watch]{Key: "covers", Title: words.WatchArea, Width: 190, Text: func(x movement.Watch) string {
			units := p.state.Covered(x)
			return words.Fill(words.WatchCovers, len(units), p.state.Visited(units))
		}},
	)
	w.list.ID = func(x movement.Watch) string { return kit.IDText(x.ID) }
	w.list.OnOpen = func(x movement.Watch) { w.edit(x) }
	w.list.OnDelete = w.delete
	w.list.SetEmpty(kit.Empty(nil, words.WatchNone, words.WatchNoneText))
	w.visits = kit.NewGrid("visits",
		kit.Column[movement.Visit]{Key: "day", Title: words.VisitDay, Width: 84, Text: func(v movement.Visit) string { return v.Day.Slash() }, Order: func(a, b movement.Visit) int { return int(a.Day - b.Day) }},
		kit.Column[movement.Visit]{Key: "unit", Title: words.VisitUnit, Width: 150, Grow: true, Text: func(v movement.Visit) string { return p.name(v.Unit) }},
		kit.Column[movement.Visit]{Key: "mark", Title: words.VisitMark, Width: 128, Chip: true, Text: func(v movement.Visit) string {
			if v.Mark == "" {
				return words.VisitMarkNone
			}
			return v.MarkName()
		}, Tone: MarkTone},
		kit.Column[movement.Visit]{Key: "open", Title: words.VisitOpen, Width: 150, Text: func(v movement.Visit) string { t, _ := p.state.OpenText(v); return t },
			Tone: func(v movement.Visit) kit.Tone { _, t := p.state.OpenText(v); return t }},
	)
	w.visits.ID = func(v movement.Visit) string { return kit.IDText(v.ID) }
	w.visits.OnSelect = func() {
		if v, ok := w.visits.Current(); ok && v.ID != p.state.Visit {
			p.state.Visit = v.ID
			p.here()
			w.showVisit()
		}
	}
	w.visits.OnOpen = func(v movement.Visit) { w.editVisit(v) }
	w.visits.OnDelete = w.deleteVisit
	w.visits.SetEmpty(kit.Empty(nil, words.VisitNone, words.VisitNoneText))
	w.findings = kit.NewGrid("findings",
		kit.Column[movement.Finding]{Key: "text", Title: words.FindingText, Width: 160, Grow: true, Text: func(f movement.Finding) string { return f.Text }},
		kit.Column[movement.Finding]{Key: "ask", Title: words.FindingAsk, Width: 140, Text: func(f movement.Finding) string { return f.Ask }},
		kit.Column[movement.Finding]{Key: "due", Title: words.FindingDue, Width: 84, Text: func(f movement.Finding) string { return f.Due.Slash() }, Tone: func(f movement.Finding) kit.Tone {
			if f.Done == 0 && f.Due != 0 && f.Due < p.state.Today {
				return kit.Bad
			}
			return kit.Plain
		}},
		kit.Column[movement.Finding]{Key: "done", Title: words.FindingDone, Width: 84, Text: func(f movement.Finding) string { return f.Done.Slash() }, Tone: func(movement.Finding) kit.Tone { return kit.Good }},
	)
	w.findings.OnOpen = func(movement.Finding) { w.editFinding(false) }
	w.findings.OnDelete = w.dropFinding
	w.findings.SetEmpty(kit.Empty(nil, words.FindingNone, ""))
	top := container.NewBorder(w.loose, kit.Bar(
		kit.NewButton(words.WatchAdd, fynetheme.ContentAddIcon(), w.add),
		kit.NewButton(words.WatchEdit, fynetheme.DocumentCreateIcon(), w.editCurrent),
		kit.NewButton(words.WatchDelete, fynetheme.DeleteIcon(), w.delete),
	), nil, nil, w.list)
	below := container.NewBorder(w.title, kit.Bar(
		kit.NewButton(words.VisitAdd, fynetheme.ContentAddIcon(), w.addVisit),
		kit.NewButton(words.VisitEdit, fynetheme.DocumentCreateIcon(), func() {
			if v, ok := w.visits.Current(); ok {
				w.editVisit(v)
			}
		}),
		kit.NewButton(words.VisitDelete, fynetheme.DeleteIcon(), w.deleteVisit),
	), nil, nil, w.visits)
	w.all = kit.NewHSplit("watch", 0.56, kit.NewVSplit("watch-left", 0.42, top, below), w.detail)
	return w
}

func (w *watch) content() fyne.CanvasObject { return w.all }
func (w *watch) focus() fyne.Focusable      { return w.visits }

func (w *watch) show() {
	s := &w.p.state
	w.list.SetRows(s.Watches)
	w.visits.SetRows(s.Visits)
	w.title.Objects = []fyne.CanvasObject{kit.Lead(words.Fill(words.VisitTitle, strconv.Itoa(s.Year)))}
	w.title.Refresh()
	w.loose.RemoveAll()
	if n := s.Unwatched(); n > 0 && len(s.Watches) > 0 {
		w.loose.Add(kit.Para(words.Fill(words.WatchLoose, n), kit.Warn))
	}
	w.loose.Refresh()
	w.visits.SelectID(kit.IDText(s.Visit))
	w.showVisit()
}

func (w *watch) put(o fyne.CanvasObject) {
	w.detail.Put(o)
}

// visit is the inspection chosen.
func (w *watch) visit() (movement.Visit, bool) {
	s := &w.p.state
	i := slices.IndexFunc(s.Visits, func(v movement.Visit) bool { return v.ID == s.Visit })
	if i < 0 {
		return movement.Visit{}, false
	}
	return s.Visits[i], true
}

func (w *watch) showVisit() {
	v, ok := w.visit()
	if !ok {
		w.put(kit.Empty(nil, words.VisitPick, words.VisitPickText))
		return
	}
	mark := words.VisitMarkNone
	if v.Mark != "" {
		mark = v.MarkName()
	}
	enters, tone := w.p.state.Enters(v)
	file := kit.Fact{Label: words.VisitFile, Value: v.FileName}
	if v.File != "" {
		file.OnTap = func() { task.OpenKept(w.p.run, &w.p.file, w.p.host, v.File, v.FileName) }
	}
	head := kit.Stacked(kit.Heading(w.p.name(v.Unit)), container.NewHBox(kit.NewChip(mark, MarkTone(v))),
		kit.NewFacts(kit.Fact{Label: words.VisitDay, Value: v.Day.Slash()}, kit.Fact{Label: words.WatchMember, Value: v.Member}, file,
			kit.Fact{Label: words.VisitNote, Value: v.Note}),
		kit.Para(enters, tone))
	w.findings.SetRows(v.Findings)
	w.put(kit.Panel(container.NewBorder(head, kit.Bar(
		kit.NewButton(words.FindingAdd, fynetheme.ContentAddIcon(), func() { w.editFinding(true) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() { w.editFinding(false) }),
		kit.NewButton(words.FindingGood, fynetheme.ConfirmIcon(), w.mended),
		kit.NewButton(words.FindingOut, fynetheme.DeleteIcon(), w.dropFinding),
	), nil, nil, w.findings)))
}

func (w *watch) saveVisit(v movement.Visit, said string, done func(error)) {
	w.p.act(words.VisitEdit, said, done, func(ctx context.Context) (audit.Entry, error) { return w.p.run.Office.SaveVisit(ctx, &v, nil) })
}

// mended notes today that what was asked was done.
func (w *watch) mended() {
	v, ok := w.visit()
	i := chosenAt(w.findings, len(v.Findings))
	if !ok || i < 0 {
		return
	}
	v.Findings = slices.Clone(v.Findings)
	v.Findings[i].Done = w.p.state.Today
	w.saveVisit(v, words.Fill(words.FindingSaved, w.p.name(v.Unit)), nil)
}

func (w *watch) dropFinding() {
	v, ok := w.visit()
	i := chosenAt(w.findings, len(v.Findings))
	if !ok || i < 0 {
		return
	}
	v.Findings = slices.Delete(slices.Clone(v.Findings), i, i+1)
	w.saveVisit(v, words.Fill(words.FindingSaved, w.p.name(v.Unit)), nil)
}

func (w *watch) delete() {
	x, ok := w.list.Current()
	if !ok {
		return
	}
	kit.Confirm(w.p.host.Canvas(), words.WatchDelete, words.Fill(words.WatchDeleteAsk, x.Member, x.Sector), words.WatchDelete, true, func() {
		w.p.act(words.WatchDelete, words.Fill(words.WatchDeleted, x.Member), nil, func(ctx context.Context) (audit.Entry, error) {
			return w.p.run.Office.DeleteWatch(ctx, x)
		})
	})
}

func (w *watch) deleteVisit() {
	v, ok := w.visit()
	if !ok {
		return
	}
	name := w.p.name(v.Unit)
	kit.Confirm(w.p.host.Canvas(), words.VisitDelete, words.Fill(words.VisitDeleteAsk, name, v.Day.Slash()), words.VisitDelete, true, func() {
		w.p.act(words.VisitDelete, words.Fill(words.VisitDeleted, name), nil, func(ctx context.Context) (audit.Entry, error) {
			return w.p.run.Office.DeleteVisit(ctx, v)
		})
	})
}
