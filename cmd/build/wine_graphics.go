package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	// without begins the list of parts that a Wine is to do without.
	without = "WINEDLLOVERRIDES=mscoree,mshtml="
	// noDirect3D makes every Direct3D device fail.
	noDirect3D = "WINE_D3D_CONFIG=renderer=no3d"
)

// oldGL makes the driver offer OpenGL 1.4, as a PC without a driver offers 1.1.
const oldGL = "MESA_GL_VERSION_OVERRIDE=1.4"

// oldOpenGL opens the window where OpenGL is too old: it must come by ANGLE, and
// by what was remembered the second time, without the driver being asked.
func (b *bottle) oldOpenGL() error {
	r, err := b.open([]string{oldGL}, "angle")
	if err != nil {
		return err
	}
	maps := b.loaded()
	if err := b.picture("khong-co-opengl.png"); err != nil {
		return err
	}
	for _, dll := range []string{"libEGL.dll", "libGLESv2.dll", "d3d11.dll"} {
		if !strings.Contains(maps, dll) {
			return fmt.Errorf("%s is not loaded", dll)
		}
	}
	if err := b.shut(r, b.app.Name); err != nil {
		return err
	}
	// With a good driver now: only the memory makes it ANGLE.
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	if r, err = b.start(nil, exe); err != nil {
		return err
	}
	if err := until("the window", func() bool { return strings.Contains(b.loaded(), "libGLESv2.dll") }); err != nil {
		return fmt.Errorf("how the window was drawn was not remembered: %w", err)
	}
	return b.shut(r, b.app.Name)
}

// noGraphics takes one way out after the other away: there must be a message
// box, not a program without a window.
func (b *bottle) noGraphics() error {
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	for _, c := range []struct {
		what, picture string
		env, args     []string
	}{
		{"OpenGL asked for and too old", "khong-co-opengl-ep.png", []string{oldGL}, []string{"--renderer", "opengl"}},
		{"OpenGL too old, no Direct3D", "khong-co-do-hoa.png", []string{oldGL, noDirect3D}, nil},
		{"OpenGL too old, libraries that cannot be loaded", "khong-co-thu-vien.png", []string{oldGL, without + ";d3d9="}, nil},
	} {
		if err := b.forget(); err != nil {
			return err
		}
		r, err := b.start(c.env, exe, c.args...)
		if err != nil {
			return err
		}
		if err := b.press(b.app.Name, 0, "-", "@front"); err != nil {
			return fmt.Errorf("%s: no message box: %w", c.what, err)
		}
		time.Sleep(time.Second)
		if err := b.picture(c.picture); err != nil {
			return err
		}
		if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
			return err
		}
		if err := r.ended(); err == nil || !strings.Contains(err.Error(), "exit status 1") {
			return fmt.Errorf("%s: ended with %v instead of status 1", c.what, err)
		}
	}
	return b.forget()
}

// typing types with every way of sending a correction into both kinds of entry.
func (b *bottle) typing(renderer string) error {
	const title = "ThiDua thu go phim" // see cmd/thidua/typed.go
	const text = "hà nội Nguyễn Thị Phượng, đường Hoàng Văn Thụ, Đỗ Ngọc Uyển"
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	if err := b.sample(); err != nil {
		return err
	}
	file := filepath.Join(b.out, "go-phim-"+renderer+".txt")
	there := `Z:` + strings.ReplaceAll(file, "/", `\`)
	r, err := b.start(nil, exe, "--renderer", renderer, "--type-into", there)
	if err != nil {
		return err
	}
	typed := func(part int) string {
		b, err := os.ReadFile(file)
		if err != nil {
			return ""
		}
		one, many, _ := strings.Cut(string(b), "\n----\n")
		return []string{one, many}[part]
	}
	if err := until("the entries", func() bool { _, err := os.Stat(file); return err == nil }); err != nil {
		return err
	}
	time.Sleep(time.Second)
	right, wrong := 0, 0
	for part, kind := range []string{"one line", "many lines"} {
		for style, back := range []string{"right scan code", "no scan code", "foreign scan code", "as a character"} {
			modes := []string{"type", "paste", "pastev"}
			if style == 0 { // what has nothing to do with Backspaces
				modes = append(modes, "nfd", "alt")
			}
			if renderer == "angle" { // the same keys reach the same code
				modes = modes[:1]
			}
			for _, mode := range modes {
				if err := b.press(title, style, "-", "@clear"); err != nil {
					return err
				}
				if err := until("an empty entry", func() bool { return typed(part) == "" }); err != nil {
					return err
				}
				if err := b.send(title, style, mode, there, text); err != nil {
					return err
				}
				for end := time.Now().Add(10 * time.Second); typed(part) != text && time.Now().Before(end); {
					time.Sleep(50 * time.Millisecond)
				}
				if got := typed(part); got != text {
					fmt.Printf("  %s, Backspace with %s, %s: %q\n", kind, back, mode, got)
					wrong++
					continue
				}
				right++
			}
		}
		if part == 0 {
			if err := b.press(title, 0, "-", "@tab"); err != nil {
				return err
			}
		}
	}
	if err := b.picture("go-phim-" + renderer + ".png"); err != nil {
		return err
	}
	if err := b.shut(r, title); err != nil {
		return err
	}
	if wrong > 0 {
		return fmt.Errorf("%d of %d ways of typing came out wrong", wrong, right+wrong)
	}
	fmt.Printf("  %d ways of typing, all right\n", right)
	return nil
}

// processes finds the program's windows among this system's processes.
func (b *bottle) processes() (pids []string) {
	all, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, p := range all {
		line, err := os.ReadFile(p)
		if err != nil {
			continue
		}
		name, _, _ := strings.Cut(string(line), "\x00")
		env, err := os.ReadFile(filepath.Join(filepath.Dir(p), "environ"))
		if err == nil && (strings.HasSuffix(name, `ThiDua.exe`) || strings.HasSuffix(name, emptyWindow)) && strings.Contains(string(env), "WINEPREFIX="+b.prefix) {
			pids = append(pids, filepath.Base(filepath.Dir(p)))
		}
	}
	return pids
}

func (b *bottle) loaded() string {
	var all strings.Builder
	for _, pid := range b.processes() {
		if m, err := os.ReadFile("/proc/" + pid + "/maps"); err == nil {
			all.Write(m)
		}
	}
	return all.String()
}

// emptyWindow is the yardstick, see cmd/build/emptywindow.
const emptyWindow = "empty-window.exe"

// measure reports how long the window takes against an empty one of the same
// toolkit, and what it takes when left alone. Under Wine with software OpenGL,
// whose own memory counts along; the limits are for that.
func (b *bottle) measure() error {
	empty := filepath.Join(b.out, emptyWindow)
	trimmed, err := trimOpenGL(filepath.Join(outDir, "opengl"))
	if err != nil {
		return err
	}
	err = tool([]string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC=" + compiler}, "go", "build", "-trimpath", "-buildvcs=false", trimmed,
		"-tags", windowTags, "-ldflags", "-s -w -buildid= -H windowsgui", "-o", empty, "./cmd/build/emptywindow").Run()
	if err != nil {
		return err
	}
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	if err := b.sample(); err != nil {
		return err
	}
	var took [3][]time.Duration
	for range rounds {
		for i, line := range [][]string{{empty}, {exe, "--renderer", "opengl"}, {exe, "--renderer", "angle"}} {
			d, err := b.paint(line...)
			if err != nil {
				return err
			}
			took[i] = append(took[i], d)
		}
	}
	base := median(took[0])
	fmt.Printf("  first paint: empty window %s; ours by OpenGL %s (%.2f ×), by ANGLE %s (%.2f ×)\n", round(base),
		round(median(took[1])), float64(median(took[1]))/float64(base), round(median(took[2])), float64(median(took[2]))/float64(base))
	r, err := b.start(nil, empty)
	if err != nil {
		return err
	}
	fmt.Println("  an empty window", atRest(b.processes))
	if err := b.shut(r, "empty"); err != nil {
		return err
	}
	for _, renderer := range []string{"opengl", "angle"} {
		r, err := b.open(nil, renderer, "--renderer", renderer)
		if err != nil {
			return err
		}
		fmt.Printf("  ours by %s %s\n", renderer, atRest(b.processes))
		if err := b.shut(r, b.app.Name); err != nil {
			return err
		}
	}
	return nil
}

// paint runs a program until a twentieth of the screen has changed.
func (b *bottle) paint(line ...string) (time.Duration, error) {
	before, err := b.screen.pixels()
	if err != nil {
		return 0, err
	}
	start := time.Now()
	r, err := b.start(nil, line[0], line[1:]...)
	if err != nil {
		return 0, err
	}
	var took time.Duration
	for took == 0 && time.Since(start) < time.Minute {
		now, err := b.screen.pixels()
		if err != nil {
			return 0, err
		}
		if changed(before, now) > len(before)/20 {
			took = time.Since(start)
		} else {
			time.Sleep(2 * time.Millisecond)
		}
	}
	if took == 0 {
		return 0, fmt.Errorf("%s painted nothing within a minute", line[0])
	}
	time.Sleep(2 * time.Second) // until it remembers that it was seen
	title := b.app.Name
	if strings.HasSuffix(line[0], emptyWindow) {
		title = "empty"
	}
	if err := b.press(title, 0, "-", "@close"); err != nil {
		return 0, err
	}
	if err := r.ended(); err != nil {
		return 0, err
	}
	return took, until("an empty screen", func() bool {
		now, err := b.screen.pixels()
		return err == nil && changed(before, now) < len(before)/100
	})
}
