package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// Advance takes a movement to another station of its life; a zero day is today.
func (o *Office) Advance(ctx context.Context, code, status string, day when.Date) (movement.Movement, audit.Entry, error) {
	m, err := o.Movement(ctx, code)
	if err != nil {
		return m, audit.Entry{}, err
	}
	if day == 0 {
		day = o.Today()
	}
	if m, err = m.Advance(status, day); err != nil {
		return m, audit.Entry{}, err
	}
	e, err := o.act(ctx, "movement.advance", fmt.Sprintf("Chuyển phong trào “%s” sang: %s", m.Name, registry.NameOf(movement.StatusNames, status)), func(tx Tx) error {
		return tx.Movements().Put(ctx, &m)
	})
	return m, e, err
}

// SaveReference puts a document beside a movement, or changes the at-th one (-1:
// a new one), with its file when one came.
func (o *Office) SaveReference(ctx context.Context, code string, at int, r movement.Reference, file *Attachment) (movement.Movement, audit.Entry, error) {
	m, err := o.Movement(ctx, code)
	if err != nil {
		return m, audit.Entry{}, err
	}
	if r.Kind == "" || r.Number == "" && r.About == "" {
		return m, audit.Entry{}, fault.New(fault.Invalid, "office.reference").At("kind")
	}
	if err := o.keepFile(ctx, file, &r.File, &r.FileName); err != nil {
		return m, audit.Entry{}, err
	}
	m.Basis = slices.Clone(m.Basis)
	if at >= 0 && at < len(m.Basis) {
		m.Basis[at] = r
	} else {
		m.Basis = append(m.Basis, r)
	}
	e, err := o.act(ctx, "movement.reference", "Ghi văn bản: "+r.String(), func(tx Tx) error { return tx.Movements().Put(ctx, &m) })
	return m, e, err
}

// OwnCriteria is the set of criteria a unit added in a year: as saved, else drafted
// from what its plan lists, not saved yet. Save it with SaveCriteriaSet.
func (o *Office) OwnCriteria(ctx context.Context, code string, year int, unit registry.UnitID) (s criteria.Set, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		f := YearFilter{Movement: m.ID, Year: year, Units: []int64{unit}}
		sets, err := tx.CriteriaSets().Find(ctx, f)
		if err != nil {
			return err
		}
		if len(sets) > 0 {
			s = sets[0]
			return nil
		}
		s = criteria.Set{Movement: m.ID, Year: year, Unit: unit, Code: fmt.Sprintf("rieng-%d", unit)}
		plans, err := tx.UnitPlans().Find(ctx, f)
		if err != nil || len(plans) == 0 {
			return err
		}
		s.Source = "Kế hoạch số " + plans[0].Number
		for i, c := range plans[0].Criteria {
			s.Items = append(s.Items, criteria.Item{Key: fmt.Sprintf("r%d", i+1), Letter: c.Letter, Text: strings.TrimSpace(c.Text), Kind: criteria.Judged, Max: 500, Own: true})
		}
		return nil
	})
	if err != nil || s.ID != 0 {
		return s, err
	}
	name, err := o.unitName(ctx, unit)
	s.Name = "Tiêu chí riêng của " + name
	return s, err
}
