package movement

import (
	"slices"
	"testing"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

var cal = when.NewCalendar(nil)

func TestDeadlinesAreWorkedBack(t *testing.T) {
	m := Movement{Period: when.Period{From: when.Of(2024, 4, 17), To: when.Of(2026, 1, 7)}, Duty: Duty{Every: "nam", Month: 12, Day: 10}}
	for year, due := range map[int]when.Date{
		2024: when.Of(2024, 12, 10), // a Tuesday
		2023: when.Of(2023, 12, 8),  // the 10th is a Sunday: the working day before it
	} {
		if got := m.ReportDue(year, cal); got != due {
			t.Errorf("%d: %s, want %s", year, got, due)
		}
	}
	m.Duty.Month, m.Duty.Day, m.Duty.Before = 2, 20, 5
	// Tết 2026 is 17 February: the days off 16 to 20 do not count, nor the weekend.
	if got := m.ReportDue(2026, cal); got != when.Of(2026, 2, 9) {
		t.Errorf("five working days before 20/02/2026 over Tết: %s", got)
	}
	if got := m.ClosingDue(cal); got != when.Of(2025, 12, 22) { // 01/01 is off
		t.Errorf("ten working days before 06/01/2026: %s", got)
	}
	m.Duty.Closing = 3
	if got := m.ClosingDue(cal); got != when.Of(2025, 12, 31) {
		t.Errorf("three working days before: %s", got)
	}
	if (Movement{}).ReportDue(2025, cal) != 0 || (Movement{}).ClosingDue(cal) != 0 {
		t.Error("a deadline out of nothing")
	}
	if got := m.Years(2030); !slices.Equal(got, []int{2024, 2025, 2026}) {
		t.Errorf("years %v", got)
	}
}

func TestDueStatus(t *testing.T) {
	due := when.Of(2024, 12, 10)
	for day, want := range map[when.Date]Status{
		when.Of(2024, 12, 2): NotDue, // six working days before
		when.Of(2024, 12, 3): DueSoon, due: DueSoon, when.Of(2024, 12, 11): Late,
	} {
		if got := DueStatus(due, day, cal); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
	for _, n := range DutyNames {
		if Status(n.Code).String() != n.Name {
			t.Error(n)
		}
	}
}

// small is a province with a department that merged, a district that ended in the
// middle of 2025, and a ward under it.
func small() *registry.Book {
	v := func(code, typ, group string, parent int64, from, to string) registry.Version {
		p := when.Period{}
		if from != "" {
			p.From = when.MustParse(from)
		}
		if to != "" {
			p.To = when.MustParse(to)
		}
		return registry.Version{Period: p, Code: code, Name: code, Official: code, Type: typ, Group: group, Parent: parent}
	}
	return registry.NewBook([]registry.Unit{
		{ID: 1, Versions: []registry.Version{v("58", "tinh", "lanh_dao", 0, "", "2025-07-01")}},
		{ID: 2, Versions: []registry.Version{v("56", "tinh", "lanh_dao", 0, "2025-07-01", "")}},
		{ID: 3, Versions: []registry.Version{v("SKH", "so", "so_ban_nganh", 1, "", "2025-03-01")}},
		{ID: 4, Versions: []registry.Version{v("STC", "so", "so_ban_nganh", 1, "", "2025-03-01"), v("STC", "so", "so_ban_nganh", 1, "2025-03-01", "2025-07-01"), v("STC", "so", "so_ban_nganh", 2, "2025-07-01", "")}},
		{ID: 5, Versions: []registry.Version{v("586", "huyen", "huyen_thanh_pho", 1, "", "2025-07-01")}},
		{ID: 6, Versions: []registry.Version{v("22852", "xa", "xa_phuong_thi_tran", 5, "", "2025-07-01")}},
		{ID: 7, Versions: []registry.Version{v("22852", "xa", "xa_phuong_thi_tran", 2, "2025-07-01", "")}},
	}, nil)
}

func TestDebtorsOverTheTurn(t *testing.T) {
	m := Movement{Period: when.Period{From: when.Of(2024, 4, 17)}}
	book := small()
	ids := func(from, to string) (out []registry.UnitID, ended []registry.UnitID) {
		for _, d := range m.Debtors(book, when.MustParse(from), when.MustParse(to)) {
			out = append(out, d.ID)
			if d.Ended {
				ended = append(ended, d.ID)
			}
		}
		return out, ended
	}
	for _, c := range []struct {
		from, to   string
		owe, ended []registry.UnitID
	}{
		{"2024-01-01", "2024-12-10", []registry.UnitID{3, 4, 5}, nil}, // the commune reports to its district
		{"2025-01-01", "2025-12-10", []registry.UnitID{3, 4, 5, 7}, []registry.UnitID{3, 5}},
		{"2025-08-01", "2025-08-01", []registry.UnitID{4, 7}, nil},
	} {
		owe, ended := ids(c.from, c.to)
		if !slices.Equal(owe, c.owe) || !slices.Equal(ended, c.ended) {
			t.Errorf("%s to %s: %v owe, %v ended; want %v, %v", c.from, c.to, owe, ended, c.owe, c.ended)
		}
	}
	m.Duty.Groups = []string{"huyen_thanh_pho"}
	if owe, _ := ids("2024-01-01", "2024-12-10"); !slices.Equal(owe, []registry.UnitID{5}) {
		t.Errorf("only districts were asked: %v", owe)
	}
}

func TestPlanStatus(t *testing.T) {
	p := UnitPlan{Unit: 5, Asked: when.Of(2025, 5, 1), Due: when.Of(2025, 6, 13)}
	day := when.Of(2025, 7, 10)
	if s := p.Status(day, false, cal); s != Late {
		t.Errorf("standing: %s", s)
	}
	if s := p.Status(day, true, cal); s != Ended {
		t.Errorf("ended, nobody has chosen: %s", s)
	}
	p.Handover = Handover{Way: ToHeirs, To: []registry.UnitID{7}}
	if s := p.Status(day, true, cal); s != Passed {
		t.Errorf("handed to the heirs: %s", s)
	}
	p.Handover = Handover{Way: ToOfficer}
	if s := p.Status(day, true, cal); s != Late {
		t.Errorf("the officer owes it now: %s", s)
	}
	p.Received, p.Number = day, "3/KH-UBND"
	if s := p.Status(day, true, cal); s != Received {
		t.Errorf("received: %s", s)
	}
}

func TestWhatIsTypedIn(t *testing.T) {
	others := []Cluster{{ID: 9, Code: "K1", Name: "Khối 1", Year: 2025, Members: []registry.UnitID{1, 2}}}
	k := Cluster{Code: "K2", Name: "Khối 2", Kind: "khoi", Year: 2025, Members: []registry.UnitID{3, 4}, Head: 3, Deputy: 4}
	for code, edit := range map[string]func(*Cluster){
		"":                           func(*Cluster) {},
		"movement.cluster-code":      func(k *Cluster) { k.Code = "" },
		"movement.cluster-name":      func(k *Cluster) { k.Name = " " },
		"movement.cluster-kind":      func(k *Cluster) { k.Kind = "x" },
		"movement.cluster-year":      func(k *Cluster) { k.Year = 0 },
		"movement.cluster-lead":      func(k *Cluster) { k.Head = 8 },
		"movement.cluster-same-lead": func(k *Cluster) { k.Deputy = 3 },
		"movement.cluster-twice":     func(k *Cluster) { k.Code = "K1" },
		"movement.cluster-member":    func(k *Cluster) { k.Members = append(k.Members, 2) },
	} {
		x := k
		x.Members = slices.Clone(k.Members)
		edit(&x)
		if err := x.Check(others); fault.CodeOf(err) != code {
			t.Errorf("%q: %v", code, err)
		}
	}
	k.Year = 2024 // another year: the same members are free
	k.Members = []registry.UnitID{1, 2}
	k.Head, k.Deputy = 1, 2
	if err := k.Check(others); err != nil {
		t.Error(err)
	}
	next, gone := k.Next(2026, func(u registry.UnitID) bool { return u != 2 })
	if next.ID != 0 || next.Year != 2026 || next.Head != 0 || !slices.Equal(next.Members, []registry.UnitID{1}) || !slices.Equal(gone, []registry.UnitID{2}) {
		t.Errorf("%+v, gone %v", next, gone)
	}
	for code, p := range map[string]UnitPlan{
		"":                        {Unit: 1, Received: when.Of(2024, 6, 3), Number: "1/KH"},
		"movement.plan-unit":      {},
		"movement.plan-received":  {Unit: 1, Received: when.Of(2024, 6, 0), Number: "1/KH"},
		"movement.plan-number":    {Unit: 1, Received: when.Of(2024, 6, 3)},
		"movement.plan-date":      {Unit: 1, Received: when.Of(2024, 6, 3), Number: "1/KH", Date: when.Of(2024, 6, 4)},
		"movement.plan-criterion": {Unit: 1, Criteria: []Criterion{{Letter: "đ", Text: "A"}, {Letter: "đ", Text: "B"}}},
	} {
		if err := p.Check(); fault.CodeOf(err) != code {
			t.Errorf("%q: %v", code, err)
		}
	}
}

func TestWatchAndVisit(t *testing.T) {
	w := Watch{Member: "Trần Văn Thử", Clusters: []string{"K1"}, Groups: []string{"mttq"}, Units: []registry.UnitID{7}, Period: when.Period{From: when.Of(2024, 7, 1), To: when.Of(2025, 7, 1)}}
	day := when.Of(2025, 1, 1)
	for _, c := range []struct {
		unit           registry.UnitID
		group, cluster string
		day            when.Date
		covers         bool
	}{{1, "", "K1", day, true}, {1, "mttq", "", day, true}, {7, "x", "y", day, true}, {1, "x", "K2", day, false}, {1, "", "", day, false}, {7, "", "", when.Of(2025, 7, 1), false}} {
		if got := w.Covers(c.unit, c.group, c.cluster, c.day); got != c.covers {
			t.Errorf("%+v: %v", c, got)
		}
	}
	if err := w.Check(); err != nil {
		t.Error(err)
	}
	if err := (Watch{Member: "A"}).Check(); fault.CodeOf(err) != "movement.watch-area" {
		t.Errorf("a watch over nothing: %v", err)
	}
	v := Visit{Member: "A", Unit: 1, Day: day, Mark: "kha", Findings: []Finding{{Text: "x", Ask: "y", Due: when.Of(2025, 3, 1)}, {Text: "x", Ask: "z", Due: when.Of(2025, 2, 1)}, {Text: "x", Ask: "w", Done: day}, {Text: "x"}}}
	if err := v.Check(); err != nil {
		t.Error(err)
	}
	if open := v.Open(); len(open) != 2 || open[0].Ask != "z" {
		t.Errorf("open findings %+v", open)
	}
	if p, ok := v.Percent(); p != 75 || !ok || v.MarkName() != "Triển khai khá" {
		t.Errorf("%d %v %s", p, ok, v.MarkName())
	}
	v.Mark = "gioi"
	if err := v.Check(); fault.CodeOf(err) != "movement.visit-mark" {
		t.Errorf("an unknown mark: %v", err)
	}
}
