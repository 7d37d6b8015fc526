package office

import (
	"cmp"
	"context"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
)

// Alike is two identities that may be one, and why; only a person can say.
type Alike struct {
	A, B registry.Nominee // in the order of names
	Why  string           // code of AlikeNames
}

// AlikeNames are why two identities may be one.
var AlikeNames = []registry.Name{
	{Code: "so", Name: "cùng số định danh"},
	{Code: "sinh", Name: "cùng họ tên, ngày sinh không mâu thuẫn"},
	{Code: "don_vi", Name: "cùng tên, cùng đơn vị"},
	{Code: "dau", Name: "tên chỉ khác dấu, cùng ngày sinh"},
}

// Alikes lists the identities that may be one and that nobody has told apart.
func (o *Office) Alikes(ctx context.Context) (list []Alike, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = alikes(ctx, tx)
		return err
	})
	return list, err
}

func alikes(ctx context.Context, tx Tx) ([]Alike, error) {
	people, err := tx.Nominees().Find(ctx, NomineeFilter{})
	if err != nil {
		return nil, err
	}
	apart, err := tx.NotSame().Find(ctx, All{})
	if err != nil {
		return nil, err
	}
	said := map[[2]int64]bool{}
	for _, p := range apart {
		said[[2]int64{p.A, p.B}] = true
	}
	// Only those that share a number or a name without tones are compared.
	groups := map[string][]int{}
	for i, n := range people {
		fold := string(n.Kind) + "/" + viet.Fold(n.Name)
		groups[fold] = append(groups[fold], i)
		if n.IDNumber != "" {
			groups[n.IDNumber] = append(groups[n.IDNumber], i)
		}
	}
	found := map[[2]int]string{}
	for _, g := range groups {
		for k, i := range g {
			for _, j := range g[k+1:] {
				a, b := people[i], people[j]
				if why := alike(a, b); why != "" && !said[[2]int64{min(a.ID, b.ID), max(a.ID, b.ID)}] {
					found[[2]int{i, j}] = why
				}
			}
		}
	}
	at := make([][2]int, 0, len(found))
	for p := range found {
		at = append(at, p)
	}
	slices.SortFunc(at, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	out := make([]Alike, len(at))
	for i, p := range at {
		out[i] = Alike{people[p[0]], people[p[1]], found[p]}
	}
	return out, nil
}

// alike says why two identities may be one, "" when nothing speaks for it or
// something against it.
func alike(a, b registry.Nominee) string {
	if contrary(a, b) {
		return ""
	}
	if a.IDNumber != "" && a.IDNumber == b.IDNumber {
		return "so"
	}
	same := viet.Key(a.Name) == viet.Key(b.Name)
	born := a.Birth != 0 && b.Birth != 0
	switch {
	case a.Kind == registry.Individual && born && !agree(a.Birth, b.Birth):
		return ""
	case a.Kind == registry.Individual && born && same:
		return "sinh"
	case a.Kind == registry.Individual && born && a.Birth.Exact() && a.Birth == b.Birth:
		return "dau"
	case same && a.Unit == b.Unit && (a.Unit != 0 || viet.Key(a.UnitText+a.Address) == viet.Key(b.UnitText+b.Address)):
		return "don_vi"
	}
	return ""
}

// contrary tells two that cannot be one: of different kinds, or with different
// identity numbers of today's form. An old number of 9 digits says nothing against
// a new one of 12.
func contrary(a, b registry.Nominee) bool {
	return a.Kind != b.Kind || a.IDNumber != b.IDNumber && a.IDNumber != "" && len(a.IDNumber) == len(b.IDNumber)
}

// TellApart remembers that two identities were looked at and are two, so that
// nobody is asked again. It answers "office.same-nominee" for one and the same.
func (o *Office) TellApart(ctx context.Context, a, b int64) (audit.Entry, error) {
	if a == b {
		return audit.Entry{}, fault.New(fault.Invalid, "office.same-nominee")
	}
	pair := registry.NotSame{A: min(a, b), B: max(a, b)}
	return o.act(ctx, "nominee.apart", "Xác nhận là hai đối tượng khác nhau", func(tx Tx) error {
		known, err := tx.NotSame().Find(ctx, All{})
		if err != nil || slices.ContainsFunc(known, func(k registry.NotSame) bool { return k.A == pair.A && k.B == pair.B }) {
			return err
		}
		return tx.NotSame().Put(ctx, &pair)
	})
}

// Merged is the identity that two would become: the first with what it did not know
// and the second does.
func Merged(keep, gone registry.Nominee) registry.Nominee {
	for _, p := range []struct {
		to   *string
		from string
	}{{&keep.Gender, gone.Gender}, {&keep.Ethnicity, gone.Ethnicity}, {&keep.IDNumber, gone.IDNumber}, {&keep.Position, gone.Position},
		{&keep.UnitText, gone.UnitText}, {&keep.Address, gone.Address}, {&keep.Class, gone.Class}, {&keep.Note, gone.Note}} {
		if *p.to == "" {
			*p.to = p.from
		}
	}
	if len(gone.IDNumber) > len(keep.IDNumber) {
		keep.IDNumber = gone.IDNumber // the căn cước over the old number
	}
	if keep.Birth == 0 || !keep.Birth.Exact() && gone.Birth.Exact() && agree(keep.Birth, gone.Birth) {
		keep.Birth = gone.Birth
	}
	if keep.Unit == 0 {
		keep.Unit = gone.Unit
	}
	keep.Managed = keep.Managed || gone.Managed
	return keep
}

// MergeNominees makes two identities one, as one act: dossiers, honours, matters,
// initiatives and exemplars of the second become the first's, which keeps what it
// knows and takes what it did not. What papers said on their day stays. It answers
// "office.contrary-nominees" for two that cannot be one.
func (o *Office) MergeNominees(ctx context.Context, keep, gone int64) (audit.Entry, error) {
	if keep == gone {
		return audit.Entry{}, fault.New(fault.Invalid, "office.same-nominee")
	}
	var a registry.Nominee
	var g NomineeFile
	err := o.read(ctx, func(tx Tx) (err error) {
		if a, err = tx.Nominees().Get(ctx, keep); err != nil {
			return err
		}
		g, err = nomineeFile(ctx, tx, gone)
		return err
	})
	if err != nil {
		return audit.Entry{}, err
	}
	if contrary(a, g.Nominee) {
		return audit.Entry{}, fault.New(fault.Conflict, "office.contrary-nominees", a.Name, g.Nominee.Name)
	}
	a = Merged(a, g.Nominee)
	return o.act(ctx, "nominee.merge", "Gộp hai đối tượng trùng: "+a.Name, func(tx Tx) error {
		if err := tx.Nominees().Put(ctx, &a); err != nil {
			return err
		}
		if err := handOn(ctx, tx, g, keep); err != nil {
			return err
		}
		told, err := tx.NotSame().Find(ctx, All{})
		if err != nil {
			return err
		}
		for _, p := range told { // those that name the one that goes: a handful at most
			if p.A == gone || p.B == gone {
				if err := tx.NotSame().Delete(ctx, p.ID); err != nil {
					return err
				}
			}
		}
		return tx.Nominees().Delete(ctx, gone)
	})
}

// handOn gives everything of one identity to another.
func handOn(ctx context.Context, tx Tx, from NomineeFile, to int64) error {
	gone := from.Nominee.ID
	for i := range from.Dossiers {
		from.Dossiers[i].Nominee = to
	}
	if err := putAll(ctx, tx.Dossiers(), from.Dossiers); err != nil {
		return err
	}
	records := make([]award.Record, len(from.Honours))
	for i, h := range from.Honours {
		records[i] = h.Record
		records[i].Nominee = to
	}
	if err := putAll(ctx, tx.Records(), records); err != nil {
		return err
	}
	for i := range from.Matters {
		from.Matters[i].Nominee = to
	}
	if err := putAll(ctx, tx.Matters(), from.Matters); err != nil {
		return err
	}
	for i := range from.Initiatives {
		x := &from.Initiatives[i]
		x.Authors = slices.DeleteFunc(slices.Clone(x.Authors), func(id int64) bool { return id == gone || id == to })
		x.Authors = append(x.Authors, to)
	}
	if err := putAll(ctx, tx.Initiatives(), from.Initiatives); err != nil {
		return err
	}
	if err := meanAnother(ctx, tx, gone, to); err != nil {
		return err
	}
	shown, err := tx.Exemplars().Find(ctx, YearFilter{})
	if err != nil {
		return err
	}
	shown = slices.DeleteFunc(shown, func(x report.Exemplar) bool { return x.Nominee != gone })
	for i := range shown {
		shown[i].Nominee = to
	}
	return putAll(ctx, tx.Exemplars(), shown)
}

// meanAnother says anew whom the lines of decisions mean. A frozen list keeps every
// word it was printed with.
func meanAnother(ctx context.Context, tx Tx, gone, to int64) error {
	list, err := tx.Decisions().Find(ctx, DecisionFilter{})
	if err != nil {
		return err
	}
	var changed []decision.Decision
	for _, d := range list {
		if !slices.ContainsFunc(d.Items, func(it decision.Item) bool { return it.Nominee == gone }) {
			continue
		}
		for i := range d.Items {
			if d.Items[i].Nominee == gone {
				d.Items[i].Nominee = to
			}
		}
		changed = append(changed, d)
	}
	return putAll(ctx, tx.Decisions(), changed)
}
