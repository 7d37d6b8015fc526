package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/storage/sqldb"
)

// Verify checks the open data.
func (s *Store) Verify(ctx context.Context) (office.Health, error) {
	return check(ctx, s.readers)
}

// VerifyFile checks a copy without opening it for writing or locking its folder;
// "store.newer" for one this program could not open.
func VerifyFile(ctx context.Context, path string) (office.Health, error) {
	if _, err := os.Stat(path); err != nil {
		return office.Health{}, fault.New(fault.Refused, "store.no-file", filepath.Base(path)).Because(err)
	}
	db, err := sql.Open("sqlite", dsn(path, looking))
	if err != nil {
		return office.Health{}, faultOf(err)
	}
	defer db.Close()
	h, err := check(ctx, db)
	if err == nil && h.Version > len(steps()) {
		return h, fault.New(fault.Refused, "store.newer", h.Version, len(steps()))
	}
	return h, err
}

func check(ctx context.Context, db *sql.DB) (office.Health, error) {
	var h office.Health
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return h, storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // a read leaves nothing to undo
	if err := tx.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&h.SQLite); err != nil {
		return h, storeFault(err)
	}
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(version), 0) FROM migration").Scan(&h.Version); err != nil {
		return h, fault.New(fault.Store, "store.damaged").Because(err)
	}
	texts, err := column[string](ctx, tx, "PRAGMA integrity_check(20)")
	if err != nil {
		return h, err
	}
	for _, t := range texts {
		if t != "ok" {
			h.Problems = append(h.Problems, "Tệp dữ liệu hỏng: "+t)
		}
	}
	broken, err := column[string](ctx, tx, `SELECT "table" FROM pragma_foreign_key_check`)
	if err != nil {
		return h, err
	}
	if n := len(broken); n > 0 {
		h.Problems = append(h.Problems, fmt.Sprintf("Có %d bản ghi trỏ tới bản ghi không còn (bảng %s).", n, broken[0]))
	}
	n, bad, err := sqldb.Begin(tx, dialect).Chain(ctx)
	if err != nil {
		return h, err
	}
	h.Entries = n
	if bad != 0 {
		h.Problems = append(h.Problems, fmt.Sprintf("Nhật ký bị sửa hoặc mất dòng ở dòng số %d.", bad))
	}
	if h.Hashes, err = keptFiles(ctx, tx); err != nil {
		return h, err
	}
	h.OK = len(h.Problems) == 0
	return h, nil
}

// naming is where the data name kept files by their hash; how is the query where
// it is not the column itself.
var naming = []struct{ table, column, how string }{
	{"batch", "hash", ""}, {"confirmation", "file", ""}, {"paper", "file", ""}, {"decision", "scan", ""}, {"unit_plan", "file", ""}, {"visit", "file", ""},
	{"report", "file", ""}, {"exemplar", "photo", ""}, {"petition", "file", ""}, {"petition", "answer_file", ""},
	{"score_sheet", "lines", "SELECT json_extract(e.value, '$.file') FROM score_sheet s, json_each(s.lines) l, json_each(l.value, '$.evidence') e"},
	{"movement", "basis", "SELECT json_extract(b.value, '$.file') FROM movement m, json_each(m.basis) b"},
}

// keptFiles are the hashes the data name. Data of an older schema, which are checked
// before they are brought up to date, have not yet every place for one.
func keptFiles(ctx context.Context, tx *sql.Tx) ([]string, error) {
	var parts []string
	for _, n := range naming {
		columns, err := columnsOf(ctx, tx, n.table)
		if err != nil {
			return nil, err
		}
		if slices.Contains(columns, n.column) {
			parts = append(parts, cmp.Or(n.how, "SELECT "+n.column+" FROM "+n.table))
		}
	}
	return column[string](ctx, tx, "WITH named (hash) AS ("+strings.Join(parts, " UNION ")+") SELECT hash FROM named WHERE hash <> ''")
}

func column[T any](ctx context.Context, tx *sql.Tx, q string, args ...any) ([]T, error) {
	rows, err := tx.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, storeFault(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, storeFault(err)
		}
		out = append(out, v)
	}
	return out, orNil(rows.Err())
}

// Backup writes a copy beside the open data, opens and checks it, and only then
// gives it its name.
func (s *Store) Backup(ctx context.Context, path string) error {
	tmp := path + ".dang-ghi"
	if err := os.Remove(tmp); err != nil && !os.IsNotExist(err) {
		return fault.New(fault.Store, "store.read-only").Because(err)
	}
	if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", tmp); err != nil {
		return storeFault(err)
	}
	h, err := VerifyFile(ctx, tmp)
	if err != nil {
		return err
	}
	if !h.OK {
		return fault.New(fault.Store, "store.bad-copy", h.Problems[0])
	}
	if err := os.Rename(tmp, path); err != nil {
		return fault.New(fault.Store, "store.read-only").Because(err)
	}
	return nil
}
