package council

import (
	"testing"

	sitting "thidua/model/council"
	"thidua/ui/words"
)

// A round begins as the rules ask: whom they count, by which way.
func TestARoundBegins(t *testing.T) {
	for _, code := range []string{cstd, bk} { // both count the opinions of the absent
		s := called(code, 2)
		s.AddRound()
		all, present, written := s.Voices()
		r := s.Work.Rounds[0]
		if all != 10 || present != 9 || written != 1 || !r.Ballot || !r.Secret || r.Issued != all || r.Valid != all {
			t.Errorf("%s: %d voices, %d of them in writing, %+v", code, all, written, r)
		}
		if wrong, missing := Typed(s.Faults()); len(wrong) != 0 || missing != 2 {
			t.Errorf("%s: nothing is entered yet: wrong %v, missing %d", code, wrong, missing)
		}
	}
}

// Every sum that does not hold is told at its place while it is typed.
func TestSumsAsTheyAreTyped(t *testing.T) {
	for name, x := range map[string]struct {
		edit  func(*State)
		field string
		code  string
	}{
		"handed out":        {func(s *State) { s.InRound(func(r *sitting.Round) { r.Issued = 9 }) }, "issued", "council.issued"},
		"taken in":          {func(s *State) { s.InRound(func(r *sitting.Round) { r.Returned, r.Void = 11, 1 }) }, "returned", "council.returned"},
		"valid":             {func(s *State) { s.InRound(func(r *sitting.Round) { r.Void = 1 }) }, "valid", "council.valid"},
		"no number":         {func(s *State) { s.InRound(func(r *sitting.Round) { r.Void = Count("x") }) }, "void", "council.negative"},
		"votes":             {func(s *State) { s.SetTally(101, 8, 1, 0) }, "tallies", "council.tally"},
		"open, by the rule": {func(s *State) { s.SetHow(ByBallot) }, "secret", "council.secret"},
		"hands, by the rule": {func(s *State) {
			s.SetHow(ByHands)
		}, "ballot", "council.ballot"},
	} {
		s := called(cstd, 2)
		s.AddRound()
		s.RestFor()
		if l := s.Faults(); len(l) != 0 {
			t.Fatalf("all for: %v", l)
		}
		x.edit(s)
		found := FaultsAt(OfRound(s.Faults(), 0), x.field)
		if len(found) != 1 || found[0].Code != x.code {
			t.Errorf("%s: at %s %v of %v", name, x.field, found, s.Faults())
		}
		if text := say(found); text == "" || len(OfRound(s.Faults(), 1)) != 0 {
			t.Errorf("%s: said %q, and in a round that is not", name, text)
		}
	}
}

func TestTheRestIsFor(t *testing.T) {
	s := called(cstd, 3)
	s.AddRound()
	s.SetTally(101, 6, 3, 1)
	s.RestFor()
	for i, want := range []int{10, 6, 10} {
		c := s.Cases()[i]
		if c.Tally.For != want || c.Wrong() || c.Missing() || c.Sum() != c.Whole {
			t.Errorf("case %d: %+v of %d", i, c.Tally, c.Whole)
		}
	}
	list, passed, failed, tied, open := s.Results()
	if passed != 2 || failed != 1 || tied != 0 || open != 0 || list[1].State() != words.ResultFailed || list[1].Need != 9 || list[1].Percent() != "60%" {
		t.Errorf("passed %d failed %d: %+v", passed, failed, list[1])
	}
	rule, ok := s.RuleOf(list[1].Item)
	if !ok || RuleText(rule) != "từ 90% tổng số thành viên Hội đồng; bỏ phiếu kín; họp toàn thể; nhiều nhất 2 lượt" {
		t.Errorf("the rule: %s", RuleText(rule))
	}
}

// A second round takes what was not passed, voted as before; a third there is not.
func TestTheSecondRound(t *testing.T) {
	s := called(bk, 3)
	s.AddRound()
	s.SetHow(ByBallot)
	s.InRound(func(r *sitting.Round) { r.Tellers = Names("Bà An, Ông Bình") })
	s.SetTally(100, 3, 7, 0)
	s.RestFor()
	if s.Again() != 1 {
		t.Fatalf("%d may be voted on again: %v", s.Again(), s.Faults())
	}
	s.AddRound()
	r := s.Work.Rounds[1]
	if s.Round != 1 || len(r.Tallies) != 1 || r.Tallies[0].Dossier != 100 || !r.Ballot || r.Secret || len(r.Tellers) != 2 {
		t.Fatalf("the second round: %+v", r)
	}
	if list, _, _, _, open := s.Results(); open != 1 || list[0].State() != words.ResultNone {
		t.Errorf("of what is voted on again nothing is known yet: %+v", list[0])
	}
	s.RestFor()
	if _, passed, _, _, _ := s.Results(); passed != 3 || s.Again() != 0 {
		t.Errorf("passed %d", passed)
	}
	s.TakeOut([]int64{100})
	if len(s.Work.Agenda) != 3 {
		t.Error("a case that was voted on left the agenda")
	}
	s.DropRound()
	if _, passed, failed, _, _ := s.Results(); s.Round != 0 || passed != 2 || failed != 1 {
		t.Errorf("after the round was taken off: passed %d failed %d", passed, failed)
	}
}

// Equal votes at the last place wait for the chair.
func TestTheChairChooses(t *testing.T) {
	s := called(bk, 3)
	s.AddRound()
	s.RestFor()
	s.Change(func(x *sitting.Session) { x.Places = map[string]int{bk: 1} })
	if _, passed, _, tied, _ := s.Results(); passed != 0 || tied != 3 {
		t.Fatalf("passed %d tied %d", passed, tied)
	}
	s.Choose(101)
	list, passed, failed, tied, _ := s.Results()
	if passed != 1 || failed != 2 || tied != 0 || !list[1].Chosen || !list[1].ByChair || list[0].Chosen {
		t.Errorf("passed %d failed %d tied %d: %+v", passed, failed, tied, list)
	}
	s.Choose(101)
	if _, _, _, tied, _ := s.Results(); tied != 3 {
		t.Error("the choice cannot be taken back")
	}
	if codes, names := s.AwardsOn(); len(codes) != 1 || codes[0] != bk || names[0] != "Hình thức thử" {
		t.Errorf("awards %v %v", codes, names)
	}
}
