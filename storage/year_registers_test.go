package storage_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

// The registers of a movement: what rests on an entry keeps it, everything else can
// be removed, and every removal taken back.

func TestExemplarsAreRemovedOnlyWhileNothingRestsOnThem(t *testing.T) {
	o := onDay(t, "2025-12-10")
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	a := report.Exemplar{Movement: m.ID, Year: 2025, Kind: "individual", Name: "Trần Văn Thử", What: "Trả lời kiến nghị", Scope: "tinh", Unit: unitID(t, o, "SYT")}
	b := report.Exemplar{Movement: m.ID, Year: 2025, Kind: "mo_hinh", Name: "Tổ lưu động", What: "Tiếp nhận tại thôn"}
	if _, err := o.SaveExemplar(ctx, &a, &office.Attachment{Name: `D:\ảnh\thu.png`, Data: []byte("png")}); err != nil || a.PhotoName != "thu.png" {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, err := o.SaveExemplar(ctx, &b, nil); err != nil {
		t.Fatal(err)
	}
	if h, err := o.Verify(ctx); err != nil || !slices.Contains(h.Hashes, a.Photo) {
		t.Errorf("the photo is not among what the data refer to: %v", err)
	}
	accept(t, o, list(first, second))
	d := dossiers(t, o)[0]
	if _, err := o.UseExemplar(ctx, a.ID, d.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.RemoveExemplars(ctx, []int64{a.ID, b.ID}); fault.CodeOf(err) != "report.exemplar-kept" {
		t.Errorf("removed from under a dossier: %v", err)
	}
	if xs, _ := o.Exemplars(ctx, "TTC80", 2025); len(xs) != 2 {
		t.Errorf("a refused removal took %d of 2 away", 2-len(xs))
	}
	if _, err := o.FreeExemplar(ctx, a.ID); err != nil {
		t.Fatal(err)
	}
	e, err := o.RemoveExemplars(ctx, []int64{a.ID, b.ID})
	if err != nil {
		t.Fatal(err)
	}
	if xs, _ := o.Exemplars(ctx, "TTC80", 2025); len(xs) != 0 {
		t.Errorf("%d are left", len(xs))
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	xs, err := o.Exemplars(ctx, "TTC80", 2025)
	if err != nil || len(xs) != 2 || xs[0].Photo != a.Photo || xs[0].What != a.What {
		t.Errorf("after undo %+v, %v", xs, err)
	}
	a = xs[0]
	a.Used, a.Record = "Bằng khen", 1
	if _, err := a.Use("Giấy khen", d.ID, 0); fault.CodeOf(err) != "report.exemplar-used" {
		t.Errorf("used for a second award: %v", err)
	}
}

func TestInitiativesTakeAuthorsNobodyKnewYet(t *testing.T) {
	o := onDay(t, "2025-12-10")
	x := dossier.Initiative{Name: "  ", Date: when.MustParse("2026-02-01")}
	_, err := o.SaveInitiative(ctx, &x)
	var told []string
	if l, ok := err.(fault.List); ok {
		for _, f := range l {
			told = append(told, f.Code)
		}
	}
	if !slices.Equal(told, []string{"office.initiative-name", "office.initiative-authors", "office.initiative-date"}) {
		t.Errorf("told %v", told)
	}
	x = dossier.Initiative{Name: "Số hóa tài liệu kỳ họp", Level: "tinh", Number: "77/QĐ-UBND", Date: when.MustParse("2025-06-01")}
	e, err := o.SaveInitiative(ctx, &x, &registry.Nominee{Kind: registry.Individual, Name: "Trần Văn Thử", UnitText: "Sở Y tế"})
	if err != nil || x.ID == 0 || len(x.Authors) != 1 {
		t.Fatalf("%+v, %v", x, err)
	}
	book, err := o.InitiativeBook(ctx)
	if err != nil || len(book.Lines) != 1 || len(book.Lines[0].Authors) != 1 || book.Lines[0].Authors[0].Name != "Trần Văn Thử" || book.Lines[0].Used() {
		t.Fatalf("%+v, %v", book.Lines, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if book, err = o.InitiativeBook(ctx); err != nil || len(book.Lines) != 0 || slices.ContainsFunc(book.Known, func(n registry.Nominee) bool { return n.Name == "Trần Văn Thử" }) {
		t.Errorf("undo left %d initiatives, or its author: %v", len(book.Lines), err)
	}
	accept(t, o, list(first, second))
	d := dossiers(t, o)[0]
	x = dossier.Initiative{Name: "Sáng kiến khác", Authors: []int64{d.Nominee}}
	if _, err := o.SaveInitiative(ctx, &x); err != nil {
		t.Fatal(err)
	}
	if _, err := o.UseInitiative(ctx, x.ID, d.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.RemoveInitiative(ctx, x.ID); fault.CodeOf(err) != "office.initiative-kept" {
		t.Errorf("removed from under a dossier: %v", err)
	}
	if _, err := o.Move(ctx, []int64{d.ID}, dossier.Withdrawn, "Đơn vị rút"); err != nil {
		t.Fatal(err)
	}
	e, err = o.RemoveInitiative(ctx, x.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Error(err)
	}
}

func TestPetitionsWaitInWorkingDays(t *testing.T) {
	o := onDay(t, "2026-01-05") // Monday; 01/01 is off, and 02/01 by exchange for a Saturday
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	old := report.Petition{Movement: m.ID, Unit: unitID(t, o, "SYT"), Text: "Gửi sớm lịch kỳ họp", Received: when.MustParse("2025-12-29")}
	done := report.Petition{Movement: m.ID, Unit: unitID(t, o, "STC"), Text: "Kinh phí", Received: when.MustParse("2025-12-29"),
		Answered: when.MustParse("2025-12-31"), Answer: "Bố trí trong dự toán"}
	for _, p := range []*report.Petition{&done, &old} {
		if _, err := o.SavePetition(ctx, p, nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	got, err := o.PetitionLines(ctx, "TTC80", 0)
	if err != nil || len(got) != 2 || got[0].Petition.ID != old.ID || got[0].Waited != 3 || !got[0].Open() || got[1].Waited != 2 || got[1].Open() {
		t.Fatalf("%+v, %v", got, err)
	}
	e, err := o.RemovePetition(ctx, old.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ = o.PetitionLines(ctx, "TTC80", 0); len(got) != 1 {
		t.Errorf("%d are left", len(got))
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if got, _ = o.PetitionLines(ctx, "TTC80", 0); len(got) != 2 || got[0].Petition.Text != old.Text {
		t.Errorf("after undo %+v", got)
	}
}

func TestInitiativesStandOnTheListForPublishing(t *testing.T) {
	o := onDay(t, "2025-12-10")
	print := office.Print{Form: "danh-sach-dien-hinh", Movement: "TTC80", Year: 2025}
	if _, err := o.Paper(ctx, print); fault.CodeOf(err) != "office.no-exemplars" {
		t.Errorf("a list of nothing: %v", err)
	}
	author := &registry.Nominee{Kind: registry.Individual, Name: "Trần Văn Thử", UnitText: "Sở Y tế"}
	this := dossier.Initiative{Name: "Số hóa tài liệu kỳ họp", What: "Đại biểu đọc trên máy", Level: "tinh", Number: "77/QĐ-UBND", Date: when.MustParse("2025-06-01")}
	last := dossier.Initiative{Name: "Sáng kiến năm trước", Date: when.MustParse("2024-06-01")}
	for i, x := range []*dossier.Initiative{&this, &last} {
		last.Authors = this.Authors
		if _, err := o.SaveInitiative(ctx, x, []*registry.Nominee{author}[i:]...); err != nil {
			t.Fatal(err)
		}
	}
	e, err := o.PublishInitiatives(ctx, []int64{this.ID, last.ID}, true)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := o.Paper(ctx, print)
	if err != nil {
		t.Fatal(err)
	}
	text := paper.Outline(doc)
	for _, want := range []string{"| 1 | Số hóa tài liệu kỳ họp | Trần Văn Thử, Sở Y tế | Đại biểu đọc trên máy |", "Danh sách có 01 sáng kiến./."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing on\n%s", want, text)
		}
	}
	if strings.Contains(text, last.Name) {
		t.Error("an initiative of another year stands on the list")
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Paper(ctx, print); fault.CodeOf(err) != "office.no-exemplars" {
		t.Errorf("undone: %v", err)
	}
}
