// Package sqldb is the SQL of the store: one file per noun, over database/sql.
//
// A noun's file declares its table once — columns, the fields they stand for,
// how a filter narrows — and gets reading, saving with revisions, counting and
// deleting from the one table type here. What differs between databases stands
// in Dialect; storage/sqlite fills it and owns files, migrations and locks.
//
// Start at table and Tx. It promises that a save carries the revision it read
// and that no query runs inside a loop over rows. It holds no rule of the domain.
package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"thidua/model/fault"
	"thidua/model/office"
)

// table is how one noun lies in the database. The first two columns are always
// id and rev.
type table[T, F any] struct {
	name    string
	columns []string
	// fields gives a pointer (or a column wrapper) per column, in their order; it
	// serves reading and writing alike.
	fields func(*T) []any
	// where narrows by the filter.
	where func(F, *clause)
	order string
	// orderOf is the order for a filter where it is not always order: sorting wide
	// rows costs as much as reading them.
	orderOf func(F) string
	page    func(F) (limit, offset int)
	// missing is the code of the fault when an id is not there.
	missing string
}

// reading are the columns that are read, as a list for SELECT, and the places of
// their fields: what the program makes itself is written only.
func (t *table[T, F]) reading() (string, []int) {
	var v T
	var cols []string
	var at []int
	for i, f := range t.fields(&v) {
		if _, ok := f.(made); !ok {
			cols, at = append(cols, t.columns[i]), append(at, i)
		}
	}
	return strings.Join(cols, ", "), at
}

// clause collects conditions and their arguments.
type clause struct {
	conds []string
	args  []any
}

func (c *clause) add(cond string, args ...any) {
	c.conds = append(c.conds, cond)
	c.args = append(c.args, args...)
}

// in narrows a column to a list of values, handed over as one JSON argument so
// that the statement stays the same however long the list is.
func in[V any](c *clause, column string, values []V) {
	if values != nil {
		c.add(column+" IN (SELECT value FROM json_each(?))", asJSON{&values})
	}
}

func (c *clause) String() string {
	if len(c.conds) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.conds, " AND ")
}

// shelf is a table within one transaction; it is an office.Set.
type shelf[T, F any] struct {
	tx *Tx
	t  *table[T, F]
}

func (s shelf[T, F]) Get(ctx context.Context, id int64) (T, error) {
	var v T
	rows, err := s.query(ctx, " WHERE id = ?", id)
	if err != nil {
		return v, err
	}
	if len(rows) == 0 {
		return v, fault.New(fault.NotFound, s.t.missing, id)
	}
	return rows[0], nil
}

func (s shelf[T, F]) Find(ctx context.Context, f F) ([]T, error) {
	var c clause
	if s.t.where != nil {
		s.t.where(f, &c)
	}
	order := s.t.order
	if s.t.orderOf != nil {
		order = s.t.orderOf(f)
	}
	tail := c.String() + " ORDER BY " + order
	if s.t.page != nil {
		if limit, offset := s.t.page(f); limit > 0 || offset > 0 {
			if limit == 0 {
				limit = -1
			}
			tail += fmt.Sprintf(" LIMIT %d OFFSET %d", limit, offset)
		}
	}
	return s.query(ctx, tail, c.args...)
}

func (s shelf[T, F]) query(ctx context.Context, tail string, args ...any) ([]T, error) {
	cols, at := s.t.reading()
	rows, err := s.tx.query(ctx, "SELECT "+cols+" FROM "+s.t.name+tail, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	into := make([]any, len(at))
	for rows.Next() {
		var v T
		fields := s.t.fields(&v)
		for i, k := range at {
			into[i] = fields[k]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, s.tx.fail(err)
		}
		out = append(out, v)
	}
	return out, s.tx.fail(rows.Err())
}

func (s shelf[T, F]) Count(ctx context.Context, f F) (int, error) {
	var c clause
	if s.t.where != nil {
		s.t.where(f, &c)
	}
	return s.tx.count(ctx, "SELECT count(*) FROM "+s.t.name+c.String(), c.args...)
}

func (s shelf[T, F]) Put(ctx context.Context, values ...*T) error {
	if len(values) == 0 {
		return nil
	}
	if !s.tx.writing {
		return fault.New(fault.Internal, "store.reading")
	}
	cols := s.t.columns
	insert, err := s.tx.prepare(ctx, "INSERT INTO "+s.t.name+" ("+strings.Join(cols[1:], ", ")+") VALUES (?"+strings.Repeat(", ?", len(cols)-2)+")")
	if err != nil {
		return err
	}
	update, err := s.tx.prepare(ctx, "UPDATE "+s.t.name+" SET "+strings.Join(cols[1:], " = ?, ")+" = ? WHERE id = ? AND rev = ?")
	if err != nil {
		return err
	}
	for _, v := range values {
		f := s.t.fields(v)
		id, rev := f[0].(*int64), f[1].(*int64)
		if *id == 0 {
			*rev = 1
			res, err := insert.ExecContext(ctx, f[1:]...)
			if err != nil {
				return s.tx.fail(err)
			}
			if *id, err = res.LastInsertId(); err != nil {
				return s.tx.fail(err)
			}
			continue
		}
		was := *rev
		*rev = was + 1
		res, err := update.ExecContext(ctx, append(append([]any{}, f[1:]...), *id, was)...)
		if err != nil {
			*rev = was
			return s.tx.fail(err)
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			*rev = was
			return fault.New(fault.Conflict, "store.changed-meanwhile")
		}
	}
	return nil
}

func (s shelf[T, F]) Delete(ctx context.Context, id int64) error {
	return s.tx.exec(ctx, "DELETE FROM "+s.t.name+" WHERE id = ?", id)
}

// Dialect is what differs between databases.
type Dialect struct {
	// Fault turns a driver's error into one of ours: busy, full, read-only,
	// damaged, a record others refer to.
	Fault func(error) error
}

// Tx is one transaction; it is an office.Tx.
type Tx struct {
	sql     *sql.Tx
	dialect Dialect
	writing bool
	keeping bool // only what is no fact is written: what can be made again, what is being typed
	entry   int64
	stmts   map[string]*sql.Stmt
}

var _ office.Tx = (*Tx)(nil)

// Begin wraps an open transaction for reading.
func Begin(tx *sql.Tx, d Dialect) *Tx { return &Tx{sql: tx, dialect: d} }

// Keeping wraps an open transaction in which only what is no fact is written.
func Keeping(tx *sql.Tx, d Dialect) *Tx { return &Tx{sql: tx, dialect: d, keeping: true} }

func (t *Tx) fail(err error) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	return t.dialect.Fault(err)
}

func (t *Tx) query(ctx context.Context, q string, args ...any) (*sql.Rows, error) {
	rows, err := t.sql.QueryContext(ctx, q, args...)
	return rows, t.fail(err)
}

func (t *Tx) exec(ctx context.Context, q string, args ...any) error {
	_, err := t.sql.ExecContext(ctx, q, args...)
	return t.fail(err)
}

func (t *Tx) count(ctx context.Context, q string, args ...any) (int, error) {
	var n int
	err := t.sql.QueryRowContext(ctx, q, args...).Scan(&n)
	return n, t.fail(err)
}

// prepare keeps a statement for the rest of the transaction.
func (t *Tx) prepare(ctx context.Context, q string) (*sql.Stmt, error) {
	if s, ok := t.stmts[q]; ok {
		return s, nil
	}
	s, err := t.sql.PrepareContext(ctx, q)
	if err != nil {
		return nil, t.fail(err)
	}
	if t.stmts == nil {
		t.stmts = map[string]*sql.Stmt{}
	}
	t.stmts[q] = s
	return s, nil
}
