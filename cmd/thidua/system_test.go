package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"thidua/model/fault"
)

// Papers that were only looked at do not pile up in the system's folder for
// temporary files; what is in use and what is not ours stays.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	for name, age := range map[string]time.Duration{
		scratchName + "1": 8 * 24 * time.Hour, scratchName + "2": time.Hour, "khac": 300 * 24 * time.Hour,
	} {
		at := filepath.Join(dir, name)
		if err := os.Mkdir(at, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(at, "Danh sách.pdf"), []byte("%PDF"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(at, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	sweep(dir, now)
	left, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil || len(left) != 2 || filepath.Base(filepath.Dir(left[0])) != "khac" || filepath.Base(filepath.Dir(left[1])) != scratchName+"2" {
		t.Errorf("left: %q, %v", left, err)
	}
}

// A file that would fill the memory is not begun.
func TestReadFileMeasuresFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dài.csv")
	if err := os.WriteFile(path, []byte("STT,Họ và tên"), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := (&system{}).ReadFile(path); err != nil || string(b) != "STT,Họ và tên" {
		t.Errorf("%q, %v", b, err)
	}
	if err := os.Truncate(path, readMost+1); err != nil {
		t.Fatal(err)
	}
	if _, err := (&system{}).ReadFile(path); fault.CodeOf(err) != "ui.large-file" {
		t.Error(err)
	}
	if _, err := (&system{}).ReadFile(filepath.Dir(path)); fault.CodeOf(err) != "ui.no-file" {
		t.Error(err)
	}
}
