package main

import (
	"bytes"
	"embed"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/template"
)

//go:embed windows/*
var windowsFiles embed.FS

// windowsDir is where everything for Windows is made.
var windowsDir = filepath.Join(outDir, "windows")

// compiler is the one that makes Windows programs elsewhere.
const compiler = "x86_64-w64-mingw32-gcc"

// target is one Windows program.
type target struct {
	File, Description string // the file's name without .exe; what Explorer says of it
	folder            string // below the program's folder
	pkg               string
	env               []string
	tags              string
	ldflags           string
	// From the product.
	Name, Version, Comma string
}

// windowsBuild makes the programs for Windows, the zip, the installer and their
// checksums under build/windows. The same commit gives the same bytes, wherever
// it is checked out: --twice proves it.
func windowsBuild(args []string) error {
	set := flag.NewFlagSet("windows", flag.ContinueOnError)
	twice := set.Bool("twice", false, "build the commit once more elsewhere, with an empty cache, and compare")
	if err := set.Parse(args); err != nil {
		return errSaid
	}
	if err := need(forWindows); err != nil {
		return err
	}
	app, err := readProduct("FyneApp.toml")
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(windowsDir)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	from := filepath.Join(dir, "ThiDua")
	if err := programs(dir, from, app); err != nil {
		return err
	}
	if err := pages(from); err != nil {
		return err
	}
	if err := licences(from); err != nil {
		return err
	}
	zipped := filepath.Join(dir, "ThiDua-"+app.Version+"-windows.zip")
	if err := zipFolder(zipped, from); err != nil {
		return err
	}
	setup := filepath.Join(dir, "ThiDua-"+app.Version+"-cai-dat.exe")
	if timed("installer", func() error { return installer(dir, from, setup, app) }) != nil {
		return errSaid
	}
	if err := checksums(dir, zipped, setup); err != nil {
		return err
	}
	if *twice {
		return sameElsewhere(dir)
	}
	return nil
}

// programs compiles everything into a folder.
func programs(dir, from string, app product) error {
	if err := os.MkdirAll(from, 0o755); err != nil {
		return err
	}
	if err := resources(dir, app); err != nil {
		return err
	}
	trimmed, err := trimOpenGL(filepath.Join(outDir, "opengl"))
	if err != nil {
		return err
	}
	libraries, err := angleLibraries(filepath.Join(outDir, "angle"))
	if err != nil {
		return err
	}
	if err := libraries.lay(filepath.Join(from, "angle")); err != nil {
		return err
	}
	cross := []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1"}
	if runtime.GOOS != "windows" {
		cross = append(cross, "CC="+compiler)
	}
	// Without -buildid the folder of ANGLE's headers would change the program.
	const small = "-s -w -buildid="
	// Sections that begin on a page are read page by page as they are needed; Wine
	// reads others whole into memory (9 MB of it).
	const pages = "-Wl,--file-alignment,4096"
	for _, t := range []target{
		{File: "ThiDua", Description: app.Name, pkg: "./cmd/thidua", env: cross, tags: windowTags, ldflags: small + " -H windowsgui -extldflags " + pages},
		{File: "ThiDua", Description: app.Name, folder: "angle", pkg: "./cmd/thidua", tags: windowTags + ",gles,gles2,egl",
			env: append(cross, "CGO_CFLAGS=-O2 -I"+libraries.headers), ldflags: small + " -H windowsgui -extldflags '-L" + libraries.dir + " " + pages + "'"},
		{File: "thiduactl", Description: app.Name + " - dòng lệnh", pkg: "./cmd/thiduactl",
			env: []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0"}, ldflags: small},
	} {
		t.Name, t.Version, t.Comma = app.Name, app.Version, strings.ReplaceAll(app.Version, ".", ",")+",0"
		if timed("build and look into "+filepath.Join(t.folder, t.File+".exe"), func() error { return t.build(dir, from, trimmed) }) != nil {
			return errSaid
		}
	}
	return nil
}

// resources lays out what windres and makensis read.
func resources(dir string, app product) error {
	for _, name := range []string{"app.manifest", "thidua.nsi"} {
		b, err := windowsFiles.ReadFile("windows/" + name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	png, err := os.ReadFile(app.Icon)
	if err != nil {
		return err
	}
	ico, err := iconFile(png)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "app.ico"), ico, 0o644)
}

// build compiles the target with its own resource, which lies beside its main
// package only as long as the build takes, and looks into what came out.
func (t target) build(dir, from, flags string) error {
	syso, err := filepath.Abs(filepath.Join(t.pkg, "rsrc_windows_amd64.syso"))
	if err != nil {
		return err
	}
	defer os.Remove(syso)
	if err := t.resource(dir, syso); err != nil {
		return err
	}
	made := filepath.Join(from, t.folder, t.File+".exe")
	if err := tool(t.env, "go", "build", "-trimpath", "-buildvcs=false", "-tags", t.tags, "-ldflags", t.ldflags, "-o", made, flags, t.pkg).Run(); err != nil {
		return err
	}
	manifest, err := windowsFiles.ReadFile("windows/app.manifest")
	if err != nil {
		return err
	}
	return t.lookInside(made, manifest)
}

// resource compiles icon, version and manifest into a file that the linker takes.
func (t target) resource(dir, syso string) error {
	rc, err := template.ParseFS(windowsFiles, "windows/app.rc")
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := rc.Execute(&text, t); err != nil {
		return err
	}
	script := filepath.Join(dir, t.File+".rc")
	if err := os.WriteFile(script, text.Bytes(), 0o644); err != nil {
		return err
	}
	windres := exec.Command("x86_64-w64-mingw32-windres", "-c", "65001", "-O", "coff", "-I", dir, script, syso)
	windres.Dir = dir
	if out, err := windres.CombinedOutput(); err != nil {
		return fmt.Errorf("windres: %w: %s", err, out)
	}
	return nil
}
