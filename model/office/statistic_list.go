package office

import (
	"cmp"
	"context"
	"slices"

	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

// StatisticLine is one movement or one honour behind a figure of a biểu.
type StatisticLine struct {
	ID       int64 // of the movement, or of the record in the register
	Name     string
	Kind     registry.Kind // "" for a movement
	Unit     string        // of a movement: who launched it
	Award    string        // name; "" for a movement
	Number   string        // of the decision
	Date     when.Date     // of the decision; of a movement the day it began
	Movement string        // code
	Decision int64         // 0 when the honour was typed in from elsewhere
}

// StatisticList names what a cell of a biểu counts, in the order of its days.
func (o *Office) StatisticList(ctx context.Context, code string, span report.Span, row, column string) (list []StatisticLine, err error) {
	err = o.read(ctx, func(tx Tx) error {
		s, err := o.statistic(ctx, tx, code, span)
		if err != nil {
			return err
		}
		ids := s.Behind[row][column]
		if len(s.Movements) > 0 {
			list, err = movementLines(ctx, tx, ids)
			return err
		}
		list, err = recordLines(ctx, tx, ids)
		return err
	})
	return list, err
}

func movementLines(ctx context.Context, tx Tx, ids []int64) ([]StatisticLine, error) {
	all, err := tx.Movements().Find(ctx, MovementFilter{})
	if err != nil {
		return nil, err
	}
	var out []StatisticLine
	for _, m := range all {
		if slices.Contains(ids, m.ID) {
			out = append(out, StatisticLine{ID: m.ID, Name: m.Name, Unit: m.Launcher, Date: m.From, Movement: m.Code})
		}
	}
	slices.SortStableFunc(out, func(a, b StatisticLine) int { return cmp.Compare(a.Date, b.Date) })
	return out, nil
}

func recordLines(ctx context.Context, tx Tx, ids []int64) ([]StatisticLine, error) {
	all, err := registerOf(ctx, tx, RegisterFilter{})
	if err != nil {
		return nil, err
	}
	wanted := make(map[int64]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	var out []StatisticLine
	for _, r := range all {
		if wanted[r.Record.ID] {
			out = append(out, StatisticLine{ID: r.Record.ID, Name: r.Record.Name, Kind: r.Nominee.Kind, Unit: r.Record.UnitText, Award: r.Award,
				Number: r.Record.Number, Date: r.Record.Date, Movement: r.Record.Movement, Decision: r.Record.Decision})
		}
	}
	return out, nil
}
