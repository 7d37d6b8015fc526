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

	"github.com/signintech/gopdf"

	"thidua/assets/fonts"
	"thidua/model/paper"
	"thidua/storage/press/proof"
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
	pages := pageCount(b, d)
	b.ReportAllocs()
	start := time.Now()
	for b.Loop() {
		if err := PDF(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages)*float64(b.N)/time.Since(start).Seconds(), "pages/s")
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(peak(func() {
		if err := PDF(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}), "peakMiB")
	runtime.GC()
}

// BenchmarkLayout is the setting of lines and pages alone, on one processor: what
// is left of the PDF's time is drawing and packing.
func BenchmarkLayout(b *testing.B) {
	for _, c := range []struct {
		name string
		doc  *paper.Document
	}{{"list-1000", submission(1000)}, {"summaries-1000", summaries(1000)}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				pageCount(b, c.doc)
			}
		})
	}
}

// BenchmarkGopdf draws the same laid-out words by gopdf, the library the PDF was
// first written with: why it is written here now.
func BenchmarkGopdf(b *testing.B) {
	for _, c := range []struct {
		name string
		doc  *paper.Document
	}{{"list-1000", submission(1000)}, {"summaries-1000", summaries(1000)}} {
		b.Run(c.name, func(b *testing.B) {
			pages := 0
			start := time.Now()
			pageCount(b, c.doc)
			layout := time.Since(start).Seconds()
			b.ReportAllocs()
			start = time.Now()
			for b.Loop() {
				pages = gopdfPages(b, c.doc)
			}
			all := time.Since(start).Seconds() / float64(b.N)
			b.ReportMetric(float64(pages)/all, "pages/s")
			b.ReportMetric(100*(1-layout/all), "gopdf%")
			b.ReportMetric(peak(func() { gopdfPages(b, c.doc) }), "peakMiB")
		})
	}
}

func gopdfPages(b *testing.B, d *paper.Document) (pages int) {
	fam, err := familyFor("")
	if err != nil {
		b.Fatal(err)
	}
	var pdf gopdf.GoPdf
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	for st := range fam.names {
		if err := pdf.AddTTFFontDataWithOption(fam.names[st], fonts.Serif(style(st)&bold != 0, style(st)&italic != 0), gopdf.TtfOption{UseKerning: true}); err != nil {
			b.Fatal(err)
		}
	}
	s := newSetter(fam, 0)
	for _, p := range d.Parts {
		if err := s.layOut(p, Offset{}, func(sh sheet, pg page) error {
			pages++
			pdf.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: sh.width, H: sh.height}})
			for _, pl := range pg.strips {
				for _, o := range pl.s.ops {
					x, y := o.x+sh.left, o.y+sh.top+pl.y
					if o.kind == opLine {
						pdf.SetLineWidth(o.size)
						pdf.Line(x, y, o.x2+sh.left, o.y2+sh.top+pl.y)
						continue
					}
					for _, w := range o.words {
						at := x
						for _, q := range w.pieces {
							if q.text != "" {
								if err := pdf.SetFont(fam.names[q.st], "", o.size); err != nil {
									return err
								}
								pdf.SetXY(at, y)
								if err := pdf.Text(q.text); err != nil {
									return err
								}
							}
							at += q.width
						}
						x += w.width + w.space*(1+o.stretch)
					}
				}
			}
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := pdf.WriteTo(io.Discard); err != nil {
		b.Fatal(err)
	}
	return pages
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

// BenchmarkOffice is LibreOffice turning the .docx of the same papers into PDF,
// with ours measured in the same minute: "times" is how many times as long it takes.
func BenchmarkOffice(b *testing.B) {
	for _, c := range []struct {
		name string
		doc  *paper.Document
	}{{"list-1000", submission(1000)}, {"summaries-1000", summaries(1000)}} {
		b.Run(c.name, func(b *testing.B) {
			proof.Tool(b, "soffice")
			dir := b.TempDir()
			f := filepath.Join(dir, "x.docx")
			writeFile(b, f, c.doc)
			ours := func() float64 {
				start := time.Now()
				for range 3 {
					if err := PDF(io.Discard, c.doc, Options{}); err != nil {
						b.Fatal(err)
					}
				}
				return time.Since(start).Seconds() / 3
			}
			before := ours()
			start := time.Now()
			for b.Loop() {
				proof.Office(b, dir, f)
			}
			theirs := time.Since(start).Seconds() / float64(b.N)
			if _, err := os.Stat(filepath.Join(dir, "x.pdf")); err != nil {
				b.Fatal(err)
			}
			pages := float64(pageCount(b, c.doc))
			b.ReportMetric(pages/theirs, "pages/s")
			b.ReportMetric(theirs/((before+ours())/2), "times")
		})
	}
}
