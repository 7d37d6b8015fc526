package movement

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
)

// Cluster is a cụm or khối thi đua in one year: who belongs to it and who heads
// it. The code goes through the years; members and heads are each year's own.
type Cluster struct {
	ID, Rev int64
	Code    string // "K1"
	Name    string // "Khối thi đua các sở, ban, ngành"
	Kind    string // code of ClusterKinds
	Year    int
	Head    registry.UnitID // cụm trưởng, khối trưởng
	Deputy  registry.UnitID
	Members []registry.UnitID // head and deputy among them
	Source  string            // the decision that laid it down
	Note    string
}

// The kinds of cluster: cụm by area, khối by trade.
const (
	ByArea  = "cum"
	ByTrade = "khoi"
)

// ClusterKinds are the kinds in words.
var ClusterKinds = []registry.Name{{Code: ByTrade, Name: "Khối thi đua"}, {Code: ByArea, Name: "Cụm thi đua"}}

// Has tells that a unit belongs to the cluster.
func (c Cluster) Has(unit registry.UnitID) bool { return slices.Contains(c.Members, unit) }

// Check gives every fault of a cluster, beside the others of its year: a unit
// belongs to one cluster only.
func (c Cluster) Check(others []Cluster) error {
	var l fault.List
	if c.Code == "" {
		l.Add(fault.New(fault.Invalid, "movement.cluster-code").At("code"))
	}
	if viet.Clean(c.Name) == "" {
		l.Add(fault.New(fault.Invalid, "movement.cluster-name").At("name"))
	}
	if registry.NameOf(ClusterKinds, c.Kind) == c.Kind {
		l.Add(fault.New(fault.Invalid, "movement.cluster-kind").At("kind"))
	}
	if c.Year < 1990 || c.Year > 2200 {
		l.Add(fault.New(fault.Invalid, "movement.cluster-year").At("year"))
	}
	for _, lead := range []struct {
		unit  registry.UnitID
		field string
	}{{c.Head, "head"}, {c.Deputy, "deputy"}} {
		if lead.unit != 0 && !c.Has(lead.unit) {
			l.Add(fault.New(fault.Invalid, "movement.cluster-lead").At(lead.field))
		}
	}
	if c.Head != 0 && c.Head == c.Deputy {
		l.Add(fault.New(fault.Invalid, "movement.cluster-same-lead").At("deputy"))
	}
	for _, o := range others {
		if o.ID == c.ID || o.Year != c.Year {
			continue
		}
		if o.Code == c.Code {
			l.Add(fault.New(fault.Conflict, "movement.cluster-twice", c.Code, c.Year).At("code"))
		}
		if n := len(shared(o.Members, c.Members)); n > 0 {
			l.Add(fault.New(fault.Conflict, "movement.cluster-member", n, o.Name).At("members"))
		}
	}
	return l.OrNil()
}

func shared(a, b []registry.UnitID) (out []registry.UnitID) {
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// Next is the cluster in a later year: the same members as far as they still
// stand, heads to be chosen anew (they take turns). Members that ended are given
// back as gone: who takes their place is asked, never guessed.
func (c Cluster) Next(year int, stands func(registry.UnitID) bool) (next Cluster, gone []registry.UnitID) {
	next = c
	next.ID, next.Rev, next.Year, next.Head, next.Deputy, next.Members = 0, 0, year, 0, 0, nil
	for _, m := range c.Members {
		if stands(m) {
			next.Members = append(next.Members, m)
		} else {
			gone = append(gone, m)
		}
	}
	return next, gone
}
