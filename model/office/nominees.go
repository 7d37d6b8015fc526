package office

import (
	"context"
	"slices"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
)

// NomineeFile is everything known of one person, collective or household.
type NomineeFile struct {
	Nominee     registry.Nominee
	Unit        registry.Version // of the unit they belong to now; zero when none is known
	Dossiers    []dossier.Dossier
	Honours     []Registered
	Matters     []dossier.Matter
	Initiatives []dossier.Initiative
	Alike       []Alike // with those that may be the same and were not told apart; A is this one
	History     []audit.Entry
}

// Nominees lists identities in the order of names.
func (o *Office) Nominees(ctx context.Context, f NomineeFilter) (list []registry.Nominee, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Nominees().Find(ctx, f)
		return err
	})
	return list, err
}

// Nominee opens one identity, with a fixed number of queries.
func (o *Office) Nominee(ctx context.Context, id int64) (f NomineeFile, err error) {
	err = o.read(ctx, func(tx Tx) error {
		f, err = nomineeFile(ctx, tx, id)
		if err != nil {
			return err
		}
		units, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		f.Unit, _ = units.Near(f.Nominee.Unit, o.Today())
		all, err := alikes(ctx, tx)
		if err != nil {
			return err
		}
		for _, a := range all {
			if a.B.ID == id {
				a.A, a.B = a.B, a.A
			}
			if a.A.ID == id {
				f.Alike = append(f.Alike, a)
			}
		}
		f.History, err = tx.History(ctx, audit.Ref{Noun: "nominee", ID: id})
		return err
	})
	return f, err
}

// nomineeFile reads what belongs to one identity.
func nomineeFile(ctx context.Context, tx Tx, id int64) (f NomineeFile, err error) {
	if f.Nominee, err = tx.Nominees().Get(ctx, id); err != nil {
		return f, err
	}
	if f.Dossiers, err = tx.Dossiers().Find(ctx, DossierFilter{Nominees: []int64{id}}); err != nil {
		return f, err
	}
	if f.Honours, err = registerOf(ctx, tx, RegisterFilter{Nominee: id}); err != nil {
		return f, err
	}
	if f.Matters, err = tx.Matters().Find(ctx, NomineesFilter{Nominees: []int64{id}}); err != nil {
		return f, err
	}
	all, err := tx.Initiatives().Find(ctx, All{})
	for _, i := range all {
		if slices.Contains(i.Authors, id) {
			f.Initiatives = append(f.Initiatives, i)
		}
	}
	return f, err
}

// SaveNominee saves what is known of an identity: a name mistyped, a birth date, an
// identity number, that a person is managed by Ban Thường vụ Tỉnh ủy. What dossiers
// and honours say of their own day is not touched. It answers
// "office.nominee-name" and "office.id-number".
func (o *Office) SaveNominee(ctx context.Context, n *registry.Nominee) (audit.Entry, error) {
	var l fault.List
	if n.Name = viet.Clean(n.Name); n.Name == "" || n.ID == 0 {
		l.Add(fault.New(fault.Invalid, "office.nominee-name").At("name"))
	}
	if n.IDNumber = viet.Clean(n.IDNumber); !idNumber(n.IDNumber) {
		l.Add(fault.New(fault.Invalid, "office.id-number", n.IDNumber).At("id_number"))
	}
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "nominee.save", "Ghi thông tin của "+n.Name, func(tx Tx) error { return tx.Nominees().Put(ctx, n) })
}

// idNumber tells a number that may stand: 12 digits of a căn cước, 9 of the older
// chứng minh nhân dân, or none.
func idNumber(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(s) == 0 || len(s) == 9 || len(s) == 12
}
