package office

import (
	"bytes"
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/words"
)

// UnitLine is a body of a list and what would become of it.
type UnitLine struct {
	registry.Listed
	Known bool // in the registry already; not entered again
	// Faults say in Vietnamese why the line cannot be entered as it is.
	Faults []string
}

// UnitList is what became of a list of bodies.
type UnitList struct {
	Lines   []UnitLine
	Entered int
	Known   int
	Left    int // with a fault
	Entry   audit.Entry
}

// ReadUnits reads a province's own list of its bodies and says what each line would
// become; nothing is written. "office.not-units" for a file that is no such list.
func (o *Office) ReadUnits(ctx context.Context, in Incoming) (l UnitList, err error) {
	file, err := o.ports.Sheets.Read(ctx, in.Name, bytes.NewReader(in.Data), int64(len(in.Data)))
	if err != nil {
		return l, err
	}
	book, err := o.Registry(ctx)
	if err != nil {
		return l, err
	}
	var rows []registry.ListRow
	for _, r := range rowsOf(file) {
		rows = append(rows, registry.ListRow{Row: r.Row, Cells: r.Cells})
	}
	list, ok := registry.ReadList(rows)
	if !ok {
		return l, fault.New(fault.Refused, "office.not-units", in.Name)
	}
	known := map[string]registry.Version{}
	var province registry.Version
	for _, s := range book.On(o.Today()) {
		known[viet.Key(s.Name)] = s.Version
		if s.Type == "tinh" {
			province = s.Version
		}
	}
	for i := range list {
		if v := &list[i].Version; v.Type == "tinh" {
			v.InFull(registry.Version{})
			province = *v
		}
	}
	named := map[string]int{} // rows of the list, by name
	for _, x := range list {
		x.Version.InFull(province)
		line := UnitLine{Listed: x}
		key := viet.Key(x.Version.Name)
		_, line.Known = known[key]
		switch row, twice := named[key]; {
		case line.Known:
		case twice:
			line.Faults = append(line.Faults, words.Text("office.unit-twice", x.Version.Name, row))
		case x.Version.Type == "" || x.Version.Group == "":
			line.Faults = append(line.Faults, words.Text("office.unit-kind", x.Version.Name))
		}
		named[key] = x.Row
		l.Lines = append(l.Lines, line)
	}
	for i := range l.Lines {
		line := &l.Lines[i]
		if line.Parent != "" && !line.Known && !stands(book.On(o.Today()), l.Lines, line.Parent) {
			line.Faults = append(line.Faults, words.Text("office.unit-parent", line.Parent))
		}
		switch {
		case line.Known:
			l.Known++
		case len(line.Faults) > 0:
			l.Left++
		}
	}
	return l, nil
}

// stands tells that a body a line names is there or in the list.
func stands(standing []registry.Standing, lines []UnitLine, text string) bool {
	id, row := above(standing, lines, text)
	return id != 0 || row != 0
}

// above finds the body a line names as the one over it: the id of one that stands, or
// the row of one of the list.
func above(standing []registry.Standing, lines []UnitLine, text string) (id registry.UnitID, row int) {
	same := func(v registry.Version) bool {
		return v.Code == text || viet.Key(v.Name) == viet.Key(text) || viet.Key(v.Official) == viet.Key(text) || viet.Key(v.Short) == viet.Key(text)
	}
	for _, s := range standing {
		if same(s.Version) {
			return s.ID, 0
		}
	}
	for _, l := range lines {
		if same(l.Version) && len(l.Faults) == 0 && !l.Known {
			return 0, l.Row
		}
	}
	return 0, 0
}

// EnterUnits writes the lines that have no fault and are not there yet, as one act.
// A body may stand above one that comes before it, so they are saved twice: for
// their ids, then with those above them.
func (o *Office) EnterUnits(ctx context.Context, name string, l UnitList) (UnitList, error) {
	book, err := o.Registry(ctx)
	if err != nil {
		return l, err
	}
	var units []*registry.Unit
	var from []UnitLine
	for _, x := range l.Lines {
		if x.Known || len(x.Faults) > 0 {
			continue
		}
		u := &registry.Unit{Versions: []registry.Version{x.Version}}
		if err := u.Check(); err != nil {
			return l, err
		}
		units, from = append(units, u), append(from, x)
	}
	l.Entered = len(units)
	if len(units) == 0 {
		return l, nil
	}
	l.Entry, err = o.act(ctx, "unit.list", fmt.Sprintf("Nhập %d đơn vị từ tệp %s", len(units), name), func(tx Tx) error {
		if err := tx.Units().Put(ctx, units...); err != nil {
			return err
		}
		ids := map[int]registry.UnitID{}
		for i, u := range units {
			ids[from[i].Row] = u.ID
		}
		var under []*registry.Unit
		for i, u := range units {
			if from[i].Parent == "" {
				continue
			}
			id, row := above(book.On(o.Today()), l.Lines, from[i].Parent)
			u.Versions[0].Parent = max(id, ids[row])
			under = append(under, u)
		}
		return tx.Units().Put(ctx, under...)
	})
	return l, err
}
