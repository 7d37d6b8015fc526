package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// The system's packages by purpose, as Debian 12 and Ubuntu name them: the one
// place they are listed.
const (
	// What the window is compiled against, and the software renderer for a machine without a graphics card.
	forWindow = "gcc libc6-dev pkg-config libgl-dev libx11-dev libxrandr-dev libxinerama-dev libxcursor-dev libxi-dev libxxf86vm-dev libgl1-mesa-dri"
	// The same for a desktop that speaks Wayland only.
	forWayland = "libwayland-dev libxkbcommon-dev"
	// A screen that exists only in memory, and a hand on its mouse and keyboard.
	forScreen = "xvfb xauth xdotool imagemagick"
	// Other programs that read what ours writes, and write what ours reads.
	forReaders = "poppler-utils qpdf libreoffice-calc libreoffice-writer python3-openpyxl"
	// The Windows programs: compiler, installer, headers of EGL, a place to try them.
	forWindows = "gcc-mingw-w64-x86-64 nsis libegl-dev wine wine64"
)

// setup installs everything any command needs.
func setup([]string) error {
	return need(forWindow, forScreen, forReaders, forWindows)
}

// need sees to it that packages are there. On a system without apt it asks
// nothing: the compiler will say what it misses. When packages are missing and
// cannot be installed, the error holds the line to run by hand.
func need(groups ...string) error {
	if runtime.GOOS != "linux" {
		return nil
	}
	if _, err := exec.LookPath("apt-get"); err != nil {
		return nil
	}
	missing := notInstalled(strings.Fields(strings.Join(groups, " ")))
	if len(missing) == 0 {
		return nil
	}
	var sudo []string
	if os.Geteuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return byHand(missing, nil)
		}
		sudo = []string{"sudo", "-n"}
	}
	fmt.Println("installing:", strings.Join(missing, " "))
	apt := func(args ...string) error {
		line := append(append([]string{}, sudo...), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300")
		line = append(line, args...)
		out, err := exec.Command(line[0], line[1:]...).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %s", err, lastLines(string(out), 3))
		}
		return nil
	}
	install := append([]string{"install", "--no-install-recommends"}, missing...)
	// The lists of a fresh machine are empty and those of an old one out of date:
	// the first failure is what tells.
	if apt(install...) == nil {
		return nil
	}
	if err := apt("update"); err != nil {
		return byHand(missing, err)
	}
	if err := apt(install...); err != nil {
		return byHand(missing, err)
	}
	return nil
}

func byHand(missing []string, cause error) error {
	line := "needs packages that could not be installed; run\n    sudo apt-get update && sudo apt-get install -y --no-install-recommends " + strings.Join(missing, " ")
	if cause != nil {
		return fmt.Errorf("%s\n(%w)", line, cause)
	}
	return errors.New(line)
}

// notInstalled asks dpkg for the packages it does not have.
func notInstalled(packages []string) (missing []string) {
	out, _ := exec.Command("dpkg-query", append([]string{"-W", "-f", "${Package} ${db:Status-Status}\n"}, packages...)...).Output()
	have := map[string]bool{}
	for _, line := range strings.Split(string(out), "\n") {
		name, status, _ := strings.Cut(line, " ")
		have[name] = have[name] || status == "installed"
	}
	for _, p := range packages {
		if !have[p] {
			missing = append(missing, p)
		}
	}
	return missing
}

func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}
