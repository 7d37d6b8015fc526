package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// troubles are sheets named by what is wrong with them, each with the records it
// holds and the issues that must be said. make.py beside them made them.
const troubles = "testdata/sheets"

// wanted is the truth about one file.
type wanted struct {
	Records []map[string]string
	Issues  []struct {
		Row                   int
		Field, Code, Severity string
	}
	Note any // quiet: what is plainly right carries no issue
}

const quiet = "nothing else is said"

// shown are the fields a record of the truth speaks of: one that is missing there
// must be missing in the answer.
var shown = []string{"kind", "name", "honorific", "gender", "birth_date", "ethnicity", "id_number", "position", "unit", "award", "achievement"}

func TestTroubleSheetsCellByCell(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(troubles, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]wanted
	if err := json.Unmarshal(b, &truth); err != nil {
		t.Fatal(err)
	}
	if len(truth) < 24 {
		t.Fatalf("the truth holds %d files", len(truth))
	}
	dir := sampleOffice(t)
	for name, want := range truth {
		t.Run(name, func(t *testing.T) {
			status := done
			for _, i := range want.Issues {
				if i.Severity == "error" {
					status = findings
				}
			}
			var got struct {
				Files []struct {
					Rows   []map[string]any
					Issues []struct{ Code, Field, Severity string }
				}
			}
			out := call(t, status, "--data", dir, "--today", "2025-12-10", "--json", "import", "--dry-run", filepath.Join(troubles, name))
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			var rows []map[string]any
			said := map[int][]string{}
			for _, f := range got.Files {
				rows = append(rows, f.Rows...)
				for _, i := range f.Issues {
					said[0] = append(said[0], i.Code+" "+i.Severity)
				}
			}
			if len(rows) != len(want.Records) {
				t.Fatalf("%d rows, want %d", len(rows), len(want.Records))
			}
			for i, r := range rows {
				cells := map[string]string{}
				for _, field := range shown {
					if v, _ := r[field].(string); v != "" {
						cells[field] = v
					}
				}
				if diff := cmp.Diff(want.Records[i], cells); diff != "" {
					t.Errorf("row %v:\n%s", r["row"], diff)
				}
				number, _ := r["row"].(float64)
				issues, _ := r["issues"].([]any)
				for _, is := range issues {
					m, _ := is.(map[string]any)
					code, _ := m["code"].(string)
					severity, _ := m["severity"].(string)
					said[int(number)] = append(said[int(number)], code+" "+severity)
				}
			}
			if want.Note == quiet {
				for row, codes := range said {
					if row > 0 {
						t.Errorf("row %d: said needlessly: %q", row, codes)
					}
				}
			}
			for _, i := range want.Issues {
				if !slices.Contains(said[i.Row], i.Code+" "+i.Severity) {
					t.Errorf("row %d: %s (%s) is not said; said: %q", i.Row, i.Code, i.Severity, said[i.Row])
				}
			}
		})
	}
}
