package main

import (
	"errors"
	"flag"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"thidua/model/office"
	"thidua/model/when"
	"thidua/model/words"
	"thidua/storage"
)

// flags makes a flag set that reports its faults to us instead of printing them.
func (c *console) flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// parse reads flags wherever they stand among the arguments and gives the rest.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, err
		} else if err != nil {
			return nil, usage{wrongFlag(fs, args)}
		}
		args = fs.Args()
		if len(args) == 0 {
			return rest, faultOf(fs)
		}
		rest, args = append(rest, args[0]), args[1:]
	}
}

// parseOnly is parse for a command that takes from least to most arguments beside
// its flags; otherwise the sentence of a code says what it takes.
func parseOnly(fs *flag.FlagSet, args []string, least, most int, code string) ([]string, error) {
	rest, err := parse(fs, args)
	if err == nil && (len(rest) < least || len(rest) > most) {
		return nil, usage{words.Text(code)}
	}
	return rest, err
}

// wrongFlag says which of the arguments the flags would not take, and why: the
// flag package's own words are English. Where it stopped tells how many it read.
func wrongFlag(fs *flag.FlagSet, args []string) string {
	at := max(0, len(args)-len(fs.Args())-1)
	name, value, joined := strings.Cut(args[at], "=")
	if at > 0 && takesValue(fs, args[at-1]) {
		return words.Text("console.flag-value", args[at-1], args[at])
	}
	switch f := fs.Lookup(strings.TrimLeft(name, "-")); {
	case f == nil:
		return words.Text("console.flags", name)
	case joined:
		return words.Text("console.flag-value", name, value)
	}
	return words.Text("console.flag-alone", name)
}

// takesValue tells that an argument is a flag whose value is the next argument.
func takesValue(fs *flag.FlagSet, arg string) bool {
	if !strings.HasPrefix(arg, "-") || strings.Contains(arg, "=") {
		return false
	}
	f := fs.Lookup(strings.TrimLeft(arg, "-"))
	if f == nil {
		return false
	}
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return !ok || !b.IsBoolFlag()
}

// faultOf is why a flag could not be read.
func faultOf(fs *flag.FlagSet) (err error) {
	fs.Visit(func(f *flag.Flag) {
		if v, ok := f.Value.(interface{ fault() error }); ok && err == nil {
			err = v.fault()
		}
	})
	return err
}

// number reads the one number a command is called with.
func number(rest []string) (int64, error) {
	if len(rest) == 1 {
		if n, err := strconv.ParseInt(rest[0], 10, 64); err == nil && n > 0 {
			return n, nil
		}
	}
	return 0, usage{words.Text("console.number")}
}

// numbers reads ids.
func numbers(args []string) ([]int64, error) {
	var out []int64
	for _, a := range args {
		n, err := strconv.ParseInt(a, 10, 64)
		if err != nil || n <= 0 {
			return nil, usage{words.Text("console.numbers", a)}
		}
		out = append(out, n)
	}
	return out, nil
}

// told is a flag that reads its value into v and keeps why it cannot: the words of
// flag.Value's own errors are English.
type told[T any] struct {
	v    *T
	read func(string) (T, error)
	err  error
}

func (t *told[T]) String() string { return "" }

func (t *told[T]) Set(text string) error {
	*t.v, t.err = t.read(text)
	return nil
}

func (t *told[T]) fault() error { return t.err }

// dayFlag declares a flag that is a whole day; "" is none.
func dayFlag(fs *flag.FlagSet, name string, day *when.Date) {
	fs.Var(&told[when.Date]{v: day, read: func(text string) (when.Date, error) {
		d, err := when.Parse(text)
		if err != nil || d != 0 && !d.Exact() {
			return 0, usage{words.Text("console.day", text)}
		}
		return d, nil
	}}, name, "")
}

// yearFlag declares a flag that is a year; 0 is none.
func yearFlag(fs *flag.FlagSet, year *int) {
	fs.Var(&told[int]{v: year, read: func(text string) (int, error) {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1900 || n > 2200 {
			return 0, usage{words.Text("console.year", text)}
		}
		return n, nil
	}}, "year", "")
}

// fileFlag declares a flag that is a file to be kept; nil for "".
func fileFlag(fs *flag.FlagSet, name string, file **office.Attachment) {
	fs.Var(&told[*office.Attachment]{v: file, read: func(path string) (*office.Attachment, error) {
		if path == "" {
			return nil, nil
		}
		return attachment(path)
	}}, name, "")
}

// attachment reads a file to be kept.
func attachment(path string) (*office.Attachment, error) {
	data, err := storage.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return &office.Attachment{Name: filepath.Base(path), Data: data}, nil
}

// textFlags declares several text flags at once.
func textFlags(fs *flag.FlagSet, names ...string) map[string]*string {
	out := map[string]*string{}
	for _, n := range names {
		out[n] = fs.String(n, "", "")
	}
	return out
}

// bare reads the flags of a command that takes nothing else, and opens the office.
func (c *console) bare(fs *flag.FlagSet, args []string) error {
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return err
	}
	return c.open()
}

// one reads the flags of a command about one thing, and opens the office.
func (c *console) one(fs *flag.FlagSet, args []string) (int64, error) {
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	id, err := number(rest)
	if err != nil {
		return 0, err
	}
	return id, c.open()
}

// several reads the flags of a command about any number of things, and opens the office.
func (c *console) several(fs *flag.FlagSet, args []string) ([]int64, error) {
	rest, err := parse(fs, args)
	if err != nil {
		return nil, err
	}
	ids, err := numbers(rest)
	if err != nil {
		return nil, err
	}
	return ids, c.open()
}

// some is several where there must be one at least.
func (c *console) some(fs *flag.FlagSet, args []string) ([]int64, error) {
	ids, err := c.several(fs, args)
	if err == nil && len(ids) == 0 {
		return nil, usage{words.Text("console.no-numbers")}
	}
	return ids, err
}
