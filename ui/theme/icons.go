package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/assets"
)

// tick is a check mark in the colour of what is done; the toolkit's follows the
// text colour.
var tick = sync.OnceValue(func() fyne.Resource {
	return fynetheme.NewColoredResource(fynetheme.ConfirmIcon(), fynetheme.ColorNameSuccess)
})

// TickIcon is the green check mark.
func TickIcon() fyne.Resource { return tick() }

// Icon is one of the program's own signs (assets/icons), in the text's colour.
func Icon(name string) fyne.Resource { return tinted(name, Ink) }

// RailIcon is the same in the colour of the side menu's text.
func RailIcon(name string) fyne.Resource { return tinted(name, RailText) }

// AppIcon is the program's sign, for the window and the task bar.
func AppIcon() fyne.Resource {
	return fyne.NewStaticResource("app.svg", assets.Must("icons/app.svg"))
}

var (
	tintLock sync.Mutex
	tints    = map[string]fyne.Resource{}
)

// tinted paints a sign in one colour; all of ours are drawn in black.
func tinted(name string, c color.NRGBA) fyne.Resource {
	key := fmt.Sprintf("%s-%02x%02x%02x.svg", name, c.R, c.G, c.B)
	tintLock.Lock()
	defer tintLock.Unlock()
	if r, ok := tints[key]; ok {
		return r
	}
	svg := bytes.ReplaceAll(assets.Must("icons/"+name+".svg"), []byte("#000000"), fmt.Appendf(nil, "#%02x%02x%02x", c.R, c.G, c.B))
	r := fyne.NewStaticResource(key, svg)
	tints[key] = r
	return r
}
