package main

import (
	"fmt"
	"io"

	"fyne.io/fyne/v2"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/ui"
	"thidua/ui/kit"
)

// pages walks through the window as a smoke run does and draws each place.
func (g *gallery) pages(o *office.Office, name string, size fyne.Size) error {
	w := ui.New(g.app, o, ui.Options{Data: `D:\ThiDua\du-lieu`, Version: "0.1.0", System: nowhere{}, Inline: true,
		Report: func(io.Writer) error { return nil }})
	defer w.Close()
	w.Window().Resize(size)
	for i, s := range w.Walk() {
		if err := s.Do(); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		if text := w.FaultShown(); text != "" {
			return fmt.Errorf("%s shows a fault: %s", s.Name, text)
		}
		// The test driver lays a tree out once; what grew since needs a second time.
		w.Window().Resize(size.AddWidthHeight(0, 1))
		w.Window().Resize(size)
		if err := g.save(fmt.Sprintf("%s-%02d-%s", name, i+1, s.Name), w.Window().Canvas().Capture()); err != nil {
			return err
		}
		if got := w.Window().Canvas().Size(); got.Width > size.Width+1 || got.Height > size.Height+1 {
			return fmt.Errorf("%s does not fit: the window grew from %v to %v", s.Name, size, got)
		}
		if need := w.PageMin(); need.Width > w.PageRoom().Width+0.5 || need.Height > w.PageRoom().Height+0.5 {
			return fmt.Errorf("%s at %v needs %v, there is %v", s.Name, size, need, w.PageRoom())
		}
	}
	return nil
}

// nowhere is a system without dialogs and files.
type nowhere struct{}

func none() error { return fault.New(fault.NotFound, "ui.no-dialog") }

func (nowhere) PickOpen(string, bool, []kit.FileKind) ([]string, error) { return nil, nil }
func (nowhere) PickSave(string, string, []kit.FileKind) (string, error) { return "", nil }
func (nowhere) ReadFile(string) ([]byte, error)                         { return nil, none() }
func (nowhere) WriteFile(string, func(io.Writer) error) error           { return none() }
func (nowhere) OpenFile(string) error                                   { return none() }
func (nowhere) Scratch(name string) string                              { return name }
