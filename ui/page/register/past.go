package register

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// past asks whether a table or one honour is to be entered.
func (b *book) past() {
	if b.state.Catalogue == nil {
		return
	}
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	sheet := kit.NewButton(words.PastSheet, fynetheme.FileIcon(), func() { m.Hide(); b.pastSheet() }).Primary()
	one := kit.NewButton(words.PastOne, fynetheme.ContentAddIcon(), func() { m.Hide(); b.pastOne() })
	m = kit.ShowModal(b.p.host.Canvas(), words.PastTitle, kit.Para(words.PastText, kit.Plain), fyne.NewSize(600, 230), cancel, one, sheet)
	m.OnCancel = cancel.OnTapped
}

// pastSheet reads a table of past honours and shows what each line would become.
func (b *book) pastSheet() {
	kinds := []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx", "*.xls", "*.csv", "*.docx", "*.html", "*.ods"}}, {Name: words.KindAll, Patterns: []string{"*.*"}}}
	b.p.host.PickFiles(words.PastTitle, false, kinds, func(paths []string) {
		path := paths[0]
		task.Do(b.p.run, task.Job{Title: words.PastReading}, func(ctx context.Context, _ office.Progress) (office.Past, error) {
			data, err := b.p.host.ReadFile(path)
			if err != nil {
				return office.Past{}, err
			}
			return b.p.run.Office.ReadPast(ctx, office.Incoming{Name: filepath.Base(path), Data: data})
		}, b.showPast)
	})
}

// entered is what became of lines, and how many people now look like others.
type entered struct {
	office.Past
	doubts int
}

// twice adds to what was written how many may now stand in the register twice.
func (b *book) twice(ctx context.Context, p office.Past, err error) (entered, error) {
	if err != nil {
		return entered{}, err
	}
	alike, err := b.p.run.Office.Alikes(ctx)
	return entered{p, len(alike)}, err
}

// done tells what was written, and to look at those who may stand there twice.
func (b *book) done(e entered, said string) {
	if e.doubts > 0 {
		said += " " + words.Fill(words.PastDoubts, e.doubts)
	}
	b.p.host.Done(said, e.Entry.ID)
}

// showPast shows what each line would become; a line is mended by opening it.
func (b *book) showPast(p office.Past) {
	type row struct {
		office.PastLine
		at int // its place among the lines
	}
	lines := slices.Clone(p.Lines)
	g := kit.NewGrid("past",
		kit.Column[row]{Key: "row", Title: words.PastLine, Width: 52, Align: fyne.TextAlignTrailing, Text: func(l row) string { return fmt.Sprint(l.Row) }, Order: func(a, b row) int { return a.Row - b.Row }},
		kit.Column[row]{Key: "state", Title: words.PastState, Width: 200, Text: func(l row) string { return PastState(l.PastLine) }, Tone: func(l row) kit.Tone { return PastTone(l.PastLine) }, Order: kit.ByText(func(l row) string { return PastState(l.PastLine) })},
		kit.Column[row]{Key: "name", Title: words.HonourName, Width: 170, Bold: true, Text: func(l row) string { return l.Name }},
		kit.Column[row]{Key: "award", Title: words.HonourAward, Width: 170, Text: func(l row) string {
			if l.Award == "" {
				return l.AwardText
			}
			return b.state.Catalogue.Name(l.Award)
		}},
		kit.Column[row]{Key: "number", Title: words.HonourNumber, Width: 106, Text: func(l row) string { return l.Number }},
		kit.Column[row]{Key: "date", Title: words.HonourDate, Width: 88, Text: func(l row) string { return l.Date.Slash() }},
		kit.Column[row]{Key: "unit", Title: words.HonourUnit, Width: 170, Grow: true, Text: func(l row) string { return l.Unit }},
	)
	g.ID = func(l row) string { return fmt.Sprint(l.at) }
	g.OnCopied = func(n int) { b.p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	sum, why := kit.Text("", kit.Plain), kit.Para("", kit.Bad)
	movement := kit.NewSelect("", nil)
	movement.SetChoices(noun.Movements(b.state.Movements, words.PastNoMove))
	movement.SetKey("")

	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	write := kit.NewButton("", nil, nil).Primary()
	mend := kit.NewButton(words.PastMend, fynetheme.DocumentCreateIcon(), nil)
	show := func() {
		rows := make([]row, len(lines))
		for i, l := range lines {
			rows[i] = row{l, i}
		}
		g.SetRows(rows)
		ready, known, bad := PastCounts(lines)
		sum.Text = words.Fill(words.PastSum, len(lines), ready, known, bad)
		sum.Refresh()
		write.SetText(words.Fill(words.PastEnter, ready))
		write.SetEnabled(ready > 0)
		g.OnSelect()
	}
	g.OnSelect = func() {
		l, ok := g.Current()
		mend.SetEnabled(ok)
		text := ""
		if ok && len(l.Faults) > 0 {
			text = PastState(l.PastLine)
		}
		why.SetText(text)
	}
	g.OnOpen = func(l row) {
		b.pastForm(words.Fill(words.PastMendTitle, l.Row), l.PastLine, func(x office.PastLine, done func(error)) {
			x.Faults, x.Known = nil, false
			now := slices.Clone(lines)
			now[l.at] = x
			task.Do(b.p.run, task.Job{Title: words.PastState, Fault: done}, func(ctx context.Context, _ office.Progress) (office.Past, error) {
				return b.p.run.Office.JudgePast(ctx, now)
			}, func(p office.Past) {
				done(nil)
				lines = p.Lines
				show()
			})
		})
	}
	mend.OnTapped = func() {
		if l, ok := g.Current(); ok {
			g.OnOpen(l)
		}
	}
	write.OnTapped = func() {
		code := movement.Key()
		task.Do(b.p.run, task.Job{Title: words.PastEntering, Fault: func(err error) { why.SetText(modelwords.Say(err)) }}, func(ctx context.Context, _ office.Progress) (entered, error) {
			p, err := b.p.run.Office.EnterPast(ctx, lines, code)
			return b.twice(ctx, p, err)
		}, func(e entered) {
			m.Hide()
			b.done(e, words.Fill(words.PastDone, e.Entered, len(e.Decisions)))
		})
	}
	head := container.NewVBox(container.NewBorder(nil, nil, kit.Text(words.HonourMove, kit.Soft), nil, movement), sum)
	m = kit.ShowModal(b.p.host.Canvas(), words.PastTitle, container.NewBorder(head, why, nil, nil, g), fyne.NewSize(1060, 580), cancel, mend, write)
	m.OnCancel = cancel.OnTapped
	show()
	g.Select(FirstFault(lines))
	b.p.host.Canvas().Focus(g)
}

// pastOne enters one honour by hand.
func (b *book) pastOne() {
	blank := office.PastLine{Record: intake.Record{Kind: string(registry.Individual), Award: b.state.Filter.Award}}
	b.pastForm(words.PastOneTitle, blank, func(x office.PastLine, done func(error)) {
		task.Do(b.p.run, task.Job{Title: words.PastEntering, Fault: done}, func(ctx context.Context, _ office.Progress) (entered, error) {
			p, err := b.p.run.Office.EnterOne(ctx, x, "")
			return b.twice(ctx, p, err)
		}, func(e entered) {
			done(nil)
			b.done(e, words.Fill(words.PastOneDone, x.Name))
		})
	})
}
