package task

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
)

// desk is a UI goroutine for tests: what is delivered runs when the test says so.
type desk struct {
	mu   sync.Mutex
	todo []func()
	more chan struct{}
}

func runner(t *testing.T) (*Runner, *desk) {
	t.Helper()
	d := &desk{more: make(chan struct{}, 1000)}
	r := New(nil)
	r.deliver = func(f func()) {
		d.mu.Lock()
		d.todo = append(d.todo, f)
		d.mu.Unlock()
		d.more <- struct{}{}
	}
	t.Cleanup(r.Close)
	return r, d
}

// one waits for something to be delivered and runs it.
func (d *desk) one(t *testing.T) {
	t.Helper()
	select {
	case <-d.more:
	case <-time.After(5 * time.Second):
		t.Fatal("nothing was delivered")
	}
	d.mu.Lock()
	f := d.todo[0]
	d.todo = d.todo[1:]
	d.mu.Unlock()
	f()
}

func TestANewerLoadWins(t *testing.T) {
	r, d := runner(t)
	var s Slot
	var shown []int
	gate := make(chan struct{})
	started, canceled := make(chan struct{}), make(chan struct{})
	Load(r, &s, func(ctx context.Context) (int, error) {
		close(started)
		<-ctx.Done() // the newer load ends this one
		close(canceled)
		<-gate
		return 1, nil
	}, func(n int) { shown = append(shown, n) })
	<-started
	Load(r, &s, func(context.Context) (int, error) { return 2, nil }, func(n int) { shown = append(shown, n) })
	d.one(t)
	<-canceled
	close(gate)
	time.Sleep(20 * time.Millisecond)
	if !slices.Equal(shown, []int{2}) || len(d.more) != 0 {
		t.Errorf("shown %v, %d answers wait", shown, len(d.more))
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	r, d := runner(t)
	var s Slot
	var shown []int
	Load(r, &s, func(context.Context) (int, error) { return 1, nil }, func(n int) { shown = append(shown, n) })
	<-d.more // the answer is on its way …
	d.more <- struct{}{}
	s.Stop() // … when the page is left
	d.one(t)
	if len(shown) != 0 {
		t.Errorf("shown %v", shown)
	}
}

func TestLoadsAreBounded(t *testing.T) {
	r, d := runner(t)
	var mu sync.Mutex
	now, most := 0, 0
	slots := make([]Slot, 20)
	for i := range slots {
		Load(r, &slots[i], func(context.Context) (int, error) {
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			time.Sleep(2 * time.Millisecond)
			mu.Lock()
			now--
			mu.Unlock()
			return i, nil
		}, func(int) {})
	}
	for range slots {
		d.one(t)
	}
	if most > loadsAtOnce {
		t.Errorf("%d loads ran at once", most)
	}
}

func TestChangesRunOneAfterAnother(t *testing.T) {
	r, d := runner(t)
	var mu sync.Mutex
	now, order := 0, []int{}
	for i := range 4 {
		Do(r, Job{Title: "x"}, func(context.Context, office.Progress) (int, error) {
			mu.Lock()
			now++
			if now > 1 {
				t.Error("two changes at once")
			}
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			now--
			mu.Unlock()
			return i, nil
		}, func(n int) { order = append(order, n) })
	}
	for range 4 {
		d.one(t)
	}
	if !slices.Equal(order, []int{0, 1, 2, 3}) {
		t.Errorf("order %v", order)
	}
}

func TestTheQueueIsBounded(t *testing.T) {
	r, d := runner(t)
	gate := make(chan struct{})
	var faults []error
	for range jobsQueued + 5 {
		Do(r, Job{Fault: func(err error) { faults = append(faults, err) }}, func(context.Context, office.Progress) (int, error) {
			<-gate
			return 0, nil
		}, nil)
	}
	if len(faults) != 4 || fault.CodeOf(faults[0]) != "ui.busy" {
		t.Errorf("%d changes were refused: %v", len(faults), faults)
	}
	close(gate)
	for range jobsQueued + 1 {
		d.one(t)
	}
}

func TestFaultsAreShownWhereTheyBelong(t *testing.T) {
	r, d := runner(t)
	var window, form, logged error
	r.Fault = func(err error) { window = err }
	r.Log = func(err error) { logged = err }
	Do(r, Job{}, func(context.Context, office.Progress) (int, error) { return 0, fault.New(fault.Invalid, "a.b") }, nil)
	d.one(t)
	Do(r, Job{Fault: func(err error) { form = err }}, func(context.Context, office.Progress) (int, error) { return 0, fault.New(fault.Invalid, "c.d") }, nil)
	d.one(t)
	if fault.CodeOf(window) != "a.b" || fault.CodeOf(form) != "c.d" || logged != nil {
		t.Errorf("window %v, form %v, log %v", window, form, logged)
	}
	Do(r, Job{}, func(context.Context, office.Progress) (int, error) { panic("broken record") }, nil)
	d.one(t)
	if logged == nil || window != logged {
		t.Errorf("a panic gives window %v, log %v", window, logged)
	}
}

func TestCloseEndsWhatRuns(t *testing.T) {
	r, d := runner(t)
	started := make(chan struct{})
	var err error
	Do(r, Job{Title: "Đang in"}, func(ctx context.Context, _ office.Progress) (int, error) {
		close(started)
		<-ctx.Done()
		err = ctx.Err()
		return 0, err
	}, func(int) { t.Error("done was called") })
	<-started
	if r.Running() != "Đang in" {
		t.Errorf("running %q", r.Running())
	}
	r.Close()
	if !errors.Is(err, context.Canceled) || len(d.more) != 0 {
		t.Errorf("ended with %v, %d deliveries", err, len(d.more))
	}
}

func TestWatchersHearOnlyTheirNouns(t *testing.T) {
	r, _ := runner(t)
	r.Inline = true
	n := 0
	stop := r.Watch(func(office.Notice) { n++ }, "dossier")
	r.tell(notice("unit"))
	r.tell(notice("unit", "dossier"))
	stop()
	r.tell(notice("dossier"))
	if n != 1 {
		t.Errorf("told %d times", n)
	}
}

func notice(nouns ...string) office.Notice {
	var n office.Notice
	for _, x := range nouns {
		n.Refs = append(n.Refs, audit.Ref{Noun: x, ID: 1})
	}
	return n
}
