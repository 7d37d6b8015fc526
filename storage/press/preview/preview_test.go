package preview

import (
	"bytes"
	"image"
	"os"
	"testing"
	"time"

	"thidua/model/fault"
	"thidua/model/paper"
	"thidua/storage/press"
)

func sample(t testing.TB) []byte {
	t.Helper()
	d := &paper.Document{Title: "Thử", Parts: []paper.Part{
		{Blocks: []paper.Block{paper.Title{Name: "TỜ TRÌNH"}, paper.Paragraph{Text: paper.Plain("Kính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.")}}},
		{Landscape: true, Blocks: []paper.Block{paper.AnnexHead{Title: "DANH SÁCH"}}},
	}}
	var b bytes.Buffer
	if err := press.PDF(&b, d, press.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ink is the share of dark pixels of a part of a picture.
func ink(m *image.RGBA, r image.Rectangle) float64 {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := m.RGBAAt(x, y); c.A > 0 && int(c.R)+int(c.G)+int(c.B) < 300 {
				n++
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}

func TestPagesAreDrawn(t *testing.T) {
	cache := t.TempDir()
	r := New(Options{CacheFolder: cache})
	start := time.Now()
	if err := r.Warm(); err != nil {
		t.Fatal(err)
	}
	first := time.Since(start)
	d, err := r.Open(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if d.Pages() != 2 {
		t.Fatalf("%d pages", d.Pages())
	}
	if w, h := d.Size(1); w < 296.5 || w > 297.5 || h < 209.5 || h > 210.5 {
		t.Errorf("the second page is %.1f × %.1f mm", w, h)
	}
	m, err := d.Render(0, 96)
	if err != nil {
		t.Fatal(err)
	}
	w, h := d.Pixels(0, 96)
	if m.Bounds().Dx() != w || m.Bounds().Dy() != h || w != 794 {
		t.Errorf("drawn %v, want %d × %d", m.Bounds(), w, h)
	}
	if corner := m.RGBAAt(5, 5); corner.R != 255 || corner.A != 255 {
		t.Errorf("paper is %v", corner)
	}
	// Text stands between the margins, none in them.
	if in, out := ink(m, image.Rect(114, 76, 738, 200)), ink(m, image.Rect(0, 0, 100, h)); in < 0.005 || out != 0 {
		t.Errorf("ink %.4f in the text, %.4f in the margin", in, out)
	}
	// Bands put together are the page.
	whole := image.NewRGBA(m.Bounds())
	if err := d.Bands(0, 96, 100, func(top int, b *image.RGBA) error {
		for y := range b.Bounds().Dy() {
			copy(whole.Pix[(top+y)*whole.Stride:(top+y+1)*whole.Stride], b.Pix[y*b.Stride:(y+1)*b.Stride])
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	differ := 0
	for i := range m.Pix {
		if v := int(m.Pix[i]) - int(whole.Pix[i]); v > 40 || v < -40 {
			differ++
		}
	}
	if differ > len(m.Pix)/500 {
		t.Errorf("%d of %d values differ in bands", differ, len(m.Pix))
	}
	if _, err := d.Render(2, 96); fault.CodeOf(err) != "press.preview-page" {
		t.Errorf("a page that is not there: %v", err)
	}
	if _, err := r.Open([]byte("not a PDF")); fault.CodeOf(err) != "press.preview-open" {
		t.Errorf("no PDF: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := d.Render(0, 96); fault.CodeOf(err) != "press.preview-closed" {
		t.Errorf("a closed renderer: %v", err)
	}
	if es, _ := os.ReadDir(cache); len(es) == 0 {
		t.Error("nothing was kept for the next start")
	}
	// The next start takes what the first has compiled.
	again := New(Options{CacheFolder: cache})
	start = time.Now()
	if err := again.Warm(); err != nil {
		t.Fatal(err)
	}
	if next := time.Since(start); next > first/2 {
		t.Errorf("the second start took %v, the first %v", next, first)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}
