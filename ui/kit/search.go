package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Search is an entry that reports what is sought as it is typed, with a cross
// that empties it. Esc empties it too; Down goes on to the list under it.
type Search struct {
	widget.BaseWidget
	Entry    *Entry
	OnSearch func(text string)
	OnEnter  func(text string)
	OnDown   func()
	cross    *Button
	glass    *widget.Icon
}

// NewSearch makes one.
func NewSearch(hint string, onSearch func(string)) *Search {
	s := &Search{Entry: NewEntry(), OnSearch: onSearch}
	s.Entry.SetPlaceHolder(hint)
	s.glass = widget.NewIcon(fynetheme.SearchIcon())
	s.cross = NewButton("", fynetheme.CancelIcon(), func() { s.SetText(""); Focus(s.Entry) }).Flat()
	s.cross.Hide()
	s.Entry.OnChanged = func(t string) {
		if t == "" {
			s.cross.Hide()
		} else {
			s.cross.Show()
		}
		if s.OnSearch != nil {
			s.OnSearch(t)
		}
	}
	s.Entry.OnSubmitted = func(t string) {
		if s.OnEnter != nil {
			s.OnEnter(t)
		}
	}
	s.Entry.OnEscape = func() {
		if s.Entry.Text != "" {
			s.SetText("")
			return
		}
		passKey(s.Entry, &fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	s.Entry.OnDown = func() {
		if s.OnDown != nil {
			s.OnDown()
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetText changes what is sought.
func (s *Search) SetText(t string) { s.Entry.SetText(t) }

// Text is what is sought.
func (s *Search) Text() string { return s.Entry.Text }

// CreateRenderer implements fyne.Widget.
func (s *Search) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, s.glass, nil,
		container.NewStack(s.Entry, container.NewBorder(nil, nil, nil, s.cross))))
}

// MinSize leaves room for a name.
func (s *Search) MinSize() fyne.Size { return fyne.NewSize(180, s.Entry.MinSize().Height) }
