package office

import (
	"context"

	"thidua/model/audit"
	"thidua/model/fault"
)

// Log lists what was done, newest first.
func (o *Office) Log(ctx context.Context, f EntryFilter) (list []audit.Entry, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Entries(ctx, f)
		return err
	})
	return list, err
}

// Changes lists what one entry did.
func (o *Office) Changes(ctx context.Context, entry int64) (list []audit.Change, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Changes(ctx, entry)
		return err
	})
	return list, err
}

// Undo takes an entry back as a new one. It answers "store.undo-later" when a
// later act stands on what would be taken away.
func (o *Office) Undo(ctx context.Context, entry int64) (audit.Entry, error) {
	if err := o.may(ctx, "undo"); err != nil {
		return audit.Entry{}, err
	}
	list, err := o.Log(ctx, EntryFilter{IDs: []int64{entry}})
	if err != nil {
		return audit.Entry{}, err
	}
	if len(list) == 0 {
		return audit.Entry{}, fault.New(fault.NotFound, "store.undo-gone")
	}
	by := audit.Entry{At: o.ports.Clock.Now(), Officer: o.officer, Act: "undo", Detail: "Hoàn tác: " + list[0].Detail}
	done, refs, err := o.ports.Store.Undo(ctx, entry, by)
	if err != nil {
		return audit.Entry{}, err
	}
	o.tell(Notice{done, refs})
	return done, nil
}

// UndoLast takes back the last act that still stands. It answers
// "office.nothing-to-undo" when there is none.
func (o *Office) UndoLast(ctx context.Context) (audit.Entry, error) {
	const page = 200
	for offset := 0; ; offset += page {
		list, err := o.Log(ctx, EntryFilter{Limit: page, Offset: offset})
		if err != nil {
			return audit.Entry{}, err
		}
		for _, e := range list {
			if e.Undoes == 0 && e.UndoneBy == 0 {
				return o.Undo(ctx, e.ID)
			}
		}
		if len(list) < page {
			return audit.Entry{}, fault.New(fault.NotFound, "office.nothing-to-undo")
		}
	}
}

// Verify checks the open data and the files they refer to.
func (o *Office) Verify(ctx context.Context) (Health, error) {
	h, err := o.ports.Store.Verify(ctx)
	if err != nil {
		return h, err
	}
	missing, err := o.ports.Vault.Missing(ctx, h.Hashes)
	if err != nil {
		return h, err
	}
	for _, m := range missing {
		h.OK = false
		h.Problems = append(h.Problems, "Tệp đính kèm bị mất hoặc đã đổi: "+m)
	}
	return h, nil
}

// Backup writes a checked copy of everything.
func (o *Office) Backup(ctx context.Context, path string) error {
	return o.ports.Copies.Write(ctx, path)
}

// VerifyCopy checks a copy.
func (o *Office) VerifyCopy(ctx context.Context, path string) (Health, error) {
	return o.ports.Copies.Verify(ctx, path)
}

// Find answers the search box.
func (o *Office) Find(ctx context.Context, text string, limit int) (hits []Hit, err error) {
	if limit <= 0 {
		limit = 50
	}
	err = o.read(ctx, func(tx Tx) error {
		hits, err = tx.Search(ctx, text, limit)
		return err
	})
	return hits, err
}
