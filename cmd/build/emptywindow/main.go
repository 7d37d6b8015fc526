// Command emptywindow opens a Fyne window that holds one word and nothing of
// ours: what the first paint of the real window is measured against. Only
// `go run ./cmd/build bench` starts it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("empty")
	w.SetContent(widget.NewLabel("empty"))
	w.Resize(fyne.NewSize(1366, 768))
	w.ShowAndRun()
}
