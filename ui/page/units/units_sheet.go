package units

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sheet reads a province's own list of its bodies and shows what each line would
// become.
func (p *Page) sheet() {
	kinds := []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx", "*.xls", "*.csv", "*.docx", "*.html", "*.ods"}}, {Name: words.KindAll, Patterns: []string{"*.*"}}}
	p.host.PickFiles(words.UnitsTitle, false, kinds, func(paths []string) {
		name := filepath.Base(paths[0])
		task.Do(p.run, task.Job{Title: words.UnitsReading}, func(ctx context.Context, _ office.Progress) (office.UnitList, error) {
			data, err := p.host.ReadFile(paths[0])
			if err != nil {
				return office.UnitList{}, err
			}
			return p.run.Office.ReadUnits(ctx, office.Incoming{Name: name, Data: data})
		}, func(l office.UnitList) { p.showSheet(name, l) })
	})
}

func (p *Page) showSheet(name string, l office.UnitList) {
	g := kit.NewGrid("units-sheet",
		kit.Column[office.UnitLine]{Key: "row", Title: words.UnitsLine, Width: 52, Align: fyne.TextAlignTrailing, Text: func(x office.UnitLine) string { return fmt.Sprint(x.Row) }, Order: func(a, b office.UnitLine) int { return a.Row - b.Row }},
		kit.Column[office.UnitLine]{Key: "state", Title: words.UnitsState, Width: 260, Text: LineState, Tone: lineTone, Order: kit.ByText(LineState)},
		kit.Column[office.UnitLine]{Key: "name", Title: words.UnitName, Width: 200, Bold: true, Text: func(x office.UnitLine) string { return x.Version.Name }},
		kit.Column[office.UnitLine]{Key: "official", Title: words.UnitOfficial, Width: 220, Grow: true, Text: func(x office.UnitLine) string { return x.Version.Official }},
		kit.Column[office.UnitLine]{Key: "code", Title: words.UnitCode, Width: 84, Text: func(x office.UnitLine) string { return x.Version.Code }},
		kit.Column[office.UnitLine]{Key: "type", Title: words.UnitType, Width: 110, Text: func(x office.UnitLine) string { return registry.NameOf(registry.TypeNames, x.Version.Type) }},
		kit.Column[office.UnitLine]{Key: "group", Title: words.UnitGroup, Width: 130, Text: func(x office.UnitLine) string { return registry.NameOf(registry.GroupNames, x.Version.Group) }},
		kit.Column[office.UnitLine]{Key: "parent", Title: words.UnitParent, Width: 120, Text: func(x office.UnitLine) string { return x.Parent }},
	)
	why := kit.Para("", kit.Bad)
	g.OnSelect = func() {
		text := ""
		if x, ok := g.Current(); ok && len(x.Faults) > 0 {
			text = LineState(x)
		}
		why.SetText(text)
	}
	ready := len(l.Lines) - l.Known - l.Left
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	enter := kit.NewButton(words.Fill(words.UnitsEnter, ready), nil, func() {
		m.Hide()
		task.Do(p.run, task.Job{Title: words.UnitsTitle}, func(ctx context.Context, _ office.Progress) (office.UnitList, error) {
			return p.run.Office.EnterUnits(ctx, name, l)
		}, func(l office.UnitList) { p.host.Done(words.Fill(words.UnitsEntered, l.Entered), l.Entry.ID) })
	}).Primary()
	enter.SetEnabled(ready > 0)
	head := kit.Stacked(kit.Para(words.UnitsSheetIs, kit.Soft), kit.Text(words.Fill(words.UnitsSum, len(l.Lines), ready, l.Known, l.Left), kit.Plain))
	m = kit.ShowModal(p.host.Canvas(), words.UnitsTitle, container.NewBorder(head, why, nil, nil, g), fyne.NewSize(1060, 560), cancel, enter)
	m.OnCancel = cancel.OnTapped
	g.SetRows(l.Lines)
	p.host.Canvas().Focus(g)
}

func lineTone(x office.UnitLine) kit.Tone {
	switch {
	case len(x.Faults) > 0:
		return kit.Bad
	case x.Known:
		return kit.Quiet
	}
	return kit.Good
}
