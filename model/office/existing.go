package office

import (
	"context"
	"slices"
	"strings"

	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// groupExisting groups what is asked about rows whose record stands already.
const groupExisting = "office.group.existing"

// meet looks for the dossiers that stand already for the rows of a file, and says
// cell by cell what each row would change: the one function behind looking at a
// file, previewing and accepting it. By default a row only fills what is empty.
//
// A row means a dossier by its key, as long as the nominee's name agrees; or
// because the same nominee stands for the same award in the same movement, in a
// submission that may be the same sender's. What is less than certain is asked.
//
// The rows stay as they are; it gives those that change, by their place.
func (o *Office) meet(ctx context.Context, tx Tx, b *intake.Batch, rows []intake.StagedRow) (map[int]*intake.StagedRow, error) {
	if stands, err := anyStands(ctx, tx, b, rows); err != nil || !stands {
		return nil, err
	}
	x := &meeting{b: b, rows: rows, changed: map[int]*intake.StagedRow{}, byID: map[int64]*dossier.Dossier{}, byName: map[string][]*dossier.Dossier{}, byNominee: map[int64][]*dossier.Dossier{},
		senders: map[int64]dossier.Submission{}, claimed: map[int64]int{}, apart: map[[2]int64]bool{}, day: o.Today()}
	var err error
	if x.units, err = o.registryIn(ctx, tx); err != nil {
		return nil, err
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: b.Movement})
	if err != nil {
		return nil, err
	}
	for i := range ds {
		d := &ds[i]
		x.byID[d.ID] = d
		key := viet.Key(d.Name)
		x.byName[key] = append(x.byName[key], d)
		x.byNominee[d.Nominee] = append(x.byNominee[d.Nominee], d)
	}
	subs, err := tx.Submissions().Find(ctx, SubmissionFilter{Movement: b.Movement})
	if err != nil {
		return nil, err
	}
	for _, s := range subs {
		x.senders[s.ID] = s
	}
	if x.byKey, err = tx.Rows().WithKeys(ctx, givenKeys(rows), ownKeys(*b)); err != nil {
		return nil, err
	}
	if len(x.byKey) > 0 {
		x.keys = rowKeys(*b, rows)
	}
	if err := x.elsewhere(ctx, tx); err != nil {
		return nil, err
	}
	apart, err := tx.NotSame().Find(ctx, All{})
	if err != nil {
		return nil, err
	}
	for _, p := range apart {
		x.apart[[2]int64{p.A, p.B}] = true
	}
	for i := range rows {
		if id := rows[i].Dossier; id != 0 {
			x.claimed[id] = i + 1
		}
	}
	// Keys are followed before names: a row without a key must not take the dossier
	// that a later row names by its key.
	for i := range rows {
		if rows[i].Dossier == 0 {
			x.byKeyOf(i)
		}
	}
	for i := range rows {
		if r := x.row(i); r.Dossier == 0 && r.Existing == 0 && !x.settled[i] {
			x.byNameOf(i)
		}
	}
	for _, r := range x.changed {
		if r.Existing != 0 {
			x.compare(r)
		}
	}
	x.forget()
	for _, r := range x.changed {
		r.Severity = r.Worst()
	}
	return x.changed, nil
}

// anyStands tells quickly that rows may have to be put beside something.
func anyStands(ctx context.Context, tx Tx, b *intake.Batch, rows []intake.StagedRow) (bool, error) {
	open, keyed := false, false
	for i := range rows {
		r := &rows[i]
		open = open || r.Dossier == 0 || slices.ContainsFunc(r.Issues, settledBefore)
		keyed = keyed || r.Key != ""
	}
	if !open {
		return false, nil
	}
	n, err := tx.Dossiers().Count(ctx, DossierFilter{Movement: b.Movement})
	return n > 0 || keyed, err
}

// meeting is one file beside what stands already.
type meeting struct {
	b         *intake.Batch
	keys      []string // of the rows; none where no key is known
	units     *registry.Book
	day       when.Date
	byID      map[int64]*dossier.Dossier
	byName    map[string][]*dossier.Dossier
	byNominee map[int64][]*dossier.Dossier
	byKey     map[string][]int64
	senders   map[int64]dossier.Submission
	claimed   map[int64]int              // dossier → position of its row + 1
	apart     map[[2]int64]bool          // nominees a person has told apart
	away      map[int64]*dossier.Dossier // those of other movements that rows have keys of
	settled   map[int]bool               // rows about which nothing more is to be asked
	rows      []intake.StagedRow         // as they were read
	changed   map[int]*intake.StagedRow  // copies of those that change
}

// row gives a row as it is by now.
func (x *meeting) row(i int) *intake.StagedRow {
	if r := x.changed[i]; r != nil {
		return r
	}
	return &x.rows[i]
}

// change gives the copy of a row that may be written to.
func (x *meeting) change(i int) *intake.StagedRow {
	r := x.changed[i]
	if r == nil {
		r = new(x.rows[i])
		x.changed[i] = r
	}
	return r
}

// elsewhere finds the dossiers of other movements that rows have keys of.
func (x *meeting) elsewhere(ctx context.Context, tx Tx) error {
	var ids []int64
	for _, list := range x.byKey {
		for _, id := range list {
			if x.byID[id] == nil {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
	x.away = map[int64]*dossier.Dossier{}
	for i := range ds {
		x.away[ds[i].ID] = &ds[i]
	}
	return err
}

func (x *meeting) sheet(r *intake.StagedRow) string { return x.b.Tables[r.Part].Sheet }

func (x *meeting) settle(i int) {
	if x.settled == nil {
		x.settled = map[int]bool{}
	}
	x.settled[i] = true
}

// claim gives a dossier to a row, unless another row of the file has it.
func (x *meeting) claim(i int, d *dossier.Dossier) bool {
	if x.claimed[d.ID] != 0 {
		return false
	}
	x.claimed[d.ID] = i + 1
	x.change(i).Existing = d.ID
	return true
}

// say adds an issue to a row; the list it was read with is not changed.
func (x *meeting) say(i int, severity, code, field string, args ...any) {
	r := x.change(i)
	r.Issues = append(slices.Clone(r.Issues), intake.Issue{Severity: severity, Code: code, Field: field, Column: -1, Args: args, Group: groupExisting})
}

// byKeyOf follows a person's answer, then the row's key.
func (x *meeting) byKeyOf(i int) {
	r := x.row(i)
	if id, ok := x.b.Answers.Becomes[intake.RowRef(x.sheet(r), r.Row)]; ok {
		x.settle(i)
		if d := x.byID[id]; d != nil {
			x.claim(i, d)
		}
		return
	}
	if x.keys == nil {
		return
	}
	var other *dossier.Dossier
	for _, id := range x.byKey[x.keys[i]] {
		d := x.byID[id]
		if away := x.away[id]; away != nil && strings.HasPrefix(x.keys[i], rowKey) && likeness(*away, r) != otherName {
			x.settle(i)
			x.say(i, intake.Error, "office.key-movement", "name", id)
			return
		}
		if d == nil || x.claimed[id] != 0 || string(d.Kind) != r.Kind {
			continue
		}
		if d.Stage.Out() {
			x.say(i, intake.Warning, "office.was-out", "name", d.ID, d.Stage.String())
			continue
		}
		switch likeness(*d, r) {
		case sameName:
			x.claim(i, d)
			return
		case nearName:
			x.claim(i, d)
			x.say(i, intake.Warning, "office.key-near", "name", d.ID, d.Name, r.Name)
			return
		}
		other = d
	}
	if other != nil && strings.HasPrefix(x.keys[i], rowKey) {
		x.settle(i)
		x.say(i, intake.Error, "office.key-other", "name", other.ID, other.Name, r.Name)
	}
}

// byNameOf looks for a dossier of the same nominee for the same award.
func (x *meeting) byNameOf(i int) {
	r := x.row(i)
	var maybe, elsewhere *dossier.Dossier
	try := func(d *dossier.Dossier) bool {
		if string(d.Kind) != r.Kind || d.Award != r.Award || r.Award == "" || d.Stage.Out() || x.claimed[d.ID] != 0 {
			return false
		}
		switch sure, possible := x.certain(d, r); {
		case !possible:
		case !x.sender(d):
			elsewhere = d
		case sure:
			return x.claim(i, d)
		default:
			maybe = d
		}
		return false
	}
	if r.PersonID != 0 {
		for _, d := range x.byNominee[r.PersonID] {
			if try(d) {
				return
			}
		}
	}
	for _, d := range x.byName[viet.Key(r.Name)] {
		if try(d) {
			return
		}
	}
	switch {
	case maybe != nil:
		x.say(i, intake.Warning, "office.record-maybe", "name", maybe.ID, maybe.Name)
	case elsewhere != nil:
		x.say(i, intake.Warning, "office.proposed-already", "name", elsewhere.ID, x.senderName(elsewhere))
	}
}

// sender tells that nothing speaks against the file coming from the one who sent
// the dossier.
func (x *meeting) sender(d *dossier.Dossier) bool {
	s := x.senders[d.Submission]
	if x.b.From != 0 && s.Unit != 0 {
		return x.b.From == s.Unit
	}
	mine, theirs := viet.Key(x.b.FromText), viet.Key(s.UnitText)
	return mine == "" || theirs == "" || mine == theirs
}

func (x *meeting) senderName(d *dossier.Dossier) string {
	s := x.senders[d.Submission]
	if v, ok := x.units.Near(s.Unit, x.day); ok {
		return v.Name
	}
	return s.UnitText
}

// certain tells whether the nominees of dossier and row are one, and whether they may be.
func (x *meeting) certain(d *dossier.Dossier, r *intake.StagedRow) (sure, possible bool) {
	if r.PersonID != 0 && d.Nominee == r.PersonID {
		return true, true
	}
	if d.IDNumber != "" && r.IDNumber != "" {
		same := d.IDNumber == r.IDNumber
		return same, same
	}
	if d.Birth != 0 && r.Birth != 0 && !agree(d.Birth, r.Birth) {
		return false, false
	}
	unit := sameUnit(d, r)
	switch registry.Kind(r.Kind) {
	case registry.Household:
		return unit && (d.Address == "" || r.Address == "" || viet.Key(d.Address) == viet.Key(r.Address)), unit
	case registry.Collective:
		return unit, unit
	}
	if d.Birth != 0 && r.Birth != 0 {
		return unit, true // no change of unit is taken for granted
	}
	post := d.Position == "" || r.Position == "" || viet.Key(d.Position) == viet.Key(r.Position)
	return unit && post, unit
}

func sameUnit(d *dossier.Dossier, r *intake.StagedRow) bool {
	if u := unitOf(*r); u != 0 && d.Unit != 0 {
		return u == d.Unit
	}
	return viet.Key(d.UnitText) == viet.Key(r.Unit)
}

// How like the names of a dossier and of a row with its key are.
const (
	otherName = iota
	nearName
	sameName
)

// likeness keeps a row that was typed over with somebody else, or copied with its
// hidden key, from changing a stranger's dossier.
func likeness(d dossier.Dossier, r *intake.StagedRow) int {
	a, b := viet.Key(d.Name), viet.Key(r.Name)
	switch {
	case a == b, d.IDNumber != "" && d.IDNumber == r.IDNumber:
		return sameName
	case d.IDNumber != "" && r.IDNumber != "" && d.Birth != r.Birth:
		return otherName
	case viet.Fold(a) == viet.Fold(b), strings.Contains(a, b), strings.Contains(b, a) && b != "", d.Birth.Exact() && d.Birth == r.Birth && sharesWord(a, b):
		return nearName
	}
	return otherName
}

// sharesWord tells that two names share their first and one more word, or the last.
func sharesWord(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return len(x) > 0 && len(y) > 0 && (x[0] == y[0] || x[len(x)-1] == y[len(y)-1])
}

// closed tells that a dossier has gone too far to be changed by a file.
func closed(s dossier.Stage) bool {
	return s != dossier.Received && s != dossier.Appraising && s != dossier.Supplement
}

// compare says cell by cell what a row says of a dossier that stands.
func (x *meeting) compare(r *intake.StagedRow) {
	d := x.byID[r.Existing]
	shut := closed(d.Stage)
	for _, c := range recordCells {
		was, now := c.of(d), c.in(r)
		if now == "" || now == was || c.field == intake.FieldUnit && sameUnit(d, r) && (d.Unit != 0 || unitOf(*r) == 0) {
			continue // what a file leaves empty is not taken away
		}
		fills := was == ""
		switch c.field {
		case intake.FieldBirth:
			if agree(d.Birth, r.Birth) {
				if d.Birth.Exact() || r.Birth.Month() == 0 {
					continue // known more exactly
				}
				fills = true
			}
		case intake.FieldUnit:
			fills = fills || d.Unit == 0 && viet.Key(was) == viet.Key(now)
			was, now = x.unitName(d.Unit, was), x.unitName(unitOf(*r), now)
		}
		u := intake.Update{Field: string(c.field), Old: was, New: now, Applied: fills || x.b.Answers.Over}
		if said, ok := x.b.Answers.Overs[intake.CellRef(x.sheet(r), r.Row, c.field)]; ok {
			u.Applied = said
		}
		u.Applied = u.Applied && !shut
		r.Updates = append(r.Updates, u)
	}
	if shut && len(r.Updates) > 0 {
		x.say(x.claimed[d.ID]-1, intake.Error, "office.dossier-closed", "name", d.ID, d.Stage.String())
	}
}

func (x *meeting) unitName(id registry.UnitID, text string) string {
	if v, ok := x.units.Near(id, x.day); ok && id != 0 {
		return v.Name
	}
	return text
}

// forget takes away questions that were answered when the rows came in first:
// whether somebody is a person of the register, and whether two rows that a
// person has told apart are one.
func (x *meeting) forget() {
	var asked []int
	for i := range x.rows {
		if r := x.row(i); (r.Existing != 0 || r.Dossier != 0) && slices.ContainsFunc(r.Issues, settledBefore) {
			asked = append(asked, i)
		}
	}
	if len(asked) == 0 {
		return
	}
	at := map[string]int{}
	for i := range x.rows {
		at[intake.RowRef(x.sheet(&x.rows[i]), x.rows[i].Row)] = i
	}
	nominee := func(r *intake.StagedRow) int64 {
		if d := x.byID[max(r.Existing, r.Dossier)]; d != nil {
			return d.Nominee
		}
		return 0
	}
	for _, i := range asked {
		r := x.change(i)
		mine := nominee(r)
		r.Issues = slices.DeleteFunc(slices.Clone(r.Issues), func(is intake.Issue) bool {
			switch is.Code {
			case "intake.person-maybe":
				return true
			case "intake.duplicate":
				if other, ok := duplicateOf(is); ok {
					if k, ok := at[other]; ok {
						return x.told(mine, nominee(x.row(k)))
					}
				}
			}
			return false
		})
	}
}

// settledBefore names the questions that are answered once a row has its dossier.
func settledBefore(is intake.Issue) bool {
	return is.Code == "intake.person-maybe" || is.Code == "intake.duplicate"
}

// forAgency tells that an issue is for the sender to mend; the others ask the office.
func forAgency(is intake.Issue) bool {
	return is.Code != "intake.person-maybe" && is.Group != groupExisting
}

// told tells that a person has said two nominees are not one.
func (x *meeting) told(a, b int64) bool { return x.apart[[2]int64{min(a, b), max(a, b)}] }

// duplicateOf names the row an "it is there twice" speaks of.
func duplicateOf(is intake.Issue) (ref string, ok bool) {
	if len(is.Args) < 3 {
		return "", false
	}
	sheet, _ := is.Args[2].(string)
	switch n := is.Args[1].(type) {
	case int:
		return intake.RowRef(sheet, n), true
	case float64: // as it comes back from the store
		return intake.RowRef(sheet, int(n)), true
	}
	return "", false
}
