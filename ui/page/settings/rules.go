package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/office"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// rules is the part of the rule sets: which decree holds when, and whether somebody
// has compared what is stored with the published text.
type rules struct {
	p     *Page
	slot  task.Slot
	cat   *award.Catalogue
	grid  *kit.Grid[award.RuleSet]
	below *fyne.Container
	all   fyne.CanvasObject
}

func newRules(p *Page) *rules {
	r := &rules{p: p, below: container.NewStack()}
	today := p.run.Office.Today()
	r.grid = kit.NewGrid("settings-rules",
		kit.Column[award.RuleSet]{Key: "name", Title: words.RuleName, Width: 230, Bold: true, Text: func(r award.RuleSet) string { return r.Name }},
		kit.Column[award.RuleSet]{Key: "from", Title: words.FactFrom, Width: 90, Text: func(r award.RuleSet) string { return r.From.Slash() }},
		kit.Column[award.RuleSet]{Key: "last", Title: words.FactLast, Width: 110, Text: func(r award.RuleSet) string { return r.LastDay().Slash() }},
		kit.Column[award.RuleSet]{Key: "now", Title: words.RuleState, Width: 104, Text: func(r award.RuleSet) string { return Standing(r.Period, today) }},
		kit.Column[award.RuleSet]{Key: "ok", Title: words.RuleConfirmed, Width: 128, Chip: true, Text: func(r award.RuleSet) string {
			if r.Confirmed {
				return words.RuleConfirmed
			}
			return words.RuleNot
		}, Tone: func(r award.RuleSet) kit.Tone {
			if r.Confirmed {
				return kit.Good
			}
			return kit.Warn
		}},
		kit.Column[award.RuleSet]{Key: "source", Title: words.FactSource, Width: 300, Grow: true, Text: func(r award.RuleSet) string { return r.Source }},
	)
	r.grid.ID = func(r award.RuleSet) string { return r.Code }
	r.grid.OnSelect = r.draw
	r.all = kit.NewVSplit("settings-rules", 0.28, container.NewBorder(nil, kit.Note(words.RuleDayIs), nil, nil, r.grid), r.below)
	return r
}

func (r *rules) content() fyne.CanvasObject { return r.all }
func (r *rules) stop()                      { r.slot.Stop() }
func (r *rules) focus()                     { r.p.host.Canvas().Focus(r.grid) }

func (r *rules) load() {
	task.Load(r.p.run, &r.slot, r.p.run.Office.Catalogue, func(c *award.Catalogue) {
		r.cat = c
		r.grid.SetRows(c.Rules)
		if _, ok := r.grid.Current(); !ok && len(c.Rules) > 0 {
			r.grid.Select(RuleAt(c.Rules, r.p.run.Office.Today()))
		}
		r.draw()
	})
}

func (r *rules) draw() {
	set, ok := r.grid.Current()
	if !ok || r.cat == nil {
		return
	}
	list := StandardsOf(r.cat, set)
	g := kit.NewGrid("settings-standards",
		kit.Column[award.Standard]{Key: "award", Title: words.RuleAward, Width: 220, Text: func(s award.Standard) string { return r.cat.Name(s.Award) }, Order: kit.ByText(func(s award.Standard) string { return r.cat.Name(s.Award) })},
		kit.Column[award.Standard]{Key: "kind", Title: words.RuleKind, Width: 100, Text: func(s award.Standard) string { return viet.FirstCapital(s.Kind.String()) }, Order: kit.ByText(func(s award.Standard) string { return string(s.Kind) })},
		kit.Column[award.Standard]{Key: "ground", Title: words.RuleGround, Width: 130, Bold: true, Text: func(s award.Standard) string { return s.Ground }, Order: kit.ByText(func(s award.Standard) string { return s.Ground })},
		kit.Column[award.Standard]{Key: "text", Title: words.RuleText, Width: 340, Grow: true, Text: func(s award.Standard) string { return s.Text }},
		kit.Column[award.Standard]{Key: "from", Title: words.FactFrom, Width: 90, Text: func(s award.Standard) string { return s.From.Slash() }},
		kit.Column[award.Standard]{Key: "last", Title: words.FactLast, Width: 110, Text: func(s award.Standard) string { return s.LastDay().Slash() }},
	)
	g.SetRows(list)
	g.SetEmpty(kit.Empty(nil, words.RuleNone, words.RuleNoneText))
	note := kit.Para("", kit.Plain)
	g.OnSelect = func() {
		if s, ok := g.Current(); ok {
			note.SetText(s.Ground + ". " + s.Text)
		}
	}
	if len(list) > 0 {
		note.SetText(list[0].Ground + ". " + list[0].Text)
	}
	button := kit.NewButton(words.RuleConfirm, fynetheme.ConfirmIcon(), func() { r.confirm(set) }).Primary()
	if set.Confirmed {
		button = kit.NewButton(words.RuleUnconfirm, nil, func() { r.save(set, false) })
	}
	head := kit.Stacked(kit.Lead(set.Name), kit.Para(set.Source, kit.Plain), container.NewHBox(button), kit.Lead(words.Fill(words.RuleStandards, len(list))))
	r.below.Objects = []fyne.CanvasObject{kit.Panel(container.NewBorder(head, note, nil, nil, g))}
	r.below.Refresh()
}

func (r *rules) confirm(set award.RuleSet) {
	kit.Confirm(r.p.host.Canvas(), words.RuleConfirm, words.Fill(words.RuleConfirmAsk, set.Name), words.RuleConfirmed, false, func() { r.save(set, true) })
}

func (r *rules) save(set award.RuleSet, yes bool) {
	set.Confirmed = yes
	said := words.RuleNot
	if yes {
		said = words.RuleConfirmed
	}
	task.Do(r.p.run, task.Job{Title: words.RuleConfirm}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return r.p.run.Office.ConfirmRules(ctx, set)
	}, func(e audit.Entry) { r.p.host.Done(words.Fill(words.RuleSaid, set.Name, said), e.ID) })
}
