package decisions

import (
	"cmp"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/words"
)

// State is what the page shows of decisions.
type State struct {
	Movements []movement.Movement
	Catalogue *award.Catalogue
	List      []decision.Decision // all, newest first
	Movement  string              // code; "" for all
	Award     string
	Show      Show
	Text      string
	ID        int64 // the decision chosen
	File      office.DecisionFile
	Prizes    office.Prizes
	// Items is the list of the draft in hand, in the order it is being put into;
	// Moved tells that it differs from what is stored.
	Items []decision.Item
	Moved bool
}

// Show narrows decisions to a state.
type Show string

// What can be asked for.
const (
	ShowAll    Show = ""
	ShowDrafts Show = "du-thao"
	ShowIssued Show = "ban-hanh"
	ShowAmends Show = "sua-bo"
)

// Row is a decision as the list shows it.
type Row struct {
	decision.Decision
	Name   string // of the award
	Partly bool   // some of it is revoked
}

// Rows lists the decisions that are asked for, drafts first.
func (s *State) Rows() []Row {
	query := strings.Fields(viet.Fold(s.Text))
	revoked := map[int64]bool{}
	for _, d := range s.List {
		if d.Issued && d.Act == decision.Revokes {
			revoked[d.Of] = true
		}
	}
	var out []Row
	for _, d := range s.List {
		code, _ := s.movementOf(d.Movement)
		switch {
		case s.Movement != "" && code != s.Movement, s.Award != "" && d.Award != s.Award:
			continue
		case s.Show == ShowDrafts && d.Issued, s.Show == ShowIssued && !d.Issued, s.Show == ShowAmends && d.Act == decision.Gives:
			continue
		}
		r := Row{Decision: d, Name: s.Catalogue.Name(d.Award), Partly: revoked[d.ID] && d.Revoked == 0}
		if !carries(r, query) {
			continue
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Row) int {
		if a.Issued != b.Issued {
			if a.Issued {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.Date, a.Date)
	})
	return out
}

func carries(r Row, query []string) bool {
	if len(query) == 0 {
		return true
	}
	var b strings.Builder
	b.WriteString(r.Number + " " + r.Name + " " + r.Signer)
	for _, it := range r.Items {
		b.WriteString(" " + it.Name)
	}
	hay := viet.Fold(b.String())
	return !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(hay, w) })
}

func (s *State) movementOf(id int64) (code, name string) {
	for _, m := range s.Movements {
		if m.ID == id {
			return m.Code, m.Name
		}
	}
	return "", ""
}

// MovementCode is the code of a movement by its id.
func (s *State) MovementCode(id int64) string {
	code, _ := s.movementOf(id)
	return code
}

// StateOf says in a word how a decision stands.
func StateOf(r Row) string {
	switch {
	case !r.Issued:
		return words.DecisionDraft
	case r.Revoked != 0:
		return words.DecisionRevoked
	case r.Partly:
		return words.DecisionPartly
	}
	return words.DecisionIssued
}

// Title names a decision for a person.
func (s *State) Title(d decision.Decision) string {
	if d.Issued {
		return words.Fill(words.DecisionTitle, d.Number, d.Date.Slash())
	}
	name := s.Catalogue.Name(d.Award)
	if d.Act != decision.Gives {
		name = d.Act.String() + " – " + name
	}
	return words.Fill(words.DecisionTitleDraft, name)
}

// Line is one line of a decision's list: as it is printed, and what became of it.
type Line struct {
	decision.Item
	Record award.Record // 0 while a draft
	Handed bool
}

// Gone tells that the honour was taken back.
func (l Line) Gone() bool { return l.Record.Revoked != 0 }

// Lines are the lines of the decision chosen: of a draft in the order in hand.
func (s *State) Lines() []Line {
	items := s.File.Decision.Items
	if !s.File.Decision.Issued {
		items = s.Items
	}
	out := make([]Line, len(items))
	for i, it := range items {
		out[i].Item = it
		for _, r := range s.File.Records {
			if r.Nominee == it.Nominee && r.GoldenBook == it.Golden {
				out[i].Record = r
			}
		}
		for _, h := range s.File.Handings {
			out[i].Handed = out[i].Handed || h.Record == out[i].Record.ID && h.What == award.HandedOut
		}
	}
	return out
}

// Hold takes a decision's file as the one in hand; an order that was not saved is
// kept while its draft is still the one.
func (s *State) Hold(f office.DecisionFile) {
	same := s.Moved && s.File.Decision.ID == f.Decision.ID && s.File.Decision.Rev == f.Decision.Rev
	s.File = f
	if !same {
		s.Items, s.Moved = slices.Clone(f.Decision.Items), false
	}
}

// Move shifts the chosen lines of the draft by one place, up (-1) or down (+1), or
// up to the head of their group (-2). Lines stay within their kind, in whose groups
// lists are printed. It tells where the lines are now.
func (s *State) Move(at []int, by int) []int {
	items := slices.Clone(s.Items)
	now := slices.Clone(at)
	slices.Sort(now)
	moved := false
	for round := true; round; round = by == -2 && moved {
		moved = false
		order := slices.Clone(now)
		step := -1
		if by > 0 {
			step = 1
			slices.Reverse(order)
		}
		for _, i := range order {
			j := i + step
			if j < 0 || j >= len(items) || items[i].Kind != items[j].Kind || slices.Contains(now, j) {
				continue
			}
			items[i], items[j] = items[j], items[i]
			now[slices.Index(now, i)] = j
			moved = true
		}
		if moved {
			s.Items, s.Moved = renumbered(items), true
		}
	}
	slices.Sort(now)
	return now
}

// ByName puts each kind of the draft into the order of names: people by given name,
// bodies by their first letters.
func (s *State) ByName() {
	items := slices.Clone(s.Items)
	slices.SortStableFunc(items, func(a, b decision.Item) int {
		if a.Kind != b.Kind {
			return kindAt(a.Kind) - kindAt(b.Kind)
		}
		if a.Kind == registry.Individual {
			return cmp.Compare(viet.SortKey(a.Name), viet.SortKey(b.Name))
		}
		return cmp.Compare(viet.TextKey(a.Name), viet.TextKey(b.Name))
	})
	s.Items, s.Moved = renumbered(items), true
}

func kindAt(k registry.Kind) int { return slices.Index(registry.Kinds, k) }

// Without is the draft's list less the chosen lines.
func (s *State) Without(at []int) []decision.Item {
	var out []decision.Item
	for i, it := range s.Items {
		if !slices.Contains(at, i) {
			out = append(out, it)
		}
	}
	return renumbered(out)
}

// renumbered counts each kind's lines anew, as SaveDraft will.
func renumbered(items []decision.Item) []decision.Item {
	no := map[registry.Kind]int{}
	for i := range items {
		no[items[i].Kind]++
		items[i].No = no[items[i].Kind]
	}
	return items
}

// Above tells that an award is decided by somebody over the province.
func Above(a award.Award) bool { return a.Level == award.State || a.Level == award.Central }

// Pending is an award with the dossiers that wait for its decision.
type Pending struct {
	Award    award.Award
	Dossiers []dossier.Dossier
}

// Waiting lists, by award, the dossiers of a movement that no draft carries: for a
// draft of our own those the council passed, for a decision from above those that
// were sent up.
func (s *State) Waiting(list []dossier.Dossier, movement int64, above bool) []Pending {
	taken := map[int64]bool{}
	for _, d := range s.List {
		if !d.Issued && d.Act == decision.Gives {
			for _, it := range d.Items {
				taken[it.Dossier] = true
			}
		}
	}
	var out []Pending
	for _, a := range s.Catalogue.Awards {
		p := Pending{Award: a}
		for _, k := range registry.Kinds {
			for _, d := range list {
				ready := d.Stage == dossier.Submitted || !above && d.Stage == dossier.Passed
				if d.Kind == k && d.Award == a.Code && d.Movement == movement && ready && !taken[d.ID] && Above(a) == above {
					p.Dossiers = append(p.Dossiers, d)
				}
			}
		}
		if len(p.Dossiers) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// Standing are the lines whose honour stands and came of a dossier here.
func Standing(list []Line) []Line {
	return slices.DeleteFunc(slices.Clone(list), func(l Line) bool { return l.Record.ID == 0 || l.Gone() || l.Dossier == 0 })
}

// Higher are the awards over that of the decision in hand which all of the lines may
// be proposed for: those their movement ends in first.
func (s *State) Higher(lines []Line) []award.Award {
	var own, others []award.Award
	m := slices.IndexFunc(s.Movements, func(m movement.Movement) bool { return m.ID == s.File.Decision.Movement })
	for _, a := range s.Catalogue.Awards {
		if !a.Above(s.File.Award) || slices.ContainsFunc(lines, func(l Line) bool { return !a.May(l.Kind) }) {
			continue
		}
		if m >= 0 {
			if _, ok := s.Movements[m].Grant(a.Code); ok {
				own = append(own, a)
				continue
			}
		}
		others = append(others, a)
	}
	return append(own, others...)
}

// LastSigner is who signed the newest decision of the same decider.
func (s *State) LastSigner(d decision.Decision) string {
	best := decision.Decision{}
	for _, x := range s.List {
		if x.Issued && x.Decider == d.Decider && x.Signer != "" && x.Date >= best.Date {
			best = x
		}
	}
	return best.Signer
}

// PrizeNote says why a line has no money of its own, and what came back of it.
func (s *State) PrizeNote(l office.PrizeLine) string {
	back, came := s.Back(l.Record.ID)
	switch {
	case came:
		return words.Fill(words.MoneyBack, words.Count(int(back.In)), back.Day.Slash())
	case l.Record.Revoked != 0:
		return words.MoneyRevoked
	case l.Covered != "":
		return words.Fill(words.MoneyCovered, l.Covered)
	case l.Sum == 0:
		return words.MoneyUnknown
	}
	return ""
}

// Paid is the booking of the decision's money, if it was paid.
func (s *State) Paid() (award.Booking, bool) {
	i := slices.IndexFunc(s.File.Paid, func(b award.Booking) bool { return b.Source == award.SourcePrize })
	if i < 0 {
		return award.Booking{}, false
	}
	return s.File.Paid[i], true
}

// Back is the booking by which the money of an honour came back, if it did.
func (s *State) Back(record int64) (award.Booking, bool) {
	i := slices.IndexFunc(s.File.Paid, func(b award.Booking) bool { return b.Source == award.SourceRecovery && b.Record == record })
	if i < 0 {
		return award.Booking{}, false
	}
	return s.File.Paid[i], true
}

// Changed lists the records that differ from what they were.
func Changed(was, now []award.Record) []award.Record {
	var out []award.Record
	for i, r := range now {
		if i < len(was) && (r.Name != was[i].Name || r.Post != was[i].Post || r.UnitText != was[i].UnitText || r.Reason != was[i].Reason) {
			out = append(out, r)
		}
	}
	return out
}

// FormOf is the paper a decision is printed on.
func FormOf(d decision.Decision) string {
	switch d.Act {
	case decision.Revokes:
		return "quyet-dinh-huy-bo"
	case decision.Corrects:
		return "quyet-dinh-dieu-chinh"
	}
	return "quyet-dinh"
}
