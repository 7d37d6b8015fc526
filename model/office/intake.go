package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
)

// Incoming is a file an agency sent.
type Incoming struct {
	Name     string // without folder
	Data     []byte
	Movement string // code; "" for the newest
	From     string // code of the sending unit; "" when not known
}

// Progress is told how far a long work has come; nil for nobody.
type Progress func(done, total int)

// Preview is a file as it would be staged; nothing has been written.
type Preview struct {
	Batch intake.Batch
	Rows  []intake.StagedRow
}

// Preview reads a file and says what it would become. It is the same reading that
// Stage keeps.
func (o *Office) Preview(ctx context.Context, in Incoming, p Progress) (Preview, error) {
	pre, err := o.reading(ctx, in, intake.Answers{}, p)
	if err != nil {
		return pre, err
	}
	return pre, o.beside(ctx, &pre.Batch, pre.Rows)
}

// beside puts rows beside the dossiers that stand already and counts them anew.
func (o *Office) beside(ctx context.Context, b *intake.Batch, rows []intake.StagedRow) error {
	changed, err := o.counted(ctx, b, rows)
	lay(rows, changed)
	return err
}

// lay puts rows that changed in their places.
func lay(rows []intake.StagedRow, changed map[int]*intake.StagedRow) {
	for i, r := range changed {
		rows[i] = *r
	}
}

// counted gives a batch its counts, which include what is asked about dossiers
// that stand already; the rows themselves stay as they were read. It gives those
// that would change.
func (o *Office) counted(ctx context.Context, b *intake.Batch, rows []intake.StagedRow) (changed map[int]*intake.StagedRow, err error) {
	err = o.read(ctx, func(tx Tx) error {
		changed, err = o.meet(ctx, tx, b, rows)
		return err
	})
	b.Errors, b.Warnings = 0, 0
	for i := range rows {
		r := &rows[i]
		if c := changed[i]; c != nil {
			r = c
		}
		switch r.Severity {
		case intake.Error:
			b.Errors++
		case intake.Warning:
			b.Warnings++
		}
	}
	return changed, err
}

// reading reads and matches a file against the office's data.
func (o *Office) reading(ctx context.Context, in Incoming, answers intake.Answers, p Progress) (Preview, error) {
	var pre Preview
	book, err := o.ports.Sheets.Read(ctx, in.Name, bytes.NewReader(in.Data), int64(len(in.Data)))
	if err != nil {
		return pre, err
	}
	units, err := o.Registry(ctx)
	if err != nil {
		return pre, err
	}
	sum := sha256.Sum256(in.Data)
	b := intake.Batch{File: in.Name, Hash: hex.EncodeToString(sum[:]), Format: book.Format, State: intake.Staged,
		At: o.ports.Clock.Now(), Officer: o.officer, Answers: answers}
	texts, err := o.Texts(ctx)
	if err != nil {
		return pre, err
	}
	opt := intake.Options{Today: o.Today(), Units: unitFinder{units}, Provinces: texts.Provinces(), Answers: answers, Mapping: map[string]intake.Field{}}
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, in.Movement)
		if err != nil {
			return err
		}
		b.Movement = m.ID
		if in.From != "" {
			if found := units.WithCode(in.From, o.Today()); len(found) > 0 {
				b.From = found[0].ID
			} else if found := units.WithCode(in.From, 0); len(found) == 1 {
				b.From = found[0].ID
			} else {
				return fault.New(fault.NotFound, "office.no-unit", in.From).At("from")
			}
		}
		awards, err := tx.Awards().Find(ctx, All{})
		if err != nil {
			return err
		}
		opt.Awards = awardNames(awards)
		known, err := tx.Mappings().Find(ctx, MappingFilter{Sender: in.From})
		if err != nil {
			return err
		}
		for _, k := range known { // those of every sender come first, the sender's own win
			opt.Mapping[k.Heading] = intake.Field(k.Field)
		}
		people, err := tx.Nominees().Find(ctx, NomineeFilter{Kind: registry.Individual})
		if err != nil {
			return err
		}
		apart, err := tx.NotSame().Find(ctx, All{})
		opt.People = newPersonFinder(people, apart, units, o.Today())
		return err
	})
	if err != nil {
		return pre, err
	}
	tables, err := intake.Read(ctx, book, opt, p)
	if err != nil {
		return pre, err
	}
	pre.Rows = spread(&b, tables, units)
	if in.Movement == "" {
		err = o.read(ctx, func(tx Tx) error { return movementOfKeys(ctx, tx, &b, pre.Rows) })
	}
	pre.Batch = b
	return pre, err
}

// movementOfKeys puts a corrected file to the movement its rows' keys belong to,
// when nobody said which one it is for.
func movementOfKeys(ctx context.Context, tx Tx, b *intake.Batch, rows []intake.StagedRow) error {
	keys := givenKeys(rows)
	if len(keys) == 0 {
		return nil
	}
	found, err := tx.Rows().WithKeys(ctx, keys, "")
	if err != nil {
		return err
	}
	ids := slices.Concat(slices.Collect(maps.Values(found))...)
	if len(ids) == 0 {
		return nil
	}
	ds, err := tx.Dossiers().Find(ctx, DossierFilter{IDs: ids})
	if err != nil || len(ds) == 0 || slices.ContainsFunc(ds, func(d dossier.Dossier) bool { return d.Movement != ds[0].Movement }) {
		return err
	}
	b.Movement = ds[0].Movement
	return nil
}

// spread takes the rows out of the tables and counts them.
func spread(b *intake.Batch, tables []intake.Table, units *registry.Book) []intake.StagedRow {
	var rows []intake.StagedRow
	for part, t := range tables {
		b.Encoding = mixed(b.Encoding, string(t.Encoding))
		if b.Day == 0 {
			b.Day = t.PaperDate
		}
		if b.FromText == "" {
			b.FromText = t.Sender
		}
		for i := range t.Rows {
			t.Rows[i].Part, t.Rows[i].Severity = part, t.Rows[i].Worst()
		}
		if len(rows) == 0 {
			rows = t.Rows // the rows of a long list are not copied
		} else {
			rows = append(rows, t.Rows...)
		}
		t.Rows = nil
		b.Tables = append(b.Tables, t)
	}
	b.Rows = len(rows)
	if b.From == 0 && b.FromText != "" {
		if found := units.Match(b.FromText, b.Day); len(found) > 0 && found[0].Score >= registry.Certain {
			b.From = found[0].Unit
		}
	}
	return rows
}

func mixed(a, b string) string {
	if a == "" || a == b {
		return b
	}
	return string(viet.Mixed)
}

// Staging is what became of a file handed in.
type Staging struct {
	Batch intake.Batch
	Entry audit.Entry
	Known bool // the same file was staged or accepted before; nothing was written
}

// Stage reads a file, keeps it with all its cells, and puts its rows where a
// person can look at them. The same file again changes nothing.
func (o *Office) Stage(ctx context.Context, in Incoming, p Progress) (Staging, error) {
	pre, err := o.reading(ctx, in, intake.Answers{}, p)
	if err != nil {
		return Staging{}, err
	}
	if known, ok, err := o.known(ctx, pre.Batch); err != nil || ok {
		return Staging{Batch: known, Known: ok}, err
	}
	if _, err := o.counted(ctx, &pre.Batch, pre.Rows); err != nil {
		return Staging{}, err
	}
	if _, _, err := o.ports.Vault.Put(ctx, bytes.NewReader(in.Data)); err != nil {
		return Staging{}, err
	}
	e, err := o.act(ctx, "batch.stage", fmt.Sprintf("Nhập tệp %s vào bảng chờ: %d dòng", in.Name, pre.Batch.Rows), func(tx Tx) error {
		if err := tx.Batches().Put(ctx, &pre.Batch); err != nil {
			return err
		}
		return tx.Rows().Replace(ctx, pre.Batch.ID, pre.Rows)
	})
	return Staging{Batch: pre.Batch, Entry: e}, err
}

func (o *Office) known(ctx context.Context, b intake.Batch) (found intake.Batch, ok bool, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err := tx.Batches().Find(ctx, BatchFilter{Hash: b.Hash, Movement: b.Movement, States: []intake.BatchState{intake.Staged, intake.Accepted}})
		if len(list) > 0 {
			found, ok = list[0], true
		}
		return err
	})
	return found, ok, err
}

// Batches lists the files that came in, newest first.
func (o *Office) Batches(ctx context.Context) (list []intake.Batch, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Batches().Find(ctx, BatchFilter{})
		return err
	})
	return list, err
}

// Batch gives one file with its rows, in the order of the file, each beside the
// dossier it would update.
func (o *Office) Batch(ctx context.Context, id int64) (intake.Batch, []intake.StagedRow, error) {
	b, rows, err := o.staged(ctx, id)
	if err != nil || b.State == intake.Undone {
		return b, rows, err
	}
	return b, rows, o.beside(ctx, &b, rows)
}

// batch gives one file without its rows.
func (o *Office) batch(ctx context.Context, id int64) (b intake.Batch, err error) {
	err = o.read(ctx, func(tx Tx) error {
		b, err = tx.Batches().Get(ctx, id)
		return err
	})
	return b, err
}

// staged gives one file and its rows as they were read.
func (o *Office) staged(ctx context.Context, id int64) (b intake.Batch, rows []intake.StagedRow, err error) {
	err = o.read(ctx, func(tx Tx) error {
		if b, err = tx.Batches().Get(ctx, id); err != nil {
			return err
		}
		rows, err = tx.Rows().Find(ctx, id)
		return err
	})
	return b, rows, err
}

// Answer takes in what a person said about a staged file — a column's field, a
// cell's text, a unit, a pair that is not one person — and reads it again with
// that. answer changes the answers given so far.
func (o *Office) Answer(ctx context.Context, id int64, detail string, answer func(*intake.Answers), p Progress) (intake.Batch, audit.Entry, error) {
	old, err := o.batch(ctx, id)
	if err != nil {
		return old, audit.Entry{}, err
	}
	if old.State == intake.Undone {
		return old, audit.Entry{}, fault.New(fault.Conflict, "office.batch-done", old.File)
	}
	in, err := o.kept(ctx, old)
	if err != nil {
		return old, audit.Entry{}, err
	}
	a := old.Answers
	answer(&a)
	if err := o.codesOf(ctx, a); err != nil {
		return old, audit.Entry{}, err
	}
	pre, err := o.reading(ctx, in, a, p)
	if err != nil {
		return old, audit.Entry{}, err
	}
	b := pre.Batch
	b.ID, b.Rev, b.At, b.Officer = old.ID, old.Rev, old.At, old.Officer
	b.State, b.Submission = old.State, old.Submission // rows left when it was accepted can still be mended
	if _, err := o.counted(ctx, &b, pre.Rows); err != nil {
		return old, audit.Entry{}, err
	}
	e, err := o.act(ctx, "batch.answer", fmt.Sprintf("Tệp %s: %s", old.File, detail), func(tx Tx) error {
		if err := tx.Batches().Put(ctx, &b); err != nil {
			return err
		}
		if err := tx.Rows().Replace(ctx, b.ID, pre.Rows); err != nil {
			return err
		}
		return o.remember(ctx, tx, b, a)
	})
	return b, e, err
}

// codesOf refuses answers that name a unit or an award there is none of.
func (o *Office) codesOf(ctx context.Context, a intake.Answers) error {
	if len(a.Units)+len(a.Awards) == 0 {
		return nil
	}
	units, err := o.Registry(ctx)
	if err != nil {
		return err
	}
	for _, code := range a.Units {
		if code != "" && len(units.WithCode(code, 0)) == 0 {
			return fault.New(fault.NotFound, "office.no-unit", code).At("unit")
		}
	}
	awards, err := o.Catalogue(ctx)
	if err != nil {
		return err
	}
	for _, code := range a.Awards {
		if _, ok := awards.Award(code); !ok {
			return fault.New(fault.NotFound, "office.no-award", code).At("award")
		}
	}
	return nil
}

// remember keeps what columns were said to mean, for the next file of that sender.
func (o *Office) remember(ctx context.Context, tx Tx, b intake.Batch, a intake.Answers) error {
	sender := ""
	if b.From != 0 {
		if units, err := registryOf(ctx, tx); err != nil {
			return err
		} else if v, ok := units.Near(b.From, o.Today()); ok {
			sender = v.Code
		}
	}
	known, err := tx.Mappings().Find(ctx, MappingFilter{Sender: sender})
	if err != nil {
		return err
	}
	var put []*Mapping
	for _, t := range b.Tables {
		for _, c := range t.Columns {
			f, ok := a.Columns[intake.ColumnRef(t.Sheet, t.Part, c.Index)]
			if !ok || c.Header == "" {
				continue
			}
			m := &Mapping{Sender: sender, Heading: intake.HeadingKey(c.Header), Field: string(f)}
			if i := slices.IndexFunc(known, func(k Mapping) bool { return k.Sender == sender && k.Heading == m.Heading }); i >= 0 {
				if known[i].Field == m.Field {
					continue
				}
				m.ID, m.Rev = known[i].ID, known[i].Rev
			}
			put = append(put, m)
		}
	}
	return tx.Mappings().Put(ctx, put...)
}

// kept gives a batch's own file back from the vault.
func (o *Office) kept(ctx context.Context, b intake.Batch) (Incoming, error) {
	blob, err := o.ports.Vault.Open(b.Hash)
	if err != nil {
		return Incoming{}, err
	}
	defer blob.Close()
	data, err := io.ReadAll(io.NewSectionReader(blob, 0, blob.Size()))
	if err != nil {
		return Incoming{}, fault.New(fault.Store, "store.file-gone").Because(err)
	}
	in := Incoming{Name: b.File, Data: data}
	err = o.read(ctx, func(tx Tx) error {
		m, err := tx.Movements().Get(ctx, b.Movement)
		in.Movement = m.Code
		return err
	})
	if err != nil || b.From == 0 {
		return in, err
	}
	units, err := o.Registry(ctx)
	if err != nil {
		return in, err
	}
	if v, ok := units.Near(b.From, o.Today()); ok && b.FromText == "" {
		in.From = v.Code
	}
	return in, nil
}

// Reply gives the agency its own file back, with one more column that says what
// to mend in each row.
func (o *Office) Reply(ctx context.Context, id int64, w io.Writer, say func(intake.Issue) string) error {
	b, rows, err := o.Batch(ctx, id)
	if err != nil {
		return err
	}
	in, err := o.kept(ctx, b)
	if err != nil {
		return err
	}
	notes := map[string]map[int]string{}
	for _, r := range rows {
		sheet := b.Tables[r.Part].Sheet
		if b.Tables[r.Part].Beside {
			sheet = b.Tables[r.Part].Tab // two nominees of one row share its place for notes
		}
		if notes[sheet] == nil {
			notes[sheet] = map[int]string{}
		}
		for _, i := range r.Issues {
			if !forAgency(i) {
				continue
			}
			if n := notes[sheet][r.Row]; n != "" {
				notes[sheet][r.Row] = n + " " + say(i)
			} else {
				notes[sheet][r.Row] = say(i)
			}
		}
	}
	return o.ports.Sheets.Annotate(ctx, in.Name, bytes.NewReader(in.Data), int64(len(in.Data)), w, notes, correctionHeading)
}

func awardNames(list []award.Award) []intake.AwardName {
	out := make([]intake.AwardName, 0, len(list))
	for _, a := range list {
		n := intake.AwardName{Code: a.Code, Names: append([]string{a.Name, a.Short}, a.Aliases...)}
		for _, k := range a.Kinds {
			n.Kinds = append(n.Kinds, string(k))
		}
		out = append(out, n)
	}
	return out
}
