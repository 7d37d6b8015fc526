package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The palette. Names say the use, not the hue.
var (
	Paper     = rgb(0xffffff) // pages, grids, entries
	Ground    = rgb(0xf3f5f8) // window behind the pages
	Rail      = rgb(0x16324f) // side menu
	RailText  = rgb(0xdbe6f2)
	RailDim   = rgb(0x9fb6ce) // group titles of the side menu
	RailHover = rgb(0x1f4468)
	RailOn    = rgb(0x2b5f94) // the page one is on

	Ink     = rgb(0x1c2630) // text
	InkSoft = rgb(0x55626f) // secondary text
	InkDim  = rgb(0x6b7884) // placeholders, row numbers
	Line    = rgb(0xd5dbe2) // hairlines
	Border  = rgb(0x9aa7b4) // entries

	Primary     = rgb(0x1b5e9f)
	PrimarySoft = rgb(0xe3eef9)
	Selected    = rgb(0xcfe3f7) // selected row while its grid has the focus
	SelectedOff = rgb(0xe2e7ec) // the same without the focus
	Hover       = rgb(0xeef4fa)
	Stripe      = rgb(0xf7f9fb)
	Head        = rgb(0xe9edf2) // heading row of a grid

	Red        = rgb(0xb3261e) // error
	RedSoft    = rgb(0xfcebe9)
	Amber      = rgb(0x8a5300) // warning
	AmberSoft  = rgb(0xfff3dc)
	Green      = rgb(0x1e6b36) // done
	GreenSoft  = rgb(0xe5f4e8)
	Blue       = rgb(0x1b5e9f) // information
	BlueSoft   = rgb(0xe3eef9)
	Grey       = rgb(0x4f5b67) // withdrawn, closed, not applicable
	GreySoft   = rgb(0xeceff2)
	Violet     = rgb(0x6a3d9a) // waiting at somebody else's desk
	VioletSoft = rgb(0xf1eaf8)
)

// Tone is the meaning a colour carries. The kit and the pages speak of tones,
// never of colours.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Soft       // secondary
	Info
	Good
	Warn
	Bad
	Quiet // withdrawn, over, not applicable
	Away  // in the hands of another body
)

// Fore is the tone's text colour on paper and on its own soft background.
func (t Tone) Fore() color.Color {
	switch t {
	case Soft:
		return InkSoft
	case Info:
		return Blue
	case Good:
		return Green
	case Warn:
		return Amber
	case Bad:
		return Red
	case Quiet:
		return Grey
	case Away:
		return Violet
	}
	return Ink
}

// Back is the tone's soft background.
func (t Tone) Back() color.Color {
	switch t {
	case Info:
		return BlueSoft
	case Good:
		return GreenSoft
	case Warn:
		return AmberSoft
	case Bad:
		return RedSoft
	case Quiet, Soft:
		return GreySoft
	case Away:
		return VioletSoft
	}
	return Paper
}

// Tones lists all of them, for the contrast test and the gallery.
func Tones() []Tone { return []Tone{Plain, Soft, Info, Good, Warn, Bad, Quiet, Away} }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

var colors = map[fyne.ThemeColorName]color.Color{
	fynetheme.ColorNameBackground:          Ground,
	fynetheme.ColorNameForeground:          Ink,
	fynetheme.ColorNameButton:              rgb(0xe4e9ef),
	fynetheme.ColorNameDisabledButton:      rgb(0xeef1f4),
	fynetheme.ColorNameDisabled:            rgb(0x8b96a1),
	fynetheme.ColorNamePlaceHolder:         InkDim,
	fynetheme.ColorNamePrimary:             Primary,
	fynetheme.ColorNameForegroundOnPrimary: Paper,
	fynetheme.ColorNameFocus:               color.NRGBA{R: 0x1b, G: 0x5e, B: 0x9f, A: 0x38},
	fynetheme.ColorNameHover:               color.NRGBA{R: 0x1b, G: 0x5e, B: 0x9f, A: 0x14},
	fynetheme.ColorNamePressed:             color.NRGBA{R: 0x1b, G: 0x5e, B: 0x9f, A: 0x30},
	fynetheme.ColorNameSelection:           color.NRGBA{R: 0x1b, G: 0x5e, B: 0x9f, A: 0x48},
	fynetheme.ColorNameHyperlink:           Primary,
	fynetheme.ColorNameError:               Red,
	fynetheme.ColorNameForegroundOnError:   Paper,
	fynetheme.ColorNameWarning:             Amber,
	fynetheme.ColorNameForegroundOnWarning: Paper,
	fynetheme.ColorNameSuccess:             Green,
	fynetheme.ColorNameForegroundOnSuccess: Paper,
	fynetheme.ColorNameInputBackground:     Paper,
	fynetheme.ColorNameInputBorder:         Border,
	fynetheme.ColorNameMenuBackground:      Paper,
	fynetheme.ColorNameOverlayBackground:   Paper,
	fynetheme.ColorNameHeaderBackground:    Head,
	fynetheme.ColorNameSeparator:           Line,
	fynetheme.ColorNameScrollBar:           color.NRGBA{R: 0x50, G: 0x60, B: 0x70, A: 0x90},
	fynetheme.ColorNameScrollBarBackground: color.NRGBA{R: 0x50, G: 0x60, B: 0x70, A: 0x18},
	fynetheme.ColorNameShadow:              color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 0x40},
}
