package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/registry"
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

// PetitionLine is a petition with how long the unit has waited.
type PetitionLine struct {
	Petition report.Petition
	Unit     registry.Version // as it stood when it wrote, or last before
	// Waited is the working days from receipt to the answer; to today while there is none.
	Waited int
}

// Open tells that nobody has answered yet.
func (l PetitionLine) Open() bool { return l.Petition.Answered == 0 }

// PetitionLines lists petitions, those that wait longest for an answer first.
func (o *Office) PetitionLines(ctx context.Context, code string, year int) (out []PetitionLine, err error) {
	list, err := o.Petitions(ctx, code, year)
	if err != nil {
		return nil, err
	}
	err = o.read(ctx, func(tx Tx) error {
		cal, err := calendarOf(ctx, tx)
		if err != nil {
			return err
		}
		units, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range list {
			l := PetitionLine{Petition: p}
			l.Unit, _ = units.Near(p.Unit, p.Received)
			until := p.Answered
			if until == 0 {
				until = o.Today()
			}
			l.Waited = max(0, cal.WorkingDaysBetween(p.Received, until))
			out = append(out, l)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b PetitionLine) int {
		if a.Open() != b.Open() {
			return map[bool]int{true: -1, false: 1}[a.Open()]
		}
		if a.Open() {
			return b.Waited - a.Waited
		}
		return int(b.Petition.Received - a.Petition.Received)
	})
	return out, err
}

// Petition gives one petition.
func (o *Office) Petition(ctx context.Context, id int64) (p report.Petition, err error) {
	err = o.read(ctx, func(tx Tx) error {
		p, err = tx.Petitions().Get(ctx, id)
		return err
	})
	return p, err
}

// RemovePetition takes a petition that was entered by mistake off the register.
func (o *Office) RemovePetition(ctx context.Context, id int64) (audit.Entry, error) {
	p, err := o.Petition(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	unit, err := o.unitName(ctx, p.Unit)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "petition.delete", "Xóa kiến nghị của "+unit, func(tx Tx) error { return tx.Petitions().Delete(ctx, id) })
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
