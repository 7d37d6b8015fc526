package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
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
	times        int    // theirs counts so many times: fewer rows, say; 0 is once
	rounds       int    // how often each is run, the median is shown; 0 is five times
}

var rivals = []rival{
	{"staging 100,000 rows / excelize only reading (≤ 1)", "./cmd/build/bench", "BenchmarkStage", "BenchmarkExcelizeRead", 0, 0},
	{"the same rows in TCVN3 / in Unicode (≤ 1.10)", "./cmd/build/bench", "BenchmarkStageTCVN3", "BenchmarkStage", 0, 0},
	{"staging 300,000 rows / 30 times 10,000 (linear)", "./cmd/build/bench", "BenchmarkStage300000", "BenchmarkStage10000", 30, 0},
	{"staging 60,000 of .xls / LibreOffice to CSV (≤ 1)", "./cmd/build/bench", "BenchmarkStageXLS", "BenchmarkOfficeCSV", 0, 0},
	{"checking 10,000 dossiers / merely loading them (≤ 3)", "./storage", "BenchmarkCheckMovement", "BenchmarkLoadMovement", 0, 0},
	{"reading .xlsx with fonts / excelize without", "./storage/sheet", "BenchmarkXLSX/shared/ours", "BenchmarkXLSX/shared/excelize", 0, 0},
	{"a list of 1,000 to PDF / LibreOffice (≤ 0.01)", "./storage/press", "BenchmarkPDFList/1000", "BenchmarkOffice/list-1000", 0, 3},
	{"1,000 summaries to PDF / LibreOffice (≤ 0.01)", "./storage/press", "BenchmarkPDFSummaries/1000", "BenchmarkOffice/summaries-1000", 0, 3},
	{"a list of 4,000 to PDF / 4 times 1,000 (linear)", "./storage/press", "BenchmarkPDFList/4000", "BenchmarkPDFList/1000", 4, 0},
	{"a list of 1,000 to PDF / gopdf drawing it", "./storage/press", "BenchmarkPDFList/1000", "BenchmarkGopdf/list-1000", 0, 0},
}

// figure is one benchmark whose own metrics are shown.
type figure struct{ what, pkg, name string }

var figures = []figure{
	{"staging 100,000 rows: memory (≤ 100 MiB above the rows)", "./cmd/build/bench", "BenchmarkStageMemory"},
	{"a list of 1,000 to PDF: memory (≤ 250 MiB)", "./storage/press", "BenchmarkPDFList/1000"},
	{"1,000 summaries to PDF: memory (≤ 250 MiB)", "./storage/press", "BenchmarkPDFSummaries/1000"},
}

// rounds is how often each benchmark is run that says nothing else.
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
	fmt.Printf("%-52s %12s %12s %8s\n", "median of several runs", "ours", "theirs", "ratio")
	show := func(what string, ours, theirs []time.Duration) {
		a, b := median(ours), median(theirs)
		fmt.Printf("%-52s %12s %12s %8.3f\n", what, round(a), round(b), float64(a)/float64(b))
	}
	// What the benchmarks prepare is prepared once for all their processes.
	prepared, err := filepath.Abs(filepath.Join(dir, "prepared"))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(prepared); err != nil {
		return err
	}
	if err := os.Setenv("THIDUA_BENCH", prepared); err != nil {
		return err
	}
	binaries := map[string]string{}
	build := func(pkg string) (string, error) {
		if binaries[pkg] == "" {
			binary := filepath.Join(dir, fmt.Sprintf("bench%d.test", len(binaries)))
			if err := tool(noCgo, "go", "test", "-c", "-o", binary, pkg).Run(); err != nil {
				return "", errSaid
			}
			binaries[pkg] = binary
		}
		return binaries[pkg], nil
	}
nextRival:
	for _, r := range rivals {
		binary, err := build(r.pkg)
		if err != nil {
			return err
		}
		var ours, theirs []time.Duration
		for range cmp.Or(r.rounds, rounds) {
			for _, side := range []struct {
				name string
				took *[]time.Duration
			}{{r.ours, &ours}, {r.theirs, &theirs}} {
				m, err := runBenchmark(binary, r.pkg, side.name)
				if errors.Is(err, errSkipped) {
					fmt.Println("skipped:", r.what)
					continue nextRival
				}
				if err != nil {
					return err
				}
				*side.took = append(*side.took, time.Duration(m["ns/op"]))
			}
		}
		for i := range theirs {
			theirs[i] *= time.Duration(max(1, r.times))
		}
		show(r.what, ours, theirs)
	}
	for _, f := range figures {
		binary, err := build(f.pkg)
		if err != nil {
			return err
		}
		m, err := runBenchmark(binary, f.pkg, f.name)
		if err != nil {
			return err
		}
		delete(m, "ns/op")
		fmt.Print(f.what, ":")
		for _, unit := range slices.Sorted(maps.Keys(m)) {
			fmt.Printf("  %.0f %s", m[unit], unit)
		}
		fmt.Println()
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

// errSkipped is a benchmark whose rival is not on this machine.
var errSkipped = errors.New("skipped")

// runBenchmark runs one benchmark of a test binary once, in its package's
// folder, and gives what it measured by unit.
func runBenchmark(binary, pkg, name string) (map[string]float64, error) {
	abs, err := filepath.Abs(binary)
	if err != nil {
		return nil, err
	}
	var parts []string
	for _, p := range strings.Split(name, "/") {
		parts = append(parts, "^"+p+"$")
	}
	c := exec.Command(abs, "-test.v", "-test.run", "^$", "-test.bench", strings.Join(parts, "/"), "-test.benchtime", "1x")
	c.Dir = pkg
	out, err := c.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	for _, line := range strings.Split(string(out), "\n") {
		f := strings.Fields(line)
		if len(f) >= 4 && f[3] == "ns/op" && (f[0] == name || strings.HasPrefix(f[0], name+"-")) {
			m := map[string]float64{}
			for i := 2; i+1 < len(f); i += 2 {
				if m[f[i+1]], err = strconv.ParseFloat(f[i], 64); err != nil {
					return nil, err
				}
			}
			return m, nil
		}
	}
	if strings.Contains(string(out), "SKIP: "+name) {
		return nil, errSkipped
	}
	return nil, fmt.Errorf("no benchmark %s in %s", name, pkg)
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
