package summing

import (
	"testing"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

func TestRoundsAreChosenByKey(t *testing.T) {
	today := when.MustParse("2026-01-15")
	s := State{Movements: []movement.Movement{{Code: "A", Period: when.Period{From: when.MustParse("2024-04-17"), To: when.MustParse("2026-01-07")}}}}
	s.Settle(today)
	if s.Round != (report.Round{Kind: report.Yearly, Year: 2025}) {
		t.Errorf("begins with %v", s.Round)
	}
	for _, c := range s.Rounds(today) {
		s.Choose(c.Key)
		if key(s.Round) != c.Key {
			t.Errorf("%s chooses %v", c.Key, s.Round)
		}
	}
	was := s.Round
	s.Choose("không phải năm")
	if s.Round != was {
		t.Error("a key that is none chose something")
	}
}

func TestFiguresCarryTheirShare(t *testing.T) {
	s := State{Sum: office.Sum{Criteria: []office.SumCriterion{{Letter: "a", Text: "Kỳ họp", Figures: []office.SumFigure{
		{Label: "Tổng số", Value: 1200, Reports: []int64{1, 2}}, {Label: "Đúng hạn", Value: 1157, Of: 1200, Reports: []int64{1, 2}}}}}}}
	got := s.Figures()
	if len(got) != 2 || got[0].Criterion != "a) Kỳ họp" || got[0].Value != "1.200" || got[0].Share != "" || got[1].Criterion != "" || got[1].Share != "96,4%" || got[1].Reports != 2 {
		t.Errorf("figures %+v", got)
	}
}

func TestUnitsSayWhatTheyWereMadeOf(t *testing.T) {
	s := State{Sum: office.Sum{Names: map[registry.UnitID]registry.Version{1: {Name: "Xã A"}, 2: {Name: "Xã B"}}}}
	got := s.Units([]report.Rolled{{Unit: 1, From: []registry.UnitID{2}, Figures: report.Figures{Collectives: 3, Individuals: 5}}})
	if len(got) != 1 || got[0] != (Unit{Name: "Xã A", Given: "3, 0, 5", From: "Xã B"}) {
		t.Errorf("units %+v", got)
	}
}
