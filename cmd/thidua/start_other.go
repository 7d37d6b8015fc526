//go:build !windows

package main

import (
	"flag"
	"fmt"

	"thidua/ui"
)

// systemFlags are the switches that differ by system: here there is one way to draw.
func systemFlags(set *flag.FlagSet, f *flags) {
	set.Func("renderer", "cách vẽ cửa sổ; trên hệ này chỉ có "+string(built), func(s string) error {
		if f.renderer = renderer(s); f.renderer != built {
			return fmt.Errorf("%q: %s", s, built)
		}
		return nil
	})
}

// elsewhere tells that another process does the work; here there is none.
func elsewhere(*flags) bool { return false }

// opens remembers a start; there is nothing to choose next time.
func opens(string) {}

// seen remembers that the window was seen.
func seen(string) {}

// handOverSoon gives files to the program that has the folder open.
func handOverSoon(string, []string) bool { return false }

// attach ties the shown window to the system.
func attach(*ui.Window, *system, string) error { return nil }

// otherwise starts the program's other build when this one gave no window.
func otherwise(flags) bool { return false }

// graphics tells how the window is drawn, for whoever looks after the PC.
func graphics() string { return string(built) }
