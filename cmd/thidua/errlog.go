package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"thidua/model/fault"
	"thidua/model/words"
)

// errorLog is the file in the data folder that keeps the causes of faults for
// whoever looks after the PC. Names and numbers of people stand in the arguments
// of faults, and those who sit at a PC in the paths of its files; both are left out.
type errorLog struct{ path string }

// logMost is the size in bytes after which the log starts anew; the old one is
// kept beside it.
const logMost = 1 << 20

// crashFile holds what the runtime said when the program fell; the next start
// takes it over into the log.
const crashFile = "su-co.txt"

func newErrorLog(dir string) *errorLog { return &errorLog{filepath.Join(dir, words.ErrorLog)} }

// write keeps an error; nil is none.
func (l *errorLog) write(err error) {
	if err != nil {
		l.line(time.Now(), plain(err))
	}
}

func (l *errorLog) line(at time.Time, text string) {
	if st, e := os.Stat(l.path); e == nil && st.Size() > logMost {
		_ = os.Rename(l.path, l.path+oldLog) // without room for an old log the new one goes on
	}
	text = strings.ReplaceAll(strings.TrimSpace(nameless(text)), "\n", "\n\t")
	f, e := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if e != nil {
		fmt.Fprintln(os.Stderr, text)
		return
	}
	defer f.Close()
	fmt.Fprintf(f, "%s\t%s\t%s\n", at.Format(time.RFC3339), productVersion, text)
}

// oldLog is the ending of the log before.
const oldLog = ".cu"

// take makes the log hear of everything: what the last start left when it fell,
// what makes this one fall, what the toolkit says.
func (l *errorLog) take() {
	crash := filepath.Join(filepath.Dir(l.path), crashFile)
	if said, err := os.ReadFile(crash); err == nil && len(bytes.TrimSpace(said)) > 0 {
		at := time.Now()
		if st, err := os.Stat(crash); err == nil {
			at = st.ModTime()
		}
		l.line(at, "the program fell: "+string(said[:min(len(said), 64<<10)]))
	}
	if f, err := os.Create(crash); err == nil {
		_ = debug.SetCrashOutput(f, debug.CrashOptions{}) // keeps a handle of its own
		_ = f.Close()
	}
	log.SetFlags(0)
	log.SetOutput(toolkitLog{l})
}

// toolkitLog takes the lines of the standard logger, which the toolkit writes to.
type toolkitLog struct{ to *errorLog }

func (t toolkitLog) Write(b []byte) (int, error) {
	_, _ = os.Stderr.Write(b) // a program of Windows has none; the tests elsewhere read it
	t.to.line(time.Now(), string(b))
	return len(b), nil
}

var _ io.Writer = toolkitLog{}

// plain writes an error without the arguments of its faults and without paths.
func plain(err error) string {
	var list fault.List
	if errors.As(err, &list) {
		said := make([]string, len(list))
		for i, one := range list {
			said[i] = plain(one)
		}
		return strings.Join(said, "; ")
	}
	var one *fault.Error
	if errors.As(err, &one) {
		s := one.Code
		if one.Field != "" {
			s += " at " + one.Field
		}
		if one.Cause != nil {
			s += ": " + plain(one.Cause)
		}
		return s
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Op + " a " + filepath.Ext(path.Path) + " file: " + path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Op + " a " + filepath.Ext(link.New) + " file: " + link.Err.Error()
	}
	return err.Error()
}

// quoted is a value in an error's text: what somebody typed, or read from a sheet.
var quoted = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`)

// nameless takes out of a text the values it quotes, where the person's own files
// lie and what the person is called at this PC.
func nameless(text string) string {
	text = quoted.ReplaceAllString(text, `"…"`)
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		for _, h := range []string{home, filepath.ToSlash(home)} {
			text = strings.ReplaceAll(text, h, "~")
		}
	}
	if u, err := user.Current(); err == nil {
		_, short, domain := strings.Cut(u.Username, `\`)
		if !domain {
			short = u.Username
		}
		for _, name := range []string{u.Username, u.Name, short} {
			if len(name) > 4 { // "root" and "user" are nobody, and stand in other words
				text = strings.ReplaceAll(text, name, "?")
			}
		}
	}
	return text
}
