package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2/container"

	"thidua/ui"
	"thidua/ui/kit"
)

// typedTitle is the title of the window under test, by which the sender of keys
// finds it; typedParts divides the two entries in the file.
const (
	typedTitle = "ThiDua thu go phim"
	typedParts = "\n----\n"
)

// typeInto fills the program's window with the two kinds of entry it has, of one
// line and of many, and writes what they hold to a file after every change: the
// test of Vietnamese typing programs (cmd/build wine) reads it.
func typeInto(w *ui.Window, file string) {
	one, many := kit.NewEntry(), kit.NewTextArea(8)
	save := func(string) {
		if err := os.WriteFile(file, []byte(one.Text+typedParts+many.Text), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	one.OnChanged, many.OnChanged = save, save
	w.Window().SetTitle(typedTitle)
	w.Window().SetContent(container.NewBorder(one, nil, nil, nil, many))
	w.Canvas().Focus(one)
	save("")
}
