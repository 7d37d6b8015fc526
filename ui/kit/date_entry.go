package kit

import (
	"image/color"

	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/when"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// DateEntry holds a date and shows it as dd/mm/yyyy whatever the system's region
// is; the toolkit's own follows the region, and on an English Windows 22
// November would read 11/22/2026. The button, Alt+Down or F4 opens a month.
type DateEntry struct {
	widget.BaseWidget
	Entry    *Entry
	OnChange func(when.Date) // a real date, or none, was given
	loose    bool
	today    when.Date
	date     when.Date
	bad      bool
	open     *Button
	pop      *widget.PopUp
	mark     *canvas.Rectangle
}

// NewDateEntry makes one; today is the office's day, from which the month opens
// and years of two digits are understood. With loose a year or month alone will do.
func NewDateEntry(today when.Date, loose bool) *DateEntry {
	d := &DateEntry{today: today, loose: loose, Entry: NewEntry()}
	d.Entry.SetPlaceHolder(words.DateHint)
	if loose {
		d.Entry.SetPlaceHolder(words.DateLoose)
	}
	d.Entry.OnChanged = func(s string) {
		v, ok := ReadDate(s, today.Year(), loose)
		d.bad = !ok
		d.showMark()
		if ok && v != d.date {
			d.date = v
			if d.OnChange != nil {
				d.OnChange(v)
			}
		}
	}
	d.Entry.OnBlur = d.tidy
	d.Entry.OnDown = d.Pop
	d.open = NewButton("", theme.Icon("calendar"), d.Pop).Flat()
	d.mark = canvas.NewRectangle(color.Transparent)
	d.mark.StrokeColor = theme.Red
	d.ExtendBaseWidget(d)
	return d
}

// Date gives the date; ok is false while the text names none.
func (d *DateEntry) Date() (v when.Date, ok bool) { return d.date, !d.bad }

// Value gives the date, none while the text names none: for a form, which has
// looked at its dates before it is saved.
func (d *DateEntry) Value() when.Date {
	if d.bad {
		return 0
	}
	return d.date
}

// SetDate shows a date without telling OnChange.
func (d *DateEntry) SetDate(v when.Date) {
	d.date, d.bad = v, false
	tell := d.OnChange
	d.OnChange = nil
	d.Entry.SetText(v.Slash())
	d.OnChange = tell
	d.showMark()
}

// tidy writes the date out once it is left.
func (d *DateEntry) tidy() {
	if !d.bad && d.Entry.Text != d.date.Slash() {
		d.SetDate(d.date)
	}
}

func (d *DateEntry) showMark() {
	w := float32(0)
	if d.bad {
		w = 1.5
	}
	if d.mark.StrokeWidth != w {
		d.mark.StrokeWidth = w
		d.mark.Refresh()
	}
}

// SetEnabled sets whether it can be changed.
func (d *DateEntry) SetEnabled(on bool) {
	if on {
		d.Entry.Enable()
	} else {
		d.Entry.Disable()
	}
	d.open.SetEnabled(on)
}

// CreateRenderer implements fyne.Widget.
func (d *DateEntry) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, nil, d.open, container.NewStack(d.Entry, d.mark)))
}

// MinSize leaves room for ten digits and the button.
func (d *DateEntry) MinSize() fyne.Size {
	w := TextWidth(words.DateHint, theme.TextSize, false) + 62
	if d.loose {
		w = TextWidth(words.DateLoose, theme.TextSize, false) + 62
	}
	return fyne.NewSize(w, d.Entry.MinSize().Height)
}

// Pop opens the month.
func (d *DateEntry) Pop() {
	c := canvasOf(d.Entry)
	if c == nil || d.Entry.Disabled() {
		return
	}
	start := d.date
	if !start.Exact() {
		start = d.today
	}
	m := newMonth(start, d.today, func(v when.Date) {
		d.pop.Hide()
		d.Entry.SetText(v.Slash())
		c.Focus(d.Entry)
	}, func() {
		d.pop.Hide()
		c.Focus(d.Entry)
	})
	d.pop = widget.NewPopUp(m, c)
	d.pop.ShowAtRelativePosition(fyne.NewPos(0, d.Size().Height+2), d)
	c.Focus(m)
}

// month is the popup: a page of a Vietnamese calendar, Monday first.
type month struct {
	widget.BaseWidget
	day, today when.Date
	pick       func(when.Date)
	cancel     func()
	title      *canvas.Text
	days       *fyne.Container
	box        *fyne.Container
}

func newMonth(day, today when.Date, pick func(when.Date), cancel func()) *month {
	m := &month{day: day, today: today, pick: pick, cancel: cancel}
	m.title = Lead("")
	m.title.Alignment = fyne.TextAlignCenter
	m.days = container.NewGridWithColumns(7)
	step := func(icon fyne.Resource, n int) *Button {
		return NewButton("", icon, func() { m.move(m.day.AddMonths(n)) }).Flat()
	}
	head := container.NewBorder(nil, nil,
		container.NewHBox(step(fynetheme.MediaFastRewindIcon(), -12), step(fynetheme.NavigateBackIcon(), -1)),
		container.NewHBox(step(fynetheme.NavigateNextIcon(), 1), step(fynetheme.MediaFastForwardIcon(), 12)),
		m.title)
	names := container.NewGridWithColumns(7)
	for i, n := range words.Weekdays {
		t := Small(n, theme.Soft)
		if i == 6 {
			t.Color = theme.Red
		}
		t.Alignment = fyne.TextAlignCenter
		names.Add(t)
	}
	foot := NewButton(words.Fill(words.Today, today.Slash()), nil, func() { pick(today) }).Flat()
	m.box = container.NewPadded(container.NewVBox(head, names, m.days, foot))
	m.ExtendBaseWidget(m)
	m.fill()
	return m
}

func (m *month) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

func (m *month) MinSize() fyne.Size {
	s := m.box.MinSize()
	return fyne.NewSize(max(s.Width, 268), s.Height)
}

func (m *month) move(d when.Date) {
	if d.Valid() {
		m.day = d
		m.fill()
	}
}

func (m *month) fill() {
	m.title.Text = words.Fill(words.MonthYear, m.day.Month(), fmt.Sprint(m.day.Year()))
	m.title.Refresh()
	m.days.RemoveAll()
	first := when.Of(m.day.Year(), m.day.Month(), 1)
	lead := (int(first.Time().Weekday()) + 6) % 7 // Monday is 0
	for i := range 42 {
		d := first.AddDays(i - lead)
		m.days.Add(newDay(d, d.Month() == m.day.Month(), d == m.day, d == m.today, m.pick))
	}
	m.days.Refresh()
}

func (m *month) FocusGained()   {}
func (m *month) FocusLost()     {}
func (m *month) TypedRune(rune) {}

func (m *month) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		m.move(m.day.AddDays(-1))
	case fyne.KeyRight:
		m.move(m.day.AddDays(1))
	case fyne.KeyUp:
		m.move(m.day.AddDays(-7))
	case fyne.KeyDown:
		m.move(m.day.AddDays(7))
	case fyne.KeyPageUp:
		m.move(m.day.AddMonths(-1))
	case fyne.KeyPageDown:
		m.move(m.day.AddMonths(1))
	case fyne.KeyHome:
		m.move(m.today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.pick(m.day)
	case fyne.KeyEscape:
		m.cancel()
	}
}

// day is one day of the month.
type day struct {
	widget.BaseWidget
	d    when.Date
	pick func(when.Date)
	back *canvas.Rectangle
	text *canvas.Text
}

func newDay(d when.Date, inMonth, chosen, today bool, pick func(when.Date)) *day {
	x := &day{d: d, pick: pick, back: canvas.NewRectangle(color.Transparent), text: Text(fmt.Sprint(d.Day()), theme.Plain)}
	x.text.Alignment = fyne.TextAlignCenter
	x.back.CornerRadius = 3
	switch {
	case chosen:
		x.back.FillColor, x.text.Color = theme.Primary, theme.Paper
	case !inMonth:
		x.text.Color = theme.InkDim
	case d.Time().Weekday() == 0:
		x.text.Color = theme.Red
	}
	if today {
		x.back.StrokeColor, x.back.StrokeWidth = theme.Primary, 1
		x.text.TextStyle.Bold = true
	}
	x.ExtendBaseWidget(x)
	return x
}

func (x *day) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(x.back, x.text))
}

func (x *day) MinSize() fyne.Size { return fyne.NewSize(34, 24) }

func (x *day) Tapped(*fyne.PointEvent) { x.pick(x.d) }
