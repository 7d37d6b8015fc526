package sqldb

import (
	"context"
	"encoding/json"

	"thidua/model/intake"
	"thidua/model/office"
)

var batches = &table[intake.Batch, office.BatchFilter]{
	name: "batch",
	columns: []string{"id", "rev", "file", "hash", "format", "encoding", "movement", "from_unit", "from_text", "state", "at", "officer", "day",
		"submission", "answers", "tables", "row_count", "error_count", "warning_count"},
	fields: func(b *intake.Batch) []any {
		return []any{&b.ID, &b.Rev, &b.File, &b.Hash, &b.Format, &b.Encoding, ref{&b.Movement}, ref{&b.From}, &b.FromText, &b.State, moment{&b.At}, &b.Officer, day{&b.Day},
			ref{&b.Submission}, asJSON{&b.Answers}, asJSON{&b.Tables}, &b.Rows, &b.Errors, &b.Warnings}
	},
	where: func(f office.BatchFilter, c *clause) {
		in(c, "state", f.States)
		if f.Hash != "" {
			c.add("hash = ?", f.Hash)
		}
		if f.Movement != 0 {
			c.add("movement = ?", f.Movement)
		}
	},
	order: "id DESC", missing: "store.no-batch",
}

// Batches is the shelf of staged files, newest first.
func (t *Tx) Batches() office.Set[intake.Batch, office.BatchFilter] {
	return shelf[intake.Batch, office.BatchFilter]{t, batches}
}

// Rows is the shelf of their rows.
func (t *Tx) Rows() office.RowSet { return rowShelf{t} }

type rowShelf struct{ tx *Tx }

func (s rowShelf) Replace(ctx context.Context, batch int64, rows []intake.StagedRow) error {
	if err := s.tx.exec(ctx, "DELETE FROM batch_row WHERE batch = ?", batch); err != nil {
		return err
	}
	insert, err := s.tx.prepare(ctx, "INSERT INTO batch_row (batch, part, row_no, severity, dossier, record) VALUES (?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		record, err := json.Marshal(&r.Record)
		if err != nil {
			return s.tx.fail(err)
		}
		if _, err := insert.ExecContext(ctx, batch, r.Part, r.Row, r.Severity, ref{&r.Dossier}, string(record)); err != nil {
			return s.tx.fail(err)
		}
	}
	return nil
}

func (s rowShelf) Find(ctx context.Context, batch int64) ([]intake.StagedRow, error) {
	rows, err := s.tx.query(ctx, "SELECT part, severity, dossier, record FROM batch_row WHERE batch = ? ORDER BY part, row_no", batch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []intake.StagedRow
	for rows.Next() {
		r := intake.StagedRow{Batch: batch}
		if err := rows.Scan(&r.Part, &r.Severity, ref{&r.Dossier}, asJSON{&r.Record}); err != nil {
			return nil, s.tx.fail(err)
		}
		out = append(out, r)
	}
	return out, s.tx.fail(rows.Err())
}

func (s rowShelf) Became(ctx context.Context, batch int64, dossiers map[office.RowKey]int64) error {
	update, err := s.tx.prepare(ctx, "UPDATE batch_row SET dossier = ? WHERE batch = ? AND part = ? AND row_no = ?")
	if err != nil {
		return err
	}
	for k, id := range dossiers {
		if _, err := update.ExecContext(ctx, ref{&id}, batch, k.Part, k.Row); err != nil {
			return s.tx.fail(err)
		}
	}
	return nil
}
