package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// run opens the window on the made-up office; without a display it does the same
// job with the console program.
func run(args []string) error {
	console, err := buildConsole()
	if err != nil {
		return errSaid
	}
	if err := sampleOffice(console); err != nil {
		return errSaid
	}
	if !hasDisplay() {
		fmt.Println("No display (neither DISPLAY nor WAYLAND_DISPLAY is set): the same job with the console program.")
		return consoleJob(console)
	}
	packages := []string{forWindow}
	if waylandOnly() {
		packages = append(packages, forWayland)
	}
	if err := need(packages...); err != nil {
		return err
	}
	if err := haveCompiler(); err != nil {
		return err
	}
	window, err := buildWindow()
	if err != nil {
		return errSaid
	}
	fmt.Printf("— open the window; the data lies in %s, and for it today is %s\n", sampleDir, sampleDay)
	return tool(nil, window, append([]string{"--data", sampleDir, "--today", sampleDay}, args...)...).Run()
}

// haveCompiler tells what to do when there is no C compiler for the window.
func haveCompiler() error {
	out, err := exec.Command("go", "env", "CC").Output()
	if err != nil {
		return err
	}
	cc := strings.Fields(string(out))
	if len(cc) > 0 {
		if _, err := exec.LookPath(cc[0]); err == nil {
			return nil
		}
	}
	switch runtime.GOOS {
	case "windows":
		return fmt.Errorf("the window needs a C compiler; install one, e.g. winget install BrechtSanders.WinLibs.POSIX.UCRT, and open a new terminal")
	case "darwin":
		return fmt.Errorf("the window needs a C compiler; run xcode-select --install")
	}
	return fmt.Errorf("the window needs a C compiler and the headers of OpenGL and X11 (on Debian: %s)", forWindow)
}

// consoleJob goes the whole road without a window: takes in the sample sheets and
// prints the three papers.
func consoleJob(console string) error {
	sheets, err := sampleSheets()
	if err != nil {
		return err
	}
	for _, s := range sheets {
		err := timed("take in "+s, func() error {
			said, err := exec.Command(console, "--data", sampleDir, "--today", sampleDay, "import", "--accept", s).CombinedOutput()
			// Status 1 says that rows were found wanting; they stay staged for a person.
			if code, ok := exitCode(err); ok && code == 1 {
				err = nil
			}
			if err == nil {
				said, _, _ = bytes.Cut(said, []byte("\n"))
			}
			fmt.Printf("  %s\n", said)
			return err
		})
		if err != nil {
			return errSaid
		}
	}
	paper := filepath.Join(outDir, "in-thu")
	if err := os.MkdirAll(paper, 0o755); err != nil {
		return err
	}
	var printed []string
	for _, form := range []string{"to-trinh", "danh-sach", "quyet-dinh"} {
		out := filepath.Join(paper, form+".pdf")
		err := timed("print "+form, func() error {
			return quiet(nil, console, "--data", sampleDir, "--today", sampleDay, "print", form, "--out", out)
		})
		if err != nil {
			return errSaid
		}
		printed = append(printed, out)
	}
	fmt.Println("\nThe papers:")
	for _, p := range printed {
		abs, err := filepath.Abs(p)
		if err != nil {
			return err
		}
		fmt.Println("  " + abs)
	}
	return nil
}

// sampleSheets are the agencies' untidy sheets, one of each kind, that the tests keep.
func sampleSheets() ([]string, error) {
	var sheets []string
	for _, name := range []string{"sach.xlsx", "tcvn3.xls", "vni.xlsx", "nhom.xlsx", "cham_phay.csv"} {
		at := ""
		for _, top := range []string{"cmd", "model", "storage"} {
			err := filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
				if err == nil && d.Name() == name && strings.Contains(filepath.ToSlash(p), "/testdata/") {
					at = p
					return fs.SkipAll
				}
				return err
			})
			if err != nil {
				return nil, err
			}
		}
		if at == "" {
			return nil, fmt.Errorf("the sample sheet %s lies in no testdata", name)
		}
		sheets = append(sheets, at)
	}
	return sheets, nil
}

func exitCode(err error) (int, bool) {
	if e, ok := err.(*exec.ExitError); ok {
		return e.ExitCode(), true
	}
	return 0, false
}
