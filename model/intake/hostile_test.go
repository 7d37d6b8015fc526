package intake

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A book may claim anything; reading it must stay cheap.
func TestHostileBooksStayCheap(t *testing.T) {
	wide := Grid{Name: "wide"}
	for r := range 40 {
		row := Row{Number: r + 1}
		for c := range 16384 {
			row.Cells = append(row.Cells, Cell{Col: c, Text: fmt.Sprintf("Họ và tên %d %d", r, c)})
		}
		wide.Rows = append(wide.Rows, row)
	}
	merged := grid("merged", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Lê Thị Én|Sở Y tế|GK")
	for i := range 300_000 {
		merged.Merges = append(merged.Merges, Merge{1 + i%3, i % 500, 1 + i%3 + i%7, i%500 + i%9})
	}
	long := grid("long", "STT|Họ và tên|Đơn vị|Hình thức", "#1|"+strings.Repeat("Nguyễn, Phó Giám đốc - ", 40_000)+"|"+strings.Repeat("Sở ", 100_000)+"|"+strings.Repeat("Bằng khen ", 50_000))
	heads := Grid{Name: "heads"}
	for r := range 3000 {
		heads.Rows = append(heads.Rows, grid("", "STT|Họ và tên|Đơn vị|Hình thức", "").Rows[0])
		heads.Rows[r].Number = r + 1
	}
	same := Grid{Name: "same", Rows: []Row{grid("", "STT|Họ và tên|Đơn vị|Hình thức").Rows[0]}}
	for r := range 30_000 {
		row := grid("", fmt.Sprintf("#%d|Nguyễn Văn An|Sở số %d|GK", r+1, r)).Rows[0]
		row.Number = r + 2
		same.Rows = append(same.Rows, row)
	}
	for _, g := range []Grid{wide, merged, long, heads, same} {
		start := time.Now()
		_, _ = Read(context.Background(), bookOf(g), options(), nil)
		// Ten seconds is what a refused file may take in all; a shared machine
		// gets half of that here, where each of these takes well under one.
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("sheet %s took %v", g.Name, d)
		} else {
			t.Log(g.Name, d)
		}
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, bookOf(grid("a", "STT|Họ và tên|Đơn vị|Hình thức", "#1|Lê Thị Én|Sở Y tế|GK")), options(), nil); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestProgressReachesTheEnd(t *testing.T) {
	g := grid("a", "STT|Họ và tên|Đơn vị|Hình thức")
	for i := range 2500 {
		row := grid("", fmt.Sprintf("#%d|Lê Văn %d|Sở Y tế|GK", i+1, i)).Rows[0]
		row.Number = i + 2
		g.Rows = append(g.Rows, row)
	}
	last, all := -1, 0
	_, err := Read(context.Background(), bookOf(g), options(), func(done, total int) {
		if done < last || done > total {
			t.Fatalf("progress went from %d to %d of %d", last, done, total)
		}
		last, all = done, total
	})
	if err != nil || all != 2501 || last != all {
		t.Errorf("%v: stopped at %d of %d", err, last, all)
	}
}
