package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// Decisions lists decisions, newest first.
func (o *Office) Decisions(ctx context.Context, f DecisionFilter) (list []decision.Decision, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Decisions().Find(ctx, f)
		return err
	})
	return list, err
}

// Decision opens one decision.
func (o *Office) Decision(ctx context.Context, id int64) (d decision.Decision, err error) {
	err = o.read(ctx, func(tx Tx) error {
		d, err = tx.Decisions().Get(ctx, id)
		return err
	})
	return d, err
}

// Draft draws up the decision of one award from the dossiers the council passed,
// in the order of printed lists. It answers "office.none-passed".
func (o *Office) Draft(ctx context.Context, movementCode, awardCode string) (decision.Decision, audit.Entry, error) {
	var d decision.Decision
	err := o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return err
		}
		d, err = o.draft(ctx, tx, m, awardCode)
		return err
	})
	if err != nil {
		return d, audit.Entry{}, err
	}
	e, err := o.act(ctx, "decision.draft", fmt.Sprintf("Lập dự thảo quyết định khen thưởng %d trường hợp", len(d.Items)), func(tx Tx) error {
		return tx.Decisions().Put(ctx, &d)
	})
	return d, e, err
}

func (o *Office) draft(ctx context.Context, tx Tx, m movement.Movement, awardCode string) (decision.Decision, error) {
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: m.ID, Award: awardCode, Stages: []dossier.Stage{dossier.Passed, dossier.Submitted}})
	if err != nil {
		return decision.Decision{}, err
	}
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return decision.Decision{}, err
	}
	a, ok := cat.Award(awardCode)
	if !ok || len(ds) == 0 {
		return decision.Decision{}, fault.New(fault.NotFound, "office.none-passed", cat.Name(awardCode))
	}
	units, err := registryOf(ctx, tx)
	if err != nil {
		return decision.Decision{}, err
	}
	d := decision.Decision{Movement: m.ID, Award: awardCode, Decider: a.Decider}
	for _, k := range registry.Kinds {
		no := 0
		for _, x := range ds {
			if x.Kind != k {
				continue
			}
			no++
			it := decision.ItemOf(x, x.Position, officialUnit(units, x, o.Today()))
			it.No = no
			d.Items = append(d.Items, it)
		}
	}
	return d, nil
}

// officialUnit writes a dossier's unit in full, as it stands on a day; a unit
// that is not in the registry stays as the papers name it.
func officialUnit(units *registry.Book, d dossier.Dossier, day when.Date) string {
	if v, ok := units.Near(d.Unit, day); ok && d.Unit != 0 {
		return v.Official
	}
	return d.UnitText
}

// Issue gives a decision its number and date, freezes its list, moves its
// dossiers to "đã khen thưởng" and enters the honours in the register, as one act.
func (o *Office) Issue(ctx context.Context, id int64, number string, day when.Date, signer string) (decision.Decision, audit.Entry, error) {
	d, err := o.Decision(ctx, id)
	if err != nil {
		return d, audit.Entry{}, err
	}
	issued, err := d.Issue(number, day)
	if err != nil {
		return d, audit.Entry{}, err
	}
	issued.Signer = signer
	e, err := o.act(ctx, "decision.issue", fmt.Sprintf("Ban hành Quyết định số %s ngày %s", number, day.Slash()), func(tx Tx) error {
		if err := tx.Decisions().Put(ctx, &issued); err != nil {
			return err
		}
		m, err := tx.Movements().Get(ctx, issued.Movement)
		if err != nil {
			return err
		}
		ids := make([]int64, 0, len(issued.Items))
		for _, it := range issued.Items {
			ids = append(ids, it.Dossier)
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
		if err != nil {
			return err
		}
		way := map[int64]string{}
		moved := make([]*dossier.Dossier, len(ds))
		for i, x := range ds {
			next, err := x.Move(dossier.Decided, "", day)
			if err != nil {
				return err
			}
			moved[i] = &next
			way[x.ID] = x.Way
		}
		if err := tx.Dossiers().Put(ctx, moved...); err != nil {
			return err
		}
		records := issued.Records(m.Code, "", m.Achievement)
		put := make([]*award.Record, len(records))
		for i := range records {
			records[i].Way = way[issued.Items[i].Dossier]
			put[i] = &records[i]
		}
		return tx.Records().Put(ctx, put...)
	})
	return issued, e, err
}
