package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/model/words"
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
		if err := fs.Parse(args); err != nil {
			return nil, usage{words.Text("console.flags", err.Error())}
		}
		args = fs.Args()
		if len(args) == 0 {
			return rest, faultOf(fs)
		}
		rest, args = append(rest, args[0]), args[1:]
	}
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

// fileFlag declares a flag that is a file to be kept; nil for "".
func fileFlag(fs *flag.FlagSet, name string, file **office.Attachment) {
	fs.Var(&told[*office.Attachment]{v: file, read: attachment}, name, "")
}

// attachment reads a file to be kept; nil for "".
func attachment(path string) (*office.Attachment, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.New(fault.Refused, "console.no-file", filepath.Base(path)).Because(err)
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
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return usage{words.Text("console.no-arguments")}
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
