package main_test

// The house test: the walls of the plan, as a table and nine rules. When the code
// shows that a wall stands in the wrong place, move it here and say why in the
// package comment of the room that moved.

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What each room may import of ours. The longest prefix counts; a room may always
// import itself and what lies inside it, but a page never another page.
const (
	ground = "model/fault model/when model/viet model/paper model/registry"
	nouns  = ground + " model/award model/movement model/criteria model/report model/dossier model/check model/council model/decision model/audit model/intake"
)

var arrows = map[string]string{
	"assets":          "",
	"model/fault":     "",
	"model/when":      "model/fault",
	"model/viet":      "",
	"model/paper":     "model/fault",
	"model/words":     "model/fault model/when assets",
	"model/registry":  "model/fault model/when model/viet assets",
	"model/award":     ground + " assets",
	"model/movement":  ground + " assets",
	"model/criteria":  ground + " model/movement assets",
	"model/report":    ground + " model/movement model/criteria",
	"model/dossier":   ground + " model/award assets",
	"model/check":     ground + " model/award model/movement model/criteria model/dossier",
	"model/council":   ground + " model/dossier assets",
	"model/decision":  ground + " model/award model/dossier model/council",
	"model/form":      "model/paper model/viet model/when assets",
	"model/intake":    "model/fault model/viet model/when assets",
	"model/audit":     ground,
	"model/office":    nouns + " model/form model/words assets",
	"storage":         "storage model/office " + nouns,
	"storage/sqldb":   nouns + " model/office",
	"storage/sqlite":  "storage/sqldb " + nouns + " model/office assets",
	"storage/sheet":   "model/intake model/fault model/when",
	"storage/press":   "model/paper model/fault assets",
	"storage/vault":   "model/office model/fault",
	"ui":              "ui model/office model/words model/fault model/when assets",
	"ui/page":         "ui/task ui/kit ui/noun ui/words model/office model/words model/form " + nouns, // the nouns an office answers with
	"ui/noun":         "ui/kit ui/words model/report model/viet model/when model/registry model/award model/movement model/audit",
	"ui/task":         "ui/kit ui/words model/office model/words model/fault model/audit",
	"ui/kit":          "ui/theme ui/words model/fault model/when model/viet",
	"ui/theme":        "assets",
	"ui/words":        "",
	"cmd/thidua":      "storage ui model/office model/fault model/words model/when",
	"cmd/thiduactl":   "storage model assets",
	"cmd/build":       "",
	"cmd/gallery":     "ui storage model assets",
	"cmd/build/bench": "storage model",
}

var topLevel = []string{"FyneApp.toml", "LICENSE", "README.md", "assets", "cmd", "go.mod", "go.sum", "model", "storage", "ui"}

// source is one file of the tree: path from the top with slashes, and its syntax when it is Go.
type source struct {
	path string
	text []byte
	tree *ast.File
}

func (s source) isTest() bool { return strings.HasSuffix(s.path, "_test.go") }

func (s source) in(rooms ...string) bool {
	return slices.ContainsFunc(rooms, func(r string) bool { return under(path.Dir(s.path), r) })
}

var sql = regexp.MustCompile(`^\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE|DELETE FROM|CREATE (TABLE|(UNIQUE )?INDEX|VIRTUAL|TRIGGER|VIEW)|DROP|ALTER TABLE|PRAGMA)\s`)

// Spelled in pieces so that this file does not break its own rules.
var (
	leftOver = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME)\b`)
	machine  = regexp.MustCompile(`/(wo` + `rk|ro` + `ot)/|/ho` + `me/[a-z]`)
)

// A rule looks at one file and tells what breaks it.
var rules = map[string]func(source) []string{
	"arrows": func(s source) (bad []string) {
		own := path.Dir(s.path)
		if s.tree == nil || own == "." || own == "cmd" {
			return nil
		}
		room, ok := roomOf(own)
		if !ok {
			return []string{"no room of the table holds " + own}
		}
		if s.isTest() && !s.in("model", "ui") {
			return nil // the tests of storage and cmd drive the whole program
		}
		for _, i := range s.tree.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			to, ours := strings.CutPrefix(p, "thidua/")
			if ours && !within(to, room, own) && !slices.ContainsFunc(strings.Fields(arrows[room]), func(a string) bool { return under(to, a) }) {
				bad = append(bad, room+" may not import "+to)
			}
		}
		return bad
	},
	"state without Fyne": func(s source) (bad []string) {
		if s.tree == nil || !strings.HasSuffix(s.path, "_state.go") {
			return nil
		}
		for _, i := range s.tree.Imports {
			if strings.Contains(i.Path.Value, "fyne.io/") {
				bad = append(bad, "a state file imports "+i.Path.Value)
			}
		}
		return bad
	},
	"goroutines": func(s source) (bad []string) {
		if s.tree == nil || s.isTest() || s.in("ui/task") {
			return nil
		}
		benches := s.in("storage/press", "storage/sheet") // pages and sheets are worked in parallel there
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok && !benches {
				bad = append(bad, "a goroutine outside ui/task")
			}
			if called(n, "fyne", "Do") || called(n, "fyne", "DoAndWait") {
				bad = append(bad, "fyne.Do outside ui/task")
			}
			return true
		})
		return bad
	},
	"clock": func(s source) (bad []string) {
		if s.tree == nil || s.isTest() || !s.in("model") {
			return nil
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if called(n, "time", "Now") || called(n, "time", "Since") {
				bad = append(bad, "model asks the machine for the time")
			}
			return true
		})
		return bad
	},
	"SQL": func(s source) (bad []string) {
		if s.tree == nil || s.isTest() || s.in("storage/sqldb", "storage/sqlite") {
			return nil
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if text, _ := strconv.Unquote(l.Value); sql.MatchString(text) {
					bad = append(bad, "SQL outside storage/sqldb and storage/sqlite: "+l.Value)
				}
			}
			return true
		})
		return bad
	},
	"nothing left for later": func(s source) []string {
		return leftOver.FindAllString(string(s.text), -1)
	},
	"length": func(s source) []string {
		if n := bytes.Count(s.text, []byte("\n")); s.tree != nil && n > 600 {
			return []string{fmt.Sprintf("%d lines, 600 is the most", n)}
		}
		return nil
	},
	"machine paths": func(s source) (bad []string) {
		for _, m := range machine.FindAllString(string(s.text), -1) {
			bad = append(bad, "a path of one machine: "+m)
		}
		return bad
	},
}

// roomOf finds the room whose prefix is the longest.
func roomOf(dir string) (string, bool) {
	for d := dir; d != "." && d != "/"; d = path.Dir(d) {
		if _, ok := arrows[d]; ok {
			return d, true
		}
	}
	return "", false
}

func under(dir, room string) bool { return dir == room || strings.HasPrefix(dir, room+"/") }

// within tells that a package lies inside the importing room; of the pages, inside the same page.
func within(to, room, own string) bool {
	if room == "ui/page" {
		page := strings.Split(own, "/")
		return len(page) > 2 && under(to, strings.Join(page[:3], "/"))
	}
	return under(to, room)
}

func called(n ast.Node, pkg, name string) bool {
	s, ok := n.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != name {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == pkg
}

func strangers(names []string) (bad []string) {
	for _, n := range names {
		if !strings.HasPrefix(n, ".") && n != "build" && n != "dist" && !slices.Contains(topLevel, n) {
			bad = append(bad, n)
		}
	}
	return bad
}

func read(t *testing.T, name string, text []byte) source {
	t.Helper()
	s := source{path: name, text: text}
	if strings.HasSuffix(name, ".go") {
		var err error
		if s.tree, err = parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestHouse(t *testing.T) {
	const top = "../.."
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, n := range strangers(names) {
		t.Errorf("%s: not in the plan of the house", n)
	}
	files := 0
	err = filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(filepath.ToSlash(p), top+"/")
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && p != top && rel != ".ci" || rel == "build" || rel == "dist" || d.Name() == "testdata" || d.Name() == "failed") {
			return fs.SkipDir
		}
		kind := path.Ext(rel)
		if d.IsDir() || !slices.Contains([]string{".go", ".md", ".toml", ".tsv", ".csv", ".mod", ".nsi", ".rc", ".c", ""}, kind) {
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		files++
		s := read(t, rel, text)
		for name, check := range rules {
			for _, bad := range check(s) {
				t.Errorf("%s: %s: %s", rel, name, bad)
			}
		}
		return nil
	})
	if err != nil || files < 20 {
		t.Fatalf("the walk saw %d files: %v", files, err)
	}
}

// Each rule must be able to fail, and must let the good twin pass.
func TestRulesCanFail(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range []struct{ rule, path, bad, good string }{
		{"arrows", "ui/page/desk/desk.go", "package x\nimport _ \"thidua/storage\"", "package x\nimport _ \"thidua/model/office\""},
		{"arrows", "ui/page/desk/desk.go", "package x\nimport _ \"thidua/ui/page/units\"", "package x\nimport _ \"thidua/ui/page/desk/part\""},
		{"arrows", "ui/window.go", "package x\nimport _ \"thidua/storage/sqlite\"", "package x\nimport _ \"thidua/ui/page/desk\""},
		{"arrows", "storage/open.go", "package x\nimport _ \"thidua/ui/kit\"", "package x\nimport _ \"thidua/storage/sqlite\""},
		{"arrows", "model/dossier/road.go", "package x\nimport _ \"thidua/model/check\"", "package x\nimport _ \"thidua/model/award\""},
		{"arrows", "model/fault/fault.go", "package x\nimport _ \"thidua/model/when\"", "package x\nimport _ \"errors\""},
		{"arrows", "assets/assets.go", "package x\nimport _ \"thidua/model/when\"", "package x\nimport _ \"embed\""},
		{"state without Fyne", "ui/page/desk/desk_state.go", "package x\nimport _ \"fyne.io/fyne/v2\"", "package x\nimport _ \"thidua/ui/task\""},
		{"goroutines", "ui/page/desk/desk.go", "package x\nfunc f() { go f() }", "package x\nfunc f() { f() }"},
		{"goroutines", "ui/window.go", "package x\nfunc f() { fyne.Do(f) }", "package x\nfunc f() { task.Do(f) }"},
		{"clock", "model/dossier/road.go", "package x\nvar _ = time.Now()", "package x\nvar _ = clock.Now()"},
		{"SQL", "model/office/dossiers.go", "package x\nconst q = `\n SELECT id FROM unit`", "package x\nconst q = `SELECTED`"},
		{"SQL", "cmd/thiduactl/main.go", "package x\nconst q = \"DELETE FROM unit\"", "package x\nconst q = \"DELETED FROM\""},
		{"nothing left for later", "model/viet/key.go", "package x // TO" + "DO", "package x // done"},
		{"length", "model/viet/key.go", "package x" + strings.Repeat("\n", 601), "package x" + strings.Repeat("\n", 600)},
		{"machine paths", "README.md", "see /wo" + "rk/main", "see ./cmd/build"},
	} {
		seen[c.rule] = true
		if len(rules[c.rule](read(t, c.path, []byte(c.bad)))) == 0 {
			t.Errorf("%s lets pass in %s: %q", c.rule, c.path, c.bad)
		}
		if got := rules[c.rule](read(t, c.path, []byte(c.good))); len(got) != 0 {
			t.Errorf("%s refuses in %s: %q: %q", c.rule, c.path, c.good, got)
		}
	}
	for name := range rules {
		if !seen[name] {
			t.Errorf("nothing shows that rule %q can fail", name)
		}
	}
	if _, known := roomOf("model/helper"); known {
		t.Error("a room that the table does not name is let in")
	}
	if got := strangers([]string{"cmd", ".ci", "util", "scratch.txt", "build"}); !slices.Equal(got, []string{"util", "scratch.txt"}) {
		t.Errorf("strangers at the top level: %q", got)
	}
}
