package storage_test

import (
	"bytes"
	"slices"
	"testing"

	"thidua/model/check"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/registry"
)

// What a plan lets a unit propose is kept, told in the guidance, counted on the board
// and found by the check.
func TestLimitsAreToldAndChecked(t *testing.T) {
	o := onDay(t, "2025-12-08")
	m, err := o.Movement(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	units, err := o.Registry(ctx)
	if err != nil {
		t.Fatal(err)
	}
	const bk = "bang_khen_chu_tich_tinh"
	at := slices.IndexFunc(m.Awards, func(g movement.Grant) bool { return g.Award == bk })
	if m.Awards[at].Limits, err = movement.ReadLimits("01 tập thể, 01 cá nhân\nSở Nội vụ: 02 tập thể, 05 cá nhân\nXã, phường, thị trấn: 02 trường hợp", units, o.Today()); err != nil {
		t.Fatal(err)
	}
	if _, err := o.SaveMovement(ctx, &m); err != nil {
		t.Fatal(err)
	}
	in := list(first, second)
	in.From = "SYT"
	accept(t, o, in)
	found, err := o.Check(ctx, m.Code)
	if n := len(slices.DeleteFunc(found, func(f check.Finding) bool { return f.Rule != "KT-25" })); err != nil || n != 1 {
		t.Errorf("two people for one place: %d findings, %v", n, err)
	}
	b, err := o.Board(ctx, m.Code)
	if err != nil || len(b.Units) != 1 || !slices.Contains(b.Units[0].Quotas, office.Quota{Award: bk, Kind: registry.Individual, Proposed: 2, Most: 1, People: 2}) {
		t.Errorf("the board: %+v, %v", b.Units, err)
	}
	var pdf bytes.Buffer
	p, err := o.PrintTo(ctx, office.Print{Form: "huong-dan", Movement: m.Code}, "huong-dan.pdf", "pdf", &pdf)
	if err != nil {
		t.Fatal(err)
	}
	has(t, "the guidance", paper.Outline(p.Document), "Sở Nội vụ không quá 02 tập thể, 05 cá nhân; Xã, phường, thị trấn không quá 02 trường hợp; mỗi cơ quan, đơn vị khác đề nghị không quá 01 tập thể, 01 cá nhân")
}
