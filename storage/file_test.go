package storage_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"thidua/model/fault"
	"thidua/storage"
)

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Danh sách.pdf")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	if err := storage.WriteFile(path, text("bản đầu")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken off")
	err := storage.WriteFile(path, func(w io.Writer) error {
		_ = text("nửa")(w)
		return broken
	})
	if err != broken {
		t.Errorf("the writer's own error: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "bản đầu" {
		t.Errorf("a write that broke off left %q", b)
	}
	if err := storage.WriteFile(path, text("bản sau")); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "bản sau" {
		t.Errorf("written over: %q", b)
	}
	for _, bad := range []string{filepath.Join(dir, "không có", "x.pdf"), dir} {
		if err := storage.WriteFile(bad, text("x")); fault.CodeOf(err) != "store.no-write" {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if es, _ := os.ReadDir(dir); len(es) != 1 {
		t.Errorf("files left behind: %v", es)
	}
}

// A file that would fill the memory is not begun.
func TestReadFileMeasuresFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dài.csv")
	if err := os.WriteFile(path, []byte("STT,Họ và tên"), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := storage.ReadFile(path); err != nil || string(b) != "STT,Họ và tên" {
		t.Errorf("%q, %v", b, err)
	}
	if err := os.Truncate(path, 256<<20+1); err != nil {
		t.Fatal(err)
	}
	if _, err := storage.ReadFile(path); fault.CodeOf(err) != "store.large-file" {
		t.Error(err)
	}
	if _, err := storage.ReadFile(filepath.Dir(path)); fault.CodeOf(err) != "store.unread" {
		t.Error(err)
	}
}
