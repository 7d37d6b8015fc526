package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/when"
)

// What goes up and comes back: decisions of higher bodies, nominees sent on to a
// higher award, hand-overs taken back.

// Arrived is a decision of a higher body as it came in: of the State, of the Ủy ban
// Thường vụ Quốc hội, of a ministry.
type Arrived struct {
	Movement string // code; "" for the newest
	Award    string
	Number   string
	Date     when.Date
	Decider  string // "" for the one of the catalogue
	Signer   string
	Dossiers []int64 // those it names, in its order
	Scan     *Attachment
}

// Receive enters a decision that came from above with its own number: the dossiers
// it names are commended and stand in the register, in the order it names them. Those
// it does not name stay where they are. It answers "office.not-submitted" for
// dossiers that were not sent up.
func (o *Office) Receive(ctx context.Context, a Arrived) (decision.Decision, audit.Entry, error) {
	var d decision.Decision
	file, err := o.keep(ctx, a.Scan)
	if err != nil {
		return d, audit.Entry{}, err
	}
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, a.Movement)
		if err != nil {
			return err
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: m.ID, Award: a.Award, IDs: append([]int64{}, a.Dossiers...), Stages: []dossier.Stage{dossier.Submitted}})
		if err != nil {
			return err
		}
		if len(ds) == 0 || len(ds) != len(a.Dossiers) {
			return fault.New(fault.Conflict, "office.not-submitted", len(a.Dossiers)-len(ds)).At("dossiers")
		}
		if d, err = o.draft(ctx, tx, m, a.Award, a.Dossiers); err != nil {
			return err
		}
		place := map[int64]int{}
		for i, id := range a.Dossiers {
			place[id] = i
		}
		slices.SortStableFunc(d.Items, func(x, y decision.Item) int { return place[x.Dossier] - place[y.Dossier] })
		return nil
	})
	if err != nil {
		return d, audit.Entry{}, err
	}
	if a.Decider != "" {
		d.Decider = a.Decider
	}
	d.Origin, d.Scan = decision.Received, file
	if d, err = d.Issue(a.Number, a.Date); err != nil {
		return d, audit.Entry{}, err
	}
	d.Signer = a.Signer
	e, err := o.act(ctx, "decision.receive", fmt.Sprintf("Nhập Quyết định số %s ngày %s của %s: %d trường hợp", d.Number, d.Date.Slash(), d.Decider, len(d.Items)), func(tx Tx) error {
		if err := numberFree(ctx, tx, d); err != nil {
			return err
		}
		return o.give(ctx, tx, &d)
	})
	return d, e, err
}

// SendUp proposes the nominees of dossiers for a higher award as new dossiers of
// the same submission (khen cao): what was handed in is taken over, the road begins
// anew. It answers "office.not-higher" when the award is not higher in the
// catalogue, and "office.sent-up" for a nominee already proposed for it.
func (o *Office) SendUp(ctx context.Context, ids []int64, awardCode string) ([]dossier.Dossier, audit.Entry, error) {
	var put []*dossier.Dossier
	var name string
	err := o.read(ctx, func(tx Tx) error {
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: append([]int64{}, ids...)})
		if err != nil {
			return err
		}
		if len(ds) == 0 || len(ds) != len(ids) {
			return fault.New(fault.NotFound, "office.some-gone")
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		up, ok := cat.Award(awardCode)
		if !ok {
			return fault.New(fault.NotFound, "office.no-award", awardCode).At("award")
		}
		name = up.Name
		nominees := make([]int64, len(ds))
		for i, d := range ds {
			nominees[i] = d.Nominee
		}
		others, err := tx.Dossiers().Find(ctx, DossierFilter{Nominees: nominees, Award: awardCode})
		if err != nil {
			return err
		}
		for _, d := range ds {
			was, _ := cat.Award(d.Award)
			if !up.Above(was) || !up.May(d.Kind) {
				return fault.New(fault.Invalid, "office.not-higher", up.Name, was.Name, d.Name).At("award")
			}
			if slices.ContainsFunc(others, func(x dossier.Dossier) bool {
				return x.Nominee == d.Nominee && x.Movement == d.Movement && !x.Stage.Out()
			}) {
				return fault.New(fault.Conflict, "office.sent-up", d.Name, up.Name)
			}
			n := d
			n.ID, n.Rev, n.Award, n.Stage, n.Ground, n.Place, n.Reason = 0, 0, awardCode, dossier.Received, "", 0, ""
			n.Received, n.StageSince, n.AppraisalFrom = o.Today(), 0, 0
			n.Batch, n.Row = 0, 0
			n.Note = fmt.Sprintf("Khen cao, từ hồ sơ số %d đề nghị %s", d.ID, was.Name)
			put = append(put, &n)
		}
		return nil
	})
	if err != nil {
		return nil, audit.Entry{}, err
	}
	e, err := o.act(ctx, "dossier.send-up", fmt.Sprintf("Khen cao: đề nghị %s cho %d trường hợp", name, len(put)), func(tx Tx) error {
		return tx.Dossiers().Put(ctx, put...)
	})
	out := make([]dossier.Dossier, len(put))
	for i, d := range put {
		out[i] = *d
	}
	return out, e, err
}

// Recall takes back the last hand-over of dossiers, all or none: from the council's
// table, from its result, from the one who decides. A dossier that stands in a draft
// decision is not recalled before the draft is dropped.
func (o *Office) Recall(ctx context.Context, ids []int64, reason string) (audit.Entry, error) {
	var moved []*dossier.Dossier
	err := o.read(ctx, func(tx Tx) error {
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: append([]int64{}, ids...)})
		if err != nil {
			return err
		}
		if len(ds) == 0 || len(ds) != len(ids) {
			return fault.New(fault.NotFound, "office.some-gone")
		}
		taken := map[int64]map[int64]bool{} // by movement: a handful
		for _, d := range ds {
			if taken[d.Movement] == nil {
				if taken[d.Movement], err = drafted(ctx, tx, d.Movement); err != nil {
					return err
				}
			}
			if taken[d.Movement][d.ID] {
				return fault.New(fault.Conflict, "office.in-draft", d.Name)
			}
			next, err := d.Recall(reason, o.Today())
			if err != nil {
				return err
			}
			moved = append(moved, &next)
		}
		return nil
	})
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "dossier.recall", fmt.Sprintf("Thu lại %d hồ sơ: %s", len(moved), reason), func(tx Tx) error {
		return tx.Dossiers().Put(ctx, moved...)
	})
}
