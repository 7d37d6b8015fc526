package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/ui/theme"
)

type runeKey struct {
	r    rune
	size float32
	bold bool
}

// advances caches the width of single letters: cutting a cell's text by adding
// them up costs a map look-up a letter instead of shaping the text six times.
// It belongs to the UI goroutine like everything here.
var advances = map[runeKey]float32{}

func advance(r rune, size float32, bold bool) float32 {
	k := runeKey{r, size, bold}
	w, ok := advances[k]
	if !ok {
		w = fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
		advances[k] = w
	}
	return w
}

// TextWidth is the width of a line in the program's face.
func TextWidth(s string, size float32, bold bool) float32 {
	var w float32
	for _, r := range s {
		w += advance(r, size, bold)
	}
	return w
}

// Cut shortens a line to the width given, ending it with an ellipsis when it
// does not fit. Line breaks become spaces.
func Cut(s string, width, size float32, bold bool) string {
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s)
	}
	dots := advance('…', size, bold)
	var w float32
	fit := -1 // where to cut when an ellipsis must follow
	for i, r := range s {
		if fit < 0 && w+advance(r, size, bold) > width-dots {
			fit = i
		}
		w += advance(r, size, bold)
		if w > width {
			if fit <= 0 {
				return "…"
			}
			return strings.TrimRight(s[:fit], " ") + "…"
		}
	}
	return s
}

// Text makes a line of text with the given tone; it is the cheap kind that lists
// and headings use where a Label would wrap and measure.
func Text(s string, tone theme.Tone) *canvas.Text {
	t := canvas.NewText(s, tone.Fore())
	t.TextSize = theme.TextSize
	return t
}

// Title makes the title of a page.
func Title(s string) *canvas.Text {
	t := canvas.NewText(s, theme.Ink)
	t.TextSize = theme.TitleSize
	t.TextStyle.Bold = true
	return t
}

// Lead makes the title of a section.
func Lead(s string) *canvas.Text {
	t := canvas.NewText(s, theme.Ink)
	t.TextSize = theme.LeadSize
	t.TextStyle.Bold = true
	return t
}

// Small makes a line of secondary text.
func Small(s string, tone theme.Tone) *canvas.Text {
	t := canvas.NewText(s, tone.Fore())
	t.TextSize = theme.SmallSize
	return t
}

// Note is secondary text that wraps. A toolkit label of low importance has the
// colour of what is disabled, which is too pale to read.
func Note(s string) *widget.RichText {
	r := widget.NewRichText(&widget.TextSegment{Text: s, Style: widget.RichTextStyle{Inline: true, ColorName: fynetheme.ColorNamePlaceHolder, SizeName: fynetheme.SizeNameCaptionText}})
	r.Wrapping = fyne.TextWrapWord
	return r
}

// SetNote changes the text of a note.
func SetNote(r *widget.RichText, s string) {
	r.Segments[0].(*widget.TextSegment).Text = s
	r.Refresh()
}

// Para is ordinary text that wraps, in a tone.
func Para(s string, tone theme.Tone) *widget.Label {
	l := widget.NewLabel(s)
	l.Wrapping = fyne.TextWrapWord
	switch tone {
	case theme.Bad:
		l.Importance = widget.DangerImportance
	case theme.Warn:
		l.Importance = widget.WarningImportance
	case theme.Good:
		l.Importance = widget.SuccessImportance
	case theme.Info:
		l.Importance = widget.HighImportance
	}
	return l
}

// Heading is a title that wraps, flush with what stands under it.
func Heading(s string) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(s, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName = fynetheme.SizeNameHeadingText
	l.Wrapping = fyne.TextWrapWord
	return Flush(l)
}

// Flush takes away the padding a label keeps round its text.
func Flush(o fyne.CanvasObject) fyne.CanvasObject { return container.New(flush{}, o) }

type flush struct{}

const labelPad float32 = 6 // the theme's inner padding

func (flush) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.NewPos(-labelPad, -labelPad/2))
	os[0].Resize(fyne.NewSize(s.Width+2*labelPad, s.Height+labelPad))
}

func (flush) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[0].MinSize()
	return fyne.NewSize(max(0, m.Width-2*labelPad), max(0, m.Height-labelPad))
}
