package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// rival is one comparison: what the program does against what it could have used
// instead. Both run in turn in the same minutes, so the ratio holds where the
// seconds do not.
type rival struct {
	what         string
	pkg          string // package of the benchmarks
	ours, theirs string // names of the benchmarks, as go test prints them without -N
}

var rivals = []rival{
	{"staging 100,000 rows / excelize only reading them", "./cmd/build/bench", "BenchmarkStage", "BenchmarkExcelizeRead"},
	{"checking 10,000 dossiers / merely loading them (≤ 3)", "./storage", "BenchmarkCheckMovement", "BenchmarkLoadMovement"},
	{"reading .xlsx with fonts / excelize without", "./storage/sheet", "BenchmarkXLSX/shared/ours", "BenchmarkXLSX/shared/excelize"},
}

// rounds is how often each benchmark is run; the median is shown.
const rounds = 5

// bench prints medians and ratios.
func bench([]string) error {
	if err := need(forWindow, forScreen); err != nil {
		fmt.Println(err)
	}
	dir := filepath.Join(outDir, "bench")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	fmt.Printf("%-52s %12s %12s %8s\n", "median of "+strconv.Itoa(rounds), "ours", "theirs", "ratio")
	show := func(what string, ours, theirs []time.Duration) {
		a, b := median(ours), median(theirs)
		fmt.Printf("%-52s %12s %12s %8.2f\n", what, round(a), round(b), float64(a)/float64(b))
	}
	for i, r := range rivals {
		binary := filepath.Join(dir, fmt.Sprintf("bench%d.test", i))
		if err := tool(noCgo, "go", "test", "-c", "-o", binary, r.pkg).Run(); err != nil {
			return errSaid
		}
		var ours, theirs []time.Duration
		for range rounds {
			for _, side := range []struct {
				name string
				took *[]time.Duration
			}{{r.ours, &ours}, {r.theirs, &theirs}} {
				d, err := runBenchmark(binary, r.pkg, side.name)
				if err != nil {
					return err
				}
				*side.took = append(*side.took, d)
			}
		}
		show(r.what, ours, theirs)
	}
	if why := noScreen(); why != "" {
		fmt.Println("skipped: first paint of the window:", why)
		return nil
	}
	window, empty, err := windowAndEmpty()
	if err != nil {
		return err
	}
	ours, theirs, err := firstPaints(window, empty)
	if err != nil {
		return err
	}
	show("first paint: the window / an empty Fyne window", ours, theirs)
	for i, c := range []*exec.Cmd{window(), empty()} {
		r, err := left(c)
		if err != nil {
			return err
		}
		fmt.Println([]string{"the window", "an empty Fyne window"}[i], r)
	}
	return nil
}

// runBenchmark runs one benchmark of a test binary once, in its package's folder.
func runBenchmark(binary, pkg, name string) (time.Duration, error) {
	abs, err := filepath.Abs(binary)
	if err != nil {
		return 0, err
	}
	var parts []string
	for _, p := range strings.Split(name, "/") {
		parts = append(parts, "^"+p+"$")
	}
	c := exec.Command(abs, "-test.run", "^$", "-test.bench", strings.Join(parts, "/"), "-test.benchtime", "1x")
	c.Dir = pkg
	out, err := c.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	for _, line := range strings.Split(string(out), "\n") {
		f := strings.Fields(line)
		if len(f) >= 4 && f[3] == "ns/op" && (f[0] == name || strings.HasPrefix(f[0], name+"-")) {
			ns, err := strconv.ParseFloat(f[2], 64)
			return time.Duration(ns), err
		}
	}
	return 0, fmt.Errorf("no benchmark %s in %s", name, pkg)
}

// windowAndEmpty builds the window and an empty Fyne window of the same size, and
// gives the commands that open them, ours on the made-up office.
func windowAndEmpty() (ours, theirs func() *exec.Cmd, err error) {
	console, err := buildConsole()
	if err != nil {
		return nil, nil, err
	}
	if err := sampleOffice(console); err != nil {
		return nil, nil, err
	}
	window, err := buildWindow()
	if err != nil {
		return nil, nil, err
	}
	empty := exe("empty-window")
	err = timed("build an empty Fyne window", func() error {
		return tool(cgo, "go", "build", "-tags", "x11,"+windowTags, "-o", empty, "./cmd/build/emptywindow").Run()
	})
	return func() *exec.Cmd { return exec.Command(window, "--data", sampleDir) }, func() *exec.Cmd { return exec.Command(empty) }, err
}

// firstPaints starts the two windows in turn, each on a fresh screen, and takes
// the time from the start of the process to the first frame that fills the screen.
func firstPaints(window, empty func() *exec.Cmd) (ours, theirs []time.Duration, err error) {
	for range rounds {
		d, err := firstPaint(window())
		if err != nil {
			return nil, nil, err
		}
		ours = append(ours, d)
		if d, err = firstPaint(empty()); err != nil {
			return nil, nil, err
		}
		theirs = append(theirs, d)
	}
	return ours, theirs, nil
}

// left opens a window and leaves it alone.
func left(c *exec.Cmd) (rest, error) {
	s, err := openScreen(1366, 768)
	if err != nil {
		return rest{}, err
	}
	defer s.close()
	c.Env = append(os.Environ(), s.env()...)
	if err := c.Start(); err != nil {
		return rest{}, err
	}
	defer c.Wait()
	defer c.Process.Kill()
	return atRest(func() []string { return []string{strconv.Itoa(c.Process.Pid)} }), nil
}

// firstPaint runs a program until a twentieth of the screen has changed.
func firstPaint(c *exec.Cmd) (time.Duration, error) {
	s, err := openScreen(1366, 768)
	if err != nil {
		return 0, err
	}
	defer s.close()
	before, err := s.pixels()
	if err != nil {
		return 0, err
	}
	var said bytes.Buffer
	c.Env = append(os.Environ(), s.env()...)
	c.Stdout, c.Stderr = &said, &said
	start := time.Now()
	if err := c.Start(); err != nil {
		return 0, err
	}
	defer c.Wait()
	defer c.Process.Kill()
	for time.Since(start) < 30*time.Second {
		now, err := s.pixels()
		if err != nil {
			return 0, err
		}
		if changed(before, now) > len(before)/20 {
			return time.Since(start), nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	return 0, fmt.Errorf("%s painted nothing within 30 s: %s", c.Path, said.String())
}

// changed counts the bytes that differ.
func changed(a, b []byte) (n int) {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func median(d []time.Duration) time.Duration {
	s := slices.Clone(d)
	slices.Sort(s)
	return s[len(s)/2]
}

// round keeps three figures.
func round(d time.Duration) time.Duration {
	unit := time.Duration(1)
	for d/unit >= 1000 {
		unit *= 10
	}
	return d.Round(unit)
}
