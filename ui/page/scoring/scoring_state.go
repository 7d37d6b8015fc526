package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/model/council"
	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// Parts are the tabs of the page as they stand in routes, in their order.
var Parts = []string{words.ScoringSheetsKey, words.ScoringSetsKey, words.ScoringRankingKey, words.ScoringClustersKey, words.ScoringWatchKey}

// State is a year of a movement: who is judged by what, how, and who watches.
type State struct {
	noun.Chosen
	Year  int
	Today when.Date

	Units    *registry.Book
	Owing    []movement.Debtor // who takes part in the year
	Sheets   []office.SheetLine
	Renewals []office.Renewal // open sheets whose set was corrected since
	Sets     []criteria.Set
	Ranked   []office.RankedCluster
	Clusters []movement.Cluster
	Watches  []movement.Watch
	Visits   []movement.Visit
	Councils []council.Council

	Unit    registry.UnitID // whose sheet is shown
	Cluster string          // code
	Set     string          // keyOf the set shown
	Visit   int64
}

// Settle begins with the year to look at first: today's, or the movement's last.
// The report of a year is due in December, so early in January it is the year before.
func (s *State) Settle() {
	m, ok := s.Movement()
	if !ok || s.Year != 0 {
		return
	}
	s.Year = s.Today.Year()
	if s.Today.Month() <= 2 && s.Year-1 >= m.From.Year() {
		s.Year--
	}
	if last := m.LastDay(); last != 0 {
		s.Year = min(s.Year, last.Year())
	}
}

// Years are the years of the movement, newest first.
func (s *State) Years() []kit.Choice {
	m, ok := s.Movement()
	if !ok {
		return nil
	}
	var out []kit.Choice
	for _, y := range slices.Backward(m.Years(s.Today.Year() + 1)) {
		out = append(out, kit.Choice{Key: fmt.Sprint(y), Label: words.Fill(words.ReportsYear, fmt.Sprint(y))})
	}
	return out
}

// Row is one unit in the list of scores.
type Row struct {
	ID    registry.UnitID
	Name  string
	Has   bool // it has a sheet
	State criteria.State
	Line  office.SheetLine
	Open  int // items nobody answered
}

// Rows are the units that take part: those without a sheet first, then those not
// judged yet, then by points.
func (s *State) Rows() []Row {
	var out []Row
	seen := map[registry.UnitID]bool{}
	for _, l := range s.Sheets {
		seen[l.Sheet.Unit] = true
		out = append(out, Row{ID: l.Sheet.Unit, Name: l.Unit.Name, Has: true, State: l.Sheet.State, Line: l, Open: len(l.Sheet.Unanswered())})
	}
	for _, d := range s.Owing {
		if !seen[d.ID] && !d.Ended {
			out = append(out, Row{ID: d.ID, Name: d.Name})
		}
	}
	order := map[criteria.State]int{"": 0, criteria.Open: 1, criteria.Appraised: 2, criteria.Closed: 3}
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(order[a.State], order[b.State]), cmp.Compare(b.Line.Result.Total, a.Line.Result.Total))
	})
	return out
}

// StateName is where a row stands in words.
func (r Row) StateName() string {
	if !r.Has {
		return words.ScoreNoSheet
	}
	return registry.NameOf(criteria.StateNames, string(r.State))
}

// Tone is how that is painted.
func (r Row) Tone() kit.Tone {
	switch {
	case !r.Has:
		return kit.Bad
	case r.State == criteria.Open:
		return kit.Warn
	case r.State == criteria.Appraised:
		return kit.Info
	}
	return kit.Good
}

// shareText writes hundredths of a percent: 87,5 %.
func shareText(share int64) string { return criteria.Points(share).String() + " %" }

// pointsText writes points that may not be there.
func pointsText(p *criteria.Points) string {
	if p == nil {
		return ""
	}
	return p.String()
}

// Remarks say about a sheet what must not be overlooked: totals that are not 100,
// lines set aside, lines appraised otherwise.
func Remarks(l office.SheetLine) []string {
	full := (criteria.Set{Items: l.Sheet.Items}).Full()
	out := []string{words.Fill(words.ScoreSums, l.Result.Self, l.Result.Total, l.Result.Max)}
	if full != 10000 {
		out = append(out, words.Fill(words.ScoreNot100, full))
	}
	aside, lost, differ := 0, criteria.Points(0), 0
	for _, sc := range l.Result.Lines {
		if sc.Line.NA {
			aside++
			lost += sc.Item.Worth()
		}
		if sc.Self != nil && sc.Appraised != nil && *sc.Self != *sc.Appraised {
			differ++
		}
	}
	if aside > 0 {
		out = append(out, words.Fill(words.ScoreNA, aside, lost))
	}
	if differ > 0 {
		out = append(out, words.Fill(words.ScoreDiffer, differ))
	}
	return out
}

// EvidenceText says how many things are shown for a line, or that some are missing.
func EvidenceText(sc criteria.Scored) string {
	switch n := len(sc.Line.Evidence); {
	case n > 0:
		return words.Count(n)
	case len(sc.Item.Evidence) > 0 && !sc.Line.NA && (sc.Line.Self != nil || sc.Line.Appraised != nil):
		return words.LineMissing
	}
	return ""
}

// AnswerText writes an answer with the names of its figures.
func AnswerText(it criteria.Item, e criteria.Entry) string {
	var parts []string
	for _, f := range Figures(it) {
		parts = append(parts, words.Fill(words.LineFigure, f.Label, f.of(e)))
	}
	return strings.Join(parts, "; ")
}

// Agreed is the sheet with every line the unit scored itself taken as it is, where
// the evidence asked for is there; n counts those, left the ones without evidence.
func Agreed(s criteria.Sheet) (next criteria.Sheet, n, left int) {
	next = s
	next.Lines = slices.Clone(s.Lines)
	for _, it := range s.Items {
		ln := s.Line(it.Key)
		if it.Source != "" || ln.NA || ln.Self == nil || ln.Appraised != nil {
			continue
		}
		was := ln
		e := *ln.Self
		ln.Appraised = &e
		next.SetLine(ln)
		if (criteria.Sheet{Items: s.Items, Lines: []criteria.Line{ln}}).Check() != nil {
			next.SetLine(was)
			left++
			continue
		}
		n++
	}
	return next, n, left
}
