package press

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"thidua/model/paper"
)

// summaries are n one-page papers printed as one job.
func summaries(n int) *paper.Document {
	d := &paper.Document{Code: "tom-tat", Title: "Tóm tắt thành tích", Author: "Sở Nội vụ"}
	one := report().Parts[0].Blocks
	for i := range n {
		bs := append([]paper.Block{}, one[0], paper.Title{Name: "TÓM TẮT THÀNH TÍCH", About: paper.Plain("Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh")},
			paper.Fields{Items: []paper.Field{{Label: "Họ và tên", Value: paper.Bold(personName(i))}, {Label: "Chức vụ, đơn vị", Value: paper.Plain("Phó Trưởng phòng, " + units[i%6])}}})
		for k := range 5 {
			bs = append(bs, paper.Paragraph{Text: paper.Plain(fmt.Sprintf("%d. ", k+1) + deeds[(i+k)%3] + " " + deeds[(i+k+1)%3])})
		}
		bs = append(bs, one[len(one)-2])
		d.Parts = append(d.Parts, paper.Part{Name: personName(i), Blocks: bs})
	}
	return d
}

// peak runs f and gives the most memory the program held meanwhile, in MiB.
func peak(f func()) float64 {
	debug.FreeOSMemory()
	held := func() uint64 {
		s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		metrics.Read(s)
		return s[0].Value.Uint64() - s[1].Value.Uint64()
	}
	most := held()
	stop, done := make(chan bool), make(chan bool)
	go func() {
		for {
			most = max(most, held())
			select {
			case <-stop:
				done <- true
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	f()
	stop <- true
	<-done
	return float64(most) / (1 << 20)
}

func pageCount(b *testing.B, d *paper.Document) int {
	n := 0
	fam, err := familyFor("")
	if err != nil {
		b.Fatal(err)
	}
	s := newSetter(fam, 0)
	for _, p := range d.Parts {
		if err := s.layOut(p, Offset{}, func(sheet, page) error { n++; return nil }); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

func benchPDF(b *testing.B, d *paper.Document) {
	fam, err := familyFor("")
	if err != nil {
		b.Fatal(err)
	}
	pages := pageCount(b, d)
	b.ReportAllocs()
	start := time.Now()
	for b.Loop() {
		if err := PDF(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	whole := time.Since(start).Seconds() / float64(b.N)
	start = time.Now()
	for range b.N {
		s := newSetter(fam, 0)
		for _, p := range d.Parts {
			if err := s.layOut(p, Offset{}, func(sheet, page) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	}
	layout := time.Since(start).Seconds() / float64(b.N)
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(pages)/whole, "pages/s")
	b.ReportMetric(100*(whole-layout)/whole, "%writing")
	b.ReportMetric(peak(func() {
		if err := PDF(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}), "peakMiB")
	runtime.GC()
}

func BenchmarkPDFList(b *testing.B) {
	for _, n := range []int{100, 1000, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchPDF(b, submission(n)) })
	}
}

func BenchmarkPDFSummaries(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchPDF(b, summaries(n)) })
	}
}

func BenchmarkDOCX(b *testing.B) {
	d := submission(1000)
	b.ReportAllocs()
	for b.Loop() {
		if err := DOCX(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOffice is LibreOffice turning the .docx of the same papers into PDF.
func BenchmarkOffice(b *testing.B) {
	for name, d := range map[string]*paper.Document{"list-1000": submission(1000), "summaries-1000": summaries(1000)} {
		b.Run(name, func(b *testing.B) {
			tool(b, "soffice")
			dir := b.TempDir()
			f := filepath.Join(dir, "x.docx")
			if err := Write(f, d, Options{}); err != nil {
				b.Fatal(err)
			}
			start := time.Now()
			for b.Loop() {
				office(b, dir, f)
			}
			if _, err := os.Stat(filepath.Join(dir, "x.pdf")); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(pageCount(b, d))*float64(b.N)/time.Since(start).Seconds(), "pages/s")
		})
	}
}
