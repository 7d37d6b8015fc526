package vault

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/office"
)

// Whoever stops a copy is told so, not that the disk is full or the copy damaged.
func TestAStopIsSaidAsAStop(t *testing.T) {
	dir := t.TempDir()
	v, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, _, err := v.Put(stopped, strings.NewReader("văn bản")); fault.KindOf(err) != fault.Canceled {
		t.Errorf("a file kept: %v", err)
	}
	if es, _ := os.ReadDir(filepath.Join(dir, "tep")); len(es) != 0 {
		t.Errorf("left behind: %v", es)
	}
	copies := Copies{Vault: v, Database: Database{Name: "thidua.db",
		Backup: func(_ context.Context, path string) error { return os.WriteFile(path, []byte("dữ liệu"), 0o600) },
		Verify: func(context.Context, string) (office.Health, error) { return office.Health{OK: true}, nil }}}
	path := filepath.Join(dir, "sao.zip")
	if err := copies.Write(stopped, path); fault.KindOf(err) != fault.Canceled {
		t.Errorf("a copy written: %v", err)
	}
	if err := copies.Write(ctx, path); err != nil {
		t.Fatal(err)
	}
	if _, err := copies.Verify(stopped, path); fault.KindOf(err) != fault.Canceled {
		t.Errorf("a copy looked into: %v", err)
	}
}
