package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// tick is a check mark in the colour of what is done; the toolkit's follows the
// text colour.
var tick = fynetheme.NewColoredResource(fynetheme.ConfirmIcon(), fynetheme.ColorNameSuccess)

// TickIcon is the green check mark.
func TickIcon() fyne.Resource { return tick }
