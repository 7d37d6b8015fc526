package council

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	sitting "thidua/model/council"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// factsPart is when and where the session met, who presided and wrote, what was said.
func (v *sessions) factsPart() fyne.CanvasObject {
	x := v.state.Work
	day := kit.NewDateEntry(v.p.run.Office.Today(), false)
	day.SetDate(x.Day)
	who := kit.NewSelect("", nil)
	who.SetChoices([]kit.Choice{{Key: "", Label: words.SessionWhole}, {Key: "tt", Label: words.SessionOnlyStand}})
	if x.Standing {
		who.SetKey("tt")
	}
	way := waySelect(x.ByLetter)
	begun, ended, place, number := kit.EntryOf(x.Begun, 1), kit.EntryOf(x.Ended, 1), kit.EntryOf(x.Place, 1), kit.EntryOf(x.Number, 1)
	opinions, dissent, note := kit.EntryOf(strings.Join(x.Opinions, "\n"), 4), kit.EntryOf(strings.Join(x.Dissent, "\n"), 2), kit.EntryOf(x.Note, 2)
	presider, clerk := kit.NewSelect(words.ChooseOne, nil), kit.NewSelect(words.ChooseOne, nil)

	day.OnChange = func(d when.Date) {
		if d.Exact() {
			v.state.Gather(func(x *sitting.Session) { x.Day = d })
			v.refresh()
		}
	}
	who.OnChoose = func(k string) {
		v.state.Gather(func(x *sitting.Session) { x.Standing = k == "tt" })
		v.refresh()
	}
	way.OnChoose = func(k string) {
		v.state.MeetBy(k == byLetter)
		v.draw()
	}
	presider.OnChoose = func(k string) { v.changed(func(x *sitting.Session) { x.Presider = kit.ParseID(k) }) }
	clerk.OnChoose = func(k string) { v.changed(func(x *sitting.Session) { x.Clerk = kit.ParseID(k) }) }
	for _, b := range []struct {
		e   *kit.Entry
		put func(*sitting.Session, string)
	}{
		{begun, func(x *sitting.Session, s string) { x.Begun = s }}, {ended, func(x *sitting.Session, s string) { x.Ended = s }},
		{place, func(x *sitting.Session, s string) { x.Place = s }}, {number, func(x *sitting.Session, s string) { x.Number = s }},
		{note, func(x *sitting.Session, s string) { x.Note = s }},
		{opinions, func(x *sitting.Session, s string) { x.Opinions = Lines(s) }}, {dissent, func(x *sitting.Session, s string) { x.Dissent = Lines(s) }},
	} {
		b.e.OnChanged = func(s string) { v.changed(func(x *sitting.Session) { b.put(x, strings.TrimSpace(s)) }) }
		if v.state.Closed() {
			b.e.Disable()
		}
	}
	if v.state.Closed() {
		day.SetEnabled(false)
		who.Disable()
		way.Disable()
		presider.Disable()
		clerk.Disable()
	}
	form := kit.NewForm(
		&kit.Field{Key: "day", Label: words.SessionDay, Required: true, Control: container.NewHBox(day)},
		&kit.Field{Key: "standing", Label: words.SessionWho, Control: who},
		&kit.Field{Key: "by_letter", Label: words.SessionWay, Hint: words.SessionLetterIs, Control: way},
		&kit.Field{Key: "presider", Label: words.SessionPresider, Required: true, Control: presider},
		&kit.Field{Key: "clerk", Label: words.SessionClerk, Control: clerk},
		&kit.Field{Key: "begun", Label: words.SessionBegun, Hint: words.SessionTimeIs, Control: begun},
		&kit.Field{Key: "ended", Label: words.SessionEnded, Control: ended},
		&kit.Field{Key: "place", Label: words.SessionPlace, Control: place},
		&kit.Field{Key: "number", Label: words.SessionNumber, Hint: words.SessionNumberIs, Control: number},
		&kit.Field{Key: "opinions", Label: words.SessionOpinions, Hint: words.SessionOpinionIs, Control: opinions},
		&kit.Field{Key: "dissent", Label: words.SessionDissent, Hint: words.SessionDissentIs, Control: dissent},
		&kit.Field{Key: "note", Label: words.SessionNote, Control: note},
	)
	v.fresh = append(v.fresh, func() {
		cs := v.members()
		presider.SetChoices(cs)
		presider.SetKey(kit.IDText(v.state.Work.Presider))
		clerk.SetChoices(cs)
		clerk.SetKey(kit.IDText(v.state.Work.Clerk))
		v.showAt(form, "day", "standing", "by_letter", "presider")
	})
	return container.NewVScroll(form)
}

// byLetter is the choice of asking in writing.
const byLetter = "van-ban"

// waySelect chooses whether the council meets or is asked in writing.
func waySelect(letter bool) *kit.Select {
	s := kit.NewSelect("", nil)
	s.SetChoices([]kit.Choice{{Key: "", Label: words.SessionMeets}, {Key: byLetter, Label: words.SessionByLetter}})
	s.SetKey("")
	if letter {
		s.SetKey(byLetter)
	}
	return s
}

// showAt shows the faults of the session in hand at the fields of a form.
func (v *sessions) showAt(form *kit.Form, fields ...string) {
	l := v.state.Faults()
	moved := false
	for _, f := range form.Fields {
		for _, key := range fields {
			if text := say(FaultsAt(l, key)); f.Key == key && f.Fault() != text {
				f.SetFault(text)
				moved = true
			}
		}
	}
	if moved {
		form.Refresh()
	}
}

// members are the choices of one who sits on the council that day.
func (v *sessions) members() []kit.Choice {
	var cs []kit.Choice
	for _, m := range v.state.Seats() {
		cs = append(cs, kit.Choice{Key: kit.IDText(m.Member.ID), Label: m.Name + " – " + m.Role.String()})
	}
	return cs
}
