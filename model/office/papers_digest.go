package office

import (
	"context"
	"slices"

	"thidua/model/dossier"
	"thidua/model/registry"
	"thidua/model/when"
)

// namingAll are the papers that name every nominee of the submission.
var namingAll = []string{"danh_sach"}

// compare holds what a movement's papers say against the list and against each
// other. What was not kept of that is made from the texts and given back as fresh.
func compare(ctx context.Context, tx Tx, movement int64, ds []dossier.Dossier, papers []PaperBrief, units *registry.Book, day when.Date) (c Comparison, fresh Kept, err error) {
	at := make(map[int64]int, len(ds))
	bySubmission := map[int64][]int{}
	for i := range ds {
		at[ds[i].ID] = i
		if s := ds[i].Submission; s != 0 {
			bySubmission[s] = append(bySubmission[s], i)
		}
	}
	named := namedBy(units, day)
	about := func(p dossier.Paper) []int {
		if p.Dossier == 0 {
			return bySubmission[p.Submission]
		}
		if i, ok := at[p.Dossier]; ok {
			return []int{i}
		}
		return nil
	}
	var stale []int64
	for i := range papers {
		if p := &papers[i]; p.Says && against(ds, about(p.Paper), named) != p.Digest.Compared {
			stale = append(stale, p.ID)
		}
	}
	anew := map[int64]dossier.Digest{}
	if len(stale) > 0 {
		read, err := tx.Papers().Find(ctx, PaperFilter{IDs: stale})
		if err != nil {
			return c, fresh, err
		}
		for i := range read {
			d := digestOf(read[i], ds, about(read[i]), named)
			fresh.Digests = append(fresh.Digests, d)
			anew[d.Paper] = d
		}
	}
	found := map[int64][]dossier.Difference{}
	var reports []dossier.Report
	among := dossier.NewAgainst()
	for _, shared := range []bool{true, false} { // those of the submission first
		for i := range papers {
			p := &papers[i]
			if (p.Dossier == 0) != shared || !p.Says {
				continue
			}
			if d, ok := anew[p.ID]; ok {
				p.Digest = d
			}
			for _, d := range p.Digest.Differences {
				found[d.Dossier] = append(found[d.Dossier], d)
			}
			if p.Code == "bao_cao" && !shared {
				reports = append(reports, dossier.Report{Dossier: p.Dossier, Paper: p.ID, Marks: p.Digest.Marks})
				among.Paper(p.ID, p.Rev)
			}
		}
	}
	for i := range ds {
		if list := found[ds[i].ID]; len(list) > 0 && !ds[i].Stage.Out() {
			c.Differences = append(c.Differences, list...)
		}
	}
	kept, copies, err := tx.Copied(ctx, movement)
	if err != nil || kept == among {
		c.Copies = copies
		return c, fresh, err
	}
	if c.Copies, err = copied(ctx, tx, reports); err == nil {
		fresh.Movement, fresh.Among, fresh.Copies = movement, among, c.Copies
	}
	return c, fresh, err
}

// copied holds reports against each other; those without marks have them kept.
func copied(ctx context.Context, tx Tx, reports []dossier.Report) ([]dossier.Copy, error) {
	var unread []int64
	for _, r := range reports {
		if r.Marks == nil {
			unread = append(unread, r.Paper)
		}
	}
	marks, err := tx.Marks(ctx, unread)
	if err != nil {
		return nil, err
	}
	for i, r := range reports {
		if r.Marks == nil {
			reports[i].Marks = marks[r.Paper]
		}
	}
	return dossier.Copies(reports, func(ids []int64) (map[int64]string, error) {
		read, err := tx.Papers().Find(ctx, PaperFilter{IDs: ids})
		out := make(map[int64]string, len(read))
		for _, p := range read {
			out[p.ID] = p.Text
		}
		return out, err
	})
}

// against sums up what a paper about some of the dossiers is held against.
func against(ds []dossier.Dossier, about []int, named func(dossier.Dossier) []string) dossier.Against {
	sum := dossier.NewAgainst()
	for _, i := range about {
		sum.Add(ds[i], named(ds[i]))
	}
	return sum
}

// digestOf reads a paper and holds it against the dossiers it is about.
func digestOf(p dossier.Paper, ds []dossier.Dossier, about []int, named func(dossier.Dossier) []string) dossier.Digest {
	out := dossier.Digest{Paper: p.ID, Rev: p.Rev, Marks: dossier.MarksOf(p.Text), Compared: against(ds, about, named)}
	text := dossier.Read(p.Text)
	listed := p.Code == "bao_cao" || slices.Contains(namingAll, p.Code)
	for _, i := range about {
		out.Differences = append(out.Differences, ds[i].Compare(registry.NameOf(dossier.PaperNames, p.Code), text, named(ds[i]), listed, p.Dossier != 0)...)
	}
	return out
}

// namedBy gives all names of dossiers' units, looked up once for each unit.
func namedBy(units *registry.Book, day when.Date) func(dossier.Dossier) []string {
	type unit struct {
		id   registry.UnitID
		text string
	}
	known := map[unit][]string{}
	return func(d dossier.Dossier) []string {
		k := unit{d.Unit, d.UnitText}
		names, ok := known[k]
		if !ok {
			names = unitNames(units, d, day)
			known[k] = names
		}
		return names
	}
}

// digest keeps what the texts of papers just saved come to. What a submission's
// papers are held against is looked up by the next check, which reads all of it.
func (o *Office) digest(ctx context.Context, tx Tx, list []*dossier.Paper) error {
	var ids []int64
	for _, p := range list {
		if p.Text != "" && p.Dossier != 0 {
			ids = append(ids, p.Dossier)
		}
	}
	var ds []dossier.Dossier
	if len(ids) > 0 {
		var err error
		if ds, err = tx.Dossiers().Find(ctx, DossierFilter{IDs: ids}); err != nil {
			return err
		}
	}
	at := make(map[int64]int, len(ds))
	for i := range ds {
		at[ds[i].ID] = i
	}
	units, err := o.registryIn(ctx, tx)
	if err != nil {
		return err
	}
	named := namedBy(units, o.Today())
	var out []dossier.Digest
	for _, p := range list {
		switch i, ok := at[p.Dossier]; {
		case p.Text == "":
		case ok:
			out = append(out, digestOf(*p, ds, []int{i}, named))
		default:
			out = append(out, dossier.Digest{Paper: p.ID, Rev: p.Rev, Marks: dossier.MarksOf(p.Text)})
		}
	}
	return tx.Keep(ctx, Kept{Digests: out})
}

// keepRead keeps what a reader had to make of texts. Where that cannot be written the
// next reader makes it again, so nothing is said of it.
func (o *Office) keepRead(ctx context.Context, fresh Kept) {
	if len(fresh.Digests) > 0 || fresh.Movement != 0 {
		_ = o.ports.Store.Keep(ctx, fresh)
	}
}
