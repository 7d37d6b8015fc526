package office

import (
	"bytes"
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Confirmations lists what other bodies were asked and answered, of the dossiers
// of a movement; body narrows to one of them.
func (o *Office) Confirmations(ctx context.Context, movementCode, body string) (list []dossier.Confirmation, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return err
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: m.ID})
		if err != nil {
			return err
		}
		ids := make([]int64, len(ds))
		for i, d := range ds {
			ids[i] = d.ID
		}
		all, err := tx.Confirmations().Find(ctx, DossiersFilter{Dossiers: ids})
		for _, c := range all {
			if body == "" || c.Body == body {
				list = append(list, c)
			}
		}
		return err
	})
	return list, err
}

// Ask notes that a body is asked about dossiers: one line each, so that one letter
// goes out with its list (cong-van-xac-minh). Who has been asked and has not
// answered is not asked again. It answers "office.none-to-ask" when nobody is left.
func (o *Office) Ask(ctx context.Context, body string, dossiers []int64, number string, day when.Date) ([]dossier.Confirmation, audit.Entry, error) {
	if registry.NameOf(dossier.BodyNames, body) == body {
		return nil, audit.Entry{}, fault.New(fault.Invalid, "office.no-body", body).At("body")
	}
	if day == 0 {
		day = o.Today()
	}
	var put []*dossier.Confirmation
	err := o.read(ctx, func(tx Tx) error {
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: dossiers})
		if err != nil {
			return err
		}
		if len(ds) != len(dossiers) || len(ds) == 0 {
			return fault.New(fault.NotFound, "office.some-gone")
		}
		before, err := tx.Confirmations().Find(ctx, DossiersFilter{Dossiers: dossiers})
		if err != nil {
			return err
		}
		open := map[int64]bool{}
		for _, c := range before {
			open[c.Dossier] = open[c.Dossier] || c.Body == body && (c.Answered == 0 || c.Stands(day))
		}
		for _, d := range ds {
			if !open[d.ID] {
				put = append(put, &dossier.Confirmation{Dossier: d.ID, Body: body, Asked: day, Number: number})
			}
		}
		return nil
	})
	if err != nil {
		return nil, audit.Entry{}, err
	}
	if len(put) == 0 {
		return nil, audit.Entry{}, fault.New(fault.Conflict, "office.none-to-ask", registry.NameOf(dossier.BodyNames, body))
	}
	e, err := o.act(ctx, "confirmation.ask", fmt.Sprintf("Hỏi %s về %d hồ sơ", registry.NameOf(dossier.BodyNames, body), len(put)), func(tx Tx) error {
		return tx.Confirmations().Put(ctx, put...)
	})
	out := make([]dossier.Confirmation, len(put))
	for i, c := range put {
		out[i] = *c
	}
	return out, e, err
}

// Answer is what a body answered.
type Answer struct {
	Result     string // code of dossier.ResultNames
	Number     string // số công văn
	Day        when.Date
	ValidUntil when.Date
	Note       string
	Scan       *Attachment // of the answer; nil for none
}

// Answered enters an answer for confirmations that were asked, all from one letter.
func (o *Office) Answered(ctx context.Context, ids []int64, a Answer) (audit.Entry, error) {
	if registry.NameOf(dossier.ResultNames, a.Result) == a.Result {
		return audit.Entry{}, fault.New(fault.Invalid, "office.no-result").At("result")
	}
	if a.Note = viet.Clean(a.Note); a.Result != dossier.Agreed && a.Note == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.answer-note").At("note")
	}
	if a.Day == 0 {
		a.Day = o.Today()
	}
	if a.ValidUntil != 0 && a.ValidUntil < a.Day {
		return audit.Entry{}, fault.New(fault.Invalid, "office.answer-until").At("valid_until")
	}
	file, err := o.keep(ctx, a.Scan)
	if err != nil {
		return audit.Entry{}, err
	}
	var put []*dossier.Confirmation
	err = o.read(ctx, func(tx Tx) error {
		for _, id := range ids { // a letter answers for a handful; the list is the officer's choice
			c, err := tx.Confirmations().Get(ctx, id)
			if err != nil {
				return err
			}
			if c.Asked != 0 && a.Day < c.Asked {
				return fault.New(fault.Invalid, "office.answer-early", c.Asked.Slash()).At("day")
			}
			c.Result, c.Answer, c.Answered, c.ValidUntil, c.Note = a.Result, a.Number, a.Day, a.ValidUntil, a.Note
			if file != "" {
				c.File = file
			}
			put = append(put, &c)
		}
		return nil
	})
	if err != nil {
		return audit.Entry{}, err
	}
	if len(put) == 0 {
		return audit.Entry{}, fault.New(fault.Invalid, "office.none-chosen")
	}
	return o.act(ctx, "confirmation.answer", fmt.Sprintf("Nhập trả lời của %s cho %d hồ sơ", registry.NameOf(dossier.BodyNames, put[0].Body), len(put)), func(tx Tx) error {
		return tx.Confirmations().Put(ctx, put...)
	})
}

// Matters lists what bars or delays commending nominees; none named is everybody.
func (o *Office) Matters(ctx context.Context, nominees ...int64) (list []dossier.Matter, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Matters().Find(ctx, NomineesFilter{Nominees: nominees})
		return err
	})
	return list, err
}

// SaveMatter adds a matter or saves a changed one (closed, cleared).
func (o *Office) SaveMatter(ctx context.Context, m *dossier.Matter) (audit.Entry, error) {
	var l fault.List
	if registry.NameOf(dossier.MatterNames, m.Kind) == m.Kind {
		l.Add(fault.New(fault.Invalid, "office.matter-kind").At("kind"))
	}
	if m.Opened == 0 {
		l.Add(fault.New(fault.Invalid, "office.matter-opened").At("opened"))
	}
	if m.Closed != 0 && m.Closed < m.Opened {
		l.Add(fault.New(fault.Invalid, "office.matter-closed").At("closed"))
	}
	if m.Source == "" {
		l.Add(fault.New(fault.Invalid, "office.matter-source").At("source"))
	}
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "matter.save", "Ghi vụ việc: "+registry.NameOf(dossier.MatterNames, m.Kind), func(tx Tx) error {
		if _, err := tx.Nominees().Get(ctx, m.Nominee); err != nil {
			return err
		}
		return tx.Matters().Put(ctx, m)
	})
}

// keep puts a scan into the vault; "" for none.
func (o *Office) keep(ctx context.Context, a *Attachment) (string, error) {
	if a == nil {
		return "", nil
	}
	if len(a.Data) == 0 {
		return "", fault.New(fault.Refused, "office.attachment-empty", a.Name)
	}
	hash, _, err := o.ports.Vault.Put(ctx, bytes.NewReader(a.Data))
	return hash, err
}
