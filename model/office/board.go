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

// BoardUnit is one row of the board.
type BoardUnit struct {
	Unit   int64 // 0 when the proposer is none of the registry
	Name   string
	Stages map[dossier.Stage]int
	Turns  []Turn // what is to be done, the most urgent first
	Quotas []Quota
	Short  int
	Unseen int
}

// Turn is one step dossiers of a unit stand in.
type Turn struct {
	Award    string // code
	Stage    dossier.Stage
	Step     dossier.Step // Holder tells whose turn it is, Paper what goes out
	Dossiers []int64
	Left     int  // working days of the one with the least; meaningless unless Timed
	Timed    bool // the step has a number of days at all
}

// Quota is how many a unit proposes for an award of how many it may.
type Quota struct {
	Award    string
	Proposed int
	Most     int // 0 for no limit
	People   int // individuals among them
	Direct   int // of those, the ones who work directly
}

// Board draws up the map of a movement, with a fixed number of queries.
func (o *Office) Board(ctx context.Context, movementCode string) (b Board, err error) {
	b.Stages = map[dossier.Stage]int{}
	err = o.read(ctx, func(tx Tx) error {
		if b.Movement, err = movementOf(ctx, tx, movementCode); err != nil {
			return err
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: b.Movement.ID})
		if err != nil {
			return err
		}
		w := boarding{day: o.Today(), rows: map[string]*BoardUnit{}, turns: map[*BoardUnit]map[turnKey]*Turn{}, steps: map[string]map[dossier.Stage]dossier.Step{}, board: &b}
		if err := w.prepare(ctx, tx); err != nil {
			return err
		}
		for _, d := range ds {
			w.add(d)
		}
		w.finish()
		return nil
	})
	return b, err
}

type turnKey struct {
	award string
	stage dossier.Stage
}

type boarding struct {
	board *Board
	day   when.Date
	cal   *when.Calendar
	roads []dossier.Road
	units *registry.Book
	subs  map[int64]dossier.Submission
	want  []dossier.Requirement
	of    map[int64]map[string]dossier.Paper // dossier → code
	with  map[int64]map[string]dossier.Paper // submission → code
	wants map[string][]dossier.Requirement
	steps map[string]map[dossier.Stage]dossier.Step
	rows  map[string]*BoardUnit
	turns map[*BoardUnit]map[turnKey]*Turn
}

func (w *boarding) prepare(ctx context.Context, tx Tx) (err error) {
	if w.cal, err = calendarOf(ctx, tx); err != nil {
		return err
	}
	if w.roads, err = tx.Roads().Find(ctx, All{}); err != nil {
		return err
	}
	if w.units, err = registryOf(ctx, tx); err != nil {
		return err
	}
	subs, err := tx.Submissions().Find(ctx, SubmissionFilter{Movement: w.board.Movement.ID})
	if err != nil {
		return err
	}
	w.subs = make(map[int64]dossier.Submission, len(subs))
	for _, s := range subs {
		w.subs[s.ID] = s
	}
	if w.want, err = requirementsOf(ctx, tx); err != nil {
		return err
	}
	papers, err := tx.PaperCounts(ctx, w.board.Movement.ID)
	if err != nil {
		return err
	}
	w.of, w.with, w.wants = map[int64]map[string]dossier.Paper{}, map[int64]map[string]dossier.Paper{}, map[string][]dossier.Requirement{}
	for _, p := range papers {
		into, id := w.of, p.Dossier
		if p.Dossier == 0 {
			into, id = w.with, p.Submission
		}
		if into[id] == nil {
			into[id] = map[string]dossier.Paper{}
		}
		into[id][p.Code] = dossier.Paper{Dossier: p.Dossier, Submission: p.Submission, Code: p.Code, State: p.State, Originals: p.Originals, Copies: p.Copies}
	}
	return nil
}

// row is the unit that handed the dossier in, else the nominee's own.
func (w *boarding) row(d dossier.Dossier) *BoardUnit {
	s, ok := w.subs[d.Submission]
	if !ok || s.Unit == 0 && s.UnitText == "" {
		s.Unit, s.UnitText = d.Unit, d.UnitText
	}
	name := s.UnitText
	if v, ok := w.units.Near(s.Unit, w.day); ok && s.Unit != 0 {
		name = v.Name
	}
	r := w.rows[name]
	if r == nil {
		r = &BoardUnit{Unit: s.Unit, Name: name, Stages: map[dossier.Stage]int{}}
		w.rows[name] = r
		w.turns[r] = map[turnKey]*Turn{}
		for _, g := range w.board.Movement.Awards {
			r.Quotas = append(r.Quotas, Quota{Award: g.Award, Most: g.Quota})
		}
	}
	return r
}

func (w *boarding) add(d dossier.Dossier) {
	r := w.row(d)
	r.Stages[d.Stage]++
	w.board.Stages[d.Stage]++
	if d.Stage.Out() {
		return
	}
	for i := range r.Quotas {
		if r.Quotas[i].Award == d.Award {
			q := &r.Quotas[i]
			q.Proposed++
			if d.Kind == registry.Individual {
				q.People++
				if d.Class == "truc_tiep" {
					q.Direct++
				}
			}
		}
	}
	if d.Stage == dossier.Decided {
		return
	}
	short, unseen := w.papers(d)
	if short {
		r.Short++
		w.board.Short++
	}
	if unseen {
		r.Unseen++
		w.board.Unseen++
	}
	w.turn(r, d)
}

// papers tells whether a paper of the dossier is known to be wrong, and whether one
// has not been looked at.
func (w *boarding) papers(d dossier.Dossier) (short, unseen bool) {
	key := d.Award + "|" + string(d.Kind) + "|" + d.Way + "|" + d.RuleDay().String()
	want, ok := w.wants[key]
	if !ok {
		want = dossier.Wanted(w.want, d)
		w.wants[key] = want
	}
	for _, q := range want {
		p, ok := w.of[d.ID][q.Code]
		if !ok {
			p = w.with[d.Submission][q.Code]
		}
		c := dossier.Checked{Requirement: q, Paper: p}
		short = short || c.Short()
		unseen = unseen || !q.Optional && c.State() == dossier.Unseen
	}
	return short, unseen
}

func (w *boarding) turn(r *BoardUnit, d dossier.Dossier) {
	byStage, ok := w.steps[d.Award]
	if !ok {
		byStage = map[dossier.Stage]dossier.Step{}
		if mine := roadsFor(w.roads, w.board.Movement, d.Award); len(mine) > 0 {
			for _, st := range mine[0].Steps {
				if _, have := byStage[st.Stage]; !have {
					byStage[st.Stage] = st
				}
			}
		}
		w.steps[d.Award] = byStage
	}
	k := turnKey{d.Award, d.Stage}
	t := w.turns[r][k]
	if t == nil {
		t = &Turn{Award: d.Award, Stage: d.Stage, Step: byStage[d.Stage]}
		t.Timed = t.Step.Days > 0
		t.Left = t.Step.Days
		w.turns[r][k] = t
	}
	t.Dossiers = append(t.Dossiers, d.ID)
	if !t.Timed {
		return
	}
	left := t.Step.Days - w.cal.WorkingDaysBetween(d.Since(), w.day)
	t.Left = min(t.Left, left)
	if left < 0 {
		w.board.Late++
	}
}

func (w *boarding) finish() {
	for _, r := range w.rows {
		for _, t := range w.turns[r] {
			r.Turns = append(r.Turns, *t)
		}
		slices.SortFunc(r.Turns, func(a, b Turn) int {
			return cmp.Or(cmp.Compare(urgent(a), urgent(b)), cmp.Compare(a.Award, b.Award), cmp.Compare(a.Stage, b.Stage))
		})
		r.Quotas = slices.DeleteFunc(r.Quotas, func(q Quota) bool { return q.Proposed == 0 && q.Most == 0 })
		w.board.Units = append(w.board.Units, *r)
	}
	slices.SortFunc(w.board.Units, func(a, b BoardUnit) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(viet.TextKey(a.Name), viet.TextKey(b.Name)))
	})
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
