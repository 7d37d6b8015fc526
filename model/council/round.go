package council

import (
	"thidua/model/fault"
)

// Round is one vote on some or all of the agenda, as entered from paper.
type Round struct {
	Ballot bool `json:"ballot"` // by ballot; else by a show of hands
	Secret bool `json:"secret,omitempty"`
	// Ballots, when voted by ballot.
	Issued   int      `json:"issued,omitempty"`   // phát ra
	Returned int      `json:"returned,omitempty"` // thu về
	Valid    int      `json:"valid,omitempty"`    // hợp lệ
	Void     int      `json:"void,omitempty"`     // không hợp lệ
	Tellers  []string `json:"tellers,omitempty"`  // the first is the head
	Tallies  []Tally  `json:"tallies"`
}

// Tally is the votes on one case. Opinions in writing are counted in.
type Tally struct {
	Dossier int64 `json:"dossier"`
	For     int   `json:"for"`     // tán thành
	Against int   `json:"against"` // không tán thành
	Blank   int   `json:"blank"`   // không ý kiến
}

func (t Tally) sum() int { return t.For + t.Against + t.Blank }

// round checks every sum of the i-th round. The chain is: handed out = present and
// written, or of all members where nobody met, and taken in = those who answered;
// taken in ≤ handed out; valid + void = taken in; for + against + blank =
// valid, for every case.
func (s Session) round(i int, c Council, rules []VoteRule) (l fault.List) {
	r := s.Rounds[i]
	no := i + 1
	n := s.Count(c)
	voices := n.Present
	agenda := map[int64]Item{}
	for _, it := range s.Agenda {
		agenda[it.Dossier] = it
	}
	written, tooMany := false, false
	asked := map[string]bool{}
	for _, t := range r.Tallies {
		it := agenda[t.Dossier]
		rule, ok := RuleFor(rules, it.Award, s.Day)
		if !ok || asked[it.Award] {
			continue
		}
		asked[it.Award] = true // what an award asks of a round is said once
		written = written || rule.Written
		if rule.Ballot && !r.Ballot {
			l.Add(fault.New(fault.Invalid, "council.ballot", no, it.title()).At("ballot"))
		} else if rule.Secret && !r.Secret {
			l.Add(fault.New(fault.Invalid, "council.secret", no, it.title()).At("secret"))
		}
		if rule.Rounds > 0 && no > rule.Rounds && !tooMany {
			tooMany = true
			l.Add(fault.New(fault.Invalid, "council.rounds", no, rule.Rounds).At("rounds"))
		}
	}
	if written {
		voices += n.Written
	}
	whole := voices
	if s.ByLetter {
		whole = n.Written
		if !r.Ballot {
			l.Add(fault.New(fault.Invalid, "council.hands-by-letter", no).At("ballot"))
		}
	}
	if r.Ballot {
		for _, n := range []struct {
			field string
			count int
		}{{"issued", r.Issued}, {"returned", r.Returned}, {"valid", r.Valid}, {"void", r.Void}} {
			if n.count < 0 {
				l.Add(fault.New(fault.Invalid, "council.negative", no).At(n.field))
			}
		}
		switch {
		case s.ByLetter && r.Issued != n.Members:
			l.Add(fault.New(fault.Invalid, "council.sent", no, r.Issued, n.Members).At("issued"))
		case s.ByLetter && r.Returned != n.Written:
			l.Add(fault.New(fault.Invalid, "council.answers", no, r.Returned, n.Written).At("returned"))
		case !s.ByLetter && r.Issued != voices:
			l.Add(fault.New(fault.Invalid, "council.issued", no, r.Issued, n.Present, voices-n.Present, voices).At("issued"))
		}
		if r.Returned > r.Issued {
			l.Add(fault.New(fault.Invalid, "council.returned", no, r.Returned, r.Issued).At("returned"))
		}
		if r.Valid+r.Void != r.Returned {
			l.Add(fault.New(fault.Invalid, "council.valid", no, r.Valid, r.Void, r.Valid+r.Void, r.Returned).At("valid"))
		}
		whole = r.Valid
	}
	voted := map[int64]bool{}
	for _, t := range r.Tallies {
		if t.For < 0 || t.Against < 0 || t.Blank < 0 {
			l.Add(fault.New(fault.Invalid, "council.negative", no).At("tallies"))
		}
		it, ok := agenda[t.Dossier]
		switch {
		case !ok:
			l.Add(fault.New(fault.Invalid, "council.stranger", no, t.Dossier).At("tallies"))
		case voted[t.Dossier]:
			l.Add(fault.New(fault.Invalid, "council.voted-twice", no, it.nominee()).At("tallies"))
		case t.sum() != whole && r.Ballot:
			l.Add(fault.New(fault.Invalid, "council.tally", no, it.nominee(), t.For, t.Against, t.Blank, t.sum(), whole).At("tallies"))
		case t.sum() != whole:
			l.Add(fault.New(fault.Invalid, "council.hands", no, it.nominee(), t.For, t.Against, t.Blank, t.sum(), whole).At("tallies"))
		}
		voted[t.Dossier] = true
	}
	return append(l, s.complete(i, voted)...)
}

// complete tells which cases a round left out: the first takes the whole agenda, a
// later one only what was not passed before.
func (s Session) complete(i int, voted map[int64]bool) (l fault.List) {
	if i > 0 {
		return nil
	}
	for _, it := range s.Agenda {
		if !voted[it.Dossier] {
			l.Add(fault.New(fault.Invalid, "council.not-voted", it.nominee()).At("tallies"))
		}
	}
	return l
}
