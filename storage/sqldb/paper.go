package sqldb

import (
	"context"
	"database/sql"
	"encoding/json"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
)

var requirements = &table[dossier.Requirement, office.All]{
	name: "requirement",
	columns: []string{"id", "rev", "code", "award", "kind", "way", "name", "whole", "optional", "originals", "copies", "place",
		"valid_from", "valid_to", "source"},
	fields: func(r *dossier.Requirement) []any {
		return []any{&r.ID, &r.Rev, &r.Code, &r.Award, &r.Kind, &r.Way, &r.Name, &r.Whole, &r.Optional, &r.Originals, &r.Copies, &r.Place,
			day{&r.From}, day{&r.To}, &r.Source}
	},
	order: "place, id", missing: "store.no-record",
}

// ofMovement narrows papers to a movement's: those of its dossiers and those that
// came with its submissions.
const ofMovement = "(dossier IN (SELECT id FROM dossier WHERE movement = ?) OR submission IN (SELECT id FROM submission WHERE movement = ?))"

var papers = &table[dossier.Paper, office.PaperFilter]{
	name: "paper",
	columns: []string{"id", "rev", "dossier", "submission", "code", "state", "originals", "copies", "file", "file_name", "says", "unread", "note",
		"officer", "day"},
	fields: func(p *dossier.Paper) []any {
		return []any{&p.ID, &p.Rev, ref{&p.Dossier}, ref{&p.Submission}, &p.Code, &p.State, &p.Originals, &p.Copies, &p.File, &p.FileName, &p.Text, &p.Unread,
			&p.Note, &p.Officer, day{&p.Day}}
	},
	where: func(f office.PaperFilter, c *clause) {
		switch {
		case f.Dossiers != nil && f.Submissions != nil:
			c.add("(dossier IN (SELECT value FROM json_each(?)) OR submission IN (SELECT value FROM json_each(?)))", asJSON{&f.Dossiers}, asJSON{&f.Submissions})
		case f.Dossiers != nil:
			in(c, "dossier", f.Dossiers)
		case f.Submissions != nil:
			in(c, "submission", f.Submissions)
		}
		if f.Movement != 0 {
			c.add(ofMovement, f.Movement, f.Movement)
		}
		in(c, "id", f.IDs)
	},
	order: "submission, dossier, id", missing: "store.no-record",
}

// Requirements is the shelf of checklists.
func (t *Tx) Requirements() office.Set[dossier.Requirement, office.All] {
	return shelf[dossier.Requirement, office.All]{t, requirements}
}

// Papers is the shelf of papers received.
func (t *Tx) Papers() office.Set[dossier.Paper, office.PaperFilter] {
	return shelf[dossier.Paper, office.PaperFilter]{t, papers}
}

// PaperCounts reads the papers of a movement without what they say.
func (t *Tx) PaperCounts(ctx context.Context, movement int64) ([]office.PaperCount, error) {
	rows, err := t.query(ctx, "SELECT coalesce(dossier, 0), coalesce(submission, 0), code, state, originals, copies FROM paper WHERE "+ofMovement+" ORDER BY id", movement, movement)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.PaperCount
	for rows.Next() {
		var p office.PaperCount
		if err := rows.Scan(&p.Dossier, &p.Submission, &p.Code, &p.State, &p.Originals, &p.Copies); err != nil {
			return nil, t.fail(err)
		}
		out = append(out, p)
	}
	return out, t.fail(rows.Err())
}

// PaperBriefs reads the papers of a movement without what they say, in the order of
// an index that answers all of it but the digests.
func (t *Tx) PaperBriefs(ctx context.Context, movement int64) ([]office.PaperBrief, error) {
	const brief = `SELECT p.id, rev, coalesce(p.dossier, 0), coalesce(p.submission, 0), code, state, originals, copies, note, says <> '', coalesce(compared, 0), coalesce(differences, '')
		FROM paper p LEFT JOIN paper_digest ON paper = p.id WHERE `
	rows, err := t.query(ctx, brief+"p.dossier IN (SELECT id FROM dossier WHERE movement = ?) UNION ALL "+
		brief+"p.dossier IS NULL AND p.submission IN (SELECT id FROM submission WHERE movement = ?)", movement, movement)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.PaperBrief
	var differences sql.RawBytes
	var compared int64
	for rows.Next() {
		var p office.PaperBrief
		if err := rows.Scan(&p.ID, &p.Rev, &p.Dossier, &p.Submission, &p.Code, &p.State, &p.Originals, &p.Copies, &p.Note, &p.Says,
			&compared, &differences); err != nil {
			return nil, t.fail(err)
		}
		p.Digest.Compared = dossier.Against(compared)
		if len(differences) > 0 {
			if err := json.Unmarshal(differences, &p.Digest.Differences); err != nil {
				return nil, t.fail(err)
			}
		}
		out = append(out, p)
	}
	return out, t.fail(rows.Err())
}

// Marks reads the marks of papers.
func (t *Tx) Marks(ctx context.Context, papers []int64) (map[int64][]dossier.Mark, error) {
	rows, err := t.query(ctx, "SELECT paper, marks FROM paper_digest WHERE paper IN (SELECT value FROM json_each(?))", asJSON{&papers})
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[int64][]dossier.Mark, len(papers))
	var id int64
	var marks sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&id, &marks); err != nil {
			return nil, t.fail(err)
		}
		out[id] = dossier.UnpackMarks(marks)
	}
	return out, t.fail(rows.Err())
}

// Copied reads the copied reports of a movement as they were last kept.
func (t *Tx) Copied(ctx context.Context, movement int64) (dossier.Against, []dossier.Copy, error) {
	var among int64
	var pairs []dossier.Copy
	err := t.sql.QueryRowContext(ctx, "SELECT compared, pairs FROM copied_report WHERE movement = ?", movement).Scan(&among, asJSON{&pairs})
	if err == sql.ErrNoRows {
		return 0, nil, nil
	}
	return dossier.Against(among), pairs, t.fail(err)
}

// Keep keeps what was made of papers that have not changed since they were read, and
// what is being typed.
func (t *Tx) Keep(ctx context.Context, k office.Kept) error {
	if !t.writing && !t.keeping {
		return fault.New(fault.Internal, "store.reading")
	}
	put, err := t.prepare(ctx, "INSERT OR REPLACE INTO paper_digest (paper, compared, differences, marks) SELECT id, ?, ?, ? FROM paper WHERE id = ? AND rev = ?")
	if err != nil {
		return err
	}
	for _, d := range k.Digests {
		differences := ""
		if len(d.Differences) > 0 {
			b, err := json.Marshal(d.Differences)
			if err != nil {
				return t.fail(err)
			}
			differences = string(b)
		}
		if _, err := put.ExecContext(ctx, int64(d.Compared), differences, dossier.PackMarks(d.Marks), d.Paper, d.Rev); err != nil {
			return t.fail(err)
		}
	}
	if err := t.keepTyped(ctx, k); err != nil || k.Movement == 0 {
		return err
	}
	return t.exec(ctx, "INSERT OR REPLACE INTO copied_report (movement, compared, pairs) VALUES (?, ?, ?)", k.Movement, int64(k.Among), asJSON{&k.Copies})
}
