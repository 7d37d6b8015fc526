package report

import (
	"testing"

	"thidua/model/movement"
	"thidua/model/when"
)

func TestRounds(t *testing.T) {
	m := movement.Movement{Period: when.Period{From: when.MustParse("2024-04-17"), To: when.MustParse("2026-01-07")}}
	got := Rounds(m, when.MustParse("2025-05-01"))
	if len(got) != 4 || got[0] != (Round{Closing, 2026}) || got[1] != (Round{Yearly, 2026}) || got[3] != (Round{Yearly, 2024}) {
		t.Errorf("rounds %v", got)
	}
	for today, want := range map[string]int{"2024-12-31": 2024, "2025-01-01": 2025, "2026-11-22": 2025, "2020-01-01": 2024} {
		if got := RoundOn(m, when.MustParse(today)); got != (Round{Yearly, want}) {
			t.Errorf("on %s: %v, want %d", today, got, want)
		}
	}
	m.To = 0
	if got := Rounds(m, when.MustParse("2026-03-01")); len(got) != 3 || got[0] != (Round{Yearly, 2026}) {
		t.Errorf("without an end: %v", got)
	}
}
