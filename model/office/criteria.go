package office

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
)

// CriteriaSets lists the sets of a movement for a year (0: all), the units' own
// additions behind those of the groups.
func (o *Office) CriteriaSets(ctx context.Context, code string, year int) (list []criteria.Set, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.CriteriaSets().Find(ctx, YearFilter{Movement: m.ID, Year: year})
		return err
	})
	return list, err
}

// SaveCriteriaSet adds a set or saves a changed one. Sheets opened before keep the
// criteria they were opened with until they are renewed (RenewSheets).
func (o *Office) SaveCriteriaSet(ctx context.Context, s *criteria.Set) (audit.Entry, error) {
	if err := s.Check(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "criteria.save", fmt.Sprintf("Ghi %s năm %d", s.Name, s.Year), func(tx Tx) error {
		others, err := tx.CriteriaSets().Find(ctx, YearFilter{Movement: s.Movement, Year: s.Year})
		if err != nil {
			return err
		}
		if err := s.Beside(others); err != nil {
			return err
		}
		return tx.CriteriaSets().Put(ctx, s)
	})
}

// DeleteCriteriaSet takes a set out; sheets opened with it keep their criteria.
func (o *Office) DeleteCriteriaSet(ctx context.Context, s criteria.Set) (audit.Entry, error) {
	return o.act(ctx, "criteria.delete", fmt.Sprintf("Xóa %s năm %d", s.Name, s.Year), func(tx Tx) error { return tx.CriteriaSets().Delete(ctx, s.ID) })
}

// DraftCriteria makes the sets of a year that has none: last year's, else those
// that ship for the movement, else the last ones of a movement with the same
// criteria in its plan (the one it was cloned from), else one from the plan's own
// criteria. It gives how many were made.
func (o *Office) DraftCriteria(ctx context.Context, code string, year int) (int, audit.Entry, error) {
	m, err := o.Movement(ctx, code)
	if err != nil {
		return 0, audit.Entry{}, err
	}
	now, err := o.CriteriaSets(ctx, m.Code, year)
	if err != nil || slices.ContainsFunc(now, func(s criteria.Set) bool { return s.Unit == 0 }) {
		return 0, audit.Entry{}, err
	}
	sets, err := o.CriteriaSets(ctx, m.Code, year-1)
	if err != nil {
		return 0, audit.Entry{}, err
	}
	sets = slices.DeleteFunc(sets, func(s criteria.Set) bool { return s.Unit != 0 })
	if len(sets) == 0 {
		sets = criteria.Load(m.Code, year)
	}
	if len(sets) == 0 {
		if sets, err = o.modelSets(ctx, m); err != nil {
			return 0, audit.Entry{}, err
		}
	}
	if len(sets) == 0 {
		sets = []criteria.Set{{Code: "chung", Name: "Bộ tiêu chí theo kế hoạch", Items: criteria.FromPlanCriteria(m.Criteria, ""), Source: m.Title}}
	}
	for i := range sets {
		sets[i].ID, sets[i].Rev, sets[i].Movement, sets[i].Year = 0, 0, m.ID, year
		if err := sets[i].Check(); err != nil {
			return 0, audit.Entry{}, err
		}
	}
	e, err := o.act(ctx, "criteria.draft", fmt.Sprintf("Lập %d bộ tiêu chí năm %d", len(sets), year), func(tx Tx) error {
		return putAll(ctx, tx.CriteriaSets(), sets)
	})
	return len(sets), e, err
}

// modelSets are the groups' sets of the last year of the newest other movement whose
// plan has the very same criteria; none when there is no such movement.
func (o *Office) modelSets(ctx context.Context, m movement.Movement) (sets []criteria.Set, err error) {
	err = o.read(ctx, func(tx Tx) error {
		all, err := tx.Movements().Find(ctx, MovementFilter{})
		if err != nil {
			return err
		}
		for _, other := range all {
			if other.ID == m.ID || len(m.Criteria) == 0 || !reflect.DeepEqual(other.Criteria, m.Criteria) {
				continue
			}
			of, err := tx.CriteriaSets().Find(ctx, YearFilter{Movement: other.ID})
			if err != nil {
				return err
			}
			last := 0
			for _, s := range of {
				last = max(last, s.Year)
			}
			sets = slices.DeleteFunc(of, func(s criteria.Set) bool { return s.Unit != 0 || s.Year != last })
			if len(sets) > 0 {
				return nil
			}
		}
		return nil
	})
	return sets, err
}

// setFor is the set a unit is judged by in a year.
func setFor(ctx context.Context, tx Tx, y *year, of int, unit registry.UnitID) (criteria.Set, bool, error) {
	sets, err := tx.CriteriaSets().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of})
	if err != nil {
		return criteria.Set{}, false, err
	}
	s, ok := y.setOf(sets, of, unit)
	return s, ok, nil
}

// setOf picks a unit's set by the group it belonged to when the year's report was due.
func (y *year) setOf(sets []criteria.Set, of int, unit registry.UnitID) (criteria.Set, bool) {
	v, _ := y.units.Near(unit, y.movement.ReportDue(of, y.calendar))
	return criteria.For(sets, unit, v.Group)
}

// selfScore enters what reports of one year say as the units' own scores.
func selfScore(ctx context.Context, tx Tx, y *year, of int, rs ...report.Report) error {
	units := make([]registry.UnitID, len(rs))
	for i, r := range rs {
		units[i] = r.Unit
	}
	have, err := tx.ScoreSheets().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of, Units: units})
	if err != nil {
		return err
	}
	sets, err := tx.CriteriaSets().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of})
	if err != nil {
		return err
	}
	known, err := attestedOf(ctx, tx, y, of, units...)
	if err != nil {
		return err
	}
	var put []*criteria.Sheet
	for _, r := range rs {
		s := criteria.Sheet{Movement: r.Movement, Year: of, Unit: r.Unit, State: criteria.Open}
		if i := slices.IndexFunc(have, func(s criteria.Sheet) bool { return s.Unit == r.Unit }); i >= 0 {
			s = have[i]
		} else {
			set, ok := y.setOf(sets, of, r.Unit)
			if !ok {
				continue
			}
			s.Items, s.ByShare = set.Items, set.ByShare
		}
		if s.State == criteria.Closed {
			continue
		}
		for _, ln := range r.Content.Answers {
			old := s.Line(ln.Key)
			old.Self, old.NA, old.NAReason, old.Evidence = ln.Self, ln.NA, ln.NAReason, ln.Evidence
			s.SetLine(old)
		}
		known.fill(&s)
		total(&s)
		put = append(put, &s)
	}
	return tx.ScoreSheets().Put(ctx, put...)
}

// total keeps the computed sum with the sheet, so that lists need not compute.
func total(s *criteria.Sheet) {
	r := s.Compute()
	s.Total, s.Max = r.Total, r.Max
}

// attested is what the office itself knows of the units: plans, reports, visits.
type attested struct {
	plans   map[registry.UnitID]movement.UnitPlan
	reports map[registry.UnitID]report.Report
	visits  map[registry.UnitID]movement.Visit // the latest of the year
}

func attestedOf(ctx context.Context, tx Tx, y *year, of int, units ...registry.UnitID) (*attested, error) {
	k := &attested{plans: map[int64]movement.UnitPlan{}, reports: map[int64]report.Report{}, visits: map[int64]movement.Visit{}}
	f := YearFilter{Movement: y.movement.ID, Year: of, Units: units}
	plans, err := tx.UnitPlans().Find(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, p := range plans {
		k.plans[p.Unit] = p
	}
	reports, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: f, Kind: report.Yearly})
	if err != nil {
		return nil, err
	}
	for _, r := range reports {
		k.reports[r.Unit] = r
	}
	visits, err := tx.Visits().Find(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, v := range visits {
		if _, ok := k.visits[v.Unit]; !ok && v.Mark != "" {
			k.visits[v.Unit] = v
		}
	}
	return k, nil
}

// fill answers the items whose answer the office knows: the unit's word is not
// asked, the reason names the register.
func (k *attested) fill(s *criteria.Sheet) {
	for _, it := range s.Items {
		if it.Source == "" {
			continue
		}
		ln := s.Line(it.Key)
		ln.NA, ln.NAReason, ln.Reason = false, "", "Theo "+registry.NameOf(criteria.SourceNames, it.Source)
		var e criteria.Entry
		switch it.Source {
		case criteria.FromPlan:
			if p := k.plans[s.Unit]; p.Received != 0 {
				e.Yes = true
				ln.Evidence = []criteria.Evidence{{Text: "Kế hoạch số " + p.Number, File: p.File, FileName: p.FileName}}
			}
		case criteria.FromReport:
			r := k.reports[s.Unit]
			e.Yes = r.First != 0 && !r.WasLate()
		case criteria.FromVisit:
			v, ok := k.visits[s.Unit]
			if !ok {
				ln.NA, ln.NAReason, ln.Appraised, ln.Reason = true, "Trong năm Hội đồng không kiểm tra đơn vị", nil, ""
				s.SetLine(ln)
				continue
			}
			share, _ := v.Percent()
			e.Points = it.Max * criteria.Points(share) / 100
			ln.Reason = fmt.Sprintf("Kiểm tra ngày %s: %s", v.Day.Slash(), v.MarkName())
		}
		ln.Appraised = &e
		s.SetLine(ln)
	}
}

// sheetsOf are the score sheets of a year as they stand now: what the office knows
// of a unit is put into an open sheet whenever it is read, so that a plan, a report
// or a visit that came later shows at once. No units named are all.
func sheetsOf(ctx context.Context, tx Tx, y *year, of int, units ...registry.UnitID) ([]criteria.Sheet, error) {
	list, err := tx.ScoreSheets().Find(ctx, YearFilter{Movement: y.movement.ID, Year: of, Units: units})
	if err != nil {
		return nil, err
	}
	known, err := attestedOf(ctx, tx, y, of, units...)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Closed == 0 {
			list[i].Lines = slices.Clone(list[i].Lines)
			known.fill(&list[i])
			total(&list[i])
		}
	}
	return list, nil
}

// SheetLine is one unit's score as the list shows it.
type SheetLine struct {
	Sheet  criteria.Sheet
	Unit   registry.Version
	Result criteria.Result
}

// Sheets lists the score sheets of a year, highest total first.
func (o *Office) Sheets(ctx context.Context, code string, year int) (out []SheetLine, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err := sheetsOf(ctx, tx, y, year)
		if err != nil {
			return err
		}
		for _, s := range list {
			out = append(out, y.sheet(s))
		}
		slices.SortStableFunc(out, func(a, b SheetLine) int { return int(b.Result.Total - a.Result.Total) })
		return nil
	})
	return out, err
}

func (y *year) sheet(s criteria.Sheet) SheetLine {
	l := SheetLine{Sheet: s, Result: s.Compute()}
	l.Unit, _ = y.units.Near(s.Unit, y.movement.ReportDue(s.Year, y.calendar))
	return l
}

// Sheet opens the score sheet of a unit for a year; a unit that has none yet gets
// an empty one of its group's criteria, with what the office knows, not saved.
func (o *Office) Sheet(ctx context.Context, code string, year int, unit registry.UnitID) (l SheetLine, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err := sheetsOf(ctx, tx, y, year, unit)
		if err != nil {
			return err
		}
		if len(list) > 0 {
			l = y.sheet(list[0])
			return nil
		}
		set, ok, err := setFor(ctx, tx, y, year, unit)
		if err != nil {
			return err
		}
		if !ok {
			return fault.New(fault.NotFound, "office.no-criteria", year)
		}
		s := criteria.Sheet{Movement: y.movement.ID, Year: year, Unit: unit, Items: set.Items, ByShare: set.ByShare, State: criteria.Open}
		k, err := attestedOf(ctx, tx, y, year, unit)
		if err != nil {
			return err
		}
		k.fill(&s)
		l = y.sheet(s)
		return nil
	})
	return l, err
}

// KeepEvidence puts a file shown for a line into the vault and names it; it is part
// of the sheet once that is saved with it.
func (o *Office) KeepEvidence(ctx context.Context, a Attachment) (criteria.Evidence, error) {
	var e criteria.Evidence
	err := o.keepFile(ctx, &a, &e.File, &e.FileName)
	e.Text = e.FileName
	return e, err
}

// SaveSheet saves answers typed in: the unit's own or the office's appraisal. A
// closed sheet answers "office.sheet-closed".
func (o *Office) SaveSheet(ctx context.Context, s *criteria.Sheet) (audit.Entry, error) {
	if s.Closed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "office.sheet-closed", s.Closed.Slash())
	}
	if err := s.Check(); err != nil {
		return audit.Entry{}, err
	}
	total(s)
	if slices.ContainsFunc(s.Lines, func(l criteria.Line) bool {
		it, _ := (criteria.Set{Items: s.Items}).Item(l.Key)
		return l.Appraised != nil && it.Source == ""
	}) {
		s.State = criteria.Appraised
	}
	name, err := o.unitName(ctx, s.Unit)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "score.save", fmt.Sprintf("Ghi điểm thi đua năm %d của %s", s.Year, name), func(tx Tx) error { return tx.ScoreSheets().Put(ctx, s) })
}

// CloseSheets freezes the scores of a year: every sheet is checked, all or none. Sheets of units nobody answered
// for stay open and are given back by count.
func (o *Office) CloseSheets(ctx context.Context, code string, year int) (closed, open int, e audit.Entry, err error) {
	e, err = o.act(ctx, "score.close", fmt.Sprintf("Chốt điểm thi đua năm %d", year), func(tx Tx) error {
		closed, open = 0, 0
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err := sheetsOf(ctx, tx, y, year)
		if err != nil {
			return err
		}
		var put []*criteria.Sheet
		for i := range list {
			s := &list[i]
			if s.Closed != 0 {
				continue
			}
			if len(s.Unanswered()) > 0 {
				open++
				continue
			}
			if err := s.Check(); err != nil {
				return fault.New(fault.Invalid, "office.sheet-wrong", y.sheet(*s).Unit.Name).Because(err)
			}
			s.State, s.Closed = criteria.Closed, y.day
			put = append(put, s)
		}
		closed = len(put)
		return tx.ScoreSheets().Put(ctx, put...)
	})
	return closed, open, e, err
}
