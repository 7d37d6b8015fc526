package main

import "golang.org/x/sys/windows"

// openWithSystem opens a file with the program Windows has for it: the "open"
// verb; the "print" verb is registered by few PDF viewers.
func openWithSystem(path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
