package sqldb

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

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
	if err := s.tx.exec(ctx, "DELETE FROM batch_chunk WHERE batch = ?", batch); err != nil {
		return err
	}
	insert, err := s.tx.prepare(ctx, "INSERT INTO batch_chunk (batch, no, rows) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	// Writing rows down and squeezing them is most of the work, and the chunks
	// know nothing of one another.
	chunks := (len(rows) + chunkRows - 1) / chunkRows
	var next atomic.Int64
	type packed struct {
		no   int
		data []byte
		err  error
	}
	done := make(chan packed, 1)
	stop := make(chan struct{})
	var packing sync.WaitGroup
	defer func() {
		close(stop)
		packing.Wait() // nobody reads the rows once this has returned
	}()
	for range min(runtime.GOMAXPROCS(0), chunks) {
		packing.Go(func() {
			for {
				no := int(next.Add(1)) - 1
				if no >= chunks {
					return
				}
				data, err := packChunk(rows[no*chunkRows : min((no+1)*chunkRows, len(rows))])
				select {
				case done <- packed{no, data, err}:
				case <-stop:
					return
				}
			}
		})
	}
	for range chunks {
		c := <-done
		if c.err != nil {
			return s.tx.fail(c.err)
		}
		if _, err := insert.ExecContext(ctx, batch, c.no, c.data); err != nil {
			return s.tx.fail(err)
		}
	}
	return nil
}

func (s rowShelf) Find(ctx context.Context, batch int64) ([]intake.StagedRow, error) {
	became, err := s.became(ctx, batch)
	if err != nil {
		return nil, err
	}
	chunks, err := s.tx.query(ctx, "SELECT rows FROM batch_chunk WHERE batch = ? ORDER BY no", batch)
	if err != nil {
		return nil, err
	}
	defer chunks.Close()
	var out []intake.StagedRow
	for chunks.Next() {
		var packed []byte
		if err := chunks.Scan(&packed); err != nil {
			return nil, s.tx.fail(err)
		}
		err := unpackChunk(packed, func(r intake.StagedRow) {
			done := became[office.RowKey{Part: r.Part, Row: r.Row}]
			r.Dossier, r.Updates = done.Dossier, done.Updates
			out = append(out, r)
		})
		if err != nil {
			return nil, s.tx.fail(err)
		}
	}
	return out, s.tx.fail(chunks.Err())
}

// standing narrows notes to those whose act was not taken back; notes written
// before acts were noted have entry 0.
const standing = " AND (entry = 0 OR EXISTS (SELECT 1 FROM entry e WHERE e.id = batch_dossier.entry AND e.undone_by = 0))"

func (s rowShelf) became(ctx context.Context, batch int64) (map[office.RowKey]office.Became, error) {
	rows, err := s.tx.query(ctx, "SELECT part, row_no, dossier, row_key, updates FROM batch_dossier WHERE batch = ?"+standing, batch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[office.RowKey]office.Became{}
	for rows.Next() {
		var k office.RowKey
		var b office.Became
		if err := rows.Scan(&k.Part, &k.Row, &b.Dossier, &b.Key, asJSON{&b.Updates}); err != nil {
			return nil, s.tx.fail(err)
		}
		out[k] = b
	}
	return out, s.tx.fail(rows.Err())
}

func (s rowShelf) Became(ctx context.Context, batch int64, became map[office.RowKey]office.Became) error {
	// A row whose note was taken back is noted anew.
	insert, err := s.tx.prepare(ctx, "INSERT INTO batch_dossier (batch, part, row_no, dossier, entry, row_key, updates) VALUES (?, ?, ?, ?, ?, ?, ?) "+
		"ON CONFLICT (batch, part, row_no) DO UPDATE SET dossier = excluded.dossier, entry = excluded.entry, row_key = excluded.row_key, updates = excluded.updates")
	if err != nil {
		return err
	}
	for k, b := range became {
		if _, err := insert.ExecContext(ctx, batch, k.Part, k.Row, b.Dossier, s.tx.entry, b.Key, asJSON{&b.Updates}); err != nil {
			return s.tx.fail(err)
		}
	}
	return nil
}

func (s rowShelf) WithKeys(ctx context.Context, keys []string, begin string) (map[string][]int64, error) {
	out := map[string][]int64{}
	var c clause
	if len(keys) > 0 {
		in(&c, "row_key", keys)
	}
	if begin != "" {
		c.add("row_key > ? AND row_key < ?", begin, begin+"\U0010ffff")
	}
	if len(c.conds) == 0 {
		return out, nil
	}
	rows, err := s.tx.query(ctx, "SELECT DISTINCT row_key, dossier FROM batch_dossier WHERE ("+strings.Join(c.conds, " OR ")+")"+standing+" ORDER BY dossier", c.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var id int64
		if err := rows.Scan(&key, &id); err != nil {
			return nil, s.tx.fail(err)
		}
		out[key] = append(out[key], id)
	}
	return out, s.tx.fail(rows.Err())
}
