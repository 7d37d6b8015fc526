package sqldb

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
)

// Audited are the tables whose changes are written down row by row by triggers:
// before, after, and the entry they belong to. The rows of staged files are not
// among them; they come and go with their batch.
var Audited = []string{"unit", "event", "nominee", "not_same", "award", "standard", "rule_set", "coefficient", "salary", "record",
	"movement", "road", "submission", "dossier", "decision", "batch", "mapping", "setting", "printing",
	"confirmation", "matter", "initiative", "overrule",
	"council", "vote_rule", "session", "requirement", "paper", "handing", "booking",
	"unit_plan", "cluster", "watch", "visit", "criteria_set", "score_sheet", "ranking", "report", "exemplar", "petition", "reminder", "summary", "filing"}

// Triggers writes the statements that keep the log of changes and the search
// index, from the columns each table has; they are made anew after migrations.
func Triggers(columns map[string][]string) []string {
	var out []string
	row := func(table, which string) string {
		parts := make([]string, 0, len(columns[table]))
		for _, c := range columns[table] {
			parts = append(parts, fmt.Sprintf("'%s', %s.%s", c, which, c))
		}
		return "json_object(" + strings.Join(parts, ", ") + ")"
	}
	for _, t := range Audited {
		for _, e := range []struct{ name, when, id, before, after string }{
			{"made", "INSERT", "NEW.id", "''", row(t, "NEW")},
			{"saved", "UPDATE", "NEW.id", row(t, "OLD"), row(t, "NEW")},
			{"removed", "DELETE", "OLD.id", row(t, "OLD"), "''"},
		} {
			out = append(out, fmt.Sprintf("DROP TRIGGER IF EXISTS %s_%s", t, e.name),
				fmt.Sprintf("CREATE TRIGGER %s_%s AFTER %s ON %s BEGIN INSERT INTO change (entry, tbl, row_id, before, after) SELECT entry, '%s', %s, %s, %s FROM now_writing; END",
					t, e.name, e.when, t, t, e.id, e.before, e.after))
		}
	}
	for _, s := range searched {
		put := func(r string) string {
			return fmt.Sprintf("INSERT INTO search (rowid, text, title) VALUES (%s.id * 16 + %d, %s.fold, %s.title);", r, s.number, r, r)
		}
		drop := fmt.Sprintf("DELETE FROM search WHERE rowid = OLD.id * 16 + %d;", s.number)
		for _, e := range []struct{ name, when, body string }{
			{"found_new", "INSERT", put("NEW")},
			{"found_again", "UPDATE OF fold, title", drop + " " + put("NEW")},
			{"found_gone", "DELETE", drop},
		} {
			out = append(out, fmt.Sprintf("DROP TRIGGER IF EXISTS %s_%s", s.noun, e.name),
				fmt.Sprintf("CREATE TRIGGER %s_%s AFTER %s ON %s BEGIN %s END", s.noun, e.name, e.when, s.noun, e.body))
		}
	}
	return out
}

// Act runs one act inside an open transaction: it opens the entry, lets fn change
// what it will, and seals the entry over what the triggers wrote down. changed is
// empty when nothing changed; the caller then rolls back.
func Act(ctx context.Context, tx *sql.Tx, d Dialect, e audit.Entry, fn func(*Tx) error) (audit.Entry, []audit.Ref, error) {
	t := &Tx{sql: tx, dialect: d, writing: true}
	if err := tx.QueryRowContext(ctx, "SELECT hash FROM entry ORDER BY id DESC LIMIT 1").Scan(&e.Prev); err != nil && err != sql.ErrNoRows {
		return e, nil, t.fail(err)
	}
	e.At = e.At.UTC()
	res, err := tx.ExecContext(ctx, "INSERT INTO entry (at, officer, act, detail, undoes, undone_by, prev, hash) VALUES (?, ?, ?, ?, ?, 0, ?, '')",
		e.At.Format(time.RFC3339Nano), e.Officer, e.Act, e.Detail, e.Undoes, e.Prev)
	if err != nil {
		return e, nil, t.fail(err)
	}
	if e.ID, err = res.LastInsertId(); err != nil {
		return e, nil, t.fail(err)
	}
	t.entry = e.ID
	if err := t.exec(ctx, "INSERT INTO now_writing (entry) VALUES (?)", e.ID); err != nil {
		return e, nil, err
	}
	if err := fn(t); err != nil {
		return e, nil, err
	}
	if err := t.exec(ctx, "DELETE FROM now_writing"); err != nil {
		return e, nil, err
	}
	digest, refs, err := t.digest(ctx, e.ID)
	if err != nil {
		return e, nil, err
	}
	e.Hash = e.Seal(e.Prev, digest)
	return e, refs, t.exec(ctx, "UPDATE entry SET detail = ?, hash = ? WHERE id = ?", e.Detail, e.Hash, e.ID)
}

// digest sums up an entry's changes and names the records they touched.
func (t *Tx) digest(ctx context.Context, entry int64) (string, []audit.Ref, error) {
	rows, err := t.query(ctx, "SELECT tbl, row_id, before, after FROM change WHERE entry = ? ORDER BY id", entry)
	if err != nil {
		return "", nil, err
	}
	defer rows.Close()
	h := sha256.New()
	var refs []audit.Ref
	seen := map[audit.Ref]bool{}
	for rows.Next() {
		var table, before, after string
		var id int64
		if err := rows.Scan(&table, &id, &before, &after); err != nil {
			return "", nil, t.fail(err)
		}
		fmt.Fprintf(h, "%s\x00%d\x00%s\x00%s\x00", table, id, before, after)
		if r := (audit.Ref{Noun: table, ID: id}); !seen[r] {
			seen[r] = true
			refs = append(refs, r)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), refs, t.fail(rows.Err())
}

// Undo puts back what an entry found, inside the act of a new entry. It answers
// "store.undo-gone" when there is no such entry to take back and
// "store.undo-later" when a later act stands on what would be taken away.
func (t *Tx) Undo(ctx context.Context, entry int64) error {
	var act string
	var undoes, undoneBy int64
	err := t.sql.QueryRowContext(ctx, "SELECT act, undoes, undone_by FROM entry WHERE id = ?", entry).Scan(&act, &undoes, &undoneBy)
	if err == sql.ErrNoRows || err == nil && (undoes != 0 || undoneBy != 0) {
		return fault.New(fault.NotFound, "store.undo-gone")
	}
	if err != nil {
		return t.fail(err)
	}
	var later string
	err = t.sql.QueryRowContext(ctx, `SELECT e.detail FROM change c JOIN change d ON d.tbl = c.tbl AND d.row_id = c.row_id AND d.entry > c.entry
		JOIN entry e ON e.id = d.entry WHERE c.entry = ? AND e.undoes = 0 AND e.undone_by = 0 AND e.id <> ? LIMIT 1`, entry, t.entry).Scan(&later)
	if err == nil {
		return fault.New(fault.Conflict, "store.undo-later", later)
	}
	if err != sql.ErrNoRows {
		return t.fail(err)
	}
	changes, err := t.Changes(ctx, entry)
	if err != nil {
		return err
	}
	if err := t.exec(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	for _, c := range slices.Backward(changes) {
		if err := t.putBack(ctx, c); err != nil {
			return err
		}
	}
	return t.exec(ctx, "UPDATE entry SET undone_by = ? WHERE id = ?", t.entry, entry)
}

// putBack restores one record; its revision goes on counting, so that a page
// which read it before notices.
func (t *Tx) putBack(ctx context.Context, c audit.Change) error {
	if c.Before == "" {
		return t.exec(ctx, "DELETE FROM "+c.Table+" WHERE id = ?", c.Row)
	}
	dec := json.NewDecoder(bytes.NewReader([]byte(c.Before)))
	dec.UseNumber()
	row := map[string]any{}
	if err := dec.Decode(&row); err != nil {
		return t.fail(err)
	}
	var cols []string
	for name := range row {
		cols = append(cols, name)
	}
	slices.Sort(cols)
	args := make([]any, 0, len(cols)+1)
	for _, name := range cols {
		v := row[name]
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			if err != nil {
				return t.fail(err)
			}
			v = i
		}
		args = append(args, v)
	}
	if c.After == "" {
		return t.exec(ctx, "INSERT INTO "+c.Table+" ("+strings.Join(cols, ", ")+") VALUES (?"+strings.Repeat(", ?", len(cols)-1)+")", args...)
	}
	sets := make([]string, len(cols))
	for i, name := range cols {
		sets[i] = name + " = ?"
		if name == "rev" {
			sets[i] = "rev = rev + 1 + 0 * ?"
		}
	}
	return t.exec(ctx, "UPDATE "+c.Table+" SET "+strings.Join(sets, ", ")+" WHERE id = ?", append(args, c.Row)...)
}

// Entries lists the log, newest first.
func (t *Tx) Entries(ctx context.Context, f office.EntryFilter) ([]audit.Entry, error) {
	var c clause
	in(&c, "id", f.IDs)
	limit := f.Limit
	if limit == 0 {
		limit = -1
	}
	return t.entries(ctx, c.String()+fmt.Sprintf(" ORDER BY id DESC LIMIT %d OFFSET %d", limit, f.Offset), c.args...)
}

// History lists the entries that touched one record, newest first.
func (t *Tx) History(ctx context.Context, ref audit.Ref) ([]audit.Entry, error) {
	return t.entries(ctx, " WHERE id IN (SELECT entry FROM change WHERE tbl = ? AND row_id = ?) ORDER BY id DESC", ref.Noun, ref.ID)
}

func (t *Tx) entries(ctx context.Context, tail string, args ...any) ([]audit.Entry, error) {
	rows, err := t.query(ctx, "SELECT id, at, officer, act, detail, undoes, undone_by, prev, hash FROM entry"+tail, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []audit.Entry
	for rows.Next() {
		var e audit.Entry
		if err := rows.Scan(&e.ID, moment{&e.At}, &e.Officer, &e.Act, &e.Detail, &e.Undoes, &e.UndoneBy, &e.Prev, &e.Hash); err != nil {
			return nil, t.fail(err)
		}
		out = append(out, e)
	}
	return out, t.fail(rows.Err())
}

// Changes lists what an entry did, in the order it was done.
func (t *Tx) Changes(ctx context.Context, entry int64) ([]audit.Change, error) {
	rows, err := t.query(ctx, "SELECT entry, tbl, row_id, before, after FROM change WHERE entry = ? ORDER BY id", entry)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []audit.Change
	for rows.Next() {
		var c audit.Change
		if err := rows.Scan(&c.Entry, &c.Table, &c.Row, &c.Before, &c.After); err != nil {
			return nil, t.fail(err)
		}
		out = append(out, c)
	}
	return out, t.fail(rows.Err())
}

// Chain walks the whole log and names the first entry whose hash does not follow
// from the one before and its own changes; 0 when all hold. n counts the entries.
func (t *Tx) Chain(ctx context.Context) (n int, broken int64, err error) {
	entries, err := t.entries(ctx, " ORDER BY id")
	if err != nil {
		return 0, 0, err
	}
	digests := map[int64]string{}
	rows, err := t.query(ctx, "SELECT entry, tbl, row_id, before, after FROM change ORDER BY entry, id")
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	h, current := sha256.New(), int64(0)
	flush := func() {
		if current != 0 {
			digests[current] = hex.EncodeToString(h.Sum(nil))
		}
		h.Reset()
	}
	for rows.Next() {
		var entry, id int64
		var table, before, after string
		if err := rows.Scan(&entry, &table, &id, &before, &after); err != nil {
			return 0, 0, t.fail(err)
		}
		if entry != current {
			flush()
			current = entry
		}
		fmt.Fprintf(h, "%s\x00%d\x00%s\x00%s\x00", table, id, before, after)
	}
	if err := rows.Err(); err != nil {
		return 0, 0, t.fail(err)
	}
	flush()
	prev := ""
	for _, e := range entries {
		if e.Prev != prev || e.Hash != e.Seal(prev, digests[e.ID]) {
			return len(entries), e.ID, nil
		}
		prev = e.Hash
	}
	return len(entries), 0, nil
}
