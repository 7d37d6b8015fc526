package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
)

// Sum is a movement's year, or the whole of it, summed up. Every figure carries the
// list it was counted from.
type Sum struct {
	Movement movement.Movement
	Kind     report.Kind
	Year     int
	Summary  report.Summary // what was written and filed so far
	// Owing are the reports that count as owed: handed-over ones left out. Planned,
	// Reported and Late are among them; Missing have not come, or were returned.
	Owing, Planned, Reported, Late, Missing []int64
	Accepted                                int // of Reported, those whose figures count
	Criteria                                []SumCriterion
	Awards                                  []SumAward
	Exemplars                               []report.Exemplar
	Petitions                               []report.Petition
	Years                                   []SumYear
	// Draft are sentences made from the data for narrative parts nobody has written;
	// Told is what the units' accepted reports say, to choose from.
	Draft map[string][]string
	Told  map[string][]ToldPart
	// Then and Rolled are the figures by unit: as it was, and by who stands today.
	Then, Rolled []report.Rolled
	Names        map[registry.UnitID]registry.Version // of every unit named here, near the deadline
	Lines        map[int64]ReportLine                 // by report
	YearOf       map[int64]int                        // of every report figures come from
}

// SumCriterion is what came of one of the plan's criteria.
type SumCriterion struct {
	Letter  string
	Text    string
	Figures []SumFigure
}

// SumFigure is a sum over reports.
type SumFigure struct {
	Key     string // the item's
	Label   string
	Value   int64
	Of      int64   // the whole it is a part of, 0 for none
	Reports []int64 // that gave it
}

// SumAward is how often an award was given.
type SumAward struct {
	Code                                 string // "" for what units gave themselves
	Name                                 string
	Collectives, Households, Individuals int
	Proposed                             int
	Records                              []int64
	Reports                              []int64 // of Giấy khen by the units' own authority
}

// SumYear is one year of the movement in the closing report.
type SumYear struct {
	Year                                            int
	Units, Reported                                 int
	Collectives, Households, Individuals, Exemplars int
}

// OwnAward names what units give by their own authority and tell in their reports.
const OwnAward = "Giấy khen theo thẩm quyền của cơ quan, đơn vị, địa phương"

// SumUp counts a movement's year, or the whole of it for the closing report.
func (o *Office) SumUp(ctx context.Context, code string, kind report.Kind, year int) (s Sum, err error) {
	err = o.read(ctx, func(tx Tx) error {
		s, err = o.sum(ctx, tx, code, kind, year)
		return err
	})
	return s, err
}

func (o *Office) sum(ctx context.Context, tx Tx, code string, kind report.Kind, of int) (Sum, error) {
	y, err := o.year(ctx, tx, code)
	if err != nil {
		return Sum{}, err
	}
	if of == 0 {
		of = y.day.Year()
		if last := y.movement.LastDay(); last != 0 {
			of = min(of, last.Year())
		}
	}
	s := Sum{Movement: y.movement, Kind: kind, Year: of, Names: map[int64]registry.Version{}, Lines: map[int64]ReportLine{}, YearOf: map[int64]int{}}
	f := YearFilter{Movement: y.movement.ID}
	kept, err := tx.Summaries().Find(ctx, f)
	if err != nil {
		return s, err
	}
	s.Summary = report.Summary{Movement: y.movement.ID, Kind: kind, Year: of}
	for _, k := range kept {
		if k.Kind == kind && (k.Year == of || kind == report.Closing) {
			s.Summary = k
		}
	}
	all, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: f})
	if err != nil {
		return s, err
	}
	duty, figures := s.pick(all)
	for _, r := range figures {
		s.YearOf[r.ID] = r.Year
		s.Names[r.Unit], _ = y.units.Near(r.Unit, r.Deadline())
	}
	plans, err := tx.UnitPlans().Find(ctx, f)
	if err != nil {
		return s, err
	}
	s.count(y, duty, plans)
	sets, err := tx.CriteriaSets().Find(ctx, f)
	if err != nil {
		return s, err
	}
	s.criteria(y, sets, figures)
	if err := s.give(ctx, tx, figures); err != nil {
		return s, err
	}
	if kind == report.Yearly {
		f.Year = of
	}
	if s.Exemplars, err = tx.Exemplars().Find(ctx, f); err != nil {
		return s, err
	}
	if s.Petitions, err = tx.Petitions().Find(ctx, f); err != nil {
		return s, err
	}
	if err := s.draft(ctx, tx, y, figures); err != nil {
		return s, err
	}
	s.Then = report.RollUp(figures, y.units, 0, nil)
	s.Rolled = report.RollUp(figures, y.units, y.day, nil)
	for _, list := range [][]report.Rolled{s.Then, s.Rolled} {
		for _, r := range list {
			for _, u := range append(append([]int64{r.Unit}, r.From...), r.Parts...) {
				s.Names[u], _ = y.units.Near(u, y.day)
			}
		}
	}
	if kind == report.Closing {
		return s, s.years(ctx, tx, y, all)
	}
	return s, nil
}

// pick tells the reports that are owed for the sum from those its figures come
// from: for a year they are the same; the closing report counts who handed in a
// closing report (or, where none was asked for, the last year's) and adds up all
// years.
func (s *Sum) pick(all []report.Report) (duty, figures []report.Report) {
	for _, r := range all {
		if r.Kind == s.Kind && (s.Kind == report.Closing || r.Year == s.Year) {
			duty = append(duty, r)
		}
		if r.Kind == report.Yearly && (s.Kind == report.Closing || r.Year == s.Year) {
			figures = append(figures, r)
		}
	}
	if s.Kind == report.Closing && len(duty) == 0 {
		for _, r := range all {
			if r.Kind == report.Yearly && r.Year == s.Year {
				duty = append(duty, r)
			}
		}
	}
	return duty, figures
}

// count sorts the duty list into who reported, late, and not.
func (s *Sum) count(y *year, duty []report.Report, plans []movement.UnitPlan) {
	planned := map[registry.UnitID]bool{}
	for _, p := range plans {
		planned[p.Unit] = p.Received != 0
	}
	for _, r := range duty {
		l := y.line(r)
		s.Lines[r.ID] = l
		s.Names[r.Unit] = l.Unit
		if l.Status == movement.Passed {
			continue
		}
		s.Owing = append(s.Owing, r.ID)
		if planned[r.Unit] {
			s.Planned = append(s.Planned, r.ID)
		}
		if !r.In() {
			s.Missing = append(s.Missing, r.ID)
			continue
		}
		s.Reported = append(s.Reported, r.ID)
		if r.WasLate() {
			s.Late = append(s.Late, r.ID)
		}
		if r.State == report.Accepted {
			s.Accepted++
		}
	}
}

// criteria adds the figures of accepted reports by the plan's criteria. What a key
// counts is told by the set each unit was judged by that year: the same key over
// other words is another figure, of another group or year, and is added apart.
func (s *Sum) criteria(y *year, sets []criteria.Set, rs []report.Report) {
	type sum struct {
		item    criteria.Item
		reports []report.Report
		ids     []int64
	}
	sums := map[string]*sum{}
	var order []*sum
	for _, r := range rs {
		c, ok := r.Counts()
		if !ok {
			continue
		}
		set, _ := y.setOf(slices.DeleteFunc(slices.Clone(sets), func(x criteria.Set) bool { return x.Year != r.Year }), r.Year, r.Unit)
		for _, ln := range c.Answers {
			it, ok := set.Item(ln.Key)
			if !ok || it.Own || it.Letter == "" || it.A == "" && it.B == "" || ln.NA || ln.Self == nil {
				continue
			}
			what := strings.Join(append([]string{it.Letter, it.Key, it.A, it.B}, it.More...), "\n")
			if sums[what] == nil {
				sums[what] = &sum{item: it}
				order = append(order, sums[what])
			}
			sums[what].reports, sums[what].ids = append(sums[what].reports, r), append(sums[what].ids, r.ID)
		}
	}
	slices.SortStableFunc(order, func(a, b *sum) int { return strings.Compare(a.item.Key, b.item.Key) })
	for _, c := range s.Movement.Criteria {
		sc := SumCriterion{Letter: c.Letter, Text: c.Text}
		for _, one := range order {
			it := one.item
			if it.Letter != c.Letter {
				continue
			}
			total := report.Total(one.reports).By[it.Key]
			add := func(label string, value, whole int64) {
				if label != "" {
					sc.Figures = append(sc.Figures, SumFigure{Key: it.Key, Label: label, Value: value, Of: whole, Reports: one.ids})
				}
			}
			add(it.A, total.A, 0)
			add(it.B, total.B, total.A)
			for i, label := range it.More {
				if i < len(total.More) {
					add(label, total.More[i], 0)
				}
			}
		}
		s.Criteria = append(s.Criteria, sc)
	}
}

// give counts the awards: by the register's records, and what units gave
// themselves by their accepted reports.
func (s *Sum) give(ctx context.Context, tx Tx, rs []report.Report) error {
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return err
	}
	f := RecordFilter{Movement: s.Movement.Code}
	if s.Kind == report.Yearly {
		f.Year = s.Year
	}
	records, err := tx.Records().Find(ctx, f)
	if err != nil {
		return err
	}
	kinds, err := kindsOf(ctx, tx, records)
	if err != nil {
		return err
	}
	proposed := map[string]int{}
	ds, err := tx.StageCounts(ctx, s.Movement.ID)
	if err != nil {
		return err
	}
	for _, c := range ds {
		proposed[c.Award] += c.Count
	}
	by := map[string]*SumAward{}
	for _, r := range records {
		if r.Revoked != 0 {
			continue
		}
		a := by[r.Award]
		if a == nil {
			a = &SumAward{Code: r.Award, Name: cat.Name(r.Award), Proposed: proposed[r.Award]}
			by[r.Award] = a
		}
		a.Records = append(a.Records, r.ID)
		switch kinds[r.Nominee] {
		case registry.Collective:
			a.Collectives++
		case registry.Household:
			a.Households++
		default:
			a.Individuals++
		}
	}
	for _, a := range cat.Awards {
		if by[a.Code] != nil {
			s.Awards = append(s.Awards, *by[a.Code])
		}
	}
	own := SumAward{Name: OwnAward}
	for _, r := range rs {
		c, ok := r.Counts()
		if !ok || len(c.Awards) == 0 {
			continue
		}
		own.Reports = append(own.Reports, r.ID)
		for _, g := range c.Awards {
			own.Collectives += g.Collectives
			own.Households += g.Households
			own.Individuals += g.Individuals
		}
	}
	if len(own.Reports) > 0 {
		s.Awards = append(s.Awards, own)
	}
	return nil
}

// kindsOf are the kinds of the nominees of records.
func kindsOf(ctx context.Context, tx Tx, records []award.Record) (map[int64]registry.Kind, error) {
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = r.Nominee
	}
	people, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: ids})
	if err != nil {
		return nil, err
	}
	out := make(map[int64]registry.Kind, len(people))
	for _, n := range people {
		out[n.ID] = n.Kind
	}
	return out, nil
}

// years counts each year of the movement for the closing report.
func (s *Sum) years(ctx context.Context, tx Tx, y *year, all []report.Report) error {
	records, err := tx.Records().Find(ctx, RecordFilter{Movement: s.Movement.Code})
	if err != nil {
		return err
	}
	kinds, err := kindsOf(ctx, tx, records)
	if err != nil {
		return err
	}
	for _, of := range s.Movement.Years(y.day.Year()) {
		l := SumYear{Year: of}
		for _, r := range all {
			if r.Kind != report.Yearly || r.Year != of || r.Status(y.day, y.ended(r.Unit), y.calendar) == movement.Passed {
				continue
			}
			l.Units++
			if r.In() {
				l.Reported++
			}
			if c, ok := r.Counts(); ok {
				for _, g := range c.Awards {
					l.Collectives += g.Collectives
					l.Households += g.Households
					l.Individuals += g.Individuals
				}
			}
		}
		for _, r := range records {
			if r.Year != of || r.Revoked != 0 {
				continue
			}
			switch kinds[r.Nominee] {
			case registry.Collective:
				l.Collectives++
			case registry.Household:
				l.Households++
			default:
				l.Individuals++
			}
		}
		for _, x := range s.Exemplars {
			if x.Year == of {
				l.Exemplars++
			}
		}
		if l != (SumYear{Year: of}) {
			s.Years = append(s.Years, l)
		}
	}
	return nil
}

// missingNames are the units that have not reported, by their official names, in
// the registry's order.
func (s Sum) missingNames() []string {
	ids := slices.Clone(s.Missing)
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Compare(s.Lines[a].Report.Unit, s.Lines[b].Report.Unit) })
	var out []string
	for _, id := range ids {
		out = append(out, s.Lines[id].Unit.Official)
	}
	return out
}

// percent writes a part of a whole as reports do: "96,4%".
func percent(part, whole int64) string {
	tenths := (2000*part + whole) / (2 * whole)
	if tenths%10 == 0 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}
