package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// SaveSalary adds a lương cơ sở or saves a changed one. An older one without an end
// ends where a new one begins; two that hold on one day are refused.
func (o *Office) SaveSalary(ctx context.Context, s *award.Salary) (audit.Entry, error) {
	var l fault.List
	if s.Amount <= 0 {
		l.Add(fault.New(fault.Invalid, "office.salary-amount").At("amount"))
	}
	dated(&l, s.Period, s.Source)
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	detail := fmt.Sprintf("Ghi lương cơ sở %s đồng từ %s", viet.Thousands(int64(s.Amount)), s.From.Slash())
	return o.act(ctx, "money.salary", detail, func(tx Tx) error {
		list, err := tx.Salaries().Find(ctx, All{})
		if err != nil {
			return err
		}
		put := []*award.Salary{}
		for i := range list {
			old := &list[i]
			if old.ID == s.ID || !old.Overlaps(s.Period) {
				continue
			}
			if !cutBefore(&old.Period, s.Period) {
				return fault.New(fault.Conflict, "office.salary-twice", old.From.Slash()).At("from")
			}
			put = append(put, old)
		}
		return tx.Salaries().Put(ctx, append(put, s)...)
	})
}

// SaveCoefficient adds a hệ số tiền thưởng or saves a changed one, as SaveSalary does.
func (o *Office) SaveCoefficient(ctx context.Context, c *award.Coefficient) (audit.Entry, error) {
	var l fault.List
	if c.Award == "" {
		l.Add(fault.New(fault.Invalid, "office.coefficient-award").At("award"))
	}
	if !slices.Contains(registry.Kinds, c.Kind) {
		l.Add(fault.New(fault.Invalid, "office.coefficient-kind").At("kind"))
	}
	if c.Hundredths <= 0 {
		l.Add(fault.New(fault.Invalid, "office.coefficient-size").At("hundredths"))
	}
	dated(&l, c.Period, c.Source)
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	detail := fmt.Sprintf("Ghi hệ số tiền thưởng từ %s", c.From.Slash())
	return o.act(ctx, "money.coefficient", detail, func(tx Tx) error {
		list, err := tx.Coefficients().Find(ctx, All{})
		if err != nil {
			return err
		}
		put := []*award.Coefficient{}
		for i := range list {
			old := &list[i]
			if old.ID == c.ID || old.Award != c.Award || old.Kind != c.Kind || !old.Overlaps(c.Period) {
				continue
			}
			if !cutBefore(&old.Period, c.Period) {
				return fault.New(fault.Conflict, "office.coefficient-twice", old.From.Slash()).At("from")
			}
			put = append(put, old)
		}
		return tx.Coefficients().Put(ctx, append(put, c)...)
	})
}

// dated asks a dated fact for its first day and its source.
func dated(l *fault.List, p when.Period, source string) {
	if !p.From.Exact() {
		l.Add(fault.New(fault.Invalid, "office.fact-from").At("from"))
	}
	if p.To != 0 && p.To <= p.From {
		l.Add(fault.New(fault.Invalid, "office.fact-to").At("to"))
	}
	if source == "" {
		l.Add(fault.New(fault.Invalid, "office.fact-source").At("source"))
	}
}

// cutBefore ends a period where a later one begins, when it began before that and
// has no end of its own yet; a period somebody ended on purpose is not shortened.
func cutBefore(old *when.Period, next when.Period) bool {
	if old.From >= next.From || old.To != 0 {
		return false
	}
	old.To = next.From
	return true
}
