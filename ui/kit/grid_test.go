package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"thidua/ui/theme"
)

type person struct {
	id   int
	name string
	late bool
}

func people(n int) []person {
	out := make([]person, n)
	for i := range out {
		out[i] = person{i, fmt.Sprintf("Nguyễn Thị Phượng %05d", (i*7919)%n), i%5 == 0}
	}
	return out
}

func personGrid(name string) *Grid[person] {
	g := NewGrid(name,
		Column[person]{Key: "id", Title: "STT", Width: 60, Align: fyne.TextAlignTrailing, Text: func(p person) string { return fmt.Sprint(p.id) },
			Order: func(a, b person) int { return a.id - b.id }},
		Column[person]{Key: "name", Title: "Họ và tên", Width: 220, Text: func(p person) string { return p.name },
			Order: func(a, b person) int { return strings.Compare(a.name, b.name) }},
		Column[person]{Key: "state", Title: "Tình trạng", Width: 120, Chip: true,
			Text: func(p person) string {
				if p.late {
					return "Quá hạn"
				}
				return "Trong hạn"
			},
			Tone: func(p person) theme.Tone {
				if p.late {
					return theme.Bad
				}
				return theme.Good
			}},
	)
	g.ID = func(p person) string { return fmt.Sprint(p.id) }
	g.Multi = true
	return g
}

func shown(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	test.ApplyTheme(t, theme.New())
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func key(g fyne.Focusable, k fyne.KeyName) { g.TypedKey(&fyne.KeyEvent{Name: k}) }

func TestGridDrawsOnlyTheRowsInSight(t *testing.T) {
	g := personGrid("")
	shown(t, g, 600, 400)
	g.SetRows(people(100000))
	for _, h := range []float32{-5, 0, 20, 28, 60, 650, 0, 400} {
		g.Resize(fyne.NewSize(600, h))
		if n := len(g.body.slots); n > 40 {
			t.Fatalf("height %v: %d rows are kept", h, n)
		}
	}
	if n := len(test.WidgetRenderer(g.body).Objects()); n > 120 {
		t.Errorf("%d objects are drawn", n)
	}
}

func TestGridKeys(t *testing.T) {
	g := personGrid("")
	win := shown(t, g, 600, 400)
	g.SetRows(people(1000))
	win.Canvas().Focus(g)
	key(g, fyne.KeyDown)
	if got := g.SelectedIndexes(); !slices.Equal(got, []int{0}) {
		t.Fatalf("Down selects %v", got)
	}
	key(g, fyne.KeyPageDown)
	page := g.cursor
	if page < 5 || page > 20 {
		t.Errorf("PageDown goes to %d", page)
	}
	key(g, fyne.KeyEnd)
	if g.cursor != 999 {
		t.Errorf("End goes to %d", g.cursor)
	}
	// The last row must be wholly in sight.
	if bottom := float32(1000) * theme.RowHeight; g.scroll.Offset.Y+g.scroll.Size().Height < bottom {
		t.Errorf("the last row ends at %v, the view at %v", bottom, g.scroll.Offset.Y+g.scroll.Size().Height)
	}
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(g, fyne.KeyUp)
	key(g, fyne.KeyUp)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := g.SelectedIndexes(); !slices.Equal(got, []int{997, 998, 999}) {
		t.Errorf("Shift+Up twice selects %v", got)
	}
	opened := -1
	g.OnOpen = func(p person) { opened = p.id }
	key(g, fyne.KeyReturn)
	if opened != 997 {
		t.Errorf("Enter opens %d", opened)
	}
	clip := test.NewClipboard()
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if lines := strings.Split(strings.TrimSpace(clip.Content()), "\r\n"); len(lines) != 4 || !strings.HasPrefix(lines[0], "STT\tHọ và tên") {
		t.Errorf("Ctrl+C copies %q", clip.Content())
	}
	key(g, fyne.KeyHome)
	if g.cursor != 0 || g.scroll.Offset.Y != 0 {
		t.Errorf("Home goes to %d at %v", g.cursor, g.scroll.Offset.Y)
	}
}

func TestGridMouse(t *testing.T) {
	g := personGrid("")
	win := shown(t, g, 600, 400)
	g.SetRows(people(100))
	at := func(row int, mod fyne.KeyModifier) {
		g.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(80, float32(row)*theme.RowHeight+5)},
			Button: desktop.MouseButtonPrimary, Modifier: mod})
	}
	at(2, 0)
	at(5, fyne.KeyModifierShift)
	at(4, fyne.KeyModifierControl)
	at(9, fyne.KeyModifierControl)
	if got := g.SelectedIndexes(); !slices.Equal(got, []int{2, 3, 5, 9}) {
		t.Errorf("selected %v", got)
	}
	if win.Canvas().Focused() != fyne.Focusable(g) {
		t.Error("a click does not take the keyboard")
	}
}

// A cell that leads somewhere is opened by a whole click on it, and by nothing else.
func TestGridCellsThatOpen(t *testing.T) {
	g := personGrid("")
	var opened []int
	g.Columns[0].OnTap = func(p person) { opened = append(opened, p.id) }
	shown(t, g, 500, 300)
	g.SetRows(people(5))
	at := func(x float32, row int, mod fyne.KeyModifier) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, float32(row)*theme.RowHeight+5)}, Button: desktop.MouseButtonPrimary, Modifier: mod}
	}
	g.body.MouseDown(at(20, 2, 0))
	g.body.MouseUp(at(20, 2, 0))
	g.body.MouseDown(at(80, 3, 0)) // the name opens nothing
	g.body.MouseUp(at(80, 3, 0))
	g.body.MouseDown(at(20, 1, 0)) // let go elsewhere
	g.body.MouseUp(at(20, 4, 0))
	g.body.MouseDown(at(20, 4, fyne.KeyModifierControl)) // adds to the selection
	g.body.MouseUp(at(20, 4, fyne.KeyModifierControl))
	if !slices.Equal(opened, []int{2}) {
		t.Errorf("opened %v", opened)
	}
	g.body.MouseMoved(at(20, 1, 0))
	if g.body.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not tell")
	}
	g.body.MouseMoved(at(80, 1, 0))
	if g.body.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer tells where nothing opens")
	}
}

func TestGridSortsAndKeepsTheSelection(t *testing.T) {
	g := personGrid("")
	shown(t, g, 600, 400)
	g.SetRows(people(50))
	g.Select(3)
	was, _ := g.Current()
	test.TapAt(g.head, fyne.NewPos(100, 10))
	if g.sortCol < 0 || g.Columns[g.sortCol].Key != "name" || g.sortDesc {
		t.Fatalf("a click on the heading sorts by column %d, backwards %v", g.sortCol, g.sortDesc)
	}
	now, ok := g.Current()
	if !ok || now.id != was.id {
		t.Errorf("the mark moved from %v to %v", was, now)
	}
	if first, _ := g.Row(0); !strings.HasSuffix(first.name, "00000") {
		t.Errorf("first row is %v", first)
	}
	test.TapAt(g.head, fyne.NewPos(100, 10))
	if first, _ := g.Row(0); !strings.HasSuffix(first.name, "00049") {
		t.Errorf("first row backwards is %v", first)
	}
	// The selected row goes away: the mark stays where it stood.
	g.SetRows(slices.DeleteFunc(people(50), func(p person) bool { return p.id == was.id }))
	if len(g.Selected()) != 0 || g.cursor < 0 {
		t.Errorf("selected %v, mark %d", g.Selected(), g.cursor)
	}
}

func TestGridWidthIsRemembered(t *testing.T) {
	g := personGrid("people")
	shown(t, g, 600, 400)
	g.SetRows(people(3))
	g.head.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(280, 5)}})
	if g.head.Cursor() != desktop.HResizeCursor {
		t.Fatal("the edge shows no cursor")
	}
	g.head.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(320, 5)}, Dragged: fyne.NewDelta(40, 0)})
	g.head.DragEnd()
	if g.widths[1] != 260 {
		t.Fatalf("width is %v", g.widths[1])
	}
	if again := personGrid("people"); again.widths[1] != 260 {
		t.Errorf("the next grid starts with %v", again.widths[1])
	}
}

func TestTree(t *testing.T) {
	tr := NewTree("", Column[Twig[string]]{Key: "n", Title: "Đơn vị", Width: 300, Text: func(w Twig[string]) string { return w.Value }})
	shown(t, tr.Grid, 400, 300)
	tr.SetRoots([]Branch[string]{{"a", "Sở", []Branch[string]{{"b", "Phòng", nil}, {"c", "Chi cục", []Branch[string]{{"d", "Trạm", nil}}}}}, {"e", "Huyện", nil}})
	if tr.Len() != 5 {
		t.Fatalf("%d rows", tr.Len())
	}
	tr.Select(0)
	key(tr.Grid, fyne.KeyLeft)
	if tr.Len() != 2 {
		t.Errorf("closed: %d rows", tr.Len())
	}
	if !tr.Reach("d") || tr.Len() != 5 {
		t.Errorf("Reach opens to %d rows", tr.Len())
	}
	key(tr.Grid, fyne.KeyLeft)
	if w, _ := tr.Current(); w.ID != "c" {
		t.Errorf("Left on a leaf goes to %q", w.ID)
	}
}

func BenchmarkGridScroll(b *testing.B) {
	a := test.NewApp()
	defer a.Quit()
	g := personGrid("")
	w := test.NewWindow(g)
	defer w.Close()
	w.Resize(fyne.NewSize(1100, 650))
	g.SetRows(people(100000))
	for i := 0; b.Loop(); i++ {
		g.scroll.Offset = fyne.NewPos(0, float32(i*26%2600000))
		g.body.layout()
	}
}
