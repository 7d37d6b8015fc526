package summing

import (
	"context"
	"maps"
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
	var fields []*kit.Field
	for _, part := range p.state.Parts() {
		e := kit.NewTextArea(3)
		e.SetText(part.Text)
		e.OnChanged = func(text string) {
			p.state.Type(part, text)
			p.save.SetEnabled(len(p.state.Typed()) > 0)
		}
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
	p.save = kit.NewButton(words.SumSave, fynetheme.DocumentSaveIcon(), p.Save)
	p.save.SetEnabled(len(p.state.Typed()) > 0)
	return container.NewBorder(nil, kit.Bar(kit.Small(words.SumOnePer, kit.Soft), kit.Spring(), p.save), nil, nil, container.NewVScroll(container.NewPadded(kit.NewForm(fields...))))
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

// Save saves the narrative parts that were entered.
func (p *Page) Save() { p.saved(func() {}) }

// Unsaved names what is entered and not saved, "" for nothing.
func (p *Page) Unsaved() string { return p.state.Unsaved() }

// saved goes on when what was entered is saved: a report is printed and filed with
// the words that are seen.
func (p *Page) saved(then func()) {
	s, at, typed := p.state.Sum.Summary, p.state.here(), maps.Clone(p.state.Typed())
	if len(typed) == 0 {
		then()
		return
	}
	s.Narrative = Written(s.Narrative, typed)
	task.Do(p.run, task.Job{Title: words.SumSave}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.SaveSummary(ctx, &s)
	}, func(e audit.Entry) {
		p.state.Saved(at, typed)
		p.host.Done(words.SumSaved, e.ID)
		then()
	})
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
