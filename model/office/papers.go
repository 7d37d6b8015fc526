package office

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// requirementsOf are the checklists kept when the office was set up; of one set up
// before there were any, those that ship with the program.
func requirementsOf(ctx context.Context, tx Tx) ([]dossier.Requirement, error) {
	list, err := tx.Requirements().Find(ctx, All{})
	if err == nil && len(list) == 0 {
		list = dossier.LoadPapers()
	}
	return list, err
}

// Checklist pairs what a dossier must hold with what was received.
func (o *Office) Checklist(ctx context.Context, id int64) (list []dossier.Checked, err error) {
	err = o.read(ctx, func(tx Tx) error {
		d, err := tx.Dossiers().Get(ctx, id)
		if err != nil {
			return err
		}
		all, err := checklists(ctx, tx, []dossier.Dossier{d})
		list = all[id]
		return err
	})
	return list, err
}

// checklists are the checklists of dossiers, with a fixed number of queries.
func checklists(ctx context.Context, tx Tx, ds []dossier.Dossier) (map[int64][]dossier.Checked, error) {
	ids, subs := make([]int64, 0, len(ds)), []int64{}
	for _, d := range ds {
		ids = append(ids, d.ID)
		if d.Submission != 0 && !slices.Contains(subs, d.Submission) {
			subs = append(subs, d.Submission)
		}
	}
	papers, err := tx.Papers().Find(ctx, PaperFilter{Dossiers: ids, Submissions: subs})
	if err != nil {
		return nil, err
	}
	list, err := paired(ctx, tx, papers)
	if err != nil {
		return nil, err
	}
	out := make(map[int64][]dossier.Checked, len(ds))
	for _, d := range ds {
		out[d.ID] = list(d)
	}
	return out, nil
}

// paired gives the checklist of a dossier over papers that are at hand.
func paired(ctx context.Context, tx Tx, papers []dossier.Paper) (func(dossier.Dossier) []dossier.Checked, error) {
	all, err := requirementsOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	of, with := map[int64][]dossier.Paper{}, map[int64][]dossier.Paper{}
	for _, p := range papers {
		if p.Dossier != 0 {
			of[p.Dossier] = append(of[p.Dossier], p)
		} else {
			with[p.Submission] = append(with[p.Submission], p)
		}
	}
	type like struct {
		award, way string
		kind       registry.Kind
		day        when.Date
	}
	wanted := map[like][]dossier.Requirement{} // the same for hundreds of dossiers
	return func(d dossier.Dossier) []dossier.Checked {
		k := like{d.Award, d.Way, d.Kind, d.RuleDay()}
		list, ok := wanted[k]
		if !ok {
			list = dossier.Wanted(all, d)
			wanted[k] = list
		}
		mine := of[d.ID]
		if shared := with[d.Submission]; len(shared) > 0 {
			mine = slices.Concat(mine, shared)
		}
		return dossier.Checklist(list, d, mine)
	}, nil
}

// SavePaper notes a paper that was looked at, or saves a changed note.
func (o *Office) SavePaper(ctx context.Context, p *dossier.Paper) (audit.Entry, error) {
	return o.SavePapers(ctx, p)
}

// SavePapers notes papers that were looked at together, as one act.
func (o *Office) SavePapers(ctx context.Context, list ...*dossier.Paper) (audit.Entry, error) {
	if len(list) == 0 {
		return audit.Entry{}, fault.New(fault.Invalid, "office.none-chosen")
	}
	for _, p := range list {
		p.Note, p.Text = viet.Clean(p.Note), viet.NFC(p.Text)
		if err := p.Check(); err != nil {
			return audit.Entry{}, err
		}
		p.Officer, p.Day = o.officer, o.Today()
	}
	detail := fmt.Sprintf("Ghi giấy tờ %s: %s", registry.NameOf(dossier.PaperNames, list[0].Code), list[0].State)
	if len(list) > 1 {
		detail = fmt.Sprintf("Ghi %d giấy tờ: %s", len(list), list[0].State)
	}
	return o.act(ctx, "paper.save", detail, func(tx Tx) error {
		if err := tx.Papers().Put(ctx, list...); err != nil {
			return err
		}
		return o.digest(ctx, tx, list)
	})
}

// SeePapers notes one paper of the checklists of dossiers, or with code "" every one
// asked for, as looked at and complete: one act. What was noted as lacking or of
// another kind stays. It answers "office.nothing-unseen" when nothing is left.
func (o *Office) SeePapers(ctx context.Context, ids []int64, code string) (n int, e audit.Entry, err error) {
	var put []*dossier.Paper
	err = o.read(ctx, func(tx Tx) error {
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: append([]int64{}, ids...)})
		if err != nil {
			return err
		}
		lists, err := checklists(ctx, tx, ds)
		if err != nil {
			return err
		}
		type shared struct {
			submission int64
			code       string
		}
		done := map[shared]bool{}
		for _, d := range ds {
			for _, c := range lists[d.ID] {
				if c.State() != dossier.Unseen || code != "" && c.Code != code || code == "" && c.Optional {
					continue
				}
				p := c.Seen(d)
				if k := (shared{p.Submission, p.Code}); p.Dossier == 0 {
					if done[k] {
						continue
					}
					done[k] = true
				}
				put = append(put, &p)
			}
		}
		return nil
	})
	if err == nil && len(put) == 0 {
		err = fault.New(fault.Conflict, "office.nothing-unseen").At("code")
	}
	if err != nil {
		return 0, e, err
	}
	e, err = o.SavePapers(ctx, put...)
	return len(put), e, err
}

// Attachment is a file that came with a paper.
type Attachment struct {
	Name string // without folder
	Data []byte
}

// Attach keeps a file by its hash, notes it on a paper and, as far as the file can be
// read, what it says. unread tells what of it could not be read, and why; the file is
// kept all the same.
func (o *Office) Attach(ctx context.Context, p *dossier.Paper, a Attachment) (e audit.Entry, unread error, err error) {
	if len(a.Data) == 0 {
		return e, nil, fault.New(fault.Refused, "office.attachment-empty", a.Name)
	}
	if p.State == "" {
		p.State = dossier.Unseen
	}
	if err := p.Check(); err != nil {
		return e, nil, err
	}
	text, unread := o.ports.Prose.Text(ctx, a.Name, bytes.NewReader(a.Data), int64(len(a.Data)))
	if fault.KindOf(unread) == fault.Canceled {
		return e, nil, unread
	}
	hash, _, err := o.ports.Vault.Put(ctx, bytes.NewReader(a.Data))
	if err != nil {
		return e, unread, err
	}
	if p.File != "" || text != "" { // what an earlier file said goes, what was typed in stays
		p.Text = viet.Repair(viet.NFC(text), "", "").Text
	}
	p.File, p.FileName, p.Unread = hash, path.Base(strings.ReplaceAll(a.Name, `\`, "/")), unreadOf(unread)
	e, err = o.SavePaper(ctx, p)
	return e, unread, err
}

// unreadOf is what a reader's fault means for whoever compares.
func unreadOf(err error) dossier.Unread {
	switch fault.CodeOf(err) {
	case "":
		return ""
	case "press.scan", "sheet.scan":
		return dossier.Scan
	case "press.scan-part":
		return dossier.ScanPart
	}
	return dossier.NotRead
}

// Kept gives a file of the vault back.
func (o *Office) Kept(ctx context.Context, hash string) ([]byte, error) {
	b, err := o.ports.Vault.Open(hash)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	data := make([]byte, b.Size())
	if _, err := io.ReadFull(io.NewSectionReader(b, 0, b.Size()), data); err != nil {
		return nil, fault.New(fault.Store, "store.file-gone").Because(err)
	}
	return data, nil
}

// Comparison is what was found by holding the papers of a movement against its
// list and against each other.
type Comparison struct {
	Differences []dossier.Difference
	Copies      []dossier.Copy
}

// Compare holds what the papers of a movement say against the list and against
// each other; ids narrows what is told, not what is looked at.
func (o *Office) Compare(ctx context.Context, movementCode string, ids ...int64) (c Comparison, err error) {
	var fresh Kept
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return err
		}
		ds, err := tx.Dossiers().Find(ctx, DossierFilter{Movement: m.ID})
		if err != nil {
			return err
		}
		units, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		papers, err := tx.PaperBriefs(ctx, m.ID)
		if err != nil {
			return err
		}
		c, fresh, err = compare(ctx, tx, m.ID, ds, papers, units, o.Today())
		return err
	})
	if err == nil {
		o.keepRead(ctx, fresh)
	}
	if len(ids) > 0 {
		c.Differences = slices.DeleteFunc(c.Differences, func(d dossier.Difference) bool { return !slices.Contains(ids, d.Dossier) })
		c.Copies = slices.DeleteFunc(c.Copies, func(d dossier.Copy) bool { return !slices.Contains(ids, d.A) && !slices.Contains(ids, d.B) })
	}
	return c, err
}

// unitNames are all names a dossier's unit goes by, the official one first.
func unitNames(units *registry.Book, d dossier.Dossier, day when.Date) []string {
	var out []string
	if v, ok := units.Near(d.Unit, day); ok && d.Unit != 0 {
		out = append(out, v.Official, v.Name)
		if v.Short != "" {
			out = append(out, v.Short)
		}
		out = append(out, v.Aliases...)
	}
	if d.UnitText != "" {
		out = append(out, d.UnitText)
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
