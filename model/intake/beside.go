package intake

import (
	"slices"
	"strings"
)

// view is a sheet as one list after the other sees it: the whole of it, or the
// columns of one of several lists that stand side by side.
type view struct {
	*sheet
	found  []found
	beside bool // it has a name of its own, tab is the sheet's
	tab    string
}

// views parts a sheet whose lists stand side by side into one view for each. A
// row of the sheet then holds several nominees, so each view but the first has a
// name of its own: addresses of rows stay one nominee's.
func (f *finder) views(all []found) []view {
	return f.viewsOf(all, f.grid.Name, false)
}

func (f *finder) viewsOf(all []found, tab string, beside bool) []view {
	whole := []view{{f.sheet, all, beside, tab}}
	at := 0
	for n, fd := range all {
		k := besideAt(fd.cols)
		if n > 0 && k != at {
			return whole // the lists do not agree; the reading says so
		}
		at = k
	}
	if at == 0 {
		return whole
	}
	left, right := *f.grid, *f.grid
	right.Name = strings.TrimSpace(tab + " (từ cột " + ColumnName(at) + ")")
	left.Rows, right.Rows = slices.Clone(f.grid.Rows), slices.Clone(f.grid.Rows)
	for i := all[0].at; i < len(f.grid.Rows); i++ {
		cells := f.grid.Rows[i].Cells
		left.Rows[i].Cells = slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return c.Col >= at })
		right.Rows[i].Cells = slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return c.Col < at })
	}
	var out []view
	for _, g := range []*Grid{&left, &right} {
		part := *f
		part.sheet = newSheet(f.book, g)
		lists := part.all()
		if len(lists) == 0 {
			return whole // what was cut off is no list by itself
		}
		if g == &left {
			out = append(out, view{part.sheet, lists, beside, tab})
		} else {
			out = append(out, part.viewsOf(lists, tab, true)...)
		}
	}
	return out
}

// besideAt is the column in which a second list begins beside the first: a
// second ordinal with names of its own behind it. 0 when there is none.
func besideAt(cols []Column) int {
	ordinals, names := 0, 0
	for i, c := range cols {
		switch {
		case nameField(c.Field):
			names++
		case c.Field == FieldOrdinal && c.Sure:
			ordinals++
			if ordinals > 1 && names > 0 && slices.ContainsFunc(cols[i:], func(c Column) bool { return nameField(c.Field) }) {
				return c.Index
			}
		}
	}
	return 0
}
