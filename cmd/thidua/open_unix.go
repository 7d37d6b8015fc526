//go:build !windows

package main

import (
	"os/exec"
	"runtime"
)

// openWithSystem opens a file with the desktop's program for it. The desktop's
// opener ends as soon as it has handed the file over.
func openWithSystem(path string) error {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", path).Run()
	}
	return exec.Command("xdg-open", path).Run()
}
