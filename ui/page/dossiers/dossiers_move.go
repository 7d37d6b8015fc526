package dossiers

import (
	"context"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// fillActions shows the buttons that all of the chosen dossiers understand: on the
// road first, off it behind.
func (p *Page) fillActions(rows []Row) {
	p.actions.RemoveAll()
	if len(rows) == 0 {
		p.actions.Refresh()
		return
	}
	moves := Moves(rows)
	var off []*fyne.MenuItem
	for i, to := range moves {
		label, ok := words.MoveTo[string(to)]
		if !ok {
			continue
		}
		if to.NeedsReason() {
			off = append(off, fyne.NewMenuItem(label, func() { p.move(rows, to) }))
			continue
		}
		b := kit.NewButton(label, nil, func() { p.move(rows, to) })
		if i == 0 {
			b.Primary()
		}
		p.actions.Add(b)
	}
	if len(off) > 0 {
		p.actions.Add(kit.NewMenuButton(words.MoveOff, off...).Button)
	}
	if len(moves) == 0 && len(rows) > 1 {
		p.actions.Add(kit.Note(words.DossiersNoWay))
	}
	if len(rows) == 1 {
		d := rows[0].Dossier
		p.actions.Add(kit.Spring())
		p.actions.Add(kit.NewButton(words.DossierEdit, fynetheme.DocumentCreateIcon(), func() { p.edit(d) }))
		p.actions.Add(kit.NewButton(words.DossierPrint, fynetheme.DocumentPrintIcon(), func() {
			p.host.Go(kit.To(words.RoutePrint, "mau", "tom-tat", "ho-so", idText(d.ID)))
		}))
	}
	p.actions.Refresh()
}

// move takes the chosen dossiers on as one act; a way out asks for its reason.
func (p *Page) move(rows []Row, to dossier.Stage) {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.Dossier.ID
	}
	what := words.Fill(words.MoveMany, len(rows))
	if len(rows) == 1 {
		what = rows[0].Dossier.Name
	}
	do := func(reason string, failed, done func(error)) {
		task.Do(p.run, task.Job{Title: words.MoveTitle, Fault: failed}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.Move(ctx, ids, to, reason)
		}, func(e audit.Entry) {
			if done != nil {
				done(nil)
			}
			p.host.Done(words.Fill(words.MoveDone, what, to.String()), e.ID)
		})
	}
	if !to.NeedsReason() {
		do("", nil, nil)
		return
	}
	reason := kit.NewTextArea(4)
	form := kit.NewForm(&kit.Field{Key: "reason", Label: words.MoveReason, Required: true, Hint: words.MoveReasonHint, Control: reason})
	kit.FormDialog(p.host.Canvas(), words.Fill(words.MoveAsk, what, to.String()), form, 560, words.MoveTo[string(to)], modelwords.Say,
		func(done func(error)) { do(reason.Text, done, done) })
}
