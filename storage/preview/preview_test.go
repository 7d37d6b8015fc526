package preview

import (
	"bytes"
	"math"
	"testing"

	"github.com/signintech/gopdf"

	"thidua/model/fault"
)

// sample is two pages: A4 upright with a black square 100 pt from the corner,
// then A4 lying.
func sample(t *testing.T) []byte {
	t.Helper()
	var p gopdf.GoPdf
	p.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	p.AddPage()
	p.SetFillColor(0, 0, 0)
	p.RectFromUpperLeftWithStyle(100, 100, 100, 100, "F")
	p.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: 842, H: 595}})
	p.RectFromUpperLeftWithStyle(10, 10, 5, 5, "F") // an empty page has no contents
	var b bytes.Buffer
	if _, err := p.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPagesAsPictures(t *testing.T) {
	r := New(t.TempDir())
	d, err := r.Open(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(d.Sizes()); n != 2 {
		t.Fatalf("%d pages", n)
	}
	if s := d.Sizes()[1]; math.Abs(s.Width-842) > 1 || math.Abs(s.Height-595) > 1 {
		t.Errorf("the second page is %v", s)
	}
	pic, err := d.Page(0, 595)
	if err != nil {
		t.Fatal(err)
	}
	if b := pic.Bounds(); b.Dx() != 595 || math.Abs(float64(b.Dy()-842)) > 1 {
		t.Errorf("the picture is %v", b)
	}
	dark := func(x, y int) bool { r, g, b, a := pic.At(x, y).RGBA(); return r+g+b < 0x3000 && a == 0xffff }
	white := func(x, y int) bool { r, g, b, a := pic.At(x, y).RGBA(); return r+g+b > 0x2f000 && a == 0xffff }
	if !dark(150, 150) || !white(50, 50) || !white(300, 700) {
		t.Errorf("the square is not where it was drawn: %v %v %v", pic.At(150, 150), pic.At(50, 50), pic.At(300, 700))
	}
	if _, err := d.Page(2, 100); fault.CodeOf(err) != "preview.no-page" {
		t.Errorf("a page too many: %v", err)
	}
	d.Close()
	if _, err := r.Open([]byte("không phải PDF")); fault.CodeOf(err) != "preview.bad" {
		t.Errorf("bytes that are no PDF: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Page(0, 100); fault.CodeOf(err) != "preview.closed" {
		t.Errorf("after Close: %v", err)
	}
}

// BenchmarkPage draws one page at the width of the screen.
func BenchmarkPage(b *testing.B) {
	r := New("")
	defer r.Close()
	var p gopdf.GoPdf
	p.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	p.AddPage()
	p.RectFromUpperLeftWithStyle(10, 10, 5, 5, "F")
	var w bytes.Buffer
	if _, err := p.WriteTo(&w); err != nil {
		b.Fatal(err)
	}
	d, err := r.Open(w.Bytes())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.Page(0, 900); err != nil {
			b.Fatal(err)
		}
	}
}
