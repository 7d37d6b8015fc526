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
			return rest, nil
		}
		rest, args = append(rest, args[0]), args[1:]
	}
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

// dayOf reads a whole day; "" is none.
func dayOf(text string) (when.Date, error) {
	d, err := when.Parse(text)
	if err != nil || d != 0 && !d.Exact() {
		return 0, usage{words.Text("console.day", text)}
	}
	return d, nil
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
