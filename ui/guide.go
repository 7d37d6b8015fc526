package ui

import (
	"regexp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/assets"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// guideFile is the page for the officer, which the installer lays down too.
const guideFile = "help/huong-dan-su-dung.md"

// guideCode is what the page marks as code. The toolkit sets code in a face that
// lacks half the Vietnamese letters.
var guideCode = regexp.MustCompile("`([^`]*)`")

// showGuide shows the page for the officer.
func (w *Window) showGuide() {
	text := widget.NewRichTextFromMarkdown(guideCode.ReplaceAllString(string(assets.Must(guideFile)), "“$1”"))
	text.Wrapping = fyne.TextWrapWord
	var m *kit.Modal
	shut := kit.NewButton(words.Close, nil, func() { m.Hide() }).Primary()
	m = kit.ShowModal(w.win.Canvas(), words.GuideTitle, container.NewVScroll(text), fyne.NewSize(860, 520), shut)
	m.OnCancel = shut.OnTapped
}
