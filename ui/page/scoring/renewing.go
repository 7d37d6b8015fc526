package scoring

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// renewSheets shows what giving these open sheets the criteria of their set would
// change, unit by unit, before it is done.
func (s *sheets) renewSheets(list []office.Renewal) {
	grid := kit.NewGrid("renewals",
		kit.Column[office.Renewal]{Key: "unit", Title: words.ScoreUnit, Width: 200, Text: func(r office.Renewal) string { return r.Unit.Name }},
		kit.Column[office.Renewal]{Key: "changes", Title: words.RenewChanges, Width: 320, Grow: true, Text: ChangesText, Tone: func(r office.Renewal) kit.Tone {
			if Loses(r) {
				return kit.Warn
			}
			return kit.Plain
		}},
		kit.Column[office.Renewal]{Key: "was", Title: words.RenewWas, Width: 118, Align: fyne.TextAlignTrailing, Text: func(r office.Renewal) string { return words.Fill(words.ScoreOf, r.Was.Total, r.Was.Max) }},
		kit.Column[office.Renewal]{Key: "now", Title: words.RenewNow, Width: 160, Align: fyne.TextAlignTrailing, Bold: true, Text: func(r office.Renewal) string { return words.Fill(words.ScoreOf, r.Now.Total, r.Now.Max) }},
	)
	grid.ID = func(r office.Renewal) string { return kit.IDText(r.Sheet.ID) }
	grid.SetRows(list)
	code, year := s.p.code(), s.p.state.Year
	units := make([]registry.UnitID, len(list))
	for i, r := range list {
		units[i] = r.Sheet.Unit
	}
	title := words.Fill(words.ScoreRenewDo, len(list))
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	do := kit.NewButton(title, nil, func() {
		m.Hide()
		type renewed struct {
			n int
			e audit.Entry
		}
		task.Do(s.p.run, task.Job{Title: title}, func(ctx context.Context, _ office.Progress) (r renewed, err error) {
			r.n, r.e, err = s.p.run.Office.RenewSheets(ctx, code, year, units...)
			return r, err
		}, func(r renewed) { s.p.host.Done(words.Fill(words.ScoreRenewed, r.n), r.e.ID) })
	}).Primary()
	m = kit.ShowModal(s.p.host.Canvas(), title, container.NewBorder(kit.Para(words.ScoreRenewText, kit.Plain), nil, nil, nil, kit.High(grid, max(4, len(list)))),
		fyne.NewSize(900, 340), cancel, do)
	m.OnCancel = cancel.OnTapped
}
