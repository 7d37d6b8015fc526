package reports

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/model/words"
)

var items = []criteria.Item{
	{Key: "a1", Letter: "a", Text: "Nội dung trình kỳ họp", Kind: criteria.Ratio, A: "Tổng số", B: "Đúng hạn", More: []string{"Chậm"}, Max: 3000},
	{Key: "b1", Text: "Kết luận giám sát", Kind: criteria.Ratio, A: "Tổng số", B: "Xong", Max: 2000},
	{Key: "kh", Text: "Có kế hoạch", Kind: criteria.YesNo, Max: 500},
	{Key: "r1", Text: "Tiêu chí riêng", Kind: criteria.Judged, Max: 500},
	{Key: "bc", Text: "Báo cáo đúng hạn", Kind: criteria.YesNo, Source: "bao_cao"},
}

// What is typed is read, and shown again in the form as it was typed.
func TestATypedReportIsReadAndShownAgain(t *testing.T) {
	typed := map[string]string{"a1:a": "1.012", "a1:b": "1.000", "a1:m1": "12", "a1/mc": "Danh mục; Biên bản", "b1/na": "Không có kết luận", "kh:c": "Có", "r1:d": "4,5",
		"loi:han_che": "Còn chậm.\nCần sớm hơn.", "gk": "55/QĐ-SYT; 20/11/2024; 3; 0; 9\n", "dh": "Cá nhân; Trần Văn Thử; Trả lời kiến nghị; soạn sổ tay", "sk": "Số hóa tài liệu; Tra cứu nhanh", "kn": "Gửi sớm lịch kỳ họp; gửi kèm dự thảo.\n\nThêm biểu mẫu."}
	c, err := Typed(Asked(items), typed)
	if err != nil {
		t.Fatal(err)
	}
	want := report.Content{
		Answers: []criteria.Line{
			{Key: "a1", Self: &criteria.Entry{A: 1012, B: 1000, More: []int64{12}}, Evidence: []criteria.Evidence{{Text: "Danh mục"}, {Text: "Biên bản"}}},
			{Key: "b1", NA: true, NAReason: "Không có kết luận"},
			{Key: "kh", Self: &criteria.Entry{Yes: true}},
			{Key: "r1", Self: &criteria.Entry{Points: 450}}},
		Narrative:   map[string]string{"han_che": "Còn chậm.\nCần sớm hơn."},
		Awards:      []report.Given{{Number: "55/QĐ-SYT", Date: when.MustParse("2024-11-20"), Collectives: 3, Individuals: 9}},
		Exemplars:   []report.Named{{Kind: "individual", Name: "Trần Văn Thử", What: "Trả lời kiến nghị; soạn sổ tay"}},
		Initiatives: []report.Named{{Name: "Số hóa tài liệu", What: "Tra cứu nhanh"}},
		Petitions:   []string{"Gửi sớm lịch kỳ họp; gửi kèm dự thảo.", "Thêm biểu mẫu."},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	f := office.ReportFile{Items: items}
	f.Report.Content = c
	shown := Values(f)
	again, err := Typed(Asked(items), shown)
	if diff := cmp.Diff(want, again); diff != "" || err != nil {
		t.Errorf("shown again: %s %v", diff, err)
	}
}

func TestFaultsStandWhereTheyWereTyped(t *testing.T) {
	_, err := Typed(items, map[string]string{"a1:a": "mười hai", "a1:m1": "-3", "r1:d": "nhiều", "gk": "1/QĐ; hôm qua; 2",
		"b1:a": "4", "b1/na": "Không phát sinh", "r1/na": "x", "dh": "Phụ nữ giỏi; Lê Thị Mẫu; Làm tốt"})
	l, ok := err.(fault.List)
	if !ok {
		t.Fatalf("%v", err)
	}
	var got []string
	for _, f := range l {
		got = append(got, f.Field+" "+f.Code)
	}
	want := []string{"a1:a page.report-number", "a1:m1 page.report-number", "b1:a page.report-both", "r1:d page.report-points", "r1/na page.report-reason", "gk page.report-day", "dh page.report-kind"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFiguresThatDoNotFitAreToldWhereTheyStand(t *testing.T) {
	c, err := Typed(Asked(items), map[string]string{"a1:a": "12", "a1:b": "13"})
	if err != nil {
		t.Fatal(err)
	}
	var l fault.List
	err = AtFields(criteria.Sheet{Items: items, Lines: c.Answers}.Check(), Asked(items))
	if !errors.As(err, &l) || len(l) != 1 || l[0].Field != "a1:b" || words.Say(l) != "Tiêu chí a1: “Đúng hạn” lớn hơn “Tổng số”. Hãy xem lại số liệu." {
		t.Errorf("%v", err)
	}
}

func TestOnlyTheReportsBehindAFigure(t *testing.T) {
	s := plan()
	for i := range s.Lines {
		s.Lines[i].Report.ID = int64(i + 1)
	}
	s.SetOnly("1,3")
	if got := s.Shown(); len(got) != 2 || got[1].Report.ID != 3 || s.Filter() != onlyKey || s.OnlyKey() != "1,3" {
		t.Errorf("%+v", got)
	}
	if f := s.Filters(); f[0].Label != "Đứng sau con số (2)" {
		t.Errorf("%+v", f)
	}
	s.Choose(string(movement.Accepted))
	if len(s.Only) != 0 || len(s.Shown()) != 1 {
		t.Error("another narrowing keeps the list of ids")
	}
}

func TestRemindersGoToExactlyThoseWhoOwe(t *testing.T) {
	line := func(code string, st movement.Status, handed bool) office.ReportLine {
		l := office.ReportLine{Unit: registry.Version{Code: code, Name: "Đơn vị " + code}, Status: st}
		if handed {
			l.Report.Handover = movement.Handover{Way: movement.ToOfficer}
		}
		return l
	}
	all := []office.ReportLine{line("A", movement.Late, false), line("B", movement.Accepted, false), line("C", movement.Returned, false),
		line("D", movement.DueSoon, false), line("E", movement.Late, true), line("F", movement.Ended, false)}
	for _, c := range []struct {
		chosen []office.ReportLine
		codes  string
		names  int
	}{
		{nil, "", 2},       // A and C
		{all, "A,C,D", 3},  // what was chosen, as far as it owes
		{all[1:2], "", 0},  // nothing owed: nobody, never everybody
		{all[4:], "", 0},   // handed over, or ended and not handed over
		{all[3:4], "D", 1}, // asked before it is late
	} {
		codes, names := Chased(c.chosen, all)
		if strings.Join(codes, ",") != c.codes || len(names) != c.names {
			t.Errorf("%d chosen: %v, %v", len(c.chosen), codes, names)
		}
	}
}

func TestLettersTellWhoWasWrittenTo(t *testing.T) {
	l := Letters([]report.Reminder{{What: report.ForReport, Kind: report.Yearly, Year: 2025}, {What: report.ForReport, Kind: report.Closing}, {What: report.ForPlan}}, nil)
	for i, want := range []string{"Báo cáo năm 2025", "Tổng kết phong trào", "Kế hoạch của đơn vị"} {
		if got := l[i].About(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
