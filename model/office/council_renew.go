package office

import (
	"context"

	"thidua/model/audit"
	"thidua/model/council"
	"thidua/model/fault"
)

// RenewCouncil puts a new council in the place of an old one (kiện toàn Hội đồng):
// the old one ends the day the new one begins, as one act. Sessions of the old one
// keep its members. It answers "office.renew-early" when the new one would begin
// before the old one did, beside what SaveCouncil answers.
func (o *Office) RenewCouncil(ctx context.Context, old int64, n *council.Council) (audit.Entry, error) {
	var was council.Council
	err := o.read(ctx, func(tx Tx) (err error) {
		was, err = tx.Councils().Get(ctx, old)
		return err
	})
	if err != nil {
		return audit.Entry{}, err
	}
	if !n.From.Exact() || n.From <= was.From {
		return audit.Entry{}, fault.New(fault.Invalid, "office.renew-early", was.From.Slash()).At("from")
	}
	for i := range n.Members {
		n.Members[i].ID = int64(i + 1)
	}
	if err := n.Check(n.From); err != nil {
		return audit.Entry{}, err
	}
	if was.To == 0 || was.To > n.From {
		was.To = n.From
	}
	return o.act(ctx, "council.renew", "Kiện toàn "+n.Name, func(tx Tx) error { return tx.Councils().Put(ctx, &was, n) })
}
