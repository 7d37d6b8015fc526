package petitions

import (
	"testing"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
)

var day = when.MustParse

func state() *State {
	line := func(id int64, unit string, waited int, p report.Petition) office.PetitionLine {
		p.ID, p.Received = id, day("2025-12-01")
		return office.PetitionLine{Petition: p, Unit: registry.Version{Name: unit}, Waited: waited}
	}
	return &State{Today: day("2026-01-15"), Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A", Period: when.Period{From: day("2024-04-17"), To: day("2026-01-07")}}}},
		List: []office.PetitionLine{
			line(1, "Sở Y tế", 30, report.Petition{Text: "Gửi sớm lịch kỳ họp"}),
			line(2, "Xã Ninh Hải", 4, report.Petition{Text: "Thêm biểu mẫu", Passed: day("2025-12-02"), PassedTo: "Văn phòng"}),
			line(3, "Sở Tài chính", 2, report.Petition{Text: "Kinh phí", Answered: day("2025-12-03"), Answer: "Có"}),
			line(4, "Sở Nội vụ", 2, report.Petition{Text: "Khác", Answered: day("2025-12-03"), Told: day("2025-12-04")}),
		}}
}

func TestFiltersCountWhatTheyShow(t *testing.T) {
	s := state()
	want := []kit.Choice{{Key: "chua-tra-loi", Label: "Chưa có trả lời (2)"}, {Key: "chua-thong-bao", Label: "Chưa thông báo đơn vị (1)"}, {Key: "", Label: "Tất cả (4)"}}
	for i, c := range s.Filters() {
		if c != want[i] {
			t.Errorf("%+v, want %+v", c, want[i])
		}
		s.Show = Show(c.Key)
		if n := []int{2, 1, 4}[i]; len(s.Shown()) != n {
			t.Errorf("%s shows %d", c.Label, len(s.Shown()))
		}
	}
	s.Show, s.Text = All, "van phong"
	if got := s.Shown(); len(got) != 1 || got[0].Petition.ID != 2 {
		t.Errorf("%+v", got)
	}
}

func TestLongWaitsStandOut(t *testing.T) {
	s := state()
	want := []kit.Tone{kit.Bad, kit.Warn, kit.Quiet, kit.Quiet}
	for i, l := range s.List {
		if got := WaitTone(l); got != want[i] {
			t.Errorf("%s: %v", l.Unit.Name, got)
		}
	}
}

func TestStepsShowWhereAPetitionStands(t *testing.T) {
	s := state()
	for i, want := range [][]kit.StepState{
		{kit.Passed, kit.Now, kit.Ahead, kit.Ahead},
		{kit.Passed, kit.Passed, kit.Now, kit.Ahead},
		{kit.Passed, kit.Skipped, kit.Passed, kit.Now}, // answered without being passed on
		{kit.Passed, kit.Skipped, kit.Passed, kit.Passed},
	} {
		for j, st := range Steps(s.List[i].Petition) {
			if st.State != want[j] {
				t.Errorf("petition %d, step %d: %v, want %v", i+1, j+1, st.State, want[j])
			}
		}
	}
	if st := Steps(s.List[1].Petition); st[1].Note != "02/12/2025" || st[2].Note != "" {
		t.Errorf("%+v", st)
	}
}

func TestYearsReachToday(t *testing.T) {
	got := state().Years()
	if len(got) != 4 || got[1].Key != "2026" || got[3].Key != "2024" {
		t.Errorf("%v", got)
	}
}
