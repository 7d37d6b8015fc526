package office

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// PlanLine is one unit's plan as the list shows it.
type PlanLine struct {
	Plan   movement.UnitPlan
	Unit   registry.Version // as it stood when it was asked
	Status movement.Status
	// Heirs stand in the unit's place today when it ended; Whole tells that one of
	// them took over everything.
	Heirs []registry.UnitID
	Whole bool
}

// Plans lists the units' plans of a movement, what must be done first first.
func (o *Office) Plans(ctx context.Context, code string) (out []PlanLine, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		out, err = o.plansOf(ctx, tx, y)
		return err
	})
	return out, err
}

func (o *Office) plansOf(ctx context.Context, tx Tx, y *year) ([]PlanLine, error) {
	list, err := tx.UnitPlans().Find(ctx, YearFilter{Movement: y.movement.ID})
	if err != nil {
		return nil, err
	}
	out := make([]PlanLine, len(list))
	for i, p := range list {
		l := PlanLine{Plan: p}
		l.Unit, _ = y.units.Near(p.Unit, max(p.Asked, p.Received))
		l.Heirs, l.Whole = y.heirs(p.Unit)
		l.Status = p.Status(y.day, len(l.Heirs) != 1 || l.Heirs[0] != p.Unit, y.calendar)
		out[i] = l
	}
	slices.SortStableFunc(out, func(a, b PlanLine) int { return rankStatus(a.Status) - rankStatus(b.Status) })
	return out, nil
}

// rankStatus is the place of a status in a list.
func rankStatus(s movement.Status) int {
	return slices.IndexFunc(movement.DutyNames, func(n registry.Name) bool { return n.Code == string(s) })
}

// year is what the desks of the year look at together: the movement, the registry,
// the calendar and the day.
type year struct {
	movement movement.Movement
	units    *registry.Book
	calendar *when.Calendar
	day      when.Date
}

func (o *Office) year(ctx context.Context, tx Tx, code string) (*year, error) {
	y := &year{day: o.Today()}
	var err error
	if y.movement, err = movementOf(ctx, tx, code); err != nil {
		return nil, err
	}
	if y.units, err = o.registryIn(ctx, tx); err != nil {
		return nil, err
	}
	y.calendar, err = calendarOf(ctx, tx)
	return y, err
}

// heirs are who stands in a unit's place today: itself while it lasts.
func (y *year) heirs(unit registry.UnitID) ([]registry.UnitID, bool) {
	return y.units.Heirs(unit, y.day)
}

// ended tells that a unit no longer stands today.
func (y *year) ended(unit registry.UnitID) bool {
	u, ok := y.units.Unit(unit)
	if !ok {
		return true
	}
	_, stands := u.At(y.day)
	return !stands
}

// AskPlans notes that every body that takes part was asked for its plan: those
// that stand today and have no line yet. It gives how many were added.
func (o *Office) AskPlans(ctx context.Context, code string, due when.Date, letter string) (int, audit.Entry, error) {
	var add []*movement.UnitPlan
	var name string
	err := o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		name = y.movement.Name
		have, err := tx.UnitPlans().Find(ctx, YearFilter{Movement: y.movement.ID})
		if err != nil {
			return err
		}
		for _, d := range y.movement.Debtors(y.units, y.day, y.day) {
			if !slices.ContainsFunc(have, func(p movement.UnitPlan) bool { return p.Unit == d.ID }) {
				add = append(add, &movement.UnitPlan{Movement: y.movement.ID, Unit: d.ID, Asked: y.day, AskedBy: viet.Clean(letter), Due: due})
			}
		}
		return nil
	})
	if err != nil || len(add) == 0 {
		return 0, audit.Entry{}, err
	}
	e, err := o.act(ctx, "plan.ask", fmt.Sprintf("Yêu cầu %d đơn vị gửi kế hoạch thực hiện phong trào “%s”", len(add), name), func(tx Tx) error {
		return tx.UnitPlans().Put(ctx, add...)
	})
	return len(add), e, err
}

// SavePlan saves a unit's plan, with the file that came when there is one.
func (o *Office) SavePlan(ctx context.Context, p *movement.UnitPlan, file *Attachment) (audit.Entry, error) {
	if err := p.Check(); err != nil {
		return audit.Entry{}, err
	}
	if err := o.keepFile(ctx, file, &p.File, &p.FileName); err != nil {
		return audit.Entry{}, err
	}
	name, err := o.unitName(ctx, p.Unit)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "plan.save", "Ghi kế hoạch của "+name, func(tx Tx) error { return tx.UnitPlans().Put(ctx, p) })
}

// ReceivePlan notes that a unit's plan came in, asked for or not.
func (o *Office) ReceivePlan(ctx context.Context, code, unit, number string, date, day when.Date, file *Attachment) (movement.UnitPlan, audit.Entry, error) {
	var p movement.UnitPlan
	err := o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		id, err := y.units.ByCode(unit, y.day)
		if err != nil {
			return err
		}
		list, err := tx.UnitPlans().Find(ctx, YearFilter{Movement: y.movement.ID, Units: []int64{id}})
		p = movement.UnitPlan{Movement: y.movement.ID, Unit: id}
		if len(list) > 0 {
			p = list[0]
		}
		return err
	})
	if err != nil {
		return p, audit.Entry{}, err
	}
	if day == 0 {
		day = o.Today()
	}
	p.Number, p.Date, p.Received = viet.Clean(number), date, day
	e, err := o.SavePlan(ctx, &p, file)
	return p, e, err
}

// HandOverPlans records who makes the plans that ended units owed. Handed to the
// successors, each of them that has no plan in the movement yet owes one, due when
// the ended unit's was, or as soon as a letter is to be answered when that is past.
func (o *Office) HandOverPlans(ctx context.Context, ids []int64, h movement.Handover) (audit.Entry, error) {
	if err := o.choose(&h); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "plan.hand-over", fmt.Sprintf("Bàn giao nghĩa vụ gửi kế hoạch của %d đơn vị: %s", len(ids), registry.NameOf(movement.HandoverNames, h.Way)), func(tx Tx) error {
		list, err := tx.UnitPlans().Find(ctx, YearFilter{IDs: ids})
		if err != nil || len(list) == 0 {
			return err
		}
		book, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		calendar, err := calendarOf(ctx, tx)
		if err != nil {
			return err
		}
		have, err := tx.UnitPlans().Find(ctx, YearFilter{Movement: list[0].Movement})
		if err != nil {
			return err
		}
		soonest := calendar.AddWorkingDays(o.Today(), replyDays)
		owes := map[registry.UnitID]bool{}
		for _, p := range have {
			owes[p.Unit] = true
		}
		var heirs []movement.UnitPlan
		for i := range list {
			p := &list[i]
			if p.Received != 0 {
				return planIsIn(book, *p)
			}
			if err := standing(book, p.Unit, o.Today()); err != nil {
				return err
			}
			p.Handover = h
			if h.Way == movement.ToHeirs && len(h.To) == 0 {
				p.Handover.To, _ = book.Heirs(p.Unit, o.Today())
			}
			for _, to := range p.Handover.To {
				if !owes[to] {
					owes[to] = true
					heirs = append(heirs, movement.UnitPlan{Movement: p.Movement, Unit: to, Asked: o.Today(), AskedBy: p.AskedBy, Due: max(p.Due, soonest)})
				}
			}
		}
		if err := putAll(ctx, tx.UnitPlans(), list); err != nil {
			return err
		}
		return putAll(ctx, tx.UnitPlans(), heirs)
	})
}

// DropPlans takes units off the list of those asked: asked by mistake. A plan that
// came in stays.
func (o *Office) DropPlans(ctx context.Context, ids []int64) (audit.Entry, error) {
	return o.act(ctx, "plan.drop", fmt.Sprintf("Bỏ %d đơn vị khỏi danh sách gửi kế hoạch", len(ids)), func(tx Tx) error {
		list, err := tx.UnitPlans().Find(ctx, YearFilter{IDs: ids})
		if err != nil {
			return err
		}
		book, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range list {
			if p.Received != 0 {
				return planIsIn(book, p)
			}
			if err := tx.UnitPlans().Delete(ctx, p.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// planIsIn refuses what only a plan still owed can bear.
func planIsIn(book *registry.Book, p movement.UnitPlan) error {
	v, _ := book.Near(p.Unit, p.Received)
	return fault.New(fault.Conflict, "office.plan-is-in", v.Name, p.Received.Slash())
}

// choose completes a choice with who made it and when.
func (o *Office) choose(h *movement.Handover) error {
	if registry.NameOf(movement.HandoverNames, h.Way) == h.Way {
		return fault.New(fault.Invalid, "report.handover-way").At("way")
	}
	h.Day, h.Officer = o.Today(), o.officer
	return nil
}

// standing refuses a unit that has not ended: its duty is its own. A code may have
// passed to a new unit, and that one is not meant.
func standing(book *registry.Book, id registry.UnitID, day when.Date) error {
	u, _ := book.Unit(id)
	if v, ok := u.At(day); ok {
		return fault.New(fault.Conflict, "report.handover-standing", v.Name)
	}
	return nil
}

// keepFile puts a file that came with something into the vault.
func (o *Office) keepFile(ctx context.Context, a *Attachment, hash, name *string) error {
	if a == nil {
		return nil
	}
	h, err := o.keep(ctx, a)
	if err != nil {
		return err
	}
	*hash, *name = h, path.Base(strings.ReplaceAll(a.Name, `\`, "/"))
	return nil
}

// unitName is a unit's name as it is today, or last was.
func (o *Office) unitName(ctx context.Context, id registry.UnitID) (string, error) {
	book, err := o.Registry(ctx)
	if err != nil {
		return "", err
	}
	v, ok := book.Near(id, o.Today())
	if !ok {
		return "", fault.New(fault.NotFound, "store.no-unit", id)
	}
	return v.Name, nil
}
