package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Where things are made.
const (
	outDir    = "build"
	sampleDir = outDir + "/van-phong-mau"
	sampleDay = "2026-01-12" // the Monday after its last act: later every deadline in it has long passed
)

// Tags of the window. migrated_fynedo: without it every Refresh takes a stack
// trace (10 × slower scrolling); no_animations: the blinking cursor repaints the
// whole window under software OpenGL; no_emoji: 4 MB less.
const windowTags = "migrated_fynedo,no_animations,no_emoji"

// headlessTags lets package main compile and its tests run without OpenGL or cgo.
const headlessTags = "ci"

// tool prepares a command whose output goes to ours. Extra settings are added to
// the environment; everything that is a setting of Go stays what the person has.
func tool(env []string, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), env...)
	c.Stdout, c.Stderr, c.Stdin = os.Stdout, os.Stderr, os.Stdin
	return c
}

// noCgo and cgo are the two ways everything is built. Nothing else about the
// compiler is varied between commands, so that they share one cache.
var (
	noCgo = []string{"CGO_ENABLED=0"}
	cgo   = []string{"CGO_ENABLED=1"}
)

func exe(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(outDir, name)
}

// buildConsole makes the console program and tells where it is.
func buildConsole() (string, error) {
	out := exe("thiduactl")
	return out, timed("build thiduactl", func() error {
		return tool(noCgo, "go", "build", "-o", out, "./cmd/thiduactl").Run()
	})
}

// buildWindow makes the window program and tells where it is.
func buildWindow() (string, error) {
	tags := windowTags
	if runtime.GOOS == "linux" && !waylandOnly() {
		tags = "x11," + tags
	}
	out := exe("thidua")
	return out, timed("build thidua (the first time takes minutes: OpenGL is compiled)", func() error {
		return tool(cgo, "go", "build", "-tags", tags, "-o", out, "./cmd/thidua").Run()
	})
}

// waylandOnly tells that the desktop has no X server to talk to.
func waylandOnly() bool {
	return os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") != ""
}

// hasDisplay tells whether a window could be opened at all.
func hasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// sampleOffice makes the made-up office if it is not there. It is made beside its
// place and moved, so that an interrupted run leaves no half office behind.
func sampleOffice(console string) error {
	if _, err := os.Stat(sampleDir); err == nil {
		if err := quiet(nil, console, "--data", sampleDir, "movements"); err != nil {
			fmt.Printf("The made-up office cannot be opened. If no other window has it open, delete %s to have it made anew.\n", sampleDir)
			return err
		}
		return nil
	}
	half := sampleDir + ".moi"
	if err := os.RemoveAll(half); err != nil {
		return err
	}
	err := timed("make the made-up office", func() error {
		return quiet(nil, console, "--data", half, "init", "--sample")
	})
	if err != nil {
		return err
	}
	return os.Rename(half, sampleDir)
}

// exists tells whether a package of ours is there.
func exists(pkg string) bool {
	files, _ := filepath.Glob(filepath.Join(pkg, "*.go"))
	return slices.ContainsFunc(files, func(f string) bool { return !strings.HasSuffix(f, "_test.go") })
}

// timed runs one step and says what it was and how long it took.
func timed(what string, step func() error) error {
	fmt.Printf("— %s\n", what)
	start := time.Now()
	err := step()
	took := time.Since(start).Seconds()
	if err != nil {
		fmt.Printf("  failed after %.1f s: %v\n", took, err)
		return err
	}
	fmt.Printf("  %.1f s\n", took)
	return nil
}
