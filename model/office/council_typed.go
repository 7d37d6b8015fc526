package office

import (
	"context"

	"thidua/model/council"
	"thidua/model/fault"
)

// What is typed of a session is kept from the first figure on, long before its sums
// hold: a count of forty ballots does not fit between two telephone calls. It is no
// act and stands in no log, for nothing of it counts before SaveSession.

// KeepTyped keeps a session as it is being typed in, in place of what was typed of it
// before.
func (o *Office) KeepTyped(ctx context.Context, s council.Session) error {
	if err := o.may(ctx, "session.save"); err != nil {
		return err
	}
	if s.ID == 0 {
		return fault.New(fault.NotFound, "store.no-session", s.ID)
	}
	return o.ports.Store.Keep(ctx, Kept{Typed: []Typed{{Session: s, Officer: o.officer, Day: o.Today()}}})
}

// DropTyped forgets what was typed of a session and not saved.
func (o *Office) DropTyped(ctx context.Context, session int64) error {
	if err := o.may(ctx, "session.save"); err != nil {
		return err
	}
	return o.ports.Store.Keep(ctx, Kept{Untyped: []int64{session}})
}
