package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/report"
)

// Exemplars lists the điển hình of a movement in a year (0: all).
func (o *Office) Exemplars(ctx context.Context, code string, year int) (list []report.Exemplar, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.Exemplars().Find(ctx, YearFilter{Movement: m.ID, Year: year})
		return err
	})
	return list, err
}

// SaveExemplar adds an exemplar or saves a changed one, with a photo when one came.
func (o *Office) SaveExemplar(ctx context.Context, x *report.Exemplar, photo *Attachment) (audit.Entry, error) {
	if err := x.Check(); err != nil {
		return audit.Entry{}, err
	}
	if err := o.keepFile(ctx, photo, &x.Photo, &x.PhotoName); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "exemplar.save", "Ghi điển hình "+x.Name, func(tx Tx) error { return tx.Exemplars().Put(ctx, x) })
}

// UseExemplar notes the dossier an exemplar stands behind: once only.
func (o *Office) UseExemplar(ctx context.Context, id, dossier int64) (audit.Entry, error) {
	var x report.Exemplar
	var award string
	err := o.read(ctx, func(tx Tx) error {
		var err error
		if x, err = tx.Exemplars().Get(ctx, id); err != nil {
			return err
		}
		d, err := tx.Dossiers().Get(ctx, dossier)
		if err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		award = cat.Name(d.Award)
		return nil
	})
	if err != nil {
		return audit.Entry{}, err
	}
	if x, err = x.Use(award, dossier, 0); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "exemplar.use", fmt.Sprintf("Dùng điển hình %s để đề nghị %s", x.Name, award), func(tx Tx) error { return tx.Exemplars().Put(ctx, &x) })
}

// FreeExemplar gives an exemplar back whose dossier went no further; it answers
// "report.exemplar-spent" when an honour was given on it.
func (o *Office) FreeExemplar(ctx context.Context, id int64) (audit.Entry, error) {
	var x report.Exemplar
	err := o.read(ctx, func(tx Tx) (err error) {
		x, err = tx.Exemplars().Get(ctx, id)
		return err
	})
	if err != nil || x.Used == "" {
		return audit.Entry{}, err
	}
	if x.Record != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "report.exemplar-spent", x.Name, x.Used)
	}
	x.Used, x.Dossier = "", 0
	return o.act(ctx, "exemplar.free", "Thôi dùng điển hình "+x.Name+" để đề nghị khen thưởng", func(tx Tx) error { return tx.Exemplars().Put(ctx, &x) })
}

// RemoveExemplars takes exemplars off the register, all or none. It answers
// "report.exemplar-kept" for one that an award rests on.
func (o *Office) RemoveExemplars(ctx context.Context, ids []int64) (audit.Entry, error) {
	var list []report.Exemplar
	err := o.read(ctx, func(tx Tx) (err error) {
		list, err = tx.Exemplars().Find(ctx, YearFilter{IDs: ids})
		return err
	})
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "store.no-record", ids[0])
	}
	if err != nil {
		return audit.Entry{}, err
	}
	var faults fault.List
	for _, x := range list {
		if x.Used != "" {
			faults.Add(fault.New(fault.Conflict, "report.exemplar-kept", x.Name, x.Used))
		}
	}
	if err := faults.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	detail := "Xóa điển hình " + list[0].Name
	if len(list) > 1 {
		detail = fmt.Sprintf("Xóa %d điển hình", len(list))
	}
	return o.act(ctx, "exemplar.delete", detail, func(tx Tx) error {
		for _, x := range list {
			if err := tx.Exemplars().Delete(ctx, x.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// Publish puts exemplars on the list for publishing, or takes them off.
func (o *Office) Publish(ctx context.Context, ids []int64, yes bool) (audit.Entry, error) {
	detail := fmt.Sprintf("Đưa %d điển hình vào danh sách tuyên truyền", len(ids))
	if !yes {
		detail = fmt.Sprintf("Bỏ %d điển hình khỏi danh sách tuyên truyền", len(ids))
	}
	return o.act(ctx, "exemplar.publish", detail, func(tx Tx) error {
		list, err := tx.Exemplars().Find(ctx, YearFilter{IDs: ids})
		if err != nil {
			return err
		}
		for i := range list {
			list[i].Publish = yes
		}
		return putAll(ctx, tx.Exemplars(), list)
	})
}
