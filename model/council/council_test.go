package council

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/fault"
	"thidua/model/when"
)

var day = when.Of(2025, 12, 20)

// fifteen is a council of fifteen, five of them its Thường trực; the last member's
// term ended before the session.
func fifteen() Council {
	c := Council{ID: 1, Name: "Hội đồng Thi đua - Khen thưởng tỉnh", Founded: "12/QĐ-UBND", On: when.Of(2024, 3, 1), By: "Chủ tịch Ủy ban nhân dân tỉnh"}
	for i := range 15 {
		m := Member{ID: int64(i + 1), Name: fmt.Sprintf("Thành viên %d", i+1), Post: "Giám đốc Sở", Role: Ordinary, Standing: i < 5}
		switch i {
		case 0:
			m.Role = Chair
		case 1:
			m.Role = Vice
		case 4:
			m.Role = Secretary
		}
		c.Members = append(c.Members, m)
	}
	c.Members = append(c.Members, Member{ID: 99, Name: "Người đã nghỉ", Role: Ordinary, Standing: true, Period: when.Period{To: when.Of(2025, 7, 1)}})
	return c
}

const (
	bkTinh = "bang_khen_chu_tich_tinh"
	bkTTg  = "bang_khen_thu_tuong"
	cstd   = "cstd_tinh"
)

// session is a full one: thirteen there, one wrote, one silent.
func session(items ...Item) Session {
	s := Session{Council: 1, Day: day, Presider: 1, Clerk: 5, Agenda: items}
	for i := range 15 {
		s.Attendance = append(s.Attendance, Attendance{Member: int64(i + 1), Present: i < 13, Written: i == 13, Reason: map[bool]string{true: "đi công tác"}[i >= 13]})
	}
	return s
}

// ballot is a round in which everything adds up: fourteen handed out and taken in, one void.
func ballot(tallies ...Tally) Round {
	return Round{Ballot: true, Secret: true, Issued: 14, Returned: 14, Valid: 13, Void: 1, Tallies: tallies}
}

func codes(err error) []string {
	l, ok := err.(fault.List)
	if !ok {
		return nil
	}
	var out []string
	for _, e := range l {
		out = append(out, e.Code)
	}
	return out
}

func TestCouncilCheck(t *testing.T) {
	if err := fifteen().Check(day); err != nil {
		t.Errorf("a whole council: %v", err)
	}
	for name, x := range map[string]struct {
		edit func(*Council)
		want string
	}{
		"no name":         {func(c *Council) { c.Name = "" }, "council.name"},
		"a seat unnamed":  {func(c *Council) { c.Members[3].Name = "" }, "council.member-name"},
		"an id twice":     {func(c *Council) { c.Members[3].ID = 3 }, "council.member-twice"},
		"a term backward": {func(c *Council) { c.Members[3].Period = when.Period{From: day, To: day} }, "council.term"},
		"no such role":    {func(c *Council) { c.Members[3].Role = "khach" }, "council.role"},
		"no chair":        {func(c *Council) { c.Members[0].Role = Vice }, "council.chair"},
		"two chairs":      {func(c *Council) { c.Members[1].Role = Chair }, "council.chair"},
		"two secretaries": {func(c *Council) { c.Members[1].Role = Secretary }, "council.secretary"},
	} {
		c := fifteen()
		x.edit(&c)
		if got := codes(c.Check(day)); !slices.Equal(got, []string{x.want}) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestSeatsHaveTerms(t *testing.T) {
	c := fifteen()
	if n := len(c.Seats(day, false)); n != 15 {
		t.Errorf("%d seats", n)
	}
	if n := len(c.Seats(day, true)); n != 5 {
		t.Errorf("%d seats of the Thường trực", n)
	}
	if n := len(c.Seats(when.Of(2025, 6, 30), true)); n != 6 {
		t.Errorf("%d seats before the term ended", n)
	}
}

func TestShares(t *testing.T) {
	for _, x := range []struct {
		s       Share
		whole   int
		least   int
		written string
	}{
		{Share{Num: 9, Den: 10}, 15, 14, "từ 90%"}, // 13 of 15 is 86,7 %
		{Share{Num: 9, Den: 10}, 20, 18, "từ 90%"},
		{Share{Num: 4, Den: 5}, 15, 12, "từ 80%"},
		{Share{Num: 2, Den: 3}, 15, 10, "từ 2/3"},
		{Share{Num: 1, Den: 2, Over: true}, 15, 8, "trên 1/2"},
		{Share{Num: 1, Den: 2, Over: true}, 14, 8, "trên 1/2"}, // seven of fourteen is no majority
		{Share{Num: 1, Den: 1}, 9, 9, "từ 100%"},
	} {
		if got := x.s.Least(x.whole); got != x.least {
			t.Errorf("%s of %d: %d, want %d", x.s, x.whole, got, x.least)
		}
		if !x.s.Reached(x.least, x.whole) || x.s.Reached(x.least-1, x.whole) {
			t.Errorf("%s of %d is not reached at %d exactly", x.s, x.whole, x.least)
		}
		if x.s.String() != x.written {
			t.Errorf("%q, want %q", x.s.String(), x.written)
		}
	}
	if (Share{Num: 0, Den: 1}).Reached(0, 0) {
		t.Error("a share of nothing is reached")
	}
}

func TestRulesThatShip(t *testing.T) {
	rules := LoadRules()
	for _, x := range []struct {
		award        string
		pass         string
		full, ballot bool
	}{
		{cstd, "từ 90%", true, true}, {"cstd_toan_quoc", "từ 90%", true, true}, {"co_thi_dua_tinh", "từ 80%", true, true},
		{"cstd_co_so", "từ 80%", false, true}, {bkTTg, "trên 1/2", true, false}, {bkTinh, "trên 1/2", false, false},
		{"kho_ai_biet", "trên 1/2", true, false}, // the rule for all others
	} {
		r, ok := RuleFor(rules, x.award, day)
		if !ok || r.Pass.String() != x.pass || r.Full != x.full || r.Ballot != x.ballot || r.Secret != x.ballot || r.Of != OfAll || r.Source == "" || r.Rounds < 1 {
			t.Errorf("%s: %+v", x.award, r)
		}
	}
	if _, ok := RuleFor(rules, cstd, when.Of(2023, 12, 31)); ok {
		t.Error("a rule holds before the law did")
	}
}

func TestSessionThatHolds(t *testing.T) {
	s := session(Item{Dossier: 7, Award: cstd}, Item{Dossier: 8, Award: cstd})
	s.Rounds = []Round{ballot(Tally{7, 13, 0, 0}, Tally{8, 10, 2, 1})}
	if err := s.Check(fifteen(), LoadRules()); err != nil {
		t.Errorf("%v", err)
	}
	if n := s.Count(fifteen()); n != (Numbers{Members: 15, Present: 13, Written: 1, Silent: 1}) {
		t.Errorf("%+v", n)
	}
	if got := s.Unasked(fifteen(), LoadRules()); len(got) != 1 || got[0].ID != 15 {
		t.Errorf("who is left to be asked: %v", got)
	}
}

// Whenever one of the sums does not hold, the session is refused, and the fault
// stands at the field that is wrong.
func TestSumsThatMustHold(t *testing.T) {
	for name, x := range map[string]struct {
		edit        func(*Session)
		code, field string
	}{
		"one ballot too many":              {func(s *Session) { s.Rounds[0].Issued, s.Rounds[0].Returned, s.Rounds[0].Void = 15, 15, 2 }, "council.issued", "issued"},
		"the written opinion left out":     {func(s *Session) { s.Rounds[0].Issued, s.Rounds[0].Returned, s.Rounds[0].Void = 13, 13, 0 }, "council.issued", "issued"},
		"more taken in than handed out":    {func(s *Session) { s.Rounds[0].Returned, s.Rounds[0].Void = 15, 2 }, "council.returned", "returned"},
		"valid and void do not add up":     {func(s *Session) { s.Rounds[0].Void = 0 }, "council.valid", "valid"},
		"votes on one case do not add up":  {func(s *Session) { s.Rounds[0].Tallies[1].Against = 3 }, "council.tally", "tallies"},
		"a negative count":                 {func(s *Session) { s.Rounds[0].Tallies[1] = Tally{8, 14, -1, 0} }, "council.negative", "tallies"},
		"a negative number of ballots":     {func(s *Session) { s.Rounds[0].Void, s.Rounds[0].Returned = -1, 12 }, "council.negative", "void"},
		"a case that is not on the agenda": {func(s *Session) { s.Rounds[0].Tallies = append(s.Rounds[0].Tallies, Tally{55, 13, 0, 0}) }, "council.stranger", "tallies"},
		"a case twice":                     {func(s *Session) { s.Rounds[0].Tallies = append(s.Rounds[0].Tallies, Tally{8, 13, 0, 0}) }, "council.voted-twice", "tallies"},
		"a case left out":                  {func(s *Session) { s.Rounds[0].Tallies = s.Rounds[0].Tallies[:1] }, "council.not-voted", "tallies"},
		"hands where a ballot is due":      {func(s *Session) { s.Rounds[0] = Round{Tallies: []Tally{{7, 14, 0, 0}, {8, 14, 0, 0}}} }, "council.ballot", "ballot"},
		"an open ballot":                   {func(s *Session) { s.Rounds[0].Secret = false }, "council.secret", "secret"},
		"a third round":                    {func(s *Session) { s.Rounds = append(s.Rounds, ballot(Tally{8, 13, 0, 0}), ballot(Tally{8, 13, 0, 0})) }, "council.rounds", "rounds"},
		"no day":                           {func(s *Session) { s.Day = when.Of(2025, 12, 0) }, "council.day", "day"},
		"nobody presides":                  {func(s *Session) { s.Presider = 15 }, "council.presider", "presider"},
		"nothing to decide":                {func(s *Session) { s.Agenda, s.Rounds = nil, nil }, "council.agenda", "agenda"},
		"a member whose term is over":      {func(s *Session) { s.Attendance = append(s.Attendance, Attendance{Member: 99}) }, "council.no-seat", "attendance"},
		"a member marked twice":            {func(s *Session) { s.Attendance = append(s.Attendance, Attendance{Member: 15}) }, "council.attended-twice", "attendance"},
		"there and in writing":             {func(s *Session) { s.Attendance[0].Written = true }, "council.present-and-written", "attendance"},
		"only the Thường trực":             {func(s *Session) { standing(s) }, "council.full", "standing"},
	} {
		s := session(Item{Dossier: 7, Award: cstd}, Item{Dossier: 8, Award: cstd})
		s.Rounds = []Round{ballot(Tally{7, 13, 0, 0}, Tally{8, 10, 2, 1})}
		x.edit(&s)
		l, _ := s.Check(fifteen(), LoadRules()).(fault.List)
		if !slices.ContainsFunc(l, func(e *fault.Error) bool { return e.Code == x.code && e.Field == x.field }) {
			t.Errorf("%s: %v, want %s at %s", name, l, x.code, x.field)
		}
	}
}

// standing makes a session one of the five of the Thường trực, all there.
func standing(s *Session) {
	s.Standing, s.Attendance = true, nil
	for i := range 5 {
		s.Attendance = append(s.Attendance, Attendance{Member: int64(i + 1), Present: true})
	}
	s.Rounds = nil
}

func TestQuorum(t *testing.T) {
	for present := range 16 {
		s := Session{Day: day, Presider: 1, Agenda: []Item{{Dossier: 1, Award: bkTTg}, {Dossier: 2, Award: bkTTg}}}
		for i := range 15 {
			s.Attendance = append(s.Attendance, Attendance{Member: int64(i + 1), Present: i < present, Written: i >= present})
		}
		got := codes(s.Check(fifteen(), LoadRules()))
		// 80 % of fifteen is twelve; who wrote was not there.
		if want := present < 12; slices.Contains(got, "council.quorum") != want {
			t.Errorf("%d of 15 there: %v", present, got)
		}
		if n := len(slices.DeleteFunc(got, func(c string) bool { return c != "council.quorum" })); n > 1 {
			t.Errorf("the quorum is missed %d times over", n)
		}
	}
}

func TestThuongTrucDecidesBangKhenTinh(t *testing.T) {
	s := session(Item{Dossier: 1, Award: bkTinh})
	standing(&s)
	s.Rounds = []Round{{Tallies: []Tally{{1, 4, 1, 0}}}}
	if err := s.Check(fifteen(), LoadRules()); err != nil {
		t.Errorf("%v", err)
	}
	o := s.Outcomes(fifteen(), LoadRules(), nil)[0]
	if !o.Passed || o.Of != 5 || o.Need != 3 || o.Percent() != "80%" {
		t.Errorf("%+v %s", o, o.Percent())
	}
	s.Rounds[0].Tallies[0].Blank = 1
	if got := codes(s.Check(fifteen(), LoadRules())); !slices.Equal(got, []string{"council.hands"}) {
		t.Errorf("six hands of five: %v", got)
	}
}

func TestOutcomesAreCountedOfAllMembers(t *testing.T) {
	c := fifteen()
	for _, x := range []struct {
		votes  int
		passed bool
		share  string
	}{{15, true, "100%"}, {14, true, "93,3%"}, {13, false, "86,7%"}, {12, false, "80%"}} {
		s := session(Item{Dossier: 7, Award: cstd})
		s.Rounds = []Round{ballot(Tally{7, x.votes, 0, 0})}
		o := s.Outcomes(c, LoadRules(), nil)[0]
		if o.Passed != x.passed || o.Percent() != x.share || o.Of != 15 || o.Need != 14 {
			t.Errorf("%d votes: %+v, %s", x.votes, o, o.Percent())
		}
		if why := o.Why(); (why == nil) != x.passed || why != nil && why.Code != "council.short" {
			t.Errorf("%d votes: %v", x.votes, why)
		}
	}
}

func TestOtherBases(t *testing.T) {
	c := fifteen()
	for base, want := range map[Base]int{OfAll: 15, OfGiven: 14, OfValid: 13} {
		rules := []VoteRule{{Attend: Share{Num: 1, Den: 2}, Pass: Share{Num: 4, Den: 5}, Of: base, Written: true, Rounds: 1, Ballot: true}}
		s := session(Item{Dossier: 7, Award: bkTinh})
		s.Rounds = []Round{ballot(Tally{7, 12, 1, 0})}
		if o := s.Outcomes(c, rules, nil)[0]; o.Of != want || o.Base != base || s.Whole(c, rules, bkTinh, 1) != want {
			t.Errorf("%s: counted of %d %s, want %d", base, o.Of, o.Base, want)
		}
	}
}

func TestTheSecondRoundCounts(t *testing.T) {
	c := fifteen()
	s := session(Item{Dossier: 7, Award: cstd}, Item{Dossier: 8, Award: cstd})
	s.Rounds = []Round{ballot(Tally{7, 13, 0, 0}, Tally{8, 9, 4, 0})}
	again := s.Again(c, LoadRules(), nil)
	if len(again) != 2 {
		t.Fatalf("a second round for %v", again)
	}
	second := Round{Ballot: true, Secret: true, Issued: 14, Returned: 14, Valid: 14, Tallies: []Tally{{7, 14, 0, 0}, {8, 10, 4, 0}}}
	s.Rounds = append(s.Rounds, second)
	if err := s.Check(c, LoadRules()); err != nil {
		t.Fatal(err)
	}
	o := s.Outcomes(c, LoadRules(), nil)
	if !o[0].Passed || o[0].Round != 2 || o[1].Passed {
		t.Errorf("%+v", o)
	}
	if again := s.Again(c, LoadRules(), nil); len(again) != 0 {
		t.Errorf("a third round for %v", again)
	}
}

func TestPlacesAndTies(t *testing.T) {
	c := fifteen()
	items := []Item{{Dossier: 1, Award: bkTinh}, {Dossier: 2, Award: bkTinh}, {Dossier: 3, Award: bkTinh}, {Dossier: 4, Award: bkTinh}, {Dossier: 5, Award: bkTTg}}
	for _, x := range []struct {
		name   string
		votes  [5]int
		places map[string]int
		chosen []int64
		passed []int64
		tied   []int64
	}{
		{"no limit", [5]int{14, 13, 8, 7, 9}, nil, nil, []int64{1, 2, 3, 5}, nil},
		{"two places", [5]int{14, 13, 12, 9, 9}, map[string]int{bkTinh: 2}, nil, []int64{1, 2, 5}, nil},
		{"a tie inside the places is none", [5]int{13, 13, 9, 9, 9}, map[string]int{bkTinh: 2}, nil, []int64{1, 2, 5}, nil},
		{"a tie at the last place", [5]int{14, 12, 12, 9, 9}, map[string]int{bkTinh: 2}, nil, []int64{1, 5}, []int64{2, 3}},
		{"the chair chooses", [5]int{14, 12, 12, 9, 9}, map[string]int{bkTinh: 2}, []int64{3}, []int64{1, 3, 5}, nil},
		{"the chair chooses too many", [5]int{14, 12, 12, 9, 9}, map[string]int{bkTinh: 2}, []int64{2, 3}, []int64{1, 5}, []int64{2, 3}},
		{"no place at all", [5]int{14, 13, 12, 9, 9}, map[string]int{bkTinh: 0}, nil, []int64{5}, nil},
	} {
		s := session(items...)
		var r Round
		for i, v := range x.votes {
			r.Tallies = append(r.Tallies, Tally{int64(i + 1), v, 14 - v, 0})
		}
		s.Rounds, s.Chosen = []Round{r}, x.chosen
		var passed, tied []int64
		for _, o := range s.Outcomes(c, LoadRules(), x.places) {
			if o.Passed {
				passed = append(passed, o.Dossier)
			}
			if o.Tied {
				tied = append(tied, o.Dossier)
			}
			if o.ByChair != (o.Passed && slices.Contains(x.chosen, o.Dossier)) {
				t.Errorf("%s: case %d by the chair: %v", x.name, o.Dossier, o.ByChair)
			}
			if (o.Why() == nil) != o.Passed {
				t.Errorf("%s: case %d passed %v, why %v", x.name, o.Dossier, o.Passed, o.Why())
			}
		}
		if !slices.Equal(passed, x.passed) || !slices.Equal(tied, x.tied) {
			t.Errorf("%s: passed %v tied %v, want %v and %v", x.name, passed, tied, x.passed, x.tied)
		}
	}
}

// More votes for a case never make it fail, and never more pass than there are places.
func TestVotesAreFair(t *testing.T) {
	c := fifteen()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "cases")
		places := rapid.IntRange(0, 8).Draw(t, "places")
		var items []Item
		var r Round
		for i := range n {
			items = append(items, Item{Dossier: int64(i + 1), Award: bkTinh})
			v := rapid.IntRange(0, 14).Draw(t, "votes")
			r.Tallies = append(r.Tallies, Tally{int64(i + 1), v, 14 - v, 0})
		}
		s := session(items...)
		s.Rounds = []Round{r}
		out := s.Outcomes(c, LoadRules(), map[string]int{bkTinh: places})
		passed := 0
		for _, o := range out {
			if o.Passed {
				passed++
			}
			for _, p := range out {
				if p.Passed && !o.Passed && o.For > p.For {
					t.Fatalf("%d votes pass and %d do not", p.For, o.For)
				}
			}
		}
		if passed > places {
			t.Fatalf("%d pass for %d places", passed, places)
		}
	})
}

func TestMinutesWriteEverybodyOut(t *testing.T) {
	s := session(Item{Dossier: 7, Award: cstd, Name: "Kiều Thị Sương"})
	s.Rounds = []Round{ballot(Tally{7, 13, 0, 0})}
	m := s.Minutes(fifteen(), LoadRules(), nil)
	if len(m.Seats) != 15 || m.Presider.Role != Chair || m.Clerk.Role != Secretary || !m.Secret || m.Present != 13 || m.Council != "Hội đồng Thi đua - Khen thưởng tỉnh" {
		t.Errorf("%+v", m)
	}
	if a := m.Seats[13]; a.Present || !a.Written || a.Reason == "" || !strings.Contains(a.Name, "14") {
		t.Errorf("the absent: %+v", a)
	}
	standing(&s)
	if m := s.Minutes(fifteen(), LoadRules(), nil); len(m.Seats) != 5 || !strings.HasPrefix(m.Council, "Thường trực ") {
		t.Errorf("%s with %d seats", m.Council, len(m.Seats))
	}
}

func TestNobodyVotedYet(t *testing.T) {
	s := session(Item{Dossier: 7, Award: cstd})
	o := s.Outcomes(fifteen(), LoadRules(), nil)[0]
	if o.Passed || o.Percent() != "" || o.Why().Code != "council.no-vote" {
		t.Errorf("%+v", o)
	}
}

// Where the rules of work allow it nobody meets: ballots go to all, those who answered
// are the quorum, and every sum still must hold.
func TestAskedByLetter(t *testing.T) {
	c, rules := fifteen(), LoadRules()
	s := session(Item{Dossier: 7, Award: bkTinh, Name: "Kiều Thị Sương", AwardName: "Bằng khen"})
	s.ByLetter, s.Attendance = true, nil
	for i, m := range c.Seats(s.Day, false) {
		s.Attendance = append(s.Attendance, Attendance{Member: m.ID, Written: i < 13})
	}
	s.Rounds = []Round{{Ballot: true, Issued: 15, Returned: 13, Valid: 13, Tallies: []Tally{{7, 12, 1, 0}}}}
	if got := codes(s.Check(c, rules)); !slices.Equal(got, []string{"council.must-meet"}) {
		t.Errorf("without a rule that allows it: %v", got)
	}
	for i := range rules {
		rules[i].ByLetter = true
	}
	if err := s.Check(c, rules); err != nil {
		t.Error(err)
	}
	if n := len(s.Unasked(c, rules)); n != 2 {
		t.Errorf("%d have not answered", n)
	}
	for base, of := range map[Base]int{OfAll: 15, OfGiven: 13, OfValid: 13} {
		for i := range rules {
			rules[i].Of = base
		}
		if o := s.Outcomes(c, rules, nil)[0]; !o.Passed || o.Of != of {
			t.Errorf("%s: %+v", base, o)
		}
	}
	for want, change := range map[string]func(*Session){
		"council.sent":               func(s *Session) { s.Rounds[0].Issued = 13 },
		"council.answers":            func(s *Session) { s.Rounds[0].Returned, s.Rounds[0].Void = 14, 1 },
		"council.hands-by-letter":    func(s *Session) { s.Rounds[0] = Round{Tallies: []Tally{{7, 12, 1, 0}}} },
		"council.present-by-letter":  func(s *Session) { s.Attendance[0] = Attendance{Member: s.Attendance[0].Member, Present: true} },
		"council.presider-by-letter": func(s *Session) { s.Presider = 0 },
		"council.few-answers": func(s *Session) {
			for i := range 4 {
				s.Attendance[i].Written = false
			}
		},
		"council.tally": func(s *Session) { s.Rounds[0].Tallies = []Tally{{7, 12, 0, 0}} },
	} {
		x := s
		x.Attendance, x.Rounds = slices.Clone(s.Attendance), slices.Clone(s.Rounds)
		change(&x)
		if got := codes(x.Check(c, rules)); !slices.Contains(got, want) {
			t.Errorf("wants %s, got %v", want, got)
		}
	}
}
