package summing

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// words edits the narrative parts; a report that was signed is only shown.
func (p *Page) words() fyne.CanvasObject {
	filed := p.state.Sum.Summary.Filed != 0
	p.texts = map[string]*kit.Entry{}
	var fields []*kit.Field
	for _, part := range p.state.Parts() {
		e := kit.NewTextArea(3)
		e.SetText(part.Own)
		p.texts[part.Code] = e
		hint := words.SumBlank
		switch {
		case part.Draft != "":
			hint = words.Fill(words.SumDraft, part.Draft)
		case part.About != "": // the figures stand there anyway
			hint = words.Fill(words.SumBlankCriterion, part.About)
		}
		box := container.NewBorder(nil, nil, nil, nil, e)
		if filed {
			e.Disable()
			hint = part.About
		} else {
			acts := container.NewVBox()
			if part.Draft != "" {
				acts.Add(kit.NewButton(words.SumTakeDraft, nil, func() { add(e, part.Draft) }))
			}
			if len(part.Told) > 0 {
				acts.Add(kit.NewButton(words.Fill(words.SumTold, len(part.Told)), nil, func() { p.told(part, e) }))
			}
			box = container.NewBorder(nil, nil, nil, acts, e)
		}
		fields = append(fields, &kit.Field{Key: part.Code, Label: part.Name, Hint: hint, Control: box})
	}
	save := kit.NewButton(words.SumSave, fynetheme.DocumentSaveIcon(), p.save)
	save.SetEnabled(!filed)
	return container.NewBorder(nil, kit.Bar(kit.Small(words.SumOnePer, kit.Soft), kit.Spring(), save), nil, nil, container.NewVScroll(container.NewPadded(kit.NewForm(fields...))))
}

// add puts a paragraph under what is written.
func add(e *kit.Entry, text string) { e.SetText(strings.TrimLeft(e.Text+"\n"+text, "\n")) }

// told offers what units wrote in their reports; one chosen is added, without the unit's name.
func (p *Page) told(part Part, e *kit.Entry) {
	options := make([]kit.Option, len(part.Told))
	for i, t := range part.Told {
		unit, text, _ := strings.Cut(t, ": ")
		options[i] = kit.Option{Key: text, Label: text, Note: unit}
	}
	kit.Pick(p.host.Canvas(), words.SumToldTitle, words.SumToldHint, options, func(o kit.Option) { add(e, o.Key) })
}

func (p *Page) save() {
	s := p.state.Sum.Summary
	typed := map[string]string{}
	for code, e := range p.texts {
		typed[code] = e.Text
	}
	s.Narrative = Written(s.Narrative, typed)
	task.Do(p.run, task.Job{Title: words.SumSave}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.SaveSummary(ctx, &s)
	}, func(e audit.Entry) { p.host.Done(words.SumSaved, e.ID) })
}

// fileForm freezes the report as it was signed.
func (p *Page) fileForm() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	kind, year := p.state.Kind, p.state.Year
	no, on := kit.NewEntry(), kit.NewDateEntry(p.run.Office.Today(), false)
	on.SetDate(p.run.Office.Today())
	form := kit.NewForm(
		&kit.Field{Key: "number", Label: words.SumNumber, Required: true, Hint: words.SumFileIs, Control: no},
		&kit.Field{Key: "date", Label: words.SumDate, Required: true, Control: container.NewHBox(on)},
	)
	kit.FormDialog(p.host.Canvas(), words.SumFileTitle, form, 560, words.SumFileDo, modelwords.Say, func(done func(error)) {
		d := on.Value()
		number := strings.TrimSpace(no.Text)
		task.Do(p.run, task.Job{Title: words.SumFileTitle, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			_, e, err := p.run.Office.FileSummary(ctx, m.Code, kind, year, number, d)
			return e, err
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.SumIsFiled, number), e.ID)
		})
	})
}
