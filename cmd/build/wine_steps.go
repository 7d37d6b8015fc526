package main

import (
	"bytes"
	"encoding/json"
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

// sameBytes goes the whole road with the console, here and there, and compares
// everything that comes out.
func (b *bottle) sameBytes(console string) error {
	console, err := filepath.Abs(console)
	if err != nil {
		return err
	}
	there, err := b.program("thiduactl.exe")
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
	const day = "2026-01-15"
	steps := [][]string{{"init", "--sample"}}
	for _, s := range sheets {
		steps = append(steps, []string{"import", "--accept", s})
	}
	steps = append(steps, []string{"dossiers"}, []string{"check"})
	for _, form := range []string{"to-trinh", "danh-sach", "quyet-dinh"} {
		for _, kind := range []string{".pdf", ".docx", ".xlsx"} {
			steps = append(steps, []string{"print", form, "--out", form + kind})
		}
	}
	steps = append(steps, []string{"log", "--verify"}, []string{"verify"})
	compared := 0
	for _, step := range steps {
		var said, files [2][]byte
		for side, run := range []func(args ...string) ([]byte, error){
			func(args ...string) ([]byte, error) {
				c := exec.Command(console, append([]string{"--data", "o-day"}, args...)...)
				c.Dir = b.out
				return c.Output()
			},
			func(args ...string) ([]byte, error) {
				out, err := b.run(5*time.Minute, nil, there, append([]string{"--data", "o-do"}, args...)...)
				return []byte(out), err
			},
		} {
			args := append([]string{"--today", day, "--officer", "Cán bộ thử", "--json"}, step...)
			if said[side], err = run(args...); err != nil && !strings.Contains(err.Error(), "exit status 1") {
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
		said[0] = bytes.ReplaceAll(said[0], []byte("o-day"), []byte("o-do"))
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

// open starts the installed window on its own data folder and waits until it is seen.
func (b *bottle) open(env []string, want string, args ...string) (*running, error) {
	if err := b.sample(); err != nil {
		return nil, err
	}
	home, err := b.home()
	if err != nil {
		return nil, err
	}
	if err := os.RemoveAll(b.here(home + dataDir + `\hien-thi.txt`)); err != nil {
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

// secondStart opens the program again with a file while it is open: the second
// ends at once, the first shows the file on its intake page.
func (b *bottle) secondStart() error {
	r, err := b.open(nil, "opengl")
	if err != nil {
		return err
	}
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	sheets, err := sampleSheets()
	if err != nil {
		return err
	}
	sheet := `C:\Tệp đơn vị gửi, 100% đã ký.xlsx`
	if err := copyFile(b.here(sheet), sheets[0]); err != nil {
		return err
	}
	if _, err := b.run(30*time.Second, nil, exe, sheet); err != nil {
		return fmt.Errorf("the second start: %w", err)
	}
	time.Sleep(4 * time.Second)
	if err := b.picture("mo-lan-hai.png"); err != nil {
		return err
	}
	if err := b.shut(r, b.app.Name); err != nil {
		return err
	}
	console, err := b.program("thiduactl.exe")
	if err != nil {
		return err
	}
	said, err := b.run(time.Minute, nil, console, "--json", "batches")
	if err != nil || !strings.Contains(said, "100% đã ký.xlsx") {
		return fmt.Errorf("the file was not staged: %.300s: %w", said, err)
	}
	return nil
}

// portable unpacks the zip into a folder with blanks, marks and a per cent sign,
// with a folder du-lieu beside: the data must go there.
func (b *bottle) portable() error {
	at := `C:\Chương trình 100% của Sở\Thi đua`
	if err := unpackZip(filepath.Join(windowsDirAbs(), "ThiDua-"+b.app.Version+"-windows.zip"), b.here(at)); err != nil {
		return err
	}
	data := b.here(at + `\ThiDua\du-lieu`)
	if err := os.Mkdir(data, 0o755); err != nil {
		return err
	}
	console := at + `\ThiDua\thiduactl.exe`
	if _, err := b.run(5*time.Minute, nil, console, "init", "--sample"); err != nil {
		return err
	}
	said, err := b.run(time.Minute, nil, console, "--json", "movements")
	if err != nil {
		return err
	}
	var list struct{ Movements []any }
	if err := json.Unmarshal([]byte(said), &list); err != nil || len(list.Movements) == 0 {
		return fmt.Errorf("no movement in %.200s: %w", said, err)
	}
	r, err := b.start(nil, at+`\ThiDua\ThiDua.exe`, "--renderer", "angle")
	if err != nil {
		return err
	}
	err = until("the window beside its data", func() bool {
		text, err := os.ReadFile(filepath.Join(data, "hien-thi.txt"))
		return err == nil && strings.Contains(string(text), "angle\tda-hien")
	})
	if err != nil {
		return err
	}
	if err := b.picture("mang-theo.png"); err != nil {
		return err
	}
	if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
		return err
	}
	return r.ended()
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
