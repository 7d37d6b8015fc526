package dossiers

import (
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
)

func line(state dossier.PaperState, have, want int) dossier.Checked {
	c := dossier.Checked{Requirement: dossier.Requirement{Code: "bao_cao", Name: "Báo cáo", Originals: want}, Paper: dossier.Paper{ID: 7, State: state, Originals: have}}
	if state == "" {
		c.Paper = dossier.Paper{}
	}
	return c
}

// Not looked at, looked at and lacking, another kind, complete: four things.
func TestPaperStatesAreToldApart(t *testing.T) {
	for _, x := range []struct {
		c    dossier.Checked
		text string
		tone kit.Tone
		n    string
	}{
		{line("", 0, 1), "Chưa xem", kit.Warn, "0/1"},
		{line(dossier.Unseen, 0, 1), "Chưa xem", kit.Warn, "0/1"},
		{line(dossier.Lacking, 1, 1), "Còn thiếu", kit.Bad, "1/1"},
		{line(dossier.Other, 0, 1), "Không đúng loại", kit.Bad, "0/1"},
		{line(dossier.Whole, 1, 2), "Chưa đủ bản", kit.Bad, "1/2"},
		{line(dossier.Whole, 2, 2), "Đủ", kit.Good, "2/2"},
		{line(dossier.Whole, 0, 0), "Đủ", kit.Good, ""},
	} {
		if PaperState(x.c) != x.text || PaperTone(x.c) != x.tone || Originals(x.c) != x.n {
			t.Errorf("%+v: %q %v %q", x.c.Paper, PaperState(x.c), PaperTone(x.c), Originals(x.c))
		}
	}
	c := line("", 0, 1)
	c.Optional = true
	if PaperState(c) != "" || PaperTone(c) != kit.Quiet || PaperName(c) != "Báo cáo (nếu có)" {
		t.Errorf("an optional paper nobody sent: %q", PaperState(c))
	}
	if n, tone := Lacking([]dossier.Checked{c, line("", 0, 1), line(dossier.Whole, 1, 1)}); n != 1 || tone != kit.Warn {
		t.Errorf("%d to see", n)
	}
	if n, tone := Lacking([]dossier.Checked{line(dossier.Other, 0, 1), line("", 0, 1)}); n != 2 || tone != kit.Bad {
		t.Errorf("%d to see, %v", n, tone)
	}
}

func TestNumberIsWholeOrNone(t *testing.T) {
	for text, want := range map[string]int{"": 0, " 2 ": 2, "1.200": 1200} {
		if n, err := Number(text, "originals"); err != nil || n != want {
			t.Errorf("%q: %d %v", text, n, err)
		}
	}
	for _, text := range []string{"-1", "hai", "1,5"} {
		if _, err := Number(text, "originals"); fault.CodeOf(err) != "ui.whole-number" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAnswersHoldUntilTheirDay(t *testing.T) {
	day := when.MustParse("2026-01-15")
	for _, x := range []struct {
		c    dossier.Confirmation
		text string
		tone kit.Tone
	}{
		{dossier.Confirmation{Asked: day}, "Chờ trả lời", kit.Away},
		{dossier.Confirmation{Answered: day, Result: dossier.Agreed}, "Đồng ý", kit.Good},
		{dossier.Confirmation{Answered: day - 40, Result: dossier.Agreed, ValidUntil: day - 1}, "Hết giá trị", kit.Bad},
		{dossier.Confirmation{Answered: day, Result: "co_y_kien"}, "Có ý kiến", kit.Warn},
		{dossier.Confirmation{Answered: day, Result: dossier.Objected}, "Không đồng ý", kit.Bad},
	} {
		if Answer(x.c, day) != x.text || AnswerTone(x.c, day) != x.tone {
			t.Errorf("%+v: %q %v", x.c, Answer(x.c, day), AnswerTone(x.c, day))
		}
	}
	if n := Waiting([]dossier.Confirmation{{Asked: day}, {Answered: day, Result: dossier.Agreed}}, day); n != 1 {
		t.Errorf("%d are waited for", n)
	}
	for _, x := range []struct {
		m    dossier.Matter
		text string
	}{{dossier.Matter{Opened: day - 5}, "Đang xem xét"}, {dossier.Matter{Opened: day - 5, Closed: day - 1, Cleared: true}, "Không có vi phạm"},
		{dossier.Matter{Opened: day - 5, Closed: day - 2, Until: day - 1}, "Kết thúc 13/01/2026"}, {dossier.Matter{Opened: day - 5, Closed: day - 2, Until: day + 9}, "Kỷ luật đến 24/01/2026"}} {
		if MatterState(x.m, day) != x.text {
			t.Errorf("%+v: %q", x.m, MatterState(x.m, day))
		}
	}
}

func TestHandOversThatCanBeTakenBack(t *testing.T) {
	for s, want := range map[dossier.Stage]bool{dossier.Appraised: true, dossier.Passed: true, dossier.Submitted: true, dossier.Received: false, dossier.Decided: false, dossier.Returned: false} {
		if got := Recallable([]Row{row(1, s)}); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
	if Recallable(nil) || Recallable([]Row{row(1, dossier.Passed), row(2, dossier.Received)}) {
		t.Error("not all of them")
	}
}

func TestOnlyHigherAwardsAreOffered(t *testing.T) {
	c := award.Load()
	s := State{Catalogue: c}
	d := row(1, dossier.Passed)
	d.Dossier.Award, d.Dossier.Kind = "bang_khen_chu_tich_tinh", registry.Individual
	var keys []string
	for _, x := range s.Higher([]Row{d}) {
		keys = append(keys, x.Key)
	}
	if !slices.Contains(keys, "bang_khen_thu_tuong") || slices.Contains(keys, "giay_khen") || slices.Contains(keys, "bang_khen_chu_tich_tinh") {
		t.Errorf("%v", keys)
	}
}

func TestGroundsOfTheAwardAndTheOneClaimed(t *testing.T) {
	d := dossier.Dossier{Received: when.MustParse("2025-12-01")}
	got := GroundOptions(award.Load(), "bang_khen_chu_tich_tinh", registry.Household, d, "Điều 99")
	if len(got) < 2 || got[len(got)-1].Key != "Điều 99" {
		t.Errorf("%+v", got)
	}
	for _, o := range got[:len(got)-1] {
		if o.Note == "" {
			t.Errorf("without its loại hình: %+v", o)
		}
	}
}

func TestFindingsTheGravestFirst(t *testing.T) {
	got := Sorted([]check.Finding{{Rule: "a", Severity: check.Info}, {Rule: "b", Severity: check.Error, Overruled: &check.Overrule{}}, {Rule: "c", Severity: check.Warning}, {Rule: "d", Severity: check.Error}})
	order := ""
	for _, f := range got {
		order += f.Rule
	}
	if order != "dcab" {
		t.Errorf("%s", order)
	}
	held := Held([]Row{{Dossier: dossier.Dossier{ID: 1, Name: "A"}}, {Dossier: dossier.Dossier{ID: 2, Name: "B"}}, {Dossier: dossier.Dossier{ID: 3, Name: "C"}}},
		map[int64][]check.Finding{1: {{Title: "x"}, {Title: "y"}}, 3: {{Title: "z"}}}, 1)
	if !slices.Equal(held, []string{"A: x; y", "… và 1 hồ sơ khác"}) {
		t.Errorf("%q", held)
	}
}

func TestPartsOfRoutes(t *testing.T) {
	if p, ok := PartOf("xac-nhan"); !ok || p != PartConfirm {
		t.Error(p, ok)
	}
	if _, ok := PartOf(""); ok {
		t.Error("a part without a word")
	}
	s := State{Movements: []movement.Movement{{ID: 1, Code: "A"}, {ID: 2, Code: "B"}}, Rows: []Row{{Dossier: dossier.Dossier{ID: 5, Movement: 2}}, {Dossier: dossier.Dossier{ID: 6, Movement: 1}}}}
	if c := s.CodesOf([]int64{5}); !slices.Equal(c, []string{"B"}) {
		t.Errorf("%v", c)
	}
}
