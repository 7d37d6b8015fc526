package decision

import (
	"testing"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func draft() Decision {
	return Decision{ID: 4, Award: "bang_khen_chu_tich_tinh", Decider: "Chủ tịch Ủy ban nhân dân tỉnh", Items: []Item{
		ItemOf(dossier.Dossier{ID: 11, Nominee: 21, Kind: registry.Collective, Name: "Phòng Tổng hợp", Unit: 3, Achievement: "a"}, "", "Văn phòng"),
		ItemOf(dossier.Dossier{ID: 12, Nominee: 22, Kind: registry.Individual, Name: "Kiều Thị Sương", Class: "truc_tiep"}, "Chuyên viên, Sở Y tế", "Sở Y tế"),
	}}
}

func TestIssueFreezes(t *testing.T) {
	d := draft()
	day := when.Of(2026, 1, 5)
	got, err := d.Issue("12/QĐ-UBND", day)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Issued || got.Number != "12/QĐ-UBND" || got.Date != day {
		t.Errorf("%+v", got)
	}
	// NĐ 98/2023, Điều 104: số sổ vàng is the ordinal in the whole list.
	if got.Items[0].Golden != "1" || got.Items[1].Golden != "2" {
		t.Errorf("golden book: %q %q", got.Items[0].Golden, got.Items[1].Golden)
	}
	if d.Items[0].Golden != "" || d.Issued {
		t.Error("the draft itself was changed")
	}
	if _, err := got.Issue("13/QĐ-UBND", day); fault.CodeOf(err) != "decision.issued" || fault.KindOf(err) != fault.Conflict {
		t.Errorf("issued twice: %v", err)
	}
}

func TestIssueTellsAllThatIsMissing(t *testing.T) {
	_, err := Decision{}.Issue("", when.Of(2026, 0, 0))
	l, ok := err.(fault.List)
	if !ok || len(l) != 3 {
		t.Fatalf("%v", err)
	}
	for i, code := range []string{"decision.number", "decision.date", "decision.empty"} {
		if l[i].Code != code {
			t.Errorf("fault %d is %s, want %s", i, l[i].Code, code)
		}
	}
}

func TestRecordsAreTheHonoursOfTheList(t *testing.T) {
	given := draft()
	given.Items[0].Year = 2025 // a yearly award, decided in the next January
	d, err := given.Issue("12/QĐ-UBND", when.Of(2026, 1, 5))
	if err != nil {
		t.Fatal(err)
	}
	rs := d.Records("TTC80", "phong_trao", "thực hiện phong trào thi đua")
	if len(rs) != 2 {
		t.Fatalf("%d records", len(rs))
	}
	if rs[0].Year != 2025 {
		t.Errorf("the honour counts for %d", rs[0].Year)
	}
	r := rs[1]
	if r.Nominee != 22 || r.Award != d.Award || r.Way != "phong_trao" || r.Year != 2026 || r.Number != d.Number || r.Date != d.Date ||
		r.Movement != "TTC80" || r.Decision != 4 || r.Name != "Kiều Thị Sương" || r.Post != "Chuyên viên, Sở Y tế" || r.GoldenBook != "2" {
		t.Errorf("%+v", r)
	}
	if !r.Held(d.Date) || r.Held(d.Date.AddDays(-1)) {
		t.Error("the honour is not held from the day of the decision on")
	}
}
