package movement

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Limit is one of a plan's own counts of how many a unit may propose: "không quá 01
// tập thể và 03 cá nhân", "mỗi xã, phường 02 trường hợp", more for a body it names.
type Limit struct {
	Unit  registry.UnitID `json:"unit,omitempty"`  // for this unit
	Group string          `json:"group,omitempty"` // for the units of a group (registry.GroupNames)
	Kind  registry.Kind   `json:"kind,omitempty"`  // "" for all kinds together
	Most  int             `json:"most"`
}

// LimitsOf lists what holds for a unit: what names it, else what names its group, else
// what is said of every unit.
func (g Grant) LimitsOf(unit registry.UnitID, group string) []Limit {
	pick := func(of func(Limit) bool) (out []Limit) {
		for _, l := range g.Limits {
			if of(l) {
				out = append(out, l)
			}
		}
		return out
	}
	if own := pick(func(l Limit) bool { return unit != 0 && l.Unit == unit }); len(own) > 0 {
		return own
	}
	if own := pick(func(l Limit) bool { return l.Unit == 0 && group != "" && l.Group == group }); len(own) > 0 {
		return own
	}
	all := pick(func(l Limit) bool { return l.Unit == 0 && l.Group == "" })
	if g.Quota > 0 {
		all = append(all, Limit{Most: g.Quota})
	}
	return all
}

// Limited tells that anybody's proposals are counted.
func (g Grant) Limited() bool { return g.Quota > 0 || len(g.Limits) > 0 }

// counted is one count of a line: "03 cá nhân".
var counted = regexp.MustCompile(`(?i)^(\d{1,4})\s+(tập thể|hộ gia đình|hộ|cá nhân|trường hợp)$`)

var limitKinds = map[string]registry.Kind{"tập thể": registry.Collective, "hộ gia đình": registry.Household, "hộ": registry.Household,
	"cá nhân": registry.Individual, "trường hợp": ""}

// ReadLimits reads a plan's counts as an officer types them, a line a unit or a group
// of units, the counts alone for every other unit:
//
//	01 tập thể, 03 cá nhân
//	Xã, phường, thị trấn: 02 trường hợp
//	Sở Nội vụ: 02 tập thể, 05 cá nhân
//
// It answers "movement.limit-who" and "movement.limit-count", each with the words that
// are not understood.
func ReadLimits(text string, b *registry.Book, day when.Date) ([]Limit, error) {
	var out []Limit
	for _, line := range strings.Split(text, "\n") {
		if line = viet.Clean(line); line == "" {
			continue
		}
		var of Limit
		counts := line
		if i := strings.LastIndex(line, ":"); i >= 0 {
			who := viet.Clean(line[:i])
			counts = line[i+1:]
			ok := false
			if of, ok = limitOf(who, b, day); !ok {
				return nil, fault.New(fault.Invalid, "movement.limit-who", who).At("limits")
			}
		}
		for _, c := range strings.FieldsFunc(strings.ReplaceAll(counts, " và ", ","), func(r rune) bool { return r == ',' || r == ';' || r == '+' }) {
			m := counted.FindStringSubmatch(strings.Trim(viet.Clean(c), "."))
			if m == nil {
				return nil, fault.New(fault.Invalid, "movement.limit-count", viet.Clean(c)).At("limits")
			}
			l := of
			l.Kind = limitKinds[viet.Key(m[2])]
			l.Most, _ = strconv.Atoi(m[1]) // digits only
			if slices.ContainsFunc(out, func(o Limit) bool { return o.Unit == l.Unit && o.Group == l.Group && o.Kind == l.Kind }) {
				return nil, fault.New(fault.Invalid, "movement.limit-twice", line).At("limits")
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// limitOf finds the unit or the group of units a line is about.
func limitOf(who string, b *registry.Book, day when.Date) (Limit, bool) {
	for _, g := range registry.GroupNames {
		if viet.Key(g.Name) == viet.Key(who) {
			return Limit{Group: g.Code}, true
		}
	}
	all := slices.DeleteFunc(b.Match(who, day), func(c registry.Candidate) bool {
		return c.Score < registry.Certain || c.Within || c.Ended != 0
	})
	if len(all) == 0 || len(all) > 1 && all[1].Score == all[0].Score {
		return Limit{}, false
	}
	return Limit{Unit: all[0].Unit}, true
}

// LimitText writes limits as ReadLimits reads them.
func LimitText(limits []Limit, b *registry.Book, day when.Date) string {
	var lines []string
	at := map[Limit]int{}
	for _, l := range limits {
		who := Limit{Unit: l.Unit, Group: l.Group}
		i, ok := at[who]
		if !ok {
			i = len(lines)
			at[who] = i
			head := ""
			if v, ok := b.Near(l.Unit, day); ok && l.Unit != 0 {
				head = v.Name + ": "
			} else if l.Group != "" {
				head = registry.NameOf(registry.GroupNames, l.Group) + ": "
			}
			lines = append(lines, head+l.Count())
			continue
		}
		lines[i] += ", " + l.Count()
	}
	return strings.Join(lines, "\n")
}

// Count writes how many of what: "03 cá nhân".
func (l Limit) Count() string {
	what := "trường hợp"
	if l.Kind != "" {
		what = l.Kind.String()
	}
	return fmt.Sprintf("%02d %s", l.Most, what)
}
