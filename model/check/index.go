package check

import (
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// index is the facts with everything the rules compare looked up once, so that a
// rule never walks over all dossiers for one of them.
type index struct {
	Facts
	awards  map[string]award.Award
	grants  map[string]movement.Grant
	grounds map[groundKey][]award.Standard
	shelves map[shelfKey]*shelf         // filled as dossiers are looked at
	same    map[sameKey]*group          // one nominee, one award, one round
	forms   map[formsKey][]int          // one nominee, one round
	alike   map[alikeKey][]int          // nominees that may be one
	people  map[alikeKey][]int          // the same by identity number
	like    [][]alikeKey                // the keys of each dossier
	heads   map[alikeKey][]int          // households by the keys of the one they are named after
	ends    map[endKey]end              // what is said of units that ended, as asked for
	notSame map[[2]int64]bool           // looked at and found to be two
	self    map[registry.UnitID][]int64 // unit → the nominees that are it
	uses    map[int64][]*dossier.Initiative
	byID    map[int64]int
	lines   map[lineKey]*line // filled when a quota is first asked for
}

type groundKey struct {
	award string
	kind  registry.Kind
}

type sameKey struct {
	nominee int64
	award   string
	round   int
}

type formsKey struct {
	nominee int64
	phase   string
	round   int
}

// alikeKey is what two nominees share that may be one: kind, folded name and one more thing.
type alikeKey struct{ kind, name, more string }

// group is the dossiers of one nominee for one award in one round, by proposer.
type group struct {
	at []int
	by []proposed
}

type proposed struct {
	proposer string
	at       []int
}

func newIndex(f Facts) *index {
	n := len(f.Dossiers)
	x := &index{Facts: f, awards: map[string]award.Award{}, grants: map[string]movement.Grant{},
		grounds: map[groundKey][]award.Standard{}, shelves: map[shelfKey]*shelf{}, same: map[sameKey]*group{}, forms: map[formsKey][]int{},
		alike: make(map[alikeKey][]int, 2*n), people: make(map[alikeKey][]int, n), like: make([][]alikeKey, n), heads: map[alikeKey][]int{}, notSame: map[[2]int64]bool{},
		self: map[registry.UnitID][]int64{}, uses: map[int64][]*dossier.Initiative{}, byID: make(map[int64]int, n), ends: map[endKey]end{}}
	if x.Catalogue == nil {
		x.Catalogue = &award.Catalogue{}
	}
	if x.Registry == nil {
		x.Registry = registry.NewBook(nil, nil)
	}
	for _, a := range x.Catalogue.Awards {
		x.awards[a.Code] = a
	}
	for _, g := range x.Movement.Awards {
		x.grants[g.Award] = g
	}
	for _, s := range x.Catalogue.Standards {
		k := groundKey{s.Award, s.Kind}
		x.grounds[k] = append(x.grounds[k], s)
	}
	for _, p := range x.Distinct {
		x.notSame[[2]int64{p.A, p.B}] = true
	}
	for n, u := range x.Self {
		x.self[u] = append(x.self[u], n)
	}
	for _, ns := range x.self {
		slices.Sort(ns)
	}
	for i := range x.Initiatives {
		for _, d := range x.Initiatives[i].Dossiers {
			x.uses[d] = append(x.uses[d], &x.Initiatives[i])
		}
	}
	often := make(map[int64]int, n) // dossiers of a nominee that count
	for at := range x.Dossiers {
		d := &x.Dossiers[at]
		x.byID[d.ID] = at
		if !d.Stage.Out() {
			often[d.Nominee]++
		}
	}
	for at := range x.Dossiers {
		if d := &x.Dossiers[at]; !d.Stage.Out() {
			x.enter(at, often[d.Nominee] > 1)
		}
	}
	return x
}

// enter puts a dossier that still counts into what others are compared with; again
// tells that its nominee has others.
func (x *index) enter(at int, again bool) {
	d := &x.Dossiers[at]
	if d.Nominee != 0 && again {
		round := x.round(d)
		k := sameKey{d.Nominee, d.Award, round}
		g := x.same[k]
		if g == nil {
			g = &group{}
			x.same[k] = g
		}
		g.add(at, x.proposer(d))
		fk := formsKey{d.Nominee, x.grants[d.Award].Phase, round}
		x.forms[fk] = append(x.forms[fk], at)
	}
	x.like[at] = likeness(d)
	for _, k := range x.like[at] {
		x.alike[k] = append(x.alike[k], at)
	}
	for _, k := range headKeys(d) {
		x.heads[k] = append(x.heads[k], at)
	}
	if d.IDNumber != "" {
		k := alikeKey{kind: string(d.Kind), more: d.IDNumber}
		x.people[k] = append(x.people[k], at)
	}
}

func (g *group) add(at int, proposer string) {
	g.at = append(g.at, at)
	for i := range g.by {
		if g.by[i].proposer == proposer {
			g.by[i].at = append(g.by[i].at, at)
			return
		}
	}
	g.by = append(g.by, proposed{proposer, []int{at}})
}

// round keeps the years of a yearly award apart, by the achievements' year; an award
// given at the close has one round.
func (x *index) round(d *dossier.Dossier) int {
	if x.grants[d.Award].Phase == movement.Yearly {
		return d.YearOf()
	}
	return 0
}

// ruleDay is the day whose rules the dossier is under.
func (x *index) ruleDay(d *dossier.Dossier) when.Date {
	if day := d.RuleDay(); day != 0 {
		return day
	}
	return x.Day
}

// proposer names who handed the dossier in: the unit's id, else how the papers name it.
func (x *index) proposer(d *dossier.Dossier) string {
	s := x.Submissions[d.Submission]
	switch {
	case s.Unit != 0:
		return "#" + strconv.FormatInt(s.Unit, 10)
	case s.UnitText != "":
		return viet.Key(s.UnitText)
	}
	return ""
}

// proposerName is the proposer in words, as it stood on the day of the paper.
func (x *index) proposerName(d *dossier.Dossier) string {
	s := x.Submissions[d.Submission]
	if n := x.unitName(s.Unit, s.Date); n != "" {
		return n
	}
	if s.UnitText != "" {
		return s.UnitText
	}
	return "đơn vị chưa rõ"
}

// unitName is the short name of a unit as it stood on a day, "" for no unit.
func (x *index) unitName(id registry.UnitID, day when.Date) string {
	if id == 0 {
		return ""
	}
	if day == 0 {
		day = x.Day
	}
	v, ok := x.Registry.Near(id, day)
	switch {
	case !ok:
		return ""
	case v.Short != "":
		return v.Short
	}
	return v.Name
}

// awardName is the award's full name.
func (x *index) awardName(code string) string {
	if a, ok := x.awards[code]; ok {
		return a.Name
	}
	return code
}

// shelf is the standards of one award for one kind on one day, each with the key
// of its ground.
type shelf struct {
	all  []award.Standard
	keys []string
	// The grounds this movement can give, and those it cannot, in words.
	fit, unfit string
}

type shelfKey struct {
	groundKey
	day when.Date
}

func (x *index) shelf(d *dossier.Dossier) *shelf {
	k := shelfKey{groundKey{d.Award, d.Kind}, x.ruleDay(d)}
	s, ok := x.shelves[k]
	if !ok {
		s = &shelf{}
		for _, st := range x.grounds[k.groundKey] {
			if st.Holds(k.day) {
				s.all = append(s.all, st)
				s.keys = append(s.keys, groundKeyOf(st.Ground))
			}
		}
		s.fit, s.unfit = x.usable(s.all)
		x.shelves[k] = s
	}
	return s
}

// usable names the grounds that fit the movement's length and launcher, and those
// that do not, each once.
func (x *index) usable(all []award.Standard) (fit, unfit string) {
	var yes, no []string
	for _, s := range all {
		list := &yes
		if ok, _ := LastedEnough(x.Movement, s); !ok {
			list = &no
		}
		if n := len(*list); n == 0 || (*list)[n-1] != s.Ground {
			*list = append(*list, s.Ground)
		}
	}
	return strings.Join(yes, "; "), strings.Join(no, "; ")
}

// standards lists the grounds of the dossier's award for its kind on its day.
func (x *index) standards(d *dossier.Dossier) []award.Standard { return x.shelf(d).all }

// claimed lists the standards that carry the ground the dossier claims; a ground
// may be written for several ways.
func (x *index) claimed(d *dossier.Dossier) []award.Standard {
	if d.Ground == "" {
		return nil
	}
	key := groundKeyOf(d.Ground)
	s := x.shelf(d)
	var out []award.Standard
	for i, k := range s.keys {
		if k == key {
			out = append(out, s.all[i])
		}
	}
	return out
}

// groundKeyOf brings “Điều 74.1.a”, “điểm a khoản 1 Điều 74” and “74.1.a” to one key.
func groundKeyOf(s string) string {
	parts := strings.FieldsFunc(viet.Key(s), func(r rune) bool { return strings.ContainsRune(" .,;()", r) })
	named := map[string]string{}
	var plain []string
	for i, p := range parts {
		switch {
		case p == "điều" || p == "khoản" || p == "điểm":
		case i > 0 && (parts[i-1] == "khoản" || parts[i-1] == "điểm"):
			named[parts[i-1]] = p
		default:
			plain = append(plain, p)
		}
	}
	for _, p := range []string{"khoản", "điểm"} {
		if v, ok := named[p]; ok {
			plain = append(plain, v)
		}
	}
	return strings.Join(plain, ".")
}

// few names at most four things and counts the rest.
func few(names []string) string {
	const most = 4
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " và " + strconv.Itoa(len(names)-most) + " trường hợp khác"
}

func itoa(n int) string { return strconv.Itoa(n) }
