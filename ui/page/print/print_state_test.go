package print

import (
	"testing"

	"thidua/model/award"
	"thidua/model/council"
	"thidua/model/decision"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/when"
)

func state(code string) *State {
	return &State{Forms: form.All(), Job: office.Print{Form: code},
		Catalogue: &award.Catalogue{Awards: []award.Award{{Code: "bk", Name: "Bằng khen thử"}, {Code: "gk", Name: "Giấy khen thử"}}},
		Movements: []movement.Movement{{Code: "MOI", Period: when.Period{From: when.MustParse("2024-04-17")}, Awards: []movement.Grant{{Award: "gk"}}},
			{Code: "CU", Period: when.Period{From: when.MustParse("2023-01-01")}}},
		Decisions: []decision.Decision{{ID: 7, Award: "gk", Number: "12/QĐ-UBND", Date: when.MustParse("2025-12-20")}}}
}

func TestEveryPaperAsksForSomething(t *testing.T) {
	for _, f := range form.All() {
		s := state(f.Code)
		if !s.AsksMovement() && !s.AsksYear() && !s.AsksDossier() && !s.AsksDecision() {
			t.Errorf("%s can be narrowed by nothing", f.Code)
		}
	}
}

func TestWhatAPaperDoesNotAskForIsNotSent(t *testing.T) {
	s := state("huong-dan")
	s.Job.Award, s.Job.Dossier, s.Job.Decision, s.Job.Year = "gk", 3, 7, 2025
	if o := s.Order(); o.Award != "" || o.Dossier != 0 || o.Decision != 0 || o.Year != 0 {
		t.Errorf("order %+v", o)
	}
	s = state("quyet-dinh")
	s.Job.Decision, s.Job.Award = 7, "gk"
	if o := s.Order(); o.Decision != 7 || o.Award != "" {
		t.Errorf("an issued decision is printed as it was frozen: %+v", o)
	}
}

// A paper of the council is printed from the session chosen, which stands in its name.
func TestPapersOfASession(t *testing.T) {
	for _, code := range []string{"phieu-bau", "bien-ban-kiem-phieu", "bien-ban-hop"} {
		s := state(code)
		s.Sessions = []council.Session{{ID: 9, Day: when.MustParse("2025-12-29"), Standing: true, Agenda: make([]council.Item, 22)}}
		s.Job.Session, s.Job.Award = 9, "gk"
		if got := s.SessionChoices(); len(got) != 2 || got[1].Label != "29/12/2025, Thường trực, 22 trường hợp" {
			t.Errorf("%s: sessions %v", code, got)
		}
		if o := s.Order(); o.Session != 9 || o.Award != "" || s.AsksAward() {
			t.Errorf("%s: order %+v", code, o)
		}
		if got := s.FileName("pdf"); got != code+"-MOI-2025-12-29.pdf" {
			t.Errorf("file name %s", got)
		}
		s.Sessions = nil // it was dropped
		if s.known(); s.Order().Session != 0 || !s.AsksAward() {
			t.Errorf("%s: a session that is gone is still asked for", code)
		}
	}
	s := state("to-trinh")
	s.Job.Session = 9
	if o := s.Order(); o.Session != 0 {
		t.Errorf("a tờ trình of a session: %+v", o)
	}
}

func TestChoices(t *testing.T) {
	s := state("quyet-dinh")
	if m, ok := s.Movement(); !ok || m.Code != "MOI" {
		t.Errorf("the newest movement is not the one to begin with: %v", m.Code)
	}
	if got := s.AwardChoices(); len(got) != 2 || got[1].Key != "gk" {
		t.Errorf("awards %v", got)
	}
	if got := s.DecisionChoices(); len(got) != 2 || got[1].Label != "12/QĐ-UBND – 20/12/2025 – Giấy khen thử" {
		t.Errorf("decisions %v", got)
	}
	if got := s.Years(2026); len(got) != 5 || got[1].Key != "2026" || got[4].Key != "2023" {
		t.Errorf("years %v", got)
	}
	if got := s.FileName("pdf"); got != "quyet-dinh-MOI.pdf" {
		t.Errorf("file name %s", got)
	}
}

func TestMillimetres(t *testing.T) {
	for text, want := range map[string]float64{"": 0, " 1,5 ": 1.5, "-2.25": -2.25} {
		if got, ok := measure(text); !ok || got != want {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"một", "70", "1,5mm"} {
		if _, ok := measure(text); ok {
			t.Errorf("%q is taken", text)
		}
	}
	if got := millimetres(-1.5); got != "-1,5" {
		t.Errorf("written %q", got)
	}
}
