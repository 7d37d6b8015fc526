package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/intake"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// columns is the dialog where a person says what the columns hold.
func (p *Page) columns() {
	b := p.state.Batch
	box := kit.Stacked(kit.Note(words.ColumnsText))
	type choice struct {
		ref string
		was intake.Field
		sel *kit.Select
	}
	var all []choice
	var options []kit.Choice
	for _, f := range words.Fields {
		options = append(options, kit.Choice{Key: f[0], Label: f[1]})
	}
	for _, t := range b.Tables {
		if len(b.Tables) > 1 {
			box.Add(kit.Lead(t.Sheet))
		}
		var fields []*kit.Field
		for _, c := range t.Columns {
			s := kit.NewSelect("", nil)
			s.SetChoices(options)
			s.SetKey(string(c.Field))
			head := c.Header
			if head == "" {
				head = "–"
			}
			fields = append(fields, &kit.Field{Label: words.Fill(words.ColumnHead, kit.Cut(head, 240, 13, false), intake.ColumnName(c.Index)), Control: s})
			all = append(all, choice{intake.ColumnRef(t.Sheet, t.Part, c.Index), c.Field, s})
		}
		box.Add(kit.NewForm(fields...))
	}
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	save := kit.NewButton(words.Save, nil, func() {
		m.Hide()
		changed := map[string]intake.Field{}
		for _, c := range all {
			if f := intake.Field(c.sel.Key()); f != c.was {
				changed[c.ref] = f
			}
		}
		if len(changed) == 0 {
			return
		}
		p.answer(words.ActColumns, func(a *intake.Answers) {
			for ref, f := range changed {
				put(&a.Columns, ref, f)
			}
		})
	}).Primary()
	m = kit.ShowModal(p.host.Canvas(), words.Fill(words.ColumnsTitle, b.File), container.NewVScroll(box), fyne.NewSize(640, 560), cancel, save)
	m.OnCancel = cancel.OnTapped
}

// fillChoose offers, where several columns fit one field, each of them as the
// one to read.
func (v *reviewView) fillChoose() {
	v.choose.RemoveAll()
	b := v.p.state.Batch
	for _, t := range v.p.state.Clashes() {
		bar := container.NewHBox()
		for _, c := range t.Columns {
			bar.Add(kit.NewButton(kit.Cut(words.Fill(words.ReviewUse, intake.ColumnName(c.Index), c.Header), 420, 13, true), nil, func() {
				v.p.answer(words.ActColumns, func(a *intake.Answers) {
					put(&a.Columns, intake.ColumnRef(t.Sheet, t.Part, c.Index), c.Field)
				})
			}))
		}
		if b.State == intake.Staged {
			v.choose.Add(container.NewHScroll(bar))
		}
	}
}
