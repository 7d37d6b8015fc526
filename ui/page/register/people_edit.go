package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// save carries out what a form asks for.
func (s *people) save(title string, done func(error), act func(context.Context) (audit.Entry, error), said string) {
	task.Do(s.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) { return act(ctx) },
		func(e audit.Entry) {
			done(nil)
			s.p.host.Done(said, e.ID)
		})
}

var genders = []registry.Name{{Code: "male", Name: words.Genders["male"]}, {Code: "female", Name: words.Genders["female"]}}

// editPerson mends what is known of the identity chosen.
func (s *people) editPerson() {
	n := s.state.File.Nominee
	if n.ID == 0 || n.ID != s.state.ID {
		return
	}
	today := s.p.run.Office.Today()
	name, number, ethnic, post := kit.EntryOf(n.Name, 1), kit.EntryOf(n.IDNumber, 1), kit.EntryOf(n.Ethnicity, 1), kit.EntryOf(n.Position, 1)
	unitText, address, note := kit.EntryOf(n.UnitText, 1), kit.EntryOf(n.Address, 1), kit.EntryOf(n.Note, 2)
	birth := kit.NewDateEntry(today, true)
	birth.SetDate(n.Birth)
	gender, class := noun.OneOfOrNone(genders, n.Gender), noun.OneOfOrNone(registry.ClassNames, n.Class)
	managed := widget.NewCheck(words.PersonManaged, nil)
	managed.Checked = n.Managed
	unit := kit.NewPickButton(words.RegisterUnitPick, words.DossiersUnitHint, words.None, nil)
	unit.SetOptions(noun.Units(s.state.Book, s.p.run.Office.Today()))
	unit.SetKey(kit.IDText(n.Unit))
	fields := []*kit.Field{{Key: "name", Label: words.HonourName, Required: true, Hint: words.PersonEditIs, Control: name}}
	if n.Kind == registry.Individual {
		fields = append(fields,
			&kit.Field{Key: "birth", Label: words.DossierBirth, Control: container.NewHBox(birth)},
			&kit.Field{Key: "gender", Label: words.DossierGender, Control: gender},
			&kit.Field{Key: "id_number", Label: words.PersonNumber, Control: number},
			&kit.Field{Key: "ethnicity", Label: words.DossierEthnic, Control: ethnic},
			&kit.Field{Key: "position", Label: words.DossierPost, Control: post},
			&kit.Field{Key: "managed", Label: "", Control: managed})
	}
	fields = append(fields,
		&kit.Field{Key: "unit", Label: words.DossierUnit, Control: unit},
		&kit.Field{Key: "unit_text", Label: words.PersonUnitText, Control: unitText},
		&kit.Field{Key: "address", Label: words.DossierAddress, Control: address},
		&kit.Field{Key: "class", Label: words.DossierClass, Control: class},
		&kit.Field{Key: "note", Label: words.DossierNote, Control: note})
	title := words.Fill(words.PersonTitle, n.Name)
	kit.FormDialog(s.p.host.Canvas(), title, kit.NewForm(fields...), 640, words.Save, modelwords.Say, func(done func(error)) {
		born := birth.Value()
		x := n
		x.Name, x.IDNumber, x.Ethnicity, x.Position, x.UnitText, x.Address, x.Note = name.Trimmed(), number.Trimmed(), ethnic.Trimmed(), post.Trimmed(), unitText.Trimmed(), address.Trimmed(), note.Trimmed()
		x.Birth, x.Gender, x.Class, x.Managed, x.Unit = born, gender.Key(), class.Key(), managed.Checked, kit.ParseID(unit.Key())
		s.save(title, done, func(ctx context.Context) (audit.Entry, error) { return s.p.run.Office.SaveNominee(ctx, &x) }, words.Fill(words.PersonSaved, x.Name))
	})
}

// editMatter adds a matter or mends one: closes it, clears it.
func (s *people) editMatter(m dossier.Matter) {
	today, who := s.p.run.Office.Today(), s.state.File.Nominee.Name
	kind, source, note := noun.OneOf(dossier.MatterNames, m.Kind), kit.EntryOf(m.Source, 1), kit.EntryOf(m.Note, 2)
	opened, closed, until := kit.NewDateEntry(today, false), kit.NewDateEntry(today, false), kit.NewDateEntry(today, false)
	opened.SetDate(m.Opened)
	closed.SetDate(m.Closed)
	until.SetDate(m.Until)
	cleared := widget.NewCheck(words.MatterClear, nil)
	cleared.Checked = m.Cleared
	form := kit.NewForm(
		&kit.Field{Key: "kind", Label: words.MatterKind, Required: true, Control: kind},
		&kit.Field{Key: "opened", Label: words.MatterOpened, Required: true, Control: container.NewHBox(opened)},
		&kit.Field{Key: "source", Label: words.MatterSource, Required: true, Control: source},
		&kit.Field{Key: "closed", Label: words.MatterEnded, Hint: words.MatterEndedIs, Control: container.NewHBox(closed)},
		&kit.Field{Key: "cleared", Label: "", Control: cleared},
		&kit.Field{Key: "until", Label: words.MatterEffect, Hint: words.MatterEffectIs, Control: container.NewHBox(until)},
		&kit.Field{Key: "note", Label: words.DossierNote, Control: note},
	)
	title := words.Fill(words.MatterTitle, who)
	kit.FormDialog(s.p.host.Canvas(), title, form, 620, words.Save, modelwords.Say, func(done func(error)) {
		x := m
		x.Opened, x.Closed, x.Until = opened.Value(), closed.Value(), until.Value()
		x.Kind, x.Source, x.Note, x.Cleared = kind.Key(), source.Trimmed(), note.Trimmed(), cleared.Checked
		s.save(title, done, func(ctx context.Context) (audit.Entry, error) { return s.p.run.Office.SaveMatter(ctx, &x) }, words.Fill(words.MatterSaved, who))
	})
}

// mergeTwo shows two identities side by side and what they would become.
func (s *people) mergeTwo(a, b registry.Nominee) {
	type row = Compared
	today := s.p.run.Office.Today()
	keep, gone := a, b
	g := kit.NewGrid("people-merge",
		kit.Column[row]{Key: "label", Title: words.MergeField, Width: 150, Text: func(c row) string { return c.Label }},
		kit.Column[row]{Key: "keep", Title: words.MergeOne, Width: 200, Text: func(c row) string { return c.Keep }},
		kit.Column[row]{Key: "gone", Title: words.MergeTwo, Width: 200, Text: func(c row) string { return c.Gone }, Tone: func(c row) kit.Tone {
			if c.Differs() {
				return kit.Warn
			}
			return kit.Plain
		}},
		kit.Column[row]{Key: "become", Title: words.MergeBecome, Width: 200, Bold: true, Grow: true, Text: func(c row) string { return c.Become }},
	)
	show := func() {
		rows := s.state.Compare(keep, gone, today)
		if keep.ID == b.ID { // the columns stay where they are
			for i := range rows {
				rows[i].Keep, rows[i].Gone = rows[i].Gone, rows[i].Keep
			}
		}
		g.SetRows(rows)
	}
	side := kit.NewSelect("", func(k string) {
		keep, gone = a, b
		if k == "2" {
			keep, gone = b, a
		}
		show()
	})
	side.SetChoices([]kit.Choice{{Key: "1", Label: words.MergeOne}, {Key: "2", Label: words.MergeTwo}})
	side.SetKey("1")
	show()
	why := kit.Para("", kit.Bad)
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	merge := kit.NewButton(words.MergeDo, nil, nil).Primary()
	merge.OnTapped = func() {
		k, x := keep, gone
		task.Do(s.p.run, task.Job{Title: words.MergeTitle, Fault: func(err error) { why.SetText(modelwords.Say(err)) }}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return s.p.run.Office.MergeNominees(ctx, k.ID, x.ID)
		}, func(e audit.Entry) {
			m.Hide()
			s.state.ID = k.ID
			s.grid.SelectID(kit.IDText(k.ID))
			s.p.host.Done(words.Fill(words.MergeDone, k.Name), e.ID)
		})
	}
	choice := container.NewBorder(nil, nil, kit.Text(words.MergeKeep, kit.Plain), nil, kit.Wide(220, side))
	m = kit.ShowModal(s.p.host.Canvas(), words.MergeTitle, container.NewBorder(kit.Stacked(kit.Note(words.MergeIs), choice), why, nil, nil, g), fyne.NewSize(860, 500), cancel, merge)
	m.OnCancel = cancel.OnTapped
}
