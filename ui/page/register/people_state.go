package register

import (
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// People is what the page shows of the identities.
type People struct {
	List   []registry.Nominee // in the order of names
	Alikes []office.Alike
	Book   *registry.Book
	Awards *award.Catalogue
	Kind   registry.Kind
	Unit   int64
	Doubts bool // only those that may be somebody else of the list
	Text   string
	ID     int64
	File   office.NomineeFile // of ID
}

// Shown lists the identities that match. With Doubts those that may be one stand
// together.
func (s *People) Shown(today when.Date) []registry.Nominee {
	list := s.List
	if s.Doubts {
		list = nil
		seen := map[int64]bool{}
		for _, a := range s.Alikes {
			for _, n := range []registry.Nominee{a.A, a.B} {
				if !seen[n.ID] {
					seen[n.ID] = true
					list = append(list, n)
				}
			}
		}
	}
	query := strings.Fields(viet.Fold(s.Text))
	if s.Kind == "" && s.Unit == 0 && len(query) == 0 {
		return list
	}
	var out []registry.Nominee
	for _, n := range list {
		if s.Kind != "" && n.Kind != s.Kind || s.Unit != 0 && n.Unit != s.Unit {
			continue
		}
		hay := viet.Fold(strings.Join([]string{n.Name, n.IDNumber, n.Position, s.UnitName(n, today), n.UnitText, n.Address}, " "))
		if !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(hay, w) }) {
			out = append(out, n)
		}
	}
	return out
}

// UnitName is the unit of an identity as it is called today, else as the papers had it.
func (s *People) UnitName(n registry.Nominee, today when.Date) string {
	if s.Book != nil && n.Unit != 0 {
		if v, ok := s.Book.Near(n.Unit, today); ok {
			return v.Name
		}
	}
	return n.UnitText
}

// MatterState says in a word how a matter stands on a day.
func MatterState(m dossier.Matter, day when.Date) string {
	switch {
	case m.Closed == 0:
		return words.MatterOpen
	case m.Cleared:
		return words.MatterCleared
	case m.Pending(day):
		return words.Fill(words.MatterUntil, m.Until.Slash())
	}
	return words.Fill(words.MatterClosed, m.Closed.Slash())
}

// MatterTone is the colour of MatterState.
func MatterTone(m dossier.Matter, day when.Date) kit.Tone {
	if m.Pending(day) {
		return kit.Bad
	}
	return kit.Plain
}

// Used says what an initiative was used for.
func Used(i dossier.Initiative) string {
	switch {
	case len(i.Records) > 0:
		return words.InitiativeSpent
	case len(i.Dossiers) > 0:
		return words.InitiativeUsed
	}
	return words.InitiativeFree
}

// Compared is one line of two identities side by side, with what they would become.
type Compared struct{ Label, Keep, Gone, Become string }

// Differs tells that the two say different things.
func (c Compared) Differs() bool { return c.Keep != "" && c.Gone != "" && c.Keep != c.Gone }

// Compare puts two identities side by side as MergeNominees would make them one.
func (s *People) Compare(keep, gone registry.Nominee, today when.Date) []Compared {
	become := office.Merged(keep, gone)
	var out []Compared
	for _, f := range []struct {
		label string
		of    func(registry.Nominee) string
	}{
		{words.HonourName, func(n registry.Nominee) string { return n.Name }},
		{words.DossierBirth, func(n registry.Nominee) string { return n.Birth.Slash() }},
		{words.DossierGender, func(n registry.Nominee) string { return words.Genders[n.Gender] }},
		{words.PersonNumber, func(n registry.Nominee) string { return n.IDNumber }},
		{words.DossierEthnic, func(n registry.Nominee) string { return n.Ethnicity }},
		{words.DossierPost, func(n registry.Nominee) string { return n.Position }},
		{words.DossierUnit, func(n registry.Nominee) string { return s.UnitName(n, today) }},
		{words.DossierAddress, func(n registry.Nominee) string { return n.Address }},
		{words.DossierClass, func(n registry.Nominee) string { return registry.NameOf(registry.ClassNames, n.Class) }},
		{words.PersonManaged, func(n registry.Nominee) string {
			if n.Managed {
				return words.Yes
			}
			return ""
		}},
		{words.DossierNote, func(n registry.Nominee) string { return n.Note }},
	} {
		c := Compared{f.label, f.of(keep), f.of(gone), f.of(become)}
		if c.Keep != "" || c.Gone != "" {
			out = append(out, c)
		}
	}
	return out
}
