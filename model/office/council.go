package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/when"
	"thidua/model/words"
)

// Councils lists the councils, the newest first.
func (o *Office) Councils(ctx context.Context) (list []council.Council, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Councils().Find(ctx, All{})
		return err
	})
	return list, err
}

// SaveCouncil adds a council or saves a changed one. A member without an id gets
// one for good; a member who leaves is ended, not taken out, so that the minutes of
// earlier sessions stay as they were.
func (o *Office) SaveCouncil(ctx context.Context, c *council.Council) (audit.Entry, error) {
	top := int64(0)
	for _, m := range c.Members {
		top = max(top, m.ID)
	}
	for i := range c.Members {
		if c.Members[i].ID == 0 {
			top++
			c.Members[i].ID = top
		}
		if c.Members[i].From == 0 {
			c.Members[i].From = c.From
		}
	}
	day := o.Today()
	if !c.Holds(day) {
		day = c.From
	}
	if err := c.Check(day); err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "council.save", "Ghi "+c.Name, func(tx Tx) error { return tx.Councils().Put(ctx, c) })
}

// VoteRules lists how awards are voted on.
func (o *Office) VoteRules(ctx context.Context) (list []council.VoteRule, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = voteRulesOf(ctx, tx)
		return err
	})
	return list, err
}

// voteRulesOf are the office's own rules; while it has none, those that ship with
// the program.
func voteRulesOf(ctx context.Context, tx Tx) ([]council.VoteRule, error) {
	list, err := tx.VoteRules().Find(ctx, All{})
	if err == nil && len(list) == 0 {
		list = council.LoadRules()
	}
	return list, err
}

// SaveVoteRule adds a vote rule or saves a changed one. The rule of the same award
// that held until then ends where a new one begins; one that began on the same day is
// replaced, and one that begins later goes on from there.
func (o *Office) SaveVoteRule(ctx context.Context, r *council.VoteRule) (audit.Entry, error) {
	if r.Pass.Den <= 0 || r.Attend.Den <= 0 || r.Pass.Num < 0 || r.Attend.Num < 0 || r.From == 0 || r.Source == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.vote-rule").At("pass")
	}
	return o.act(ctx, "council.rule", "Ghi quy định biểu quyết "+r.Award, func(tx Tx) error {
		if err := ownVoteRules(ctx, tx); err != nil {
			return err
		}
		list, err := tx.VoteRules().Find(ctx, All{})
		if err != nil {
			return err
		}
		put := []*council.VoteRule{r}
		for i := range list {
			old := &list[i]
			switch {
			case old.Award != r.Award || old.ID == r.ID:
			case old.From == r.From && r.ID == 0: // one of the program's, changed before the office had its own
				r.ID, r.Rev = old.ID, old.Rev
			case old.From < r.From && (old.To == 0 || old.To > r.From):
				old.To = r.From
				put = append(put, old)
			case old.From > r.From && (r.To == 0 || r.To > old.From):
				r.To = old.From
			}
		}
		return tx.VoteRules().Put(ctx, put...)
	})
}

// ownVoteRules puts the shipped rules in before the office's first own one, which
// would else stand alone.
func ownVoteRules(ctx context.Context, tx Tx) error {
	n, err := tx.VoteRules().Count(ctx, All{})
	if err != nil || n > 0 {
		return err
	}
	return putAll(ctx, tx.VoteRules(), council.LoadRules())
}

// Sessions lists a movement's sessions, newest first; with "" those of every movement.
func (o *Office) Sessions(ctx context.Context, movementCode string) (list []council.Session, err error) {
	err = o.read(ctx, func(tx Tx) error {
		f := SessionFilter{}
		if movementCode != "" {
			m, err := movementOf(ctx, tx, movementCode)
			if err != nil {
				return err
			}
			f.Movement = m.ID
		}
		list, err = tx.Sessions().Find(ctx, f)
		return err
	})
	return list, err
}

// SessionFile is everything about one session.
type SessionFile struct {
	Session  council.Session
	Council  council.Council
	Rules    []council.VoteRule
	Seats    []council.Member // who sits on it that day
	Numbers  council.Numbers
	Outcomes []council.Outcome
	Dossiers map[int64]dossier.Dossier // those of the agenda
	// Typed is what somebody is typing of it and has not saved, zero for nothing.
	Typed Typed
	// Faults is what does not hold yet, nil when the session may be closed.
	Faults  error
	History []audit.Entry
}

// Session opens one session.
func (o *Office) Session(ctx context.Context, id int64) (f SessionFile, err error) {
	err = o.read(ctx, func(tx Tx) error {
		f, err = sessionFile(ctx, tx, id)
		if err != nil {
			return err
		}
		if f.Typed, err = tx.Typed(ctx, id); err != nil {
			return err
		}
		f.History, err = tx.History(ctx, audit.Ref{Noun: "session", ID: id})
		return err
	})
	return f, err
}

func sessionFile(ctx context.Context, tx Tx, id int64) (f SessionFile, err error) {
	if f.Session, err = tx.Sessions().Get(ctx, id); err != nil {
		return f, err
	}
	if f.Council, err = tx.Councils().Get(ctx, f.Session.Council); err != nil {
		return f, err
	}
	if f.Rules, err = voteRulesOf(ctx, tx); err != nil {
		return f, err
	}
	ids := make([]int64, 0, len(f.Session.Agenda))
	for _, it := range f.Session.Agenda {
		ids = append(ids, it.Dossier)
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
	if err != nil {
		return f, err
	}
	f.Dossiers = make(map[int64]dossier.Dossier, len(ds))
	for _, d := range ds {
		f.Dossiers[d.ID] = d
	}
	f.judge()
	return f, nil
}

// judge works out what the session comes to.
func (f *SessionFile) judge() {
	s := f.Session
	f.Seats = f.Council.Seats(s.Day, s.Standing)
	f.Numbers = s.Count(f.Council)
	f.Outcomes = s.Outcomes(f.Council, f.Rules, s.Places)
	f.Faults = s.Check(f.Council, f.Rules)
	if f.Faults == nil && len(s.Rounds) == 0 {
		f.Faults = fault.New(fault.Invalid, "office.no-votes").At("rounds")
	}
}

// Agenda says what a session is opened for.
type Agenda struct {
	Movement string   // code; "" for the newest
	Awards   []string // none: every award with an appraised dossier
	Dossiers []int64  // none: every appraised dossier of those awards
	Council  int64    // 0: the council in office on the day
	Day      when.Date
	Standing bool // only the Thường trực meets
	ByLetter bool // nobody meets: all are asked in writing
	Begun    string
	Place    string
}

// OpenSession puts the appraised dossiers of a movement before the council, in the
// order of printed lists. A dossier that stands on the agenda of another open
// session is left out. The chair presides and the secretary writes until somebody
// else is named.
func (o *Office) OpenSession(ctx context.Context, a Agenda) (s council.Session, e audit.Entry, err error) {
	if a.Day == 0 {
		a.Day = o.Today()
	}
	s = council.Session{Day: a.Day, Standing: a.Standing, ByLetter: a.ByLetter, Begun: a.Begun, Place: a.Place}
	var detail string
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, a.Movement)
		if err != nil {
			return err
		}
		s.Movement = m.ID
		c, err := councilOn(ctx, tx, a.Council, a.Day)
		if err != nil {
			return err
		}
		s.Council = c.ID
		for _, seat := range c.Seats(a.Day, a.Standing) {
			switch seat.Role {
			case council.Chair:
				s.Presider = seat.ID
			case council.Secretary:
				s.Clerk = seat.ID
			}
		}
		if s.Agenda, err = agendaOf(ctx, tx, m, a); err != nil {
			return err
		}
		rules, err := voteRulesOf(ctx, tx)
		if err != nil {
			return err
		}
		if err := s.MustMeet(rules).OrNil(); err != nil {
			return err
		}
		detail = fmt.Sprintf("Mở phiên họp %s ngày %s: %d trường hợp", c.Name, a.Day.Slash(), len(s.Agenda))
		if a.ByLetter {
			detail = fmt.Sprintf("Lấy ý kiến bằng văn bản %s ngày %s: %d trường hợp", c.Name, a.Day.Slash(), len(s.Agenda))
		}
		return nil
	})
	if err != nil {
		return s, e, err
	}
	e, err = o.act(ctx, "session.open", detail, func(tx Tx) error { return tx.Sessions().Put(ctx, &s) })
	return s, e, err
}

// councilOn is the council named, else the one in office on a day.
func councilOn(ctx context.Context, tx Tx, id int64, day when.Date) (council.Council, error) {
	if id != 0 {
		return tx.Councils().Get(ctx, id)
	}
	list, err := tx.Councils().Find(ctx, All{})
	if err != nil {
		return council.Council{}, err
	}
	for _, own := range []bool{false, true} { // the province's before those of single bodies
		for _, c := range list {
			if c.Holds(day) && (c.Unit != 0) == own {
				return c, nil
			}
		}
	}
	return council.Council{}, fault.New(fault.NotFound, "office.no-council", day.Slash()).At("council")
}

func agendaOf(ctx context.Context, tx Tx, m movement.Movement, a Agenda) ([]council.Item, error) {
	f := DossierFilter{Movement: m.ID, Stages: []dossier.Stage{dossier.Appraised}}
	if len(a.Dossiers) > 0 {
		f.IDs = a.Dossiers
	}
	ds, err := tx.Dossiers().Find(ctx, f)
	if err != nil {
		return nil, err
	}
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	others, err := tx.Sessions().Find(ctx, SessionFilter{Movement: m.ID})
	if err != nil {
		return nil, err
	}
	taken := map[int64]bool{}
	for _, s := range others {
		for _, it := range s.Agenda {
			taken[it.Dossier] = taken[it.Dossier] || s.Closed == 0
		}
	}
	var out []council.Item
	for _, w := range cat.Awards {
		for _, d := range ds {
			if d.Award == w.Code && !taken[d.ID] && (len(a.Awards) == 0 || slices.Contains(a.Awards, d.Award)) {
				out = append(out, council.Item{Dossier: d.ID, Award: d.Award, Name: d.Name, AwardName: w.Name})
			}
		}
	}
	switch {
	case len(a.Dossiers) > 0 && len(out) != len(a.Dossiers):
		return nil, fault.New(fault.Conflict, "office.not-for-council", len(a.Dossiers)-len(out)).At("agenda")
	case len(out) == 0:
		return nil, fault.New(fault.NotFound, "office.none-appraised", m.Name).At("agenda")
	}
	return out, nil
}

// SaveSession saves what was entered of a session: who came, the rounds of votes,
// what was said. Once somebody's attendance or a vote is entered every sum must
// hold; all that does not is told at once. A closed session is not changed any more.
func (o *Office) SaveSession(ctx context.Context, s *council.Session) (audit.Entry, error) {
	f, err := o.Session(ctx, s.ID)
	if err != nil {
		return audit.Entry{}, err
	}
	if f.Session.Closed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "office.session-closed", f.Session.Closed.Slash())
	}
	s.Closed = 0
	err = s.MustMeet(f.Rules).OrNil()
	if len(s.Attendance) > 0 || len(s.Rounds) > 0 {
		err = s.Check(f.Council, f.Rules)
	}
	if err != nil {
		return audit.Entry{}, err
	}
	detail := fmt.Sprintf("Ghi phiên họp ngày %s", s.Day.Slash())
	if n := len(s.Rounds); n > 0 {
		detail = fmt.Sprintf("Ghi kết quả lượt bỏ phiếu thứ %d, phiên họp ngày %s", n, s.Day.Slash())
	}
	return o.act(ctx, "session.save", detail, func(tx Tx) error {
		if err := tx.Sessions().Put(ctx, s); err != nil {
			return err
		}
		return tx.Keep(ctx, Kept{Untyped: []int64{s.ID}})
	})
}

// Unanimous is the commonest result, ready to be looked over and saved: all are
// there, or answered where nobody meets, and all are for every case; by ballot where a rule asks for it, or when
// asked for.
func (f SessionFile) Unanimous(ballot bool) council.Session {
	s := f.Session
	s.Attendance = nil
	r := council.Round{Ballot: ballot || s.ByLetter, Secret: ballot && !s.ByLetter}
	for _, m := range f.Seats {
		s.Attendance = append(s.Attendance, council.Attendance{Member: m.ID, Present: !s.ByLetter, Written: s.ByLetter})
	}
	for _, it := range s.Agenda {
		rule, _ := council.RuleFor(f.Rules, it.Award, s.Day)
		r.Ballot, r.Secret = r.Ballot || rule.Ballot, r.Secret || rule.Secret
		r.Tallies = append(r.Tallies, council.Tally{Dossier: it.Dossier, For: len(f.Seats)})
	}
	if r.Ballot {
		r.Issued, r.Returned, r.Valid = len(f.Seats), len(f.Seats), len(f.Seats)
	}
	s.Rounds = []council.Round{r}
	return s
}

// CloseSession carries the outcomes over to the dossiers as one act: those that
// passed go on, the others are refused with the votes as the reason. It answers
// every sum that does not hold, and every tie the chair has yet to decide.
func (o *Office) CloseSession(ctx context.Context, id int64) (f SessionFile, e audit.Entry, err error) {
	if f, err = o.Session(ctx, id); err != nil {
		return f, e, err
	}
	if f.Session.Closed != 0 {
		return f, e, fault.New(fault.Conflict, "office.session-closed", f.Session.Closed.Slash())
	}
	if f.Faults != nil {
		return f, e, f.Faults
	}
	var open fault.List
	var moved []*dossier.Dossier
	passed := 0
	for _, out := range f.Outcomes {
		d, ok := f.Dossiers[out.Dossier]
		if !ok {
			return f, e, fault.New(fault.NotFound, "office.some-gone")
		}
		if out.Tied {
			open.Add(fault.New(fault.Conflict, "office.tie", out.Name, out.For).At("chosen"))
			continue
		}
		to, reason := dossier.Passed, ""
		if why := out.Why(); why != nil {
			said := "Hội đồng họp ngày %s: %s"
			if f.Session.ByLetter {
				said = "Hội đồng cho ý kiến bằng văn bản, tổng hợp ngày %s: %s"
			}
			to, reason = dossier.Rejected, fmt.Sprintf(said, f.Session.Day.Slash(), words.Text(why.Code, why.Args...))
		} else {
			passed++
		}
		next, err := d.Move(to, reason, f.Session.Day)
		if err != nil {
			return f, e, err
		}
		moved = append(moved, &next)
	}
	if err := open.OrNil(); err != nil {
		return f, e, err
	}
	f.Session.Closed = o.Today()
	detail := fmt.Sprintf("Chốt phiên họp ngày %s: %d trường hợp được thông qua, %d không được thông qua", f.Session.Day.Slash(), passed, len(moved)-passed)
	e, err = o.act(ctx, "session.close", detail, func(tx Tx) error {
		if err := tx.Dossiers().Put(ctx, moved...); err != nil {
			return err
		}
		if err := tx.Sessions().Put(ctx, &f.Session); err != nil {
			return err
		}
		return tx.Keep(ctx, Kept{Untyped: []int64{id}})
	})
	for _, d := range moved {
		f.Dossiers[d.ID] = *d
	}
	return f, e, err
}

// DropSession takes a session off that has not been closed.
func (o *Office) DropSession(ctx context.Context, id int64) (audit.Entry, error) {
	f, err := o.Session(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	if f.Session.Closed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "office.session-closed", f.Session.Closed.Slash())
	}
	return o.act(ctx, "session.drop", "Bỏ phiên họp ngày "+f.Session.Day.Slash(), func(tx Tx) error { return tx.Sessions().Delete(ctx, id) })
}
