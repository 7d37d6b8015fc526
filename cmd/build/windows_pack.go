package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// madeAt stands for the time of every file, so that the same programs give the
// same zip and the same installer.
var madeAt = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

// zipFolder packs a folder with what is below under its own name.
func zipFolder(out, folder string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	w := zip.NewWriter(f)
	err = filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(filepath.Dir(folder), p)
		if err != nil {
			return err
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: filepath.ToSlash(rel), Method: zip.Deflate, Modified: madeAt})
		if err != nil {
			return err
		}
		from, err := os.Open(p)
		if err != nil {
			return err
		}
		defer from.Close()
		_, err = io.Copy(to, from)
		return err
	})
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return f.Close()
}

// unpackZip is what a person does with the zip.
func unpackZip(file, to string) error {
	r, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer r.Close()
	return os.CopyFS(to, r)
}

// installer makes the setup program out of the folder.
func installer(dir, from, setup string, app product) error {
	size := int64(0)
	err := filepath.WalkDir(from, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		st, err := d.Info()
		if err == nil && !d.IsDir() {
			size += st.Size()
			err = os.Chtimes(p, madeAt, madeAt)
		}
		return err
	})
	if err != nil {
		return err
	}
	err = quiet([]string{fmt.Sprintf("SOURCE_DATE_EPOCH=%d", madeAt.Unix())}, "makensis", "-V2", "-INPUTCHARSET", "UTF8",
		"-DVERSION="+app.Version, fmt.Sprintf("-DSIZE_KB=%d", size>>10), "-DFROM="+from, "-DOUT="+setup, filepath.Join(dir, "thidua.nsi"))
	if err != nil {
		return err
	}
	st, err := os.Stat(setup)
	if err == nil && st.Size() > setupMost {
		err = fmt.Errorf("%d MB, at most %d", st.Size()>>20, setupMost>>20)
	}
	return err
}

// checksums writes SHA256SUMS beside the files, as sha256sum -c reads it.
func checksums(dir string, files ...string) error {
	var sums strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(b), filepath.Base(f))
		fmt.Printf("%s  %.1f MB\n", f, float64(len(b))/1e6)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// sameElsewhere builds the commit a second time, in another folder with an empty
// cache, and compares what came out byte for byte.
func sameElsewhere(dir string) error {
	changed, err := output("git", "status", "--porcelain", "--untracked-files=no")
	if err != nil {
		return err
	}
	if changed != "" {
		return fmt.Errorf("there are changes that are in no commit, so the second build would differ:\n%s", changed)
	}
	other, err := os.MkdirTemp("", "thidua-second-checkout")
	if err != nil {
		return err
	}
	defer os.RemoveAll(other)
	return timed("the same commit elsewhere, with an empty cache (minutes)", func() error {
		if err := quiet(nil, "git", "clone", "--quiet", "--no-hardlinks", ".", filepath.Join(other, "src")); err != nil {
			return err
		}
		c := exec.Command("go", "run", "./cmd/build", "windows")
		c.Dir = filepath.Join(other, "src")
		c.Env = append(os.Environ(), "GOCACHE="+filepath.Join(other, "cache"))
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, lastLines(string(out), 5))
		}
		one, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
		if err != nil {
			return err
		}
		two, err := os.ReadFile(filepath.Join(other, "src", windowsDir, "SHA256SUMS"))
		if err != nil {
			return err
		}
		if !bytes.Equal(one, two) {
			return fmt.Errorf("the same commit gave other bytes:\n%s%s", one, two)
		}
		fmt.Println("  the same bytes")
		return nil
	})
}
