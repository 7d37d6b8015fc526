package award

import (
	"slices"
	"testing"

	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

func day(s string) when.Date { return when.MustParse(s) }

func TestCatalogueIsWhole(t *testing.T) {
	c := Load()
	codes := map[string]bool{}
	spoken := map[string]string{}
	for i, a := range c.Awards {
		if a.Code == "" || codes[a.Code] {
			t.Errorf("award %d: code %q empty or twice", i, a.Code)
		}
		codes[a.Code] = true
		if a.Name == "" || a.Short == "" || a.Decider == "" || a.Basis == "" || len(a.Kinds) == 0 {
			t.Errorf("%s: something is missing", a.Code)
		}
		if i > 0 && a.Order <= c.Awards[i-1].Order {
			t.Errorf("%s: order %d does not follow", a.Code, a.Order)
		}
		for _, n := range append([]string{a.Name, a.Short}, a.Aliases...) {
			k := viet.Key(n)
			if other, ok := spoken[k]; ok && other != a.Code {
				t.Errorf("%q is said of %s and of %s", n, other, a.Code)
			}
			spoken[k] = a.Code
		}
	}
	for _, n := range []string{"BK TTg", "BK của Thủ tướng", "Bằng khen TTCP", "BK UBND tỉnh", "Bằng khen UBND tỉnh",
		"Bằng khen cấp tỉnh", "BK CT UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh", "GK", "Bằng khen của UBTVQH"} {
		if spoken[viet.Key(n)] == "" {
			t.Errorf("nobody answers to %q", n)
		}
	}
	for _, s := range c.Standards {
		if !codes[s.Award] {
			t.Errorf("standard %s of an unknown award %s", s.Ground, s.Award)
			continue
		}
		if a, _ := c.Award(s.Award); !a.May(s.Kind) {
			t.Errorf("%s %s: %s cannot be given to %s", s.Award, s.Ground, a.Name, s.Kind)
		}
		if registry.NameOf(WayNames, s.Way) == s.Way {
			t.Errorf("%s %s: way %q", s.Award, s.Ground, s.Way)
		}
		// Điều 8.1: công trạng is for individuals and collectives only.
		if s.Kind == registry.Household && s.Way == "cong_trang" {
			t.Errorf("%s %s: household by công trạng", s.Award, s.Ground)
		}
		if s.Text == "" || s.Source == "" || s.From == 0 {
			t.Errorf("%s %s: text, source or date missing", s.Award, s.Ground)
		}
		for _, n := range s.Needs {
			if (n.Award == "") == (n.Rating == "") || n.Times < 1 || (n.Award != "" && !codes[n.Award]) {
				t.Errorf("%s %s: need %+v", s.Award, s.Ground, n)
			}
		}
	}
	for _, a := range c.Awards {
		if a.Code == "bang_khen_khac" || a.Level == State || a.Level == Central {
			continue
		}
		for _, k := range a.Kinds {
			if a.Class == Commendation && a.Code != "ky_niem_chuong_tinh" && len(c.Grounds(a.Code, k, day("2025-09-01"))) == 0 {
				t.Errorf("%s has no ground for %s", a.Code, k)
			}
		}
	}
}

func TestGroundsOfTheLaw(t *testing.T) {
	c := Load()
	grounds := func(code string, k registry.Kind) (out []string) {
		for _, s := range c.Grounds(code, k, day("2025-12-05")) {
			out = append(out, s.Ground)
		}
		return out
	}
	if got, want := grounds("bang_khen_thu_tuong", registry.Household), []string{"Điều 73.6"}; !slices.Equal(got, want) {
		t.Errorf("households: %v, want %v", got, want)
	}
	if got := grounds("bang_khen_chu_tich_tinh", registry.Household); !slices.Equal(got, []string{"Điều 74.5"}) {
		t.Errorf("households of the province: %v", got)
	}
	if got := grounds("bang_khen_thu_tuong", registry.Collective); len(got) != 8 {
		t.Errorf("collectives have %d grounds, the law has 6 of khoản 4, khoản 5 and khoản 7: %v", len(got), got)
	}
	if got := c.Grounds("bang_khen_thu_tuong", registry.Individual, day("2023-12-31")); len(got) != 0 {
		t.Errorf("the law held before its first day: %v", got)
	}
	for _, s := range c.Grounds("bang_khen_thu_tuong", registry.Collective, day("2025-12-05")) {
		if s.Ground == "Điều 73.4.d" && (s.MinYears != 3 || len(s.Launchers) != 2) {
			t.Errorf("73.4.d: %+v", s)
		}
	}
}

func TestRuleSetsFollowOneAnother(t *testing.T) {
	c := Load()
	for _, x := range []struct{ day, code string }{
		{"2023-12-31", ""}, {"2024-01-01", "nd98"}, {"2025-06-30", "nd98"}, {"2025-07-01", "nd152"},
		{"2026-09-30", "nd152"}, {"2026-10-01", "luat06_2026"},
	} {
		r, ok := c.RuleSet(day(x.day))
		if r.Code != x.code || ok != (x.code != "") {
			t.Errorf("%s: %q, want %q", x.day, r.Code, x.code)
		}
	}
	if r, _ := c.RuleSet(day("2026-11-22")); r.Confirmed {
		t.Error("the amended law counts as confirmed though nobody has read it in")
	}
}

func TestRecordHeld(t *testing.T) {
	r := Record{Date: day("2024-05-02"), Revoked: day("2025-03-01")}
	for d, want := range map[string]bool{"2024-05-01": false, "2024-05-02": true, "2025-02-28": true, "2025-03-01": false} {
		if got := r.Held(day(d)); got != want {
			t.Errorf("held on %s: %v", d, got)
		}
	}
}
