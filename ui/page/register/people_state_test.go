package register

import (
	"slices"
	"testing"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/words"
)

func several() *People {
	a := registry.Nominee{ID: 1, Kind: registry.Individual, Name: "Trần Văn Thử", Birth: day("1980-03-05"), IDNumber: "058080111111", Position: "Chuyên viên", UnitText: "Sở Y tế"}
	b := registry.Nominee{ID: 2, Kind: registry.Individual, Name: "Lê Thị Mẫu", UnitText: "Sở Tư pháp"}
	c := registry.Nominee{ID: 3, Kind: registry.Individual, Name: "Trần Văn Thử", Position: "Văn thư", UnitText: "Sở Y tế", Managed: true}
	d := registry.Nominee{ID: 4, Kind: registry.Collective, Name: "Phòng Tổng hợp", Unit: 9, UnitText: "Sở Y tế"}
	return &People{List: []registry.Nominee{b, d, a, c}, Alikes: []office.Alike{{A: a, B: c, Why: "don_vi"}}}
}

func TestWhoIsShown(t *testing.T) {
	for name, x := range map[string]struct {
		edit func(*People)
		want []int64
	}{
		"all":             {func(*People) {}, []int64{2, 4, 1, 3}},
		"doubts together": {func(s *People) { s.Doubts = true }, []int64{1, 3}},
		"a kind":          {func(s *People) { s.Kind = registry.Collective }, []int64{4}},
		"a unit":          {func(s *People) { s.Unit = 9 }, []int64{4}},
		"a number":        {func(s *People) { s.Text = "1111" }, []int64{1}},
		"name and unit":   {func(s *People) { s.Text = "so y te thu" }, []int64{1, 3}},
		"no such doubt":   {func(s *People) { s.Doubts, s.Text = true, "mẫu" }, nil},
		"nobody":          {func(s *People) { s.Text = "khong co" }, nil},
	} {
		s := several()
		x.edit(s)
		var got []int64
		for _, n := range s.Shown(day("2026-01-15")) {
			got = append(got, n.ID)
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestTwoSideBySide(t *testing.T) {
	s := several()
	rows := s.Compare(s.List[2], s.List[3], day("2026-01-15"))
	got := map[string]Compared{}
	for _, r := range rows {
		got[r.Label] = r
	}
	for label, want := range map[string]Compared{
		words.HonourName:    {words.HonourName, "Trần Văn Thử", "Trần Văn Thử", "Trần Văn Thử"},
		words.PersonNumber:  {words.PersonNumber, "058080111111", "", "058080111111"},
		words.DossierPost:   {words.DossierPost, "Chuyên viên", "Văn thư", "Chuyên viên"},
		words.PersonManaged: {words.PersonManaged, "", words.Yes, words.Yes},
	} {
		if got[label] != want {
			t.Errorf("%s: %+v", label, got[label])
		}
	}
	if !got[words.DossierPost].Differs() || got[words.PersonNumber].Differs() {
		t.Error("what differs is not told")
	}
	if _, ok := got[words.DossierEthnic]; ok {
		t.Error("a line that says nothing of either")
	}
}

func TestHowAMatterStands(t *testing.T) {
	today := day("2026-01-15")
	for want, m := range map[string]dossier.Matter{
		words.MatterOpen:           {Opened: day("2025-01-01")},
		words.MatterCleared:        {Opened: day("2025-01-01"), Closed: day("2025-02-01"), Cleared: true},
		"Kỷ luật đến 01/03/2026":   {Opened: day("2025-01-01"), Closed: day("2025-03-01"), Until: day("2026-03-01")},
		"Kết thúc " + "01/03/2025": {Opened: day("2025-01-01"), Closed: day("2025-03-01"), Until: day("2025-09-01")},
	} {
		if got := MatterState(m, today); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if (MatterTone(m, today) == kit.Bad) != m.Pending(today) {
			t.Errorf("%s has the wrong colour", want)
		}
	}
	for want, i := range map[string]dossier.Initiative{words.InitiativeFree: {}, words.InitiativeUsed: {Dossiers: []int64{1}}, words.InitiativeSpent: {Dossiers: []int64{1}, Records: []int64{2}}} {
		if Used(i) != want {
			t.Errorf("%q, want %q", Used(i), want)
		}
	}
}
