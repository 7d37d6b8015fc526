package petitions

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// scans are the papers a petition's letter and its answer come as.
var scans = []kit.FileKind{{Name: words.KindAll, Patterns: []string{"*.pdf", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.docx", "*.doc"}}}

// save is one step of a petition: into fills it in from the form, letter and answer
// are papers to be kept with it.
func (p *Page) save(title string, form *kit.Form, t report.Petition, into func(*report.Petition) error, letter, answer *kit.FilePick, said func(report.Petition) string) {
	kit.FormDialog(p.host.Canvas(), strings.TrimSuffix(title, "…"), form, 640, words.Save, modelwords.Say, func(done func(error)) {
		x := t
		if err := into(&x); err != nil {
			done(err)
			return
		}
		var paths [2]string
		for i, f := range []*kit.FilePick{letter, answer} {
			if f != nil {
				paths[i] = f.Path
			}
		}
		task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			var files [2]*office.Attachment
			for i, path := range paths {
				if path == "" {
					continue
				}
				data, err := p.host.ReadFile(path)
				if err != nil {
					return audit.Entry{}, err
				}
				files[i] = &office.Attachment{Name: filepath.Base(path), Data: data}
			}
			return p.run.Office.SavePetition(ctx, &x, files[0], files[1])
		}, func(e audit.Entry) {
			done(nil)
			p.state.Open = x.ID
			p.host.Done(said(x), e.ID)
		})
	})
}

func (p *Page) day(d when.Date) *kit.DateEntry {
	e := kit.NewDateEntry(p.state.Today, false)
	e.SetDate(d)
	return e
}

func (p *Page) add() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	p.form(words.PetitionAddTitle, report.Petition{Movement: m.ID, Received: p.state.Today})
}

func (p *Page) edit() {
	if l, ok := p.list.Current(); ok {
		p.form(l.Unit.Name, l.Petition)
	}
}

// form is the dialog of a petition as it came in.
func (p *Page) form(title string, t report.Petition) {
	text, number, note := kit.EntryOf(t.Text, 4), kit.EntryOf(t.Number, 1), kit.EntryOf(t.Note, 1)
	dated, received := p.day(t.Date), p.day(t.Received)
	unit := kit.NewPickButton(words.DossiersUnitPick, words.DossiersUnitHint, words.UnitNoParent, nil)
	unit.SetOptions(noun.Units(p.state.Book, p.state.Today))
	unit.SetKey(kit.IDText(t.Unit))
	kept := ""
	if t.File != "" {
		kept = words.PetitionLetter
	}
	letter := kit.NewFilePick(p.host, words.PetitionLetter, kept, scans)
	form := kit.NewForm(
		&kit.Field{Key: "unit", Label: words.PetitionUnit, Required: true, Control: unit},
		&kit.Field{Key: "text", Label: words.PetitionText, Required: true, Control: text},
		&kit.Field{Key: "received", Label: words.PetitionReceived, Required: true, Control: container.NewHBox(received)},
		&kit.Field{Key: "number", Label: words.PetitionNumber, Control: number},
		&kit.Field{Key: "date", Label: words.PetitionDate, Control: container.NewHBox(dated)},
		&kit.Field{Key: "letter", Label: words.PetitionLetter, Control: letter},
		&kit.Field{Key: "note", Label: words.PetitionNote, Control: note},
	)
	p.save(title, form, t, func(x *report.Petition) error {
		x.Unit, x.Text, x.Number, x.Note = kit.ParseID(unit.Key()), strings.TrimSpace(text.Text), strings.TrimSpace(number.Text), strings.TrimSpace(note.Text)
		x.Received, x.Date = received.Value(), dated.Value()
		return nil
	}, letter, nil, func(x report.Petition) string { return words.Fill(words.PetitionSaved, p.unit(x)) })
}

// unit is whose a petition is, as the list calls it.
func (p *Page) unit(x report.Petition) string {
	if v, ok := p.state.Book.Near(x.Unit, x.Received); ok {
		return v.Name
	}
	return kit.IDText(x.Unit)
}

// pass notes that the office sent the petition on.
func (p *Page) pass() {
	l, ok := p.list.Current()
	if !ok {
		return
	}
	t := l.Petition
	to, number := kit.EntryOf(t.PassedTo, 1), kit.EntryOf(t.PassedNumber, 1)
	on := p.day(first(t.Passed, p.state.Today))
	p.save(words.PetitionPass, kit.NewForm(
		&kit.Field{Key: "passed_to", Label: words.PetitionTo, Required: true, Hint: words.PetitionPassIs, Control: to},
		&kit.Field{Key: "passed", Label: words.PetitionPassed, Required: true, Control: container.NewHBox(on)},
		&kit.Field{Key: "number", Label: words.PetitionPassedNo, Control: number},
	), t, func(x *report.Petition) error {
		x.PassedTo, x.PassedNumber = strings.TrimSpace(to.Text), strings.TrimSpace(number.Text)
		x.Passed = on.Value()
		return nil
	}, nil, nil, func(x report.Petition) string { return words.Fill(words.PetitionGone, p.unit(x), x.PassedTo) })
}

// reply notes the answer.
func (p *Page) reply() {
	l, ok := p.list.Current()
	if !ok {
		return
	}
	t := l.Petition
	answer, number := kit.EntryOf(t.Answer, 4), kit.EntryOf(t.AnswerNumber, 1)
	on := p.day(first(t.Answered, p.state.Today))
	kept := ""
	if t.AnswerFile != "" {
		kept = words.PetitionAnsFile
	}
	file := kit.NewFilePick(p.host, words.PetitionAnsFile, kept, scans)
	p.save(words.PetitionReply, kit.NewForm(
		&kit.Field{Key: "answer", Label: words.PetitionAnswer, Required: true, Hint: words.PetitionReplyIs, Control: answer},
		&kit.Field{Key: "answered", Label: words.PetitionAnswered, Required: true, Control: container.NewHBox(on)},
		&kit.Field{Key: "number", Label: words.PetitionAnswerNo, Control: number},
		&kit.Field{Key: "file", Label: words.PetitionAnsFile, Control: file},
	), t, func(x *report.Petition) error {
		x.Answer, x.AnswerNumber = strings.TrimSpace(answer.Text), strings.TrimSpace(number.Text)
		x.Answered = on.Value()
		return nil
	}, nil, file, func(x report.Petition) string { return words.Fill(words.PetitionIsDone, p.unit(x)) })
}

// tell notes that the unit was told the answer.
func (p *Page) tell() {
	l, ok := p.list.Current()
	if !ok {
		return
	}
	on := p.day(first(l.Petition.Told, p.state.Today))
	p.save(words.PetitionTell, kit.NewForm(&kit.Field{Key: "told", Label: words.PetitionTold, Required: true, Control: container.NewHBox(on)}),
		l.Petition, func(x *report.Petition) error { x.Told = on.Value(); return nil }, nil, nil,
		func(x report.Petition) string { return words.Fill(words.PetitionIsTold, p.unit(x)) })
}

func first(a, b when.Date) when.Date {
	if a != 0 {
		return a
	}
	return b
}

func (p *Page) drop() {
	l, ok := p.list.Current()
	if !ok {
		return
	}
	kit.Confirm(p.host.Canvas(), words.PetitionDrop, words.Fill(words.PetitionDropAsk, l.Unit.Name), words.PetitionDrop, true, func() {
		p.state.Open = 0
		task.Do(p.run, task.Job{Title: words.PetitionDrop}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.RemovePetition(ctx, l.Petition.ID)
		}, func(e audit.Entry) { p.host.Done(words.Fill(words.PetitionDropped, l.Unit.Name), e.ID) })
	})
}
