package office

import (
	"thidua/model/dossier"
	"thidua/model/form"
)

// progressStages are the columns of the printed board, in the order of the road.
var progressStages = [...]dossier.Stage{dossier.Received, dossier.Appraising, dossier.Supplement, dossier.Appraised, dossier.Passed, dossier.Submitted, dossier.Decided}

// progress is the board on paper, of one award when one is asked for.
func (d *desk) progress() (form.Paper, error) {
	b, err := boardOf(d.ctx, d.tx, d.movement.Code, d.office.Today())
	if err != nil {
		return nil, err
	}
	p := form.Progress{Frame: d.frame(), Movement: d.about()}
	if a, ok := d.cat.Award(d.print.Award); ok {
		p.Award = d.award(a)
	}
	for _, u := range b.Narrow("", d.print.Award).Units {
		r := form.ProgressRow{Unit: u.Name, Short: u.Short}
		for i, s := range progressStages {
			r.Counts[i] = u.Stages[s]
		}
		if len(u.Turns) > 0 {
			t := u.Turns[0]
			r.Holder, r.Timed, r.Left = t.Step.Holder, t.Timed, t.Left
		}
		p.Rows = append(p.Rows, r)
	}
	if len(p.Rows) == 0 {
		return nil, d.none()
	}
	return p, nil
}
