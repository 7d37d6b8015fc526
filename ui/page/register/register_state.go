package register

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// State is what the page shows of the register.
type State struct {
	Movements []movement.Movement
	Catalogue *award.Catalogue
	Book      *registry.Book
	Lines     []office.Registered // by the filter, newest first
	Filter    office.RegisterFilter
	Text      string
	ID        int64 // the honour chosen
}

// Take keeps the lines read: the newest decision first, each in the order of its list.
func (s *State) Take(list []office.Registered) {
	s.Lines = slices.Clone(list)
	slices.SortStableFunc(s.Lines, func(a, b office.Registered) int {
		return cmp.Or(cmp.Compare(b.Record.Date, a.Record.Date), cmp.Compare(b.Record.Decision, a.Record.Decision), cmp.Compare(a.Record.ID, b.Record.ID))
	})
}

// Shown lists the lines that carry every word sought.
func (s *State) Shown() []office.Registered {
	query := strings.Fields(viet.Fold(s.Text))
	if len(query) == 0 {
		return s.Lines
	}
	var out []office.Registered
	for _, l := range s.Lines {
		hay := viet.Fold(strings.Join([]string{l.Record.Name, l.Record.UnitText, l.Record.Post, l.Record.Number, l.Record.Reason, l.Nominee.Name}, " "))
		if !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(hay, w) }) {
			out = append(out, l)
		}
	}
	return out
}

// Heads counts the nominees of lines, each once.
func Heads(list []office.Registered) int {
	seen := map[int64]bool{}
	for _, l := range list {
		seen[l.Record.Nominee] = true
	}
	return len(seen)
}

// StateOf says how an honour stands: taken back, handed out, or just given.
func StateOf(l office.Registered) string {
	if l.Record.Revoked != 0 {
		return words.Fill(words.HonourGone, l.Record.RevokedBy, l.Record.Revoked.Slash())
	}
	if h := l.Held(); h != "" {
		return registry.NameOf(award.HandingNames, h)
	}
	return words.HonourStands
}

// StateTone is the colour of StateOf.
func StateTone(l office.Registered) kit.Tone {
	switch {
	case l.Record.Revoked != 0 || l.Held() == award.TakenBack:
		return kit.Bad
	case l.Held() != "":
		return kit.Good
	}
	return kit.Plain
}

// Years are the years that can be asked for: from this one back to the earliest
// honour met so far.
func (s *State) Years(today int) []kit.Choice {
	first := today
	for _, l := range s.Lines {
		if l.Record.Year > 1900 {
			first = min(first, l.Record.Year)
		}
	}
	for _, m := range s.Movements {
		if y := m.From.Year(); y > 1900 {
			first = min(first, y)
		}
	}
	if s.Filter.Year > 1900 {
		first = min(first, s.Filter.Year)
	}
	out := []kit.Choice{{Key: "", Label: words.RegisterAllYears}}
	for y := today; y >= first; y-- {
		out = append(out, kit.Choice{Key: fmt.Sprint(y), Label: fmt.Sprint(y)})
	}
	return out
}

// MovementName is a movement's name by its code.
func (s *State) MovementName(code string) string {
	for _, m := range s.Movements {
		if m.Code == code {
			return m.Name
		}
	}
	return code
}

// UnitNow is what became of the unit of an honour: its name today when that is
// another, the units that stand in its place when it ended.
func (s *State) UnitNow(l office.Registered, today when.Date) string {
	if s.Book == nil || l.Record.Unit == 0 {
		return ""
	}
	then, ok := s.Book.Near(l.Record.Unit, l.Record.Date)
	if !ok {
		return ""
	}
	heirs, _ := s.Book.Heirs(l.Record.Unit, today)
	if len(heirs) == 0 {
		return words.HonourNoHeir
	}
	var names []string
	for _, h := range heirs {
		if now, ok := s.Book.Near(h, today); ok && (h != l.Record.Unit || now.Name != then.Name) {
			names = append(names, now.Name)
		}
	}
	return strings.Join(names, ", ")
}

// PastState says what would become of a line of a table of past honours.
func PastState(l office.PastLine) string {
	switch {
	case l.Known:
		return words.PastKnown
	case len(l.Faults) > 0:
		return strings.Join(l.Faults, " ")
	case l.UnitID == 0 && l.SelfID == 0 && l.Unit != "":
		return words.PastStranger
	}
	return words.PastReady
}

// PastTone is the colour of PastState.
func PastTone(l office.PastLine) kit.Tone {
	switch PastState(l) {
	case words.PastKnown:
		return kit.Quiet
	case words.PastReady:
		return kit.Good
	case words.PastStranger:
		return kit.Warn
	}
	return kit.Bad
}

// FirstFault is the place of the first line that has one, 0 when none has.
func FirstFault(list []office.PastLine) int {
	return max(0, slices.IndexFunc(list, func(l office.PastLine) bool { return !l.Known && len(l.Faults) > 0 }))
}

// PastCounts counts the lines that can be entered, that are known, that have faults.
func PastCounts(list []office.PastLine) (ready, known, bad int) {
	for _, l := range list {
		switch {
		case l.Known:
			known++
		case len(l.Faults) > 0:
			bad++
		default:
			ready++
		}
	}
	return ready, known, bad
}

// ReadSum reads a sum of money as people type it: "2.340.000", "2 340 000 đ".
func ReadSum(text string) (award.Dong, error) {
	t := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "", "đồng", "", "đ", "").Replace(strings.TrimSpace(text))
	var n int64
	if _, err := fmt.Sscanf(t, "%d", &n); err != nil || n <= 0 || fmt.Sprint(n) != strings.TrimLeft(t, "0") {
		return 0, fault.New(fault.Invalid, "page.money").At("sum")
	}
	return award.Dong(n), nil
}

// InSource tells that a source of the fund's book is money coming in; the list of
// sources holds those first.
func InSource(code string) bool {
	for _, n := range award.SourceNames {
		if n.Code == award.SourcePrize {
			return false
		}
		if n.Code == code {
			return true
		}
	}
	return false
}

// ByHand tells that a line of the fund's book was typed in, not booked by the
// paying of a decision.
func ByHand(b award.Booking) bool { return b.Decision == 0 && b.Record == 0 }
