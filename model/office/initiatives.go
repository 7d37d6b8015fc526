package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
)

// Initiatives lists recognised initiatives.
func (o *Office) Initiatives(ctx context.Context) (list []dossier.Initiative, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Initiatives().Find(ctx, All{})
		return err
	})
	return list, err
}

// SaveInitiative adds an initiative or saves a changed one. Newcomers are authors
// the office does not know yet; they are entered in the same act.
func (o *Office) SaveInitiative(ctx context.Context, i *dossier.Initiative, newcomers ...*registry.Nominee) (audit.Entry, error) {
	var l fault.List
	if i.Name = viet.Clean(i.Name); i.Name == "" {
		l.Add(fault.New(fault.Invalid, "office.initiative-name").At("name"))
	}
	if len(i.Authors)+len(newcomers) == 0 {
		l.Add(fault.New(fault.Invalid, "office.initiative-authors").At("authors"))
	}
	for _, n := range newcomers {
		if n.Name = viet.Clean(n.Name); n.Name == "" {
			l.Add(fault.New(fault.Invalid, "office.initiative-newcomer").At("newcomer"))
		}
	}
	if i.Date > o.Today() {
		l.Add(fault.New(fault.Invalid, "office.initiative-date", i.Date.Slash()).At("date"))
	}
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	put := *i
	e, err := o.act(ctx, "initiative.save", "Ghi sáng kiến: "+i.Name, func(tx Tx) error {
		if err := tx.Nominees().Put(ctx, newcomers...); err != nil {
			return err
		}
		put.Authors = slices.Clone(i.Authors)
		for _, n := range newcomers {
			put.Authors = append(put.Authors, n.ID)
		}
		return tx.Initiatives().Put(ctx, &put)
	})
	if err == nil {
		*i = put
	}
	return e, err
}

// PublishInitiatives puts initiatives on the list for publishing, or takes them off it.
func (o *Office) PublishInitiatives(ctx context.Context, ids []int64, yes bool) (audit.Entry, error) {
	detail := fmt.Sprintf("Đưa %d sáng kiến vào danh sách tuyên truyền", len(ids))
	if !yes {
		detail = fmt.Sprintf("Bỏ %d sáng kiến khỏi danh sách tuyên truyền", len(ids))
	}
	return o.act(ctx, "initiative.publish", detail, func(tx Tx) error {
		list, err := tx.Initiatives().Find(ctx, All{})
		if err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(i dossier.Initiative) bool { return !slices.Contains(ids, i.ID) })
		for i := range list {
			list[i].Publish = yes
		}
		return putAll(ctx, tx.Initiatives(), list)
	})
}

// RemoveInitiative takes an initiative off the register. It answers
// "office.initiative-kept" when an honour or a dossier still on its road rests on it.
func (o *Office) RemoveInitiative(ctx context.Context, id int64) (audit.Entry, error) {
	book, err := o.InitiativeBook(ctx)
	if err != nil {
		return audit.Entry{}, err
	}
	at := slices.IndexFunc(book.Lines, func(l InitiativeLine) bool { return l.Initiative.ID == id })
	if at < 0 {
		return audit.Entry{}, fault.New(fault.NotFound, "store.no-record", id)
	}
	if l := book.Lines[at]; l.Used() {
		return audit.Entry{}, fault.New(fault.Conflict, "office.initiative-kept", l.Initiative.Name)
	}
	return o.act(ctx, "initiative.delete", "Xóa sáng kiến: "+book.Lines[at].Initiative.Name, func(tx Tx) error { return tx.Initiatives().Delete(ctx, id) })
}

// InitiativeLine is an initiative with whose it is and what rests on it.
type InitiativeLine struct {
	Initiative dossier.Initiative
	Authors    []registry.Nominee
	Dossiers   []dossier.Dossier // those that rest on it, also such as left their road
}

// Used tells that it is spent: an honour was given on it, or a dossier on its road
// rests on it.
func (l InitiativeLine) Used() bool {
	return len(l.Initiative.Records) > 0 || slices.ContainsFunc(l.Dossiers, func(d dossier.Dossier) bool { return !d.Stage.Out() })
}

// ReportedInitiative is an initiative a unit named in an accepted report; it counts
// for nothing until somebody who may has recognised it.
type ReportedInitiative struct {
	Unit       registry.UnitID
	Year       int
	Name, What string
}

// InitiativeBook is the register of initiatives with everything one needs to write in it.
type InitiativeBook struct {
	Lines []InitiativeLine
	// Known are those who may be authors; Reported what units named and the register
	// does not hold by that name.
	Known    []registry.Nominee
	Reported []ReportedInitiative
}

// InitiativeBook reads the register with a fixed number of queries.
func (o *Office) InitiativeBook(ctx context.Context) (b InitiativeBook, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err := tx.Initiatives().Find(ctx, All{})
		if err != nil {
			return err
		}
		if b.Known, err = tx.Nominees().Find(ctx, NomineeFilter{}); err != nil {
			return err
		}
		people := make(map[int64]registry.Nominee, len(b.Known))
		for _, n := range b.Known {
			people[n.ID] = n
		}
		var ids []int64
		for _, i := range list {
			ids = append(ids, i.Dossiers...)
		}
		of := map[int64]dossier.Dossier{}
		if len(ids) > 0 {
			ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
			if err != nil {
				return err
			}
			for _, d := range ds {
				of[d.ID] = d
			}
		}
		held := map[string]bool{}
		for _, i := range list {
			held[viet.Key(i.Name)] = true
			l := InitiativeLine{Initiative: i}
			for _, a := range i.Authors {
				if n, ok := people[a]; ok {
					l.Authors = append(l.Authors, n)
				}
			}
			for _, id := range i.Dossiers {
				if d, ok := of[id]; ok {
					l.Dossiers = append(l.Dossiers, d)
				}
			}
			b.Lines = append(b.Lines, l)
		}
		reports, err := tx.Reports().Find(ctx, ReportFilter{States: []report.State{report.Accepted}})
		if err != nil {
			return err
		}
		for _, r := range reports {
			if r.Frozen == nil {
				continue
			}
			for _, x := range r.Frozen.Initiatives {
				if !held[viet.Key(x.Name)] {
					b.Reported = append(b.Reported, ReportedInitiative{Unit: r.Unit, Year: r.Year, Name: x.Name, What: x.What})
				}
			}
		}
		return nil
	})
	return b, err
}

// UseInitiative rests a dossier on an initiative. An initiative may be used once
// only: it answers "office.initiative-used" when another dossier still on its road,
// or an honour, rests on it already, and "office.initiative-not-author" when the
// nominee is none of its authors.
func (o *Office) UseInitiative(ctx context.Context, id, dossierID int64) (audit.Entry, error) {
	var i dossier.Initiative
	var d dossier.Dossier
	err := o.read(ctx, func(tx Tx) (err error) {
		if i, err = tx.Initiatives().Get(ctx, id); err != nil {
			return err
		}
		if d, err = tx.Dossiers().Get(ctx, dossierID); err != nil {
			return err
		}
		others, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: append([]int64{}, i.Dossiers...)})
		if err != nil {
			return err
		}
		for _, x := range others {
			if x.ID != d.ID && !x.Stage.Out() {
				return fault.New(fault.Conflict, "office.initiative-used", i.Name, x.Name, x.ID)
			}
		}
		if len(i.Records) > 0 {
			return fault.New(fault.Conflict, "office.initiative-spent", i.Name)
		}
		author := false
		for _, a := range i.Authors {
			author = author || a == d.Nominee
		}
		if !author {
			return fault.New(fault.Invalid, "office.initiative-not-author", d.Name, i.Name)
		}
		return nil
	})
	if err != nil {
		return audit.Entry{}, err
	}
	for _, x := range i.Dossiers {
		if x == d.ID {
			return audit.Entry{}, nil
		}
	}
	i.Dossiers = append(i.Dossiers, d.ID)
	return o.act(ctx, "initiative.use", fmt.Sprintf("Hồ sơ của %s dùng sáng kiến %s", d.Name, i.Name), func(tx Tx) error {
		return tx.Initiatives().Put(ctx, &i)
	})
}
