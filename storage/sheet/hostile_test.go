package sheet

import (
	"bytes"
	"context"
	"runtime"
	"testing"
	"time"

	"thidua/model/intake"
)

// readWithin reads and fails when it takes more than ten seconds or makes the
// heap grow beyond 512 MiB, refused or not.
func readWithin(t *testing.T, raw []byte) (*intake.Book, error) {
	t.Helper()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapSys-m.HeapReleased)
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	b, err := Read(context.Background(), "x", bytes.NewReader(raw), int64(len(raw)))
	took := time.Since(start)
	close(stop)
	most := <-peak
	t.Logf("%v, heap %d MiB, %v", took.Round(time.Millisecond), most/mib, err)
	if took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if most > 512*mib {
		t.Errorf("heap grew to %d MiB", most/mib)
	}
	return b, err
}
