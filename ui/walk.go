package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// Walk lists the places a smoke run goes through: every area, and in each what
// its page says is worth seeing.
func (w *Window) Walk() []task.Step {
	var steps []task.Step
	for _, a := range w.areas {
		steps = append(steps, task.Step{Name: a.code, Do: func() error {
			w.Go(kit.To(a.code))
			return nil
		}})
		p, ok := w.page(a).(interface{ Walk() []task.Step })
		if !ok {
			continue
		}
		for _, s := range p.Walk() {
			steps = append(steps, task.Step{Name: fmt.Sprintf("%s-%s", a.code, s.Name), Do: s.Do})
		}
	}
	return append(steps,
		task.Step{Name: "phim-tat", Do: func() error { w.showKeys(); return nil }},
		task.Step{Name: "tim", Do: func() error {
			kit.TopModal(w.Canvas()).Cancel()
			w.search.focus()
			w.search.SetText("ng")
			return nil
		}})
}

// FaultShown is the text of the fault a dialog shows now, "" for none.
func (w *Window) FaultShown() string { return w.lastFault }

// ShowFault shows why the program cannot start, in a window of its own.
func ShowFault(a fyne.App, title, text string) {
	a.Settings().SetTheme(theme.New())
	w := a.NewWindow(title)
	w.SetIcon(theme.AppIcon())
	shut := kit.NewButton(words.Close, nil, w.Close).Primary()
	w.SetContent(container.NewPadded(container.NewBorder(kit.Lead(words.StartFault), container.NewHBox(shut), nil, nil,
		kit.Para(text, kit.Plain))))
	w.Resize(fyne.NewSize(560, 220))
	w.CenterOnScreen()
	w.Show()
}

// PageMin is the least room the page shown asks for, PageRoom what it has: a page
// that asks for more is cut off.
func (w *Window) PageMin() fyne.Size { return w.now.Content().MinSize() }

// PageRoom is the room the page shown has.
func (w *Window) PageRoom() fyne.Size { return w.stage.Size() }
