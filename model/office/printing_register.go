package office

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/paper"
	"thidua/model/registry"
	"thidua/model/when"
)

// Papers that follow a decision: certificates, money, the register; and the
// guidance that comes before everything.

// decided are the decisions a paper is printed for: the one named, else every
// issued one of the movement.
func (d *desk) decided() ([]decision.Decision, error) {
	if d.print.Decision != 0 {
		q, err := d.tx.Decisions().Get(d.ctx, d.print.Decision)
		return []decision.Decision{q}, err
	}
	yes := true
	list, err := d.tx.Decisions().Find(d.ctx, DecisionFilter{Movement: d.movement.ID, Award: d.print.Award, Issued: &yes, Giving: true})
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "office.no-decisions", d.movement.Name)
	}
	return list, err
}

// items are a decision's lines with the money that goes with each: none for an
// honour that was taken back, and of several titles at one time the highest only.
func (d *desk) items(q decision.Decision) ([]form.Line, award.Fund, error) {
	p := d.frozen(q).(form.Decision)
	z, err := prizes(d.ctx, d.tx, d.cat, q)
	if err != nil {
		return nil, "", err
	}
	type key struct {
		nominee int64
		golden  string
	}
	of := map[key]PrizeLine{}
	for _, l := range z.Lines {
		of[key{l.Record.Nominee, l.Record.GoldenBook}] = l
	}
	for i, it := range q.Items {
		l, ok := of[key{it.Nominee, it.Golden}]
		switch {
		case !ok:
			sum, _ := d.cat.Money.Sum(q.Award, it.Kind, q.Date)
			p.Lines[i].Money = int64(sum)
		case l.Covered != "":
			p.Lines[i].Note = "đã hưởng mức thưởng " + l.Covered
		default:
			p.Lines[i].Money = int64(l.Sum)
		}
	}
	return p.Lines, z.Fund, nil
}

func (d *desk) reference(q decision.Decision) form.Reference {
	return form.Reference{Kind: "Quyết định", Number: q.Number, Date: q.Date, Body: q.Decider}
}

func (d *desk) perDecision(one func(q decision.Decision, lines []form.Line, fund award.Fund) form.Paper) (form.Paper, error) {
	list, err := d.decided()
	if err != nil {
		return nil, err
	}
	many := make(together, len(list))
	for i, q := range list {
		lines, fund, err := d.items(q)
		if err != nil {
			return nil, err
		}
		many[i] = one(q, lines, fund)
	}
	if len(many) == 1 {
		return many[0], nil
	}
	return many, nil
}

func (d *desk) certificates() (form.Paper, error) {
	c := d.print.Certificate
	if c == (CertificateSetting{}) {
		var err error
		if c, err = offsetsOf(d.ctx, d.tx, ""); err != nil {
			return nil, err
		}
	}
	layout := form.LayoutA4()
	if sheetOf(c.Sheet) == paper.SheetA3 {
		layout = form.LayoutA3()
	}
	return d.perDecision(func(q decision.Decision, lines []form.Line, _ award.Fund) form.Paper {
		f := d.ownFrame(q.Body, q.Date)
		f.Day, f.Head.Date, f.Sign.Name = q.Date, q.Date, q.Signer
		return form.Certificates{Frame: f, Movement: d.about(), Award: d.decidedBy(q.Award, q.Decider), Lines: lines, Decision: d.reference(q),
			Layout: layout, Plain: c.Plain}
	})
}

func (d *desk) money() (form.Paper, error) {
	return d.perDecision(func(q decision.Decision, lines []form.Line, fund award.Fund) form.Paper {
		f := d.ownFrame(q.Body, q.Date)
		if q.Date != 0 {
			f.Day = q.Date
		}
		m := form.MoneyList{Frame: f, Movement: d.about(), Awards: d.awards(), Lines: lines, Decision: d.reference(q)}
		if a, _ := d.cat.Award(q.Award); q.Body == 0 && q.Decider == a.Decider {
			m.Decision.Body = "" // as the texts of that day name whoever decides
		}
		if fund != award.FundProvince && q.Body == 0 { // that of whoever decides is in the texts of the form
			m.Fund = fund.String()
		}
		for _, s := range d.cat.Money.Salaries {
			if s.Holds(q.Date) {
				m.Salary = int64(s.Amount)
			}
		}
		return m
	})
}

// register prints everything given in a year, without a year everything; or the
// very lines somebody looks at.
func (d *desk) register() (form.Paper, error) {
	f := RegisterFilter{Year: d.print.Year, Award: d.print.Award, Decision: d.print.Decision}
	if d.print.Unit != "" {
		found := d.units.WithCode(d.print.Unit, d.print.Day)
		if len(found) == 0 {
			found = d.units.WithCode(d.print.Unit, 0)
		}
		if len(found) == 0 {
			return nil, fault.New(fault.NotFound, "office.no-unit", d.print.Unit)
		}
		f.Unit = found[0].ID
	}
	list, err := registerOf(d.ctx, d.tx, f)
	if err != nil {
		return nil, err
	}
	if d.print.Honours != nil {
		wanted := map[int64]bool{}
		for _, id := range d.print.Honours {
			wanted[id] = true
		}
		list = slices.DeleteFunc(list, func(l Registered) bool { return !wanted[l.Record.ID] })
	}
	if len(list) == 0 {
		return nil, fault.New(fault.NotFound, "office.no-records")
	}
	p := form.Register{Frame: d.frame()}
	first, last := list[0].Record.Year, list[0].Record.Year
	for _, l := range list {
		first, last = min(first, l.Record.Year), max(last, l.Record.Year)
	}
	p.Period = fmt.Sprintf("từ năm %d đến năm %d", first, last)
	if first == last {
		p.Period = fmt.Sprintf("năm %d", first)
	}
	for _, l := range list {
		r, n := l.Record, l.Nominee
		row := form.Registered{Number: r.Number, Date: r.Date, Revoked: r.RevokedBy,
			Line: form.Line{Kind: form.Kind(n.Kind), Name: r.Name, Gender: n.Gender, Post: r.Post, Unit: r.UnitText, Address: r.Address, Birth: n.Birth,
				Achievement: r.Reason, Award: l.Award, Golden: r.GoldenBook, Money: int64(l.Money), Note: r.Note}}
		for _, h := range l.Handings {
			if h.What == award.HandedOut {
				row.Handed = h.Day
				continue
			}
			row.Note = joinNote(row.Note, registry.NameOf(award.HandingNames, h.What)+" ngày "+h.Day.Office())
		}
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

func joinNote(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// guidance says for each award of the movement who may get it, on what ground,
// with which papers, by which road.
func (d *desk) guidance() (form.Paper, error) {
	g := form.Guidance{Frame: d.frame(), Movement: d.about(), Plan: d.planReference()}
	wanted, err := requirementsOf(d.ctx, d.tx)
	if err != nil {
		return nil, err
	}
	for _, grant := range d.movement.Awards {
		a, ok := d.cat.Award(grant.Award)
		if !ok {
			continue
		}
		ga := form.GuidedAward{Award: d.award(a), Phase: phaseName(grant.Phase), Own: a.Level == award.Base}
		sets := 0
		for _, k := range grant.Kinds {
			// A dossier that came in today would have to hold these.
			for _, r := range dossier.Wanted(wanted, dossier.Dossier{Award: a.Code, Kind: k, Way: "phong_trao", Received: d.print.Day}) {
				if r.Optional {
					continue
				}
				sets = max(sets, r.Originals)
				if !slices.Contains(ga.Papers, r.Name) {
					ga.Papers = append(ga.Papers, r.Name)
				}
			}
			for _, s := range d.cat.Grounds(a.Code, k, d.print.Day) {
				// A ground this movement is too short for is no ground to be told of.
				if lasted, _ := check.LastedEnough(d.movement, s); s.Way == "phong_trao" && lasted {
					ga.Standards = append(ga.Standards, form.Standard{Kind: form.Kind(k), Text: s.Text, Ground: s.Ground})
				}
			}
		}
		if sets > 0 {
			ga.Sets = fmt.Sprintf("%02d bộ, bản chính", sets)
		}
		switch {
		case grant.Limited():
			ga.Quota = d.limits(grant)
		case !ga.Own:
			ga.Quota = "không giới hạn; đơn vị lựa chọn trường hợp thật sự tiêu biểu, xuất sắc"
		}
		if roads := roadsFor(d.roads, d.movement, a.Code); len(roads) > 0 {
			for _, st := range roads[0].Steps {
				if st.Stage != dossier.Supplement {
					ga.Road = append(ga.Road, st.Name)
				}
			}
		}
		if grant.Phase == "tong_ket" && d.movement.LastDay() != 0 {
			ga.Deadline = d.deadline(d.movement.LastDay())
		}
		g.Awards = append(g.Awards, ga)
	}
	return g, nil
}

// limits says how many a unit may propose: the units and groups the plan names, then
// every other.
func (d *desk) limits(grant movement.Grant) string {
	var all, own []movement.Limit
	for _, l := range grant.Limits {
		if l.Unit == 0 && l.Group == "" {
			all = append(all, l)
		} else {
			own = append(own, l)
		}
	}
	if grant.Quota > 0 {
		all = append(all, movement.Limit{Most: grant.Quota})
	}
	said := strings.Split(strings.ReplaceAll(movement.LimitText(own, d.units, d.print.Day), ": ", " không quá "), "\n")
	if len(own) == 0 {
		said = nil
	}
	if len(all) > 0 {
		whom := "mỗi cơ quan, đơn vị đề nghị không quá "
		if len(own) > 0 {
			whom = "mỗi cơ quan, đơn vị khác đề nghị không quá "
		}
		said = append(said, whom+movement.LimitText(all, d.units, d.print.Day))
	}
	return strings.Join(said, "; ")
}

func phaseName(code string) string {
	if code == movement.Yearly {
		return "hằng năm"
	}
	return "khi tổng kết phong trào"
}

// deadline is ten working days before the last day, so that appraisal can follow
// (the shortest time met in provincial regulations).
func (d *desk) deadline(last when.Date) when.Date {
	cal, err := calendarOf(d.ctx, d.tx)
	if err != nil {
		return 0
	}
	return cal.AddWorkingDays(last, -10)
}
