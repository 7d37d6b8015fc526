package scoring

import (
	"errors"
	"slices"
	"testing"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

func TestTheYearLookedAtFirst(t *testing.T) {
	m := movement.Movement{Code: "A", Period: when.Period{From: when.Of(2024, 4, 17), To: when.Of(2026, 1, 7)}}
	for today, want := range map[when.Date]int{when.Of(2025, 6, 1): 2025, when.Of(2026, 1, 15): 2025, when.Of(2026, 6, 1): 2026, when.Of(2030, 5, 1): 2026, when.Of(2024, 4, 20): 2024} {
		s := State{Chosen: noun.Chosen{Movements: []movement.Movement{m}}, Today: today}
		if s.Settle(); s.Year != want {
			t.Errorf("on %s the year is %d, want %d", today, s.Year, want)
		}
	}
}

func sheet(lines ...criteria.Line) criteria.Sheet {
	return criteria.Sheet{Items: []criteria.Item{
		{Key: "a1", Letter: "a", Text: "Trình đúng hạn", Kind: criteria.Ratio, Max: 3000, A: "tổng số", B: "đúng hạn", More: []string{"chậm"}, Evidence: []string{"Danh mục"}},
		{Key: "b1", Text: "Có sáng kiến", Kind: criteria.YesNo, Max: 1000},
		{Key: "kt", Text: "Kiểm tra", Kind: criteria.Judged, Max: 500, Source: criteria.FromVisit},
	}, Lines: lines}
}

func TestRowsPutWhatMustBeDoneFirst(t *testing.T) {
	debtor := func(id int64, name string, ended bool) movement.Debtor {
		return movement.Debtor{Standing: registry.Standing{ID: id, Version: registry.Version{Name: name}}, Ended: ended}
	}
	line := func(id int64, st criteria.State, total criteria.Points) office.SheetLine {
		l := office.SheetLine{Sheet: criteria.Sheet{ID: id, Unit: id, State: st}}
		l.Result.Total = total
		return l
	}
	s := State{Owing: []movement.Debtor{debtor(1, "A", false), debtor(2, "B", false), debtor(3, "C", true)},
		Sheets: []office.SheetLine{line(1, criteria.Closed, 9000), line(4, criteria.Open, 100), line(5, criteria.Open, 200)}}
	var ids []int64
	for _, r := range s.Rows() {
		ids = append(ids, r.ID)
	}
	if !slices.Equal(ids, []int64{2, 5, 4, 1}) {
		t.Errorf("rows %v: without a sheet, not judged by points, closed; no ended one without a sheet", ids)
	}
	if r := s.Rows()[0]; r.StateName() != words.ScoreNoSheet || r.Tone() != kit.Bad {
		t.Errorf("a unit without a sheet is %s", r.StateName())
	}
}

func TestRemarksTellTotalsSetAsideAndDifferences(t *testing.T) {
	s := sheet(criteria.Line{Key: "a1", Self: &criteria.Entry{A: 10, B: 10}, Appraised: &criteria.Entry{A: 10, B: 5}, Reason: "chậm"},
		criteria.Line{Key: "b1", NA: true, NAReason: "không phát sinh"})
	got := Remarks(office.SheetLine{Sheet: s, Result: s.Compute()})
	if len(got) != 4 || got[1] != "Tổng điểm chuẩn của phiếu là 45, không phải 100." || got[2] != "1 tiêu chí không áp dụng, bớt 10 điểm ở cả điểm đạt và điểm tối đa." {
		t.Errorf("%q", got)
	}
}

func TestAgreedTakesOnlyWhatIsProved(t *testing.T) {
	s := sheet(criteria.Line{Key: "a1", Self: &criteria.Entry{A: 10, B: 9}}, criteria.Line{Key: "b1", Self: &criteria.Entry{Yes: true}})
	next, n, left := Agreed(s)
	if n != 1 || left != 1 || next.Line("b1").Appraised == nil || next.Line("a1").Appraised != nil {
		t.Errorf("%d agreed, %d left: %+v", n, left, next.Lines)
	}
	if s.Line("b1").Appraised != nil {
		t.Error("the sheet shown was changed")
	}
	if err := next.Check(); err != nil {
		t.Errorf("what was agreed cannot be saved: %v", err)
	}
	if _, n, _ := Agreed(next); n != 0 {
		t.Errorf("%d lines agreed twice", n)
	}
}

func TestFiguresAsTyped(t *testing.T) {
	it := sheet().Items[0]
	if got := Texts(it, &criteria.Entry{A: 12, B: 11, More: []int64{1}}); !slices.Equal(got, []string{"12", "11", "1"}) {
		t.Errorf("texts %q", got)
	}
	e, err := Typed(it, []string{" 12", "1.100", ""})
	if err != nil || e.A != 12 || e.B != 1100 || len(e.More) != 1 {
		t.Errorf("%+v, %v", e, err)
	}
	if e, err := Typed(it, []string{"", " ", ""}); e != nil || err != nil {
		t.Errorf("nothing typed is no answer: %+v, %v", e, err)
	}
	if _, err := Typed(it, []string{"12", "mười", ""}); fault.CodeOf(err) != "ui.figure" {
		t.Errorf("words for a number: %v", err)
	}
	if _, err := Typed(it, []string{"12", "", ""}); fault.CodeOf(err) != "ui.figure" {
		t.Errorf("half an answer: %v", err)
	}
	judged := sheet().Items[2]
	if e, err := Typed(judged, []string{"4,5"}); err != nil || e.Points != 450 {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := Typed(judged, []string{"bốn"}); fault.CodeOf(err) != "criteria.points" {
		t.Errorf("%v", err)
	}
	if e, _ := Typed(sheet().Items[1], []string{words.No}); e == nil || e.Yes {
		t.Errorf("no is an answer: %+v", e)
	}
	if got := AnswerText(it, criteria.Entry{A: 12, B: 11}); got != "tổng số: 12; đúng hạn: 11; chậm: " {
		t.Errorf("%q", got)
	}
}

func TestFaultsGoToTheirEntries(t *testing.T) {
	s := sheet(criteria.Line{Key: "a1", Self: &criteria.Entry{A: 1, B: 1}, Appraised: &criteria.Entry{A: 1, B: 2}}, criteria.Line{Key: "b1", NA: true})
	var l fault.List
	if !errors.As(placed(s.Check(), "lines.a1", lineFields), &l) {
		t.Fatal("no list")
	}
	got := map[string]string{}
	for _, f := range l {
		got[f.Code] = f.Field
	}
	want := map[string]string{"criteria.more-than-all": "figures", "criteria.reason": "reason", "criteria.evidence": "evidence", "criteria.na-reason": "lines.b1"}
	for code, field := range want {
		if got[code] != field {
			t.Errorf("%s stands at %q, want %q", code, got[code], field)
		}
	}
	if err := placed(s.Check(), "", lineFields); err == nil {
		t.Error("faults were lost")
	}
}

func TestItemsAsTyped(t *testing.T) {
	for _, it := range []criteria.Item{
		{Key: "a1", Letter: "a", Text: "Tỷ lệ", Kind: criteria.Ratio, Max: 3000, A: "tổng", B: "đạt", More: []string{"chậm"}, Needs: "kh", Evidence: []string{"Danh mục", "Biên bản"}, Guide: "b/a"},
		{Key: "b1", Text: "Bậc", Kind: criteria.Stepped, Max: 1000, B: "số", Steps: []criteria.Step{{From: 1, Points: 400}, {From: 3, Points: 750}}},
		{Key: "c1", Text: "Mẫu", Kind: criteria.Sampled, Max: 500, Size: 20, Each: 25, A: "hỏi", B: "đúng"},
		{Key: "d1", Text: "Trừ", Kind: criteria.Minus, Max: 500, Each: 50, B: "vụ"},
		{Key: "kh", Text: "Kế hoạch", Kind: criteria.Gate, Source: criteria.FromPlan},
		{Key: "bc", Text: "Báo cáo", Kind: criteria.YesNo, Max: 500, Source: criteria.FromReport},
		{Key: "kt", Text: "Kiểm tra", Kind: criteria.Judged, Max: 500, Source: criteria.FromVisit},
	} {
		got, err := TextOf(it).Item()
		if err != nil || TextOf(got) != TextOf(it) {
			t.Errorf("%s comes back as %+v, %v", it.Kind, got, err)
		}
	}
	bad := ItemText{Kind: criteria.Stepped, Key: "a", Text: "x", Max: "mười", Steps: "từ 3 được 7"}
	var l fault.List
	if _, err := bad.Item(); !errors.As(err, &l) || len(l) != 2 || l[0].Field != "max" || l[1].Field != "steps" {
		t.Errorf("faults %v", l)
	}
	// What another kind was asked for does not stay behind.
	turned := TextOf(criteria.Item{Key: "a", Text: "x", Kind: criteria.Judged, Max: 100, Source: criteria.FromVisit})
	turned.Kind = criteria.YesNo
	if it, err := turned.Item(); err != nil || it.Source != "" {
		t.Errorf("%+v, %v", it, err)
	}
}

func TestSetTotalsThatAreNot100(t *testing.T) {
	s := criteria.Set{Items: sheet().Items}
	if text, odd := SetTotal(s); !odd || text == "" {
		t.Errorf("45 points: %q", text)
	}
	s.Items = []criteria.Item{{Kind: criteria.Judged, Max: 10000}, {Kind: criteria.Minus, Max: 500}}
	if text, odd := SetTotal(s); odd || text != "Tổng điểm chuẩn 100 điểm. Trừ tối đa 5 điểm." {
		t.Errorf("%q", text)
	}
	s.Unit, s.Items = 7, s.Items[1:]
	if _, odd := SetTotal(s); odd {
		t.Error("a unit's own criteria stand beside the others': their sum is not to be 100")
	}
	if got := FreeKey(criteria.Set{Items: []criteria.Item{{Key: "đ1"}, {Key: "a1"}}}, "a"); got != "a2" {
		t.Errorf("free key %s", got)
	}
	if got, at := moved([]int{1, 2, 3}, 2, -1); at != 1 || !slices.Equal(got, []int{1, 3, 2}) {
		t.Errorf("%v at %d", got, at)
	}
	if _, at := moved([]int{1, 2}, 1, 1); at != 1 {
		t.Error("the last one moved down")
	}
}

func ranked(places ...criteria.Placed) office.RankedCluster {
	c := office.RankedCluster{Units: map[registry.UnitID]registry.Version{}}
	for _, p := range places {
		c.Units[p.Unit] = registry.Version{Name: "x"}
	}
	c.Ranking.Places = places
	return c
}

func TestPlacesSayWhatSetThemApart(t *testing.T) {
	c := ranked(criteria.Placed{Unit: 1, Place: 1}, criteria.Placed{Unit: 2, Place: 2, Broken: "Số văn bản góp ý"}, criteria.Placed{Unit: 3, Place: 3},
		criteria.Placed{Unit: 4, Place: 4, Tied: true}, criteria.Placed{Unit: 5, Place: 4, Tied: true})
	c.Cluster.Head = 3
	got := Places(c)
	if got[0].Why != "Bằng điểm, hơn ở: Số văn bản góp ý" || got[3].Why != words.RankEven {
		t.Errorf("%+v", got)
	}
	if text, tone := RankState(c); text != words.RankTied || tone != kit.Bad {
		t.Errorf("a tie is %s", text)
	}
	if got := Voted(c); !slices.Equal(got, []int64{4, 5}) {
		t.Errorf("a vote is asked for %v", got)
	}
	c = ranked(criteria.Placed{Unit: 4, Place: 1, Votes: 7}, criteria.Placed{Unit: 5, Place: 2, Votes: 3, Broken: criteria.ByVote}, criteria.Placed{Unit: 6, Place: 3})
	if got := Voted(c); !slices.Equal(got, []int64{4, 5}) {
		t.Errorf("votes noted can be corrected: %v", got)
	}
	if got := Places(c); got[0].Why != words.RankByVote || got[1].Why != words.RankByScore {
		t.Errorf("%+v", got)
	}
	if text, _ := RankState(ranked()); text != words.RankEmpty {
		t.Errorf("nobody scored is %s", text)
	}
}

func book() *registry.Book {
	v := func(code, name string, from, to when.Date) registry.Version {
		return registry.Version{Code: code, Name: name, Group: "so_ban_nganh", Period: when.Period{From: from, To: to}}
	}
	turn := when.Of(2025, 7, 1)
	return registry.NewBook([]registry.Unit{{ID: 1, Versions: []registry.Version{v("A", "Sở A", 0, turn)}}, {ID: 2, Versions: []registry.Version{v("B", "Sở B", turn, 0)}},
		{ID: 3, Versions: []registry.Version{v("C", "Sở C", 0, 0)}}},
		[]registry.Event{{Date: turn, Kind: "merge", From: 1, To: 2}})
}

func TestMembersOfAYear(t *testing.T) {
	debtors := []movement.Debtor{{Standing: registry.Standing{ID: 2}}, {Standing: registry.Standing{ID: 3}}}
	c := movement.Cluster{Code: "K1", Year: 2025, Members: []registry.UnitID{1, 3}, Head: 3}
	s := State{Units: book(), Year: 2025, Today: when.Of(2025, 9, 1), Owing: debtors, Clusters: []movement.Cluster{c}}
	got := s.Members(c)
	if len(got) != 2 || got[0].ID != 3 || got[0].Role != words.ClusterHead || !got[1].Ended || !slices.Equal(got[1].Heirs, []int64{2}) {
		t.Errorf("%+v", got)
	}
	if loose := s.Loose(); len(loose) != 1 || loose[0].ID != 2 {
		t.Errorf("loose %+v", loose)
	}
	if got := Without(With(c, 2, 3), []registry.UnitID{3}); got.Head != 0 || !slices.Equal(got.Members, []int64{1, 2}) {
		t.Errorf("%+v", got)
	}
	if got := Lead(c, 3, true); got.Head != 0 || got.Deputy != 3 {
		t.Errorf("a head that becomes deputy: %+v", got)
	}
	if len(c.Members) != 2 {
		t.Error("the cluster shown was changed")
	}
}

func TestWatchAndVisits(t *testing.T) {
	w := movement.Watch{Clusters: []string{"K1"}, Period: when.Period{From: when.Of(2025, 1, 1)}}
	debtors := []movement.Debtor{{Standing: registry.Standing{ID: 2}}, {Standing: registry.Standing{ID: 3}}}
	set := criteria.Set{Items: sheet().Items}
	s := State{Units: book(), Year: 2025, Today: when.Of(2025, 9, 1), Owing: debtors, Watches: []movement.Watch{w}, Sets: []criteria.Set{set},
		Clusters: []movement.Cluster{{Code: "K1", Members: []registry.UnitID{3}}}}
	if got := s.Covered(w); !slices.Equal(got, []int64{3}) || s.Unwatched() != 1 {
		t.Errorf("covered %v, %d unwatched", got, s.Unwatched())
	}
	v := movement.Visit{ID: 1, Unit: 3, Day: when.Of(2025, 8, 1), Mark: "kha", Findings: []movement.Finding{{Text: "x", Ask: "y", Due: when.Of(2025, 8, 20)}}}
	s.Visits = []movement.Visit{v}
	if s.Visited([]registry.UnitID{2, 3}) != 1 {
		t.Error("the visit is not counted")
	}
	if text, tone := s.Enters(v); tone != kit.Good || text != "Vào điểm năm 2025: tiêu chí kt (Kiểm tra) được 3,75 trên 5 điểm." {
		t.Errorf("%q", text)
	}
	if text, tone := s.OpenText(v); tone != kit.Bad || text != "1, quá hạn 20/08/2025" {
		t.Errorf("%q", text)
	}
	later := v
	later.ID, later.Day = 2, when.Of(2025, 8, 30)
	s.Visits = append(s.Visits, later)
	if text, _ := s.Enters(v); text != "Có lần kiểm tra sau ngày 01/08/2025; điểm tính theo lần đó." {
		t.Errorf("%q", text)
	}
	s.Sheets = []office.SheetLine{{Sheet: criteria.Sheet{Unit: 3, Items: set.Items, Closed: when.Of(2025, 8, 15)}}}
	if text, _ := s.Enters(later); text != words.VisitClosed {
		t.Errorf("%q", text)
	}
	v.Mark = ""
	if text, _ := s.Enters(v); text != words.VisitNotIn {
		t.Errorf("%q", text)
	}
	if got := Codes("A, B;A\n C "); !slices.Equal(got, []string{"A", "B", "C"}) {
		t.Errorf("codes %q", got)
	}
}

func TestChangesOfASetAreSaidItemByItem(t *testing.T) {
	it := criteria.Item{Key: "a1"}
	r := office.Renewal{Sheet: criteria.Sheet{Unit: 7}, Changes: []criteria.Changed{{Key: "n1", Now: criteria.Item{Key: "n1"}}, {Key: "a1", Was: it, Now: it}}}
	if got := ChangesText(r); got != "thêm tiêu chí n1; sửa tiêu chí a1" || Loses(r) {
		t.Errorf("%q", got)
	}
	r.Changes = []criteria.Changed{{Key: "a1", Was: it, Now: it, Lost: true}, {Key: "z1", Was: criteria.Item{Key: "z1"}, Lost: true}}
	if got := ChangesText(r); got != "sửa tiêu chí a1, phải chấm lại; bỏ tiêu chí z1" || !Loses(r) {
		t.Errorf("%q", got)
	}
	s := State{Renewals: []office.Renewal{r}}
	if _, ok := s.Renewal(8); ok {
		t.Error("another unit's sheet is taken for outdated")
	}
	if got, ok := s.Renewal(7); !ok || ChangesText(office.Renewal{Sheet: got.Sheet}) != words.RenewShare {
		t.Error("the sheet to be renewed was not found")
	}
}
