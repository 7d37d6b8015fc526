package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// bottle is a Windows of its own: a Wine prefix that nobody else uses, on a
// screen that exists only in memory.
type bottle struct {
	prefix string // of Wine
	out    string // pictures and what the programs wrote
	keys   string // the sender of keys
	holder string // holds a file open
	app    product
	screen *screen
}

// openBottle makes the prefix, what comes out goes into the folder out. Without
// windows there is no screen and none of the little programs that need one.
func openBottle(out string, windows bool) (*bottle, error) {
	app, err := readProduct("FyneApp.toml")
	if err != nil {
		return nil, err
	}
	if out, err = filepath.Abs(out); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(out); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return nil, err
	}
	prefix, err := os.MkdirTemp("", "thidua-wine")
	if err != nil {
		return nil, err
	}
	b := &bottle{prefix: prefix, out: out, app: app, keys: filepath.Join(out, "keys.exe"), holder: filepath.Join(out, "hold.exe")}
	if windows {
		if b.screen, err = openScreen(1366, 768); err != nil {
			b.close()
			return nil, err
		}
	}
	err = timed("a fresh Wine", func() error { return b.boot() })
	if err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

// boot makes Wine ready for the programs.
func (b *bottle) boot() error {
	if _, err := b.run(2*time.Minute, nil, "wineboot", "-i"); err != nil {
		return err
	}
	shim := b.here(shimDLL)
	if _, err := os.Stat(shim); err != nil { // newer Wines have their own
		if err := b.compile("prng.c", shim, "-shared", "-ladvapi32"); err != nil {
			return err
		}
	}
	if b.screen == nil {
		return nil
	}
	// Wine 8 calls itself Windows 7, which the installer refuses.
	if _, err := b.run(time.Minute, nil, "winecfg", "-v", "win10"); err != nil {
		return err
	}
	if err := b.letters(); err != nil {
		return err
	}
	if err := b.compile("hold.c", b.holder, "-municode"); err != nil {
		return err
	}
	return b.compile("keys.c", b.keys, "-municode", "-luser32", "-lnormaliz")
}

// letters gives message boxes a face that has every Vietnamese letter, which
// Wine's own has not: the pictures of them are to be read.
func (b *bottle) letters() error {
	fyne, err := moduleDir("fyne.io/fyne/v2")
	if err != nil {
		return err
	}
	const file = "NotoSans-Regular.ttf"
	if err := copyFile(b.here(`C:\windows\Fonts\`+file), filepath.Join(fyne, "theme", "font", file)); err != nil {
		return err
	}
	face := make([]byte, 92) // LOGFONTW: height, weight, character set, name
	binary.LittleEndian.PutUint32(face, ^uint32(12)+1)
	binary.LittleEndian.PutUint32(face[16:], 400)
	face[23] = 1
	copy(face[28:], inUTF16("Noto Sans"))
	_, err = b.run(time.Minute, nil, "reg", "add", `HKCU\Control Panel\Desktop\WindowMetrics`, "/f", "/v", "MessageFont", "/t", "REG_BINARY", "/d", hex.EncodeToString(face))
	return err
}

// shimDLL is the library that programs of Go take random numbers from and that
// Wine 8 lacks.
const shimDLL = `C:\windows\system32\bcryptprimitives.dll`

// compile makes one of the test's little programs.
func (b *bottle) compile(source, to string, flags ...string) error {
	text, err := windowsFiles.ReadFile("windows/" + source)
	if err != nil {
		return err
	}
	at := filepath.Join(b.out, source)
	if err := os.WriteFile(at, text, 0o644); err != nil {
		return err
	}
	defer os.Remove(at)
	return quiet(nil, compiler, append([]string{"-O1", "-s", "-Wall", "-o", to, at}, flags...)...)
}

func (b *bottle) env() []string {
	screen := []string{"DISPLAY="}
	if b.screen != nil {
		screen = b.screen.env()
	}
	return append(screen, "WINEPREFIX="+b.prefix, "WINEARCH=win64", "WINEDEBUG=-all", without)
}

// command prepares a Windows program, or one of Wine's own.
func (b *bottle) command(ctx context.Context, env []string, program string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "wine", append([]string{program}, args...)...)
	if program == "wineboot" {
		c = exec.CommandContext(ctx, program, args...)
	}
	c.Env = append(append(os.Environ(), b.env()...), env...)
	c.Dir = b.out
	c.WaitDelay = 5 * time.Second // a grandchild may hold the pipe
	return c
}

// run runs a Windows program to its end and gives what it printed.
func (b *bottle) run(limit time.Duration, env []string, program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var out, said bytes.Buffer
	c := b.command(ctx, env, program, args...)
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("%s: %w: %s", filepath.Base(program), err, lastLines(said.String(), 5))
	}
	return out.String(), err
}

// running is a Windows program with a window.
type running struct {
	cmd  *exec.Cmd
	said *bytes.Buffer
}

// start starts a program and lets it run; ended or shut waits for it.
func (b *bottle) start(env []string, program string, args ...string) (*running, error) {
	r := &running{said: &bytes.Buffer{}}
	r.cmd = b.command(context.Background(), env, program, args...)
	r.cmd.Stdout, r.cmd.Stderr = r.said, r.said
	return r, r.cmd.Start()
}

// until waits for something to become true, for a minute at most.
func until(what string, is func() bool) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if is() {
			return nil
		}
	}
	return fmt.Errorf("waited a minute for %s", what)
}

// ended waits for the end of a program, for a minute at most.
func (r *running) ended() error {
	late := time.AfterFunc(time.Minute, func() { r.cmd.Process.Kill() })
	err := r.cmd.Wait()
	if !late.Stop() {
		return fmt.Errorf("%q did not end within a minute: %s", r.cmd.Args, lastLines(r.said.String(), 5))
	}
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		return fmt.Errorf("%w: %s", err, lastLines(r.said.String(), 5))
	}
	return nil
}

// press sends keys to the window whose title ends so; see windows/keys.c.
func (b *bottle) press(title string, style int, mode, text string) error {
	return b.send(title, style, mode, "-", text)
}

// send is press for a window that writes what it got to a file.
func (b *bottle) send(title string, style int, mode, file, text string) error {
	_, err := b.run(time.Minute, nil, b.keys, title, fmt.Sprint(style), mode, file, text)
	return err
}

// shut closes a window as its cross does and waits for the program's end.
func (b *bottle) shut(r *running, title string) error {
	if err := b.press(title, 0, "-", "@close"); err != nil {
		return err
	}
	return r.ended()
}

// picture keeps what the screen shows.
func (b *bottle) picture(name string) error {
	c := exec.Command("import", "-window", "root", filepath.Join(b.out, name))
	c.Env = append(os.Environ(), b.env()...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("import: %w: %s", err, out)
	}
	return nil
}

// here is where a path of the Windows lies on this system.
func (b *bottle) here(path string) string {
	path = strings.ReplaceAll(path, `\`, "/")
	return filepath.Join(b.prefix, "drive_"+strings.ToLower(path[:1]), path[2:])
}

// home is the folder of the one person of that Windows, as Windows writes it.
func (b *bottle) home() (string, error) {
	found, err := filepath.Glob(b.here(`C:\users\*\AppData\Local`))
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("the Wine has no person's folder: %w", err)
	}
	name := filepath.Base(filepath.Dir(filepath.Dir(found[0])))
	return `C:\users\` + name, nil
}

// kill ends every program of this Wine, and none of another.
func (b *bottle) kill() {
	c := exec.Command("wineserver", "-k")
	c.Env = append(os.Environ(), b.env()...)
	_ = c.Run() // says so when nothing runs
}

func (b *bottle) close() {
	b.kill()
	if b.screen != nil {
		b.screen.close()
	}
	os.RemoveAll(b.prefix)
}
