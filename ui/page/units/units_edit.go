package units

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// editor is the form of one version of a unit.
type editor struct {
	code, name, official, short, place, legal, aliases *kit.Entry
	kind, group, parent                                *kit.Select
	from                                               *kit.DateEntry
	form                                               *kit.Form
}

func (p *Page) editor(v registry.Version, self registry.UnitID, hint string) *editor {
	e := &editor{code: kit.NewEntry(), name: kit.NewEntry(), official: kit.NewEntry(), short: kit.NewEntry(), place: kit.NewEntry(),
		legal: kit.NewEntry(), aliases: kit.NewEntry(), from: kit.NewDateEntry(p.run.Office.Today(), false)}
	e.kind, e.group, e.parent = kit.NewSelect("", nil), kit.NewSelect("", nil), kit.NewSelect("", nil)
	e.kind.SetChoices(noun.Names(registry.TypeNames))
	e.group.SetChoices(noun.Names(registry.GroupNames))
	bodies := []kit.Choice{{Key: "", Label: words.UnitNoParent}}
	if p.state.Book != nil {
		for _, u := range p.state.Book.On(p.state.Day) {
			if u.ID != self {
				bodies = append(bodies, kit.Choice{Key: kit.IDText(u.ID), Label: u.Name})
			}
		}
	}
	e.parent.SetChoices(bodies)
	e.code.SetText(v.Code)
	e.name.SetText(v.Name)
	e.official.SetText(v.Official)
	e.short.SetText(v.Short)
	e.place.SetText(v.Place)
	e.legal.SetText(v.Legal)
	e.aliases.SetText(strings.Join(v.Aliases, "; "))
	e.kind.SetKey(v.Type)
	e.group.SetKey(v.Group)
	e.parent.SetKey(kit.IDText(v.Parent))
	e.from.SetDate(v.From)
	e.form = kit.NewForm(
		&kit.Field{Key: "from", Label: words.UnitFrom, Required: true, Hint: hint, Control: container.NewHBox(e.from)},
		&kit.Field{Key: "name", Label: words.UnitName, Required: true, Control: e.name},
		&kit.Field{Key: "official", Label: words.UnitOfficial, Required: true, Control: e.official},
		&kit.Field{Key: "short", Label: words.UnitShort, Control: e.short},
		&kit.Field{Key: "code", Label: words.UnitCode, Control: e.code},
		&kit.Field{Key: "type", Label: words.UnitType, Control: e.kind},
		&kit.Field{Key: "group", Label: words.UnitGroup, Control: e.group},
		&kit.Field{Key: "parent", Label: words.UnitParent, Control: e.parent},
		&kit.Field{Key: "place", Label: words.UnitPlace, Control: e.place},
		&kit.Field{Key: "legal", Label: words.UnitLegal, Control: e.legal},
		&kit.Field{Key: "aliases", Label: words.UnitAliases, Hint: words.UnitAliasHint, Control: e.aliases},
	)
	return e
}

// read takes the form back into a version whose end is to.
func (e *editor) read(to when.Date) (registry.Version, error) {
	from := e.from.Value()
	v := registry.Version{Period: when.Period{From: from, To: to}, Code: strings.TrimSpace(e.code.Text), Name: strings.TrimSpace(e.name.Text),
		Official: strings.TrimSpace(e.official.Text), Short: strings.TrimSpace(e.short.Text), Type: e.kind.Key(), Group: e.group.Key(),
		Parent: kit.ParseID(e.parent.Key()), Place: strings.TrimSpace(e.place.Text), Legal: strings.TrimSpace(e.legal.Text)}
	for _, a := range strings.Split(e.aliases.Text, ";") {
		if a = strings.TrimSpace(a); a != "" {
			v.Aliases = append(v.Aliases, a)
		}
	}
	return v, nil
}

func (p *Page) add() {
	e := p.editor(registry.Version{Period: when.Period{From: p.state.Day}}, 0, "")
	p.dialog(words.UnitAddTitle, e, func() (registry.Unit, error) {
		v, err := e.read(0)
		return registry.Unit{Versions: []registry.Version{v}}, err
	})
}

// edit corrects the version shown: what was typed wrongly, not what changed.
func (p *Page) edit(d Detail) {
	e := p.editor(d.Version, d.Unit.ID, "")
	p.dialog(words.Fill(words.UnitEditTitle, d.Version.From.Slash()), e, func() (registry.Unit, error) {
		v, err := e.read(d.Version.To)
		u := d.Unit
		u.Versions = append([]registry.Version{}, d.Unit.Versions...)
		for i := range u.Versions {
			if u.Versions[i].From == d.Version.From {
				u.Versions[i] = v
			}
		}
		return u, err
	})
}

// change ends the last version and begins another, from a day.
func (p *Page) change(d Detail) {
	last := d.Unit.Versions[len(d.Unit.Versions)-1]
	start := last
	start.From = p.run.Office.Today()
	e := p.editor(start, d.Unit.ID, words.UnitNewHint)
	p.dialog(words.UnitNewTitle, e, func() (registry.Unit, error) {
		v, err := e.read(0)
		u := d.Unit
		u.Versions = append([]registry.Version{}, d.Unit.Versions...)
		u.Versions[len(u.Versions)-1].To = v.From
		u.Versions = append(u.Versions, v)
		return u, err
	})
}

func (p *Page) dialog(title string, e *editor, read func() (registry.Unit, error)) {
	kit.FormDialog(p.host.Canvas(), title, e.form, 620, words.Save, modelwords.Say, func(done func(error)) {
		u, err := read()
		if err != nil {
			done(err)
			return
		}
		task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SaveUnit(ctx, &u)
		}, func(entry audit.Entry) {
			done(nil)
			p.state.Unit = u.ID
			p.host.Done(words.Fill(words.UnitSaved, u.Versions[len(u.Versions)-1].Name), entry.ID)
		})
	})
}
