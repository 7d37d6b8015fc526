package register

import (
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/words"
)

func day(s string) when.Date { return when.MustParse(s) }

// kept is a register of two decisions, a book in which a district ended in a commune
// and a room was renamed.
func kept() *State {
	version := func(name, from, to string) registry.Version {
		v := registry.Version{Name: name}
		v.From = day(from)
		if to != "" {
			v.To = day(to)
		}
		return v
	}
	units := []registry.Unit{
		{ID: 1, Versions: []registry.Version{version("Huyện Một", "2010-01-01", "2025-07-01")}},
		{ID: 2, Versions: []registry.Version{version("Xã Hai", "2025-07-01", "")}},
		{ID: 3, Versions: []registry.Version{version("Sở Cũ", "2010-01-01", "2025-03-01"), version("Sở Mới", "2025-03-01", "")}},
		{ID: 4, Versions: []registry.Version{version("Ban Bốn", "2010-01-01", "2020-01-01")}},
	}
	s := &State{Catalogue: award.Load(), Book: registry.NewBook(units, []registry.Event{{From: 1, To: 2}})}
	line := func(id, nominee, decision int64, on, name string, unit int64, unitText string) office.Registered {
		return office.Registered{Nominee: registry.Nominee{ID: nominee, Name: name}, Award: "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
			Record: award.Record{ID: id, Nominee: nominee, Decision: decision, Date: day(on), Year: day(on).Year(), Name: name, Unit: unit, UnitText: unitText, Award: "bang_khen_chu_tich_tinh", Number: "9/QĐ-UBND"}}
	}
	s.Take([]office.Registered{line(1, 7, 1, "2020-01-02", "Lê Thị An", 1, "Ủy ban nhân dân huyện Một"), line(2, 8, 2, "2025-12-01", "Đỗ Văn Bình", 3, "Sở Mới"),
		line(3, 7, 2, "2025-12-01", "Lê Thị An", 2, "Ủy ban nhân dân xã Hai"), line(4, 9, 3, "2024-12-01", "Phòng Ba", 3, "Sở Cũ"), line(5, 9, 4, "2019-12-01", "Phòng Ba", 4, "Ban Bốn")})
	return s
}

func ids(list []office.Registered) (out []int64) {
	for _, l := range list {
		out = append(out, l.Record.ID)
	}
	return out
}

func TestNewestDecisionFirstInTheOrderOfItsList(t *testing.T) {
	s := kept()
	if got := ids(s.Lines); !slices.Equal(got, []int64{2, 3, 4, 1, 5}) {
		t.Errorf("%v", got)
	}
	if Heads(s.Lines) != 3 {
		t.Errorf("%d heads", Heads(s.Lines))
	}
	for text, want := range map[string][]int64{"le thi an": {3, 1}, "AN huyện": {1}, "9/qd": {2, 3, 4, 1, 5}, "khong co": nil} {
		s.Text = text
		if got := ids(s.Shown()); !slices.Equal(got, want) {
			t.Errorf("%q finds %v", text, got)
		}
	}
}

func TestWhatBecameOfTheUnit(t *testing.T) {
	s := kept()
	want := map[int64]string{1: "Xã Hai", 2: "", 3: "", 4: "Sở Mới", 5: words.HonourNoHeir}
	for _, l := range s.Lines {
		if got := s.UnitNow(l, day("2026-01-15")); got != want[l.Record.ID] {
			t.Errorf("%s (%s): %q", l.Record.Name, l.Record.UnitText, got)
		}
	}
}

func TestHowAnHonourStands(t *testing.T) {
	l := kept().Lines[0]
	if StateOf(l) != words.HonourStands {
		t.Error(StateOf(l))
	}
	l.Handings = []award.Handing{{What: award.HandedOut}, {What: award.Reissued}}
	if StateOf(l) != "Cấp lại" {
		t.Error(StateOf(l))
	}
	l.Record.Revoked, l.Record.RevokedBy = day("2026-01-10"), "3/QĐ"
	if StateOf(l) != "Hủy bỏ theo 3/QĐ ngày 10/01/2026" {
		t.Error(StateOf(l))
	}
}

func TestYearsGoBackToTheFirstHonour(t *testing.T) {
	s := kept()
	ys := s.Years(2026)
	if len(ys) != 9 || ys[0].Key != "" || ys[1].Key != "2026" || ys[8].Key != "2019" {
		t.Errorf("%v", ys)
	}
}

func TestPastLinesSayWhatTheyBecome(t *testing.T) {
	line := func(unit int64, known bool, faults ...string) office.PastLine {
		return office.PastLine{Record: intake.Record{Unit: "Sở Một", UnitID: unit}, Known: known, Faults: faults}
	}
	list := []office.PastLine{line(1, false), line(0, false), line(1, true), line(1, false, "Chưa có tên.", "Chưa có số quyết định.")}
	for i, want := range []string{words.PastReady, words.PastStranger, words.PastKnown, "Chưa có tên. Chưa có số quyết định."} {
		if got := PastState(list[i]); got != want {
			t.Errorf("line %d: %q", i, got)
		}
	}
	if ready, known, bad := PastCounts(list); ready != 2 || known != 1 || bad != 1 {
		t.Error(ready, known, bad)
	}
	if FirstFault(list) != 3 || FirstFault(list[:3]) != 0 {
		t.Error("the first fault is not found")
	}
}

func TestSumsAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]award.Dong{"2.340.000": 2_340_000, "2 340 000 đ": 2_340_000, "2,340,000 đồng": 2_340_000, "10000": 10_000} {
		if got, err := ReadSum(text); err != nil || got != want {
			t.Errorf("%q: %d %v", text, got, err)
		}
	}
	for _, text := range []string{"", "0", "-5", "hai triệu", "1.000x", "12e3"} {
		if n, err := ReadSum(text); fault.CodeOf(err) != "page.money" {
			t.Errorf("%q is taken for %d", text, n)
		}
	}
	if !InSource("ngan_sach") || InSource("chi_khac") || InSource(award.SourcePrize) || !InSource(award.SourceRecovery) {
		t.Error("money in and money out are mixed up")
	}
}
