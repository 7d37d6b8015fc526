package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
)

// wineTest installs the Windows programs in a fresh Wine and goes through what
// can be proved there: the silent install, the console with the same bytes as
// here, the window, a second start, Vietnamese typing, a PC without OpenGL, the
// upgrade and the removal. Pictures of each window lie in build/wine.
func wineTest(args []string) error {
	set := flag.NewFlagSet("wine", flag.ContinueOnError)
	built := set.Bool("built", false, "take what build/windows holds instead of building it")
	only := set.String("only", "", "besides the installation only the steps whose name contains this")
	console := set.Bool("console", false, "only the console program, as the tests do")
	if err := set.Parse(args); err != nil {
		return errSaid
	}
	if *console {
		if err := need(forWindows); err != nil {
			return err
		}
		return consoleUnderWine()
	}
	if !*built {
		if err := windowsBuild(nil); err != nil {
			return err
		}
	}
	if err := need(forWindows, forScreen, forWindow); err != nil {
		return err
	}
	here, err := buildConsole()
	if err != nil {
		return errSaid
	}
	b, err := openBottle(filepath.Join(outDir, "wine"), true)
	if err != nil {
		return err
	}
	defer b.close()
	failed := 0
	for i, s := range []struct {
		what string
		do   func() error
	}{
		{"silent install", b.install},
		{"the console gives the same bytes as here", func() error {
			there, err := b.program("thiduactl.exe")
			if err != nil {
				return err
			}
			return b.sameBytes(here, there, wholeRoad)
		}},
		{"the window on the made-up office", b.window},
		{"a second start hands its file over", b.secondStart},
		{"files in a folder of odd letters, data beside the program", b.portable},
		{"files still open in Excel", b.stillOpen},
		{"Vietnamese typing over OpenGL", func() error { return b.typing("opengl") }},
		{"Vietnamese typing over ANGLE", func() error { return b.typing("angle") }},
		{"OpenGL held at 1.4", b.oldOpenGL},
		{"neither OpenGL nor Direct3D", b.noGraphics},
		{"start-up, memory and rest", b.measure},
		{"upgrade in place", b.upgrade},
		{"removal leaves the data", b.remove},
	} {
		if i > 0 && !strings.Contains(s.what, *only) {
			continue
		}
		if timed(s.what, s.do) != nil {
			failed++
			if err := b.picture(fmt.Sprintf("hong-%d.png", i+1)); err != nil {
				fmt.Println(err)
			}
			b.kill()
		}
	}
	fmt.Println("the pictures lie in", b.out)
	if failed > 0 {
		return fmt.Errorf("%d steps failed", failed)
	}
	return nil
}
