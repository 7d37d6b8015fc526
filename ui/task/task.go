// Package task is the two ways from a page to the office and no third: Load
// reads something to show, Do changes something.
//
// Start at New, then Load and Do. The package promises that nothing of the
// office runs on the UI goroutine; that a newer load of the same place cancels
// the older one and a late answer is dropped; that changes run one after
// another, with a progress bar and a Cancel once they take longer than a blink;
// that every fault is said in words; that those who watch are told what changed
// after the commit. It is the only place under ui with a goroutine or fyne.Do.
// It never decides what a page shows and holds no data of the office.
//
// Glossary: Slot — a place on the screen that shows the newest answer.
package task

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/ui/kit"
)

// The bounds. Loads beyond the first wait their turn and most are cancelled by
// newer ones before it comes; changes queue up to a handful, after which the
// person is told to wait rather than left to press a button forty times.
const (
	loadsAtOnce = 3
	jobsQueued  = 8
	blink       = 300 * time.Millisecond // before a progress bar is worth showing
	barEvery    = 80 * time.Millisecond  // between two updates of the bar
)

// Runner carries out loads and changes for one window.
type Runner struct {
	Office *office.Office
	// Fault shows a fault nobody else does; Log keeps its cause. Both may be nil.
	Fault func(error)
	Log   func(error)
	// Canvas is where progress is shown; nil shows none.
	Canvas func() fyne.Canvas
	// Inline runs everything at once in the caller's goroutine: for tests of what a
	// page shows and for the gallery.
	Inline bool

	deliver func(func()) // to the UI goroutine
	ctx     context.Context
	stop    context.CancelFunc
	loads   chan struct{}
	jobs    sync.WaitGroup
	pending atomic.Int64 // loads, changes and asides whose end has not been shown

	mu       sync.Mutex
	queue    []*job
	running  *job
	watchers map[int]watcher
	next     int
	leave    func()
}

type watcher struct {
	nouns []string
	tell  func(office.Notice)
}

// New makes a runner on an office; nil for a window that has none yet.
func New(o *office.Office) *Runner {
	r := &Runner{Office: o, deliver: fyne.Do, loads: make(chan struct{}, loadsAtOnce), watchers: map[int]watcher{}}
	r.ctx, r.stop = context.WithCancel(context.Background())
	if o != nil {
		r.leave = o.Subscribe(func(n office.Notice) { r.toUI(func() { r.tell(n) }) })
	}
	return r
}

// Close stops everything that runs and waits until it has.
func (r *Runner) Close() {
	if r.leave != nil {
		r.leave()
	}
	r.stop()
	r.jobs.Wait()
}

func (r *Runner) toUI(f func()) {
	if r.Inline {
		f()
		return
	}
	r.deliver(f)
}

// Watch calls tell after every change that touched one of the nouns, on the UI
// goroutine, until cancel is called.
func (r *Runner) Watch(tell func(office.Notice), nouns ...string) (cancel func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.next++
	id := r.next
	r.watchers[id] = watcher{nouns, tell}
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.watchers, id)
	}
}

func (r *Runner) tell(n office.Notice) {
	r.mu.Lock()
	var fns []func(office.Notice)
	for id := 1; id <= r.next; id++ {
		if w, ok := r.watchers[id]; ok && n.Touches(w.nouns...) {
			fns = append(fns, w.tell)
		}
	}
	r.mu.Unlock()
	for _, f := range fns {
		f(n)
	}
}

// fault shows an error by whoever wants it first.
func (r *Runner) fault(err error, first func(error)) {
	if fault.KindOf(err) == fault.Internal && r.Log != nil {
		r.Log(err)
	}
	switch {
	case first != nil:
		first(err)
	case r.Fault != nil:
		r.Fault(err)
	}
}

// guarded turns a panic of the office into a fault, so that one broken record
// does not take the window and what is typed in it along.
func guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return f()
}

// Canceled tells that an error only says somebody stopped it.
func Canceled(err error) bool {
	return errors.Is(err, context.Canceled) || fault.KindOf(err) == fault.Canceled
}

// Slot is one place on the screen that shows the newest answer. It belongs to
// the UI goroutine.
type Slot struct {
	Fault  func(error) // shows a fault in the place itself; nil: the runner's
	Busy   func(bool)  // told when loading begins and ends; may be nil
	turn   int
	cancel context.CancelFunc
}

// Stop cancels what the slot is waiting for.
func (s *Slot) Stop() {
	s.turn++
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	s.busy(false)
}

func (s *Slot) busy(on bool) {
	if s.Busy != nil {
		s.Busy(on)
	}
}

// Load reads something away from the UI goroutine and shows it there. A newer
// load of the same slot cancels this one; its late answer is dropped.
func Load[T any](r *Runner, s *Slot, read func(context.Context) (T, error), show func(T)) {
	s.Stop()
	turn := s.turn
	ctx, cancel := context.WithCancel(r.ctx)
	s.cancel = cancel
	s.busy(true)
	finish := func(v T, err error) {
		cancel()
		if s.turn != turn || r.ctx.Err() != nil {
			return
		}
		s.cancel = nil
		s.busy(false)
		switch {
		case err == nil:
			show(v)
		case !Canceled(err):
			r.fault(err, s.Fault)
		}
	}
	work := func() (v T, err error) {
		err = guarded(func() error {
			v, err = read(ctx)
			return err
		})
		return v, err
	}
	if r.Inline {
		v, err := work()
		finish(v, err)
		return
	}
	r.pending.Add(1)
	go func() {
		defer r.pending.Add(-1)
		select {
		case r.loads <- struct{}{}:
		case <-ctx.Done():
			return
		}
		var v T
		err := ctx.Err()
		if err == nil {
			v, err = work()
		}
		<-r.loads
		if ctx.Err() != nil {
			return
		}
		r.pending.Add(1)
		r.deliver(func() {
			defer r.pending.Add(-1)
			finish(v, err)
		})
	}()
}

// Job names a change and says how it is shown.
type Job struct {
	Title string      // of the progress bar: "Đang nhận danh sách"
	Fault func(error) // shows a fault in the form it belongs to; nil: the runner's
	// Always is called when the job is over, however it ended; may be nil.
	Always func()
}

type job struct {
	Job
	cancel context.CancelFunc
	run    func(*job)
	bar    *kit.Progress
	last   time.Time
	over   bool
}

// Do changes something away from the UI goroutine: act is given a context that
// Cancel ends and a progress to report to; done is called on the UI goroutine
// when it worked. Changes run one after another.
func Do[T any](r *Runner, j Job, act func(context.Context, office.Progress) (T, error), done func(T)) {
	ctx, cancel := context.WithCancel(r.ctx)
	k := &job{Job: j, cancel: cancel}
	end := func(v T, err error) {
		cancel()
		k.over = true
		if k.bar != nil {
			k.bar.Close()
		}
		if j.Always != nil {
			j.Always()
		}
		if err != nil {
			r.fault(err, j.Fault)
			return
		}
		if done != nil {
			done(v)
		}
	}
	work := func() (v T, err error) {
		err = guarded(func() error {
			v, err = act(ctx, func(n, total int) { r.progress(k, n, total) })
			return err
		})
		return v, err
	}
	if r.Inline {
		v, err := work()
		end(v, err)
		return
	}
	k.run = func(k *job) {
		defer r.pending.Add(-1)
		var v T
		err := ctx.Err()
		if err == nil {
			v, err = work()
		}
		if r.ctx.Err() != nil { // the window is closing: nobody is left to be told
			cancel()
			return
		}
		r.pending.Add(1)
		r.deliver(func() {
			defer r.pending.Add(-1)
			end(v, err)
		})
	}
	r.pending.Add(1)
	if !r.enqueue(k) {
		r.pending.Add(-1)
		cancel()
		r.fault(fault.New(fault.Conflict, "ui.busy"), j.Fault)
	}
}

func (r *Runner) enqueue(k *job) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.queue) >= jobsQueued {
		return false
	}
	r.queue = append(r.queue, k)
	if r.running == nil {
		r.startNext()
	}
	return true
}

// startNext takes the next change; r.mu is held.
func (r *Runner) startNext() {
	r.running = nil
	if len(r.queue) == 0 {
		return
	}
	k := r.queue[0]
	r.queue = r.queue[1:]
	r.running = k
	r.jobs.Add(1)
	go func() {
		defer r.jobs.Done()
		wait := time.AfterFunc(blink, func() { r.deliver(func() { r.showBar(k) }) })
		k.run(k)
		wait.Stop()
		r.mu.Lock()
		r.startNext()
		r.mu.Unlock()
	}()
}

func (r *Runner) showBar(k *job) {
	if k.over || k.bar != nil || r.Canvas == nil || r.ctx.Err() != nil {
		return
	}
	k.bar = kit.ShowProgress(r.Canvas(), k.Title, k.cancel)
}

// progress moves the bar, at most a dozen times a second.
func (r *Runner) progress(k *job, done, total int) {
	r.mu.Lock()
	now := time.Now()
	skip := now.Sub(k.last) < barEvery && done < total
	if !skip {
		k.last = now
	}
	r.mu.Unlock()
	if skip || r.Inline {
		return
	}
	r.deliver(func() {
		if k.bar != nil && !k.over {
			k.bar.Set(done, total, "")
		}
	})
}

// Running tells the title of the change that is being carried out, "" for none.
func (r *Runner) Running() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.running == nil {
		return ""
	}
	return r.running.Title
}

// Later runs something on the UI goroutine from another one: for answers of the
// system's own dialogs, which do not come through the office.
func (r *Runner) Later(f func()) { r.toUI(f) }

// Aside runs something slow that is no business of the office (the system's file
// dialog, the viewer) away from the UI goroutine and gives its answer back there.
func Aside[T any](r *Runner, work func() (T, error), done func(T, error)) {
	if r.Inline {
		done(work())
		return
	}
	r.pending.Add(1)
	go func() {
		defer r.pending.Add(-1)
		var v T
		err := guarded(func() (err error) {
			v, err = work()
			return err
		})
		if r.ctx.Err() == nil {
			r.pending.Add(1)
			r.deliver(func() {
				defer r.pending.Add(-1)
				done(v, err)
			})
		}
	}()
}

// Idle tells that nothing is under way.
func (r *Runner) Idle() bool { return r.pending.Load() == 0 }

// Change carries out one change to the office, and says that it is done beside the
// button that takes it back. done is told of a fault, or of none; nil when no form
// waits for it.
func Change(r *Runner, host kit.Host, title, said string, done func(error), change func(context.Context) (audit.Entry, error)) {
	Do(r, Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) { return change(ctx) },
		func(e audit.Entry) {
			if done != nil {
				done(nil)
			}
			host.Done(said, e.ID)
		})
}
