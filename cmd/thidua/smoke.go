package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"thidua/ui"
	"thidua/ui/task"
)

// smoke walks through every place the window can show, as it is shipped and on a
// real screen, and captures each into dir as NN-area.png. cmd/build test calls it
// ("thidua --data DIR --smoke OUTDIR"): it ends by itself, status 0 when every
// page came to rest without a fault.
func smoke(w *ui.Window, dir string, done func(error)) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		done(err)
		return
	}
	var steps []task.Step
	capture := func(n int, name string) func() error {
		return func() error {
			if text := w.FaultShown(); text != "" {
				return fmt.Errorf("%s shows a fault: %s", name, text)
			}
			f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%02d-%s.png", n, name)))
			if err != nil {
				return err
			}
			pic := picture(w.Window().Canvas())
			if blank(pic) {
				_ = f.Close()
				return fmt.Errorf("%s shows nothing", name)
			}
			if err := png.Encode(f, pic); err != nil {
				_ = f.Close()
				return err
			}
			return f.Close()
		}
	}
	for i, s := range w.Walk() {
		steps = append(steps, s, task.Step{Name: s.Name, Do: capture(i+1, s.Name)})
	}
	task.Walk(w.Runner, steps, func(name string, err error) {
		if err != nil {
			err = fmt.Errorf("%s: %w", name, err)
		}
		done(err)
	})
}

// picture draws what a canvas shows once more, with the toolkit's software
// painter: the canvas's own Capture reads a buffer that software OpenGL leaves black.
func picture(from fyne.Canvas) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(from.Content())
	c.Resize(from.Size())
	for _, o := range from.Overlays().List() {
		c.Overlays().Add(o)
	}
	return c.Capture()
}

// blank tells that a picture has one colour only where a page should stand.
func blank(pic image.Image) bool {
	b := pic.Bounds()
	first := pic.At(b.Dx()/2, b.Dy()/2)
	for y := b.Dy() / 8; y < b.Dy()*7/8; y += 3 {
		for x := b.Dx() / 4; x < b.Dx(); x += 3 {
			if pic.At(x, y) != first {
				return false
			}
		}
	}
	return true
}
