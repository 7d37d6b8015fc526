// Package kit holds the window's widgets, none of which knows what a
// commendation is: a typed grid, a date entry, form fields that show their own
// fault, chips, a stage strip, dialogs, notices, a page viewer.
//
// Start at Grid for lists, Form for input, Host for what a page may ask of the
// window it stands in. The package promises that everything works by keyboard as
// well as by mouse; that text typed or pasted becomes NFC; that a date reads
// dd/mm/yyyy whatever the system's region says; that no widget starts a
// goroutine or touches a file. It never reads the office and never decides.
//
// Of the program's own it imports the theme and the two value rooms fault and
// when, because a field shows a fault and a date entry holds a date.
package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys a widget does not use itself go on to the window: an entry would swallow
// Ctrl+K and Esc otherwise, since the toolkit asks the canvas only when nothing
// focused takes shortcuts.

func passKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := canvasOf(o); c != nil {
		if f := c.OnTypedKey(); f != nil {
			f(ev)
		}
	}
}

func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(o).(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		c.TypedShortcut(s)
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if a := fyne.CurrentApp(); a != nil {
		return a.Driver().CanvasForObject(o)
	}
	return nil
}

// forWindow tells which keys belong to the window whatever has the focus.
func forWindow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// modifiers gives the modifier keys held now; drivers without a keyboard (the
// tests') hold none.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Remember and Recall keep what a person set up on this PC (widths of columns,
// where a split stands). Nothing of the office's data goes there.

// Remember stores a measure under a key.
func Remember(key string, v float32) {
	if a := fyne.CurrentApp(); a != nil {
		a.Preferences().SetFloat("kit."+key, float64(v))
	}
}

// Recall reads a measure, or gives the fallback.
func Recall(key string, fallback float32) float32 {
	if a := fyne.CurrentApp(); a != nil {
		return float32(a.Preferences().FloatWithFallback("kit."+key, float64(fallback)))
	}
	return fallback
}
