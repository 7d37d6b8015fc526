package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/fault"
)

// Appraisal is what came of appraising dossiers.
type Appraisal struct {
	Passed []int64 // now "đã thẩm định", before the council
	// Held are those with a finding that stands and forbids going on; they stay
	// "đang thẩm định" until it is mended or overruled with a reason.
	Held     map[int64][]check.Finding
	Findings []check.Finding // everything found about the dossiers
}

// Appraise takes dossiers through appraisal as one act: what was only received is
// taken up, which fixes the rules it stays under; those without a standing error go
// on to the council, the others wait with their reasons. Nothing is refused here.
func (o *Office) Appraise(ctx context.Context, movementCode string, ids []int64) (a Appraisal, e audit.Entry, err error) {
	a.Held = map[int64][]check.Finding{}
	var ds []dossier.Dossier
	var facts check.Facts
	err = o.read(ctx, func(tx Tx) (err error) {
		if facts, err = o.facts(ctx, tx, movementCode); err != nil {
			return err
		}
		for i := range facts.Dossiers {
			d := &facts.Dossiers[i]
			if !slices.Contains(ids, d.ID) {
				continue
			}
			if d.Stage == dossier.Received || d.Stage == dossier.Supplement {
				if *d, err = d.Move(dossier.Appraising, "", o.Today()); err != nil {
					return err
				}
			}
			ds = append(ds, *d)
		}
		return nil
	})
	if err != nil {
		return a, e, err
	}
	if len(ids) == 0 || len(ds) != len(ids) {
		return a, e, fault.New(fault.NotFound, "office.some-gone")
	}
	// The rules look at the dossiers as they are taken up: under today's rules.
	for _, f := range check.Run(facts) {
		if slices.Contains(ids, f.Dossier) {
			a.Findings = append(a.Findings, f)
			if f.Severity == check.Error && f.Stands() {
				a.Held[f.Dossier] = append(a.Held[f.Dossier], f)
			}
		}
	}
	put := make([]*dossier.Dossier, len(ds))
	for i := range ds {
		if len(a.Held[ds[i].ID]) == 0 {
			if ds[i], err = ds[i].Move(dossier.Appraised, "", o.Today()); err != nil {
				return a, e, err
			}
			a.Passed = append(a.Passed, ds[i].ID)
		}
		put[i] = &ds[i]
	}
	detail := fmt.Sprintf("Thẩm định %d hồ sơ: %d đạt, %d còn vướng", len(ds), len(a.Passed), len(a.Held))
	e, err = o.act(ctx, "dossier.appraise", detail, func(tx Tx) error { return tx.Dossiers().Put(ctx, put...) })
	return a, e, err
}
