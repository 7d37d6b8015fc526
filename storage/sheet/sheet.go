// Package sheet reads a table file from outside — bảng tính, danh sách kèm theo
// công văn — into an intake.Book: .xlsx, .xlsm, .xls, .ods, .csv, .txt, a web
// page or SpreadsheetML 2003 under the name .xls, and the tables of a .docx.
//
// Start at Read, with what Load took from the disk; the kind is told by the bytes, never by the ending of the name.
//
// It promises that every value of the file is either in the Book exactly as the
// file holds it (no trimming, no repair of old encodings, no normal form) with
// its font, its row as the spreadsheet program numbers it and its merges, or
// the whole file is refused with one fault that says what is wrong and where.
// Nothing is lost in silence, with one exception that limits.go explains: a run
// of thousands of rows that show nothing but error values is cut short.
// A hostile file costs at most the limits written down in limits.go.
//
// It never evaluates a formula (it takes the stored result), never follows a
// link out of the file, never runs a macro, and writes nothing to disk.
//
// The readers are our own, over the standard zip package, x/net/html and mscfb:
// excelize loses rows silently on a sheet that breaks off, blanks a cell whose
// shared string is missing, and needs 1 GB for the fonts of 100,000 rows.
//
// Glossary: Book — tệp bảng; Grid — trang tính; Merge — ô trộn.
package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"thidua/model/fault"
	"thidua/model/intake"
)

// Read tells the kind of a file by its content and reads all of it. The name is
// used for messages and for Book.Name only. Every error is a *fault.Error:
// Refused for a file that cannot be taken, Canceled when ctx was ended.
func Read(ctx context.Context, name string, r io.ReaderAt, size int64) (book *intake.Book, err error) {
	src := newSource(ctx, name, r, size)
	// A file from outside must never take the program down with it: what the
	// readers or the libraries below them did not foresee is a damaged file.
	defer func() {
		if p := recover(); p != nil {
			book, err = nil, src.damaged(fmt.Errorf("panic: %v", p))
		}
	}()
	return src.read()
}

// Load takes the file at path into memory, or says why it cannot be had. A file
// no reader would take for its size is not begun.
func Load(path string) ([]byte, error) {
	name := filepath.Base(path)
	if strings.HasPrefix(name, "~$") {
		return nil, fault.New(fault.Refused, "sheet.owner-file", name)
	}
	st, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if !st.Mode().IsRegular() {
		return nil, fault.New(fault.Refused, "sheet.unreadable", name)
	}
	if st.Size() > maxFile {
		return nil, fault.New(fault.Refused, "sheet.too-big", name)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return raw, nil
}

// unreadable tells a file another program holds open from one that cannot be read.
func unreadable(name string, err error) *fault.Error {
	var no syscall.Errno
	// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Excel has the file open.
	if runtime.GOOS == "windows" && errors.As(err, &no) && (no == 32 || no == 33) {
		return fault.New(fault.Refused, "sheet.in-use", name).Because(err)
	}
	if errors.Is(err, os.ErrNotExist) {
		return fault.New(fault.Refused, "sheet.missing", name).Because(err)
	}
	return fault.New(fault.Refused, "sheet.unreadable", name).Because(err)
}

// source is the file being read and what reading it may still cost.
type source struct {
	ctx     context.Context
	name    string
	r       io.ReaderAt
	size    int64
	keep    int64 // bytes the Book may still grow
	show    int64 // bytes of text that cells may still show
	inflate int64 // bytes that may still be unpacked
}

func newSource(ctx context.Context, name string, r io.ReaderAt, size int64) *source {
	return &source{ctx: ctx, name: filepath.Base(name), r: r, size: size, keep: maxKept, show: maxShown, inflate: maxInflated}
}

// spend takes n bytes of what the Book may grow.
func (s *source) spend(n int) error {
	if s.keep -= int64(n); s.keep < 0 {
		return s.tooBig()
	}
	return nil
}

// canceled is the fault for an ended context, nil as long as it goes on.
func (s *source) canceled() error {
	if err := s.ctx.Err(); err != nil {
		return fault.New(fault.Canceled, "sheet.canceled", s.name).Because(err)
	}
	return nil
}

// fail keeps a fault as it is and calls everything else damage.
func (s *source) fail(err error) error {
	var f *fault.Error
	if err == nil || errors.As(err, &f) {
		return err
	}
	return s.damaged(err)
}

// failAt is fail with the sheet and the row being read; kinds that have no
// sheets give it no name.
func (s *source) failAt(sheet string, row int, err error) error {
	var f *fault.Error
	switch {
	case err == nil || errors.As(err, &f):
		return err
	case sheet == "" && row == 0:
		return s.damaged(err)
	case sheet == "":
		return fault.New(fault.Refused, "sheet.damaged-line", s.name, row).Because(err)
	case row == 0:
		return fault.New(fault.Refused, "sheet.damaged-sheet", s.name, sheet).Because(err)
	}
	return fault.New(fault.Refused, "sheet.damaged-row", s.name, sheet, row).Because(err)
}

// failPart is fail with the name of the part inside the package.
func (s *source) failPart(part string, err error) error {
	var f *fault.Error
	if err == nil || errors.As(err, &f) {
		return err
	}
	return fault.New(fault.Refused, "sheet.damaged-part", s.name, part).Because(err)
}

func (s *source) damaged(cause error) *fault.Error {
	return fault.New(fault.Refused, "sheet.damaged", s.name).Because(cause)
}

func (s *source) tooBig() *fault.Error { return fault.New(fault.Refused, "sheet.too-big", s.name) }

func (s *source) bomb() *fault.Error { return fault.New(fault.Refused, "sheet.bomb", s.name) }

func (s *source) encrypted() *fault.Error { return fault.New(fault.Refused, "sheet.encrypted", s.name) }

func (s *source) empty() *fault.Error { return fault.New(fault.Refused, "sheet.empty", s.name) }

func (s *source) noTable() *fault.Error { return fault.New(fault.Refused, "sheet.not-a-table", s.name) }

// all reads the whole file into memory; only for kinds that must be looked at
// as a whole (text, web pages, OLE), which are small.
func (s *source) all(limit int64) ([]byte, error) {
	if s.size > limit {
		return nil, s.tooBig()
	}
	b := make([]byte, s.size)
	s.keep = min(s.keep, maxLive-2*s.size)
	if _, err := io.ReadFull(io.NewSectionReader(s.r, 0, s.size), b); err != nil {
		return nil, unreadable(s.name, err)
	}
	return b, nil
}
