package scoring

import (
	"slices"

	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/words"
)

// Member is one unit of a cluster.
type Member struct {
	ID    registry.UnitID
	Name  string
	Role  string
	Group string
	Ended bool
	Heirs []registry.UnitID // who stands in its place today, when it ended
}

// Members are the units of a cluster: head and deputy first, those that ended last.
func (s *State) Members(c movement.Cluster) []Member {
	out := make([]Member, 0, len(c.Members))
	for _, id := range c.Members {
		v, _ := s.Units.Near(id, s.day())
		m := Member{ID: id, Name: v.Name, Group: registry.NameOf(registry.GroupNames, v.Group)}
		switch id {
		case c.Head:
			m.Role = words.ClusterHead
		case c.Deputy:
			m.Role = words.ClusterDeputy
		}
		if u, ok := s.Units.Unit(id); ok {
			_, stands := u.At(s.day())
			if m.Ended = !stands; m.Ended {
				m.Heirs, _ = s.Units.Heirs(id, s.day())
			}
		}
		out = append(out, m)
	}
	rank := func(m Member) int {
		switch {
		case m.Role == words.ClusterHead:
			return 0
		case m.Role != "":
			return 1
		case m.Ended:
			return 3
		}
		return 2
	}
	slices.SortStableFunc(out, func(a, b Member) int { return rank(a) - rank(b) })
	return out
}

// day is the last day of the year shown, or today within it.
func (s *State) day() when.Date {
	return max(min(s.Today, when.Of(s.Year, 12, 31)), when.Of(s.Year, 1, 1))
}

// Loose are the units that take part and belong to no cluster of the year.
func (s *State) Loose() []movement.Debtor {
	in := map[registry.UnitID]bool{}
	for _, c := range s.Clusters {
		for _, m := range c.Members {
			in[m] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(s.Owing), func(d movement.Debtor) bool { return d.Ended || in[d.ID] })
}

// Without is a cluster with some of its members gone; nobody who left heads it.
func Without(c movement.Cluster, gone []registry.UnitID) movement.Cluster {
	c.Members = slices.DeleteFunc(slices.Clone(c.Members), func(m registry.UnitID) bool { return slices.Contains(gone, m) })
	if slices.Contains(gone, c.Head) {
		c.Head = 0
	}
	if slices.Contains(gone, c.Deputy) {
		c.Deputy = 0
	}
	return c
}

// With is a cluster with more members, each once.
func With(c movement.Cluster, more ...registry.UnitID) movement.Cluster {
	c.Members = slices.Clone(c.Members)
	for _, m := range more {
		if !c.Has(m) {
			c.Members = append(c.Members, m)
		}
	}
	return c
}

// Lead is a cluster with another head (or deputy); the one who was head becomes
// deputy's equal again: a unit is never both.
func Lead(c movement.Cluster, unit registry.UnitID, deputy bool) movement.Cluster {
	if c.Head == unit {
		c.Head = 0
	}
	if c.Deputy == unit {
		c.Deputy = 0
	}
	if deputy {
		c.Deputy = unit
	} else {
		c.Head = unit
	}
	return c
}

// theCluster is the cluster chosen, else the first.
func (s *State) theCluster() (movement.Cluster, bool) {
	if len(s.Clusters) == 0 {
		return movement.Cluster{}, false
	}
	i := slices.IndexFunc(s.Clusters, func(c movement.Cluster) bool { return c.Code == s.Cluster })
	return s.Clusters[max(i, 0)], true
}
