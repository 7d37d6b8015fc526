package office

import (
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/form"
	"thidua/model/registry"
	"thidua/model/when"
)

// Papers of bodies that commend by themselves: giấy khen and titles of the base
// level are decided by the head of each body, so every paper of that road names
// the body where others name the province.

// ownFrame is the frame of a body's own papers; that of the province for 0.
func (d *desk) ownFrame(body registry.UnitID, day when.Date) form.Frame {
	f := d.frame()
	if day == 0 {
		day = d.print.Day
	}
	// A body that has ended signs nothing any more: the one that took over whole does.
	if heirs, whole := d.units.Heirs(body, day); whole && len(heirs) == 1 {
		body = heirs[0]
	}
	v, ok := d.units.Near(body, day)
	if !ok || body == 0 {
		return f
	}
	f.Own = form.Own{Name: v.Official, Head: v.Chief(), Sign: v.Sign()}
	// An Ủy ban nhân dân writes no body above its own name (NĐ 30/2020/NĐ-CP, Phụ lục I, II.2).
	if p, ok := d.units.Near(v.Parent, day); ok && v.Parent != 0 && f.Own.Sign != "UBND" {
		f.Own.Parent = p.Short
	}
	f.Head.Place = v.Place
	return f
}

// base tells that the award is given by the heads of bodies.
func (d *desk) base(code string) bool {
	a, ok := d.cat.Award(code)
	return ok && a.Level == award.Base
}

// byBody divides dossiers by the body that proposed them, in the order they come:
// what one body's head decides is one paper.
func (d *desk) byBody(ds []dossier.Dossier) (bodies []registry.UnitID, of map[registry.UnitID][]dossier.Dossier, err error) {
	subs, err := d.submissions(ds)
	if err != nil {
		return nil, nil, err
	}
	of = map[registry.UnitID][]dossier.Dossier{}
	for _, x := range ds {
		body := subs[x.Submission].Unit
		if body == 0 {
			body = x.Unit
		}
		if of[body] == nil {
			bodies = append(bodies, body)
		}
		of[body] = append(of[body], x)
	}
	return bodies, of, nil
}

// decidedBy is an award as a paper names it when somebody else than the catalogue
// says decides it.
func (d *desk) decidedBy(code, decider string) form.Award {
	a, _ := d.cat.Award(code)
	f := d.award(a)
	if decider = strings.TrimSpace(decider); decider != "" && a.Level == award.Base {
		f.Decider = decider
	}
	return f
}

// ownProposals are the tờ trình within each body: its council to its head.
func (d *desk) ownProposals(ds []dossier.Dossier) (form.Paper, error) {
	bodies, of, err := d.byBody(ds)
	if err != nil {
		return nil, err
	}
	many := make(together, len(bodies))
	for i, b := range bodies {
		many[i] = form.Proposal{Frame: d.ownFrame(b, 0), Movement: d.about(), Awards: d.awards(), Lines: d.lines(of[b]), Dossiers: len(of[b])}
	}
	if len(many) == 1 {
		return many[0], nil
	}
	return many, nil
}
