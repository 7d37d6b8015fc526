package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
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
