package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
	"thidua/ui"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// desktop is a system whose person always saves under one name.
type desktop struct {
	dir    string
	opened []string
	pick   string // what the person picks when asked for a file
}

func (d *desktop) PickOpen(string, bool, []kit.FileKind) ([]string, error) {
	if d.pick == "" {
		return nil, nil
	}
	return []string{d.pick}, nil
}

func (d *desktop) ReadFile(path string) ([]byte, error) { return os.ReadFile(path) }
func (d *desktop) Scratch(name string) string           { return filepath.Join(d.dir, name) }
func (d *desktop) OpenFile(path string) error           { d.opened = append(d.opened, path); return nil }
func (d *desktop) PickSave(_, name string, _ []kit.FileKind) (string, error) {
	return filepath.Join(d.dir, name), nil
}

func (d *desktop) WriteFile(path string, write func(io.Writer) error) error {
	return storage.WriteFile(path, write)
}

type person struct {
	t *testing.T
	w *ui.Window
	o *office.Office
	d *desktop
}

// sit opens the window on an office that holds what the program brings.
func sit(t *testing.T) *person {
	t.Helper()
	a := test.NewTempApp(t)
	ctx := context.Background()
	store, err := storage.Open(ctx, storage.Config{Dir: filepath.Join(t.TempDir(), "du-lieu"), Today: when.MustParse("2025-12-10")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	o := office.New(store.Ports, "Lê Thị Mẫu")
	if _, err := o.SetUp(ctx); err != nil {
		t.Fatal(err)
	}
	p := &person{t: t, o: o, d: &desktop{dir: t.TempDir()}}
	p.w = ui.New(a, o, ui.Options{Data: "x", Version: "x", System: p.d, Inline: true})
	t.Cleanup(p.w.Close)
	p.w.Window().Resize(fyne.NewSize(1366, 728))
	return p
}

// look finds what can be seen of a kind, in dialogs first.
func look[T any](p *person, is func(T) bool) (found T, ok bool) {
	var roots []fyne.CanvasObject
	list := p.w.Window().Canvas().Overlays().List()
	for i := len(list) - 1; i >= 0; i-- {
		roots = append(roots, list[i])
	}
	roots = append(roots, p.w.Window().Content())
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if x, is1 := o.(T); is1 && o.Visible() && is(x) {
				return x, true
			}
		}
	}
	return found, false
}

func (p *person) press(prefix string) {
	p.t.Helper()
	b, ok := look(p, func(b *kit.Button) bool { return strings.HasPrefix(b.Text, prefix) && !b.Disabled() })
	if !ok {
		p.t.Fatalf("no button %q can be pressed at %s", prefix, p.w.Route())
	}
	test.Tap(b)
	p.noFault()
}

func (p *person) noFault() {
	p.t.Helper()
	if text := p.w.FaultShown(); text != "" {
		p.t.Fatalf("at %s: %s", p.w.Route(), text)
	}
}

func (p *person) notice() string {
	n, ok := look(p, func(n *kit.Notice) bool { return n.Text() != "" })
	if !ok {
		return ""
	}
	return n.Text()
}

func (p *person) dossiers(s dossier.Stage) int {
	p.t.Helper()
	ds, err := p.o.Dossiers(context.Background(), office.DossierFilter{Stages: []dossier.Stage{s}})
	if err != nil {
		p.t.Fatal(err)
	}
	return len(ds)
}

// The whole road once in the window: an agency's sheet is dropped, looked at,
// accepted, its dossiers are moved on, moved back, and printed.
func TestTheRoadInTheWindow(t *testing.T) {
	p := sit(t)
	p.w.Drop([]string{"../../storage/sheet/testdata/samples/sach.xlsx"})
	p.noFault()
	if r := p.w.Route(); r.Area != words.RouteIntake || r.Get("tep") == "" {
		t.Fatalf("after the drop the window shows %s", r)
	}
	p.press("Nhận 18 dòng")
	if p.dossiers(dossier.Received) != 0 {
		t.Fatal("accepted without having been asked")
	}
	p.press("Nhận 18 dòng") // in the dialog
	if n := p.dossiers(dossier.Received); n != 18 {
		t.Fatalf("%d dossiers were received", n)
	}
	if !strings.Contains(p.notice(), "18 dòng") {
		t.Errorf("the window says %q", p.notice())
	}

	p.w.Go(kit.To(words.RouteDossiers))
	all, ok := look(p, func(g interface {
		SelectAll()
		Len() int
	}) bool {
		return g.Len() == 18
	})
	if !ok {
		t.Fatal("the list of dossiers does not show 18 rows")
	}
	all.SelectAll()
	p.press(words.MoveTo["appraising"])
	if n := p.dossiers(dossier.Appraising); n != 18 {
		t.Fatalf("%d dossiers are being appraised", n)
	}
	p.press(words.Undo)
	if n := p.dossiers(dossier.Received); n != 18 {
		t.Fatalf("after Undo %d dossiers stand where they stood", n)
	}

	p.w.Go(kit.To(words.RoutePrint, "mau", "danh-sach"))
	p.noFault()
	if v, ok := look(p, func(v *kit.Pages) bool { return true }); !ok || v.Len() == 0 {
		t.Error("no page of the list can be seen")
	}
	p.press(words.PrintOpen)
	if len(p.d.opened) != 1 {
		t.Fatalf("opened %v", p.d.opened)
	}
	pdf, err := os.ReadFile(p.d.opened[0])
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("what was opened is no PDF: %v", err)
	}
	p.w.Back()
	if p.w.Route().Area != words.RouteDossiers {
		t.Errorf("Back shows %s", p.w.Route())
	}
}

// A file that is no list leaves one sentence and nothing else.
func TestAFileThatIsRefused(t *testing.T) {
	p := sit(t)
	bad := filepath.Join(t.TempDir(), "anh.xls")
	if err := os.WriteFile(bad, []byte("\x89PNG\r\n\x1a\n không phải bảng"), 0o644); err != nil {
		t.Fatal(err)
	}
	p.w.Drop([]string{bad})
	if p.w.FaultShown() == "" {
		t.Fatal("nothing is said")
	}
	m := kit.TopModal(p.w.Canvas())
	m.Cancel()
	if p.w.FaultShown() != "" || kit.TopModal(p.w.Canvas()) != nil {
		t.Error("the dialog stays")
	}
	list, err := p.o.Batches(context.Background())
	if err != nil || len(list) != 0 {
		t.Errorf("%d files were staged, %v", len(list), err)
	}
}

// Everything is drawn without a fault and nothing is cut off on the smallest window.
func TestEveryPageFits(t *testing.T) {
	dir := t.TempDir()
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	pics, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil || len(pics) < 40 {
		t.Errorf("%d pictures, %v", len(pics), err)
	}
}
