package settings

import (
	"errors"
	"slices"
	"testing"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
)

var day = when.MustParse("2026-01-15")

// noticed is a yearly notice: a Friday off for a Saturday worked.
const noticed = `[{"date":"2026-01-02","off":true,"name":"Nghỉ hoán đổi","source":"Công văn 1"},{"date":"2026-01-10","off":false,"name":"Làm bù cho ngày 02/01"}]`

// own is a text of the office as the store keeps it.
func own(key, text, from, to string) office.Setting {
	return office.Setting{Key: "van-ban/" + key, Value: text, Period: when.Period{From: when.MustParse(from), To: when.MustParse(to)}}
}

func texts0(list ...office.Setting) *Texts {
	var ws []form.Wording
	for _, s := range list {
		ws = append(ws, form.Wording{Key: s.WordingOf(), Text: s.Value, Period: s.Period})
	}
	return &Texts{All: form.NewTexts(form.Defaults(), ws), Own: list, Day: day}
}

func TestDoubtsStandFirstUntilSomebodyHasLooked(t *testing.T) {
	s := texts0()
	lines := s.Lines()
	doubts := len(s.All.Doubts(day))
	if doubts == 0 || len(lines) < 200 {
		t.Fatalf("%d doubts of %d texts: nothing to show", doubts, len(lines))
	}
	for i, l := range lines {
		if (l.Now.Doubt != "") != (i < doubts) {
			t.Errorf("%s at %d", l.Key, i)
		}
	}
	s = texts0(own("quy-che-tinh", form.Nothing, "2026-01-10", ""))
	if got := len(s.Lines()); got != len(lines) {
		t.Errorf("%d lines with an own text, %d without", got, len(lines))
	}
	s.Doubt = true
	if got := len(s.Lines()); got != doubts-1 {
		t.Errorf("%d doubts left of %d", got, doubts)
	}
	s.Doubt, s.Mine = false, true
	if got := s.Lines(); len(got) != 1 || got[0].Label == got[0].Key || !got[0].Now.Mine {
		t.Errorf("own texts %+v", got)
	}
}

func TestEveryTextHasItsPaper(t *testing.T) {
	s := texts0()
	codes, names := s.Papers()
	for i, c := range codes {
		if names[i] == c {
			t.Errorf("group %s of texts has no name", c)
		}
		s.Paper = c
		if len(s.Lines()) == 0 {
			t.Errorf("no text of %s", c)
		}
	}
	s.Paper, s.Text = "", "quy che thi dua"
	if got := s.Lines(); len(got) == 0 || got[0].Key != "quy-che-tinh" {
		t.Errorf("found %v without tones", got)
	}
}

func TestTextsOfAPaperAreFoundByItsCode(t *testing.T) {
	for code, want := range map[string]string{"to-trinh": "to-trinh", "to-trinh-thu-tuong": "to-trinh-thu-tuong", "bieu-0601": "bieu", "bo-ho-so": "", "": ""} {
		if got := GroupOf(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

func TestATextHoldsUntilTheNextOne(t *testing.T) {
	bare := texts0()
	bare.Key = "luat-tdkt"
	_, shipped, _ := bare.Current()
	s := texts0(own("luat-tdkt", "Luật A", "2025-01-01", "2026-03-01"), own("luat-tdkt", "Luật B", "2026-03-01", ""))
	s.Key = "luat-tdkt"
	l, vs, ok := s.Current()
	if !ok || l.Now.Text != "Luật A" || len(shipped) == 0 || len(vs) != len(shipped)+2 {
		t.Fatalf("now %q of %d", l.Now.Text, len(vs))
	}
	for i := 1; i < len(vs); i++ {
		if vs[i].From > vs[i-1].From {
			t.Errorf("version %d is newer than the one above", i)
		}
	}
	if got := s.Until("luat-tdkt", when.MustParse("2026-01-15")); got != when.MustParse("2026-03-01") {
		t.Errorf("until %s", got)
	}
	// The program knows of a law to come: what is written now ends there.
	if got := texts0().Until("luat-tdkt", day); got != when.MustParse("2026-10-01") {
		t.Errorf("until %s", got)
	}
	s = texts0(own("ky-chu-tich", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "2026-01-15", ""))
	s.Key = "ky-chu-tich"
	if _, vs, _ := s.Current(); len(vs) != 2 || vs[0].To != 0 || vs[1].To != when.MustParse("2026-01-15") {
		t.Errorf("the program's text does not end where the office's begins: %+v", vs)
	}
	if got := texts0().Until("tinh", day); got != 0 {
		t.Errorf("until %s", got)
	}
}

func TestATextIsCheckedBeforeItIsSaved(t *testing.T) {
	s := texts0()
	codes := func(w form.Wording) (out []string) {
		var l fault.List
		errors.As(s.Check(w), &l)
		for _, e := range l {
			out = append(out, e.Code+"@"+e.Field)
		}
		return out
	}
	w := form.Wording{Key: "to-trinh.mo-dau", Text: "Thực hiện {ten-phong-trao} của {TINH}[, {bien-ban}]", Period: when.Period{From: day}}
	if got := codes(w); got != nil {
		t.Errorf("a good text: %v", got)
	}
	w.Text = "Thực hiện {phong-trao-nao} [của"
	if got := codes(w); !slices.Equal(got, []string{"page.text-unknown@text"}) {
		t.Errorf("a misspelt place: %v", got)
	}
	w.Text, w.From = " ", 0
	if got := codes(w); !slices.Equal(got, []string{"page.text-empty@text", "ui.bad-date@from"}) {
		t.Errorf("nothing at all: %v", got)
	}
	for _, p := range s.Places("to-trinh.mo-dau") {
		if bad := s.All.Unknown("to-trinh.mo-dau", "{"+p.Name+"}"); len(bad) > 0 {
			t.Errorf("%s is offered and refused", p.Name)
		}
	}
}

func TestOtherSpellings(t *testing.T) {
	a := award.Award{Name: "Bằng khen của Thủ tướng Chính phủ", Short: "BK TTg"}
	got := Aliases("  BK  Thủ tướng \n\nbằng khen thủ tướng\nBẰNG KHEN THỦ TƯỚNG\nBằng khen của Thủ tướng Chính phủ", a)
	if !slices.Equal(got, []string{"BK Thủ tướng", "bằng khen thủ tướng"}) {
		t.Errorf("%q", got)
	}
	if got := KindsOf([]string{"Cá nhân", "Tập thể", "Ai đó"}); !slices.Equal(got, []registry.Kind{registry.Collective, registry.Individual}) {
		t.Errorf("kinds %v", got)
	}
	if got := NextOrder(award.Load().Awards); got <= 0 || got%10 != 0 {
		t.Errorf("next place %d", got)
	}
}

func TestMoneyAsTyped(t *testing.T) {
	for text, want := range map[string]award.Dong{"2.340.000": 2_340_000, " 2 340 000 đ": 2_340_000, "1800000 đồng": 1_800_000, "0": 0, "-5": 0, "hai triệu": 0, "": 0} {
		got, err := ReadDong(text)
		if got != want || (err == nil) != (want > 0) {
			t.Errorf("%q is %d, %v", text, got, err)
		}
	}
	for text, want := range map[string]int64{"3,5": 350, "3.5": 350, "12": 1200, "0,75": 75, "5,25": 525, "0": 0, "1,234": 0, ",5": 0, "ba": 0, "-1": 0} {
		got, err := ReadHundredths(text)
		if got != want || (err == nil) != (want > 0) {
			t.Errorf("%q is %d, %v", text, got, err)
		}
		if err == nil {
			if back, _ := ReadHundredths(HundredthsText(got)); back != got {
				t.Errorf("%d is written %q", got, HundredthsText(got))
			}
		}
	}
}

func TestCoefficientsWithTheirSums(t *testing.T) {
	c := award.Load()
	rows := Coefficients(c, day, true)
	found := false
	for i, r := range rows {
		if !r.Holds(day) || r.Sum == "" {
			t.Errorf("%+v", r)
		}
		if i > 0 && r.Order < rows[i-1].Order {
			t.Errorf("%s stands behind a lower award", r.Award)
		}
		// domain: 3,5 × 2.340.000 = 8.190.000
		found = found || r.Coefficient.Award == "bang_khen_thu_tuong" && r.Kind == registry.Individual && r.Sum == "8.190.000"
	}
	if !found {
		t.Error("the Bằng khen của Thủ tướng of one person is not worth 8.190.000 đồng")
	}
	if all := Coefficients(c, day, false); len(all) <= len(rows) {
		t.Errorf("%d coefficients of all times, %d of today", len(all), len(rows))
	}
}

func TestTheOfficesOwnDays(t *testing.T) {
	kept := []office.Setting{{Key: office.CalendarKey, Value: noticed, Source: "Thông báo"}}
	days, err := SpecialDays(kept)
	if err != nil {
		t.Fatal(err)
	}
	before := WorkingDays(days, 2026)
	extra := when.SpecialDay{Date: when.MustParse("2026-07-06"), Off: true, Name: "Nghỉ thử"} // a Monday
	more, err := PutDay(days, 0, extra)
	if err != nil || WorkingDays(more, 2026) != before-1 {
		t.Errorf("%d working days, %d before: %v", WorkingDays(more, 2026), before, err)
	}
	if _, err := PutDay(more, 0, extra); fault.CodeOf(err) != "page.day-twice" {
		t.Errorf("a day twice: %v", err)
	}
	if again, err := PutDay(more, extra.Date, when.SpecialDay{Date: extra.Date, Name: "Làm thử"}); err != nil || WorkingDays(again, 2026) != before {
		t.Errorf("changed to a worked day: %v", err)
	}
	if _, err := PutDay(days, 0, when.SpecialDay{}); err == nil {
		t.Error("a day without date and name is taken")
	}
	s, err := DaysSetting(DropDay(more, extra.Date), kept)
	if err != nil || s.Key != office.CalendarKey || s.Source != "Thông báo" {
		t.Fatalf("%+v %v", s, err)
	}
	back, err := SpecialDays([]office.Setting{s})
	if err != nil || !slices.Equal(back, days) {
		t.Errorf("the list does not survive being kept: %v", err)
	}
	kinds := map[DayKind]int{}
	list := DaysOf(days, 2026)
	for i, d := range list {
		kinds[d.Kind]++
		if i > 0 && d.Date <= list[i-1].Date {
			t.Errorf("%s out of order", d.Date)
		}
	}
	if kinds[ByLaw] < 10 || kinds[OffToo] == 0 || kinds[WorkedToo] == 0 {
		t.Errorf("days %v", kinds)
	}
	if Weekday(when.MustParse("2026-07-06")) != "Thứ Hai" || Weekday(when.MustParse("2026-07-05")) != "Chủ nhật" {
		t.Error("wrong weekday")
	}
}

func TestRuleSets(t *testing.T) {
	c := award.Load()
	at := RuleAt(c.Rules, day)
	if at < 0 || !c.Rules[at].Holds(day) {
		t.Fatalf("set %d", at)
	}
	if len(StandardsOf(c, c.Rules[at])) == 0 {
		t.Error("the set in force has no standards")
	}
	if Standing(c.Rules[at].Period, day) == Standing(c.Rules[at].Period, c.Rules[at].From.AddDays(-1)) {
		t.Error("a set that has not begun reads like one in force")
	}
}
