package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What go test -json says is counted test by test, and a package that does not
// compile or crashes counts as one failure.
func TestTally(t *testing.T) {
	var tl tally
	tl.read(bufio.NewScanner(strings.NewReader(strings.Join([]string{
		`{"Action":"run","Package":"thidua/a","Test":"TestOne"}`,
		`{"Action":"pass","Package":"thidua/a","Test":"TestOne/sub"}`,
		`{"Action":"pass","Package":"thidua/a","Test":"TestOne"}`,
		`{"Action":"output","Package":"thidua/a","Test":"TestTwo","Output":"    a_test.go:7: no pdftotext\n"}`,
		`{"Action":"skip","Package":"thidua/a","Test":"TestTwo"}`,
		`{"Action":"fail","Package":"thidua/a","Test":"TestThree"}`,
		`{"Action":"fail","Package":"thidua/a"}`,
		`{"Action":"fail","Package":"thidua/b"}`,
		`{"Action":"pass","Package":"thidua/c"}`,
		`{"Action":"skip","Package":"thidua/d"}`,
	}, "\n"))))
	if tl.passed != 2 || tl.failed != 2 {
		t.Errorf("%d passed, %d failed, want 2 and 2", tl.passed, tl.failed)
	}
	if len(tl.skips) != 1 || tl.skips[0] != "a TestTwo: no pdftotext" {
		t.Errorf("skips %q", tl.skips)
	}
}

func TestMedian(t *testing.T) {
	if got := median([]time.Duration{9, 1, 5, 7, 3}); got != 5 {
		t.Errorf("median %d", got)
	}
	if got := round(1234567 * time.Nanosecond); got != 1230*time.Microsecond {
		t.Errorf("round %s", got)
	}
}

func TestProductAndIcon(t *testing.T) {
	p, err := readProduct("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	picture, err := os.ReadFile("../../" + p.Icon)
	if err != nil {
		t.Fatal(err)
	}
	ico, err := iconFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	for i, size := range iconSizes {
		entry := ico[6+16*i:]
		length, offset := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint32(entry[12:])
		img, err := png.Decode(bytes.NewReader(ico[offset : offset+length]))
		if err != nil || img.Bounds().Dx() != size || int(entry[0]) != size%256 {
			t.Errorf("picture %d of the icon: %v, %v", i, img, err)
		}
	}
	bad := filepath.Join(t.TempDir(), "FyneApp.toml")
	if err := os.WriteFile(bad, []byte("Name = \"x\"\nID = \"y\"\nIcon = \"z\"\nVersion = \"1\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readProduct(bad); err == nil {
		t.Error("a version that Windows cannot show is taken")
	}
}

// The same programs give the same zip, byte for byte.
func TestZipIsRepeatable(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "ThiDua")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "ThiDua.exe"), []byte("MZ"), 0o755); err != nil {
		t.Fatal(err)
	}
	var made [2][]byte
	for i := range made {
		out := filepath.Join(dir, "out.zip")
		if err := zipFolder(out, folder); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		made[i] = b
		later := time.Now().Add(time.Hour)
		if err := os.Chtimes(filepath.Join(folder, "ThiDua.exe"), later, later); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("two zips of the same folder differ")
	}
	r, err := zip.NewReader(bytes.NewReader(made[0]), int64(len(made[0])))
	if err != nil || len(r.File) != 1 || r.File[0].Name != "ThiDua/ThiDua.exe" {
		t.Errorf("the zip holds %v, %v", r, err)
	}
}

// Every package is asked for once, in the one place.
func TestPackagesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range strings.Fields(strings.Join([]string{forWindow, forWayland, forScreen, forReaders, forWindows}, " ")) {
		if seen[p] {
			t.Errorf("%s is listed twice", p)
		}
		seen[p] = true
	}
	if got := byHand([]string{"gcc", "xvfb"}, nil).Error(); !strings.Contains(got, "apt-get install -y --no-install-recommends gcc xvfb") {
		t.Errorf("the line to run by hand: %s", got)
	}
}

// Whoever adds a module says in the README what for.
func TestReadmeNamesEveryDependency(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "## Dependencies")
	direct := 0
	for _, line := range strings.Split(string(mod), "\n") {
		path, version, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || !strings.HasPrefix(version, "v") || strings.Contains(version, "// indirect") {
			continue
		}
		direct++
		if !strings.Contains(table, path) && !strings.Contains(table, strings.TrimPrefix(path, "golang.org/")) {
			t.Errorf("the README does not say what %s is for", path)
		}
	}
	if direct < 5 {
		t.Errorf("only %d direct dependencies found in go.mod", direct)
	}
}
