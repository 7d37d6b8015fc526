package board

import (
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// drawn is a state over two movements: marks as the office makes them.
func drawn(t *testing.T) *State {
	t.Helper()
	late := dossier.Step{Holder: "Phòng", Days: 3}
	board := func(code string, units ...office.BoardUnit) office.Board {
		b := office.Board{Movement: movement.Movement{Code: code, Name: "PT " + code, Awards: []movement.Grant{{Award: "bk", Quota: 1}}}, Units: units}
		return b.Narrow("", "")
	}
	s := &State{Movements: []movement.Movement{{Code: "MOI", Name: "PT MOI"}, {Code: "CU", Name: "PT CU"}},
		Catalogue: &award.Catalogue{Awards: []award.Award{{Code: "bk", Name: "Bằng khen", Short: "BK"}, {Code: "gk", Name: "Giấy khen"}, {Code: "hc", Name: "Huân chương"}}}}
	s.Boards = []office.Board{
		board("MOI",
			office.BoardUnit{Unit: 1, Name: "Sở Thử", Group: "so_ban_nganh", Marks: []office.Mark{
				{Dossier: 1, Award: "bk", Stage: dossier.Received, Step: late, Timed: true, Left: 2, Unseen: []string{"Tờ trình"}},
				{Dossier: 2, Award: "bk", Stage: dossier.Decided},
				{Dossier: 3, Award: "gk", Stage: dossier.Withdrawn}}},
			office.BoardUnit{Name: "Hợp tác xã Thử", Marks: []office.Mark{
				{Dossier: 4, Award: "gk", Stage: dossier.Appraising, Step: late, Timed: true, Left: -5, Short: []string{"Báo cáo"}, Asked: []string{"Công an tỉnh"}}}}),
		board("CU", office.BoardUnit{Unit: 1, Name: "Sở Thử", Group: "so_ban_nganh", Marks: []office.Mark{
			{Dossier: 9, Award: "bk", Stage: dossier.Submitted, Step: dossier.Step{Holder: "Chủ tịch"}}}}),
	}
	s.Narrow()
	return s
}

func TestTheMostUrgentUnitOfAllMovementsComesFirst(t *testing.T) {
	s := drawn(t)
	var got []string
	for _, r := range s.Rows {
		got = append(got, r.ID())
	}
	if want := []string{"MOI/Hợp tác xã Thử", "MOI/Sở Thử", "CU/Sở Thử"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if r := s.Rows[0]; RowLeft(r) != "quá 5 ngày" || RowTone(r) != kit.Bad || Who(r) != "Phòng" {
		t.Errorf("late row: %q %q", RowLeft(r), Who(r))
	}
	if r := s.Rows[2]; RowLeft(r) != "" || RowTone(r) != kit.Plain || Who(r) != "Chủ tịch" {
		t.Errorf("row without a clock: %q %q", RowLeft(r), Who(r))
	}
	if s.Name(s.Rows[0]) != "Hợp tác xã Thử · PT MOI" {
		t.Errorf("name %q", s.Name(s.Rows[0]))
	}
}

// Every number is that of the list it opens.
func TestFiguresCarryTheirLists(t *testing.T) {
	s := drawn(t)
	want := map[string][]int64{words.BoardAll: {4, 1, 9}, words.BoardLate: {4}, words.BoardSoon: {1}, words.BoardShort: {4}, words.BoardUnseen: {1}, words.BoardAsked: {4}}
	for _, f := range s.Figures() {
		if !slices.Equal(f.IDs, want[f.Label]) {
			t.Errorf("%s: %v, want %v", f.Label, f.IDs, want[f.Label])
		}
	}
	if ids := s.Which(over); !slices.Equal(ids, []int64{3}) {
		t.Errorf("off the road %v", ids)
	}
	r := s.ListRoute([]int64{4, 1}, "giay-to")
	if r.Area != words.RouteDossiers || r.Get("chon") != "4,1" || r.Get("muc") != "giay-to" || r.Get("phong-trao") != "MOI" {
		t.Errorf("%s", r)
	}
}

func TestGroupAndAwardNarrow(t *testing.T) {
	s := drawn(t)
	groups, awards := s.GroupChoices(), s.AwardChoices()
	if len(groups) != 3 || groups[1].Key != "so_ban_nganh" || groups[2].Key != outside {
		t.Errorf("groups %v", groups)
	}
	if len(awards) != 3 || awards[1].Key != "bk" || awards[2].Key != "gk" {
		t.Errorf("awards %v", awards)
	}
	s.Group = outside
	if s.Narrow(); len(s.Rows) != 1 || s.Rows[0].Name != "Hợp tác xã Thử" {
		t.Errorf("outside: %d rows", len(s.Rows))
	}
	s.Group, s.Award = "so_ban_nganh", "gk"
	if s.Narrow(); len(s.Rows) != 1 || s.Rows[0].Stages[dossier.Received] != 0 || s.Rows[0].Stages[dossier.Withdrawn] != 1 {
		t.Errorf("group and award: %+v", s.Rows)
	}
	s.Group, s.Award = "", ""
	if s.Narrow(); len(s.Rows) != 3 {
		t.Errorf("narrowing lost rows: %d left", len(s.Rows))
	}
}

func TestQuotasAreTold(t *testing.T) {
	s := drawn(t)
	if q, over := s.Quotas(s.Rows[1]); !over || len(q) != 1 || q[0] != "BK: 2/1" {
		t.Errorf("%v %v", q, over)
	}
	if q, over := s.Quotas(s.Rows[0]); over || q[0] != "BK: 0/1" {
		t.Errorf("%v %v", q, over)
	}
}

func TestTheNewestMovementWithoutAWord(t *testing.T) {
	s := drawn(t)
	if c := s.Codes(); !slices.Equal(c, []string{"MOI"}) || s.Key() != "MOI" {
		t.Errorf("%v %s", c, s.Key())
	}
	s.Code = everyMove
	if c := s.Codes(); len(c) != 2 || s.Key() != everyMove {
		t.Errorf("%v %s", c, s.Key())
	}
	if c := (&State{}).Codes(); c != nil {
		t.Errorf("without movements: %v", c)
	}
}
