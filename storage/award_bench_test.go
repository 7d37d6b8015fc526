package storage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
)

// Ten thousand dossiers of one movement: checking all of them against every rule
// beside merely loading them.

const many = 10_000

var (
	manyOnce   sync.Once
	manyOffice *office.Office
	manyErr    error
)

func TestMain(m *testing.M) {
	status := m.Run()
	if manyDir != "" {
		os.RemoveAll(manyDir)
	}
	os.Exit(status)
}

var manyDir string

// tenThousand is an office with so many dossiers, made once.
func tenThousand(b *testing.B) *office.Office {
	b.Helper()
	manyOnce.Do(func() {
		if manyDir, manyErr = os.MkdirTemp("", "thidua-bench"); manyErr != nil {
			return
		}
		var s *storage.Storage
		if s, manyErr = storage.Open(ctx, storage.Config{Dir: filepath.Join(manyDir, "du-lieu"), Today: when.MustParse("2025-12-08")}); manyErr != nil {
			return
		}
		o := office.New(s.Ports, "Cán bộ thử")
		if _, manyErr = o.SetUp(ctx); manyErr != nil {
			return
		}
		units := []string{"Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Sở Xây dựng", "Sở Công Thương"}
		families := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Chamaléa", "Đổng", "Kiều", "Bá"}
		given := []string{"An", "Bình", "Chi", "Dũng", "Hạnh", "Lan", "Minh", "Oanh", "Phúc", "Tâm", "Vy"}
		per := many / len(units)
		for u, unit := range units {
			var rows []string
			for i := range per {
				n := u*per + i
				rows = append(rows, fmt.Sprintf("%d,%s Văn %s %s,Nam,%02d/%02d/%d,0580%08d,Chuyên viên,%s,Hoàn thành tốt nhiệm vụ thứ %d,Bằng khen của Chủ tịch UBND tỉnh", i+1,
					families[n%len(families)], given[n/7%len(given)], given[n/91%len(given)], n%28+1, n%12+1, 1965+n%35, 10_000_000+n, unit, n))
			}
			in := list(rows...)
			in.Name = unit + ".csv"
			st, err := o.Stage(ctx, in, nil)
			if err == nil {
				_, err = o.Accept(ctx, st.Batch.ID)
			}
			if err != nil {
				manyErr = err
				return
			}
		}
		manyOffice = o
	})
	if manyErr != nil {
		b.Fatal(manyErr)
	}
	return manyOffice
}

// withReports gives every one of the ten thousand a report of some five hundred words,
// which stands in no other but for the form's own words; every five hundredth is
// copied from its neighbour.
func withReports(b *testing.B) *office.Office {
	b.Helper()
	o := tenThousand(b)
	manyReports.Do(func() {
		m, err := o.Movement(ctx, "TTC80")
		if err != nil {
			manyErr = err
			return
		}
		ds, err := o.Dossiers(ctx, office.DossierFilter{Movement: m.ID})
		if err != nil {
			manyErr = err
			return
		}
		var papers []*dossier.Paper
		for i, d := range ds {
			from := i
			if i%500 == 1 {
				from = i - 1
			}
			papers = append(papers, &dossier.Paper{Dossier: d.ID, Code: "bao_cao", State: dossier.Whole, Originals: 1, Text: deeds(d, from)})
		}
		_, manyErr = o.SavePapers(ctx, papers...)
	})
	if manyErr != nil {
		b.Fatal(manyErr)
	}
	return o
}

var manyReports sync.Once

// deeds is a made-up báo cáo thành tích of about five hundred words.
func deeds(d dossier.Dossier, who int) string {
	var t strings.Builder
	fmt.Fprintf(&t, "BÁO CÁO THÀNH TÍCH đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh\nI. SƠ LƯỢC LÝ LỊCH\nHọ và tên: %s\nChức vụ: %s\nĐơn vị công tác: %s\nII. THÀNH TÍCH ĐẠT ĐƯỢC\n", d.Name, d.Position, d.UnitText)
	for i := range 17 {
		fmt.Fprintf(&t, "Năm %d%d tôi đã tham mưu văn bản số %d về lĩnh vực thứ %d, giải quyết %d kiến nghị của cử tri tại địa bàn %d.\n", who, i, who*97+i*13, who*31+i, who*7+i*5, who*53+i*3)
	}
	return t.String()
}

func BenchmarkCheckMovement(b *testing.B) {
	o := tenThousand(b)
	b.ResetTimer()
	for range b.N {
		found, err := o.Check(ctx, "TTC80")
		if err != nil || len(found) < many {
			b.Fatal(len(found), err)
		}
	}
}

// BenchmarkLoadMovement merely loads the dossiers, nothing of what the rules look at
// besides (nominees, honours, confirmations, papers).
func BenchmarkLoadMovement(b *testing.B) {
	o := tenThousand(b)
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for range b.N {
		ds, err := o.Dossiers(ctx, office.DossierFilter{Movement: m.ID})
		if err != nil || len(ds) < many {
			b.Fatal(len(ds), err)
		}
	}
}

func BenchmarkBoard(b *testing.B) {
	o := tenThousand(b)
	b.ResetTimer()
	for range b.N {
		board, err := o.Board(ctx, "TTC80")
		if err != nil || len(board.Units) == 0 || !strings.Contains(board.Units[0].Name, "Sở") {
			b.Fatal(board.Units, err)
		}
	}
}

// BenchmarkCheckReports is BenchmarkCheckMovement with a report kept for every dossier;
// the last, since the office has them from then on. The first check after papers were
// saved finds which are copied and keeps it; it is told apart as first-ms.
func BenchmarkCheckReports(b *testing.B) {
	o := withReports(b)
	check := func() {
		found, err := o.Check(ctx, "TTC80")
		if err != nil || len(found) < many {
			b.Fatal(len(found), err)
		}
		copied := 0
		for _, f := range found {
			if f.Rule == "KT-32" {
				copied++
			}
		}
		if copied != 2*many/500 {
			b.Fatal(copied, "copied reports are told")
		}
	}
	begun := time.Now()
	check()
	first := time.Since(begun)
	b.ResetTimer()
	for range b.N {
		check()
	}
	b.ReportMetric(float64(first.Milliseconds()), "first-ms")
}
