package office

import (
	"fmt"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
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
	list, err := d.tx.Decisions().Find(d.ctx, DecisionFilter{Movement: d.movement.ID, Award: d.print.Award, Issued: &yes})
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "office.no-decisions", d.movement.Name)
	}
	return list, err
}

// items are a decision's lines with the money that goes with each.
func (d *desk) items(q decision.Decision) []form.Line {
	p := d.frozen(q).(form.Decision)
	for i, it := range q.Items {
		if sum, ok := d.cat.Money.Sum(q.Award, it.Kind, q.Date); ok {
			p.Lines[i].Money = int64(sum)
		}
	}
	return p.Lines
}

func (d *desk) reference(q decision.Decision) form.Reference {
	return form.Reference{Kind: "Quyết định", Number: q.Number, Date: q.Date, Body: q.Decider}
}

func (d *desk) perDecision(one func(decision.Decision) form.Paper) (form.Paper, error) {
	list, err := d.decided()
	if err != nil {
		return nil, err
	}
	many := make(together, len(list))
	for i, q := range list {
		many[i] = one(q)
	}
	if len(many) == 1 {
		return many[0], nil
	}
	return many, nil
}

func (d *desk) certificates() (form.Paper, error) {
	return d.perDecision(func(q decision.Decision) form.Paper {
		f := d.frame()
		f.Day, f.Head.Date, f.Sign.Name = q.Date, q.Date, q.Signer
		a, _ := d.cat.Award(q.Award)
		return form.Certificates{Frame: f, Movement: d.about(), Award: d.award(a), Lines: d.items(q), Decision: d.reference(q), Layout: form.LayoutA4()}
	})
}

func (d *desk) money() (form.Paper, error) {
	return d.perDecision(func(q decision.Decision) form.Paper {
		f := d.frame()
		if q.Date != 0 {
			f.Day = q.Date
		}
		m := form.MoneyList{Frame: f, Movement: d.about(), Awards: d.awards(), Lines: d.items(q), Decision: d.reference(q)}
		for _, s := range d.cat.Money.Salaries {
			if s.Holds(q.Date) {
				m.Salary = int64(s.Amount)
			}
		}
		return m
	})
}

// register prints everything given in a year; without a year, everything.
func (d *desk) register() (form.Paper, error) {
	records, err := d.tx.Records().Find(d.ctx, RecordFilter{Year: d.print.Year, Award: d.print.Award})
	if err != nil {
		return nil, err
	}
	if len(records) == 0 {
		return nil, fault.New(fault.NotFound, "office.no-records")
	}
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = r.Nominee
	}
	people, err := d.tx.Nominees().Find(d.ctx, NomineeFilter{IDs: ids})
	if err != nil {
		return nil, err
	}
	of := map[int64]registry.Nominee{}
	for _, n := range people {
		of[n.ID] = n
	}
	p := form.Register{Frame: d.frame()}
	first, last := records[0].Year, records[0].Year
	for _, r := range records {
		first, last = min(first, r.Year), max(last, r.Year)
	}
	p.Period = fmt.Sprintf("từ năm %d đến năm %d", first, last)
	if first == last {
		p.Period = fmt.Sprintf("năm %d", first)
	}
	for _, r := range records {
		n := of[r.Nominee]
		p.Rows = append(p.Rows, form.Registered{Number: r.Number, Date: r.Date, Revoked: r.RevokedBy,
			Line: form.Line{Kind: form.Kind(n.Kind), Name: r.Name, Gender: n.Gender, Post: r.Post, Unit: r.UnitText, Birth: n.Birth,
				Achievement: r.Reason, Award: d.cat.Name(r.Award), Golden: r.GoldenBook}})
	}
	return p, nil
}

// guidance says for each award of the movement who may get it, on what ground,
// with which papers, by which road.
func (d *desk) guidance() (form.Paper, error) {
	g := form.Guidance{Frame: d.frame(), Movement: d.about(), Plan: form.Reference{Kind: "Kế hoạch", Symbol: "KH-UBND", Body: d.movement.Host, About: d.movement.Title, Year: d.movement.From.Year()}}
	for _, grant := range d.movement.Awards {
		a, ok := d.cat.Award(grant.Award)
		if !ok {
			continue
		}
		ga := form.GuidedAward{Award: d.award(a), Phase: phaseName(grant.Phase), Own: a.Level == award.Base}
		for _, k := range grant.Kinds {
			for _, s := range d.cat.Grounds(a.Code, k, d.print.Day) {
				if s.Way == "phong_trao" {
					ga.Standards = append(ga.Standards, form.Standard{Kind: form.Kind(k), Text: s.Text, Ground: s.Ground})
				}
			}
		}
		if grant.Quota > 0 {
			ga.Quota = fmt.Sprintf("Mỗi cơ quan, đơn vị đề nghị không quá %02d trường hợp", grant.Quota)
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

func phaseName(code string) string {
	if code == "hang_nam" {
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
