package kit

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"thidua/ui/theme"
)

// Entry is the only text entry of the program. What is typed, pasted or set is
// NFC: an entry deletes rune by rune, so a decomposed "ộ" would take three
// Backspaces, and a search for it would find nothing. Keys it has no use for go
// on to the window.
type Entry struct {
	widget.Entry
	OnEscape func() // nil: the window's
	OnUp     func() // nil: the entry's own
	OnDown   func()
	OnBlur   func() // after the focus went elsewhere
	OnFocus  func()
}

// NewEntry makes an entry of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	return e
}

// NewTextArea makes an entry of several lines.
func NewTextArea(rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.ExtendBaseWidget(e)
	return e
}

// EntryOf makes an entry of one line, or of several, that begins with a text.
func EntryOf(text string, rows int) *Entry {
	e := NewEntry()
	if rows > 1 {
		e = NewTextArea(rows)
	}
	e.SetText(text)
	return e
}

// Trimmed is what was typed, without the room around it.
func (e *Entry) Trimmed() string { return strings.TrimSpace(e.Text) }

// SetText shows a text in NFC.
func (e *Entry) SetText(s string) { e.Entry.SetText(norm.NFC.String(s)) }

// TypedRune composes a combining mark with the letter before it.
func (e *Entry) TypedRune(r rune) {
	e.Entry.TypedRune(r)
	if unicode.Is(unicode.Mn, r) {
		e.compose()
	}
}

// compose puts the text into NFC and keeps the cursor behind the same letter.
func (e *Entry) compose() {
	if norm.NFC.IsNormalString(e.Text) {
		return
	}
	row, col := e.CursorRow, e.CursorColumn
	lines := []rune(e.Text)
	at := 0 // start of the cursor's line
	for i, n := 0, 0; i < len(lines) && n < row; i++ {
		if lines[i] == '\n' {
			n, at = n+1, i+1
		}
	}
	end := min(at+col, len(lines))
	newCol := len([]rune(norm.NFC.String(string(lines[at:end]))))
	e.Entry.SetText(norm.NFC.String(e.Text))
	e.CursorRow, e.CursorColumn = row, newCol
	e.Refresh()
}

// TypedShortcut pastes in NFC and passes on what entries do not know.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if s.Clipboard != nil {
			e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: composed{s.Clipboard}, Secondary: s.Secondary})
			return
		}
		e.Entry.TypedShortcut(s)
	case *desktop.CustomShortcut:
		// Ctrl with an arrow, Home or End moves by words; everything else that is
		// not the entry's is a command of the window.
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyBackspace, fyne.KeyDelete:
			if s.Modifier&fyne.KeyModifierAlt == 0 {
				e.Entry.TypedShortcut(s)
				return
			}
		}
		passShortcut(e, s)
	default:
		e.Entry.TypedShortcut(s)
	}
}

// composed is a clipboard whose text is NFC.
type composed struct{ fyne.Clipboard }

func (c composed) Content() string { return norm.NFC.String(c.Clipboard.Content()) }

// TypedKey hands Esc, the arrows and the function keys to whoever wants them.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case ev.Name == fyne.KeyUp && e.OnUp != nil:
		e.OnUp()
	case ev.Name == fyne.KeyDown && e.OnDown != nil:
		e.OnDown()
	case forWindow(ev.Name):
		passKey(e, ev)
	default:
		e.Entry.TypedKey(ev)
	}
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnBlur != nil {
		e.OnBlur()
	}
}

// Button is the program's push button: Enter presses it as Space does.
type Button struct{ widget.Button }

// NewButton makes a button.
func NewButton(label string, icon fyne.Resource, do func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, do
	b.ExtendBaseWidget(b)
	return b
}

// Primary makes it the button of the page's main act.
func (b *Button) Primary() *Button { b.Importance = widget.HighImportance; return b }

// Danger makes it the button of an act that takes something away.
func (b *Button) Danger() *Button { b.Importance = widget.DangerImportance; return b }

// Flat makes it a button without a face, for bars.
func (b *Button) Flat() *Button { b.Importance = widget.LowImportance; return b }

// SetEnabled sets whether it can be pressed.
func (b *Button) SetEnabled(on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// MinSize keeps buttons of one short word easy to hit.
func (b *Button) MinSize() fyne.Size {
	m := b.Button.MinSize()
	if b.Text != "" && b.Importance != widget.LowImportance {
		m.Width = max(m.Width, 72)
	}
	return m
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	case forWindow(ev.Name):
		passKey(b, ev)
	default:
		b.Button.TypedKey(ev)
	}
}

// MenuButton opens a menu under itself; the items are reached with the arrows.
type MenuButton struct {
	*Button
	items []*fyne.MenuItem
}

// NewMenuButton makes one.
func NewMenuButton(label string, items ...*fyne.MenuItem) *MenuButton {
	m := &MenuButton{items: items}
	m.Button = NewButton(label, fynetheme.MenuDropDownIcon(), nil)
	m.IconPlacement = widget.ButtonIconTrailingText
	m.OnTapped = func() {
		c := canvasOf(m.Button)
		menu := widget.NewPopUpMenu(fyne.NewMenu("", m.items...), c)
		menu.ShowAtRelativePosition(fyne.NewPos(0, m.Button.Size().Height), m.Button)
		c.Focus(menu)
	}
	return m
}

// Choice is one line of a Select: what it stands for and how it reads.
type Choice struct{ Key, Label string }

// Select chooses one of several; it knows keys, so two lines may read alike.
type Select struct {
	widget.Select
	choices  []Choice
	OnChoose func(key string)
	quiet    bool
}

// NewSelect makes a select. prompt is what stands there while nothing is chosen.
func NewSelect(prompt string, onChoose func(key string)) *Select {
	s := &Select{OnChoose: onChoose}
	s.PlaceHolder = prompted(prompt)
	s.OnChanged = func(string) {
		if !s.quiet && s.OnChoose != nil {
			s.OnChoose(s.Key())
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// prompted is a prompt the toolkit does not put its own English one in place of.
func prompted(text string) string {
	if text == "" {
		return " "
	}
	return text
}

// SetChoices gives the lines; the choice stays if its key is still there.
func (s *Select) SetChoices(cs []Choice) {
	key := s.Key()
	s.choices = cs
	seen := map[string]int{}
	labels := make([]string, len(cs))
	for i, c := range cs {
		l := c.Label
		if n := seen[c.Label]; n > 0 {
			l += spaces(n) // labels must differ for the toolkit; blanks are not seen
		}
		seen[c.Label]++
		labels[i] = l
	}
	s.quiet = true
	s.Options = labels
	s.Selected = ""
	s.SetKey(key)
	s.quiet = false
	s.Refresh()
}

func spaces(n int) string { return "                    "[:min(n, 20)] }

// Key is what is chosen, "" for nothing.
func (s *Select) Key() string {
	for i, l := range s.Options {
		if l == s.Selected && i < len(s.choices) {
			return s.choices[i].Key
		}
	}
	return ""
}

// SetKey chooses without telling OnChoose; an unknown key chooses nothing.
func (s *Select) SetKey(key string) {
	was := s.quiet
	s.quiet = true
	defer func() { s.quiet = was }()
	for i, c := range s.choices {
		if c.Key == key {
			s.SetSelectedIndex(i)
			return
		}
	}
	s.ClearSelected()
}

// TypedKey opens with Enter as with Space and passes the window's keys on.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case forWindow(ev.Name):
		passKey(s, ev)
	default:
		s.Select.TypedKey(ev)
	}
}

// MinSize keeps a select with long lines from pushing its row wide: the line is
// cut, the open list shows it whole.
func (s *Select) MinSize() fyne.Size {
	m := s.Select.MinSize()
	return fyne.NewSize(min(m.Width, 120), m.Height)
}

// CreateRenderer draws the same border round a select as round an entry.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = theme.Border, 1, 3
	return &framed{s.Select.CreateRenderer(), frame}
}

type framed struct {
	fyne.WidgetRenderer
	frame *canvas.Rectangle
}

func (f *framed) Layout(s fyne.Size) {
	f.WidgetRenderer.Layout(s)
	f.frame.Resize(s)
}

func (f *framed) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, f.WidgetRenderer.Objects()...), f.frame)
}
