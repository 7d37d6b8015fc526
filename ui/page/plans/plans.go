// Package plans is the page of the units' own plans for a movement: who was asked
// and when, what came in with its number, day and file, the criteria a unit added
// to the plan's own, and who is still owing.
//
// Start at New. plans_state.go holds what is shown, without the toolkit; the forms
// are in plans_act.go. Those who owe stand first. A unit that ended keeps its line
// until a person has chosen who takes its duty over: the page never chooses.
//
// Glossary: Line — kế hoạch của một đơn vị; Own — tiêu chí riêng; Handover — bàn giao.
package plans

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of the units' plans.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot
	file  task.Slot

	gate     *noun.Gate
	movement *kit.Select
	status   *kit.Select
	group    *kit.Select
	list     *kit.Grid[office.PlanLine]
	detail   *kit.Detail
	part     int
	tabs     *kit.Tabs
	units    *registry.Book
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host}
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.slot, &p.file},
		"unit_plan", "reminder", "movement", "unit")
	return p
}

func (p *Page) build() {
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Code, p.state.Open = key, 0
		p.load()
	})
	p.status = kit.NewSelect(words.All, func(key string) {
		p.state.Status = movement.Status(key)
		p.show()
	})
	p.group = kit.NewSelect(words.PlansAllOf, func(key string) {
		p.state.Group = key
		p.show()
	})
	text := func(t func(office.PlanLine) string) func(a, b office.PlanLine) int { return kit.ByText(t) }
	name := func(l office.PlanLine) string { return l.Unit.Name }
	p.list = kit.NewGrid("plans",
		kit.Column[office.PlanLine]{Key: "unit", Title: words.PlanUnit, Width: 230, Grow: true, Text: name, Order: text(name)},
		kit.Column[office.PlanLine]{Key: "status", Title: words.PlanStatus, Width: 116, Chip: true, Text: func(l office.PlanLine) string { return noun.ShortStatus(l.Status) },
			Tone: func(l office.PlanLine) kit.Tone { return Tone(l.Status) }},
		kit.Column[office.PlanLine]{Key: "due", Title: words.PlanDue, Width: 88, Text: func(l office.PlanLine) string { return l.Plan.Due.Slash() },
			Order: func(a, b office.PlanLine) int { return int(a.Plan.Due - b.Plan.Due) }},
		kit.Column[office.PlanLine]{Key: "received", Title: words.PlanReceived, Width: 88, Text: func(l office.PlanLine) string { return l.Plan.Received.Slash() },
			Order: func(a, b office.PlanLine) int { return int(a.Plan.Received - b.Plan.Received) }},
		kit.Column[office.PlanLine]{Key: "number", Title: words.PlanNumber, Width: 108, Text: func(l office.PlanLine) string { return l.Plan.Number }},
		kit.Column[office.PlanLine]{Key: "own", Title: words.PlanOwn, Width: 112, Align: fyne.TextAlignTrailing, Text: func(l office.PlanLine) string {
			if len(l.Plan.Criteria) == 0 {
				return ""
			}
			return words.Count(len(l.Plan.Criteria))
		}, Order: func(a, b office.PlanLine) int { return len(a.Plan.Criteria) - len(b.Plan.Criteria) }},
	)
	p.list.Multi = true
	p.list.ID = func(l office.PlanLine) string { return strconv.FormatInt(l.Plan.ID, 10) }
	p.list.OnSelect = func() {
		if l, ok := p.list.Current(); ok {
			p.state.Open = l.Plan.ID
			p.showLine()
		}
	}
	p.list.OnOpen = func(office.PlanLine) { p.receive() }
	p.list.OnDelete = p.drop
	p.list.SetEmpty(kit.Empty(nil, words.PlansNone, words.PlansNoneText))
	top := kit.Bar(kit.Wide(200, p.movement), kit.Wide(150, p.status), kit.Wide(150, p.group), kit.Spring(),
		kit.NewButton(words.PlansAddUnit, nil, p.addUnit),
		kit.NewButton(words.PlansAsk, fynetheme.ContentAddIcon(), p.ask).Primary())
	acts := kit.Bar(
		kit.NewButton(words.PlansReceive, fynetheme.DownloadIcon(), p.receive),
		kit.NewButton(words.PlansChase, nil, p.chase),
		kit.NewButton(words.PlansPass, nil, p.handOver),
		kit.NewButton(words.PlansDrop, nil, p.drop),
	)
	p.detail = kit.NewDetail(nil)
	left := container.NewBorder(nil, acts, nil, nil, p.list)
	p.gate = noun.NewGate(p.host, container.NewBorder(top, nil, nil, nil, kit.NewHSplit("plans", 0.65, left, p.detail)))
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.gate.Content() }

// Show implements kit.Page: "phong-trao", "tinh-trang" and "nhom" choose what is
// listed, "ke-hoach" opens one by its id.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if v := r.Get("phong-trao"); v != "" {
		p.state.Code = v
	}
	if id := kit.ParseID(r.Get("ke-hoach")); id != 0 {
		p.state.Open = id
	}
	p.state.Status, p.state.Group = movement.Status(r.Get("tinh-trang")), r.Get("nhom")
	p.load()
}

// Find implements kit.Page.
func (p *Page) Find() { p.host.Canvas().Focus(p.list) }

func (p *Page) load() {
	s := p.state
	type read struct {
		state State
		units *registry.Book
	}
	task.Load(p.run, &p.slot, func(ctx context.Context) (r read, err error) {
		if s.Movements, err = p.run.Office.Movements(ctx); err != nil {
			return r, err
		}
		s.Lines, s.Reminders = nil, nil
		if m, ok := s.Movement(); ok {
			if s.Lines, err = p.run.Office.Plans(ctx, m.Code); err != nil {
				return r, err
			}
			if s.Reminders, err = p.run.Office.Reminders(ctx, m.Code); err != nil {
				return r, err
			}
		}
		r.state = s
		r.units, err = p.run.Office.Registry(ctx)
		return r, err
	}, func(r read) {
		r.state.Status, r.state.Group, r.state.Open = p.state.Status, p.state.Group, p.state.Open
		p.state, p.units = r.state, r.units
		p.gate.Open(len(p.state.Movements) > 0)
		p.movement.SetChoices(noun.Movements(p.state.Movements, ""))
		if m, ok := p.state.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.show()
	})
}

func (p *Page) show() {
	p.status.SetChoices(p.state.Statuses())
	p.status.SetKey(string(p.state.Status))
	p.group.SetChoices(p.state.Groups())
	p.group.SetKey(p.state.Group)
	p.host.Here(kit.To(words.RoutePlans, "phong-trao", p.state.Code, "tinh-trang", string(p.state.Status), "nhom", p.state.Group))
	p.list.SetRows(p.state.Shown())
	// A row that moved because of what was just done is not run after: the next one
	// to do stands where it stood.
	if l, ok := p.list.Current(); !ok || l.Plan.ID != p.state.Open {
		p.list.SelectID(strconv.FormatInt(p.state.Open, 10))
	}
	p.showLine()
}

// showLine shows the plan of the unit chosen.
func (p *Page) showLine() {
	l, ok := p.state.Line()
	if !ok {
		p.detail.Put(kit.Empty(nil, words.PlansPick, words.PlansPickText))
		return
	}
	head := []fyne.CanvasObject{kit.Heading(l.Unit.Name), container.NewHBox(kit.NewChip(l.Status.String(), Tone(l.Status)))}
	if l.Status == movement.Ended {
		text := words.PlanNoHeirs
		if len(l.Heirs) > 0 {
			text = words.Fill(words.PlanHeirs, p.names(l.Heirs))
		}
		head = append(head, kit.Para(text, kit.Warn))
		if len(l.Heirs) > 0 && !l.Whole {
			head = append(head, kit.Para(words.PlanNotWhole, kit.Warn))
		}
	}
	head = append(head, kit.NewFacts(p.facts(l)...))
	if p.tabs != nil {
		p.part = p.tabs.At()
	}
	p.tabs = kit.NewTabs()
	p.tabs.Add(words.PlanOwn, p.own(l))
	p.tabs.Add(words.PlanSent, p.sent(l))
	p.tabs.Open(p.part)
	p.detail.Put(kit.Panel(container.NewBorder(kit.Stacked(head...), nil, nil, nil, p.tabs)))
}

func (p *Page) facts(l office.PlanLine) []kit.Fact {
	asked := l.Plan.Asked.Slash()
	if l.Plan.AskedBy != "" {
		asked = words.Fill(words.PlanAskedBy, asked, l.Plan.AskedBy)
	}
	number := strings.TrimSpace(l.Plan.Number)
	if l.Plan.Date != 0 {
		number += " – " + l.Plan.Date.Slash()
	}
	by := ""
	if h := l.Plan.Handover; h.Chosen() {
		by = words.Fill(words.PlanByWhom, registry.NameOf(movement.HandoverNames, h.Way), h.Officer, h.Day.Slash())
		if len(h.To) > 0 {
			by += ": " + p.names(h.To)
		}
		if h.Note != "" {
			by += ". " + h.Note
		}
	}
	file := kit.Fact{Label: words.PlanFile, Value: l.Plan.FileName}
	if l.Plan.File != "" {
		file.OnTap = func() { task.OpenKept(p.run, &p.file, p.host, l.Plan.File, l.Plan.FileName) }
	}
	return []kit.Fact{{Label: words.PlanAsked, Value: asked}, {Label: words.PlanDue, Value: l.Plan.Due.Slash()},
		{Label: words.PlanReceived, Value: l.Plan.Received.Slash()}, {Label: words.PlanNumber, Value: number}, file,
		{Label: words.PlanBy, Value: by}, {Label: words.PlanNote, Value: l.Plan.Note}}
}

// own shows the criteria the unit added to the plan's own.
func (p *Page) own(l office.PlanLine) fyne.CanvasObject {
	g := kit.NewGrid("plan-own",
		kit.Column[movement.Criterion]{Key: "letter", Title: words.PlanLetter, Width: 70, Text: func(c movement.Criterion) string { return c.Letter + ")" }},
		kit.Column[movement.Criterion]{Key: "text", Title: words.PlanText, Width: 240, Grow: true, Text: func(c movement.Criterion) string { return c.Text }},
	)
	g.SetEmpty(kit.Empty(nil, words.None, words.PlanOwnNone))
	g.SetRows(l.Plan.Criteria)
	g.OnOpen = func(movement.Criterion) { p.editOwn(l) }
	score := kit.NewButton(words.PlanOwnScore, nil, func() { p.score(l) })
	score.SetEnabled(len(l.Plan.Criteria) > 0)
	return container.NewBorder(nil, kit.Bar(kit.NewButton(words.PlanOwnEdit, fynetheme.DocumentCreateIcon(), func() { p.editOwn(l) }), score), nil, nil, g)
}

// sent shows the letters that reminded the unit; each opens to be printed again.
func (p *Page) sent(l office.PlanLine) fyne.CanvasObject {
	list := p.state.Sent(l.Plan.Unit)
	if len(list) == 0 {
		return kit.Empty(nil, words.PlanSent, words.PlanSentNone)
	}
	var parts []fyne.CanvasObject
	for _, r := range list {
		number := r.Number
		if number == "" {
			number = words.PlanNumberHas
		}
		open := kit.NewButton(words.PlanSentOpen, nil, func() { p.letter(r.ID) }).Flat()
		parts = append(parts, container.NewBorder(nil, nil, nil, open,
			kit.Para(words.Fill(words.PlanSentLine, r.Round, r.Day.Slash(), number, r.Deadline.Slash()), kit.Plain)))
	}
	return container.NewVScroll(kit.Stacked(parts...))
}

// letter goes to the paper of a reminder.
func (p *Page) letter(id int64) {
	p.host.Go(kit.To(words.RoutePrint, "mau", "cong-van-don-doc", "phong-trao", p.code(), "don-doc", fmt.Sprint(id)))
}

func (p *Page) code() string {
	m, _ := p.state.Movement()
	return m.Code
}

func (p *Page) names(ids []registry.UnitID) string {
	var out []string
	for _, id := range ids {
		if v, ok := p.units.Near(id, p.run.Office.Today()); ok {
			out = append(out, v.Name)
		}
	}
	return strings.Join(out, ", ")
}
