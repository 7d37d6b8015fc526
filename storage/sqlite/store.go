// Package sqlite keeps the office's data in one SQLite file: opening, pragmas,
// one writer and a pool of readers, numbered migrations, copies and checks.
//
// Start at Open. It promises: one program at a time on a folder; every act is one
// immediate transaction with its entry in the log; a migration and its record are
// one transaction, after a checked copy; a folder that a newer program wrote is
// refused, not damaged. The SQL of the nouns is in storage/sqldb.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/storage/sqldb"
)

// FileName is the database's name in the data folder.
const FileName = "thidua.db"

// Store is an open data folder.
type Store struct {
	dir     string
	lock    *lock
	writer  *sql.DB // one connection
	readers *sql.DB
	acting  sync.Mutex // an act waits here, not on the database
}

var _ office.Store = (*Store)(nil)

var dialect = sqldb.Dialect{Fault: faultOf}

// Open opens the data folder, making it and bringing its schema up to date. It
// answers faults of kind Store: "store.locked" when another program has the
// folder open, "store.read-only", "store.damaged", "store.newer".
func Open(ctx context.Context, dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault.New(fault.Store, "store.folder", dir).Because(err)
	}
	l, err := acquire(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	s := &Store{dir: dir, lock: l}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) (err error) {
	path := filepath.Join(s.dir, FileName)
	if s.writer, err = sql.Open("sqlite", dsn(path, writing)); err != nil {
		return faultOf(err)
	}
	s.writer.SetMaxOpenConns(1)
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if s.readers, err = sql.Open("sqlite", dsn(path, reading)); err != nil {
		return faultOf(err)
	}
	s.readers.SetMaxOpenConns(max(4, runtime.NumCPU()))
	return nil
}

// How a database is opened.
type opening uint8

const (
	writing opening = iota // the one writer
	reading                // a reader of the pool
	looking                // at a file nobody else has open, which is left as it is
)

// dsn puts every pragma in the data source name: one run on a pool reaches a
// single connection. url.URL because a path may hold "?" or "%".
func dsn(path string, how opening) string {
	q := url.Values{"_foreign_keys": {"on"}, "_busy_timeout": {"5000"}, "_defensive": {"1"}, "_dqs": {"0"}}
	switch how {
	case writing:
		q.Set("_txlock", "immediate")
		q.Set("_journal_mode", "WAL")
		q.Set("_synchronous", "FULL")
	case reading:
		q.Set("_query_only", "1")
		q.Set("_journal_mode", "WAL")
		q.Set("_synchronous", "FULL")
	case looking:
		q.Set("_query_only", "1")
		q.Set("mode", "ro")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	p := filepath.ToSlash(abs)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive letter
	}
	u := url.URL{Scheme: "file", Path: p, RawQuery: q.Encode()}
	return u.String()
}

// Read gives fn one moment of the data.
func (s *Store) Read(ctx context.Context, fn func(office.Tx) error) error {
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // a read leaves nothing to undo
	return fn(sqldb.Begin(tx, dialect))
}

// Write runs one act; see office.Store.
func (s *Store) Write(ctx context.Context, e audit.Entry, fn func(office.Tx) error) (audit.Entry, []audit.Ref, error) {
	return s.act(ctx, e, func(t *sqldb.Tx) error { return fn(t) })
}

// Undo takes an entry back; see office.Store.
func (s *Store) Undo(ctx context.Context, entry int64, by audit.Entry) (audit.Entry, []audit.Ref, error) {
	by.Undoes = entry
	return s.act(ctx, by, func(t *sqldb.Tx) error { return t.Undo(ctx, entry) })
}

func (s *Store) act(ctx context.Context, e audit.Entry, fn func(*sqldb.Tx) error) (audit.Entry, []audit.Ref, error) {
	s.acting.Lock()
	defer s.acting.Unlock()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return e, nil, storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	e, refs, err := sqldb.Act(ctx, tx, dialect, e, fn)
	if err != nil {
		return e, nil, err
	}
	if len(refs) == 0 {
		return audit.Entry{}, nil, nil
	}
	if err := tx.Commit(); err != nil {
		return e, nil, storeFault(err)
	}
	return e, refs, nil
}

// Keep keeps what stands beside the acts; see office.Store.
func (s *Store) Keep(ctx context.Context, k office.Kept) error {
	s.acting.Lock()
	defer s.acting.Unlock()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return storeFault(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := sqldb.Keeping(tx, dialect).Keep(ctx, k); err != nil {
		return err
	}
	return orNil(tx.Commit())
}

// Close lets go of the folder.
func (s *Store) Close() error {
	var errs []error
	if s.readers != nil {
		errs = append(errs, s.readers.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	errs = append(errs, s.lock.release())
	return errors.Join(errs...)
}

// storeFault is faultOf for errors that may be a cancellation.
func storeFault(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	return faultOf(err)
}

// faultOf turns the driver's error into one of ours.
func faultOf(err error) error {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return fault.New(fault.Store, "store.failed").Because(err)
	}
	switch se.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fault.New(fault.Store, "store.busy").Because(err)
	case sqlite3.SQLITE_FULL:
		return fault.New(fault.Store, "store.full").Because(err)
	case sqlite3.SQLITE_IOERR:
		if se.Code() == sqlite3.SQLITE_IOERR_SHMSIZE { // no room even to open
			return fault.New(fault.Store, "store.full").Because(err)
		}
		return fault.New(fault.Store, "store.disk").Because(err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fault.New(fault.Store, "store.read-only").Because(err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fault.New(fault.Store, "store.damaged").Because(err)
	case sqlite3.SQLITE_CONSTRAINT:
		switch se.Code() {
		case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER:
			return fault.New(fault.Conflict, "store.in-use").Because(err)
		case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
			return fault.New(fault.Conflict, "store.twice").Because(err)
		}
	case sqlite3.SQLITE_INTERRUPT:
		return fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	return fault.New(fault.Store, "store.failed").Because(err)
}
