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

// Version is the schema this program writes: the number of its last migration.
func Version() int { return len(steps()) }

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

// migrate brings the schema up to date, each step and its record in one
// transaction. Before the first step on data that exist, a copy is made and
// checked; it is named after the version it holds, so that starts that fail again
// and again never replace it by something worse.
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
	for v := have + 1; v <= len(all); v++ {
		if err := s.step(ctx, v, all[v-1]); err != nil {
			return err
		}
	}
	return s.triggers(ctx)
}

func (s *Store) step(ctx context.Context, v int, text string) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if _, err := tx.ExecContext(ctx, text); err != nil {
		return storeFault(err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO migration (version, at) VALUES (?, datetime('now'))", v); err != nil {
		return storeFault(err)
	}
	return orNil(tx.Commit())
}

// triggers makes the log's and the index's triggers anew for the tables as they now are.
func (s *Store) triggers(ctx context.Context) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
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
	return orNil(tx.Commit())
}

func columnsOf(ctx context.Context, tx *sql.Tx, table string) ([]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
	if err != nil {
		return nil, storeFault(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, storeFault(err)
		}
		out = append(out, name)
	}
	return out, orNil(rows.Err())
}

// orNil is storeFault for an error that may be nil.
func orNil(err error) error {
	if err == nil {
		return nil
	}
	return storeFault(err)
}
