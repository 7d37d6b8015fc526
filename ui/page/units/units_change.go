package units

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// befall opens the form of what befalls units on a day: mergers, splits, ends. The unit
// shown stands as the first of those it befalls.
func (p *Page) befall() {
	if p.state.Book == nil {
		return
	}
	way := noun.OneOf(registry.WayNames, string(registry.Merging))
	day, legal := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewEntry()
	day.SetDate(p.state.Day)
	preview := kit.Para("", kit.Info)
	// Who goes over stood the day before, whoever takes over stands on the day.
	from := p.several(words.BefallFrom, func() when.Date { return dayBefore(day.Value()) })
	to := p.several(words.BefallTo, day.Value)
	read := func() registry.Change {
		return registry.Change{Way: registry.Way(way.Key()), Date: day.Value(), Legal: legal.Trimmed(), From: from.ids, To: to.ids}
	}
	show := func() {
		from.show()
		to.show()
		preview.SetText(p.state.Preview(read()))
	}
	from.changed, to.changed = show, show
	way.OnChoose = func(string) { show() }
	day.OnChange = func(when.Date) { show() }
	legal.OnChanged = func(string) { show() }
	if d, ok := p.state.Detail(); ok && d.Exists {
		from.ids = []registry.UnitID{p.state.Unit}
	}
	form := kit.NewForm(
		&kit.Field{Key: "way", Label: words.UnitWhat, Required: true, Control: container.NewHBox(kit.Wide(220, way))},
		&kit.Field{Key: "date", Label: words.UnitFrom, Required: true, Hint: words.BefallDayHint, Control: container.NewHBox(day)},
		&kit.Field{Key: "legal", Label: words.UnitLegal, Required: true, Hint: words.BefallLegalHint, Control: legal},
		&kit.Field{Key: "from", Label: words.BefallFrom, Required: true, Control: from.row},
		&kit.Field{Key: "to", Label: words.BefallTo, Hint: words.BefallToHint, Control: to.row},
		&kit.Field{Label: words.BefallPreview, Control: preview},
	)
	show()
	kit.FormDialog(p.host.Canvas(), words.BefallTitle, form, 700, words.Save, modelwords.Say, func(done func(error)) {
		c := read()
		task.Do(p.run, task.Job{Title: words.BefallTitle, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.ChangeUnits(ctx, c)
		}, func(e audit.Entry) {
			done(nil)
			if len(c.To) > 0 {
				p.visit(c.To[0], c.Date)
			} else {
				p.visit(c.From[0], dayBefore(c.Date)) // still in the list that day
			}
			p.host.Done(words.Fill(words.BefallDone, e.Detail), e.ID)
		})
	})
}

// several chooses any number of units: their names, and buttons that add one and
// begin anew.
type several struct {
	ids     []registry.UnitID
	row     fyne.CanvasObject
	show    func() // writes their names
	changed func()
}

// several makes one whose units stand on a day that may change.
func (p *Page) several(title string, day func() when.Date) *several {
	s := &several{}
	names := widget.NewLabel("")
	names.Wrapping = fyne.TextWrapWord
	s.show = func() {
		text := words.BefallNobody
		if len(s.ids) > 0 {
			text = p.state.Book.NamesNear(s.ids, day())
		}
		names.SetText(text)
	}
	pick := kit.NewButton(words.BefallPick, nil, func() {
		kit.Pick(p.host.Canvas(), title, words.Search, noun.Standing(p.state.Book, day()), func(o kit.Option) {
			s.ids = append(s.ids, kit.ParseID(o.Key))
			s.changed()
		})
	})
	clear := kit.NewButton(words.BefallClear, nil, func() { s.ids = nil; s.changed() })
	s.row = container.NewBorder(nil, container.NewHBox(pick, clear), nil, nil, names)
	return s
}
