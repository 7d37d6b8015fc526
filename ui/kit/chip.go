package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// Tone is the meaning a colour carries; pages speak of tones, never of colours.
type Tone = theme.Tone

// The tones.
const (
	Plain = theme.Plain
	Soft  = theme.Soft
	Info  = theme.Info
	Good  = theme.Good
	Warn  = theme.Warn
	Bad   = theme.Bad
	Quiet = theme.Quiet
	Away  = theme.Away
)

// Chip is a short word on a soft ground: a stage, a severity, a kind.
type Chip struct {
	widget.BaseWidget
	Text   string
	OnTap  func() // nil: it is no button
	back   *canvas.Rectangle
	label  *canvas.Text
	inside fyne.CanvasObject
}

// NewChip makes a chip.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{Text: text}
	c.back = canvas.NewRectangle(tone.Back())
	c.back.CornerRadius = 4
	c.label = canvas.NewText(text, tone.Fore())
	c.label.TextSize = theme.TextSize
	c.label.Alignment = fyne.TextAlignCenter
	c.inside = container.NewStack(c.back, c.label)
	c.ExtendBaseWidget(c)
	return c
}

// Set changes what it says.
func (c *Chip) Set(text string, tone Tone) {
	c.Text = text
	c.label.Text, c.label.Color, c.back.FillColor = text, tone.Fore(), tone.Back()
	c.Refresh()
}

// MinSize fits the word.
func (c *Chip) MinSize() fyne.Size {
	return fyne.NewSize(TextWidth(c.Text, theme.TextSize, false)+2*theme.CellPad+4, textHeight(theme.TextSize)+4)
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.inside) }

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTap != nil {
		c.OnTap()
	}
}

// Step is one stage of a Strip.
type Step struct {
	Label string
	Note  string // who holds it, until when
	State StepState
}

// StepState tells where a step lies in the work.
type StepState uint8

// The states of a step.
const (
	Ahead   StepState = iota
	Now               // the work stands here
	Late              // it stands here and its time is over
	Passed            // done
	Skipped           // does not apply
)

// Strip shows the stages of a road from left to right, the one reached marked.
type Strip struct {
	widget.BaseWidget
	box *fyne.Container
}

// NewStrip makes a strip.
func NewStrip(steps ...Step) *Strip {
	s := &Strip{box: container.New(stripLayout{})}
	s.ExtendBaseWidget(s)
	s.SetSteps(steps)
	return s
}

// SetSteps shows these stages.
func (s *Strip) SetSteps(steps []Step) {
	s.box.RemoveAll()
	for _, st := range steps {
		tone, bold := theme.Quiet, false
		fill := tone.Back()
		switch st.State {
		case Now:
			tone, bold, fill = theme.Info, true, theme.Info.Back()
		case Late:
			tone, bold, fill = theme.Bad, true, theme.Bad.Back()
		case Passed:
			tone, fill = theme.Good, theme.Good.Back()
		case Skipped:
			tone, fill = theme.Soft, theme.Paper
		}
		back := canvas.NewRectangle(fill)
		back.CornerRadius = 3
		if st.State == Now || st.State == Late {
			back.StrokeColor, back.StrokeWidth = tone.Fore(), 1
		}
		label := canvas.NewText(st.Label, tone.Fore())
		label.TextSize, label.TextStyle.Bold = theme.TextSize, bold
		note := canvas.NewText(st.Note, theme.InkSoft)
		note.TextSize = theme.SmallSize
		cell := &stripCell{step: st, back: back, label: label, note: note}
		cell.ExtendBaseWidget(cell)
		s.box.Add(cell)
	}
	s.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

type stripCell struct {
	widget.BaseWidget
	step        Step
	short       string // its number, when there is no room for more
	back        *canvas.Rectangle
	label, note *canvas.Text
}

func (c *stripCell) CreateRenderer() fyne.WidgetRenderer {
	mark := fyne.Resource(nil)
	if c.step.State == Passed {
		mark = theme.TickIcon()
	}
	objs := []fyne.CanvasObject{c.back, c.label, c.note}
	var icon *widget.Icon
	if mark != nil {
		icon = widget.NewIcon(mark)
		objs = append(objs, icon)
	}
	return &stripCellRenderer{c: c, icon: icon, objs: objs}
}

type stripCellRenderer struct {
	c    *stripCell
	icon *widget.Icon
	objs []fyne.CanvasObject
}

func (r *stripCellRenderer) Layout(s fyne.Size) {
	c := r.c
	c.back.Resize(s)
	if c.short != "" {
		c.label.Text, c.note.Text = c.short, ""
		c.label.Alignment = fyne.TextAlignCenter
		y := (s.Height - textHeight(theme.TextSize)) / 2
		if r.icon != nil {
			r.icon.Move(fyne.NewPos((s.Width-14)/2, 3))
			r.icon.Resize(fyne.NewSquareSize(14))
			y = s.Height - textHeight(theme.TextSize) - 1
		}
		c.label.Move(fyne.NewPos(0, y))
		c.label.Resize(fyne.NewSize(s.Width, textHeight(theme.TextSize)))
		return
	}
	c.label.Alignment = fyne.TextAlignLeading
	x := theme.CellPad
	if r.icon != nil {
		r.icon.Move(fyne.NewPos(x, 4))
		r.icon.Resize(fyne.NewSquareSize(14))
		x += 17
	}
	room := s.Width - x - theme.CellPad
	c.label.Text = Cut(c.step.Label, room, theme.TextSize, c.label.TextStyle.Bold)
	c.label.Move(fyne.NewPos(x, 2))
	c.label.Resize(fyne.NewSize(room, textHeight(theme.TextSize)))
	c.note.Text = Cut(c.step.Note, s.Width-2*theme.CellPad, theme.SmallSize, false)
	c.note.Move(fyne.NewPos(theme.CellPad, 2+textHeight(theme.TextSize)))
	c.note.Resize(fyne.NewSize(s.Width-2*theme.CellPad, textHeight(theme.SmallSize)))
}

func (r *stripCellRenderer) MinSize() fyne.Size {
	return fyne.NewSize(56, textHeight(theme.TextSize)+textHeight(theme.SmallSize)+5)
}
func (r *stripCellRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *stripCellRenderer) Refresh() {
	r.Layout(r.c.Size())
	c := r.c
	c.label.Refresh()
	c.note.Refresh()
	canvas.Refresh(c)
}
func (r *stripCellRenderer) Destroy() {}

// natural is how wide the cell would be with its whole text.
func (c *stripCell) natural() float32 {
	w := max(TextWidth(c.step.Label, theme.TextSize, c.label.TextStyle.Bold), TextWidth(c.step.Note, theme.SmallSize, false))
	if c.step.State == Passed {
		w += 17
	}
	return w + 2*theme.CellPad + 2
}

// stripLayout gives every step its natural width when there is room. When there
// is not, the steps behind and ahead shrink to their number, and the one where the
// work stands gets what is left.
type stripLayout struct{}

// shortStep is the width of a step shown by its number.
const shortStep float32 = 26

func (stripLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	if len(os) == 0 {
		return
	}
	gap := float32(3)
	room := s.Width - float32(len(os)-1)*gap
	var sum float32
	here := len(os) - 1 // all done: the last one is told
	for i, o := range os {
		c := o.(*stripCell)
		sum += c.natural()
		if c.step.State == Now || c.step.State == Late {
			here = i
		}
	}
	x := float32(0)
	for i, o := range os {
		c := o.(*stripCell)
		w := c.natural()
		c.short = ""
		if sum > room {
			w = shortStep
			if i == here {
				w = max(shortStep, room-shortStep*float32(len(os)-1))
			} else {
				c.short = strconv.Itoa(i + 1)
			}
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, s.Height))
		o.Refresh()
		x += w + gap
	}
}

func (stripLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(float32(len(os))*(shortStep+3)+60, h)
}

// Empty says why a place is empty and what to do next.
func Empty(icon fyne.Resource, title, text string, acts ...*Button) fyne.CanvasObject {
	if icon == nil {
		icon = fynetheme.InfoIcon()
	}
	im := widget.NewIcon(icon)
	head := Lead(title)
	head.Alignment = fyne.TextAlignCenter
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	label.Alignment = fyne.TextAlignCenter
	box := container.NewVBox(container.NewGridWrap(fyne.NewSquareSize(36), im), head, label)
	box.Objects[0] = container.NewCenter(box.Objects[0])
	if len(acts) > 0 {
		row := container.NewHBox()
		for _, a := range acts {
			row.Add(a)
		}
		box.Add(container.NewCenter(row))
	}
	return container.New(&middle{width: 440}, box)
}

// middle puts one thing in the middle, at most so wide.
type middle struct{ width float32 }

func (l *middle) Layout(os []fyne.CanvasObject, s fyne.Size) {
	w := min(l.width, s.Width)
	os[0].Resize(fyne.NewSize(w, os[0].MinSize().Height))
	h := os[0].MinSize().Height
	os[0].Resize(fyne.NewSize(w, h))
	os[0].Move(fyne.NewPos((s.Width-w)/2, max(0, (s.Height-h)/3)))
}

func (l *middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 60) }
