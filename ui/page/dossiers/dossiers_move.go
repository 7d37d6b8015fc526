package dossiers

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/check"
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
	first := true
	for _, to := range moves {
		label, ok := words.MoveTo[string(to)]
		if !ok {
			continue
		}
		if to.NeedsReason() {
			off = append(off, fyne.NewMenuItem(label, func() { p.move(rows, to) }))
			continue
		}
		b := kit.NewButton(label, nil, func() { p.move(rows, to) })
		if to == dossier.Appraised {
			b = kit.NewButton(label, nil, func() { p.appraise(rows) })
		}
		if first {
			b.Primary()
			first = false
		}
		p.actions.Add(b)
	}
	if Recallable(rows) {
		off = append(off, fyne.NewMenuItem(words.MoveRecall, func() { p.recall(rows) }))
	}
	if len(off) > 0 {
		p.actions.Add(kit.NewMenuButton(words.MoveOff, off...).Button)
	}
	if len(moves) == 0 && len(rows) > 1 {
		p.actions.Add(kit.Note(words.DossiersNoWay))
	}
	ids := idsOf(rows)
	p.actions.Add(kit.NewMenuButton(words.MoveOther,
		fyne.NewMenuItem(words.PaperSeeAll, func() { p.seeAll(ids) }),
		fyne.NewMenuItem(words.ConfirmAsk, func() { p.ask(ids) }),
		fyne.NewMenuItem(words.ConfirmEnter, func() { p.answer(ids, "") }),
		fyne.NewMenuItem(words.MoveSendUp, func() { p.sendUp(rows) }),
	).Button)
	p.actions.Add(kit.Spring())
	if len(rows) == 1 {
		d := rows[0].Dossier
		p.actions.Add(kit.NewButton(words.DossierEdit, fynetheme.DocumentCreateIcon(), func() { p.edit(d, "") }))
	}
	p.actions.Add(kit.NewMenuButton(words.DossierPrint, p.printItems(rows)...).Button)
	p.actions.Refresh()
}

func idsOf(rows []Row) []int64 {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.Dossier.ID
	}
	return ids
}

// who names the chosen dossiers in a sentence.
func who(rows []Row) string {
	if len(rows) == 1 {
		return rows[0].Dossier.Name
	}
	return words.Fill(words.MoveMany, len(rows))
}

// reasoned asks for a reason and does what needs it.
func (p *Page) reasoned(title, yes string, do func(reason string, done func(error))) {
	reason := kit.NewTextArea(4)
	form := kit.NewForm(&kit.Field{Key: "reason", Label: words.MoveReason, Required: true, Hint: words.MoveReasonHint, Control: reason})
	kit.FormDialog(p.host.Canvas(), title, form, 560, yes, modelwords.Say, func(done func(error)) { do(strings.TrimSpace(reason.Text), done) })
}

// act carries out one act about the chosen dossiers.
func (p *Page) act(title string, done func(error), do func(context.Context) (audit.Entry, error), said string) {
	task.Change(p.run, p.host, title, said, done, do)
}

// move takes the chosen dossiers on as one act; a way out asks for its reason.
func (p *Page) move(rows []Row, to dossier.Stage) {
	do := func(reason string, done func(error)) {
		p.act(words.MoveTitle, done, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.Move(ctx, idsOf(rows), to, reason) },
			words.Fill(words.MoveDone, who(rows), to.String()))
	}
	if !to.NeedsReason() {
		do("", nil)
		return
	}
	p.reasoned(words.Fill(words.MoveAsk, who(rows), to.String()), words.MoveTo[string(to)], do)
}

// recall takes back the last hand-over of the chosen dossiers.
func (p *Page) recall(rows []Row) {
	p.reasoned(words.Fill(words.MoveRecallAsk, who(rows)), words.MoveRecall, func(reason string, done func(error)) {
		p.act(words.MoveRecall, done, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.Recall(ctx, idsOf(rows), reason) },
			words.Fill(words.MoveRecalled, who(rows)))
	})
}

// heldShown is how many held dossiers are named.
const heldShown = 8

// appraise lets the rules look at the chosen dossiers: those nothing stands against
// go on to the council, the others stay, each with its reasons.
func (p *Page) appraise(rows []Row) {
	codes := p.state.CodesOf(idsOf(rows))
	if len(codes) != 1 {
		p.host.Say(kit.Warn, words.MoveOneMovement, nil)
		return
	}
	type appraised struct {
		a office.Appraisal
		e audit.Entry
	}
	task.Do(p.run, task.Job{Title: words.MoveTo[string(dossier.Appraised)]}, func(ctx context.Context, _ office.Progress) (x appraised, err error) {
		x.a, x.e, err = p.run.Office.Appraise(ctx, codes[0], idsOf(rows))
		return x, err
	}, func(x appraised) {
		p.host.Done(words.Fill(words.MoveAppraised, len(x.a.Passed), len(x.a.Held)), x.e.ID)
		if lines := Held(rows, x.a.Held, heldShown); len(lines) > 0 {
			kit.Tell(p.host.Canvas(), words.MoveHeld, strings.Join(lines, "\n"))
		}
	})
}

// Held says what stands against each dossier that was held back.
func Held(rows []Row, held map[int64][]check.Finding, most int) (lines []string) {
	for _, r := range rows {
		fs := held[r.Dossier.ID]
		if len(fs) == 0 {
			continue
		}
		if len(lines) == most {
			return append(lines, words.Fill(words.MoveHeldMore, len(held)-most))
		}
		var why []string
		for _, f := range fs {
			why = append(why, f.Title)
		}
		lines = append(lines, words.Fill(words.MoveHeldLine, r.Dossier.Name, strings.Join(why, "; ")))
	}
	return lines
}

// sendUp proposes the nominees of the chosen dossiers for a higher award.
func (p *Page) sendUp(rows []Row) {
	award := kit.NewSelect("", nil)
	award.SetChoices(p.state.Higher(rows))
	form := kit.NewForm(&kit.Field{Key: "award", Label: words.DossierAward, Required: true, Hint: words.MoveSendUpTx, Control: award})
	kit.FormDialog(p.host.Canvas(), words.Fill(words.MoveSendUpAsk, who(rows)), form, 600, words.OK, modelwords.Say, func(done func(error)) {
		p.act(words.MoveSendUp, done, func(ctx context.Context) (audit.Entry, error) {
			_, e, err := p.run.Office.SendUp(ctx, idsOf(rows), award.Key())
			return e, err
		}, words.Fill(words.MoveSentUp, len(rows)))
	})
}
