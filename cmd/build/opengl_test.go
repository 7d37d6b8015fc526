package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The shortened bindings hold what the toolkit calls, with the type, the pointer
// and the loading of each, and nothing of what it does not.
func TestTrimOpenGL(t *testing.T) {
	temp := t.TempDir()
	t.Chdir("../..")
	dir, err := relative(temp)
	if err != nil {
		t.Fatal(err)
	}
	flag, err := trimOpenGL(dir)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(strings.TrimPrefix(flag, "-modfile="))
	if err != nil || !strings.Contains(string(mod), "replace "+glModule+" => ./") {
		t.Fatalf("the second go.mod: %v", err)
	}
	for _, name := range []string{"v2.1/gl", "v3.1/gles2"} {
		b, err := os.ReadFile(filepath.Join(dir, "gl", name, "package.go"))
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		for _, want := range []string{"func DrawArrays(", "GPDRAWARRAYS)", "glowDrawArrays(GPDRAWARRAYS fnptr", "gpDrawArrays = (C.GPDRAWARRAYS)",
			"return errors.New(\"glDrawArrays\")", "func Init() error", "TEXTURE_2D "} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
		for _, gone := range []string{"ActiveShaderProgram", "func InitNames(", "func DrawElements("} {
			if strings.Contains(text, gone) {
				t.Errorf("%s still holds %s", name, gone)
			}
		}
	}
}

// Bindings that are written in another way are refused, not half used.
func TestTrimRefusesAnotherShape(t *testing.T) {
	if _, err := trimBinding("package gl\n\nfunc DrawArrays() {\n}\n", "gl.DrawArrays()"); err == nil {
		t.Error("one function is taken for the whole of OpenGL")
	}
}

func relative(p string) (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return filepath.Rel(here, p)
}
