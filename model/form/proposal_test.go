package form

import (
	"strings"
	"testing"

	"thidua/model/paper"
	"thidua/model/when"
)

func TestProposal(t *testing.T) {
	golden(t, "to-trinh", Proposal{Frame: frame(), Movement: movement(), Awards: []Award{awardTinh}, Lines: few()}.Document())
	golden(t, "to-trinh-ba-hinh-thuc", Proposal{Frame: signed("7", when.Of(2026, 2, 4), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), Movement: movement(),
		Awards: []Award{awardTTg, awardQH, awardTinh}, Lines: three(), Units: 9, Dossiers: 12, Refused: 2, Achievements: true,
		Minutes: Reference{Kind: "Biên bản", Number: "03/BB-HĐTĐKT", Date: when.Of(2026, 1, 29), Body: "Hội đồng Thi đua - Khen thưởng tỉnh"}}.Document())
	golden(t, "to-trinh-ninh-thuan", Proposal{Frame: Frame{Day: when.Of(2024, 12, 3)}, Movement: movement(), Awards: []Award{awardTinh}, Lines: few()[:1]}.Document())
	golden(t, "to-trinh-trong", Proposal{}.Document())
}

func TestNomineeList(t *testing.T) {
	golden(t, "danh-sach", NomineeList{Frame: frame(), Movement: movement(), Awards: []Award{awardTinh}, Lines: few()}.Document())
	golden(t, "danh-sach-ngang", NomineeList{Frame: frame(), Movement: movement(), Awards: []Award{awardTTg, awardQH, awardTinh}, Lines: three(), Achievements: true,
		Attached: Reference{Kind: "Tờ trình", Number: "15/TTr-SNV", Date: when.Of(2026, 3, 9), Body: "Sở Nội vụ"}}.Document())
	golden(t, "danh-sach-trong", NomineeList{}.Document())
}

func TestDecision(t *testing.T) {
	golden(t, "quyet-dinh", Decision{Frame: frame(), Movement: movement(), Award: awardTinh, Lines: few()}.Document())
	paid := many(12)
	golden(t, "quyet-dinh-tien-thuong", Decision{Frame: signed("468/QĐ-UBND", when.Of(2026, 9, 3), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), Movement: movement(), Award: awardTinh, Lines: paid, Money: true,
		Agencies: []string{"Giám đốc Sở Tư pháp"}, Proposals: []Reference{
			{Kind: "Tờ trình", Number: "27/TTr-STP", Date: when.Of(2026, 8, 18), Body: "Giám đốc Sở Tư pháp"},
			{Kind: "Tờ trình", Number: "153/TTr-SNV", Date: when.Of(2026, 8, 28), Body: "Giám đốc Sở Nội vụ"}}}.Document())
	golden(t, "quyet-dinh-ninh-thuan", Decision{Frame: Frame{Day: when.Of(2024, 12, 3)}, Movement: movement(), Award: awardTinh, Lines: few()[3:4]}.Document())
	golden(t, "quyet-dinh-luat-moi", Decision{Frame: Frame{Day: when.Of(2026, 11, 3)}, Movement: movement(), Award: awardTinh, Lines: few()[:2]}.Document())
	golden(t, "quyet-dinh-trong", Decision{}.Document())
}

// Every nominee stands in each list exactly once, the numbers of the text are
// those of the list, whatever the length.
func TestListsHoldEverybodyOnceAndCountThem(t *testing.T) {
	for _, n := range []int{1, 3, 40, 1000} {
		lines := many(n)
		count := tallyOf(lines).String()
		var subjects []Subject
		var missing []Missing
		var votes []Votes
		var rows []Registered
		for _, l := range lines {
			subjects, missing = append(subjects, Subject{Line: l}), append(missing, Missing{Line: l})
			votes, rows = append(votes, Votes{Line: l}), append(rows, Registered{Line: l})
		}
		for name, c := range map[string]struct {
			doc    Paper
			counts int // how often the count is said
		}{
			"to-trinh":            {Proposal{Frame: frame(), Movement: movement(), Lines: lines}, 3},
			"to-trinh-thu-tuong":  {Proposal{Frame: frame(), Addressee: ToPremier, Movement: movement(), Lines: lines}, 3},
			"to-trinh-ubtvqh":     {Proposal{Frame: frame(), Addressee: ToAssembly, Movement: movement(), Lines: lines}, 2},
			"danh-sach":           {NomineeList{Frame: frame(), Movement: movement(), Lines: lines, Achievements: true}, 1},
			"quyet-dinh":          {Decision{Frame: frame(), Movement: movement(), Award: awardTinh, Lines: lines, Money: true}, 1},
			"trich-ngang":         {Profiles{Frame: frame(), Movement: movement(), Subjects: subjects}, 1},
			"cong-van-bo-sung":    {Supplement{Frame: frame(), Movement: movement(), Missing: missing}, 1},
			"cong-van-xac-minh":   {Inquiry{Frame: frame(), Movement: movement(), Lines: lines}, 2},
			"phieu-bau":           {Ballot{Frame: frame(), Movement: movement(), Lines: lines}, 0},
			"bien-ban-hop":        {Minutes{Frame: frame(), Movement: movement(), Votes: votes}, 1},
			"bien-ban-kiem-phieu": {Count{Frame: frame(), Movement: movement(), Votes: votes}, 0},
			"tien-thuong":         {MoneyList{Frame: frame(), Movement: movement(), Lines: lines}, 1},
			"so-khen-thuong":      {Register{Frame: frame(), Rows: rows}, 1},
			"bang-khen":           {Certificates{Frame: frame(), Movement: movement(), Award: awardTinh, Lines: lines}, 0},
		} {
			doc := c.doc.Document()
			if err := paper.Verify(doc); err != nil {
				t.Fatalf("%s, %d: %v", name, n, err)
			}
			if doc.Code != name {
				t.Errorf("%s calls itself %s", name, doc.Code)
			}
			out := paper.Outline(doc)
			clean(t, name, out)
			for _, l := range lines {
				if got := strings.Count(out, l.Name); got != 1 {
					t.Fatalf("%s, %d: %s stands %d times", name, n, l.Name, got)
				}
			}
			if got := strings.Count(out, count); got != c.counts {
				t.Errorf("%s, %d: %q is said %d times, want %d", name, n, count, got, c.counts)
			}
		}
	}
}

// The list of papers, the codes the papers give themselves and the names of their
// texts are one and the same.
func TestEveryPaperOfTheListIsMade(t *testing.T) {
	made := map[string]Paper{
		"huong-dan": Guidance{}, "phieu-tiep-nhan": Receipt{}, "cong-van-bo-sung": Supplement{}, "cong-van-xac-minh": Inquiry{}, "cong-van-don-doc": Chase{},
		"bao-cao-thanh-tich": Merit{}, "tom-tat": Summary{}, "trich-ngang": Profiles{}, "phieu-tham-dinh": Appraisal{}, "danh-sach": NomineeList{}, "phieu-bau": Ballot{},
		"bien-ban-kiem-phieu": Count{}, "bien-ban-hop": Minutes{}, "to-trinh": Proposal{}, "to-trinh-thu-tuong": Proposal{Addressee: ToPremier},
		"to-trinh-ubtvqh": Proposal{Addressee: ToAssembly}, "quyet-dinh": Decision{}, "bang-khen": Certificates{}, "tien-thuong": MoneyList{}, "so-khen-thuong": Register{},
		"quyet-dinh-huy-bo": Amendment{}, "quyet-dinh-dieu-chinh": Amendment{Corrects: true}, "so-quy": FundBook{}, "bang-tien-do": Progress{},
		"bao-cao-hang-nam": YearReport{}, "bao-cao-tong-ket": ClosingReport{}, "mau-bao-cao": ReportTemplate{}, "danh-sach-dien-hinh": ExemplarList{}, "bang-xep-hang": Ranking{},
	}
	for _, s := range StatisticForms() {
		made[s.Code] = Statistic{Form: s.Code}
	}
	for _, f := range All() {
		p, ok := made[f.Code]
		if !ok {
			t.Errorf("%s is listed and not made", f.Code)
			continue
		}
		delete(made, f.Code)
		d := p.Document()
		if d.Code != f.Code || d.Title == "" || d.Author == "" || len(f.Needs) == 0 || f.Source == "" {
			t.Errorf("%s: %+v, document %q %q by %q", f.Code, f, d.Code, d.Title, d.Author)
		}
		for _, p := range d.Parts {
			if len(d.Parts) > 1 && p.Name == "" {
				t.Errorf("%s has a part without a name", f.Code)
			}
		}
	}
	for code := range made {
		t.Errorf("%s is made and not listed", code)
	}
}

func TestUpwardProposals(t *testing.T) {
	ls := three()
	golden(t, "to-trinh-thu-tuong", Proposal{Frame: frame(), Addressee: ToPremier, Movement: movement(), Awards: []Award{awardTTg}, Lines: ls[7:9], Achievements: true,
		Minutes:      Reference{Kind: "Biên bản", Number: "03/BB-HĐTĐKT", Date: when.Of(2026, 1, 29)},
		PartyOpinion: Reference{Kind: "Văn bản", Number: "215-CV/TU", Date: when.Of(2026, 2, 6)}}.Document())
	golden(t, "to-trinh-ubtvqh", Proposal{Frame: frame(), Addressee: ToAssembly, Movement: movement(), Awards: []Award{awardTTg, {Name: bkQH, Decider: "Ủy ban Thường vụ Quốc hội"}}, Lines: ls[7:]}.Document())
	golden(t, "to-trinh-ubtvqh-mot", Proposal{Frame: frame(), Addressee: ToAssembly, Movement: movement(), Awards: []Award{awardTTg}, Lines: ls[7:9]}.Document())
}

func TestPlacesOfTheLawAreSaidAsSentencesSayThem(t *testing.T) {
	for in, want := range map[string]string{
		"Điều 74.1.a": "điểm a khoản 1 Điều 74",
		"Điều 73.4":   "khoản 4 Điều 73",
		"Chọn một trong: Điều 73.4.a; Điều 73.4.b; Điều 73.5; Điều 74.1.đ. Không dùng Điều 73.4.d.": "Chọn một trong: điểm a, b khoản 4, khoản 5 Điều 73; điểm đ khoản 1 Điều 74. Không dùng điểm d khoản 4 Điều 73.",
		"Luật 06/2022/QH15": "Luật 06/2022/QH15",
	} {
		if got := groundOf(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
