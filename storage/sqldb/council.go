package sqldb

import (
	"context"
	"database/sql"

	"thidua/model/council"
	"thidua/model/office"
)

var councils = &table[council.Council, office.All]{
	name: "council", columns: []string{"id", "rev", "name", "founded", "day", "founder", "valid_from", "valid_to", "members", "unit"},
	fields: func(c *council.Council) []any {
		return []any{&c.ID, &c.Rev, &c.Name, &c.Founded, day{&c.On}, &c.By, day{&c.From}, day{&c.To}, asJSON{&c.Members}, ref{&c.Unit}}
	},
	order: "valid_from DESC, id DESC", missing: "store.no-record",
}

var voteRules = &table[council.VoteRule, office.All]{
	name: "vote_rule",
	columns: []string{"id", "rev", "award", "whole", "attend", "ballot", "secret", "pass", "counted_of", "written", "by_letter", "rounds",
		"valid_from", "valid_to", "source"},
	fields: func(r *council.VoteRule) []any {
		return []any{&r.ID, &r.Rev, &r.Award, &r.Full, asJSON{&r.Attend}, &r.Ballot, &r.Secret, asJSON{&r.Pass}, &r.Of, &r.Written, &r.ByLetter, &r.Rounds,
			day{&r.From}, day{&r.To}, &r.Source}
	},
	order: "id", missing: "store.no-record",
}

var sessions = &table[council.Session, office.SessionFilter]{
	name: "session",
	columns: []string{"id", "rev", "council", "movement", "day", "begun", "ended", "place", "standing", "by_letter", "presider", "clerk",
		"attendance", "agenda", "rounds", "opinions", "dissent", "chosen", "places", "number", "note", "closed"},
	fields: func(s *council.Session) []any {
		return []any{&s.ID, &s.Rev, ref{&s.Council}, ref{&s.Movement}, day{&s.Day}, &s.Begun, &s.Ended, &s.Place, &s.Standing, &s.ByLetter, &s.Presider, &s.Clerk,
			asJSON{&s.Attendance}, asJSON{&s.Agenda}, asJSON{&s.Rounds}, asJSON{&s.Opinions}, asJSON{&s.Dissent}, asJSON{&s.Chosen}, asJSON{&s.Places},
			&s.Number, &s.Note, day{&s.Closed}}
	},
	where: func(f office.SessionFilter, c *clause) {
		if f.Movement != 0 {
			c.add("movement = ?", f.Movement)
		}
		if f.Council != 0 {
			c.add("council = ?", f.Council)
		}
	},
	order: "day DESC, id DESC", missing: "store.no-session",
}

// Councils is the shelf of councils, the newest first.
func (t *Tx) Councils() office.Set[council.Council, office.All] {
	return shelf[council.Council, office.All]{t, councils}
}

// VoteRules is the shelf of how awards are voted on.
func (t *Tx) VoteRules() office.Set[council.VoteRule, office.All] {
	return shelf[council.VoteRule, office.All]{t, voteRules}
}

// Sessions is the shelf of sessions, newest first.
func (t *Tx) Sessions() office.Set[council.Session, office.SessionFilter] {
	return shelf[council.Session, office.SessionFilter]{t, sessions}
}

// Typed reads what is being typed of a session, zero for nothing.
func (t *Tx) Typed(ctx context.Context, session int64) (typed office.Typed, err error) {
	err = t.sql.QueryRowContext(ctx, "SELECT officer, day, entered FROM session_typed WHERE session = ?", session).
		Scan(&typed.Officer, day{&typed.Day}, asJSON{&typed.Session})
	if err == sql.ErrNoRows {
		return office.Typed{}, nil
	}
	return typed, t.fail(err)
}

// keepTyped keeps what is being typed, and forgets what is no longer.
func (t *Tx) keepTyped(ctx context.Context, k office.Kept) error {
	for _, x := range k.Typed {
		err := t.exec(ctx, "INSERT OR REPLACE INTO session_typed (session, officer, day, entered) VALUES (?, ?, ?, ?)",
			x.Session.ID, x.Officer, day{&x.Day}, asJSON{&x.Session})
		if err != nil {
			return err
		}
	}
	for _, id := range k.Untyped {
		if err := t.exec(ctx, "DELETE FROM session_typed WHERE session = ?", id); err != nil {
			return err
		}
	}
	return nil
}
