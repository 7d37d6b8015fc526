package storage_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
)

// The office on a real data folder: what its desks promise beyond what the
// console's scripts show.

var ctx = context.Background()

func onDay(t *testing.T, day string) *office.Office {
	t.Helper()
	s, err := storage.Open(ctx, storage.Config{Dir: filepath.Join(t.TempDir(), "du-lieu"), Today: when.MustParse(day)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o := office.New(s.Ports, "Cán bộ thử")
	if _, err := o.SetUp(ctx); err != nil {
		t.Fatal(err)
	}
	return o
}

// list is an agency's sheet as text.
func list(rows ...string) office.Incoming {
	head := "STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Chức vụ,Đơn vị công tác,Tóm tắt thành tích,Hình thức đề nghị khen thưởng"
	return office.Incoming{Name: "danh sách.csv", Data: []byte(head + "\n" + strings.Join(rows, "\n") + "\n")}
}

const (
	first  = "1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,Sở Y tế,Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh"
	second = "2,Lê Thị Mẫu,Nữ,06/04/1981,058181222222,Kế toán,Sở Y tế,Hoàn thành tốt,Bằng khen của Chủ tịch UBND tỉnh"
)

func accept(t *testing.T, o *office.Office, in office.Incoming) office.Acceptance {
	t.Helper()
	st, err := o.Stage(ctx, in, nil)
	if err != nil {
		t.Fatal(err)
	}
	a, err := o.Accept(ctx, st.Batch.ID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func dossiers(t *testing.T, o *office.Office) []dossier.Dossier {
	t.Helper()
	ds, err := o.Dossiers(ctx, office.DossierFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

func TestAcceptedOnceAndTakenBackWhole(t *testing.T) {
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first, second))
	if a.Accepted != 2 || a.Created != 2 || len(dossiers(t, o)) != 2 {
		t.Fatalf("accepted %+v", a)
	}
	again, err := o.Accept(ctx, a.Batch.ID)
	if err != nil || again.Accepted != 0 || len(dossiers(t, o)) != 2 {
		t.Errorf("accepted again: %+v, %v", again, err)
	}
	// Somebody known before is not made anew, and stays when the second file goes.
	b := accept(t, o, office.Incoming{Name: "khác.csv", Data: list("1,Trần Văn Thử,Nam,05/03/1980,058080111111,Chuyên viên,Sở Y tế,Khác,Bằng khen của Thủ tướng Chính phủ").Data})
	if b.Created != 0 {
		t.Errorf("the same person was made again: %+v", b)
	}
	if _, err := o.TakeBack(ctx, b.Batch.ID); err != nil {
		t.Fatal(err)
	}
	ds := dossiers(t, o)
	if len(ds) != 2 {
		t.Fatalf("%d dossiers after taking the second file back", len(ds))
	}
	if f, err := o.Dossier(ctx, ds[0].ID); err != nil || f.Nominee.Name == "" {
		t.Errorf("a nominee that existed before went with the file: %v", err)
	}
	if _, err := o.TakeBack(ctx, b.Batch.ID); fault.CodeOf(err) != "office.batch-done" {
		t.Errorf("taken back twice: %v", err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK {
		t.Errorf("health %+v, %v", h, err)
	}
}

func TestTakingBackStopsWhereWorkHasGoneOn(t *testing.T) {
	o := onDay(t, "2025-12-08")
	a := accept(t, o, list(first))
	ds := dossiers(t, o)
	if _, err := o.Move(ctx, []int64{ds[0].ID}, dossier.Appraising, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := o.TakeBack(ctx, a.Batch.ID); fault.CodeOf(err) != "store.undo-later" {
		t.Fatalf("the work done on the dossier was lost: %v", err)
	}
	if got := dossiers(t, o); len(got) != 1 || got[0].Stage != dossier.Appraising || got[0].AppraisalFrom != when.MustParse("2025-12-08") {
		t.Errorf("dossier %+v", got)
	}
}

func TestMovesFollowTheRoad(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first, second))
	ds := dossiers(t, o)
	ids := []int64{ds[0].ID, ds[1].ID}
	if _, err := o.Move(ctx, ids, dossier.Passed, ""); fault.CodeOf(err) != "dossier.no-way" {
		t.Errorf("straight to the council: %v", err)
	}
	if _, err := o.Move(ctx, ids, dossier.Returned, ""); fault.CodeOf(err) != "dossier.reason" {
		t.Errorf("returned without a reason: %v", err)
	}
	if _, err := o.Move(ctx, ids[:1], dossier.Returned, "Thiếu biên bản."); err != nil {
		t.Fatal(err)
	}
	// One that cannot go holds the others back: all or none.
	if _, err := o.Move(ctx, ids, dossier.Appraising, ""); err == nil {
		t.Error("half of a move went through")
	}
	if got, _ := o.Dossier(ctx, ids[1]); got.Dossier.Stage != dossier.Received {
		t.Errorf("stage %s", got.Dossier.Stage)
	}
}

func TestIssuingFreezesAndEntersTheRegister(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first, second))
	ds := dossiers(t, o)
	ids := []int64{ds[0].ID, ds[1].ID}
	for _, s := range []dossier.Stage{dossier.Appraising, dossier.Appraised, dossier.Passed} {
		if _, err := o.Move(ctx, ids, s, ""); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.Arrange(ctx, []int64{ids[1], ids[0]}); err != nil {
		t.Fatal(err)
	}
	d, _, err := o.Draft(ctx, "", "bang_khen_chu_tich_tinh")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Items) != 2 || d.Items[0].Dossier != ids[1] || d.Items[0].UnitText != "Sở Y tế tỉnh Khánh Hòa" {
		t.Fatalf("items not in the order set by hand, or unit not in full: %+v", d.Items)
	}
	if _, _, err := o.Issue(ctx, d.ID, "", 0, ""); fault.KindOf(err) != fault.Invalid {
		t.Errorf("issued without number and date: %v", err)
	}
	q, e, err := o.Issue(ctx, d.ID, "12/QĐ-UBND", when.MustParse("2025-12-20"), "")
	if err != nil || q.Items[1].Golden != "2" {
		t.Fatalf("%+v, %v", q.Items, err)
	}
	f, err := o.Dossier(ctx, ids[0])
	if err != nil || f.Dossier.Stage != dossier.Decided || len(f.Records) != 1 || f.Records[0].Number != "12/QĐ-UBND" {
		t.Fatalf("dossier %s, records %+v, %v", f.Dossier.Stage, f.Records, err)
	}
	if _, _, err := o.Issue(ctx, d.ID, "13/QĐ-UBND", when.MustParse("2025-12-21"), ""); fault.CodeOf(err) != "decision.issued" {
		t.Errorf("issued twice: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if f, _ := o.Dossier(ctx, ids[0]); f.Dossier.Stage != dossier.Passed || len(f.Records) != 0 {
		t.Errorf("undone: stage %s, records %v", f.Dossier.Stage, f.Records)
	}
}

func TestAnAnswerIsUsedAndRemembered(t *testing.T) {
	o := onDay(t, "2025-12-08")
	odd := office.Incoming{Name: "lạ.csv", From: "SYT", Data: []byte("STT,Họ và tên,Cột lạ,Hình thức đề nghị khen thưởng\n1,Trần Văn Thử,Chuyên viên,BK UBND tỉnh\n")}
	st, err := o.Stage(ctx, odd, nil)
	if err != nil {
		t.Fatal(err)
	}
	sheet := st.Batch.Tables[0].Sheet
	b, _, err := o.Answer(ctx, st.Batch.ID, "cột lạ là chức vụ", func(a *intake.Answers) {
		a.Columns = map[string]intake.Field{intake.ColumnRef(sheet, 0, 2): intake.Field("position")}
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, rows, err := o.Batch(ctx, b.ID)
	if err != nil || len(rows) != 1 || rows[0].Position != "Chuyên viên" {
		t.Fatalf("rows %+v, %v", rows, err)
	}
	next := odd
	next.Data = []byte("STT,Họ và tên,Cột lạ,Hình thức đề nghị khen thưởng\n1,Lê Thị Mẫu,Kế toán,BK UBND tỉnh\n")
	p, err := o.Preview(ctx, next, nil)
	if err != nil || len(p.Rows) != 1 || p.Rows[0].Position != "Kế toán" {
		t.Fatalf("the answer was not remembered for the sender: %+v, %v", p.Rows, err)
	}
}

func TestTheTellingComesAfterTheCommit(t *testing.T) {
	o := onDay(t, "2025-12-08")
	var seen []string
	cancel := o.Subscribe(func(n office.Notice) {
		ms, err := o.Movements(ctx)
		if err != nil {
			t.Error(err)
		}
		if n.Touches("movement") {
			seen = append(seen, ms[0].Name)
		}
	})
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	m.Name = "Tên đã sửa"
	if _, err := o.SaveMovement(ctx, &m); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := o.UndoLast(ctx); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 1 || seen[0] != "Tên đã sửa" {
		t.Errorf("listeners saw %v", seen)
	}
	if m, _ := o.Movement(ctx, "TTC80"); m.Name == "Tên đã sửa" {
		t.Error("the last act was not taken back")
	}
}

func TestAReaderMayLookAndPrintOnly(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first))
	if _, err := o.SaveSetting(ctx, office.Setting{Key: "vai-tro/Cán bộ thử", Value: string(audit.Reader)}); err != nil {
		t.Fatal(err)
	}
	m, _ := o.Movement(ctx, "TTC80")
	if _, err := o.SaveMovement(ctx, &m); fault.KindOf(err) != fault.Denied {
		t.Errorf("a reader changed a movement: %v", err)
	}
	var b bytes.Buffer
	if _, err := o.PrintTo(ctx, office.Print{Form: "danh-sach"}, "ds.pdf", "pdf", &b); err != nil || b.Len() == 0 {
		t.Errorf("a reader could not print: %v", err)
	}
}

func TestTheNextMovementNeedsNoCode(t *testing.T) {
	o := onDay(t, "2026-11-22")
	m, _, err := o.CloneMovement(ctx, "TTC80", "TTC81", "", when.Period{From: when.MustParse("2026-12-01"), To: when.MustParse("2029-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Awards) == 0 || len(m.Criteria) != 4 || m.Status != "du_thao" {
		t.Errorf("clone %+v", m)
	}
	if _, _, err := o.CloneMovement(ctx, "TTC80", "TTC81", "", m.Period); fault.CodeOf(err) != "movement.code-twice" {
		t.Errorf("a code used twice: %v", err)
	}
	if _, _, err := o.CloneMovement(ctx, "TTC80", "", "", m.Period); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a movement without a code: %v", err)
	}
}

func TestARefusedFileLeavesTheStoreUntouched(t *testing.T) {
	o := onDay(t, "2025-12-08")
	before, err := o.Log(ctx, office.EntryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"rỗng.xlsx": {}, "ảnh.xls": []byte("\x89PNG\r\n\x1a\n0000"), "cụt.xlsx": []byte("PK\x03\x04cụt")} {
		if _, err := o.Stage(ctx, office.Incoming{Name: name, Data: data}, nil); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s: %v", name, err)
		}
	}
	after, err := o.Log(ctx, office.EntryFilter{})
	if err != nil || len(after) != len(before) {
		t.Errorf("the log grew by %d, %v", len(after)-len(before), err)
	}
}

func TestCopiesAreCheckedAndNothingIsOverwritten(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first))
	dir := t.TempDir()
	path := filepath.Join(dir, "bản sao.zip")
	if err := o.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if h, err := storage.VerifyCopy(ctx, path); err != nil || !h.OK {
		t.Fatalf("%+v, %v", h, err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("beside the copy lies %v, %v", left, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func([]byte) []byte{
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"flipped": func(b []byte) []byte { c := bytes.Clone(b); c[2000] ^= 0x55; return c },
	} {
		bad := filepath.Join(dir, name+".zip")
		if err := os.WriteFile(bad, spoil(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if h, err := storage.VerifyCopy(ctx, bad); err == nil && h.OK {
			t.Errorf("a copy that was %s passes", name)
		}
		to := filepath.Join(t.TempDir(), "đích")
		if err := os.MkdirAll(to, 0o700); err != nil {
			t.Fatal(err)
		}
		if _, _, err := storage.Restore(ctx, bad, to); err == nil {
			t.Errorf("a copy that was %s was restored", name)
		}
		if _, err := os.Stat(to); err != nil {
			t.Errorf("the folder was touched: %v", err)
		}
	}
}

// A copy is needed when the data cannot be opened; a folder that another program
// has open stays as it is.
func TestRestoreOverDataThatCannotBeOpened(t *testing.T) {
	copyAt := filepath.Join(t.TempDir(), "sao.zip")
	if err := onDay(t, "2025-12-08").Backup(ctx, copyAt); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "dữ liệu")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "thidua.db"), []byte("hỏng"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := storage.Open(ctx, storage.Config{Dir: dir}); fault.CodeOf(err) != "store.damaged" {
		t.Fatalf("damaged data: %v", err)
	}
	at, aside, err := storage.Restore(ctx, copyAt, dir)
	if err != nil || at != dir {
		t.Fatalf("restored to %q: %v", at, err)
	}
	if b, err := os.ReadFile(filepath.Join(aside, "thidua.db")); err != nil || string(b) != "hỏng" {
		t.Errorf("what was there is %q, %v", b, err)
	}
	s, err := storage.Open(ctx, storage.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, _, err := storage.Restore(ctx, copyAt, dir); fault.CodeOf(err) != "store.locked" {
		t.Errorf("over data that are open: %v", err)
	}
}
