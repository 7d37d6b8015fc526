package kit

import (
	"fmt"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
	"thidua/ui/words"
)

// Pages shows the pages of a document one under another as pictures, with zoom.
// It asks for a page's picture when the page comes into sight and keeps the last
// ones only: thousand-page lists cost no more than ten.
type Pages struct {
	widget.BaseWidget
	// OnWant asks for the picture of a page (from 0) at so many pixels across;
	// answer with Put.
	OnWant func(page, pixels int)

	sizes  []fyne.Size // of the pages, in points
	zoom   float32     // units per point; 0: fit the width
	fit    fitKind
	pics   map[int]*canvas.Image
	wide   map[int]int // pixels across of the picture kept
	asked  map[int]int
	use    []int
	sheets []*canvas.Rectangle
	body   *pagesBody
	scroll *container.Scroll
	where  *canvas.Text
	scale  *canvas.Text
	bar    *fyne.Container
	extra  *fyne.Container
	empty  fyne.CanvasObject
}

type fitKind uint8

const (
	fitWidth fitKind = iota
	fitPage
	fitNone
)

const (
	keptPics         = 12
	pageGap  float32 = 10
)

// NewPages makes a viewer; buttons stand at the right of its bar.
func NewPages(buttons ...fyne.CanvasObject) *Pages {
	p := &Pages{pics: map[int]*canvas.Image{}, wide: map[int]int{}, asked: map[int]int{}}
	p.body = &pagesBody{p: p}
	p.body.ExtendBaseWidget(p.body)
	p.scroll = container.NewScroll(p.body)
	p.scroll.OnScrolled = func(fyne.Position) { p.place() }
	p.where, p.scale = Text("", theme.Soft), Text("", theme.Soft)
	b := func(icon fyne.Resource, label string, do func()) *Button { return NewButton(label, icon, do).Flat() }
	p.bar = container.NewHBox(
		b(fynetheme.NavigateBackIcon(), "", func() { p.step(-1) }),
		container.NewCenter(p.where),
		b(fynetheme.NavigateNextIcon(), "", func() { p.step(1) }),
		widget.NewSeparator(),
		b(fynetheme.ZoomOutIcon(), "", func() { p.ZoomBy(1 / 1.2) }),
		container.NewCenter(p.scale),
		b(fynetheme.ZoomInIcon(), "", func() { p.ZoomBy(1.2) }),
		b(nil, words.FitWidth, func() { p.setFit(fitWidth) }),
		b(nil, words.FitPage, func() { p.setFit(fitPage) }),
	)
	p.extra = container.NewHBox(buttons...)
	p.empty = Empty(fynetheme.DocumentIcon(), words.NoPages, "")
	p.ExtendBaseWidget(p)
	return p
}

// SetEmpty gives what to show while there is no document.
func (p *Pages) SetEmpty(o fyne.CanvasObject) {
	p.empty = o
	p.Refresh()
}

// SetPages shows a document of pages with these sizes in points; none: nothing.
func (p *Pages) SetPages(sizes []fyne.Size) {
	p.sizes = sizes
	p.pics, p.wide, p.asked, p.use, p.sheets = map[int]*canvas.Image{}, map[int]int{}, map[int]int{}, nil, nil
	for range sizes {
		r := canvas.NewRectangle(theme.Paper)
		r.StrokeColor, r.StrokeWidth = theme.Border, 1
		p.sheets = append(p.sheets, r)
	}
	p.scroll.ScrollToTop()
	p.place()
	p.Refresh()
}

// Len is the number of pages.
func (p *Pages) Len() int { return len(p.sizes) }

// Put takes the picture of a page that OnWant asked for.
func (p *Pages) Put(page, pixels int, pic image.Image) {
	if page >= len(p.sizes) || pic == nil {
		return
	}
	im := canvas.NewImageFromImage(pic)
	im.FillMode = canvas.ImageFillStretch
	im.ScaleMode = canvas.ImageScaleSmooth
	p.pics[page], p.wide[page] = im, pixels
	delete(p.asked, page)
	p.place()
}

// ZoomBy makes the pages larger or smaller.
func (p *Pages) ZoomBy(f float32) {
	z := p.scaleNow() * f
	mid := p.Current()
	p.fit, p.zoom = fitNone, min(max(z, 0.25), 6)
	p.place()
	p.GoTo(mid)
}

func (p *Pages) setFit(k fitKind) {
	mid := p.Current()
	p.fit = k
	p.place()
	p.GoTo(mid)
}

func (p *Pages) scaleNow() float32 {
	if len(p.sizes) == 0 {
		return 1
	}
	view := p.scroll.Size()
	var w, h float32
	for _, s := range p.sizes {
		w, h = max(w, s.Width), max(h, s.Height)
	}
	switch {
	case p.fit == fitNone:
		return p.zoom
	case p.fit == fitPage:
		return max(0.1, min((view.Width-2*pageGap)/w, (view.Height-2*pageGap)/h))
	}
	return max(0.1, (view.Width-2*pageGap-theme.New().Size("scrollBar"))/w)
}

// Current is the page in the middle of the view.
func (p *Pages) Current() int {
	z := p.scaleNow()
	mid := p.scroll.Offset.Y + p.scroll.Size().Height/2
	y := pageGap
	for i, s := range p.sizes {
		y += s.Height*z + pageGap
		if mid < y {
			return i
		}
	}
	return max(0, len(p.sizes)-1)
}

// GoTo scrolls to a page.
func (p *Pages) GoTo(page int) {
	z := p.scaleNow()
	y := float32(0)
	for i := 0; i < page && i < len(p.sizes); i++ {
		y += p.sizes[i].Height*z + pageGap
	}
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, y))
	p.place()
}

func (p *Pages) step(n int) { p.GoTo(min(max(0, p.Current()+n), max(0, len(p.sizes)-1))) }

// place lays the pages out and asks for the pictures of those in sight.
func (p *Pages) place() {
	z := p.scaleNow()
	p.body.Resize(p.body.MinSize())
	view := p.scroll.Size()
	top := p.scroll.Offset.Y
	y := pageGap
	device := float32(1)
	if c := canvasOf(p); c != nil {
		device = c.Scale()
	}
	for i, s := range p.sizes {
		w, h := s.Width*z, s.Height*z
		x := max(pageGap, (p.body.Size().Width-w)/2)
		p.sheets[i].Move(fyne.NewPos(x, y))
		p.sheets[i].Resize(fyne.NewSize(w, h))
		if im := p.pics[i]; im != nil {
			im.Move(fyne.NewPos(x+1, y+1))
			im.Resize(fyne.NewSize(w-2, h-2))
		}
		if y+h >= top && y <= top+view.Height && view.Height > 0 {
			p.touch(i)
			pixels := min(int(w*device), 4000)
			if p.OnWant != nil && p.wide[i] != pixels && p.asked[i] != pixels {
				p.asked[i] = pixels
				p.OnWant(i, pixels)
			}
		}
		y += h + pageGap
	}
	for len(p.use) > keptPics {
		delete(p.pics, p.use[0])
		delete(p.wide, p.use[0])
		p.use = p.use[1:]
	}
	was := p.where.Text + p.scale.Text
	if len(p.sizes) > 0 {
		p.where.Text = words.Fill(words.PageOf, p.Current()+1, len(p.sizes))
		p.scale.Text = fmt.Sprintf("%d%%", int(z*72/96*100+0.5))
	} else {
		p.where.Text, p.scale.Text = "", ""
	}
	if was != p.where.Text+p.scale.Text {
		Relay(p.bar)
	}
	canvas.Refresh(p.body)
}

func (p *Pages) touch(i int) {
	if at := slices.Index(p.use, i); at >= 0 {
		p.use = slices.Delete(p.use, at, at+1)
	}
	p.use = append(p.use, i)
}

// CreateRenderer implements fyne.Widget.
func (p *Pages) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(theme.GreySoft)
	return &pagesRenderer{p: p, ground: ground, head: container.NewBorder(nil, nil, p.bar, p.extra)}
}

type pagesRenderer struct {
	p      *Pages
	ground *canvas.Rectangle
	head   *fyne.Container
}

func (r *pagesRenderer) Layout(s fyne.Size) {
	h := r.head.MinSize().Height
	r.head.Resize(fyne.NewSize(s.Width, h))
	r.ground.Move(fyne.NewPos(0, h))
	r.ground.Resize(fyne.NewSize(s.Width, max(0, s.Height-h)))
	r.p.scroll.Move(fyne.NewPos(0, h))
	r.p.scroll.Resize(fyne.NewSize(s.Width, max(0, s.Height-h)))
	r.p.empty.Move(fyne.NewPos(0, h))
	r.p.empty.Resize(fyne.NewSize(s.Width, max(0, s.Height-h)))
	r.p.place()
}

func (r *pagesRenderer) MinSize() fyne.Size { return fyne.NewSize(260, 200) }
func (r *pagesRenderer) Destroy()           {}
func (r *pagesRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *pagesRenderer) Objects() []fyne.CanvasObject {
	if len(r.p.sizes) == 0 {
		return []fyne.CanvasObject{r.ground, r.head, r.p.empty}
	}
	return []fyne.CanvasObject{r.ground, r.head, r.p.scroll}
}

// pagesBody is what scrolls; Ctrl with the wheel zooms.
type pagesBody struct {
	widget.BaseWidget
	p *Pages
}

func (b *pagesBody) MinSize() fyne.Size {
	z := b.p.scaleNow()
	m := fyne.NewSize(b.p.scroll.Size().Width, pageGap)
	for _, s := range b.p.sizes {
		m.Width = max(m.Width, s.Width*z+2*pageGap)
		m.Height += s.Height*z + pageGap
	}
	return m
}

func (b *pagesBody) CreateRenderer() fyne.WidgetRenderer { return &pagesBodyRenderer{b} }

// Scrolled zooms with Ctrl and scrolls without.
func (b *pagesBody) Scrolled(ev *fyne.ScrollEvent) {
	if modifiers()&fyne.KeyModifierControl != 0 {
		if ev.Scrolled.DY > 0 {
			b.p.ZoomBy(1.1)
		} else {
			b.p.ZoomBy(1 / 1.1)
		}
		return
	}
	b.p.scroll.Scrolled(ev)
}

// MouseDown takes the keyboard for the pages.
func (b *pagesBody) MouseDown(*desktop.MouseEvent) {
	if c := canvasOf(b); c != nil {
		c.Focus(b)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *pagesBody) MouseUp(*desktop.MouseEvent) {}

func (b *pagesBody) FocusGained() {}
func (b *pagesBody) FocusLost()   {}
func (b *pagesBody) TypedRune(r rune) {
	switch r {
	case '+':
		b.p.ZoomBy(1.2)
	case '-':
		b.p.ZoomBy(1 / 1.2)
	}
}

// TypedKey pages through.
func (b *pagesBody) TypedKey(ev *fyne.KeyEvent) {
	h := b.p.scroll.Size().Height
	move := func(dy float32) { b.p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -dy)}) }
	switch ev.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		move(h * 0.9)
	case fyne.KeyPageUp:
		move(-h * 0.9)
	case fyne.KeyDown:
		move(60)
	case fyne.KeyUp:
		move(-60)
	case fyne.KeyHome:
		b.p.GoTo(0)
	case fyne.KeyEnd:
		b.p.GoTo(len(b.p.sizes) - 1)
	default:
		passKey(b, ev)
	}
}

type pagesBodyRenderer struct{ b *pagesBody }

func (r *pagesBodyRenderer) Layout(fyne.Size)   {}
func (r *pagesBodyRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *pagesBodyRenderer) Refresh()           {}
func (r *pagesBodyRenderer) Destroy()           {}

func (r *pagesBodyRenderer) Objects() []fyne.CanvasObject {
	p := r.b.p
	var out []fyne.CanvasObject
	top, bottom := p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height
	for i, s := range p.sheets {
		y := s.Position().Y
		if y+s.Size().Height < top || y > bottom {
			continue
		}
		out = append(out, s)
		if im := p.pics[i]; im != nil {
			out = append(out, im)
		}
	}
	return out
}
