package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// test runs everything that must pass and ends with one line that counts it.
// It goes on after a failure: one run shows all that is wrong.
func test([]string) error {
	start := time.Now()
	var skipped []string
	if err := need(forWindow, forScreen, forReaders); err != nil {
		fmt.Println(err)
		skipped = append(skipped, "system packages: the tests that use them skip themselves")
	}
	count := &tally{}
	step := func(what string, do func() error) {
		if timed(what, do) != nil {
			count.failed++
		}
	}
	step("format", formatted)
	step("vet", func() error { return tool(noCgo, "go", "vet", "-tags", headlessTags, "./...").Run() })
	step("vet for Windows", func() error {
		return tool(append([]string{"GOOS=windows"}, noCgo...), "go", "vet", "-tags", headlessTags, "./...").Run()
	})
	step("staticcheck", func() error {
		return tool(noCgo, "go", "tool", "staticcheck", "-tags", headlessTags, "./...").Run()
	})
	step("house, unit and script tests", func() error { return count.goTest("./...") })
	if why := noScreen(); why != "" {
		skipped = append(skipped, "the window: "+why)
	} else {
		step("the window on a screen in memory", windowSmoke)
	}
	if why := noWine(); why != "" {
		skipped = append(skipped, "the console of Windows: "+why)
	} else {
		step("the console of Windows under Wine", consoleUnderWine)
	}
	for _, s := range append(skipped, count.skips...) {
		fmt.Println("skipped:", s)
	}
	fmt.Printf("%.0f s\n%d passed, %d failed\n", time.Since(start).Seconds(), count.passed, count.failed)
	if count.failed > 0 {
		return errSaid
	}
	return nil
}

// formatted names every Go file that gofmt would change.
func formatted() error {
	var bad []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (p != "." && strings.HasPrefix(d.Name(), ".") || p == outDir || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		was, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		is, err := format.Source(was)
		if err != nil || !bytes.Equal(was, is) {
			bad = append(bad, p)
		}
		return nil
	})
	if err == nil && len(bad) > 0 {
		err = fmt.Errorf("not formatted: %s", strings.Join(bad, " "))
	}
	return err
}

// quiet shows what a command says only when it fails.
func quiet(env []string, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), env...)
	out, err := c.CombinedOutput()
	if err != nil {
		os.Stdout.Write(out)
	}
	return err
}

// tally counts single tests, with their subtests.
type tally struct {
	passed, failed int
	skips          []string
}

// event is a line of go test -json (go doc test2json).
type event struct {
	Action, Package, Test, Output, ImportPath string
}

// goTest runs the tests of packages, shows what failed and counts.
func (t *tally) goTest(packages ...string) error {
	c := tool(noCgo, "go", append([]string{"test", "-json", "-tags", headlessTags}, packages...)...)
	c.Stdout = nil
	pipe, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	before := t.failed
	t.read(bufio.NewScanner(pipe))
	err = c.Wait()
	if err != nil && t.failed > before {
		// The tests that failed are counted one by one; the step is not counted again.
		fmt.Printf("  %d tests failed\n", t.failed-before)
		return nil
	}
	return err
}

func (t *tally) read(lines *bufio.Scanner) {
	lines.Buffer(nil, 16<<20)
	said := map[string]*strings.Builder{} // what each test printed
	failedIn := map[string]bool{}         // packages with a failed test
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output":
			if said[key] == nil {
				said[key] = &strings.Builder{}
			}
			said[key].WriteString(e.Output)
		case "build-output":
			fmt.Print(e.Output)
		case "pass":
			if e.Test != "" {
				t.passed++
			}
			delete(said, key)
		case "skip":
			if e.Test != "" {
				t.skips = append(t.skips, strings.TrimPrefix(key, "thidua/")+": "+reason(said[key]))
			}
			delete(said, key)
		case "fail":
			// A package fails with its tests; one that fails without (it does not
			// compile, or it crashed) counts once.
			if e.Test == "" && failedIn[e.Package] {
				continue
			}
			failedIn[e.Package] = true
			t.failed++
			fmt.Printf("  FAIL %s\n", key)
			if said[key] != nil {
				fmt.Print(said[key].String())
			}
		}
	}
}

// reason finds why a test skipped itself: the line after its file and number.
func reason(out *strings.Builder) string {
	if out == nil {
		return ""
	}
	lines := strings.Split(out.String(), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "_test.go:") })
	if i < 0 {
		return ""
	}
	_, why, _ := strings.Cut(lines[i], "_test.go:")
	_, why, _ = strings.Cut(why, ": ")
	return why
}

// noScreen tells why the window cannot be tried here; "" when it can.
func noScreen() string {
	if runtime.GOOS != "linux" {
		return "tried on Linux only, on a screen in memory"
	}
	if !exists("cmd/thidua") {
		return "cmd/thidua has no program yet"
	}
	for _, name := range []string{"Xvfb", "xauth", "gcc", "pkg-config"} {
		if _, err := exec.LookPath(name); err != nil {
			return name + " is not installed"
		}
	}
	return ""
}

// threadFault is what Fyne says when a call comes from the wrong goroutine.
const threadFault = "Error in Fyne call thread"

// windowSmoke builds the window as it is shipped and lets it walk through its
// pages on a screen in memory: it must end by itself with status 0 and say
// nothing of the wrong thread.
func windowSmoke() error {
	window, err := buildWindow()
	if err != nil {
		return err
	}
	console, err := buildConsole()
	if err != nil {
		return err
	}
	dir := filepath.Join(outDir, "window-smoke")
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	data := filepath.Join(dir, "data")
	if err := quiet(nil, console, "--data", data, "init", "--sample"); err != nil {
		return err
	}
	screen, err := openScreen(1366, 768)
	if err != nil {
		return err
	}
	defer screen.close()
	log, err := os.Create(filepath.Join(dir, "window.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	c := exec.Command(window, "--data", data, "--smoke", dir)
	c.Env = append(os.Environ(), screen.env()...)
	c.Stdout, c.Stderr = log, log
	err = runFor(c, 2*time.Minute)
	said, readErr := os.ReadFile(log.Name())
	if readErr != nil {
		return readErr
	}
	if i := bytes.Index(said, []byte(threadFault)); i >= 0 {
		return fmt.Errorf("%s (see %s)", threadFault, log.Name())
	}
	if err != nil {
		return fmt.Errorf("%w: %s", err, lastLines(string(said), 5))
	}
	return nil
}
