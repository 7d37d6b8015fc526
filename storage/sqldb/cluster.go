package sqldb

import (
	"thidua/model/movement"
	"thidua/model/office"
)

var clusters = &table[movement.Cluster, office.ClusterFilter]{
	name: "cluster", columns: []string{"id", "rev", "code", "name", "kind", "year", "head", "deputy", "members", "source", "note"},
	fields: func(k *movement.Cluster) []any {
		return []any{&k.ID, &k.Rev, &k.Code, &k.Name, &k.Kind, &k.Year, ref{&k.Head}, ref{&k.Deputy}, asJSON{&k.Members}, &k.Source, &k.Note}
	},
	where: func(f office.ClusterFilter, c *clause) {
		if f.Year != 0 {
			c.add("year = ?", f.Year)
		}
		if f.Code != "" {
			c.add("code = ?", f.Code)
		}
	},
	order: "year DESC, code", missing: "store.no-record",
}

// Clusters is the shelf of clusters and blocks, one line a year each.
func (t *Tx) Clusters() office.Set[movement.Cluster, office.ClusterFilter] {
	return shelf[movement.Cluster, office.ClusterFilter]{t, clusters}
}
