package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
	"thidua/ui/words"
)

// Notice is the line at the window's foot that says what was just done, with a
// button that takes it back. It stays until the next act, so that nobody has to
// be quick to undo; with nothing to say it shows what always stands there. Its
// room is kept either way: a line that came and pushed the page up would put
// another button under the second of two quick clicks.
type Notice struct {
	widget.BaseWidget
	rest fyne.CanvasObject
	said *fyne.Container
	text *canvas.Text
	back *canvas.Rectangle
	undo *Button
	full string
	act  func()
}

// NewNotice makes one that says nothing yet, and shows rest instead.
func NewNotice(rest fyne.CanvasObject) *Notice {
	n := &Notice{rest: rest, text: Text("", theme.Plain), back: canvas.NewRectangle(theme.GreenSoft)}
	n.back.StrokeWidth = 1
	n.undo = NewButton(words.Undo, fynetheme.ContentUndoIcon(), func() {
		if f := n.act; f != nil {
			n.Dismiss()
			f()
		}
	})
	cross := NewButton("", fynetheme.CancelIcon(), n.Dismiss).Flat()
	n.said = container.NewStack(n.back, container.NewBorder(nil, nil, widget.NewLabel(""), container.NewHBox(n.undo, cross),
		container.New(cutLine{n}, n.text)))
	n.said.Hide()
	n.ExtendBaseWidget(n)
	return n
}

// Say shows a text; undo may be nil.
func (n *Notice) Say(tone Tone, text string, undo func()) {
	n.full, n.act = text, undo
	n.text.Color, n.back.FillColor, n.back.StrokeColor = tone.Fore(), tone.Back(), tone.Fore()
	if undo != nil {
		n.undo.Show()
	} else {
		n.undo.Hide()
	}
	n.rest.Hide()
	n.said.Show()
	n.said.Refresh()
}

// Dismiss takes it away.
func (n *Notice) Dismiss() {
	n.said.Hide()
	n.rest.Show()
}

// Text is what it says.
func (n *Notice) Text() string {
	if !n.said.Visible() {
		return ""
	}
	return n.full
}

// CanUndo tells that the last act can be taken back from here.
func (n *Notice) CanUndo() bool { return n.said.Visible() && n.act != nil }

// Undo presses its button.
func (n *Notice) Undo() { n.undo.OnTapped() }

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(oneRoom{}, n.rest, n.said))
}

// oneRoom lays its objects over each other, with room for the tallest even while
// that one is hidden.
type oneRoom struct{}

func (oneRoom) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Resize(s)
	}
}

func (oneRoom) MinSize(os []fyne.CanvasObject) (min fyne.Size) {
	for _, o := range os {
		min = min.Max(o.MinSize())
	}
	return min
}

type cutLine struct{ n *Notice }

func (l cutLine) Layout(os []fyne.CanvasObject, s fyne.Size) {
	t := l.n.text
	t.Text = Cut(l.n.full, s.Width, theme.TextSize, false)
	t.Move(fyne.NewPos(0, (s.Height-textHeight(theme.TextSize))/2))
	t.Resize(fyne.NewSize(s.Width, textHeight(theme.TextSize)))
	t.Refresh()
}

func (l cutLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 28) }

// Progress shows how far a long act has come, with a button that stops it.
type Progress struct {
	modal  *Modal
	bar    *widget.ProgressBar
	busy   *widget.ProgressBarInfinite
	detail *canvas.Text
	stop   *Button
}

// ShowProgress opens it. cancel is called once, from the button or Esc.
func ShowProgress(c fyne.Canvas, title string, cancel func()) *Progress {
	p := &Progress{bar: widget.NewProgressBar(), busy: widget.NewProgressBarInfinite(), detail: Text(words.Working, theme.Soft)}
	p.bar.Hide()
	p.stop = NewButton(words.Cancel, nil, func() {
		p.stop.Disable()
		p.detail.Text = words.Canceling
		p.detail.Refresh()
		cancel()
	})
	p.modal = ShowModal(c, title, container.NewVBox(container.NewStack(p.bar, p.busy), p.detail), fyne.NewSize(440, 160), p.stop)
	p.modal.OnCancel = func() {
		if !p.stop.Disabled() {
			p.stop.OnTapped()
		}
	}
	return p
}

// Set shows done of total; a total of 0 is unknown.
func (p *Progress) Set(done, total int, detail string) {
	if total > 0 {
		if p.busy.Visible() {
			p.busy.Stop()
			p.busy.Hide()
			p.bar.Show()
		}
		p.bar.SetValue(float64(done) / float64(total))
		if detail == "" {
			detail = words.Fill("{0} / {1}", done, total)
		}
	}
	if !p.stop.Disabled() && detail != "" {
		p.detail.Text = Cut(detail, 400, theme.TextSize, false)
		p.detail.Refresh()
	}
}

// Stopping tells that Cancel was pressed.
func (p *Progress) Stopping() bool { return p.stop.Disabled() }

// Close takes it away.
func (p *Progress) Close() {
	p.busy.Stop()
	p.modal.Hide()
}
