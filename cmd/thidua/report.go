package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"thidua/model/fault"
	"thidua/model/words"
)

// reportFiles are the files of the data folder that whoever looks after the PC
// may see: none holds a name, a dossier or a list.
var reportFiles = []string{words.ErrorLog, words.ErrorLog + oldLog, crashFile, displayFile}

// report packs the logs and what the program runs on.
func report(dir string, to io.Writer) error {
	no := func(err error) error { return fault.New(fault.Store, "machine.no-report").Because(err) }
	w := zip.NewWriter(to)
	add := func(name string, at time.Time, from io.Reader) error {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
		if err == nil {
			_, err = io.Copy(f, from)
		}
		return err
	}
	for _, name := range reportFiles {
		f, err := os.Open(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return no(err)
		}
		at := time.Now()
		if st, err := f.Stat(); err == nil {
			at = st.ModTime()
		}
		err = add(name, at, f)
		_ = f.Close()
		if err != nil {
			return no(err)
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	about := fmt.Sprintf("version\t%s\nsystem\t%s %s\ntoolchain\t%s\nprocessors\t%d\ngraphics\t%s\nmemory of the program, MB\t%d\n",
		productVersion, runtime.GOOS, runtime.GOARCH, runtime.Version(), runtime.NumCPU(), graphics(), memory.Sys>>20)
	if err := add("may.txt", time.Now(), strings.NewReader(about)); err != nil {
		return no(err)
	}
	if err := w.Close(); err != nil {
		return no(err)
	}
	return nil
}
