package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Where the installer puts things, below the person's folder.
const (
	installedDir = `\AppData\Local\Programs\ThiDua`
	dataDir      = `\AppData\Local\ThiDua`
	menuDir      = `\AppData\Roaming\Microsoft\Windows\Start Menu\Programs`
)

// program is the installed one of that name.
func (b *bottle) program(name string) (string, error) {
	home, err := b.home()
	return home + installedDir + `\` + name, err
}

func (b *bottle) setup(args ...string) error {
	_, err := b.run(3*time.Minute, nil, filepath.Join(windowsDirAbs(), "ThiDua-"+b.app.Version+"-cai-dat.exe"), args...)
	return err
}

func windowsDirAbs() string {
	abs, err := filepath.Abs(windowsDir)
	if err != nil {
		return windowsDir
	}
	return abs
}

// install runs the installer without a question and looks at what it left.
func (b *bottle) install() error {
	if err := b.setup("/S"); err != nil {
		return err
	}
	home, err := b.home()
	if err != nil {
		return err
	}
	for _, want := range []string{
		installedDir + `\ThiDua.exe`, installedDir + `\angle\ThiDua.exe`, installedDir + `\angle\libGLESv2.dll`, installedDir + `\thiduactl.exe`,
		installedDir + `\huong-dan-su-dung.html`, installedDir + `\go-cai-dat.exe`, menuDir + `\` + b.app.Name + ".lnk",
	} {
		if _, err := os.Stat(b.here(home + want)); err != nil {
			return err
		}
	}
	said, err := b.run(time.Minute, nil, "reg", "query", `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ThiDua`, "/v", "DisplayVersion")
	if err != nil || !strings.Contains(said, b.app.Version) {
		return fmt.Errorf("the list of programs says %q: %w", said, err)
	}
	return nil
}

// sample makes the made-up office in the folder the window uses by itself.
func (b *bottle) sample() error {
	home, err := b.home()
	if err != nil {
		return err
	}
	if _, err := os.Stat(b.here(home + dataDir + `\thidua.db`)); err == nil {
		return nil
	}
	console, err := b.program("thiduactl.exe")
	if err == nil {
		_, err = b.run(5*time.Minute, nil, console, "init", "--sample")
	}
	return err
}

// display is what the program remembers of how its window was drawn.
func (b *bottle) display() string {
	home, err := b.home()
	if err != nil {
		return ""
	}
	text, err := os.ReadFile(b.here(home + dataDir + `\hien-thi.txt`))
	if err != nil {
		return ""
	}
	_, said, _ := strings.Cut(strings.TrimSpace(string(text)), "\t")
	return said
}

// forget makes the program choose anew how to draw its window.
func (b *bottle) forget() error {
	home, err := b.home()
	if err != nil {
		return err
	}
	return os.RemoveAll(b.here(home + dataDir + `\hien-thi.txt`))
}

// open starts the installed window on its own data folder and waits until it is seen.
func (b *bottle) open(env []string, want string, args ...string) (*running, error) {
	if err := b.sample(); err != nil {
		return nil, err
	}
	if err := b.forget(); err != nil {
		return nil, err
	}
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return nil, err
	}
	r, err := b.start(env, exe, args...)
	if err != nil {
		return nil, err
	}
	if err := until("the window", func() bool { return b.display() == want+"\tda-hien" }); err != nil {
		return nil, fmt.Errorf("%w; hien-thi.txt says %q; %s", err, b.display(), lastLines(r.said.String(), 3))
	}
	time.Sleep(2 * time.Second) // the first page is read and painted
	return r, nil
}

func (b *bottle) window() error {
	r, err := b.open(nil, "opengl")
	if err != nil {
		return err
	}
	if err := b.picture("cua-so.png"); err != nil {
		return err
	}
	return b.shut(r, b.app.Name)
}

// upgrade runs the installer over an open program, which must change nothing,
// and over a closed one.
func (b *bottle) upgrade() error {
	r, err := b.open(nil, "opengl")
	if err != nil {
		return err
	}
	err = b.setup("/S")
	var status *exec.ExitError
	if !errors.As(err, &status) || status.ExitCode() != 3 {
		return fmt.Errorf("over an open program the installer ended with %v instead of status 3", err)
	}
	if err := b.shut(r, b.app.Name); err != nil {
		return err
	}
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	if err := os.WriteFile(b.here(exe), []byte("an old version"), 0o755); err != nil {
		return err
	}
	if err := b.setup("/S"); err != nil {
		return err
	}
	now, err := os.ReadFile(b.here(exe))
	if err != nil || len(now) < 1<<20 {
		return fmt.Errorf("the old version is still there: %w", err)
	}
	return nil
}

// remove uninstalls without a question: the program goes, the data stays.
func (b *bottle) remove() error {
	home, err := b.home()
	if err != nil {
		return err
	}
	if err := b.sample(); err != nil {
		return err
	}
	if _, err := b.run(time.Minute, nil, home+installedDir+`\go-cai-dat.exe`, "/S"); err != nil {
		return err
	}
	// The uninstaller goes on as a copy of itself, for it removes itself too.
	if err := until("the program's folder to go", func() bool { _, err := os.Stat(b.here(home + installedDir)); return os.IsNotExist(err) }); err != nil {
		return err
	}
	if left, err := filepath.Glob(b.here(home+menuDir) + "/*.lnk"); err != nil || len(left) > 0 {
		return fmt.Errorf("links are left: %q %w", left, err)
	}
	if st, err := os.Stat(b.here(home + dataDir + `\thidua.db`)); err != nil || st.Size() == 0 {
		return fmt.Errorf("the data is gone: %w", err)
	}
	return nil
}
