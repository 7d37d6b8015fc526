package council

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/model/award"
	sitting "thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/words"
)

const (
	bk   = "bang_khen_chu_tich_tinh"
	cstd = "cstd_tinh"
)

// ten is a council of ten, four of them its Thường trực.
func ten() sitting.Council {
	c := sitting.Council{ID: 3, Name: "Hội đồng thử", Period: when.Period{From: when.MustParse("2025-07-15")}}
	for i := range 10 {
		m := sitting.Member{ID: int64(i + 1), Name: fmt.Sprintf("Thành viên %d", i+1), Role: sitting.Ordinary, Standing: i < 4, Period: c.Period}
		switch i {
		case 0:
			m.Role = sitting.Chair
		case 3:
			m.Role = sitting.Secretary
		}
		c.Members = append(c.Members, m)
	}
	return c
}

// file is an open session with so many cases of an award, as the office gives it.
func file(code string, cases int) office.SessionFile {
	f := office.SessionFile{Council: ten(), Rules: sitting.LoadRules(), Dossiers: map[int64]dossier.Dossier{}}
	f.Session = sitting.Session{ID: 9, Rev: 1, Council: 3, Movement: 1, Day: when.MustParse("2025-12-29"), Presider: 1, Clerk: 4}
	for i := range cases {
		id := int64(100 + i)
		f.Session.Agenda = append(f.Session.Agenda, sitting.Item{Dossier: id, Award: code, Name: fmt.Sprintf("Người %d", i+1), AwardName: "Hình thức thử"})
		f.Dossiers[id] = dossier.Dossier{ID: id, Kind: registry.Individual, UnitText: "Đơn vị thử", Stage: dossier.Appraised}
	}
	return f
}

// inHand is a page with that session in hand.
func inHand(code string, cases int) *State {
	f := file(code, cases)
	s := &State{Catalogue: award.Load(), Councils: []sitting.Council{f.Council}, ID: 9, Sessions: []sitting.Session{f.Session},
		Movements: []movement.Movement{{ID: 1, Code: "M1"}, {ID: 2, Code: "M2"}}}
	s.Hold(f)
	return s
}

// called is an inHand whose members are all there but the last, who wrote.
func called(code string, cases int) *State {
	s := inHand(code, cases)
	s.MarkAll()
	s.Mark([]int64{10}, false, true, "đi công tác")
	return s
}

func TestSessionsAreNarrowed(t *testing.T) {
	s := inHand(bk, 1)
	s.Sessions = append(s.Sessions, sitting.Session{ID: 8, Movement: 2, Closed: when.MustParse("2025-01-01")})
	for code, want := range map[string]int{"": 2, "M1": 1, "M2": 1, "M9": 0} {
		s.Movement = code
		if got := s.Shown(); len(got) != want {
			t.Errorf("%q shows %d", code, len(got))
		}
	}
	if StateOf(s.Sessions[0]) != words.SessionOpen || StateOf(s.Sessions[1]) != words.SessionClosed {
		t.Error("the states of sessions")
	}
}

func TestRollCall(t *testing.T) {
	s := inHand(cstd, 1)
	if len(s.Faults()) != 0 || s.Dirty {
		t.Fatalf("a session nobody was called for is at fault: %v", s.Faults())
	}
	s.Mark([]int64{1}, true, false, "")
	l := s.Faults()
	if len(FaultsAt(l, "attendance")) != 1 || l[0].Code != "council.quorum" {
		t.Errorf("one of ten is there: %v", l)
	}
	s.MarkAll()
	s.Mark([]int64{9, 10}, false, false, "ốm")
	if l := s.Faults(); len(l) != 0 {
		t.Errorf("eight of ten are enough: %v", l)
	}
	if got := s.Unasked(); got != "Thành viên 9, Thành viên 10" {
		t.Errorf("to be asked in writing: %q", got)
	}
	s.Mark([]int64{10}, false, true, "ốm")
	states := []string{}
	for _, x := range s.Seats() {
		states = append(states, x.State())
	}
	if states[0] != words.RollHere || states[8] != words.RollAbsent || states[9] != words.RollWritten || s.Unasked() != "Thành viên 9" {
		t.Errorf("%v; to be asked: %s", states, s.Unasked())
	}
	s.Mark([]int64{1}, false, false, "")
	if len(FaultsAt(s.Faults(), "presider")) != 1 {
		t.Errorf("the chair left, and presides: %v", s.Faults())
	}
}

// Whoever has no seat on the new day, or in the Thường trực, is off the roll.
func TestAnotherGathering(t *testing.T) {
	s := called(bk, 1)
	s.Change(func(x *sitting.Session) { x.Clerk = 7 })
	s.Gather(func(x *sitting.Session) { x.Standing = true })
	if len(s.Work.Attendance) != 4 || len(s.Seats()) != 4 || s.Work.Presider != 1 || s.Work.Clerk != 0 {
		t.Errorf("the Thường trực: %+v", s.Work)
	}
	if l := s.Faults(); len(l) != 0 {
		t.Errorf("the Thường trực decides it: %v", l)
	}
	s.Gather(func(x *sitting.Session) { x.Day = when.MustParse("2025-07-01") }) // before its time
	if len(s.Work.Attendance) != 0 || s.Work.Presider != 0 {
		t.Errorf("before the council was founded: %+v", s.Work)
	}
	if s := called(cstd, 1); true {
		s.Gather(func(x *sitting.Session) { x.Standing = true })
		if len(FaultsAt(s.Faults(), "standing")) != 1 {
			t.Errorf("the Thường trực on what the whole council decides: %v", s.Faults())
		}
	}
}

func TestWhatIsNotSavedIsLaidBy(t *testing.T) {
	s := called(bk, 1)
	if !s.Dirty || !strings.Contains(s.Unsaved(), "29/12/2025") {
		t.Fatalf("unsaved %q", s.Unsaved())
	}
	x, done, ok := s.Lay()
	if !ok || len(x.Attendance) != 10 {
		t.Fatalf("to be laid by: %v, %+v", ok, x)
	}
	s.Mark([]int64{3}, false, false, "ốm") // typed while it was being laid by
	if done(); s.Kept || s.Unsaved() == "" {
		t.Error("what came later counts as laid by")
	}
	x, done, _ = s.Lay()
	if done(); !s.Kept || s.Unsaved() != "" {
		t.Error("laid by, and still said to be lost when the window closes")
	}
	if _, _, ok := s.Lay(); ok {
		t.Error("it is laid by twice")
	}
	other := file(bk, 2)
	other.Session.ID = 8
	if back, lost := s.Hold(other); back || lost || s.Dirty || len(s.Work.Attendance) != 0 {
		t.Fatalf("another session: %v %v, dirty %v", back, lost, s.Dirty)
	}
	again := file(bk, 1)
	again.Typed = office.Typed{Session: x, Officer: "Cán bộ thử"}
	if back, lost := s.Hold(again); !back || lost || !s.Dirty || !s.Kept || len(s.Work.Attendance) != 10 {
		t.Errorf("what was laid by is not gone on with: %v %v, %+v", back, lost, s.Work)
	}
	if back, _ := s.Hold(again); back || !s.Dirty {
		t.Error("read anew, it is said once more to be opened again")
	}
	s.Mark([]int64{1}, false, true, "")
	if len(s.File.Session.Attendance) != 0 || x.Attendance[0].Written {
		t.Error("editing reaches what is stored")
	}
	if s.Drop(); s.Dirty || s.Kept || len(s.Work.Attendance) != 0 {
		t.Errorf("back to what is saved: %+v", s.Work)
	}
	again.Session.Rev = 2
	if back, lost := s.Hold(again); back || !lost || s.Dirty || len(s.Work.Attendance) != 0 {
		t.Error("somebody saved it meanwhile, and nothing is said")
	}
	again.Session.Closed = when.MustParse("2025-12-30")
	if back, lost := s.Hold(again); back || lost || s.Dirty {
		t.Error("what was typed of a session that is closed by now")
	}
}

func TestAClosedSessionStays(t *testing.T) {
	f := file(bk, 1)
	f.Session.Closed = when.MustParse("2025-12-30")
	s := &State{}
	s.Hold(f)
	s.MarkAll()
	s.AddRound()
	s.TakeOut([]int64{100})
	if s.Dirty || len(s.Work.Attendance) != 0 || len(s.Work.Rounds) != 0 || len(s.Work.Agenda) != 1 {
		t.Errorf("%+v", s.Work)
	}
}

func TestTypedTexts(t *testing.T) {
	if got := Lines(" một \n\n hai"); !slices.Equal(got, []string{"một", "hai"}) {
		t.Errorf("%q", got)
	}
	if got := Names("Bà An, Ông Bình ;\nÔng Chi,"); !slices.Equal(got, []string{"Bà An", "Ông Bình", "Ông Chi"}) {
		t.Errorf("%q", got)
	}
	for text, want := range map[string]int{"": 0, " 12 ": 12, "0": 0, "x": -1, "-1": -1, "99999": -1, "1,5": -1} {
		if got := Count(text); got != want {
			t.Errorf("%q is %d", text, got)
		}
	}
}
