package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
	"thidua/ui/words"
)

// rail is the side menu.
type rail struct {
	widget.BaseWidget
	items  map[string]*railItem
	name   *canvas.Text
	scroll *container.Scroll
	box    *fyne.Container
}

// railNarrow is the menu's width when only its signs are shown.
const railNarrow float32 = 46

func newRail(list []area, open func(string)) *rail {
	r := &rail{items: map[string]*railItem{}}
	r.name = canvas.NewText(words.AppName, theme.Paper)
	name := r.name
	name.TextStyle.Bold = true
	name.TextSize = theme.TextSize
	sign := canvas.NewImageFromResource(theme.AppIcon())
	sign.FillMode = canvas.ImageFillContain
	sign.SetMinSize(fyne.NewSquareSize(26))
	head := container.NewPadded(container.NewBorder(nil, nil, sign, nil, container.New(headName{}, name)))
	col := container.New(railColumn{})
	for i, a := range list {
		if i > 0 && slices.Contains(groupStarts, a.code) {
			line := canvas.NewRectangle(theme.RailHover)
			line.SetMinSize(fyne.NewSize(1, railGap))
			col.Add(line)
		}
		it := newRailItem(a, open)
		it.seen = r.reveal
		r.items[a.code] = it
		col.Add(it)
	}
	r.scroll = container.NewVScroll(col)
	r.box = container.NewStack(canvas.NewRectangle(theme.Rail), container.NewBorder(head, nil, nil, nil, r.scroll))
	r.ExtendBaseWidget(r)
	return r
}

// headName places the program's name beside its sign without asking for room.
type headName struct{}

func (headName) Layout(os []fyne.CanvasObject, s fyne.Size) {
	h := os[0].MinSize().Height
	os[0].Move(fyne.NewPos(4, (s.Height-h)/2))
	os[0].Resize(fyne.NewSize(s.Width, h))
}

func (headName) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 26) }

// Items are high enough to be hit easily while there is room; with many areas on a
// low screen they move together, and only then the menu scrolls.
const (
	railHigh float32 = 36
	railLow  float32 = 27
	railGap  float32 = 7 // with a thin line in it, between groups
)

// railColumn stacks the items, all equally high.
type railColumn struct{}

func (railColumn) Layout(os []fyne.CanvasObject, s fyne.Size) {
	room, items := s.Height, float32(0)
	for _, o := range os {
		if _, ok := o.(*railItem); ok {
			items++
		} else {
			room -= railGap
		}
	}
	high := min(railHigh, max(railLow, room/max(1, items)))
	y := float32(0)
	for _, o := range os {
		if _, ok := o.(*railItem); !ok {
			o.Move(fyne.NewPos(12, y+railGap/2))
			o.Resize(fyne.NewSize(max(0, s.Width-24), 1))
			y += railGap
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(s.Width, high))
		y += high
	}
}

func (railColumn) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h += o.MinSize().Height
	}
	return fyne.NewSize(railNarrow, h)
}

// collapse leaves only the signs, or brings the words back.
func (r *rail) collapse(on bool) {
	if r.name.Hidden == on {
		return
	}
	r.name.Hidden = on
	for _, it := range r.items {
		it.label.Hidden = on
	}
	r.Refresh()
}

func (r *rail) mark(code string) {
	for c, it := range r.items {
		it.set(c == code)
	}
	r.reveal(r.items[code])
}

// reveal scrolls the menu so far that an item is in sight.
func (r *rail) reveal(it *railItem) {
	room := r.scroll.Size().Height
	if it == nil || room < railLow {
		return
	}
	top, foot := it.Position().Y, it.Position().Y+it.Size().Height
	switch y := r.scroll.Offset.Y; {
	case top < y:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case foot > y+room:
		r.scroll.ScrollToOffset(fyne.NewPos(0, foot-room))
	}
}

func (r *rail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *rail) MinSize() fyne.Size { return fyne.NewSize(railNarrow, 200) }

// railItem is one line of the menu; Enter or Space opens it.
type railItem struct {
	widget.BaseWidget
	a         area
	open      func(string)
	back, bar *canvas.Rectangle
	ring      *canvas.Rectangle
	label     *canvas.Text
	on, over  bool
	focused   bool
	seen      func(*railItem) // brings it into sight when the keyboard comes to it
}

func newRailItem(a area, open func(string)) *railItem {
	it := &railItem{a: a, open: open, back: canvas.NewRectangle(theme.Rail), bar: canvas.NewRectangle(theme.Rail), ring: canvas.NewRectangle(theme.Rail)}
	it.label = canvas.NewText(a.label, theme.RailText)
	it.label.TextSize = theme.TextSize + 0.5
	it.ExtendBaseWidget(it)
	return it
}

func (it *railItem) CreateRenderer() fyne.WidgetRenderer {
	icon := widget.NewIcon(theme.RailIcon(it.a.icon))
	return &railItemRenderer{it: it, icon: icon, objs: []fyne.CanvasObject{it.ring, it.back, it.bar, icon, it.label}}
}

type railItemRenderer struct {
	it   *railItem
	icon *widget.Icon
	objs []fyne.CanvasObject
}

func (r *railItemRenderer) Layout(s fyne.Size) {
	it := r.it
	it.ring.Resize(s)
	it.back.Move(fyne.NewPos(1, 1))
	it.back.Resize(fyne.NewSize(s.Width-2, s.Height-2))
	it.bar.Resize(fyne.NewSize(4, s.Height))
	r.icon.Move(fyne.NewPos(14, (s.Height-18)/2))
	r.icon.Resize(fyne.NewSquareSize(18))
	h := it.label.MinSize().Height
	it.label.Move(fyne.NewPos(42, (s.Height-h)/2))
	it.label.Resize(fyne.NewSize(s.Width-46, h))
}

func (r *railItemRenderer) MinSize() fyne.Size           { return fyne.NewSize(railNarrow, railLow) }
func (r *railItemRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *railItemRenderer) Refresh()                     { canvas.Refresh(r.it) }
func (r *railItemRenderer) Destroy()                     {}

func (it *railItem) set(on bool) {
	it.on = on
	it.paint()
}

func (it *railItem) paint() {
	fill, bar, ring := theme.Rail, theme.Rail, theme.Rail
	switch {
	case it.on:
		fill, bar, ring = theme.RailOn, theme.Paper, theme.RailOn
	case it.over:
		fill, bar, ring = theme.RailHover, theme.RailHover, theme.RailHover
	}
	if it.focused {
		ring = theme.RailText
	}
	it.back.FillColor, it.bar.FillColor, it.ring.FillColor = fill, bar, ring
	it.label.TextStyle.Bold = it.on
	it.label.Color = theme.RailText
	if it.on {
		it.label.Color = theme.Paper
	}
	it.Refresh()
}

func (it *railItem) Tapped(*fyne.PointEvent)        { it.open(it.a.code) }
func (it *railItem) MouseIn(*desktop.MouseEvent)    { it.over = true; it.paint() }
func (it *railItem) MouseMoved(*desktop.MouseEvent) {}
func (it *railItem) MouseOut()                      { it.over = false; it.paint() }
func (it *railItem) FocusGained()                   { it.focused = true; it.paint(); it.seen(it) }
func (it *railItem) FocusLost()                     { it.focused = false; it.paint() }
func (it *railItem) TypedRune(rune)                 {}

func (it *railItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		it.open(it.a.code)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(it); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
	}
}
