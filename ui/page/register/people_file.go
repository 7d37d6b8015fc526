package register

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// draw shows everything of one identity, one part under another.
func (s *people) draw(f office.NomineeFile) {
	n, today := f.Nominee, s.p.run.Office.Today()
	chips := container.NewHBox(kit.NewChip(viet.FirstCapital(n.Kind.String()), kit.Quiet))
	for _, m := range f.Matters {
		if m.Pending(today) {
			chips.Add(kit.NewChip(words.PersonPending, kit.Bad))
			break
		}
	}
	if len(f.Alike) > 0 {
		chips.Add(kit.NewChip(words.PersonDoubtful, kit.Warn))
	}
	managed := ""
	if n.Managed {
		managed = words.Yes
	}
	unit := f.Unit.Name
	if unit == "" {
		unit = n.UnitText
	}
	parts := []fyne.CanvasObject{kit.Heading(n.Name), chips, kit.NewFacts(
		kit.Fact{Label: words.DossierBirth, Value: n.Birth.Slash()},
		kit.Fact{Label: words.DossierGender, Value: words.Genders[n.Gender]},
		kit.Fact{Label: words.PersonNumber, Value: n.IDNumber},
		kit.Fact{Label: words.DossierEthnic, Value: n.Ethnicity},
		kit.Fact{Label: words.DossierPost, Value: n.Position},
		kit.Fact{Label: words.DossierUnit, Value: unit},
		kit.Fact{Label: words.DossierAddress, Value: n.Address},
		kit.Fact{Label: words.DossierClass, Value: registry.NameOf(registry.ClassNames, n.Class)},
		kit.Fact{Label: words.PersonManaged, Value: managed},
		kit.Fact{Label: words.DossierNote, Value: n.Note},
	)}
	if len(f.Alike) > 0 {
		parts = append(parts, kit.Lead(words.PersonAlike))
		for _, a := range f.Alike {
			parts = append(parts, s.alike(a))
		}
	}
	parts = append(parts, s.honours(f)...)
	parts = append(parts, s.files(f)...)
	parts = append(parts, s.matters(f)...)
	parts = append(parts, s.initiatives(f)...)
	parts = append(parts, part(words.PersonHistory, noun.History(f.History), len(f.History))...)
	s.detail.Put(kit.Panel(container.NewVScroll(kit.Stacked(parts...))))
}

// alike is another identity that may be this one, with what can be said of the two.
func (s *people) alike(a office.Alike) fyne.CanvasObject {
	b := a.B
	var known []string
	for _, x := range []string{b.Birth.Slash(), b.IDNumber, b.Position, s.state.UnitName(b, s.p.run.Office.Today())} {
		if x != "" {
			known = append(known, x)
		}
	}
	text := b.Name + " – " + strings.Join(known, " · ") + " (" + registry.NameOf(office.AlikeNames, a.Why) + ")"
	return kit.Stacked(kit.Para(text, kit.Warn), container.NewHBox(
		kit.NewButton(words.MergeButton, nil, func() { s.mergeTwo(a.A, b) }),
		kit.NewButton(words.ApartButton, nil, func() { s.tellApart(a.A, b) })))
}

func (s *people) honours(f office.NomineeFile) []fyne.CanvasObject {
	type row = office.Registered
	g := kit.NewGrid("person-honours",
		kit.Column[row]{Key: "year", Title: words.HonourYear, Width: 50, Text: func(l row) string { return kit.IDText(int64(l.Record.Year)) }},
		kit.Column[row]{Key: "award", Title: words.HonourAward, Width: 170, Bold: true, Grow: true, Text: func(l row) string { return l.Award }},
		kit.Column[row]{Key: "number", Title: words.HonourNumber, Width: 108, Text: func(l row) string { return l.Record.Number }},
		kit.Column[row]{Key: "state", Title: words.HonourState, Width: 96, Text: StateOf, Tone: StateTone},
	)
	g.SetRows(f.Honours)
	g.OnOpen = func(l row) { s.p.host.Go(kit.To(words.RouteRegister, "dong", kit.IDText(l.Record.ID))) }
	return part(words.Fill(words.PersonHonours, len(f.Honours)), g, len(f.Honours))
}

func (s *people) files(f office.NomineeFile) []fyne.CanvasObject {
	type row = dossier.Dossier
	g := kit.NewGrid("person-files",
		kit.Column[row]{Key: "received", Title: words.DossierReceived, Width: 90, Text: func(d row) string { return d.Received.Slash() }},
		kit.Column[row]{Key: "award", Title: words.DossierAward, Width: 170, Bold: true, Grow: true, Text: func(d row) string { return s.state.Awards.Name(d.Award) }},
		kit.Column[row]{Key: "unit", Title: words.DossierUnit, Width: 130, Text: func(d row) string { return d.UnitText }},
		kit.Column[row]{Key: "stage", Title: words.DossierStage, Width: 120, Text: func(d row) string { return d.Stage.String() }},
	)
	g.SetRows(f.Dossiers)
	g.OnOpen = func(d row) { s.p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(d.ID))) }
	return part(words.Fill(words.PersonFiles, len(f.Dossiers)), g, len(f.Dossiers))
}

func (s *people) matters(f office.NomineeFile) []fyne.CanvasObject {
	type row = dossier.Matter
	today := s.p.run.Office.Today()
	g := kit.NewGrid("person-matters",
		kit.Column[row]{Key: "opened", Title: words.MatterOpened, Width: 90, Text: func(m row) string { return m.Opened.Slash() }},
		kit.Column[row]{Key: "kind", Title: words.MatterKind, Width: 180, Bold: true, Grow: true, Text: func(m row) string { return viet.FirstCapital(registry.NameOf(dossier.MatterNames, m.Kind)) }},
		kit.Column[row]{Key: "source", Title: words.MatterSource, Width: 110, Text: func(m row) string { return m.Source }},
		kit.Column[row]{Key: "state", Title: words.MatterState, Width: 120, Text: func(m row) string { return MatterState(m, today) }, Tone: func(m row) kit.Tone { return MatterTone(m, today) }},
	)
	g.SetRows(f.Matters)
	g.OnOpen = s.editMatter
	add := kit.NewButton(words.MatterAdd, fynetheme.ContentAddIcon(), func() { s.editMatter(dossier.Matter{Nominee: f.Nominee.ID}) })
	return append(part(words.Fill(words.PersonMatters, len(f.Matters)), g, len(f.Matters)), container.NewHBox(add))
}

func (s *people) initiatives(f office.NomineeFile) []fyne.CanvasObject {
	if f.Nominee.Kind != registry.Individual && len(f.Initiatives) == 0 {
		return nil
	}
	type row = dossier.Initiative
	g := kit.NewGrid("person-initiatives",
		kit.Column[row]{Key: "name", Title: words.IdeaName, Width: 180, Bold: true, Grow: true, Text: func(i row) string { return i.Name }},
		kit.Column[row]{Key: "level", Title: words.IdeaLevel, Width: 100, Text: func(i row) string { return registry.NameOf(dossier.LevelNames, i.Level) }},
		kit.Column[row]{Key: "number", Title: words.HonourNumber, Width: 100, Text: func(i row) string { return i.Number }},
		kit.Column[row]{Key: "used", Title: words.IdeaUsed, Width: 120, Text: Used},
	)
	g.SetRows(f.Initiatives)
	toRegister := func() { s.p.host.Go(kit.To(words.RouteExemplars, "muc", "sang-kien")) }
	g.OnOpen = func(row) { toRegister() }
	return append(part(words.Fill(words.PersonIdeas, len(f.Initiatives)), g, len(f.Initiatives)), container.NewHBox(kit.NewButton(words.InitiativeList, nil, toRegister)))
}

// part is a titled list; one without rows is its title only.
func part(title string, g fyne.CanvasObject, n int) []fyne.CanvasObject {
	if n == 0 {
		return []fyne.CanvasObject{kit.Lead(title)}
	}
	return []fyne.CanvasObject{kit.Lead(title), kit.High(g, n)}
}
