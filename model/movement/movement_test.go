package movement

import (
	"slices"
	"testing"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func shipped(t *testing.T) Movement {
	t.Helper()
	for _, m := range Load() {
		if m.Code == "TTC80" {
			return m
		}
	}
	t.Fatal("the movement of the plan is not there")
	return Movement{}
}

func TestShippedMovementIsThePlans(t *testing.T) {
	m := shipped(t)
	if err := m.Check(); err != nil {
		t.Errorf("an officer could not have typed it: %v", err)
	}
	if m.From != when.Of(2024, 4, 17) || m.LastDay() != when.Of(2026, 1, 6) {
		t.Errorf("from %s to its last day %s", m.From, m.LastDay())
	}
	if months, days := m.Lasted(); months != 20 || days != 21 {
		t.Errorf("lasted %d months and %d days, both ends counted", months, days)
	}
	if got := m.Basis[0].String(); got != "Kế hoạch số 789/KH-UBTVQH15 ngày 17/4/2024 của Ủy ban Thường vụ Quốc hội triển khai phong trào thi đua chào mừng “Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam” (06/01/1946 - 06/01/2026)" {
		t.Errorf("căn cứ: %s", got)
	}
	if len(m.Contents) != 4 || len(m.Criteria) != 4 {
		t.Errorf("%d contents, %d criteria", len(m.Contents), len(m.Criteria))
	}
	for i, c := range m.Criteria {
		if c.Letter != string("abcd"[i]) {
			t.Errorf("criterion %d is %s)", i, c.Letter)
		}
		for _, g := range c.Groups {
			if registry.NameOf(registry.GroupNames, g) == g {
				t.Errorf("criterion %s: group %q", c.Letter, g)
			}
		}
	}
	// Households stand only in the yearly commendation (plan III.2.1), not at the close.
	for _, a := range []struct {
		award, phase string
		households   bool
	}{
		{"giay_khen", "hang_nam", true}, {"bang_khen_thu_tuong", "tong_ket", false},
		{"bang_khen_ubtvqh", "tong_ket", false}, {"bang_khen_chu_tich_tinh", "tong_ket", false},
	} {
		g, ok := m.Grant(a.award)
		if !ok || g.Phase != a.phase || slices.Contains(g.Kinds, registry.Household) != a.households || g.Text == "" || g.Road == "" {
			t.Errorf("%s: %+v", a.award, g)
		}
	}
	if m.Duty.Every != "nam" || m.Duty.To != "Sở Nội vụ" || m.Duty.Month == 0 || m.Duty.Day == 0 {
		t.Errorf("duty: %+v", m.Duty)
	}
	if len(m.Tasks) != 7 {
		t.Errorf("%d tasks, the plan has 1a, 1b, 1c and 2 to 5", len(m.Tasks))
	}
	if registry.NameOf(ScopeNames, m.Scope) == m.Scope || registry.NameOf(StatusNames, m.Status) == m.Status {
		t.Errorf("scope %q, status %q", m.Scope, m.Status)
	}
}

func TestCheck(t *testing.T) {
	good := Movement{Code: "A1", Name: "Phong trào", Manner: Thematic, Period: when.Period{From: when.Of(2026, 1, 1)}}
	for name, c := range map[string]struct {
		edit func(*Movement)
		code string
	}{
		"as it should be":       {func(*Movement) {}, ""},
		"code with a blank":     {func(m *Movement) { m.Code = "A 1" }, "movement.code"},
		"no name":               {func(m *Movement) { m.Name = "" }, "movement.name"},
		"only the year":         {func(m *Movement) { m.From = when.Of(2026, 0, 0) }, "movement.from"},
		"30th of February":      {func(m *Movement) { m.From = when.Of(2026, 2, 30) }, "movement.from"},
		"ends before it begins": {func(m *Movement) { m.To = when.Of(2025, 12, 31) }, "movement.to"},
		"no manner":             {func(m *Movement) { m.Manner = "" }, "movement.manner"},
		"an empty award":        {func(m *Movement) { m.Awards = []Grant{{}} }, "movement.award"},
	} {
		m := good
		c.edit(&m)
		if err := m.Check(); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		}
	}
}

func TestLasted(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		months, days int
	}{
		{"2024-01-01", "2027-01-01", 36, 0}, // three whole years
		{"2024-01-01", "2026-12-31", 35, 30},
		{"2024-01-31", "2024-03-01", 1, 1},
		{"2024-04-17", "", 0, 0}, // not ended yet
	} {
		p := when.Period{From: when.MustParse(c.from)}
		if c.to != "" {
			p.To = when.MustParse(c.to)
		}
		if m, d := (Movement{Period: p}).Lasted(); m != c.months || d != c.days {
			t.Errorf("%s to %s: %d months %d days, want %d and %d", c.from, c.to, m, d, c.months, c.days)
		}
	}
}

func TestCloneStartsAnew(t *testing.T) {
	m := shipped(t)
	m.ID, m.Rev = 7, 3
	next := m.Clone("TTC85", when.Period{From: when.Of(2030, 1, 1)})
	if next.ID != 0 || next.Rev != 0 || next.Code != "TTC85" || next.Status != "du_thao" || next.Phases != nil {
		t.Errorf("%d %d %s %s", next.ID, next.Rev, next.Code, next.Status)
	}
	if len(next.Criteria) != 4 || len(next.Awards) != 4 {
		t.Error("criteria or awards were lost")
	}
	next.Awards[0].Quota = 5
	if m.Awards[0].Quota == 5 {
		t.Error("the clone writes into the old movement")
	}
}

func TestWhoseMovementItIs(t *testing.T) {
	for who, want := range map[string]Level{
		"Ủy ban Thường vụ Quốc hội": OfState, "Thủ tướng Chính phủ": OfState, "Chủ tịch nước": OfState, "Hội đồng Thi đua - Khen thưởng Trung ương": OfState,
		"Chủ tịch UBND tỉnh": OfProvince, "Ủy ban nhân dân tỉnh Khánh Hòa": OfProvince, "Tỉnh ủy": OfProvince, "Bộ Nội vụ": OfProvince, "Bộ trưởng Bộ Y tế": OfProvince,
		"Chủ tịch Ủy ban nhân dân thành phố Huế": OfProvince, "UBND TP. Hồ Chí Minh": OfProvince, "Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh": OfProvince,
		"Giám đốc Sở Y tế tỉnh": OfBody, "Sở Nội vụ": OfBody, "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm": OfBody, "Bộ Chỉ huy Quân sự tỉnh": OfBody,
		"Bộ đội Biên phòng tỉnh": OfBody, "Công an tỉnh": OfBody, "Đoàn đại biểu Quốc hội tỉnh": OfBody, "Ủy ban nhân dân xã Vĩnh Hải": OfBody, "": OfBody,
	} {
		if got := (Movement{Launcher: who}).LaunchedAt(); got != want {
			t.Errorf("%s: %s, want %s", who, got, want)
		}
	}
}
