package register

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
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
	m = kit.ShowModal(b.p.host.Canvas(), words.PastTitle, kit.Para(words.PastText, kit.Plain), fyne.NewSize(560, 190), cancel, one, sheet)
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

func (b *book) showPast(p office.Past) {
	type row = office.PastLine
	g := kit.NewGrid("past",
		kit.Column[row]{Key: "row", Title: words.PastLine, Width: 50, Align: fyne.TextAlignTrailing, Text: func(l row) string { return fmt.Sprint(l.Row) }},
		kit.Column[row]{Key: "state", Title: words.PastState, Width: 190, Text: PastState, Tone: func(l row) kit.Tone {
			switch {
			case l.Known:
				return kit.Quiet
			case len(l.Faults) > 0:
				return kit.Bad
			}
			return kit.Good
		}, Order: kit.ByText(PastState)},
		kit.Column[row]{Key: "name", Title: words.HonourName, Width: 170, Bold: true, Text: func(l row) string { return l.Name }},
		kit.Column[row]{Key: "award", Title: words.HonourAward, Width: 180, Text: func(l row) string {
			if l.Award == "" {
				return l.AwardText
			}
			return b.state.Catalogue.Name(l.Award)
		}},
		kit.Column[row]{Key: "number", Title: words.HonourNumber, Width: 110, Text: func(l row) string { return l.Number }},
		kit.Column[row]{Key: "date", Title: words.HonourDate, Width: 88, Text: func(l row) string { return l.Date.Slash() }},
		kit.Column[row]{Key: "unit", Title: words.HonourUnit, Width: 180, Grow: true, Text: func(l row) string { return l.Unit }},
		kit.Column[row]{Key: "signer", Title: words.PastSigner, Width: 130, Text: func(l row) string { return l.Signer }},
	)
	g.OnCopied = func(n int) { b.p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	g.SetRows(p.Lines)
	ready, known, bad := PastCounts(p.Lines)
	why := kit.Para("", kit.Bad)
	g.OnSelect = func() {
		text := ""
		if l, ok := g.Current(); ok && len(l.Faults) > 0 {
			text = PastState(l)
		}
		why.SetText(text)
	}
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	enter := kit.NewButton(words.Fill(words.PastEnter, ready), nil, nil).Primary()
	enter.SetEnabled(ready > 0)
	enter.OnTapped = func() {
		code := b.state.Filter.Movement
		task.Do(b.p.run, task.Job{Title: words.PastEntering}, func(ctx context.Context, _ office.Progress) (office.Past, error) {
			return b.p.run.Office.EnterPast(ctx, p.Lines, code)
		}, func(r office.Past) {
			m.Hide()
			b.p.host.Done(words.Fill(words.PastDone, r.Entered, len(r.Decisions)), r.Entry.ID)
		})
	}
	content := container.NewBorder(kit.Text(words.Fill(words.PastSum, len(p.Lines), ready, known, bad), kit.Plain), why, nil, nil, g)
	m = kit.ShowModal(b.p.host.Canvas(), words.PastTitle, content, fyne.NewSize(1040, 560), cancel, enter)
	m.OnCancel = cancel.OnTapped
	b.p.host.Canvas().Focus(g)
}

// pastOne enters one honour by hand.
func (b *book) pastOne() {
	s := &b.state
	today := b.p.run.Office.Today()
	kind, what, way, gender := kit.NewSelect(words.ChooseOne, nil), kit.NewSelect(words.ChooseOne, nil), kit.NewSelect("", nil), kit.NewSelect("", nil)
	var kinds, awards []kit.Choice
	for _, k := range registry.Kinds {
		kinds = append(kinds, kit.Choice{Key: string(k), Label: upper(k.String())})
	}
	for _, a := range s.Catalogue.Awards {
		awards = append(awards, kit.Choice{Key: a.Code, Label: a.Name})
	}
	ways := []kit.Choice{{Key: "", Label: ""}}
	for _, n := range award.WayNames {
		ways = append(ways, kit.Choice{Key: n.Code, Label: n.Name})
	}
	kind.SetChoices(kinds)
	kind.SetKey(string(registry.Individual))
	what.SetChoices(awards)
	what.SetKey(s.Filter.Award)
	way.SetChoices(ways)
	gender.SetChoices([]kit.Choice{{Key: "", Label: ""}, {Key: "male", Label: words.Genders["male"]}, {Key: "female", Label: words.Genders["female"]}})
	unit := kit.NewPickButton(words.RegisterUnitPick, words.RegisterUnitHint, words.None, nil)
	unit.SetOptions(unitOptions(s.Book))
	number, signer, decider := entry("", 1), entry("", 1), entry("", 1)
	name, honor, id, post, unitText, reason := entry("", 1), entry("", 1), entry("", 1), entry("", 1), entry("", 1), entry("", 2)
	year, golden := entry("", 1), entry("", 1)
	date, birth := kit.NewDateEntry(today, false), kit.NewDateEntry(today, true)
	unit.OnPick = func(k string) {
		if trim(unitText) == "" {
			if u, ok := s.Book.Unit(parseID(k)); ok && len(u.Versions) > 0 {
				unitText.SetText(u.Near(today).Name)
			}
		}
	}
	f := kit.NewForm(
		&kit.Field{Key: "number", Label: words.HonourNumber, Required: true, Control: number},
		&kit.Field{Key: "date", Label: words.DecisionDate, Required: true, Control: container.NewHBox(date)},
		&kit.Field{Key: "award", Label: words.HonourAward, Required: true, Control: what},
		&kit.Field{Key: "signer", Label: words.PastSigner, Control: signer},
		&kit.Field{Key: "decider", Label: words.HonourBy, Control: decider},
		&kit.Field{Key: "kind", Label: words.PastKind, Required: true, Control: kind},
		&kit.Field{Key: "name", Label: words.HonourName, Required: true, Control: name},
		&kit.Field{Key: "honorific", Label: words.PastHonor, Control: honor},
		&kit.Field{Key: "gender", Label: words.DossierGender, Control: gender},
		&kit.Field{Key: "birth", Label: words.DossierBirth, Control: container.NewHBox(birth)},
		&kit.Field{Key: "id_number", Label: words.PastID, Control: id},
		&kit.Field{Key: "post", Label: words.HonourPost, Control: post},
		&kit.Field{Key: "unit", Label: words.PastUnitIn, Control: unit},
		&kit.Field{Key: "unit_text", Label: words.PastUnitText, Control: unitText},
		&kit.Field{Key: "reason", Label: words.HonourReason, Control: reason},
		&kit.Field{Key: "way", Label: words.HonourWay, Control: way},
		&kit.Field{Key: "year", Label: words.HonourYear, Hint: words.PastYearIs, Control: year},
		&kit.Field{Key: "golden", Label: words.HonourGolden, Control: golden},
	)
	kit.FormDialog(b.p.host.Canvas(), words.PastOneTitle, f, 640, words.Save, modelwords.Say, func(done func(error)) {
		var l fault.List
		day, ok := date.Date()
		if !ok || !day.Exact() {
			l.Add(fault.New(fault.Invalid, "ui.bad-date").At("date"))
		}
		born, ok := birth.Date()
		if !ok {
			l.Add(fault.New(fault.Invalid, "ui.bad-date").At("birth"))
		}
		for _, x := range []struct {
			key, text string
		}{{"number", trim(number)}, {"name", trim(name)}, {"award", what.Key()}} {
			if x.text == "" {
				l.Add(fault.New(fault.Invalid, "ui.empty").At(x.key))
			}
		}
		counts := parseID(trim(year))
		if trim(year) != "" && (counts < 1900 || counts > 2200) {
			l.Add(fault.New(fault.Invalid, "page.year").At("year"))
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		line := office.PastLine{Record: intake.Record{Kind: kind.Key(), Name: trim(name), Honorific: trim(honor), Gender: gender.Key(), Birth: born, IDNumber: trim(id),
			Position: trim(post), Unit: trim(unitText), UnitID: parseID(unit.Key()), Award: what.Key(), Achievement: trim(reason)},
			Number: trim(number), Date: day, Decider: trim(decider), Signer: trim(signer), Way: way.Key(), Year: int(counts), Golden: trim(golden)}
		task.Do(b.p.run, task.Job{Title: words.PastEntering, Fault: done}, func(ctx context.Context, _ office.Progress) (office.Past, error) {
			return b.p.run.Office.EnterOne(ctx, line, "")
		}, func(r office.Past) {
			done(nil)
			b.p.host.Done(words.Fill(words.PastOneDone, line.Name), r.Entry.ID)
		})
	})
}
