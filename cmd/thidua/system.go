package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/ncruces/zenity"

	"thidua/model/fault"
	"thidua/storage"
	"thidua/ui/kit"
)

const onUnix = runtime.GOOS != "windows" && runtime.GOOS != "darwin"

// system is the machine as the window sees it.
type system struct {
	scratch string
	owner   zenity.Option // the window dialogs belong to, nil where the system finds it out
}

// scratchName begins the name of a folder of papers that are only looked at.
const scratchName = "thidua-xem"

func newSystem() *system {
	sweep(os.TempDir(), time.Now())
	dir, err := os.MkdirTemp("", scratchName)
	if err != nil {
		dir = os.TempDir()
	}
	return &system{scratch: dir}
}

// staleAfter is longer than any window stays open.
const staleAfter = 7 * 24 * time.Hour

// sweep takes away what earlier starts left: papers hold names, and a program
// that fell, or a viewer that held one, left them behind.
func sweep(dir string, now time.Time) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range list {
		st, err := e.Info()
		if err == nil && e.IsDir() && strings.HasPrefix(e.Name(), scratchName) && now.Sub(st.ModTime()) > staleAfter {
			_ = os.RemoveAll(filepath.Join(dir, e.Name())) // what is still held goes the next time
		}
	}
}

// clean takes the papers away that were only looked at. On Windows a viewer may
// still hold one; it stays until a later start.
func (s *system) clean() {
	if s.scratch != os.TempDir() {
		_ = os.RemoveAll(s.scratch)
	}
}

func noDialog() error { return fault.New(fault.NotFound, "ui.no-dialog") }

// PickOpen shows the system's dialog for files to read.
func (s *system) PickOpen(title string, many bool, kinds []kit.FileKind) ([]string, error) {
	if !zenity.IsAvailable() {
		return nil, noDialog()
	}
	opts := s.dialog(title, kinds)
	if many {
		paths, err := zenity.SelectFileMultiple(opts...)
		return paths, given(err)
	}
	path, err := zenity.SelectFile(opts...)
	if path == "" {
		return nil, given(err)
	}
	return []string{path}, given(err)
}

// PickSave shows the system's dialog for a file to write.
func (s *system) PickSave(title, name string, kinds []kit.FileKind) (string, error) {
	if !zenity.IsAvailable() {
		return "", noDialog()
	}
	path, err := zenity.SelectFileSave(append(s.dialog(title, kinds), zenity.Filename(name), zenity.ConfirmOverwrite())...)
	if path != "" && filepath.Ext(path) == "" {
		path += filepath.Ext(name)
	}
	return path, given(err)
}

func (s *system) dialog(title string, kinds []kit.FileKind) []zenity.Option {
	opts := []zenity.Option{zenity.Title(title), zenity.Modal(), filters(kinds)}
	if s.owner != nil {
		opts = append(opts, s.owner)
	}
	return opts
}

func filters(kinds []kit.FileKind) zenity.FileFilters {
	var out zenity.FileFilters
	for _, k := range kinds {
		out = append(out, zenity.FileFilter{Name: k.Name, Patterns: k.Patterns, CaseFold: true})
	}
	return out
}

// given makes giving up no fault.
func given(err error) error {
	if errors.Is(err, zenity.ErrCanceled) {
		return nil
	}
	if err != nil {
		return noDialog()
	}
	return nil
}

// ReadFile reads a file an agency sent.
func (s *system) ReadFile(path string) ([]byte, error) { return storage.ReadFile(path) }

// WriteFile writes a file whole or not at all.
func (s *system) WriteFile(path string, write func(io.Writer) error) error {
	return storage.WriteFile(path, write)
}

// OpenFile hands a file to the system's program for it.
func (s *system) OpenFile(path string) error {
	if err := openWithSystem(path); err != nil {
		return fault.New(fault.NotFound, "ui.no-open", filepath.Base(path)).Because(err)
	}
	return nil
}

// Scratch is where a paper lies that is only looked at.
func (s *system) Scratch(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
	return filepath.Join(s.scratch, name)
}
