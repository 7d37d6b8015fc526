package registry

import (
	"strings"
	"testing"
	"time"

	"thidua/model/when"
)

func day(s string) when.Date { return when.MustParse(s) }

// threeNinhHai are three units of one name that the province really has had, and
// two bodies.
func threeNinhHai() *Book {
	p := func(from, to string) when.Period { return when.Period{From: day(from), To: day(to)} }
	return NewBook([]Unit{
		{ID: 1, Versions: []Version{{Period: p("", "2025-07-01"), Code: "586", Name: "Huyện Ninh Hải", Official: "Ủy ban nhân dân huyện Ninh Hải", Short: "UBND huyện Ninh Hải", Type: "huyen"}}},
		{ID: 2, Versions: []Version{{Period: p("2025-07-01", ""), Code: "22852", Name: "Xã Ninh Hải", Official: "Ủy ban nhân dân xã Ninh Hải", Short: "UBND xã Ninh Hải", Type: "xa"}}},
		{ID: 3, Versions: []Version{{Period: p("", "2025-07-01"), Code: "22852", Name: "Xã Phương Hải", Official: "Ủy ban nhân dân xã Phương Hải", Short: "UBND xã Phương Hải", Type: "xa", Parent: 1}}},
		{ID: 4, Versions: []Version{
			{Period: p("", "2025-03-01"), Code: "SVHTTDL", Name: "Sở Văn hóa, Thể thao và Du lịch", Official: "Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Thuận", Short: "Sở VHTTDL", Type: "so"},
			{Period: p("2025-03-01", "2025-07-01"), Code: "SVHTT", Name: "Sở Văn hóa và Thể thao", Official: "Sở Văn hóa và Thể thao tỉnh Ninh Thuận", Short: "Sở VHTT", Type: "so"}}},
		{ID: 5, Versions: []Version{{Code: "582", Name: "Thành phố Phan Rang - Tháp Chàm", Official: "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm", Short: "UBND thành phố Phan Rang - Tháp Chàm", Type: "thanh_pho"}}},
		{ID: 6, Versions: []Version{{Code: "HLHPN", Name: "Hội Liên hiệp Phụ nữ tỉnh", Official: "Hội Liên hiệp Phụ nữ tỉnh Ninh Thuận", Short: "Hội LHPN tỉnh", Type: "to_chuc_ctxh"}}},
		{ID: 7, Versions: []Version{{Code: "X1", Name: "Xã Mỹ Sơn", Official: "Ủy ban nhân dân xã Mỹ Sơn", Short: "UBND xã Mỹ Sơn", Type: "xa"}}},
	}, []Event{
		{ID: 1, Date: day("2025-07-01"), Kind: Merge, From: 3, To: 2},
		{ID: 2, Date: day("2025-07-01"), Kind: Dissolve, From: 1, To: 2, Part: true},
		{ID: 3, Date: day("2025-07-01"), Kind: Dissolve, From: 1, To: 7, Part: true},
	})
}

func TestMatch(t *testing.T) {
	b := threeNinhHai()
	for _, c := range []struct {
		text, on string
		unit     UnitID
		certain  bool
		ended    bool
	}{
		{"UBND huyện Ninh Hải", "2025-06-30", 1, true, false},
		{"Ủy ban nhân dân huyện Ninh Hải", "2025-06-30", 1, true, false},
		{"H. Ninh Hải", "2025-06-30", 1, true, false},
		{"Huyện Ninh Hải", "2025-12-05", 1, true, true},
		{"UBND xã Ninh Hải", "2025-12-05", 2, true, false},
		{"Xã Ninh Hải", "2024-12-05", 2, false, false}, // not yet there
		{"Sở VHTTDL", "2024-06-01", 4, true, false},
		{"Sở Văn hoá, Thể thao & Du lịch", "2024-06-01", 4, true, false},
		{"UBND TP. Phan Rang – Tháp Chàm", "2025-06-30", 5, true, false},
		{"Hội LHPN tỉnh", "2025-06-30", 6, true, false},
		{"Hội Liên hiệp Phụ nữ", "2025-06-30", 6, true, false},
		{"xã Mĩ Sơn", "2025-06-30", 7, true, false},
		{"Hoi Lien hiep Phu nu tinh", "2025-06-30", 6, false, false}, // tones lost: a candidate only
		{"Hội Liên hiệp Phụ nử tỉnh", "2025-06-30", 6, false, false}, // a slip of the keys
		{"Phòng Nội vụ huyện Ninh Hải", "2025-06-30", 1, false, false},
		{"Công ty Không Có Trong Sổ", "2025-06-30", 0, false, false},
	} {
		got := b.Match(c.text, day(c.on))
		if c.unit == 0 {
			if len(got) != 0 {
				t.Errorf("%s: found %v", c.text, got)
			}
			continue
		}
		if len(got) == 0 || got[0].Unit != c.unit {
			t.Errorf("%s on %s: %+v, want unit %d", c.text, c.on, got, c.unit)
			continue
		}
		if (got[0].Score >= Certain) != c.certain || (got[0].Ended != 0) != c.ended {
			t.Errorf("%s on %s: score %d, ended %v", c.text, c.on, got[0].Score, got[0].Ended)
		}
	}
}

func TestWalkBothWays(t *testing.T) {
	b := threeNinhHai()
	heirs, whole := b.Heirs(1, day("2025-07-01"))
	if len(heirs) != 2 || whole {
		t.Errorf("a district on several communes: heirs %v, whole %v", heirs, whole)
	}
	if heirs, whole := b.Heirs(3, day("2025-07-01")); len(heirs) != 1 || heirs[0] != 2 || !whole {
		t.Errorf("a merged commune: heirs %v, whole %v", heirs, whole)
	}
	if heirs, whole := b.Heirs(3, day("2025-06-30")); len(heirs) != 1 || heirs[0] != 3 || !whole {
		t.Errorf("the day before: heirs %v, whole %v", heirs, whole)
	}
	before := b.Predecessors(2)
	if len(before) != 2 || before[0].Unit != 3 || before[1].Unit != 1 || !before[1].Event.Part {
		t.Errorf("predecessors %+v", before)
	}
	if got := b.WithCode("22852", 0); len(got) != 2 {
		t.Errorf("a code used twice belongs to %d units", len(got))
	}
	if got := b.WithCode("22852", day("2025-06-30")); len(got) != 1 || got[0].ID != 3 {
		t.Errorf("on a day it belongs to one: %v", got)
	}
}

// A cell full of text, as a hostile file may hold for a unit, takes no longer than
// its length; a unit at its end is still found.
func TestMatchOfALongText(t *testing.T) {
	b := threeNinhHai()
	start := time.Now()
	if c := b.Match(strings.Repeat("phòng ", 100_000), day("2025-08-01")); len(c) > 0 {
		t.Error(c)
	}
	if c := b.Match(strings.Repeat("phòng ", 100_000)+"Xã Mỹ Sơn", day("2025-08-01")); len(c) != 1 || c[0].Unit != 7 || !c[0].Within {
		t.Error(c)
	}
	// It took minutes when every end of the text was looked up.
	if took := time.Since(start); took > 5*time.Second {
		t.Error(took)
	}
}
