package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"thidua/model/fault"
	"thidua/model/words"
)

// errorLog is the file in the data folder that keeps the causes of faults for
// whoever looks after the PC. Names and numbers of people stand in the arguments
// of faults; these are left out.
type errorLog struct{ path string }

// logMost is the size in bytes after which the log starts anew; the old one is
// kept beside it.
const logMost = 1 << 20

func newErrorLog(dir string) *errorLog { return &errorLog{filepath.Join(dir, words.ErrorLog)} }

func (l *errorLog) write(err error) {
	if err == nil {
		return
	}
	if st, e := os.Stat(l.path); e == nil && st.Size() > logMost {
		_ = os.Rename(l.path, l.path+".cu") // without room for an old log the new one goes on
	}
	f, e := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if e != nil {
		fmt.Fprintln(os.Stderr, plain(err))
		return
	}
	defer f.Close()
	fmt.Fprintf(f, "%s\t%s\t%s\n", time.Now().Format(time.RFC3339), productVersion, strings.ReplaceAll(plain(err), "\n", "\n\t"))
}

// plain writes an error without the arguments of its faults.
func plain(err error) string {
	var one *fault.Error
	if !errors.As(err, &one) {
		return err.Error()
	}
	s := one.Code
	if one.Field != "" {
		s += " at " + one.Field
	}
	if one.Cause != nil {
		s += ": " + plain(one.Cause)
	}
	return s
}
