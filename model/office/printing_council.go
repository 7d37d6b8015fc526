package office

import (
	"fmt"
	"slices"

	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
)

// Papers of the council: of the session named, else of the movement's latest; with
// no session at all the blank form of the dossiers that wait for the council.

// session is the session a paper is printed for: the one named, else the latest
// with votes (voted) or the latest that is still open; ok is false when there is none.
func (d *desk) session(voted bool) (f SessionFile, ok bool, err error) {
	id := d.print.Session
	if id == 0 {
		list, err := d.tx.Sessions().Find(d.ctx, SessionFilter{Movement: d.movement.ID})
		if err != nil {
			return f, false, err
		}
		for _, s := range list {
			about := d.print.Award == "" || slices.ContainsFunc(s.Agenda, func(it council.Item) bool { return it.Award == d.print.Award })
			if about && (voted && len(s.Rounds) > 0 || !voted && s.Closed == 0) {
				id = s.ID
				break
			}
		}
	}
	if id == 0 {
		return f, false, nil
	}
	f, err = sessionFile(d.ctx, d.tx, id)
	return f, err == nil, err
}

// agenda are the lines of a session's cases, in its order.
func (d *desk) agenda(f SessionFile) []form.Line {
	ds := make([]dossier.Dossier, 0, len(f.Session.Agenda))
	for _, it := range f.Session.Agenda {
		if x, ok := f.Dossiers[it.Dossier]; ok {
			ds = append(ds, x)
		}
	}
	return d.lines(ds)
}

func memberOf(m council.Member) form.Member {
	return form.Member{Name: m.Name, Honorific: m.Honorific, Gender: m.Gender, Post: m.Post, Role: m.Role.String()}
}

// sitting is the council in a session as its papers name it.
func (d *desk) sitting(f SessionFile) (form.Council, council.Minutes) {
	m := f.Session.Minutes(f.Council, f.Rules, f.Session.Places)
	c := form.Council{Founded: form.Reference{Kind: "Quyết định", Number: m.Founded, Date: m.FoundedOn, Body: m.FoundedBy}, Day: m.Day, From: m.Begun,
		Until: m.Ended, Place: m.Place, Standing: m.Standing, ByLetter: m.ByLetter}
	if m.Founded == "" {
		c.Founded = form.Reference{}
	}
	if m.Presider.ID != 0 {
		c.Chair = memberOf(m.Presider)
	}
	if m.Clerk.ID != 0 {
		c.Clerk = memberOf(m.Clerk)
	}
	entered := len(f.Session.Attendance) > 0
	for _, s := range m.Seats {
		w := memberOf(s.Member)
		w.Absent, w.Reason, w.Written = entered && !s.Present, s.Reason, s.Written
		if m.ByLetter { // who answered counts as there
			w.Absent, w.Written = entered && !s.Written, false
		}
		c.Members = append(c.Members, w)
	}
	return c, m
}

// bases are what shares are counted of, as papers name it.
var bases = map[council.Base]form.Basis{council.OfAll: form.OfMembers, council.OfGiven: form.OfVoices, council.OfValid: form.OfValid}

// basis is what shares are counted of in the session, as papers name it.
func (f SessionFile) basis(b council.Base) form.Basis {
	if b == council.OfGiven && f.Session.ByLetter {
		return form.OfAnswers
	}
	return bases[b]
}

// votes are the lines with what the votes came to; round 0 is the result, else
// only what was voted on in that round.
func (d *desk) votes(f SessionFile, outs []council.Outcome, round int) []form.Votes {
	lines := map[int64]form.Line{}
	for i, l := range d.agenda(f) {
		lines[f.Session.Agenda[i].Dossier] = l
	}
	var tallies map[int64]council.Tally
	if round > 0 {
		tallies = map[int64]council.Tally{}
		for _, t := range f.Session.Rounds[round-1].Tallies {
			tallies[t.Dossier] = t
		}
	}
	var out []form.Votes
	for _, o := range outs {
		v := form.Votes{Line: lines[o.Dossier], For: o.For, Against: o.Against, Blank: o.Blank, Basis: f.basis(o.Base), Of: o.Of, Counted: o.Round > 0, Passed: o.Passed, Chosen: o.ByChair}
		if round > 0 {
			t, ok := tallies[o.Dossier]
			if !ok {
				continue
			}
			v.For, v.Against, v.Blank, v.Passed = t.For, t.Against, t.Blank, o.Passed && o.Round == round
			v.Of = f.Session.Whole(f.Council, f.Rules, o.Award, round)
		}
		out = append(out, v)
	}
	return out
}

// waiting are the dossiers that wait for the council, for a blank paper.
func (d *desk) waiting() ([]form.Line, error) {
	ds, err := d.listed(dossier.Appraised)
	if err != nil {
		return nil, err
	}
	if len(ds) == 0 {
		return nil, fault.New(fault.NotFound, "office.none-appraised", d.movement.Name)
	}
	return d.lines(ds), nil
}

// sitOrOpen is the session minutes are printed for: one with votes, else an open one.
func (d *desk) sitOrOpen() (SessionFile, bool, error) {
	f, ok, err := d.session(true)
	if err != nil || ok {
		return f, ok, err
	}
	return d.session(false)
}

func blankVotes(lines []form.Line) []form.Votes {
	out := make([]form.Votes, len(lines))
	for i, l := range lines {
		out[i] = form.Votes{Line: l}
	}
	return out
}

func (d *desk) ballot() (form.Paper, error) {
	f, ok, err := d.session(false)
	if err != nil {
		return nil, err
	}
	b := form.Ballot{Frame: d.frame(), Movement: d.about(), Awards: d.awards()}
	if !ok {
		if b.Lines, err = d.waiting(); err == nil {
			return b, nil
		}
		var voted bool
		if f, voted, _ = d.session(true); !voted {
			return nil, err
		}
	}
	b.Council, _ = d.sitting(f)
	b.Frame = d.ownFrame(f.Council.Unit, f.Session.Day)
	b.Head.Date = f.Session.Day
	b.Lines = d.agenda(f)
	b.Open = f.openBallot()
	return b, nil
}

// openBallot tells that ballots of the session are signed: its last round by ballot
// was open, or before the first one a rule asks for ballots and none for secrecy.
func (f SessionFile) openBallot() bool {
	for _, r := range slices.Backward(f.Session.Rounds) {
		if r.Ballot {
			return !r.Secret
		}
	}
	if f.Session.ByLetter && len(f.Session.Rounds) == 0 {
		return !slices.ContainsFunc(f.Session.Agenda, func(it council.Item) bool {
			r, _ := council.RuleFor(f.Rules, it.Award, f.Session.Day)
			return r.Secret
		})
	}
	ballot, secret := false, false
	for _, it := range f.Session.Agenda {
		r, _ := council.RuleFor(f.Rules, it.Award, f.Session.Day)
		ballot, secret = ballot || r.Ballot, secret || r.Secret
	}
	return ballot && !secret
}

// placesOf says how many of each award may be proposed: "10 Bằng khen của …".
func placesOf(s council.Session) []string {
	var out, done []string
	for _, it := range s.Agenda {
		if n, ok := s.Places[it.Award]; ok && !slices.Contains(done, it.Award) {
			done = append(done, it.Award)
			out = append(out, fmt.Sprintf("%02d %s", n, it.AwardName))
		}
	}
	return out
}

// minutes are the minutes of a session. The paper's own number is its own series.
func (d *desk) minutes() (form.Paper, error) {
	f, ok, err := d.sitOrOpen()
	if err != nil {
		return nil, err
	}
	p := form.Minutes{Frame: d.frame(), Movement: d.about(), Awards: d.awards()}
	if !ok {
		lines, err := d.waiting()
		p.Votes = blankVotes(lines)
		return p, err
	}
	var m council.Minutes
	p.Council, m = d.sitting(f)
	p.Frame = d.ownFrame(f.Council.Unit, f.Session.Day)
	p.Head.Number, p.Day = m.Number, f.Session.Day
	p.Votes = d.votes(f, m.Outcomes, 0)
	p.Ballot, p.Secret, p.Opinions, p.Dissent = m.Ballot, m.Secret, m.Opinions, m.Dissent
	p.Rounds, p.Places = len(m.Rounds), placesOf(f.Session)
	return p, nil
}

// count are the minutes of the count, one for each round by ballot; to the pen
// while there is none.
func (d *desk) count() (form.Paper, error) {
	f, ok, err := d.sitOrOpen()
	if err != nil {
		return nil, err
	}
	blank := form.Count{Frame: d.frame(), Movement: d.about(), Awards: d.awards(), Issued: -1, Returned: -1, Valid: -1, Void: -1}
	if !ok {
		lines, err := d.waiting()
		blank.Votes = blankVotes(lines)
		return blank, err
	}
	var m council.Minutes
	blank.Council, m = d.sitting(f)
	blank.Frame = d.ownFrame(f.Council.Unit, f.Session.Day)
	blank.Day = f.Session.Day
	var many together
	for i, r := range f.Session.Rounds {
		if !r.Ballot {
			continue
		}
		c := blank
		c.Issued, c.Returned, c.Valid, c.Void, c.Round = r.Issued, r.Returned, r.Valid, r.Void, i+1
		for _, name := range r.Tellers {
			c.Tellers = append(c.Tellers, teller(f, name))
		}
		c.Open = !r.Secret
		c.Votes = d.votes(f, m.Outcomes, i+1)
		many = append(many, c)
	}
	switch len(many) {
	case 0:
		blank.Votes = blankVotes(d.agenda(f))
		return blank, nil
	case 1:
		return many[0], nil
	}
	return many, nil
}

// teller is a member of the council by name, else a name with nothing beside it.
func teller(f SessionFile, name string) form.Member {
	for _, m := range f.Council.Members {
		if m.Name == name {
			w := memberOf(m)
			w.Role = ""
			return w
		}
	}
	return form.Member{Name: name}
}
