package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// errNoWindow tells that the graphics of this PC gave no window.
var errNoWindow = errors.New("the graphics gave no window")

// renderer is a way of drawing the window. Each is a build of its own, for the
// toolkit is compiled for one of them.
type renderer string

const (
	openGL renderer = "opengl" // the graphics driver's OpenGL, 2.1 or better
	angle  renderer = "angle"  // OpenGL ES on Direct3D 11, which every Windows 10 has, in software if need be
)

// name is what an officer may have heard of.
func (r renderer) name() string {
	if r == angle {
		return "Direct3D 11"
	}
	return "OpenGL"
}

// displayFile, in the data folder, remembers what worked on which PC.
const displayFile = "hien-thi.txt"

// display is that memory for one PC. A data folder on a USB stick goes from PC to
// PC, and a session over the network has other graphics than the screen on the
// desk: each has a line of its own. The name of the PC is kept as a digest, for
// PCs are often called after who sits at them.
type display struct{ file, pc string }

func newDisplay(dir, pc string) display {
	sum := sha256.Sum256([]byte(pc))
	return display{filepath.Join(dir, displayFile), hex.EncodeToString(sum[:4])}
}

// What a line says of the last start.
const (
	opening = "dang-mo" // begun; it stays so when the program hung or fell
	shown   = "da-hien"
)

// last tells how the window was drawn here and whether it came to be seen.
func (d display) last() (r renderer, seen, known bool) {
	for _, line := range d.lines() {
		if f := strings.Split(line, "\t"); len(f) == 3 && f[0] == d.pc && (f[1] == string(openGL) || f[1] == string(angle)) {
			return renderer(f[1]), f[2] == shown, true
		}
	}
	return "", false, false
}

// keep writes what is done now. A folder that cannot be written to only means
// that the graphics are tried anew next time.
func (d display) keep(r renderer, state string) {
	var out []string
	for _, line := range d.lines() {
		if !strings.HasPrefix(line, d.pc+"\t") {
			out = append(out, line)
		}
	}
	out = append(out, d.pc+"\t"+string(r)+"\t"+state, "")
	if os.MkdirAll(filepath.Dir(d.file), 0o755) == nil {
		_ = os.WriteFile(d.file, []byte(strings.Join(out, "\n")), 0o644)
	}
}

func (d display) lines() []string {
	b, err := os.ReadFile(d.file)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSpace(strings.ReplaceAll(string(b), "\r\n", "\n")), "\n")
}

// choose tells how to draw: as asked for, else as it worked last time, else as
// the probe says. A start that was never seen is not tried again the same way.
func (d display) choose(asked renderer, probe func() bool) renderer {
	if asked != "" {
		return asked
	}
	r, seen, known := d.last()
	switch {
	case known && seen:
		return r
	case known && r == openGL:
		return angle
	case known:
		return openGL
	case probe():
		return openGL
	}
	return angle
}

// usable tells whether the toolkit can draw with such an OpenGL: 2.1 or better,
// and not the one that Windows has without any driver.
func usable(version, drawnBy string) bool {
	if strings.Contains(drawnBy, "GDI Generic") {
		return false
	}
	number, _, _ := strings.Cut(version, " ")
	major, rest, _ := strings.Cut(number, ".")
	minor, _, _ := strings.Cut(rest, ".")
	a, errA := strconv.Atoi(major)
	b, errB := strconv.Atoi(minor)
	return errA == nil && errB == nil && (a > 2 || a == 2 && b >= 1)
}
