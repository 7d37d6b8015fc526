package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// screen is an X server whose pixels lie in a file (Xvfb -fbdir), so that a test
// can look at them without asking the server.
type screen struct {
	server  *exec.Cmd
	dir     string
	display string
}

// openScreen starts a server on a display number of its own choice.
func openScreen(width, height int) (*screen, error) {
	dir, err := os.MkdirTemp("", "thidua-screen")
	if err != nil {
		return nil, err
	}
	s := &screen{dir: dir}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s.server = exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", dir, "-nolisten", "tcp")
	s.server.ExtraFiles = []*os.File{w}
	err = s.server.Start()
	w.Close()
	if err != nil {
		s.close()
		return nil, err
	}
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		s.close()
		return nil, fmt.Errorf("the server of the screen did not start: %w", err)
	}
	s.display = ":" + strings.TrimSpace(number)
	return s, nil
}

// env makes a program use this screen.
func (s *screen) env() []string {
	return []string{"DISPLAY=" + s.display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1"}
}

// pixels is what the screen shows now, in the server's own layout.
func (s *screen) pixels() ([]byte, error) {
	return os.ReadFile(filepath.Join(s.dir, "Xvfb_screen0"))
}

func (s *screen) close() {
	if s.server != nil && s.server.Process != nil {
		s.server.Process.Kill()
		s.server.Wait()
	}
	os.RemoveAll(s.dir)
}

// runFor runs a program and ends it when it takes longer.
func runFor(c *exec.Cmd, limit time.Duration) error {
	if err := c.Start(); err != nil {
		return err
	}
	late := time.AfterFunc(limit, func() { c.Process.Kill() })
	err := c.Wait()
	if !late.Stop() {
		return fmt.Errorf("did not end within %s", limit)
	}
	return err
}
