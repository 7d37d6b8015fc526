package storage_test

import (
	"bytes"
	"strings"
	"testing"

	"thidua/model/council"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
)

// The council's desk on a real data folder: a session from its opening to its papers
// and back, a council renewed, the rules an office sets.

// outline prints a paper of a session and gives its text.
func outline(t *testing.T, o *office.Office, form string, session int64) string {
	t.Helper()
	var pdf bytes.Buffer
	p, err := o.PrintTo(ctx, office.Print{Form: form, Session: session}, form+".pdf", "pdf", &pdf)
	if err != nil || !bytes.HasPrefix(pdf.Bytes(), []byte("%PDF-")) {
		t.Fatalf("%s: %v", form, err)
	}
	return paper.Outline(p.Document)
}

// has tells that a text holds every one of the parts.
func has(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%s does not say %q:\n%s", what, p, text)
		}
	}
}

func TestASessionsWholeLife(t *testing.T) {
	o, ids, f := toCouncil(t)
	s := f.Session

	// The roll: four of five are there, one wrote. Two ballots, both cases refused the
	// first time, equal the second; one place is left, and the chair chooses.
	s.Begun, s.Ended, s.Place, s.Number = "8 giờ 00", "9 giờ 30", "Phòng họp số 1", "07/BB-HĐTĐKT"
	for _, m := range f.Seats {
		s.Attendance = append(s.Attendance, council.Attendance{Member: m.ID, Present: m.ID != 4, Written: m.ID == 4, Reason: map[bool]string{true: "đi công tác"}[m.ID == 4]})
	}
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	const voices = 5 // the one who wrote has a vote
	ballot := func(yes ...int) council.Round {
		r := council.Round{Ballot: true, Secret: true, Issued: voices, Returned: voices, Valid: voices, Tellers: []string{"Thành viên 2", "Thành viên 3"}}
		for i, y := range yes {
			r.Tallies = append(r.Tallies, council.Tally{Dossier: ids[i], For: y, Against: voices - y})
		}
		return r
	}
	s.Rounds = []council.Round{ballot(2, 1), ballot(4, 4)}
	s.Places = map[string]int{s.Agenda[0].Award: 1}
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.CloseSession(ctx, s.ID); fault.CodeOf(err) != "office.tie" {
		t.Fatalf("closed over a tie: %v", err)
	}
	s.Chosen = []int64{ids[1]}
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}

	// Its papers say what was entered.
	has(t, "the slip", outline(t, o, "phieu-bau", s.ID), "PHIẾU BẦU", "Trần Văn Thử", "Lê Thị Mẫu", "Không ghi tên")
	has(t, "the count", outline(t, o, "bien-ban-kiem-phieu", s.ID), "bỏ phiếu kín", "dự họp: 04 thành viên; vắng: 01 thành viên", "(vòng 2)", "Thành viên 2, Trưởng Ban kiểm phiếu", "40%", "80%")
	has(t, "the minutes", outline(t, o, "bien-ban-hop", s.ID), "07/BB-HĐTĐKT", "8 giờ 00", "đi công tác); đã gửi ý kiến bằng văn bản", "02 vòng",
		"Số lượng đề nghị nhiều nhất: 01 Bằng khen của Chủ tịch", "Chủ tịch Hội đồng quyết định chọn: Bà Lê Thị Mẫu", "Không đề nghị khen thưởng: Ông Trần Văn Thử", "| 4 | ")

	// Closed as one act; taken back; dropped; taken back.
	_, e, err := o.CloseSession(ctx, s.ID)
	if err != nil || stages(t, o) != "rejected passed" {
		t.Fatalf("%s %v", stages(t, o), err)
	}
	d, _ := o.Dossier(ctx, ids[0])
	has(t, "the reason", d.Dossier.Reason, "đã hết suất")
	late := s
	late.Note = "sửa sau"
	if _, err := o.SaveSession(ctx, &late); fault.CodeOf(err) != "office.session-closed" {
		t.Errorf("a closed session was changed: %v", err)
	}
	if _, err := o.DropSession(ctx, s.ID); fault.CodeOf(err) != "office.session-closed" {
		t.Errorf("a closed session was dropped: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil || stages(t, o) != "appraised appraised" {
		t.Fatalf("%s %v", stages(t, o), err)
	}
	e, err = o.DropSession(ctx, s.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Session(ctx, s.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a dropped session is still there: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if again, err := o.Session(ctx, s.ID); err != nil || len(again.Session.Rounds) != 2 || again.Faults != nil || again.Numbers.Written != 1 {
		t.Errorf("after dropping was taken back: %+v, %v", again.Session, err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK {
		t.Errorf("health %+v, %v", h, err)
	}
}

func TestACouncilIsRenewed(t *testing.T) {
	o, _, f := toCouncil(t)
	was := f.Council
	n := council.Council{Name: was.Name, Founded: "12/QĐ-UBND", Period: when.Period{From: when.MustParse("2025-12-20")}}
	for _, m := range was.Members[:4] {
		m.ID, m.From = 0, n.From
		n.Members = append(n.Members, m)
	}
	early := n
	early.From = was.From
	if _, err := o.RenewCouncil(ctx, was.ID, &early); fault.CodeOf(err) != "office.renew-early" {
		t.Errorf("renewed from its first day: %v", err)
	}
	nobody := n
	nobody.Members = nobody.Members[1:]
	if _, err := o.RenewCouncil(ctx, was.ID, &nobody); err == nil || strings.Contains(err.Error(), "renew-early") {
		t.Errorf("a council without a chair: %v", err)
	}
	e, err := o.RenewCouncil(ctx, was.ID, &n)
	if err != nil {
		t.Fatal(err)
	}
	list, err := o.Councils(ctx)
	if err != nil || len(list) != 2 || list[0].ID != n.ID || list[0].Members[3].ID != 4 || list[1].To != n.From {
		t.Fatalf("%+v, %v", list, err)
	}
	// The session opened before keeps the council it was opened with.
	if again, err := o.Session(ctx, f.Session.ID); err != nil || again.Council.ID != was.ID || len(again.Seats) != 5 {
		t.Errorf("the session: %d seats, %v", len(again.Seats), err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if list, err = o.Councils(ctx); err != nil || len(list) != 1 || list[0].To != 0 {
		t.Errorf("after taking it back: %+v, %v", list, err)
	}
}

// A rule the office changes before it has any of its own takes the place of the
// program's; a new one from a later day ends the one before.
func TestAnOfficeSetsItsVoteRules(t *testing.T) {
	o := onDay(t, "2025-12-08")
	rules := func() []council.VoteRule {
		t.Helper()
		list, err := o.VoteRules(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	const award = "bang_khen_thu_tuong"
	shipped := rules()
	day := when.MustParse("2025-12-08")
	r, ok := council.RuleFor(shipped, award, day)
	if !ok {
		t.Fatal("the program brings no rule")
	}
	r.Pass, r.Of, r.Source = council.Share{Num: 4, Den: 5}, council.OfGiven, "Quy chế của Hội đồng"
	e, err := o.SaveVoteRule(ctx, &r)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := council.RuleFor(rules(), award, day); got.Of != council.OfGiven || got.Pass.String() != "từ 80%" || len(rules()) != len(shipped) {
		t.Errorf("%d rules, %+v", len(rules()), got)
	}
	later := r
	later.ID, later.Rev, later.From, later.Secret, later.Ballot = 0, 0, when.MustParse("2026-01-01"), true, true
	if _, err := o.SaveVoteRule(ctx, &later); err != nil {
		t.Fatal(err)
	}
	if old, _ := council.RuleFor(rules(), award, day); old.Secret || old.To != later.From {
		t.Errorf("the rule before: %+v", old)
	}
	if now, _ := council.RuleFor(rules(), award, later.From); !now.Secret {
		t.Errorf("the new rule: %+v", now)
	}
	between := r
	between.ID, between.Rev, between.From, between.Rounds = 0, 0, when.MustParse("2025-12-15"), 1
	if _, err := o.SaveVoteRule(ctx, &between); err != nil || between.To != later.From {
		t.Errorf("a rule put in before a later one: %+v, %v", between, err)
	}
	bad := r
	bad.Source = ""
	if _, err := o.SaveVoteRule(ctx, &bad); fault.CodeOf(err) != "office.vote-rule" {
		t.Errorf("a rule without a source: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err == nil {
		t.Error("a rule that was built upon was taken back")
	}
}

// A count half entered is found again by whoever opens the folder next, as long as
// nobody saved the session meanwhile, and stands in no log.
func TestATypedCountOutlivesTheProgram(t *testing.T) {
	o, _, f := toCouncil(t)
	s := f.Session
	for _, m := range f.Seats[:2] {
		s.Attendance = append(s.Attendance, council.Attendance{Member: m.ID, Present: true})
	}
	s.Rounds = []council.Round{{Ballot: true, Issued: 5, Tallies: []council.Tally{{Dossier: s.Agenda[0].Dossier, For: 3}}}}
	if _, err := o.SaveSession(ctx, &s); err == nil {
		t.Fatal("half a count was saved")
	}
	before, err := o.Log(ctx, office.EntryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.KeepTyped(ctx, s); err != nil {
		t.Fatal(err)
	}
	s.Rounds[0].Returned = 4
	if err := o.KeepTyped(ctx, s); err != nil { // in place of the first
		t.Fatal(err)
	}
	typed := func() council.Session {
		t.Helper()
		f, err := o.Session(ctx, s.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Session.Rounds) != 0 {
			t.Error("what is typed counts")
		}
		if f.Typed.Session.ID != 0 && (f.Typed.Officer == "" || f.Typed.Day == 0) {
			t.Errorf("nobody knows whose it is: %+v", f.Typed)
		}
		return f.Typed.Session
	}
	if got := typed(); got.Rev != s.Rev || len(got.Rounds) != 1 || got.Rounds[0].Returned != 4 || got.Rounds[0].Tallies[0].For != 3 || got.Day != s.Day {
		t.Errorf("typed: %+v", got)
	}
	if after, err := o.Log(ctx, office.EntryFilter{}); err != nil || len(after) != len(before) {
		t.Errorf("typing stands in the log: %d entries, then %d (%v)", len(before), len(after), err)
	}
	if err := o.DropTyped(ctx, s.ID); err != nil || typed().ID != 0 {
		t.Errorf("it was not forgotten: %v", err)
	}
	if err := o.KeepTyped(ctx, s); err != nil {
		t.Fatal(err)
	}
	saved := f.Unanimous(false)
	if _, err := o.SaveSession(ctx, &saved); err != nil {
		t.Fatal(err)
	}
	if f, err := o.Session(ctx, s.ID); err != nil || f.Typed.Session.ID != 0 {
		t.Errorf("what was typed stands beside what was saved: %+v, %v", f.Typed, err)
	}
	if err := o.KeepTyped(ctx, council.Session{}); fault.CodeOf(err) != "store.no-session" {
		t.Errorf("typed of no session: %v", err)
	}
}
