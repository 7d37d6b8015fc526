package home

import (
	"testing"

	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/office"
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
	want := map[string]string{"Quá hạn": "2", "Sắp đến hạn": "2", "Tệp chờ nhận": "2", "Chờ đơn vị bổ sung": "2", "Chờ Hội đồng": "0", "Chờ trình": "0"}
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

func TestTodoStartsWithTheLongestOverdue(t *testing.T) {
	var got []string
	for _, w := range state().Todo() {
		got = append(got, Left(w))
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
