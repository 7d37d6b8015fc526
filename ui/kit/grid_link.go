package kit

import "fyne.io/fyne/v2/driver/desktop"

// linkAt gives the column of a cell that opens something, -1 where none does.
func (b *gridBody[T]) linkAt(at int, px float32) int {
	g := b.g
	row, ok := g.Row(at)
	if !ok {
		return -1
	}
	var x float32
	for i := range g.Columns {
		w := g.width(i)
		if px >= x && px < x+w {
			if c := &g.Columns[i]; c.OnTap != nil && c.Text(row) != "" {
				return i
			}
			return -1
		}
		x += w
	}
	return -1
}

// MouseUp opens what a cell leads to when the button went down over the same one.
func (b *gridBody[T]) MouseUp(ev *desktop.MouseEvent) {
	at, col := b.rowAt(ev.Position.Y), b.down
	b.down = -1
	if col < 0 || at != b.g.cursor || b.linkAt(at, ev.Position.X) != col {
		return
	}
	if row, ok := b.g.Row(at); ok {
		b.g.Columns[col].OnTap(row)
	}
}

// Cursor shows that a cell opens something.
func (b *gridBody[T]) Cursor() desktop.Cursor {
	if b.link {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
