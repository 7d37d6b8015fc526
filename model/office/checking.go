package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/words"
)

// Check runs every rule over a movement's dossiers; ids narrows what is told, not
// what is looked at: a rule compares a dossier with its neighbours.
func (o *Office) Check(ctx context.Context, movementCode string, ids ...int64) ([]check.Finding, error) {
	var f check.Facts
	var fresh Kept
	err := o.read(ctx, func(tx Tx) (err error) {
		if f, err = o.facts(ctx, tx, movementCode); err != nil {
			return err
		}
		fresh, err = o.received(ctx, tx, &f)
		return err
	})
	if err != nil {
		return nil, err
	}
	o.keepRead(ctx, fresh)
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
	f := check.Facts{Day: o.Today(), Say: words.Text}
	var err error
	if f.Movement, err = movementOf(ctx, tx, movementCode); err != nil {
		return f, err
	}
	if f.Catalogue, err = catalogueOf(ctx, tx); err != nil {
		return f, err
	}
	if f.Registry, err = o.registryIn(ctx, tx); err != nil {
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
	f.Self = map[int64]registry.UnitID{}
	for _, p := range people {
		f.Nominees[p.ID] = p
		if v, ok := f.Registry.Near(p.Unit, f.Day); ok && p.Kind == registry.Collective && v.Named(p.Name) {
			f.Self[p.ID] = p.Unit
		}
	}
	if f.Roads, err = tx.Roads().Find(ctx, All{}); err != nil {
		return f, err
	}
	if f.Distinct, err = tx.NotSame().Find(ctx, All{}); err != nil {
		return f, err
	}
	if err := o.about(ctx, tx, &f, ids); err != nil {
		return f, err
	}
	forebears, err := o.forebears(ctx, tx, f)
	if err != nil {
		return f, err
	}
	records, err := tx.Records().Find(ctx, RecordFilter{Nominees: append(ids, forebears...)})
	if err != nil {
		return f, err
	}
	f.Records = map[int64][]award.Record{}
	for _, r := range records {
		f.Records[r.Nominee] = append(f.Records[r.Nominee], r)
	}
	return f, nil
}

// forebears are the nominees that are a unit out of which one of the nominees'
// own units came: their honours are shown beside its own.
func (o *Office) forebears(ctx context.Context, tx Tx, f check.Facts) ([]int64, error) {
	old := map[registry.UnitID]bool{}
	for _, unit := range f.Self {
		for _, u := range f.Registry.Lineage(unit)[1:] {
			old[u] = true
		}
	}
	if len(old) == 0 {
		return nil, nil
	}
	collectives, err := tx.Nominees().Find(ctx, NomineeFilter{Kind: registry.Collective})
	if err != nil {
		return nil, err
	}
	var out []int64
	for _, n := range collectives {
		if v, ok := f.Registry.Near(n.Unit, f.Day); ok && old[n.Unit] && v.Named(n.Name) {
			out = append(out, n.ID)
			f.Self[n.ID] = n.Unit
		}
	}
	return out, nil
}

// about reads what is known beside the dossiers: confirmations, matters pending,
// initiatives, and what officers have set aside.
func (o *Office) about(ctx context.Context, tx Tx, f *check.Facts, nominees []int64) error {
	dossiers := make([]int64, 0, len(f.Dossiers))
	for _, d := range f.Dossiers {
		dossiers = append(dossiers, d.ID)
	}
	cs, err := tx.Confirmations().Find(ctx, DossiersFilter{Dossiers: dossiers})
	if err != nil {
		return err
	}
	f.Confirmations = map[int64][]dossier.Confirmation{}
	for _, c := range cs {
		f.Confirmations[c.Dossier] = append(f.Confirmations[c.Dossier], c)
	}
	ms, err := tx.Matters().Find(ctx, NomineesFilter{Nominees: nominees})
	if err != nil {
		return err
	}
	f.Matters = map[int64][]dossier.Matter{}
	for _, m := range ms {
		f.Matters[m.Nominee] = append(f.Matters[m.Nominee], m)
	}
	if f.Initiatives, err = tx.Initiatives().Find(ctx, All{}); err != nil {
		return err
	}
	f.Overrules, err = tx.Overrules().Find(ctx, DossiersFilter{Dossiers: dossiers})
	return err
}

// received reads what was noted of the papers and what they say, by their digests;
// while nobody has noted anything in the movement, nothing is read.
func (o *Office) received(ctx context.Context, tx Tx, f *check.Facts) (fresh Kept, err error) {
	briefs, err := tx.PaperBriefs(ctx, f.Movement.ID)
	if err != nil || len(briefs) == 0 {
		return fresh, err
	}
	slices.SortFunc(briefs, func(a, b PaperBrief) int { return cmp.Compare(a.ID, b.ID) })
	papers := make([]dossier.Paper, len(briefs))
	for i := range briefs {
		papers[i] = briefs[i].Paper
	}
	if f.Papers, err = paired(ctx, tx, papers); err != nil {
		return fresh, err
	}
	c, fresh, err := compare(ctx, tx, f.Movement.ID, f.Dossiers, briefs, f.Registry, f.Day)
	if err != nil {
		return fresh, err
	}
	f.Written, f.Copied = map[int64][]dossier.Difference{}, map[int64][]dossier.Copy{}
	for _, d := range c.Differences {
		f.Written[d.Dossier] = append(f.Written[d.Dossier], d)
	}
	for _, p := range c.Copies {
		f.Copied[p.A] = append(f.Copied[p.A], p)
		f.Copied[p.B] = append(f.Copied[p.B], p)
	}
	return fresh, nil
}

// Overrule sets a finding aside with a reason and the officer's name; it lapses
// when the facts change so that something else is seen.
func (o *Office) Overrule(ctx context.Context, f check.Finding, reason string) (audit.Entry, error) {
	if reason = viet.Clean(reason); reason == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.overrule-reason").At("reason")
	}
	d, err := o.Dossier(ctx, f.Dossier)
	if err != nil {
		return audit.Entry{}, err
	}
	over := check.Overrule{Dossier: f.Dossier, Rule: f.Rule, Seen: f.Seen, Reason: reason, Officer: o.officer, Day: o.Today()}
	return o.act(ctx, "check.overrule", fmt.Sprintf("Bỏ qua cảnh báo %s của hồ sơ %s: %s", f.Rule, d.Dossier.Name, reason), func(tx Tx) error {
		return tx.Overrules().Put(ctx, &over)
	})
}
