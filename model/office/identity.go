package office

import (
	"context"
	"slices"

	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
)

// nominees finds the identity of each row, or makes a new one. A person is known
// by the identity number, else by name with tones, birth and unit; a collective
// by name and parent unit; a household by name and place. Two rows of one file
// that name the same nominee get the same identity, unless a person has told them
// apart; what was said is kept (registry.NotSame), so that nobody is asked again.
func (o *Office) nominees(ctx context.Context, tx Tx, rows []intake.StagedRow, told *apart) (out []*registry.Nominee, created int, err error) {
	var names, numbers []string
	var ids []int64
	for _, r := range rows {
		if r.PersonID != 0 {
			ids = append(ids, r.PersonID)
		}
		names = append(names, viet.Key(r.Name))
		if r.IDNumber != "" {
			numbers = append(numbers, r.IDNumber)
		}
	}
	byName, err := tx.Nominees().Find(ctx, NomineeFilter{Names: names})
	if err != nil {
		return nil, 0, err
	}
	var byNumber []registry.Nominee
	if len(numbers) > 0 {
		if byNumber, err = tx.Nominees().Find(ctx, NomineeFilter{IDNumbers: numbers}); err != nil {
			return nil, 0, err
		}
	}
	var byID []registry.Nominee
	if len(ids) > 0 {
		if byID, err = tx.Nominees().Find(ctx, NomineeFilter{IDs: ids}); err != nil {
			return nil, 0, err
		}
	}
	k := newKnown(byName, byNumber, byID)
	var fresh, fuller []*registry.Nominee
	out = make([]*registry.Nominee, len(rows))
	for i, r := range rows {
		n := k.find(r, told.strangers(i, out))
		if n == nil {
			n = nomineeOf(r)
			k.add(n)
			fresh = append(fresh, n)
		} else if n.ID != 0 && fill(n, r) {
			fuller = append(fuller, n)
		}
		out[i] = n
	}
	if err := tx.Nominees().Put(ctx, fresh...); err != nil {
		return nil, 0, err
	}
	slices.SortFunc(fuller, func(a, b *registry.Nominee) int { return int(a.ID - b.ID) })
	if err := tx.Nominees().Put(ctx, slices.Compact(fuller)...); err != nil {
		return nil, 0, err
	}
	return out, len(fresh), o.tellApart(ctx, tx, rows, out, told)
}

// known finds nominees among those that share a name or number with the rows.
type known struct {
	byID     map[int64]*registry.Nominee
	byName   map[string][]*registry.Nominee
	byNumber map[string][]*registry.Nominee
}

func newKnown(lists ...[]registry.Nominee) *known {
	k := &known{map[int64]*registry.Nominee{}, map[string][]*registry.Nominee{}, map[string][]*registry.Nominee{}}
	for _, l := range lists {
		for _, n := range l {
			if k.byID[n.ID] == nil {
				k.add(&n)
			}
		}
	}
	return k
}

func (k *known) add(n *registry.Nominee) {
	if n.ID != 0 {
		k.byID[n.ID] = n
	}
	key := viet.Key(n.Name)
	k.byName[key] = append(k.byName[key], n)
	if n.IDNumber != "" {
		k.byNumber[n.IDNumber] = append(k.byNumber[n.IDNumber], n)
	}
}

// find gives the nominee a row means, none of those it was told apart from.
func (k *known) find(r intake.StagedRow, stranger func(*registry.Nominee) bool) *registry.Nominee {
	if r.PersonID != 0 {
		if n := k.byID[r.PersonID]; n != nil {
			return n
		}
	}
	key := viet.Key(r.Name)
	if r.IDNumber != "" {
		for _, n := range k.byNumber[r.IDNumber] {
			if viet.Key(n.Name) == key && !stranger(n) {
				return n
			}
		}
	}
	for _, n := range k.byName[key] {
		if string(n.Kind) != r.Kind || stranger(n) {
			continue
		}
		switch n.Kind {
		case registry.Individual:
			numbers := r.IDNumber == "" || n.IDNumber == "" || r.IDNumber == n.IDNumber
			if numbers && r.Birth != 0 && r.Birth == n.Birth && n.Unit == r.UnitID {
				return n
			}
			// Without a birth date or number the same name in the same unit and post
			// is taken as one person only within what this office typed itself.
			if numbers && r.Birth == 0 && n.Birth == 0 && n.Unit == r.UnitID && r.UnitID != 0 && n.Position == r.Position {
				return n
			}
		case registry.Collective, registry.Household:
			if n.Unit == unitOf(r) && viet.Key(n.UnitText) == viet.Key(r.Unit) && viet.Key(n.Address) == viet.Key(r.Address) {
				return n
			}
		}
	}
	return nil
}

// unitOf is the unit a row belongs to: a collective that is a unit itself is its own.
func unitOf(r intake.StagedRow) int64 {
	if r.SelfID != 0 {
		return r.SelfID
	}
	return r.UnitID
}

func nomineeOf(r intake.StagedRow) *registry.Nominee {
	return &registry.Nominee{Kind: registry.Kind(r.Kind), Name: r.Name, Gender: r.Gender, Birth: r.Birth, Ethnicity: r.Ethnicity,
		IDNumber: r.IDNumber, Position: r.Position, Unit: unitOf(r), UnitText: r.Unit, Address: r.Address, Class: classOf(r.Class)}
}

// fill puts what a row knows into the empty fields of somebody known, and never
// over what stands there.
func fill(n *registry.Nominee, r intake.StagedRow) bool {
	changed := false
	put := func(to *string, v string) {
		if *to == "" && v != "" {
			*to, changed = v, true
		}
	}
	put(&n.Gender, r.Gender)
	put(&n.Ethnicity, r.Ethnicity)
	put(&n.IDNumber, r.IDNumber)
	put(&n.Position, r.Position)
	put(&n.Address, r.Address)
	if n.Birth == 0 && r.Birth != 0 {
		n.Birth, changed = r.Birth, true
	}
	if n.Unit == 0 && unitOf(r) != 0 {
		n.Unit, changed = unitOf(r), true
	}
	return changed
}

// apart is what a person has said about who is who in a file; nil for nothing.
type apart struct {
	fresh map[int]bool  // rows that are somebody nobody had heard of
	pairs map[int][]int // rows told apart, both ways
}

// apartIn reads the answers about the rows at hand.
func apartIn(b intake.Batch, rows []intake.StagedRow) *apart {
	if len(b.Answers.Distinct)+len(b.Answers.Persons) == 0 {
		return nil
	}
	a := &apart{map[int]bool{}, map[int][]int{}}
	at := map[string]int{}
	for i, r := range rows {
		ref := intake.RowRef(b.Tables[r.Part].Sheet, r.Row)
		at[ref] = i
		if id, ok := b.Answers.Persons[ref]; ok && id == 0 {
			a.fresh[i] = true
		}
	}
	for pair, yes := range b.Answers.Distinct {
		for cut := range pair { // a sheet's name may hold the sign between the two
			if !yes || pair[cut] != '|' {
				continue
			}
			x, okx := at[pair[:cut]]
			y, oky := at[pair[cut+1:]]
			if okx && oky {
				a.pairs[x], a.pairs[y] = append(a.pairs[x], y), append(a.pairs[y], x)
			}
		}
	}
	return a
}

// strangers tells who a row must not be; found are the identities given so far.
func (a *apart) strangers(i int, found []*registry.Nominee) func(*registry.Nominee) bool {
	return func(n *registry.Nominee) bool {
		if a == nil {
			return false
		}
		return a.fresh[i] && n.ID != 0 || slices.ContainsFunc(a.pairs[i], func(k int) bool { return found[k] == n })
	}
}

// tellApart keeps who was said not to be whom.
func (o *Office) tellApart(ctx context.Context, tx Tx, rows []intake.StagedRow, found []*registry.Nominee, told *apart) error {
	if told == nil {
		return nil
	}
	known, err := tx.NotSame().Find(ctx, All{})
	if err != nil {
		return err
	}
	seen := map[[2]int64]bool{}
	for _, p := range known {
		seen[[2]int64{p.A, p.B}] = true
	}
	var put []*registry.NotSame
	add := func(a, b int64) {
		p := [2]int64{min(a, b), max(a, b)}
		if a != b && !seen[p] {
			seen[p] = true
			put = append(put, &registry.NotSame{A: p[0], B: p[1]})
		}
	}
	for i := range rows {
		for _, k := range told.pairs[i] {
			add(found[i].ID, found[k].ID)
		}
	}
	if len(told.fresh) > 0 {
		people, err := tx.Nominees().Find(ctx, NomineeFilter{Kind: registry.Individual})
		if err != nil {
			return err
		}
		units, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		f := newPersonFinder(people, nil, units, o.Today())
		for i, r := range rows {
			if !told.fresh[i] {
				continue
			}
			for _, c := range f.FindPeople(intake.Person{Name: r.Name, IDNumber: r.IDNumber, UnitID: r.UnitID, Birth: r.Birth}) {
				add(found[i].ID, c.ID)
			}
		}
	}
	return tx.NotSame().Put(ctx, put...)
}
