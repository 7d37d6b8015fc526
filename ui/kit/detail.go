package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Detail is the place beside a list that shows what was chosen from it. While nothing
// is, the split it stands in leaves the list nearly all the room, for there is
// nothing here to read and the list's columns are.
type Detail struct {
	widget.BaseWidget
	all     *fyne.Container
	box     *fyne.Container
	waiting bool
	split   *Split
}

// NewDetail makes the place; top, when not nil, stands above whatever is shown.
func NewDetail(top fyne.CanvasObject) *Detail {
	d := &Detail{box: container.NewStack()}
	d.all = container.NewBorder(top, nil, nil, nil, d.box)
	d.ExtendBaseWidget(d)
	return d
}

// Put shows what was chosen.
func (d *Detail) Put(o fyne.CanvasObject) { d.show(o, false) }

// Wait says that nothing is chosen, and what to do.
func (d *Detail) Wait(title, text string) { d.show(Empty(nil, title, text), true) }

// Content is what is shown.
func (d *Detail) Content() fyne.CanvasObject {
	if len(d.box.Objects) == 0 {
		return nil
	}
	return d.box.Objects[0]
}

func (d *Detail) show(o fyne.CanvasObject, waiting bool) {
	turned := waiting != d.waiting
	d.waiting = waiting
	d.box.Objects = []fyne.CanvasObject{o}
	d.box.Refresh()
	if turned && d.split != nil {
		d.split.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (d *Detail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.all) }
