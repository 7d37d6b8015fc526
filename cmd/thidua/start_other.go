//go:build !windows

package main

import (
	"flag"

	"thidua/ui"
)

// systemFlags are the switches that only one system has.
func systemFlags(*flag.FlagSet, *flags) {}

// elsewhere tells that another process does the work; here there is none.
func elsewhere(*flags) bool { return false }

// handOverSoon gives files to the program that has the folder open.
func handOverSoon(string, []string) bool { return false }

// attach ties the shown window to the system.
func attach(*ui.Window, string, flags) error { return nil }

// otherwise starts the program's other build when this one gave no window.
func otherwise(flags) bool { return false }

// graphics tells how the window is drawn, for whoever looks after the PC.
func graphics() string { return string(built) }
