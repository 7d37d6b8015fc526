package council

import (
	"slices"
	"strconv"
	"strings"

	sitting "thidua/model/council"
	"thidua/ui/words"
)

// Case is one case of the agenda with its votes in a round.
type Case struct {
	sitting.Item
	Unit  string
	Kind  string
	Stage string
	Tally sitting.Tally
	Whole int // what its votes must add up to
}

// Sum adds the votes up.
func (c Case) Sum() int { return c.Tally.For + c.Tally.Against + c.Tally.Blank }

// Missing tells that no vote was entered yet, Wrong that those entered do not add up.
func (c Case) Missing() bool {
	return c.Tally.For == 0 && c.Tally.Against == 0 && c.Tally.Blank == 0 && c.Whole > 0
}

// Wrong tells that the votes entered do not add up.
func (c Case) Wrong() bool { return !c.Missing() && c.Sum() != c.Whole }

// Agenda lists the cases before the session.
func (s *State) Agenda() []Case {
	out := make([]Case, 0, len(s.Work.Agenda))
	for _, it := range s.Work.Agenda {
		c := Case{Item: it}
		if d, ok := s.File.Dossiers[it.Dossier]; ok {
			c.Unit, c.Kind, c.Stage = d.UnitText, d.Kind.String(), d.Stage.String()
		}
		out = append(out, c)
	}
	return out
}

// TakeOut leaves cases off the agenda, while nothing was voted on.
func (s *State) TakeOut(dossiers []int64) {
	if len(s.Work.Rounds) > 0 {
		return
	}
	s.Change(func(x *sitting.Session) {
		x.Agenda = slices.DeleteFunc(x.Agenda, func(it sitting.Item) bool { return slices.Contains(dossiers, it.Dossier) })
	})
}

// Voices counts who has a vote: those who came, and those who wrote where a rule of
// the agenda lets them.
func (s *State) Voices() (all, present, written int) {
	n := s.Work.Count(s.File.Council)
	if s.Work.ByLetter {
		return n.Written, 0, n.Written
	}
	for _, it := range s.Work.Agenda {
		if r, ok := sitting.RuleFor(s.File.Rules, it.Award, s.Work.Day); ok && r.Written {
			written = n.Written
		}
	}
	return n.Present + written, n.Present, written
}

// HasRound tells that the round shown exists.
func (s *State) HasRound() bool { return s.Round < len(s.Work.Rounds) }

// whole is what the votes on a case of a round must add up to.
func (s *State) whole(r sitting.Round) int {
	if r.Ballot {
		return r.Valid
	}
	all, _, _ := s.Voices()
	return all
}

// Cases lists what is voted on in the round shown.
func (s *State) Cases() []Case {
	if !s.HasRound() {
		return nil
	}
	r := s.Work.Rounds[s.Round]
	tallies := map[int64]sitting.Tally{}
	for _, t := range r.Tallies {
		tallies[t.Dossier] = t
	}
	var out []Case
	for _, c := range s.Agenda() {
		if t, ok := tallies[c.Dossier]; ok {
			c.Tally, c.Whole = t, s.whole(r)
			out = append(out, c)
		}
	}
	return out
}

// AddRound begins a round: the first on the whole agenda, a further one on what was
// not passed. How it is voted follows the rules; the ballots are as many as there
// are voices, until somebody enters otherwise.
func (s *State) AddRound() {
	items := s.Work.Agenda
	if len(s.Work.Rounds) > 0 {
		items = s.Work.Again(s.File.Council, s.File.Rules, s.Work.Places)
	}
	if len(items) == 0 {
		return
	}
	all, _, _ := s.Voices()
	r := sitting.Round{}
	if n := len(s.Work.Rounds); n > 0 { // as the round before was voted
		was := s.Work.Rounds[n-1]
		r.Ballot, r.Secret, r.Tellers = was.Ballot, was.Secret, slices.Clone(was.Tellers)
	}
	for _, it := range items {
		rule, _ := sitting.RuleFor(s.File.Rules, it.Award, s.Work.Day)
		r.Ballot, r.Secret = r.Ballot || rule.Ballot, r.Secret || rule.Secret
		r.Tallies = append(r.Tallies, sitting.Tally{Dossier: it.Dossier})
	}
	if len(s.Work.Rounds) == 0 && !r.Ballot {
		r.Ballot, r.Secret = true, !s.Work.ByLetter // the usual ways; a show of hands is chosen
	}
	if r.Ballot {
		r.Issued, r.Returned, r.Valid = s.issued(), all, all
	}
	s.Change(func(x *sitting.Session) { x.Rounds = append(x.Rounds, r) })
	s.Round = len(s.Work.Rounds) - 1
}

// issued is how many ballots go out: one to each who has a vote, and to every member
// where nobody meets.
func (s *State) issued() int {
	if s.Work.ByLetter {
		return s.Work.Count(s.File.Council).Members
	}
	all, _, _ := s.Voices()
	return all
}

// Again counts the cases a further round may vote on.
func (s *State) Again() int {
	return len(s.Work.Again(s.File.Council, s.File.Rules, s.Work.Places))
}

// DropRound takes the last round off.
func (s *State) DropRound() {
	s.Change(func(x *sitting.Session) {
		if n := len(x.Rounds); n > 0 {
			x.Rounds = x.Rounds[:n-1]
		}
	})
	s.Round = max(0, min(s.Round, len(s.Work.Rounds)-1))
}

// InRound edits the round shown.
func (s *State) InRound(edit func(*sitting.Round)) {
	if s.HasRound() {
		s.Change(func(x *sitting.Session) { edit(&x.Rounds[s.Round]) })
	}
}

// SetTally enters the votes on a case.
func (s *State) SetTally(dossier int64, yes, no, blank int) {
	s.InRound(func(r *sitting.Round) {
		for i := range r.Tallies {
			if r.Tallies[i].Dossier == dossier {
				r.Tallies[i] = sitting.Tally{Dossier: dossier, For: yes, Against: no, Blank: blank}
			}
		}
	})
}

// RestFor enters that every vote is for on each case with none entered yet: those
// that differ are typed first.
func (s *State) RestFor() {
	s.InRound(func(r *sitting.Round) {
		all := s.whole(*r)
		for i, t := range r.Tallies {
			if (Case{Tally: t, Whole: all}).Missing() {
				r.Tallies[i].For = all
			}
		}
	})
}

// The ways of voting.
const (
	BySecret = "kin"
	ByBallot = "cong-khai"
	ByHands  = "gio-tay"
)

// How tells how a round is voted.
func How(r sitting.Round) string {
	switch {
	case !r.Ballot:
		return ByHands
	case r.Secret:
		return BySecret
	}
	return ByBallot
}

// SetHow changes how the round shown is voted; counts of ballots come and go with it.
func (s *State) SetHow(how string) {
	all, _, _ := s.Voices()
	s.InRound(func(r *sitting.Round) {
		was := r.Ballot
		r.Ballot, r.Secret = how != ByHands, how == BySecret
		switch {
		case r.Ballot && !was:
			r.Issued, r.Returned, r.Valid, r.Void = s.issued(), all, all, 0
		case !r.Ballot:
			r.Issued, r.Returned, r.Valid, r.Void = 0, 0, 0, 0
		}
	})
}

// Count reads a number of ballots as typed; what is no number is -1, so that the
// sums tell of it.
func Count(text string) int {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 9999 {
		return -1
	}
	return n
}

// Names splits a list of names typed with commas.
func Names(text string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// Result is one case with what its votes came to.
type Result struct {
	sitting.Outcome
	Unit   string
	Chosen bool // by the chair, where votes are equal
}

// State says the result in a word.
func (r Result) State() string {
	switch {
	case r.Round == 0:
		return words.ResultNone
	case r.Tied:
		return words.ResultTied
	case r.Passed:
		return words.ResultPassed
	}
	return words.ResultFailed
}

// RuleOf is the rule a case is voted on by.
func (s *State) RuleOf(it sitting.Item) (sitting.VoteRule, bool) {
	return sitting.RuleFor(s.File.Rules, it.Award, s.Work.Day)
}

// Results lists what the session in hand comes to, and counts it.
func (s *State) Results() (list []Result, passed, failed, tied, open int) {
	for _, o := range s.Work.Outcomes(s.File.Council, s.File.Rules, s.Work.Places) {
		r := Result{Outcome: o, Unit: s.File.Dossiers[o.Dossier].UnitText, Chosen: slices.Contains(s.Work.Chosen, o.Dossier)}
		if o.For+o.Against+o.Blank == 0 { // nothing was entered of it yet
			r.Outcome = sitting.Outcome{Item: o.Item}
		}
		switch {
		case r.Round == 0:
			open++
		case o.Tied:
			tied++
		case o.Passed:
			passed++
		default:
			failed++
		}
		list = append(list, r)
	}
	return list, passed, failed, tied, open
}

// Choose notes or takes back the chair's choice of a case.
func (s *State) Choose(dossier int64) {
	s.Change(func(x *sitting.Session) {
		if i := slices.Index(x.Chosen, dossier); i >= 0 {
			x.Chosen = slices.Delete(x.Chosen, i, i+1)
			return
		}
		x.Chosen = append(x.Chosen, dossier)
	})
}

// AwardsOn lists the awards on the agenda by code and name, in its order.
func (s *State) AwardsOn() (codes, names []string) {
	for _, it := range s.Work.Agenda {
		if !slices.Contains(codes, it.Award) {
			codes, names = append(codes, it.Award), append(names, it.AwardName)
		}
	}
	return codes, names
}
