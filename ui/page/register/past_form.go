package register

import (
	"fyne.io/fyne/v2/container"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// pastForm is the form of one honour of an earlier year: a new one, or a line of a
// table to be mended.
func (b *book) pastForm(title string, l office.PastLine, save func(office.PastLine, func(error))) {
	s := &b.state
	today := b.p.run.Office.Today()
	var kinds, all []registry.Name
	for _, k := range registry.Kinds {
		kinds = append(kinds, registry.Name{Code: string(k), Name: k.String()})
	}
	for _, a := range s.Catalogue.Awards {
		all = append(all, registry.Name{Code: a.Code, Name: a.Name})
	}
	kind, what, way, gender := noun.OneOf(kinds, l.Kind), noun.OneOf(all, l.Award), noun.OneOfOrNone(award.WayNames, l.Way), noun.OneOfOrNone(genders, l.Gender)
	unit := kit.NewPickButton(words.RegisterUnitPick, words.RegisterUnitHint, words.None, nil)
	unit.SetOptions(noun.Units(s.Book, b.p.run.Office.Today()))
	body := l.UnitID
	if l.SelfID != 0 {
		body = l.SelfID
	}
	unit.SetKey(kit.IDText(body))
	number, signer, decider := kit.EntryOf(l.Number, 1), kit.EntryOf(l.Signer, 1), kit.EntryOf(l.Decider, 1)
	name, honor, id, post, unitText, reason := kit.EntryOf(l.Name, 1), kit.EntryOf(l.Honorific, 1), kit.EntryOf(l.IDNumber, 1), kit.EntryOf(l.Position, 1), kit.EntryOf(l.Unit, 1), kit.EntryOf(l.Achievement, 2)
	year, golden := kit.EntryOf(kit.IDText(int64(l.Year)), 1), kit.EntryOf(l.Golden, 1)
	date, birth := kit.NewDateEntry(today, false), kit.NewDateEntry(today, true)
	date.SetDate(l.Date)
	birth.SetDate(l.Birth)
	unit.OnPick = func(k string) {
		if unitText.Trimmed() == "" {
			if u, ok := s.Book.Unit(kit.ParseID(k)); ok && len(u.Versions) > 0 {
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
	kit.FormDialog(b.p.host.Canvas(), title, f, 640, words.Save, modelwords.Say, func(done func(error)) {
		var wrong fault.List
		day := date.Value()
		born := birth.Value()
		for _, x := range []struct {
			key, text string
		}{{"number", number.Trimmed()}, {"name", name.Trimmed()}, {"award", what.Key()}} {
			if x.text == "" {
				wrong.Add(fault.New(fault.Invalid, "ui.empty").At(x.key))
			}
		}
		counts := kit.ParseID(year.Trimmed())
		if year.Trimmed() != "" && (counts < 1900 || counts > 2200) {
			wrong.Add(fault.New(fault.Invalid, "page.year").At("year"))
		}
		if err := wrong.OrNil(); err != nil {
			done(err)
			return
		}
		x := l
		x.Number, x.Date, x.Decider, x.Signer, x.Way, x.Year, x.Golden = number.Trimmed(), day, decider.Trimmed(), signer.Trimmed(), way.Key(), int(counts), golden.Trimmed()
		x.Kind, x.Name, x.Honorific, x.Gender, x.Birth, x.IDNumber = kind.Key(), name.Trimmed(), honor.Trimmed(), gender.Key(), born, id.Trimmed()
		x.Position, x.Unit, x.Award, x.Achievement = post.Trimmed(), unitText.Trimmed(), what.Key(), reason.Trimmed()
		if to := kit.ParseID(unit.Key()); to != body {
			x.UnitID, x.SelfID = to, 0
		}
		save(x, done)
	})
}
