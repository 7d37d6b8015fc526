package dossiers

import (
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

func row(id int64, s dossier.Stage) Row { return Row{Dossier: dossier.Dossier{ID: id, Stage: s}} }

func TestMovesAreCommonToAllChosen(t *testing.T) {
	one := Moves([]Row{row(1, dossier.Received)})
	if !slices.Contains(one, dossier.Appraising) || slices.Contains(one, dossier.Decided) {
		t.Errorf("received: %v", one)
	}
	two := Moves([]Row{row(1, dossier.Received), row(2, dossier.Appraising)})
	if slices.Contains(two, dossier.Appraising) || !slices.Contains(two, dossier.Supplement) {
		t.Errorf("received and appraising: %v", two)
	}
	if got := Moves([]Row{row(1, dossier.Decided), row(2, dossier.Received)}); len(got) != 0 {
		t.Errorf("with a decided one: %v", got)
	}
	if got := Moves([]Row{row(1, dossier.Passed)}); slices.Contains(got, dossier.Decided) {
		t.Error("a dossier is decided by hand")
	}
}

func TestFilter(t *testing.T) {
	s := State{Movement: 3, Unit: 4, Award: "bk", Stage: "received,appraising", Kind: "household", Text: "  phuong ", Only: []int64{5}}
	f := s.Filter()
	if f.Movement != 3 || f.Unit != 4 || f.Award != "bk" || len(f.Stages) != 2 || f.Kind != registry.Household || f.Text != "phuong" || len(f.IDs) != 1 {
		t.Errorf("%+v", f)
	}
	if f := (&State{}).Filter(); f.Stages != nil || f.IDs != nil {
		t.Errorf("no filter: %+v", f)
	}
}

func TestRowsNameUnitsAsOfTheirDay(t *testing.T) {
	end := when.MustParse("2025-07-01")
	s := State{Today: when.MustParse("2026-01-01"),
		Catalogue: &award.Catalogue{Awards: []award.Award{{Code: "bk", Name: "Bằng khen dài", Short: "BK"}}},
		Movements: []movement.Movement{{ID: 2, Code: "M2"}},
		Book: registry.NewBook([]registry.Unit{{ID: 1, Versions: []registry.Version{
			{Period: when.Period{To: end}, Name: "Tên cũ"}, {Period: when.Period{From: end}, Name: "Tên mới"}}}}, nil)}
	s.SetDossiers([]dossier.Dossier{
		{ID: 1, Name: "Nguyễn Văn An", Unit: 1, Award: "bk", Received: when.MustParse("2025-05-01")},
		{ID: 2, Name: "Nguyễn Văn Bình", Unit: 1, Award: "??", Received: when.MustParse("2025-08-01")},
		{ID: 3, Name: "Cao Thị Ái", UnitText: "Hợp tác xã Thử"}})
	if s.Rows[0].Unit != "Tên cũ" || s.Rows[1].Unit != "Tên mới" || s.Rows[2].Unit != "Hợp tác xã Thử" {
		t.Errorf("%+v", s.Rows)
	}
	if s.Rows[0].Award != "BK" || s.Rows[1].Award != "??" {
		t.Errorf("awards %q %q", s.Rows[0].Award, s.Rows[1].Award)
	}
	if s.Rows[2].Sort >= s.Rows[1].Sort {
		t.Error("Ái does not come before Bình: the given name does not count first")
	}
	if s.MovementByCode("M2") != 2 || s.MovementByCode("?") != 0 {
		t.Error("movement by code")
	}
}

func TestVerdictTellsTheWorstThatStands(t *testing.T) {
	s := State{}
	if text, worst := s.Verdict(1); text != "" || worst != "" {
		t.Error("a verdict before the rules have looked")
	}
	s.SetFindings([]check.Finding{
		{Dossier: 1, Severity: check.Warning}, {Dossier: 1, Severity: check.Error, Overruled: &check.Overrule{}}, {Dossier: 1, Severity: check.Warning},
		{Dossier: 2, Severity: check.Error}})
	if text, worst := s.Verdict(1); worst != check.Warning || text != "Cần xem (2)" {
		t.Errorf("%q %q", text, worst)
	}
	if text, worst := s.Verdict(2); worst != check.Error || text != "Chưa đạt" {
		t.Errorf("%q %q", text, worst)
	}
	if s.ByVerdict(row(2, ""), row(1, "")) >= 0 || s.ByVerdict(row(1, ""), row(3, "")) >= 0 {
		t.Error("the gravest does not come first")
	}
}

func road() dossier.Road {
	return dossier.Road{Steps: []dossier.Step{
		{Name: "nhận", Stage: dossier.Received}, {Name: "thẩm định", Stage: dossier.Appraising, Days: 5}, {Name: "lấy ý kiến", Stage: dossier.Appraising},
		{Name: "hội đồng", Stage: dossier.Appraised}, {Name: "trình", Stage: dossier.Passed}, {Name: "quyết định", Stage: dossier.Submitted}}}
}

func TestStations(t *testing.T) {
	d := dossier.Dossier{Stage: dossier.Appraising}
	st := Stations(d, road(), 2, true)
	if !st[0].Past || !st[1].Here || st[1].Note != "còn 2 ngày làm việc" || st[2].Here || st[3].Past {
		t.Errorf("%+v", st)
	}
	if st = Stations(d, road(), -3, true); !st[1].Late || st[1].Note != "quá hạn 3 ngày làm việc" {
		t.Errorf("late: %+v", st[1])
	}
	d.Stage = dossier.Supplement // stands where it was being appraised
	if st = Stations(d, road(), 0, false); !st[1].Here || !st[0].Past {
		t.Errorf("supplement: %+v", st)
	}
	d.Stage = dossier.Decided
	for _, x := range Stations(d, road(), 0, false) {
		if !x.Past {
			t.Errorf("decided: %+v", x)
		}
	}
	d.Stage = dossier.Returned
	for _, x := range Stations(d, road(), 0, false) {
		if !x.Off {
			t.Errorf("returned: %+v", x)
		}
	}
}
