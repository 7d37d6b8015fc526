package units

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/words"
)

// State is what the page shows of the registry.
type State struct {
	Book   *registry.Book
	Day    when.Date
	Text   string // what is looked for, tones may be left out
	ByBody bool   // under the superior body instead of the plan's groups
	Unit   registry.UnitID
}

// Node is a line of the tree: a group, or a unit.
type Node struct {
	ID    string
	Unit  registry.UnitID // 0 for a group
	Name  string
	Code  string
	Type  string
	Count int // units under a group
	Under []Node
}

// Total counts the units shown.
func Total(nodes []Node) int {
	n := 0
	for _, x := range nodes {
		if x.Unit != 0 {
			n++
		}
		n += Total(x.Under)
	}
	return n
}

// Tree gives the units that exist on the day, by group or by superior body. With
// a text only those that carry it in a name, a short name or the code are left,
// each under its group.
func (s *State) Tree() []Node {
	if s.Book == nil {
		return nil
	}
	all := s.Book.On(s.Day)
	if q := viet.Fold(viet.Clean(s.Text)); q != "" {
		all = slices.DeleteFunc(all, func(u registry.Standing) bool { return !carries(u, q) })
	}
	if s.ByBody {
		return s.bodies(all)
	}
	var out []Node
	place := map[string]int{}
	for _, g := range registry.GroupNames {
		place[g.Code] = len(out)
		out = append(out, Node{ID: "g/" + g.Code, Name: g.Name})
	}
	for _, u := range all {
		at, ok := place[u.Group]
		if !ok {
			at = len(out)
			place[u.Group] = at
			out = append(out, Node{ID: "g/" + u.Group, Name: registry.NameOf(registry.GroupNames, u.Group)})
		}
		out[at].Under = append(out[at].Under, nodeOf(u))
		out[at].Count++
	}
	return slices.DeleteFunc(out, func(n Node) bool { return n.Count == 0 })
}

// bodies hangs every unit under its superior; one whose superior is not shown
// stands at the top.
func (s *State) bodies(all []registry.Standing) []Node {
	shown := map[registry.UnitID]bool{}
	under := map[registry.UnitID][]registry.Standing{}
	for _, u := range all {
		shown[u.ID] = true
	}
	for _, u := range all {
		p := u.Parent
		if !shown[p] || p == u.ID {
			p = 0
		}
		under[p] = append(under[p], u)
	}
	placed := map[registry.UnitID]bool{}
	var grow func(registry.UnitID) []Node
	grow = func(id registry.UnitID) []Node {
		var out []Node
		for _, u := range under[id] {
			if placed[u.ID] { // a circle in the data must not hang the window
				continue
			}
			placed[u.ID] = true
			n := nodeOf(u)
			n.Under = grow(u.ID)
			out = append(out, n)
		}
		return out
	}
	out := grow(0)
	for _, u := range all { // what only a circle holds
		if !placed[u.ID] {
			placed[u.ID] = true
			out = append(out, nodeOf(u))
		}
	}
	return out
}

func nodeOf(u registry.Standing) Node {
	return Node{ID: NodeID(u.ID), Unit: u.ID, Name: u.Name, Code: u.Code, Type: registry.NameOf(registry.TypeNames, u.Type)}
}

// NodeID names a unit's line of the tree.
func NodeID(id registry.UnitID) string { return fmt.Sprintf("u/%d", id) }

func carries(u registry.Standing, folded string) bool {
	for _, t := range append([]string{u.Name, u.Official, u.Short, u.Code}, u.Aliases...) {
		if strings.Contains(viet.Fold(t), folded) {
			return true
		}
	}
	return false
}

// Life is one version of the unit as the page lists it.
type Life struct {
	Version registry.Version
	Parent  string
	Now     bool // holds on the day
}

// Kin is a unit that came before or after.
type Kin struct {
	Unit  registry.UnitID // 0 when nobody took over
	Name  string
	Date  when.Date
	What  string // đổi tên, nhập …
	Part  bool
	Legal string
	Note  string
}

// Detail is everything about one unit.
type Detail struct {
	Unit     registry.Unit
	Version  registry.Version // on the day, or as near as there is
	Exists   bool             // on the day
	Parent   string
	Versions []Life
	Before   []Kin
	After    []Kin
	Heirs    []string // those that stand in its place on the day, when it does not exist
	Whole    bool     // the heirs took all of it over
}

// Detail gives what the page shows of the chosen unit.
func (s *State) Detail() (d Detail, ok bool) {
	if s.Book == nil || s.Unit == 0 {
		return d, false
	}
	u, ok := s.Book.Unit(s.Unit)
	if !ok || len(u.Versions) == 0 {
		return d, false
	}
	d.Unit = u
	if d.Version, d.Exists = u.At(s.Day); !d.Exists {
		d.Version = u.Near(s.Day)
	}
	d.Parent = s.name(d.Version.Parent, s.Day)
	for _, v := range u.Versions {
		d.Versions = append(d.Versions, Life{v, s.name(v.Parent, v.From), v.Holds(s.Day)})
	}
	d.Before = s.kin(s.Book.Predecessors(s.Unit), -1)
	d.After = s.kin(s.Book.Successors(s.Unit), 0)
	if !d.Exists && len(d.After) > 0 {
		heirs, whole := s.Book.Heirs(s.Unit, s.Day)
		d.Whole = whole
		for _, h := range heirs {
			d.Heirs = append(d.Heirs, s.name(h, s.Day))
		}
	}
	if e, ok := s.Book.Dissolution(s.Unit); ok {
		d.After = append(d.After, Kin{Name: words.UnitNoHeir, Date: e.Date, What: What(e.Kind), Legal: e.Legal, Note: e.Note})
	}
	return d, true
}

// kin writes links out, each unit under the name it carried at the event: the
// day before it for one that came before.
func (s *State) kin(links []registry.Link, shift int) []Kin {
	var out []Kin
	for _, l := range links {
		e := l.Event
		out = append(out, Kin{Unit: l.Unit, Name: s.name(l.Unit, e.Date.AddDays(shift)), Date: e.Date, What: What(e.Kind), Part: e.Part, Legal: e.Legal, Note: e.Note})
	}
	return out
}

func (s *State) name(id registry.UnitID, day when.Date) string {
	if id == 0 {
		return ""
	}
	v, ok := s.Book.Near(id, day)
	if !ok {
		return ""
	}
	return v.Name
}

// dayBefore is the day before one, none before none.
func dayBefore(day when.Date) when.Date {
	if day == 0 {
		return 0
	}
	return day.AddDays(-1)
}

// Preview says what a change would do, or what it still lacks.
func (s *State) Preview(c registry.Change) string {
	changed, err := s.Book.Change(c)
	if err != nil {
		return modelwords.Say(err)
	}
	from, to := s.Book.NamesNear(c.From, dayBefore(c.Date)), s.Book.NamesNear(c.To, c.Date)
	var lines []string
	switch {
	case c.Way == registry.Parting:
		lines = append(lines, words.Fill(words.BefallParts, c.Date.Slash(), from, to))
	case to == "":
		lines = append(lines, words.Fill(words.BefallEnds, from, dayBefore(c.Date).Slash()), words.BefallNoHeir)
	default:
		lines = append(lines, words.Fill(words.BefallEnds, from, dayBefore(c.Date).Slash()), words.Fill(words.BefallHeirs, to))
	}
	if len(changed.Below) > 0 {
		lines = append(lines, words.Fill(words.BefallBelow, to, s.Book.NamesNear(changed.Below, c.Date)))
	}
	return strings.Join(lines, "\n")
}

// What says an event in a word.
func What(k registry.EventKind) string {
	if w, ok := words.Events[string(k)]; ok {
		return w
	}
	return string(k)
}

// LineState says what would become of a line of a list of bodies.
func LineState(x office.UnitLine) string {
	switch {
	case len(x.Faults) > 0:
		return strings.Join(x.Faults, " ")
	case x.Known:
		return words.UnitsKnown
	}
	return words.UnitsReady
}
