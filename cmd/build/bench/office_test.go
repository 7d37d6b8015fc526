package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/storage"
)

const (
	people  = 10_000 // in the register before the list comes
	units   = 500    // in the registry
	schools = 400    // of them; the others are the province's own
)

var today = when.Of(2025, 12, 8)

// work is where lists and offices are kept: the folder that `go run ./cmd/build
// bench` names, so that each process of a run finds them ready, else a new one.
var work = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("THIDUA_BENCH"); dir != "" {
		return dir, os.MkdirAll(dir, 0o755)
	}
	return os.MkdirTemp("", "thidua-bench-")
})

// keep gives the path of something made once.
func keep(name string, write func(path string) error) (string, error) {
	dir, err := work()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	// Finished or not there at all: a run broken off leaves nothing half.
	if err := write(path + ".new"); err != nil {
		return "", err
	}
	return path, os.Rename(path+".new", path)
}

// crowded makes a data folder with that many people and units through the
// office's own commands.
func crowded(dir string) error {
	ctx := context.Background()
	s, err := storage.Open(ctx, storage.Config{Dir: dir, Today: today})
	if err != nil {
		return err
	}
	defer s.Close()
	o := office.New(s.Ports, "")
	if _, err := o.SetUp(ctx); err != nil {
		return err
	}
	book, err := o.Registry(ctx)
	if err != nil {
		return err
	}
	for i := range max(schools, units-len(book.On(today))) {
		name := school(i)
		u := registry.Unit{Versions: []registry.Version{{Period: when.Period{From: when.Of(2025, 7, 1)}, Code: fmt.Sprint("TH", i+1),
			Name: name, Official: name, Short: name, Type: "don_vi_su_nghiep", Group: "so_ban_nganh"}}}
		if _, err := o.SaveUnit(ctx, &u); err != nil {
			return err
		}
	}
	data, err := writeList(people, viet.Unicode, registered)
	if err != nil {
		return err
	}
	st, err := o.Stage(ctx, office.Incoming{Name: "nam-truoc.xlsx", Data: data}, nil)
	if err != nil {
		return err
	}
	a, err := o.Accept(ctx, st.Batch.ID)
	if err != nil {
		return err
	}
	if a.Accepted != people {
		return fmt.Errorf("%d people are in the register, want %d", a.Accepted, people)
	}
	return nil
}

// openCrowded opens a copy of that folder.
func openCrowded(b *testing.B) (*office.Office, func()) {
	b.Helper()
	from, err := keep("nguoi-va-don-vi", crowded)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "d"), os.DirFS(from)); err != nil {
		b.Fatal(err)
	}
	s, err := storage.Open(context.Background(), storage.Config{Dir: filepath.Join(dir, "d"), Today: today})
	if err != nil {
		b.Fatal(err)
	}
	return office.New(s.Ports, ""), func() {
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := work(); err == nil && os.Getenv("THIDUA_BENCH") == "" {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}
