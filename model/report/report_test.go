package report

import (
	"slices"
	"testing"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

var (
	cal = when.NewCalendar(nil)
	due = when.Of(2024, 12, 10)
)

func answers(a, b int64) Content {
	return Content{Answers: []criteria.Line{{Key: "a1", Self: &criteria.Entry{A: a, B: b, More: []int64{a - b}}}}}
}

func TestAReportsLife(t *testing.T) {
	r := Report{Unit: 1, Year: 2024, Due: due}
	status := func(day when.Date, ended bool) movement.Status { return r.Status(day, ended, cal) }
	if status(when.Of(2024, 10, 1), false) != movement.NotDue || status(when.Of(2024, 12, 9), false) != movement.DueSoon || status(when.Of(2024, 12, 12), false) != movement.Late {
		t.Error("not due, due soon, late")
	}
	if r.LateBy(when.Of(2024, 12, 16), cal) != 4 || r.LateBy(due, cal) != 0 {
		t.Error("working days late")
	}
	if _, err := r.Extend(when.Of(2024, 12, 1), "x"); fault.CodeOf(err) != "report.extend" {
		t.Errorf("extended backwards: %v", err)
	}
	r, err := r.Extend(when.Of(2024, 12, 20), "Công văn số 31")
	if err != nil || status(when.Of(2024, 12, 12), false) == movement.Late {
		t.Errorf("the unit's own extension does not count: %v", err)
	}
	if _, err := r.Accept(due); fault.CodeOf(err) != "report.not-received" {
		t.Errorf("accepted before it came: %v", err)
	}
	if _, err := r.Receive(answers(1, 1), "1/BC", when.Of(2024, 12, 9), when.Of(2024, 12, 8)); fault.CodeOf(err) != "report.date" {
		t.Errorf("dated after it came: %v", err)
	}
	if r, err = r.Receive(answers(12, 11), "1/BC", when.Of(2024, 12, 6), when.Of(2024, 12, 9)); err != nil || status(when.Of(2024, 12, 12), false) != movement.Received || r.WasLate() {
		t.Errorf("received: %v", err)
	}
	if _, err := r.Return(" ", "A", due); fault.CodeOf(err) != "report.reason" {
		t.Errorf("returned without a reason: %v", err)
	}
	if r, err = r.Return("Thiếu số liệu", "A", due); err != nil || status(when.Of(2024, 12, 12), false) != movement.Returned || r.In() {
		t.Errorf("returned: %v", err)
	}
	if r, err = r.Receive(answers(12, 10), "", 0, when.Of(2024, 12, 30)); err != nil || r.Number != "1/BC" || r.WasLate() {
		t.Errorf("a corrected report keeps its number and its first day: %+v, %v", r, err)
	}
	if r, err = r.Accept(when.Of(2024, 12, 31)); err != nil || r.Frozen == nil {
		t.Fatal(err)
	}
	if _, err := r.Accept(when.Of(2024, 12, 31)); fault.CodeOf(err) != "report.accepted" {
		t.Errorf("accepted twice: %v", err)
	}
	// What comes after is kept beside what was accepted.
	if r, err = r.Receive(answers(12, 12), "", 0, when.Of(2025, 1, 3)); err != nil || r.State != Accepted || r.Frozen.Answers[0].Self.B != 10 {
		t.Errorf("a later correction reached the frozen figures: %+v, %v", r.Frozen, err)
	}
	if d := r.Differences(); len(d) != 1 || d[0] != (Difference{"a1", "10/12; 2", "12/12; 0"}) {
		t.Errorf("%+v", d)
	}
	if r, err = r.Accept(when.Of(2025, 1, 6)); err != nil || len(r.Differences()) != 0 {
		t.Errorf("%v", err)
	}
	if _, err := r.Return("Muộn rồi", "A", due); fault.CodeOf(err) != "report.not-received" {
		t.Errorf("an accepted report was returned: %v", err)
	}
	if _, err := r.HandOver(movement.Handover{Way: movement.ToOfficer}); fault.CodeOf(err) != "report.already-in" {
		t.Errorf("an accepted report was handed over: %v", err)
	}
}

func TestHandingOver(t *testing.T) {
	r := Report{Unit: 5, Year: 2025, Due: when.Of(2025, 12, 10)}
	day := when.Of(2026, 1, 5)
	if r.Status(day, true, cal) != movement.Ended {
		t.Error("an ended unit waits for a choice")
	}
	for code, h := range map[string]movement.Handover{"report.handover-way": {}, "report.handover-to": {Way: movement.ToHeirs}, "report.handover-note": {Way: movement.ToNobody}} {
		if _, err := r.HandOver(h); fault.CodeOf(err) != code {
			t.Errorf("%+v: %v", h, err)
		}
	}
	heirs, err := r.HandOver(movement.Handover{Way: movement.ToHeirs, To: []registry.UnitID{7, 8}})
	if err != nil || heirs.Status(day, true, cal) != movement.Passed {
		t.Errorf("%v", err)
	}
	officer, err := r.HandOver(movement.Handover{Way: movement.ToOfficer})
	if err != nil || officer.Status(day, true, cal) != movement.Late {
		t.Errorf("what the officer took over is owed still: %v", err)
	}
}

// turn is a district divided between two communes, a department that went over
// whole, and a body that nobody followed.
func turn() *registry.Book {
	day := when.Of(2025, 7, 1)
	old, now := when.Period{To: day}, when.Period{From: day}
	unit := func(id int64, p when.Period) registry.Unit {
		return registry.Unit{ID: id, Versions: []registry.Version{{Period: p, Name: "x", Official: "x"}}}
	}
	return registry.NewBook([]registry.Unit{unit(1, old), unit(2, old), unit(3, old), unit(11, now), unit(12, now), unit(21, now)}, []registry.Event{
		{Date: day, Kind: registry.Dissolve, From: 1, To: 11, Part: true}, {Date: day, Kind: registry.Dissolve, From: 1, To: 12, Part: true},
		{Date: day, Kind: registry.Merge, From: 2, To: 21}, {Date: day, Kind: registry.Dissolve, From: 3},
	})
}

func TestRollUp(t *testing.T) {
	accepted := func(id, unit, a, b int64) Report {
		c := answers(a, b)
		c.Awards = []Given{{Collectives: 1, Individuals: int(a)}}
		return Report{ID: id, Unit: unit, State: Accepted, Content: answers(99, 99), Frozen: &c}
	}
	rs := []Report{accepted(1, 1, 10, 8), accepted(2, 2, 5, 5), accepted(3, 21, 7, 6), accepted(4, 3, 2, 1), {ID: 5, Unit: 11, State: Received, Content: answers(50, 50)}}
	book, today := turn(), when.Of(2026, 1, 15)
	sum := func(list []Rolled) (a, b int64, individuals int) {
		for _, r := range list {
			a, b, individuals = a+r.Figures.By["a1"].A, b+r.Figures.By["a1"].B, individuals+r.Figures.Individuals
		}
		return a, b, individuals
	}
	then, rolled := RollUp(rs, book, 0, nil), RollUp(rs, book, today, nil)
	for _, list := range [][]Rolled{then, rolled, RollUp(rs, book, today, Choice{1: 11})} {
		if a, b, n := sum(list); a != 24 || b != 20 || n != 24 {
			t.Errorf("%d lines sum to %d, %d, %d: what is only received does not count, nothing is lost", len(list), a, b, n)
		}
	}
	if len(then) != 4 || len(rolled) != 3 {
		t.Fatalf("%d lines as then, %d rolled", len(then), len(rolled))
	}
	if r := rolled[0]; r.Unit != 1 || !r.Kept || !slices.Equal(r.Parts, []registry.UnitID{11, 12}) {
		t.Errorf("a divided district was rolled: %+v", r)
	}
	if r := rolled[1]; r.Unit != 21 || !slices.Equal(r.Reports, []int64{2, 3}) || !slices.Equal(r.From, []registry.UnitID{2}) || r.Figures.By["a1"].A != 12 || r.Figures.By["a1"].More[0] != 1 {
		t.Errorf("the department: %+v", r)
	}
	if r := rolled[2]; r.Unit != 3 || !r.Kept || r.Parts != nil {
		t.Errorf("nobody followed: %+v", r)
	}
	if r := RollUp(rs, book, today, Choice{1: 11})[0]; r.Unit != 11 || r.Kept || !slices.Equal(r.From, []registry.UnitID{1}) {
		t.Errorf("chosen: %+v", r)
	}
	if r := RollUp(rs, book, today, Choice{1: 21})[0]; r.Unit != 1 || !r.Kept {
		t.Errorf("a choice that is no heir was followed: %+v", r)
	}
}

func TestRegisters(t *testing.T) {
	x := Exemplar{Name: "Trần Văn Thử", What: "Trả lời kiến nghị", Kind: "individual"}
	if err := x.Check(); err != nil {
		t.Error(err)
	}
	used, err := x.Use("Bằng khen", 7, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := used.Use("Giấy khen", 8, 0); fault.CodeOf(err) != "report.exemplar-used" {
		t.Errorf("used twice: %v", err)
	}
	if _, err := used.Use("Bằng khen", 7, 3); err != nil {
		t.Errorf("the same dossier, decided: %v", err)
	}
	for code, x := range map[string]Exemplar{"report.exemplar-name": {What: "x", Kind: "individual"}, "report.exemplar-what": {Name: "x", Kind: "individual"},
		"report.exemplar-kind": {Name: "x", What: "x"}, "report.exemplar-scope": {Name: "x", What: "x", Kind: "mo_hinh", Scope: "x"}} {
		if err := x.Check(); fault.CodeOf(err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	day := when.Of(2025, 1, 6)
	p := Petition{Unit: 1, Text: "x", Received: day}
	for code, edit := range map[string]func(*Petition){
		"":                           func(p *Petition) { p.Passed, p.PassedTo, p.Answered, p.Answer, p.Told = day, "A", day, "B", day },
		"report.petition-unit":       func(p *Petition) { p.Unit = 0 },
		"report.petition-text":       func(p *Petition) { p.Text = "" },
		"report.petition-received":   func(p *Petition) { p.Received = 0 },
		"report.petition-order":      func(p *Petition) { p.Passed, p.PassedTo = day.AddDays(-1), "A" },
		"report.petition-to":         func(p *Petition) { p.Passed = day },
		"report.petition-answer":     func(p *Petition) { p.Answered = day },
		"report.petition-unanswered": func(p *Petition) { p.Told = day },
	} {
		q := p
		edit(&q)
		if err := q.Check(); fault.CodeOf(err) != code {
			t.Errorf("%q: %v", code, err)
		}
		if code == "" && q.Stage() != Told {
			t.Errorf("stage %s", q.Stage())
		}
	}
}

func TestFiling(t *testing.T) {
	f, err := Filing{Form: "bieu-0603"}.File(map[string]map[string]int{"01": {"tong": 22}}, "12/BC", when.Of(2025, 12, 15))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.File(nil, "13/BC", 0); fault.CodeOf(err) != "report.filed" {
		t.Errorf("filed twice: %v", err)
	}
	got := f.Differences(map[string]map[string]int{"01": {"tong": 23, "bang_khen": 1}}, []string{"01", "02"}, []string{"tong", "bang_khen"})
	if !slices.Equal(got, []CellChange{{"01", "tong", 22, 23}, {"01", "bang_khen", 0, 1}}) {
		t.Errorf("%+v", got)
	}
	s := Summary{Kind: Yearly, Year: 2024}
	if _, err := s.File("", 0, 0, ""); fault.CodeOf(err) != "report.number" {
		t.Errorf("filed without a number: %v", err)
	}
	if s, err = s.File("14/BC-SNV", when.Of(2025, 1, 15), when.Of(2025, 1, 15), "{}"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.File("15/BC-SNV", when.Of(2025, 1, 15), when.Of(2025, 1, 15), "{}"); fault.CodeOf(err) != "report.filed" {
		t.Errorf("filed twice: %v", err)
	}
}

func TestSpans(t *testing.T) {
	for text, want := range map[string][3]string{
		"2025":                   {"2025-01-01", "2026-01-01", "Năm 2025"},
		"2025-07":                {"2025-07-01", "2025-08-01", "Tháng 7 năm 2025"},
		"2025-12":                {"2025-12-01", "2026-01-01", "Tháng 12 năm 2025"},
		"2025-Q4":                {"2025-10-01", "2026-01-01", "Quý IV năm 2025"},
		"2025-h2":                {"2025-07-01", "2026-01-01", "6 tháng cuối năm 2025"},
		"2023..2025":             {"2023-01-01", "2026-01-01", "Giai đoạn 2023 - 2025 (3 năm)"},
		"2025-11..2026-01":       {"2025-11-01", "2026-02-01", "Từ tháng 11/2025 đến tháng 01/2026"},
		"2025-01-15..2025-03-31": {"2025-01-15", "2025-04-01", "Từ ngày 15/01/2025 đến ngày 31/3/2025"},
	} {
		s, err := ParseSpan(text)
		if err != nil || s.From.String() != want[0] || s.To.String() != want[1] || s.Name != want[2] {
			t.Errorf("%s: %s to %s, %q, %v", text, s.From, s.To, s.Name, err)
		}
	}
	for _, bad := range []string{"", "25", "2025-13", "2025-Q5", "2025-H3", "2025-", "2025..2023", "2025..2025-03-31", "2025-05..2025-03", "2025-03..2025-04-02", "quý I", "2025-Q", "2025-QQ1", "2025-0Q1"} {
		if s, err := ParseSpan(bad); fault.CodeOf(err) != "report.span" {
			t.Errorf("%q: %+v, %v", bad, s, err)
		}
	}
}
