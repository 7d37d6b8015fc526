package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// gridHead is the row of headings: a click sorts, the right edge is dragged to
// widen a column, a double click on the edge fits it to the rows in sight.
type gridHead[T any] struct {
	widget.BaseWidget
	g     *Grid[T]
	back  *canvas.Rectangle
	lines []*canvas.Rectangle
	texts []*canvas.Text
	arrow *widget.Icon
	over  int // column whose right edge the pointer is on, -1: none
	drag  int
}

// grip is how near the pointer must be to an edge to take hold of it.
const grip float32 = 5

func (h *gridHead[T]) CreateRenderer() fyne.WidgetRenderer {
	h.back = canvas.NewRectangle(theme.Head)
	h.arrow = widget.NewIcon(fynetheme.MenuDropDownIcon())
	objs := []fyne.CanvasObject{h.back}
	for range h.g.Columns {
		t := canvas.NewText("", theme.Ink)
		t.TextSize, t.TextStyle.Bold = theme.TextSize, true
		l := canvas.NewRectangle(theme.Line)
		h.texts, h.lines = append(h.texts, t), append(h.lines, l)
		objs = append(objs, t, l)
	}
	objs = append(objs, h.arrow)
	h.layout()
	return widget.NewSimpleRenderer(&headObjects{objs: objs, lay: h.layout})
}

// headObjects lets the heading place its own objects when it is resized.
type headObjects struct {
	widget.BaseWidget
	objs []fyne.CanvasObject
	lay  func()
}

func (o *headObjects) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{o} }

type headRenderer struct{ o *headObjects }

func (r *headRenderer) Layout(fyne.Size)             { r.o.lay() }
func (r *headRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, theme.HeadHeight) }
func (r *headRenderer) Refresh()                     { r.o.lay() }
func (r *headRenderer) Destroy()                     {}
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.o.objs }

func (h *gridHead[T]) MinSize() fyne.Size { return fyne.NewSize(1, theme.HeadHeight) }

func (h *gridHead[T]) layout() {
	if h.back == nil {
		return
	}
	g := h.g
	var off float32
	if g.scroll != nil {
		off = g.scroll.Offset.X
	}
	h.back.Resize(fyne.NewSize(max(h.Size().Width, 1), theme.HeadHeight))
	x := -off
	th := textHeight(theme.TextSize)
	h.arrow.Hide()
	for i, c := range g.Columns {
		w := g.width(i)
		inner := w - 2*theme.CellPad
		if i == g.sortCol {
			inner -= 14
			res := fynetheme.MenuDropDownIcon()
			if !g.sortDesc {
				res = fynetheme.MenuDropUpIcon()
			}
			h.arrow.SetResource(res)
			h.arrow.Move(fyne.NewPos(x+w-18, (theme.HeadHeight-16)/2))
			h.arrow.Resize(fyne.NewSize(16, 16))
			h.arrow.Show()
		}
		t := h.texts[i]
		if s := Cut(c.Title, inner, theme.TextSize, true); s != t.Text || t.Alignment != c.Align {
			t.Text, t.Alignment = s, c.Align
			t.Refresh()
		}
		t.Move(fyne.NewPos(x+theme.CellPad, (theme.HeadHeight-th)/2))
		t.Resize(fyne.NewSize(max(0, inner), th))
		h.lines[i].Move(fyne.NewPos(x+w-1, 4))
		h.lines[i].Resize(fyne.NewSize(1, theme.HeadHeight-8))
		x += w
	}
	canvas.Refresh(h)
}

func (h *gridHead[T]) columnAt(x float32) (col int, edge int) {
	left := float32(0)
	if h.g.scroll != nil {
		left = -h.g.scroll.Offset.X
	}
	col, edge = -1, -1
	for i := range h.g.widths {
		right := left + h.g.width(i)
		if x >= right-grip && x <= right+grip {
			edge = i
		}
		if x >= left && x < right {
			col = i
		}
		left = right
	}
	return col, edge
}

// Tapped sorts by the column, and the other way round the second time.
func (h *gridHead[T]) Tapped(ev *fyne.PointEvent) {
	col, edge := h.columnAt(ev.Position.X)
	if col < 0 || edge >= 0 {
		return
	}
	h.g.SortBy(h.g.Columns[col].Key, h.g.sortCol == col && !h.g.sortDesc)
}

// MouseIn implements desktop.Hoverable.
func (h *gridHead[T]) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved notes whether the pointer is on an edge.
func (h *gridHead[T]) MouseMoved(ev *desktop.MouseEvent) {
	_, h.over = h.columnAt(ev.Position.X)
}

// MouseOut implements desktop.Hoverable.
func (h *gridHead[T]) MouseOut() { h.over = -1 }

// Cursor shows that an edge can be dragged.
func (h *gridHead[T]) Cursor() desktop.Cursor {
	if h.over >= 0 || h.drag >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// Dragged widens the column whose edge was taken.
func (h *gridHead[T]) Dragged(ev *fyne.DragEvent) {
	if h.drag < 0 {
		_, h.drag = h.columnAt(ev.Position.X - ev.Dragged.DX)
		if h.drag < 0 {
			h.drag = h.over
		}
		if h.drag < 0 {
			return
		}
	}
	h.g.SetWidth(h.drag, h.g.widths[h.drag]+ev.Dragged.DX)
}

// DragEnd remembers the width.
func (h *gridHead[T]) DragEnd() {
	if h.drag >= 0 && h.g.Name != "" {
		Remember("grid."+h.g.Name+"."+h.g.Columns[h.drag].Key, h.g.widths[h.drag])
	}
	h.drag = -1
}

// SetWidth widens or narrows a column.
func (g *Grid[T]) SetWidth(col int, w float32) {
	g.widths[col] = max(minColumn, w)
	g.relayout()
}
