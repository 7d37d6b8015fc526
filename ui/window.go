// Package ui is the window: a side menu, places one can go back from, a search
// box over everything, notices with Undo, and the pages that ui/page holds.
//
// Start at New; a page is one line in areas (areas.go). The package promises that
// the window can be used at 1366 × 768 and read at 1024 × 700, by mouse and by
// keyboard; that nothing is lost by closing it while work runs; that it opens no
// menu with Alt, which Vietnamese typing programs press all day. It never imports
// storage or the toolkit's driver: what it needs of the system comes through
// System, so that every test runs without a screen.
package ui

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/fault"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// System is what the window asks of the machine. Its methods may take long and
// are called away from the UI goroutine, but for Scratch.
type System interface {
	// PickOpen and PickSave show the system's own dialogs; "ui.no-dialog" when it
	// has none, no path when the person gives up.
	PickOpen(title string, many bool, kinds []kit.FileKind) ([]string, error)
	PickSave(title, name string, kinds []kit.FileKind) (string, error)
	ReadFile(path string) ([]byte, error)
	WriteFile(path string, write func(io.Writer) error) error
	OpenFile(path string) error
	Scratch(name string) string
}

// Options says what the window should know besides the office.
type Options struct {
	Data    string // the data folder, for the status bar
	Version string
	Page    string // the route to open on; "" for the first area
	System  System
	Log     func(error)
	// Report packs the error log for whoever looks after the PC; may be nil.
	Report func(io.Writer) error
	// Inline carries everything out at once: for the gallery and tests.
	Inline bool
}

// Window is the program's one window.
type Window struct {
	Runner *task.Runner

	win       fyne.Window
	opt       Options
	places    history
	pages     map[string]kit.Page
	areas     []area
	now       kit.Page
	rail      *rail
	title     *canvas.Text
	back      *kit.Button
	forth     *kit.Button
	stage     *fyne.Container // the page shown
	notice    *kit.Notice
	search    *searchBox
	closing   bool
	lastFault string // of the dialog that shows one
}

// New makes the window of an office; show it with Show.
func New(a fyne.App, o *office.Office, opt Options) *Window {
	return newWindow(a, o, opt, areas)
}

func newWindow(a fyne.App, o *office.Office, opt Options, list []area) *Window {
	a.Settings().SetTheme(theme.New())
	w := &Window{Runner: task.New(o), win: a.NewWindow(words.AppName), opt: opt, areas: list, pages: map[string]kit.Page{}}
	w.Runner.Canvas = w.win.Canvas
	w.Runner.Fault = w.fault
	w.Runner.Log = opt.Log
	w.Runner.Inline = opt.Inline
	w.win.SetIcon(theme.AppIcon())
	w.win.SetPadded(false)
	w.win.SetContent(w.build())
	w.win.Resize(fyne.NewSize(kit.Recall("windowWidth", 1280), kit.Recall("windowHeight", 690)))
	w.keys()
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.win.SetCloseIntercept(w.mayClose)
	start := kit.ParseRoute(opt.Page)
	if _, ok := w.area(start.Area); !ok {
		start = kit.To(list[0].code)
	}
	w.Go(start)
	return w
}

// Window gives the toolkit's window.
func (w *Window) Window() fyne.Window { return w.win }

// Show puts the window on the screen.
func (w *Window) Show() { w.win.Show() }

func (w *Window) build() fyne.CanvasObject {
	w.rail = newRail(w.areas, func(code string) { w.Go(kit.To(code)) })
	w.title = kit.Title("")
	w.back = kit.NewButton("", fynetheme.NavigateBackIcon(), w.Back).Flat()
	w.forth = kit.NewButton("", fynetheme.NavigateNextIcon(), w.Forward).Flat()
	w.search = newSearchBox(w)
	undo := kit.NewButton("", fynetheme.ContentUndoIcon(), w.undoLast).Flat()
	help := kit.NewButton("", theme.Icon("help"), w.showKeys).Flat()
	ground := canvas.NewRectangle(theme.Paper)
	top := container.NewStack(ground, container.NewPadded(container.NewBorder(nil, nil,
		container.NewHBox(w.back, w.forth, container.NewCenter(w.title)),
		container.NewHBox(undo, help),
		container.New(searchPlace{}, w.search.Search))))
	w.notice = kit.NewNotice(w.statusBar())
	w.stage = container.NewStack()
	main := container.NewBorder(container.NewVBox(top, thin()), w.notice, nil, nil, container.New(pagePad{}, w.stage))
	return container.NewStack(container.New(&frame{w.rail}, w.rail, main), w.search.layer)
}

// frame sets the side menu beside the page. On a narrow window only its signs are
// left, and whatever the page holds, the window can always be made small enough
// for a projector.
type frame struct{ rail *rail }

const (
	narrow    float32 = 1180
	minWidth  float32 = 900
	minHeight float32 = 520
)

func (f *frame) Layout(os []fyne.CanvasObject, s fyne.Size) {
	width := theme.RailWidth
	if s.Width < narrow {
		width = railNarrow
	}
	f.rail.collapse(s.Width < narrow)
	os[0].Resize(fyne.NewSize(width, s.Height))
	os[1].Move(fyne.NewPos(width, 0))
	os[1].Resize(fyne.NewSize(max(0, s.Width-width), s.Height))
}

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minWidth, minHeight) }

func thin() fyne.CanvasObject {
	l := canvas.NewRectangle(theme.Line)
	l.SetMinSize(fyne.NewSize(1, 1))
	return l
}

// pagePad leaves a margin round the page.
type pagePad struct{}

func (pagePad) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.NewPos(theme.Gap, theme.Gap))
	os[0].Resize(fyne.NewSize(max(0, s.Width-2*theme.Gap), max(0, s.Height-2*theme.Gap)))
}

func (pagePad) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[0].MinSize()
	return fyne.NewSize(m.Width+2*theme.Gap, m.Height+2*theme.Gap)
}

// searchPlace puts the search box at the right, as wide as a name needs.
type searchPlace struct{}

func (searchPlace) Layout(os []fyne.CanvasObject, s fyne.Size) {
	width := min(s.Width, 380)
	h := os[0].MinSize().Height
	os[0].Resize(fyne.NewSize(width, h))
	os[0].Move(fyne.NewPos(s.Width-width, (s.Height-h)/2))
}

func (searchPlace) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, os[0].MinSize().Height)
}

func (w *Window) statusBar() fyne.CanvasObject {
	line := []fyne.CanvasObject{kit.Small(words.Fill(words.StatusData, w.opt.Data), theme.Soft)}
	right := []fyne.CanvasObject{}
	if o := w.Runner.Office; o != nil {
		right = append(right, kit.Small(words.Fill(words.StatusUser, o.Officer()), theme.Soft), widget.NewSeparator(),
			kit.Small(words.Fill(words.StatusDay, o.Today().Slash()), theme.Soft), widget.NewSeparator())
	}
	right = append(right, kit.Small(words.Fill(words.StatusVer, w.opt.Version), theme.Soft))
	ground := canvas.NewRectangle(theme.Head)
	return container.NewStack(ground, container.NewPadded(container.NewBorder(nil, nil, container.NewHBox(line...), container.NewHBox(right...))))
}

// fault shows what nobody else showed: what must be read in a dialog, what was
// stopped on purpose as a notice.
func (w *Window) fault(err error) {
	if task.Canceled(err) {
		w.Say(theme.Quiet, words.Canceled, nil)
		return
	}
	w.lastFault = modelwords.Say(err)
	m := kit.Tell(w.win.Canvas(), words.FaultHead, w.lastFault)
	m.OnHide = func() { w.lastFault = "" }
}

// Canvas implements kit.Host.
func (w *Window) Canvas() fyne.Canvas { return w.win.Canvas() }

// Say implements kit.Host.
func (w *Window) Say(tone kit.Tone, text string, undo func()) { w.notice.Say(tone, text, undo) }

// Done implements kit.Host.
func (w *Window) Done(text string, entry int64) {
	if entry == 0 {
		w.Say(theme.Good, text, nil)
		return
	}
	w.Say(theme.Good, text, func() { w.undo(entry) })
}

func (w *Window) undo(entry int64) {
	task.Do(w.Runner, task.Job{Title: words.Undo}, func(ctx ctxType, _ office.Progress) (string, error) {
		e, err := w.Runner.Office.Undo(ctx, entry)
		return e.Detail, err
	}, func(detail string) { w.Say(theme.Good, detail, nil) })
}

// act is an entry of the log that still stands.
type act struct {
	id     int64
	detail string
}

// undoLast asks before it takes back the last act, naming it.
func (w *Window) undoLast() {
	if w.notice.CanUndo() {
		w.notice.Undo()
		return
	}
	o := w.Runner.Office
	if o == nil {
		return
	}
	var slot task.Slot
	task.Load(w.Runner, &slot, func(ctx ctxType) (last act, err error) {
		list, err := o.Log(ctx, office.EntryFilter{Limit: 200})
		for _, e := range list {
			if e.Undoes == 0 && e.UndoneBy == 0 {
				return act{e.ID, e.Detail}, nil
			}
		}
		return last, err
	}, func(last act) {
		if last.id == 0 {
			w.Say(theme.Quiet, words.UndoNothing, nil)
			return
		}
		kit.Confirm(w.Canvas(), words.UndoTitle, words.Fill(words.UndoAsk, last.detail), words.Undo, false, func() { w.undo(last.id) })
	})
}

// mayClose closes at once, or asks while a change runs or a page holds what was
// entered and not saved.
func (w *Window) mayClose() {
	title, text, stop, stay := words.CloseTitle, "", words.CloseStop, words.CloseStay
	if running := w.Runner.Running(); running != "" {
		text = words.Fill(words.CloseText, running)
	} else if left := w.unsaved(); left != "" {
		title, text, stop, stay = words.CloseLoseTitle, words.Fill(words.CloseLose, left), words.CloseLeave, words.CloseBack
	}
	if text == "" || w.closing {
		w.Close()
		return
	}
	w.closing = true
	m := kit.Ask(w.Canvas(), title, text, stop, stay, true, w.Close, func() { w.closing = false })
	m.OnCancel = func() { m.Hide(); w.closing = false }
}

// unsaved names what the pages hold that was entered and not saved, "" for nothing.
func (w *Window) unsaved() string {
	for _, a := range w.areas {
		if p, ok := w.pages[a.code].(interface{ Unsaved() string }); ok {
			if text := p.Unsaved(); text != "" {
				return text
			}
		}
	}
	return ""
}

// Close stops what runs and closes the window.
func (w *Window) Close() {
	if s := w.win.Canvas().Size(); s.Width >= minWidth && s.Height >= minHeight && !w.opt.Inline {
		kit.Remember("windowWidth", s.Width)
		kit.Remember("windowHeight", s.Height)
	}
	w.Runner.Close()
	w.win.Close()
}

// dropped takes files that were let go over the window to the page that reads them.
func (w *Window) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	w.Drop(paths)
}

// Drop is what letting go of files over the window does, and opening them from
// outside. A dialog is answered first.
func (w *Window) Drop(paths []string) {
	if len(paths) == 0 {
		return
	}
	if kit.TopModal(w.Canvas()) != nil {
		w.Say(theme.Warn, words.DropLater, nil)
		return
	}
	for _, a := range w.areas {
		if d, ok := w.page(a).(interface{ Drop([]string) }); ok {
			w.Go(kit.To(a.code))
			d.Drop(paths)
			return
		}
	}
}

var _ kit.Host = (*Window)(nil)

// noDialog tells that the system has no file dialog of its own.
func noDialog(err error) bool { return fault.CodeOf(err) == "ui.no-dialog" }
