// Package log is the page of the log: who did what and when, what each act
// changed, before and after, and the way to take one act back.
//
// Start at New; log_state.go holds what is shown, without the toolkit. The page
// reads the newest entries first and older ones when asked. It promises that an
// act is taken back only after a question that names it, and as a new line of the
// log; it never changes or hides a line.
//
// Glossary: Entry — dòng nhật ký; Change — thay đổi của một bản ghi.
package log

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// firstRead is how many entries are read at first; each Read more takes as many again.
const firstRead = 2000

// Page is the page of the log.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	limit int

	slot, one task.Slot

	all     fyne.CanvasObject
	officer *kit.Select
	search  *kit.Search
	from    *kit.DateEntry
	to      *kit.DateEntry
	count   func(string)
	more    *kit.Button
	grid    *kit.Grid[audit.Entry]
	detail  *kit.Detail
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, limit: firstRead}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.one}, watched()...)
	return p
}

// watched are all nouns: every act is a line of the log.
func watched() []string {
	out := make([]string, 0, len(words.Nouns))
	for n := range words.Nouns {
		out = append(out, n)
	}
	return out
}

func (p *Page) build() {
	p.officer = kit.NewSelect(words.LogOfficers, func(k string) { p.state.Officer = k; p.list() })
	p.search = kit.NewSearch(words.LogSearch, func(t string) { p.state.Text = t; p.list() })
	p.search.OnDown = func() { p.host.Canvas().Focus(p.grid); p.grid.Select(0) }
	day := func(into *when.Date) *kit.DateEntry {
		d := kit.NewDateEntry(p.run.Office.Today(), false)
		d.OnChange = func(v when.Date) { *into = v; p.list() }
		return d
	}
	p.from, p.to = day(&p.state.From), day(&p.state.To)
	count := kit.Text("", kit.Soft)
	p.count = func(s string) { count.Text = s; count.Refresh() }
	p.more = kit.NewButton(words.LogMore, nil, func() { p.limit += firstRead; p.load() }).Flat()
	p.more.Hide()
	verify := kit.NewButton(words.LogVerify, fynetheme.ConfirmIcon(), p.verify)

	p.grid = kit.NewGrid("log",
		kit.Column[audit.Entry]{Key: "at", Title: words.LogTime, Width: 126, Text: func(e audit.Entry) string { return At(e) }},
		kit.Column[audit.Entry]{Key: "what", Title: words.LogWhat, Width: 240, Grow: true, Text: func(e audit.Entry) string { return e.Detail }},
		kit.Column[audit.Entry]{Key: "who", Title: words.LogOfficer, Width: 120, Text: func(e audit.Entry) string { return e.Officer }},
		kit.Column[audit.Entry]{Key: "state", Title: words.LogState, Width: 96, Text: StateOf, Tone: func(audit.Entry) kit.Tone { return kit.Soft }},
	)
	p.grid.ID = func(e audit.Entry) string { return strconv.FormatInt(e.ID, 10) }
	p.grid.RowTone = func(e audit.Entry) kit.Tone {
		if e.UndoneBy != 0 {
			return kit.Quiet
		}
		return kit.Plain
	}
	p.grid.OnSelect = func() {
		if e, ok := p.grid.Current(); ok && e.ID != p.state.ID {
			p.state.ID = e.ID
			p.host.Here(kit.To(words.RouteLog, "dong", fmt.Sprint(e.ID)))
			p.showOne()
		}
	}
	p.grid.OnOpen = func(e audit.Entry) { p.undo(e) }
	p.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	p.grid.SetEmpty(kit.Empty(nil, words.LogNone, words.LogNoneText))
	label := func(s string) fyne.CanvasObject { return container.NewCenter(kit.Text(s, kit.Soft)) }
	top := container.NewVBox(
		container.NewBorder(nil, nil, kit.Wide(220, p.officer), container.NewHBox(label(words.LogFrom), p.from, label(words.LogTo), p.to), p.search),
		kit.Bar(count, p.more, kit.Spring(), verify))
	p.detail = kit.NewDetail(nil)
	p.all = container.NewBorder(top, nil, nil, nil, kit.NewHSplit("log", 0.56, p.grid, p.detail))
	p.nothing()
}

// At is an entry's time as the screen writes it.
func At(e audit.Entry) string { return e.At.Local().Format("02/01/2006 15:04") }

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "dong" chooses an entry, "can-bo" and "tim" narrow the list.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if id := kit.ParseID(r.Get("dong")); id != 0 {
		p.state.ID = id
	}
	if r.Get("can-bo") != "" {
		p.state.Officer = r.Get("can-bo")
	}
	if t := r.Get("tim"); t != "" {
		p.search.SetText(t)
	}
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { kit.Focus(p.search.Entry) }

// Walk shows one entry in a smoke run.
func (p *Page) Walk() []task.Step {
	return []task.Step{{Name: "mot-dong", Do: func() error { p.grid.Select(0); return nil }}}
}

func (p *Page) load() {
	type read struct {
		list []audit.Entry
		cat  *award.Catalogue
	}
	limit := p.limit
	task.Load(p.run, &p.slot, func(ctx context.Context) (r read, err error) {
		if r.cat, err = p.run.Office.Catalogue(ctx); err != nil {
			return r, err
		}
		r.list, err = p.run.Office.Log(ctx, office.EntryFilter{Limit: limit})
		return r, err
	}, func(r read) {
		p.state.Entries, p.state.Whole, p.state.Catalogue = r.list, len(r.list) < limit, r.cat
		cs := []kit.Choice{{Key: "", Label: words.LogOfficers}}
		for _, n := range p.state.Officers() {
			cs = append(cs, kit.Choice{Key: n, Label: n})
		}
		p.officer.SetChoices(cs)
		p.officer.SetKey(p.state.Officer)
		p.more.Show()
		if p.state.Whole {
			p.more.Hide()
		}
		p.list()
		p.showOne()
	})
}

func (p *Page) list() {
	rows := p.state.Shown()
	p.grid.SetRows(rows)
	if p.state.ID != 0 {
		p.grid.SelectID(strconv.FormatInt(p.state.ID, 10))
	}
	text := words.LogNewest
	if p.state.Whole {
		text = words.LogCount
	}
	p.count(words.Fill(text, len(rows)))
}

func (p *Page) nothing() {
	p.detail.Wait(words.LogPick, words.LogPickText)
}

func (p *Page) showOne() {
	e, ok := p.state.Current()
	if !ok {
		p.one.Stop()
		p.nothing()
		return
	}
	task.Load(p.run, &p.one, func(ctx context.Context) ([]audit.Change, error) { return p.run.Office.Changes(ctx, e.ID) },
		func(list []audit.Change) { p.draw(e, list) })
}

func (p *Page) draw(e audit.Entry, changes []audit.Change) {
	title := widget.NewLabelWithStyle(e.Detail, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	facts := []kit.Fact{
		{Label: words.LogTime, Value: At(e)},
		{Label: words.LogOfficer, Value: e.Officer},
		{Label: words.LogNumber, Value: words.Count(int(e.ID))},
	}
	switch {
	case e.UndoneBy != 0:
		facts = append(facts, kit.Fact{Label: words.LogState, Value: words.Fill(words.LogUndoneBy, int(e.UndoneBy)), OnTap: p.to1(e.UndoneBy)})
	case e.Undoes != 0:
		facts = append(facts, kit.Fact{Label: words.LogState, Value: words.Fill(words.LogTakesBack, int(e.Undoes)), OnTap: p.to1(e.Undoes)})
	}
	buttons := container.NewHBox()
	if CanUndo(e) {
		buttons.Add(kit.NewButton(words.LogUndo, fynetheme.ContentUndoIcon(), func() { p.undo(e) }))
	}
	lines := p.state.Lines(changes)
	if len(lines) > 0 {
		if r, ok := noun.Place(lines[0].Ref.Noun, lines[0].Ref.ID); ok {
			buttons.Add(kit.NewButton(words.Fill(words.LogOpen, strings.ToLower(words.Noun(lines[0].Ref.Noun))), nil, func() { p.host.Go(r) }))
		}
	}
	g := kit.NewGrid("log-changes",
		kit.Column[Line]{Key: "record", Title: words.LogRecord, Width: 132, Text: func(l Line) string { return l.Record }},
		kit.Column[Line]{Key: "field", Title: words.LogField, Width: 96, Bold: true, Text: func(l Line) string { return l.Field }},
		kit.Column[Line]{Key: "before", Title: words.LogBefore, Width: 100, Text: func(l Line) string { return l.Before }, Tone: func(Line) kit.Tone { return kit.Soft }},
		kit.Column[Line]{Key: "after", Title: words.LogAfter, Width: 100, Grow: true, Text: func(l Line) string { return l.After }},
	)
	g.SetRows(lines)
	g.SetEmpty(kit.Para(words.LogNothing, kit.Soft))
	g.OnOpen = func(l Line) {
		if r, ok := noun.Place(l.Ref.Noun, l.Ref.ID); ok {
			p.host.Go(r)
		}
	}
	whole := kit.NewFacts()
	spell := func(l Line) {
		whole.Set([]kit.Fact{{Label: words.LogRecord, Value: l.Record}, {Label: words.LogField, Value: l.Field}, {Label: words.LogBefore, Value: l.Before}, {Label: words.LogAfter, Value: l.After}})
	}
	g.OnSelect = func() {
		if l, ok := g.Current(); ok {
			spell(l)
		}
	}
	if len(lines) > 0 {
		spell(lines[0])
	}
	head := kit.Stacked(title, kit.NewFacts(facts...), buttons, kit.Lead(words.Fill(words.LogChanges, len(lines))))
	below := kit.NewVSplit("log-changes", 0.66, g, container.NewVScroll(kit.Stacked(whole)))
	p.detail.Put(kit.Panel(container.NewBorder(head, nil, nil, nil, below)))
}

// to1 goes to another line of the log.
func (p *Page) to1(id int64) func() {
	return func() { p.host.Go(kit.To(words.RouteLog, "dong", fmt.Sprint(id))) }
}

func (p *Page) undo(e audit.Entry) {
	if !CanUndo(e) {
		return
	}
	kit.Confirm(p.host.Canvas(), words.LogUndo, words.Fill(words.LogUndoAsk, e.Detail, At(e)), words.Undo, true, func() {
		task.Do(p.run, task.Job{Title: words.Undo}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.Undo(ctx, e.ID)
		}, func(audit.Entry) { p.host.Say(kit.Good, words.Fill(words.LogUndoDone, e.Detail), nil) })
	})
}

func (p *Page) verify() {
	task.Do(p.run, task.Job{Title: words.LogVerify}, func(ctx context.Context, _ office.Progress) (office.Health, error) {
		return p.run.Office.Verify(ctx)
	}, func(h office.Health) {
		text := words.Fill(words.LogChainGood, h.Entries)
		if !h.OK {
			text = strings.Join(h.Problems, "\n")
		}
		kit.Tell(p.host.Canvas(), words.LogChainTitle, text)
	})
}
