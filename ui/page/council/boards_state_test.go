package council

import (
	"testing"

	sitting "thidua/model/council"
	"thidua/model/fault"
	"thidua/model/when"
	"thidua/ui/words"
)

func TestSharesAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]sitting.Share{
		"từ 80%": {Num: 4, Den: 5}, "80 %": {Num: 4, Den: 5}, "từ 90%": {Num: 9, Den: 10}, "ít nhất 2/3": {Num: 2, Den: 3},
		"trên 1/2": {Num: 1, Den: 2, Over: true}, "Quá bán": {Num: 1, Den: 2, Over: true}, "trên 50%": {Num: 1, Den: 2, Over: true}, "100%": {Num: 1, Den: 1},
	} {
		got, err := ReadShare(text, "pass")
		if err != nil || got != want {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "nhiều", "120%", "3/2", "2/0", "-1/2", "80"} {
		if got, err := ReadShare(text, "pass"); fault.CodeOf(err) != "page.share" {
			t.Errorf("%q is read as %+v, %v", text, got, err)
		}
	}
	for _, r := range sitting.LoadRules() { // what is shown can be typed back
		for _, s := range []sitting.Share{r.Pass, r.Attend} {
			if got, err := ReadShare(s.String(), "pass"); err != nil || got != s {
				t.Errorf("%s is read as %+v, %v", s, got, err)
			}
		}
	}
}

func TestRenewedFromThoseInOffice(t *testing.T) {
	c := ten()
	c.Unit, c.Founded = 5, "96/QĐ-UBND"
	c.Members[8].To = when.MustParse("2025-12-01")
	n := Renewed(c, when.MustParse("2026-01-15"))
	if len(n.Members) != 9 || n.ID != 0 || n.Unit != 5 || n.Founded != "" || n.Members[0].ID != 0 || n.Members[0].From != n.From || n.Members[0].Role != sitting.Chair {
		t.Errorf("%+v", n)
	}
	if len(c.Members) != 10 || c.Members[0].ID != 1 {
		t.Error("the old council changed")
	}
}

func TestMembersMove(t *testing.T) {
	c := ten()
	if got := Swapped(c, 0, 1); got.Members[0].ID != 2 || got.Members[1].ID != 1 || c.Members[0].ID != 1 {
		t.Errorf("down: %v", got.Members[:2])
	}
	if got := Swapped(c, 0, -1); got.Members[0].ID != 1 {
		t.Error("over the head")
	}
	m := c.Members[4]
	m.Post = "Giám đốc"
	if got := WithMember(c, 4, m); got.Members[4].Post != "Giám đốc" || c.Members[4].Post != "" {
		t.Error("changing a member")
	}
	if got := WithMember(c, -1, sitting.Member{Name: "Mới"}); len(got.Members) != 11 || len(c.Members) != 10 {
		t.Error("adding a member")
	}
}

func TestRulesInWords(t *testing.T) {
	day := when.MustParse("2026-01-15")
	r := FromNow(sitting.VoteRule{ID: 4, Rev: 2, Award: bk, Rounds: 1, Period: when.Period{From: when.MustParse("2024-01-01"), To: day}}, day)
	if r.ID != 0 || r.Rev != 0 || r.From != day || r.To != 0 || r.Award != bk {
		t.Errorf("%+v", r)
	}
	for how, x := range map[string]sitting.VoteRule{words.RoundHands: {}, words.RoundBallot: {Ballot: true}, words.RoundSecret: {Ballot: true, Secret: true}} {
		if got := RuleHow(x); got != how {
			t.Errorf("%+v: %s", x, got)
		}
	}
}
