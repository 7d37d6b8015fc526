package council

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/award"
	sitting "thidua/model/council"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/ui/words"
)

// State is what the page shows of sessions, with the one in hand.
type State struct {
	Movements []movement.Movement
	Catalogue *award.Catalogue
	Councils  []sitting.Council
	Sessions  []sitting.Session // newest first
	Movement  string            // code; "" for every movement
	ID        int64             // the session chosen
	File      office.SessionFile
	// Work is the session as it is being entered; Dirty tells that it differs from
	// what is saved, Kept that it is laid by as it stands.
	Work        sitting.Session
	Dirty, Kept bool
	Round       int // the round shown, from 0
	turn        int // of the last change
}

// Shown lists the sessions that are asked for.
func (s *State) Shown() []sitting.Session {
	if s.Movement == "" {
		return s.Sessions
	}
	var id int64 = -1
	for _, m := range s.Movements {
		if m.Code == s.Movement {
			id = m.ID
		}
	}
	var out []sitting.Session
	for _, x := range s.Sessions {
		if x.Movement == id {
			out = append(out, x)
		}
	}
	return out
}

// MovementCode is the code of a movement by its id.
func (s *State) MovementCode(id int64) string {
	for _, m := range s.Movements {
		if m.ID == id {
			return m.Code
		}
	}
	return ""
}

// CouncilName is the name of a council by its id.
func (s *State) CouncilName(id int64) string {
	for _, c := range s.Councils {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// StateOf says in a word how far a session has come.
func StateOf(x sitting.Session) string {
	switch {
	case x.Closed != 0:
		return words.SessionClosed
	case len(x.Rounds) > 0:
		return words.SessionVoted
	}
	return words.SessionOpen
}

// TitleOf names a session for a person.
func (s *State) TitleOf(x sitting.Session) string {
	form := words.SessionTitle
	if x.Standing {
		form = words.SessionTitleTT
	}
	return words.Fill(form, s.CouncilName(x.Council), x.Day.Slash())
}

// Hold takes a session as the one in hand. What was entered of it and not saved is
// gone on with: what is in hand already, else what was laid by (back), unless somebody
// saved the session meanwhile: lost tells that this happened.
func (s *State) Hold(f office.SessionFile) (back, lost bool) {
	if s.File.Session.ID != f.Session.ID {
		s.Round = max(0, len(f.Session.Rounds)-1)
	}
	work, kept := f.Typed.Session, true
	if s.Dirty && s.Work.ID == f.Session.ID {
		work, kept = s.Work, s.Kept
	} else {
		back = work.ID != 0
	}
	s.File, s.Work, s.Dirty, s.Kept = f, deep(f.Session), false, false
	switch {
	case work.ID == 0 || f.Session.Closed != 0:
		back = false
	case work.Rev != f.Session.Rev:
		back, lost = false, true
	default:
		s.Work, s.Dirty, s.Kept = deep(work), true, kept
	}
	s.Round = min(s.Round, max(0, len(s.Work.Rounds)-1))
	return back, lost
}

// Lay gives what is to be laid by of the session in hand, and what to call when it is;
// ok is false when there is nothing to lay by.
func (s *State) Lay() (x sitting.Session, done func(), ok bool) {
	if !s.Dirty || s.Kept {
		return x, nil, false
	}
	turn := s.turn
	return deep(s.Work), func() { s.Kept = s.Kept || turn == s.turn }, true
}

// Drop goes back to the session as it is saved.
func (s *State) Drop() {
	s.Work, s.Dirty, s.Kept = deep(s.File.Session), false, false
	s.Round = max(0, len(s.Work.Rounds)-1)
}

// Unsaved names the session with something entered that is neither saved nor laid by
// yet, "" for none.
func (s *State) Unsaved() string {
	if !s.Dirty || s.Kept {
		return ""
	}
	return s.TitleOf(s.Work)
}

// deep copies a session so that editing it leaves the stored one alone.
func deep(x sitting.Session) sitting.Session {
	x.Attendance, x.Agenda = slices.Clone(x.Attendance), slices.Clone(x.Agenda)
	x.Rounds = slices.Clone(x.Rounds)
	for i := range x.Rounds {
		x.Rounds[i].Tallies, x.Rounds[i].Tellers = slices.Clone(x.Rounds[i].Tallies), slices.Clone(x.Rounds[i].Tellers)
	}
	x.Opinions, x.Dissent, x.Chosen = slices.Clone(x.Opinions), slices.Clone(x.Dissent), slices.Clone(x.Chosen)
	places := map[string]int{}
	for k, v := range x.Places {
		places[k] = v
	}
	x.Places = places
	return x
}

// Closed tells that the session is no longer changed.
func (s *State) Closed() bool { return s.File.Session.Closed != 0 }

// Change edits the session in hand.
func (s *State) Change(edit func(*sitting.Session)) {
	if s.Closed() {
		return
	}
	edit(&s.Work)
	s.Dirty, s.Kept = true, false
	s.turn++
}

// Gather edits the day of the session or who meets. Whoever has no seat then is
// taken off the roll, and presides or writes no more.
func (s *State) Gather(edit func(*sitting.Session)) {
	s.Change(edit)
	seats := map[int64]bool{}
	for _, x := range s.Seats() {
		seats[x.Member.ID] = true
	}
	s.Change(func(x *sitting.Session) {
		x.Attendance = slices.DeleteFunc(x.Attendance, func(a sitting.Attendance) bool { return !seats[a.Member] })
		for _, id := range []*int64{&x.Presider, &x.Clerk} {
			if !seats[*id] {
				*id = 0
			}
		}
	})
}

// MeetBy changes whether the council meets or is asked in writing: who came is then
// another question, to be asked anew.
func (s *State) MeetBy(letter bool) {
	s.Change(func(x *sitting.Session) {
		if x.ByLetter != letter {
			x.ByLetter, x.Attendance = letter, nil
		}
	})
}

// Faults is everything that does not hold yet of what was entered: nothing as long
// as nobody was marked and no vote was counted.
func (s *State) Faults() fault.List {
	if len(s.Work.Attendance) == 0 && len(s.Work.Rounds) == 0 {
		return s.Work.MustMeet(s.File.Rules)
	}
	l, _ := s.Work.Check(s.File.Council, s.File.Rules).(fault.List)
	return l
}

// Typed divides faults: those in what was entered, and the number of cases with no
// vote entered yet, whose sums do not hold for that alone.
func Typed(l fault.List) (wrong fault.List, missing int) {
	for _, e := range l {
		if (e.Code == "council.tally" || e.Code == "council.hands") && e.Args[2] == 0 && e.Args[3] == 0 && e.Args[4] == 0 {
			missing++
			continue
		}
		wrong = append(wrong, e)
	}
	return wrong, missing
}

// FaultsAt picks the faults of one field.
func FaultsAt(l fault.List, field string) fault.List {
	return slices.DeleteFunc(slices.Clone(l), func(e *fault.Error) bool { return e.Field != field })
}

// roundFields are the fields of a round of votes.
var roundFields = []string{"issued", "returned", "valid", "void", "ballot", "secret", "rounds", "tallies"}

// OfRounds picks the faults of the rounds of votes, the others those of the rest.
func OfRounds(l fault.List) (rounds, others fault.List) {
	for _, e := range l {
		if slices.Contains(roundFields, e.Field) {
			rounds = append(rounds, e)
		} else {
			others = append(others, e)
		}
	}
	return rounds, others
}

// OfRound picks the faults of one round, counted from 0: their sentences begin with
// its number, but for a case the first round left out.
func OfRound(l fault.List, round int) (out fault.List) {
	rounds, _ := OfRounds(l)
	for _, e := range rounds {
		no := "1"
		if len(e.Args) > 1 {
			no = fmt.Sprint(e.Args[0])
		} else if len(e.Args) == 1 {
			if n, ok := e.Args[0].(int); ok {
				no = fmt.Sprint(n)
			}
		}
		if no == fmt.Sprint(round+1) {
			out = append(out, e)
		}
	}
	return out
}

// Seat is a member with how they attended.
type Seat struct {
	sitting.Member
	sitting.Attendance
	Marked bool

	byLetter bool // nobody meets
}

// State says it in a word.
func (x Seat) State() string {
	switch {
	case !x.Marked:
		return words.RollNone
	case x.Present:
		return words.RollHere
	case x.Written:
		return words.RollWritten
	case x.byLetter:
		return words.RollNotSent
	}
	return words.RollAbsent
}

// Seats lists who sits on the council on the day of the session, in the order of
// the founding decision.
func (s *State) Seats() []Seat {
	at := map[int64]sitting.Attendance{}
	for _, a := range s.Work.Attendance {
		at[a.Member] = a
	}
	var out []Seat
	for _, m := range s.File.Council.Seats(s.Work.Day, s.Work.Standing) {
		a, ok := at[m.ID]
		out = append(out, Seat{m, a, ok, s.Work.ByLetter})
	}
	return out
}

// Mark notes how members attended; nobody is left unmarked once somebody is: those
// not named before count as away.
func (s *State) Mark(ids []int64, present, written bool, reason string) {
	seats := s.Seats()
	s.Change(func(x *sitting.Session) {
		x.Attendance = nil
		for _, seat := range seats {
			a := seat.Attendance
			a.Member = seat.Member.ID
			if slices.Contains(ids, seat.Member.ID) {
				a = sitting.Attendance{Member: seat.Member.ID, Present: present, Written: written, Reason: reason}
			}
			x.Attendance = append(x.Attendance, a)
		}
	})
}

// MarkAll notes that everybody came, or answered where nobody meets.
func (s *State) MarkAll() {
	var ids []int64
	for _, x := range s.Seats() {
		ids = append(ids, x.Member.ID)
	}
	s.Mark(ids, !s.Work.ByLetter, s.Work.ByLetter, "")
}

// Unasked names the absent who must be asked in writing and have not answered.
func (s *State) Unasked() string {
	if len(s.Work.Attendance) == 0 {
		return ""
	}
	var names []string
	for _, m := range s.Work.Unasked(s.File.Council, s.File.Rules) {
		names = append(names, m.Name)
	}
	return strings.Join(names, ", ")
}

// Lines splits a text of several paragraphs; empty ones are left out.
func Lines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
