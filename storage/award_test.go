package storage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/model/award"
	"thidua/model/council"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
)

// The award road's desks on a real data folder: what they promise beyond what the
// console's scripts show.

func sitting(t *testing.T, o *office.Office) council.Council {
	t.Helper()
	c := council.Council{Name: "Hội đồng Thi đua - Khen thưởng tỉnh", Founded: "96/QĐ-UBND", On: when.MustParse("2025-07-15")}
	c.From = c.On
	for i, r := range []council.Role{council.Chair, council.Vice, council.Ordinary, council.Ordinary, council.Secretary} {
		c.Members = append(c.Members, council.Member{Name: fmt.Sprintf("Thành viên %d", i+1), Role: r, Standing: true})
	}
	if _, err := o.SaveCouncil(ctx, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// toCouncil takes two dossiers to the council's table and opens a session on them.
func toCouncil(t *testing.T) (*office.Office, []int64, office.SessionFile) {
	t.Helper()
	o := onDay(t, "2025-12-08")
	sitting(t, o)
	accept(t, o, list(first, second))
	var ids []int64
	for _, d := range dossiers(t, o) {
		ids = append(ids, d.ID)
	}
	if _, _, err := o.Appraise(ctx, "", ids); err != nil {
		t.Fatal(err)
	}
	s, _, err := o.OpenSession(ctx, office.Agenda{Standing: true})
	if err != nil {
		t.Fatal(err)
	}
	f, err := o.Session(ctx, s.ID)
	if err != nil {
		t.Fatal(err)
	}
	return o, ids, f
}

func stages(t *testing.T, o *office.Office) string {
	t.Helper()
	var out []string
	for _, d := range dossiers(t, o) {
		out = append(out, string(d.Stage))
	}
	return strings.Join(out, " ")
}

func TestClosingASessionIsOneActThatCanBeTakenBack(t *testing.T) {
	o, ids, f := toCouncil(t)
	s := f.Unanimous(true)
	s.Rounds[0].Tallies[1] = council.Tally{Dossier: ids[1], For: 2, Against: 3}
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	_, e, err := o.CloseSession(ctx, s.ID)
	if err != nil || stages(t, o) != "passed rejected" {
		t.Fatalf("%s %v", stages(t, o), err)
	}
	d, _ := o.Dossier(ctx, ids[1])
	if !strings.Contains(d.Dossier.Reason, "2 phiếu tán thành trên 5 (40%)") {
		t.Errorf("the reason does not tell the votes: %q", d.Dossier.Reason)
	}
	if _, _, err := o.CloseSession(ctx, s.ID); fault.CodeOf(err) != "office.session-closed" {
		t.Errorf("closed twice: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if again, err := o.Session(ctx, s.ID); err != nil || again.Session.Closed != 0 || stages(t, o) != "appraised appraised" {
		t.Errorf("after taking it back: %s, closed %s, %v", stages(t, o), again.Session.Closed, err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK {
		t.Errorf("health %+v, %v", h, err)
	}
}

// Every sum that does not hold is told at once, and nothing of it is kept.
func TestVotesThatDoNotAddUpAreRefusedWhole(t *testing.T) {
	o, ids, f := toCouncil(t)
	s := f.Unanimous(true)
	s.Rounds[0] = council.Round{Ballot: true, Secret: true, Issued: 4, Returned: 6, Valid: 3, Void: 1, Tallies: []council.Tally{{Dossier: ids[0], For: 4}, {Dossier: ids[0], For: 3}, {Dossier: 999, For: 3}}}
	_, err := o.SaveSession(ctx, &s)
	list, ok := err.(fault.List)
	if !ok {
		t.Fatalf("%T %v", err, err)
	}
	got := map[string]bool{}
	for _, e := range list {
		got[e.Code] = true
	}
	for _, code := range []string{"council.issued", "council.returned", "council.valid", "council.tally", "council.voted-twice", "council.stranger", "council.not-voted"} {
		if !got[code] {
			t.Errorf("%s is not told: %v", code, err)
		}
	}
	if again, _ := o.Session(ctx, s.ID); len(again.Session.Rounds) != 0 || len(again.Session.Attendance) != 0 {
		t.Error("a part of the refused votes was kept")
	}
	if _, _, err := o.CloseSession(ctx, s.ID); err == nil || stages(t, o) != "appraised appraised" {
		t.Errorf("a session without votes was closed: %v", err)
	}
}

func TestNoDossierStandsInTwoSessionsOrDrafts(t *testing.T) {
	o, ids, f := toCouncil(t)
	if _, _, err := o.OpenSession(ctx, office.Agenda{Standing: true}); fault.CodeOf(err) != "office.none-appraised" {
		t.Errorf("the same dossiers on two tables: %v", err)
	}
	if _, _, err := o.OpenSession(ctx, office.Agenda{Standing: true, Dossiers: ids[:1]}); fault.CodeOf(err) != "office.not-for-council" {
		t.Errorf("a dossier on two tables: %v", err)
	}
	s := f.Unanimous(false)
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.CloseSession(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	one, _, err := o.DraftOf(ctx, "", "bang_khen_chu_tich_tinh", ids[:1])
	if err != nil || len(one.Items) != 1 {
		t.Fatal(one, err)
	}
	if _, _, err := o.DraftOf(ctx, "", "bang_khen_chu_tich_tinh", ids); fault.CodeOf(err) != "office.not-for-decision" {
		t.Errorf("a dossier in two drafts: %v", err)
	}
	rest, _, err := o.Draft(ctx, "", "bang_khen_chu_tich_tinh")
	if err != nil || len(rest.Items) != 1 || rest.Items[0].Dossier != ids[1] {
		t.Fatalf("%+v %v", rest, err)
	}
	// A line nobody passed cannot be slipped into a draft.
	rest.Items = append(rest.Items, decision.Item{Dossier: 77, Nominee: 5, Name: "Người lạ"})
	if _, err := o.SaveDraft(ctx, &rest); fault.CodeOf(err) != "office.line-new" {
		t.Errorf("a stranger in the list: %v", err)
	}
	if _, err := o.DropDraft(ctx, one.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Recall(ctx, ids[:1], "Xét lại."); err != nil {
		t.Errorf("recalled after the draft was dropped: %v", err)
	}
}

// decided issues one decision for everything the council passed.
func decided(t *testing.T) (*office.Office, decision.Decision) {
	t.Helper()
	o, _, f := toCouncil(t)
	s := f.Unanimous(true)
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.CloseSession(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	d, _, err := o.Draft(ctx, "", "bang_khen_chu_tich_tinh")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err = o.Issue(ctx, d.ID, "2025/QĐ-UBND", when.MustParse("2025-12-08"), "Phan Trọng Mẫu")
	if err != nil {
		t.Fatal(err)
	}
	return o, d
}

func TestRevokingAndTakingTheRevocationBack(t *testing.T) {
	o, d := decided(t)
	f, err := o.DecisionFile(ctx, d.ID)
	if err != nil || len(f.Records) != 2 {
		t.Fatal(err)
	}
	q, _, err := o.Revoke(ctx, d.ID, nil, "ket_luan", "Kết luận thanh tra.")
	if err != nil || len(q.Items) != 2 {
		t.Fatal(q, err)
	}
	standing := func() (n int) {
		list, err := o.Register(ctx, office.RegisterFilter{Standing: true})
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if standing() != 2 {
		t.Error("a draft revoked honours")
	}
	_, e, err := o.Issue(ctx, q.ID, "77/QĐ-UBND", when.MustParse("2025-12-08"), "")
	if err != nil {
		t.Fatal(err)
	}
	if f, _ = o.DecisionFile(ctx, d.ID); standing() != 0 || f.Decision.Revoked == 0 || len(f.Amendments) != 1 || f.Decision.Items[0].Name == "" {
		t.Errorf("nothing of the decision should stand: %d, revoked %s", standing(), f.Decision.Revoked)
	}
	if p, err := o.Prizes(ctx, d.ID); err != nil || p.Sum != 0 {
		t.Errorf("money goes with honours that were taken back: %+v %v", p.Sum, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if f, _ = o.DecisionFile(ctx, d.ID); standing() != 2 || f.Decision.Revoked != 0 {
		t.Error("taking the revocation back did not bring the honours back")
	}
}

func TestTheFundIsNeverOverdrawn(t *testing.T) {
	o, d := decided(t)
	in := award.Booking{Fund: award.FundProvince, Day: when.MustParse("2025-12-08"), Source: "ngan_sach", In: 7_020_000}
	if _, err := o.SaveBooking(ctx, &in); err != nil {
		t.Fatal(err)
	}
	// Money spent earlier than it came in would leave the days between without any.
	early := award.Booking{Fund: award.FundProvince, Day: when.MustParse("2025-12-01"), Source: "chi_khac", Out: 1}
	if _, err := o.SaveBooking(ctx, &early); fault.CodeOf(err) != "office.fund-short" {
		t.Errorf("spent before it came in: %v", err)
	}
	b, _, err := o.Pay(ctx, d.ID, "C01", 0)
	if err != nil || b.Out != 7_020_000 { // two individuals at 3.510.000
		t.Fatal(b, err)
	}
	book, err := o.FundBook(ctx, award.FundProvince, 2025)
	if err != nil || book.Balance != 0 || len(book.Lines) != 2 || book.In != book.Out {
		t.Errorf("%+v %v", book, err)
	}
	in.In = 7_010_000 // taken down afterwards, below what was spent
	if _, err := o.SaveBooking(ctx, &in); fault.CodeOf(err) != "office.fund-short" {
		t.Errorf("the income of money already spent was cut: %v", err)
	}
}

// A report in Word is read, kept by its hash, and missed when its file is lost.
func TestAttachmentsAreKeptByHash(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first))
	id := dossiers(t, o)[0].ID
	p := dossier.Paper{Dossier: id, Code: "bao_cao", State: dossier.Whole, Originals: 1}
	if _, unread, err := o.Attach(ctx, &p, office.Attachment{Name: `C:\hồ sơ\báo cáo.txt`, Data: []byte("Họ và tên: Trần Văn Thừ")}); err != nil || unread != nil {
		t.Fatal(unread, err)
	}
	if p.FileName != "báo cáo.txt" || len(p.File) != 64 || p.Text == "" {
		t.Errorf("%+v", p)
	}
	if data, err := o.Kept(ctx, p.File); err != nil || string(data) != "Họ và tên: Trần Văn Thừ" {
		t.Errorf("%q %v", data, err)
	}
	c, err := o.Compare(ctx, "")
	if err != nil || len(c.Differences) != 1 || c.Differences[0].Here != "Trần Văn Thừ" {
		t.Errorf("%+v %v", c, err)
	}
	// What cannot be read is kept all the same, and says so.
	q := dossier.Paper{Dossier: id, Code: "bien_ban", State: dossier.Unseen}
	if _, unread, err := o.Attach(ctx, &q, office.Attachment{Name: "hỏng.pdf", Data: []byte("%PDF-1.4 ...")}); err != nil || fault.CodeOf(unread) != "press.preview-open" || q.File == "" || q.Unread != dossier.NotRead {
		t.Errorf("%v %v, %q", unread, err, q.Unread)
	}
	// A scan in place of the text that was read takes that text away, and stays known as one.
	if _, unread, err := o.Attach(ctx, &p, office.Attachment{Name: "quét.png", Data: []byte("\x89PNG\r\n\x1a\n\x00")}); err != nil || fault.CodeOf(unread) != "sheet.scan" || p.Text != "" {
		t.Errorf("%v %v, %q", unread, err, p.Text)
	}
	if list, err := o.Checklist(ctx, id); err != nil || !slices.ContainsFunc(list, func(c dossier.Checked) bool { return c.Paper.Unread == dossier.Scan }) {
		t.Errorf("nobody knows any more that it is a scan: %v", err)
	}
	if _, _, err := o.Attach(ctx, &dossier.Paper{Dossier: id, Code: "khac"}, office.Attachment{Name: "rỗng.txt"}); fault.CodeOf(err) != "office.attachment-empty" {
		t.Errorf("an empty file: %v", err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK || len(h.Hashes) < 2 {
		t.Errorf("the attachments are not among the files the data refer to: %+v %v", h, err)
	}
}

func TestAnInitiativeIsUsedOnce(t *testing.T) {
	o, ids, f := toCouncil(t)
	a, _ := o.Dossier(ctx, ids[0])
	b, _ := o.Dossier(ctx, ids[1])
	i := dossier.Initiative{Name: "Số hóa kiến nghị cử tri", Authors: []int64{a.Nominee.ID, b.Nominee.ID}, Level: "co_so"}
	if _, err := o.SaveInitiative(ctx, &i); err != nil {
		t.Fatal(err)
	}
	if _, err := o.UseInitiative(ctx, i.ID, ids[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := o.UseInitiative(ctx, i.ID, ids[1]); fault.CodeOf(err) != "office.initiative-used" {
		t.Errorf("used twice: %v", err)
	}
	s := f.Unanimous(true)
	if _, err := o.SaveSession(ctx, &s); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.CloseSession(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	d, _, err := o.DraftOf(ctx, "", "bang_khen_chu_tich_tinh", ids[:1])
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Issue(ctx, d.ID, "1/QĐ-UBND", when.MustParse("2025-12-08"), ""); err != nil {
		t.Fatal(err)
	}
	all, err := o.Initiatives(ctx)
	if err != nil || len(all) != 1 || len(all[0].Records) != 1 {
		t.Fatalf("%+v %v", all, err)
	}
	if _, err := o.UseInitiative(ctx, i.ID, ids[1]); err == nil {
		t.Error("used again after an honour was given on it")
	}
}

// Papers of many dossiers are noted as one act: what a submission shares once, what
// was found lacking not at all.
func TestPapersOfManyDossiersAreSeenAtOnce(t *testing.T) {
	o := onDay(t, "2025-12-08")
	accept(t, o, list(first, second))
	ds := dossiers(t, o)
	ids := []int64{ds[0].ID, ds[1].ID}
	lacking := dossier.Paper{Dossier: ids[1], Code: "bao_cao", State: dossier.Lacking, Note: "chưa có xác nhận"}
	if _, err := o.SavePaper(ctx, &lacking); err != nil {
		t.Fatal(err)
	}
	n, e, err := o.SeePapers(ctx, ids, "")
	if err != nil || n != 4 { // tờ trình, danh sách, biên bản of the submission, one báo cáo
		t.Fatalf("%d papers, %v", n, err)
	}
	if b, _ := o.Board(ctx, ""); b.Unseen != 0 || b.Short != 1 {
		t.Errorf("unseen %d, short %d", b.Unseen, b.Short)
	}
	if _, _, err := o.SeePapers(ctx, ids, "bao_cao"); fault.CodeOf(err) != "office.nothing-unseen" {
		t.Errorf("nothing left: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if b, _ := o.Board(ctx, ""); b.Unseen != 2 {
		t.Errorf("after Undo unseen %d", b.Unseen)
	}
}

// The board counts every dossier once and says whose turn it is.
func TestBoardCountsEveryDossierOnce(t *testing.T) {
	o, ids, _ := toCouncil(t)
	b, err := o.Board(ctx, "")
	if err != nil || len(b.Units) != 1 || b.Stages[dossier.Appraised] != 2 || b.Units[0].Stages[dossier.Appraised] != 2 {
		t.Fatalf("%+v %v", b, err)
	}
	turn := b.Units[0].Turns[0]
	if len(turn.Dossiers) != 2 || turn.Dossiers[0] != ids[0] || turn.Step.Paper != "bien-ban-hop" || !turn.Timed || turn.Left != turn.Step.Days {
		t.Errorf("%+v", turn)
	}
	if b.Unseen != 2 || b.Short != 0 {
		t.Errorf("unseen %d, short %d", b.Unseen, b.Short)
	}
	u := b.Units[0]
	if len(u.Lacks) == 0 || u.Lacks[0].Kind != office.LackUnseen || len(u.Lacks[0].Dossiers) != 2 {
		t.Errorf("lacks %+v", u.Lacks)
	}
	// What another body was asked is waited for until it answers.
	asked, _, err := o.Ask(ctx, "cong_an", ids[:1], "", 0)
	if err != nil {
		t.Fatal(err)
	}
	waits := func() (ids []int64) {
		if b, err = o.Board(ctx, ""); err != nil {
			t.Fatal(err)
		}
		for _, u := range b.Units {
			ids = append(ids, u.Which(func(m office.Mark) bool { return len(m.Asked) > 0 })...)
		}
		return ids
	}
	if got := waits(); len(got) != 1 || got[0] != ids[0] {
		t.Errorf("waiting %v", got)
	}
	if n := b.Narrow("", "khac"); len(n.Units) != 0 || n.Unseen != 0 || len(n.Stages) != 0 {
		t.Errorf("narrowed to an award nobody is proposed for: %+v", n)
	}
	if _, err := o.Answered(ctx, []int64{asked[0].ID}, office.Answer{Result: dossier.Agreed}); err != nil {
		t.Fatal(err)
	}
	if got := waits(); len(got) != 0 {
		t.Errorf("still waiting %v", got)
	}
}

// An office that was set up before the council's tables came gets on with what the
// program ships, and keeps all of it when it writes a rule of its own.
func TestOlderDataUseTheShippedRules(t *testing.T) {
	s, err := storage.Open(ctx, storage.Config{Dir: t.TempDir(), Today: when.MustParse("2025-12-08")})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	o := office.New(s.Ports, "Cán bộ thử")
	shipped := len(council.LoadRules())
	if rules, err := o.VoteRules(ctx); err != nil || len(rules) != shipped {
		t.Fatalf("%d rules, %v", len(rules), err)
	}
	own := council.VoteRule{Award: "bang_khen_thu_tuong", Full: true, Attend: council.Share{Num: 2, Den: 3}, Ballot: true, Secret: true, Pass: council.Share{Num: 9, Den: 10}, Of: council.OfAll,
		Rounds: 2, Period: when.Period{From: when.MustParse("2026-01-01")}, Source: "Quy chế Hội đồng"}
	if _, err := o.SaveVoteRule(ctx, &own); err != nil {
		t.Fatal(err)
	}
	rules, _ := o.VoteRules(ctx)
	if len(rules) != shipped+1 {
		t.Errorf("%d rules after adding one to %d", len(rules), shipped)
	}
	for day, want := range map[string]string{"2025-12-31": "trên 1/2", "2026-01-01": "từ 90%"} {
		if r, ok := council.RuleFor(rules, own.Award, when.MustParse(day)); !ok || r.Pass.String() != want {
			t.Errorf("on %s the rule is %s, want %s", day, r.Pass, want)
		}
	}
}
