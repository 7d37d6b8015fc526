package vault

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/model/office"
)

// Database is how the data themselves are copied and checked; storage wires it to
// the database in use.
type Database struct {
	Name string // of the database's file; kept files lie beside it under "tep/"
	// Backup writes a copy of the open database; nil where none is open.
	Backup func(ctx context.Context, path string) error
	// Verify checks a database file that nobody has open.
	Verify func(ctx context.Context, path string) (office.Health, error)
}

// Copies makes and checks copies of an open data folder.
type Copies struct {
	Database
	Vault *Vault
}

var _ office.Copies = Copies{}

// Write makes a copy of the database and every kept file as one .zip, opens and
// checks it, and only then gives it its name: a copy that exists is a good one.
func (c Copies) Write(ctx context.Context, path string) error {
	tmp := path + ".dang-ghi"
	out, err := os.Create(tmp)
	if err != nil {
		return fault.New(fault.Store, "store.copy-unwritten", filepath.Base(path)).Because(err)
	}
	defer os.Remove(tmp)
	tmpDB := path + ".dang-sao"
	defer os.Remove(tmpDB)
	if err := c.Backup(ctx, tmpDB); err != nil {
		return errors.Join(err, out.Close())
	}
	if err := c.pack(ctx, out, tmpDB); err != nil {
		return err
	}
	h, err := c.Verify(ctx, tmp)
	if err != nil {
		return err
	}
	if !h.OK {
		return fault.New(fault.Store, "store.bad-copy", h.Problems[0])
	}
	if err := os.Rename(tmp, path); err != nil {
		return fault.New(fault.Store, "store.copy-unwritten", filepath.Base(path)).Because(err)
	}
	return nil
}

// pack writes the copy and closes it.
func (c Copies) pack(ctx context.Context, out *os.File, db string) (err error) {
	defer func() {
		if cerr := out.Close(); err == nil && cerr != nil {
			err = fault.New(fault.Store, "store.full").Because(cerr)
		}
	}()
	z := zip.NewWriter(out)
	err = addFile(ctx, z, c.Name, db)
	if err == nil {
		err = filepath.WalkDir(c.Vault.dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "moi-") {
				return err
			}
			rel, err := filepath.Rel(c.Vault.dir, p)
			if err != nil {
				return err
			}
			return addFile(ctx, z, "tep/"+filepath.ToSlash(rel), p)
		})
	}
	if err := errors.Join(err, z.Close(), out.Sync()); err != nil {
		return unwritten(err)
	}
	return nil
}

func addFile(ctx context.Context, z *zip.Writer, name, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, contextReader{ctx, f})
	return err
}

// Verify unpacks a copy into a temporary folder and checks data and kept files:
// its database, the log's chain, and that every file the data refer to is there
// with its own bytes.
func (c Copies) Verify(ctx context.Context, path string) (office.Health, error) {
	return c.Database.VerifyCopy(ctx, path)
}

// VerifyCopy is Copies.Verify where no data folder is open.
func (b Database) VerifyCopy(ctx context.Context, path string) (office.Health, error) {
	dir, err := os.MkdirTemp("", "thidua-kiem-tra-*")
	if err != nil {
		return office.Health{}, fault.New(fault.Store, "store.full").Because(err)
	}
	defer os.RemoveAll(dir)
	if err := unpack(ctx, path, b.Name, dir); err != nil {
		return office.Health{}, err
	}
	h, err := b.Verify(ctx, filepath.Join(dir, b.Name))
	if fault.KindOf(err) == fault.Store {
		return h, fault.New(fault.Refused, "store.copy-damaged", filepath.Base(path)).Because(err)
	}
	if err != nil {
		return h, err
	}
	v := &Vault{filepath.Join(dir, "tep")}
	missing, err := v.Missing(ctx, h.Hashes)
	if err != nil {
		return h, err
	}
	if len(missing) > 0 {
		h.OK = false
		h.Problems = append(h.Problems, "Bản sao thiếu tệp đính kèm "+missing[0]+".")
	}
	return h, nil
}

// unpack takes only the names a copy has, and only inside the folder.
func unpack(ctx context.Context, path, dbName, dir string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fault.New(fault.Refused, "store.no-file", filepath.Base(path)).Because(err)
		}
		return fault.New(fault.Refused, "store.not-a-copy", filepath.Base(path)).Because(err)
	}
	defer z.Close()
	found := false
	for _, f := range z.File {
		if !filepath.IsLocal(f.Name) || f.Name != dbName && !strings.HasPrefix(f.Name, "tep/") {
			return fault.New(fault.Refused, "store.not-a-copy", filepath.Base(path))
		}
		found = found || f.Name == dbName
		err := unpackFile(ctx, f, filepath.Join(dir, filepath.FromSlash(f.Name)))
		if ctx.Err() != nil {
			return unwritten(ctx.Err())
		}
		if err != nil {
			return fault.New(fault.Refused, "store.copy-damaged", filepath.Base(path)).Because(err)
		}
	}
	if !found {
		return fault.New(fault.Refused, "store.not-a-copy", filepath.Base(path))
	}
	return nil
}

func unpackFile(ctx context.Context, f *zip.File, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, contextReader{ctx, in})
	return errors.Join(err, out.Sync(), out.Close())
}

// Restore puts a checked copy in place of a closed data folder. What was there is
// moved aside, never deleted, and its new name is given back.
func (b Database) Restore(ctx context.Context, copyPath, dir string) (aside string, err error) {
	h, err := b.VerifyCopy(ctx, copyPath)
	if err != nil {
		return "", err
	}
	if !h.OK {
		return "", fault.New(fault.Refused, "store.copy-damaged", filepath.Base(copyPath))
	}
	fresh := dir + ".khoi-phuc"
	if err := os.RemoveAll(fresh); err != nil {
		return "", fault.New(fault.Store, "store.read-only").Because(err)
	}
	if err := os.MkdirAll(fresh, 0o700); err != nil {
		return "", fault.New(fault.Store, "store.read-only").Because(err)
	}
	if err := unpack(ctx, copyPath, b.Name, fresh); err != nil {
		return "", err
	}
	if _, err := os.Stat(dir); err == nil {
		if aside, err = freeName(dir + ".truoc-khi-khoi-phuc"); err != nil {
			return "", err
		}
		if err := os.Rename(dir, aside); err != nil {
			return "", fault.New(fault.Store, "store.locked", "").Because(err)
		}
	}
	if err := os.Rename(fresh, dir); err != nil {
		return aside, fault.New(fault.Store, "store.read-only").Because(err)
	}
	return aside, nil
}

func freeName(base string) (string, error) {
	name := base
	for n := 2; n < 1000; n++ {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		name = base + "-" + strconv.Itoa(n)
	}
	return "", fault.New(fault.Store, "store.full")
}
