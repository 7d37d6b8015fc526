package office

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
)

// Papers of the year: reminders, the reports to the Chủ tịch, the ministry's
// statistics, the spreadsheet units fill in.

// chase prints the letter of a reminder: the one named, else a draft to exactly
// those who owe now. A reminder of single letters is one letter each.
func (d *desk) chase() (form.Paper, error) {
	y, err := d.office.year(d.ctx, d.tx, d.movement.Code)
	if err != nil {
		return nil, err
	}
	var r report.Reminder
	if d.print.Reminder != 0 {
		if r, err = d.tx.Reminders().Get(d.ctx, d.print.Reminder); err != nil {
			return nil, err
		}
	} else {
		c := Chase{What: report.ForReport, Kind: report.Yearly, Year: d.dutyYear(y)}
		if d.print.Unit != "" {
			c.Units = []string{d.print.Unit}
		}
		r = report.Reminder{What: c.What, Kind: c.Kind, Year: c.Year, Round: 1, Deadline: y.calendar.AddWorkingDays(d.print.Day, replyDays)}
		if r.Units, r.Due, err = d.office.owing(d.ctx, d.tx, y, c); err != nil {
			return nil, err
		}
		if len(r.Units) == 0 {
			return nil, fault.New(fault.NotFound, "office.nobody-owes", d.movement.Name)
		}
	}
	letter := form.Chase{Frame: d.frame(), Movement: d.about(), What: owedWords(r), Basis: d.planReference(), Due: r.Due, Deadline: r.Deadline, Reminder: r.Round}
	letter.Head.Number = r.Number
	if r.Day != 0 {
		letter.Head.Date, letter.Day = r.Day, r.Day
	}
	owing := func(u report.Reminded) form.Owing {
		v, _ := d.units.Near(u.Unit, d.print.Day)
		return form.Owing{Name: v.Official, Days: u.Late, Note: u.Note}
	}
	if !r.Single {
		for _, u := range r.Units {
			letter.Units = append(letter.Units, owing(u))
		}
		return letter, nil
	}
	many := make(together, len(r.Units))
	for i, u := range r.Units {
		one := letter
		one.Units = []form.Owing{owing(u)}
		many[i] = one
	}
	return many, nil
}

// dutyYear is the year whose report a paper is about: the one asked for, else the
// last whose reports are due by now, so that January's papers speak of last year.
func (d *desk) dutyYear(y *year) int {
	if d.print.Year != 0 {
		return d.print.Year
	}
	of := d.print.Day.Year()
	if of > y.movement.From.Year() && y.movement.ReportDue(of, y.calendar) > d.print.Day {
		of--
	}
	return of
}

// owedWords names what a reminder asks for.
func owedWords(r report.Reminder) string {
	switch {
	case r.What == report.ForPlan:
		return "kế hoạch triển khai phong trào thi đua"
	case r.Kind == report.Closing:
		return "báo cáo tổng kết phong trào thi đua"
	}
	return fmt.Sprintf("báo cáo kết quả thực hiện phong trào thi đua năm %d", r.Year)
}

// planReference cites the plan of the province that laid the duty down: as it stands
// among the movement's documents, else with room for number and day.
func (d *desk) planReference() form.Reference {
	r := form.Reference{Kind: "Kế hoạch", Symbol: "KH-UBND", Body: d.movement.Host, About: d.movement.Title, Year: d.movement.From.Year()}
	for _, b := range d.movement.Basis {
		if b.Kind == r.Kind && b.Number != "" && viet.Key(b.Body) == viet.Key(r.Body) {
			r.Number, r.Date = b.Number, b.Date
		}
	}
	return r
}

func (d *desk) yearReport() (form.Paper, error) {
	y, err := d.office.year(d.ctx, d.tx, d.movement.Code)
	if err != nil {
		return nil, err
	}
	s, err := d.office.sum(d.ctx, d.tx, d.movement.Code, report.Yearly, d.dutyYear(y))
	if err != nil {
		return nil, err
	}
	if s.Summary.Filed != 0 {
		var p form.YearReport
		return d.filed(s.Summary, &p, func() form.Paper { p.Texts = d.texts; return p })
	}
	return d.yearFacts(s), nil
}

func (d *desk) closingReport() (form.Paper, error) {
	s, err := d.office.sum(d.ctx, d.tx, d.movement.Code, report.Closing, d.print.Year)
	if err != nil {
		return nil, err
	}
	if s.Summary.Filed != 0 {
		var p form.ClosingReport
		return d.filed(s.Summary, &p, func() form.Paper { p.Texts = d.texts; return p })
	}
	return d.closingFacts(s), nil
}

// filed gives the facts back as they were signed.
func (d *desk) filed(s report.Summary, p any, paper func() form.Paper) (form.Paper, error) {
	if err := json.Unmarshal([]byte(s.Paper), p); err != nil {
		return nil, fault.New(fault.Internal, "store.damaged").Because(err)
	}
	return paper(), nil
}

func (d *desk) yearFacts(s Sum) form.YearReport {
	return form.YearReport{Results: d.results(s), Year: s.Year}
}

func (d *desk) closingFacts(s Sum) form.ClosingReport {
	c := form.ClosingReport{Results: d.results(s), Lessons: s.Part("bai_hoc")}
	for _, y := range s.Years {
		c.Years = append(c.Years, form.YearLine{Year: y.Year, Units: y.Units, Reported: y.Reported, Collectives: y.Collectives,
			Households: y.Households, Individuals: y.Individuals, Exemplar: y.Exemplars})
	}
	lines := func(kept bool) (out []form.UnitLine) {
		for _, r := range s.Rolled {
			if r.Kept != kept {
				continue
			}
			g := r.Figures
			l := form.UnitLine{Name: s.Names[r.Unit].Name, Reports: g.Reports, Collectives: g.Collectives, Households: g.Households, Individuals: g.Individuals}
			for _, u := range r.From {
				l.Of = append(l.Of, s.Names[u].Name)
			}
			out = append(out, l)
		}
		return out
	}
	c.Units, c.Apart = lines(false), lines(true)
	return c
}

// results are the facts both reports share; every number comes from the sum.
func (d *desk) results(s Sum) form.Results {
	r := form.Results{Frame: d.frame(), Movement: d.about(), Launch: s.Part("trien_khai"), Limits: s.Part("han_che"), Causes: s.Part("nguyen_nhan"),
		Next: s.Part("nhiem_vu"), Requests: s.Part("kien_nghi"), Units: form.Reporting{Total: len(s.Owing), Planned: len(s.Planned), Reported: len(s.Reported), Late: len(s.Late), Missing: s.missingNames()}}
	r.Head.Number, r.Head.Date = s.Summary.Number, s.Summary.Date
	for _, c := range s.Criteria {
		cr := form.CriterionResult{Text: c.Text, Narrative: s.Part(report.CriterionPart(c.Letter))}
		for _, f := range c.Figures {
			value := viet.Thousands(int64(f.Value))
			if f.Of > 0 {
				value += " (" + percent(f.Value, f.Of) + ")"
			}
			cr.Figures = append(cr.Figures, form.Figure{Label: f.Label, Value: value})
		}
		r.Criteria = append(r.Criteria, cr)
	}
	for _, a := range s.Awards {
		r.Awards = append(r.Awards, form.AwardCount{Award: a.Name, Collectives: a.Collectives, Households: a.Households, Individuals: a.Individuals})
	}
	for _, x := range s.Exemplars {
		name := x.Name
		if v, ok := d.units.Near(x.Unit, d.print.Day); ok && x.Unit != 0 && x.Kind != "mo_hinh" {
			name += ", " + v.Official
		} else if x.UnitText != "" {
			name += ", " + x.UnitText
		}
		r.Models = append(r.Models, form.Model{Name: name, What: x.What})
	}
	return r
}

// statistic prints a biểu: as filed, else as it stands.
func (d *desk) statistic() (form.Paper, error) {
	span := report.YearSpan(d.print.Year)
	if d.print.Period != "" {
		var err error
		if span, err = report.ParseSpan(d.print.Period); err != nil {
			return nil, err
		}
	} else if d.print.Year == 0 {
		span = report.YearSpan(statisticsYear(d.print.Day))
	}
	s, err := d.office.statistic(d.ctx, d.tx, d.print.Form, span)
	if err != nil {
		return nil, err
	}
	return form.Statistic{Frame: d.frame(), Form: d.print.Form, Period: s.Span.Name, Cells: s.Cells}, nil
}

// statisticsYear is the last year whose statistics are due by a day: 15/12 of the
// year (TT 02/2023/TT-BNV).
func statisticsYear(day when.Date) int {
	if day < when.Of(day.Year(), 12, 15) {
		return day.Year() - 1
	}
	return day.Year()
}

// template is the spreadsheet the unit named fills in, for its report of a year or
// the one that closes the movement, which asks by the last year's criteria.
func (d *desk) template() (form.Paper, error) {
	y, err := d.office.year(d.ctx, d.tx, d.movement.Code)
	if err != nil {
		return nil, err
	}
	kind, of := report.Yearly, d.print.Year
	if d.print.Closing {
		kind, of = report.Closing, y.movement.LastDay().Year()
	}
	if of == 0 {
		of = d.print.Day.Year()
	}
	if d.print.Unit == "" {
		return nil, fault.New(fault.Invalid, "office.template-unit").At("unit")
	}
	unit, err := d.units.ByCode(d.print.Unit, d.print.Day)
	if err != nil {
		return nil, err
	}
	set, ok, err := setFor(d.ctx, d.tx, y, of, unit)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fault.New(fault.NotFound, "office.no-criteria", of)
	}
	v, _ := d.units.Near(unit, d.print.Day)
	due, err := y.due(kind, of)
	if err != nil && kind == report.Closing { // of a year without a day laid down the line is left out
		return nil, err
	}
	own, err := d.tx.Reports().Find(d.ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: of, Units: []int64{unit}}, Kind: kind})
	if err != nil {
		return nil, err
	}
	if len(own) > 0 { // with a later day of its own, when it was given one
		due = own[0].Deadline()
	}
	t := form.ReportTemplate{Frame: d.frame(), Movement: d.about(), Unit: v.Official, Year: of, Closing: d.print.Closing, Due: due,
		Key: report.TemplateKey(d.movement.Code, kind, of, unit)}
	for _, it := range set.Items {
		if it.Source != "" {
			continue // the office knows it itself
		}
		ti := form.TemplateItem{Key: it.Key, Text: it.Text, Guide: it.Guide, Worth: it.Max.String()}
		for _, q := range report.Questions(it) {
			ti.Asks = append(ti.Asks, form.TemplateAsk{Key: q.Key, Label: q.Label})
		}
		t.Items = append(t.Items, ti)
	}
	for _, n := range report.NarrativeNames {
		t.Narrative = append(t.Narrative, form.TemplateAsk{Key: report.NarrativeKey(n.Code), Label: n.Name})
	}
	for _, k := range report.ExemplarKinds {
		t.Kinds = append(t.Kinds, registry.Name(k).Name)
	}
	return t, nil
}

// exemplarList is the exemplars and initiatives to be made known: those marked for
// publishing; while nothing is marked, all exemplars of the year.
func (d *desk) exemplarList() (form.Paper, error) {
	all, err := d.tx.Exemplars().Find(d.ctx, YearFilter{Movement: d.movement.ID, Year: d.print.Year})
	if err != nil {
		return nil, err
	}
	marked := slices.DeleteFunc(slices.Clone(all), func(x report.Exemplar) bool { return !x.Publish })
	ideas, err := d.published()
	if err != nil {
		return nil, err
	}
	if len(marked)+len(ideas) == 0 {
		marked = all
	}
	if len(marked)+len(ideas) == 0 {
		return nil, fault.New(fault.NotFound, "office.no-exemplars", d.movement.Name)
	}
	p := form.ExemplarList{Frame: d.frame(), Movement: d.about(), Ideas: ideas}
	if d.print.Year != 0 {
		p.Period = fmt.Sprintf("năm %d", d.print.Year)
	}
	for _, k := range report.ExemplarKinds {
		g := form.ExemplarGroup{Name: k.Name}
		for _, x := range marked {
			if x.Kind != k.Code {
				continue
			}
			r := form.ExemplarRow{Name: x.Name, Unit: x.UnitText, What: x.What, Scope: registry.NameOf(report.ScopeNames, x.Scope)}
			if v, ok := d.units.Near(x.Unit, d.print.Day); ok && x.Unit != 0 {
				r.Unit = v.Official
			}
			if x.Number != "" {
				r.Decision = form.Reference{Kind: "Quyết định", Number: x.Number, Date: x.Date}
			}
			g.Rows = append(g.Rows, r)
		}
		if len(g.Rows) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p, nil
}

// published are the initiatives marked for publishing that were recognised in the
// year asked for, else while the movement lasted; a day not known keeps none away.
func (d *desk) published() ([]form.ExemplarRow, error) {
	list, err := d.tx.Initiatives().Find(d.ctx, All{})
	if err != nil {
		return nil, err
	}
	var ids []int64
	list = slices.DeleteFunc(list, func(i dossier.Initiative) bool {
		in := d.movement.Holds(i.Date)
		if d.print.Year != 0 {
			in = i.Date.Year() == d.print.Year
		}
		return !i.Publish || i.Date != 0 && !in
	})
	for _, i := range list {
		ids = append(ids, i.Authors...)
	}
	people := map[int64]registry.Nominee{}
	if len(ids) > 0 {
		known, err := d.tx.Nominees().Find(d.ctx, NomineeFilter{IDs: ids})
		if err != nil {
			return nil, err
		}
		for _, n := range known {
			people[n.ID] = n
		}
	}
	var out []form.ExemplarRow
	for _, i := range list {
		r := form.ExemplarRow{Name: i.Name, What: i.What, Scope: registry.NameOf(dossier.LevelNames, i.Level)}
		var authors []string
		for _, a := range i.Authors {
			n := people[a]
			who, unit := n.Name, n.UnitText
			if v, ok := d.units.Near(n.Unit, d.print.Day); ok && n.Unit != 0 {
				unit = v.Official
			}
			if unit != "" {
				who += ", " + unit
			}
			authors = append(authors, who)
		}
		r.Unit = strings.Join(authors, "; ")
		if i.Number != "" {
			r.Decision = form.Reference{Kind: "Quyết định", Number: i.Number, Date: i.Date}
		}
		out = append(out, r)
	}
	return out, nil
}
