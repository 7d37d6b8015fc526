package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/registry"
)

// Acceptance is what became of a staged file.
type Acceptance struct {
	Batch    intake.Batch
	Entry    audit.Entry
	Accepted int // rows that became dossiers
	Updated  int // rows that filled or changed a dossier that stood already
	Same     int // rows whose dossier stands already and stays as it is
	Left     int // rows with an error, or left out by the person
	Created  int // nominees nobody had heard of
}

// Accept turns every row without an error into a dossier, or lets it update the
// one that stands already, in one transaction that can be taken back as one.
// Accepting again after rows were mended takes in the rest; a row never becomes
// two dossiers.
func (o *Office) Accept(ctx context.Context, id int64) (Acceptance, error) {
	b, staged, err := o.staged(ctx, id)
	if err != nil {
		return Acceptance{}, err
	}
	if b.State == intake.Undone {
		return Acceptance{}, fault.New(fault.Conflict, "office.batch-done", b.File)
	}
	rows := slices.Clone(staged)
	if err := o.beside(ctx, &b, rows); err != nil {
		return Acceptance{}, err
	}
	p := planOf(b, rows)
	a := p.counts
	a.Batch = b
	if len(p.fresh)+len(p.standing) == 0 {
		return a, nil
	}
	detail := fmt.Sprintf("Nhận %d dòng của tệp %s thành hồ sơ", len(p.fresh), b.File)
	if len(p.standing) > 0 {
		detail += fmt.Sprintf(", cập nhật %d hồ sơ đã có", a.Updated)
	}
	a.Entry, err = o.act(ctx, "batch.accept", detail, func(tx Tx) error {
		// Somebody may have changed a dossier since: what is written is compared anew.
		rows := slices.Clone(staged)
		changed, err := o.meet(ctx, tx, &b, rows)
		if err != nil {
			return err
		}
		lay(rows, changed)
		p = planOf(b, rows)
		entry := a.Entry
		a, a.Entry = p.counts, entry
		became := map[RowKey]Became{}
		if err := o.update(ctx, tx, b, p, became); err != nil {
			return err
		}
		s, err := o.submission(ctx, tx, &b, p)
		if err != nil {
			return err
		}
		if a.Created, err = o.receive(ctx, tx, b, s, p, became); err != nil {
			return err
		}
		if err := tx.Rows().Became(ctx, b.ID, became); err != nil {
			return err
		}
		b.State, b.Submission = intake.Accepted, s.ID
		return tx.Batches().Put(ctx, &b)
	})
	a.Batch = b
	return a, err
}

// plan is what accepting a file does.
type plan struct {
	rows     []intake.StagedRow
	keys     []string
	fresh    []int // positions of the rows that become dossiers
	standing []int // of those whose dossier stands already
	counts   Acceptance
}

func planOf(b intake.Batch, rows []intake.StagedRow) plan {
	p := plan{rows: rows, keys: rowKeys(b, rows)}
	for i, r := range rows {
		switch {
		case r.Dossier != 0:
		case r.Severity == intake.Error || b.Answers.Left[intake.RowRef(b.Tables[r.Part].Sheet, r.Row)]:
			p.counts.Left++
		case r.Existing == 0:
			p.fresh = append(p.fresh, i)
		default:
			p.standing = append(p.standing, i)
			if slices.ContainsFunc(r.Updates, func(u intake.Update) bool { return u.Applied }) {
				p.counts.Updated++
			} else {
				p.counts.Same++
			}
		}
	}
	p.counts.Accepted = len(p.fresh)
	return p
}

// update writes what the rows say into the dossiers that stand already.
func (o *Office) update(ctx context.Context, tx Tx, b intake.Batch, p plan, became map[RowKey]Became) error {
	var ids []int64
	for _, i := range p.standing {
		ids = append(ids, p.rows[i].Existing)
	}
	if len(ids) == 0 {
		return nil
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
	if err != nil {
		return err
	}
	var people []int64
	byID := map[int64]*dossier.Dossier{}
	for i := range ds {
		byID[ds[i].ID] = &ds[i]
		people = append(people, ds[i].Nominee)
	}
	ns, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: people})
	if err != nil {
		return err
	}
	nominee := map[int64]*registry.Nominee{}
	for i := range ns {
		nominee[ns[i].ID] = &ns[i]
	}
	var put []*dossier.Dossier
	known := map[int64]bool{}
	for _, i := range p.standing {
		r := &p.rows[i]
		d := byID[r.Existing]
		became[RowKey{r.Part, r.Row}] = Became{Dossier: d.ID, Key: p.keys[i], Updates: r.Updates}
		if slices.ContainsFunc(r.Updates, func(u intake.Update) bool { return u.Applied }) {
			known[d.Nominee] = apply(d, nominee[d.Nominee], r) || known[d.Nominee]
			put = append(put, d)
		}
	}
	if err := tx.Dossiers().Put(ctx, put...); err != nil {
		return err
	}
	var follow []*registry.Nominee
	for i := range ns {
		if known[ns[i].ID] {
			follow = append(follow, &ns[i])
		}
	}
	return tx.Nominees().Put(ctx, follow...)
}

// receive makes dossiers of the rows that have none, and the nominees nobody had
// heard of; it counts these.
func (o *Office) receive(ctx context.Context, tx Tx, b intake.Batch, s *dossier.Submission, p plan, became map[RowKey]Became) (created int, err error) {
	if len(p.fresh) == 0 {
		return 0, nil
	}
	m, err := tx.Movements().Get(ctx, b.Movement)
	if err != nil {
		return 0, err
	}
	take := make([]intake.StagedRow, len(p.fresh))
	for k, i := range p.fresh {
		take[k] = p.rows[i]
	}
	nominees, created, err := o.nominees(ctx, tx, take, apartIn(b, take))
	if err != nil {
		return 0, err
	}
	ds := make([]*dossier.Dossier, len(take))
	for k, r := range take {
		ds[k] = dossierOf(r, b.ID, s.ID, nominees[k].ID, m)
		ds[k].Received = o.Today()
	}
	if err := tx.Dossiers().Put(ctx, ds...); err != nil {
		return 0, err
	}
	for k, r := range take {
		became[RowKey{r.Part, r.Row}] = Became{Dossier: ds[k].ID, Key: p.keys[p.fresh[k]]}
	}
	return created, nil
}

// submission finds or makes the submission a batch is. A file whose rows stand
// already in one submission, and that names no other paper, belongs to that one:
// it is the corrected list.
func (o *Office) submission(ctx context.Context, tx Tx, b *intake.Batch, p plan) (*dossier.Submission, error) {
	if b.Submission != 0 {
		s, err := tx.Submissions().Get(ctx, b.Submission)
		return &s, err
	}
	s := &dossier.Submission{Movement: b.Movement, Unit: b.From, UnitText: b.FromText, Received: o.Today(), Batch: b.ID, File: b.File}
	for _, t := range b.Tables {
		if t.PaperNumber != "" {
			s.Number, s.Date = t.PaperNumber, t.PaperDate
			break
		}
	}
	if len(p.standing) > 0 {
		var ids []int64
		for _, i := range p.standing {
			ids = append(ids, p.rows[i].Existing)
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
		if err != nil {
			return nil, err
		}
		one := slices.ContainsFunc(ds, func(d dossier.Dossier) bool { return d.Submission != ds[0].Submission })
		if id := ds[0].Submission; !one && id != 0 {
			old, err := tx.Submissions().Get(ctx, id)
			if err != nil {
				return nil, err
			}
			if s.Number == "" || s.Number == old.Number {
				return &old, nil
			}
		}
		if len(p.fresh) == 0 {
			return &dossier.Submission{}, nil // nothing new was submitted
		}
	}
	return s, tx.Submissions().Put(ctx, s)
}

func dossierOf(r intake.StagedRow, batch, submission, nominee int64, m movement.Movement) *dossier.Dossier {
	d := &dossier.Dossier{Submission: submission, Movement: m.ID, Award: r.Award, Stage: dossier.Received, Nominee: nominee,
		Kind: registry.Kind(r.Kind), Name: r.Name, Honorific: r.Honorific, Gender: r.Gender, Birth: r.Birth, Ethnicity: r.Ethnicity,
		IDNumber: r.IDNumber, Position: r.Position, Unit: unitOf(r), UnitText: r.Unit, Address: r.Address, Achievement: r.Achievement,
		Class: classOf(r.Class), Way: "phong_trao", Batch: batch, Row: r.Row, Note: r.Note}
	if m.Manner == movement.Regular {
		d.Way = "cong_trang"
	}
	return d
}

// TakeBack takes a file back as one act: its dossiers go, the nominees that came
// with them go unless something else refers to them, and the file is kept for
// the record.
func (o *Office) TakeBack(ctx context.Context, id int64) (audit.Entry, error) {
	b, err := o.batch(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	if b.State == intake.Undone {
		return audit.Entry{}, fault.New(fault.Conflict, "office.batch-done", b.File)
	}
	var accepted []int64
	err = o.read(ctx, func(tx Tx) error {
		history, err := tx.History(ctx, audit.Ref{Noun: "batch", ID: id})
		for _, e := range history {
			if e.Act == "batch.accept" && e.UndoneBy == 0 {
				accepted = append(accepted, e.ID)
			}
		}
		return err
	})
	if err != nil {
		return audit.Entry{}, err
	}
	for _, e := range accepted { // newest first
		if _, err := o.Undo(ctx, e); err != nil {
			return audit.Entry{}, err
		}
	}
	b, err = o.batch(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	b.State = intake.Undone
	return o.act(ctx, "batch.undo", fmt.Sprintf("Rút lại tệp %s", b.File), func(tx Tx) error {
		return tx.Batches().Put(ctx, &b)
	})
}
