package ui

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"thidua/ui/kit"
	"thidua/ui/task"
)

// PickFiles implements kit.Host: the system's own dialog, and the toolkit's where
// the system has none.
func (w *Window) PickFiles(title string, many bool, kinds []kit.FileKind, done func([]string)) {
	task.Aside(w.Runner, func() ([]string, error) { return w.opt.System.PickOpen(title, many, kinds) },
		func(paths []string, err error) {
			switch {
			case noDialog(err):
				d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
					if err == nil && f != nil {
						path := f.URI().Path()
						_ = f.Close()
						done([]string{path})
					}
				}, w.win)
				d.SetFilter(filter(kinds))
				d.Show() // before Resize, which it does not bear unshown
				d.Resize(fyne.NewSize(860, 560))
			case err != nil:
				w.fault(err)
			case len(paths) > 0:
				done(paths)
			}
		})
}

// PickSave implements kit.Host.
func (w *Window) PickSave(title, name string, kinds []kit.FileKind, done func(string)) {
	task.Aside(w.Runner, func() (string, error) { return w.opt.System.PickSave(title, name, kinds) },
		func(path string, err error) {
			switch {
			case noDialog(err):
				d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
					if err == nil && f != nil {
						done(f.Path() + "/" + name)
					}
				}, w.win)
				d.Show() // before Resize, which it does not bear unshown
				d.Resize(fyne.NewSize(860, 560))
			case err != nil:
				w.fault(err)
			case path != "":
				done(path)
			}
		})
}

func filter(kinds []kit.FileKind) storage.FileFilter {
	var ext []string
	for _, k := range kinds {
		for _, p := range k.Patterns {
			if len(p) > 1 && p[0] == '*' && p != "*.*" {
				ext = append(ext, p[1:])
			}
		}
	}
	return storage.NewExtensionFileFilter(ext)
}

// ReadFile implements kit.Host.
func (w *Window) ReadFile(path string) ([]byte, error) { return w.opt.System.ReadFile(path) }

// WriteFile implements kit.Host.
func (w *Window) WriteFile(path string, write func(io.Writer) error) error {
	return w.opt.System.WriteFile(path, write)
}

// Scratch implements kit.Host.
func (w *Window) Scratch(name string) string { return w.opt.System.Scratch(name) }

// OpenFile implements kit.Host.
func (w *Window) OpenFile(path string) {
	task.Aside(w.Runner, func() (struct{}, error) { return struct{}{}, w.opt.System.OpenFile(path) },
		func(_ struct{}, err error) {
			if err != nil {
				w.fault(err)
			}
		})
}
