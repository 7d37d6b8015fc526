package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"thidua/ui/theme"
)

// Selected gives the selected rows in the order shown.
func (g *Grid[T]) Selected() []T {
	var out []T
	for _, at := range g.SelectedIndexes() {
		if r, ok := g.Row(at); ok {
			out = append(out, r)
		}
	}
	return out
}

// Current gives the row under the keyboard's mark.
func (g *Grid[T]) Current() (T, bool) { return g.Row(g.cursor) }

// SelectedIndexes gives the display positions of the selected rows, ascending.
func (g *Grid[T]) SelectedIndexes() []int {
	out := make([]int, 0, len(g.selected))
	for i := range g.selected {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// Select moves the mark to a row, selects it alone and brings it into sight.
func (g *Grid[T]) Select(at int) { g.moveTo(at, false) }

// SelectID selects the row with that ID, if it is there, and tells whether it was.
func (g *Grid[T]) SelectID(id string) bool {
	if g.ID == nil {
		return false
	}
	for at := range g.rows {
		if r, _ := g.Row(at); g.ID(r) == id {
			g.moveTo(at, false)
			return true
		}
	}
	return false
}

// SelectAll selects every row.
func (g *Grid[T]) SelectAll() {
	if !g.Multi {
		return
	}
	for i := range g.rows {
		g.selected[i] = true
	}
	g.repaint()
	g.changed()
}

// Unselect takes the selection away.
func (g *Grid[T]) Unselect() {
	g.selected, g.cursor, g.anchor = map[int]bool{}, -1, -1
	g.repaint()
	g.changed()
}

func (g *Grid[T]) moveTo(at int, extend bool) {
	if len(g.rows) == 0 {
		return
	}
	at = min(max(at, 0), len(g.rows)-1)
	if !extend || !g.Multi || g.anchor < 0 {
		g.anchor = at
	}
	g.selected = map[int]bool{}
	for i := min(g.anchor, at); i <= max(g.anchor, at); i++ {
		g.selected[i] = true
	}
	g.cursor = at
	g.Reveal(at)
	g.repaint()
	g.changed()
}

func (g *Grid[T]) toggle(at int) {
	if g.selected[at] {
		delete(g.selected, at)
	} else {
		g.selected[at] = true
	}
	g.cursor, g.anchor = at, at
	g.repaint()
	g.changed()
}

func (g *Grid[T]) changed() {
	if g.OnSelect != nil {
		g.OnSelect()
	}
}

func (g *Grid[T]) selectedIDs() (sel map[string]bool, cursor string) {
	if g.ID == nil {
		return nil, ""
	}
	sel = map[string]bool{}
	for at := range g.selected {
		if r, ok := g.Row(at); ok {
			sel[g.ID(r)] = true
		}
	}
	if r, ok := g.Row(g.cursor); ok {
		cursor = g.ID(r)
	}
	return sel, cursor
}

func (g *Grid[T]) reselect(keep map[string]bool, cursor string) {
	before := len(g.selected)
	g.selected = map[int]bool{}
	at := g.cursor
	g.cursor, g.anchor = -1, -1
	if len(keep) > 0 {
		for i := range g.rows {
			r, _ := g.Row(i)
			id := g.ID(r)
			if keep[id] {
				g.selected[i] = true
			}
			if id == cursor {
				g.cursor, g.anchor = i, i
			}
		}
	}
	// A row that went away leaves the mark where it stood, so that Down goes on
	// to the next one instead of starting from the top.
	if g.cursor < 0 && at >= 0 && len(g.rows) > 0 && before > 0 && len(g.selected) == 0 {
		g.cursor = min(at, len(g.rows)-1)
		g.anchor = g.cursor
	}
	if before != len(g.selected) {
		g.changed()
	}
}

// FocusGained implements fyne.Focusable.
func (g *Grid[T]) FocusGained() {
	g.focused = true
	g.repaint()
}

// FocusLost implements fyne.Focusable.
func (g *Grid[T]) FocusLost() {
	g.focused, g.shift = false, false
	g.repaint()
}

// TypedRune implements fyne.Focusable.
func (g *Grid[T]) TypedRune(r rune) {
	if r == ' ' && g.Multi && g.cursor >= 0 {
		g.toggle(g.cursor)
		return
	}
	if g.OnType != nil {
		g.OnType(r)
	}
}

// KeyDown keeps track of Shift, which typed keys do not carry.
func (g *Grid[T]) KeyDown(ev *fyne.KeyEvent) { g.track(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (g *Grid[T]) KeyUp(ev *fyne.KeyEvent) { g.track(ev.Name, false) }

func (g *Grid[T]) track(k fyne.KeyName, down bool) {
	if k == desktop.KeyShiftLeft || k == desktop.KeyShiftRight {
		g.shift = down
	}
}

// TypedKey moves the mark, opens and deletes.
func (g *Grid[T]) TypedKey(ev *fyne.KeyEvent) {
	page := g.visibleRows() - 1
	switch ev.Name {
	case fyne.KeyDown:
		g.moveTo(g.cursor+1, g.shift)
	case fyne.KeyUp:
		g.moveTo(g.cursor-1, g.shift)
	case fyne.KeyPageDown:
		g.moveTo(g.cursor+max(page, 1), g.shift)
	case fyne.KeyPageUp:
		g.moveTo(g.cursor-max(page, 1), g.shift)
	case fyne.KeyHome:
		g.moveTo(0, g.shift)
	case fyne.KeyEnd:
		g.moveTo(len(g.rows)-1, g.shift)
	case fyne.KeyLeft, fyne.KeyRight:
		left := ev.Name == fyne.KeyLeft
		if g.OnArrow != nil && g.OnArrow(left) {
			return
		}
		if left {
			g.scrollX(-60)
		} else {
			g.scrollX(60)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open(g.cursor)
	case fyne.KeyDelete:
		if g.OnDelete != nil {
			g.OnDelete()
		}
	case desktop.KeyMenu:
		if g.OnMenu != nil && g.cursor >= 0 {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
			y := float32(g.cursor)*theme.RowHeight - g.scroll.Offset.Y + theme.HeadHeight + theme.RowHeight
			g.OnMenu(at.Add(fyne.NewPos(24, y)))
		}
	default:
		passKey(g, ev)
	}
}

func (g *Grid[T]) open(at int) {
	if r, ok := g.Row(at); ok && g.OnOpen != nil {
		g.OnOpen(r)
	}
}

// TypedShortcut copies and selects all; the rest is the window's.
func (g *Grid[T]) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if len(g.selected) > 0 && s.Clipboard != nil {
			s.Clipboard.SetContent(g.TSV())
			if g.OnCopied != nil {
				g.OnCopied(len(g.selected))
			}
		}
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	case *desktop.CustomShortcut:
		if s.Modifier&fyne.KeyModifierControl != 0 && s.Modifier&fyne.KeyModifierAlt == 0 {
			extend := s.Modifier&fyne.KeyModifierShift != 0
			switch s.KeyName {
			case fyne.KeyHome:
				g.moveTo(0, extend)
				return
			case fyne.KeyEnd:
				g.moveTo(len(g.rows)-1, extend)
				return
			}
		}
		passShortcut(g, s)
	default:
		passShortcut(g, s)
	}
}
