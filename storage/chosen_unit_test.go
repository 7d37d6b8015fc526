package storage_test

import (
	"testing"

	"thidua/model/intake"
	"thidua/model/viet"
)

// A unit chosen by hand is named by its code, which stands in no name: it must be
// the dossier's unit all the same, for every row that names it in those words.
func TestAUnitChosenByHandIsTheDossiersUnit(t *testing.T) {
	o := onDay(t, "2025-12-10")
	text := "Tổ chức không ai biết"
	st, err := o.Stage(ctx, list(
		"1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,"+text+",Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh",
		"2,Lê Thị Mẫu,Nữ,06/04/1981,058181222222,Kế toán,"+text+",Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh"), nil)
	if err != nil {
		t.Fatal(err)
	}
	book, err := o.Registry(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := book.Match("Sở Y tế", o.Today())[0]
	if _, _, err := o.Answer(ctx, st.Batch.ID, "chọn đơn vị", func(a *intake.Answers) {
		a.Units = map[string]string{viet.Key(text): want.Code}
	}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Accept(ctx, st.Batch.ID); err != nil {
		t.Fatal(err)
	}
	ds := dossiers(t, o)
	if len(ds) != 2 {
		t.Fatalf("%d dossiers", len(ds))
	}
	for _, d := range ds {
		if d.Unit != want.Unit {
			t.Errorf("%s belongs to unit %d, want %d", d.Name, d.Unit, want.Unit)
		}
	}
}
