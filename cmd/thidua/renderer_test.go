package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestChoosingTheRenderer(t *testing.T) {
	for _, c := range []struct {
		name  string
		file  string
		asked renderer
		probe bool
		want  renderer
	}{
		{"first start, good driver", "", "", true, openGL},
		{"first start, no driver", "", "", false, angle},
		{"asked for", "{pc}\topengl\tda-hien\n", angle, true, angle},
		{"as last time", "{pc}\tangle\tda-hien\n", "", true, angle},
		{"as last time, without asking the driver", "{pc}\topengl\tda-hien\n", "", false, openGL},
		{"OpenGL hung last time", "{pc}\topengl\tdang-mo\n", "", true, angle},
		{"Direct3D hung last time", "{pc}\tangle\tdang-mo\r\n", "", false, openGL},
		{"another PC's line", "0badc0de\tangle\tda-hien\n", "", true, openGL},
		{"a damaged file", "{pc}\tvulkan\tda-hien\n\x00", "", false, angle},
	} {
		dir := t.TempDir()
		d := newDisplay(dir, "PHONG-TDKT/1")
		if c.file != "" {
			text := strings.ReplaceAll(c.file, "{pc}", d.pc)
			if err := os.WriteFile(filepath.Join(dir, displayFile), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got := d.choose(c.asked, func() bool { return c.probe }); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Every PC has one line; the name of the PC is not in the file.
func TestDisplayKeepsOtherPCs(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "du-lieu")
	a, b := newDisplay(dir, "MAY-CHI-LAN"), newDisplay(dir, "MAY-ANH-TUAN")
	a.keep(openGL, shown)
	b.keep(angle, opening)
	a.keep(angle, shown)
	if r, seen, known := a.last(); r != angle || !seen || !known {
		t.Errorf("first PC: %s, %v, %v", r, seen, known)
	}
	if r, seen, known := b.last(); r != angle || seen || !known {
		t.Errorf("second PC: %s, %v, %v", r, seen, known)
	}
	text, err := os.ReadFile(filepath.Join(dir, displayFile))
	if err != nil || strings.Count(string(text), "\n") != 2 || strings.Contains(string(text), "LAN") {
		t.Errorf("%q, %v", text, err)
	}
}

func TestUsableOpenGL(t *testing.T) {
	for _, c := range []struct {
		version, drawnBy string
		want             bool
	}{
		{"4.6.0 - Build 31.0.101.2111", "Intel(R) UHD Graphics 630", true},
		{"2.1.0", "Mesa", true},
		{"4.5 (Compatibility Profile) Mesa 22.3.6", "llvmpipe (LLVM 15.0.6, 256 bits)", true},
		{"1.4 (2.1 Mesa 22.3.6)", "llvmpipe", false},
		{"1.1.0", "GDI Generic", false},
		{"3.0.0", "GDI Generic", false},
		{"2", "", false},
		{"", "", false},
	} {
		if got := usable(c.version, c.drawnBy); got != c.want {
			t.Errorf("%q by %q: %v", c.version, c.drawnBy, got)
		}
	}
}
