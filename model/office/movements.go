package office

import (
	"context"
	"fmt"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/when"
)

// Movements lists the movements, newest first.
func (o *Office) Movements(ctx context.Context) (list []movement.Movement, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Movements().Find(ctx, MovementFilter{})
		return err
	})
	return list, err
}

// Movement finds a movement by its code; with "" the newest one.
func (o *Office) Movement(ctx context.Context, code string) (m movement.Movement, err error) {
	err = o.read(ctx, func(tx Tx) error {
		m, err = movementOf(ctx, tx, code)
		return err
	})
	return m, err
}

func movementOf(ctx context.Context, tx Tx, code string) (movement.Movement, error) {
	list, err := tx.Movements().Find(ctx, MovementFilter{Code: code})
	if err != nil {
		return movement.Movement{}, err
	}
	if len(list) == 0 {
		if code == "" {
			return movement.Movement{}, fault.New(fault.NotFound, "office.no-movements")
		}
		return movement.Movement{}, fault.New(fault.NotFound, "office.no-movement", code)
	}
	return list[0], nil
}

// SaveMovement adds a movement or saves a changed one.
func (o *Office) SaveMovement(ctx context.Context, m *movement.Movement) (audit.Entry, error) {
	if err := m.Check(); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "movement.save", fmt.Sprintf("Ghi phong trào %s", m.Name), func(tx Tx) error {
		all, err := tx.Movements().Find(ctx, MovementFilter{})
		if err != nil {
			return err
		}
		if err := m.Among(all); err != nil {
			return err
		}
		return tx.Movements().Put(ctx, m)
	})
}

// CloneMovement makes the next movement out of one: criteria, awards, roads and
// duties are taken over, nothing of what was carried out. No name is the old one's
// with the year.
func (o *Office) CloneMovement(ctx context.Context, from, code, name string, p when.Period) (movement.Movement, audit.Entry, error) {
	var next movement.Movement
	old, err := o.Movement(ctx, from)
	if err != nil {
		return next, audit.Entry{}, err
	}
	if next = old.Clone(code, p); name != "" {
		next = next.Called(name)
	}
	e, err := o.SaveMovement(ctx, &next)
	return next, e, err
}

// Catalogue gives awards, standards, rule sets and money.
func (o *Office) Catalogue(ctx context.Context) (c *award.Catalogue, err error) {
	err = o.read(ctx, func(tx Tx) error {
		c, err = catalogueOf(ctx, tx)
		return err
	})
	return c, err
}

func catalogueOf(ctx context.Context, tx Tx) (*award.Catalogue, error) {
	var c award.Catalogue
	var err error
	if c.Awards, err = tx.Awards().Find(ctx, All{}); err != nil {
		return nil, err
	}
	if c.Standards, err = tx.Standards().Find(ctx, All{}); err != nil {
		return nil, err
	}
	if c.Rules, err = tx.RuleSets().Find(ctx, All{}); err != nil {
		return nil, err
	}
	if c.Money.Coefficients, err = tx.Coefficients().Find(ctx, All{}); err != nil {
		return nil, err
	}
	if c.Money.Salaries, err = tx.Salaries().Find(ctx, All{}); err != nil {
		return nil, err
	}
	return &c, nil
}

// SaveAward adds a line of the catalogue or saves a changed one.
func (o *Office) SaveAward(ctx context.Context, a *award.Award) (audit.Entry, error) {
	if a.Code == "" || a.Name == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.award-name").At("name")
	}
	return o.act(ctx, "award.save", fmt.Sprintf("Ghi hình thức %s", a.Name), func(tx Tx) error {
		return tx.Awards().Put(ctx, a)
	})
}

// ConfirmRules marks a rule set as checked against the published text, or not.
func (o *Office) ConfirmRules(ctx context.Context, r award.RuleSet) (audit.Entry, error) {
	return o.act(ctx, "rules.confirm", fmt.Sprintf("Xác nhận bộ quy định %s", r.Name), func(tx Tx) error {
		return tx.RuleSets().Put(ctx, &r)
	})
}

// Roads lists the roads of the awards.
func (o *Office) Roads(ctx context.Context) (list []dossier.Road, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Roads().Find(ctx, All{})
		return err
	})
	return list, err
}
