package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// choose takes an item of a menu button's menu.
func (p *person) choose(menu, item string) {
	p.t.Helper()
	p.press(menu)
	over := p.w.Window().Canvas().Overlays().Top()
	if over == nil {
		p.t.Fatalf("%q shows no menu", menu)
	}
	var last fyne.Tappable
	for _, o := range test.LaidOutObjects(over) {
		if t, ok := o.(fyne.Tappable); ok {
			last = t
		}
		if t, ok := o.(*canvas.Text); ok && t.Text == item && last != nil {
			last.Tapped(&fyne.PointEvent{})
			p.noFault()
			return
		}
	}
	p.t.Fatalf("the menu %q has no %q", menu, item)
}

// fill types into the field of the dialog in front that has the focus.
func (p *person) fill(text string) {
	p.t.Helper()
	e, ok := p.w.Window().Canvas().Focused().(*kit.Entry)
	if !ok {
		p.t.Fatalf("the keyboard is on %T", p.w.Window().Canvas().Focused())
	}
	e.SetText(text)
}

func (p *person) stage(id int64) dossier.Stage {
	p.t.Helper()
	f, err := p.o.Dossier(context.Background(), id)
	if err != nil {
		p.t.Fatal(err)
	}
	return f.Dossier.Stage
}

// received drops the sample sheet and opens one of its dossiers.
func (p *person) received() int64 {
	p.t.Helper()
	p.w.Drop([]string{"../../storage/sheet/testdata/samples/sach.xlsx"})
	p.press("Nhận 18 dòng")
	p.press("Nhận 18 dòng")
	list, err := p.o.Dossiers(context.Background(), office.DossierFilter{})
	if err != nil || len(list) == 0 {
		p.t.Fatal(list, err)
	}
	p.w.Go(kit.To(words.RouteDossiers, "ho-so", dossierKey(list[0].ID)))
	return list[0].ID
}

func dossierKey(id int64) string { return strings.TrimSpace(words.Count(int(id))) }

// Every hand-over can be returned with its reason, taken in again, recalled; each is
// one act that Undo takes back.
func TestHandOversInTheWindow(t *testing.T) {
	p := sit(t)
	id := p.received()
	is := func(want dossier.Stage) {
		t.Helper()
		if got := p.stage(id); got != want {
			t.Fatalf("the dossier is %s, not %s", got, want)
		}
	}
	p.choose(words.MoveOff, words.MoveTo["returned"])
	p.press(words.MoveTo["returned"]) // in the dialog, without a reason
	is(dossier.Received)
	p.fill("Thiếu biên bản xét khen thưởng")
	p.press(words.MoveTo["returned"])
	is(dossier.Returned)
	p.press(words.MoveTo["received"]) // handed in again
	is(dossier.Received)
	p.press(words.MoveTo["appraising"])
	is(dossier.Appraising)
	f, _ := p.o.Dossier(context.Background(), id)
	complaint := dossier.Matter{Nominee: f.Dossier.Nominee, Kind: "khieu_nai", Opened: p.o.Today() - 3, Source: "Đơn khiếu nại"}
	if _, err := p.o.SaveMatter(context.Background(), &complaint); err != nil {
		t.Fatal(err)
	}
	p.press(words.MoveTo["appraised"])
	is(dossier.Appraising) // held back, and told why
	m := kit.TopModal(p.w.Canvas())
	if m == nil {
		t.Fatal("held back without a word")
	}
	m.Cancel()
	complaint.Closed, complaint.Cleared = p.o.Today(), true
	if _, err := p.o.SaveMatter(context.Background(), &complaint); err != nil {
		t.Fatal(err)
	}
	p.press(words.MoveTo["appraised"])
	is(dossier.Appraised)
	p.press(words.MoveTo["passed"])
	is(dossier.Passed)
	p.choose(words.MoveOff, words.MoveRecall)
	p.fill("Xét lại mức khen")
	p.press(words.MoveRecall)
	is(dossier.Appraised)
	p.press(words.Undo)
	is(dossier.Passed)
	p.press(words.MoveTo["submitted"])
	p.choose(words.MoveOff, words.MoveRecall)
	p.fill("Trình lại sau")
	p.press(words.MoveRecall)
	is(dossier.Passed)
	p.choose(words.MoveOff, words.MoveTo["returned"])
	p.fill("Đơn vị rà soát lại danh sách")
	p.press(words.MoveTo["returned"])
	is(dossier.Returned)
	p.press(words.Undo)
	is(dossier.Passed)
}

// A gap of a paper opens the dossier's form with the keyboard on that very field.
func TestAGapOpensItsField(t *testing.T) {
	p := sit(t)
	id := p.received()
	for field, text := range map[string]string{"achievement": "Một thành tích viết lại", "position": "Chức vụ viết lại", "address": "Địa chỉ viết lại"} {
		p.w.Go(kit.To(words.RouteDossiers, "ho-so", dossierKey(id), "sua", field))
		p.noFault()
		p.fill(text)
		p.press(words.Save)
		f, err := p.o.Dossier(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		if got := map[string]string{"achievement": f.Dossier.Achievement, "position": f.Dossier.Position, "address": f.Dossier.Address}[field]; got != text {
			t.Errorf("%s is %q", field, got)
		}
		if p.w.Route().Get("sua") != "" {
			t.Errorf("coming back would open the form again: %s", p.w.Route())
		}
	}
	for _, field := range []string{"unit", "gender"} {
		p.w.Go(kit.To(words.RouteDossiers, "ho-so", dossierKey(id), "sua", field))
		if _, ok := p.w.Window().Canvas().Focused().(interface{ Key() string }); !ok {
			t.Errorf("%s: the keyboard is on %T", field, p.w.Window().Canvas().Focused())
		}
		kit.TopModal(p.w.Canvas()).Cancel()
	}
}

// Papers: looked at and complete, lacking with what is lacking, attached and seen.
func TestPapersInTheWindow(t *testing.T) {
	p := sit(t)
	id := p.received()
	p.w.Go(kit.To(words.RouteDossiers, "ho-so", dossierKey(id), "muc", "giay-to"))
	state := func(code string) dossier.Checked {
		t.Helper()
		list, err := p.o.Checklist(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			if c.Code == code {
				return c
			}
		}
		t.Fatalf("the checklist has no %s", code)
		return dossier.Checked{}
	}
	p.press(words.PaperWhole) // the first line nobody has looked at: the tờ trình, shared by the submission
	if c := state("to_trinh"); c.State() != dossier.Whole || c.Paper.Originals != 1 || c.Paper.Submission == 0 {
		t.Fatalf("%+v", c)
	}
	g, ok := look(p, func(g *kit.Grid[dossier.Checked]) bool { return g.Len() > 0 })
	if !ok || !g.SelectID("bao_cao") {
		t.Fatal("no checklist can be seen")
	}
	p.press(words.PaperLacking)
	p.press(words.Save)
	if kit.TopModal(p.w.Canvas()) == nil || state("bao_cao").State() != dossier.Unseen {
		t.Fatal("noted as lacking without saying what")
	}
	p.fill("chưa có xác nhận của cấp trình")
	p.press(words.Save)
	if c := state("bao_cao"); c.State() != dossier.Lacking || c.Paper.Note == "" || c.Paper.Officer != "Lê Thị Mẫu" {
		t.Fatalf("%+v", c)
	}
	p.press(words.Undo)
	if c := state("bao_cao"); c.State() != dossier.Unseen {
		t.Fatalf("after Undo: %+v", c)
	}
	g.SelectID("bao_cao")
	p.d.pick = filepath.Join(t.TempDir(), "báo cáo.txt")
	if err := os.WriteFile(p.d.pick, []byte("BÁO CÁO THÀNH TÍCH\nHọ và tên: Người Khác"), 0o644); err != nil {
		t.Fatal(err)
	}
	p.choose(words.PaperMore, words.PaperAttach)
	if c := state("bao_cao"); c.Paper.FileName != "báo cáo.txt" || c.State() != dossier.Unseen {
		t.Fatalf("%+v", c)
	}
	p.choose(words.PaperMore, words.PaperOpen)
	if len(p.d.opened) != 1 || filepath.Base(p.d.opened[0]) != "báo cáo.txt" {
		t.Errorf("opened %v", p.d.opened)
	}
}

// Another body is asked about a dossier and answers.
func TestConfirmationsInTheWindow(t *testing.T) {
	p := sit(t)
	id := p.received()
	p.w.Go(kit.To(words.RouteDossiers, "ho-so", dossierKey(id), "muc", "xac-nhan"))
	pick := func(key string) {
		t.Helper()
		s, ok := look(p, func(s *kit.Select) bool { return true })
		if !ok {
			t.Fatal("nothing can be chosen")
		}
		s.SetKey(key)
	}
	p.press(words.ConfirmAsk)
	pick("thue")
	p.press(words.OK)
	p.press(words.ConfirmEnter)
	pick("bhxh") // was not asked
	p.press(words.Save)
	if kit.TopModal(p.w.Canvas()) == nil {
		t.Fatal("an answer of somebody who was not asked")
	}
	pick("thue")
	p.press(words.Save)
	f, err := p.o.Dossier(context.Background(), id)
	if err != nil || len(f.Confirmations) != 1 || f.Confirmations[0].Result != dossier.Agreed || f.Confirmations[0].Answered != p.o.Today() {
		t.Fatalf("%+v %v", f.Confirmations, err)
	}
	p.press(words.Undo)
	if f, _ = p.o.Dossier(context.Background(), id); f.Confirmations[0].Answered != 0 {
		t.Errorf("after Undo: %+v", f.Confirmations)
	}
}
