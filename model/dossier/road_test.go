package dossier

import (
	"slices"
	"testing"

	"thidua/model/award"
)

func TestRoadsAreWhole(t *testing.T) {
	c := award.Load()
	seen := map[string]bool{}
	for _, r := range LoadRoads() {
		if r.Code == "" || seen[r.Code] || r.Name == "" || r.Source == "" || r.From == 0 {
			t.Errorf("road %q: code twice, or name, source, date missing", r.Code)
		}
		seen[r.Code] = true
		if _, ok := c.Award(r.Award); !ok {
			t.Errorf("%s leads to an unknown award %s", r.Code, r.Award)
		}
		for i, s := range r.Steps {
			if s.Name == "" || s.Holder == "" {
				t.Errorf("%s step %d: nobody holds it or it has no name", r.Code, i+1)
			}
			if !known(s.Stage) {
				t.Errorf("%s step %d: stage %q", r.Code, i+1, s.Stage)
			}
		}
		// A dossier must find its step at every stage on the way.
		for _, st := range []Stage{Received, Appraising, Supplement, Appraised, Passed, Submitted, Decided} {
			if _, ok := r.Step(st); !ok {
				t.Errorf("%s has no step for %s", r.Code, st)
			}
		}
	}
}

func known(s Stage) bool {
	return s.String() != string(s)
}

// The plan sends Bằng khen của Thủ tướng through Ủy ban Thường vụ Quốc hội, the
// law (Điều 83.4) does not; both are offered and each says so.
func TestTwoRoadsToThePrimeMinister(t *testing.T) {
	var papers [][]string
	for _, r := range LoadRoads() {
		if r.Award != "bang_khen_thu_tuong" {
			continue
		}
		if r.Remark == "" {
			t.Errorf("%s does not say how it differs", r.Code)
		}
		var p []string
		for _, s := range r.Steps {
			if s.Stage == Submitted && s.Paper != "" {
				p = append(p, s.Paper)
			}
		}
		papers = append(papers, p)
	}
	if want := [][]string{{"to-trinh-ubtvqh"}, {"to-trinh-thu-tuong"}}; !slices.EqualFunc(papers, want, slices.Equal) {
		t.Errorf("papers that leave the province: %v, want %v", papers, want)
	}
}

// A stage that several steps share is measured by the one with a number of days.
func TestClock(t *testing.T) {
	r := Road{Steps: []Step{{Name: "trình", Stage: Submitted}, {Name: "bộ thẩm định", Stage: Submitted, Days: 20}, {Name: "nhận", Stage: Received}}}
	if s, ok := r.Clock(Submitted); !ok || s.Name != "bộ thẩm định" {
		t.Errorf("%+v", s)
	}
	if s, ok := r.Clock(Received); !ok || s.Name != "nhận" {
		t.Errorf("%+v", s)
	}
	if _, ok := r.Clock(Passed); ok {
		t.Error("a step where there is none")
	}
}
