package office

import (
	"cmp"
	"context"
	"slices"

	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Board is the officer's map of a movement: every unit that handed something in,
// how many of its dossiers stand at which stage, whose turn it is, how long the
// step still has, what is missing.
type Board struct {
	Movement movement.Movement
	Units    []BoardUnit // those with the least time left first
	Stages   map[dossier.Stage]int
	Late     int // dossiers whose step ran past its working days
	Short    int // dossiers with a paper known to be missing or wrong
	Unseen   int // dossiers with a paper nobody has looked at
}

// BoardUnit is one row of the board. What it counts is drawn from its marks.
type BoardUnit struct {
	Unit   int64 // 0 when the proposer is none of the registry
	Name   string
	Group  string // code of registry.GroupNames, "" outside the registry
	Marks  []Mark // every dossier of the unit
	Stages map[dossier.Stage]int
	Turns  []Turn // what is to be done, the most urgent first
	Quotas []Quota
	Lacks  []Lack // what is missing, the commonest first
	Short  int
	Unseen int
}

// Mark is what the board knows of one dossier.
type Mark struct {
	Dossier int64
	Award   string // code
	Stage   dossier.Stage
	Kind    registry.Kind
	Direct  bool         // one who works directly
	Step    dossier.Step // zero when the award has no road
	Left    int          // working days; meaningless unless Timed
	Timed   bool         // the step has a number of days and the dossier waits in it
	Short   []string     // papers known to be missing or wrong
	Unseen  []string     // papers nobody has looked at
	Asked   []string     // bodies that were asked and have not answered
}

// Open tells that the dossier is still on its road.
func (m Mark) Open() bool { return !m.Stage.Out() && m.Stage != dossier.Decided }

// Late tells that its step ran past its working days.
func (m Mark) Late() bool { return m.Timed && m.Left < 0 }

// DueSoon tells that its step ends within the days the home page looks ahead.
func (m Mark) DueSoon() bool { return m.Timed && m.Left >= 0 && m.Left <= DueSoon }

// Turn is one step dossiers of a unit stand in.
type Turn struct {
	Award    string // code
	Stage    dossier.Stage
	Step     dossier.Step // Holder tells whose turn it is, Paper what goes out
	Dossiers []int64
	Left     int  // working days of the one with the least; meaningless unless Timed
	Timed    bool // the step has a number of days at all
}

// Lack is one thing that dossiers of a unit wait for.
type Lack struct {
	Kind     LackKind
	What     string // name of the paper or of the body
	Dossiers []int64
}

// LackKind tells what somebody has to do about it.
type LackKind string

// The kinds, the gravest first.
const (
	LackShort  LackKind = "thieu"    // the paper is missing or wrong: ask the unit
	LackUnseen LackKind = "chua_xem" // nobody has looked: look
	LackAnswer LackKind = "cho"      // another body was asked: chase it
)

// Quota is how many a unit proposes for an award of how many it may.
type Quota struct {
	Award    string
	Kind     registry.Kind // the only kind it counts, "" for all together
	Proposed int
	Most     int // 0 for no limit
	People   int // individuals among them
	Direct   int // of those, the ones who work directly
}

// Board draws up the map of a movement, with a fixed number of queries.
func (o *Office) Board(ctx context.Context, movementCode string) (b Board, err error) {
	err = o.read(ctx, func(tx Tx) error {
		b, err = boardOf(ctx, tx, movementCode, o.Today())
		return err
	})
	return b, err
}

func boardOf(ctx context.Context, tx Tx, movementCode string, day when.Date) (b Board, err error) {
	if b.Movement, err = movementOf(ctx, tx, movementCode); err != nil {
		return b, err
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: b.Movement.ID})
	if err != nil {
		return b, err
	}
	w := boarding{day: day, movement: b.Movement, rows: map[string]*BoardUnit{}, steps: map[string]map[dossier.Stage]dossier.Step{}}
	if err := w.prepare(ctx, tx, ds); err != nil {
		return b, err
	}
	for _, d := range ds {
		r := w.row(d)
		r.Marks = append(r.Marks, w.mark(d))
	}
	for _, r := range w.rows {
		b.Units = append(b.Units, *r)
	}
	return b.sum(""), nil
}

// Narrow is the board of one group of units and one award; "" does not narrow.
// Units without a dossier left are left out.
func (b Board) Narrow(group, award string) Board {
	var units []BoardUnit
	for _, u := range b.Units {
		if group != "" && u.Group != group {
			continue
		}
		if award != "" {
			u.Marks = slices.DeleteFunc(slices.Clone(u.Marks), func(m Mark) bool { return m.Award != award })
		}
		if len(u.Marks) > 0 {
			units = append(units, u)
		}
	}
	b.Units = units
	return b.sum(award)
}

// Which lists the unit's dossiers whose marks answer a question.
func (u BoardUnit) Which(is func(Mark) bool) []int64 {
	var out []int64
	for _, m := range u.Marks {
		if is(m) {
			out = append(out, m.Dossier)
		}
	}
	return out
}

// sum counts what the marks say and orders the units by urgency; award narrows the
// quotas.
func (b Board) sum(award string) Board {
	b.Stages, b.Late, b.Short, b.Unseen = map[dossier.Stage]int{}, 0, 0, 0
	for i := range b.Units {
		u := &b.Units[i]
		u.count(b.Movement, award)
		for s, n := range u.Stages {
			b.Stages[s] += n
		}
		b.Short += u.Short
		b.Unseen += u.Unseen
		for _, m := range u.Marks {
			if m.Late() {
				b.Late++
			}
		}
	}
	slices.SortFunc(b.Units, func(a, b BoardUnit) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(viet.TextKey(a.Name), viet.TextKey(b.Name)))
	})
	return b
}

func (u *BoardUnit) count(m movement.Movement, award string) {
	u.Stages, u.Turns, u.Quotas, u.Lacks, u.Short, u.Unseen = map[dossier.Stage]int{}, nil, nil, nil, 0, 0
	for _, g := range m.Awards {
		if award == "" || g.Award == award {
			limits := g.LimitsOf(u.Unit, u.Group)
			for _, l := range limits {
				u.Quotas = append(u.Quotas, Quota{Award: g.Award, Kind: l.Kind, Most: l.Most})
			}
			if len(limits) == 0 {
				u.Quotas = append(u.Quotas, Quota{Award: g.Award})
			}
		}
	}
	type turn struct {
		award string
		stage dossier.Stage
	}
	type lackOf struct {
		kind LackKind
		what string
	}
	turns, lacks := map[turn]int{}, map[lackOf]int{}
	for _, k := range u.Marks {
		u.Stages[k.Stage]++
		if k.Stage.Out() {
			continue
		}
		u.quota(k)
		if !k.Open() {
			continue
		}
		at, ok := turns[turn{k.Award, k.Stage}]
		if !ok {
			at = len(u.Turns)
			turns[turn{k.Award, k.Stage}] = at
			u.Turns = append(u.Turns, Turn{Award: k.Award, Stage: k.Stage, Step: k.Step, Left: k.Left, Timed: k.Timed})
		}
		t := &u.Turns[at]
		t.Dossiers = append(t.Dossiers, k.Dossier)
		t.Left = min(t.Left, k.Left)
		if len(k.Short) > 0 {
			u.Short++
		}
		if len(k.Unseen) > 0 {
			u.Unseen++
		}
		for _, l := range []struct {
			kind  LackKind
			names []string
		}{{LackShort, k.Short}, {LackUnseen, k.Unseen}, {LackAnswer, k.Asked}} {
			for _, name := range l.names {
				at, ok := lacks[lackOf{l.kind, name}]
				if !ok {
					at = len(u.Lacks)
					lacks[lackOf{l.kind, name}] = at
					u.Lacks = append(u.Lacks, Lack{Kind: l.kind, What: name})
				}
				u.Lacks[at].Dossiers = append(u.Lacks[at].Dossiers, k.Dossier)
			}
		}
	}
	slices.SortFunc(u.Turns, func(a, b Turn) int {
		return cmp.Or(cmp.Compare(urgent(a), urgent(b)), cmp.Compare(a.Award, b.Award), cmp.Compare(a.Stage, b.Stage))
	})
	grave := []LackKind{LackShort, LackUnseen, LackAnswer}
	slices.SortStableFunc(u.Lacks, func(a, b Lack) int {
		return cmp.Or(cmp.Compare(slices.Index(grave, a.Kind), slices.Index(grave, b.Kind)), cmp.Compare(len(b.Dossiers), len(a.Dossiers)))
	})
	u.Quotas = slices.DeleteFunc(u.Quotas, func(q Quota) bool { return q.Proposed == 0 && q.Most == 0 })
}

func (u *BoardUnit) quota(k Mark) {
	for i := range u.Quotas {
		q := &u.Quotas[i]
		if q.Award != k.Award || q.Kind != "" && q.Kind != k.Kind {
			continue
		}
		q.Proposed++
		if k.Kind == registry.Individual {
			q.People++
		}
		if k.Direct {
			q.Direct++
		}
	}
}

// urgent orders turns: those with a clock by what is left, the others last.
func urgent(t Turn) int {
	if !t.Timed {
		return 1 << 20
	}
	return t.Left
}

func first(u BoardUnit) int {
	if len(u.Turns) == 0 {
		return 1 << 21
	}
	return urgent(u.Turns[0])
}
