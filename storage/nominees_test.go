package storage_test

import (
	"reflect"
	"testing"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
)

func nominee(t *testing.T, o *office.Office, id int64) office.NomineeFile {
	t.Helper()
	f, err := o.Nominee(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	f.History = nil
	// Saved again: the revision counts on, nothing else may differ.
	f.Nominee.Rev = 0
	for i := range f.Dossiers {
		f.Dossiers[i].Rev = 0
	}
	for i := range f.Honours {
		f.Honours[i].Record.Rev, f.Honours[i].Nominee.Rev = 0, 0
	}
	for i := range f.Matters {
		f.Matters[i].Rev = 0
	}
	for i := range f.Initiatives {
		f.Initiatives[i].Rev = 0
	}
	for i := range f.Alike {
		f.Alike[i].A.Rev, f.Alike[i].B.Rev = 0, 0
	}
	return f
}

// twice is an office in which Trần Văn Thử stands twice: commended and with a number
// from this year's list, and with an honour of 2023 typed in without either.
func twice(t *testing.T) (o *office.Office, now, old int64) {
	t.Helper()
	o, d := decided(t)
	p, err := o.EnterOne(ctx, office.PastLine{Record: intake.Record{Kind: "individual", Name: "Trần Văn Thử", Position: "Văn thư",
		Unit: "Sở Y tế", UnitID: d.Items[0].Unit, Award: "cstd_co_so"}, Number: "12/QĐ-SYT", Date: when.MustParse("2023-12-20")}, "")
	if err != nil {
		t.Fatal(err)
	}
	now, old = d.Items[0].Nominee, p.Decisions[0].Items[0].Nominee
	if now == old {
		t.Fatal("the sample is one person already")
	}
	m := dossier.Matter{Nominee: old, Kind: "khieu_nai", Opened: when.MustParse("2025-11-01"), Source: "Đơn số 5"}
	if _, err := o.SaveMatter(ctx, &m); err != nil {
		t.Fatal(err)
	}
	i := dossier.Initiative{Name: "Số hóa tài liệu kỳ họp", Authors: []int64{old, d.Items[1].Nominee}, Level: "co_so", Number: "3/QĐ", Date: when.MustParse("2024-05-06"), Body: "Sở Y tế"}
	if _, err := o.SaveInitiative(ctx, &i); err != nil {
		t.Fatal(err)
	}
	return o, now, old
}

func TestTwoIdentitiesBecomeOneAndTwoAgain(t *testing.T) {
	o, now, old := twice(t)
	alike, err := o.Alikes(ctx)
	if err != nil || len(alike) != 1 || alike[0].Why != "don_vi" {
		t.Fatalf("%+v %v", alike, err)
	}
	a, b := nominee(t, o, now), nominee(t, o, old)
	if len(a.Alike) != 1 || a.Alike[0].B.ID != old || len(b.Alike) != 1 || b.Alike[0].B.ID != now {
		t.Errorf("each is told of the other: %+v %+v", a.Alike, b.Alike)
	}
	merged, err := o.MergeNominees(ctx, now, old)
	if err != nil {
		t.Fatal(err)
	}
	f := nominee(t, o, now)
	if len(f.Dossiers) != 1 || len(f.Honours) != 2 || len(f.Matters) != 1 || len(f.Initiatives) != 1 || len(f.Alike) != 0 ||
		f.Nominee.IDNumber != "058080111111" || f.Nominee.Position != "Chuyên viên" {
		t.Errorf("after merging: %+v", f)
	}
	if f.Honours[0].Record.Post != "Văn thư" { // as they stood then
		t.Errorf("an honour was written anew: %+v", f.Honours[0].Record)
	}
	if _, err := o.Nominee(ctx, old); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the one that went is still there: %v", err)
	}
	past, err := o.Decisions(ctx, office.DecisionFilter{Award: "cstd_co_so"})
	if err != nil || past[0].Items[0].Nominee != now || past[0].Items[0].Name != "Trần Văn Thử" || past[0].Origin != decision.Past {
		t.Errorf("the frozen list means %+v %v", past, err)
	}
	// Known already: the same honour is not entered again under either.
	if p, err := o.EnterPast(ctx, []office.PastLine{{Record: intake.Record{Kind: "individual", Name: "Trần Văn Thử", Award: "cstd_co_so"}, Number: "12/QĐ-SYT", Date: when.MustParse("2023-12-20")}}, ""); err != nil || p.Known != 1 {
		t.Errorf("%+v %v", p, err)
	}

	if _, err := o.Undo(ctx, merged.ID); err != nil {
		t.Fatal(err)
	}
	if x, y := nominee(t, o, now), nominee(t, o, old); !reflect.DeepEqual(x, a) || !reflect.DeepEqual(y, b) {
		t.Errorf("not as before:\n%+v\n%+v\n%+v\n%+v", x, a, y, b)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK {
		t.Errorf("health %+v, %v", h, err)
	}
}

func TestTwoThatAreToldApartAreNotAskedAgain(t *testing.T) {
	o, now, old := twice(t)
	e, err := o.TellApart(ctx, old, now)
	if err != nil {
		t.Fatal(err)
	}
	if list, _ := o.Alikes(ctx); len(list) != 0 {
		t.Errorf("asked again: %+v", list)
	}
	if again, err := o.TellApart(ctx, now, old); err != nil || again.ID != 0 {
		t.Errorf("said twice: %+v %v", again, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if list, _ := o.Alikes(ctx); len(list) != 1 {
		t.Errorf("taking it back asks again: %+v", list)
	}
	if _, err := o.TellApart(ctx, old, now); err != nil {
		t.Fatal(err)
	}
	if _, err := o.MergeNominees(ctx, now, old); err != nil { // a person may change their mind
		t.Error(err)
	}
}

func TestWhatCannotBeOneIsNotMerged(t *testing.T) {
	o, now, old := twice(t)
	if _, err := o.MergeNominees(ctx, now, now); fault.CodeOf(err) != "office.same-nominee" {
		t.Error(err)
	}
	f, err := o.Nominee(ctx, old)
	if err != nil {
		t.Fatal(err)
	}
	n := f.Nominee
	n.IDNumber = "05808O111112"
	if _, err := o.SaveNominee(ctx, &n); fault.CodeOf(err) != "office.id-number" {
		t.Errorf("a letter in the number: %v", err)
	}
	n.IDNumber = "058080111112"
	if _, err := o.SaveNominee(ctx, &n); err != nil {
		t.Fatal(err)
	}
	if list, _ := o.Alikes(ctx); len(list) != 0 {
		t.Errorf("two numbers are two people: %+v", list)
	}
	if _, err := o.MergeNominees(ctx, now, old); fault.CodeOf(err) != "office.contrary-nominees" {
		t.Error(err)
	}
	list, err := o.Nominees(ctx, office.NomineeFilter{Kind: registry.Individual})
	if err != nil || len(list) != 3 {
		t.Errorf("%d people, %v", len(list), err)
	}
	reg, err := o.Register(ctx, office.RegisterFilter{Nominee: old})
	if err != nil || len(reg) != 1 || reg[0].Record.Award != "cstd_co_so" || reg[0].Held() == award.HandedOut {
		t.Errorf("%+v %v", reg, err)
	}
}
