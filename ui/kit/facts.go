package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// Fact is one line of Facts.
type Fact struct {
	Label, Value string
	Tone         Tone
	OnTap        func() // makes the value a link
}

// Facts is labels with what is known, one under another; long values wrap. Lines
// without a value are left out.
type Facts struct {
	widget.BaseWidget
	box *fyne.Container
}

// NewFacts makes one.
func NewFacts(list ...Fact) *Facts {
	f := &Facts{box: container.New(&factsLayout{})}
	f.ExtendBaseWidget(f)
	f.Set(list)
	return f
}

// Set shows these lines.
func (f *Facts) Set(list []Fact) {
	f.box.RemoveAll()
	for _, x := range list {
		if x.Value == "" {
			continue
		}
		name := Text(x.Label, theme.Soft)
		if x.OnTap != nil {
			link := widget.NewHyperlink(x.Value, nil)
			link.OnTapped = x.OnTap
			link.Wrapping = fyne.TextWrapWord
			f.box.Add(name)
			f.box.Add(link)
			continue
		}
		value := Para(x.Value, x.Tone)
		value.Selectable = true
		f.box.Add(name)
		f.box.Add(value)
	}
	f.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *Facts) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// factsLayout sets labels left, values beside them, closely.
type factsLayout struct{}

func (l *factsLayout) left(os []fyne.CanvasObject) float32 {
	var w float32
	for i := 0; i < len(os); i += 2 {
		w = max(w, os[i].MinSize().Width)
	}
	return w + theme.Gap
}

// tight is how much of a label's own padding above and below is taken away.
const tight float32 = 4

func (l *factsLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	left := l.left(os)
	y := float32(0)
	for i := 0; i+1 < len(os); i += 2 {
		value := os[i+1]
		value.Resize(fyne.NewSize(max(20, s.Width-left), value.MinSize().Height))
		h := value.MinSize().Height
		value.Resize(fyne.NewSize(max(20, s.Width-left), h))
		value.Move(fyne.NewPos(left, y-tight))
		os[i].Move(fyne.NewPos(0, y+2))
		os[i].Resize(os[i].MinSize())
		y += h - 2*tight + 3
	}
}

func (l *factsLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(l.left(os)+80, 0)
	for i := 0; i+1 < len(os); i += 2 {
		m.Height += os[i+1].MinSize().Height - 2*tight + 3
	}
	return m
}

// Bar puts things in a row; whatever comes after Spring goes to the right.
func Bar(os ...fyne.CanvasObject) *fyne.Container {
	box := container.NewHBox()
	for _, o := range os {
		switch o.(type) {
		case *canvas.Text, *Chip:
			box.Add(container.NewCenter(o))
		default:
			box.Add(o)
		}
	}
	return box
}

// Spring pushes what follows it in a Bar to the right.
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Wide gives a control a width in a row that would otherwise give it its least.
func Wide(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&wide{width}, o)
}

type wide struct{ w float32 }

func (l *wide) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }
func (l *wide) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.w, os[0].MinSize().Height)
}

// Panel is a white sheet with a border that holds a part of a page.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(theme.Paper)
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = theme.Line, 1, 3
	return container.NewStack(back, container.NewPadded(container.NewPadded(content)))
}

// Section is a title over something.
func Section(title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	head := fyne.CanvasObject(Lead(title))
	if len(buttons) > 0 {
		head = container.NewBorder(nil, nil, container.NewCenter(head), container.NewHBox(buttons...))
	}
	return container.NewBorder(head, nil, nil, nil, content)
}

// Stacked puts parts under each other, each at its own height and at the full
// width, so that wrapped text knows how high it is.
func Stacked(os ...fyne.CanvasObject) *fyne.Container { return container.New(&formLayout{}, os...) }

// Tabs shows one of several parts, chosen by a line of buttons; unlike the
// toolkit's, every button is reached with Tab and pressed with Enter.
type Tabs struct {
	widget.BaseWidget
	OnChange func(at int)
	at       int
	names    []string
	parts    []fyne.CanvasObject
	head     *fyne.Container
	buttons  []*Button
	body     *fyne.Container
}

// NewTabs makes tabs without parts.
func NewTabs() *Tabs {
	t := &Tabs{head: container.NewHBox(), body: container.NewStack()}
	t.ExtendBaseWidget(t)
	return t
}

// Add adds a part.
func (t *Tabs) Add(name string, part fyne.CanvasObject) {
	at := len(t.parts)
	b := NewButton(name, nil, func() { t.Open(at) })
	b.Importance = widget.LowImportance
	t.names, t.parts, t.buttons = append(t.names, name), append(t.parts, part), append(t.buttons, b)
	t.head.Add(b)
	if at == 0 {
		t.Open(0)
	}
}

// Rename changes a part's title: "Kiểm tra (3)".
func (t *Tabs) Rename(at int, name string) {
	t.names[at] = name
	t.buttons[at].SetText(name)
}

// At is the part shown.
func (t *Tabs) At() int { return t.at }

// Open shows a part.
func (t *Tabs) Open(at int) {
	if at < 0 || at >= len(t.parts) {
		return
	}
	changed := at != t.at
	t.at = at
	for i, b := range t.buttons {
		b.Importance = widget.LowImportance
		if i == at {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	t.body.Objects = []fyne.CanvasObject{t.parts[at]}
	t.body.Refresh()
	if changed && t.OnChange != nil {
		t.OnChange(at)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(t.head, nil, nil, nil, t.body))
}

// Relay lays a tree of containers out again after its words changed: the toolkit
// does so by itself only once a frame was drawn.
func Relay(c *fyne.Container) {
	for _, o := range c.Objects {
		if in, ok := o.(*fyne.Container); ok {
			Relay(in)
		}
	}
	c.Refresh()
}

// High gives a short grid inside a longer page the height of its rows, ten at
// the most.
func High(o fyne.CanvasObject, rows int) fyne.CanvasObject {
	return container.New(&high{theme.HeadHeight + theme.RowHeight*float32(min(max(rows, 2), 10)) + 14}, o)
}

type high struct{ h float32 }

func (l *high) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }
func (l *high) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(os[0].MinSize().Width, l.h)
}
