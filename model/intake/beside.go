package intake

import "slices"

// view is a sheet as one list after the other sees it: the whole of it, or the
// columns of one of several lists that stand side by side.
type view struct {
	*sheet
	found []found
	tab   string // the sheet's own name, where the view has another
}

// views parts a sheet whose lists stand side by side into one view for each. A
// row of the sheet then holds several nominees, so each view but the first has a
// name of its own: addresses of rows stay one nominee's.
func (f *finder) views(all []found, tab string) []view {
	at := 0
	for n, fd := range all {
		k := besideAt(fd.cols)
		if n > 0 && k != at {
			return []view{{f.sheet, all, tab}} // the lists do not agree; the reading says so
		}
		at = k
	}
	if at == 0 {
		return []view{{f.sheet, all, tab}}
	}
	left, right := *f.grid, *f.grid
	if tab == "" {
		tab = f.grid.Name
	}
	right.Name = tab + " (từ cột " + ColumnName(at) + ")"
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
			return []view{{f.sheet, all, ""}} // what was cut off is no list by itself
		}
		if g == &left {
			out = append(out, view{part.sheet, lists, ""})
		} else {
			out = append(out, part.views(lists, tab)...)
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
