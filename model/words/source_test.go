package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/assets"
)

// What stands between the tables and the source: every code has its sentence,
// every sentence is used, no call leaves a place of its sentence empty.
func TestSourceAndSentences(t *testing.T) {
	rooms := map[string]bool{}
	for _, f := range assets.Words() {
		room := strings.TrimSuffix(f.Name, ".vi.tsv")
		rooms[room] = true
		own := map[string]string{}
		if err := read(own, f.Name, string(f.Data)); err != nil {
			t.Error(err)
		}
		for code, s := range own {
			if !strings.HasPrefix(code, room+".") {
				t.Errorf("%s: %s belongs to another room's table", f.Name, code)
			}
			if !norm.NFC.IsNormalString(s) || strings.Contains(s, "  ") {
				t.Errorf("%s: sentence is not NFC with single spaces", code)
			}
		}
	}
	found := &uses{codes: map[string]string{}, acts: map[string]bool{}}
	if err := found.tree("../.."); err != nil {
		t.Fatal(err)
	}
	if len(found.calls) == 0 {
		t.Fatal("no code found in the source: the walk is broken")
	}
	for _, p := range compare(found, rooms, table()) {
		t.Error(p)
	}
}

// uses is what a walk over the source found.
type uses struct {
	codes map[string]string // every literal shaped like a code → where it stands
	calls []call            // codes handed to fault.New and words.Text
	acts  map[string]bool   // names of acts of the office: rights and the log know them, no sentence says them
}

type call struct {
	at, code string
	args     int // -1: handed on with …
}

var (
	codeShape = regexp.MustCompile(`^[a-z0-9]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$`)
	fileName  = regexp.MustCompile(`\.(xml|rels|csv|tsv|txt|json|html|pdf|docx|xlsx|xls|ods|db|log|go|png|toml)$`)
	place     = regexp.MustCompile(`\{(\d+)\}`)
)

// compare tells what does not fit together.
func compare(u *uses, rooms map[string]bool, sentences map[string]string) (problems []string) {
	said := map[string]bool{}
	for _, c := range u.calls {
		s, ok := sentences[c.code]
		if !ok {
			said[c.code] = true
			problems = append(problems, fmt.Sprintf("%s: %s has no sentence", c.at, c.code))
			continue
		}
		for _, m := range place.FindAllStringSubmatch(s, -1) {
			if n, _ := strconv.Atoi(m[1]); c.args >= 0 && n >= c.args {
				problems = append(problems, fmt.Sprintf("%s: %s shows {%d} but is given %d arguments", c.at, c.code, n, c.args))
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(u.codes)) {
		room, _, _ := strings.Cut(code, ".")
		if sentences[code] == "" && rooms[room] && !said[code] && !u.acts[code] && !fileName.MatchString(code) {
			problems = append(problems, fmt.Sprintf("%s: %s has no sentence", u.codes[code], code))
		}
	}
	for _, code := range slices.Sorted(maps.Keys(sentences)) {
		if u.codes[code] == "" {
			problems = append(problems, code+": the sentence is used nowhere")
		}
	}
	slices.Sort(problems)
	return slices.Compact(problems)
}

// tree walks the program's own source, without tests.
func (u *uses) tree(root string) error {
	return filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if p != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "build" && path.Dir(filepath.ToSlash(p)) == root) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		return u.file(p, src)
	})
}

func (u *uses) file(name string, src []byte) error {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	literal := func(e ast.Expr) (string, bool) {
		b, ok := e.(*ast.BasicLit)
		if !ok || b.Kind != token.STRING {
			return "", false
		}
		s, err := strconv.Unquote(b.Value)
		return s, err == nil && codeShape.MatchString(s)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if s, ok := literal(n); ok {
				u.codes[s] = set.Position(n.Pos()).String()
			}
		case *ast.CallExpr:
			fun, ok := n.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			from, ok := fun.X.(*ast.Ident)
			if !ok {
				return true
			}
			if fun.Sel.Name == "act" {
				for _, a := range n.Args {
					if s, ok := literal(a); ok {
						u.acts[s] = true
					}
				}
				return true
			}
			at, known := map[string]int{"fault.New": 1, "words.Text": 0}[from.Name+"."+fun.Sel.Name]
			if !known || len(n.Args) <= at {
				return true
			}
			if s, ok := literal(n.Args[at]); ok {
				c := call{set.Position(n.Pos()).String(), s, len(n.Args) - at - 1}
				if n.Ellipsis.IsValid() {
					c.args = -1
				}
				u.calls = append(u.calls, c)
			}
		}
		return true
	})
	return nil
}

// The comparison above must be able to fail, each way once.
func TestCompareCanFail(t *testing.T) {
	const src = `package x
import "a.example/x"
var (
	_ = fault.New(fault.Invalid, "room.good", 1, 2)
	_ = fault.New(fault.Invalid, "room.short", 1)
	_ = fault.New(fault.Invalid, "room.handed-on", list...)
	_ = fault.New(fault.Invalid, "other.silent")
	_ = Issue{Code: "room.unsaid"}
	_ = open("room.xml", "elsewhere.column")
	_ = office.act(ctx, "room.save", "ghi")
)`
	u := &uses{codes: map[string]string{}, acts: map[string]bool{}}
	if err := u.file("x.go", []byte(src)); err != nil {
		t.Fatal(err)
	}
	got := compare(u, map[string]bool{"room": true}, map[string]string{
		"room.good": "{0} {1}", "room.short": "{0} {1}", "room.handed-on": "{7}", "room.idle": "câu thừa",
	})
	want := []string{
		"room.idle: the sentence is used nowhere",
		"x.go:5:6: room.short shows {1} but is given 1 arguments",
		"x.go:7:6: other.silent has no sentence",
		"x.go:8:18: room.unsaid has no sentence",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
