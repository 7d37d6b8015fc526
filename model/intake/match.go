package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/model/viet"
	"thidua/model/when"
)

// Scores of the unit finder.
const (
	certainUnit = 95 // the same name but for habits of writing
	likelyUnit  = 80 // near enough to be offered as the match, with a warning
)

// units asks the registry once for each distinct text.
type units struct {
	finder UnitFinder
	on     when.Date
	memory map[string][]UnitCandidate
}

func (u *units) find(text string) []UnitCandidate {
	if u.finder == nil || text == "" {
		return nil
	}
	if c, ok := u.memory[text]; ok {
		return c
	}
	c := u.finder.FindUnits(text, u.on)
	if len(u.memory) < memoryLimit {
		u.memory[text] = c
	}
	return c
}

// known tells that the registry has a unit of that name, ended or not.
func (u *units) known(text string) bool {
	c := u.find(text)
	return len(c) > 0 && c[0].Score >= certainUnit
}

// unit matches the record's unit, and a collective itself, with the registry.
func (t *reading) unit(r *Record) {
	if r.Kind == Collective && t.units.finder != nil {
		if c := t.units.find(r.Name); r.Unit == "" && len(c) > 0 && c[0].Score >= certainUnit && c[0].Ended == 0 {
			r.Self, r.SelfID = c[0].Code, c[0].ID
		}
	}
	if r.Unit == "" || t.units.finder == nil {
		return
	}
	c := t.units.find(r.Unit)
	if code, ok := t.opt.Answers.Units[viet.Key(r.Unit)]; ok {
		r.UnitCode = code
		if i := slices.IndexFunc(c, func(u UnitCandidate) bool { return u.Code == code }); i >= 0 {
			r.UnitID = c[i].ID
		} else if d := t.units.find(code); len(d) > 0 && d[0].Code == code {
			r.UnitID = d[0].ID
		}
		return
	}
	if len(c) == 0 && t.val(FieldUnit).old {
		// A word of one letter alone cannot tell that it lost its ư; the
		// registry can: "Sở T pháp".
		if mended := t.withHorn(r.Unit); mended != "" {
			r.Unit = mended
			t.warn("intake.letter-lost", FieldUnit, GroupText, mended)
			c = t.units.find(mended)
		}
	}
	if len(c) == 0 {
		t.warn("intake.unit-unknown", FieldUnit, GroupUnit, r.Unit)
		return
	}
	top := c[0]
	alone := len(c) == 1 || c[1].Score < top.Score || c[1].Ended != 0 && top.Ended == 0
	if top.Score >= certainUnit {
		t.registryCase(r, top)
	}
	switch {
	case top.Score >= certainUnit && alone && top.Ended == 0:
		r.UnitCode, r.UnitID = top.Code, top.ID
	case top.Score >= certainUnit && alone:
		r.UnitCode, r.UnitID, r.Units = top.Code, top.ID, c
		if len(top.Successors) > 0 {
			t.warn("intake.unit-ended", FieldUnit, GroupUnit, top.Name, top.Ended, top.Successors)
		} else {
			t.warn("intake.unit-closed", FieldUnit, GroupUnit, top.Name, top.Ended)
		}
	case top.Score >= likelyUnit && alone:
		r.UnitCode, r.UnitID, r.Units = top.Code, top.ID, c
		t.warn("intake.unit-unsure", FieldUnit, GroupUnit, r.Unit, top.Name)
	default:
		r.Units = c
		t.warn("intake.unit-choose", FieldUnit, GroupUnit, r.Unit, unitNames(c))
	}
}

// withHorn puts ư behind a word of consonants and asks the registry whether that is a unit.
func (t *reading) withHorn(text string) string {
	for _, tok := range tokens(text) {
		if strings.ContainsAny(viet.Fold(tok.key), "aeiouy") || strings.ContainsAny(tok.key, "0123456789") {
			continue
		}
		if mended := text[:tok.to] + "ư" + text[tok.to:]; t.units.known(mended) {
			return mended
		}
	}
	return ""
}

func unitNames(c []UnitCandidate) []string {
	var out []string
	for _, u := range c {
		if len(out) == 3 {
			break
		}
		name := u.Name
		if u.Ended != 0 {
			name += " (đến " + u.Ended.AddDays(-1).Slash() + ")" // an old unit and its successor may share the name
		}
		out = append(out, name)
	}
	return out
}

// registryCase takes the capitals of the registry's name where the sheet's
// were lost, and withdraws the doubt about them. The letters stay the sheet's.
func (t *reading) registryCase(r *Record, top UnitCandidate) {
	i := slices.IndexFunc(t.issues, func(i Issue) bool { return i.Code == "intake.capitals" && i.Field == string(FieldUnit) })
	if i < 0 && r.Unit == top.Name {
		return // as nearly always
	}
	v := t.val(FieldUnit)
	if i < 0 && !v.old && !t.lx.shouting(v.text) {
		return
	}
	for _, name := range append([]string{top.Name}, top.Names...) {
		if !sameLetters(r.Unit, name) {
			continue
		}
		if t.lx.shouting(v.text) || i >= 0 {
			r.Unit = name
		} else {
			r.Unit = regainedFrom(r.Unit, name)
		}
		if i >= 0 {
			t.issues = slices.Delete(t.issues, i, i+1)
		}
		return
	}
}

// regainedFrom gives a text the capitals of a name only where TCVN3 cannot
// write them, on vowels with a tone: "xã Bác ái" stays xã, and becomes Ái.
func regainedFrom(text, name string) string {
	var b strings.Builder
	right := []rune(name)
	n := 0
	for _, r := range text {
		if n < len(right) && viet.HasTone(r) && unicode.ToLower(right[n]) == r {
			r = right[n]
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// sameLetters tells that two texts differ in capitals only.
func sameLetters(a, b string) bool {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y && unicode.ToLower(x) != unicode.ToLower(y) {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return a == b
}

// people asks who of the register a record may be.
func people(table *Table, opt *Options) {
	if opt.People == nil {
		return
	}
	for i := range table.Rows {
		r := &table.Rows[i].Record
		if r.Kind != Individual || r.Name == "" {
			continue
		}
		if len(opt.Answers.Persons) > 0 {
			if id, ok := opt.Answers.Persons[RowRef(table.Sheet, r.Row)]; ok {
				r.PersonID = id
				continue
			}
		}
		found := opt.People.FindPeople(Person{Name: r.Name, IDNumber: r.IDNumber, UnitID: r.UnitID, Birth: r.Birth})
		if len(found) == 0 {
			continue
		}
		top := found[0]
		switch {
		case top.IDNumber != "" && top.IDNumber == r.IDNumber && viet.Key(top.Name) != viet.Key(r.Name):
			r.People = found
			r.Issues = append(r.Issues, Issue{Severity: Warning, Code: "intake.person-id", Field: string(FieldIDNumber), Column: -1,
				Args: []any{r.IDNumber, top.Name, r.Name}, Group: GroupPerson})
		case top.Score >= 100 && (len(found) == 1 || found[1].Score < 100):
			r.PersonID = top.ID
		default:
			r.People = found
			r.Issues = append(r.Issues, Issue{Severity: Warning, Code: "intake.person-maybe", Field: string(FieldName), Column: -1,
				Args: []any{top.Name, top.Birth, top.Unit}, Group: GroupPerson})
		}
	}
}

// seenAt is a record met before; next is the one before it of the same name, -1 for none.
type seenAt struct {
	table *Table
	row   *Record
	unit  string // key of the unit's name
	birth when.Date
	next  int32
}

// manyNamesakes is how many people of one name are compared with a new one.
const manyNamesakes = 50

// duplicates marks the later of two rows of a file that seem to be one nominee:
// the same identity number; the same name with its tones, of the same kind,
// when neither birth nor unit speaks against it. Shared words of a name are
// nothing: "Khoa Nhi" of two hospitals are two collectives.
func duplicates(tables []Table, answers *Answers) {
	rows := 0
	for k := range tables {
		rows += len(tables[k].Rows)
	}
	seen := make([]seenAt, 0, rows)
	byID := make(map[string]int32, rows)
	byName := map[string]map[string]int32{} // by kind
	units := map[string]string{}
	unitKey := func(text string) string {
		k, ok := units[text]
		if !ok && text != "" {
			k = viet.Key(text)
			if len(units) < memoryLimit {
				units[text] = k
			}
		}
		return k
	}
	for k := range tables {
		table := &tables[k]
		for i := range table.Rows {
			r := &table.Rows[i].Record
			if r.Name == "" {
				continue
			}
			here := seenAt{table, r, unitKey(r.Unit), r.Birth, -1}
			if id := r.IDNumber; id != "" && digitsOnly(id) {
				if at, ok := byID[id]; !ok {
					byID[id] = int32(len(seen))
				} else if old := seen[at]; !distinct(old, here, answers) {
					code := "intake.id-shared"
					if viet.Key(old.row.Name) == viet.Key(r.Name) {
						code = "intake.duplicate"
					}
					r.Issues = append(r.Issues, duplicateIssue(code, old, r))
					seen = append(seen, here)
					continue
				}
			}
			key, alike := viet.Key(r.Name), byName[r.Kind]
			if alike == nil {
				alike = map[string]int32{}
				byName[r.Kind] = alike
			}
			last, ok := alike[key]
			if ok {
				here.next = last
				for at, n := last, 0; at >= 0 && n < manyNamesakes; at, n = seen[at].next, n+1 {
					if old := &seen[at]; sameNominee(old, &here) && !distinct(*old, here, answers) {
						r.Issues = append(r.Issues, duplicateIssue("intake.duplicate", *old, r))
						break
					}
				}
			}
			alike[key] = int32(len(seen))
			seen = append(seen, here)
		}
	}
}

func sameNominee(x, y *seenAt) bool {
	slip := false
	if x.birth != 0 && y.birth != 0 && x.birth != y.birth && !sameBirth(x.birth, y.birth) {
		if slip = BirthSlip(x.birth, y.birth); !slip {
			return false
		}
	}
	a, b := x.row, y.row
	if a.IDNumber != "" && b.IDNumber != "" && a.IDNumber != b.IDNumber {
		return false
	}
	ua, ub := a.UnitCode, b.UnitCode
	if ua == "" || ub == "" {
		ua, ub = x.unit, y.unit
	}
	if slip {
		return ua != "" && ua == ub
	}
	if a.Kind == Individual && a.Birth != 0 && b.Birth != 0 && a.Birth.Exact() && b.Birth.Exact() {
		return true // the same name and the same day: a change of post does not make two people
	}
	return ua == ub || ua == "" || ub == ""
}

// sameBirth compares as far as both are known.
func sameBirth(a, b when.Date) bool {
	if a.Year() != b.Year() {
		return false
	}
	if a.Month() != 0 && b.Month() != 0 && a.Month() != b.Month() {
		return false
	}
	return a.Day() == 0 || b.Day() == 0 || a.Day() == b.Day()
}

// BirthSlip tells two days of birth that one slip of the pen makes of one
// another: day and month changed round, or one of day, month and year wrong.
func BirthSlip(a, b when.Date) bool {
	if !a.Exact() || !b.Exact() || a == b {
		return false
	}
	if a.Year() == b.Year() && a.Day() == b.Month() && a.Month() == b.Day() {
		return true
	}
	same := 0
	for _, ok := range []bool{a.Year() == b.Year(), a.Month() == b.Month(), a.Day() == b.Day()} {
		if ok {
			same++
		}
	}
	return same == 2
}

func distinct(a, b seenAt, answers *Answers) bool {
	return len(answers.Distinct) > 0 && answers.Distinct[Pair(RowRef(a.table.Sheet, a.row.Row), RowRef(b.table.Sheet, b.row.Row))]
}

func duplicateIssue(code string, old seenAt, r *Record) Issue {
	i := Issue{Severity: Warning, Code: code, Field: string(FieldName), Column: -1, Group: GroupPerson, Args: []any{r.Name, old.row.Row, old.table.Sheet, old.row.Name}}
	if code == "intake.id-shared" {
		i.Field = string(FieldIDNumber)
	}
	return i
}
