package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// road is how much of the way is gone.
type road struct {
	whole  bool                // the office is made on both sides, not here and copied; every sheet, every list
	papers map[string][]string // the papers printed, each in these kinds
}

// wholeRoad prints every paper of the newest movement in every kind; shortRoad is
// what the test that everybody runs has time for.
var (
	allKinds  = []string{".pdf", ".docx", ".xlsx"}
	wholeRoad = road{true, map[string][]string{"to-trinh": allKinds, "danh-sach": allKinds, "quyet-dinh": allKinds}}
	shortRoad = road{false, map[string][]string{"to-trinh": {".docx"}, "danh-sach": {".xlsx"}, "quyet-dinh": {".pdf"}}}
)

// consoleUnderWine builds the console program for Windows and goes the road with
// it: what it prints must be the same, byte for byte, as what this system's prints.
func consoleUnderWine() error {
	console, err := buildConsole()
	if err != nil {
		return err
	}
	b, err := openBottle(filepath.Join(outDir, "wine-console"), false)
	if err != nil {
		return err
	}
	defer b.close()
	there := filepath.Join(b.out, "thiduactl.exe")
	err = timed("build thiduactl.exe", func() error {
		return tool(append([]string{"GOOS=windows", "GOARCH=amd64"}, noCgo...), "go", "build", "-o", there, "./cmd/thiduactl").Run()
	})
	if err != nil {
		return err
	}
	return b.sameBytes(console, there, shortRoad)
}

// noWine tells why the console cannot be tried under Wine here; "" when it can.
func noWine() string {
	for _, name := range []string{"wine", "wineboot", "wineserver", compiler} {
		if _, err := exec.LookPath(name); err != nil {
			return name + " is not installed"
		}
	}
	return ""
}

// sameBytes goes the whole road with the console, here and there, and compares
// everything that comes out.
func (b *bottle) sameBytes(console, there string, way road) error {
	console, err := filepath.Abs(console)
	if err != nil {
		return err
	}
	sheets, err := sampleSheets()
	if err != nil {
		return err
	}
	for i, s := range sheets {
		if err := copyFile(filepath.Join(b.out, filepath.Base(s)), s); err != nil {
			return err
		}
		sheets[i] = filepath.Base(s)
	}
	const hereData, thereData = "o-day", "o-do"
	always := []string{"--today", "2026-01-15", "--officer", "Cán bộ thử", "--json"}
	sides := []func(step []string) ([]byte, error){
		func(step []string) ([]byte, error) {
			c := exec.Command(console, append(append([]string{"--data", hereData}, always...), step...)...)
			c.Dir = b.out
			return c.Output()
		},
		func(step []string) ([]byte, error) {
			out, err := b.run(5*time.Minute, nil, there, append(append([]string{"--data", thereData}, always...), step...)...)
			return []byte(out), err
		},
	}
	start := []string{"init", "--sample"}
	steps := [][]string{start}
	if !way.whole {
		if _, err := sides[0](start); err != nil {
			return err
		}
		if err := os.CopyFS(filepath.Join(b.out, thereData), os.DirFS(filepath.Join(b.out, hereData))); err != nil {
			return err
		}
		steps, sheets = nil, sheets[:2]
	}
	for _, s := range sheets {
		steps = append(steps, []string{"import", "--accept", s})
	}
	if way.whole {
		steps = append(steps, []string{"dossiers"}, []string{"check"}, []string{"log", "--verify"})
	}
	for _, form := range slices.Sorted(maps.Keys(way.papers)) {
		for _, kind := range way.papers[form] {
			steps = append(steps, []string{"print", form, "--out", form + kind})
		}
	}
	steps = append(steps, []string{"verify"})
	compared := 0
	for _, step := range steps {
		var said, files [2][]byte
		for side, run := range sides {
			if said[side], err = run(step); err != nil && !strings.Contains(err.Error(), "exit status 1") {
				return fmt.Errorf("%s: %w", strings.Join(step, " "), err)
			}
			if step[0] != "print" {
				continue
			}
			made := filepath.Join(b.out, step[len(step)-1])
			if files[side], err = os.ReadFile(made); err != nil {
				return err
			}
			if err := os.Remove(made); err != nil {
				return err
			}
		}
		said[0] = bytes.ReplaceAll(said[0], []byte(hereData), []byte(thereData))
		if !bytes.Equal(said[0], said[1]) {
			return fmt.Errorf("%s says\n%.300s\nhere and\n%.300s\nunder Wine", strings.Join(step, " "), said[0], said[1])
		}
		if !bytes.Equal(files[0], files[1]) {
			return fmt.Errorf("%s differs in %s", strings.Join(step, " "), step[len(step)-1])
		}
		compared += len(said[0]) + len(files[0])
	}
	fmt.Printf("  %d commands, %d kB, all the same\n", len(steps), compared>>10)
	return nil
}
