package noun

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/ui/kit"
	"thidua/ui/words"
)

// Gate shows a page whose every list belongs to a movement; while the office has
// none, it shows instead what is to be done first, so that no act stands there idle.
type Gate struct {
	all        *fyne.Container
	page, none fyne.CanvasObject
}

// NewGate makes a gate before a page. It is open until told otherwise.
func NewGate(host kit.Host, page fyne.CanvasObject) *Gate {
	none := kit.Empty(nil, words.MovementsNone, words.MovementsFirst, kit.NewButton(words.AreaMovements, nil, func() { host.Go(kit.To(words.RouteMovements)) }).Primary())
	return &Gate{all: container.NewStack(page), page: page, none: none}
}

// Content is what the window shows.
func (g *Gate) Content() fyne.CanvasObject { return g.all }

// Open shows the page when the office has movements.
func (g *Gate) Open(has bool) {
	now := g.none
	if has {
		now = g.page
	}
	if g.all.Objects[0] != now {
		g.all.Objects[0] = now
		g.all.Refresh()
	}
}
