// Package bench holds the benchmarks that run through several rooms. Start them
// with `go run ./cmd/build bench`, which compares them in turn; the benchmarks of
// one room stand in that room.
package bench

import (
	"bytes"
	"context"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua/model/office"
	"thidua/model/viet"
)

// BenchmarkStage takes a list in as the office does: read, repaired, matched
// against 500 units and 10,000 people, checked, and kept with every cell in the
// database.
func BenchmarkStage(b *testing.B) { stage(b, listRows, viet.Unicode) }

// BenchmarkStageTCVN3 does the same with a list in .VnTime.
func BenchmarkStageTCVN3(b *testing.B) { stage(b, listRows, viet.TCVN3) }

// Three tenths and three times as many rows: the cost of a row must not grow.
func BenchmarkStage10000(b *testing.B)  { stage(b, 10_000, viet.Unicode) }
func BenchmarkStage300000(b *testing.B) { stage(b, 300_000, viet.Unicode) }

func stage(b *testing.B, rows int, enc viet.Encoding) {
	data, err := list(rows, enc)
	if err != nil {
		b.Fatal(err)
	}
	stageData(b, "danh-sach.xlsx", data, rows)
}

func stageData(b *testing.B, name string, data []byte, rows int) {
	ctx := context.Background()
	var took time.Duration
	for b.Loop() {
		b.StopTimer()
		o, done := openCrowded(b)
		runtime.GC()
		from := used()
		b.StartTimer()
		staged, err := o.Stage(ctx, office.Incoming{Name: name, Data: data}, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		took += used() - from
		if staged.Batch.Rows != rows {
			b.Fatalf("%d rows were staged, want %d", staged.Batch.Rows, rows)
		}
		done()
		b.StartTimer()
	}
	reportUsed(b, took)
}

// reportUsed tells the processor time of one operation.
func reportUsed(b *testing.B, took time.Duration) {
	if took > 0 {
		b.ReportMetric(float64(took.Nanoseconds())/float64(b.N), "cpu-ns/op")
	}
}

// BenchmarkStageMemory reports what is held while the list is taken in: the
// rows that are kept, and the most there ever is beside them.
func BenchmarkStageMemory(b *testing.B) {
	data, err := list(listRows, viet.Unicode)
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	for b.Loop() {
		o, done := openCrowded(b)
		in := office.Incoming{Name: "danh-sach.xlsx", Data: data}
		before := settled()
		p, err := o.Preview(ctx, in, nil)
		if err != nil {
			b.Fatal(err)
		}
		kept := settled() - before
		runtime.KeepAlive(p)
		p = office.Preview{}
		settled()
		most := watch(func() { _, err = o.Stage(ctx, in, nil) })
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(mib(kept), "MiB-rows")
		b.ReportMetric(mib(most-before-kept), "MiB-above")
		done()
	}
}

func mib(n int64) float64 { return float64(n) / (1 << 20) }

// settled is what is alive after everything dead has been collected.
func settled() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// watch is the most that was alive at any collection while f ran; collections
// come at every tenth more, so that little escapes between two of them.
func watch(f func()) (most int64) {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(live)
			most = max(most, int64(live[0].Value.Uint64()))
			select {
			case <-stop:
				return
			case <-tick.C:
			}
		}
	}()
	f()
	close(stop)
	<-stopped
	return most
}

// BenchmarkExcelizeRead only reads the cells of the same file with excelize, in
// its fastest way, and keeps nothing.
func BenchmarkExcelizeRead(b *testing.B) {
	data, err := list(listRows, viet.Unicode)
	if err != nil {
		b.Fatal(err)
	}
	from := used()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				b.Fatal(err)
			}
			if len(cells) > 1 {
				n++
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
		if n != listRows+1 {
			b.Fatalf("%d rows were read, want %d", n, listRows+1)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	reportUsed(b, used()-from)
}
