package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// A session in the window: opened on what was appraised, the roll called, votes
// entered, a sum that does not hold said and mended, saved, its minutes seen, closed
// as one act and taken back.
func TestASessionInTheWindow(t *testing.T) {
	p := sit(t)
	ctx := context.Background()
	p.w.Drop([]string{"../../storage/sheet/testdata/samples/sach.xlsx"})
	p.press("Nhận 18 dòng")
	p.press("Nhận 18 dòng")
	list, err := p.o.Dossiers(ctx, office.DossierFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for _, d := range list {
		ids = append(ids, d.ID)
	}
	if _, _, err := p.o.Appraise(ctx, "", ids); err != nil {
		t.Fatal(err)
	}
	ready := p.dossiers(dossier.Appraised)
	c := council.Council{Name: "Hội đồng thử", On: p.o.Today()}
	c.From = c.On
	for i, r := range []council.Role{council.Chair, council.Vice, council.Ordinary, council.Ordinary, council.Secretary} {
		c.Members = append(c.Members, council.Member{Name: fmt.Sprintf("Thành viên %d", i+1), Role: r, Standing: true})
	}
	if _, err := p.o.SaveCouncil(ctx, &c); err != nil {
		t.Fatal(err)
	}

	p.w.Go(kit.To(words.RouteCouncil))
	p.press(words.SessionNew)
	p.press(words.SessionNewDo)
	open, err := p.o.Sessions(ctx, "")
	if err != nil || len(open) != 1 || len(open[0].Agenda) != ready {
		t.Fatalf("%d appraised, opened %+v, %v", ready, open, err)
	}
	if got := p.w.Route().Get("phien"); got != fmt.Sprint(open[0].ID) {
		t.Errorf("the session opened is not shown: %s", p.w.Route())
	}
	p.press(words.SessionTabRound)
	if _, ok := look(p, func(b *kit.Button) bool { return b.Text == words.RoundFirst }); ok {
		t.Error("votes may be entered before the roll is called")
	}
	p.press(words.SessionTabRoll) // the tab
	p.press(words.RollAll)
	p.press(words.SessionTabRound)
	p.press(words.RoundFirst)
	p.press(words.TallyRestFor)

	// Two ballots are void: every case is then at odds with the valid ones.
	void, ok := look(p, func(e *kit.Entry) bool { return e.Text == "0" && !e.Disabled() })
	if !ok {
		t.Fatal("no entry for the void ballots")
	}
	void.SetText("2")
	save, ok := look(p, func(b *kit.Button) bool { return b.Text == words.SessionSave && !b.Disabled() })
	if !ok {
		t.Fatal("what was entered cannot be saved")
	}
	test.Tap(save)
	if !strings.Contains(p.w.FaultShown(), "hợp lệ 5 và không hợp lệ 2") {
		t.Errorf("of sums that do not hold is said %q", p.w.FaultShown())
	}
	kit.TopModal(p.w.Canvas()).Cancel()
	if f, err := p.o.Session(ctx, open[0].ID); err != nil || len(f.Session.Rounds) != 0 {
		t.Errorf("they were kept: %+v, %v", f.Session.Rounds, err)
	}
	void.SetText("0")
	p.press(words.SessionSave)

	p.press(words.PaperMinutes)
	if r := p.w.Route(); r.Area != words.RoutePrint || r.Get("mau") != "bien-ban-hop" || r.Get("phien") != fmt.Sprint(open[0].ID) {
		t.Errorf("the minutes are at %s", r)
	}
	if v, ok := look(p, func(v *kit.Pages) bool { return true }); !ok || v.Len() == 0 {
		t.Error("no page of the minutes can be seen")
	}
	p.w.Back()

	p.press(words.SessionClose)
	p.press(words.SessionCloseDo)
	if n := p.dossiers(dossier.Passed); n != ready {
		t.Fatalf("%d of %d passed", n, ready)
	}
	if _, ok := look(p, func(b *kit.Button) bool { return b.Text == words.SessionSave }); ok {
		t.Error("a closed session can be saved")
	}
	p.press(words.Undo)
	if n := p.dossiers(dossier.Appraised); n != ready {
		t.Errorf("after Undo %d of %d stand where they stood", n, ready)
	}
}
