package office

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"

	"thidua/assets"
	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Empty tells that nothing has been set up yet.
func (o *Office) Empty(ctx context.Context) (bool, error) {
	n := 0
	err := o.read(ctx, func(tx Tx) (err error) {
		n, err = tx.Awards().Count(ctx, All{})
		return err
	})
	return n == 0, err
}

// SetUp puts in what the program brings with it: the catalogue of awards with its
// dated law and money, the roads, the bodies of its own province and the movement of
// the plan. All of it can be changed afterwards. It answers "office.set-up" when
// that was done before.
func (o *Office) SetUp(ctx context.Context) (audit.Entry, error) {
	return o.setUp(ctx, func(tx Tx) error {
		if err := putRegistry(ctx, tx, assets.Units(), assets.Events()); err != nil {
			return err
		}
		return putAll(ctx, tx.Movements(), movement.Load())
	})
}

// SetUpOther is SetUp for another province: no bodies and no movement, and papers
// bear its name, "Lâm Đồng" or "thành phố Cần Thơ". It answers "office.province"
// when the name says nothing.
func (o *Office) SetUpOther(ctx context.Context, province string) (audit.Entry, error) {
	place, city := strings.Join(strings.Fields(viet.NFC(province)), " ")+" ", false
	for _, rank := range []string{"tỉnh ", "thành phố ", "TP.", "TP "} {
		if rest, ok := cutFold(place, rank); ok {
			place, city = rest, rank != "tỉnh "
		}
	}
	if place = strings.TrimSpace(place); viet.Fold(place) == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.province").At("province")
	}
	texts := []Setting{{Key: wordingKey + "dia-danh", Value: place}}
	if city {
		texts = append(texts, Setting{Key: wordingKey + "tinh", Value: "thành phố {dia-danh}"})
	}
	return o.setUp(ctx, func(tx Tx) error { return putAll(ctx, tx.Settings(), texts) })
}

// cutFold takes a first word off, however it is written.
func cutFold(text, word string) (string, bool) {
	if len(text) >= len(word) && strings.EqualFold(text[:len(word)], word) {
		return text[len(word):], true
	}
	return text, false
}

// setUp puts in what every province has, then the rest.
func (o *Office) setUp(ctx context.Context, rest func(Tx) error) (audit.Entry, error) {
	empty, err := o.Empty(ctx)
	if err != nil {
		return audit.Entry{}, err
	}
	if !empty {
		return audit.Entry{}, fault.New(fault.Conflict, "office.set-up")
	}
	return o.act(ctx, "office.set-up", "Khởi tạo danh mục của chương trình", func(tx Tx) error {
		if err := putCatalogue(ctx, tx, award.Load()); err != nil {
			return err
		}
		if err := putAll(ctx, tx.Roads(), dossier.LoadRoads()); err != nil {
			return err
		}
		if err := putAll(ctx, tx.VoteRules(), council.LoadRules()); err != nil {
			return err
		}
		if err := putAll(ctx, tx.Requirements(), dossier.LoadPapers()); err != nil {
			return err
		}
		days := Setting{Key: CalendarKey, Value: string(assets.Must("catalogue/holidays.json")), Source: "Thông báo lịch nghỉ của Bộ Lao động - Thương binh và Xã hội, Bộ Nội vụ"}
		if err := tx.Settings().Put(ctx, &days); err != nil {
			return err
		}
		return rest(tx)
	})
}

// putAll saves a list of values.
func putAll[T, F any](ctx context.Context, set Set[T, F], list []T) error {
	put := make([]*T, len(list))
	for i := range list {
		put[i] = &list[i]
	}
	return set.Put(ctx, put...)
}

func putCatalogue(ctx context.Context, tx Tx, c *award.Catalogue) error {
	if err := putAll(ctx, tx.Awards(), c.Awards); err != nil {
		return err
	}
	if err := putAll(ctx, tx.Standards(), c.Standards); err != nil {
		return err
	}
	if err := putAll(ctx, tx.RuleSets(), c.Rules); err != nil {
		return err
	}
	if err := putAll(ctx, tx.Coefficients(), c.Money.Coefficients); err != nil {
		return err
	}
	return putAll(ctx, tx.Salaries(), c.Money.Salaries)
}

// putRegistry reads the two tables of bodies and what befell them. A parent is
// named by its key and may stand further down, so units are saved twice: first
// for their ids, then with their parents.
func putRegistry(ctx context.Context, tx Tx, unitTable, eventTable []byte) error {
	rows, err := csvRows(unitTable)
	if err != nil {
		return err
	}
	var units []*registry.Unit
	byKey := map[string]*registry.Unit{}
	parents := map[*registry.Unit][]string{}
	for _, r := range rows {
		u := byKey[r["key"]]
		if u == nil {
			u = &registry.Unit{Key: r["key"]}
			byKey[u.Key] = u
			units = append(units, u)
		}
		p, err := period(r["from"], r["to"])
		if err != nil {
			return err
		}
		v := registry.Version{Period: p, Code: r["code"], Name: r["name"], Official: r["official"], Short: r["short"],
			Type: r["type"], Group: r["group"], Place: r["place"], Legal: r["legal"]}
		if r["aliases"] != "" {
			v.Aliases = strings.Split(r["aliases"], "|")
		}
		u.Versions = append(u.Versions, v)
		parents[u] = append(parents[u], r["parent"])
	}
	if err := tx.Units().Put(ctx, units...); err != nil {
		return err
	}
	for _, u := range units {
		for i, key := range parents[u] {
			if key == "" {
				continue
			}
			p := byKey[key]
			if p == nil {
				return fault.New(fault.Internal, "office.bad-table", "units.csv", key)
			}
			u.Versions[i].Parent = p.ID
		}
	}
	if err := tx.Units().Put(ctx, units...); err != nil {
		return err
	}
	rows, err = csvRows(eventTable)
	if err != nil {
		return err
	}
	var events []*registry.Event
	for _, r := range rows {
		day, err := when.Parse(r["date"])
		if err != nil {
			return err
		}
		e := &registry.Event{Date: day, Kind: registry.EventKind(r["kind"]), Part: r["part"] == "1", Legal: r["legal"], Note: r["note"]}
		for _, end := range []struct {
			key string
			id  *int64
		}{{r["from"], &e.From}, {r["to"], &e.To}} {
			if end.key == "" {
				continue
			}
			u := byKey[end.key]
			if u == nil {
				return fault.New(fault.Internal, "office.bad-table", "events.csv", end.key)
			}
			*end.id = u.ID
		}
		events = append(events, e)
	}
	return tx.Events().Put(ctx, events...)
}

func period(from, to string) (p when.Period, err error) {
	if p.From, err = when.Parse(from); err != nil {
		return p, err
	}
	p.To, err = when.Parse(to)
	return p, err
}

// csvRows reads a table with a heading row.
func csvRows(data []byte) ([]map[string]string, error) {
	all, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(all) == 0 {
		return nil, fault.New(fault.Internal, "office.bad-table", "csv", fmt.Sprint(err)).Because(err)
	}
	out := make([]map[string]string, 0, len(all)-1)
	for _, line := range all[1:] {
		r := make(map[string]string, len(line))
		for i, h := range all[0] {
			r[h] = line[i]
		}
		out = append(out, r)
	}
	return out, nil
}
