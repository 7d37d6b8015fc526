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
	if !tell(err) && hasScreen() {
		ui.ShowFault(a, productName, words.Say(err))
		a.Run()
	}
	return err
}

// tell says a fault on the standard error and in the system's own message box,
// which needs no graphics; false when there is none.
func tell(err error) bool {
	text := words.Say(err)
	fmt.Fprintln(os.Stderr, text)
	return hasScreen() && zenity.IsAvailable() && zenity.Error(text, zenity.Title(productName)) == nil
}

// hasScreen tells whether a fault could be shown at all.
func hasScreen() bool {
	return !onUnix || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
