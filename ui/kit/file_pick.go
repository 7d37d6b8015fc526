package kit

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
	"thidua/ui/words"
)

// FilePick is a form's choice of one file: a button that asks for it, the name of
// what was chosen or is kept already, and a cross that lets go of the choice. It
// opens nothing: whoever made the form reads Path away from the UI goroutine.
type FilePick struct {
	widget.BaseWidget
	Path string // chosen now, "" for none

	kept  string
	name  *widget.Label
	cross *Button
	box   *fyne.Container
}

// NewFilePick makes one; kept is the name of the file there is already, "" for none.
func NewFilePick(host Host, title, kept string, kinds []FileKind) *FilePick {
	f := &FilePick{kept: kept, name: widget.NewLabel("")}
	f.name.Truncation = fyne.TextTruncateEllipsis
	f.cross = NewButton("", fynetheme.CancelIcon(), func() { f.set("") }).Flat()
	choose := NewButton(words.PickFile, fynetheme.FolderOpenIcon(), func() {
		host.PickFiles(title, false, kinds, func(paths []string) {
			if len(paths) > 0 {
				f.set(paths[0])
			}
		})
	})
	f.box = container.NewBorder(nil, nil, choose, f.cross, f.name)
	f.ExtendBaseWidget(f)
	f.set("")
	return f
}

func (f *FilePick) set(path string) {
	f.Path = path
	switch {
	case path != "":
		f.name.Importance = widget.MediumImportance
		f.name.SetText(filepath.Base(path))
		f.cross.Show()
	case f.kept != "":
		f.name.Importance = widget.LowImportance
		f.name.SetText(words.Fill(words.PickKept, f.kept))
		f.cross.Hide()
	default:
		f.name.Importance = widget.LowImportance
		f.name.SetText(words.PickNoFile)
		f.cross.Hide()
	}
}

// CreateRenderer implements fyne.Widget.
func (f *FilePick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// MinSize leaves room for a name.
func (f *FilePick) MinSize() fyne.Size {
	return fyne.NewSize(280, f.box.MinSize().Height+theme.Gap/2)
}
