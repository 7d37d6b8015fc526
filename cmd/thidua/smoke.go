package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"

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
			if err := png.Encode(f, w.Window().Canvas().Capture()); err != nil {
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
