package task

import (
	"time"

	"fyne.io/fyne/v2"

	"thidua/model/fault"
)

// Step is one thing a walk does on the UI goroutine.
type Step struct {
	Name string
	Do   func() error
}

// The pace of a walk: how often it looks whether the window has come to rest,
// how long it gives the screen to be painted, and when it gives up.
const (
	walkLook  = 20 * time.Millisecond
	walkPaint = 120 * time.Millisecond
	walkMost  = 30 * time.Second
)

// Walk goes through steps as a person would: each begins when everything the one
// before it set off has ended and been painted. done is called on the UI
// goroutine with the first error, nil when all went well. It serves the smoke
// run of the real window.
func Walk(r *Runner, steps []Step, done func(step string, err error)) {
	go func() {
		for _, s := range steps {
			if !r.settle() {
				fyne.DoAndWait(func() { done(s.Name, fault.New(fault.Internal, "ui.not-at-rest", s.Name)) })
				return
			}
			var err error
			fyne.DoAndWait(func() { err = s.Do() })
			if err != nil {
				fyne.DoAndWait(func() { done(s.Name, err) })
				return
			}
		}
		r.settle()
		fyne.DoAndWait(func() { done("", nil) })
	}()
}

func (r *Runner) settle() bool {
	for end := time.Now().Add(walkMost); time.Now().Before(end); time.Sleep(walkLook) {
		if r.Idle() {
			time.Sleep(walkPaint)
			if r.Idle() {
				return true
			}
		}
	}
	return false
}
