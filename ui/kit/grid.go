package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

// Column is one column of a Grid.
type Column[T any] struct {
	Key   string // its name in memory; unique in the grid
	Title string
	Width float32 // to begin with; afterwards what the person dragged it to
	Align fyne.TextAlign
	Text  func(T) string
	Tone  func(T) theme.Tone // nil: plain
	Bold  bool
	// Order compares two rows; nil means that the column does not sort.
	Order func(a, b T) int
	Grow  bool // takes the room the others leave
	Chip  bool // paint the tone's soft background behind the text
	// Icon stands before the text, Indent moves both to the right: what a tree
	// needs. A click on the icon is told through the grid's OnIcon.
	Icon   func(T) fyne.Resource
	Indent func(T) int
	// OnTap makes the cell a link: what a click on its text opens.
	OnTap func(T)
}

// indentStep is how far one level of a tree lies to the right of the one above.
const indentStep float32 = 16

// Grid is a list of rows of one type: sticky headings that sort, columns that
// are dragged wider and remembered, one or several rows selected with mouse or
// keyboard, copied as tab-separated text, opened with Enter or a double click.
//
// It draws only the rows in sight and never asks the toolkit's table, which
// makes one separator per row, for good, when it is laid out with no room.
type Grid[T any] struct {
	widget.BaseWidget

	// Name is the key under which widths are remembered; "" forgets.
	Name    string
	Columns []Column[T]
	// ID names a row so that a selection survives a reload; nil keeps indices.
	ID func(T) string
	// RowTone paints a whole row's text (withdrawn rows, for one); columns with
	// their own Tone keep it.
	RowTone func(T) theme.Tone

	OnSelect func()                 // after the set of selected rows changed
	OnOpen   func(T)                // Enter, double click
	OnDelete func()                 // the Delete key
	OnMenu   func(at fyne.Position) // secondary click or the menu key; the row is selected first
	OnCopied func(rows int)         // after Ctrl+C
	OnType   func(r rune)           // letters typed over the grid
	OnIcon   func(at int)           // a click on a row's icon
	OnArrow  func(left bool) bool   // Left or Right; true: taken, else the grid scrolls
	Multi    bool                   // several rows may be selected
	empty    fyne.CanvasObject      // shown when there are no rows
	widths   []float32              // as set
	shown    []float32              // as drawn: the growing column takes the room left
	rows     []T
	order    []int // display position → index in rows; nil: as they come
	sortCol  int   // -1: none
	sortDesc bool

	selected map[int]bool
	cursor   int // display position with the keyboard's mark, -1: none
	anchor   int
	focused  bool
	shift    bool

	scroll *container.Scroll
	body   *gridBody[T]
	head   *gridHead[T]
}

// NewGrid makes a grid; name is the key under which its widths are remembered.
func NewGrid[T any](name string, columns ...Column[T]) *Grid[T] {
	g := &Grid[T]{Name: name, Columns: columns, sortCol: -1, cursor: -1, anchor: -1, selected: map[int]bool{}}
	g.widths = make([]float32, len(columns))
	for i, c := range columns {
		g.widths[i] = max(minColumn, g.recall(c))
	}
	g.ExtendBaseWidget(g)
	return g
}

const minColumn float32 = 28

func (g *Grid[T]) recall(c Column[T]) float32 {
	if g.Name == "" {
		return c.Width
	}
	return Recall("grid."+g.Name+"."+c.Key, c.Width)
}

// SetEmpty gives what to show while there are no rows.
func (g *Grid[T]) SetEmpty(o fyne.CanvasObject) {
	g.empty = o
	g.Refresh()
}

// SetRows shows these rows. The selection stays on the rows that are still
// there, by ID; the sort order stays.
func (g *Grid[T]) SetRows(rows []T) {
	keep, cur := g.selectedIDs()
	g.rows = rows
	g.sortRows()
	g.reselect(keep, cur)
	g.relayout()
}

// Len is the number of rows.
func (g *Grid[T]) Len() int { return len(g.rows) }

// Row gives the row at a display position; ok is false where none stands.
func (g *Grid[T]) Row(at int) (row T, ok bool) {
	if at < 0 || at >= len(g.rows) {
		return row, false
	}
	if g.order != nil {
		at = g.order[at]
	}
	return g.rows[at], true
}

// SortBy sorts by a column; it is what a click on a heading does.
func (g *Grid[T]) SortBy(key string, desc bool) {
	i := slices.IndexFunc(g.Columns, func(c Column[T]) bool { return c.Key == key })
	if i < 0 || g.Columns[i].Order == nil {
		return
	}
	g.sortCol, g.sortDesc = i, desc
	keep, cur := g.selectedIDs()
	g.sortRows()
	g.reselect(keep, cur)
	g.relayout()
}

func (g *Grid[T]) sortRows() {
	g.order = nil
	if g.sortCol < 0 {
		return
	}
	cmp := g.Columns[g.sortCol].Order
	g.order = make([]int, len(g.rows))
	for i := range g.order {
		g.order[i] = i
	}
	slices.SortStableFunc(g.order, func(a, b int) int {
		if g.sortDesc {
			return cmp(g.rows[b], g.rows[a])
		}
		return cmp(g.rows[a], g.rows[b])
	})
}

// ByText orders a column by what it shows, letter by letter; columns of names
// should pass the language's own order instead.
func ByText[T any](text func(T) string) func(a, b T) int {
	return func(a, b T) int { return strings.Compare(text(a), text(b)) }
}

// TSV is the selected rows as the clipboard gets them: headings first when more
// than one row is taken.
func (g *Grid[T]) TSV() string {
	var b strings.Builder
	sel := g.SelectedIndexes()
	if len(sel) > 1 {
		for i, c := range g.Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(c.Title)
		}
		b.WriteString("\r\n")
	}
	clean := strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")
	for _, at := range sel {
		row, ok := g.Row(at)
		if !ok {
			continue
		}
		for i, c := range g.Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(clean.Replace(c.Text(row)))
		}
		if len(sel) > 1 {
			b.WriteString("\r\n")
		}
	}
	return b.String()
}
