// Package vault keeps files from outside by the hash of their bytes, and makes
// copies of the whole data folder that were opened and checked.
//
// Start at Vault.Put and Write. A file is written beside its place and renamed
// when it is whole, so that a name in the vault always holds the bytes it stands
// for. A copy is one .zip: the database, every kept file, and a list of their
// hashes. It never removes a file that the data refer to.
package vault

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"thidua/model/fault"
	"thidua/model/office"
)

// Vault is the folder of kept files.
type Vault struct{ dir string }

var _ office.Vault = (*Vault)(nil)

// Open opens the vault of a data folder.
func Open(data string) (*Vault, error) {
	dir := filepath.Join(data, "tep")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault.New(fault.Store, "store.read-only").Because(err)
	}
	return &Vault{dir}, nil
}

func (v *Vault) path(hash string) string {
	if len(hash) < 3 {
		return filepath.Join(v.dir, "_", hash)
	}
	return filepath.Join(v.dir, hash[:2], hash)
}

// Put keeps a file and gives its hash; a file that is there already is not written again.
func (v *Vault) Put(ctx context.Context, r io.Reader) (string, int64, error) {
	tmp, err := os.CreateTemp(v.dir, "moi-*")
	if err != nil {
		return "", 0, fault.New(fault.Store, "store.read-only").Because(err)
	}
	defer os.Remove(tmp.Name()) // gone once renamed
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(tmp, h), contextReader{ctx, r})
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err != nil {
		return "", 0, unwritten(err)
	}
	hash := hex.EncodeToString(h.Sum(nil))
	at := v.path(hash)
	if _, err := os.Stat(at); err == nil {
		return hash, n, nil
	}
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
		return "", 0, fault.New(fault.Store, "store.read-only").Because(err)
	}
	if err := os.Rename(tmp.Name(), at); err != nil {
		return "", 0, fault.New(fault.Store, "store.read-only").Because(err)
	}
	return hash, n, nil
}

// unwritten is the fault of a copy of bytes that did not come to its end.
func unwritten(err error) *fault.Error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	return fault.New(fault.Store, "store.full").Because(err)
}

// Open opens a kept file for reading.
func (v *Vault) Open(hash string) (office.Blob, error) {
	f, err := os.Open(v.path(hash))
	if err != nil {
		return nil, fault.New(fault.Store, "store.file-gone").Because(err)
	}
	st, err := f.Stat()
	if err != nil {
		return nil, errors.Join(fault.New(fault.Store, "store.file-gone").Because(err), f.Close())
	}
	return blob{f, st.Size()}, nil
}

// Missing lists the hashes whose file is gone or no longer holds its bytes.
func (v *Vault) Missing(ctx context.Context, hashes []string) ([]string, error) {
	var out []string
	for _, want := range hashes {
		if err := ctx.Err(); err != nil {
			return nil, fault.New(fault.Canceled, "store.canceled").Because(err)
		}
		f, err := os.Open(v.path(want))
		if err != nil {
			out = append(out, want)
			continue
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil || hex.EncodeToString(h.Sum(nil)) != want {
			out = append(out, want)
		}
	}
	return out, nil
}

type blob struct {
	*os.File
	size int64
}

func (b blob) Size() int64 { return b.size }

// contextReader stops a long copy when the person does.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
