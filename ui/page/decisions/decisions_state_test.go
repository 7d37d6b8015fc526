package decisions

import (
	"fmt"
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/words"
)

const (
	ours  = "bang_khen_chu_tich_tinh"
	above = "bang_khen_thu_tuong"
)

func item(nominee int64, k registry.Kind, name string) decision.Item {
	return decision.Item{Nominee: nominee, Dossier: nominee * 10, Kind: k, Name: name}
}

// drafted is a page that holds a draft of two bodies and three people.
func drafted() *State {
	s := &State{Catalogue: award.Load(), Movements: []movement.Movement{{ID: 1, Code: "M1", Name: "Phong trào một"}, {ID: 2, Code: "M2", Name: "Phong trào hai"}}}
	d := decision.Decision{ID: 5, Movement: 1, Award: ours, Decider: "Chủ tịch", Items: []decision.Item{
		item(1, registry.Collective, "Phòng Một"), item(2, registry.Collective, "Phòng Hai"),
		item(3, registry.Individual, "Trần Văn Yên"), item(4, registry.Individual, "Lê Thị An"), item(5, registry.Individual, "Đỗ Văn Bình")}}
	s.List = []decision.Decision{d,
		{ID: 4, Movement: 1, Award: ours, Number: "9/QĐ", Date: when.MustParse("2025-12-01"), Issued: true, Decider: "Chủ tịch", Signer: "Người Ký", Items: d.Items[:1]},
		{ID: 3, Movement: 2, Award: above, Number: "8/QĐ", Date: when.MustParse("2025-10-01"), Issued: true, Decider: "Chủ tịch", Signer: "Người Cũ"},
		{ID: 2, Movement: 1, Award: ours, Act: decision.Revokes, Of: 4, Number: "10/QĐ", Date: when.MustParse("2025-12-20"), Issued: true}}
	s.ID = 5
	s.Hold(office.DecisionFile{Decision: d})
	return s
}

func names(s *State) (out []string) {
	for _, l := range s.Lines() {
		out = append(out, l.Name)
	}
	return out
}

func TestDraftsStandFirstAndAreNarrowed(t *testing.T) {
	for name, x := range map[string]struct {
		edit func(*State)
		want []int64
	}{
		"all":              {func(*State) {}, []int64{5, 2, 4, 3}},
		"one movement":     {func(s *State) { s.Movement = "M2" }, []int64{3}},
		"one award":        {func(s *State) { s.Award = ours }, []int64{5, 2, 4}},
		"drafts":           {func(s *State) { s.Show = ShowDrafts }, []int64{5}},
		"issued":           {func(s *State) { s.Show = ShowIssued }, []int64{2, 4, 3}},
		"that change":      {func(s *State) { s.Show = ShowAmends }, []int64{2}},
		"somebody in it":   {func(s *State) { s.Text = "le thi an" }, []int64{5}},
		"a number in it":   {func(s *State) { s.Text = "9/qd" }, []int64{4}},
		"nobody has these": {func(s *State) { s.Text = "khong co" }, nil},
	} {
		s := drafted()
		x.edit(s)
		var got []int64
		for _, r := range s.Rows() {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	states := map[int64]string{}
	for _, r := range drafted().Rows() {
		states[r.ID] = StateOf(r)
	}
	for id, want := range map[int64]string{5: words.DecisionDraft, 4: words.DecisionPartly, 3: words.DecisionIssued} {
		if states[id] != want {
			t.Errorf("decision %d is %q", id, states[id])
		}
	}
}

func TestLinesMoveWithinTheirKind(t *testing.T) {
	for name, x := range map[string]struct {
		at   []int
		by   int
		want []string
		now  []int
	}{
		"down":              {[]int{2}, 1, []string{"Phòng Một", "Phòng Hai", "Lê Thị An", "Trần Văn Yên", "Đỗ Văn Bình"}, []int{3}},
		"up":                {[]int{4}, -1, []string{"Phòng Một", "Phòng Hai", "Trần Văn Yên", "Đỗ Văn Bình", "Lê Thị An"}, []int{3}},
		"two together":      {[]int{3, 4}, -1, []string{"Phòng Một", "Phòng Hai", "Lê Thị An", "Đỗ Văn Bình", "Trần Văn Yên"}, []int{2, 3}},
		"to the head":       {[]int{4}, -2, []string{"Phòng Một", "Phòng Hai", "Đỗ Văn Bình", "Trần Văn Yên", "Lê Thị An"}, []int{2}},
		"out of its kind":   {[]int{2}, -1, []string{"Phòng Một", "Phòng Hai", "Trần Văn Yên", "Lê Thị An", "Đỗ Văn Bình"}, []int{2}},
		"over the end":      {[]int{4}, 1, []string{"Phòng Một", "Phòng Hai", "Trần Văn Yên", "Lê Thị An", "Đỗ Văn Bình"}, []int{4}},
		"a body and people": {[]int{1, 3}, -1, []string{"Phòng Hai", "Phòng Một", "Lê Thị An", "Trần Văn Yên", "Đỗ Văn Bình"}, []int{0, 2}},
	} {
		s := drafted()
		now := s.Move(x.at, x.by)
		if got := names(s); !slices.Equal(got, x.want) || !slices.Equal(now, x.now) {
			t.Errorf("%s: %v at %v", name, got, now)
		}
		no := map[registry.Kind]int{}
		for _, l := range s.Lines() {
			if no[l.Kind]++; s.Moved && l.No != no[l.Kind] {
				t.Errorf("%s: %s has number %d", name, l.Name, l.No)
			}
		}
	}
}

func TestOrderOfNames(t *testing.T) {
	s := drafted()
	s.ByName()
	if got := names(s); !slices.Equal(got, []string{"Phòng Hai", "Phòng Một", "Lê Thị An", "Đỗ Văn Bình", "Trần Văn Yên"}) {
		t.Errorf("%v", got)
	}
}

func TestAnOrderInHandIsKeptUntilTheDraftChanges(t *testing.T) {
	s := drafted()
	s.Move([]int{2}, 1)
	moved := names(s)
	s.Hold(s.File) // read again, nobody changed it
	if got := names(s); !slices.Equal(got, moved) || !s.Moved {
		t.Errorf("the order in hand is lost: %v", got)
	}
	f := s.File
	f.Decision.Rev++
	s.Hold(f)
	if s.Moved || names(s)[2] != "Trần Văn Yên" {
		t.Error("an order somebody saved meanwhile is not shown")
	}
	if got := s.Without([]int{0, 3}); len(got) != 3 || got[0].Name != "Phòng Hai" || got[0].No != 1 || got[2].No != 2 {
		t.Errorf("less two: %+v", got)
	}
}

func TestWhatWaitsForADecision(t *testing.T) {
	s := drafted()
	d := func(id int64, code string, stage dossier.Stage) dossier.Dossier {
		return dossier.Dossier{ID: id, Movement: 1, Award: code, Kind: registry.Individual, Stage: stage}
	}
	list := []dossier.Dossier{d(30, ours, dossier.Passed), d(31, ours, dossier.Passed), d(32, ours, dossier.Submitted), d(33, ours, dossier.Decided),
		d(34, above, dossier.Submitted), d(35, above, dossier.Passed)}
	list[1].Kind = registry.Collective
	show := func(ps []Pending) (out []string) {
		for _, p := range ps {
			for _, d := range p.Dossiers {
				out = append(out, fmt.Sprint(p.Award.Code, " ", d.ID))
			}
		}
		return out
	}
	// 30 is in the draft (nominee 3); 33 has its decision; 34 and 35 are decided above.
	if got := show(s.Waiting(list, 1, false)); !slices.Equal(got, []string{ours + " 31", ours + " 32"}) {
		t.Errorf("for our own: %v", got)
	}
	if got := show(s.Waiting(list, 1, true)); !slices.Equal(got, []string{above + " 34"}) {
		t.Errorf("from above: %v", got)
	}
}

func TestLinesKnowTheirHonour(t *testing.T) {
	s := drafted()
	issued, err := s.File.Decision.Issue("12/QĐ", when.MustParse("2026-01-10"))
	if err != nil {
		t.Fatal(err)
	}
	f := office.DecisionFile{Decision: issued, Records: issued.Records("M1", "", "")}
	for i := range f.Records {
		f.Records[i].ID = int64(100 + i)
	}
	f.Records[2].Revoked, f.Records[2].RevokedBy = when.MustParse("2026-02-01"), "20/QĐ"
	f.Handings = []award.Handing{{Record: 101, What: award.HandedOut}}
	f.Paid = []award.Booking{{Record: 102, Source: award.SourceRecovery, In: 3_510_000, Day: when.MustParse("2026-02-05")}}
	s.Hold(f)
	for i, l := range s.Lines() {
		if l.Record.ID != int64(100+i) || l.Gone() != (i == 2) || l.Handed != (i == 1) {
			t.Errorf("line %d: %+v", i, l)
		}
	}
	_, paid := s.Paid()
	_, back := s.Back(102)
	if _, other := s.Back(101); paid || !back || other {
		t.Error("money taken back is not money paid")
	}
	if got := s.PrizeNote(office.PrizeLine{Record: f.Records[2]}); got != "Đã hủy bỏ; đã thu hồi 3.510.000 đồng ngày 05/02/2026" {
		t.Errorf("the line says %q", got)
	}
	now := slices.Clone(f.Records)
	now[3].Post = "Trưởng phòng"
	if got := Changed(f.Records, now); len(got) != 1 || got[0].ID != 103 {
		t.Errorf("changed %v", got)
	}
	if got := s.LastSigner(decision.Decision{Decider: "Chủ tịch"}); got != "Người Ký" {
		t.Errorf("signed last by %q", got)
	}
}

func TestWhatIsHigher(t *testing.T) {
	s := drafted()
	s.Movements[0].Awards = []movement.Grant{{Award: above}}
	s.File.Award, _ = s.Catalogue.Award(ours)
	list := s.Lines()
	for i := range list {
		list[i].Record.ID = int64(i + 1)
	}
	list[3].Record.Revoked = when.MustParse("2026-02-01")
	list[4].Dossier = 0
	who := Standing(list)
	if len(who) != 3 || who[2].Name != "Trần Văn Yên" {
		t.Errorf("who can be sent up: %v", who)
	}
	for name, x := range map[string]struct {
		lines []Line
		yes   []string
		no    []string
	}{
		"bodies":     {who[:2], []string{above, "co_thi_dua_chinh_phu"}, []string{ours, "giay_khen", "cstd_toan_quoc"}},
		"everybody":  {who, []string{above}, []string{"co_thi_dua_chinh_phu", "cstd_toan_quoc"}},
		"one person": {who[2:], []string{above, "cstd_toan_quoc"}, []string{"co_thi_dua_chinh_phu"}},
	} {
		var got []string
		for _, a := range s.Higher(x.lines) {
			got = append(got, a.Code)
		}
		for _, code := range x.yes {
			if !slices.Contains(got, code) {
				t.Errorf("%s: %s is not offered", name, code)
			}
		}
		for _, code := range x.no {
			if slices.Contains(got, code) {
				t.Errorf("%s: %s is offered", name, code)
			}
		}
		if got[0] != above {
			t.Errorf("%s: the movement's own stands after %s", name, got[0])
		}
	}
}
