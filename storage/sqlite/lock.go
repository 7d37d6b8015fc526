package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thidua/model/fault"
)

// lockName is the file in the data folder that is locked.
const lockName = "thidua.lock"

// lock is the mark that one program has the folder open. The operating system
// holds it, so a program that was killed leaves nothing behind.
type lock struct{ file *os.File }

func acquire(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fault.New(fault.Store, "store.read-only").Because(err)
	}
	if err := lockFile(f); err != nil {
		who := make([]byte, 64)
		n, _ := f.ReadAt(who, 1)
		f.Close()
		return nil, fault.New(fault.Store, "store.locked", strings.TrimSpace(string(who[:n]))).Because(err)
	}
	// Byte 0 is the locked one (Windows locks ranges); who holds it stands behind.
	if err := f.Truncate(0); err == nil {
		_, err = f.WriteAt([]byte(fmt.Sprintf(" %d", os.Getpid())), 0)
		if err != nil {
			f.Close()
			return nil, fault.New(fault.Store, "store.read-only").Because(err)
		}
	}
	return &lock{f}, nil
}

// Idle answers "store.locked" when a program has a data folder open. It does not
// look at the data, which may be damaged.
func Idle(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	l, err := acquire(filepath.Join(dir, lockName))
	if err != nil {
		return err
	}
	return l.release()
}

func (l *lock) release() error {
	if l == nil || l.file == nil {
		return nil
	}
	return l.file.Close() // closing lets go of the lock
}
