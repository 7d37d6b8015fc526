package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/storage/sqldb"
)

//go:embed migrations/*.sql
var migrations embed.FS

// steps are the migrations in order; step n's file begins with its number.
func steps() []string {
	names, err := migrations.ReadDir("migrations")
	if err != nil {
		panic(err) // the folder is embedded
	}
	out := make([]string, len(names))
	for i, n := range names {
		number, _, _ := strings.Cut(n.Name(), "_")
		if v, err := strconv.Atoi(number); err != nil || v != i+1 {
			panic("migration out of order: " + n.Name())
		}
		b, err := migrations.ReadFile("migrations/" + n.Name())
		if err != nil {
			panic(err)
		}
		out[i] = string(b)
	}
	return out
}

// migrate brings the schema up to date in one transaction, steps, their record and
// the triggers of the log: an upgrade that breaks off leaves the old schema, never a
// new table whose changes nobody writes down. Before it touches data that exist, a
// copy is made and checked; it is named after the version it holds, so that starts
// that fail again and again never replace it by something worse.
func (s *Store) migrate(ctx context.Context) error {
	if _, err := s.writer.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, at TEXT NOT NULL)"); err != nil {
		return faultOf(err)
	}
	var have int
	if err := s.writer.QueryRowContext(ctx, "SELECT coalesce(max(version), 0) FROM migration").Scan(&have); err != nil {
		return faultOf(err)
	}
	all := steps()
	if have > len(all) {
		return fault.New(fault.Store, "store.newer", have, len(all))
	}
	if have == len(all) {
		return nil
	}
	if have > 0 {
		copyAt := filepath.Join(s.dir, fmt.Sprintf("truoc-khi-nang-cap-tu-%d.db", have))
		if _, err := os.Stat(copyAt); err != nil {
			if err := s.Backup(ctx, copyAt); err != nil {
				return err
			}
		}
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	for v := have + 1; v <= len(all); v++ {
		if _, err := tx.ExecContext(ctx, all[v-1]); err != nil {
			return storeFault(err)
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO migration (version, at) VALUES (?, datetime('now'))", v); err != nil {
			return storeFault(err)
		}
	}
	if err := triggers(ctx, tx); err != nil {
		return err
	}
	return orNil(tx.Commit())
}

// triggers makes the log's and the index's triggers anew for the tables as they now are.
func triggers(ctx context.Context, tx *sql.Tx) (err error) {
	columns := map[string][]string{}
	for _, t := range sqldb.Audited {
		if columns[t], err = columnsOf(ctx, tx, t); err != nil {
			return err
		}
	}
	for _, q := range sqldb.Triggers(columns) {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return storeFault(err)
		}
	}
	return nil
}

func columnsOf(ctx context.Context, tx *sql.Tx, table string) ([]string, error) {
	return column[string](ctx, tx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
}

// orNil is storeFault for an error that may be nil.
func orNil(err error) error {
	if err == nil {
		return nil
	}
	return storeFault(err)
}
