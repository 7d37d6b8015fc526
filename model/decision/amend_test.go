package decision

import (
	"testing"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func given(t *testing.T) (Decision, []award.Record) {
	t.Helper()
	d, err := Decision{ID: 9, Award: "bang_khen_chu_tich_tinh", Decider: "Chủ tịch", Items: []Item{
		{Dossier: 1, Nominee: 11, Kind: registry.Individual, Name: "Kiều Văn Giả", Post: "Trưởng phòng"},
		{Dossier: 2, Nominee: 12, Kind: registry.Individual, Name: "Lê Thị Mẫu"}}}.Issue("812/QĐ-UBND", when.Of(2024, 12, 28))
	if err != nil {
		t.Fatal(err)
	}
	rs := d.Records("TTC80", "phong_trao", "x")
	for i := range rs {
		rs[i].ID = int64(i + 1)
	}
	return d, rs
}

func TestRevocationTakesEffectWhenIssued(t *testing.T) {
	d, rs := given(t)
	q, err := d.Revocation(rs[1:], "gian_doi", "Kê khai sai.")
	if err != nil || q.Act != Revokes || q.Of != 9 || len(q.Items) != 1 || q.Items[0].Record != 2 || q.Items[0].Golden != "2" {
		t.Fatalf("%+v %v", q, err)
	}
	if got := q.Apply(rs); len(got) != 0 {
		t.Errorf("a draft took honours back: %+v", got)
	}
	q, err = q.Issue("77/QĐ-UBND", when.Of(2025, 3, 1))
	if err != nil || q.Items[0].Golden != "2" {
		t.Fatalf("the golden book was numbered anew: %+v %v", q, err)
	}
	got := q.Apply(rs)
	if len(got) != 1 || got[0].ID != 2 || got[0].Revoked != when.Of(2025, 3, 1) || got[0].RevokedBy != "77/QĐ-UBND" {
		t.Errorf("%+v", got)
	}
	if got[0].Held(when.Of(2025, 2, 28)) != true || got[0].Held(when.Of(2025, 3, 1)) {
		t.Error("the honour holds on the wrong days")
	}
	if _, err := d.Revocation(got, "gian_doi", ""); fault.CodeOf(err) != "decision.revoked" {
		t.Errorf("taken back twice: %v", err)
	}
	if _, err := d.Revocation(rs, "vì thích", ""); fault.CodeOf(err) != "decision.ground" {
		t.Errorf("without a case of the law: %v", err)
	}
	if _, err := q.Revocation(rs, "gian_doi", ""); fault.CodeOf(err) != "decision.not-issued" {
		t.Errorf("a revocation was revoked: %v", err)
	}
}

func TestCorrectionLeavesTheFrozenListAlone(t *testing.T) {
	d, rs := given(t)
	changed := rs[0]
	changed.Name, changed.Post = "Kiều Văn Giá", "Phó Trưởng phòng"
	q, err := d.Correction([]award.Record{changed}, "Ghi sai tên")
	if err != nil || q.Items[0].Name != "Kiều Văn Giá" || d.Items[0].Name != "Kiều Văn Giả" {
		t.Fatalf("%+v %v", q, err)
	}
	q, err = q.Issue("90/QĐ-UBND", when.Of(2025, 2, 12))
	if err != nil {
		t.Fatal(err)
	}
	got := q.Apply(rs)
	if len(got) != 1 || got[0].Name != "Kiều Văn Giá" || got[0].Post != "Phó Trưởng phòng" || got[0].Revoked != 0 || got[0].GoldenBook != "1" || got[0].Note == "" {
		t.Errorf("%+v", got)
	}
	if _, err := d.Correction([]award.Record{changed}, ""); fault.CodeOf(err) != "decision.reason" {
		t.Errorf("without a reason: %v", err)
	}
}
