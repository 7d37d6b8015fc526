package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// Split divides a place in two with a bar one can drag; where it stands is
// remembered. Neither side ever gets smaller than it can bear, so no list is laid
// out with no room.
type Split struct {
	widget.BaseWidget
	First, Second fyne.CanvasObject
	name          string
	vertical      bool // one above the other
	share         float32
	bar           *splitBar
}

// NewHSplit puts two things side by side; share is the first one's part to begin with.
func NewHSplit(name string, share float32, first, second fyne.CanvasObject) *Split {
	return newSplit(name, share, first, second, false)
}

// NewVSplit puts one above the other.
func NewVSplit(name string, share float32, first, second fyne.CanvasObject) *Split {
	return newSplit(name, share, first, second, true)
}

func newSplit(name string, share float32, a, b fyne.CanvasObject, vertical bool) *Split {
	s := &Split{First: a, Second: b, name: name, vertical: vertical, share: share}
	if name != "" {
		s.share = Recall("split."+name, share)
	}
	if d, ok := b.(*Detail); ok {
		d.split = s
	}
	s.bar = &splitBar{s: s}
	s.bar.ExtendBaseWidget(s.bar)
	s.ExtendBaseWidget(s)
	return s
}

const (
	barWidth  float32 = 7
	waitWidth float32 = 250 // of a detail that waits for something to be chosen
)

// SetShare moves the bar.
func (s *Split) SetShare(v float32) {
	s.share = min(max(v, 0), 1)
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer { return &splitRenderer{s} }

type splitRenderer struct{ s *Split }

func (r *splitRenderer) Layout(size fyne.Size) {
	s := r.s
	if !s.Second.Visible() {
		s.bar.Hide()
		s.First.Move(fyne.Position{})
		s.First.Resize(size)
		return
	}
	s.bar.Show()
	long, minA, minB := size.Width, s.First.MinSize().Width, s.Second.MinSize().Width
	if s.vertical {
		long, minA, minB = size.Height, s.First.MinSize().Height, s.Second.MinSize().Height
	}
	room := max(0, long-barWidth)
	a := room * s.share
	if d, ok := s.Second.(*Detail); ok && d.waiting && !s.vertical {
		a = max(a, room-waitWidth)
	}
	a = max(min(a, room-minB), min(minA, room))
	if s.vertical {
		s.First.Move(fyne.Position{})
		s.First.Resize(fyne.NewSize(size.Width, a))
		s.bar.Move(fyne.NewPos(0, a))
		s.bar.Resize(fyne.NewSize(size.Width, barWidth))
		s.Second.Move(fyne.NewPos(0, a+barWidth))
		s.Second.Resize(fyne.NewSize(size.Width, max(0, room-a)))
		return
	}
	s.First.Move(fyne.Position{})
	s.First.Resize(fyne.NewSize(a, size.Height))
	s.bar.Move(fyne.NewPos(a, 0))
	s.bar.Resize(fyne.NewSize(barWidth, size.Height))
	s.Second.Move(fyne.NewPos(a+barWidth, 0))
	s.Second.Resize(fyne.NewSize(max(0, room-a), size.Height))
}

func (r *splitRenderer) MinSize() fyne.Size {
	a, b := r.s.First.MinSize(), r.s.Second.MinSize()
	if !r.s.Second.Visible() {
		return a
	}
	if r.s.vertical {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+barWidth)
	}
	return fyne.NewSize(a.Width+b.Width+barWidth, max(a.Height, b.Height))
}

func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.First, r.s.bar, r.s.Second}
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *splitRenderer) Destroy() {}

type splitBar struct {
	widget.BaseWidget
	s    *Split
	line *canvas.Rectangle
}

func (b *splitBar) CreateRenderer() fyne.WidgetRenderer {
	b.line = canvas.NewRectangle(theme.Line)
	b.line.CornerRadius = 2
	return &splitBarRenderer{b}
}

type splitBarRenderer struct{ b *splitBar }

func (r *splitBarRenderer) Layout(s fyne.Size) {
	if r.b.s.vertical {
		r.b.line.Move(fyne.NewPos(s.Width/2-18, s.Height/2-1.5))
		r.b.line.Resize(fyne.NewSize(36, 3))
		return
	}
	r.b.line.Move(fyne.NewPos(s.Width/2-1.5, s.Height/2-18))
	r.b.line.Resize(fyne.NewSize(3, 36))
}

func (r *splitBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, barWidth) }
func (r *splitBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.line} }
func (r *splitBarRenderer) Destroy()                     {}
func (r *splitBarRenderer) Refresh()                     { canvas.Refresh(r.b) }

// Dragged moves the bar.
func (b *splitBar) Dragged(ev *fyne.DragEvent) {
	s := b.s
	if s.vertical {
		if h := s.Size().Height - barWidth; h > 0 {
			s.SetShare((s.First.Size().Height + ev.Dragged.DY) / h)
		}
		return
	}
	if w := s.Size().Width - barWidth; w > 0 {
		s.SetShare((s.First.Size().Width + ev.Dragged.DX) / w)
	}
}

// DragEnd remembers where it stands.
func (b *splitBar) DragEnd() {
	if b.s.name != "" {
		Remember("split."+b.s.name, b.s.share)
	}
}

// Cursor shows that it can be dragged.
func (b *splitBar) Cursor() desktop.Cursor {
	if b.s.vertical {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// MouseIn implements desktop.Hoverable.
func (b *splitBar) MouseIn(*desktop.MouseEvent) { b.shade(theme.Border) }

// MouseMoved implements desktop.Hoverable.
func (b *splitBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *splitBar) MouseOut() { b.shade(theme.Line) }

func (b *splitBar) shade(c interface {
	RGBA() (r, g, b, a uint32)
}) {
	if b.line != nil {
		b.line.FillColor = c
		b.line.Refresh()
	}
}
