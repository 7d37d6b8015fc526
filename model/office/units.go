package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/registry"
)

// Registry gives the whole registry of units, read once until a unit changes.
func (o *Office) Registry(ctx context.Context) (*registry.Book, error) {
	if b := o.registry.Load(); b != nil {
		return b, nil
	}
	var book *registry.Book
	err := o.read(ctx, func(tx Tx) (err error) {
		book, err = o.registryIn(ctx, tx)
		return err
	})
	return book, err
}

// registryIn gives the registry within a transaction that changes no unit: the
// same for every desk until a unit changes, which empties what is remembered.
func (o *Office) registryIn(ctx context.Context, tx Tx) (*registry.Book, error) {
	if b := o.registry.Load(); b != nil {
		return b, nil
	}
	b, err := registryOf(ctx, tx)
	if err == nil {
		o.registry.Store(b)
	}
	return b, err
}

func registryOf(ctx context.Context, tx Tx) (*registry.Book, error) {
	units, err := tx.Units().Find(ctx, All{})
	if err != nil {
		return nil, err
	}
	events, err := tx.Events().Find(ctx, All{})
	if err != nil {
		return nil, err
	}
	return registry.NewBook(units, events), nil
}

// SaveUnit adds a unit or saves a changed one.
func (o *Office) SaveUnit(ctx context.Context, u *registry.Unit) (audit.Entry, error) {
	if err := u.Check(); err != nil {
		return audit.Entry{}, err
	}
	last := u.Versions[len(u.Versions)-1]
	return o.act(ctx, "unit.save", fmt.Sprintf("Ghi đơn vị %s", last.Name), func(tx Tx) error {
		return tx.Units().Put(ctx, u)
	})
}

// ChangeUnits records what befell units on a day: those that end do so the day before,
// what stands below them goes over to their heir, and their honours, reports and plans
// find those that took over.
func (o *Office) ChangeUnits(ctx context.Context, c registry.Change) (e audit.Entry, err error) {
	book, err := o.Registry(ctx)
	if err != nil {
		return e, err
	}
	changed, err := book.Change(c)
	if err != nil {
		return e, err
	}
	detail := fmt.Sprintf("%s từ ngày %s: %s", registry.NameOf(registry.WayNames, string(c.Way)), c.Date.Slash(), book.NamesNear(c.From, c.Date.AddDays(-1)))
	if len(c.To) > 0 {
		detail += "; đơn vị nhận: " + book.NamesNear(c.To, c.Date)
	}
	return o.act(ctx, "unit.change", detail, func(tx Tx) error {
		if err := putAll(ctx, tx.Units(), changed.Units); err != nil {
			return err
		}
		return putAll(ctx, tx.Events(), changed.Events)
	})
}
