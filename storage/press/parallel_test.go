package press

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"testing"

	"thidua/model/paper"
)

func TestParallelKeepsTheOrder(t *testing.T) {
	old := runtime.GOMAXPROCS(4)
	defer runtime.GOMAXPROCS(old)
	for _, n := range []int{0, 1, 3, 4, 5, 200} {
		var got []int
		if err := inParallel(n, func() func(int) int { return func(i int) int { return i * i } }, func(i, v int) error {
			if v != i*i {
				t.Errorf("%d gives %d", i, v)
			}
			got = append(got, i)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i, g := range got {
			if i != g {
				t.Fatalf("%v", got)
			}
		}
		if len(got) != n {
			t.Fatalf("%d of %d", len(got), n)
		}
	}
	stop := errors.New("stop")
	taken := 0
	if err := inParallel(500, func() func(int) int { return func(i int) int { return i } }, func(i, _ int) error {
		taken++
		if i == 7 {
			return stop
		}
		return nil
	}); err != stop || taken != 8 {
		t.Errorf("%v after %d", err, taken)
	}
	defer func() {
		if recover() != "oops" {
			t.Error("a worker's panic is lost")
		}
	}()
	_ = inParallel(50, func() func(int) int {
		return func(i int) int {
			if i == 20 {
				panic("oops")
			}
			return i
		}
	}, func(int, int) error { return nil })
}

// Whatever the number of processors, the bytes are the same.
func TestProcessorsDoNotShowInTheFile(t *testing.T) {
	old := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(old)
	for _, d := range []*paper.Document{summaries(30), submission(1000)} {
		runtime.GOMAXPROCS(1)
		one := pdfOf(t, d)
		for _, n := range []int{2, 5} {
			runtime.GOMAXPROCS(n)
			if !bytes.Equal(pdfOf(t, d), one) {
				t.Errorf("%s: %d processors write another file", d.Code, n)
			}
		}
	}
}

func TestLongJobCanBeStopped(t *testing.T) {
	stop := errors.New("stop")
	asked := 0
	err := PDF(io.Discard, summaries(50), Options{Stopped: func() error {
		return stop
	}})
	if err != stop {
		t.Errorf("parts: %v", err)
	}
	err = PDF(io.Discard, submission(4000), Options{Stopped: func() error {
		if asked++; asked > 3 {
			return stop
		}
		return nil
	}})
	if err != stop {
		t.Errorf("pages: %v after %d", err, asked)
	}
}
