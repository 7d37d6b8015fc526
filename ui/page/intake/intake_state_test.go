package intake

import (
	"fmt"
	"strings"
	"testing"

	"thidua/model/intake"
)

func batch() *State {
	rec := func(row int, name, unit string, issues ...intake.Issue) intake.StagedRow {
		r := intake.StagedRow{Record: intake.Record{Row: row, Name: name, Unit: unit, Issues: issues,
			Raw: []intake.RawCell{{Column: 1, Text: "NguyÔn", Font: ".VnTime"}, {Column: 27, Text: "x"}}}}
		r.Severity = r.Worst()
		return r
	}
	bad := intake.Issue{Severity: intake.Error, Code: "intake.award-unknown", Field: "award", Group: intake.GroupAward}
	warn := intake.Issue{Severity: intake.Warning, Code: "intake.unit-unsure", Field: "unit", Group: intake.GroupUnit}
	rows := []intake.StagedRow{rec(9, "Nguyễn Thị Mẫu", "Sở Nội vu", warn), rec(10, "Trần Văn Thử", "sở nội vu", warn, bad), rec(11, "Cao Thị Ái", "Sở Y tế"), rec(12, "Bỏ ra", "Sở Y tế", bad), rec(13, "Đã nhận", "Sở Y tế")}
	rows[4].Dossier = 77
	var s State
	s.SetBatch(intake.Batch{State: intake.Staged, Tables: []intake.Table{{Sheet: "S", Columns: []intake.Column{{Index: 1, Header: "Họ và tên", Field: intake.FieldName}},
		Skipped: []intake.Skip{{Row: 1}, {Row: 2}}, Issues: []intake.Issue{{Severity: intake.Warning, Code: "intake.column-unsure", Group: intake.GroupColumn}}}},
		Answers: intake.Answers{Left: map[string]bool{intake.RowRef("S", 12): true}}}, rows)
	return &s
}

func TestCountsSayWhatAcceptingWouldTake(t *testing.T) {
	c := batch().Counts()
	if c != (Counts{Good: 1, Warn: 1, Bad: 1, Left: 1, Taken: 1, Take: 2}) {
		t.Errorf("%+v", c)
	}
}

func TestGroupsAreInTheOrderOfMending(t *testing.T) {
	s := batch()
	var picks []string
	for _, g := range s.Groups(func(g string) string { return g }) {
		picks = append(picks, g.Pick)
		if g.Pick == "group/"+intake.GroupUnit && g.Rows != 2 {
			t.Errorf("units: %+v", g)
		}
		if g.Pick == "group/"+intake.GroupAward && (g.Rows != 1 || g.Errors != 1) {
			t.Errorf("awards: %+v", g)
		}
	}
	want := []string{"", "error", "warning", "good", "left", "group/" + intake.GroupColumn, "group/" + intake.GroupAward, "group/" + intake.GroupUnit}
	if len(picks) != len(want) {
		t.Fatalf("%v", picks)
	}
	for i := range want {
		if picks[i] != want[i] {
			t.Errorf("%v, want %v", picks, want)
		}
	}
}

func TestEveryGroupShowsAsManyRowsAsItCounts(t *testing.T) {
	s := batch()
	for _, g := range s.Groups(func(g string) string { return g }) {
		s.Pick = g.Pick
		if n := len(s.Visible()); n != g.Rows {
			t.Errorf("%q counts %d, shows %d", g.Pick, g.Rows, n)
		}
	}
	s.Pick, s.Text = "", "thu"
	if got := s.Visible(); len(got) != 1 || got[0].Name != "Trần Văn Thử" {
		t.Errorf("looking for thu: %v", got)
	}
}

func TestTheSameWordsAreMendedOnce(t *testing.T) {
	if n := batch().SameUnit("SỞ NỘI VU"); n != 2 {
		t.Errorf("%d rows name the unit in the same words", n)
	}
}

func TestRawCellsStandUnderTheirHeadings(t *testing.T) {
	s := batch()
	cells := s.Raw(s.Rows[0])
	if cells[0].Header != "Họ và tên" || cells[0].Text != "NguyÔn" || cells[0].Font != ".VnTime" {
		t.Errorf("%+v", cells[0])
	}
	if cells[1].Header != "AB" {
		t.Errorf("a column without a heading is called %q", cells[1].Header)
	}
}

func TestPairOfDuplicates(t *testing.T) {
	r := batch().Rows[1]
	for _, n := range []any{9, int64(9), float64(9)} {
		ref, ok := pairOf(r, intake.Issue{Args: []any{"x", n, "S", "y"}})
		if !ok || ref != intake.RowRef("S", 9) {
			t.Errorf("%T: %q %v", n, ref, ok)
		}
	}
	if _, ok := pairOf(r, intake.Issue{Args: []any{"x"}}); ok {
		t.Error("a pair without a second row")
	}
}

func TestRowsWhoseDossierStandsAlready(t *testing.T) {
	s := batch()
	s.Rows[0].Severity, s.Rows[0].Existing = "", 5
	s.Rows[0].Updates = []intake.Update{{Field: "birth_date", Old: "", New: "1980-03-05", Applied: true}, {Field: "gender", Old: "male", New: "female"}}
	s.Rows[2].Existing = 6
	c := s.Counts()
	if c.Take != 0 || c.Update != 1 || c.Same != 1 {
		t.Errorf("%+v", c)
	}
	if a, b := s.Rows[0].Result(), s.Rows[2].Result(); a != "Bổ sung" || b != "Đã có" {
		t.Errorf("results %q %q", a, b)
	}
	if acceptText(c) != "Bổ sung 1 hồ sơ đã có" || acceptText(Counts{Same: 3}) != "" {
		t.Errorf("the button says %q and %q", acceptText(c), acceptText(Counts{Same: 3}))
	}
	s.Pick = "exists"
	if n := len(s.Visible()); n != 2 {
		t.Errorf("%d rows are shown", n)
	}
	d := s.Differences(s.Rows[0])
	if d[0].Label != "Ngày sinh" || d[0].New != "05/03/1980" || !d[0].Applied || d[1].Old != "Nam" || d[1].New != "Nữ" {
		t.Errorf("%+v", d)
	}
}

func TestColumnsOfWhichOneMustBeChosen(t *testing.T) {
	var s State
	if len(s.Clashes()) != 0 {
		t.Error("a choice without a file")
	}
	s.SetBatch(intake.Batch{Tables: []intake.Table{{Sheet: "S", Part: 1, Columns: []intake.Column{{Index: 1, Field: intake.FieldName}, {Index: 3, Field: intake.FieldAward, Header: "a"}, {Index: 4, Field: intake.FieldAward, Header: "b"}},
		Issues: []intake.Issue{{Code: "intake.columns-clash", Field: "award"}}}}}, nil)
	c := s.Clashes()
	if len(c) != 1 || c[0].Sheet != "S" || c[0].Part != 1 || len(c[0].Columns) != 2 || c[0].Columns[1].Index != 4 {
		t.Errorf("%+v", c)
	}
}

func TestOneRemarkIsSaidOnceForAllLists(t *testing.T) {
	var s State
	for i := range 30 {
		issues := []intake.Issue{{Code: "tab", Args: []any{fmt.Sprint("Sở ", i)}}, {Code: "gender"}}
		if i < 9 {
			issues = append(issues, intake.Issue{Code: "column", Args: []any{"B", fmt.Sprint(i)}})
		}
		s.Batch.Tables = append(s.Batch.Tables, intake.Table{Issues: issues})
	}
	notes := s.Notes(func(code string, args ...any) string { return fmt.Sprint(append([]any{code}, args...)...) })
	if len(notes) != mostNotes+1 {
		t.Fatalf("%d remarks: %q", len(notes), notes)
	}
	if !strings.HasPrefix(notes[0], "tabSở 0; Sở 1; ") || !strings.HasSuffix(notes[0], "Sở 7; …") || notes[1] != "gender" || !strings.Contains(notes[mostNotes], "6") {
		t.Errorf("%q", notes)
	}
}
