package kit

import (
	"image/color"

	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// CreateRenderer implements fyne.Widget.
func (g *Grid[T]) CreateRenderer() fyne.WidgetRenderer {
	g.body = &gridBody[T]{g: g, hover: -1, down: -1}
	g.body.ExtendBaseWidget(g.body)
	g.head = &gridHead[T]{g: g, over: -1, drag: -1}
	g.head.ExtendBaseWidget(g.head)
	g.scroll = container.NewScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) {
		g.head.layout()
		g.body.layout()
	}
	r := &gridRenderer[T]{g: g, paper: canvas.NewRectangle(theme.Paper), frame: canvas.NewRectangle(color.Transparent)}
	r.frame.StrokeColor, r.frame.StrokeWidth = theme.Line, 1
	r.clip = container.NewClip(g.head)
	return r
}

type gridRenderer[T any] struct {
	g            *Grid[T]
	paper, frame *canvas.Rectangle
	clip         *container.Clip
}

func (r *gridRenderer[T]) Layout(s fyne.Size) {
	g := r.g
	r.paper.Resize(s)
	r.frame.Resize(s)
	r.clip.Resize(fyne.NewSize(s.Width, theme.HeadHeight))
	g.head.Resize(fyne.NewSize(s.Width, theme.HeadHeight))
	g.scroll.Move(fyne.NewPos(0, theme.HeadHeight))
	g.scroll.Resize(fyne.NewSize(s.Width, max(0, s.Height-theme.HeadHeight)))
	if g.empty != nil {
		g.empty.Move(fyne.NewPos(0, theme.HeadHeight))
		g.empty.Resize(fyne.NewSize(s.Width, max(0, s.Height-theme.HeadHeight)))
	}
	g.relayout()
}

func (r *gridRenderer[T]) MinSize() fyne.Size {
	return fyne.NewSize(120, theme.HeadHeight+3*theme.RowHeight)
}

func (r *gridRenderer[T]) Objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{r.paper, r.g.scroll, r.clip}
	if r.g.empty != nil && len(r.g.rows) == 0 {
		o = append(o, r.g.empty)
	}
	return append(o, r.frame)
}

func (r *gridRenderer[T]) Refresh() {
	if r.g.empty != nil {
		r.Layout(r.g.Size())
	} else {
		r.g.relayout()
	}
	canvas.Refresh(r.g)
}

func (r *gridRenderer[T]) Destroy() {}

// relayout is called when the number of rows, the widths or the size changed.
func (g *Grid[T]) relayout() {
	if g.body == nil {
		return
	}
	if g.empty != nil {
		if len(g.rows) == 0 {
			g.empty.Show()
		} else {
			g.empty.Hide()
		}
		canvas.Refresh(g)
	}
	g.stretch()
	g.body.Resize(g.body.MinSize())
	g.scroll.Refresh() // puts the offset back inside the content, moves the bars
	g.head.layout()
	g.body.layout()
}

// repaint shows again what is in sight: selection, focus, rows that arrived.
func (g *Grid[T]) repaint() {
	if g.body != nil {
		g.body.layout()
	}
}

func (g *Grid[T]) visibleRows() int {
	if g.scroll == nil {
		return 1
	}
	return int(g.scroll.Size().Height / theme.RowHeight)
}

// Reveal scrolls a row fully into sight.
func (g *Grid[T]) Reveal(at int) {
	if g.scroll == nil {
		return
	}
	top, h := float32(at)*theme.RowHeight, g.scroll.Size().Height
	off := g.scroll.Offset
	if g.totalWidth() > g.scroll.Size().Width { // the horizontal bar lies over the last row
		h -= theme.New().Size("scrollBar")
	}
	switch {
	case top < off.Y:
		off.Y = top
	case top+theme.RowHeight > off.Y+h:
		off.Y = top + theme.RowHeight - h
	default:
		return
	}
	off.Y = max(0, off.Y)
	g.scroll.ScrollToOffset(off)
	g.head.layout()
	g.body.layout()
}

func (g *Grid[T]) scrollX(d float32) {
	if g.scroll == nil {
		return
	}
	off := g.scroll.Offset
	off.X = min(max(0, off.X+d), max(0, g.totalWidth()-g.scroll.Size().Width))
	g.scroll.ScrollToOffset(off)
	g.head.layout()
	g.body.layout()
}

// barRoom keeps the last column clear of the scroll bar.
const barRoom float32 = 8

// stretch gives the growing column the room the others leave.
func (g *Grid[T]) stretch() {
	g.shown = append(g.shown[:0], g.widths...)
	room := g.scroll.Size().Width
	if float32(len(g.rows))*theme.RowHeight > g.scroll.Size().Height {
		room -= barRoom
	}
	for _, w := range g.widths {
		room -= w
	}
	if room <= 0 {
		return
	}
	for i := range g.Columns {
		if g.Columns[i].Grow {
			g.shown[i] += room
			return
		}
	}
}

func (g *Grid[T]) totalWidth() float32 {
	var w float32
	for _, cw := range g.widths {
		w += cw
	}
	return w
}

// width is a column's width as drawn.
func (g *Grid[T]) width(i int) float32 {
	if i < len(g.shown) {
		return g.shown[i]
	}
	return g.widths[i]
}

// gridBody is what scrolls. Its objects are the rows in sight, nothing else.
type gridBody[T any] struct {
	widget.BaseWidget
	g     *Grid[T]
	slots []*gridRow
	hover int
	link  bool // the pointer is over a cell that opens something
	down  int  // column the button went down over, -1 for none that opens
}

type gridRow struct {
	at    int
	back  *canvas.Rectangle
	chips []*canvas.Rectangle
	icons []*canvas.Image
	texts []*canvas.Text
	full  []string // what texts were cut from
	cut   []float32
}

func (b *gridBody[T]) CreateRenderer() fyne.WidgetRenderer { return &gridBodyRenderer[T]{b: b} }

func (b *gridBody[T]) MinSize() fyne.Size {
	w := b.g.totalWidth()
	if b.g.scroll != nil {
		w = max(w, b.g.scroll.Size().Width)
	}
	h := float32(len(b.g.rows)) * theme.RowHeight
	if b.g.scroll != nil && b.g.totalWidth() > b.g.scroll.Size().Width {
		h += theme.New().Size("scrollBar") // room for the bar under the last row
	}
	return fyne.NewSize(w, h)
}

func (b *gridBody[T]) rowAt(y float32) int {
	at := int(y / theme.RowHeight)
	if y < 0 || at >= len(b.g.rows) {
		return -1
	}
	return at
}

func (b *gridBody[T]) layout() {
	g := b.g
	view := g.scroll.Size()
	n := 0
	first := max(0, int(g.scroll.Offset.Y/theme.RowHeight))
	if view.Height > 0 && len(g.rows) > 0 {
		n = min(int(math.Ceil(float64(view.Height/theme.RowHeight)))+1, len(g.rows)-first)
	}
	n = max(n, 0)
	if len(b.slots) < n {
		for len(b.slots) < n {
			b.slots = append(b.slots, newGridRow(len(g.Columns)))
		}
	}
	width := b.MinSize().Width
	used := map[int]bool{}
	for at := first; at < first+n; at++ {
		s := at % len(b.slots)
		used[s] = true
		b.paint(b.slots[s], at, width)
	}
	for i, s := range b.slots {
		if !used[i] {
			s.hide()
		}
	}
	canvas.Refresh(b)
}

func newGridRow(cols int) *gridRow {
	r := &gridRow{at: -1, back: canvas.NewRectangle(theme.Paper)}
	r.chips = make([]*canvas.Rectangle, cols)
	r.icons = make([]*canvas.Image, cols)
	r.texts = make([]*canvas.Text, cols)
	r.full = make([]string, cols)
	r.cut = make([]float32, cols)
	for i := range r.texts {
		t := canvas.NewText("", theme.Ink)
		t.TextSize = theme.TextSize
		r.texts[i] = t
	}
	return r
}

func (r *gridRow) hide() {
	r.at = -1
	r.back.Hide()
	for i, t := range r.texts {
		t.Hide()
		if r.chips[i] != nil {
			r.chips[i].Hide()
		}
		if r.icons[i] != nil {
			r.icons[i].Hide()
		}
	}
}

var lineHeight = map[float32]float32{}

func textHeight(size float32) float32 {
	h, ok := lineHeight[size]
	if !ok {
		h = fyne.MeasureText("Ặg", size, fyne.TextStyle{}).Height
		lineHeight[size] = h
	}
	return h
}

func (b *gridBody[T]) paint(r *gridRow, at int, width float32) {
	g := b.g
	row, ok := g.Row(at)
	y := float32(at) * theme.RowHeight
	fill := theme.Paper
	switch {
	case g.selected[at] && g.focused:
		fill = theme.Selected
	case g.selected[at]:
		fill = theme.SelectedOff
	case at == b.hover:
		fill = theme.Hover
	case at%2 == 1:
		fill = theme.Stripe
	}
	r.at = at
	r.back.Move(fyne.NewPos(0, y))
	r.back.Resize(fyne.NewSize(width, theme.RowHeight))
	stroke, strokeWidth := theme.Line, float32(0)
	if at == g.cursor && g.focused {
		stroke, strokeWidth = theme.Primary, 1
	}
	if r.back.FillColor != fill || r.back.StrokeWidth != strokeWidth {
		r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = fill, stroke, strokeWidth
		r.back.Refresh()
	}
	r.back.Show()
	rowTone := theme.Plain
	if ok && g.RowTone != nil {
		rowTone = g.RowTone(row)
	}
	x := float32(0)
	th := textHeight(theme.TextSize)
	for i := range g.Columns {
		c := &g.Columns[i]
		w := g.width(i)
		text, tone := "…", theme.Soft
		if ok {
			text, tone = c.Text(row), rowTone
			if c.Tone != nil {
				if own := c.Tone(row); own != theme.Plain || c.Chip {
					tone = own
				}
			}
		}
		inner, shift := w-2*theme.CellPad, float32(0)
		if ok {
			shift = b.paintIcon(r, i, c, row, x, y)
		}
		if c.Chip {
			inner -= theme.CellPad
			shift += theme.CellPad / 2
		}
		inner -= shift
		t := r.texts[i]
		dirty := false
		if r.full[i] != text || r.cut[i] != inner {
			r.full[i], r.cut[i] = text, inner
			if s := Cut(text, inner, theme.TextSize, c.Bold); s != t.Text {
				t.Text, dirty = s, true
			}
		}
		if fore := tone.Fore(); t.Color != fore {
			t.Color, dirty = fore, true
		}
		if t.TextStyle.Bold != c.Bold || t.Alignment != c.Align {
			t.TextStyle.Bold, t.Alignment, dirty = c.Bold, c.Align, true
		}
		t.Move(fyne.NewPos(x+theme.CellPad+shift, y+(theme.RowHeight-th)/2))
		t.Resize(fyne.NewSize(max(0, inner), th))
		t.Hidden = false
		if dirty {
			t.Refresh()
		}
		b.paintChip(r, i, c.Chip && text != "" && ok && tone != theme.Plain, tone, x, y, w)
		x += w
	}
}

// paintIcon places a cell's icon and tells how far its text moves right.
func (b *gridBody[T]) paintIcon(r *gridRow, i int, c *Column[T], row T, x, y float32) float32 {
	var shift float32
	if c.Indent != nil {
		shift = float32(c.Indent(row)) * indentStep
	}
	if c.Icon == nil {
		return shift
	}
	res := c.Icon(row)
	if res == nil {
		if r.icons[i] != nil {
			r.icons[i].Hide()
		}
		return shift + iconRoom
	}
	if r.icons[i] == nil {
		r.icons[i] = canvas.NewImageFromResource(res)
		r.icons[i].FillMode = canvas.ImageFillContain
	}
	img := r.icons[i]
	if img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
	img.Move(fyne.NewPos(x+theme.CellPad+shift-2, y+(theme.RowHeight-16)/2))
	img.Resize(fyne.NewSquareSize(16))
	img.Show()
	return shift + iconRoom
}

const iconRoom float32 = 18

// iconAt tells whether a point of a row lies on the icon of one of its cells.
func (b *gridBody[T]) iconAt(at int, px float32) bool {
	g := b.g
	row, ok := g.Row(at)
	if !ok {
		return false
	}
	var x float32
	for i := range g.Columns {
		c := &g.Columns[i]
		if c.Icon != nil && c.Icon(row) != nil {
			left := x + theme.CellPad - 2
			if c.Indent != nil {
				left += float32(c.Indent(row)) * indentStep
			}
			if px >= left-2 && px <= left+iconRoom {
				return true
			}
		}
		x += g.width(i)
	}
	return false
}

func (b *gridBody[T]) paintChip(r *gridRow, i int, show bool, tone theme.Tone, x, y, w float32) {
	if !show {
		if r.chips[i] != nil {
			r.chips[i].Hide()
		}
		return
	}
	if r.chips[i] == nil {
		r.chips[i] = canvas.NewRectangle(tone.Back())
		r.chips[i].CornerRadius = 4
	}
	chip := r.chips[i]
	tw := min(w-theme.CellPad, TextWidth(r.texts[i].Text, theme.TextSize, false)+2*theme.CellPad)
	chip.Move(fyne.NewPos(x+theme.CellPad/2, y+3))
	chip.Resize(fyne.NewSize(max(0, tw), theme.RowHeight-6))
	if chip.FillColor != tone.Back() {
		chip.FillColor = tone.Back()
		chip.Refresh()
	}
	chip.Show()
}

// MouseDown selects; Ctrl adds, Shift extends.
func (b *gridBody[T]) MouseDown(ev *desktop.MouseEvent) {
	g := b.g
	if c := canvasOf(g); c != nil {
		c.Focus(g)
	}
	at := b.rowAt(ev.Position.Y)
	b.down = -1
	if at < 0 {
		return
	}
	if ev.Button == desktop.MouseButtonSecondary {
		if !g.selected[at] {
			g.moveTo(at, false)
		}
		return
	}
	if g.OnIcon != nil && b.iconAt(at, ev.Position.X) {
		g.OnIcon(at)
		return
	}
	switch {
	case g.Multi && ev.Modifier&fyne.KeyModifierControl != 0:
		g.toggle(at)
	default:
		g.moveTo(at, ev.Modifier&fyne.KeyModifierShift != 0)
		if ev.Modifier == 0 {
			b.down = b.linkAt(at, ev.Position.X)
		}
	}
}

// DoubleTapped opens the row.
func (b *gridBody[T]) DoubleTapped(ev *fyne.PointEvent) {
	if at := b.rowAt(ev.Position.Y); at >= 0 && at == b.g.cursor {
		b.g.open(at)
	}
}

// TappedSecondary shows the row's menu.
func (b *gridBody[T]) TappedSecondary(ev *fyne.PointEvent) {
	if b.g.OnMenu != nil && b.rowAt(ev.Position.Y) >= 0 {
		b.g.OnMenu(ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *gridBody[T]) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved shades the row under the pointer.
func (b *gridBody[T]) MouseMoved(ev *desktop.MouseEvent) {
	at := b.rowAt(ev.Position.Y)
	b.link = b.linkAt(at, ev.Position.X) >= 0
	if at != b.hover {
		b.hover = at
		b.layout()
	}
}

// MouseOut implements desktop.Hoverable.
func (b *gridBody[T]) MouseOut() {
	if b.hover >= 0 {
		b.hover = -1
		b.layout()
	}
}

type gridBodyRenderer[T any] struct {
	b       *gridBody[T]
	objects []fyne.CanvasObject
}

func (r *gridBodyRenderer[T]) Layout(fyne.Size)   {}
func (r *gridBodyRenderer[T]) MinSize() fyne.Size { return r.b.MinSize() }
func (r *gridBodyRenderer[T]) Refresh()           {}
func (r *gridBodyRenderer[T]) Destroy()           {}

func (r *gridBodyRenderer[T]) Objects() []fyne.CanvasObject {
	r.objects = r.objects[:0]
	for _, s := range r.b.slots {
		if s.at < 0 {
			continue
		}
		r.objects = append(r.objects, s.back)
		for i, t := range s.texts {
			if c := s.chips[i]; c != nil && !c.Hidden {
				r.objects = append(r.objects, c)
			}
			if im := s.icons[i]; im != nil && !im.Hidden {
				r.objects = append(r.objects, im)
			}
			if t.Text != "" {
				r.objects = append(r.objects, t)
			}
		}
	}
	return r.objects
}
