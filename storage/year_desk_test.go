package storage_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/report"
	"thidua/model/when"
)

// The desks of the year on a fresh office: what they promise beyond the scripts.

func unitID(t *testing.T, o *office.Office, code string) int64 {
	t.Helper()
	book, err := o.Registry(ctx)
	if err != nil {
		t.Fatal(err)
	}
	found := book.WithCode(code, o.Today())
	if len(found) != 1 {
		t.Fatalf("%d units %s", len(found), code)
	}
	return found[0].ID
}

func TestAUnitsOwnCriteriaAreAskedAndScored(t *testing.T) {
	o := onDay(t, "2024-11-01")
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil {
		t.Fatal(err)
	}
	if n, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil || n != 0 {
		t.Errorf("drafted again: %d, %v", n, err)
	}
	p, _, err := o.ReceivePlan(ctx, "TTC80", "SYT", "15/KH-SYT", when.MustParse("2024-06-03"), 0, &office.Attachment{Name: `C:\tai lieu\kh.docx`, Data: []byte("kế hoạch")})
	if err != nil || p.FileName != "kh.docx" {
		t.Fatalf("%+v, %v", p, err)
	}
	p.Criteria = []movement.Criterion{{Letter: "đ", Text: "Số hóa hồ sơ giám sát."}}
	if _, err := o.SavePlan(ctx, &p, nil); err != nil {
		t.Fatal(err)
	}
	own, err := o.OwnCriteria(ctx, "TTC80", 2024, p.Unit)
	if err != nil || len(own.Items) != 1 || own.Items[0].Letter != "đ" {
		t.Fatalf("%+v, %v", own, err)
	}
	if _, err := o.SaveCriteriaSet(ctx, &own); err != nil {
		t.Fatal(err)
	}
	doc, err := o.Paper(ctx, office.Print{Form: "mau-bao-cao", Unit: "SYT", Year: 2024})
	if err != nil || !strings.Contains(paper.Outline(doc), "| r1:d | Điểm tự chấm (tối đa 5)") {
		t.Errorf("the template does not ask about it: %v", err)
	}
	other, err := o.Paper(ctx, office.Print{Form: "mau-bao-cao", Unit: "STC", Year: 2024})
	if err != nil || strings.Contains(paper.Outline(other), "r1:d") {
		t.Errorf("another unit is asked about it: %v", err)
	}
	l, err := o.Sheet(ctx, "TTC80", 2024, p.Unit)
	if err != nil || l.Sheet.ID != 0 || !l.Sheet.Line("kh").Appraised.Yes {
		t.Fatalf("the office knows the plan came: %+v, %v", l.Sheet.Line("kh"), err)
	}
	l.Sheet.SetLine(criteria.Line{Key: "r1", Self: &criteria.Entry{Points: 600}})
	if _, err := o.SaveSheet(ctx, &l.Sheet); fault.CodeOf(err) != "criteria.over-max" {
		t.Errorf("more points than there are: %v", err)
	}
	l.Sheet.SetLine(criteria.Line{Key: "r1", Self: &criteria.Entry{Points: 450}})
	if _, err := o.SaveSheet(ctx, &l.Sheet); err != nil {
		t.Fatal(err)
	}
	again, err := o.Sheet(ctx, "TTC80", 2024, p.Unit)
	if err != nil || again.Result.Total != 450 {
		t.Errorf("%s, %v", again.Result.Total, err)
	}
	if h, err := o.Verify(ctx); err != nil || !h.OK || len(h.Hashes) == 0 {
		t.Errorf("the plan's file is not among what the data refer to: %+v, %v", h, err)
	}
}

func TestOneClusterOneYear(t *testing.T) {
	o := onDay(t, "2024-06-01")
	syt, stc := unitID(t, o, "SYT"), unitID(t, o, "STC")
	k := movement.Cluster{Code: "K1", Name: "Khối 1", Kind: "khoi", Year: 2024, Members: []int64{syt, stc}, Head: syt}
	if _, err := o.SaveCluster(ctx, &k); err != nil {
		t.Fatal(err)
	}
	twice := movement.Cluster{Code: "K2", Name: "Khối 2", Kind: "khoi", Year: 2024, Members: []int64{stc}}
	if _, err := o.SaveCluster(ctx, &twice); fault.CodeOf(err) != "movement.cluster-member" {
		t.Errorf("a unit in two clusters: %v", err)
	}
	w := movement.Watch{Movement: 1, Member: "Trần Văn Thử", Clusters: []string{"K1"}, Period: when.Period{From: when.MustParse("2024-01-01")}}
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	w.Movement = m.ID
	if _, err := o.SaveWatch(ctx, &w); err != nil {
		t.Fatal(err)
	}
	ws, err := o.WatchersOf(ctx, "TTC80", syt)
	if err != nil || len(ws) != 1 || ws[0].Member != "Trần Văn Thử" {
		t.Errorf("%+v, %v", ws, err)
	}
	// The inspection's judgement enters the unit's score.
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil {
		t.Fatal(err)
	}
	v := movement.Visit{Movement: m.ID, Watch: w.ID, Member: w.Member, Unit: syt, Day: o.Today(), Mark: "kha"}
	if _, err := o.SaveVisit(ctx, &v, nil); err != nil {
		t.Fatal(err)
	}
	l, err := o.Sheet(ctx, "TTC80", 2024, syt)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(l.Result.Lines, func(s criteria.Scored) bool { return s.Item.Key == "kt" })
	if s := l.Result.Lines[i]; s.Points != 375 || s.Line.Reason != "Kiểm tra ngày 01/6/2024: Triển khai khá" && s.Line.Reason != "Kiểm tra ngày 01/06/2024: Triển khai khá" {
		t.Errorf("%s, %q", s.Points, s.Line.Reason)
	}
	next, _, err := o.CarryClusters(ctx, 2025)
	if err != nil || len(next.Clusters) != 1 || next.Clusters[0].Head != 0 || len(next.Clusters[0].Members) != 2 {
		t.Errorf("%+v, %v", next, err)
	}
	if again, _, err := o.CarryClusters(ctx, 2025); err != nil || len(again.Clusters) != 0 {
		t.Errorf("carried twice: %+v, %v", again, err)
	}
}

func TestTypedReportAndItsPetition(t *testing.T) {
	o := onDay(t, "2024-12-05")
	if _, _, err := o.DraftCriteria(ctx, "TTC80", 2024); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.AskReports(ctx, "TTC80", report.Yearly, 2024); err != nil {
		t.Fatal(err)
	}
	r, err := o.ReportOf(ctx, "TTC80", report.Yearly, 2024, "SYT")
	if err != nil {
		t.Fatal(err)
	}
	bad := report.Content{Answers: []criteria.Line{{Key: "a1", Self: &criteria.Entry{A: 3, B: 4}}}}
	if _, _, err := o.ReceiveReport(ctx, r.ID, office.Arrival{Content: bad, Number: "1/BC"}); fault.CodeOf(err) != "criteria.more-than-all" {
		t.Errorf("more in time than there are: %v", err)
	}
	good := report.Content{Answers: []criteria.Line{{Key: "a1", Self: &criteria.Entry{A: 4, B: 4}}}, Petitions: []string{"Gửi sớm lịch kỳ họp."},
		Exemplars: []report.Named{{Kind: "individual", Name: "Trần Văn Thử", What: "Trả lời kiến nghị"}}}
	if _, _, err := o.ReceiveReport(ctx, r.ID, office.Arrival{Content: good, Number: "1/BC-SYT", Date: when.MustParse("2024-12-04")}); err != nil {
		t.Fatal(err)
	}
	e, err := o.AcceptReports(ctx, []int64{r.ID})
	if err != nil {
		t.Fatal(err)
	}
	pets, err := o.Petitions(ctx, "TTC80", 2024)
	if err != nil || len(pets) != 1 || pets[0].Stage() != report.New || pets[0].Number != "1/BC-SYT" {
		t.Fatalf("%+v, %v", pets, err)
	}
	p := pets[0]
	p.Answered, p.Answer = o.Today(), ""
	if _, err := o.SavePetition(ctx, &p, nil, nil); fault.CodeOf(err) != "report.petition-answer" {
		t.Errorf("answered with nothing: %v", err)
	}
	p.Answer = "Sẽ gửi trước 30 ngày."
	if _, err := o.SavePetition(ctx, &p, nil, &office.Attachment{Name: "trả lời.pdf", Data: []byte("%PDF-")}); err != nil {
		t.Fatal(err)
	}
	// What was accepted is taken back whole only while nothing stands on it.
	if _, err := o.Undo(ctx, e.ID); fault.CodeOf(err) != "store.undo-later" {
		t.Errorf("undone under an answered petition: %v", err)
	}
	xs, err := o.Exemplars(ctx, "TTC80", 2024)
	if err != nil || len(xs) != 1 || xs[0].Report != r.ID {
		t.Fatalf("%+v, %v", xs, err)
	}
	accept(t, o, list(first, second))
	ds := dossiers(t, o)
	if _, err := o.UseExemplar(ctx, xs[0].ID, ds[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.UseExemplar(ctx, xs[0].ID, ds[1].ID); fault.CodeOf(err) != "report.exemplar-used" {
		t.Errorf("one exemplar behind two dossiers: %v", err)
	}
	doc, err := o.Paper(ctx, office.Print{Form: "danh-sach-dien-hinh", Year: 2024})
	if err != nil || !strings.Contains(paper.Outline(doc), "Trần Văn Thử") {
		t.Errorf("%v", err)
	}
	hits, err := o.Find(ctx, "tran van thu", 20)
	if err != nil || !slices.ContainsFunc(hits, func(h office.Hit) bool { return h.Noun == "exemplar" }) {
		t.Errorf("the search does not find the exemplar: %+v, %v", hits, err)
	}
}

func TestAMovementGoesOnAndBack(t *testing.T) {
	o := onDay(t, "2025-06-02")
	m, e, err := o.Advance(ctx, "TTC80", "so_ket", 0)
	if err != nil || m.Status != "so_ket" || m.Phases[len(m.Phases)-1].Code == "so_ket" && m.Phases[len(m.Phases)-1].Date != o.Today() {
		t.Fatalf("%+v, %v", m.Phases, err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	m, _, err = o.SaveReference(ctx, "TTC80", -1, movement.Reference{Kind: "Công văn", Number: "12/SNV"}, &office.Attachment{Name: "cv.pdf", Data: []byte("%PDF-1")})
	if err != nil || m.Status != "phat_dong" || m.Basis[len(m.Basis)-1].File == "" {
		t.Fatalf("%+v, %v", m.Basis, err)
	}
	if _, _, err := o.SaveReference(ctx, "TTC80", -1, movement.Reference{}, nil); fault.CodeOf(err) != "office.reference" {
		t.Errorf("a document without a name: %v", err)
	}
}

// The guidance is drafted from the movement: its plan as it was numbered, each
// award's standards, quota, papers and day.
func TestGuidanceIsDraftedFromTheMovement(t *testing.T) {
	o, _ := sampled(t, "2025-11-10")
	plan := movement.Reference{Kind: "Kế hoạch", Number: "1590/KH-UBND", Date: when.MustParse("2024-05-09"), Body: "Ủy ban nhân dân tỉnh Ninh Thuận", About: "thực hiện phong trào thi đua"}
	m, _, err := o.SaveReference(ctx, "TTC80", -1, plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Awards {
		if m.Awards[i].Award == "bang_khen_thu_tuong" {
			m.Awards[i].Quota = 2
		}
	}
	if _, err := o.SaveMovement(ctx, &m); err != nil {
		t.Fatal(err)
	}
	doc, err := o.Paper(ctx, office.Print{Form: "huong-dan", Movement: "TTC80"})
	if err != nil {
		t.Fatal(err)
	}
	text := paper.Outline(doc)
	for said, times := range map[string]int{
		"Kế hoạch số 1590/KH-UBND ngày 09/5/2024":                        1,
		"Số lượng đề nghị: mỗi cơ quan, đơn vị đề nghị không quá 02":     1,
		"Số lượng đề nghị: không giới hạn":                               2,
		"Thành phần hồ sơ (01 bộ, bản chính), gồm":                       3,
		"Hồ sơ gửi về Sở Nội vụ trước ngày 19/12/2025":                   3,
		"xét, quyết định khen thưởng theo thẩm quyền và báo cáo kết quả": 1,
	} {
		if n := strings.Count(text, said); n != times {
			t.Errorf("the guidance says %q %d times, want %d\n%s", said, n, times, text)
		}
	}
	// It names nobody, so no dossier's gap is a gap of it.
	for form, some := range map[string]bool{"huong-dan": false, "bang-xep-hang": false, "danh-sach": true} {
		if gaps, err := o.Gaps(ctx, office.Print{Form: form, Movement: "TTC80"}); err != nil || (len(gaps) > 0) != some {
			t.Errorf("%s: %d gaps, %v", form, len(gaps), err)
		}
	}
}
