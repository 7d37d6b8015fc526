package register

import (
	"fyne.io/fyne/v2/container"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
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
	kind, what, way, gender := options(kinds, l.Kind, true), options(all, l.Award, true), options(award.WayNames, l.Way, false), options(genders, l.Gender, false)
	unit := kit.NewPickButton(words.RegisterUnitPick, words.RegisterUnitHint, words.None, nil)
	unit.SetOptions(unitOptions(s.Book))
	body := l.UnitID
	if l.SelfID != 0 {
		body = l.SelfID
	}
	unit.SetKey(idText(body))
	number, signer, decider := entry(l.Number, 1), entry(l.Signer, 1), entry(l.Decider, 1)
	name, honor, id, post, unitText, reason := entry(l.Name, 1), entry(l.Honorific, 1), entry(l.IDNumber, 1), entry(l.Position, 1), entry(l.Unit, 1), entry(l.Achievement, 2)
	year, golden := entry(idText(int64(l.Year)), 1), entry(l.Golden, 1)
	date, birth := kit.NewDateEntry(today, false), kit.NewDateEntry(today, true)
	date.SetDate(l.Date)
	birth.SetDate(l.Birth)
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
	kit.FormDialog(b.p.host.Canvas(), title, f, 640, words.Save, modelwords.Say, func(done func(error)) {
		var wrong fault.List
		day, ok := date.Date()
		if !ok || !day.Exact() {
			wrong.Add(fault.New(fault.Invalid, "ui.bad-date").At("date"))
		}
		born, ok := birth.Date()
		if !ok {
			wrong.Add(fault.New(fault.Invalid, "ui.bad-date").At("birth"))
		}
		for _, x := range []struct {
			key, text string
		}{{"number", trim(number)}, {"name", trim(name)}, {"award", what.Key()}} {
			if x.text == "" {
				wrong.Add(fault.New(fault.Invalid, "ui.empty").At(x.key))
			}
		}
		counts := parseID(trim(year))
		if trim(year) != "" && (counts < 1900 || counts > 2200) {
			wrong.Add(fault.New(fault.Invalid, "page.year").At("year"))
		}
		if err := wrong.OrNil(); err != nil {
			done(err)
			return
		}
		x := l
		x.Number, x.Date, x.Decider, x.Signer, x.Way, x.Year, x.Golden = trim(number), day, trim(decider), trim(signer), way.Key(), int(counts), trim(golden)
		x.Kind, x.Name, x.Honorific, x.Gender, x.Birth, x.IDNumber = kind.Key(), trim(name), trim(honor), gender.Key(), born, trim(id)
		x.Position, x.Unit, x.Award, x.Achievement = trim(post), trim(unitText), what.Key(), trim(reason)
		if to := parseID(unit.Key()); to != body {
			x.UnitID, x.SelfID = to, 0
		}
		save(x, done)
	})
}
