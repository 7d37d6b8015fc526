package exemplars

import (
	"testing"

	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/noun"
)

func state() *State {
	return &State{Today: when.MustParse("2026-01-15"),
		Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A", Period: when.Period{From: when.MustParse("2024-04-17"), To: when.MustParse("2026-01-07")}}}},
		List: []report.Exemplar{
			{ID: 1, Year: 2024, Kind: "individual", Name: "Trần Văn Thử", What: "Trả lời kiến nghị", UnitText: "Sở Y tế"},
			{ID: 2, Year: 2025, Kind: "mo_hinh", Name: "Tổ lưu động", What: "Tiếp nhận tại thôn", UnitText: "Xã Ninh Hải", Used: "Bằng khen", Publish: true},
		}}
}

func TestNarrowings(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*State)
		want int64
	}{
		{"free", func(s *State) { s.Use = Free }, 1},
		{"spent", func(s *State) { s.Use = Spent }, 2},
		{"listed", func(s *State) { s.Use = Listed }, 2},
		{"kind", func(s *State) { s.Kind = "individual" }, 1},
		{"by unit without tones", func(s *State) { s.Text = "ninh hai" }, 2},
		{"by deed", func(s *State) { s.Text = "kien nghi" }, 1},
	} {
		s := state()
		c.set(s)
		if got := s.Shown(); len(got) != 1 || got[0].ID != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
		if len(s.List) != 2 {
			t.Errorf("%s lost lines", c.name)
		}
	}
}

func TestYearsOfTheMovementNewestFirst(t *testing.T) {
	got := state().Years()
	if len(got) != 4 || got[0].Key != "" || got[1].Key != "2026" || got[3].Label != "Năm 2024" {
		t.Errorf("%v", got)
	}
}

func TestWhatAnInitiativeIsUsedFor(t *testing.T) {
	on := dossier.Dossier{Name: "A", Stage: dossier.Received}
	out := dossier.Dossier{Name: "B", Stage: dossier.Withdrawn}
	for _, c := range []struct {
		line office.InitiativeLine
		want string
		used bool
	}{
		{office.InitiativeLine{}, "Chưa dùng", false},
		{office.InitiativeLine{Dossiers: []dossier.Dossier{out}}, "B (hồ sơ đã rời quy trình)", false},
		{office.InitiativeLine{Dossiers: []dossier.Dossier{out, on}}, "A", true},
		{office.InitiativeLine{Initiative: dossier.Initiative{Records: []int64{4}}}, "Đã khen thưởng", true},
	} {
		if got := UsedFor(c.line); got != c.want || c.line.Used() != c.used {
			t.Errorf("%q, used %v; want %q, %v", got, c.line.Used(), c.want, c.used)
		}
	}
}

func TestAuthorsArePeopleFirst(t *testing.T) {
	s := state()
	s.Ideas.Known = []registry.Nominee{{ID: 5, Kind: registry.Collective, Name: "Phòng A"}, {ID: 6, Kind: registry.Individual, Name: "Bà B", Position: "Chuyên viên", UnitText: "Sở C"}}
	got := s.AuthorOptions()
	if len(got) != 2 || got[0].Key != "6" || got[0].Note != "Chuyên viên, Sở C" {
		t.Errorf("%+v", got)
	}
	s.Ideas.Lines = []office.InitiativeLine{{Initiative: dossier.Initiative{Name: "Số hóa"}, Authors: s.Ideas.Known[1:]}, {Initiative: dossier.Initiative{Name: "Khác"}}}
	s.Idea = "ba b"
	if got := s.Initiatives(); len(got) != 1 || got[0].Initiative.Name != "Số hóa" {
		t.Errorf("%+v", got)
	}
}

func TestDecisionIsWrittenWithItsDay(t *testing.T) {
	d := when.MustParse("2025-03-02")
	for want, got := range map[string]string{"12/QĐ, 02/03/2025": Decision("12/QĐ", d), "12/QĐ": Decision("12/QĐ", 0), "": Decision("", 0)} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
