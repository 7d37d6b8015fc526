package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/words"
)

// Nothing by which a person could be known gets into the log, whatever kind of
// error carries it; what tells the cause does.
func TestLogHasNoNames(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip("nobody has a home here")
	}
	const name, number = "Nguyễn Thị Phượng", "058080001234"
	_, notNumber := strconv.Atoi(number + "x")
	one := fault.New(fault.Invalid, "dossier.twice", name, number).At("name")
	file := filepath.Join("D:/", "Danh sách "+name+".xlsx")
	for _, c := range []struct {
		what string
		err  error
		want string
	}{
		{"a fault", one, "dossier.twice at name"},
		{"a fault in another's text", fmt.Errorf("saving %s: %w", name, one), "dossier.twice at name"},
		{"a fault with a cause", fault.New(fault.Store, "store.write", name).Because(&fs.PathError{Op: "open", Path: file, Err: fs.ErrPermission}), "store.write: open a .xlsx file: permission denied"},
		{"all faults of a form", fault.List{one, fault.New(fault.Invalid, "when.bad-date", number)}, "dossier.twice at name; when.bad-date"},
		{"a rename", &os.LinkError{Op: "rename", Old: file, New: file, Err: fs.ErrExist}, "rename a .xlsx file: file already exists"},
		{"a number that is none", notNumber, `strconv.Atoi: parsing "…": invalid syntax`},
		{"a quoted value", fmt.Errorf("no such person %q", name+` "Út"`), `no such person "…"`},
		{"the person's own folder", errors.New("disk full at " + filepath.Join(home, "thidua.db")), "disk full at ~" + string(filepath.Separator) + "thidua.db"},
	} {
		l := newErrorLog(t.TempDir())
		l.write(c.err)
		b, err := os.ReadFile(l.path)
		if err != nil {
			t.Fatal(err)
		}
		said := string(b)
		if !strings.HasSuffix(said, "\t"+productVersion+"\t"+c.want+"\n") {
			t.Errorf("%s: %q, want …%q", c.what, said, c.want)
		}
		for _, bad := range []string{name, number, "Út", home} {
			if strings.Contains(said, bad) {
				t.Errorf("%s: the log says %q", c.what, bad)
			}
		}
	}
	l := newErrorLog(t.TempDir())
	l.write(nil)
	if _, err := os.Stat(l.path); err == nil {
		t.Error("no error is logged")
	}
}

// What the last start said when it fell is in the log of the next, once; a log
// that has grown large begins anew and the old one is kept.
func TestLogTakesOverACrash(t *testing.T) {
	defer log.SetOutput(log.Writer())
	defer log.SetFlags(log.Flags())
	defer debug.SetCrashOutput(nil, debug.CrashOptions{})
	dir := t.TempDir()
	l := newErrorLog(dir)
	if err := os.WriteFile(filepath.Join(dir, crashFile), []byte("panic: nil map\n\ngoroutine 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(l.path, bytes.Repeat([]byte("x"), logMost+1), 0o600); err != nil {
		t.Fatal(err)
	}
	l.take()
	log.Print("Fyne error: no font")
	newErrorLog(dir).take()
	said, err := os.ReadFile(l.path)
	if err != nil || strings.Count(string(said), "panic: nil map") != 1 || !strings.Contains(string(said), "no font") {
		t.Errorf("the log says %q, %v", said, err)
	}
	if st, err := os.Stat(l.path + oldLog); err != nil || st.Size() != logMost+1 {
		t.Errorf("the old log: %v, %v", st, err)
	}
}

// The pack for whoever looks after the PC holds the logs and the machine, and
// nothing else of the data folder.
func TestReportHoldsOnlyLogs(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{words.ErrorLog, displayFile, "thidua.db", "nguoi.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("in "+name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var packed bytes.Buffer
	if err := report(dir, &packed); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if want := []string{words.ErrorLog, displayFile, "may.txt"}; !slices.Equal(names, want) {
		t.Errorf("packed %q, want %q", names, want)
	}
	about, err := z.Open("may.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer about.Close()
	if text, err := io.ReadAll(about); err != nil || !strings.Contains(string(text), "version\t"+productVersion) {
		t.Errorf("may.txt says %q, %v", text, err)
	}
}
