package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// What is done with a decision beside issuing it: its draft is arranged, its scan
// and its notice are noted, it is corrected or revoked by a later one (Luật
// 06/2022/QH15, Điều 93).

// SaveDraft saves the lines of a draft as they were put in order and worded by
// hand: the protocol order of the list and what is printed of each. It answers
// "decision.issued" for one that is frozen.
func (o *Office) SaveDraft(ctx context.Context, d *decision.Decision) (audit.Entry, error) {
	was, err := o.Decision(ctx, d.ID)
	if err != nil {
		return audit.Entry{}, err
	}
	if was.Issued {
		return audit.Entry{}, fault.New(fault.Conflict, "decision.issued", was.Number)
	}
	d.Issued = false
	no := map[registry.Kind]int{}
	for i := range d.Items {
		it := &d.Items[i]
		if !slices.ContainsFunc(was.Items, func(w decision.Item) bool {
			return w.Dossier == it.Dossier && w.Nominee == it.Nominee && w.Record == it.Record
		}) {
			return audit.Entry{}, fault.New(fault.Invalid, "office.line-new", it.Name).At("items")
		}
		no[it.Kind]++
		it.No = no[it.Kind]
	}
	return o.act(ctx, "decision.save", fmt.Sprintf("Sửa dự thảo quyết định: %d dòng", len(d.Items)), func(tx Tx) error {
		return tx.Decisions().Put(ctx, d)
	})
}

// DropDraft takes a draft off; its dossiers stay where they are.
func (o *Office) DropDraft(ctx context.Context, id int64) (audit.Entry, error) {
	d, err := o.Decision(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	if d.Issued {
		return audit.Entry{}, fault.New(fault.Conflict, "decision.issued", d.Number)
	}
	return o.act(ctx, "decision.drop", fmt.Sprintf("Bỏ dự thảo quyết định %d trường hợp", len(d.Items)), func(tx Tx) error {
		return tx.Decisions().Delete(ctx, id)
	})
}

// Scan keeps the scan of a signed decision by its hash.
func (o *Office) Scan(ctx context.Context, id int64, a Attachment) (audit.Entry, error) {
	hash, err := o.keep(ctx, &a)
	if err != nil {
		return audit.Entry{}, err
	}
	d, err := o.Decision(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	if !d.Issued {
		return audit.Entry{}, fault.New(fault.Conflict, "office.not-issued").At("scan")
	}
	d.Scan = hash
	return o.act(ctx, "decision.scan", "Đính kèm bản chụp Quyết định số "+d.Number, func(tx Tx) error { return tx.Decisions().Put(ctx, &d) })
}

// Notify notes the day a decision was made known to the units and to those in it.
func (o *Office) Notify(ctx context.Context, id int64, day when.Date) (audit.Entry, error) {
	d, err := o.Decision(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	if !d.Issued {
		return audit.Entry{}, fault.New(fault.Conflict, "office.not-issued").At("notified")
	}
	if day < d.Date {
		return audit.Entry{}, fault.New(fault.Invalid, "office.notified-early", d.Date.Slash()).At("notified")
	}
	d.Notified = day
	return o.act(ctx, "decision.notify", fmt.Sprintf("Thông báo Quyết định số %s ngày %s", d.Number, day.Slash()), func(tx Tx) error {
		return tx.Decisions().Put(ctx, &d)
	})
}

// DecisionFile is everything about one decision.
type DecisionFile struct {
	Decision   decision.Decision
	Award      award.Award
	Records    []award.Record      // the honours it gave, as they stand now
	Amendments []decision.Decision // those that correct or revoke it, drafts too
	Of         decision.Decision   // the one it corrects or revokes itself
	Handings   []award.Handing
	Paid       []award.Booking
	History    []audit.Entry
}

// DecisionFile opens one decision with what became of it.
func (o *Office) DecisionFile(ctx context.Context, id int64) (f DecisionFile, err error) {
	err = o.read(ctx, func(tx Tx) error {
		if f.Decision, err = tx.Decisions().Get(ctx, id); err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		f.Award, _ = cat.Award(f.Decision.Award)
		if f.Records, err = tx.Records().Find(ctx, RecordFilter{Decision: id}); err != nil {
			return err
		}
		if f.Amendments, err = tx.Decisions().Find(ctx, DecisionFilter{Of: id}); err != nil {
			return err
		}
		if f.Decision.Of != 0 {
			if f.Of, err = tx.Decisions().Get(ctx, f.Decision.Of); err != nil {
				return err
			}
		}
		ids := make([]int64, 0, len(f.Records))
		for _, r := range f.Records {
			ids = append(ids, r.ID)
		}
		if f.Handings, err = tx.Handings().Find(ctx, RecordsFilter{Records: ids}); err != nil {
			return err
		}
		if f.Paid, err = tx.Bookings().Find(ctx, BookingFilter{Decision: id}); err != nil {
			return err
		}
		f.History, err = tx.History(ctx, audit.Ref{Noun: "decision", ID: id})
		return err
	})
	return f, err
}

// Revoke draws up the decision that takes honours of an issued one back: those
// records named, all that still stand when none is. It takes effect when issued.
func (o *Office) Revoke(ctx context.Context, id int64, records []int64, ground, reason string) (decision.Decision, audit.Entry, error) {
	f, err := o.DecisionFile(ctx, id)
	if err != nil {
		return decision.Decision{}, audit.Entry{}, err
	}
	var about []award.Record
	for _, r := range f.Records {
		if slices.Contains(records, r.ID) || len(records) == 0 && r.Revoked == 0 {
			about = append(about, r)
		}
	}
	if len(about) == 0 || len(records) > 0 && len(about) != len(records) {
		return decision.Decision{}, audit.Entry{}, fault.New(fault.NotFound, "office.no-lines", f.Decision.Number)
	}
	d, err := f.Decision.Revocation(about, ground, reason)
	if err != nil {
		return d, audit.Entry{}, err
	}
	e, err := o.act(ctx, "decision.revoke", fmt.Sprintf("Lập dự thảo quyết định hủy bỏ %d trường hợp của Quyết định số %s", len(about), f.Decision.Number), func(tx Tx) error {
		return tx.Decisions().Put(ctx, &d)
	})
	return d, e, err
}

// Correct draws up the decision that corrects how honours of an issued one are
// written: each record as it should stand. It takes effect when issued.
func (o *Office) Correct(ctx context.Context, id int64, changed []award.Record, reason string) (decision.Decision, audit.Entry, error) {
	f, err := o.DecisionFile(ctx, id)
	if err != nil {
		return decision.Decision{}, audit.Entry{}, err
	}
	for _, c := range changed {
		if !slices.ContainsFunc(f.Records, func(r award.Record) bool { return r.ID == c.ID && r.Nominee == c.Nominee }) {
			return decision.Decision{}, audit.Entry{}, fault.New(fault.NotFound, "office.no-lines", f.Decision.Number)
		}
	}
	if len(changed) == 0 {
		return decision.Decision{}, audit.Entry{}, fault.New(fault.NotFound, "office.no-lines", f.Decision.Number)
	}
	d, err := f.Decision.Correction(changed, reason)
	if err != nil {
		return d, audit.Entry{}, err
	}
	e, err := o.act(ctx, "decision.correct", fmt.Sprintf("Lập dự thảo quyết định điều chỉnh %d trường hợp của Quyết định số %s", len(changed), f.Decision.Number), func(tx Tx) error {
		return tx.Decisions().Put(ctx, &d)
	})
	return d, e, err
}

// amend carries an issued correction or revocation over to the honours; a decision
// of which nothing stands any more is marked as revoked itself.
func (o *Office) amend(ctx context.Context, tx Tx, issued *decision.Decision) error {
	of, err := tx.Decisions().Get(ctx, issued.Of)
	if err != nil {
		return err
	}
	if issued.Date < of.Date {
		return fault.New(fault.Invalid, "office.amend-early", of.Number, of.Date.Slash()).At("date")
	}
	if err := tx.Decisions().Put(ctx, issued); err != nil {
		return err
	}
	records, err := tx.Records().Find(ctx, RecordFilter{Decision: of.ID})
	if err != nil {
		return err
	}
	changed := issued.Apply(records)
	put := make([]*award.Record, len(changed))
	gone := map[int64]bool{}
	for i := range changed {
		put[i] = &changed[i]
		gone[changed[i].ID] = changed[i].Revoked != 0
	}
	if err := tx.Records().Put(ctx, put...); err != nil {
		return err
	}
	for _, r := range records {
		if r.Revoked == 0 && !gone[r.ID] {
			return nil
		}
	}
	of.Revoked = issued.Date
	return tx.Decisions().Put(ctx, &of)
}
