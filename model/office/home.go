package office

import (
	"context"
	"slices"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/movement"
)

// Home is the officer's morning: what waits, what is late, what was done last.
type Home struct {
	Movement movement.Movement // the newest
	HasAny   bool              // there is a movement at all
	// Stages counts the movement's dossiers by stage.
	Stages map[dossier.Stage]int
	// Waiting are the staged files nobody has accepted yet.
	Waiting []intake.Batch
	// Late are dossiers whose step has run past its working days, longest first.
	Late []Waiting
	// Due are those whose step ends within DueSoon working days.
	Due []Waiting
	// Unconfirmed names the rule set in force that nobody has checked; "" for none.
	Unconfirmed string
	// Doubts counts texts of papers that the office should look at before printing.
	Doubts int
	Last   []audit.Entry
}

// DueSoon is how many working days ahead the home page looks.
const DueSoon = 3

// Waiting is a dossier and how long its step still has.
type Waiting struct {
	Dossier dossier.Dossier
	Step    dossier.Step
	Left    int // working days; negative when late
}

// Home gathers the home page with a fixed number of queries.
func (o *Office) Home(ctx context.Context) (h Home, err error) {
	h.Stages = map[dossier.Stage]int{}
	err = o.read(ctx, func(tx Tx) error {
		list, err := tx.Movements().Find(ctx, MovementFilter{})
		if err != nil {
			return err
		}
		if h.Last, err = tx.Entries(ctx, EntryFilter{Limit: 12}); err != nil {
			return err
		}
		if len(list) == 0 {
			return nil
		}
		h.Movement, h.HasAny = list[0], true
		counts, err := tx.StageCounts(ctx, h.Movement.ID)
		if err != nil {
			return err
		}
		for _, c := range counts {
			h.Stages[c.Stage] += c.Count
		}
		if h.Waiting, err = tx.Batches().Find(ctx, BatchFilter{States: []intake.BatchState{intake.Staged}}); err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		if r, ok := cat.RuleSet(o.Today()); ok && !r.Confirmed {
			h.Unconfirmed = r.Name
		}
		texts, err := textsOf(ctx, tx)
		if err != nil {
			return err
		}
		h.Doubts = len(texts.Doubts(o.Today()))
		return o.clocks(ctx, tx, &h)
	})
	return h, err
}

// clocks counts the working days each open dossier's step still has, from the day
// it entered its stage.
func (o *Office) clocks(ctx context.Context, tx Tx, h *Home) error {
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: h.Movement.ID,
		Stages: []dossier.Stage{dossier.Received, dossier.Appraising, dossier.Supplement, dossier.Appraised, dossier.Passed, dossier.Submitted}})
	if err != nil {
		return err
	}
	roads, err := tx.Roads().Find(ctx, All{})
	if err != nil {
		return err
	}
	steps := map[string]map[dossier.Stage]dossier.Step{}
	cal, err := calendarOf(ctx, tx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		byStage, ok := steps[d.Award]
		if !ok {
			byStage = map[dossier.Stage]dossier.Step{}
			if mine := roadsFor(roads, h.Movement, d.Award); len(mine) > 0 {
				for _, st := range mine[0].Steps {
					if c, ok := mine[0].Clock(st.Stage); ok && c.Days > 0 {
						byStage[st.Stage] = c
					}
				}
			}
			steps[d.Award] = byStage
		}
		st, ok := byStage[d.Stage]
		if !ok {
			continue
		}
		left := st.Days - cal.WorkingDaysBetween(d.Since(), o.Today())
		w := Waiting{d, st, left}
		switch {
		case left < 0:
			h.Late = append(h.Late, w)
		case left <= DueSoon:
			h.Due = append(h.Due, w)
		}
	}
	sortWaiting(h.Late)
	sortWaiting(h.Due)
	return nil
}

func sortWaiting(list []Waiting) {
	slices.SortStableFunc(list, func(a, b Waiting) int { return a.Left - b.Left })
}
