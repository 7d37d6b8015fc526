package units

import (
	"testing"

	"thidua/model/registry"
	"thidua/model/when"
)

// book: a department with an office under it, a district that ended on
// 01/7/2025 and went into two communes, one of them in part.
func book() *registry.Book {
	end, begin := when.MustParse("2025-07-01"), when.MustParse("2000-01-01")
	v := func(from, to when.Date, code, name, group string, parent int64) registry.Version {
		return registry.Version{Period: when.Period{From: from, To: to}, Code: code, Name: name, Official: name, Type: "so", Group: group, Parent: parent}
	}
	return registry.NewBook([]registry.Unit{
		{ID: 1, Versions: []registry.Version{v(begin, 0, "SNV", "Sở Nội vụ", "so_ban_nganh", 0)}},
		{ID: 2, Versions: []registry.Version{v(begin, 0, "VPS", "Văn phòng Sở", "truc_thuoc", 1)}},
		{ID: 3, Versions: []registry.Version{v(begin, end, "NP", "Huyện Ninh Phước", "huyen_thanh_pho", 0)}},
		{ID: 4, Versions: []registry.Version{v(end, 0, "PD", "Xã Phước Dinh", "xa_phuong_thi_tran", 0)}},
		{ID: 5, Versions: []registry.Version{v(end, 0, "PH", "Xã Phước Hậu", "xa_phuong_thi_tran", 0)}},
		{ID: 6, Versions: []registry.Version{v(begin, 0, "A", "Vòng một", "truc_thuoc", 7)}},
		{ID: 7, Versions: []registry.Version{v(begin, 0, "B", "Vòng hai", "truc_thuoc", 6)}},
	}, []registry.Event{
		{ID: 1, Date: end, Kind: registry.Split, From: 3, To: 4, Part: true},
		{ID: 2, Date: end, Kind: registry.Split, From: 3, To: 5, Part: true},
	})
}

func TestTreeStandsAsOfItsDay(t *testing.T) {
	s := State{Book: book(), Day: when.MustParse("2025-06-30")}
	if n := Total(s.Tree()); n != 5 {
		t.Errorf("%d units before", n)
	}
	s.Day = when.MustParse("2025-07-01")
	if n := Total(s.Tree()); n != 6 {
		t.Errorf("%d units after", n)
	}
	for _, g := range s.Tree() {
		if g.Unit != 0 || g.Count != len(g.Under) || g.Count == 0 {
			t.Errorf("group %+v", g)
		}
	}
}

func TestUnderTheSuperiorBody(t *testing.T) {
	s := State{Book: book(), Day: when.MustParse("2025-07-01"), ByBody: true}
	nodes := s.Tree()
	if nodes[0].Name != "Sở Nội vụ" || len(nodes[0].Under) != 1 || nodes[0].Under[0].Name != "Văn phòng Sở" {
		t.Errorf("%+v", nodes[0])
	}
	// Two bodies that stand under each other are an error of the data, not a reason to hang or to lose them.
	if n := Total(nodes); n != 6 {
		t.Errorf("%d units", n)
	}
}

func TestLookingForAUnitWithoutTones(t *testing.T) {
	s := State{Book: book(), Day: when.MustParse("2025-07-01"), Text: "phuoc"}
	if n := Total(s.Tree()); n != 2 {
		t.Errorf("%d units", n)
	}
	s.Text = "vps"
	if n := Total(s.Tree()); n != 1 {
		t.Errorf("by code: %d units", n)
	}
}

func TestDetailOfAUnitThatEnded(t *testing.T) {
	s := State{Book: book(), Day: when.MustParse("2025-12-01"), Unit: 3}
	d, ok := s.Detail()
	if !ok || d.Exists || d.Version.Name != "Huyện Ninh Phước" || len(d.After) != 2 || len(d.Before) != 0 {
		t.Fatalf("%+v", d)
	}
	if d.Whole || len(d.Heirs) != 2 {
		t.Errorf("heirs %v whole %v", d.Heirs, d.Whole)
	}
	if d.After[0].Name != "Xã Phước Dinh" || !d.After[0].Part || d.After[0].What != "Chia tách" {
		t.Errorf("after %+v", d.After[0])
	}
	s.Unit = 4
	d, _ = s.Detail()
	if len(d.Before) != 1 || d.Before[0].Name != "Huyện Ninh Phước" {
		t.Errorf("before %+v", d.Before)
	}
	if _, ok := (&State{Book: book(), Unit: 99}).Detail(); ok {
		t.Error("a unit that is not there has a detail")
	}
}

// Before it is recorded the officer reads what a change does, or what it still lacks.
func TestPreviewOfAChange(t *testing.T) {
	s := State{Book: book()}
	c := registry.Change{Way: registry.Merging, Date: when.MustParse("2025-09-01"), Legal: "NQ 1", From: []registry.UnitID{1}, To: []registry.UnitID{4}}
	if got := s.Preview(c); got != "Sở Nội vụ kết thúc hoạt động hết ngày 31/08/2025.\nXã Phước Dinh kế thừa: lịch sử khen thưởng, nghĩa vụ báo cáo được nối theo.\nChuyển về trực thuộc Xã Phước Dinh: Văn phòng Sở." {
		t.Error(got)
	}
	c.Way = registry.Parting
	if got := s.Preview(c); got != "Từ ngày 01/09/2025, một phần của Sở Nội vụ chuyển sang Xã Phước Dinh; Sở Nội vụ vẫn hoạt động." {
		t.Error(got)
	}
	c.Way, c.From, c.To = registry.Dissolving, []registry.UnitID{5}, nil
	if got := s.Preview(c); got != "Xã Phước Hậu kết thúc hoạt động hết ngày 31/08/2025.\nKhông có đơn vị kế thừa." {
		t.Error(got)
	}
	c.Date, c.Legal = 0, ""
	if got := s.Preview(c); got != "Chưa có ngày có hiệu lực. Hãy ghi đủ ngày, tháng, năm. Chưa ghi căn cứ. Hãy ghi số, ký hiệu của nghị quyết hoặc quyết định." {
		t.Error(got)
	}
}

func TestAUnitDissolvedWithoutAnHeirSaysSo(t *testing.T) {
	b := book()
	changed, err := b.Change(registry.Change{Way: registry.Dissolving, Date: when.MustParse("2025-09-01"), Legal: "NQ 1", From: []registry.UnitID{5}})
	if err != nil {
		t.Fatal(err)
	}
	s := State{Book: registry.NewBook(changed.Units, changed.Events), Day: when.MustParse("2025-09-01"), Unit: 5}
	if d, ok := s.Detail(); !ok || d.Exists || len(d.After) != 1 || d.After[0].Unit != 0 || d.After[0].Legal != "NQ 1" {
		t.Errorf("%+v", d)
	}
}
