package kit

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
)

func TestPagesAskOnlyForWhatIsInSight(t *testing.T) {
	p := NewPages()
	asked := map[int]int{}
	p.OnWant = func(page, pixels int) {
		asked[page]++
		p.Put(page, pixels, image.NewRGBA(image.Rect(0, 0, 4, 4)))
	}
	shown(t, p, 800, 600)
	sizes := make([]fyne.Size, 1000)
	for i := range sizes {
		sizes[i] = fyne.NewSize(595, 842)
	}
	p.SetPages(sizes)
	if len(asked) == 0 || len(asked) > 3 {
		t.Fatalf("%d pages are asked for to begin with", len(asked))
	}
	p.GoTo(998)
	if asked[998] != 1 {
		t.Errorf("page 999 is asked for %d times", asked[998])
	}
	for i := range 50 {
		p.GoTo(i * 3)
	}
	if len(p.pics) > keptPics+3 {
		t.Errorf("%d pictures are kept", len(p.pics))
	}
	before := p.scaleNow()
	p.ZoomBy(2)
	if p.scaleNow() < before*1.9 {
		t.Errorf("zoom is %v after %v", p.scaleNow(), before)
	}
}
