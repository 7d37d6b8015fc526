package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/registry"
)

// RegisterFilter finds lines of the register of honours. A zero field does not narrow.
type RegisterFilter struct {
	Nominee  int64
	Unit     int64 // a unit with all it came from, and everybody who belonged to it then
	Kind     registry.Kind
	Movement string // code
	Award    string
	Year     int // the year the honour counts for
	Decision int64
	Standing bool // only those that were not taken back
}

// Registered is one line of the register: the honour, with the nominee as they
// stood then, and what became of its object.
type Registered struct {
	Record   award.Record
	Nominee  registry.Nominee // as known now
	Award    string           // name
	Money    award.Dong
	Handings []award.Handing
}

// Held tells what the object's last event was, "" while it has not been handed out.
func (r Registered) Held() string {
	if n := len(r.Handings); n > 0 {
		return r.Handings[n-1].What
	}
	return ""
}

// Register reads the register of honours, by day of the decision, with a fixed
// number of queries.
func (o *Office) Register(ctx context.Context, f RegisterFilter) (list []Registered, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = registerOf(ctx, tx, f)
		return err
	})
	return list, err
}

func registerOf(ctx context.Context, tx Tx, f RegisterFilter) ([]Registered, error) {
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	var records []award.Record
	base := RecordFilter{Award: f.Award, Movement: f.Movement, Year: f.Year, Decision: f.Decision}
	if f.Nominee != 0 {
		base.Nominees = []int64{f.Nominee}
	}
	if f.Unit == 0 {
		if records, err = tx.Records().Find(ctx, base); err != nil {
			return nil, err
		}
	} else {
		units, err := registryOf(ctx, tx)
		if err != nil {
			return nil, err
		}
		all, err := tx.Records().Find(ctx, base)
		if err != nil {
			return nil, err
		}
		line := units.Lineage(f.Unit)
		for _, r := range all {
			if slices.Contains(line, r.Unit) {
				records = append(records, r)
			}
		}
	}
	ids, nominees := make([]int64, len(records)), make([]int64, len(records))
	for i, r := range records {
		ids[i], nominees[i] = r.ID, r.Nominee
	}
	people, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: nominees})
	if err != nil {
		return nil, err
	}
	who := make(map[int64]registry.Nominee, len(people))
	for _, n := range people {
		who[n.ID] = n
	}
	handings, err := tx.Handings().Find(ctx, RecordsFilter{Records: ids})
	if err != nil {
		return nil, err
	}
	of := map[int64][]award.Handing{}
	for _, h := range handings {
		of[h.Record] = append(of[h.Record], h)
	}
	var out []Registered
	for _, r := range records {
		n := who[r.Nominee]
		if f.Kind != "" && n.Kind != f.Kind || f.Standing && r.Revoked != 0 {
			continue
		}
		sum, _ := cat.Money.Sum(r.Award, n.Kind, r.Date)
		out = append(out, Registered{Record: r, Nominee: n, Award: cat.Name(r.Award), Money: sum, Handings: of[r.ID]})
	}
	slices.SortStableFunc(out, func(a, b Registered) int {
		return cmp.Or(cmp.Compare(a.Record.Date, b.Record.Date), cmp.Compare(a.Record.Decision, b.Record.Decision), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	return out, nil
}

// Hand notes what happened to the objects of honours: handed out, issued again,
// exchanged, taken back; all or none.
func (o *Office) Hand(ctx context.Context, records []int64, h award.Handing) (audit.Entry, error) {
	if h.Day == 0 {
		h.Day = o.Today()
	}
	what := registry.NameOf(award.HandingNames, h.What)
	return o.act(ctx, "certificate.hand", fmt.Sprintf("%s %d bằng, giấy khen", what, len(records)), func(tx Tx) error {
		before, err := tx.Handings().Find(ctx, RecordsFilter{Records: append([]int64{}, records...)})
		if err != nil {
			return err
		}
		of := map[int64][]award.Handing{}
		for _, b := range before {
			of[b.Record] = append(of[b.Record], b)
		}
		put := make([]*award.Handing, 0, len(records))
		for _, r := range records {
			n := h
			n.ID, n.Record = 0, r
			if err := n.May(of[r]); err != nil {
				return err
			}
			put = append(put, &n)
		}
		return tx.Handings().Put(ctx, put...)
	})
}
