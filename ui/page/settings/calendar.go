package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// calendar is the part of the days off and the days worked.
type calendar struct {
	p    *Page
	slot task.Slot
	kept []office.Setting
	days []when.SpecialDay
	at   int // the year shown
	year *kit.Select
	sum  func(string)
	grid *kit.Grid[CalendarDay]
	edit *kit.Button
	drop *kit.Button
	all  fyne.CanvasObject
}

func newCalendar(p *Page) *calendar {
	c := &calendar{p: p, at: p.run.Office.Today().Year()}
	c.year = kit.NewSelect("", func(k string) {
		fmt.Sscan(k, &c.at)
		c.show()
	})
	var years []kit.Choice
	for y := c.at + 1; y >= c.at-6; y-- {
		years = append(years, kit.Choice{Key: fmt.Sprint(y), Label: words.Fill(words.CalendarYear, fmt.Sprint(y))})
	}
	c.year.SetChoices(years)
	c.year.SetKey(fmt.Sprint(c.at))
	sum := kit.Text("", kit.Soft)
	c.sum = func(s string) { sum.Text = s; sum.Refresh() }
	c.grid = kit.NewGrid("settings-days",
		kit.Column[CalendarDay]{Key: "date", Title: words.CalendarDate, Width: 96, Bold: true, Text: func(d CalendarDay) string { return d.Date.Slash() }},
		kit.Column[CalendarDay]{Key: "weekday", Title: words.CalendarWeekday, Width: 90, Text: func(d CalendarDay) string { return Weekday(d.Date) }},
		kit.Column[CalendarDay]{Key: "kind", Title: words.CalendarKind, Width: 160, Chip: true, Text: func(d CalendarDay) string { return d.Kind.String() }, Tone: func(d CalendarDay) kit.Tone {
			return []kit.Tone{kit.Quiet, kit.Info, kit.Warn}[d.Kind]
		}},
		kit.Column[CalendarDay]{Key: "name", Title: words.CalendarName, Width: 340, Grow: true, Text: func(d CalendarDay) string { return d.Name }},
		kit.Column[CalendarDay]{Key: "source", Title: words.CalendarSource, Width: 280, Text: func(d CalendarDay) string { return d.Source }},
	)
	c.grid.ID = func(d CalendarDay) string { return d.Date.String() }
	c.edit = kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() { c.own(c.open) })
	c.drop = kit.NewButton(words.Delete, fynetheme.DeleteIcon(), func() { c.own(c.remove) })
	c.grid.OnOpen = func(CalendarDay) { c.own(c.open) }
	c.grid.OnDelete = func() { c.own(c.remove) }
	c.grid.OnSelect = func() {
		d, ok := c.grid.Current()
		c.edit.SetEnabled(ok && d.Kind != ByLaw)
		c.drop.SetEnabled(ok && d.Kind != ByLaw)
	}
	c.grid.OnSelect()
	bar := kit.Bar(kit.Wide(130, c.year),
		kit.NewButton(words.CalendarAdd, fynetheme.ContentAddIcon(), func() { c.open(CalendarDay{Kind: OffToo}) }), c.edit, c.drop, kit.Spring(), sum)
	c.all = container.NewBorder(bar, kit.Stacked(kit.Note(words.CalendarIs), kit.Note(words.CalendarLawIs)), nil, nil, c.grid)
	return c
}

// own does something with the day under the mark when it is the office's own.
func (c *calendar) own(do func(CalendarDay)) {
	if d, ok := c.grid.Current(); ok && d.Kind != ByLaw {
		do(d)
	}
}

func (c *calendar) content() fyne.CanvasObject { return c.all }
func (c *calendar) stop()                      { c.slot.Stop() }
func (c *calendar) focus()                     { c.p.host.Canvas().Focus(c.grid) }

func (c *calendar) load() {
	task.Load(c.p.run, &c.slot, func(ctx context.Context) ([]office.Setting, error) {
		return c.p.run.Office.Settings(ctx, office.CalendarKey)
	}, func(list []office.Setting) {
		days, err := SpecialDays(list)
		if err != nil {
			c.p.host.Say(kit.Bad, modelwords.Say(err), nil)
			return
		}
		c.kept, c.days = list, days
		c.show()
	})
}

func (c *calendar) show() {
	c.grid.SetRows(DaysOf(c.days, c.at))
	c.grid.OnSelect()
	c.sum(words.Fill(words.CalendarSum, fmt.Sprint(c.at), WorkingDays(c.days, c.at)))
}

// open changes a day, or adds one that has no date yet.
func (c *calendar) open(d CalendarDay) {
	date, name, source := kit.NewDateEntry(c.p.run.Office.Today(), false), kit.EntryOf(d.Name, 1), kit.EntryOf(d.Source, 1)
	date.SetDate(d.Date)
	what := noun.OneOf([]registry.Name{{Code: "off", Name: words.CalendarOff}, {Code: "work", Name: words.CalendarWork}}, "off")
	if d.Kind == WorkedToo {
		what.SetKey("work")
	}
	title := words.CalendarEdit
	if d.Date == 0 {
		title = words.CalendarAdd
	}
	f := kit.NewForm(
		&kit.Field{Key: "date", Label: words.CalendarDate, Required: true, Control: container.NewHBox(date)},
		&kit.Field{Key: "off", Label: words.CalendarWhatOff, Control: what},
		&kit.Field{Key: "name", Label: words.CalendarName, Required: true, Hint: words.CalendarNameIs, Control: name},
		&kit.Field{Key: "source", Label: words.CalendarSource, Control: source},
	)
	kit.FormDialog(c.p.host.Canvas(), title, f, 560, words.Save, modelwords.Say, func(done func(error)) {
		day, ok := date.Date()
		if !ok {
			day = 0
		}
		next, err := PutDay(c.days, d.Date, when.SpecialDay{Date: day, Off: what.Key() == "off", Name: name.Trimmed(), Source: source.Trimmed()})
		if err != nil {
			done(err)
			return
		}
		c.save(next, words.Fill(words.CalendarSaved, day.Slash()), done)
	})
}

func (c *calendar) remove(d CalendarDay) {
	c.save(DropDay(c.days, d.Date), words.Fill(words.CalendarDropped, d.Date.Slash()), nil)
}

func (c *calendar) save(days []when.SpecialDay, said string, done func(error)) {
	task.Do(c.p.run, task.Job{Title: words.SettingsCalendar, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		s, err := DaysSetting(days, c.kept)
		if err != nil {
			return audit.Entry{}, fault.New(fault.Internal, "when.bad-days").Because(err)
		}
		return c.p.run.Office.SaveSetting(ctx, s)
	}, func(e audit.Entry) {
		if done != nil {
			done(nil)
		}
		c.p.host.Done(said, e.ID)
	})
}
