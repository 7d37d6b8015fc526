package storage

import (
	"os"
	"path/filepath"
	"testing"
)

// The data beside a program is found by both of its builds, and only a folder
// counts as data.
func TestPortable(t *testing.T) {
	at := filepath.Join(t.TempDir(), "Chương trình 100% của Sở")
	one, other := filepath.Join(at, "ThiDua.exe"), filepath.Join(at, "angle", "ThiDua.exe")
	if err := os.MkdirAll(filepath.Dir(other), 0o755); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(at, "du-lieu")
	if err := os.WriteFile(data, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, exe := range []string{one, other} {
		if got := portable(exe); got != "" {
			t.Errorf("a file counts as data of %s: %s", exe, got)
		}
	}
	if err := os.Remove(data); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(data, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, exe := range []string{one, other} {
		if got := portable(exe); got != data {
			t.Errorf("%s has its data in %q", exe, got)
		}
	}
}
