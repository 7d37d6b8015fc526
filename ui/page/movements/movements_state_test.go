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

func TestStationsPhasesAndParents(t *testing.T) {
	for from, want := range map[string]string{"du_thao": "phat_dong", "phat_dong": "so_ket", "ket_thuc": "ket_thuc", "": "du_thao"} {
		if got := NextStatus(from); got != want {
			t.Errorf("after %q comes %q, want %q", from, got, want)
		}
	}
	got := InTime([]movement.Phase{{Code: "so_ket", Date: 20250601}, {Code: "phat_dong", Date: 20240501}})
	if got[0].Code != "phat_dong" {
		t.Errorf("phases %v", got)
	}
	s := State{List: []movement.Movement{{ID: 1, Code: "A", Name: "Một"}, {ID: 2, Code: "B", Name: "Hai", Parent: 1}}}
	if s.Name(s.List[1].Parent) != "Một" || !slices.Equal(s.Parts(1), []string{"Hai"}) || len(s.Parts(0)) != 0 {
		t.Errorf("parts %q", s.Parts(1))
	}
	if above := s.Above(s.List[0]); len(above) != 2 || above[0].Code != "" || above[1].Code != "2" {
		t.Errorf("above %v", above)
	}
	if FileText(movement.Reference{File: "x"}) != words.RefKept || FileText(movement.Reference{File: "x", FileName: "a.pdf"}) != "a.pdf" || FileText(movement.Reference{}) != "" {
		t.Error("the file of a document is not named")
	}
}

func TestWholeNumbersWithinBounds(t *testing.T) {
	for text, want := range map[string]bool{"": true, " 12 ": true, "13": false, "-1": false, "một": false} {
		if _, ok := whole(text, 12); ok != want {
			t.Errorf("%q is taken: %v", text, ok)
		}
	}
}
