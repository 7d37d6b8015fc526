package press

import (
	"runtime"
	"sync"
)

// few pieces are worked one after another: starting goroutines costs more than it
// gains.
const few = 4

// inParallel does n pieces of work on all processors and hands the results over in
// order, on the caller's goroutine. worker makes one worker, which keeps what it
// likes between pieces. No more than a few results wait at a time, so memory does
// not grow with n. The first error of take ends it: pieces under way are finished
// and dropped. A panic of a worker is the caller's.
func inParallel[T any](n int, worker func() func(i int) T, take func(i int, v T) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	if n < few || workers < 2 {
		do := worker()
		for i := range n {
			if err := take(i, do(i)); err != nil {
				return err
			}
		}
		return nil
	}
	type result struct {
		v        T
		panicked any
	}
	guarded := func(do func(int) T, i int) (r result) {
		defer func() { r.panicked = recover() }()
		r.v = do(i)
		return r
	}
	results := make([]chan result, n)
	for i := range results {
		results[i] = make(chan result, 1)
	}
	var (
		room = make(chan struct{}, 4*workers) // a place for each result not yet taken
		stop = make(chan struct{})
		next int
		mu   sync.Mutex
		wait sync.WaitGroup
	)
	for range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			do := worker()
			for {
				select {
				case room <- struct{}{}:
				case <-stop:
					return
				}
				// The place comes before the number: the lowest number not taken always
				// has one, so nobody waits for ever.
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n {
					return
				}
				results[i] <- guarded(do, i)
			}
		}()
	}
	var err error
	var panicked any
	for i := range n {
		r := <-results[i]
		if panicked = r.panicked; panicked != nil {
			break
		}
		if err = take(i, r.v); err != nil {
			break
		}
		results[i] = nil
		<-room
	}
	close(stop)
	wait.Wait()
	if panicked != nil {
		panic(panicked)
	}
	return err
}
