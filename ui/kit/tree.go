package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Branch is one node of a Tree with what hangs under it.
type Branch[T any] struct {
	ID    string
	Value T
	Under []Branch[T]
}

// Twig is a node as the tree's grid shows it.
type Twig[T any] struct {
	ID    string
	Value T
	Depth int
	Leaf  bool
}

// Tree shows a small hierarchy (some hundred nodes) as a grid whose first column
// is indented: Right opens, Left closes, a click on the arrow does either. What
// goes into a container is its Grid.
type Tree[T any] struct {
	*Grid[Twig[T]]
	roots  []Branch[T]
	closed map[string]bool
}

// NewTree makes a tree; the columns are those of its grid, of which the first
// carries the arrows.
func NewTree[T any](name string, columns ...Column[Twig[T]]) *Tree[T] {
	t := &Tree[T]{closed: map[string]bool{}}
	columns[0].Indent = func(w Twig[T]) int { return w.Depth }
	columns[0].Icon = func(w Twig[T]) fyne.Resource {
		switch {
		case w.Leaf:
			return nil
		case t.closed[w.ID]:
			return fynetheme.NavigateNextIcon()
		}
		return fynetheme.MenuDropDownIcon()
	}
	t.Grid = NewGrid(name, columns...)
	t.Grid.ID = func(w Twig[T]) string { return w.ID }
	t.Grid.OnIcon = func(at int) {
		if w, ok := t.Row(at); ok {
			t.toggleNode(w.ID)
		}
	}
	t.Grid.OnArrow = func(left bool) bool {
		w, ok := t.Current()
		if !ok {
			return false
		}
		switch {
		case !w.Leaf && left != t.closed[w.ID]:
			t.toggleNode(w.ID)
		case left:
			t.toParent(w)
		default:
			return false
		}
		return true
	}
	return t
}

// SetRoots shows a forest; what was closed stays closed.
func (t *Tree[T]) SetRoots(roots []Branch[T]) {
	t.roots = roots
	t.flatten()
}

// SetOpen opens or closes every branch that holds others.
func (t *Tree[T]) SetOpen(open bool) {
	t.closed = map[string]bool{}
	if !open {
		var walk func([]Branch[T])
		walk = func(bs []Branch[T]) {
			for _, b := range bs {
				if len(b.Under) > 0 {
					t.closed[b.ID] = true
					walk(b.Under)
				}
			}
		}
		walk(t.roots)
	}
	t.flatten()
}

// Reach opens what lies above a node and selects it.
func (t *Tree[T]) Reach(id string) bool {
	var path func([]Branch[T]) bool
	path = func(bs []Branch[T]) bool {
		for _, b := range bs {
			if b.ID == id {
				return true
			}
			if path(b.Under) {
				delete(t.closed, b.ID)
				return true
			}
		}
		return false
	}
	if !path(t.roots) {
		return false
	}
	t.flatten()
	return t.SelectID(id)
}

func (t *Tree[T]) toggleNode(id string) {
	if t.closed[id] {
		delete(t.closed, id)
	} else {
		t.closed[id] = true
	}
	t.flatten()
}

func (t *Tree[T]) toParent(w Twig[T]) {
	for at := t.cursor - 1; at >= 0; at-- {
		if p, ok := t.Row(at); ok && p.Depth < w.Depth {
			t.Select(at)
			return
		}
	}
}

func (t *Tree[T]) flatten() {
	var rows []Twig[T]
	var walk func(bs []Branch[T], depth int)
	walk = func(bs []Branch[T], depth int) {
		for _, b := range bs {
			rows = append(rows, Twig[T]{b.ID, b.Value, depth, len(b.Under) == 0})
			if !t.closed[b.ID] {
				walk(b.Under, depth+1)
			}
		}
	}
	walk(t.roots, 0)
	t.SetRows(rows)
}
