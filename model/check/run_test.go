package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// An overruled finding stays, with the officer's reason, and no longer stands in
// the way; when what is seen changes, the officer is asked again.
func TestOverruleLapsesWithTheFacts(t *testing.T) {
	day := when.Of(2025, 12, 8)
	f := Facts{Day: day, Movement: movement.Load()[0], Catalogue: award.Load(), Say: sentences(t),
		Dossiers: []dossier.Dossier{{ID: 1, Nominee: 1, Kind: registry.Individual, Name: "Kiều Thị Sương", Award: "giay_khen",
			Stage: dossier.Appraising, Received: day, UnitText: "Công ty Muối", Position: "Kế toán", Gender: "female",
			Birth: when.Of(1980, 0, 0), IDNumber: "058180001234", Achievement: "a", Ground: "Điều 75.2"}}}
	fs := Run(f)
	i := slices.IndexFunc(fs, func(f Finding) bool { return f.Rule == "KT-05" })
	if i < 0 || Worst(fs) != Warning {
		t.Fatalf("%s\nworst %s", show(fs, ""), Worst(fs))
	}
	f.Overrules = []Overrule{{Dossier: 1, Rule: "KT-05", Seen: fs[i].Seen, Reason: "Doanh nghiệp ngoài danh mục", Officer: "Nguyễn Văn Mẫu", Day: day}}
	fs = Run(f)
	if o := fs[i].Overruled; o == nil || o.Officer != "Nguyễn Văn Mẫu" || fs[i].Stands() {
		t.Errorf("the overrule does not hold: %+v", fs[i])
	}
	if Worst(fs) == Warning {
		t.Error("an overruled warning still counts")
	}
	f.Dossiers[0].UnitText = "Công ty Muối Cà Ná"
	if fs = Run(f); !fs[i].Stands() {
		t.Error("the overrule holds although another unit is seen now")
	}
	f.Overrules[0].Dossier = 2
	f.Dossiers[0].UnitText = "Công ty Muối"
	if fs = Run(f); !fs[i].Stands() {
		t.Error("the overrule of another dossier holds here")
	}
}

func TestWorstAndOf(t *testing.T) {
	set := &Overrule{}
	for _, c := range []struct {
		fs   []Finding
		want Severity
	}{
		{nil, ""}, {[]Finding{{Severity: Info}}, Info}, {[]Finding{{Severity: Info}, {Severity: Warning}}, Warning},
		{[]Finding{{Severity: Warning}, {Severity: Error}}, Error}, {[]Finding{{Severity: Warning}, {Severity: Error, Overruled: set}}, Warning},
		{[]Finding{{Severity: Warning}, {Severity: Info}}, Warning},
	} {
		if got := Worst(c.fs); got != c.want {
			t.Errorf("%v: %q, want %q", c.fs, got, c.want)
		}
	}
	if got := Of([]Finding{{Dossier: 1}, {Dossier: 2}, {Dossier: 1}}, 1); len(got) != 2 {
		t.Errorf("%d findings of dossier 1", len(got))
	}
}

// A finding without a person to say it still carries its code and arguments.
func TestWithoutWords(t *testing.T) {
	fs := Run(Facts{Day: when.Of(2025, 12, 8), Dossiers: []dossier.Dossier{{ID: 1, Stage: dossier.Received}}})
	if len(fs) == 0 || fs[0].Code == "" || fs[0].Seen != "" {
		t.Errorf("%+v", fs)
	}
}

func TestGroundKey(t *testing.T) {
	want := groundKeyOf("Điều 73.4.đ")
	for _, s := range []string{"điều 73.4.đ", "73.4.đ", "Điểm đ khoản 4 Điều 73", "Điều 73, khoản 4, điểm đ", "điểm đ, khoản 4, Điều 73"} {
		if got := groundKeyOf(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"Điều 73.4.d", "Điều 73.4", "Điều 74.4.đ"} {
		if groundKeyOf(s) == want {
			t.Errorf("%q is taken for another ground", s)
		}
	}
}

func TestRunTo(t *testing.T) {
	for _, c := range []struct {
		years []int
		year  int
		want  int
	}{
		{nil, 2025, 0}, {[]int{2024}, 2025, 1}, {[]int{2023}, 2025, 0}, {[]int{2025}, 2025, 1},
		{[]int{2022, 2023, 2024}, 2025, 3}, {[]int{2021, 2023, 2024}, 2025, 2}, {[]int{2023, 2023, 2024, 2024}, 2025, 2},
		{[]int{2023, 2024, 2025, 2026}, 2025, 3}, // what came later does not count
	} {
		if got := runTo(c.years, c.year); got != c.want {
			t.Errorf("%v up to %d: %d, want %d", c.years, c.year, got, c.want)
		}
	}
}

// Whether a dossier has a finding does not depend on the order dossiers are handed in.
func TestOrderDoesNotMatter(t *testing.T) {
	f := many(60)
	key := func(fs []Finding) []string {
		var out []string
		for _, x := range fs {
			out = append(out, fmt.Sprintf("%d %s %s", x.Dossier, x.Rule, x.Severity))
		}
		slices.Sort(out)
		return out
	}
	want := key(Run(f))
	if len(want) < 60 {
		t.Fatalf("only %d findings: nothing to compare", len(want))
	}
	rapid.Check(t, func(t *rapid.T) {
		g := f
		g.Dossiers = rapid.Permutation(f.Dossiers).Draw(t, "order")
		if got := key(Run(g)); !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	})
}

// many makes an office's dossiers: five in a hundred twice, some units ended, every
// tenth with a claim on its past.
func many(n int) Facts {
	f := Facts{Day: when.Of(2025, 12, 8), Movement: movement.Load()[0], Catalogue: award.Load(), Roads: dossier.LoadRoads(),
		Submissions: map[int64]dossier.Submission{}, Nominees: map[int64]registry.Nominee{}, Records: map[int64][]award.Record{}}
	f.Registry = registry.NewBook([]registry.Unit{
		{ID: 1, Versions: []registry.Version{{Name: "Sở Y tế", Short: "Sở Y tế"}}},
		{ID: 2, Versions: []registry.Version{{Name: "Huyện Ninh Sơn", Short: "UBND huyện Ninh Sơn", Period: when.Period{To: when.Of(2025, 7, 1)}}}},
		{ID: 3, Versions: []registry.Version{{Name: "Xã Ninh Sơn", Short: "UBND xã Ninh Sơn", Period: when.Period{From: when.Of(2025, 7, 1)}}}},
	}, []registry.Event{{Date: when.Of(2025, 7, 1), From: 2, To: 3, Legal: "NQ 1667/NQ-UBTVQH15"}})
	for i := range 80 {
		f.Submissions[int64(i+1)] = dossier.Submission{ID: int64(i + 1), Unit: 1, UnitText: "Đơn vị " + strconv.Itoa(i), Date: when.Of(2025, 12, 5)}
		if i%2 == 0 {
			f.Submissions[int64(i+1)] = dossier.Submission{ID: int64(i + 1), UnitText: "Đơn vị " + strconv.Itoa(i), Date: when.Of(2025, 12, 5)}
		}
	}
	awards := []string{"bang_khen_chu_tich_tinh", "bang_khen_thu_tuong", "giay_khen"}
	for i := range n {
		nominee := int64(i + 1)
		if i%20 == 19 {
			nominee = int64(i) // the one before, once more
		}
		name := "Nguyễn Thị Mẫu " + strconv.Itoa(int(nominee))
		d := dossier.Dossier{ID: int64(i + 1), Nominee: nominee, Submission: int64(i%80 + 1), Award: awards[i%3], Kind: registry.Individual,
			Stage: dossier.Appraising, Name: name, Unit: int64(i%2 + 1), UnitText: "x", Received: when.Of(2025, 12, 6), Achievement: "Tham mưu 12 kỳ họp đúng tiến độ",
			Birth: when.Of(1970+i%30, i%12+1, i%28+1), Gender: "female", Position: "Chuyên viên", IDNumber: fmt.Sprintf("058%09d", nominee)}
		if i%10 == 0 {
			d.Award, d.Ground, d.Way = "bang_khen_chu_tich_tinh", "Điều 74.1.d", "cong_trang"
			f.Records[nominee] = []award.Record{{Nominee: nominee, Award: "cstd_co_so", Year: 2024, Date: when.Of(2024, 12, 20)}}
		}
		f.Dossiers = append(f.Dossiers, d)
		f.Nominees[nominee] = registry.Nominee{ID: nominee, Name: name}
	}
	return f
}

func BenchmarkRun10000(b *testing.B) {
	f := many(10_000)
	f.Say = func(code string, args ...any) string { return code + strings.Repeat("{0}", len(args)) }
	b.ResetTimer()
	for range b.N {
		if len(Run(f)) == 0 {
			b.Fatal("nothing found")
		}
	}
}

// One nominee in every dossier, and one unit with a quota: what a rule compares
// must still be looked up, not walked over.
func BenchmarkRunWorstCase(b *testing.B) {
	f := many(10_000)
	f.Movement.Awards = []movement.Grant{{Award: "bang_khen_chu_tich_tinh", Quota: 1}, {Award: "bang_khen_thu_tuong", Quota: 1}, {Award: "giay_khen", Quota: 1}}
	for i := range f.Dossiers {
		d := &f.Dossiers[i]
		d.Nominee, d.Name, d.IDNumber, d.Birth, d.Submission = 1, "Nguyễn Thị Mẫu", "058000000001", when.Of(1980, 1, 1), 1
	}
	b.ResetTimer()
	for range b.N {
		Run(f)
	}
}
