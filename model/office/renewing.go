package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/registry"
)

// Renewal is an open score sheet whose set was corrected after it was opened.
type Renewal struct {
	Sheet   criteria.Sheet // as it is
	Unit    registry.Version
	Changes []criteria.Changed
	Was     criteria.Result
	Now     criteria.Result // after the renewal
}

// Renewals lists the open sheets of a year that no longer have the criteria of
// their set, with what renewing them would change.
func (o *Office) Renewals(ctx context.Context, code string, year int) (out []Renewal, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		out, _, err = renewals(ctx, tx, y, year)
		return err
	})
	return out, err
}

// renewals gives the sheets to be renewed, and beside each what it becomes.
func renewals(ctx context.Context, tx Tx, y *year, of int) (out []Renewal, next []criteria.Sheet, err error) {
	f := YearFilter{Movement: y.movement.ID, Year: of}
	sheets, err := sheetsOf(ctx, tx, y, of)
	if err != nil {
		return nil, nil, err
	}
	sets, err := tx.CriteriaSets().Find(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	known, err := attestedOf(ctx, tx, y, of)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range sheets {
		set, ok := y.setOf(sets, of, s.Unit)
		if !ok {
			continue // its set was taken out: it keeps what it was opened with
		}
		n, changes := s.Renew(set)
		if len(changes) == 0 && n.ByShare == s.ByShare {
			continue
		}
		known.fill(&n)
		l := y.sheet(s)
		out = append(out, Renewal{Sheet: s, Unit: l.Unit, Changes: changes, Was: l.Result, Now: n.Compute()})
		next = append(next, n)
	}
	return out, next, nil
}

// RenewSheets gives open sheets the criteria of their set as it is now, as one act;
// no units named are all of the year. It gives how many were renewed.
func (o *Office) RenewSheets(ctx context.Context, code string, year int, units ...registry.UnitID) (int, audit.Entry, error) {
	list, err := o.Renewals(ctx, code, year)
	if err != nil {
		return 0, audit.Entry{}, err
	}
	wanted := func(u registry.UnitID) bool { return len(units) == 0 || slices.Contains(units, u) }
	list = slices.DeleteFunc(list, func(r Renewal) bool { return !wanted(r.Sheet.Unit) })
	if len(list) == 0 {
		return 0, audit.Entry{}, nil
	}
	detail := fmt.Sprintf("Cập nhật %d phiếu chấm điểm năm %d theo bộ tiêu chí", len(list), year)
	if len(list) == 1 {
		detail = fmt.Sprintf("Cập nhật phiếu chấm điểm năm %d của %s theo bộ tiêu chí", year, list[0].Unit.Name)
	}
	n := 0
	e, err := o.act(ctx, "score.renew", detail, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		_, next, err := renewals(ctx, tx, y, year)
		if err != nil {
			return err
		}
		next = slices.DeleteFunc(next, func(s criteria.Sheet) bool { return !wanted(s.Unit) })
		for i := range next {
			total(&next[i])
		}
		n = len(next)
		return putAll(ctx, tx.ScoreSheets(), next)
	})
	return n, e, err
}
