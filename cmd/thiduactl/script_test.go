package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"
)

// samples are five untidy sheets with the truth each one holds.
const samples = "../../storage/sheet/testdata/samples"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"thiduactl": func() { os.Exit(Main()) }, "mo": show})
}

// The scripts say in commands what an officer or a night job does.
func TestScripts(t *testing.T) {
	abs, err := filepath.Abs(samples)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: map[string]func(*testscript.TestScript, bool, []string){"dien": fill, "sua": edit, "dem": count, "neu": namedOn, "het-so": rest}, Setup: func(e *testscript.Env) error {
		e.Values[counted{}] = map[string][][2]int{}
		e.Setenv("SAMPLES", abs)
		e.Setenv("THIDUA_DATA", filepath.Join(e.WorkDir, "du lieu"))
		return nil
	}})
}

// call runs the console in this process.
func call(t *testing.T, want int, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), args, &out, &errs); got != want {
		t.Fatalf("thiduactl %s: exit %d, want %d\n%s", strings.Join(args, " "), got, want, errs.String())
	}
	return out.Bytes()
}

func sampleOffice(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "du-lieu")
	call(t, done, "--data", dir, "init", "--sample")
	return dir
}

type truth map[string]struct{ Records []map[string]string }

func readTruth(t *testing.T) truth {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(samples, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want truth
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	if len(want) < 5 {
		t.Fatalf("the truth holds %d files", len(want))
	}
	return want
}

// Every cell of every sample is as in truth.json, and nothing is there besides.
func TestSamplesCellByCell(t *testing.T) {
	dir := sampleOffice(t)
	want := readTruth(t)
	for name, w := range want {
		var got struct {
			Files []struct {
				Rows []map[string]any
			}
		}
		out := call(t, done, "--data", dir, "--json", "import", "--dry-run", filepath.Join(samples, name))
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Files) != 1 || len(got.Files[0].Rows) != len(w.Records) {
			t.Errorf("%s: %d lists, want one of %d rows", name, len(got.Files), len(w.Records))
			continue
		}
		for i, r := range got.Files[0].Rows {
			cells := map[string]string{}
			for field := range w.Records[i] {
				v, _ := r[field].(string)
				cells[field] = v
			}
			for _, field := range []string{"name", "gender", "birth_date", "ethnicity", "id_number", "position", "unit", "award"} {
				if v, ok := r[field].(string); ok {
					cells[field] = v
				}
			}
			if diff := cmp.Diff(w.Records[i], cells); diff != "" {
				t.Errorf("%s row %v:\n%s", name, r["row"], diff)
			}
		}
	}
}

// Every name of an accepted sheet stands on the printed list.
func TestEveryNameIsPrinted(t *testing.T) {
	dir := sampleOffice(t)
	want := readTruth(t)
	for name := range want {
		call(t, done, "--data", dir, "import", "--accept", filepath.Join(samples, name))
	}
	pdf := filepath.Join(dir, "ds.pdf")
	call(t, done, "--data", dir, "print", "danh-sach", "--out", pdf)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the printed list cannot be read back")
	}
	out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := " " + strings.Join(strings.Fields(string(out)), " ") + " "
	if !norm.NFC.IsNormalString(text) {
		t.Error("the text of the list is not NFC")
	}
	raw, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	flat := " " + strings.Join(strings.Fields(string(raw)), " ")
	for file, w := range want {
		for _, r := range w.Records {
			if !strings.Contains(flat, " "+r["name"]) && !strings.Contains(text, " "+r["name"]+" ") {
				t.Errorf("%s: %s is not on the list", file, r["name"])
			}
		}
	}
}

// A second run on the same data gives the same bytes; the copy holds them all.
func TestTheSameFactsTheSameBytes(t *testing.T) {
	a, b := sampleOffice(t), sampleOffice(t)
	for _, form := range []string{"to-trinh", "danh-sach", "quyet-dinh"} {
		for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
			var files [2][]byte
			for i, dir := range []string{a, b} {
				out := filepath.Join(t.TempDir(), form+ending)
				call(t, done, "--data", dir, "--today", "2026-01-15", "print", form, "--out", out)
				data, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				files[i] = data
			}
			if !bytes.Equal(files[0], files[1]) {
				t.Errorf("%s%s differs between two offices with the same facts", form, ending)
			}
		}
	}
}
