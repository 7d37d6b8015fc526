package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
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

// Draft draws up the decision of one award from the dossiers the council passed
// that stand in no other draft, in the order of printed lists. It answers
// "office.none-passed". A movement may have many decisions of one award.
func (o *Office) Draft(ctx context.Context, movementCode, awardCode string) (decision.Decision, audit.Entry, error) {
	return o.DraftOf(ctx, movementCode, awardCode, nil)
}

// DraftOf draws up a decision for some of the dossiers the council passed, in the
// order of printed lists; none named is every one.
func (o *Office) DraftOf(ctx context.Context, movementCode, awardCode string, ids []int64) (decision.Decision, audit.Entry, error) {
	var d decision.Decision
	err := o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return err
		}
		d, err = o.draft(ctx, tx, m, awardCode, ids)
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

func (o *Office) draft(ctx context.Context, tx Tx, m movement.Movement, awardCode string, ids []int64) (decision.Decision, error) {
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: m.ID, Award: awardCode, IDs: ids, Stages: []dossier.Stage{dossier.Passed, dossier.Submitted}})
	if err != nil {
		return decision.Decision{}, err
	}
	taken, err := drafted(ctx, tx, m.ID)
	if err != nil {
		return decision.Decision{}, err
	}
	ds = slices.DeleteFunc(ds, func(d dossier.Dossier) bool { return taken[d.ID] })
	if len(ids) > 0 && len(ds) != len(ids) {
		return decision.Decision{}, fault.New(fault.Conflict, "office.not-for-decision", len(ids)-len(ds)).At("dossiers")
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
	yearly := slices.ContainsFunc(m.Awards, func(g movement.Grant) bool { return g.Award == awardCode && g.Phase == movement.Yearly })
	if a.Level == award.Base {
		subs, err := tx.Submissions().Find(ctx, SubmissionFilter{Movement: m.ID})
		if err != nil {
			return d, err
		}
		if d.Body = bodyOf(ds, subs); d.Body == 0 {
			d.Body = o.ownUnit(units)
		}
		if v, ok := units.Near(d.Body, o.Today()); ok && d.Body != 0 {
			d.Decider = v.Chief() + " " + v.Official
		}
	}
	for _, k := range registry.Kinds {
		no := 0
		for _, x := range ds {
			if x.Kind != k {
				continue
			}
			no++
			it := decision.ItemOf(x, x.Position, officialUnit(units, x, o.Today()))
			it.No = no
			if a.Class == award.Title || yearly {
				it.Year = x.YearOf()
			}
			d.Items = append(d.Items, it)
		}
	}
	return d, nil
}

// bodyOf is the unit that proposed all of the dossiers: for awards of the base level
// its head decides; 0 when they are of several.
func bodyOf(ds []dossier.Dossier, subs []dossier.Submission) registry.UnitID {
	of := make(map[int64]registry.UnitID, len(subs))
	for _, s := range subs {
		of[s.ID] = s.Unit
	}
	body := registry.UnitID(0)
	for i, d := range ds {
		u := of[d.Submission]
		if i > 0 && u != body {
			return 0
		}
		body = u
	}
	return body
}

// ownUnitCode is the code of the office's own body in the registry that ships.
const ownUnitCode = "SNV"

// ownUnit is the office's own body, 0 when the registry has none by that code.
func (o *Office) ownUnit(units *registry.Book) registry.UnitID {
	if found := units.WithCode(ownUnitCode, o.Today()); len(found) > 0 {
		return found[0].ID
	}
	return 0
}

// drafted are the dossiers of a movement that stand in a draft.
func drafted(ctx context.Context, tx Tx, movement int64) (map[int64]bool, error) {
	no := false
	drafts, err := tx.Decisions().Find(ctx, DecisionFilter{Movement: movement, Issued: &no, Giving: true})
	if err != nil {
		return nil, err
	}
	taken := map[int64]bool{}
	for _, d := range drafts {
		for _, it := range d.Items {
			taken[it.Dossier] = true
		}
	}
	return taken, nil
}

// officialUnit writes a dossier's unit in full, as it stands on a day; a unit
// that is not in the registry stays as the papers name it.
func officialUnit(units *registry.Book, d dossier.Dossier, day when.Date) string {
	if v, ok := units.Near(d.Unit, day); ok && d.Unit != 0 {
		return v.Official
	}
	return d.UnitText
}

// Issue gives a decision its number and date and freezes its list, as one act. A
// decision that gives moves its dossiers to "đã khen thưởng" and enters the honours
// in the register; one that corrects or revokes changes the honours it is about.
func (o *Office) Issue(ctx context.Context, id int64, number string, day when.Date, signer string) (decision.Decision, audit.Entry, error) {
	d, err := o.Decision(ctx, id)
	if err != nil {
		return d, audit.Entry{}, err
	}
	issued, err := d.Issue(viet.Clean(number), day)
	if err != nil {
		return d, audit.Entry{}, err
	}
	issued.Signer = signer
	e, err := o.act(ctx, "decision.issue", fmt.Sprintf("Ban hành Quyết định số %s ngày %s", number, day.Slash()), func(tx Tx) error {
		if err := numberFree(ctx, tx, issued); err != nil {
			return err
		}
		if issued.Act != decision.Gives {
			return o.amend(ctx, tx, &issued)
		}
		return o.give(ctx, tx, &issued)
	})
	return issued, e, err
}

// numberFree answers "office.number-taken" when another decision of the same year
// and decider carries the number already.
func numberFree(ctx context.Context, tx Tx, d decision.Decision) error {
	yes := true
	list, err := tx.Decisions().Find(ctx, DecisionFilter{Issued: &yes})
	if err != nil {
		return err
	}
	for _, x := range list {
		if x.ID != d.ID && x.Number == d.Number && x.Date.Year() == d.Date.Year() && (x.Date != d.Date || x.Award == d.Award && x.Movement == d.Movement && x.Act == d.Act) {
			return fault.New(fault.Conflict, "office.number-taken", d.Number, x.Date.Slash()).At("number")
		}
	}
	return nil
}

// give carries a decision that gives over to its dossiers and to the register.
func (o *Office) give(ctx context.Context, tx Tx, issued *decision.Decision) error {
	if err := tx.Decisions().Put(ctx, issued); err != nil {
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
		next, err := x.Move(dossier.Decided, "", issued.Date)
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
	if err := tx.Records().Put(ctx, put...); err != nil {
		return err
	}
	return spend(ctx, tx, *issued, records)
}

// spend notes on the initiatives the dossiers rest on that an honour was given on them.
func spend(ctx context.Context, tx Tx, issued decision.Decision, records []award.Record) error {
	all, err := tx.Initiatives().Find(ctx, All{})
	if err != nil {
		return err
	}
	record := map[int64]int64{}
	for i, it := range issued.Items {
		record[it.Dossier] = records[i].ID
	}
	var put []*dossier.Initiative
	for i := range all {
		n := len(all[i].Records)
		for _, d := range all[i].Dossiers {
			if r := record[d]; r != 0 {
				all[i].Records = append(all[i].Records, r)
			}
		}
		if len(all[i].Records) > n {
			put = append(put, &all[i])
		}
	}
	return tx.Initiatives().Put(ctx, put...)
}
