package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"github.com/ncruces/zenity"

	"thidua/model/words"
	"thidua/ui"
)

// failed shows why the program cannot start and gives the fault back.
func failed(a fyne.App, err error) error {
	text := words.Say(err)
	fmt.Fprintln(os.Stderr, text)
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" && onUnix {
		return err // nowhere to show it but the standard error
	}
	if zenity.IsAvailable() {
		if zenity.Error(text, zenity.Title(productName)) == nil {
			return err
		}
	}
	ui.ShowFault(a, productName, text)
	a.Run()
	return err
}
