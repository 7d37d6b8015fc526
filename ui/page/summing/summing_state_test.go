package summing

import (
	"testing"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/noun"
)

func TestRoundsAreChosenByKey(t *testing.T) {
	today := when.MustParse("2026-01-15")
	s := State{Reported: noun.Reported{Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A", Period: when.Period{From: when.MustParse("2024-04-17"), To: when.MustParse("2026-01-07")}}}}}}
	s.Settle(today)
	if s.Round != (report.Round{Kind: report.Yearly, Year: 2025}) {
		t.Errorf("begins with %v", s.Round)
	}
	for _, c := range s.Rounds(today) {
		s.SetKey(c.Key)
		if s.Key() != c.Key {
			t.Errorf("%s chooses %v", c.Key, s.Round)
		}
	}
	was := s.Round
	s.SetKey("không phải năm")
	if s.Round != was {
		t.Error("a key that is none chose something")
	}
}

func TestFiguresCarryTheirShare(t *testing.T) {
	s := State{Sum: office.Sum{Criteria: []office.SumCriterion{{Letter: "a", Text: "Kỳ họp", Figures: []office.SumFigure{
		{Label: "Tổng số", Value: 1200, Reports: []int64{1, 2}}, {Label: "Đúng hạn", Value: 1157, Of: 1200, Reports: []int64{1, 2}}}}}}}
	got := s.Figures()
	if len(got) != 2 || got[0].Criterion != "a) Kỳ họp" || got[0].Value != "1.200" || got[0].Share != "" || got[1].Criterion != "" || got[1].Share != "96,4%" || len(got[1].IDs) != 2 {
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

func TestReportsBehindAFigureByTheirYear(t *testing.T) {
	s := State{Reported: noun.Reported{Round: report.Round{Kind: report.Closing, Year: 2026}}, Sum: office.Sum{YearOf: map[int64]int{1: 2024, 2: 2025, 3: 2024}}}
	got := s.ByYear([]int64{1, 2, 3})
	if len(got) != 2 || got[0].Key != "2025" || got[1].Key != "2024" || list(got[1].IDs) != "1,3" {
		t.Errorf("%+v", got)
	}
	if len(s.ByYear(nil)) != 0 {
		t.Error("no reports have a year")
	}
}

func TestPartsCarryTheirDraftAndWhatUnitsWrote(t *testing.T) {
	s := State{Reported: noun.Reported{Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A", Criteria: []movement.Criterion{{Letter: "a"}, {Letter: "b"}}}}}},
		Sum: office.Sum{Summary: report.Summary{Narrative: map[string][]string{"han_che": {"Một.", "Hai."}}},
			Draft: map[string][]string{"han_che": {"Còn 02 đơn vị chưa báo cáo."}}, Names: map[registry.UnitID]registry.Version{7: {Name: "Sở Y tế"}},
			Told: map[string][]office.ToldPart{"han_che": {{Unit: 7, Text: "Nội dung trình còn chậm."}}, "ket_qua": {{Unit: 7, Text: "Trả lời 30 kiến nghị."}}}}}
	got := map[string]Part{}
	for _, p := range s.Parts() {
		got[p.Code] = p
	}
	if len(got) != len(report.SummaryNames)+2 {
		t.Errorf("%d parts", len(got))
	}
	if p := got["han_che"]; p.Own != "Một.\nHai." || p.Draft != "Còn 02 đơn vị chưa báo cáo." || len(p.Told) != 1 || p.Told[0] != "Sở Y tế: Nội dung trình còn chậm." {
		t.Errorf("%+v", p)
	}
	if p := got["tieu_chi.b"]; len(p.Told) != 1 || p.Own != "" {
		t.Errorf("%+v", p)
	}
}

// A part that is left blank is the draft again, and saving one part leaves the
// others as they were.
func TestABlankPartIsTheDraftAgain(t *testing.T) {
	was := map[string][]string{"han_che": {"Cũ."}, "bai_hoc": {"Giữ."}}
	got := Written(was, map[string]string{"han_che": " \n", "trien_khai": "Một.\nHai.", "kien_nghi": ""})
	if _, there := got["han_che"]; there || len(got["trien_khai"]) != 2 || got["bai_hoc"][0] != "Giữ." {
		t.Errorf("%v", got)
	}
	if _, there := got["kien_nghi"]; there {
		t.Error("a part nobody wrote counts as written, and its draft is lost")
	}
	if len(was) != 2 {
		t.Error("what was read was changed")
	}
}

// What is entered waits for its own report while another is looked at.
func TestWhatIsEnteredWaitsUntilItIsSaved(t *testing.T) {
	s := State{typed: map[place]map[string]string{}, Reported: noun.Reported{Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A"}}}, Round: report.Round{Kind: report.Yearly, Year: 2025}},
		Sum: office.Sum{Summary: report.Summary{Narrative: map[string][]string{"han_che": {"Một."}}}}}
	part := func() Part {
		for _, p := range s.Parts() {
			if p.Code == "han_che" {
				return p
			}
		}
		t.Fatal("no such part")
		return Part{}
	}
	s.Type(part(), "Hai.")
	if p := part(); p.Own != "Một." || p.Text != "Hai." || s.Unsaved() != "phần lời của báo cáo năm 2025, phong trào A" {
		t.Errorf("%+v, unsaved %q", p, s.Unsaved())
	}
	there := s.here()
	s.Round = report.Round{Kind: report.Closing, Year: 2026}
	if p := part(); p.Text != "Một." || len(s.Typed()) != 0 || s.Unsaved() == "" {
		t.Errorf("another report: %+v, unsaved %q", p, s.Unsaved())
	}
	s.Saved(there, map[string]string{"han_che": "Ha"})
	if s.Unsaved() == "" {
		t.Error("what was typed on while it was saved is forgotten")
	}
	s.Round = report.Round{Kind: report.Yearly, Year: 2025}
	if s.Type(part(), "Một."); s.Unsaved() != "" {
		t.Errorf("typed back to what is saved: %q", s.Unsaved())
	}
}
