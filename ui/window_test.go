package ui

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"thidua/assets"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/theme"
)

// sheet is a page that writes down what the window does with it.
type sheet struct {
	host    kit.Host
	content fyne.CanvasObject
	shown   []string
	left    int
	dropped []string
	unsaved string
	saved   int
}

func (s *sheet) Content() fyne.CanvasObject { return s.content }
func (s *sheet) Show(r kit.Route)           { s.shown = append(s.shown, r.String()) }
func (s *sheet) Leave()                     { s.left++ }
func (s *sheet) Find()                      {}
func (s *sheet) Unsaved() string            { return s.unsaved }
func (s *sheet) Save()                      { s.saved++ }
func (s *sheet) Drop(paths []string)        { s.dropped = append(s.dropped, paths...) }

// bare is a page nobody can drop a file on.
type bare struct{ sheet }

func (b *bare) Drop() {}

type noSystem struct{}

func (noSystem) PickOpen(string, bool, []kit.FileKind) ([]string, error) {
	return nil, fault.New(fault.NotFound, "ui.no-dialog")
}
func (noSystem) PickSave(string, string, []kit.FileKind) (string, error) { return "", nil }
func (noSystem) ReadFile(string) ([]byte, error)                         { return nil, nil }
func (noSystem) WriteFile(string, func(io.Writer) error) error           { return nil }
func (noSystem) OpenFile(string) error                                   { return nil }
func (noSystem) Scratch(name string) string                              { return name }

func open(t *testing.T, page string) (*Window, map[string]*sheet) {
	t.Helper()
	a := test.NewTempApp(t)
	made := map[string]*sheet{}
	mk := func(code string) func(*task.Runner, kit.Host) kit.Page {
		return func(_ *task.Runner, h kit.Host) kit.Page {
			s := &sheet{host: h, content: widget.NewLabel(code)}
			made[code] = s
			if code == "a" {
				return &bare{*s}
			}
			return s
		}
	}
	w := newWindow(a, nil, Options{System: noSystem{}, Page: page}, []area{{"a", "A", "home", mk("a")}, {"b", "B", "units", mk("b")}, {"c", "C", "print", mk("c")}})
	t.Cleanup(w.Close)
	return w, made
}

func TestBackAndForward(t *testing.T) {
	w, pages := open(t, "b?x=1")
	w.Go(kit.To("c"))
	w.Go(kit.To("b", "x", "2"))
	w.Go(kit.To("b", "x", "2")) // the same place twice is one place, read anew
	w.Back()
	w.Back()
	if got := w.Route().String(); got != "b?x=1" {
		t.Errorf("two back is %s", got)
	}
	w.Forward()
	if got := w.Route().String(); got != "c" {
		t.Errorf("forward is %s", got)
	}
	w.Go(kit.To("b", "x", "3"))
	w.Forward()
	if got := w.Route().String(); got != "b?x=3" {
		t.Errorf("a new place did not end what lay ahead: %s", got)
	}
	if want := []string{"b?x=1", "b?x=2", "b?x=2", "b?x=1", "b?x=3"}; !slices.Equal(pages["b"].shown, want) {
		t.Errorf("page b was shown %v, want %v", pages["b"].shown, want)
	}
	if pages["c"].left != 3 {
		t.Errorf("page c was left %d times", pages["c"].left)
	}
}

func TestHereKeepsTheFilterForBack(t *testing.T) {
	w, pages := open(t, "b")
	pages["b"].host.Here(kit.To("b", "tim", "an"))
	pages["b"].host.Here(kit.To("c")) // another page's place is none of its business
	w.Go(kit.To("c"))
	w.Back()
	if got := w.Route().String(); got != "b?tim=an" {
		t.Errorf("back shows %s", got)
	}
}

func TestUnknownPlacesAreRefused(t *testing.T) {
	w, _ := open(t, "khong-co?x=1")
	if got := w.Route().Area; got != "a" {
		t.Errorf("an unknown start opens %s", got)
	}
	w.Go(kit.To("khong-co"))
	if got := w.Route().Area; got != "a" {
		t.Errorf("an unknown place opens %s", got)
	}
}

func TestDroppedFilesGoToThePageThatTakesThem(t *testing.T) {
	w, pages := open(t, "a")
	w.Drop([]string{"x.xlsx"})
	if w.Route().Area != "b" || !slices.Equal(pages["b"].dropped, []string{"x.xlsx"}) {
		t.Errorf("at %s, dropped %v", w.Route(), pages["b"].dropped)
	}
	m := kit.Tell(w.Canvas(), "x", "y")
	w.Drop([]string{"y.xlsx"})
	if len(pages["b"].dropped) != 1 {
		t.Error("a file was taken through an open dialog")
	}
	if w.notice.Text() == "" {
		t.Error("a file is lost without a word")
	}
	m.Cancel()
}

func TestFaultsAreSaidAndEscCloses(t *testing.T) {
	w, _ := open(t, "a")
	w.fault(fault.New(fault.Conflict, "ui.busy"))
	if w.FaultShown() == "" || kit.TopModal(w.Canvas()) == nil {
		t.Fatal("nothing is said")
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.FaultShown() != "" || kit.TopModal(w.Canvas()) != nil {
		t.Error("Esc does not close the dialog")
	}
	w.fault(context.Canceled)
	if w.FaultShown() != "" || w.notice.Text() == "" {
		t.Error("what a person stopped is no fault")
	}
}

// A notice that came or went under the pointer would put another button beneath a
// second, quick click.
func TestNoticeMovesNothing(t *testing.T) {
	w, _ := open(t, "a")
	w.win.Resize(fyne.NewSize(1024, 660))
	before := w.stage.Size()
	w.Say(theme.Good, "x", func() {})
	if now := w.stage.Size(); now != before || w.notice.Text() == "" {
		t.Errorf("the page is %v with a notice, %v without", now, before)
	}
	w.notice.Dismiss()
	if now := w.stage.Size(); now != before || w.notice.Text() != "" {
		t.Errorf("the page is %v after a notice, %v before", now, before)
	}
}

// The page for the officer says of every page of the window what it is for.
func TestGuideNamesEveryPage(t *testing.T) {
	guide := string(assets.Must(guideFile))
	for _, a := range areas {
		if !strings.Contains(guide, "\n- **"+a.label+"**: ") {
			t.Errorf("assets/%s does not say what “%s” is for", guideFile, a.label)
		}
	}
	w, _ := open(t, "a")
	w.showGuide()
	m := kit.TopModal(w.Canvas())
	if m == nil {
		t.Fatal("the guide does not open")
	}
	m.Cancel()
	if kit.TopModal(w.Canvas()) != nil {
		t.Error("the guide does not close")
	}
}

func TestClosingWaitsForWorkThatRuns(t *testing.T) {
	w, _ := open(t, "a")
	started, end := make(chan struct{}), make(chan struct{})
	task.Do(w.Runner, task.Job{Title: "Đang in"}, func(ctx context.Context, _ office.Progress) (int, error) {
		close(started)
		<-end
		return 0, ctx.Err()
	}, nil)
	<-started
	w.mayClose()
	m := kit.TopModal(w.Canvas())
	if m == nil {
		t.Fatal("the window closed over running work")
	}
	m.Cancel()
	if w.closing || w.Runner.Running() == "" {
		t.Error("waiting ended the work")
	}
	close(end)
}

// What was entered and not saved is not lost by closing, and Ctrl+S saves it.
func TestClosingAsksForWhatIsNotSaved(t *testing.T) {
	w, pages := open(t, "b")
	pages["b"].unsaved = "phiên họp ngày 29/12/2025"
	w.mayClose()
	m := kit.TopModal(w.Canvas())
	if m == nil {
		t.Fatal("the window closed over what was not saved")
	}
	m.Cancel()
	if w.closing {
		t.Error("staying closes the window")
	}
	w.save()
	if pages["b"].saved != 1 {
		t.Errorf("Ctrl+S saved %d times", pages["b"].saved)
	}
}

func TestNarrowWindowsKeepTheSigns(t *testing.T) {
	w, _ := open(t, "a")
	w.win.Resize(fyne.NewSize(1366, 700))
	wide := w.stage.Size().Width
	w.win.Resize(fyne.NewSize(1000, 660))
	if got := w.rail.Size().Width; got != railNarrow {
		t.Errorf("the menu is %v wide", got)
	}
	if w.stage.Size().Width < 1000-railNarrow-30 || wide > 1366-railNarrow {
		t.Errorf("the page is %v wide, %v on a wide window", w.stage.Size().Width, wide)
	}
	if m := w.win.Content().MinSize(); m.Width > 1000 || m.Height > 660 {
		t.Errorf("the window cannot be made smaller than %v", m)
	}
}
