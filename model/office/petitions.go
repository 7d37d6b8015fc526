package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/report"
)

// Petitions lists what units raised in a movement, by the year it came in (0: all).
func (o *Office) Petitions(ctx context.Context, code string, year int) (list []report.Petition, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err = tx.Petitions().Find(ctx, YearFilter{Movement: m.ID, Year: year})
		return err
	})
	return list, err
}

// SavePetition adds a petition or takes it a step on: passed on, answered, the
// unit told. letter is the unit's own, answer the paper that answers it.
func (o *Office) SavePetition(ctx context.Context, p *report.Petition, letter, answer *Attachment) (audit.Entry, error) {
	if p.ID == 0 && p.Received == 0 {
		p.Received = o.Today()
	}
	if err := p.Check(); err != nil {
		return audit.Entry{}, err
	}
	var name string
	if err := o.keepFile(ctx, letter, &p.File, &name); err != nil {
		return audit.Entry{}, err
	}
	if err := o.keepFile(ctx, answer, &p.AnswerFile, &name); err != nil {
		return audit.Entry{}, err
	}
	unit, err := o.unitName(ctx, p.Unit)
	if err != nil {
		return audit.Entry{}, err
	}
	words := map[report.Stage]string{report.New: "Tiếp nhận kiến nghị của %s", report.Passed: "Chuyển kiến nghị của %s", report.Answered: "Ghi trả lời kiến nghị của %s", report.Told: "Thông báo trả lời kiến nghị cho %s"}
	return o.act(ctx, "petition.save", fmt.Sprintf(words[p.Stage()], unit), func(tx Tx) error { return tx.Petitions().Put(ctx, p) })
}
