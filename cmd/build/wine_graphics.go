package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// oldGL makes the driver offer OpenGL 1.4, as a PC without a driver offers 1.1.
const oldGL = "MESA_GL_VERSION_OVERRIDE=1.4"

// oldOpenGL opens the window where OpenGL is too old: it must come by ANGLE, and
// a second time without asking.
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
	if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
		return err
	}
	return r.ended()
}

// noGraphics forbids the way out: there must be a message box, not a program
// without a window.
func (b *bottle) noGraphics() error {
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	r, err := b.start([]string{oldGL}, exe, "--renderer", "opengl")
	if err != nil {
		return err
	}
	time.Sleep(6 * time.Second)
	if err := b.picture("khong-co-do-hoa.png"); err != nil {
		return err
	}
	if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
		return err
	}
	if err := r.ended(); err == nil || !strings.Contains(err.Error(), "exit status 1") {
		return fmt.Errorf("ended with %v instead of status 1", err)
	}
	return nil
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
	r, err := b.start(nil, exe, "--renderer", renderer, "--type-into", `Z:`+strings.ReplaceAll(file, "/", `\`))
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
			for _, mode := range []string{"type", "paste", "pastev"} {
				if err := b.press(title, style, "-", "@clear"); err != nil {
					return err
				}
				if err := until("an empty entry", func() bool { return typed(part) == "" }); err != nil {
					return err
				}
				if err := b.press(title, style, mode, text); err != nil {
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
		if err == nil && strings.HasSuffix(name, `ThiDua.exe`) && strings.Contains(string(env), "WINEPREFIX="+b.prefix) {
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

// measure reports how long the window takes against an empty one of the same
// toolkit, and what it takes when left alone. Under Wine with software OpenGL,
// whose own memory counts along; the limits are for that.
func (b *bottle) measure() error {
	empty := filepath.Join(b.out, "empty-window.exe")
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
	for _, renderer := range []string{"opengl", "angle"} {
		r, err := b.open(nil, renderer, "--renderer", renderer)
		if err != nil {
			return err
		}
		time.Sleep(5 * time.Second)
		rss, before := b.uses()
		time.Sleep(10 * time.Second)
		_, after := b.uses()
		fmt.Printf("  at rest by %s: %d MB, %.1f %% of a core\n", renderer, rss>>10, float64(after-before)/10)
		if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
			return err
		}
		if err := r.ended(); err != nil {
			return err
		}
	}
	return nil
}

// uses sums up the windows' memory in kB and their time on the processor in
// hundredths of a second.
func (b *bottle) uses() (rss, ticks int) {
	for _, pid := range b.processes() {
		status, err := os.ReadFile("/proc/" + pid + "/status")
		if err != nil {
			continue
		}
		for _, line := range strings.Split(string(status), "\n") {
			if f := strings.Fields(line); len(f) == 3 && f[0] == "VmRSS:" {
				n, _ := strconv.Atoi(f[1])
				rss += n
			}
		}
		stat, err := os.ReadFile("/proc/" + pid + "/stat")
		if err != nil {
			continue
		}
		// The name, in brackets, may hold blanks; after it come state … utime stime as 12th and 13th.
		if f := strings.Fields(string(stat[strings.LastIndex(string(stat), ")")+1:])); len(f) > 13 {
			user, _ := strconv.Atoi(f[11])
			system, _ := strconv.Atoi(f[12])
			ticks += user + system
		}
	}
	return rss, ticks
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
	if strings.HasSuffix(line[0], "empty-window.exe") {
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
