package council

import (
	"strconv"

	"thidua/model/fault"
	"thidua/model/when"
)

// Session is one meeting of the council, or of its Thường trực.
type Session struct {
	ID       int64
	Rev      int64
	Council  int64
	Movement int64
	Day      when.Date
	// Begun, Ended and Place are written as they are printed: "8 giờ 00".
	Begun, Ended, Place string
	Standing            bool // only the Thường trực met
	// ByLetter tells that nobody met: every member was sent the papers with a ballot
	// and answered in writing (lấy ý kiến bằng văn bản), where the rule allows it.
	ByLetter   bool
	Presider   int64 // member who presided
	Clerk      int64 // member who wrote the minutes
	Attendance []Attendance
	Agenda     []Item
	Rounds     []Round
	Opinions   []string // what was said, a paragraph each
	Dissent    []string // what differed and is reported to the chair
	// Chosen are the dossiers the chair decided for where votes were equal.
	Chosen []int64
	// Places limits how many cases of an award may pass; an award not in it has no limit.
	Places map[string]int
	Number string // of the minutes
	Note   string
	// Closed is the day its outcomes were carried over to the dossiers; 0 while open.
	Closed when.Date
}

// Attendance is whether a member came, and if not, why and whether they wrote.
type Attendance struct {
	Member  int64  `json:"member"`
	Present bool   `json:"present"`
	Reason  string `json:"reason,omitempty"`
	Written bool   `json:"written,omitempty"` // sent an opinion in writing
}

// Item is one case on the agenda, with the names it had when it was put there.
type Item struct {
	Dossier   int64  `json:"dossier"`
	Award     string `json:"award"`
	Name      string `json:"name,omitempty"`       // the nominee
	AwardName string `json:"award_name,omitempty"` // the award in full
}

// nominee and title are how faults name the case.
func (it Item) nominee() string {
	if it.Name != "" {
		return it.Name
	}
	return "số " + strconv.FormatInt(it.Dossier, 10)
}

func (it Item) title() string {
	if it.AwardName != "" {
		return it.AwardName
	}
	return it.Award
}

// Numbers are who is counted in a session.
type Numbers struct {
	Members int // by the founding decision: the whole council or its Thường trực
	Present int
	Written int // absent with an opinion in writing
	Silent  int // absent without one
}

// Count counts the seats of a session on its day. Attendance of somebody who has
// no seat that day counts for nothing; see Check.
func (s Session) Count(c Council) Numbers {
	at := map[int64]Attendance{}
	for _, a := range s.Attendance {
		at[a.Member] = a
	}
	var n Numbers
	for _, m := range c.Seats(s.Day, s.Standing) {
		n.Members++
		switch a := at[m.ID]; {
		case a.Present:
			n.Present++
		case a.Written:
			n.Written++
		default:
			n.Silent++
		}
	}
	return n
}

// Check gives every fault of the session: who presides, who came, whether enough
// came for every award on the agenda, and every sum of its rounds that does not
// hold. Without faults its outcomes may be used.
func (s Session) Check(c Council, rules []VoteRule) error {
	var l fault.List
	if !s.Day.Exact() || !s.Day.Valid() {
		l.Add(fault.New(fault.Invalid, "council.day").At("day"))
		return l.OrNil()
	}
	seats := map[int64]bool{}
	for _, m := range c.Seats(s.Day, s.Standing) {
		seats[m.ID] = true
	}
	seen := map[int64]bool{}
	for _, a := range s.Attendance {
		m, _ := c.Member(a.Member)
		switch {
		case !seats[a.Member]:
			l.Add(fault.New(fault.Invalid, "council.no-seat", m.Name, s.Day).At("attendance"))
		case seen[a.Member]:
			l.Add(fault.New(fault.Invalid, "council.attended-twice", m.Name).At("attendance"))
		case a.Present && s.ByLetter:
			l.Add(fault.New(fault.Invalid, "council.present-by-letter", m.Name).At("attendance"))
		case a.Present && a.Written:
			l.Add(fault.New(fault.Invalid, "council.present-and-written", m.Name).At("attendance"))
		}
		seen[a.Member] = true
	}
	if s.ByLetter && !seats[s.Presider] {
		l.Add(fault.New(fault.Invalid, "council.presider-by-letter").At("presider"))
	} else if !s.ByLetter && !s.isPresent(s.Presider) {
		l.Add(fault.New(fault.Invalid, "council.presider").At("presider"))
	}
	if len(s.Agenda) == 0 {
		l.Add(fault.New(fault.Invalid, "council.agenda").At("agenda"))
	}
	l = append(append(l, s.MustMeet(rules)...), s.gathered(c, rules)...)
	for i := range s.Rounds {
		l = append(l, s.round(i, c, rules)...)
	}
	return l.OrNil()
}

func (s Session) isPresent(member int64) bool {
	for _, a := range s.Attendance {
		if a.Member == member && a.Present {
			return true
		}
	}
	return false
}

// MustMeet tells for each award on the agenda of a session by letter whether its rule
// asks for a meeting.
func (s Session) MustMeet(rules []VoteRule) (l fault.List) {
	done := map[string]bool{}
	for _, it := range s.Agenda {
		if rule, ok := RuleFor(rules, it.Award, s.Day); ok && s.ByLetter && !rule.ByLetter && !done[it.Award] {
			l.Add(fault.New(fault.Invalid, "council.must-meet", it.title()).At("by_letter"))
		}
		done[it.Award] = true
	}
	return l
}

// gathered tells for each award on the agenda whether enough members came and
// whether the Thường trực may decide it.
func (s Session) gathered(c Council, rules []VoteRule) (l fault.List) {
	n := s.Count(c)
	done := map[string]bool{}
	short := false
	for _, it := range s.Agenda {
		if done[it.Award] {
			continue
		}
		done[it.Award] = true
		rule, ok := RuleFor(rules, it.Award, s.Day)
		if !ok {
			l.Add(fault.New(fault.NotFound, "council.no-rule", it.title(), s.Day).At("agenda"))
			continue
		}
		if rule.Full && s.Standing {
			l.Add(fault.New(fault.Invalid, "council.full", it.title()).At("standing"))
		}
		heard, few := n.Present, "council.quorum"
		if s.ByLetter {
			heard, few = n.Written, "council.few-answers"
		}
		if !short && !rule.Attend.Reached(heard, n.Members) {
			short = true // said once, for the strictest need is one of the session
			l.Add(fault.New(fault.Invalid, few, heard, n.Members, rule.Attend.Least(n.Members), rule.Attend.String()).At("attendance"))
		}
	}
	return l
}

// Unasked names the absent who have not written where a rule of the agenda wants
// every absent member asked (NĐ 98/2023, Điều 30.7), and those who have not answered
// where all were: the votes hold, but the minutes must say why.
func (s Session) Unasked(c Council, rules []VoteRule) []Member {
	want := s.ByLetter
	for _, it := range s.Agenda {
		r, ok := RuleFor(rules, it.Award, s.Day)
		want = want || ok && r.Written
	}
	if !want {
		return nil
	}
	heard := map[int64]bool{}
	for _, a := range s.Attendance {
		heard[a.Member] = a.Present || a.Written
	}
	var out []Member
	for _, m := range c.Seats(s.Day, s.Standing) {
		if !heard[m.ID] {
			out = append(out, m)
		}
	}
	return out
}
