package noun

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/kit"
)

// leads is a host that only remembers where it was sent.
type leads struct {
	kit.Host
	to kit.Route
}

func (l *leads) Go(r kit.Route) { l.to = r }

// Without a movement a page's place is taken by what to do first, which leads there.
func TestGateOfAPageWithoutMovements(t *testing.T) {
	test.NewTempApp(t)
	host := &leads{}
	page := widget.NewLabel("trang")
	g := NewGate(host, page)
	shown := func() fyne.CanvasObject { return g.Content().(*fyne.Container).Objects[0] }
	if shown() != page {
		t.Error("a page is hidden before anything was read")
	}
	g.Open(false)
	if shown() == page {
		t.Fatal("the page stands although there is no movement")
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case *kit.Button:
			test.Tap(o)
		}
	}
	walk(shown())
	if host.to.Area != "phong-trao" {
		t.Errorf("led to %+v", host.to)
	}
	if g.Open(true); shown() != page {
		t.Error("the page does not come back")
	}
}
