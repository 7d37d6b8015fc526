package dossiers

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	modelaward "thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

func (p *Page) add() {
	d := dossier.Dossier{Movement: p.state.Movement, Kind: registry.Individual, Award: p.state.Award, Unit: p.state.Unit}
	if d.Movement == 0 && len(p.state.Movements) > 0 {
		d.Movement = p.state.Movements[0].ID
	}
	d.Way, d.Received = "phong_trao", p.state.Today
	p.form(words.DossierAddTitle, d, "name")
}

// edit opens the form of a dossier with the keyboard on a field, "" on the first.
func (p *Page) edit(d dossier.Dossier, field string) {
	p.form(words.Fill(words.DossierEditTitle, d.Name), d, field)
}

// form is the dialog of one dossier.
func (p *Page) form(title string, d dossier.Dossier, field string) {
	name, honorific, post, ethnic, number := kit.EntryOf(d.Name, 1), kit.EntryOf(d.Honorific, 1), kit.EntryOf(d.Position, 1), kit.EntryOf(d.Ethnicity, 1), kit.EntryOf(d.IDNumber, 1)
	address, unitText, note := kit.EntryOf(d.Address, 1), kit.EntryOf(d.UnitText, 1), kit.EntryOf(d.Note, 1)
	birth := kit.NewDateEntry(p.state.Today, true)
	birth.SetDate(d.Birth)
	year := kit.EntryOf(YearText(d.Year), 1)
	received := kit.NewDateEntry(p.state.Today, false)
	received.SetDate(d.Received)
	reason := kit.NewTextArea(3)
	reason.SetText(d.Achievement)
	kind, gender, award, class, moves, way := kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewSelect("", nil)
	ground := kit.NewPickButton(words.DossierGroundPick, words.DossierGroundHint, words.DossierGroundNone, nil)
	var kinds []kit.Choice
	for _, k := range registry.Kinds {
		kinds = append(kinds, kit.Choice{Key: string(k), Label: viet.FirstCapital(k.String())})
	}
	kind.SetChoices(kinds)
	gender.SetChoices([]kit.Choice{{Key: "", Label: ""}, {Key: "male", Label: words.Genders["male"]}, {Key: "female", Label: words.Genders["female"]}})
	var ms []kit.Choice
	award.SetChoices(noun.Awards(p.state.Catalogue.Awards, ""))
	classes := append([]kit.Choice{{Key: "", Label: ""}}, noun.Names(registry.ClassNames)...)
	class.SetChoices(classes)
	for _, m := range p.state.Movements {
		ms = append(ms, kit.Choice{Key: kit.IDText(m.ID), Label: m.Name})
	}
	moves.SetChoices(ms)
	ways := append([]kit.Choice{{Key: "", Label: ""}}, noun.Names(modelaward.WayNames)...)
	way.SetChoices(ways)
	kind.SetKey(string(d.Kind))
	gender.SetKey(d.Gender)
	award.SetKey(d.Award)
	class.SetKey(d.Class)
	moves.SetKey(kit.IDText(d.Movement))
	way.SetKey(d.Way)
	grounds := func(string) {
		was := ground.Key()
		ground.SetOptions(GroundOptions(p.state.Catalogue, award.Key(), registry.Kind(kind.Key()), d, was))
		ground.SetKey(was)
	}
	ground.SetOptions(GroundOptions(p.state.Catalogue, d.Award, d.Kind, d, d.Ground))
	ground.SetKey(d.Ground)
	award.OnChoose, kind.OnChoose = grounds, grounds
	ground.OnPick = func(key string) {
		for _, x := range p.state.Catalogue.Grounds(award.Key(), registry.Kind(kind.Key()), d.RuleDay()) {
			if x.Ground == key && x.Way != "" {
				way.SetKey(x.Way)
			}
		}
	}
	unit := kit.NewPickButton(words.DossiersUnitPick, words.DossiersUnitHint, words.UnitNoParent, nil)
	unit.SetOptions(noun.Units(p.state.Book, p.state.Today))
	unit.SetKey(kit.IDText(d.Unit))

	form := kit.NewForm(
		&kit.Field{Key: "movement", Label: words.DossierMovement, Required: true, Control: moves},
		&kit.Field{Key: "kind", Label: words.DossierKind, Required: true, Control: kind},
		&kit.Field{Key: "name", Label: words.DossierName, Required: true, Control: name},
		&kit.Field{Key: "honorific", Label: words.DossierHonor, Control: honorific},
		&kit.Field{Key: "gender", Label: words.DossierGender, Control: gender},
		&kit.Field{Key: "birth", Label: words.DossierBirth, Control: container.NewHBox(birth)},
		&kit.Field{Key: "id_number", Label: words.DossierID, Control: number},
		&kit.Field{Key: "ethnicity", Label: words.DossierEthnic, Control: ethnic},
		&kit.Field{Key: "position", Label: words.DossierPost, Control: post},
		&kit.Field{Key: "unit", Label: words.DossierUnit, Control: unit},
		&kit.Field{Key: "unit_text", Label: words.DossierUnitText, Control: unitText},
		&kit.Field{Key: "address", Label: words.DossierAddress, Control: address},
		&kit.Field{Key: "award", Label: words.DossierAward, Required: true, Control: award},
		&kit.Field{Key: "achievement", Label: words.DossierReason, Control: reason},
		&kit.Field{Key: "way", Label: words.DossierWay, Control: way},
		&kit.Field{Key: "ground", Label: words.DossierGround, Control: ground},
		&kit.Field{Key: "class", Label: words.DossierClass, Control: class},
		&kit.Field{Key: "received", Label: words.DossierReceived, Control: container.NewHBox(received)},
		&kit.Field{Key: "year", Label: words.DossierYear, Hint: words.DossierYearIs, Control: year},
		&kit.Field{Key: "note", Label: words.DossierNote, Control: note},
	)
	kit.FormDialog(p.host.Canvas(), title, form, 640, words.Save, modelwords.Say, func(done func(error)) {
		b := birth.Value()
		in := received.Value()
		x := d
		x.Movement, x.Kind, x.Name, x.Honorific, x.Gender, x.Birth = kit.ParseID(moves.Key()), registry.Kind(kind.Key()), name.Trimmed(), honorific.Trimmed(), gender.Key(), b
		x.IDNumber, x.Ethnicity, x.Position, x.Unit, x.UnitText, x.Address = number.Trimmed(), ethnic.Trimmed(), post.Trimmed(), kit.ParseID(unit.Key()), unitText.Trimmed(), address.Trimmed()
		x.Award, x.Achievement, x.Way, x.Ground, x.Class, x.Received, x.Note = award.Key(), reason.Trimmed(), way.Key(), ground.Key(), class.Key(), in, note.Trimmed()
		x.Year = YearTyped(year.Text)
		task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SaveDossier(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			p.open = x.ID
			p.host.Done(words.Fill(words.DossierSaved, x.Name), e.ID)
		})
	})
	form.Reveal(field)
}

// GroundOptions are the standards an award has for a kind on a dossier's rule day; a
// ground it claims that is none of them stays to be chosen.
func GroundOptions(c *modelaward.Catalogue, award string, kind registry.Kind, d dossier.Dossier, claimed string) []kit.Option {
	var out []kit.Option
	for _, x := range c.Grounds(award, kind, d.RuleDay()) {
		out = append(out, kit.Option{Key: x.Ground, Label: x.Ground + ": " + x.Text, Note: registry.NameOf(modelaward.WayNames, x.Way)})
	}
	if claimed != "" && !slices.ContainsFunc(out, func(o kit.Option) bool { return o.Key == claimed }) {
		out = append(out, kit.Option{Key: claimed, Label: claimed})
	}
	return out
}
