package reports

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/noun"
	"thidua/ui/words"
)

func plan() *State {
	return &State{Reported: noun.Reported{Chosen: noun.Chosen{Movements: []movement.Movement{{Code: "A", Period: when.Period{From: when.MustParse("2024-04-17"), To: when.MustParse("2026-01-07")}}}}},
		Lines: []office.ReportLine{{Status: movement.Late, Late: 5}, {Status: movement.Accepted}, {Status: movement.Late, Late: 1}}}
}

func TestPeriodsHoldTheCloseAndEveryYear(t *testing.T) {
	s := plan()
	s.Settle(when.MustParse("2025-06-01"))
	got := s.Rounds(when.MustParse("2025-06-01"))
	if len(got) != 4 || got[0].Key != "tong-ket" || got[1].Key != "2026" || got[3].Label != "Năm 2024" {
		t.Errorf("periods %v", got)
	}
	s.SetKey("tong-ket")
	if s.Kind != report.Closing || s.Year != 2026 || s.Key() != "tong-ket" {
		t.Errorf("the close is %s of %d", s.Kind, s.Year)
	}
	s.SetKey("2024")
	if s.Kind != report.Yearly || s.Key() != "2024" {
		t.Errorf("the year is %s of %d", s.Kind, s.Year)
	}
}

func TestFiltersCountAndNarrow(t *testing.T) {
	s := plan()
	got := s.Filters()
	if len(got) != 3 || got[0].Label != "Tất cả (3)" || got[1].Label != "Quá hạn (2)" || got[2].Key != string(movement.Accepted) {
		t.Errorf("filters %v", got)
	}
	s.Status = movement.Late
	if n := len(s.Shown()); n != 2 {
		t.Errorf("%d late ones shown", n)
	}
	if n := len(s.Lines); n != 3 {
		t.Errorf("narrowing lost lines: %d are left", n)
	}
}

func TestFiguresStandBesideWhatWasAsked(t *testing.T) {
	f := office.ReportFile{Items: []criteria.Item{
		{Key: "a1", Letter: "a", Text: "Nội dung trình kỳ họp", Kind: criteria.Ratio, A: "tổng số", B: "đúng hạn"},
		{Key: "b1", Text: "Có kế hoạch", Kind: criteria.YesNo},
		{Key: "c1", Text: "Chưa trả lời", Kind: criteria.YesNo}}}
	f.Report.Content.Answers = []criteria.Line{{Key: "b1", Self: &criteria.Entry{Yes: true}}, {Key: "a1", Self: &criteria.Entry{A: 12, B: 11}}}
	f.Items = append(f.Items, criteria.Item{Key: "kt", Text: "Kiểm tra", Kind: criteria.Judged, Source: criteria.FromVisit}, criteria.Item{Key: "d1", Text: "Phản biện", Kind: criteria.Judged})
	f.Report.Content.Answers[1].Evidence = []criteria.Evidence{{Text: "Danh mục"}}
	f.Report.Content.Answers = append(f.Report.Content.Answers, criteria.Line{Key: "d1", NA: true, NAReason: "Không được giao"})
	want := []Figure{{Item: "a) Nội dung trình kỳ họp"}, {Item: "tổng số", Value: "12", Under: true}, {Item: "đúng hạn", Value: "11", Under: true}, {Item: "Minh chứng: Danh mục", Under: true},
		{Item: "Có kế hoạch", Value: words.Yes}, {Item: "Chưa trả lời", Value: "chưa ghi", Missing: true}, {Item: "Kiểm tra", Value: "theo sổ"},
		{Item: "Phản biện", Value: "không áp dụng"}, {Item: "Không áp dụng, lý do: Không được giao", Under: true}}
	if d := cmp.Diff(want, Figures(f)); d != "" {
		t.Error(d)
	}
}
