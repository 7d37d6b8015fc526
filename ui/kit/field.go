package kit

import (
	"image/color"

	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/fault"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// Field is one line of a Form: a label, the control, a hint, and under the
// control the fault the office found in it.
type Field struct {
	Key      string // the fault's Field
	Label    string
	Required bool
	Hint     string
	Control  fyne.CanvasObject

	fault *widget.Label
	frame *canvas.Rectangle
	row   *fyne.Container
}

// SetFault shows a fault under the control, "" takes it away.
func (f *Field) SetFault(text string) { f.SetRemark(text, theme.Bad) }

// SetRemark shows a text under the control in a tone: a doubt is no fault.
func (f *Field) SetRemark(text string, tone Tone) {
	if f.fault == nil {
		return
	}
	f.fault.Importance = widget.DangerImportance
	if tone == theme.Warn {
		f.fault.Importance = widget.WarningImportance
	}
	f.frame.StrokeColor = tone.Fore()
	f.fault.SetText(text)
	if text == "" {
		f.fault.Hide()
		f.frame.StrokeWidth = 0
	} else {
		f.fault.Show()
		f.frame.StrokeWidth = 1.5
	}
	f.frame.Refresh()
}

// Fault is the fault shown, "" for none.
func (f *Field) Fault() string {
	if f.fault == nil {
		return ""
	}
	return f.fault.Text
}

// Form is labelled fields one under another. It shows all faults of a refused
// change at once, each at its field, and what belongs to no field at the top.
type Form struct {
	widget.BaseWidget
	Fields []*Field
	top    *widget.Label
	box    *fyne.Container
	label  float32
	reveal func(*Field) // brings a field into sight, with the keyboard on it
}

// NewForm makes a form; labels share one column.
func NewForm(fields ...*Field) *Form {
	f := &Form{Fields: fields}
	f.top = widget.NewLabel("")
	f.top.Importance = widget.DangerImportance
	f.top.Wrapping = fyne.TextWrapWord
	f.top.Hide()
	for _, x := range fields {
		w := TextWidth(x.Label, theme.TextSize, false)
		if x.Required {
			w += TextWidth(" *", theme.TextSize, true)
		}
		f.label = max(f.label, w)
	}
	f.label = min(f.label+2*theme.Gap, 220)
	f.box = container.New(&formLayout{}, f.top)
	for _, x := range fields {
		f.box.Add(f.line(x))
	}
	f.ExtendBaseWidget(f)
	return f
}

func (f *Form) line(x *Field) fyne.CanvasObject {
	name := widget.NewRichText(&widget.TextSegment{Text: x.Label, Style: widget.RichTextStyle{Inline: true}})
	if x.Required {
		name.Segments = append(name.Segments, &widget.TextSegment{Text: " *",
			Style: widget.RichTextStyle{Inline: true, ColorName: "error", TextStyle: fyne.TextStyle{Bold: true}}})
	}
	name.Wrapping = fyne.TextWrapWord
	x.fault = widget.NewLabel("")
	x.fault.Importance = widget.DangerImportance
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.SizeName = "helperText"
	x.fault.Hide()
	x.frame = canvas.NewRectangle(color.Transparent)
	x.frame.StrokeColor, x.frame.CornerRadius = theme.Red, 3
	under := []fyne.CanvasObject{container.NewStack(x.Control, x.frame)}
	if x.Hint != "" {
		under = append(under, Note(x.Hint))
	}
	under = append(under, x.fault)
	x.row = container.New(&lineLayout{label: f.label}, name, container.New(&formLayout{}, under...))
	return x.row
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// Dates is the fault of every date that is none, and of every one asked for and not
// given, at its field; nil when all can be used.
func (f *Form) Dates() error {
	var l fault.List
	for _, x := range f.Fields {
		d := dateIn(x.Control)
		if d == nil || d.Entry.Disabled() {
			continue
		}
		if v, ok := d.Date(); !ok || x.Required && (v == 0 || !d.loose && !v.Exact()) {
			l.Add(fault.New(fault.Invalid, "ui.bad-date").At(x.Key))
		}
	}
	return l.OrNil()
}

// dateIn is the date a control is, or the one it frames.
func dateIn(o fyne.CanvasObject) *DateEntry {
	switch o := o.(type) {
	case *DateEntry:
		return o
	case *fyne.Container:
		for _, x := range o.Objects {
			if d := dateIn(x); d != nil {
				return d
			}
		}
	}
	return nil
}

// ShowFaults shows every fault an error holds: at its field when the form has
// one, else at the top. say makes the sentence. nil clears the form.
func (f *Form) ShowFaults(err error, say func(error) string) {
	byKey := map[string]*Field{}
	for _, x := range f.Fields {
		x.SetFault("")
		byKey[x.Key] = x
	}
	f.top.SetText("")
	f.top.Hide()
	if err == nil {
		f.box.Refresh()
		return
	}
	var faults fault.List
	var one *fault.Error
	switch {
	case errors.As(err, &faults):
	case errors.As(err, &one):
		faults = fault.List{one}
	}
	top, placed := "", false
	var first *Field
	for _, e := range faults {
		x := byKey[e.Field]
		if e.Field == "" || x == nil {
			top = joinLines(top, say(e))
			continue
		}
		x.SetFault(joinLines(x.Fault(), say(e)))
		placed = true
		if first == nil {
			first = x
		}
	}
	if len(faults) == 0 {
		top = say(err)
	}
	if placed {
		top = joinLines(top, words.FixFields)
	}
	if top != "" {
		f.top.SetText(top)
		f.top.Show()
	}
	f.box.Refresh()
	if first != nil {
		f.show(first)
	}
}

// Reveal brings the field with a key into sight and puts the keyboard on it.
func (f *Form) Reveal(key string) bool {
	for _, x := range f.Fields {
		if x.Key == key {
			f.show(x)
			return true
		}
	}
	return false
}

func (f *Form) show(x *Field) {
	if f.reveal == nil {
		Focus(x.Control)
		return
	}
	f.reveal(x)
}

// Top is the fault shown above the fields.
func (f *Form) Top() string { return f.top.Text }

func joinLines(a, b string) string {
	if a == "" || a == b {
		return b
	}
	return a + "\n" + b
}

// Focus puts the keyboard on the first control inside o that takes it. The
// toolkit knows an object's canvas only once it was painted; for one just made
// use FocusIn.
func Focus(o fyne.CanvasObject) bool { return FocusIn(nil, o) }

// FocusIn is Focus on a canvas one has at hand.
func FocusIn(c fyne.Canvas, o fyne.CanvasObject) bool {
	if o == nil || !o.Visible() {
		return false
	}
	switch x := o.(type) {
	case *DateEntry:
		o = x.Entry
	case *Search:
		o = x.Entry
	case *fyne.Container:
		for _, in := range x.Objects {
			if FocusIn(c, in) {
				return true
			}
		}
		return false
	case *Form:
		for _, f := range x.Fields {
			if FocusIn(c, f.Control) {
				return true
			}
		}
		return false
	case *container.Scroll:
		return FocusIn(c, x.Content)
	}
	w, ok := o.(fyne.Focusable)
	if !ok {
		return false
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return false
	}
	if c == nil {
		c = canvasOf(o)
	}
	if c == nil {
		return false
	}
	c.Focus(w)
	return true
}

// formLayout stacks lines closely; unlike a box it gives every line the full
// width first, so that wrapped text knows its height.
type formLayout struct{}

func (l *formLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(s.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(s.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + 2
	}
}

func (l *formLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range os {
		if o.Visible() {
			s := o.MinSize()
			m.Width = max(m.Width, s.Width)
			m.Height += s.Height + 2
		}
	}
	return m
}

// lineLayout puts the label left in a column of fixed width.
type lineLayout struct{ label float32 }

func (l *lineLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.NewPos(0, 0))
	os[0].Resize(fyne.NewSize(l.label, s.Height))
	os[1].Move(fyne.NewPos(l.label, 0))
	os[1].Resize(fyne.NewSize(max(0, s.Width-l.label), s.Height))
}

func (l *lineLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	os[0].Resize(fyne.NewSize(l.label, os[0].Size().Height))
	a, b := os[0].MinSize(), os[1].MinSize()
	return fyne.NewSize(l.label+b.Width, max(a.Height, b.Height))
}
