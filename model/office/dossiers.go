package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
)

// Dossiers lists dossiers in the order lists are printed.
func (o *Office) Dossiers(ctx context.Context, f DossierFilter) (list []dossier.Dossier, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Dossiers().Find(ctx, f)
		return err
	})
	return list, err
}

// DossierFile is everything about one dossier.
type DossierFile struct {
	Dossier    dossier.Dossier
	Nominee    registry.Nominee
	Submission dossier.Submission
	Movement   movement.Movement
	Award      award.Award
	Roads      []dossier.Road // the movement's road first
	Records    []award.Record // what the nominee already holds
	Papers     []dossier.Checked
	// Confirmations are what other bodies were asked about it, Matters what bars or
	// delays commending the nominee.
	Confirmations []dossier.Confirmation
	Matters       []dossier.Matter
	History       []audit.Entry
}

// Dossier opens one dossier.
func (o *Office) Dossier(ctx context.Context, id int64) (f DossierFile, err error) {
	err = o.read(ctx, func(tx Tx) error {
		if f.Dossier, err = tx.Dossiers().Get(ctx, id); err != nil {
			return err
		}
		if f.Nominee, err = tx.Nominees().Get(ctx, f.Dossier.Nominee); err != nil {
			return err
		}
		if f.Dossier.Submission != 0 {
			if f.Submission, err = tx.Submissions().Get(ctx, f.Dossier.Submission); err != nil {
				return err
			}
		}
		if f.Movement, err = tx.Movements().Get(ctx, f.Dossier.Movement); err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		f.Award, _ = cat.Award(f.Dossier.Award)
		roads, err := tx.Roads().Find(ctx, All{})
		if err != nil {
			return err
		}
		f.Roads = roadsFor(roads, f.Movement, f.Dossier.Award)
		if f.Records, err = tx.Records().Find(ctx, RecordFilter{Nominees: []int64{f.Dossier.Nominee}}); err != nil {
			return err
		}
		all, err := checklists(ctx, tx, []dossier.Dossier{f.Dossier})
		if err != nil {
			return err
		}
		f.Papers = all[id]
		if f.Confirmations, err = tx.Confirmations().Find(ctx, DossiersFilter{Dossiers: []int64{id}}); err != nil {
			return err
		}
		if f.Matters, err = tx.Matters().Find(ctx, NomineesFilter{Nominees: []int64{f.Dossier.Nominee}}); err != nil {
			return err
		}
		f.History, err = tx.History(ctx, audit.Ref{Noun: "dossier", ID: id})
		return err
	})
	return f, err
}

// roadsFor picks the roads of an award, the movement's own choice first.
func roadsFor(roads []dossier.Road, m movement.Movement, code string) []dossier.Road {
	var out []dossier.Road
	g, _ := m.Grant(code)
	for _, r := range roads {
		if r.Award != code {
			continue
		}
		if r.Code == g.Road {
			out = append([]dossier.Road{r}, out...)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// SaveDossier adds a dossier typed in or saves a changed one. A new one without a
// nominee gets the identity its own fields describe.
func (o *Office) SaveDossier(ctx context.Context, d *dossier.Dossier) (audit.Entry, error) {
	if err := d.Check(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "dossier.save", fmt.Sprintf("Ghi hồ sơ của %s", d.Name), func(tx Tx) error {
		if d.ID == 0 {
			d.Stage = dossier.Received
			if d.Received == 0 {
				d.Received = o.Today()
			}
		}
		if d.Nominee == 0 {
			n := &registry.Nominee{Kind: d.Kind, Name: d.Name, Gender: d.Gender, Birth: d.Birth, Ethnicity: d.Ethnicity,
				IDNumber: d.IDNumber, Position: d.Position, Unit: d.Unit, UnitText: d.UnitText, Address: d.Address, Class: d.Class}
			if err := tx.Nominees().Put(ctx, n); err != nil {
				return err
			}
			d.Nominee = n.ID
		}
		return tx.Dossiers().Put(ctx, d)
	})
}

// Move takes dossiers to another stage, all or none.
func (o *Office) Move(ctx context.Context, ids []int64, to dossier.Stage, reason string) (audit.Entry, error) {
	if len(ids) == 0 {
		return audit.Entry{}, fault.New(fault.Invalid, "office.none-chosen")
	}
	var ds []dossier.Dossier
	err := o.read(ctx, func(tx Tx) (err error) {
		ds, err = tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
		return err
	})
	if err != nil {
		return audit.Entry{}, err
	}
	if len(ds) != len(ids) {
		return audit.Entry{}, fault.New(fault.NotFound, "office.some-gone")
	}
	moved := make([]*dossier.Dossier, len(ds))
	for i, d := range ds {
		d, err := d.Move(to, reason, o.Today())
		if err != nil {
			return audit.Entry{}, err
		}
		moved[i] = &d
	}
	what := fmt.Sprintf("%d hồ sơ", len(ds))
	if len(ds) == 1 {
		what = "hồ sơ của " + ds[0].Name
	}
	detail := fmt.Sprintf("Chuyển %s sang “%s”", what, to)
	if reason != "" {
		detail += ": " + reason
	}
	return o.act(ctx, "dossier.move", detail, func(tx Tx) error { return tx.Dossiers().Put(ctx, moved...) })
}

// Arrange sets the order of printed lists by hand (protocol): the first id stands first.
func (o *Office) Arrange(ctx context.Context, ids []int64) (audit.Entry, error) {
	var ds []dossier.Dossier
	err := o.read(ctx, func(tx Tx) (err error) {
		ds, err = tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
		return err
	})
	if err != nil {
		return audit.Entry{}, err
	}
	at := make(map[int64]int, len(ids))
	for i, id := range ids {
		at[id] = i + 1
	}
	moved := make([]*dossier.Dossier, 0, len(ds))
	for i := range ds {
		if ds[i].Place != at[ds[i].ID] {
			ds[i].Place = at[ds[i].ID]
			moved = append(moved, &ds[i])
		}
	}
	return o.act(ctx, "dossier.arrange", fmt.Sprintf("Xếp thứ tự %d hồ sơ", len(ds)), func(tx Tx) error {
		return tx.Dossiers().Put(ctx, moved...)
	})
}
