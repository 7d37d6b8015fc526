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
		for name, c := range map[string]struct {
			doc    *paper.Document
			counts int // how often the count is said
		}{
			"to-trinh":   {Proposal{Frame: frame(), Movement: movement(), Lines: lines}.Document(), 3},
			"danh-sach":  {NomineeList{Frame: frame(), Movement: movement(), Lines: lines, Achievements: true}.Document(), 1},
			"quyet-dinh": {Decision{Frame: frame(), Movement: movement(), Award: awardTinh, Lines: lines, Money: true}.Document(), 1},
		} {
			if err := paper.Verify(c.doc); err != nil {
				t.Fatalf("%s, %d: %v", name, n, err)
			}
			out := paper.Outline(c.doc)
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

func TestUpwardProposals(t *testing.T) {
	ls := three()
	golden(t, "to-trinh-thu-tuong", Proposal{Frame: frame(), Addressee: ToPremier, Movement: movement(), Awards: []Award{awardTTg}, Lines: ls[7:9], Achievements: true,
		Minutes:      Reference{Kind: "Biên bản", Number: "03/BB-HĐTĐKT", Date: when.Of(2026, 1, 29)},
		PartyOpinion: Reference{Kind: "Văn bản", Number: "215-CV/TU", Date: when.Of(2026, 2, 6)}}.Document())
	golden(t, "to-trinh-ubtvqh", Proposal{Frame: frame(), Addressee: ToAssembly, Movement: movement(), Awards: []Award{awardTTg, {Name: bkQH, Decider: "Ủy ban Thường vụ Quốc hội"}}, Lines: ls[7:]}.Document())
	golden(t, "to-trinh-ubtvqh-mot", Proposal{Frame: frame(), Addressee: ToAssembly, Movement: movement(), Awards: []Award{awardTTg}, Lines: ls[7:9]}.Document())
}
