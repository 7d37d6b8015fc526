package storage

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"thidua/model/fault"
)

// readMost is the largest file that is read; an agency's list is a thousandth of it.
const readMost = 256 << 20

// ReadFile reads a file an agency sent or a person keeps.
func ReadFile(path string) ([]byte, error) {
	no := func(err error) error {
		return fault.New(fault.Refused, "store.unread", filepath.Base(path)).Because(err)
	}
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, no(err)
	case !st.Mode().IsRegular():
		return nil, no(errors.New("no file"))
	case st.Size() > readMost:
		return nil, fault.New(fault.Refused, "store.large-file", filepath.Base(path))
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, no(err)
	}
	return b, nil
}

// WriteFile writes a file whole or not at all: beside its place first, then
// renamed, so that a stop or a full disk leaves what stood there. A fault of write
// is given back as it is.
func WriteFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".thidua-*"+filepath.Ext(path))
	if err != nil {
		return unwritten(path, err)
	}
	defer os.Remove(f.Name()) // gone once renamed
	if err := write(f); err != nil {
		_ = f.Close()
		return err
	}
	for _, step := range []func() error{
		f.Sync,
		f.Close,
		func() error { return os.Chmod(f.Name(), 0o644) }, // temporary files are their owner's alone
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			_ = f.Close()
			return unwritten(path, err)
		}
	}
	return nil
}

func unwritten(path string, err error) error {
	return fault.New(fault.Store, "store.no-write", filepath.Base(path)).Because(err)
}
