//go:build !windows

package printer

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/paper"
	"thidua/storage/press"
	"thidua/storage/press/preview"
)

func sample(t *testing.T, pages int) []byte {
	t.Helper()
	d := &paper.Document{Title: "Thử"}
	for range pages {
		d.Parts = append(d.Parts, paper.Part{Blocks: []paper.Block{paper.Title{Name: "TỜ TRÌNH"}}})
	}
	var b bytes.Buffer
	if err := press.PDF(&b, d, press.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A script stands in for lp and keeps what it was given: the queue of a PC cannot
// be had in a test.
func withLP(t *testing.T, script string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin:/bin")
	t.Setenv("LP_OUT", dir)
	return dir
}

func TestJobsGoInOrderWithTheirCopies(t *testing.T) {
	dir := withLP(t, `n=$(ls "$LP_OUT" | grep -c job); printf "%s" "$*" >"$LP_OUT/job$n"; cat >"$LP_OUT/pdf$n"`)
	r := preview.New(preview.Options{})
	defer r.Close()
	jobs := []Job{{Title: "-Hồ sơ\n01", PDF: sample(t, 2), Copies: 3}, {Title: "Hồ sơ 02", PDF: sample(t, 1)}}
	var told []int
	res, err := Print(context.Background(), r, jobs, Options{Printer: "tang2", Progress: func(job, page int) { told = append(told, job, page) }})
	if err != nil || res.Jobs != 2 || res.Pages != 7 || len(told) != 4 || told[2] != 2 {
		t.Fatalf("%+v %v %v", res, told, err)
	}
	for i, want := range []string{"-n 3 -t Hồ sơ 01 -o print-scaling=none -d tang2 -", "-n 1 -t Hồ sơ 02 -o print-scaling=none -d tang2 -"} {
		args, _ := os.ReadFile(filepath.Join(dir, "job"+string(rune('0'+i))))
		if got := strings.TrimSpace(string(args)); got != want {
			t.Errorf("job %d: %q", i+1, got)
		}
		pdf, _ := os.ReadFile(filepath.Join(dir, "pdf"+string(rune('0'+i))))
		if !bytes.Equal(pdf, jobs[i].PDF) {
			t.Errorf("job %d: another file was sent", i+1)
		}
	}
}

func TestWhatCannotBePrintedIsSaid(t *testing.T) {
	r := preview.New(preview.Options{})
	defer r.Close()
	jobs := []Job{{Title: "Hồ sơ 01", PDF: sample(t, 1)}}
	if _, err := Print(context.Background(), r, nil, Options{}); fault.CodeOf(err) != "press.nothing-to-print" {
		t.Errorf("no jobs: %v", err)
	}
	stop, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Print(stop, r, jobs, Options{}); fault.KindOf(err) != fault.Canceled {
		t.Errorf("stopped: %v", err)
	}
	withLP(t, `echo "no default destination" >&2; exit 1`)
	if res, err := Print(context.Background(), r, jobs, Options{}); fault.CodeOf(err) != "press.print" || res.Jobs != 0 || !strings.Contains(err.Error(), "no default destination") {
		t.Errorf("lp refuses: %+v %v", res, err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Print(context.Background(), r, jobs, Options{}); fault.CodeOf(err) != "press.no-printer" {
		t.Errorf("no lp: %v", err)
	}
}
