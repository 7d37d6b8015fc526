package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// keys registers the window's own keys. There is no main menu: Alt alone would
// open it and swallow the letters that follow.
func (w *Window) keys() {
	c := w.win.Canvas()
	on := func(k fyne.KeyName, mod fyne.KeyModifier, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: mod}, func(fyne.Shortcut) {
			if kit.TopModal(c) == nil { // a dialog is answered first
				do()
			}
		})
	}
	on(fyne.KeyLeft, fyne.KeyModifierAlt, w.Back)
	on(fyne.KeyRight, fyne.KeyModifierAlt, w.Forward)
	on(fyne.KeyK, fyne.KeyModifierControl, w.search.focus)
	on(fyne.KeyF, fyne.KeyModifierControl, func() { w.now.Find() })
	on(fyne.KeyR, fyne.KeyModifierControl, w.Reload)
	on(fyne.KeyP, fyne.KeyModifierControl, w.print)
	for i, code := range keyed {
		on(fyne.KeyName(rune('1'+i)), fyne.KeyModifierControl, func() { w.Go(kit.To(code)) })
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { w.save() })
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) {
		if kit.TopModal(c) == nil {
			w.undoLast()
		}
	})
	c.SetOnTypedKey(w.typed)
}

// print puts the paper shown on the printer; where none is shown it goes to the papers.
func (w *Window) print() {
	if p, ok := w.now.(interface{ Print() }); ok {
		p.Print()
		return
	}
	w.Go(kit.To(words.RoutePrint))
}

// save saves what is being entered: in the dialog on top, else on the page shown.
func (w *Window) save() {
	if m := kit.TopModal(w.win.Canvas()); m != nil {
		m.Accept()
		return
	}
	if p, ok := w.now.(interface{ Save() }); ok {
		p.Save()
	}
}

// typed gets the keys nobody focused had a use for.
func (w *Window) typed(ev *fyne.KeyEvent) {
	if m := kit.TopModal(w.win.Canvas()); m != nil {
		if ev.Name == fyne.KeyEscape {
			m.Cancel()
		}
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		w.search.close()
		w.notice.Dismiss()
	case fyne.KeyF3:
		w.search.focus()
	case fyne.KeyF5:
		w.Reload()
	case fyne.KeyF1:
		w.showKeys()
	default:
		if p, ok := w.now.(interface{ Key(fyne.KeyName) }); ok {
			p.Key(ev.Name)
		}
	}
}

// showKeys is the help on F1.
func (w *Window) showKeys() {
	rows := container.New(keysLayout{})
	for _, k := range words.Keys {
		name := kit.Text(k[0], theme.Plain)
		name.TextStyle.Bold = true
		rows.Add(name)
		rows.Add(kit.Text(k[1], theme.Plain))
	}
	var m *kit.Modal
	shut := kit.NewButton(words.Close, nil, func() { m.Hide() }).Primary()
	foot := []fyne.CanvasObject{kit.NewButton(words.GuideOpen, nil, func() { m.Hide(); w.showGuide() }), shut}
	if w.opt.Report != nil {
		foot = append([]fyne.CanvasObject{kit.NewButton(words.ReportPack, nil, func() { m.Hide(); w.report() })}, foot...)
	}
	m = kit.ShowModal(w.win.Canvas(), words.KeysTitle, rows, fyne.NewSize(620, 420), foot...)
	m.OnCancel = shut.OnTapped
}

// report asks where to and packs the error log.
func (w *Window) report() {
	w.PickSave(words.ReportPack, words.ReportFile, []kit.FileKind{{Name: "zip", Patterns: []string{"*.zip"}}}, func(path string) {
		task.Do(w.Runner, task.Job{Title: words.ReportPack}, func(ctxType, office.Progress) (string, error) {
			return path, w.WriteFile(path, w.opt.Report)
		}, func(path string) { w.Say(theme.Good, words.Fill(words.ReportDone, filepath.Base(path)), nil) })
	})
}

// keysLayout sets pairs in two columns.
type keysLayout struct{}

func (keysLayout) Layout(os []fyne.CanvasObject, _ fyne.Size) {
	var left float32
	for i := 0; i < len(os); i += 2 {
		left = max(left, os[i].MinSize().Width)
	}
	y := float32(0)
	for i := 0; i+1 < len(os); i += 2 {
		h := os[i].MinSize().Height
		os[i].Move(fyne.NewPos(0, y))
		os[i].Resize(fyne.NewSize(left, h))
		os[i+1].Move(fyne.NewPos(left+24, y))
		os[i+1].Resize(os[i+1].MinSize())
		y += h + 5
	}
}

func (keysLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	var left, right, h float32
	for i := 0; i+1 < len(os); i += 2 {
		left, right = max(left, os[i].MinSize().Width), max(right, os[i+1].MinSize().Width)
		h += os[i].MinSize().Height + 5
	}
	return fyne.NewSize(left+24+right, h)
}
