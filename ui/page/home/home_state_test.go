package home

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
)

func state() *State {
	return &State{Home: office.Home{Movement: movement.Movement{Code: "M"}, HasAny: true,
		Stages:  map[dossier.Stage]int{dossier.Received: 3, dossier.Supplement: 2},
		Late:    []office.Waiting{{Dossier: dossier.Dossier{ID: 4}, Left: -5}, {Dossier: dossier.Dossier{ID: 9}, Left: -1}},
		Due:     []office.Waiting{{Dossier: dossier.Dossier{ID: 7}, Left: 0}, {Dossier: dossier.Dossier{ID: 8}, Left: 2}},
		Waiting: []intake.Batch{{Rows: 12, Errors: 1}, {Rows: 30, Errors: 2}}}}
}

func TestEveryFigureOpensItsList(t *testing.T) {
	s := state()
	fs := s.Figures()
	want := map[string]string{"Hồ sơ quá hạn": "2", "Hồ sơ sắp đến hạn": "2", "Tệp chờ nhận": "2", "Chờ đơn vị bổ sung": "2", "Chờ Hội đồng": "0", "Chờ trình": "0"}
	for _, f := range fs {
		if f.Number != want[f.Label] {
			t.Errorf("%s is %s, want %s", f.Label, f.Number, want[f.Label])
		}
		if f.Area == "" {
			t.Errorf("%s opens nothing", f.Label)
		}
	}
	if fs[0].Grave != Alarm || fs[0].With[3] != "4,9" || fs[0].Note != "lâu nhất 5 ngày làm việc" {
		t.Errorf("late: %+v", fs[0])
	}
	if fs[2].Note != "42 dòng, 3 dòng có lỗi" {
		t.Errorf("files: %+v", fs[2])
	}
	if calm := (&State{}).Figures(); calm[0].Grave != Calm || calm[0].Area != "" {
		t.Errorf("nothing late: %+v", calm[0])
	}
}

func TestFiguresOfTheYearOpenTheirLists(t *testing.T) {
	s := state()
	s.Today = when.MustParse("2026-01-15")
	s.Year = office.YearBoard{Movement: movement.Movement{Code: "M"}, Year: 2025, Waited: 30,
		Reports:   map[movement.Status]int{movement.Late: 12, movement.Returned: 9, movement.Received: 8, movement.Ended: 1},
		Plans:     map[movement.Status]int{movement.Late: 3, movement.NotDue: 2, movement.Received: 80},
		Petitions: map[report.Stage]int{report.New: 4, report.Passed: 4, report.Told: 2},
		Sessions:  []council.Session{{ID: 7, Day: when.MustParse("2026-01-20"), Agenda: make([]council.Item, 5)}}}
	want := []Figure{
		{"12", "Báo cáo quá hạn", "và 1 đơn vị đã kết thúc", Alarm, "bao-cao", []string{"phong-trao", "M", "nam", "2025", "tinh-trang", "qua_han"}},
		{"0", "Báo cáo sắp đến hạn", "báo cáo năm 2025", Calm, "bao-cao", []string{"phong-trao", "M", "nam", "2025", "tinh-trang", "sap_den_han"}},
		{"9", "Báo cáo bị trả lại", "8 báo cáo chờ duyệt", Look, "bao-cao", []string{"phong-trao", "M", "nam", "2025", "tinh-trang", "tra_lai"}},
		{"5", "Chưa có kế hoạch", "80 đơn vị đã gửi", Look, "ke-hoach", []string{"phong-trao", "M", "tinh-trang", "con-thieu"}},
		{"8", "Kiến nghị chưa trả lời", "lâu nhất 30 ngày làm việc", Look, "kien-nghi", []string{"phong-trao", "M", "loc", "chua-tra-loi"}},
		{"20/01", "Phiên họp Hội đồng", "5 hồ sơ trong chương trình", Calm, "hoi-dong", []string{"phong-trao", "M", "phien", "7"}},
	}
	if diff := cmp.Diff(want, s.YearFigures()); diff != "" {
		t.Error(diff)
	}
	s.Year.Sessions[0].Day = when.MustParse("2026-01-12")
	if f := s.meeting(); f.Grave != Look || f.Note != "đã họp, chưa chốt biên bản" {
		t.Errorf("a session that met: %+v", f)
	}
	for what := range office.ComingNames {
		if r := s.Opens(office.Coming{What: what, Day: s.Today}); r.Area == "" || len(r.With) == 0 {
			t.Errorf("%s opens %s", what, r)
		}
	}
}

func TestTodoStartsWithTheLongestOverdue(t *testing.T) {
	var got []string
	for _, w := range state().Todo() {
		got = append(got, LeftDays(w.Left))
	}
	want := []string{"quá 5 ngày", "quá 1 ngày", "hết hạn hôm nay", "còn 2 ngày"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestStationsHideWaysNobodyTook(t *testing.T) {
	s := state()
	for _, x := range s.Stations() {
		if x.Stage.Out() {
			t.Errorf("%s is shown", x.Name)
		}
	}
	n := len(s.Stations())
	s.Home.Stages[dossier.Withdrawn] = 1
	if len(s.Stations()) != n+1 {
		t.Error("a way that was taken is not shown")
	}
}

func TestRemarks(t *testing.T) {
	s := state()
	if len(s.Remarks()) != 0 {
		t.Errorf("%v", s.Remarks())
	}
	s.Home.Unconfirmed, s.Home.Doubts = "Luật 06/2026/QH16", 2
	if len(s.Remarks()) != 2 {
		t.Errorf("%v", s.Remarks())
	}
}
