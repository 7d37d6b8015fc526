package statistics

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/kit"
)

var today = when.MustParse("2026-01-15")

// Every period that can be chosen is one the model reads, and is found again by its key.
func TestPeriodsReadBack(t *testing.T) {
	for key, want := range map[string]Period{
		"2025":       {Length: Year, Year: 2025},
		"2025-07":    {Length: Month, Part: 7, Year: 2025},
		"2025-Q3":    {Length: Quarter, Part: 3, Year: 2025},
		"2025-H2":    {Length: Half, Part: 2, Year: 2025},
		"2023..2025": {Length: Three, Year: 2025},
		"2021..2025": {Length: Five, Year: 2025},
		"2025-01-15..2025-03-31": {Length: Free, Year: 2025,
			From: when.MustParse("2025-01-15"), To: when.MustParse("2025-03-31")},
	} {
		got := PeriodOf(key, today)
		if got.Length != want.Length || got.Part != want.Part || got.Year != want.Year || want.Length == Free && got != want {
			t.Errorf("%s is %+v", key, got)
		}
		if got.Key() != key {
			t.Errorf("%s is written back as %s", key, got.Key())
		}
		span, ok := got.Span()
		if as, err := report.ParseSpan(key); !ok || err != nil || span != as {
			t.Errorf("%s: %+v, %v", key, span, err)
		}
	}
	for _, l := range Lengths() {
		p := PeriodOf("2025", today).Change(Length(l.Key), today)
		if _, ok := p.Span(); !ok {
			t.Errorf("%s changes to %+v, which is no period", l.Label, p)
		}
	}
	if got := PeriodOf("không phải kỳ", today); got.Key() != "2025" {
		t.Errorf("in January one looks at %s first", got.Key())
	}
	if got := PeriodOf("", when.MustParse("2025-11-15")); got.Key() != "2025" {
		t.Errorf("in November one looks at %s first", got.Key())
	}
}

func TestAFreePeriodNeedsTwoDaysInOrder(t *testing.T) {
	p := Period{Length: Free, From: when.MustParse("2025-03-31"), To: when.MustParse("2025-01-15")}
	if _, ok := p.Span(); ok {
		t.Error("a period that ends before it begins")
	}
	p.To = p.From
	if s, ok := p.Span(); !ok || s.To != p.From.AddDays(1) {
		t.Errorf("one day: %+v", s)
	}
	if p.Years(today) != nil || p.Parts() != nil {
		t.Error("a free period has years or parts to choose")
	}
}

func state() *State {
	return &State{Got: office.Statistic{
		Form: form.StatisticForm{Columns: []form.StatisticColumn{{Key: "tong", Heads: []string{"Tổng số"}}, {Key: "bk", Heads: []string{"Chia ra", "Bằng khen", "Tập thể"}}},
			Rows: []form.StatisticRow{{Code: "01", Label: "Tổng số"}, {Label: "1. Chia theo đối tượng"}, {Code: "02", Label: "- Tập thể"}}},
		Cells:   map[string]map[string]int{"01": {"tong": 1200, "bk": 3}, "02": {"tong": 2}},
		Behind:  map[string]map[string][]int64{"01": {"bk": {4, 5}}},
		Filing:  report.Filing{Typed: map[string]map[string]int{"01": {"bk": 3}, "02": {"tong": 2}}},
		Changes: []report.CellChange{{Row: "02", Column: "tong", Filed: 2, Now: 5}},
	}}
}

func TestCellsTellWhatTheyAre(t *testing.T) {
	s := state()
	ls := s.Lines()
	if got := []string{s.Cell(ls[0], "tong"), s.Cell(ls[1], "tong"), s.Cell(ls[2], "bk")}; !cmp.Equal(got, []string{"1.200", "", ""}) {
		t.Errorf("%q", got)
	}
	if got := []kit.Tone{s.CellTone(ls[0], "tong"), s.CellTone(ls[0], "bk"), s.CellTone(ls[2], "tong")}; !cmp.Equal(got, []kit.Tone{kit.Info, kit.Warn, kit.Bad}) {
		t.Errorf("%v", got)
	}
	if s.Counted("01", "bk") != 2 || s.Counted("02", "bk") != 0 {
		t.Error("what is counted is not the list")
	}
	if got := s.Changes(); len(got) != 1 || got[0] != "Dòng Tập thể, cột Tổng số: đã gửi 2, nay là 5" {
		t.Errorf("%q", got)
	}
	if got := s.ColumnName("bk"); got != "Bằng khen, Tập thể" {
		t.Errorf("%q", got)
	}
}

func TestTypingOneRowKeepsTheOthers(t *testing.T) {
	s := state()
	got, _, ok := s.TypedWith("01", map[string]string{"tong": " 1.250 ", "bk": ""})
	if !ok || !cmp.Equal(got, map[string]map[string]int{"01": {"tong": 1250}, "02": {"tong": 2}}) {
		t.Errorf("%v", got)
	}
	if _, bad, ok := s.TypedWith("01", map[string]string{"bk": "mười"}); ok || bad != "bk" {
		t.Errorf("%q passes", bad)
	}
	if _, bad, ok := s.TypedWith("01", map[string]string{"bk": "-1"}); ok || bad != "bk" {
		t.Errorf("%q passes", bad)
	}
	if len(s.Got.Filing.Typed["01"]) != 1 {
		t.Error("what was read was changed")
	}
}

func TestEveryFormHasItsName(t *testing.T) {
	s := State{Forms: form.StatisticForms()}
	seen := map[string]bool{}
	for _, c := range s.FormChoices() {
		if c.Label == "" || seen[c.Label] {
			t.Errorf("%s is called %q", c.Key, c.Label)
		}
		seen[c.Label] = true
	}
}
