package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
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
