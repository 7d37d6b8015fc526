package main

import (
	"bytes"
	"cmp"
	"errors"
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
	pkg          string  // package of the benchmarks
	ours, theirs string  // names of the benchmarks, as go test prints them without -N
	most         float64 // the mark: what the ratio may be at most
	times        int     // theirs counts so many times: fewer rows, say; 0 is once
	rounds       int     // how often each is run, the median is shown; 0 is five times
}

var rivals = []rival{
	{"staging 100,000 rows / excelize only reading", "./cmd/build/bench", "BenchmarkStage", "BenchmarkExcelizeRead", 1, 0, 0},
	{"the same rows in TCVN3 / in Unicode", "./cmd/build/bench", "BenchmarkStageTCVN3", "BenchmarkStage", 1.1, 0, 7},
	{"staging 300,000 rows / 30 times 10,000", "./cmd/build/bench", "BenchmarkStage300000", "BenchmarkStage10000", 1.1, 30, 3},
	{"staging 300,000 rows / 3 times 100,000", "./cmd/build/bench", "BenchmarkStage300000", "BenchmarkStage", 1.1, 3, 3},
	{"staging 60,000 of .xls / LibreOffice to CSV", "./cmd/build/bench", "BenchmarkStageXLS", "BenchmarkOfficeCSV", 1, 0, 0},
	{"checking 10,000 dossiers / merely loading them", "./storage", "BenchmarkCheckMovement", "BenchmarkLoadMovement", 3, 0, 0},
	{"the same with 500 words of report kept for each", "./storage", "BenchmarkCheckReports", "BenchmarkLoadMovement", 3, 0, 0},
	{"reading .xlsx with fonts / excelize without", "./storage/sheet", "BenchmarkXLSX/shared/ours", "BenchmarkXLSX/shared/excelize", 1, 0, 3},
	{"a list of 1,000 to PDF / LibreOffice", "./storage/press", "BenchmarkPDFList/1000", "BenchmarkOffice/list-1000", 0.01, 0, 3},
	{"1,000 summaries to PDF / LibreOffice", "./storage/press", "BenchmarkPDFSummaries/1000", "BenchmarkOffice/summaries-1000", 0.01, 0, 3},
	{"a list of 4,000 to PDF / 4 times 1,000", "./storage/press", "BenchmarkPDFList/4000", "BenchmarkPDFList/1000", 1.1, 4, 0},
	{"a list of 1,000 to PDF / gopdf drawing it", "./storage/press", "BenchmarkPDFList/1000", "BenchmarkGopdf/list-1000", 1, 0, 0},
}

// figure is one benchmark whose own metrics are shown. most is the mark of one of them.
type figure struct {
	what, pkg, name string
	unit            string
	most            float64
}

var figures = []figure{
	{"staging 100,000 rows: memory", "./cmd/build/bench", "BenchmarkStageMemory", "MiB-above", 100},
	{"a list of 1,000 to PDF: memory", "./storage/press", "BenchmarkPDFList/1000", "peakMiB", 250},
	{"1,000 summaries to PDF: memory", "./storage/press", "BenchmarkPDFSummaries/1000", "peakMiB", 250},
	{"a list of 1,000, were gopdf to draw it: its share", "./storage/press", "BenchmarkGopdf/list-1000", "gopdf%", 0},
	{"1,000 summaries, were gopdf to draw them", "./storage/press", "BenchmarkGopdf/summaries-1000", "gopdf%", 0},
}

// rounds is how often each benchmark is run that says nothing else.
const rounds = 5

// bench prints medians and ratios, each beside its mark.
func bench([]string) error {
	began := time.Now()
	if err := need(forWindow, forScreen); err != nil {
		fmt.Println(err)
	}
	dir := filepath.Join(outDir, "bench")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
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
	t := &tests{dir: dir, binaries: map[string]string{}}
	fmt.Printf("%-48s %10s %10s %7s %7s  %s\n", "median of several runs", "ours", "theirs", "ratio", "of CPU", "mark")
	for _, r := range rivals {
		ours, theirs, err := t.compare(r)
		if errors.Is(err, errSkipped) {
			fmt.Println("skipped:", r.what)
			continue
		}
		if err != nil {
			return err
		}
		t.show(r.what, ours, theirs, r.most)
	}
	for _, f := range figures {
		m, err := t.run(f.pkg, f.name)
		if err != nil {
			return err
		}
		fmt.Printf("%-48s %10.0f %-9s %31s\n", f.what, m[f.unit], f.unit, t.verdict(m[f.unit], f.most))
	}
	if err := t.window(); err != nil {
		return err
	}
	fmt.Printf("%d of %d marks kept, in %s\n", t.kept, t.marks, time.Since(began).Round(time.Second))
	return nil
}

// tests are the test binaries of packages, built when first asked for.
type tests struct {
	dir         string
	binaries    map[string]string
	marks, kept int
}

// run runs one benchmark of a package once.
func (t *tests) run(pkg, name string) (map[string]float64, error) {
	if t.binaries[pkg] == "" {
		binary := filepath.Join(t.dir, fmt.Sprintf("bench%d.test", len(t.binaries)))
		if err := tool(noCgo, "go", "test", "-c", "-o", binary, pkg).Run(); err != nil {
			return nil, errSaid
		}
		t.binaries[pkg] = binary
	}
	return runBenchmark(t.binaries[pkg], pkg, name)
}

// measured is what the rounds of one side took by the clock and, where the
// benchmark tells, of the processor.
type measured struct{ wall, cpu []time.Duration }

func (m *measured) add(figures map[string]float64, times int) {
	m.wall = append(m.wall, time.Duration(figures["ns/op"])*time.Duration(times))
	m.cpu = append(m.cpu, time.Duration(figures["cpu-ns/op"])*time.Duration(times))
}

// compare runs the two sides in turn.
func (t *tests) compare(r rival) (ours, theirs measured, err error) {
	for range cmp.Or(r.rounds, rounds) {
		a, err := t.run(r.pkg, r.ours)
		if err != nil {
			return ours, theirs, err
		}
		b, err := t.run(r.pkg, r.theirs)
		if err != nil {
			return ours, theirs, err
		}
		ours.add(a, 1)
		theirs.add(b, max(1, r.times))
	}
	return ours, theirs, nil
}

// show prints one comparison; most 0 has no mark.
func (t *tests) show(what string, ours, theirs measured, most float64) {
	a, b, cpu := median(ours.wall), median(theirs.wall), ""
	if c := median(theirs.cpu); c > 0 {
		cpu = fmt.Sprintf("%.3g", float64(median(ours.cpu))/float64(c))
	}
	ratio := float64(a) / float64(b)
	fmt.Printf("%-48s %10s %10s %7.3g %7s  %s\n", what, round(a), round(b), ratio, cpu, t.verdict(ratio, most))
}

// verdict sets a figure beside its mark.
func (t *tests) verdict(figure, most float64) string {
	if most == 0 {
		return ""
	}
	t.marks++
	if figure > most {
		return fmt.Sprintf("≤ %g MISSED", most)
	}
	t.kept++
	return fmt.Sprintf("≤ %g kept", most)
}

// window compares the first paint of the window with an empty one's.
func (t *tests) window() error {
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
	t.show("first paint: the window / an empty Fyne window", ours, theirs, 0)
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
func firstPaints(window, empty func() *exec.Cmd) (ours, theirs measured, err error) {
	for range rounds {
		d, err := firstPaint(window())
		if err != nil {
			return ours, theirs, err
		}
		ours.wall = append(ours.wall, d)
		if d, err = firstPaint(empty()); err != nil {
			return ours, theirs, err
		}
		theirs.wall = append(theirs.wall, d)
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
	if len(d) == 0 {
		return 0
	}
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
