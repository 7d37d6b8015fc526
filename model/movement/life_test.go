package movement

import (
	"errors"
	"slices"
	"testing"

	"thidua/model/fault"
	"thidua/model/when"
)

func TestAMovementsLife(t *testing.T) {
	m := shipped(t)
	day := when.Of(2025, 6, 1)
	if _, err := m.Advance("phat_dong", day); fault.CodeOf(err) != "movement.already" {
		t.Errorf("launched twice: %v", err)
	}
	if _, err := m.Advance("tam_dung", day); fault.CodeOf(err) != "movement.status" {
		t.Errorf("an unknown station: %v", err)
	}
	if _, err := m.Advance("so_ket", when.Of(2025, 6, 0)); fault.CodeOf(err) != "movement.station-day" {
		t.Errorf("no day: %v", err)
	}
	codes := func(m Movement) (out []string) {
		for _, p := range m.Phases {
			out = append(out, p.Code)
		}
		return out
	}
	m.Phases = m.Phases[:1] // launched
	next, err := m.Advance("so_ket", day)
	if err != nil || next.Status != "so_ket" || !slices.Equal(codes(next), []string{"phat_dong", "so_ket"}) {
		t.Fatalf("%v, %v", codes(next), err)
	}
	if _, err := next.Advance("tong_ket", when.Of(2025, 5, 31)); fault.CodeOf(err) != "movement.station-order" {
		t.Errorf("closed before its sơ kết: %v", err)
	}
	end, err := next.Advance("ket_thuc", when.Of(2026, 2, 1))
	if err != nil || end.Phases[2].Date != when.Of(2026, 2, 1) {
		t.Fatal(err)
	}
	planned := next
	planned.Phases = append(slices.Clone(next.Phases), Phase{Code: "tong_ket", Name: "Tổng kết, khen thưởng", Date: when.Of(2026, 1, 6), Note: "dự kiến"})
	held, err := planned.Advance("tong_ket", when.Of(2026, 1, 9))
	if last := held.Phases[len(held.Phases)-1]; err != nil || last.Name != "Tổng kết, khen thưởng" || last.Note != "dự kiến" || last.Date != when.Of(2026, 1, 9) || len(held.Phases) != 3 {
		t.Errorf("a planned station that was held: %+v, %v", held.Phases, err)
	}
	back, err := end.Advance("phat_dong", when.Of(2026, 2, 2))
	if err != nil || !slices.Equal(codes(back), []string{"phat_dong"}) || len(end.Phases) != 3 {
		t.Errorf("set back: %v, %v", codes(back), err)
	}
	empty := Movement{Status: "du_thao"}
	_, err = empty.Advance("phat_dong", day)
	var l fault.List
	if !errors.As(err, &l) || len(l) != 7 || l[0].Field != "purpose" {
		t.Errorf("launched with nothing defined: %v", err)
	}
}

func TestAMovementAmongOthers(t *testing.T) {
	all := []Movement{{ID: 1, Code: "A"}, {ID: 2, Code: "B", Parent: 1}, {ID: 3, Code: "C", Parent: 2}}
	for _, c := range []struct {
		m    Movement
		want string
	}{
		{Movement{Code: "D", Parent: 3}, ""}, {Movement{ID: 1, Code: "A"}, ""}, {Movement{Code: "B"}, "movement.code-twice"},
		{Movement{ID: 1, Code: "A", Parent: 3}, "movement.parent"}, {Movement{ID: 2, Code: "B", Parent: 2}, "movement.parent"},
	} {
		if got := fault.CodeOf(c.m.Among(all)); got != c.want {
			t.Errorf("%s under %d: %q, want %q", c.m.Code, c.m.Parent, got, c.want)
		}
	}
}

func TestLengthClasses(t *testing.T) {
	from := when.Of(2024, 4, 17)
	for to, want := range map[when.Date]string{0: "", when.Of(2025, 4, 16): "duoi_1", when.Of(2025, 4, 17): "1", when.Of(2025, 4, 18): "1_3",
		when.Of(2026, 1, 7): "1_3", when.Of(2027, 4, 17): "3_5", when.Of(2029, 4, 17): "tu_5"} {
		if got := (Movement{Period: when.Period{From: from, To: to}}).LengthClass(); got != want {
			t.Errorf("to %s: %q, want %q", to, got, want)
		}
	}
}
