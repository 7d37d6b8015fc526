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
	"thidua/model/viet"
)

// Acceptance is what became of a staged file.
type Acceptance struct {
	Batch    intake.Batch
	Entry    audit.Entry
	Accepted int // rows that became dossiers
	Left     int // rows with an error, or left out by the person
	Created  int // nominees nobody had heard of
}

// Accept turns every row without an error into a dossier, in one transaction that
// can be taken back as one. Accepting again after rows were mended takes in the
// rest; a row never becomes two dossiers.
func (o *Office) Accept(ctx context.Context, id int64) (Acceptance, error) {
	var a Acceptance
	b, rows, err := o.Batch(ctx, id)
	if err != nil {
		return a, err
	}
	if b.State == intake.Undone {
		return a, fault.New(fault.Conflict, "office.batch-done", b.File)
	}
	var take []intake.StagedRow
	for _, r := range rows {
		switch {
		case r.Dossier != 0:
		case r.Severity == intake.Error || b.Answers.Left[intake.RowRef(b.Tables[r.Part].Sheet, r.Row)]:
			a.Left++
		default:
			take = append(take, r)
		}
	}
	a.Batch, a.Accepted = b, len(take)
	if len(take) == 0 {
		return a, nil
	}
	detail := fmt.Sprintf("Nhận %d dòng của tệp %s thành hồ sơ", len(take), b.File)
	a.Entry, err = o.act(ctx, "batch.accept", detail, func(tx Tx) error {
		m, err := tx.Movements().Get(ctx, b.Movement)
		if err != nil {
			return err
		}
		s, err := o.submission(ctx, tx, &b)
		if err != nil {
			return err
		}
		nominees, created, err := o.nominees(ctx, tx, take)
		if err != nil {
			return err
		}
		a.Created = created
		became := make(map[RowKey]Became, len(take))
		ds := make([]*dossier.Dossier, len(take))
		for i, r := range take {
			ds[i] = dossierOf(r, s, nominees[i].ID, m)
		}
		for _, d := range ds {
			d.Received = o.Today()
		}
		if err := tx.Dossiers().Put(ctx, ds...); err != nil {
			return err
		}
		for i, r := range take {
			became[RowKey{r.Part, r.Row}] = Became{Dossier: ds[i].ID}
		}
		if err := tx.Rows().Became(ctx, b.ID, became); err != nil {
			return err
		}
		b.State, b.Submission = intake.Accepted, s.ID
		a.Batch = b
		return tx.Batches().Put(ctx, &b)
	})
	a.Batch = b
	return a, err
}

// submission finds or makes the submission a batch is.
func (o *Office) submission(ctx context.Context, tx Tx, b *intake.Batch) (*dossier.Submission, error) {
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
	return s, tx.Submissions().Put(ctx, s)
}

// nominees finds the identity of each row, or makes a new one. A person is known
// by the identity number, else by name with tones, birth and unit; a collective
// by name and parent unit; a household by name and place. Two rows of one file
// that name the same nominee get the same identity.
func (o *Office) nominees(ctx context.Context, tx Tx, rows []intake.StagedRow) (out []*registry.Nominee, created int, err error) {
	var names, numbers []string
	for _, r := range rows {
		names = append(names, viet.Key(r.Name))
		if r.IDNumber != "" {
			numbers = append(numbers, r.IDNumber)
		}
	}
	byName, err := tx.Nominees().Find(ctx, NomineeFilter{Names: names})
	if err != nil {
		return nil, 0, err
	}
	var byNumber []registry.Nominee
	if len(numbers) > 0 {
		if byNumber, err = tx.Nominees().Find(ctx, NomineeFilter{IDNumbers: numbers}); err != nil {
			return nil, 0, err
		}
	}
	k := newKnown(byName, byNumber)
	var fresh, fuller []*registry.Nominee
	out = make([]*registry.Nominee, len(rows))
	for i, r := range rows {
		n := k.find(r)
		if n == nil {
			n = nomineeOf(r)
			k.add(n)
			fresh = append(fresh, n)
		} else if n.ID != 0 && fill(n, r) {
			fuller = append(fuller, n)
		}
		out[i] = n
	}
	if err := tx.Nominees().Put(ctx, fresh...); err != nil {
		return nil, 0, err
	}
	slices.SortFunc(fuller, func(a, b *registry.Nominee) int { return int(a.ID - b.ID) })
	return out, len(fresh), tx.Nominees().Put(ctx, slices.Compact(fuller)...)
}

// known finds nominees among those that share a name or number with the rows.
type known struct {
	byID     map[int64]*registry.Nominee
	byName   map[string][]*registry.Nominee
	byNumber map[string][]*registry.Nominee
}

func newKnown(lists ...[]registry.Nominee) *known {
	k := &known{map[int64]*registry.Nominee{}, map[string][]*registry.Nominee{}, map[string][]*registry.Nominee{}}
	for _, l := range lists {
		for _, n := range l {
			if k.byID[n.ID] == nil {
				k.add(&n)
			}
		}
	}
	return k
}

func (k *known) add(n *registry.Nominee) {
	if n.ID != 0 {
		k.byID[n.ID] = n
	}
	key := viet.Key(n.Name)
	k.byName[key] = append(k.byName[key], n)
	if n.IDNumber != "" {
		k.byNumber[n.IDNumber] = append(k.byNumber[n.IDNumber], n)
	}
}

func (k *known) find(r intake.StagedRow) *registry.Nominee {
	if r.PersonID != 0 {
		if n := k.byID[r.PersonID]; n != nil {
			return n
		}
	}
	key := viet.Key(r.Name)
	if r.IDNumber != "" {
		for _, n := range k.byNumber[r.IDNumber] {
			if viet.Key(n.Name) == key {
				return n
			}
		}
	}
	for _, n := range k.byName[key] {
		if string(n.Kind) != r.Kind {
			continue
		}
		switch n.Kind {
		case registry.Individual:
			numbers := r.IDNumber == "" || n.IDNumber == "" || r.IDNumber == n.IDNumber
			if numbers && r.Birth != 0 && r.Birth == n.Birth && n.Unit == r.UnitID {
				return n
			}
			// Without a birth date or number the same name in the same unit and post
			// is taken as one person only within what this office typed itself.
			if numbers && r.Birth == 0 && n.Birth == 0 && n.Unit == r.UnitID && r.UnitID != 0 && n.Position == r.Position {
				return n
			}
		case registry.Collective, registry.Household:
			if n.Unit == unitOf(r) && viet.Key(n.UnitText) == viet.Key(r.Unit) && viet.Key(n.Address) == viet.Key(r.Address) {
				return n
			}
		}
	}
	return nil
}

// unitOf is the unit a row belongs to: a collective that is a unit itself is its own.
func unitOf(r intake.StagedRow) int64 {
	if r.SelfID != 0 {
		return r.SelfID
	}
	return r.UnitID
}

func nomineeOf(r intake.StagedRow) *registry.Nominee {
	return &registry.Nominee{Kind: registry.Kind(r.Kind), Name: r.Name, Gender: r.Gender, Birth: r.Birth, Ethnicity: r.Ethnicity,
		IDNumber: r.IDNumber, Position: r.Position, Unit: unitOf(r), UnitText: r.Unit, Address: r.Address, Class: r.Class}
}

// fill puts what a row knows into the empty fields of somebody known, and never
// over what stands there.
func fill(n *registry.Nominee, r intake.StagedRow) bool {
	changed := false
	put := func(to *string, v string) {
		if *to == "" && v != "" {
			*to, changed = v, true
		}
	}
	put(&n.Gender, r.Gender)
	put(&n.Ethnicity, r.Ethnicity)
	put(&n.IDNumber, r.IDNumber)
	put(&n.Position, r.Position)
	put(&n.Address, r.Address)
	if n.Birth == 0 && r.Birth != 0 {
		n.Birth, changed = r.Birth, true
	}
	if n.Unit == 0 && unitOf(r) != 0 {
		n.Unit, changed = unitOf(r), true
	}
	return changed
}

func dossierOf(r intake.StagedRow, s *dossier.Submission, nominee int64, m movement.Movement) *dossier.Dossier {
	d := &dossier.Dossier{Submission: s.ID, Movement: m.ID, Award: r.Award, Stage: dossier.Received, Nominee: nominee,
		Kind: registry.Kind(r.Kind), Name: r.Name, Honorific: r.Honorific, Gender: r.Gender, Birth: r.Birth, Ethnicity: r.Ethnicity,
		IDNumber: r.IDNumber, Position: r.Position, Unit: unitOf(r), UnitText: r.Unit, Address: r.Address, Achievement: r.Achievement,
		Class: r.Class, Way: "phong_trao", Batch: s.Batch, Row: r.Row, Note: r.Note}
	if m.Manner == movement.Regular {
		d.Way = "cong_trang"
	}
	return d
}

// TakeBack takes a file back as one act: its dossiers go, the nominees that came
// with them go unless something else refers to them, and the file is kept for
// the record.
func (o *Office) TakeBack(ctx context.Context, id int64) (audit.Entry, error) {
	b, _, err := o.Batch(ctx, id)
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
	b, _, err = o.Batch(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	b.State = intake.Undone
	return o.act(ctx, "batch.undo", fmt.Sprintf("Rút lại tệp %s", b.File), func(tx Tx) error {
		return tx.Batches().Put(ctx, &b)
	})
}
