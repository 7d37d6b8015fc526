package office

import (
	"context"

	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// boarding draws the marks of a board from what was read at once.
type boarding struct {
	movement movement.Movement
	day      when.Date
	cal      *when.Calendar
	roads    []dossier.Road
	units    *registry.Book
	subs     map[int64]dossier.Submission
	want     []dossier.Requirement
	of       map[int64]map[string]dossier.Paper // dossier → code
	with     map[int64]map[string]dossier.Paper // submission → code
	asked    map[int64][]string                 // dossier → bodies that owe an answer
	wants    map[string][]dossier.Requirement
	steps    map[string]map[dossier.Stage]dossier.Step
	rows     map[string]*BoardUnit
}

func (w *boarding) prepare(ctx context.Context, tx Tx, ds []dossier.Dossier) (err error) {
	if w.cal, err = calendarOf(ctx, tx); err != nil {
		return err
	}
	if w.roads, err = tx.Roads().Find(ctx, All{}); err != nil {
		return err
	}
	if w.units, err = registryOf(ctx, tx); err != nil {
		return err
	}
	subs, err := tx.Submissions().Find(ctx, SubmissionFilter{Movement: w.movement.ID})
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
	papers, err := tx.PaperCounts(ctx, w.movement.ID)
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
	ids := make([]int64, len(ds))
	for i, d := range ds {
		ids[i] = d.ID
	}
	asked, err := tx.Confirmations().Find(ctx, DossiersFilter{Dossiers: ids})
	w.asked = map[int64][]string{}
	for _, c := range asked {
		if c.Answered == 0 {
			w.asked[c.Dossier] = append(w.asked[c.Dossier], registry.NameOf(dossier.BodyNames, c.Body))
		}
	}
	return err
}

// row is the unit that handed the dossier in, else the nominee's own.
func (w *boarding) row(d dossier.Dossier) *BoardUnit {
	s, ok := w.subs[d.Submission]
	if !ok || s.Unit == 0 && s.UnitText == "" {
		s.Unit, s.UnitText = d.Unit, d.UnitText
	}
	name, group := s.UnitText, ""
	if v, ok := w.units.Near(s.Unit, w.day); ok && s.Unit != 0 {
		name, group = v.Name, v.Group
	}
	r := w.rows[name]
	if r == nil {
		r = &BoardUnit{Unit: s.Unit, Name: name, Group: group}
		w.rows[name] = r
	}
	return r
}

func (w *boarding) mark(d dossier.Dossier) Mark {
	m := Mark{Dossier: d.ID, Award: d.Award, Stage: d.Stage, Kind: d.Kind}
	m.Direct = d.Kind == registry.Individual && d.Class == "truc_tiep"
	if !m.Open() {
		return m
	}
	m.Short, m.Unseen = w.papers(d)
	m.Asked = w.asked[d.ID]
	m.Step = w.step(d.Award, d.Stage)
	if m.Step.Days > 0 {
		m.Timed, m.Left = true, m.Step.Days-w.cal.WorkingDaysBetween(d.Since(), w.day)
	}
	return m
}

// papers names the papers of the dossier known to be wrong and those nobody has
// looked at.
func (w *boarding) papers(d dossier.Dossier) (short, unseen []string) {
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
		switch {
		case c.Short():
			short = append(short, q.Name)
		case !q.Optional && c.State() == dossier.Unseen:
			unseen = append(unseen, q.Name)
		}
	}
	return short, unseen
}

// step is the step a stage of an award is measured by.
func (w *boarding) step(award string, stage dossier.Stage) dossier.Step {
	byStage, ok := w.steps[award]
	if !ok {
		byStage = map[dossier.Stage]dossier.Step{}
		if mine := roadsFor(w.roads, w.movement, award); len(mine) > 0 {
			for _, st := range mine[0].Steps {
				byStage[st.Stage], _ = mine[0].Clock(st.Stage)
			}
		}
		w.steps[award] = byStage
	}
	return byStage[stage]
}
