package council

import "thidua/model/when"

// Minutes is everything the minutes of a session, its ballot and the minutes of its
// count print, with members written out instead of numbered.
type Minutes struct {
	Council   string // its name, with "Thường trực" before it when only that met
	Founded   string // number of the founding decision
	FoundedOn when.Date
	FoundedBy string
	Day       when.Date
	Begun     string
	Ended     string
	Place     string
	Standing  bool
	ByLetter  bool
	Presider  Member
	Clerk     Member
	Seats     []Seat // all who sit on it that day, in the order of the decision
	Numbers
	Ballot   bool // some round was by ballot
	Secret   bool // some round was by secret ballot
	Rounds   []Round
	Outcomes []Outcome
	Opinions []string
	Dissent  []string
	Number   string
}

// Seat is a member with how they attended.
type Seat struct {
	Member
	Attendance
}

// Minutes draws up what the minutes print.
func (s Session) Minutes(c Council, rules []VoteRule, places map[string]int) Minutes {
	m := Minutes{Council: c.Name, Founded: c.Founded, FoundedOn: c.On, FoundedBy: c.By, Day: s.Day, Begun: s.Begun, Ended: s.Ended,
		Place: s.Place, Standing: s.Standing, ByLetter: s.ByLetter, Numbers: s.Count(c), Rounds: s.Rounds, Outcomes: s.Outcomes(c, rules, places),
		Opinions: s.Opinions, Dissent: s.Dissent, Number: s.Number}
	if s.Standing {
		m.Council = "Thường trực " + c.Name
	}
	m.Presider, _ = c.Member(s.Presider)
	m.Clerk, _ = c.Member(s.Clerk)
	at := map[int64]Attendance{}
	for _, a := range s.Attendance {
		at[a.Member] = a
	}
	for _, seat := range c.Seats(s.Day, s.Standing) {
		m.Seats = append(m.Seats, Seat{seat, at[seat.ID]})
	}
	for _, r := range s.Rounds {
		m.Ballot, m.Secret = m.Ballot || r.Ballot, m.Secret || r.Secret
	}
	return m
}
