package storage_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/when"
)

// Two groups whose sets count different things under one key are added apart.
func TestAKeyOverOtherWordsIsAnotherFigure(t *testing.T) {
	o, _ := sampled(t, "2026-01-15")
	figures := func() (values []int64, reports [][]int64) {
		s, err := o.SumUp(ctx, "TTC80", report.Yearly, 2025)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Criteria {
			for _, f := range c.Figures {
				if f.Key == "b1" && strings.HasPrefix(f.Label, "Tổng số") {
					values, reports = append(values, f.Value), append(reports, f.Reports)
				}
			}
		}
		return values, reports
	}
	before, all := figures()
	sets, err := o.CriteriaSets(ctx, "TTC80", 2025)
	if err != nil || len(before) != 1 {
		t.Fatal(err, before)
	}
	i := slices.IndexFunc(sets, func(s criteria.Set) bool { return s.Code == "mttq" })
	items := slices.Clone(sets[i].Items)
	for k := range items {
		if items[k].Key == "b1" {
			items[k].A = "Tổng số hội nghị phản biện"
		}
	}
	sets[i].Items = items
	if _, err := o.SaveCriteriaSet(ctx, &sets[i]); err != nil {
		t.Fatal(err)
	}
	after, apart := figures()
	if len(after) != 2 || after[0]+after[1] != before[0] || len(apart[0])+len(apart[1]) != len(all[0]) || len(apart[0]) == 0 || len(apart[1]) == 0 {
		t.Errorf("%v %v, before %v %v", after, apart, before, all)
	}
}

// What the office itself learns after a unit's report came stands in its open score
// at once, on its sheet and in its place among the others.
func TestAnOpenScoreKnowsWhatTheOfficeKnows(t *testing.T) {
	o, _ := sampled(t, "2026-01-15")
	sheets, err := o.Sheets(ctx, "TTC80", 2025)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(sheets, func(l office.SheetLine) bool {
		ln := l.Sheet.Line("kt")
		return l.Sheet.Closed == 0 && ln.NA
	})
	if i < 0 {
		t.Fatal("the made-up office has no open sheet of a unit nobody visited")
	}
	m, err := o.Movement(ctx, "TTC80")
	if err != nil {
		t.Fatal(err)
	}
	was := sheets[i]
	v := movement.Visit{Movement: m.ID, Member: "Nguyễn Văn Thử", Unit: was.Sheet.Unit, Day: when.Of(2025, 12, 30), Mark: "tot"}
	if _, err := o.SaveVisit(ctx, &v, nil); err != nil {
		t.Fatal(err)
	}
	now, err := o.Sheet(ctx, "TTC80", 2025, was.Sheet.Unit)
	if err != nil || now.Result.Total != was.Result.Total+500 || now.Result.Max != was.Result.Max+500 {
		t.Errorf("%s of %s, before %s of %s, %v", now.Result.Total, now.Result.Max, was.Result.Total, was.Result.Max, err)
	}
	ranked, err := o.Rankings(ctx, "TTC80", 2025)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range ranked {
		for _, p := range c.Ranking.Places {
			if p.Unit == was.Sheet.Unit && c.Ranking.Closed == 0 && p.Total != now.Result.Total {
				t.Errorf("ranked by %s, scored %s", p.Total, now.Result.Total)
			}
		}
	}
}
