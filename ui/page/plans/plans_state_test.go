package plans

import (
	"testing"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/kit"
)

func line(code, group string, s movement.Status) office.PlanLine {
	return office.PlanLine{Unit: registry.Version{Code: code, Group: group}, Status: s}
}

func TestShownNarrowsByStatusAndGroup(t *testing.T) {
	s := &State{Lines: []office.PlanLine{line("A", "mttq", movement.Late), line("B", "so_ban_nganh", movement.Late), line("C", "so_ban_nganh", movement.Received)}}
	s.Status = movement.Late
	if got := s.Shown(); len(got) != 2 {
		t.Errorf("%d late ones", len(got))
	}
	s.Group = "so_ban_nganh"
	if got := s.Shown(); len(got) != 1 || got[0].Unit.Code != "B" {
		t.Errorf("shown %v", got)
	}
	if len(s.Lines) != 3 {
		t.Error("narrowing lost lines")
	}
	s.Lines = append(s.Lines, line("D", "so_ban_nganh", movement.NotDue))
	if s.Status = Missing; len(s.Shown()) != 2 {
		t.Errorf("missing of the group: %v", s.Shown())
	}
	if got := s.Statuses(); len(got) != 5 || got[0].Label != "Tất cả (4)" || got[1].Label != "Còn thiếu (3)" || got[2].Label != "Quá hạn (2)" {
		t.Errorf("statuses %v", got)
	}
	if got := s.Groups(); len(got) != 3 || got[1].Key != "so_ban_nganh" {
		t.Errorf("groups %v", got)
	}
}

func TestChasedAreExactlyThoseWhoOwe(t *testing.T) {
	passed := line("D", "", movement.Late)
	passed.Plan.Handover = movement.Handover{Way: movement.ToOfficer}
	s := &State{Lines: []office.PlanLine{line("A", "", movement.Late), line("B", "", movement.DueSoon), line("C", "", movement.Received), passed}}
	if got := s.Chased(nil); len(got) != 1 || got[0] != "A" {
		t.Errorf("without a choice the late ones: %v", got)
	}
	if got := s.Chased(s.Lines); len(got) != 2 {
		t.Errorf("of those chosen the ones that owe: %v", got)
	}
	if got := s.Chased(s.Lines[2:3]); len(got) != 1 || got[0] != "A" {
		t.Errorf("a choice that owes nothing falls back on the late ones: %v", got)
	}
}

func TestSentAreThePlanRemindersOfAUnit(t *testing.T) {
	units := []report.Reminded{{Unit: 7}}
	s := &State{Reminders: []report.Reminder{{ID: 1, What: report.ForPlan, Day: 20240601, Units: units}, {ID: 2, What: report.ForReport, Units: units},
		{ID: 3, What: report.ForPlan, Day: 20240701, Units: units}, {ID: 4, What: report.ForPlan, Units: []report.Reminded{{Unit: 8}}}}}
	got := s.Sent(7)
	if len(got) != 2 || got[0].ID != 3 || got[1].ID != 1 {
		t.Errorf("sent %v", got)
	}
}

func TestOwnCriteriaAsText(t *testing.T) {
	before := []movement.Criterion{{Letter: "đ", Text: "Cũ", Groups: []string{"mttq"}}}
	cs := Own("  đ) Số hóa   hồ sơ.\n\n e) Trả lời cử tri (đúng hạn).\nKhông có ký hiệu", before)
	if len(cs) != 3 || cs[0].Letter != "đ" || cs[0].Text != "Số hóa hồ sơ." || len(cs[0].Groups) != 1 || cs[1].Text != "Trả lời cử tri (đúng hạn)." {
		t.Fatalf("%+v", cs)
	}
	if cs[2].Letter != "" || cs[2].Text != "Không có ký hiệu" {
		t.Errorf("a line without a letter keeps its text, to be refused by name: %+v", cs[2])
	}
	if got := Own(OwnText(cs[:2]), nil); got[1].Letter != "e" || len(got) != 2 {
		t.Errorf("round trip %+v", got)
	}
	if (movement.UnitPlan{Unit: 1, Criteria: cs}).Check() == nil {
		t.Error("a criterion without a letter is accepted")
	}
}

func TestTones(t *testing.T) {
	for s, want := range map[movement.Status]kit.Tone{movement.Late: kit.Bad, movement.Ended: kit.Bad, movement.Received: kit.Good, movement.DueSoon: kit.Warn, movement.Passed: kit.Quiet} {
		if Tone(s) != want {
			t.Errorf("%s is painted %v", s, Tone(s))
		}
	}
}
