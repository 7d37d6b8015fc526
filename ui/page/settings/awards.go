package settings

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// awards is the part of the catalogue.
type awards struct {
	p    *Page
	slot task.Slot
	list []award.Award
	grid *kit.Grid[award.Award]
	all  fyne.CanvasObject
}

func newAwards(p *Page) *awards {
	w := &awards{p: p}
	today := p.run.Office.Today()
	w.grid = kit.NewGrid("settings-awards",
		kit.Column[award.Award]{Key: "order", Title: words.AwardOrder, Width: 86, Align: fyne.TextAlignTrailing, Text: func(a award.Award) string { return strconv.Itoa(a.Order) }},
		kit.Column[award.Award]{Key: "name", Title: words.AwardName, Width: 240, Grow: true, Bold: true, Text: func(a award.Award) string { return a.Name }},
		kit.Column[award.Award]{Key: "short", Title: words.AwardShort, Width: 116, Text: func(a award.Award) string { return a.Short }},
		kit.Column[award.Award]{Key: "class", Title: words.AwardClass, Width: 164, Text: func(a award.Award) string { return words.AwardClasses[string(a.Class)] }},
		kit.Column[award.Award]{Key: "level", Title: words.AwardLevel, Width: 112, Text: func(a award.Award) string { return words.AwardLevels[string(a.Level)] }},
		kit.Column[award.Award]{Key: "kinds", Title: words.AwardKinds, Width: 160, Text: func(a award.Award) string { return KindsText(a.Kinds) }},
		kit.Column[award.Award]{Key: "aliases", Title: words.AwardAlias, Width: 160, Text: func(a award.Award) string { return strings.Join(a.Aliases, "; ") }, Tone: func(award.Award) kit.Tone { return kit.Soft }},
	)
	w.grid.ID = func(a award.Award) string { return a.Code }
	w.grid.RowTone = func(a award.Award) kit.Tone {
		if !a.Holds(today) {
			return kit.Quiet
		}
		return kit.Plain
	}
	w.grid.OnOpen = w.edit
	w.grid.SetEmpty(kit.Empty(nil, words.AwardsNone, ""))
	bar := kit.Bar(
		kit.NewButton(words.AwardAdd, fynetheme.ContentAddIcon(), func() {
			w.edit(award.Award{Class: award.Commendation, Level: award.Province, Order: NextOrder(w.list)})
		}),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() {
			if a, ok := w.grid.Current(); ok {
				w.edit(a)
			}
		}))
	w.all = container.NewBorder(bar, nil, nil, nil, w.grid)
	return w
}

func (w *awards) content() fyne.CanvasObject { return w.all }
func (w *awards) stop()                      { w.slot.Stop() }
func (w *awards) focus()                     { w.p.host.Canvas().Focus(w.grid) }

func (w *awards) load() {
	task.Load(w.p.run, &w.slot, w.p.run.Office.Catalogue, func(c *award.Catalogue) {
		w.list = c.Awards
		w.grid.SetRows(w.list)
	})
}

func named(codes []string, names map[string]string) []registry.Name {
	out := make([]registry.Name, len(codes))
	for i, c := range codes {
		out[i] = registry.Name{Code: c, Name: names[c]}
	}
	return out
}

// edit changes a line of the catalogue, or adds one that has no id yet.
func (w *awards) edit(a award.Award) {
	code, name, short, decider, basis := kit.EntryOf(a.Code, 1), kit.EntryOf(a.Name, 1), kit.EntryOf(a.Short, 1), kit.EntryOf(a.Decider, 1), kit.EntryOf(a.Basis, 2)
	aliases, order := kit.EntryOf(AliasText(a.Aliases), 4), kit.EntryOf(strconv.Itoa(a.Order), 1)
	if a.ID != 0 {
		code.Disable() // dossiers, decisions and honours refer to it
	}
	class := noun.OneOf(named([]string{string(award.Commendation), string(award.Title)}, words.AwardClasses), string(a.Class))
	level := noun.OneOf(named([]string{string(award.State), string(award.Central), string(award.Province), string(award.Base)}, words.AwardLevels), string(a.Level))
	var all, chosen []string
	for _, k := range registry.Kinds {
		all = append(all, viet.FirstCapital(k.String()))
	}
	for _, k := range a.Kinds {
		chosen = append(chosen, viet.FirstCapital(k.String()))
	}
	kinds := widget.NewCheckGroup(all, nil)
	kinds.Horizontal = true
	kinds.Selected = chosen
	s := noun.NewTerm(w.p.run.Office.Today(), a.Period)
	fields := []*kit.Field{
		{Key: "code", Label: words.AwardCode, Required: a.ID == 0, Hint: words.AwardCodeIs, Control: code},
		{Key: "name", Label: words.AwardName, Required: true, Hint: words.AwardNameIs, Control: name},
		{Key: "short", Label: words.AwardShort, Control: short},
		{Key: "aliases", Label: words.AwardAlias, Hint: words.AwardAliasIs, Control: aliases},
		{Key: "class", Label: words.AwardClass, Control: class},
		{Key: "level", Label: words.AwardLevel, Control: level},
		{Key: "kinds", Label: words.AwardKinds, Control: kinds},
		{Key: "decider", Label: words.AwardDecider, Control: decider},
		{Key: "basis", Label: words.AwardBasis, Control: basis},
		{Key: "order", Label: words.AwardOrder, Hint: words.AwardOrderIs, Control: order},
	}
	title := words.AwardEdit
	if a.ID == 0 {
		title = words.AwardAdd
	}
	f := kit.NewForm(append(fields, s.Fields()...)...)
	f.Fields[len(fields)].Required = false
	kit.FormDialog(w.p.host.Canvas(), title, f, 700, words.Save, modelwords.Say, func(done func(error)) {
		x := a
		var l fault.List
		var err error
		if x.Order, err = strconv.Atoi(order.Trimmed()); err != nil {
			l.Add(fault.New(fault.Invalid, "ui.whole-number").At("order"))
		}
		if x.Code, x.Name = code.Trimmed(), name.Trimmed(); x.Code == "" {
			l.Add(fault.New(fault.Invalid, "ui.empty").At("code"))
		}
		if x.ID == 0 && w.has(x.Code) {
			l.Add(fault.New(fault.Conflict, "page.code-taken", x.Code).At("code"))
		}
		if x.Name == "" {
			l.Add(fault.New(fault.Invalid, "ui.empty").At("name"))
		}
		if x.Kinds = KindsOf(kinds.Selected); len(x.Kinds) == 0 {
			l.Add(fault.New(fault.Invalid, "page.no-kind").At("kinds"))
		}
		x.Period = s.Period()
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		x.Short, x.Decider, x.Basis = short.Trimmed(), decider.Trimmed(), basis.Trimmed()
		x.Class, x.Level = award.Class(class.Key()), award.Level(level.Key())
		x.Aliases = Aliases(aliases.Text, x)
		task.Do(w.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return w.p.run.Office.SaveAward(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			w.p.host.Done(words.Fill(words.AwardSaved, x.Name), e.ID)
		})
	})
}

func (w *awards) has(code string) bool {
	for _, a := range w.list {
		if a.Code == code {
			return true
		}
	}
	return false
}
