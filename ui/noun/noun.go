// Package noun is the choices and lists of the office's nouns that more than one
// page shows: movements, awards, units as of a day, coded names, the history of a record.
//
// Start at Units. ui/kit knows no noun and a page knows no other page; what two
// pages show of the same noun stands here, so that it reads the same in both. The
// package promises that the units of a day come before those that ended, and never
// leaves one out that a person may have to name. It reads nothing from the office.
//
// Glossary: Option — dòng để chọn; History — lịch sử một hồ sơ.
package noun

import (
	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Names are the choices of coded names, as they are written.
func Names(names []registry.Name) []kit.Choice {
	cs := make([]kit.Choice, len(names))
	for i, n := range names {
		cs[i] = kit.Choice{Key: n.Code, Label: n.Name}
	}
	return cs
}

// OneOf chooses one of some names by its code.
func OneOf(names []registry.Name, code string) *kit.Select {
	s := kit.NewSelect(words.ChooseOne, nil)
	cs := Names(names)
	for i := range cs {
		cs[i].Label = viet.FirstCapital(cs[i].Label)
	}
	s.SetChoices(cs)
	s.SetKey(code)
	return s
}

// OneOfOrNone is OneOf with an empty line first, for what may stay unsaid.
func OneOfOrNone(names []registry.Name, code string) *kit.Select {
	return OneOf(append([]registry.Name{{}}, names...), code)
}

// Movements are the choices of a movement by its code; all, unless empty, is the
// first line and chooses none of them.
func Movements(list []movement.Movement, all string) []kit.Choice {
	return withAll(list, all, func(m movement.Movement) kit.Choice { return kit.Choice{Key: m.Code, Label: m.Name} })
}

// Awards are the choices of an award by its code; all is as in Movements.
func Awards(list []award.Award, all string) []kit.Choice {
	return withAll(list, all, func(a award.Award) kit.Choice { return kit.Choice{Key: a.Code, Label: a.Name} })
}

func withAll[T any](list []T, all string, choice func(T) kit.Choice) []kit.Choice {
	out := make([]kit.Choice, 0, len(list)+1)
	if all != "" {
		out = append(out, kit.Choice{Label: all})
	}
	for _, x := range list {
		out = append(out, choice(x))
	}
	return out
}

// Standing are the units of a day, by their names of that day.
func Standing(book *registry.Book, day when.Date) []kit.Option {
	now, _ := unitsOf(book, day)
	return now
}

// Units are the units of a day and behind them those that ended before it.
func Units(book *registry.Book, day when.Date) []kit.Option {
	now, gone := unitsOf(book, day)
	return append(now, gone...)
}

func unitsOf(book *registry.Book, day when.Date) (now, gone []kit.Option) {
	if book == nil {
		return nil, nil
	}
	for _, u := range book.Units() {
		if v, ok := u.At(day); ok {
			now = append(now, kit.Option{Key: kit.IDText(u.ID), Label: v.Name, Note: noted(v.Code, registry.NameOf(registry.GroupNames, v.Group))})
			continue
		}
		last, end := u.Near(day), ""
		if to := u.Period().To; to != 0 {
			end = words.Fill(words.UnitEnded, to.AddDays(-1).Slash())
		}
		gone = append(gone, kit.Option{Key: kit.IDText(u.ID), Label: last.Name, Note: noted(last.Code, end), Tone: kit.Quiet})
	}
	return now, gone
}

// noted is what stands beside a unit's name and is found with it: its code, then
// what is to be said of it.
func noted(code, text string) string {
	if code == "" || text == "" {
		return code + text
	}
	return code + " · " + text
}

// History lists what was done to a record, newest first as given; what was taken
// back is pale.
func History(list []audit.Entry) *kit.Grid[audit.Entry] {
	g := kit.NewGrid("history",
		kit.Column[audit.Entry]{Key: "at", Title: words.HistoryTime, Width: 126, Text: func(e audit.Entry) string { return e.At.Local().Format("02/01/2006 15:04") }},
		kit.Column[audit.Entry]{Key: "what", Title: words.HistoryWhat, Width: 220, Grow: true, Text: func(e audit.Entry) string { return e.Detail }},
		kit.Column[audit.Entry]{Key: "who", Title: words.HistoryOfficer, Width: 110, Text: func(e audit.Entry) string { return e.Officer }},
	)
	g.RowTone = func(e audit.Entry) kit.Tone {
		if e.UndoneBy != 0 {
			return kit.Quiet
		}
		return kit.Plain
	}
	g.SetRows(list)
	return g
}

// ShortStatus is the status of a duty as a narrow column can say it.
func ShortStatus(s movement.Status) string {
	if s == movement.Ended {
		return words.ReportEnded
	}
	return registry.NameOf(movement.DutyNames, string(s))
}
