package council

import (
	"cmp"
	"slices"
	"strconv"

	"thidua/model/fault"
)

// Outcome is what the votes on one case came to.
type Outcome struct {
	Item
	For, Against, Blank int
	Round               int  // the round that counts, from 1; 0 when nobody voted
	Base                Base // what the share is counted of by the award's rule
	Of                  int  // how many those are
	Need                int  // the least votes that pass
	Passed              bool
	// Tied tells that more cases have these votes than places are left; the chair
	// has to choose. ByChair tells that the chair chose this one.
	Tied, ByChair bool
	rule          VoteRule
}

// Percent is the share of votes for, in percent with one decimal, rounded half up
// as minutes write it: "93,3%".
func (o Outcome) Percent() string {
	if o.Of <= 0 {
		return ""
	}
	tenths := (o.For*2000 + o.Of) / (2 * o.Of)
	s := strconv.Itoa(tenths / 10)
	if tenths%10 != 0 {
		s += "," + strconv.Itoa(tenths%10)
	}
	return s + "%"
}

// Why says why a case was not passed, nil when it was.
func (o Outcome) Why() *fault.Error {
	switch {
	case o.Passed:
		return nil
	case o.Round == 0:
		return fault.New(fault.Invalid, "council.no-vote")
	case o.Tied:
		return fault.New(fault.Invalid, "council.tied", o.For)
	case o.For >= o.Need:
		return fault.New(fault.Invalid, "council.over-quota", o.For)
	}
	return fault.New(fault.Invalid, "council.short", o.For, o.Of, o.Percent(), o.rule.Pass.String(), o.rule.Of.String())
}

// Outcomes gives the outcome of every case on the agenda, in its order. The last
// round that voted on a case counts for it. Places limits how many of an award may
// pass: those with most votes do, and where votes are equal at the last place the
// chair's choice (Session.Chosen) decides; without one they stay tied. An award
// that is not in places has no limit.
func (s Session) Outcomes(c Council, rules []VoteRule, places map[string]int) []Outcome {
	n := s.Count(c)
	out := make([]Outcome, 0, len(s.Agenda))
	for _, it := range s.Agenda {
		o := Outcome{Item: it}
		o.rule, _ = RuleFor(rules, it.Award, s.Day)
		o.Base = o.rule.Of
		for i, r := range s.Rounds {
			for _, t := range r.Tallies {
				if t.Dossier == it.Dossier {
					o.For, o.Against, o.Blank, o.Round = t.For, t.Against, t.Blank, i+1
					o.Of = s.whole(o.rule, n, r)
				}
			}
		}
		if o.Round > 0 {
			o.Need = o.rule.Pass.Least(o.Of)
			o.Passed = o.rule.Pass.Reached(o.For, o.Of)
		}
		out = append(out, o)
	}
	for award, most := range places {
		s.limit(out, award, most)
	}
	return out
}

// Whole is how many the share of an award is counted of in a round, from 1.
func (s Session) Whole(c Council, rules []VoteRule, award string, round int) int {
	rule, _ := RuleFor(rules, award, s.Day)
	return s.whole(rule, s.Count(c), s.Rounds[round-1])
}

// whole is what a share is counted of under a rule.
func (s Session) whole(rule VoteRule, n Numbers, r Round) int {
	switch rule.Of {
	case OfValid:
		if r.Ballot {
			return r.Valid
		}
		return n.Present
	case OfGiven:
		if rule.Written || s.ByLetter {
			return n.Present + n.Written
		}
		return n.Present
	}
	return n.Members
}

// limit lets at most so many of an award pass.
func (s Session) limit(out []Outcome, award string, most int) {
	var order []int
	for i, o := range out {
		if o.Award == award && o.Passed {
			order = append(order, i)
		}
	}
	if len(order) <= most {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(out[b].For, out[a].For) })
	cut := 0 // votes at the last place
	if most > 0 {
		cut = out[order[most-1]].For
	}
	var equal []int // cases with the votes of the last place
	above := 0
	for _, i := range order {
		switch {
		case most > 0 && out[i].For > cut:
			above++
		case most > 0 && out[i].For == cut:
			equal = append(equal, i)
		default:
			out[i].Passed = false
		}
	}
	left := most - above
	if len(equal) <= left {
		return
	}
	var chosen []int
	for _, i := range equal {
		if slices.Contains(s.Chosen, out[i].Dossier) {
			chosen = append(chosen, i)
		}
	}
	decided := len(chosen) == left
	for _, i := range equal {
		out[i].Passed = decided && slices.Contains(chosen, i)
		out[i].Tied, out[i].ByChair = !decided, out[i].Passed
	}
}

// Again lists the cases a further round may vote on: those not passed, as long as
// their rule allows another round.
func (s Session) Again(c Council, rules []VoteRule, places map[string]int) []Item {
	var out []Item
	for _, o := range s.Outcomes(c, rules, places) {
		if !o.Passed && o.Round > 0 && len(s.Rounds) < o.rule.Rounds {
			out = append(out, o.Item)
		}
	}
	return out
}
