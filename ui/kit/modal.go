package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
	"thidua/ui/words"
)

// Modal is a dialog in the window: a title, what it is about, buttons at the
// foot. Esc presses Cancel; Enter in a one-line entry, and Ctrl+S anywhere in a
// form, presses the main button.
type Modal struct {
	pop      *widget.PopUp
	canvas   fyne.Canvas
	before   fyne.Focusable
	OnCancel func() // Esc and the cross; nil: it cannot be closed that way
	OnAccept func() // Ctrl+S; nil: nothing is being entered
	OnHide   func() // after it is gone; may be nil
	closed   bool
}

// open dialogs, by canvas, innermost last.
var modals = map[fyne.Canvas][]*Modal{}

// ShowModal shows a dialog of at least the given size.
func ShowModal(c fyne.Canvas, title string, content fyne.CanvasObject, size fyne.Size, buttons ...fyne.CanvasObject) *Modal {
	m := &Modal{canvas: c, before: c.Focused()}
	bar := canvas.NewRectangle(theme.Head)
	cross := NewButton("", fynetheme.CancelIcon(), func() { m.Cancel() }).Flat()
	head := container.NewStack(bar, container.NewBorder(nil, nil, container.NewPadded(Lead(title)), cross))
	foot := container.NewHBox(layout.NewSpacer())
	for _, b := range buttons {
		foot.Add(b)
	}
	body := container.NewBorder(head, nil, nil, nil,
		container.NewPadded(container.NewBorder(nil, container.NewPadded(foot), nil, nil, container.NewPadded(content))))
	m.pop = widget.NewModalPopUp(body, c)
	min := body.MinSize()
	// A dialog never grows out of the window: on 700 pixels its content scrolls.
	room := c.Size()
	m.pop.Resize(fyne.NewSize(fitIn(max(size.Width, min.Width), room.Width), fitIn(max(size.Height, min.Height), room.Height)))
	m.pop.Show()
	modals[c] = append(modals[c], m)
	if !FocusIn(c, content) && len(buttons) > 0 {
		FocusIn(c, buttons[len(buttons)-1])
	}
	return m
}

func fitIn(v, room float32) float32 {
	if room > 40 {
		return min(v, room-16)
	}
	return v
}

// Hide closes the dialog and gives the focus back.
func (m *Modal) Hide() {
	if m.closed {
		return
	}
	m.closed = true
	m.pop.Hide()
	open := modals[m.canvas]
	for i, x := range open {
		if x == m {
			open = append(open[:i:i], open[i+1:]...)
			break
		}
	}
	if len(open) == 0 {
		delete(modals, m.canvas)
	} else {
		modals[m.canvas] = open
	}
	if m.before != nil {
		m.canvas.Focus(m.before)
	}
	if m.OnHide != nil {
		m.OnHide()
	}
}

// Cancel is what Esc does.
func (m *Modal) Cancel() {
	if m.OnCancel != nil {
		m.OnCancel()
	}
}

// Accept is what Ctrl+S does.
func (m *Modal) Accept() {
	if m.OnAccept != nil {
		m.OnAccept()
	}
}

// Closed tells that it is gone.
func (m *Modal) Closed() bool { return m.closed }

// TopModal is the innermost dialog of a canvas, nil for none. The window sends
// it Esc.
func TopModal(c fyne.Canvas) *Modal {
	open := modals[c]
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

// Confirm asks before an act; yes names the act ("Xóa"), never "Có".
func Confirm(c fyne.Canvas, title, text, yes string, danger bool, do func()) *Modal {
	return Ask(c, title, text, yes, words.Cancel, danger, do, nil)
}

// Ask offers two ways on.
func Ask(c fyne.Canvas, title, text, yes, no string, danger bool, do, not func()) *Modal {
	var m *Modal
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	cancel := NewButton(no, nil, func() {
		m.Hide()
		if not != nil {
			not()
		}
	})
	act := NewButton(yes, nil, func() {
		m.Hide()
		do()
	})
	if danger {
		act.Danger()
	} else {
		act.Primary()
	}
	m = ShowModal(c, title, label, fyne.NewSize(460, 170), cancel, act)
	m.OnCancel = cancel.OnTapped
	if danger { // Enter must not take something away by itself
		c.Focus(cancel)
	}
	return m
}

// Tell says something that must be read.
func Tell(c fyne.Canvas, title, text string) *Modal {
	var m *Modal
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	ok := NewButton(words.Close, nil, func() { m.Hide() }).Primary()
	m = ShowModal(c, title, label, fyne.NewSize(480, 170), ok)
	m.OnCancel = ok.OnTapped
	return m
}

// FormDialog shows a form with Save and Cancel. save is called with done, to be
// told nil when it worked, or the faults to be shown in the form.
func FormDialog(c fyne.Canvas, title string, form *Form, width float32, save string, say func(error) string, do func(done func(error))) *Modal {
	var m *Modal
	cancel := NewButton(words.Cancel, nil, func() { m.Hide() })
	act := NewButton(save, nil, nil).Primary()
	act.OnTapped = func() {
		if err := form.Dates(); err != nil {
			form.ShowFaults(err, say)
			return
		}
		act.Disable()
		do(func(err error) {
			act.Enable()
			if err == nil {
				m.Hide()
				return
			}
			form.ShowFaults(err, say)
		})
	}
	for _, f := range form.Fields {
		if e, ok := f.Control.(*Entry); ok && !e.MultiLine {
			e.OnSubmitted = func(string) { act.OnTapped() }
		}
	}
	scroll := container.NewVScroll(form)
	form.Resize(fyne.NewSize(width-40, 10))
	h := min(form.MinSize().Height+150, 620)
	form.reveal = func(x *Field) {
		y := x.row.Position().Y
		if y < scroll.Offset.Y || y+x.row.Size().Height > scroll.Offset.Y+scroll.Size().Height {
			scroll.ScrollToOffset(fyne.NewPos(0, y))
		}
		FocusIn(c, x.Control)
	}
	m = ShowModal(c, title, scroll, fyne.NewSize(width, h), cancel, act)
	m.OnCancel = cancel.OnTapped
	m.OnAccept = func() {
		if !act.Disabled() { // it is being saved already
			act.OnTapped()
		}
	}
	return m
}
