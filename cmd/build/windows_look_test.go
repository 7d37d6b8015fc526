package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program without its icon, version and manifest, or with those of another
// version, is not shipped.
func TestLookInside(t *testing.T) {
	const compile = "x86_64-w64-mingw32-windres"
	if _, err := exec.LookPath(compile); err != nil {
		t.Skip(compile + " is not installed")
	}
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module thu\n")
	write("main.go", "package main\n\nfunc main() {}\n")
	bare := target{File: "thu", Description: "Thi đua - dòng lệnh", Name: "Thi đua", Version: "1.2.3", Comma: "1,2,3,0"}
	build := func() string {
		out := filepath.Join(dir, "thu.exe")
		c := exec.Command("go", "build", "-o", out, ".")
		c.Dir = dir
		c.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=")
		if said, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		return out
	}
	manifest, err := windowsFiles.ReadFile("windows/app.manifest")
	if err != nil {
		t.Fatal(err)
	}
	refused := func(is target, manifest []byte, want string) {
		t.Helper()
		if err := is.lookInside(build(), manifest); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want …%s", err, want)
		}
	}
	refused(bare, manifest, "has no resources")

	t.Chdir("../..")
	app, err := readProduct("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := resources(dir, app); err != nil {
		t.Fatal(err)
	}
	if err := bare.resource(dir, filepath.Join(dir, "rsrc_windows_amd64.syso")); err != nil {
		t.Fatal(err)
	}
	if err := bare.lookInside(build(), manifest); err != nil {
		t.Error(err)
	}
	refused(bare, append(manifest, "<!-- -->"...), "manifest")
	other := bare
	other.Version = "1.2.4"
	refused(other, manifest, `does not say "1.2.4"`)
	other = bare
	other.ldflags = "-H windowsgui"
	refused(other, manifest, "subsystem 3")
}
