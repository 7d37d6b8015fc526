package movements

import (
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/ui/words"
)

func TestTheShippedMovementShowsBothRoads(t *testing.T) {
	s := State{List: movement.Load(), Catalogue: award.Load(), Roads: dossier.LoadRoads()}
	m, ok := s.Current()
	if !ok {
		t.Fatal("no movement ships with the program")
	}
	remarks := 0
	for _, g := range s.Grants(m) {
		if g.Award == "" || g.Kinds == "" || g.Phase == "" || !g.HasWay || len(g.Road.Steps) == 0 {
			t.Errorf("grant %+v", g)
		}
		if g.Road.Remark != "" {
			remarks++
		}
	}
	if remarks < 2 {
		t.Errorf("the plan differs from the law on two awards, %d are marked", remarks)
	}
	if got := s.RoadsOf("bang_khen_thu_tuong"); len(got) != 2 {
		t.Errorf("%d roads for the Bằng khen của Thủ tướng", len(got))
	}
}

func TestChosenMovement(t *testing.T) {
	s := State{List: []movement.Movement{{Code: "B"}, {Code: "A"}}, Code: "A"}
	if m, _ := s.Current(); m.Code != "A" || s.At() != 1 {
		t.Errorf("current %s at %d", m.Code, s.At())
	}
	s.Code = "gone"
	if m, _ := s.Current(); m.Code != "B" {
		t.Errorf("a movement that is gone must give way to the newest, got %s", m.Code)
	}
	s.List = nil
	if _, ok := s.Current(); ok || s.At() != -1 {
		t.Error("an empty list has a movement")
	}
}

func TestTexts(t *testing.T) {
	if got := GroupsText(nil); got != words.CriterionAll {
		t.Errorf("no groups: %s", got)
	}
	if got := GroupsText([]string{"mttq", "to_chuc_ctxh"}); got != "Mặt trận Tổ quốc Việt Nam, Tổ chức chính trị - xã hội" {
		t.Errorf("groups: %s", got)
	}
	texts := []string{"Một.", "Hai."}
	if got := Lines(Paragraphs(texts) + "\n \n"); !slices.Equal(got, texts) {
		t.Errorf("lines %q", got)
	}
}
