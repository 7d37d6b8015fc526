package sqldb

import (
	"context"

	"thidua/model/dossier"
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
	columns: []string{"id", "rev", "dossier", "submission", "code", "state", "originals", "copies", "file", "file_name", "says", "note",
		"officer", "day"},
	fields: func(p *dossier.Paper) []any {
		return []any{&p.ID, &p.Rev, ref{&p.Dossier}, ref{&p.Submission}, &p.Code, &p.State, &p.Originals, &p.Copies, &p.File, &p.FileName, &p.Text,
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
		if f.WithText {
			c.add("says <> ''")
		}
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
