package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/when"
)

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func entry(act string) audit.Entry {
	return audit.Entry{At: time.Date(2025, 12, 8, 9, 0, 0, 0, time.UTC), Officer: "Cán bộ thử", Act: act, Detail: act}
}

func put(t *testing.T, s *Store, ns ...*registry.Nominee) audit.Entry {
	t.Helper()
	e, refs, err := s.Write(context.Background(), entry("put"), func(tx office.Tx) error { return tx.Nominees().Put(context.Background(), ns...) })
	if err != nil {
		t.Fatal(err)
	}
	if len(refs) == 0 {
		t.Fatal("nothing is said to have changed")
	}
	return e
}

func nominees(t *testing.T, s *Store, f office.NomineeFilter) (out []registry.Nominee) {
	t.Helper()
	err := s.Read(context.Background(), func(tx office.Tx) (err error) {
		out, err = tx.Nominees().Find(context.Background(), f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// SQLite before 3.51.3 can corrupt a database in WAL mode; pragmas that are only
// asked for are not yet set.
func TestVersionAndPragmas(t *testing.T) {
	s := open(t, t.TempDir())
	var version string
	if err := s.readers.QueryRow("SELECT sqlite_version()").Scan(&version); err != nil {
		t.Fatal(err)
	}
	var n [3]int
	for i, p := range strings.SplitN(version, ".", 3) {
		n[i], _ = strconv.Atoi(p)
	}
	if n[0]*1_000_000+n[1]*1_000+n[2] < 3_051_003 {
		t.Errorf("SQLite %s is older than 3.51.3", version)
	}
	for name, db := range map[string]*sql.DB{"writer": s.writer, "reader": s.readers} {
		for pragma, want := range map[string]string{"journal_mode": "wal", "foreign_keys": "1", "synchronous": "2", "busy_timeout": "5000"} {
			var got string
			if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s = %q, want %q (%v)", name, pragma, got, want, err)
			}
		}
		// A text in double quotes must not pass for a string.
		if _, err := db.Exec(`SELECT "khong-co-cot-nay"`); err == nil {
			t.Errorf("%s: double-quoted strings are allowed", name)
		}
	}
	if _, err := s.readers.Exec("DELETE FROM nominee"); err == nil {
		t.Error("a reader may write")
	}
}

func TestPathsWithOddLetters(t *testing.T) {
	for _, name := range []string{"có dấu cách", "100%25 đủ", "hỏi?không#thăng", "a&b=c"} {
		dir := filepath.Join(t.TempDir(), name)
		s := open(t, dir)
		put(t, s, &registry.Nominee{Kind: registry.Individual, Name: "Nguyễn Thử"})
		if _, err := os.Stat(filepath.Join(dir, FileName)); err != nil {
			t.Errorf("%s: the database is not where it was asked for: %v", name, err)
		}
	}
}

func TestSecondProgramIsRefused(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir)
	_, err := Open(context.Background(), dir)
	if fault.CodeOf(err) != "store.locked" || fault.KindOf(err) != fault.Store {
		t.Fatalf("second opening: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
}

func TestRevisionGuardsASave(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	n := &registry.Nominee{Kind: registry.Individual, Name: "Trần Thử"}
	put(t, s, n)
	mine, theirs := *n, *n
	theirs.Position = "Văn thư"
	put(t, s, &theirs)
	mine.Position = "Kế toán"
	_, _, err := s.Write(ctx, entry("late"), func(tx office.Tx) error { return tx.Nominees().Put(ctx, &mine) })
	if fault.CodeOf(err) != "store.changed-meanwhile" {
		t.Fatalf("a save over a newer revision: %v", err)
	}
	if got := nominees(t, s, office.NomineeFilter{}); got[0].Position != "Văn thư" {
		t.Errorf("position = %q", got[0].Position)
	}
}

func TestAFailedActLeavesNothing(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	boom := errors.New("stop")
	_, _, err := s.Write(ctx, entry("half"), func(tx office.Tx) error {
		if err := tx.Nominees().Put(ctx, &registry.Nominee{Kind: registry.Individual, Name: "Lê Thử"}); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if got := nominees(t, s, office.NomineeFilter{}); len(got) != 0 {
		t.Errorf("half an act was kept: %v", got)
	}
	h, err := s.Verify(ctx)
	if err != nil || !h.OK || h.Entries != 0 {
		t.Errorf("health %+v, %v", h, err)
	}
}

func TestUndo(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	n := &registry.Nominee{Kind: registry.Individual, Name: "Phạm Thử", Birth: when.MustParse("1980-03"), Managed: true}
	made := put(t, s, n)
	before := nominees(t, s, office.NomineeFilter{})[0]
	n.Name, n.Birth = "Phạm Văn Thử", when.MustParse("1981")
	changed := put(t, s, n)

	if _, _, err := s.Undo(ctx, made.ID, entry("undo")); fault.CodeOf(err) != "store.undo-later" {
		t.Fatalf("undoing what a later act stands on: %v", err)
	}
	if _, _, err := s.Undo(ctx, changed.ID, entry("undo")); err != nil {
		t.Fatal(err)
	}
	after := nominees(t, s, office.NomineeFilter{})[0]
	if after.Rev <= before.Rev {
		t.Errorf("the revision went back from %d to %d", before.Rev, after.Rev)
	}
	after.Rev = before.Rev
	if after != before {
		t.Errorf("undone to %+v, want %+v", after, before)
	}
	if _, _, err := s.Undo(ctx, changed.ID, entry("undo")); fault.CodeOf(err) != "store.undo-gone" {
		t.Errorf("undone twice: %v", err)
	}
	if _, _, err := s.Undo(ctx, made.ID, entry("undo")); err != nil {
		t.Fatal(err)
	}
	if got := nominees(t, s, office.NomineeFilter{}); len(got) != 0 {
		t.Errorf("still there: %v", got)
	}
	if h, err := s.Verify(ctx); err != nil || !h.OK || h.Entries != 4 {
		t.Errorf("health %+v, %v", h, err)
	}
}

func TestTheLogShowsTampering(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	put(t, s, &registry.Nominee{Kind: registry.Individual, Name: "Võ Thử"})
	put(t, s, &registry.Nominee{Kind: registry.Individual, Name: "Đỗ Thử"})
	for _, tamper := range []string{
		"UPDATE entry SET detail = 'khác' WHERE id = 1",
		"UPDATE change SET after = replace(after, 'Võ', 'Vũ') WHERE entry = 1",
		"DELETE FROM change WHERE entry = 2",
	} {
		path := filepath.Join(t.TempDir(), "ban-sao.db")
		if err := s.Backup(ctx, path); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", dsn(path, writing))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(tamper); err != nil {
			t.Fatal(err)
		}
		h, err := check(ctx, db)
		db.Close()
		if err != nil {
			t.Fatal(err)
		}
		if h.OK {
			t.Errorf("%s: not noticed", tamper)
		}
	}
	if h, err := s.Verify(ctx); err != nil || !h.OK {
		t.Fatalf("untouched log: %+v, %v", h, err)
	}
}

func TestSearchWithAndWithoutTones(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	for _, name := range []string{"Đặng Văn Hùng", "Dang Hưng", "Đinh Thị Hứng", "Katơr Thị Bích"} {
		put(t, s, &registry.Nominee{Kind: registry.Individual, Name: name})
	}
	find := func(text string) (out []string) {
		err := s.Read(ctx, func(tx office.Tx) error {
			hits, err := tx.Search(ctx, text, 10)
			for _, h := range hits {
				out = append(out, h.Noun+":"+h.Title)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := find("dang"); len(got) != 2 {
		t.Errorf("dang: %v", got)
	}
	if got := find("Đặng"); len(got) != 2 || got[0] != "nominee:Đặng Văn Hùng" {
		t.Errorf("Đặng: the one with the tones must come first: %v", got)
	}
	if got := find("hứng"); len(got) != 3 || got[0] != "nominee:Đinh Thị Hứng" {
		t.Errorf("hứng: %v", got)
	}
	if got := find(`"; DROP`); len(got) != 0 {
		t.Errorf("a query of signs: %v", got)
	}
}

// raw opens the database of a folder without the store.
func raw(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(filepath.Join(dir, FileName), writing))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func run(t *testing.T, db *sql.DB, q string, args ...any) {
	t.Helper()
	if _, err := db.Exec(q, args...); err != nil {
		t.Fatal(err)
	}
}

func version(t *testing.T, db *sql.DB) (v int) {
	t.Helper()
	if err := db.QueryRow("SELECT max(version) FROM migration").Scan(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// Data of every schema there was are brought up to date, with a copy of what they
// were beside them, and from then on what is changed is logged.
func TestEveryOldSchemaIsBroughtUpToDate(t *testing.T) {
	all := steps()
	for have := 1; have < len(all); have++ {
		t.Run(strconv.Itoa(have), func(t *testing.T) {
			dir := t.TempDir()
			old := raw(t, dir)
			run(t, old, "CREATE TABLE migration (version INTEGER PRIMARY KEY, at TEXT NOT NULL)")
			for v, step := range all[:have] {
				run(t, old, step)
				run(t, old, "INSERT INTO migration VALUES (?, '')", v+1)
			}
			// The last step cannot be done: nothing of the upgrade stays.
			run(t, old, fmt.Sprintf("CREATE TRIGGER broken BEFORE INSERT ON migration WHEN NEW.version = %d BEGIN SELECT RAISE(ABORT, 'broken off'); END", len(all)))
			old.Close()
			if _, err := Open(context.Background(), dir); err == nil {
				t.Fatal("an upgrade that broke off is opened")
			}
			old = raw(t, dir)
			if v := version(t, old); v != have {
				t.Errorf("an upgrade that broke off left schema %d, was %d", v, have)
			}
			run(t, old, "DROP TRIGGER broken")
			old.Close()
			s := open(t, dir)
			put(t, s, &registry.Nominee{Kind: registry.Individual, Name: "Bùi Thử"})
			if v := version(t, s.writer); v != len(all) {
				t.Errorf("brought to schema %d of %d", v, len(all))
			}
			if _, err := os.Stat(filepath.Join(dir, "truoc-khi-nang-cap-tu-"+strconv.Itoa(have)+".db")); err != nil {
				t.Errorf("no copy of before: %v", err)
			}
		})
	}
}

func TestANewerSchemaIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	db := raw(t, dir)
	run(t, db, "INSERT INTO migration VALUES (?, '')", len(steps())+1)
	db.Close()
	if _, err := Open(context.Background(), dir); fault.CodeOf(err) != "store.newer" {
		t.Fatalf("a newer schema: %v", err)
	}
}

func TestDamagedFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(strings.Repeat("không phải cơ sở dữ liệu ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), dir)
	if fault.CodeOf(err) != "store.damaged" {
		t.Fatalf("a file that is no database: %v", err)
	}
}

func TestMovementComesBackWhole(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	for _, m := range movement.Load() {
		want := m
		if _, _, err := s.Write(ctx, entry("movement"), func(tx office.Tx) error { return tx.Movements().Put(ctx, &want) }); err != nil {
			t.Fatal(err)
		}
		err := s.Read(ctx, func(tx office.Tx) error {
			got, err := tx.Movements().Find(ctx, office.MovementFilter{Code: m.Code})
			if err == nil && (len(got) != 1 || len(got[0].Awards) != len(m.Awards) || got[0].Basis[0].String() != m.Basis[0].String() || got[0].Period != m.Period) {
				t.Errorf("read back %+v", got)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
