package office

import (
	"context"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/registry"
)

// Check runs every rule over a movement's dossiers; ids narrows what is told, not
// what is looked at: a rule compares a dossier with its neighbours.
func (o *Office) Check(ctx context.Context, movementCode string, ids ...int64) ([]check.Finding, error) {
	var f check.Facts
	err := o.read(ctx, func(tx Tx) (err error) {
		f, err = o.facts(ctx, tx, movementCode)
		return err
	})
	if err != nil {
		return nil, err
	}
	all := check.Run(f)
	if len(ids) == 0 {
		return all, nil
	}
	var out []check.Finding
	for _, id := range ids {
		out = append(out, check.Of(all, id)...)
	}
	return out, nil
}

// facts reads everything the rules look at: a fixed number of queries however
// many dossiers there are.
func (o *Office) facts(ctx context.Context, tx Tx, movementCode string) (check.Facts, error) {
	f := check.Facts{Day: o.Today()}
	var err error
	if f.Movement, err = movementOf(ctx, tx, movementCode); err != nil {
		return f, err
	}
	if f.Catalogue, err = catalogueOf(ctx, tx); err != nil {
		return f, err
	}
	if f.Registry, err = registryOf(ctx, tx); err != nil {
		return f, err
	}
	if f.Dossiers, err = tx.Dossiers().Find(ctx, DossierFilter{Movement: f.Movement.ID}); err != nil {
		return f, err
	}
	subs, err := tx.Submissions().Find(ctx, SubmissionFilter{Movement: f.Movement.ID})
	if err != nil {
		return f, err
	}
	f.Submissions = make(map[int64]dossier.Submission, len(subs))
	for _, s := range subs {
		f.Submissions[s.ID] = s
	}
	ids := make([]int64, 0, len(f.Dossiers))
	for _, d := range f.Dossiers {
		ids = append(ids, d.Nominee)
	}
	people, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: ids})
	if err != nil {
		return f, err
	}
	f.Nominees = make(map[int64]registry.Nominee, len(people))
	for _, p := range people {
		f.Nominees[p.ID] = p
	}
	records, err := tx.Records().Find(ctx, RecordFilter{Nominees: ids})
	if err != nil {
		return f, err
	}
	f.Records = map[int64][]award.Record{}
	for _, r := range records {
		f.Records[r.Nominee] = append(f.Records[r.Nominee], r)
	}
	return f, nil
}
