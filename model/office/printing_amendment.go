package office

import (
	"fmt"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/registry"
)

// Decisions that change earlier ones, and the fund's book.

// amending is the paper of a decision that corrects or revokes.
func (d *desk) amending(q decision.Decision) (form.Paper, error) {
	of, err := d.tx.Decisions().Get(d.ctx, q.Of)
	if err != nil {
		return nil, err
	}
	f := d.ownFrame(q.Body, q.Date)
	f.Head.Number, f.Head.Date = q.Number, q.Date
	if q.Date != 0 {
		f.Day = q.Date
	}
	f.Sign.Name = signerOf(q)
	a, _ := d.cat.Award(q.Award)
	p := form.Amendment{Frame: f, Movement: d.about(), Award: d.decidedBy(q.Award, q.Decider), Of: d.reference(of), Reason: q.Reason, Corrects: q.Act == decision.Corrects}
	p.Lines = itemLines(q.Items, a.Name)
	if q.Act == decision.Revokes {
		p.Ground = registry.NameOf(decision.GroundNames, q.Ground)
	} else {
		p.Was = itemLines(original(of, q), a.Name)
	}
	for _, it := range q.Items {
		_, pays := d.cat.Money.Sum(q.Award, it.Kind, of.Date)
		p.Money = p.Money || pays
	}
	return p, nil
}

// original are the lines of a correction as the decision it corrects has them.
func original(of, q decision.Decision) []decision.Item {
	out := make([]decision.Item, len(q.Items))
	for i, it := range q.Items {
		for _, was := range of.Items {
			if was.Nominee == it.Nominee && was.Golden == it.Golden {
				out[i] = was
			}
		}
	}
	return out
}

func itemLines(items []decision.Item, award string) []form.Line {
	var out []form.Line
	for _, it := range items {
		out = append(out, form.Line{Kind: form.Kind(it.Kind), Name: it.Name, Gender: it.Gender, Honorific: it.Honorific, Post: it.Post, Unit: it.UnitText, Address: it.Address,
			Achievement: it.Reason, Award: award, Golden: it.Golden})
	}
	return out
}

// amendment prints the decision named when it is of the act asked for.
func (d *desk) amendment(act decision.Act) (form.Paper, error) {
	list := []decision.Decision{}
	if d.print.Decision != 0 {
		q, err := d.tx.Decisions().Get(d.ctx, d.print.Decision)
		if err != nil {
			return nil, err
		}
		list = append(list, q)
	} else {
		all, err := d.tx.Decisions().Find(d.ctx, DecisionFilter{Movement: d.movement.ID, Award: d.print.Award})
		if err != nil {
			return nil, err
		}
		list = all
	}
	var many together
	for _, q := range list {
		if q.Act == act {
			p, err := d.amending(q)
			if err != nil {
				return nil, err
			}
			many = append(many, p)
		}
	}
	switch len(many) {
	case 0:
		return nil, fault.New(fault.NotFound, "office.no-amendment", act.String())
	case 1:
		return many[0], nil
	}
	return many, nil
}

func (d *desk) revocation() (form.Paper, error) { return d.amendment(decision.Revokes) }
func (d *desk) correction() (form.Paper, error) { return d.amendment(decision.Corrects) }

// fundBook prints the province's fund; the year's, or all of it.
func (d *desk) fundBook() (form.Paper, error) {
	b, err := fundBook(d.ctx, d.tx, award.FundProvince, d.print.Year)
	if err != nil {
		return nil, err
	}
	p := form.FundBook{Frame: d.frame(), Fund: b.Fund.String(), Before: int64(b.Before)}
	if d.print.Year != 0 {
		p.Period = fmt.Sprintf("năm %d", d.print.Year)
	}
	for _, l := range b.Lines {
		p.Rows = append(p.Rows, form.Booked{Day: l.Day, Voucher: l.Voucher, About: bookedAbout(l.Booking), In: int64(l.In), Out: int64(l.Out), Balance: int64(l.Balance)})
	}
	return p, nil
}

func bookedAbout(b award.Booking) string {
	if b.About != "" {
		return b.About
	}
	return registry.NameOf(award.SourceNames, b.Source)
}
