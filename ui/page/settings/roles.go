package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// roles is the part that says who may do what.
type roles struct {
	p    *Page
	slot task.Slot
	grid *kit.Grid[office.Colleague]
	all  fyne.CanvasObject
}

func newRoles(p *Page) *roles {
	r := &roles{p: p}
	me := p.run.Office.Officer()
	r.grid = kit.NewGrid("settings-roles",
		kit.Column[office.Colleague]{Key: "name", Title: words.RoleOfficer, Width: 260, Bold: true, Text: func(c office.Colleague) string {
			if c.Name == me {
				return words.Fill(words.RoleYou, c.Name)
			}
			return c.Name
		}},
		kit.Column[office.Colleague]{Key: "role", Title: words.RoleRole, Width: 130, Chip: true, Text: func(c office.Colleague) string { return registry.NameOf(audit.RoleNames, string(c.Role)) }, Tone: func(c office.Colleague) kit.Tone {
			switch c.Role {
			case audit.Keeper:
				return kit.Info
			case audit.Reader:
				return kit.Quiet
			}
			return kit.Good
		}},
		kit.Column[office.Colleague]{Key: "since", Title: words.RoleSince, Width: 96, Text: func(c office.Colleague) string { return c.Since.Slash() }},
		kit.Column[office.Colleague]{Key: "last", Title: words.RoleLast, Width: 400, Grow: true, Text: func(c office.Colleague) string {
			if c.Last.ID == 0 {
				return ""
			}
			return c.Last.At.Local().Format("02/01/2006 15:04") + " · " + c.Last.Detail
		}},
	)
	r.grid.ID = func(c office.Colleague) string { return c.Name }
	r.grid.OnOpen = r.edit
	bar := kit.Bar(
		kit.NewButton(words.RoleAdd, fynetheme.ContentAddIcon(), func() { r.edit(office.Colleague{Role: audit.Officer}) }),
		kit.NewButton(words.RoleEdit, fynetheme.DocumentCreateIcon(), func() {
			if c, ok := r.grid.Current(); ok {
				r.edit(c)
			}
		}))
	r.all = container.NewBorder(bar, kit.Stacked(kit.Note(words.RoleIs), kit.Note(words.RoleNotAsked)), nil, nil, r.grid)
	return r
}

func (r *roles) content() fyne.CanvasObject { return r.all }
func (r *roles) stop()                      { r.slot.Stop() }
func (r *roles) focus()                     { r.p.host.Canvas().Focus(r.grid) }

func (r *roles) load() { task.Load(r.p.run, &r.slot, r.p.run.Office.Colleagues, r.grid.SetRows) }

func (r *roles) edit(c office.Colleague) {
	name, role := kit.EntryOf(c.Name, 1), noun.OneOf(audit.RoleNames, string(c.Role))
	title := words.RoleAdd
	if c.Name != "" {
		title = words.RoleEdit
		name.Disable()
	}
	f := kit.NewForm(
		&kit.Field{Key: "name", Label: words.RoleOfficer, Required: true, Hint: words.RoleNameIs, Control: name},
		&kit.Field{Key: "role", Label: words.RoleRole, Required: true, Control: role},
	)
	kit.FormDialog(r.p.host.Canvas(), title, f, 520, words.Save, modelwords.Say, func(done func(error)) {
		who, what := name.Trimmed(), audit.Role(role.Key())
		task.Do(r.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return r.p.run.Office.SaveRole(ctx, who, what)
		}, func(e audit.Entry) {
			done(nil)
			r.p.host.Done(words.Fill(words.RoleSaved, who, registry.NameOf(audit.RoleNames, string(what))), e.ID)
		})
	})
}
