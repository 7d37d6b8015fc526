package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/template"
	"time"
)

//go:embed windows/*
var windowsFiles embed.FS

// target is one Windows program.
type target struct {
	File, Description string // the file's name without .exe; what Explorer says of it
	pkg               string
	env               []string
	flags             []string
	// From the product.
	Name, Version, Comma string
}

// windowsBuild makes both programs for Windows, the zip, the installer and their
// checksums under build/windows.
func windowsBuild([]string) error {
	if err := need(forWindows); err != nil {
		return err
	}
	app, err := readProduct("FyneApp.toml")
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(filepath.Join(outDir, "windows"))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	from := filepath.Join(dir, "ThiDua")
	if err := os.MkdirAll(from, 0o755); err != nil {
		return err
	}
	if err := resources(dir, app); err != nil {
		return err
	}
	cross := []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1"}
	if runtime.GOOS != "windows" {
		cross = append(cross, "CC=x86_64-w64-mingw32-gcc")
	}
	for _, t := range []target{
		{File: "ThiDua", Description: app.Name, pkg: "./cmd/thidua", env: cross,
			flags: []string{"-tags", windowTags, "-ldflags", "-s -w -H windowsgui"}},
		{File: "thiduactl", Description: app.Name + " - dòng lệnh", pkg: "./cmd/thiduactl",
			env: []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0"}, flags: []string{"-ldflags", "-s -w"}},
	} {
		t.Name, t.Version, t.Comma = app.Name, app.Version, strings.ReplaceAll(app.Version, ".", ",")+",0"
		if timed("build "+t.File+".exe", func() error { return t.build(dir, from) }) != nil {
			return errSaid
		}
	}
	zipped := filepath.Join(dir, "ThiDua-"+app.Version+"-windows.zip")
	if err := zipFolder(zipped, from); err != nil {
		return err
	}
	setup := filepath.Join(dir, "ThiDua-"+app.Version+"-cai-dat.exe")
	err = timed("installer", func() error {
		script := filepath.Join(dir, "thidua.nsi")
		return quiet(nil, "makensis", "-V2", "-INPUTCHARSET", "UTF8", "-DVERSION="+app.Version, "-DFROM="+from, "-DOUT="+setup, script)
	})
	if err != nil {
		return errSaid
	}
	return checksums(dir, zipped, setup)
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
// package only as long as the build takes.
func (t target) build(dir, into string) error {
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
	syso, err := filepath.Abs(filepath.Join(t.pkg, "rsrc_windows_amd64.syso"))
	if err != nil {
		return err
	}
	defer os.Remove(syso)
	windres := exec.Command("x86_64-w64-mingw32-windres", "-c", "65001", "-O", "coff", "-I", dir, script, syso)
	windres.Dir = dir
	if out, err := windres.CombinedOutput(); err != nil {
		return fmt.Errorf("windres: %w: %s", err, out)
	}
	args := append([]string{"build", "-o", filepath.Join(into, t.File+".exe")}, t.flags...)
	return tool(t.env, "go", append(args, t.pkg)...).Run()
}

// zipFolder packs a folder under its own name, every file with one fixed time, so
// that the same programs give the same zip.
func zipFolder(out, folder string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	w := zip.NewWriter(f)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		head := &zip.FileHeader{Name: filepath.Base(folder) + "/" + e.Name(), Method: zip.Deflate, Modified: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}
		to, err := w.CreateHeader(head)
		if err != nil {
			return err
		}
		from, err := os.Open(filepath.Join(folder, e.Name()))
		if err != nil {
			return err
		}
		_, err = io.Copy(to, from)
		from.Close()
		if err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return f.Close()
}

// checksums writes SHA256SUMS beside the files, as sha256sum -c reads it.
func checksums(dir string, files ...string) error {
	var sums strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(b), filepath.Base(f))
		fmt.Printf("%s  %.1f MB\n", f, float64(len(b))/1e6)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o644)
}
