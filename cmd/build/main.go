// Command build is the one tool for whoever works on the program:
//
//	go run ./cmd/build run      build and open the window on the made-up office
//	go run ./cmd/build test     everything that must pass
//	go run ./cmd/build bench    what the program costs against what it could have used
//	go run ./cmd/build gallery  every widget and page as a picture
//	go run ./cmd/build windows  the Windows programs, the zip and the installer
//	go run ./cmd/build wine     the same, installed and tried under Wine
//	go run ./cmd/build setup    only the system's packages, for all of the above
//
// Start at commands below. It promises to work on a machine that has only Go and
// git: what else is needed stands in packages.go, is installed by apt on Debian
// and Ubuntu as root or by sudo without a password, and otherwise named in a line
// to be run by hand. Everything it makes goes under build/. It imports nothing
// outside the standard library, needs no cgo itself and never changes a source file.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// command is one word of the command line.
type command struct {
	name string
	what string
	run  func(args []string) error
}

var commands = []command{
	{"run", "build and open the window on the made-up office", run},
	{"test", "everything that must pass", test},
	{"bench", "what the program costs, against what it could have used", bench},
	{"gallery", "every widget and page as a picture", gallery},
	{"windows", "the Windows programs, the zip and the installer", windowsBuild},
	{"wine", "the Windows programs tried under Wine", wineTest},
	{"setup", "only the system's packages", setup},
}

func main() {
	if err := enterRoot(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(2)
	}
	word := ""
	if len(os.Args) > 1 {
		word = os.Args[1]
	}
	for _, c := range commands {
		if c.name == word {
			if err := c.run(os.Args[2:]); err != nil {
				if !errors.Is(err, errSaid) {
					fmt.Fprintf(os.Stderr, "build %s: %v\n", c.name, err)
				}
				os.Exit(1)
			}
			return
		}
	}
	fmt.Fprintln(os.Stderr, "usage: go run ./cmd/build COMMAND")
	for _, c := range commands {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", c.name, c.what)
	}
	os.Exit(2)
}

// errSaid ends a command whose failure has been printed already.
var errSaid = errors.New("said already")

// enterRoot makes the module's top folder the working directory, wherever below
// it the command was started.
func enterRoot() error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	for d := dir; ; d = filepath.Dir(d) {
		mod, err := os.ReadFile(filepath.Join(d, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module thidua\n") {
			return os.Chdir(d)
		}
		if d == filepath.Dir(d) {
			return fmt.Errorf("%s lies in no checkout of thidua", dir)
		}
	}
}
