package criteria

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/assets"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

func TestShippedSetsAreSound(t *testing.T) {
	sets := Load("TTC80", 2025)
	if len(sets) != 2 {
		t.Fatalf("%d sets", len(sets))
	}
	var plan movement.Movement
	for _, m := range movement.Load() {
		if m.Code == "TTC80" {
			plan = m
		}
	}
	letters := map[string]bool{}
	for _, s := range sets {
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", s.Code, err)
		}
		if s.Full() == 10000 {
			t.Errorf("%s adds up to 100: the bonus inside is lost", s.Code)
		}
		for _, it := range s.Items {
			letters[it.Letter] = true
		}
	}
	for _, c := range plan.Criteria {
		if !letters[c.Letter] {
			t.Errorf("no set counts the plan's criterion %s)", c.Letter)
		}
	}
	if Load("KHAC", 2025) != nil {
		t.Error("another movement has sets of this one")
	}
	mttq, _ := For(sets, 7, "mttq")
	so, _ := For(sets, 8, "so_ban_nganh")
	if mttq.Code != "mttq" || so.Code != "chung" {
		t.Errorf("%s, %s", mttq.Code, so.Code)
	}
	own := Set{Unit: 8, Items: []Item{{Key: "r1", Text: "Riêng", Kind: Judged, Max: 500}}}
	if s, _ := For(append(sets, own), 8, "so_ban_nganh"); len(s.Items) != len(so.Items)+1 || !s.Items[len(s.Items)-1].Own {
		t.Error("the unit's own criterion is not behind the plan's")
	}
	if s, _ := For(append(sets, own), 9, "so_ban_nganh"); len(s.Items) != len(so.Items) {
		t.Error("a unit is judged by another's own criterion")
	}
}

func TestFromThePlan(t *testing.T) {
	cs := []movement.Criterion{{Letter: "a", Text: "A"}, {Letter: "b", Text: "B"}, {Letter: "c", Text: "C"}, {Letter: "d", Text: "D", Groups: []string{"mttq"}}}
	got := FromPlanCriteria(cs, "so_ban_nganh")
	if len(got) != 3 || (Set{Items: got}).Full() != 10000 {
		t.Errorf("%d items worth %s", len(got), Set{Items: got}.Full())
	}
	if got := FromPlanCriteria(cs, "mttq"); len(got) != 4 {
		t.Errorf("%d items for the Mặt trận", len(got))
	}
}

func TestPoints(t *testing.T) {
	for text, p := range map[string]Points{"0": 0, "12": 1200, "12,5": 1250, "0,25": 25, "-2": -200, "27.50": 2750} {
		got, err := ParsePoints(text)
		if err != nil || got != p {
			t.Errorf("%s: %d, %v", text, got, err)
		}
		if back, _ := ParsePoints(got.String()); back != p {
			t.Errorf("%s is written %s", text, got)
		}
	}
	for _, bad := range []string{"", "12,345", "12,", "mười", "1,2,3", ",5", "9999999"} {
		if _, err := ParsePoints(bad); fault.CodeOf(err) != "criteria.points" {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// say puts a reason into words as the edge does.
func say(code string, args ...any) string {
	for _, line := range strings.Split(string(assets.Must("words/criteria.vi.tsv")), "\n") {
		if c, text, ok := strings.Cut(line, "\t"); ok && c == code {
			for i, a := range args {
				text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i), fmt.Sprint(a))
			}
			return text
		}
	}
	return code
}

// one scores one item alone.
func one(it Item, l Line) Scored {
	it.Key, l.Key = "x", "x"
	return Sheet{Items: []Item{it}, Lines: []Line{l}}.Compute().Lines[0]
}

func TestEveryKindExplainsItself(t *testing.T) {
	steps := []Step{{1, 400}, {3, 700}, {6, 1000}}
	for name, c := range map[string]struct {
		it     Item
		e      Entry
		points string
		why    string
	}{
		"ratio":             {Item{Kind: Ratio, Max: 3000, A: "a", B: "b"}, Entry{A: 12, B: 11}, "27,5", "11/12 × 30 = 27,5 điểm"},
		"ratio, rounded up": {Item{Kind: Ratio, Max: 3000, A: "a", B: "b"}, Entry{A: 7, B: 1}, "4,29", "1/7 × 30 = 4,29 điểm"},
		"ratio of nothing":  {Item{Kind: Ratio, Max: 3000, A: "tổng số", B: "b"}, Entry{}, "0", "“không áp dụng”"},
		"below the steps":   {Item{Kind: Stepped, Max: 1000, Steps: steps}, Entry{B: 0}, "0", "chưa đến bậc đầu (1)"},
		"second step":       {Item{Kind: Stepped, Max: 1000, Steps: steps}, Entry{B: 5}, "7", "đạt bậc từ 3"},
		"last step":         {Item{Kind: Stepped, Max: 1000, Steps: steps}, Entry{B: 60}, "10", "đạt bậc từ 6"},
		"sample":            {Item{Kind: Sampled, Max: 2000, Each: 40, Size: 50}, Entry{A: 50, B: 45}, "18", "45/50 mẫu đạt, mỗi mẫu 0,4"},
		"sample, capped":    {Item{Kind: Sampled, Max: 1000, Each: 40, Size: 50}, Entry{A: 50, B: 45}, "10", "tối đa 10"},
		"yes":               {Item{Kind: YesNo, Max: 500}, Entry{Yes: true}, "5", "Có: 5 điểm"},
		"no":                {Item{Kind: YesNo, Max: 500}, Entry{}, "0", "Không: 0 điểm"},
		"taken off":         {Item{Kind: Minus, Max: 1000, Each: 200}, Entry{B: 2}, "-4", "2 trường hợp × 2"},
		"taken off, capped": {Item{Kind: Minus, Max: 1000, Each: 200}, Entry{B: 9}, "-10", "trừ tối đa 10"},
		"nothing taken off": {Item{Kind: Minus, Max: 1000, Each: 200}, Entry{}, "0", "Không có trường hợp bị trừ"},
		"judged":            {Item{Kind: Judged, Max: 500}, Entry{Points: 375}, "3,75", "Chấm 3,75 trên 5 điểm"},
		"precondition met":  {Item{Kind: Gate}, Entry{Yes: true}, "0", "Đạt điều kiện"},
	} {
		s := one(c.it, Line{Self: &c.e})
		if s.Points.String() != c.points {
			t.Errorf("%s: %s points, want %s", name, s.Points, c.points)
		}
		if len(s.Why) != 1 || !strings.Contains(say(s.Why[0].Code, s.Why[0].Args...), c.why) {
			t.Errorf("%s: because %+v, want %s", name, s.Why, c.why)
		}
	}
}

func TestPreconditionShutsItsItems(t *testing.T) {
	s := Sheet{Items: []Item{{Key: "kh", Kind: Gate}, {Key: "a", Kind: YesNo, Max: 500, Needs: "kh"}, {Key: "b", Kind: YesNo, Max: 500}, {Key: "m", Kind: Minus, Max: 500, Each: 100, Needs: "kh"}},
		Lines: []Line{{Key: "kh", Self: &Entry{}}, {Key: "a", Self: &Entry{Yes: true}}, {Key: "b", Self: &Entry{Yes: true}}, {Key: "m", Self: &Entry{B: 1}}}}
	if r := s.Compute(); r.Total != 400 || r.Max != 1000 || r.Lines[1].Why[0].Code != "criteria.gate-closed" {
		t.Errorf("%s of %s, %+v", r.Total, r.Max, r.Lines[1].Why)
	}
	s.SetLine(Line{Key: "kh", NA: true, NAReason: "Không phải lập kế hoạch"})
	if r := s.Compute(); r.Total != 900 {
		t.Errorf("a precondition that does not apply shuts nothing: %s", r.Total)
	}
}

func TestNotApplicableLeavesBothSides(t *testing.T) {
	items := []Item{{Key: "a", Kind: YesNo, Max: 5000}, {Key: "b", Kind: YesNo, Max: 5000}, {Key: "c", Kind: YesNo, Max: 1500}}
	s := Sheet{Items: items, Lines: []Line{{Key: "a", Self: &Entry{Yes: true}}, {Key: "b", NA: true, NAReason: "Không phát sinh"}, {Key: "c", Self: &Entry{}}}}
	r := s.Compute()
	if r.Total != 5000 || r.Max != 6500 || r.Share() != 7692 {
		t.Errorf("%s of %s, %d", r.Total, r.Max, r.Share())
	}
	if (Set{Items: items}).Full() != 11500 {
		t.Error("the table is worth 115")
	}
	s.Lines[1].NAReason = " "
	if err := s.Check(); fault.CodeOf(err) != "criteria.na-reason" {
		t.Errorf("set aside without a reason: %v", err)
	}
}

func TestAppraisalSaysWhy(t *testing.T) {
	it := Item{Key: "a", Kind: Ratio, Max: 3000, A: "a", B: "b", Evidence: []string{"Danh mục"}}
	s := Sheet{Items: []Item{it}, Lines: []Line{{Key: "a", Self: &Entry{A: 10, B: 10}, Appraised: &Entry{A: 10, B: 8}}}}
	err := s.Check()
	var codes []string
	if l, ok := err.(fault.List); ok {
		for _, f := range l {
			codes = append(codes, f.Code+" "+f.Field)
		}
	}
	if strings.Join(codes, ", ") != "criteria.reason lines.a, criteria.evidence lines.a" {
		t.Errorf("%v", codes)
	}
	s.Lines[0].Reason, s.Lines[0].Evidence = "Hai nội dung gửi chậm", []Evidence{{Text: "Danh mục số 3"}}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	sc := s.Compute().Lines[0]
	if sc.Points != 2400 || *sc.Self != 3000 || len(sc.Why) != 2 || say(sc.Why[1].Code, sc.Why[1].Args...) != "Tự chấm 30, thẩm định 24: Hai nội dung gửi chậm" {
		t.Errorf("%s, %+v", sc.Points, sc.Why)
	}
}

func TestFiguresThatCannotBe(t *testing.T) {
	for code, c := range map[string]struct {
		it Item
		e  Entry
	}{
		"criteria.more-than-all": {Item{Kind: Ratio, Max: 100}, Entry{A: 3, B: 4}},
		"criteria.negative":      {Item{Kind: Minus, Max: 100, Each: 1}, Entry{B: -1}},
		"criteria.sample-size":   {Item{Kind: Sampled, Max: 100, Each: 1, Size: 20}, Entry{A: 30, B: 3}},
		"criteria.over-max":      {Item{Kind: Judged, Max: 100}, Entry{Points: 101}},
	} {
		c.it.Key = "x"
		s := Sheet{Items: []Item{c.it}, Lines: []Line{{Key: "x", Self: &c.e}}}
		if err := s.Check(); fault.CodeOf(err) != code {
			t.Errorf("%+v: %v, want %s", c.e, err, code)
		}
	}
	if err := (Sheet{Lines: []Line{{Key: "lạ"}}}).Check(); fault.CodeOf(err) != "criteria.no-item" {
		t.Errorf("a line of no item: %v", err)
	}
}

func TestSetsThatCannotBe(t *testing.T) {
	good := Item{Key: "a", Text: "A", Kind: YesNo, Max: 100}
	for code, edit := range map[string]func(*Set){
		"":                      func(*Set) {},
		"criteria.name":         func(s *Set) { s.Name = "" },
		"criteria.year":         func(s *Set) { s.Year = 25 },
		"criteria.no-items":     func(s *Set) { s.Items = nil },
		"criteria.key":          func(s *Set) { s.Items = append(s.Items, good) },
		"criteria.text":         func(s *Set) { s.Items[0].Text = "" },
		"criteria.kind":         func(s *Set) { s.Items[0].Kind = "khac" },
		"criteria.max":          func(s *Set) { s.Items[0].Max = 0 },
		"criteria.ratio-labels": func(s *Set) { s.Items[0].Kind = Ratio },
		"criteria.sample":       func(s *Set) { s.Items[0].Kind = Sampled },
		"criteria.each":         func(s *Set) { s.Items[0].Kind = Minus },
		"criteria.steps":        func(s *Set) { s.Items[0].Kind, s.Items[0].Steps = Stepped, []Step{{3, 50}, {2, 80}} },
		"criteria.needs":        func(s *Set) { s.Items[0].Needs = "kh" },
		"criteria.break":        func(s *Set) { s.Breaks = []Break{{By: ByPoints, Key: "z"}} },
	} {
		s := Set{Name: "Bộ", Year: 2025, Items: []Item{good}}
		edit(&s)
		if err := s.Check(); fault.CodeOf(err) != code {
			t.Errorf("%q: %v", code, err)
		}
	}
}

// contender is a unit with points on two items and a count.
func contender(unit registry.UnitID, a, b Points, n int64, day when.Date) Contender {
	s := Sheet{Items: []Item{{Key: "a", Kind: Judged, Max: 10000}, {Key: "b", Kind: Judged, Max: 10000}, {Key: "n", Kind: Stepped, Max: 0, Steps: []Step{{1, 0}}}},
		Lines: []Line{{Key: "a", Self: &Entry{Points: a}}, {Key: "b", Self: &Entry{Points: b}}, {Key: "n", Self: &Entry{B: n}}}}
	return Contender{Unit: unit, Result: s.Compute(), Received: day}
}

var chain = []Break{{By: ByPoints, Key: "a", Name: "điểm a"}, {By: ByFigure, Key: "n", Name: "số văn bản"}, {By: Earlier, Name: "nộp sớm"}}

func TestRankFollowsTheChain(t *testing.T) {
	early, late := when.Of(2024, 12, 1), when.Of(2024, 12, 9)
	got := Rank([]Contender{
		contender(1, 50_00, 40_00, 3, late),
		contender(2, 60_00, 30_00, 1, late),  // the same sum, more on a
		contender(3, 50_00, 40_00, 5, late),  // the same as 1, more papers
		contender(4, 50_00, 40_00, 3, early), // the same as 1, earlier
		contender(5, 90_00, 10_00, 0, 0),     // the most, and no report at all
		contender(6, 50_00, 40_00, 3, late),  // nothing tells it from 1
	}, chain, false)
	want := []struct {
		unit  int64
		place int
		by    string
		tied  bool
	}{{5, 1, "", false}, {2, 2, "", false}, {3, 3, "điểm a", false}, {4, 4, "số văn bản", false}, {1, 5, "nộp sớm", true}, {6, 5, "", true}}
	for i, w := range want {
		if g := got[i]; g.Unit != w.unit || g.Place != w.place || g.Broken != w.by || g.Tied != w.tied {
			t.Errorf("place %d: %+v, want %+v", i+1, g, w)
		}
	}
	if err := (Ranking{Places: got}).Check(); fault.CodeOf(err) != "criteria.tied" {
		t.Errorf("closed with a tie: %v", err)
	}
	cs := []Contender{contender(1, 50_00, 40_00, 3, late), contender(6, 50_00, 40_00, 3, late)}
	cs[1].Votes = 7
	if got := Rank(cs, chain, false); got[0].Unit != 6 || got[1].Broken != ByVote || got[1].Tied || (Ranking{Places: got}).Check() != nil {
		t.Errorf("after the vote: %+v", got)
	}
}

func TestRankByShare(t *testing.T) {
	full := contender(1, 60_00, 0, 0, 0)
	part := contender(2, 55_00, 0, 0, 0)
	part.Result.Max = 100_00 // half of the table does not apply
	if got := Rank([]Contender{full, part}, nil, true); got[0].Unit != 2 {
		t.Errorf("by share: %+v", got)
	}
	if got := Rank([]Contender{full, part}, nil, false); got[0].Unit != 1 {
		t.Errorf("by points: %+v", got)
	}
}

// A ranking does not depend on the order the units come in, and no unit stands
// before one with more points.
func TestRankIsAnOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(r, "n")
		cs := make([]Contender, n)
		for i := range cs {
			cs[i] = contender(int64(i+1), Points(rapid.IntRange(0, 3).Draw(r, "a")), Points(rapid.IntRange(0, 3).Draw(r, "b")), rapid.Int64Range(0, 2).Draw(r, "n"), 0)
		}
		places := map[int64]int{}
		got := Rank(cs, chain, false)
		for i, p := range got {
			places[p.Unit] = p.Place
			if i > 0 && (p.Total > got[i-1].Total || p.Place < got[i-1].Place) {
				r.Fatalf("%+v", got)
			}
		}
		for _, p := range Rank(rapid.Permutation(cs).Draw(r, "order"), chain, false) {
			if places[p.Unit] != p.Place {
				r.Fatalf("unit %d stands %d or %d", p.Unit, places[p.Unit], p.Place)
			}
		}
	})
}

// A unit's points never lie outside what its kind allows, whatever the figures.
func TestPointsStayInside(t *testing.T) {
	kinds := []Kind{Ratio, Stepped, Sampled, YesNo, Minus, Judged, Gate}
	rapid.Check(t, func(r *rapid.T) {
		it := Item{Kind: rapid.SampledFrom(kinds).Draw(r, "kind"), Max: Points(rapid.IntRange(1, 9000).Draw(r, "max")), A: "a", B: "b", Each: 37, Size: 20, Steps: []Step{{2, 1}}}
		e := Entry{A: rapid.Int64Range(0, 1e6).Draw(r, "a"), B: rapid.Int64Range(0, 1e6).Draw(r, "b"), Yes: rapid.Bool().Draw(r, "yes"), Points: Points(rapid.Int64Range(-9e4, 9e4).Draw(r, "points"))}
		if p := it.points(e); p > it.Max || p < -it.Max || p < 0 && it.Kind != Minus {
			r.Fatalf("%s of %s: %s", it.Kind, it.Max, p)
		}
	})
}

func TestRenewKeepsWhatTheSetStillAllows(t *testing.T) {
	item := func(key string, kind Kind, most Points) Item { return Item{Key: key, Kind: kind, Max: most} }
	s := Sheet{State: Appraised, Items: []Item{item("a", Ratio, 3000), item("b", Judged, 1000), item("c", YesNo, 500), item("d", YesNo, 500)},
		Lines: []Line{{Key: "a", Self: &Entry{A: 4, B: 2}}, {Key: "b", Self: &Entry{Points: 900}}, {Key: "c", Self: &Entry{Yes: true}}, {Key: "d", NA: true, NAReason: "không phát sinh"}}}
	set := Set{Items: []Item{item("a", Ratio, 2000), item("b", Judged, 800), item("c", Judged, 500), item("n", YesNo, 100)}, ByShare: true}
	next, changes := s.Renew(set)
	var told []string
	for _, c := range changes {
		told = append(told, fmt.Sprintf("%s%t%t%t", c.Key, c.Came(), c.Gone(), c.Lost))
	}
	// a: fewer points; b: 9 points are more than it gives now; c: scored otherwise; n: new; d: gone with its answer.
	if want := []string{"afalsefalsefalse", "bfalsefalsetrue", "cfalsefalsetrue", "ntruefalsefalse", "dfalsetruetrue"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	if !next.ByShare || next.Line("a").Self == nil || next.Line("b").Self != nil || next.Line("c").Self != nil || len(next.Lines) != 3 {
		t.Errorf("%+v", next)
	}
	if s.Line("b").Self == nil || len(s.Lines) != 4 {
		t.Error("the sheet it came from was changed")
	}
	if again, more := next.Renew(set); len(more) != 0 || again.Compute().Total != next.Compute().Total {
		t.Errorf("renewed twice: %v", more)
	}
	s.State = Closed
	if _, changes := s.Renew(set); changes != nil {
		t.Error("a closed sheet was renewed")
	}
}

// A unit's own items stand on one sheet with the plan's: no key twice, capitals or not.
func TestOwnKeysStandBesideThePlans(t *testing.T) {
	plan := Set{ID: 1, Movement: 1, Year: 2025, Code: "chung", Name: "Bộ chung", Items: []Item{{Key: "a1", Text: "Trình", Kind: Judged, Max: 500}}}
	own := Set{ID: 2, Movement: 1, Year: 2025, Code: "rieng-7", Name: "Riêng", Unit: 7, Items: []Item{{Key: "A1", Text: "Riêng", Kind: Judged, Max: 500}}}
	for _, pair := range [][2]Set{{own, plan}, {plan, own}} {
		if err := pair[0].Beside([]Set{pair[1]}); fault.CodeOf(err) != "criteria.key-twice" {
			t.Errorf("%s: %v", pair[0].Name, err)
		}
	}
	own.Items[0].Key = "r1"
	other := own
	other.ID, other.Code, other.Unit = 3, "rieng-8", 8
	if err := own.Beside([]Set{plan, other}); err != nil {
		t.Error(err)
	}
	plan.Items = append(plan.Items, Item{Key: "A1", Text: "Trình", Kind: Judged, Max: 500})
	if fault.CodeOf(plan.Check()) != "criteria.key" {
		t.Error("a1 and A1 in one set")
	}
}
