package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// glModule holds the bindings.
const glModule = "github.com/go-gl/gl"

// glBinding is one generated package of OpenGL calls and the toolkit's file that uses it.
type glBinding struct{ pkg, user string }

// The toolkit draws with OpenGL 2.1, or with OpenGL ES (the tag gles) through the
// bindings of 3.1. Both bind two thousand functions to use fifty.
var glBindings = []glBinding{
	{"v2.1/gl", "gl_core.go"},
	{"v3.1/gles2", "gl_es.go"},
}

// trimOpenGL gives the build flag under which only the OpenGL functions that the
// toolkit calls are compiled. It copies the bindings of the version in go.mod to a
// folder below the checkout, shortened, and writes a second go.mod that replaces
// them: no fork, and nothing that git sees. A cold build then takes a quarter of
// the time, and the OpenGL ES bindings no longer refuse a library that lacks a
// function nobody calls. dir is relative, for it stands in the program.
func trimOpenGL(dir string) (flag string, err error) {
	fyne, err := moduleDir("fyne.io/fyne/v2")
	if err != nil {
		return "", err
	}
	bindings, err := moduleDir(glModule)
	if err != nil {
		return "", err
	}
	copied := filepath.Join(dir, "gl")
	if err := copyFile(filepath.Join(copied, "go.mod"), filepath.Join(bindings, "go.mod")); err != nil {
		return "", err
	}
	for _, b := range glBindings {
		user, err := os.ReadFile(filepath.Join(fyne, "internal", "painter", "gl", b.user))
		if err != nil {
			return "", err
		}
		from, to := filepath.Join(bindings, filepath.FromSlash(b.pkg)), filepath.Join(copied, filepath.FromSlash(b.pkg))
		files, err := filepath.Glob(filepath.Join(from, "*.go"))
		if err != nil {
			return "", err
		}
		// The generator's own copy of the platform header lies in a folder below.
		headers, err := filepath.Glob(filepath.Join(from, "KHR", "*"))
		if err != nil {
			return "", err
		}
		for _, f := range append(files, headers...) {
			rel, err := filepath.Rel(from, f)
			if err != nil {
				return "", err
			}
			if err := copyFile(filepath.Join(to, rel), f); err != nil {
				return "", err
			}
		}
		whole, err := os.ReadFile(filepath.Join(from, "package.go"))
		if err != nil {
			return "", err
		}
		short, err := trimBinding(string(whole), string(user))
		if err != nil {
			return "", fmt.Errorf("%s: %w", b.pkg, err)
		}
		if err := writeIfNew(filepath.Join(to, "package.go"), short); err != nil {
			return "", err
		}
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	second := string(mod) + "\nreplace " + glModule + " => ./" + filepath.ToSlash(copied) + "\n"
	file := filepath.Join(dir, "thidua.mod")
	if err := writeIfNew(file, second); err != nil {
		return "", err
	}
	return "-modfile=" + file, copyFile(filepath.Join(dir, "thidua.sum"), "go.sum")
}

var (
	glThrough  = regexp.MustCompile(`C\.glow(\w+)\(gp(\w+)`)
	glCalled   = regexp.MustCompile(`\bgl\.([A-Z]\w*)`)
	glWrapper  = regexp.MustCompile(`^// static .*\bglow(\w+)\(GP\w+ fnptr`)
	glTypedef  = regexp.MustCompile(`^// typedef .*\(APIENTRYP GP(\w+)\)`)
	glPointer  = regexp.MustCompile(`^\tgp(\w+)\s+C\.GP`)
	glLoad     = regexp.MustCompile(`^\tgp(\w+) = `)
	glRequired = regexp.MustCompile(`^\tif gp(\w+) == nil`)
	glFunction = regexp.MustCompile(`^func ([A-Z]\w*)\(`)
)

// trimBinding leaves away of a generated binding every function that the user
// does not call. Line by line, for the generator writes every declaration in the
// same shape; what is of no known shape stays.
func trimBinding(whole, user string) (string, error) {
	called := map[string]bool{"Init": true, "InitWithProcAddrFunc": true}
	for _, m := range glCalled.FindAllStringSubmatch(user, -1) {
		called[m[1]] = true
	}
	// Some functions call through the pointer of another: these are needed as well.
	pointer, upper := map[string]bool{}, map[string]bool{} // the C types have the names in capitals
	for _, m := range glThrough.FindAllStringSubmatch(whole, -1) {
		if called[m[1]] {
			pointer[m[2]], upper[strings.ToUpper(m[2])] = true, true
		}
	}
	var out strings.Builder
	kept, until := 0, ""
	for _, line := range strings.SplitAfter(whole, "\n") {
		bare := strings.TrimRight(line, "\r\n")
		if until != "" { // within something that is left away
			if bare == until {
				until = ""
			}
			continue
		}
		if m := glTypedef.FindStringSubmatch(bare); m != nil && !upper[m[1]] {
			continue
		}
		if m := glWrapper.FindStringSubmatch(bare); m != nil && !called[m[1]] {
			until = "// }"
			continue
		}
		if m := glPointer.FindStringSubmatch(bare); m != nil && !pointer[m[1]] {
			continue
		}
		if m := glLoad.FindStringSubmatch(bare); m != nil && !pointer[m[1]] {
			continue
		}
		if m := glRequired.FindStringSubmatch(bare); m != nil && !pointer[m[1]] {
			until = "\t}"
			continue
		}
		if m := glFunction.FindStringSubmatch(bare); m != nil && !called[m[1]] {
			until = "}"
			continue
		} else if m != nil {
			kept++
		}
		out.WriteString(line)
	}
	if kept < 30 || until != "" {
		return "", fmt.Errorf("the bindings have another shape than before: %d functions kept", kept)
	}
	return out.String(), nil
}

// moduleDir is where the sources of a module of go.mod lie.
func moduleDir(path string) (string, error) {
	out, err := output("go", "list", "-m", "-f", "{{.Dir}}", path)
	if err == nil && out == "" {
		if err = quiet(nil, "go", "mod", "download", path); err == nil {
			out, err = output("go", "list", "-m", "-f", "{{.Dir}}", path)
		}
	}
	if err == nil && out == "" {
		err = fmt.Errorf("the sources of %s are not there", path)
	}
	return out, err
}

// writeIfNew leaves a file alone that holds the text already, so that the
// compiler's cache is not asked twice.
func writeIfNew(file, text string) error {
	if was, err := os.ReadFile(file); err == nil && string(was) == text {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// output runs a command and gives what it prints, without the line's end.
func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	if e, ok := err.(*exec.ExitError); ok {
		err = fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, lastLines(string(e.Stderr), 3))
	}
	return strings.TrimSpace(string(out)), err
}

// copyFile writes a file anew unless it holds the same already.
func copyFile(to, from string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeIfNew(to, string(b))
}
