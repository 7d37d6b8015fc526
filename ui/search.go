package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/theme"
	"thidua/ui/words"
)

// searchBox finds people, units, dossiers and decisions as one types; its answers
// lie over the page in a layer of their own, so that the keyboard stays in the
// box until Down is pressed.
type searchBox struct {
	*kit.Search
	w     *Window
	slot  task.Slot
	hits  *kit.Grid[office.Hit]
	none  *widget.Label
	panel *fyne.Container
	layer *fyne.Container
}

// hitsShown is how many answers the box lists; more do not help to find one.
const hitsShown = 50

func newSearchBox(w *Window) *searchBox {
	s := &searchBox{w: w}
	s.Search = kit.NewSearch(words.SearchHint, s.look)
	s.hits = kit.NewGrid("",
		kit.Column[office.Hit]{Key: "noun", Title: words.SearchNoun, Width: 92, Text: func(h office.Hit) string { return words.Noun(h.Noun) }, Tone: func(office.Hit) kit.Tone { return theme.Soft }},
		kit.Column[office.Hit]{Key: "title", Title: words.SearchTitle, Width: 250, Text: func(h office.Hit) string { return h.Title }},
		kit.Column[office.Hit]{Key: "note", Title: words.SearchNote, Width: 200, Grow: true, Text: func(h office.Hit) string { return h.Note }, Tone: func(office.Hit) kit.Tone { return theme.Soft }},
	)
	s.hits.OnOpen = s.open
	s.hits.OnSelect = func() {}
	s.none = widget.NewLabel("")
	s.none.Wrapping = fyne.TextWrapWord
	frame := canvas.NewRectangle(theme.Paper)
	frame.StrokeColor, frame.StrokeWidth = theme.Border, 1
	s.panel = container.NewStack(frame, s.hits, container.NewPadded(s.none))
	s.layer = container.New(&underBox{s}, s.panel)
	s.layer.Hide()
	s.Search.OnDown = func() {
		if s.layer.Visible() && s.hits.Len() > 0 {
			w.win.Canvas().Focus(s.hits)
			s.hits.Select(0)
		}
	}
	s.Search.OnEnter = func(string) {
		if r, ok := s.hits.Row(0); ok && s.layer.Visible() {
			s.open(r)
		}
	}
	return s
}

// underBox lays the answers under the box.
type underBox struct{ s *searchBox }

func (l *underBox) Layout(os []fyne.CanvasObject, size fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.s.Search)
	width := min(640, size.Width-16)
	h := min(size.Height-at.Y-60, theme.HeadHeight+theme.RowHeight*float32(max(min(l.s.hits.Len(), 14), 3))+2)
	os[0].Resize(fyne.NewSize(width, max(h, 80)))
	os[0].Move(fyne.NewPos(min(at.X, size.Width-width-8), at.Y+l.s.Search.Size().Height+2))
}

func (l *underBox) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (s *searchBox) look(text string) {
	if len([]rune(text)) < 2 {
		s.slot.Stop()
		s.layer.Hide()
		return
	}
	o := s.w.Runner.Office
	if o == nil {
		return
	}
	task.Load(s.w.Runner, &s.slot, func(ctx ctxType) ([]office.Hit, error) { return o.Find(ctx, text, hitsShown) },
		func(hits []office.Hit) {
			s.none.SetText("")
			if len(hits) == 0 {
				s.none.SetText(words.Fill(words.SearchNone, text))
				s.hits.Hide()
			} else {
				s.hits.Show()
			}
			s.hits.SetRows(hits)
			s.layer.Show()
			s.layer.Refresh()
		})
}

func (s *searchBox) open(h office.Hit) {
	if r, ok := noun.Place(h.Noun, h.ID); ok {
		s.close()
		s.w.Go(r)
	}
}

func (s *searchBox) focus() { s.w.win.Canvas().Focus(s.Search.Entry) }

func (s *searchBox) close() {
	s.slot.Stop()
	if s.layer.Visible() {
		s.layer.Hide()
	}
	if s.Search.Text() != "" {
		s.Search.SetText("")
	}
}
