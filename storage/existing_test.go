package storage_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage/sheet"
)

// keyed is an agency's sheet with the hidden keys of its rows.
func keyed(name string, rows ...string) office.Incoming {
	head := "STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Chức vụ,Đơn vị công tác,Tóm tắt thành tích,Hình thức đề nghị khen thưởng,Khóa dòng"
	return office.Incoming{Name: name, Data: []byte(head + "\n" + strings.Join(rows, "\n") + "\n")}
}

// keyOf is the key a row of an accepted file is known by.
func keyOf(b intake.Batch, row int) string {
	return fmt.Sprintf("K%s.0.%d", strings.ToUpper(b.Hash[:10]), row)
}

func stage(t *testing.T, o *office.Office, in office.Incoming) (intake.Batch, []intake.StagedRow) {
	t.Helper()
	st, err := o.Stage(ctx, in, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, rows, err := o.Batch(ctx, st.Batch.ID)
	if err != nil {
		t.Fatal(err)
	}
	return b, rows
}

func codes(r intake.StagedRow) []string {
	var out []string
	for _, i := range r.Issues {
		out = append(out, i.Code)
	}
	return out
}

// What the preview shows is what acceptance does, cell by cell.
func TestPreviewIsAcceptance(t *testing.T) {
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first, second))
	k := keyOf(a.Batch, 2)
	in := keyed("sửa.csv", "1,Trần Văn Thử,Nam,05/03/1980,058080111111,Trưởng phòng,Sở Y tế,Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh,"+k,
		"2,Người Hoàn Toàn Mới,Nữ,,,Kế toán,Sở Y tế,Tốt,Bằng khen của Chủ tịch UBND tỉnh,")
	pre, err := o.Preview(ctx, in, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []intake.Update{{Field: "position", Old: "Chuyên viên", New: "Trưởng phòng"}}
	if diff := cmp.Diff(want, pre.Rows[0].Updates); diff != "" || pre.Rows[0].Existing == 0 || pre.Rows[1].Existing != 0 {
		t.Fatalf("preview: %s", diff)
	}
	b, _ := stage(t, o, in)
	if _, _, err := o.Answer(ctx, b.ID, "ghi đè", func(a *intake.Answers) { a.Over = true }, nil); err != nil {
		t.Fatal(err)
	}
	_, staged, err := o.Batch(ctx, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	got, err := o.Accept(ctx, b.ID)
	if err != nil || got.Accepted != 1 || got.Updated != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	_, after, err := o.Batch(ctx, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(staged[0].Updates, after[0].Updates); diff != "" || !after[0].Updates[0].Applied || after[0].Dossier != staged[0].Existing {
		t.Errorf("shown and done differ: %s", diff)
	}
	f, err := o.Dossier(ctx, after[0].Dossier)
	if err != nil || f.Dossier.Position != "Trưởng phòng" || f.Nominee.Position != "Trưởng phòng" {
		t.Errorf("dossier %+v, nominee %+v, %v", f.Dossier, f.Nominee, err)
	}
	if f.Submission.Batch != a.Batch.ID || after[1].Dossier == 0 {
		t.Errorf("submission %+v", f.Submission)
	}
	if n, err := o.Dossier(ctx, after[1].Dossier); err != nil || n.Submission.ID != f.Submission.ID {
		t.Errorf("the newcomer of the corrected list is in submission %d, the list is %d, %v", n.Submission.ID, f.Submission.ID, err)
	}
	if _, err := o.TakeBack(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if f, err = o.Dossier(ctx, after[0].Dossier); err != nil || f.Dossier.Position != "Chuyên viên" || f.Nominee.Position != "Chuyên viên" {
		t.Errorf("after the undo: %q, %q, %v", f.Dossier.Position, f.Nominee.Position, err)
	}
	if len(dossiers(t, o)) != 2 {
		t.Error("the undo took away what existed before, or left what came")
	}
}

// Accepted, undone, accepted again: the notes of the first time do not stand in the way.
func TestAcceptedAgainAfterUndo(t *testing.T) {
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first))
	b := accept(t, o, keyed("sửa.csv", "1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,Sở Y tế,Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh,"+keyOf(a.Batch, 2), second))
	if b.Accepted != 1 || b.Same != 1 {
		t.Fatalf("%+v", b)
	}
	if _, err := o.Undo(ctx, b.Entry.ID); err != nil {
		t.Fatal(err)
	}
	_, rows, err := o.Batch(ctx, b.Batch.ID)
	if err != nil || rows[0].Dossier != 0 || rows[0].Existing == 0 {
		t.Fatalf("%+v, %v", rows[0], err)
	}
	again, err := o.Accept(ctx, b.Batch.ID)
	if err != nil || again.Accepted != 1 || again.Same != 1 || len(dossiers(t, o)) != 2 {
		t.Errorf("%+v, %v", again, err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK {
		t.Errorf("%+v, %v", h, err)
	}
}

// A key is not followed against what the row says.
func TestKeysAreNotFollowedBlindly(t *testing.T) {
	const award = "Bằng khen của Chủ tịch UBND tỉnh"
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first, second))
	k := keyOf(a.Batch, 2)
	for name, c := range map[string]struct {
		rows  []string
		row   int // of the answer
		codes []string
		same  bool // the row means the dossier that stands
	}{
		"typed over with somebody else": {[]string{"1,Phạm Quốc Khác,Nam,07/08/1975,,Lái xe,Sở Y tế,Tốt," + award + "," + k}, 0, []string{"office.key-other"}, false},
		"the name corrected":            {[]string{"1,Trần Văn Thứ,Nam,05/03/1980,,Chuyên viên,Sở Y tế,Tốt," + award + "," + k}, 0, []string{"office.key-near"}, true},
		"the same number":               {[]string{"1,Trần Văn Thế,Nam,,058080111111,Chuyên viên,Sở Y tế,Tốt," + award + "," + k}, 0, nil, true},
		"copied with its key": {[]string{"1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,Sở Y tế,Tốt," + award + "," + k,
			"2,Phạm Quốc Khác,Nam,07/08/1975,,Lái xe,Sở Y tế,Tốt," + award + "," + k}, 1, nil, false},
		"a key nobody gave": {[]string{"1,Phạm Quốc Khác,Nam,07/08/1975,,Lái xe,Sở Y tế,Tốt," + award + ",KAAAAAAAAAA.0.7"}, 0, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			pre, err := o.Preview(ctx, keyed(name+".csv", c.rows...), nil)
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, code := range codes(pre.Rows[c.row]) {
				if strings.HasPrefix(code, "office.") {
					said = append(said, code)
				}
			}
			if diff := cmp.Diff(c.codes, said); diff != "" || (pre.Rows[c.row].Existing != 0) != c.same {
				t.Errorf("existing %d, said %q", pre.Rows[c.row].Existing, codes(pre.Rows[c.row]))
			}
		})
	}
	// A person says which it is.
	in := keyed("hỏi.csv", "1,Phạm Quốc Khác,Nam,07/08/1975,,Lái xe,Sở Y tế,Tốt,"+award+","+k)
	b, rows := stage(t, o, in)
	if got, err := o.Accept(ctx, b.ID); err != nil || got.Left != 1 || got.Accepted+got.Updated != 0 {
		t.Fatalf("accepted without an answer: %+v, %v", got, err)
	}
	_, _, err := o.Answer(ctx, b.ID, "hồ sơ mới", func(a *intake.Answers) {
		a.Becomes = map[string]int64{intake.RowRef(b.Tables[0].Sheet, rows[0].Row): 0}
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := o.Accept(ctx, b.ID); err != nil || got.Accepted != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

// One blank template may be filled in by many; keys of a blank template mean a
// row only together with its name.
func TestABlankTemplateFilledTwice(t *testing.T) {
	const award = "Bằng khen của Chủ tịch UBND tỉnh"
	o := onDay(t, "2025-12-08")
	one := keyed("một.csv", "1,Trần Văn Thử,Nam,05/03/1980,,Chuyên viên,Sở Y tế,Tốt,"+award+",M0A0A0A0A0A.1")
	two := keyed("hai.csv", "1,Lê Thị Mẫu,Nữ,06/04/1981,,Kế toán,Sở Y tế,Tốt,"+award+",M0A0A0A0A0A.1")
	accept(t, o, one)
	if b := accept(t, o, two); b.Accepted != 1 || b.Left != 0 {
		t.Fatalf("%+v", b)
	}
	// The second unit corrects its own.
	fixed := keyed("hai sửa.csv", "1,Lê Thị Mẫu,Nữ,06/04/1981,058181222222,Kế toán,Sở Y tế,Tốt,"+award+",M0A0A0A0A0A.1")
	if b := accept(t, o, fixed); b.Updated != 1 || b.Accepted != 0 {
		t.Errorf("%+v", b)
	}
	ds := dossiers(t, o)
	if len(ds) != 2 || !slices.ContainsFunc(ds, func(d dossier.Dossier) bool { return d.Name == "Lê Thị Mẫu" && d.IDNumber == "058181222222" }) {
		t.Errorf("%+v", ds)
	}
}

// A corrected file goes to the movement its rows belong to; one put to another
// movement by hand is not taken in there.
func TestKeysKnowTheirMovement(t *testing.T) {
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first))
	if _, _, err := o.CloneMovement(ctx, "TTC80", "TTC81", "", when.Period{From: when.MustParse("2025-12-01"), To: when.MustParse("2028-01-01")}); err != nil {
		t.Fatal(err)
	}
	in := keyed("sửa.csv", "1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,Sở Y tế,Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh,"+keyOf(a.Batch, 2))
	pre, err := o.Preview(ctx, in, nil)
	if err != nil || pre.Batch.Movement != a.Batch.Movement || pre.Rows[0].Existing == 0 {
		t.Errorf("movement %d, want %d; existing %d, %v", pre.Batch.Movement, a.Batch.Movement, pre.Rows[0].Existing, err)
	}
	in.Movement = "TTC81"
	pre, err = o.Preview(ctx, in, nil)
	if err != nil || !slices.Contains(codes(pre.Rows[0]), "office.key-movement") || pre.Rows[0].Severity != intake.Error {
		t.Errorf("%q, %v", codes(pre.Rows[0]), err)
	}
}

// What a file leaves empty takes nothing away, even where everything is written over.
func TestEmptyCellsTakeNothingAway(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first))
	b, _ := stage(t, o, office.Incoming{Name: "ít cột.csv", Data: []byte("Họ và tên,Ngày sinh,Đơn vị công tác,Hình thức đề nghị khen thưởng\nTrần Văn Thử,1980,Sở Y tế,Bằng khen của Chủ tịch UBND tỉnh\n")})
	if _, _, err := o.Answer(ctx, b.ID, "ghi đè", func(a *intake.Answers) { a.Over = true }, nil); err != nil {
		t.Fatal(err)
	}
	got, err := o.Accept(ctx, b.ID)
	if err != nil || got.Same != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if d := dossiers(t, o)[0]; d.Birth != when.MustParse("1980-03-05") || d.IDNumber == "" || d.Position == "" {
		t.Errorf("%+v", d)
	}
}

// The template of a unit names the units and awards of the day, its own first.
func TestTemplateOfTheDay(t *testing.T) {
	for day, want := range map[string]string{"2025-06-30": "Huyện Ninh Hải", "2025-07-01": "Xã Ninh Hải"} {
		o := onDay(t, day)
		var out bytes.Buffer
		if err := o.Template(ctx, "TTC80", "SYT", &out); err != nil {
			t.Fatal(err)
		}
		book, err := readBook(t, out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		var first string
		for _, r := range book.Sheets[1].Rows {
			for _, c := range r.Cells {
				names[c.Text] = true
				if r.Number == 2 && c.Col == 2 {
					first = c.Text
				}
			}
		}
		other := map[string]string{"Huyện Ninh Hải": "Xã Ninh Hải", "Xã Ninh Hải": "Huyện Ninh Hải"}[want]
		if !names[want] || names[other] || first != "Sở Y tế" {
			t.Errorf("on %s: %s %v, %s %v, first unit %q", day, want, names[want], other, names[other], first)
		}
	}
	o := onDay(t, "2025-07-01")
	if err := o.Template(ctx, "", "KHONG-CO", &bytes.Buffer{}); err == nil {
		t.Error("a template for a unit nobody knows")
	}
}

func readBook(t *testing.T, data []byte) (*intake.Book, error) {
	t.Helper()
	return sheet.Read(ctx, "mẫu.xlsx", bytes.NewReader(data), int64(len(data)))
}
