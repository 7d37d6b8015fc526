package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/movement"
	"thidua/model/registry"
)

// Clusters lists the clusters and blocks of a year; 0 is every year, newest first.
func (o *Office) Clusters(ctx context.Context, year int) (list []movement.Cluster, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Clusters().Find(ctx, ClusterFilter{Year: year})
		return err
	})
	return list, err
}

// SaveCluster adds a cluster of a year or saves a changed one.
func (o *Office) SaveCluster(ctx context.Context, c *movement.Cluster) (audit.Entry, error) {
	others, err := o.Clusters(ctx, c.Year)
	if err != nil {
		return audit.Entry{}, err
	}
	if err := c.Check(others); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "cluster.save", fmt.Sprintf("Ghi %s năm %d", c.Name, c.Year), func(tx Tx) error { return tx.Clusters().Put(ctx, c) })
}

// DeleteCluster takes a cluster of a year out.
func (o *Office) DeleteCluster(ctx context.Context, c movement.Cluster) (audit.Entry, error) {
	return o.act(ctx, "cluster.delete", fmt.Sprintf("Xóa %s năm %d", c.Name, c.Year), func(tx Tx) error { return tx.Clusters().Delete(ctx, c.ID) })
}

// Carried is what became of the clusters of one year in the next.
type Carried struct {
	Clusters []movement.Cluster
	// Gone are members that ended, by the code of their cluster: who takes their
	// place is for a person to say.
	Gone map[string][]registry.UnitID
}

// CarryClusters makes the clusters of a year out of those of the year before it,
// as one act; clusters that already exist are left alone.
func (o *Office) CarryClusters(ctx context.Context, year int) (Carried, audit.Entry, error) {
	out := Carried{Gone: map[string][]registry.UnitID{}}
	book, err := o.Registry(ctx)
	if err != nil {
		return out, audit.Entry{}, err
	}
	before, err := o.Clusters(ctx, year-1)
	if err != nil {
		return out, audit.Entry{}, err
	}
	now, err := o.Clusters(ctx, year)
	if err != nil {
		return out, audit.Entry{}, err
	}
	have := map[string]bool{}
	for _, c := range now {
		have[c.Code] = true
	}
	stands := func(id registry.UnitID) bool {
		u, ok := book.Unit(id)
		if !ok {
			return false
		}
		_, ok = u.At(o.Today())
		return ok
	}
	for _, c := range before {
		if have[c.Code] {
			continue
		}
		next, gone := c.Next(year, stands)
		out.Clusters = append(out.Clusters, next)
		if len(gone) > 0 {
			out.Gone[c.Code] = gone
		}
	}
	if len(out.Clusters) == 0 {
		return out, audit.Entry{}, nil
	}
	e, err := o.act(ctx, "cluster.carry", fmt.Sprintf("Chuyển %d cụm, khối thi đua sang năm %d", len(out.Clusters), year), func(tx Tx) error {
		return putAll(ctx, tx.Clusters(), out.Clusters)
	})
	return out, e, err
}

// Watches lists who of the council watches what in a movement.
func (o *Office) Watches(ctx context.Context, code string) (list []movement.Watch, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.Watches().Find(ctx, YearFilter{Movement: m.ID})
		return err
	})
	return list, err
}

// SaveWatch assigns a member of the council, or saves a changed assignment.
func (o *Office) SaveWatch(ctx context.Context, w *movement.Watch) (audit.Entry, error) {
	if err := w.Check(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "watch.save", fmt.Sprintf("Phân công %s theo dõi %s", w.Member, w.Sector), func(tx Tx) error { return tx.Watches().Put(ctx, w) })
}

// DeleteWatch takes an assignment out; visits made under it stay.
func (o *Office) DeleteWatch(ctx context.Context, w movement.Watch) (audit.Entry, error) {
	return o.act(ctx, "watch.delete", fmt.Sprintf("Bỏ phân công %s theo dõi %s", w.Member, w.Sector), func(tx Tx) error {
		visits, err := tx.Visits().Find(ctx, YearFilter{Movement: w.Movement})
		if err != nil {
			return err
		}
		var put []*movement.Visit
		for i := range visits {
			if visits[i].Watch == w.ID {
				visits[i].Watch = 0
				put = append(put, &visits[i])
			}
		}
		if err := tx.Visits().Put(ctx, put...); err != nil {
			return err
		}
		return tx.Watches().Delete(ctx, w.ID)
	})
}

// Visits lists the inspections of a movement in a year (0: all), newest first.
func (o *Office) Visits(ctx context.Context, code string, year int) (list []movement.Visit, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.Visits().Find(ctx, YearFilter{Movement: m.ID, Year: year})
		return err
	})
	return list, err
}

// SaveVisit records an inspection and its findings.
func (o *Office) SaveVisit(ctx context.Context, v *movement.Visit, file *Attachment) (audit.Entry, error) {
	if err := v.Check(); err != nil {
		return audit.Entry{}, err
	}
	if err := o.keepFile(ctx, file, &v.File, &v.FileName); err != nil {
		return audit.Entry{}, err
	}
	name, err := o.unitName(ctx, v.Unit)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "visit.save", fmt.Sprintf("Ghi kiểm tra %s ngày %s", name, v.Day.Slash()), func(tx Tx) error { return tx.Visits().Put(ctx, v) })
}

// DeleteVisit takes an inspection out that was noted by mistake.
func (o *Office) DeleteVisit(ctx context.Context, v movement.Visit) (audit.Entry, error) {
	return o.act(ctx, "visit.delete", "Xóa kiểm tra ngày "+v.Day.Slash(), func(tx Tx) error { return tx.Visits().Delete(ctx, v.ID) })
}

// WatchersOf names the members of the council a unit falls under today.
func (o *Office) WatchersOf(ctx context.Context, code string, unit registry.UnitID) (out []movement.Watch, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		ws, err := tx.Watches().Find(ctx, YearFilter{Movement: y.movement.ID})
		if err != nil {
			return err
		}
		cs, err := tx.Clusters().Find(ctx, ClusterFilter{Year: y.day.Year()})
		if err != nil {
			return err
		}
		cluster := ""
		for _, c := range cs {
			if c.Has(unit) {
				cluster = c.Code
			}
		}
		v, _ := y.units.Near(unit, y.day)
		for _, w := range ws {
			if w.Covers(unit, v.Group, cluster, y.day) {
				out = append(out, w)
			}
		}
		return nil
	})
	return out, err
}
