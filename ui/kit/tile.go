package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// Tile is a figure that opens the list behind it, with the mouse or with Enter.
type Tile struct {
	widget.BaseWidget
	OnOpen func()

	number, label, note *canvas.Text
	back, bar           *canvas.Rectangle
	noteText, labelText string
	over, focused       bool
}

// NewTile makes one.
func NewTile(number, label, note string, tone Tone, open func()) *Tile {
	t := &Tile{OnOpen: open, back: canvas.NewRectangle(theme.Paper), bar: canvas.NewRectangle(tone.Fore()), noteText: note, labelText: label}
	t.back.CornerRadius, t.back.StrokeColor, t.back.StrokeWidth = 4, theme.Line, 1
	t.number = canvas.NewText(number, tone.Fore())
	t.number.TextSize, t.number.TextStyle.Bold = 24, true
	t.label = Text(label, Plain)
	t.label.TextStyle.Bold = true
	t.note = Small(note, Soft)
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer { return &tileRenderer{t} }

type tileRenderer struct{ t *Tile }

func (r *tileRenderer) Layout(s fyne.Size) {
	t := r.t
	t.back.Resize(s)
	t.bar.Move(fyne.NewPos(0, 6))
	t.bar.Resize(fyne.NewSize(4, s.Height-12))
	x, w := float32(14), s.Width-20
	nh := t.number.MinSize().Height
	t.number.Move(fyne.NewPos(x, 4))
	t.number.Resize(fyne.NewSize(w, nh))
	t.label.Text = Cut(t.labelText, w, theme.TextSize, true)
	t.label.Move(fyne.NewPos(x, 2+nh))
	t.label.Resize(fyne.NewSize(w, textHeight(theme.TextSize)))
	t.note.Text = Cut(t.noteText, w, theme.SmallSize, false)
	t.note.Move(fyne.NewPos(x, 2+nh+textHeight(theme.TextSize)))
	t.note.Resize(fyne.NewSize(w, textHeight(theme.SmallSize)))
}

func (r *tileRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, 8+r.t.number.MinSize().Height+textHeight(theme.TextSize)+textHeight(theme.SmallSize))
}

func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.back, r.t.bar, r.t.number, r.t.label, r.t.note}
}
func (r *tileRenderer) Refresh() { canvas.Refresh(r.t) }
func (r *tileRenderer) Destroy() {}

func (t *Tile) paint() {
	t.back.FillColor, t.back.StrokeColor, t.back.StrokeWidth = theme.Paper, theme.Line, 1
	if t.over {
		t.back.FillColor = theme.Hover
	}
	if t.focused {
		t.back.StrokeColor, t.back.StrokeWidth = theme.Primary, 2
	}
	t.Refresh()
}

// Tapped implements fyne.Tappable.
func (t *Tile) Tapped(*fyne.PointEvent) {
	if t.OnOpen != nil {
		t.OnOpen()
	}
}

// Cursor shows that it can be pressed.
func (t *Tile) Cursor() desktop.Cursor {
	if t.OnOpen == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn implements desktop.Hoverable.
func (t *Tile) MouseIn(*desktop.MouseEvent) { t.over = t.OnOpen != nil; t.paint() }

// MouseMoved implements desktop.Hoverable.
func (t *Tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tile) MouseOut() { t.over = false; t.paint() }

// FocusGained implements fyne.Focusable.
func (t *Tile) FocusGained() { t.focused = true; t.paint() }

// FocusLost implements fyne.Focusable.
func (t *Tile) FocusLost() { t.focused = false; t.paint() }

// TypedRune implements fyne.Focusable.
func (t *Tile) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Tile) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.Tapped(nil)
	default:
		passKey(t, ev)
	}
}
