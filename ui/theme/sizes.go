package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Measures in the toolkit's units (one pixel at 100 % scaling).
const (
	RowHeight  float32 = 26 // a row of a grid: 20 rows and more fit on 768 pixels
	HeadHeight float32 = 28
	CellPad    float32 = 6 // left and right inside a cell
	TextSize   float32 = 13
	SmallSize  float32 = 11.5
	TitleSize  float32 = 18
	LeadSize   float32 = 15 // titles of sections
	Gap        float32 = 8  // between groups of controls
	RailWidth  float32 = 196
)

var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:            TextSize,
	fynetheme.SizeNameCaptionText:     SmallSize,
	fynetheme.SizeNameHeadingText:     TitleSize,
	fynetheme.SizeNameSubHeadingText:  LeadSize,
	fynetheme.SizeNamePadding:         4,
	fynetheme.SizeNameInnerPadding:    6,
	fynetheme.SizeNameLineSpacing:     3,
	fynetheme.SizeNameInlineIcon:      16,
	fynetheme.SizeNameScrollBar:       12,
	fynetheme.SizeNameScrollBarSmall:  6,
	fynetheme.SizeNameInputRadius:     3,
	fynetheme.SizeNameSelectionRadius: 2,
	fynetheme.SizeNameInputBorder:     1,
}
