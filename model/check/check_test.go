package check

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

var update = flag.Bool("update", false, "write the findings of this run into the cases")

// scene is a case as it stands in a file: what differs from the shipped catalogue
// and the shipped movement.
type scene struct {
	Day           when.Date
	Movement      json.RawMessage
	Dossiers      []dossier.Dossier
	Submissions   []dossier.Submission
	Nominees      []registry.Nominee
	Records       []award.Record
	Self          map[int64]registry.UnitID
	Distinct      []registry.NotSame
	Confirmations []dossier.Confirmation
	Matters       []dossier.Matter
	Initiatives   []dossier.Initiative
	Papers        []dossier.Paper
	// Texts are báo cáo thành tích, as they were read.
	Texts []struct {
		Dossier int64
		Text    string
	}
	Overrules []struct {
		Dossier         int64
		Rule, Seen      string
		Reason, Officer string
		Day             when.Date
	}
}

// facts builds what Run is given. A dossier that does not say otherwise is an
// individual's, received on the day of the case with submission 1, its nominee
// numbered like it.
func (s scene) facts(t *testing.T) Facts {
	t.Helper()
	f := Facts{Day: s.Day, Movement: movement.Load()[0], Catalogue: award.Load(), Registry: book(t), Roads: dossier.LoadRoads(),
		Submissions: map[int64]dossier.Submission{}, Nominees: map[int64]registry.Nominee{}, Records: map[int64][]award.Record{},
		Self: s.Self, Distinct: s.Distinct, Confirmations: map[int64][]dossier.Confirmation{},
		Matters: map[int64][]dossier.Matter{}, Initiatives: s.Initiatives, Say: sentences(t)}
	if s.Movement != nil {
		if err := json.Unmarshal(s.Movement, &f.Movement); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range s.Dossiers {
		d.Stage = orElse(d.Stage, dossier.Appraising)
		d.Kind = orElse(d.Kind, registry.Individual)
		d.Nominee = orElse(d.Nominee, d.ID)
		d.Submission = orElse(d.Submission, 1)
		d.Received = orElse(d.Received, s.Day)
		f.Dossiers = append(f.Dossiers, d)
	}
	for _, v := range s.Submissions {
		f.Submissions[v.ID] = v
	}
	for _, v := range s.Nominees {
		f.Nominees[v.ID] = v
	}
	for _, v := range s.Records {
		f.Records[v.Nominee] = append(f.Records[v.Nominee], v)
	}
	for _, v := range s.Confirmations {
		f.Confirmations[v.Dossier] = append(f.Confirmations[v.Dossier], v)
	}
	for _, v := range s.Matters {
		f.Matters[v.Nominee] = append(f.Matters[v.Nominee], v)
	}
	f.Papers = func(d dossier.Dossier) []dossier.Checked {
		return dossier.Checklist(dossier.Wanted(dossier.LoadPapers(), d), d, s.Papers)
	}
	f.Written, f.Copied = map[int64][]dossier.Difference{}, map[int64][]dossier.Copy{}
	texts := map[int64]string{}
	var reports []dossier.Report
	for _, r := range s.Texts {
		texts[r.Dossier] = r.Text
		reports = append(reports, dossier.Report{Dossier: r.Dossier, Paper: r.Dossier, Marks: dossier.MarksOf(r.Text)})
	}
	for _, d := range f.Dossiers {
		for _, r := range s.Texts {
			if r.Dossier == d.ID {
				f.Written[d.ID] = d.Compare("Báo cáo thành tích", dossier.Read(r.Text), []string{d.UnitText}, true, true)
			}
		}
	}
	copies, err := dossier.Copies(reports, func([]int64) (map[int64]string, error) { return texts, nil })
	if err != nil {
		panic(err) // texts answers no error
	}
	for _, c := range copies {
		f.Copied[c.A] = append(f.Copied[c.A], c)
		f.Copied[c.B] = append(f.Copied[c.B], c)
	}
	for _, o := range s.Overrules {
		f.Overrules = append(f.Overrules, Overrule{Dossier: o.Dossier, Rule: o.Rule, Seen: o.Seen, Reason: o.Reason, Officer: o.Officer, Day: o.Day})
	}
	return f
}

func orElse[T comparable](v, def T) T {
	var zero T
	if v == zero {
		return def
	}
	return v
}

// book is a small registry: a sở, a district that ended with its communes, a ward
// that was split, a sở that came out of two.
func book(t *testing.T) *registry.Book {
	t.Helper()
	text, err := os.ReadFile("testdata/registry.json")
	if err != nil {
		t.Fatal(err)
	}
	var b struct {
		Units  []registry.Unit
		Events []registry.Event
	}
	if err := json.Unmarshal(text, &b); err != nil {
		t.Fatal(err)
	}
	return registry.NewBook(b.Units, b.Events)
}

// sentences reads the room's table as the officer's program does.
func sentences(t *testing.T) func(string, ...any) string {
	t.Helper()
	text, err := os.ReadFile("../../assets/words/check.vi.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	for _, l := range strings.Split(string(text), "\n") {
		if code, s, ok := strings.Cut(l, "\t"); ok {
			table[code] = s
		}
	}
	return func(code string, args ...any) string {
		s, ok := table[code]
		if !ok {
			t.Errorf("%s has no sentence", code)
		}
		for i, a := range args {
			s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), fmt.Sprint(a))
		}
		if strings.Contains(s, "{") {
			t.Errorf("%s leaves a place empty: %s", code, s)
		}
		return s
	}
}

func show(fs []Finding, rule string) string {
	var b strings.Builder
	for _, f := range fs {
		if rule != "" && f.Rule != rule {
			continue
		}
		fmt.Fprintf(&b, "%d %s %s | %s | %s\n  thấy: %s\n  cần:  %s\n", f.Dossier, f.Rule, f.Severity, f.Title, f.Basis, f.Seen, f.Wanted)
		if o := f.Overruled; o != nil {
			fmt.Fprintf(&b, "  bỏ qua: %s (%s, %s)\n", o.Reason, o.Officer, o.Day.Slash())
		}
	}
	return b.String()
}

// What a case's name promises: whether its rule speaks.
var promises = map[string]bool{"passes": false, "fails": true, "none": false, "before": false, "after": true}

func TestRulesByTheirCases(t *testing.T) {
	numbers := map[string]bool{}
	for _, rule := range Rules() {
		if numbers[rule.Number] || rule.Title == "" || rule.Basis == "" || rule.From == 0 || (rule.each == nil) == (rule.whole == nil) {
			t.Errorf("%s: number twice, or title, basis, date or the rule itself missing", rule.Number)
		}
		numbers[rule.Number] = true
		t.Run(rule.Folder, func(t *testing.T) {
			files, err := filepath.Glob(filepath.Join("testdata", rule.Folder, "*.txtar"))
			if err != nil {
				t.Fatal(err)
			}
			kept := map[string]bool{}
			for _, name := range files {
				promise, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(name), ".txtar"), "-")
				speaks, known := promises[promise]
				if !known {
					t.Errorf("%s: the name promises nothing", name)
					continue
				}
				kept[promise] = true
				t.Run(filepath.Base(name), func(t *testing.T) {
					got := golden(t, name, rule.Number)
					if speaks != (got != "") {
						t.Errorf("the rule speaks: %v, the name promises %v", got != "", speaks)
					}
				})
			}
			for p := range promises {
				if !kept[p] {
					t.Errorf("no case %q for %s", p, rule.Folder)
				}
			}
		})
	}
}

// golden runs a case and compares what the rule says with what the case keeps.
func golden(t *testing.T, name, rule string) string {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, f := range a.Files {
		at[f.Name] = i
	}
	var s scene
	d := json.NewDecoder(strings.NewReader(string(a.Files[at["case.json"]].Data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	got := show(Run(s.facts(t)), rule)
	i, ok := at["findings"]
	if *update {
		if !ok {
			a.Files = append(a.Files, txtar.File{Name: "findings"})
			i = len(a.Files) - 1
		}
		a.Files[i].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return got
	}
	if !ok {
		t.Fatalf("%s keeps no findings; run with -update and read them", name)
	}
	if diff := cmp.Diff(string(a.Files[i].Data), got); diff != "" {
		t.Errorf("(-kept +now)\n%s", diff)
	}
	return got
}

// A folder of cases that no rule owns is never run.
func TestEveryFolderHasItsRule(t *testing.T) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Folder == e.Name() }) {
			t.Errorf("testdata/%s belongs to no rule", e.Name())
		}
	}
}
