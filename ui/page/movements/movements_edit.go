package movements

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// save changes a movement and says so, with the button that takes it back.
func (p *Page) save(m movement.Movement, change func(*movement.Movement)) {
	change(&m)
	task.Do(p.run, task.Job{Title: words.MovementEdit}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return p.run.Office.SaveMovement(ctx, &m)
	}, func(e audit.Entry) { p.saved(m, e) })
}

func (p *Page) saved(m movement.Movement, e audit.Entry) {
	p.state.Code = m.Code
	p.host.Done(words.Fill(words.MovementSaved, m.Name), e.ID)
}

// dialog shows a form that changes a movement; read takes the form back.
func (p *Page) dialog(title string, form *kit.Form, m movement.Movement, read func(*movement.Movement) error) {
	kit.FormDialog(p.host.Canvas(), title, form, 680, words.Save, modelwords.Say, func(done func(error)) {
		next := m
		if err := read(&next); err != nil {
			done(err)
			return
		}
		task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SaveMovement(ctx, &next)
		}, func(e audit.Entry) {
			done(nil)
			p.saved(next, e)
		})
	})
}

var manners = []registry.Name{{Code: string(movement.Thematic), Name: words.Manners["chuyen_de"]}, {Code: string(movement.Regular), Name: words.Manners["thuong_xuyen"]}}

func (p *Page) add() {
	p.edit(movement.Movement{Manner: movement.Thematic, Scope: "bo_nganh_tinh", Status: "du_thao", Period: when.Period{From: p.run.Office.Today()}})
}

// edit changes what the plan's head says; a movement without an id is a new one.
func (p *Page) edit(m movement.Movement) {
	code, name, title := kit.EntryOf(m.Code, 1), kit.EntryOf(m.Name, 1), kit.EntryOf(m.Title, 2)
	launcher, host, merit, note := kit.EntryOf(m.Launcher, 1), kit.EntryOf(m.Host, 1), kit.EntryOf(m.Achievement, 2), kit.EntryOf(m.Note, 2)
	manner, scope, parent := noun.OneOf(manners, string(m.Manner)), noun.OneOf(movement.ScopeNames, m.Scope), noun.OneOf(p.state.Above(m), kit.IDText(m.Parent))
	from, last := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewDateEntry(p.run.Office.Today(), false)
	from.SetDate(m.From)
	last.SetDate(m.LastDay())
	heading := words.MovementEdit
	if m.ID == 0 {
		heading = words.MovementAdd
	}
	p.dialog(heading, kit.NewForm(
		&kit.Field{Key: "code", Label: words.MovementCode, Required: true, Hint: words.MovementCodeIs, Control: code},
		&kit.Field{Key: "name", Label: words.MovementName, Required: true, Control: name},
		&kit.Field{Key: "title", Label: words.MovementTitle, Control: title},
		&kit.Field{Key: "manner", Label: words.MovementManner, Control: manner},
		&kit.Field{Key: "scope", Label: words.MovementScope, Control: scope},
		&kit.Field{Key: "parent", Label: words.MovementParent, Control: parent},
		&kit.Field{Key: "launcher", Label: words.MovementLauncher, Control: launcher},
		&kit.Field{Key: "host", Label: words.MovementHost, Control: host},
		&kit.Field{Key: "from", Label: words.MovementFrom, Required: true, Control: container.NewHBox(from)},
		&kit.Field{Key: "to", Label: words.MovementLast, Hint: words.MovementLastIs, Control: container.NewHBox(last)},
		&kit.Field{Key: "achievement", Label: words.MovementMerit, Hint: words.MovementMeritIs, Control: merit},
		&kit.Field{Key: "note", Label: words.MovementNote, Control: note},
	), m, func(n *movement.Movement) error {
		n.Code, n.Name, n.Title = strings.TrimSpace(code.Text), strings.TrimSpace(name.Text), strings.TrimSpace(title.Text)
		n.Launcher, n.Host, n.Achievement, n.Note = strings.TrimSpace(launcher.Text), strings.TrimSpace(host.Text), strings.TrimSpace(merit.Text), strings.TrimSpace(note.Text)
		n.Manner, n.Scope = movement.Manner(manner.Key()), scope.Key()
		n.Parent = kit.ParseID(parent.Key()) // "" is none
		n.Period = when.Through(from.Value(), last.Value())
		return nil
	})
}

// next makes the following movement out of this one.
func (p *Page) next(m movement.Movement) {
	code, name := kit.EntryOf("", 1), kit.EntryOf("", 2)
	from, last := kit.NewDateEntry(p.run.Office.Today(), false), kit.NewDateEntry(p.run.Office.Today(), false)
	from.SetDate(p.run.Office.Today())
	form := kit.NewForm(
		&kit.Field{Key: "code", Label: words.MovementCode, Required: true, Hint: words.MovementNextIs, Control: code},
		&kit.Field{Key: "name", Label: words.MovementName, Hint: words.MovementNextName, Control: name},
		&kit.Field{Key: "from", Label: words.MovementFrom, Required: true, Control: container.NewHBox(from)},
		&kit.Field{Key: "to", Label: words.MovementLast, Hint: words.MovementLastIs, Control: container.NewHBox(last)},
	)
	kit.FormDialog(p.host.Canvas(), words.MovementNext, form, 600, words.Save, modelwords.Say, func(done func(error)) {
		period := when.Through(from.Value(), last.Value())
		type cloned struct {
			m movement.Movement
			e audit.Entry
		}
		task.Do(p.run, task.Job{Title: words.MovementNext, Fault: done}, func(ctx context.Context, _ office.Progress) (c cloned, err error) {
			c.m, c.e, err = p.run.Office.CloneMovement(ctx, m.Code, code.Trimmed(), name.Trimmed(), period)
			return c, err
		}, func(c cloned) {
			done(nil)
			p.state.Code = c.m.Code
			p.host.Done(words.Fill(words.MovementCloned, c.m.Code, m.Code), c.e.ID)
		})
	})
}

// texts edits purpose and contents, a paragraph a line.
func (p *Page) texts(m movement.Movement) {
	purpose, contents := kit.EntryOf(Paragraphs(m.Purpose), 6), kit.EntryOf(Paragraphs(m.Contents), 8)
	p.dialog(words.MovementTexts, kit.NewForm(
		&kit.Field{Key: "purpose", Label: words.MovementPurpose, Hint: words.MovementOnePer, Control: purpose},
		&kit.Field{Key: "contents", Label: words.MovementContents, Hint: words.MovementOnePer, Control: contents},
	), m, func(n *movement.Movement) error {
		n.Purpose, n.Contents = Lines(purpose.Text), Lines(contents.Text)
		return nil
	})
}

// put sets the at-th of a list, or appends when at is negative; the list itself
// is left as it was.
func put[T any](list []T, at int, v T) []T {
	out := append([]T{}, list...)
	if at < 0 {
		return append(out, v)
	}
	out[at] = v
	return out
}

func (p *Page) criterion(m movement.Movement, at int) {
	c := movement.Criterion{}
	if at >= 0 {
		c = m.Criteria[at]
	}
	letter, text := kit.EntryOf(c.Letter, 1), kit.EntryOf(c.Text, 4)
	groups := groupChecks(c.Groups)
	p.dialog(words.MovementCriteria, kit.NewForm(
		&kit.Field{Key: "letter", Label: words.CriterionLetter, Control: letter},
		&kit.Field{Key: "text", Label: words.CriterionText, Required: true, Control: text},
		&kit.Field{Key: "groups", Label: words.CriterionGroups, Hint: words.CriterionAll, Control: groups},
	), m, func(n *movement.Movement) error {
		if strings.TrimSpace(text.Text) == "" {
			return fault.New(fault.Invalid, "ui.empty").At("text")
		}
		c.Letter, c.Text, c.Groups = strings.Trim(letter.Text, " )"), strings.TrimSpace(text.Text), groupsChecked(groups)
		n.Criteria = put(n.Criteria, at, c)
		return nil
	})
}

// groupChecks is a box to tick for each group of units; groupsChecked takes the codes back.
func groupChecks(codes []string) *widget.CheckGroup {
	names := make([]string, len(registry.GroupNames))
	for i, g := range registry.GroupNames {
		names[i] = g.Name
	}
	groups := widget.NewCheckGroup(names, nil)
	for _, g := range codes {
		groups.Selected = append(groups.Selected, registry.NameOf(registry.GroupNames, g))
	}
	return groups
}

func groupsChecked(groups *widget.CheckGroup) []string {
	var out []string
	for _, g := range registry.GroupNames {
		if slices.Contains(groups.Selected, g.Name) {
			out = append(out, g.Code)
		}
	}
	return out
}

func (p *Page) grant(m movement.Movement, at int) {
	g, heading := movement.Grant{Phase: "tong_ket", Kinds: []registry.Kind{registry.Collective, registry.Individual}}, words.GrantAdd
	if at >= 0 {
		g, heading = m.Awards[at], words.GrantEdit
	}
	road := kit.NewSelect("", nil)
	roads := func(code string) {
		cs := []kit.Choice{}
		for _, r := range p.state.RoadsOf(code) {
			cs = append(cs, kit.Choice{Key: r.Code, Label: r.Name})
		}
		road.SetChoices(cs)
		if len(cs) == 1 {
			road.SetKey(cs[0].Key)
		}
	}
	award := kit.NewSelect("", roads)
	if p.state.Catalogue != nil {
		award.SetChoices(noun.Awards(p.state.Catalogue.Awards, ""))
	}
	award.SetKey(g.Award)
	roads(g.Award)
	road.SetKey(g.Road)
	phase := noun.OneOf([]registry.Name{{Code: "hang_nam", Name: words.Phases["hang_nam"]}, {Code: "tong_ket", Name: words.Phases["tong_ket"]}}, g.Phase)
	names := make([]string, len(registry.Kinds))
	for i, k := range registry.Kinds {
		names[i] = k.String()
	}
	kinds := widget.NewCheckGroup(names, nil)
	kinds.Horizontal = true
	for _, k := range g.Kinds {
		kinds.Selected = append(kinds.Selected, k.String())
	}
	quota, text := kit.EntryOf("", 1), kit.EntryOf(g.Text, 4)
	limits := kit.EntryOf(p.state.LimitText(g), 3)
	if g.Quota > 0 {
		quota.SetText(strconv.Itoa(g.Quota))
	}
	p.dialog(heading, kit.NewForm(
		&kit.Field{Key: "awards", Label: words.GrantAward, Required: true, Control: award},
		&kit.Field{Key: "phase", Label: words.GrantPhase, Control: phase},
		&kit.Field{Key: "kinds", Label: words.GrantKinds, Control: kinds},
		&kit.Field{Key: "road", Label: words.GrantRoad, Control: road},
		&kit.Field{Key: "quota", Label: words.GrantQuota, Hint: words.GrantQuotaIs, Control: quota},
		&kit.Field{Key: "limits", Label: words.GrantLimits, Hint: words.GrantLimitsIs, Control: limits},
		&kit.Field{Key: "text", Label: words.GrantText, Control: text},
	), m, func(n *movement.Movement) error {
		g.Award, g.Phase, g.Road, g.Text, g.Kinds, g.Quota = award.Key(), phase.Key(), road.Key(), strings.TrimSpace(text.Text), nil, 0
		for _, k := range registry.Kinds {
			for _, s := range kinds.Selected {
				if s == k.String() {
					g.Kinds = append(g.Kinds, k)
				}
			}
		}
		if q := strings.TrimSpace(quota.Text); q != "" {
			v, err := strconv.Atoi(q)
			if err != nil || v < 0 {
				return fault.New(fault.Invalid, "ui.whole-number").At("quota")
			}
			g.Quota = v
		}
		var err error
		if g.Limits, err = movement.ReadLimits(limits.Text, p.state.Book, p.run.Office.Today()); err != nil {
			return err
		}
		n.Awards = put(n.Awards, at, g)
		return nil
	})
}
