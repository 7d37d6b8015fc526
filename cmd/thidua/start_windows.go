package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/ncruces/zenity"
	"golang.org/x/sys/windows"

	"thidua/storage"
	"thidua/ui"
	"thidua/ui/task"
)

// systemFlags are the switches that only one system has.
func systemFlags(set *flag.FlagSet, f *flags) {
	set.Func("renderer", "vẽ cửa sổ bằng opengl hoặc angle (Direct3D 11); lựa chọn được nhớ cho máy này", func(s string) error {
		f.renderer = renderer(s)
		if f.renderer != openGL && f.renderer != angle {
			return fmt.Errorf("%q: opengl, angle", s)
		}
		return nil
	})
}

// elsewhere tells that another process does the work: one that has the data
// folder open already, or this program's other build.
func elsewhere(f *flags) bool {
	if f.data == "" {
		dir, err := storage.Dir()
		if err != nil {
			return false // the start will say so
		}
		f.data = dir
	}
	if handOver(f.data, f.files) {
		return true
	}
	r := newDisplay(f.data, place()).choose(f.renderer, func() bool { return usable(probeOpenGL()) })
	if built == angle {
		r = angle // started by the other build, or by hand
	}
	return r != built && startOther(*f)
}

// opens remembers that a window is about to be made this way: a start that hangs
// or falls now is not tried the same way again.
func opens(dir string) { newDisplay(dir, place()).keep(built, opening) }

// seen remembers that a window made this way was seen: its first page stands, or
// somebody has closed it.
func seen(dir string) { newDisplay(dir, place()).keep(built, shown) }

// place is the name of the PC, and whether it is used over the network.
func place() string {
	name, _ := windows.ComputerName()
	const remoteSession = 0x1000
	if remote, _, _ := procGetSystemMetrics.Call(remoteSession); remote != 0 {
		name += "/remote"
	}
	return name
}

// otherProgram is the build for ANGLE, in a folder with its libraries.
func otherProgram() (string, error) {
	exe, err := os.Executable()
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(exe), string(angle), filepath.Base(exe)), nil
}

// startOther starts the build for ANGLE with the same order and stays until its
// window is seen, for a program whose libraries Windows cannot load ends without
// a word. False when there is none, or when it ended so.
func startOther(f flags) bool {
	exe, err := otherProgram()
	if err != nil {
		return false
	}
	d := newDisplay(f.data, place())
	before := d.kept()
	c := exec.Command(exe, append([]string{"--data", f.data}, os.Args[1:]...)...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if c.Start() != nil {
		return false
	}
	test := f.smoke != "" || f.typed != "" // waits for the end, however long
	status := uint32(0)
	err = c.Process.WithHandle(func(h uintptr) {
		for since := time.Now(); test || time.Since(since) < startsIn; {
			if ev, err := windows.WaitForSingleObject(windows.Handle(h), 100); err != nil || ev == windows.WAIT_OBJECT_0 {
				_ = windows.GetExitCodeProcess(windows.Handle(h), &status)
				return
			}
			if r, visible, _ := d.last(); !test && r == angle && visible && !d.kept().Equal(before) {
				return
			}
		}
	})
	if err != nil {
		return true // it runs, and nothing can be learnt of it
	}
	if status == saidWhy {
		os.Exit(saidWhy)
	}
	return status == 0
}

// startsIn is the longest a window may take on a slow PC.
const startsIn = time.Minute

// otherwise starts the program's other build when this one gave no window.
func otherwise(f flags) bool {
	return built == openGL && f.renderer == "" && startOther(f)
}

// attach ties the shown window to the system: keys of typing programs, dialogs,
// files that later starts hand over, the memory of how it is drawn. It must be called on the
// UI goroutine after the window is shown; errNoWindow when it was not.
func attach(w *ui.Window, sys *system, dir string) error {
	hwnd := handle(w.Window())
	if hwnd == 0 {
		return errNoWindow
	}
	keepTyping(hwnd)
	sys.owner = zenity.Attach(hwnd) // else a dialog may lie behind the window
	task.Walk(w.Runner, []task.Step{{Name: "display", Do: func() error {
		seen(dir)
		return nil
	}}}, func(string, error) {})
	return listen(dir, hwnd, func(files []string) { w.Runner.Later(func() { w.Drop(files) }) })
}

// graphics tells how the window is drawn, for whoever looks after the PC.
func graphics() string {
	version, drawnBy := probeOpenGL()
	return fmt.Sprintf("%s; OpenGL of this PC: %q by %q", built, version, drawnBy)
}

// kept is when the memory was written last.
func (d display) kept() time.Time {
	st, err := os.Stat(d.file)
	if err != nil {
		return time.Time{}
	}
	return st.ModTime()
}
